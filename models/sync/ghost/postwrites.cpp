// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/postwrites.h"

#include "sync/ghost/posthtml.h"
#include "sync/ghost/writefields.h"

using namespace Qt::StringLiterals;

namespace lyceum::sync::ghost {

using Change = AdminApi::Change;
using Method = HttpClient::Method;

namespace {

/// A document without a word. Empty HTML is ignored, and a document needs a paragraph.
constexpr auto kEmptyDocument
    = R"({"root":{"children":[{"children":[],"direction":null,"format":"","indent":0,"type":"paragraph","version":1}],)"
      R"("direction":null,"format":"","indent":0,"type":"root","version":1}})"_L1;

/// The parts of a post that are the same for a new one and one that is there.
Result<Fields> postFields(const RemotePost& remote, const RowWrite& write)
{
    const Post& post = remote.post;
    Fields fields(write);
    fields.put("title", "title"_L1, post.title);
    fields.put("featured", "featured"_L1, post.featured);
    fields.put("excerpt", "custom_excerpt"_L1, post.excerpt);
    if (fields.has("html")) {
        if (post.html.trimmed().isEmpty())
            fields.insert("lexical"_L1, QString(kEmptyDocument));
        else
            fields.insert("html"_L1, htmlForGhost(post.html));
    }
    if (fields.has("tags")) {
        const auto tags = byName(Kind::Tags, remote.tags, write.row.tags);
        if (!tags)
            return tl::unexpected(tags.error());
        fields.insert("tags"_L1, *tags);
    }
    const bool chosen = post.visibility == "tiers"_L1;
    if (fields.has("visibility")) {
        // A filter is turned into "tiers" with none of them: a post nobody can read.
        if (!chosen && post.visibility != "public"_L1 && post.visibility != "members"_L1 && post.visibility != "paid"_L1)
            return refused(u"Ghost keeps no visibility but public, members, paid and tiers."_s);
        fields.insert("visibility"_L1, post.visibility);
    }
    if (chosen && (fields.has("visibility") || fields.has("tiers"))) {
        fields.insert("visibility"_L1, post.visibility);
        fields.insert("tiers"_L1, byId(remote.tiers));
    }
    return fields;
}

/// The answer in the form in which posts are listed.
Query postQuery(const QJsonObject& post)
{
    Query query {{u"formats"_s, u"html,plaintext"_s}, {u"include"_s, u"tags,authors,tiers"_s}};
    if (post.contains("html"_L1))
        query.append({u"source"_s, u"html"_s}); // without it the HTML is ignored
    return query;
}

} // namespace

Result<Change> postMaking(const RemotePost& remote, const RowWrite& write)
{
    if (write.token.isEmpty())
        return badWrite(Kind::Posts, u"a post is made with a token, by which it is found again"_s);
    auto fields = postFields(remote, write);
    if (!fields)
        return tl::unexpected(fields.error());
    fields->insert("title"_L1, remote.post.title);
    fields->insert("slug"_L1, write.token);
    fields->insert("status"_L1, u"draft"_s);
    return Change {.method = Method::Post, .path = pathOf(Kind::Posts), .query = postQuery(fields->json()), .body = listed(Kind::Posts, fields->json())};
}

Result<QList<Change>> postChanging(const RemotePost& remote, const RowWrite& write)
{
    const std::optional<qint64> basedOn = write.basedOnUtc ? write.basedOnUtc : remote.post.changedAtUtc;
    if (!basedOn)
        return badWrite(Kind::Posts, u"a post is changed on the ground of when it was read"_s);
    auto fields = postFields(remote, write);
    if (!fields)
        return tl::unexpected(fields.error());
    fields->put("slug", "slug"_L1, remote.post.slug); // "" has one made from the title
    fields->put("status", "status"_L1, nameOf(remote.post.status));
    fields->put("published_at", "published_at"_L1, jsonTime(remote.post.publishedAtUtc));
    if (fields->has("status") && remote.post.status == Post::Status::Scheduled)
        fields->insert("published_at"_L1, jsonTime(remote.post.publishedAtUtc));
    if (fields->json().isEmpty())
        return QList<Change>();
    fields->insert("updated_at"_L1, jsonTime(basedOn));
    // Repeating is harmless: what is as wished already is no collision.
    return QList<Change> {{.method = Method::Put,
        .path = pathOf(Kind::Posts, remote.post.remoteId),
        .query = postQuery(fields->json()),
        .body = listed(Kind::Posts, fields->json()),
        .repeatable = true}};
}

} // namespace lyceum::sync::ghost

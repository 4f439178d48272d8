// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/postedit.h"

#include "community/plaintext.h"
#include "community/slug.h"
#include "editing/fields.h"
#include "editing/limits.h"
#include "storage/contentquery.h"
#include "storage/memberquery.h"
#include "storage/rows.h"

using namespace Qt::StringLiterals;

namespace lyceum::editing {
namespace {

Result<void> checkTiers(storage::Connection& connection, const QList<TierId>& tiers)
{
    const auto known = storage::allTiers(connection);
    if (!known)
        return tl::unexpected(known.error());
    for (const TierId id : tiers) {
        if (std::ranges::find(*known, id, &Tier::id) == known->end())
            return notThere(u"tier"_s, id.value);
    }
    return {};
}

/// That of the title, with a number where another post has it: so the store does it, too.
Result<QString> freeSlug(storage::Connection& connection, const QString& title)
{
    const QString plain = slugOf(title);
    QString slug = plain;
    for (int number = 2;; ++number) {
        const auto taken = storage::numberOf(connection, "SELECT count(*) FROM post WHERE slug = ?", {slug});
        if (!taken)
            return tl::unexpected(taken.error());
        if (*taken == 0)
            return slug;
        slug = u"%1-%2"_s.arg(plain).arg(number);
    }
}

Result<QList<TagId>> tagsNamed(storage::ChangeSet& changes, const QStringList& names)
{
    const auto known = storage::allTags(changes.connection());
    if (!known)
        return tl::unexpected(known.error());
    NameBook<lyceum::Tag> book(*known);
    QList<TagId> tags;
    for (const QString& name : names) {
        const auto id = book.findOrMake(changes, name);
        if (!id)
            return tl::unexpected(id.error());
        include(tags, *id);
    }
    return tags;
}

Result<void> changeReaders(storage::Connection& connection, Post& post, const PostEdit& edit)
{
    post.visibility = edit.visibility.value_or(post.visibility);
    if (edit.tiers) {
        if (auto known = checkTiers(connection, *edit.tiers); !known)
            return known;
        post.tiers.clear();
        for (const TierId id : *edit.tiers)
            include(post.tiers, id);
    }
    const bool byTier = post.visibility == "tiers"_L1;
    if (byTier && post.tiers.isEmpty())
        return refused(u"tiers"_s, u"it is missing."_s);
    if (!byTier && edit.tiers && !edit.tiers->isEmpty())
        return refused(u"tiers"_s, u"tiers are chosen with the visibility tiers only."_s);
    if (!byTier)
        post.tiers.clear();
    return {};
}

Result<void> changeStatus(Post& post, const PostEdit& edit, qint64 nowUtc)
{
    if (edit.status && post.status == Post::Status::Sent)
        return refused(u"status"_s, u"what was mailed cannot be taken back."_s);
    post.status = edit.status.value_or(post.status);
    if (edit.publishedAtUtc)
        post.publishedAtUtc = edit.publishedAtUtc;
    else if (edit.status == Post::Status::Published && post.publishedAtUtc.value_or(0) > nowUtc)
        post.publishedAtUtc = nowUtc; // it was scheduled, and is published now instead
    if (post.status == Post::Status::Scheduled && (edit.status || edit.publishedAtUtc)) {
        if (!post.publishedAtUtc)
            return refused(u"published_at"_s, u"it is missing."_s);
        if (*post.publishedAtUtc <= nowUtc)
            return refused(u"published_at"_s, u"this time is over."_s);
    }
    if (post.status == Post::Status::Published && edit.publishedAtUtc.value_or(0) > nowUtc)
        return refused(u"published_at"_s, u"this time lies ahead."_s);
    return {};
}

} // namespace

Result<void> check(const PostEdit& edit)
{
    if (edit == PostEdit())
        return failure(Error::Kind::BadInput, {}, u"there is nothing to change."_s);
    if (edit.remove) {
        PostEdit only;
        only.remove = true;
        if (edit != only)
            return refused(u"deleted_at"_s, u"both ways at once."_s);
    }
    Result<void> fine;
    if (edit.title)
        fine = checkName(u"title"_s, *edit.title, kMostPostTitle);
    if (fine && edit.excerpt)
        fine = checkLength(u"excerpt"_s, *edit.excerpt, kMostExcerpt);
    if (fine && edit.visibility)
        fine = checkName(u"visibility"_s, *edit.visibility, kMostNote);
    if (fine && edit.status == Post::Status::Sent)
        fine = refused(u"status"_s, u"it is one of: %1."_s.arg(u"draft, scheduled, published"_s));
    for (const QString& tag : edit.tags.value_or(QStringList())) {
        if (fine)
            fine = checkName(u"tags"_s, tag, kMostName);
    }
    return fine;
}

Result<PostId> applyToPost(storage::ChangeSet& changes, PostId id, const PostEdit& edit, qint64 nowUtc)
{
    if (auto fine = check(edit); !fine)
        return tl::unexpected(fine.error());
    Post post;
    if (id.isValid()) {
        auto known = storage::postById(changes.connection(), id);
        if (!known)
            return tl::unexpected(known.error());
        if (!*known)
            return notThere(u"post"_s, id.value);
        post = *std::move(*known);
        if (post.deletedAtUtc)
            return failure(Error::Kind::BadInput, u"post %1"_s.arg(id.value), u"this post is deleted."_s);
    } else {
        if (!edit.title)
            return refused(u"title"_s, u"it is missing."_s);
        const auto made = changes.nextId<Post>();
        if (!made)
            return made;
        post.id = *made;
        post.visibility = u"public"_s;
        post.createdAtUtc = nowUtc;
        auto slug = freeSlug(changes.connection(), *edit.title);
        if (!slug)
            return tl::unexpected(slug.error());
        post.slug = *std::move(slug);
    }
    if (edit.remove) {
        post.deletedAtUtc = nowUtc;
        changes.put(post);
        return post.id;
    }
    post.title = edit.title.value_or(post.title);
    post.excerpt = edit.excerpt.value_or(post.excerpt);
    post.featured = edit.featured.value_or(post.featured);
    if (edit.html) {
        post.html = *edit.html;
        post.plainText = plainText(*edit.html);
    }
    if (auto changed = changeReaders(changes.connection(), post, edit); !changed)
        return tl::unexpected(changed.error());
    if (auto changed = changeStatus(post, edit, nowUtc); !changed)
        return tl::unexpected(changed.error());
    if (edit.tags) {
        auto tags = tagsNamed(changes, *edit.tags);
        if (!tags)
            return tl::unexpected(tags.error());
        post.tags = *std::move(tags);
    }
    changes.put(post);
    return post.id;
}

QString reasonOf(PostId id, const PostEdit& edit)
{
    if (edit.remove)
        return u"delete a post"_s;
    if (!id.isValid())
        return u"write a post"_s;
    if (edit.status == Post::Status::Published)
        return u"publish a post"_s;
    return u"edit a post"_s;
}

} // namespace lyceum::editing

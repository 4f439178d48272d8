// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/ghoststore.h"

#include "sync/ghost/jsonrow.h"
#include "sync/ghost/nql.h"
#include "sync/ghost/pagecheck.h"
#include "sync/ghost/rows.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::sync {

using namespace ghost;

namespace {

Error badCursor() { return {Error::Kind::BadInput, u"cursor"_s, u"the cursor is not one of this walk"_s}; }

/// Offset of the next id in a walk over named rows.
std::optional<qsizetype> offsetIn(const QStringList& ids, const QString& cursor)
{
    bool ok = true;
    const qsizetype offset = cursor.isEmpty() ? 0 : cursor.toLongLong(&ok);
    if (!ok || offset < 0 || offset > ids.size())
        return std::nullopt;
    return offset;
}

/// All rows are among the ids asked for, and there are as many as the answer says.
bool areOf(const QStringList& ids, QLatin1StringView list, const QJsonObject& answer)
{
    const QJsonArray rows = answer.value(list).toArray();
    return hasPromisedRows(list, ids.size(), 1, answer)
        && std::all_of(rows.begin(), rows.end(), [&](const QJsonValue& row) { return ids.contains(row.toObject().value("id"_L1).toString()); });
}

constexpr std::array kReactionKinds{Reaction::Kind::Like, Reaction::Kind::Dislike, Reaction::Kind::Report};

QString pathOf(Reaction::Kind kind)
{
    switch (kind) {
    case Reaction::Kind::Like: return u"likes/"_s;
    case Reaction::Kind::Dislike: return u"dislikes/"_s;
    case Reaction::Kind::Report: return u"reports/"_s;
    }
    return {};
}

} // namespace

struct GhostStore::Listing {
    QString path;
    QLatin1StringView list; ///< the array's name in the answer
    Query extra;
    int rows = 100;
    Result<Batch> (*parse)(const QJsonObject&) = nullptr;
    bool paged = true; ///< false: Ghost gives all at once, whatever is asked for
    bool datesChanges = false; ///< has an "updated at" in its rows that a walk can go on from
    bool filtersChanges = false; ///< can at least be filtered by it
};

GhostStore::Listing GhostStore::listingOf(Kind kind, const Options& options)
{
    switch (kind) {
    case Kind::Tiers:
        return {.path = u"/tiers/"_s, .list = "tiers"_L1, .extra = {}, .parse = parseTiers, .paged = false};
    case Kind::Offers:
        return {.path = u"/offers/"_s, .list = "offers"_L1, .extra = {}, .parse = parseOffers, .paged = false};
    case Kind::Labels:
        return {.path = u"/labels/"_s, .list = "labels"_L1, .extra = {{u"include"_s, u"count.members"_s}}, .rows = options.rows, .parse = parseLabels};
    case Kind::Newsletters:
        return {.path = u"/newsletters/"_s,
            .list = "newsletters"_L1,
            .extra = {{u"include"_s, u"count.members"_s}},
            .rows = options.rows,
            .parse = parseNewsletters};
    case Kind::Tags:
        return {.path = u"/tags/"_s, .list = "tags"_L1, .extra = {}, .rows = options.rows, .parse = parseTags};
    case Kind::Members:
        return {.path = u"/members/"_s,
            .list = "members"_L1,
            .extra = {{u"include"_s, u"tiers"_s}},
            .rows = options.rows,
            .parse = parseMembers,
            .datesChanges = true,
            .filtersChanges = true};
    case Kind::Posts:
        return {.path = u"/posts/"_s,
            .list = "posts"_L1,
            .extra = {{u"formats"_s, u"html,plaintext"_s}, {u"include"_s, u"tags,authors,tiers"_s}},
            .rows = options.postRows,
            .parse = parsePosts,
            .datesChanges = true,
            .filtersChanges = true};
    case Kind::Comments:
        return {.path = u"/comments/"_s, .list = "comments"_L1, .extra = {}, .rows = options.rows, .parse = parseComments, .filtersChanges = true};
    case Kind::Reactions:
    case Kind::Events: break;
    }
    return {};
}

Result<WalkPage> GhostStore::pull(const Walk& walk, const QString& cursor)
{
    switch (walk.kind) {
    case Kind::Reactions: return pullReactions(walk, cursor);
    case Kind::Events: return pullEvents(walk, cursor);
    case Kind::Tiers:
    case Kind::Offers: return pullWhole(listingOf(walk.kind, m_options));
    default: break;
    }
    return walk.extent == Walk::Extent::Named ? pullNamed(walk, cursor) : pullList(walk, cursor);
}

Result<WalkPage> GhostStore::pullWhole(const Listing& listing)
{
    const auto answer
        = m_api.get(listing.path, {}, listing.list, [&](const QJsonObject& all) { return all.value(listing.list).isArray(); });
    if (!answer)
        return tl::unexpected(answer.error());
    auto batch = listing.parse(*answer);
    if (!batch)
        return tl::unexpected(batch.error());
    const qsizetype rows = answer->value(listing.list).toArray().size();
    return WalkPage{.batch = std::move(*batch), .next = {}, .total = rows};
}

Result<WalkPage> GhostStore::pullList(const Walk& walk, const QString& cursor)
{
    const Listing listing = listingOf(walk.kind, m_options);
    // Labels, newsletters and tags are few: all of them are what has changed.
    const bool changes = walk.extent == Walk::Extent::Since && listing.filtersChanges;
    const bool byDate = changes && listing.datesChanges;
    const Order order = byDate ? Order::ByChange : Order::ById;
    QString with;
    if (walk.extent == Walk::Extent::WithLabel || walk.extent == Walk::Extent::WithNewsletter) {
        if (walk.kind != Kind::Members || walk.ids.size() != 1)
            return failure(Error::Kind::Internal, nameOf(walk.kind), u"only members are listed by one label or newsletter"_s);
        with = (walk.extent == Walk::Extent::WithLabel ? "labels.id:"_L1 : "newsletters.id:"_L1) + quoted(walk.ids.first());
    }
    const auto queryFrom = [&](const std::optional<Place>& from) {
        const QString filter = allOf({changes ? "updated_at:>="_L1 + quotedTime(walk.sinceUtc) : QString(), with,
            from ? from->filterBeyond(order) : QString()});
        Query query = listing.extra;
        query.append({u"order"_s, byDate ? u"updated_at asc,id asc"_s : u"id asc"_s});
        query.append({u"limit"_s, QString::number(listing.rows)});
        if (!filter.isEmpty())
            query.append({u"filter"_s, filter});
        return query;
    };

    const PageQuestion question{.list = listing.list, .limit = listing.rows, .order = order, .after = Place::read(cursor, order)};
    if (!question.after && !cursor.isEmpty())
        return tl::unexpected(badCursor());
    const QString note = changes ? listing.list + " that changed"_L1 : QString(listing.list);
    const auto answer = m_api.get(
        listing.path, queryFrom(question.after), note, [&](const QJsonObject& page) { return isAnswerTo(question, page); });
    if (!answer)
        return tl::unexpected(answer.error());
    const auto paging = parsePaging(*answer);
    if (!paging)
        return tl::unexpected(paging.error());

    WalkPage page;
    // The filter leaves only what is still to come, so more rows than came mean another page.
    const QJsonArray rows = answer->value(listing.list).toArray();
    if (paging->total > rows.size()) {
        const auto last = placeOf(rows.last().toObject(), order);
        page.next = last->text(order);
        if (m_options.readAhead)
            m_api.prefetch(listing.path, queryFrom(last), note);
    }
    if (cursor.isEmpty())
        page.total = paging->total;
    rememberCounts(walk.kind, *answer, cursor.isEmpty(), page.next.isEmpty());

    auto batch = listing.parse(*answer);
    if (!batch)
        return tl::unexpected(batch.error());
    page.batch = std::move(*batch);
    return page;
}

Result<WalkPage> GhostStore::pullNamed(const Walk& walk, const QString& cursor)
{
    const Listing listing = listingOf(walk.kind, m_options);
    const auto from = offsetIn(walk.ids, cursor);
    if (!from)
        return tl::unexpected(badCursor());
    const QStringList ids = walk.ids.mid(*from, listing.rows);
    WalkPage page;
    if (cursor.isEmpty())
        page.total = walk.ids.size();
    if (ids.isEmpty())
        return page;

    Query query = listing.extra;
    query.append({u"limit"_s, QString::number(listing.rows)});
    query.append({u"filter"_s, anyOfIds(ids)});
    const auto answer = m_api.get(
        listing.path, query, listing.list + " by id"_L1, [&](const QJsonObject& some) { return areOf(ids, listing.list, some); });
    if (!answer)
        return tl::unexpected(answer.error());
    auto batch = listing.parse(*answer);
    if (!batch)
        return tl::unexpected(batch.error());
    page.batch = std::move(*batch);
    if (walk.kind == Kind::Comments) {
        if (const auto added = addUnlisted(ids, page.batch); !added)
            return tl::unexpected(added.error());
    }
    if (*from + ids.size() < walk.ids.size())
        page.next = QString::number(*from + ids.size());
    return page;
}

Result<Batch> GhostStore::pullFiltered(Kind kind, const QString& filter)
{
    const Listing listing = listingOf(kind, m_options);
    Query query = listing.extra;
    query.append({u"limit"_s, QString::number(listing.rows)});
    query.append({u"filter"_s, filter});
    const auto answer = m_api.get(listing.path, query, listing.list + " looked for"_L1,
        [&](const QJsonObject& some) { return hasPromisedRows(listing.list, listing.rows, 1, some); });
    if (!answer)
        return tl::unexpected(answer.error());
    return listing.parse(*answer);
}

/// Comments that were deleted are in no list, but can be read one by one.
Result<void> GhostStore::addUnlisted(const QStringList& ids, Batch& batch)
{
    QSet<QString> missing(ids.begin(), ids.end());
    for (const RemoteComment& comment : std::as_const(batch.comments))
        missing.remove(comment.comment.remoteId);
    for (const QString& id : ids) { // in the order asked, not in that of the set
        if (!missing.remove(id) || !isId(id))
            continue;
        const auto answer = m_api.get("/comments/"_L1 + id + u'/', {{u"include"_s, u"member,post"_s}}, u"one comment"_s,
            [&](const QJsonObject& one) { return one.value("comments"_L1).toArray().first().toObject().value("id"_L1).toString() == id; });
        if (!answer && (answer.error().kind == Error::Kind::NotFound || answer.error().kind == Error::Kind::NotAllowed))
            continue; // gone with its post; or comments are switched off, which closes this way
        if (!answer)
            return tl::unexpected(answer.error());
        auto one = parseComments(*answer);
        if (!one)
            return tl::unexpected(one.error());
        batch.comments += one->comments;
    }
    return {};
}

Result<WalkPage> GhostStore::pullReactions(const Walk& walk, const QString& cursor)
{
    if (walk.extent != Walk::Extent::Named)
        return failure(Error::Kind::Internal, u"reactions"_s, u"Ghost lists reactions by their comment only"_s);
    const auto from = offsetIn(walk.ids, cursor);
    if (!from)
        return tl::unexpected(badCursor());
    const QStringList ids = walk.ids.mid(*from, m_options.commentsOfReactions);
    WalkPage page;
    if (cursor.isEmpty())
        page.total = walk.ids.size();
    if (ids.isEmpty())
        return page;

    // One look at the counts saves asking every comment for dislikes and reports that nearly none has.
    const auto answer = m_api.get(u"/comments/"_s, {{u"limit"_s, QString::number(ids.size())}, {u"filter"_s, anyOfIds(ids)}},
        u"counts of reactions"_s, [&](const QJsonObject& some) { return areOf(ids, "comments"_L1, some); });
    if (!answer)
        return tl::unexpected(answer.error());
    const auto counts = parseReactionCounts(*answer);
    if (!counts)
        return tl::unexpected(counts.error());
    for (const ReactionCounts& count : *counts) {
        const std::array<qint64, kReactionKinds.size()> numbers{count.likes, count.dislikes, count.reports};
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (numbers[i] == 0)
                continue;
            if (const auto added = addReactions(count.comment, kReactionKinds[i], page.batch); !added)
                return tl::unexpected(added.error());
        }
    }
    if (*from + ids.size() < walk.ids.size())
        page.next = QString::number(*from + ids.size());
    return page;
}

Result<void> GhostStore::addReactions(const QString& comment, Reaction::Kind kind, Batch& batch)
{
    // Pages, newest first: a reaction that comes meanwhile pushes rows along, which then come twice and do no harm; one that is
    // withdrawn pulls one up unseen, and the count that differs makes the next sync ask again.
    for (int number = 1;; ++number) {
        const auto answer = m_api.get("/comments/"_L1 + comment + u'/' + pathOf(kind),
            {{u"limit"_s, QString::number(m_options.rows)}, {u"page"_s, QString::number(number)}}, nameOf(kind) + u's',
            [&](const QJsonObject& some) {
                const auto reactions = parseReactions(some, kind);
                return reactions && parsePaging(some)
                    && std::all_of(reactions->reactions.begin(), reactions->reactions.end(),
                        [&](const RemoteReaction& reaction) { return reaction.comment == comment; });
            });
        if (!answer && answer.error().kind == Error::Kind::NotFound)
            return {}; // deleted since it was counted
        if (!answer)
            return tl::unexpected(answer.error());
        const auto reactions = parseReactions(*answer, kind);
        if (!reactions)
            return tl::unexpected(reactions.error());
        batch.reactions += reactions->reactions;
        const auto paging = parsePaging(*answer);
        if (!paging)
            return tl::unexpected(paging.error());
        if (!paging->more || reactions->reactions.isEmpty())
            return {};
    }
}

Result<WalkPage> GhostStore::pullEvents(const Walk& walk, const QString& cursor)
{
    const QString type = eventFilterName(walk.event);
    if (type.isEmpty() || walk.extent == Walk::Extent::Named)
        return failure(Error::Kind::Internal, nameOf(walk.event), u"Ghost has no such list of events"_s);
    const QString since = walk.extent == Walk::Extent::Since ? "data.created_at:>="_L1 + quotedTime(walk.sinceUtc) : QString();
    const auto queryFrom = [&](const std::optional<Place>& from) {
        return Query{{u"limit"_s, QString::number(m_options.rows)},
            {u"filter"_s, allOf({"type:"_L1 + type, since, from ? from->filterBeyond(Order::NewestFirst) : QString()})}};
    };

    const PageQuestion question{
        .list = "events"_L1, .limit = m_options.rows, .order = Order::NewestFirst, .after = Place::read(cursor, Order::NewestFirst)};
    if (!question.after && !cursor.isEmpty())
        return tl::unexpected(badCursor());
    const QString note = nameOf(walk.event) + " events"_L1;
    const auto answer = m_api.get(u"/members/events/"_s, queryFrom(question.after), note,
        [&](const QJsonObject& page) { return isAnswerTo(question, page); });
    if (!answer)
        return tl::unexpected(answer.error());
    const auto paging = parsePaging(*answer);
    if (!paging)
        return tl::unexpected(paging.error());
    auto batch = parseEvents(*answer);
    if (!batch)
        return tl::unexpected(batch.error());
    WalkPage page{.batch = std::move(*batch), .next = {}, .total = cursor.isEmpty() ? std::optional(paging->total) : std::nullopt};
    const QList<RemoteEvent>& events = page.batch.events;
    const QJsonArray rows = answer->value("events"_L1).toArray();
    const bool allAskedFor
        = std::all_of(events.begin(), events.end(), [&](const RemoteEvent& event) { return event.event.kind == walk.event; });
    if (!allAskedFor || events.size() != rows.size())
        return failure(Error::Kind::BadAnswer, u"events[].type"_s, u"an event of another type than asked for"_s);
    if (paging->total > rows.size()) {
        const auto last = placeOf(rows.last().toObject(), Order::NewestFirst);
        page.next = last->text(Order::NewestFirst);
        if (m_options.readAhead)
            m_api.prefetch(u"/members/events/"_s, queryFrom(last), note);
    }
    return page;
}

} // namespace lyceum::sync

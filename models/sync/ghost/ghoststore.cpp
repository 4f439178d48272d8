// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/ghoststore.h"

#include "sync/ghost/jsonrow.h"
#include "sync/ghost/nql.h"
#include "sync/ghost/pagecheck.h"
#include "sync/ghost/rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::sync {

using namespace ghost;

namespace {

constexpr int kRecentEvents = 50;

/// Events that change a member's row and move no "updated at". A sign-in changes nothing in the row; a click and a comment move
/// the member's own "updated at".
constexpr EventKind kTellingKinds[] = {EventKind::NewsletterChange, EventKind::SubscriptionChange, EventKind::Payment, EventKind::EmailChange};

QString anyOfTypes(const QList<EventKind>& kinds)
{
    QStringList names;
    for (const EventKind kind : kinds)
        names.append(eventFilterName(kind));
    return "type:["_L1 + names.join(u',') + u']';
}

QUrl orElse(const QString& text, const QUrl& otherwise)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() ? url : otherwise;
}

} // namespace

GhostStore::GhostStore(const QUrl& site, AdminKey key, const Clock& clock, Options options)
    : m_options(std::move(options))
    , m_api(site, std::move(key), clock, m_options.http, m_options.seed ? QRandomGenerator(m_options.seed) : QRandomGenerator::securelySeeded())
    , m_site(site)
{
}

Result<StoreInfo> GhostStore::identify()
{
    const auto site = m_api.site();
    if (!site)
        return tl::unexpected(site.error());
    const auto answer = m_api.get(u"/settings/"_s, {}, u"settings"_s,
        [](const QJsonObject& settings) { return !settings.value("settings"_L1).toArray().isEmpty(); });
    if (!answer)
        return tl::unexpected(answer.error());

    JsonFault fault;
    const JsonRow about(*site, u"site"_s, &fault);
    StoreInfo info;
    info.kind = u"ghost"_s;
    info.title = about.textOr("title"_L1);
    info.url = orElse(about.textOr("url"_L1), m_site);
    info.siteId = about.id("site_uuid"_L1);
    info.version = about.text("version"_L1);
    for (const QJsonValueConstRef item : answer->value("settings"_L1).toArray()) {
        const QJsonObject setting = item.toObject();
        const QString key = setting.value("key"_L1).toString();
        if (key == "timezone"_L1)
            info.timeZone = setting.value("value"_L1).toString();
        else if (key == "paid_members_enabled"_L1)
            info.paidMembers = setting.value("value"_L1).toBool();
    }
    if (info.timeZone.isEmpty())
        about.refuse("timezone"_L1);
    info.serverTimeUtc = m_api.serverNowUtc();
    m_payments = info.paidMembers;
    if (fault.any())
        return tl::unexpected(fault.error());
    return info;
}

// What has changed without moving a row's own date

Result<Hints> GhostStore::hintsSince(qint64 sinceUtc)
{
    Hints hints;
    if (const auto added = addActions(sinceUtc, hints); !added)
        return tl::unexpected(added.error());
    if (const auto added = addEventMembers(sinceUtc, hints); !added)
        return tl::unexpected(added.error());
    for (QStringList* list : {&hints.members, &hints.posts, &hints.deletedPosts}) {
        list->sort();
        list->removeDuplicates();
    }
    return hints;
}

Result<void> GhostStore::addActions(qint64 sinceUtc, Hints& hints)
{
    // Newest first, in an order that cannot be chosen and is arbitrary within a second: each request asks for what is not younger
    // than the oldest row seen, and only a second fuller than a page is paged through.
    QString oldest;
    int number = 1;
    for (;;) {
        const QString filter = allOf({u"resource_type:[member,post,label]"_s, "created_at:>="_L1 + quotedTime(sinceUtc),
            oldest.isEmpty() ? QString() : "created_at:<="_L1 + quotedTime(parseIsoTime(oldest).value_or(sinceUtc))});
        const auto answer = m_api.get(u"/actions/"_s,
            {{u"limit"_s, QString::number(m_options.rows)}, {u"page"_s, QString::number(number)}, {u"filter"_s, filter}}, u"the action log"_s,
            [&](const QJsonObject& page) { return hasPromisedRows("actions"_L1, m_options.rows, number, page); });
        if (!answer)
            return tl::unexpected(answer.error());
        const auto paging = parsePaging(*answer);
        if (!paging)
            return tl::unexpected(paging.error());
        JsonFault fault;
        const QList<JsonRow> rows = JsonRow(*answer, {}, &fault).rows("actions"_L1);
        for (const JsonRow& row : rows) {
            const QString type = row.text("resource_type"_L1);
            const QString id = row.textOr("resource_id"_L1); // null when many were changed at once
            const bool deleted = row.text("event"_L1) == "deleted"_L1;
            if (type == "label"_L1)
                hints.labelsChanged = true;
            else if (type == "member"_L1 && !id.isEmpty() && !deleted)
                hints.members.append(id);
            else if (type == "post"_L1 && !id.isEmpty())
                (deleted ? hints.deletedPosts : hints.posts).append(id);
        }
        const QString last = rows.isEmpty() ? QString() : rows.last().text("created_at"_L1);
        if (!rows.isEmpty() && !parseIsoTime(last))
            rows.last().refuse("created_at"_L1);
        if (fault.any())
            return tl::unexpected(fault.error());
        if (rows.isEmpty() || !paging->more)
            return {};
        if (last != oldest) {
            oldest = last;
            number = 1;
        } else {
            ++number;
        }
    }
}

Result<void> GhostStore::addEventMembers(qint64 sinceUtc, Hints& hints)
{
    // One request for the newest of all kinds, because its total is wanted too. On a quiet site it reaches back far enough.
    const auto answer = m_api.get(u"/members/events/"_s,
        {{u"limit"_s, QString::number(kRecentEvents)}, {u"filter"_s, anyOfTypes(eventKinds())}}, u"the newest events"_s,
        [](const QJsonObject& page) { return hasPromisedRows("events"_L1, kRecentEvents, 1, page); });
    if (!answer)
        return tl::unexpected(answer.error());
    const auto paging = parsePaging(*answer);
    if (!paging)
        return tl::unexpected(paging.error());
    const auto newest = parseEvents(*answer);
    if (!newest)
        return tl::unexpected(newest.error());
    m_eventTotal.set(paging->total);
    const auto add = [&](const QList<RemoteEvent>& events) {
        for (const RemoteEvent& event : events) {
            const bool telling = std::find(std::begin(kTellingKinds), std::end(kTellingKinds), event.event.kind) != std::end(kTellingKinds);
            if (telling && event.event.atUtc >= sinceUtc && !event.member.isEmpty())
                hints.members.append(event.member);
        }
    };
    add(newest->events);
    if (paging->total <= newest->events.size() || newest->events.last().event.atUtc < sinceUtc)
        return {};

    for (const EventKind kind : kTellingKinds) {
        const Walk walk{.kind = Kind::Events, .extent = Walk::Extent::Since, .sinceUtc = sinceUtc, .ids = {}, .event = kind};
        QString cursor;
        do {
            const auto page = pull(walk, cursor);
            if (!page)
                return tl::unexpected(page.error());
            add(page->batch.events);
            cursor = page->next;
        } while (!cursor.isEmpty());
    }
    return {};
}

// Counts

Result<qint64> GhostStore::count(const QString& path, const QString& filter)
{
    Query query{{u"limit"_s, u"1"_s}, {u"fields"_s, u"id"_s}};
    if (!filter.isEmpty())
        query.append({u"filter"_s, filter});
    const auto answer = m_api.get(path, query, u"a count"_s, [](const QJsonObject& page) { return parsePaging(page).has_value(); });
    if (!answer)
        return tl::unexpected(answer.error());
    const auto paging = parsePaging(*answer);
    if (!paging)
        return tl::unexpected(paging.error());
    return paging->total;
}

void GhostStore::rememberCounts(Kind kind, const QJsonObject& answer, bool first, bool last)
{
    if (kind != Kind::Labels && kind != Kind::Newsletters)
        return;
    if (first)
        m_counting.clear();
    for (const QJsonValueConstRef item : answer.value(kind == Kind::Labels ? "labels"_L1 : "newsletters"_L1).toArray()) {
        const QJsonObject row = item.toObject();
        m_counting.insert(row.value("id"_L1).toString(), row.value("count"_L1).toObject().value("members"_L1).toInteger());
    }
    if (last)
        (kind == Kind::Labels ? m_labelCounts : m_newsletterCounts).set(std::exchange(m_counting, {}));
}

Result<GhostStore::Counts> GhostStore::membersOf(Kind kind, Remembered<Counts>& remembered)
{
    if (!remembered.isFresh()) {
        QString cursor;
        do {
            const auto page = pull({.kind = kind, .extent = Walk::Extent::Everything, .ids = {}}, cursor);
            if (!page)
                return tl::unexpected(page.error());
            cursor = page->next;
        } while (!cursor.isEmpty());
    }
    return *remembered.value;
}

Result<Totals> GhostStore::totals()
{
    Totals totals;
    for (const Kind kind : {Kind::Members, Kind::Posts, Kind::Comments}) {
        const auto rows = count(u'/' + nameOf(kind) + u'/', {});
        if (!rows)
            return tl::unexpected(rows.error());
        totals.rows.insert(kind, *rows);
    }
    if (!m_eventTotal.isFresh()) {
        const auto events = count(u"/members/events/"_s, anyOfTypes(eventKinds()));
        if (!events)
            return tl::unexpected(events.error());
        m_eventTotal.set(*events);
    }
    totals.events = *m_eventTotal.value;
    auto labels = membersOf(Kind::Labels, m_labelCounts);
    if (!labels)
        return tl::unexpected(labels.error());
    totals.rows.insert(Kind::Labels, labels->size());
    totals.membersOfLabel = std::move(*labels);
    auto newsletters = membersOf(Kind::Newsletters, m_newsletterCounts);
    if (!newsletters)
        return tl::unexpected(newsletters.error());
    totals.rows.insert(Kind::Newsletters, newsletters->size());
    totals.membersOfNewsletter = std::move(*newsletters);
    return totals;
}

Result<qint64> GhostStore::eventTotal(EventKind kind)
{
    const QString type = eventFilterName(kind);
    if (type.isEmpty())
        return failure(Error::Kind::Internal, nameOf(kind), u"Ghost has no such list of events"_s);
    return count(u"/members/events/"_s, "type:"_L1 + type);
}

bool GhostStore::outlivesMember(EventKind kind) const
{
    switch (kind) {
    case EventKind::EmailSent:
    case EventKind::EmailDelivered:
    case EventKind::EmailOpened:
    case EventKind::EmailFailed:
    case EventKind::Donation: return true;
    default: return false;
    }
}

QList<EventKind> GhostStore::eventKinds() const
{
    QList<EventKind> kinds;
    for (int i = kFirstEventKind; i <= kLastEventKind; ++i) {
        if (!eventFilterName(EventKind(i)).isEmpty())
            kinds.append(EventKind(i));
    }
    return kinds;
}

Traffic GhostStore::traffic() const
{
    return {.requests = m_api.http().requests(), .bytes = m_api.http().bytes()};
}

} // namespace lyceum::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorystore.h"

#include "sync/engine/rowids.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::test {

using namespace sync;

namespace {

// Where a row stands in its list, as a cursor: lists are in the order of this text.
QString placeOf(qint64 atUtc, const QString& id)
{
    return QString::number(atUtc).rightJustified(12, u'0') + u'|' + id;
}

template <class Row>
QString placeOf(const Row& row, bool byTime)
{
    const QString& id = remoteIdOf(row);
    if constexpr (std::is_same_v<Row, RemoteEvent>)
        return placeOf(row.event.atUtc, id);
    else if constexpr (std::is_same_v<Row, RemoteMember> || std::is_same_v<Row, RemotePost>)
        return byTime ? placeOf(valueOf(row).changedAtUtc.value_or(0), id) : id;
    else
        return id;
}

template <class Row>
QList<Row> named(const QMap<QString, Row>& all, const QStringList& ids)
{
    QList<Row> rows;
    for (const QString& id : ids) {
        if (all.contains(id))
            rows.append(all.value(id));
    }
    return rows;
}

} // namespace

MemoryStore::MemoryStore(Site& site, Habits habits, Faults faults, quint64 seed)
    : m_site(site)
    , m_habits(habits)
    , m_faults(faults)
    , m_dice(seed)
{
}

Result<void> MemoryStore::call(int requests)
{
    if (m_cancelled)
        return failure(Error::Kind::Cancelled);
    ++m_site.nowUtc;
    m_requests += requests;
    ++m_calls;
    if (m_died || m_calls == m_faults.dieAtCall) {
        if (!std::exchange(m_died, true) && onDeath)
            onDeath();
        return failure(Error::Kind::Offline, u"dead"_s);
    }
    if (m_calls == m_faults.cancelAtCall && onCancel) {
        onCancel();
        return failure(Error::Kind::Cancelled);
    }
    if (m_dice.chance(m_faults.edits))
        m_site.edit(m_faults.trace);
    if (m_dice.chance(m_faults.error))
        return failure(m_dice.chance(50) ? Error::Kind::Timeout : Error::Kind::StoreUnavailable, u"fault"_s);
    return {};
}

Result<void> MemoryStore::answer()
{
    if (m_calls == m_faults.dieAfterCall) {
        if (!std::exchange(m_died, true) && onDeath)
            onDeath();
        return failure(Error::Kind::Offline, u"dead"_s);
    }
    if (m_dice.chance(m_faults.lostAnswer))
        return failure(m_dice.chance(50) ? Error::Kind::Timeout : Error::Kind::StoreUnavailable, u"lost"_s);
    return {};
}

// ---- writing

Batch MemoryStore::rowAnswered(Kind kind, const QString& remoteId)
{
    const Habits habits = std::exchange(m_habits, {.pageRows = 1'000'000, .byOffset = false});
    Walk walk {.kind = kind, .extent = Walk::Extent::Named, .ids = {remoteId}};
    Batch batch = page(walk, {}).batch;
    m_habits = habits;
    batch.tiers.removeIf([&](const Tier& row) { return kind == Kind::Tiers && row.remoteId != remoteId; });
    batch.labels.removeIf([&](const Label& row) { return kind == Kind::Labels && row.remoteId != remoteId; });
    batch.tags.removeIf([&](const Tag& row) { return kind == Kind::Tags && row.remoteId != remoteId; });
    return batch;
}

Result<Batch> MemoryStore::write(const RowWrite& write)
{
    if (onWrite)
        onWrite(write);
    if (auto called = call(); !called)
        return tl::unexpected(called.error());
    const auto written = m_site.write(write);
    if (!written)
        return tl::unexpected(written.error());
    if (onAnswer) {
        if (auto passed = onAnswer(write); !passed)
            return tl::unexpected(passed.error());
    }
    if (auto answered = answer(); !answered)
        return tl::unexpected(answered.error());
    return rowAnswered(write.kind, *written);
}

Result<void> MemoryStore::remove(Kind kind, const QString& remoteId)
{
    if (onRemove)
        onRemove(kind, remoteId);
    if (auto called = call(); !called)
        return called;
    m_site.remove(kind, remoteId);
    return answer();
}

Result<std::optional<Batch>> MemoryStore::findMade(const RowWrite& write)
{
    if (auto called = call(); !called)
        return tl::unexpected(called.error());
    const QString id = m_site.find(write);
    return id.isEmpty() ? std::optional<Batch>() : std::optional(rowAnswered(write.kind, id));
}

Result<void> MemoryStore::relabel(const Label& label, const QStringList& members, bool carry)
{
    if (onRelabel)
        onRelabel(label, members, carry);
    if (auto called = call(); !called)
        return called;
    if (auto done = m_site.relabel(label, members, carry); !done)
        return done;
    return answer();
}

Result<StoreInfo> MemoryStore::identify()
{
    if (auto called = call(2); !called)
        return tl::unexpected(called.error());
    StoreInfo info;
    info.kind = u"memory"_s;
    info.title = u"Site"_s;
    info.url = QUrl(u"https://site.example"_s);
    info.siteId = m_site.siteId;
    info.timeZone = u"Europe/Vienna"_s;
    info.serverTimeUtc = m_site.nowUtc;
    return info;
}

// ---- lists

template <class Row>
WalkPage MemoryStore::listed(QList<Row> rows, const QString& cursor, QList<Row> Batch::*list, bool byTime)
{
    constexpr bool isBackwards = std::is_same_v<Row, RemoteEvent>; // newest first
    std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
        return isBackwards ? placeOf(b, byTime) < placeOf(a, byTime) : placeOf(a, byTime) < placeOf(b, byTime);
    });
    WalkPage page;
    if (cursor.isEmpty())
        page.total = rows.size();
    qsizetype from = 0;
    if (m_habits.byOffset) {
        if (!isBackwards)
            std::reverse(rows.begin(), rows.end()); // newest first, as careless lists are
        from = cursor.toLongLong();
    } else if (!cursor.isEmpty()) {
        const auto after = std::find_if(rows.cbegin(), rows.cend(),
            [&](const Row& row) { return isBackwards ? placeOf(row, byTime) < cursor : cursor < placeOf(row, byTime); });
        from = after - rows.cbegin();
    }
    page.batch.*list = rows.mid(from, m_habits.pageRows);
    if (from + m_habits.pageRows < rows.size())
        page.next = m_habits.byOffset ? QString::number(from + m_habits.pageRows) : placeOf((page.batch.*list).last(), byTime);
    return page;
}

WalkPage MemoryStore::members(const Walk& walk, const QString& cursor)
{
    QList<RemoteMember> rows = walk.extent == Walk::Extent::Named ? named(m_site.members, walk.ids) : m_site.members.values();
    const QString only = walk.ids.value(0);
    if (walk.extent == Walk::Extent::Since)
        rows.removeIf([&](const RemoteMember& row) { return row.member.changedAtUtc.value_or(0) < walk.sinceUtc; });
    else if (walk.extent == Walk::Extent::WithLabel)
        rows.removeIf([&](const RemoteMember& row) { return !row.labels.contains(only); });
    else if (walk.extent == Walk::Extent::WithNewsletter)
        rows.removeIf([&](const RemoteMember& row) { return !row.newsletters.contains(only); });
    WalkPage page = listed(std::move(rows), cursor, &Batch::members, walk.extent == Walk::Extent::Since);
    for (const RemoteMember& member : std::as_const(page.batch.members)) {
        for (const QString& label : member.labels)
            page.batch.labels.append(m_site.labels.value(label));
    }
    return page;
}

WalkPage MemoryStore::posts(const Walk& walk, const QString& cursor)
{
    QList<RemotePost> rows = walk.extent == Walk::Extent::Named ? named(m_site.posts, walk.ids) : m_site.posts.values();
    if (walk.extent == Walk::Extent::Since)
        rows.removeIf([&](const RemotePost& row) { return row.post.changedAtUtc.value_or(0) < walk.sinceUtc; });
    return listed(std::move(rows), cursor, &Batch::posts, walk.extent == Walk::Extent::Since);
}

WalkPage MemoryStore::comments(const Walk& walk, const QString& cursor)
{
    QList<RemoteComment> rows;
    if (walk.extent == Walk::Extent::Named) {
        rows = named(m_site.comments, walk.ids); // by name the deleted ones can be read, without their text
        for (RemoteComment& row : rows) {
            if (row.comment.status == Comment::Status::Deleted)
                row.comment.html = row.comment.text = QString();
        }
    } else {
        rows = named(m_site.comments, m_site.listedComments());
    }
    if (walk.extent == Walk::Extent::Since)
        rows.removeIf([&](const RemoteComment& row) { return m_site.commentChanged.value(row.comment.remoteId) < walk.sinceUtc; });
    return listed(std::move(rows), cursor, &Batch::comments);
}

WalkPage MemoryStore::events(const Walk& walk, const QString& cursor)
{
    QList<RemoteEvent> rows = m_site.events.value(walk.event).values();
    if (walk.extent == Walk::Extent::Since)
        rows.removeIf([&](const RemoteEvent& row) { return row.event.atUtc < walk.sinceUtc; });
    return listed(std::move(rows), cursor, &Batch::events);
}

WalkPage MemoryStore::page(const Walk& walk, const QString& cursor)
{
    switch (walk.kind) {
    case Kind::Tiers: return listed(m_site.tiers.values(), cursor, &Batch::tiers);
    case Kind::Labels: return listed(m_site.labels.values(), cursor, &Batch::labels);
    case Kind::Newsletters: return listed(m_site.newsletters.values(), cursor, &Batch::newsletters);
    case Kind::Offers: return listed(m_site.offers.values(), cursor, &Batch::offers);
    case Kind::Tags: return listed(m_site.tags.values(), cursor, &Batch::tags);
    case Kind::Members: return members(walk, cursor);
    case Kind::Posts: return posts(walk, cursor);
    case Kind::Comments: return comments(walk, cursor);
    case Kind::Reactions: {
        QList<RemoteReaction> rows = m_site.reactions.values();
        rows.removeIf([&](const RemoteReaction& row) { return !walk.ids.contains(row.comment); });
        return listed(std::move(rows), cursor, &Batch::reactions);
    }
    case Kind::Events: return events(walk, cursor);
    }
    return {};
}

template <class Row>
void MemoryStore::spoilRows(QList<Row>& rows, bool mayLose)
{
    if (rows.isEmpty())
        return;
    if (m_dice.chance(m_faults.repeatedRow))
        rows.append(rows.at(m_dice.below(rows.size())));
    if (mayLose && m_dice.chance(m_faults.lostRow))
        rows.removeAt(m_dice.below(rows.size()));
    if (m_dice.chance(m_faults.shuffledPage)) {
        for (qsizetype i = rows.size() - 1; i > 0; --i)
            rows.swapItemsAt(i, m_dice.below(i + 1));
    }
}

void MemoryStore::spoil(const Walk& walk, Batch& batch)
{
    const bool mayLose = walk.extent != Walk::Extent::Named; // rows asked for by name cannot move out of sight
    spoilRows(batch.members, mayLose);
    spoilRows(batch.posts, mayLose);
    spoilRows(batch.comments, mayLose);
    spoilRows(batch.reactions, mayLose);
    spoilRows(batch.events, mayLose);
}

Result<WalkPage> MemoryStore::pull(const Walk& walk, const QString& cursor)
{
    static const QString kAgain = u"again:"_s;
    if (onPull)
        onPull(walk, cursor);
    if (auto called = call(); !called)
        return tl::unexpected(called.error());
    const bool isRepeat = cursor.startsWith(kAgain);
    const QString from = isRepeat ? cursor.mid(kAgain.size()) : cursor;
    WalkPage answer = page(walk, from);
    spoil(walk, answer.batch);
    if (!isRepeat && m_dice.chance(m_faults.repeatedPage))
        answer.next = kAgain + from;
    return answer;
}

// ---- what gives changes away

Result<Hints> MemoryStore::hintsSince(qint64 sinceUtc)
{
    if (auto called = call(2); !called)
        return tl::unexpected(called.error());
    Hints hints;
    hints.tagsChanged = false;
    for (const Site::LoggedAction& action : std::as_const(m_site.log)) {
        if (action.atUtc < sinceUtc)
            continue;
        switch (action.kind) {
        case Kind::Members: hints.members.append(action.id); break;
        case Kind::Posts: (action.deleted ? hints.deletedPosts : hints.posts).append(action.id); break;
        case Kind::Labels: hints.labelsChanged = true; break;
        case Kind::Tags: hints.tagsChanged = true; break;
        default: break;
        }
    }
    for (const EventKind kind : {EventKind::NewsletterChange, EventKind::SubscriptionChange, EventKind::Payment}) {
        for (const RemoteEvent& event : m_site.events.value(kind)) {
            if (event.event.atUtc >= sinceUtc)
                hints.members.append(event.member);
        }
    }
    return hints;
}

Result<Totals> MemoryStore::totals()
{
    if (auto called = call(5); !called)
        return tl::unexpected(called.error());
    Totals totals;
    totals.rows = {{Kind::Members, m_site.members.size()}, {Kind::Posts, m_site.posts.size()}, {Kind::Comments, m_site.listedComments().size()}};
    for (const auto& kind : std::as_const(m_site.events))
        totals.events += kind.size();
    for (const Label& label : std::as_const(m_site.labels))
        totals.membersOfLabel.insert(label.remoteId, m_site.miscounted.value(label.remoteId));
    for (const Newsletter& newsletter : std::as_const(m_site.newsletters))
        totals.membersOfNewsletter.insert(newsletter.remoteId, 0);
    for (const RemoteMember& member : std::as_const(m_site.members)) {
        for (const QString& label : member.labels)
            ++totals.membersOfLabel[label];
        for (const QString& newsletter : member.newsletters)
            ++totals.membersOfNewsletter[newsletter];
    }
    return totals;
}

Result<qint64> MemoryStore::eventTotal(EventKind kind)
{
    if (auto called = call(); !called)
        return tl::unexpected(called.error());
    return m_site.events.value(kind).size();
}

Result<HostedStore::IdPage> MemoryStore::ids(Kind kind, const QString& cursor)
{
    if (auto called = call(); !called)
        return tl::unexpected(called.error());
    QStringList all = kind == Kind::Members ? m_site.members.keys() : kind == Kind::Posts ? m_site.posts.keys() : m_site.listedComments();
    all.removeIf([&](const QString& id) { return !cursor.isEmpty() && id <= cursor; });
    IdPage page;
    page.ids = all.mid(0, m_habits.pageRows * 3);
    if (page.ids.size() < all.size())
        page.next = page.ids.last();
    return page;
}

Result<bool> MemoryStore::exists(Kind kind, const QString& remoteId)
{
    if (auto called = call(); !called)
        return tl::unexpected(called.error());
    switch (kind) {
    case Kind::Members: return m_site.members.contains(remoteId);
    case Kind::Posts: return m_site.posts.contains(remoteId);
    case Kind::Comments: return m_site.listedComments().contains(remoteId);
    case Kind::Labels: return m_site.labels.contains(remoteId);
    case Kind::Tags: return m_site.tags.contains(remoteId);
    default: return failure(Error::Kind::Internal, nameOf(kind), u"nobody asks for these one by one"_s);
    }
}

} // namespace lyceum::test

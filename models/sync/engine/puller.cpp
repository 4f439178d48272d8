// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/puller.h"

#include "base/logging.h"
#include "sync/engine/rowids.h"

using namespace Qt::StringLiterals;

namespace lyceum::sync {

using namespace storage;

namespace {

template <class Row>
void addIds(const QList<Row>& rows, QSet<QString>& ids)
{
    for (const Row& row : rows)
        ids.insert(remoteIdOf(row));
}

qsizetype rowsOf(Kind kind, const Batch& batch)
{
    qsizetype count = 0;
    withRows(kind, batch, [&](const auto& rows) { count = rows.size(); });
    return count;
}

void append(Batch& to, const Batch& from)
{
    to.tiers += from.tiers;
    to.labels += from.labels;
    to.newsletters += from.newsletters;
    to.offers += from.offers;
    to.tags += from.tags;
    to.members += from.members;
    to.posts += from.posts;
    to.comments += from.comments;
    to.reactions += from.reactions;
    to.events += from.events;
}

bool isCatalogue(Kind kind)
{
    return kind == Kind::Tiers || kind == Kind::Labels || kind == Kind::Newsletters || kind == Kind::Offers || kind == Kind::Tags;
}

} // namespace

QStringList sorted(const QSet<QString>& ids)
{
    QStringList list(ids.begin(), ids.end());
    list.sort();
    return list;
}

// ---- into the workspace

void Puller::enter(Kind kind, const ChangeSummary& summary, const Applied& applied)
{
    qint64 removed = 0;
    for (auto it = m.report.kinds.begin(); it != m.report.kinds.end(); ++it) {
        const ChangeSummary::OfEntity of = summary.entities.value(entityOf(it.key()));
        it->created += of.inserted;
        it->updated += of.updated;
        if (it.key() == kind)
            removed = of.removed;
    }
    KindReport& books = m.report.kinds[kind];
    books.deleted += applied.deleted;
    books.updated -= applied.deleted - removed; // a mark of departure is an update to the workspace, but not in these books
    books.skipped += applied.eventsSkipped;
}

Result<void> Puller::commit(Kind kind, const QString& reason, const Fill& fill)
{
    if (m.cancel.isCancelled())
        return failure(Error::Kind::Cancelled);
    const qint64 nowUtc = m.nowUtc();
    Applied applied;
    const auto summary = m.lane.run([&] {
        return m.workspace.commit({u"sync"_s, m.origin, reason}, [&](ChangeSet& changes) -> Result<void> {
            Applier applier(changes, m_index, m_writable, nowUtc);
            if (auto filled = fill(applier, changes); !filled)
                return filled;
            const auto finished = applier.finish();
            if (!finished)
                return tl::unexpected(finished.error());
            applied = *finished;
            return {};
        });
    });
    if (!summary)
        return tl::unexpected(summary.error());
    enter(kind, *summary, applied);
    return {};
}

/// On the lane.
Result<Puller::PageResult> Puller::commitPage(
    Kind kind, const Batch& batch, const QHash<Kind, QSet<QString>>& asked, std::optional<PassState> after, qint64 nowUtc)
{
    PageResult result;
    auto unknown = unknownReferences(m.workspace.connection(), m_index, kind, batch, asked);
    if (!unknown)
        return tl::unexpected(unknown.error());
    if (!unknown->isEmpty()) {
        result.unknown = *std::move(unknown);
        return result;
    }
    auto summary = m.workspace.commit({u"sync"_s, m.origin, nameOf(kind) + " page"_L1}, [&](ChangeSet& changes) -> Result<void> {
        Applier applier(changes, m_index, m_writable, nowUtc);
        if (auto applied = applier.apply(kind, batch); !applied)
            return applied;
        const auto finished = applier.finish();
        if (!finished)
            return tl::unexpected(finished.error());
        result.applied = *finished;
        if (after) {
            after->kept += finished->eventsKept;
            after->skipped += finished->eventsSkipped;
            changes.setSyncState(u"pass"_s, after->toText());
        }
        return {};
    });
    if (!summary)
        return tl::unexpected(summary.error());
    result.summary = *std::move(summary);
    result.pass = std::move(after);
    return result;
}

std::future<Result<Puller::PageResult>> Puller::startPage(Kind kind, const Batch& batch, const std::optional<PassState>& after)
{
    return m.lane.start([this, kind, batch, asked = m_asked, after, now = m.nowUtc()] { return commitPage(kind, batch, asked, after, now); });
}

/// Waits for a page to be committed; what it refers to and is not here is fetched first.
Result<void> Puller::settle(Kind kind, const Batch& batch, const std::optional<PassState>& after, std::future<Result<PageResult>> first)
{
    auto result = first.get();
    while (result && !result->unknown.isEmpty()) {
        if (auto resolved = resolve(result->unknown); !resolved)
            return resolved;
        result = startPage(kind, batch, after).get();
    }
    if (!result)
        return tl::unexpected(result.error());
    enter(kind, result->summary, result->applied);
    if (result->pass)
        m.pass = *std::move(result->pass);
    return {};
}

Result<void> Puller::resolve(const References& unknown)
{
    QList<Kind> kinds = unknown.keys();
    std::ranges::sort(kinds);
    for (const Kind kind : std::as_const(kinds)) {
        const QStringList ids = unknown.value(kind);
        // Before asking: rows may refer to each other in a ring, and what does not come must not be asked for twice.
        m_asked[kind].unite(QSet<QString>(ids.begin(), ids.end()));
        if (!isCatalogue(kind)) {
            if (const auto came = named(kind, ids); !came)
                return tl::unexpected(came.error());
        } else if (!m_listed.contains(kind)) {
            m_listed.insert(kind);
            if (const auto came = walkAside({.kind = kind, .extent = Walk::Extent::Everything, .ids = {}}); !came)
                return tl::unexpected(came.error());
        }
    }
    return {};
}

Result<void> Puller::fetchReferences(Kind kind, const Batch& batch)
{
    for (;;) {
        const auto unknown = m.lane.run([&] { return unknownReferences(m.workspace.connection(), m_index, kind, batch, m_asked); });
        if (!unknown)
            return tl::unexpected(unknown.error());
        if (unknown->isEmpty())
            return {};
        if (auto resolved = resolve(*unknown); !resolved)
            return resolved;
    }
}

// ---- from the store

Result<Puller::Walked> Puller::pages(const Walk& walk, Marks marks, const QString& from)
{
    const Stopwatch watch(m.report.kinds[walk.kind].seconds);
    const auto pull = [&](const QString& cursor) { return ask(walk.kind, [&](HostedStore& store) { return store.pull(walk, cursor); }); };
    Walked walked;
    QString cursor = from;
    auto page = pull(cursor);
    for (;;) {
        if (!page)
            return tl::unexpected(page.error());
        if (!page->next.isEmpty() && page->next == cursor)
            return failure(Error::Kind::BadAnswer, nameOf(walk.kind), u"the list does not go on"_s);
        const WalkPage current = *std::move(page);
        const qsizetype rows = rowsOf(walk.kind, current.batch);
        m.report.kinds[walk.kind].pulled += rows;
        if (walk.kind != Kind::Events) // of which there may be millions, and nobody looks for missing ones by id
            withRows(walk.kind, current.batch, [&](const auto& all) { addIds(all, walked.ids); });
        if (current.total)
            walked.total = current.total;
        std::optional<PassState> after;
        if (marks == Marks::Kept) {
            after = m.pass;
            after->cursor = current.next;
            after->walked = current.next.isEmpty();
            after->rows += rows;
            if (current.total)
                after->total = current.total;
        }
        const bool isLast = current.next.isEmpty();
        if (isLast && current.batch == Batch()) { // nothing to commit; the mark goes with whatever is committed next
            if (after)
                m.pass = *after;
        } else {
            if (m.cancel.isCancelled())
                return failure(Error::Kind::Cancelled);
            auto committing = startPage(walk.kind, current.batch, after);
            if (!isLast)
                page = pull(current.next);
            if (auto settled = settle(walk.kind, current.batch, after, std::move(committing)); !settled)
                return tl::unexpected(settled.error());
        }
        m.onPage(walk.kind, after ? m.pass.rows : walked.ids.size(), after ? m.pass.total : walked.total);
        if (isLast)
            return walked;
        cursor = current.next;
    }
}

Result<Puller::Walked> Puller::walk(const Walk& walk)
{
    const bool goesOn = m.pass.walk == walk.extent;
    if (goesOn && m.pass.walked)
        return Walked();
    const auto beginAnew = [&] {
        m.pass.walk = walk.extent;
        m.pass.walked = false;
        m.pass.cursor.clear();
        m.pass.total.reset();
        m.pass.rows = m.pass.kept = m.pass.skipped = 0;
    };
    if (!goesOn)
        beginAnew();
    bool whole = m.pass.cursor.isEmpty();
    auto walked = pages(walk, Marks::Kept, m.pass.cursor);
    if (!walked && walked.error().kind == Error::Kind::BadInput && !whole) {
        qCInfo(lcSync) << "The store does not know where a walk of" << nameOf(walk.kind) << "was to go on; it begins anew.";
        beginAnew();
        whole = true;
        walked = pages(walk, Marks::Kept, {});
    }
    if (walked)
        walked->whole = whole;
    return walked;
}

Result<QSet<QString>> Puller::walkAside(const Walk& walk)
{
    const auto walked = pages(walk, Marks::None, {});
    return walked ? Result<QSet<QString>>(walked->ids) : tl::unexpected(walked.error());
}

Result<QSet<QString>> Puller::named(Kind kind, const QStringList& ids)
{
    if (ids.isEmpty())
        return QSet<QString>();
    return walkAside({.kind = kind, .extent = Walk::Extent::Named, .ids = ids});
}

Result<Batch> Puller::fetchNamed(Kind kind, const QStringList& ids)
{
    return fetch({.kind = kind, .extent = Walk::Extent::Named, .ids = ids});
}

Result<Batch> Puller::fetch(const Walk& walk)
{
    const Kind kind = walk.kind;
    const Stopwatch watch(m.report.kinds[kind].seconds);
    Batch all;
    QString cursor;
    do {
        const auto page = ask(kind, [&](HostedStore& store) { return store.pull(walk, cursor); });
        if (!page)
            return tl::unexpected(page.error());
        if (!page->next.isEmpty() && page->next == cursor)
            return failure(Error::Kind::BadAnswer, nameOf(kind), u"the list does not go on"_s);
        m.report.kinds[kind].pulled += rowsOf(kind, page->batch);
        append(all, page->batch);
        cursor = page->next;
    } while (!cursor.isEmpty());
    return all;
}

} // namespace lyceum::sync

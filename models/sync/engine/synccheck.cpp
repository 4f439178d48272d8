// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/syncrun.h"

using namespace Qt::StringLiterals;

// Finding what left no trace in the store: rows that are gone, members whose labels or newsletters were changed in bulk.

namespace lyceum::sync {

using namespace storage;

namespace {

constexpr qsizetype kConfirmedPerCommit = 100;
constexpr int kMendings = 3; ///< how often a difference is mended in vain before it counts as the store's own

} // namespace

/// Labels and tags that a complete list no longer has.
Result<void> SyncEngine::Run::removeMissing(Kind kind, const QSet<QString>& there)
{
    const auto living = m_puller.read([&](Connection& connection) { return livingIds(connection, kind); });
    if (!living)
        return tl::unexpected(living.error());
    const auto gone = confirmGone(kind, sorted(*living - there));
    return gone ? Result<void>() : tl::unexpected(gone.error());
}

/// Asks for each by itself and marks those that are gone indeed; answers the others, which are there after all.
Result<QStringList> SyncEngine::Run::confirmGone(Kind kind, const QStringList& missing)
{
    QStringList there;
    QStringList gone;
    const auto mark = [&]() -> Result<void> {
        if (gone.isEmpty())
            return {};
        const QStringList now = std::exchange(gone, {});
        return m_puller.commit(kind, nameOf(kind) + " gone"_L1, [&](Applier& applier, ChangeSet&) -> Result<void> {
            for (const QString& id : now) {
                if (auto marked = applier.markGone(kind, id); !marked)
                    return marked;
            }
            return {};
        });
    };
    for (const QString& id : missing) {
        const auto exists = m_puller.ask(kind, [&](HostedStore& store) { return store.exists(kind, id); });
        if (!exists)
            return tl::unexpected(exists.error());
        (*exists ? there : gone).append(id);
        if (gone.size() < kConfirmedPerCommit)
            continue;
        if (auto marked = mark(); !marked)
            return tl::unexpected(marked.error());
    }
    if (auto marked = mark(); !marked)
        return tl::unexpected(marked.error());
    return there;
}

Result<void> SyncEngine::Run::checkRows(Kind kind)
{
    const auto totals = this->totals();
    if (!totals)
        return tl::unexpected(totals.error());
    const auto remote = (*totals)->rows.constFind(kind);
    const bool isCounted = remote != (*totals)->rows.constEnd();
    const qint64 theirs = isCounted ? *remote : 0;
    const QString name = "odd."_L1 + nameOf(kind);
    const auto count = [&] { return m_puller.read([&](Connection& connection) { return livingCount(connection, kind); }); };
    const auto signature = [&](qint64 ours) { return u"%1 %2"_s.arg(theirs).arg(ours); };
    if (!atLeast(Depth::Sweep)) {
        const auto ours = count();
        if (!ours)
            return tl::unexpected(ours.error());
        if (!isCounted || *ours == theirs)
            return {};
        const auto isOdd = isKnownOdd(name, signature(*ours));
        if (!isOdd)
            return tl::unexpected(isOdd.error());
        if (*isOdd)
            return {};
    }
    if (auto swept = sweep(kind); !swept)
        return swept;
    const auto ours = count();
    if (!ours)
        return tl::unexpected(ours.error());
    return noteOdd({{name, !isCounted || *ours == theirs ? QString() : signature(*ours)}});
}

Result<QSet<QString>> SyncEngine::Run::idsInStore(Kind kind)
{
    if (m_wholly.contains(kind))
        return m_pulled.value(kind);
    QSet<QString> ids;
    QString cursor;
    do {
        const auto page = m_puller.ask(kind, [&](HostedStore& store) { return store.ids(kind, cursor); });
        if (!page)
            return tl::unexpected(page.error());
        if (!page->next.isEmpty() && page->next == cursor)
            return failure(Error::Kind::BadAnswer, nameOf(kind), u"the list of ids does not go on"_s);
        ids.unite(QSet<QString>(page->ids.begin(), page->ids.end()));
        cursor = page->next;
        tell(kind, ids.size(), m_totals ? std::optional(m_totals->rows.value(kind)) : std::nullopt);
    } while (!cursor.isEmpty());
    return ids;
}

/// Compares all ids: what the store has no longer is marked, what is not here is read.
Result<void> SyncEngine::Run::sweep(Kind kind)
{
    const Stopwatch watch(m_report.kinds[kind].seconds);
    const auto there = idsInStore(kind);
    if (!there)
        return tl::unexpected(there.error());
    const auto living = m_puller.read([&](Connection& connection) { return livingIds(connection, kind); });
    if (!living)
        return tl::unexpected(living.error());
    const auto overlooked = confirmGone(kind, sorted(*living - *there));
    if (!overlooked)
        return tl::unexpected(overlooked.error());
    const auto came = m_puller.named(kind, sorted(*there - *living) + *overlooked);
    return came ? Result<void>() : tl::unexpected(came.error());
}

// ---- labels and newsletters, changed in bulk

Result<void> SyncEngine::Run::checkMemberships(Kind kind)
{
    const auto totals = this->totals();
    if (!totals)
        return tl::unexpected(totals.error());
    const QHash<QString, qint64> theirs = kind == Kind::Labels ? (*totals)->membersOfLabel : (*totals)->membersOfNewsletter;
    const auto count = [&] { return m_puller.read([&](Connection& connection) { return memberCounts(connection, kind); }); };
    auto ours = count();
    if (!ours)
        return tl::unexpected(ours.error());
    const auto keys = [](const QHash<QString, qint64>& counts) { return QSet<QString>(counts.keyBegin(), counts.keyEnd()); };
    if (kind == Kind::Labels && keys(theirs) != keys(*ours)) { // a label came or went and nobody told
        const auto listed = m_puller.walkAside({.kind = kind, .extent = Walk::Extent::Everything, .ids = {}});
        if (!listed)
            return tl::unexpected(listed.error());
        if (auto removed = removeMissing(kind, *listed); !removed)
            return removed;
        ours = count();
        if (!ours)
            return tl::unexpected(ours.error());
    }
    QStringList mended;
    for (const QString& id : sorted(keys(theirs))) {
        if (!ours->contains(id) || ours->value(id) == theirs.value(id))
            continue;
        const auto isOdd = isKnownOdd("odd."_L1 + nameOf(kind) + u'.' + id, u"%1 %2"_s.arg(theirs.value(id)).arg(ours->value(id)));
        if (!isOdd)
            return tl::unexpected(isOdd.error());
        if (*isOdd)
            continue;
        if (auto done = mendMembership(kind, id); !done)
            return done;
        mended.append(id);
    }
    if (mended.isEmpty())
        return {};
    ours = count();
    if (!ours)
        return tl::unexpected(ours.error());
    QHash<QString, QString> signatures;
    for (const QString& id : std::as_const(mended)) {
        const bool isEven = ours->value(id) == theirs.value(id);
        signatures.insert("odd."_L1 + nameOf(kind) + u'.' + id, isEven ? QString() : u"%1 %2"_s.arg(theirs.value(id)).arg(ours->value(id)));
    }
    return noteOdd(signatures);
}

Result<void> SyncEngine::Run::mendMembership(Kind kind, const QString& remoteId)
{
    const auto extent = kind == Kind::Labels ? Walk::Extent::WithLabel : Walk::Extent::WithNewsletter;
    const auto with = m_puller.walkAside({.kind = Kind::Members, .extent = extent, .ids = {remoteId}});
    if (!with)
        return tl::unexpected(with.error());
    const auto here = m_puller.read([&](Connection& connection) { return membersWith(connection, kind, remoteId); });
    if (!here)
        return tl::unexpected(here.error());
    const auto without = m_puller.named(Kind::Members, sorted(QSet<QString>(here->begin(), here->end()) - *with));
    return without ? Result<void>() : tl::unexpected(without.error());
}

// ---- differences that nothing mends

/// A store may count what it does not list (Ghost counts a label twice that was attached twice). Such a difference is mended some
/// times in vain and then left alone until it changes; a sweep looks at it all the same.
Result<bool> SyncEngine::Run::isKnownOdd(const QString& name, const QString& signature)
{
    if (atLeast(Depth::Sweep))
        return false;
    const auto known = mark(name);
    if (!known)
        return tl::unexpected(known.error());
    return known->section(u' ', 0, 0).toInt() >= kMendings && known->section(u' ', 1) == signature;
}

/// Differences that remain, by name; an empty signature: it is gone.
Result<void> SyncEngine::Run::noteOdd(const QHash<QString, QString>& signatures)
{
    QHash<QString, QString> changed;
    for (auto it = signatures.cbegin(); it != signatures.cend(); ++it) {
        const auto known = mark(it.key());
        if (!known)
            return tl::unexpected(known.error());
        if (it->isEmpty()) {
            if (!known->isEmpty())
                changed.insert(it.key(), {});
            continue;
        }
        const int sightings = known->section(u' ', 1) == *it ? known->section(u' ', 0, 0).toInt() : 0;
        changed.insert(it.key(), u"%1 %2"_s.arg(sightings + 1).arg(*it));
    }
    if (changed.isEmpty())
        return {};
    return m_puller.commit(m_step.kind, u"differences noted"_s, [&](Applier&, ChangeSet& changes) -> Result<void> {
        for (auto it = changed.cbegin(); it != changed.cend(); ++it)
            changes.setSyncState(it.key(), *it);
        return {};
    });
}

} // namespace lyceum::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/syncrun.h"

using namespace Qt::StringLiterals;

// Events are many, arrive late, and vanish from the store with their member, while here they stay. So the two counts never have to
// be equal: they have to differ by what was learnt when all events of the kind were last walked through (the offset).

namespace lyceum::sync {

using namespace storage;

namespace {

QString offsetName(EventKind kind)
{
    return "events.offset."_L1 + nameOf(kind);
}

} // namespace

Result<std::optional<qint64>> SyncEngine::Run::eventOffset(EventKind kind)
{
    const auto stored = mark(offsetName(kind));
    if (!stored)
        return tl::unexpected(stored.error());
    return stored->isEmpty() ? std::nullopt : std::optional(stored->toLongLong());
}

/// Of the events here those the store should still count.
Result<qint64> SyncEngine::Run::countedEvents(EventKind kind)
{
    const auto counts = m_puller.read([](Connection& connection) { return eventCounts(connection); });
    if (!counts)
        return tl::unexpected(counts.error());
    const EventCount of = counts->value(kind);
    return m_engine.m_store.outlivesMember(kind) ? of.all : of.all - of.ofDeparted;
}

/// Whether the store's count of all events together leaves nothing to look for. A post that is gone may have taken events with it,
/// which would make up for as many new ones: then nothing is concluded from the counts.
Result<bool> SyncEngine::Run::eventsBalance()
{
    if (m_eventsBalance)
        return *m_eventsBalance;
    if (m_postsGone.value_or(true)) {
        m_eventsBalance = false;
        return false;
    }
    const auto totals = this->totals();
    if (!totals)
        return tl::unexpected(totals.error());
    const auto counts = m_puller.read([](Connection& connection) { return eventCounts(connection); });
    if (!counts)
        return tl::unexpected(counts.error());
    qint64 expected = 0;
    for (const EventKind kind : m_engine.m_store.eventKinds()) {
        const auto offset = eventOffset(kind);
        if (!offset)
            return tl::unexpected(offset.error());
        if (!*offset) {
            m_eventsBalance = false;
            return false;
        }
        const EventCount of = counts->value(kind);
        expected += **offset + (m_engine.m_store.outlivesMember(kind) ? of.all : of.all - of.ofDeparted);
    }
    m_eventsBalance = expected == (*totals)->events;
    return *m_eventsBalance;
}

/// Whether this pass found posts deleted, also before it was interrupted.
Result<void> SyncEngine::Run::notePostsGone()
{
    if (m_postsGone)
        return {};
    const auto gone = m_puller.read([this](Connection& connection) {
        return connection.integerOf("SELECT count(*) FROM post WHERE deleted_at >= " + QByteArray::number(m_pass.startedAtUtc));
    });
    if (!gone)
        return tl::unexpected(gone.error());
    m_postsGone = gone->value_or(0) > 0;
    return {};
}

Result<void> SyncEngine::Run::pullEvents(EventKind kind)
{
    const Walk everything {.kind = Kind::Events, .extent = Walk::Extent::Everything, .ids = {}, .event = kind};
    const auto total = [&] { return m_puller.ask(Kind::Events, [kind](HostedStore& store) { return store.eventTotal(kind); }); };
    const auto offset = eventOffset(kind);
    if (!offset)
        return tl::unexpected(offset.error());
    std::optional<qint64> theirs;
    const bool goesOn = m_pass.walk == everything.extent;
    if (!atLeast(Depth::Everything) && !goesOn) {
        if (auto noted = notePostsGone(); !noted)
            return noted;
        const auto balance = eventsBalance();
        if (!balance)
            return tl::unexpected(balance.error());
        if (*balance)
            return {};
        const auto isMissing = [&]() -> Result<bool> {
            const auto told = total();
            if (!told)
                return tl::unexpected(told.error());
            const auto ours = countedEvents(kind);
            if (!ours)
                return tl::unexpected(ours.error());
            theirs = *told;
            return !*offset || *ours + **offset != *told;
        };
        auto missing = isMissing();
        if (!missing)
            return tl::unexpected(missing.error());
        if (*offset && (*missing || *m_postsGone)) {
            Walk recent = everything;
            recent.extent = Walk::Extent::Since;
            recent.sinceUtc = m_pass.sinceUtc - m_options.eventOverlapSeconds;
            if (const auto walked = m_puller.walk(recent); !walked)
                return tl::unexpected(walked.error());
            missing = isMissing();
            if (!missing)
                return tl::unexpected(missing.error());
        }
        if (!*missing)
            return {};
    }
    if (const auto walked = m_puller.walk(everything); !walked)
        return tl::unexpected(walked.error());
    const auto ours = countedEvents(kind);
    if (!ours)
        return tl::unexpected(ours.error());
    // The walk is only to be trusted if as many rows came as the store has: a page may have come twice, a row moved out of sight.
    const qint64 listed = m_pass.kept + m_pass.skipped;
    if (m_pass.total)
        theirs = m_pass.total;
    if (!theirs) {
        const auto told = total();
        if (!told)
            return tl::unexpected(told.error());
        theirs = *told;
    }
    std::optional<qint64> now;
    const QString name = "odd.events."_L1 + nameOf(kind);
    const QString signature = *theirs == listed ? QString() : QString::number(*theirs - listed);
    if (signature.isEmpty()) {
        now = listed - *ours;
    } else {
        const auto isOdd = isKnownOdd(name, signature);
        if (!isOdd)
            return tl::unexpected(isOdd.error());
        if (*isOdd) // a store that counts other than it lists would be walked through for ever
            now = *theirs - *ours;
    }
    if (auto noted = noteOdd({{name, signature}}); !noted)
        return noted;
    if (*offset == now)
        return {};
    return m_puller.commit(Kind::Events, u"events counted"_s, [&](Applier&, ChangeSet& changes) -> Result<void> {
        changes.setSyncState(offsetName(kind), now ? QString::number(*now) : QString());
        return {};
    });
}

} // namespace lyceum::sync

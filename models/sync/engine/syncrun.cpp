// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/syncrun.h"

#include "base/logging.h"
#include "storage/conflicts.h"
#include "storage/syncruns.h"
#include "sync/engine/conflictpolicy.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace lyceum::sync {

using namespace storage;

namespace {

constexpr std::array kAllKinds {Kind::Tiers, Kind::Labels, Kind::Newsletters, Kind::Offers, Kind::Tags, Kind::Members, Kind::Posts,
    Kind::Comments, Kind::Reactions, Kind::Events};

constexpr double kFirstPassShare = 0.97; // of the progress bar; the rest is for what changed meanwhile

} // namespace

SyncEngine::Run::Run(SyncEngine& engine, CancelToken& cancel, const OnProgress& progress)
    : m_engine(engine)
    , m_options(engine.m_options)
    , m_cancel(cancel)
    , m_progress(progress)
    , m_report(engine.m_report)
    , m_lane(engine.m_options.overlapCommits)
    , m_puller({engine.m_store, engine.m_workspace, m_lane, cancel, engine.m_report, m_pass, engine.m_options.origin,
          [this] { return storeNowUtc(); }, [this](Kind kind, qint64 rows, std::optional<qint64> total) { tell(kind, rows, total); }})
    , m_pusher({m_puller, engine.m_workspace, m_lane, m_options, m_report, [this] { return storeNowUtc(); },
          [this] { return m_engine.m_clock.nowUtc(); },
          [this](Kind kind, qint64 done, qint64 total) {
              m_step.kind = kind;
              tell(kind, done, total);
          }})
{
    m_scale = kFirstPassShare;
    for (const Kind kind : kAllKinds)
        m_report.kinds.insert(kind, {});
}

// ---- the run and its line in the log

Result<void> SyncEngine::Run::all(Extent extent)
{
    m_clockAtStart = m_engine.m_clock.nowUtc();
    m_report.startedAtUtc = m_clockAtStart;
    const auto run = m_puller.read([this](Connection& connection) { return beginSyncRun(connection, m_report.startedAtUtc); });
    if (!run)
        return tl::unexpected(run.error());
    m_report.run = *run;
    Result<void> outcome;
    {
        const Stopwatch watch(m_report.total.seconds);
        outcome = sync(extent);
    }
    if (auto closed = closeLog(outcome); !closed && outcome)
        return closed;
    return outcome;
}

Result<void> SyncEngine::Run::closeLog(const Result<void>& outcome)
{
    m_report.endedAtUtc = m_engine.m_clock.nowUtc();
    const KindReport other = m_report.total; // until here it holds only what belongs to no kind
    SyncRun line;
    line.id = m_report.run;
    line.startedAtUtc = m_report.startedAtUtc;
    line.endedAtUtc = m_report.endedAtUtc;
    line.outcome = outcome ? u"done"_s : outcome.error().kind == Error::Kind::Cancelled ? u"cancelled"_s : kindName(outcome.error().kind);
    if (!outcome)
        line.detail = outcome.error().detail;
    const auto add = [&line](const QString& kind, const KindReport& of) {
        line.kinds.append({kind, of.pulled, of.created, of.updated, of.deleted, of.requests, of.bytes, qint64(of.seconds * 1000)});
    };
    for (auto it = m_report.kinds.cbegin(); it != m_report.kinds.cend(); ++it) {
        add(nameOf(it.key()), *it);
        m_report.total += *it;
    }
    add(u"other"_s, other);
    m_report.total.seconds = other.seconds; // the run's own; those of the kinds lie within
    return m_puller.read([&](Connection& connection) -> Result<void> {
        const auto open = openConflictCount(connection);
        if (!open)
            return tl::unexpected(open.error());
        m_report.openConflicts = *open;
        const auto waiting = outboxCounts(connection);
        if (!waiting)
            return tl::unexpected(waiting.error());
        m_report.waiting = waiting->pending + waiting->sending;
        return finishSyncRun(connection, line);
    });
}

Result<void> SyncEngine::Run::sync(Extent extent)
{
    if (auto connected = connect(); !connected)
        return connected;
    m_puller.setWritable(Writable::of(m_engine.m_store));
    if (auto recovered = m_pusher.recover(); !recovered)
        return recovered;
    if (m_options.pushOnly.isEmpty()) {
        if (auto pulled = pull(extent); !pulled)
            return pulled;
    }
    if (auto pushed = push(); !pushed)
        return pushed;
    m_step.phase = SyncProgress::Phase::Finishing;
    m_scale = 1;
    m_costDone = m_costAll;
    tell(m_step.kind, 0, {});
    return {};
}

Result<void> SyncEngine::Run::push()
{
    if (auto settled = m_lane.run([this] { return settleByPolicy(m_engine.m_workspace); }); !settled)
        return settled;
    const auto paused = m_puller.read([](Connection& connection) { return settingOf(connection, u"pushPaused"_s); });
    if (!paused)
        return tl::unexpected(paused.error());
    // What a person names is sent even while the rest is held back.
    if (!m_options.push || (*paused == "1"_L1 && m_options.pushOnly.isEmpty()))
        return {};
    m_step.phase = SyncProgress::Phase::Pushing;
    return m_pusher.push();
}

Result<void> SyncEngine::Run::pull(Extent extent)
{
    if (auto prepared = preparePass(extent); !prepared)
        return prepared;
    m_report.full = atLeast(Depth::Everything);
    const qint64 begunAt = m_engine.m_clock.nowUtc();
    if (auto done = doPass(); !done)
        return done;
    if (m_report.resumed || m_engine.m_clock.nowUtc() - begunAt > m_options.followUpSeconds) {
        m_scale = 1;
        const auto due = dueDepth();
        if (!due)
            return tl::unexpected(due.error());
        if (auto begun = beginPass(*due); !begun)
            return begun;
        if (auto done = doPass(); !done)
            return done;
    }
    return {};
}

qint64 SyncEngine::Run::storeNowUtc() const
{
    const qint64 serverTime = m_report.store.serverTimeUtc != 0 ? m_report.store.serverTimeUtc : m_clockAtStart;
    return serverTime + m_engine.m_clock.nowUtc() - m_clockAtStart;
}

Result<QString> SyncEngine::Run::mark(const QString& name)
{
    return m_puller.read([&](Connection& connection) { return syncState(connection, name); });
}

/// Learns who the store is and holds it against whom the workspace belongs to.
Result<void> SyncEngine::Run::connect()
{
    tell(Kind::Tiers, 0, {});
    const auto info = m_puller.ask({}, [](HostedStore& store) { return store.identify(); });
    if (!info)
        return tl::unexpected(info.error());
    m_clockAtStart = m_engine.m_clock.nowUtc();
    m_report.store = *info;
    WorkspaceFile& workspace = m_engine.m_workspace;
    const auto facts = m_lane.run([&] { return workspace.facts(); });
    if (!facts)
        return tl::unexpected(facts.error());
    if (facts->sample != (m_options.origin == Origin::Sample))
        return failure(Error::Kind::WrongStore, info->url.toString(), u"a sample and a real community are not mixed"_s);
    const auto known = m_puller.read([](Connection& connection) { return settingOf(connection, u"storeSiteId"_s); });
    if (!known)
        return tl::unexpected(known.error());
    if (!known->isEmpty() && *known != info->siteId)
        return failure(Error::Kind::WrongStore, info->url.toString(), u"the site's id is not that of the site this workspace was filled from"_s);
    const auto put = m_lane.run([&] {
        return workspace.commit({u"sync"_s, m_options.origin, u"store connected"_s}, [&](ChangeSet& changes) -> Result<void> {
            QList<std::pair<QString, QString>> settings {
                {u"storeKind"_s, info->kind}, {u"storeSiteId"_s, info->siteId}, {u"storeTitle"_s, info->title}};
            // Once: the address a person connected to is where the store answers, whatever it calls itself.
            if (known->isEmpty())
                settings.append({u"storeUrl"_s, info->url.toString()});
            // Once, because a person may then choose another zone.
            if (known->isEmpty() && QTimeZone(info->timeZone.toLatin1()).isValid())
                settings.append({u"timeZone"_s, info->timeZone});
            for (const auto& [name, value] : std::as_const(settings)) {
                const auto now = settingOf(changes.connection(), name);
                if (!now)
                    return tl::unexpected(now.error());
                if (*now == value)
                    continue;
                if (auto done = putSetting(changes, name, value); !done)
                    return done;
            }
            return {};
        });
    });
    return put ? Result<void>() : tl::unexpected(put.error());
}

// ---- passes

/// What has to be done by now, by the marks of what was done when.
Result<Depth> SyncEngine::Run::dueDepth()
{
    const auto since = mark(u"since"_s);
    const auto sweptAt = mark(u"sweptAt"_s);
    const auto rereadAt = mark(u"rereadAt"_s);
    for (const auto* each : {&since, &sweptAt, &rereadAt}) {
        if (!*each)
            return tl::unexpected(each->error());
    }
    const qint64 now = storeNowUtc();
    return since->isEmpty()                                       ? Depth::Everything
        : now - rereadAt->toLongLong() >= m_options.rereadSeconds ? Depth::Reread
        : now - sweptAt->toLongLong() >= m_options.sweepSeconds   ? Depth::Sweep
                                                                  : Depth::Changes;
}

Result<void> SyncEngine::Run::preparePass(Extent extent)
{
    const auto due = dueDepth();
    if (!due)
        return tl::unexpected(due.error());
    const auto interrupted = mark(u"pass"_s);
    if (!interrupted)
        return tl::unexpected(interrupted.error());
    const Depth wanted = extent == Extent::Everything ? Depth::Everything : *due;
    const auto pass = PassState::fromText(*interrupted);
    if (pass && pass->depth >= wanted) {
        m_pass = *pass;
        m_report.resumed = true;
        return {};
    }
    return beginPass(wanted);
}

Result<void> SyncEngine::Run::beginPass(Depth depth)
{
    const auto since = mark(u"since"_s);
    if (!since)
        return tl::unexpected(since.error());
    m_pass = {};
    m_pass.depth = depth;
    m_pass.startedAtUtc = storeNowUtc();
    m_pass.sinceUtc = since->toLongLong();
    return m_puller.commit(Kind::Tiers, u"sync begun"_s, [this](Applier&, ChangeSet& changes) -> Result<void> {
        changes.setSyncState(u"pass"_s, m_pass.toText());
        return {};
    });
}

double SyncEngine::Run::costOf(Kind kind) const
{
    if (!atLeast(Depth::Everything) || !m_totals)
        return 1;
    // By the row, relative to a member; what a store takes to list it (measured on Ghost).
    const auto rows = [this](Kind of) { return double(m_totals->rows.value(of)); };
    switch (kind) {
    case Kind::Members: return 1 + rows(Kind::Members);
    case Kind::Posts: return 1 + 2 * rows(Kind::Posts);
    case Kind::Comments: return 1 + 0.6 * rows(Kind::Comments);
    case Kind::Reactions: return 1 + 5 * rows(Kind::Comments);
    case Kind::Events: return 1 + 0.8 * double(m_totals->events) / double(std::max<qsizetype>(1, m_engine.m_store.eventKinds().size()));
    default: return 1;
    }
}

Result<QList<SyncEngine::Run::Step>> SyncEngine::Run::steps()
{
    using enum SyncProgress::Phase;
    if (atLeast(Depth::Everything)) { // for the progress bar
        if (auto counted = totals(); !counted)
            return tl::unexpected(counted.error());
    }
    QList<Step> steps;
    const auto add = [&](const QString& name, Kind kind, SyncProgress::Phase phase, std::function<Result<void>()> work) {
        steps.append({name, kind, phase, phase == Pulling ? costOf(kind) : 1, std::move(work)});
    };
    bool labels = true;
    bool tags = true;
    if (!atLeast(Depth::Sweep)) {
        const auto hinted = hints();
        if (!hinted)
            return tl::unexpected(hinted.error());
        labels = (*hinted)->labelsChanged;
        tags = (*hinted)->tagsChanged;
    }
    for (const Kind kind : {Kind::Tiers, Kind::Labels, Kind::Newsletters, Kind::Offers, Kind::Tags}) {
        const bool wanted = kind == Kind::Labels ? labels : kind == Kind::Tags ? tags : true;
        add(nameOf(kind), kind, Pulling, [this, kind, wanted] { return pullCatalogue(kind, wanted); });
    }
    for (const Kind kind : {Kind::Members, Kind::Posts, Kind::Comments})
        add(nameOf(kind), kind, Pulling, [this, kind] { return pullRows(kind); });
    add(u"hinted"_s, Kind::Members, Checking, [this] { return pullHinted(); });
    for (const Kind kind : {Kind::Members, Kind::Posts, Kind::Comments})
        add("check."_L1 + nameOf(kind), kind, Checking, [this, kind] { return checkRows(kind); });
    for (const Kind kind : {Kind::Labels, Kind::Newsletters})
        add("check."_L1 + nameOf(kind), kind, Checking, [this, kind] { return checkMemberships(kind); });
    add(nameOf(Kind::Reactions), Kind::Reactions, Pulling, [this] { return pullReactions(); });
    for (const EventKind kind : m_engine.m_store.eventKinds())
        add("events."_L1 + nameOf(kind), Kind::Events, Pulling, [this, kind] { return pullEvents(kind); });
    return steps;
}

Result<void> SyncEngine::Run::doPass()
{
    m_hints.reset();
    m_totals.reset();
    m_postsGone.reset();
    m_eventsBalance.reset();
    m_pulled.clear();
    m_wholly.clear();
    const auto all = steps();
    if (!all)
        return tl::unexpected(all.error());
    m_totals.reset(); // those were for the progress bar; the checks want the counts after the walks
    m_costDone = 0;
    m_costAll = 0;
    for (const Step& step : *all)
        m_costAll += step.cost;

    const bool isKnown = std::ranges::any_of(*all, [this](const Step& step) { return step.name == m_pass.step; });
    bool reached = !isKnown;
    for (const Step& step : *all) {
        reached = reached || step.name == m_pass.step;
        if (reached) {
            if (m_pass.step != step.name) { // kept with whatever is committed next: a step that changed nothing is soon done again
                m_pass.step = step.name;
                m_pass.walk.reset();
            }
            m_step = step;
            tell(step.kind, 0, {});
            if (auto done = step.work(); !done)
                return done;
        }
        m_costDone += step.cost;
    }
    return finishPass();
}

Result<void> SyncEngine::Run::finishPass()
{
    return m_puller.commit(Kind::Tiers, u"sync done"_s, [this](Applier&, ChangeSet& changes) -> Result<void> {
        const QString startedAt = QString::number(m_pass.startedAtUtc);
        changes.setSyncState(u"since"_s, startedAt);
        if (atLeast(Depth::Sweep))
            changes.setSyncState(u"sweptAt"_s, startedAt);
        if (atLeast(Depth::Reread))
            changes.setSyncState(u"rereadAt"_s, startedAt);
        changes.setSyncState(u"pass"_s, {});
        return {};
    });
}

// ---- what the store tells has changed

Result<const Hints*> SyncEngine::Run::hints()
{
    if (!m_hints) {
        auto hints = m_puller.ask({}, [this](HostedStore& store) { return store.hintsSince(m_pass.sinceUtc - m_options.overlapSeconds); });
        if (!hints)
            return tl::unexpected(hints.error());
        m_hints = *std::move(hints);
    }
    return &*m_hints;
}

Result<const Totals*> SyncEngine::Run::totals()
{
    if (!m_totals) {
        auto totals = m_puller.ask({}, [](HostedStore& store) { return store.totals(); });
        if (!totals)
            return tl::unexpected(totals.error());
        m_totals = *std::move(totals);
    }
    return &*m_totals;
}

Result<void> SyncEngine::Run::pullCatalogue(Kind kind, bool wanted)
{
    if (!wanted)
        return {};
    // Short, and what is missing from it is only known from a whole list: so it is begun anew where it was interrupted.
    const auto there = m_puller.walkAside({.kind = kind, .extent = Walk::Extent::Everything, .ids = {}});
    if (!there)
        return tl::unexpected(there.error());
    const bool isRemovable = kind == Kind::Labels || kind == Kind::Tags;
    return isRemovable ? removeMissing(kind, *there) : Result<void>();
}

Result<void> SyncEngine::Run::pullRows(Kind kind)
{
    const bool everything = atLeast(kind == Kind::Comments ? Depth::Sweep : Depth::Reread);
    const auto walked = m_puller.walk({.kind = kind,
        .extent = everything ? Walk::Extent::Everything : Walk::Extent::Since,
        .sinceUtc = everything ? 0 : m_pass.sinceUtc - m_options.overlapSeconds,
        .ids = {}});
    if (!walked)
        return tl::unexpected(walked.error());
    m_pulled.insert(kind, walked->ids);
    if (everything && walked->whole)
        m_wholly.insert(kind);
    return {};
}

Result<void> SyncEngine::Run::pullHinted()
{
    if (atLeast(Depth::Everything))
        return {}; // everything has just been read; what changed meanwhile is for the next pass
    const auto hinted = hints();
    if (!hinted)
        return tl::unexpected(hinted.error());
    const std::array lists {std::pair(Kind::Members, &(*hinted)->members), std::pair(Kind::Posts, &(*hinted)->posts),
        std::pair(Kind::Comments, &(*hinted)->comments)};
    for (const auto& [kind, ids] : lists) {
        // What was read after the hint was given is fresher than the hint.
        const QSet<QString> wanted = QSet<QString>(ids->begin(), ids->end()) - m_pulled.value(kind);
        if (const auto came = m_puller.named(kind, sorted(wanted)); !came)
            return tl::unexpected(came.error());
    }
    const auto living = m_puller.read([](Connection& connection) { return livingIds(connection, Kind::Posts); });
    if (!living)
        return tl::unexpected(living.error());
    const QSet<QString> deleted((*hinted)->deletedPosts.begin(), (*hinted)->deletedPosts.end());
    const auto gone = confirmGone(Kind::Posts, sorted(deleted & *living));
    return gone ? Result<void>() : tl::unexpected(gone.error());
}

void SyncEngine::Run::tell(Kind kind, qint64 done, std::optional<qint64> total)
{
    if (!m_progress)
        return;
    const bool isOwn = kind == m_step.kind && m_step.phase == SyncProgress::Phase::Pulling;
    const double within = isOwn && total && *total > 0 ? std::min(1.0, double(done) / double(*total)) : 0;
    const double first = m_scale < 1 ? 0 : kFirstPassShare;
    const double share = m_scale < 1 ? m_scale : 1 - kFirstPassShare;
    m_fraction = std::max(m_fraction, std::min(1.0, first + share * (m_costDone + m_step.cost * within) / m_costAll));
    m_progress({m_step.phase, kind, done, total, m_fraction});
}

} // namespace lyceum::sync

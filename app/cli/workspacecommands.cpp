// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/interruption.h"
#include "cli/words.h"
#include "storage/conflicts.h"
#include "storage/counts.h"
#include "storage/outbox.h"
#include "storage/syncruns.h"
#include "storage/verify.h"
#include "workspace/samplefile.h"
#include "workspace/storesession.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

struct WorkspaceState {
    storage::WorkspaceFacts facts;
    storage::WorkspaceCounts counts;
    workspace::StoreLink link;
    std::optional<storage::SyncRun> lastSync;
    storage::OutboxCounts waiting;
    qint64 conflicts = 0;
};

/// Puts the value into `into`, or the error into `outcome`.
template <class T>
bool take(Result<T> result, T& into, Result<void>& outcome)
{
    if (!result) {
        outcome = tl::unexpected(result.error());
        return false;
    }
    into = *std::move(result);
    return true;
}

Result<WorkspaceState> stateOf(storage::WorkspaceFile& file)
{
    WorkspaceState state;
    storage::Connection& connection = file.connection();
    Result<void> outcome;
    if (!take(file.facts(), state.facts, outcome) || !take(storage::workspaceCounts(connection), state.counts, outcome)
        || !take(workspace::storeLinkOf(connection), state.link, outcome)
        || !take(storage::lastGoodSync(connection), state.lastSync, outcome)
        || !take(storage::outboxCounts(connection), state.waiting, outcome)
        || !take(storage::openConflictCount(connection), state.conflicts, outcome))
        return tl::unexpected(outcome.error());
    return state;
}

QJsonObject jsonOf(const storage::WorkspaceFile& file, const storage::WorkspaceFacts& facts)
{
    return {{u"path"_s, file.path()}, {u"title"_s, facts.title}, {u"timeZone"_s, QString::fromLatin1(facts.timeZone)},
        {u"id"_s, facts.workspaceId}, {u"sample"_s, facts.sample}, {u"readOnly"_s, file.isReadOnly()},
        {u"createdAt"_s, jsonTime(facts.createdAtUtc)}};
}

QJsonObject jsonOf(const storage::WorkspaceCounts& counts)
{
    return {{u"members"_s, counts.members}, {u"departedMembers"_s, counts.departedMembers}, {u"paidMembers"_s, counts.paidMembers},
        {u"freeMembers"_s, counts.byStatus.value(MemberStatus::Free)}, {u"compedMembers"_s, counts.byStatus.value(MemberStatus::Comped)},
        {u"giftMembers"_s, counts.byStatus.value(MemberStatus::Gift)}, {u"tiers"_s, counts.tiers}, {u"offers"_s, counts.offers},
        {u"posts"_s, counts.posts}, {u"tags"_s, counts.tags}, {u"comments"_s, counts.comments}, {u"events"_s, counts.events},
        {u"labels"_s, counts.labels}, {u"newsletters"_s, counts.newsletters}, {u"subscriptions"_s, counts.subscriptions},
        {u"payments"_s, counts.payments}};
}

QJsonObject syncJsonOf(const WorkspaceState& state)
{
    QJsonValue store(QJsonValue::Null);
    QJsonValue lastSync(QJsonValue::Null);
    if (state.lastSync && !state.facts.sample) // what made the sample is no site
        lastSync = jsonTime(state.lastSync->endedAtUtc);
    if (state.link.isConnected() && !state.facts.sample) {
        store = QJsonObject {{u"kind"_s, state.link.kind}, {u"title"_s, state.link.title}, {u"url"_s, state.link.url.toString()},
            {u"siteId"_s, state.link.siteId}};
    }
    return {{u"store"_s, store}, {u"lastSync"_s, lastSync}, {u"pending"_s, state.waiting.items}, {u"conflicts"_s, state.conflicts}};
}

QStringList linesOf(const storage::WorkspaceFile& file, const WorkspaceState& state)
{
    const auto& counts = state.counts;
    QStringList lines {Cli::tr("%1 (%2)").arg(state.facts.title, file.path())};
    if (state.facts.sample)
        lines.append(Cli::tr("Sample data: generated, nobody's community."));
    if (file.isReadOnly())
        lines.append(Cli::tr("It can only be read."));
    lines.append(Cli::tr("Members: %1, of them paying: %2; departed: %3")
                     .arg(counts.members)
                     .arg(counts.paidMembers)
                     .arg(counts.departedMembers));
    lines.append(Cli::tr("Tiers: %1; labels: %2; newsletters: %3").arg(counts.tiers).arg(counts.labels).arg(counts.newsletters));
    lines.append(Cli::tr("Posts: %1; comments: %2; events: %3").arg(counts.posts).arg(counts.comments).arg(counts.events));
    if (state.facts.sample)
        return lines;
    lines.append(state.link.isConnected() ? Cli::tr("Connected to %1 (%2)").arg(state.link.title, state.link.url.toString())
                                          : Cli::tr("Connected to no site."));
    lines.append(Cli::tr("Last sync: %1; waiting to be sent: %2; conflicts: %3")
                     .arg(textTime(state.lastSync ? state.lastSync->endedAtUtc : std::nullopt))
                     .arg(state.waiting.items)
                     .arg(state.conflicts));
    return lines;
}

Result<ExitCode> runInit(const Session& session)
{
    const auto path = session.workspacePath();
    if (!path)
        return tl::unexpected(path.error());
    const QByteArray zone = session.arguments.value(u"time-zone"_s).toUtf8();
    if (session.arguments.has(u"time-zone"_s) && !QTimeZone::isTimeZoneIdAvailable(zone))
        return failure(Error::Kind::BadInput, u"--time-zone"_s, Cli::tr("there is no time zone of that name; Europe/Berlin is one."));
    const QString title = session.arguments.value(u"title"_s, QFileInfo(*path).completeBaseName());
    auto file = storage::WorkspaceFile::create(*path, {title, zone, /*sample=*/false}, session.clock);
    if (!file)
        return tl::unexpected(file.error());
    const auto facts = (*file)->facts();
    if (!facts)
        return tl::unexpected(facts.error());
    return session.output.done({{u"workspace"_s, jsonOf(**file, *facts)}},
            {Cli::tr("Created %1. Days are cut in the time zone %2.").arg(*path, QString::fromLatin1(facts->timeZone))});
}

Result<ExitCode> runDemo(const Session& session)
{
    const auto path = session.workspacePath();
    const auto members = session.arguments.number(u"members"_s, 1, 1'000'000, 2000);
    const auto months = session.arguments.number(u"months"_s, 1, 240, 24);
    const auto seed = session.arguments.number(u"seed"_s, 0, std::numeric_limits<qint64>::max(), 1);
    const auto end = session.asOfUtc(QTimeZone::utc());
    for (const Error* error : {path ? nullptr : &path.error(), members ? nullptr : &members.error(), months ? nullptr : &months.error(),
             seed ? nullptr : &seed.error(), end ? nullptr : &end.error()}) {
        if (error)
            return tl::unexpected(*error);
    }
    const FixedClock clock(*end);
    workspace::SampleSize size;
    size.seed = quint64(*seed);
    size.members = int(*members);
    size.months = int(*months);
    if (auto made = workspace::makeSampleFile(*path, size, clock); !made)
        return tl::unexpected(made.error());
    const auto file = session.open();
    if (!file)
        return tl::unexpected(file.error());
    const auto state = stateOf(**file);
    if (!state)
        return tl::unexpected(state.error());
    return session.output.done(
            {{u"workspace"_s, jsonOf(**file, state->facts)}, {u"counts"_s, jsonOf(state->counts)}}, linesOf(**file, *state));
}

Result<ExitCode> runStatus(const Session& session)
{
    const auto file = session.open();
    if (!file)
        return tl::unexpected(file.error());
    const auto state = stateOf(**file);
    if (!state)
        return tl::unexpected(state.error());
    return session.output.answer({{u"workspace"_s, jsonOf(**file, state->facts)}, {u"counts"_s, jsonOf(state->counts)},
                                              {u"sync"_s, syncJsonOf(*state)}},
            linesOf(**file, *state));
}

Result<ExitCode> runVerify(const Session& session)
{
    sync::CancelToken cancel;
    const Interruption interruption(cancel);
    const auto file = session.open();
    if (!file)
        return tl::unexpected(file.error());
    const sync::CancelToken::Hook hook(cancel, [&] { (*file)->connection().interrupt(); });
    const auto findings = storage::verifyWorkspace((*file)->connection(), [&](storage::Finding::Check check) {
        session.output.progress(Cli::tr("Checking: %1").arg(nameOf(check)));
        return !cancel.isCancelled();
    });
    session.output.endProgress();
    if (!findings)
        return tl::unexpected(findings.error());
    if (cancel.isCancelled()) // the check it interrupted stands there as failed
        return failure(Error::Kind::Cancelled);
    QJsonArray array;
    QStringList lines;
    for (const storage::Finding& finding : *findings) {
        array.append(QJsonObject {{u"check"_s, nameOf(finding.check)}, {u"ok"_s, finding.ok}, {u"skipped"_s, finding.skipped},
            {u"details"_s, QJsonArray::fromStringList(finding.details)}});
        lines.append((finding.skipped   ? Cli::tr("%1: not checked, the file can only be read")
                          : finding.ok ? Cli::tr("%1: in order")
                                       : Cli::tr("%1: WRONG"))
                         .arg(nameOf(finding.check)));
        for (const QString& detail : finding.details)
            lines.append(u"  "_s + detail);
    }
    const bool ok = storage::allWell(*findings);
    const auto said = session.output.answer({{u"ok"_s, ok}, {u"findings"_s, array}}, lines);
    if (ok || !said)
        return said;
    // It could be opened and looked at: the check failed, the workspace may still be of use.
    (void)session.output.failed({Error::Kind::WorkspaceDamaged, (*file)->path(), u"not all checks passed"_s});
    return ExitCode::Failed;
}

} // namespace

Command initCommand()
{
    return {u"init"_s, {}, Cli::tr("Make a new, empty workspace."),
        {u"lyceum-cli init --workspace lab.lyceum --title \"The Lab\" --time-zone Europe/Berlin"_s},
        {workspaceOption(), {u"title"_s, u"TEXT"_s, Cli::tr("What the community is called."), Cli::tr("the file's name")},
            {u"time-zone"_s, u"ZONE"_s, Cli::tr("The IANA time zone in which days are cut."), Cli::tr("the system's")}},
        runInit};
}

Command demoCommand()
{
    return {u"demo"_s, {}, Cli::tr("Make a workspace with a generated sample community."),
        {u"lyceum-cli demo --workspace sample.lyceum --members 200 --months 12 --seed 7"_s},
        {workspaceOption(), {u"members"_s, u"N"_s, Cli::tr("How many members."), u"2000"_s},
            {u"months"_s, u"M"_s, Cli::tr("How many months of history, ending now or at --as-of."), u"24"_s},
            {u"seed"_s, u"S"_s, Cli::tr("The same seed, size and --as-of give the same community."), u"1"_s},
            {u"as-of"_s, u"DATE"_s,
                Cli::tr("The last day (2026-03-01, UTC) or the last instant (2026-03-01T12:00:00Z) of the history."), Cli::tr("now")}},
        runDemo};
}

Command statusCommand()
{
    return {u"status"_s, {}, Cli::tr("Say what is in a workspace and how it stands with its site."),
        {u"lyceum-cli status --workspace sample.lyceum --json"_s}, {workspaceOption()}, runStatus};
}

Command verifyCommand()
{
    return {u"verify"_s, {}, Cli::tr("Check a workspace: the file, references, search, daily figures, journal."),
        {u"lyceum-cli verify --workspace sample.lyceum"_s}, {workspaceOption()}, runVerify};
}

} // namespace lyceum::cli

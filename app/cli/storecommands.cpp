// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/interruption.h"
#include "cli/secrets.h"
#include "cli/syncing.h"
#include "cli/words.h"
#include "security/sealedfilestore.h"
#include "security/waitfor.h"
#include "workspace/storesession.h"

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

QString wordFor(sync::Kind kind)
{
    switch (kind) {
    case sync::Kind::Tiers: return Cli::tr("tiers");
    case sync::Kind::Labels: return Cli::tr("labels");
    case sync::Kind::Newsletters: return Cli::tr("newsletters");
    case sync::Kind::Offers: return Cli::tr("offers");
    case sync::Kind::Tags: return Cli::tr("tags");
    case sync::Kind::Members: return Cli::tr("members");
    case sync::Kind::Posts: return Cli::tr("posts");
    case sync::Kind::Comments: return Cli::tr("comments");
    case sync::Kind::Reactions: return Cli::tr("reactions");
    case sync::Kind::Events: return Cli::tr("events");
    }
    return {};
}

QString lineOf(const sync::SyncProgress& progress)
{
    const int percent = int(progress.fraction * 100);
    switch (progress.phase) {
    case sync::SyncProgress::Phase::Connecting: return Cli::tr("%1 % connecting").arg(percent);
    case sync::SyncProgress::Phase::Pulling:
        if (!progress.total)
            return Cli::tr("%1 % reading %2: %3").arg(percent).arg(wordFor(progress.kind)).arg(progress.done);
        return Cli::tr("%1 % reading %2: %3 of %4").arg(percent).arg(wordFor(progress.kind)).arg(progress.done).arg(*progress.total);
    case sync::SyncProgress::Phase::Checking: return Cli::tr("%1 % checking %2").arg(percent).arg(wordFor(progress.kind));
    case sync::SyncProgress::Phase::Pushing: return Cli::tr("%1 % sending %2: %3").arg(percent).arg(wordFor(progress.kind)).arg(progress.done);
    case sync::SyncProgress::Phase::Finishing: return Cli::tr("%1 % finishing").arg(percent);
    }
    return {};
}

QJsonObject jsonOf(const sync::KindReport& report)
{
    return {{u"pulled"_s, report.pulled}, {u"created"_s, report.created}, {u"updated"_s, report.updated}, {u"deleted"_s, report.deleted},
        {u"skipped"_s, report.skipped}, {u"pushed"_s, report.pushed}, {u"parked"_s, report.parked}, {u"requests"_s, report.requests}, {u"bytes"_s, report.bytes}, {u"seconds"_s, report.seconds}};
}

QJsonObject jsonOf(const sync::SyncReport& report)
{
    QJsonObject kinds;
    qint64 requestsOfKinds = 0;
    for (auto kind = report.kinds.cbegin(); kind != report.kinds.cend(); ++kind) {
        kinds.insert(nameOf(kind.key()), jsonOf(kind.value()));
        requestsOfKinds += kind.value().requests;
    }
    return {{u"store"_s, QJsonObject {{u"title"_s, report.store.title}, {u"url"_s, report.store.url.toString()}}},
        {u"full"_s, report.full}, {u"resumed"_s, report.resumed}, {u"startedAt"_s, jsonTime(report.startedAtUtc)},
        {u"endedAt"_s, jsonTime(report.endedAtUtc)}, {u"kinds"_s, kinds}, {u"total"_s, jsonOf(report.total)},
        {u"otherRequests"_s, report.total.requests - requestsOfKinds}, {u"waiting"_s, report.waiting}, {u"conflicts"_s, report.openConflicts}};
}

QStringList linesOf(const sync::SyncReport& report)
{
    QStringList lines;
    for (auto kind = report.kinds.cbegin(); kind != report.kinds.cend(); ++kind) {
        const sync::KindReport& did = kind.value();
        if (did.pushed > 0 || did.parked > 0)
            lines.append(Cli::tr("%1: %2 sent, %3 refused").arg(wordFor(kind.key())).arg(did.pushed).arg(did.parked));
        if (did.pulled == 0 && did.deleted == 0)
            continue;
        lines.append(Cli::tr("%1: %2 read, %3 new, %4 changed, %5 gone")
                         .arg(wordFor(kind.key()))
                         .arg(did.pulled)
                         .arg(did.created)
                         .arg(did.updated)
                         .arg(did.deleted));
    }
    if (report.waiting > 0)
        lines.append(Cli::tr("%n change(s) wait to be sent.", nullptr, int(report.waiting)));
    lines.append(Cli::tr("%1 requests, %2 bytes, %3 seconds")
                     .arg(report.total.requests)
                     .arg(report.total.bytes)
                     .arg(report.total.seconds, 0, 'f', 1));
    return lines;
}

Result<ExitCode> runConnect(const Session& session)
{
    const auto address = session.arguments.required(u"url"_s);
    if (!address)
        return tl::unexpected(address.error());
    if (!session.arguments.has(u"key-stdin"_s))
        return usage(Cli::tr("--key-stdin is missing: the key is never an argument, where others could see it."));
    const bool keeps = !session.arguments.has(u"forget-key"_s);
    if (!keeps && session.arguments.has(u"passphrase-stdin"_s))
        return usage(Cli::tr("--forget-key and --passphrase-stdin exclude each other."));
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    const auto told = hearSecrets(session);
    if (!told)
        return tl::unexpected(told.error());

    // In this order, so that a failure leaves the workspace as it was.
    sync::CancelToken cancel;
    const Interruption interruption(cancel);
    const auto store = workspace::identifyStore(*address, told->key, session.clock, cancel);
    if (!store)
        return tl::unexpected(store.error());
    if (keeps) {
        const auto secrets = secretStore(*told);
        if (!secrets)
            return tl::unexpected(secrets.error());
        const QString name = workspace::StoreLink {store->kind, store->url, store->title, store->siteId}.secretName();
        if (const auto kept = security::waitFor((*secrets)->write(name, told->key)); !kept)
            return tl::unexpected(kept.error());
    }
    if (const auto linked = workspace::linkStore(**file, *store); !linked)
        return tl::unexpected(linked.error());
    return session.output.done(
            {{u"store"_s, QJsonObject {{u"kind"_s, store->kind}, {u"title"_s, store->title}, {u"url"_s, store->url.toString()},
                              {u"siteId"_s, store->siteId}, {u"version"_s, store->version}}},
                {u"keyKept"_s, keeps}},
            {Cli::tr("Connected to %1 (%2).").arg(store->title, store->url.toString())});
}

Result<ExitCode> runDisconnect(const Session& session)
{
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    const auto link = workspace::storeLinkOf((*file)->connection());
    if (!link)
        return tl::unexpected(link.error());
    if (link->isConnected() && !session.arguments.has(u"keep-key"_s)) {
        const auto told = hearSecrets(session);
        if (!told)
            return tl::unexpected(told.error());
        const auto secrets = secretStore(*told);
        if (!secrets)
            return tl::unexpected(secrets.error());
        if (const auto removed = security::waitFor((*secrets)->remove(link->secretName())); !removed)
            return tl::unexpected(removed.error());
    }
    if (const auto unlinked = workspace::unlinkStore(**file); !unlinked)
        return tl::unexpected(unlinked.error());
    return session.output.done({{u"disconnected"_s, link->isConnected()}},
        {link->isConnected() ? Cli::tr("Disconnected from %1. What was synced stays.").arg(link->title)
                             : Cli::tr("It was connected to no site.")});
}

Result<security::Secret> keyFor(const Session& session, const workspace::StoreLink& link)
{
    const auto told = hearSecrets(session);
    if (!told)
        return tl::unexpected(told.error());
    if (!told->key.isEmpty())
        return told->key;
    const auto secrets = secretStore(*told);
    if (!secrets)
        return tl::unexpected(secrets.error());
    return security::waitFor((*secrets)->read(link.secretName()));
}

Result<ExitCode> runSync(const Session& session)
{
    const bool full = session.arguments.has(u"full"_s);
    return syncNow(session, full ? sync::SyncEngine::Extent::Everything : sync::SyncEngine::Extent::Changes, {});
}

} // namespace

Result<ExitCode> syncNow(const Session& session, sync::SyncEngine::Extent extent, const sync::SyncOptions& options)
{
    if (session.arguments.has(u"key-stdin"_s) && session.arguments.has(u"passphrase-stdin"_s))
        return usage(Cli::tr("--key-stdin and --passphrase-stdin exclude each other here."));
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    const auto facts = (*file)->facts();
    if (!facts)
        return tl::unexpected(facts.error());
    if (facts->sample)
        return failure(Error::Kind::WrongStore, {}, u"the workspace is a sample: no site stands behind it"_s);
    const auto link = workspace::storeLinkOf((*file)->connection());
    if (!link)
        return tl::unexpected(link.error());
    if (!link->isConnected())
        return failure(Error::Kind::NotConnected);
    const auto key = keyFor(session, *link);
    if (!key)
        return tl::unexpected(key.error());

    sync::CancelToken cancel;
    const Interruption interruption(cancel);
    sync::SyncReport report;
    const auto done = workspace::syncWorkspace(**file, *key, session.clock, extent, options, cancel,
        [&](const sync::SyncProgress& progress) { session.output.progress(lineOf(progress)); }, report);
    session.output.endProgress();
    if (!done)
        return tl::unexpected(done.error());
    const auto said = session.output.done(jsonOf(*done), linesOf(*done));
    if (said && done->needsDecision())
        return failure(Error::Kind::NeedsDecision, {}, u"open conflicts: %1"_s.arg(done->openConflicts));
    return said;
}

Command connectCommand()
{
    return {u"connect"_s, {}, Cli::tr("Connect a workspace with a Ghost site: check address and key, keep the key, remember the site."),
        {u"lyceum-cli connect --workspace lab.lyceum --url https://community.example --key-stdin < admin-api-key.txt"_s},
        {workspaceOption(), {u"url"_s, u"URL"_s, Cli::tr("The site's address."), {}}, keyOption(), passphraseOption(),
            {u"forget-key"_s, {}, Cli::tr("Keep the key nowhere: every sync is told it with --key-stdin."), {}}},
        runConnect};
}

Command disconnectCommand()
{
    return {u"disconnect"_s, {}, Cli::tr("Forget the site and its key. What was synced stays."),
        {u"lyceum-cli disconnect --workspace lab.lyceum --keep-key"_s},
        {workspaceOption(), passphraseOption(),
            {u"keep-key"_s, {}, Cli::tr("Leave the key where it is kept: other workspaces may use it, or it was never kept."), {}}},
        runDisconnect};
}

Command syncCommand()
{
    return {u"sync"_s, {}, Cli::tr("Bring a workspace to the state of its site, and send what was changed here. Ctrl+C stops it; what arrived is kept."),
        {u"lyceum-cli sync --workspace lab.lyceum --json --key-stdin < admin-api-key.txt"_s},
        {workspaceOption(), {u"full"_s, {}, Cli::tr("Read everything again, not only what changed."), {}}, keyOption(), passphraseOption()},
        runSync};
}

} // namespace lyceum::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncwords.h"

#include "words/errortext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

struct SyncWords {
    Q_DECLARE_TR_FUNCTIONS(SyncWords)
};

constexpr sync::Kind kKinds[] = {sync::Kind::Tiers, sync::Kind::Labels, sync::Kind::Newsletters, sync::Kind::Offers, sync::Kind::Tags,
    sync::Kind::Members, sync::Kind::Posts, sync::Kind::Comments, sync::Kind::Reactions, sync::Kind::Events};

} // namespace

QString wordFor(sync::Kind kind)
{
    switch (kind) {
    case sync::Kind::Tiers: return SyncWords::tr("Tiers");
    case sync::Kind::Labels: return SyncWords::tr("Labels");
    case sync::Kind::Newsletters: return SyncWords::tr("Newsletters");
    case sync::Kind::Offers: return SyncWords::tr("Offers");
    case sync::Kind::Tags: return SyncWords::tr("Tags");
    case sync::Kind::Members: return SyncWords::tr("Members");
    case sync::Kind::Posts: return SyncWords::tr("Posts");
    case sync::Kind::Comments: return SyncWords::tr("Comments");
    case sync::Kind::Reactions: return SyncWords::tr("Likes and reports");
    case sync::Kind::Events: return SyncWords::tr("Events");
    }
    return {};
}

QString wordForKindName(const QString& name)
{
    for (const sync::Kind kind : kKinds) {
        if (nameOf(kind) == name)
            return wordFor(kind);
    }
    return name;
}

QString describeProgress(const workspace::SyncProgress& progress, const Format& format)
{
    using Phase = workspace::SyncProgress::Phase;
    const QString kind = wordFor(progress.kind);
    switch (progress.phase) {
    case Phase::Connecting: return SyncWords::tr("Asking the site what is new…");
    case Phase::Pulling:
        return progress.total ? SyncWords::tr("%1: %2 of %3").arg(kind, format.count(progress.done), format.count(*progress.total))
                              : SyncWords::tr("%1: %2").arg(kind, format.count(progress.done));
    case Phase::Checking: return SyncWords::tr("Comparing with the site: %1").arg(kind);
    case Phase::Pushing:
        return progress.total ? SyncWords::tr("Sending to the site: %1, %2 of %3").arg(kind, format.count(progress.done), format.count(*progress.total))
                              : SyncWords::tr("Sending to the site: %1, %2").arg(kind, format.count(progress.done));
    case Phase::Finishing: return SyncWords::tr("Finishing…");
    }
    return {};
}

QString describeReport(const workspace::SyncReport& report, const Format& format)
{
    const workspace::KindReport& total = report.total;
    const bool isNews = total.created != 0 || total.updated != 0 || total.deleted != 0;
    QStringList sentences;
    if (isNews)
        sentences.append(SyncWords::tr("%1 new, %2 changed, %3 gone.").arg(format.count(total.created), format.count(total.updated), format.count(total.deleted)));
    if (total.pushed > 0)
        sentences.append(SyncWords::tr("%Ln change(s) of yours were sent.", nullptr, int(total.pushed)));
    if (total.parked > 0)
        sentences.append(SyncWords::tr("The site refused %Ln change(s); see Waiting changes for its reasons.", nullptr, int(total.parked)));
    if (sentences.isEmpty())
        sentences.append(SyncWords::tr("Nothing was new."));
    sentences.append(SyncWords::tr("%1 requests in %2 seconds.").arg(format.count(total.requests), format.number(total.seconds)));
    const bool isChinese = format.locale().language() == QLocale::Chinese; // whose full stops take no blank
    return sentences.join(isChinese ? QString() : u" "_s);
}

QString wordForOutcome(const QString& outcome)
{
    if (outcome == "done"_L1)
        return SyncWords::tr("Done");
    if (outcome == "running"_L1)
        return SyncWords::tr("Under way, or ended with the program");
    if (outcome == "cancelled"_L1)
        return SyncWords::tr("Stopped");
    for (int kind = 0; kind <= int(Error::Kind::NeedsDecision); ++kind) {
        if (kindName(Error::Kind(kind)) == outcome)
            return describe({Error::Kind(kind), {}, {}}).what;
    }
    return outcome;
}

} // namespace lyceum::ui

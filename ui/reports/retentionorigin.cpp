// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/retentionwords.h"

#include <QCoreApplication>

namespace lyceum::ui {
namespace {

using insights::Recognition;
using insights::RetentionAnswer;

struct OriginWords {
    Q_DECLARE_TR_FUNCTIONS(lyceum::ui::RetentionWords)
};

QString leavingSentence(const insights::RuleSet& rules)
{
    if (rules.recognition == Recognition::Cancellation)
        return OriginWords::tr("Members count as having left when they cancel, even if they have paid for more time.");
    return OriginWords::tr("Members count as having left on the day their paid access ends; who has cancelled but paid to the end "
                              "still counts as staying until then.");
}

QString graceSentence(const insights::RuleSet& rules)
{
    if (rules.graceDays == 0)
        return OriginWords::tr("Whoever is gone for a day or longer has left, also if they come back later.");
    return OriginWords::tr("Whoever pays again within %n day(s) never left: a failed payment that was retried, a renewal a little "
                              "late. So the last days before the date of this figure are not counted yet.",
        nullptr, rules.graceDays);
}

} // namespace

QStringList originLines(const RetentionAnswer& answer, const Format& format)
{
    const insights::Provenance& origin = answer.provenance;
    QStringList lines;
    const QString leaving = origin.rules.recognition == Recognition::Cancellation
        ? OriginWords::tr("Rules: %1. Paying: paid subscriptions, without trials, gifts and complimentary access. Left: on cancelling.")
        : OriginWords::tr("Rules: %1. Paying: paid subscriptions, without trials, gifts and complimentary access. Left: when paid "
                             "access ended.");
    lines.append(leaving.arg(ruleSetTitle(origin.rules.name)));
    const QString zone = QString::fromLatin1(origin.timeZone);
    const QString asOf = format.instant(origin.asOfUtc);
    const QString n = format.count(origin.n);
    lines.append(origin.firstDataUtc
            ? OriginWords::tr("Data from %1 to %2 (%3); %4 members who ever paid.").arg(format.day(origin.firstDataUtc), asOf, zone, n)
            : OriginWords::tr("As of %1 (%2); nobody has paid yet.").arg(asOf, zone));
    lines.append(OriginWords::tr("Kaplan–Meier estimate with %1 intervals (log-log) for each day by itself.")
                     .arg(format.percent(answer.question.level, 0)));
    return lines;
}

QStringList explanationOf(const RetentionAnswer& answer, const Format& format)
{
    const insights::Provenance& origin = answer.provenance;
    const QString level = format.percent(answer.question.level, 0);
    QStringList paragraphs;
    paragraphs.append(OriginWords::tr(
        "Each curve begins with everybody on their first paid day and falls whenever somebody leaves. Members who are still paying are "
        "counted for as long as they have been watched (the Kaplan–Meier estimate), so that those who joined lately are neither left out "
        "nor taken for gone. The numbers under the curves say how many members were still being watched."));
    paragraphs.append(
        OriginWords::tr("The rules are those of “%1”. %2 %3", "name of the rule set, then two sentences")
            .arg(ruleSetTitle(origin.rules.name), leavingSentence(origin.rules), graceSentence(origin.rules)));
    paragraphs.append(OriginWords::tr(
        "Paying is who pays for a subscription. Trials, gifts and complimentary access are not paid: a trial counts from the day it turns "
        "into a paid subscription, and members who never paid are left out (%1 of them). A pause is not leaving. Nor is a payment that is "
        "past due, as long as the subscription has not been ended.")
                          .arg(format.count(answer.neverPaidExcluded)));
    paragraphs.append(OriginWords::tr(
        "Only the first unbroken paid time of each member is in the curves; %1 later returns are not. Tier, billing interval and source "
        "are those the paid time began with.")
                          .arg(format.count(answer.reactivations)));
    paragraphs.append(OriginWords::tr(
        "The bands are %1 intervals for each day by itself, from Greenwood’s variance on the log-log scale; the median’s interval is where "
        "the band crosses one half (Brookmeyer and Crowley). In the table by month, a cell is the share of those who joined in a month and "
        "were still paying when the later month ended, with Wilson’s interval; a month that is not over yet is blank.")
                          .arg(level));
    if (origin.connectedAtUtc)
        paragraphs.append(OriginWords::tr(
            "This site was first read on %1. Members who had been deleted there before are not known here; they would mostly have left, so "
            "that the time before may look better than it was.")
                              .arg(format.day(origin.connectedAtUtc)));
    paragraphs.append(OriginWords::tr(
        "Source: this computer’s copy of the site’s members, subscriptions and their changes, %1 members who ever paid, as of %2 (%3).")
                          .arg(format.count(origin.n), format.instant(origin.asOfUtc), QString::fromLatin1(origin.timeZone)));
    return paragraphs;
}

} // namespace lyceum::ui

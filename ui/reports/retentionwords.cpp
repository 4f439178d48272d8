// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/retentionwords.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

using insights::RetentionAnswer;
using insights::RetentionGroup;
using insights::RetentionGrouping;

struct RetentionWords {
    Q_DECLARE_TR_FUNCTIONS(lyceum::ui::RetentionWords)
};

constexpr double kSignificant = 0.05;
constexpr double kDaysAMonth = 30.4375; // 365.25 / 12

constexpr std::array<std::pair<RetentionGrouping, QLatin1StringView>, 5> kGroupings {{
    {RetentionGrouping::Tier, "tier"_L1},
    {RetentionGrouping::Cohort, "cohort"_L1},
    {RetentionGrouping::Source, "source"_L1},
    {RetentionGrouping::Interval, "interval"_L1},
    {RetentionGrouping::None, "none"_L1},
}};

/// "2026-04", the first month of a cohort as wide as the question says.
QString cohortText(const QString& name, int months, const Format& format)
{
    const int year = name.left(4).toInt();
    const int month = name.mid(5).toInt();
    if (year <= 0 || month < 1 || month > 12)
        return name;
    if (months == 12)
        return RetentionWords::tr("%1", "the year of a join cohort").arg(year);
    if (months == 3)
        return RetentionWords::tr("Q%1 %2", "quarter and year").arg(QString::number((month + 2) / 3), QString::number(year));
    const std::int32_t first = year * 12 + month - 1;
    if (months == 1)
        return monthText(first, format);
    return RetentionWords::tr("%1 to %2", "from month to month").arg(monthText(first, format), monthText(first + months - 1, format));
}

QString intervalWord(const QString& name)
{
    if (name == "month"_L1)
        return RetentionWords::tr("Paid monthly");
    if (name == "year"_L1)
        return RetentionWords::tr("Paid yearly");
    return name;
}

/// The groups a comparison may name: known, and of some size.
struct Ranked {
    qsizetype best = -1;
    qsizetype worst = -1;
};

Ranked rank(const RetentionAnswer& answer)
{
    Ranked ranked;
    for (qsizetype i = 0; i < answer.groups.size(); ++i) {
        const RetentionGroup& group = answer.groups.at(i);
        if (group.pooled || group.name.isEmpty() || !group.restrictedMean || group.curve.subjects < RetentionAnswer::kFewMembers)
            continue;
        const double mean = group.restrictedMean->value;
        if (ranked.best < 0 || mean > answer.groups.at(ranked.best).restrictedMean->value)
            ranked.best = i;
        if (ranked.worst < 0 || mean < answer.groups.at(ranked.worst).restrictedMean->value)
            ranked.worst = i;
    }
    return ranked;
}

/// "95% interval 12 months to 17 months"; the upper end may be beyond what was watched.
QString intervalText(const std::optional<QString>& low, const std::optional<QString>& high, const QString& level)
{
    if (!low)
        return RetentionWords::tr("too few for an interval");
    if (!high)
        return RetentionWords::tr("%1 interval from %2 upwards").arg(level, *low);
    return RetentionWords::tr("%1 interval %2 to %3").arg(level, *low, *high);
}

QString medianInterval(const RetentionAnswer& answer, const RetentionGroup& group, const Format& format)
{
    const auto text = [](const std::optional<double>& days) { return days ? std::optional(durationText(*days)) : std::nullopt; };
    return intervalText(text(group.median.low), text(group.median.high), format.percent(answer.question.level, 0));
}

QString shareInterval(const RetentionAnswer& answer, const analytics::SurvivalStep& step, const Format& format)
{
    const auto text = [&format](const std::optional<double>& share) {
        return share ? std::optional(format.percent(*share, 0)) : std::nullopt;
    };
    return intervalText(text(step.low), text(step.high), format.percent(answer.question.level, 0));
}

QString overallSentence(const RetentionAnswer& answer, const Format& format)
{
    const RetentionGroup& all = answer.groups.first();
    if (all.median.value)
        return RetentionWords::tr("Half of all paying members stay for %1 or longer (%2).")
            .arg(durationText(*all.median.value), medianInterval(answer, all, format));
    const analytics::SurvivalStep& last = all.curve.steps.back();
    return RetentionWords::tr("After %1, the longest time watched so far, %2 of all paying members would still be paying (%3).")
        .arg(durationText(last.time), format.percent(last.survival, 0), shareInterval(answer, last, format));
}

QString differenceSentence(RetentionGrouping grouping)
{
    switch (grouping) {
    case RetentionGrouping::Tier:
        return RetentionWords::tr("Members of %1 stay longest, those of %2 leave soonest: the difference between the tiers is larger "
                                  "than chance would explain (log-rank %3).");
    case RetentionGrouping::Cohort:
        return RetentionWords::tr("Members who joined in %1 stay longest, those of %2 leave soonest: the difference between the "
                                  "cohorts is larger than chance would explain (log-rank %3).");
    case RetentionGrouping::Source:
        return RetentionWords::tr("Members who came from %1 stay longest, those from %2 leave soonest: the difference between the "
                                  "sources is larger than chance would explain (log-rank %3).");
    case RetentionGrouping::Interval:
        return RetentionWords::tr("Members under “%1” stay longest, those under “%2” leave soonest: the difference is larger than "
                                  "chance would explain (log-rank %3).");
    case RetentionGrouping::None:
        break;
    }
    return {};
}

QString noDifferenceSentence(RetentionGrouping grouping)
{
    switch (grouping) {
    case RetentionGrouping::Tier:
        return RetentionWords::tr("The tiers differ no more than chance may explain (log-rank %1).");
    case RetentionGrouping::Cohort:
        return RetentionWords::tr("The join cohorts differ no more than chance may explain (log-rank %1).");
    case RetentionGrouping::Source:
        return RetentionWords::tr("The sources differ no more than chance may explain (log-rank %1).");
    case RetentionGrouping::Interval:
        return RetentionWords::tr("Monthly and yearly payers differ no more than chance may explain (log-rank %1).");
    case RetentionGrouping::None:
        break;
    }
    return {};
}

/// Half of them: of the group that stays longest, or of the largest.
QString medianSentence(const RetentionAnswer& answer, qsizetype group, const Format& format)
{
    const RetentionGroup& shown = answer.groups.at(group);
    const QString name = groupText(answer, group, format);
    if (shown.median.value)
        return RetentionWords::tr("Half of “%1” stay for %2 or longer (%3).")
            .arg(name, durationText(*shown.median.value), medianInterval(answer, shown, format));
    const analytics::SurvivalStep& last = shown.curve.steps.back();
    return RetentionWords::tr("Of “%1”, %2 would still be paying after %3, the longest time watched so far (%4).")
        .arg(name, format.percent(last.survival, 0), durationText(last.time), shareInterval(answer, last, format));
}

/// The group with the most members, of those shown by themselves.
qsizetype largest(const RetentionAnswer& answer)
{
    qsizetype found = 0;
    for (qsizetype i = 1; i < answer.groups.size(); ++i) {
        const RetentionGroup& group = answer.groups.at(i);
        if (!group.pooled && group.curve.subjects > answer.groups.at(found).curve.subjects)
            found = i;
    }
    return found;
}

qint64 leftCount(const RetentionAnswer& answer)
{
    qint64 left = 0;
    for (const RetentionGroup& group : answer.groups)
        left += group.curve.events;
    return left;
}

/// 3.2 × 10^-330, from the logarithm: the number itself may be too small for a double.
QString tinyText(double log10P, const Format& format)
{
    double exponent = std::floor(log10P);
    double mantissa = std::round(std::pow(10.0, log10P - exponent) * 10) / 10;
    if (mantissa >= 10) {
        mantissa = 1;
        ++exponent;
    }
    return u"%1 × 10^%2"_s.arg(format.number(mantissa, 1), QString::number(exponent, 'f', 0));
}

} // namespace

QString nameOf(RetentionGrouping grouping)
{
    const auto* found = std::ranges::find(kGroupings, grouping, &std::pair<RetentionGrouping, QLatin1StringView>::first);
    return found->second;
}

std::optional<RetentionGrouping> retentionGroupingNamed(const QString& name)
{
    for (const auto& [grouping, known] : kGroupings) {
        if (name == known)
            return grouping;
    }
    return std::nullopt;
}

QString wordFor(RetentionGrouping grouping)
{
    switch (grouping) {
    case RetentionGrouping::None: return RetentionWords::tr("Everybody together", "how members are grouped");
    case RetentionGrouping::Tier: return RetentionWords::tr("Tier", "how members are grouped");
    case RetentionGrouping::Cohort: return RetentionWords::tr("Time of joining", "how members are grouped");
    case RetentionGrouping::Source: return RetentionWords::tr("Source", "how members are grouped");
    case RetentionGrouping::Interval: return RetentionWords::tr("Billing interval", "how members are grouped");
    }
    return {};
}

QString ruleSetTitle(const QString& name)
{
    if (name == "lyceum"_L1)
        return u"Lyceum"_s;
    if (name == "ghost"_L1)
        return u"Ghost"_s;
    if (name == "stripe"_L1)
        return u"Stripe"_s;
    if (name == "chartmogul"_L1)
        return u"ChartMogul"_s;
    if (name == "profitwell"_L1)
        return u"ProfitWell"_s;
    return name;
}

QString monthText(std::int32_t month, const Format& format)
{
    //: How a month is written, as QLocale's date formats have it; 2026年4月 in Chinese
    return format.locale().toString(QDate(month / 12, month % 12 + 1, 1), RetentionWords::tr("MMM yyyy", "date format of a month"));
}

QString durationText(double days)
{
    const int months = qRound(days / kDaysAMonth);
    if (days < 2 * kDaysAMonth)
        return RetentionWords::tr("%n day(s)", nullptr, qRound(days));
    return RetentionWords::tr("%n month(s)", nullptr, months);
}

QString pText(const analytics::ChiSquareTest& test, const Format& format)
{
    if (test.p < 0.001)
        return u"p < %1"_s.arg(format.number(0.001, 3));
    return u"p = %1"_s.arg(format.number(test.p, test.p < 0.1 ? 3 : 2));
}

QString cohortShareText(const analytics::Proportion& share, const Format& format)
{
    if (share.total < RetentionAnswer::kFewMembers)
        return u"%1/%2"_s.arg(format.count(share.kept), format.count(share.total));
    return format.percent(share.estimate, 0);
}

QString groupText(const RetentionAnswer& answer, qsizetype group, const Format& format)
{
    const RetentionGroup& shown = answer.groups.at(group);
    if (shown.pooled)
        return RetentionWords::tr("Others", "all groups that are not shown by themselves");
    switch (answer.question.grouping) {
    case RetentionGrouping::None: return RetentionWords::tr("All paying members");
    case RetentionGrouping::Cohort: return cohortText(shown.name, answer.question.cohortMonths, format);
    case RetentionGrouping::Interval:
        if (!shown.name.isEmpty())
            return intervalWord(shown.name);
        break;
    case RetentionGrouping::Tier:
    case RetentionGrouping::Source: break;
    }
    return shown.name.isEmpty() ? RetentionWords::tr("Unknown", "tier, source or interval of a member") : shown.name;
}

QString retentionTitle(const RetentionAnswer& answer)
{
    switch (answer.question.grouping) {
    case RetentionGrouping::None: return RetentionWords::tr("How long paying members stay");
    case RetentionGrouping::Tier: return RetentionWords::tr("How long paying members stay, by tier");
    case RetentionGrouping::Cohort: return RetentionWords::tr("How long paying members stay, by time of joining");
    case RetentionGrouping::Source: return RetentionWords::tr("How long paying members stay, by source");
    case RetentionGrouping::Interval: return RetentionWords::tr("How long paying members stay, by billing interval");
    }
    return {};
}

QString findingOf(const RetentionAnswer& answer, const Format& format)
{
    const qint64 n = answer.provenance.n;
    if (n == 0 || answer.groups.isEmpty())
        return RetentionWords::tr("Nobody has paid yet, so there is nothing to tell about staying.");
    if (n < RetentionAnswer::kFewMembers)
        return RetentionWords::tr("Only %n member(s) have ever paid: too few to say how long members stay.", nullptr, int(n));
    if (leftCount(answer) == 0)
        return RetentionWords::tr("None of the %n paying member(s) has left so far.", nullptr, int(n));
    if (answer.question.grouping == RetentionGrouping::None || answer.groups.size() == 1)
        return answer.question.grouping == RetentionGrouping::None ? overallSentence(answer, format)
                                                                   : medianSentence(answer, 0, format);
    const Ranked ranked = rank(answer);
    const qsizetype most = largest(answer);
    if (answer.groups.at(most).curve.subjects < RetentionAnswer::kFewMembers)
        return RetentionWords::tr("Each of these groups has fewer than %1 members: too few to say how long they stay.")
            .arg(format.count(RetentionAnswer::kFewMembers));
    const QString both = RetentionWords::tr("%1 %2", "two sentences, one after the other");
    if (!answer.logRank || !answer.logRank->test || ranked.best < 0 || ranked.best == ranked.worst)
        return both.arg(medianSentence(answer, most, format), RetentionWords::tr("The other groups are too small to compare."));
    const QString p = pText(*answer.logRank->test, format);
    if (answer.logRank->test->p >= kSignificant)
        return both.arg(medianSentence(answer, most, format), noDifferenceSentence(answer.question.grouping).arg(p));
    return both.arg(differenceSentence(answer.question.grouping)
                        .arg(groupText(answer, ranked.best, format), groupText(answer, ranked.worst, format), p),
        medianSentence(answer, ranked.best, format));
}

QString logRankLine(const RetentionAnswer& answer, const Format& format)
{
    if (answer.groups.size() < 2)
        return {};
    if (!answer.logRank || !answer.logRank->test)
        return RetentionWords::tr("Log-rank test: nothing to compare, since no two groups were watched while somebody left.");
    const analytics::ChiSquareTest& test = *answer.logRank->test;
    const QString line = RetentionWords::tr("Log-rank test: chi-square %1, %n degree(s) of freedom, %2.", nullptr, test.df);
    const bool tiny = test.p < 0.001;
    return line.arg(format.number(test.chiSquare, 2), tiny ? u"p = %1"_s.arg(tinyText(test.log10P, format)) : pText(test, format));
}

QString fewLine(const RetentionAnswer& answer, const Format& format)
{
    QStringList few;
    for (qsizetype i = 0; i < answer.groups.size(); ++i) {
        if (answer.groups.at(i).curve.subjects < RetentionAnswer::kFewMembers)
            few.append(groupText(answer, i, format));
    }
    if (few.isEmpty())
        return {};
    return RetentionWords::tr("Fewer than %1 members, so their curves say little: %2.")
        .arg(format.count(RetentionAnswer::kFewMembers), format.locale().createSeparatedList(few));
}

} // namespace lyceum::ui

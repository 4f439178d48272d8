// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/retentiontables.h"

#include "reports/retentionwords.h"
#include "theme/tokens.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

using analytics::Proportion;
using analytics::RetentionRow;
using analytics::SurvivalStep;
using exchange::ReportCell;
using exchange::ReportColumn;
using exchange::ReportTable;
using insights::RetentionAnswer;
using insights::RetentionGroup;

struct TableWords {
    Q_DECLARE_TR_FUNCTIONS(lyceum::ui::RetentionTables)
};

constexpr std::array<int, 5> kDays {30, 90, 180, 365, 730};
constexpr std::int32_t kFirstAges = 6; // all of them up to here, then each quarter, then each half year
constexpr std::int32_t kQuarterAges = 24;

QString machineNumber(double value) { return QString::number(value, 'g', 10); }
QString machineNumber(const std::optional<double>& value) { return value ? machineNumber(*value) : QString(); }

ReportCell countCell(qint64 count, const Format& format) { return {format.count(count), {}, {}}; }
ReportCell dataCell(const QString& value) { return {value, {}, {}}; }

QString daysText(double days, const Format& format)
{
    return format.number(days, std::abs(days - std::round(days)) < 0.05 ? 0 : 1);
}

QString medianText(const analytics::TimeQuantile& median, const Format& format)
{
    if (!median.value)
        return median.low ? TableWords::tr("not reached (%1 or more)").arg(daysText(*median.low, format)) : TableWords::tr("not reached");
    const QString value = daysText(*median.value, format);
    if (median.low && median.high)
        return TableWords::tr("%1 (%2 to %3)").arg(value, daysText(*median.low, format), daysText(*median.high, format));
    if (median.low)
        return TableWords::tr("%1 (%2 or more)").arg(value, daysText(*median.low, format));
    return value;
}

QString meanText(const std::optional<analytics::RestrictedMean>& mean, const Format& format)
{
    if (!mean)
        return {};
    return TableWords::tr("%1 (%2 to %3)").arg(format.number(mean->value), format.number(mean->low), format.number(mean->high));
}

QString shareText(double share, const std::optional<double>& low, const std::optional<double>& high, const Format& format)
{
    const QString value = format.percent(share);
    return low && high ? TableWords::tr("%1 (%2 to %3)").arg(value, format.percent(*low), format.percent(*high)) : value;
}

/// The horizon all means share; 0 without one.
double horizonOf(const RetentionAnswer& answer)
{
    for (const RetentionGroup& group : answer.groups) {
        if (group.restrictedMean)
            return group.restrictedMean->until;
    }
    return 0;
}

QList<std::int32_t> shownAges(std::int32_t ages)
{
    QList<std::int32_t> shown;
    for (std::int32_t age = 0; age < ages; ++age) {
        if (age <= kFirstAges || (age <= kQuarterAges ? age % 3 == 0 : age % 12 == 0))
            shown.append(age);
    }
    return shown;
}

ReportCell shadedCell(const std::optional<Proportion>& share, const Format& format)
{
    if (!share)
        return {};
    const Tokens tokens = printTokens();
    const QColor ground = heatColour(tokens, share->estimate);
    return {cohortShareText(*share, format), ground, textOn(tokens, ground)};
}

} // namespace

ReportTable retentionGroupTable(const RetentionAnswer& answer, const Format& format)
{
    const QString level = format.percent(answer.question.level, 0);
    ReportTable table;
    table.caption = TableWords::tr("How long each group stays, with %1 intervals").arg(level);
    table.columns = {{TableWords::tr("Group"), false}, {TableWords::tr("Members"), true}, {TableWords::tr("Left"), true},
        {TableWords::tr("Still paying"), true}, {TableWords::tr("Median stay in days"), true}};
    const double horizon = horizonOf(answer);
    if (horizon > 0)
        table.columns.append(
            {TableWords::tr("Mean stay in the first %n day(s)", nullptr, int(horizon)), true});
    for (qsizetype i = 0; i < answer.groups.size(); ++i) {
        const RetentionGroup& group = answer.groups.at(i);
        QList<ReportCell> row {{groupText(answer, i, format), {}, {}}, countCell(group.curve.subjects, format),
            countCell(group.curve.events, format), countCell(group.curve.subjects - group.curve.events, format),
            {medianText(group.median, format), {}, {}}};
        if (horizon > 0)
            row.append({meanText(group.restrictedMean, format), {}, {}});
        table.rows.append(row);
    }
    return table;
}

ReportTable retentionShareTable(const RetentionAnswer& answer, const Format& format)
{
    ReportTable table;
    table.caption = TableWords::tr("Share still paying, with %1 intervals").arg(format.percent(answer.question.level, 0));
    table.columns = {{TableWords::tr("Group"), false}};
    double longest = 0;
    for (const RetentionGroup& group : answer.groups)
        longest = group.curve.steps.empty() ? longest : std::max(longest, group.curve.steps.back().time);
    for (const int days : kDays) {
        if (days <= longest)
            table.columns.append({TableWords::tr("After %n day(s)", nullptr, days), true});
    }
    for (qsizetype i = 0; i < answer.groups.size(); ++i) {
        const analytics::SurvivalCurve& curve = answer.groups.at(i).curve;
        QList<ReportCell> row {{groupText(answer, i, format), {}, {}}};
        for (qsizetype column = 1; column < table.columns.size(); ++column) {
            const int days = kDays.at(std::size_t(column - 1));
            const std::optional<double> share = analytics::survivalAt(curve, days);
            const SurvivalStep* step = analytics::stepAt(curve, days);
            if (!share)
                row.append(ReportCell {});
            else
                row.append({shareText(*share, step ? step->low : std::nullopt, step ? step->high : std::nullopt, format), {}, {}});
        }
        table.rows.append(row);
    }
    return table;
}

ReportTable retentionCohortTable(const RetentionAnswer& answer, const Format& format)
{
    const QList<std::int32_t> ages = shownAges(answer.table.ages);
    ReportTable table;
    table.caption = TableWords::tr("Share still paying at the end of each month after the first paid month");
    table.columns = {{TableWords::tr("First paid in"), false}, {TableWords::tr("Members"), true}};
    for (const std::int32_t age : ages)
        table.columns.append({format.count(age), true});
    const auto addRow = [&](const QString& name, qint64 size, const std::vector<std::optional<Proportion>>& cells) {
        QList<ReportCell> row {{name, {}, {}}, countCell(size, format)};
        for (const std::int32_t age : ages)
            row.append(shadedCell(cells.at(std::size_t(age)), format));
        table.rows.append(row);
    };
    qint64 members = 0;
    for (const RetentionRow& cohort : answer.table.rows) {
        members += cohort.size;
        addRow(monthText(cohort.cohortMonth, format), cohort.size, cohort.cells);
    }
    if (!answer.table.rows.empty())
        addRow(TableWords::tr("All, by members", "row of averages weighted by members"), members, answer.table.average);
    return table;
}

ReportTable retentionOriginData(const RetentionAnswer& answer)
{
    const insights::Provenance& origin = answer.provenance;
    ReportTable table;
    table.use = ReportTable::For::Programs;
    table.caption = TableWords::tr("Where these figures come from");
    table.columns = {{TableWords::tr("Fact"), false}, {TableWords::tr("Value"), false}};
    const auto add = [&table](const QString& name, const QString& value) { table.rows.append({dataCell(name), dataCell(value)}); };
    const auto utc = [](std::optional<qint64> seconds) {
        return seconds ? QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC).toString(Qt::ISODate) : QString();
    };
    add(TableWords::tr("Rules"), ruleSetTitle(origin.rules.name));
    add(TableWords::tr("Days within which a return is no leaving"), QString::number(origin.rules.graceDays));
    add(TableWords::tr("As of"), utc(origin.asOfUtc));
    add(TableWords::tr("First data"), utc(origin.firstDataUtc));
    add(TableWords::tr("Site first read"), utc(origin.connectedAtUtc));
    add(TableWords::tr("Time zone"), QString::fromLatin1(origin.timeZone));
    add(TableWords::tr("Method"), origin.method);
    add(TableWords::tr("Level of the intervals"), machineNumber(answer.question.level));
    add(TableWords::tr("Members who ever paid"), QString::number(origin.n));
    add(TableWords::tr("Never paid, left out"), QString::number(answer.neverPaidExcluded));
    add(TableWords::tr("Later returns, left out"), QString::number(answer.reactivations));
    if (answer.logRank && answer.logRank->test) {
        add(TableWords::tr("Log-rank chi-square"), machineNumber(answer.logRank->test->chiSquare));
        add(TableWords::tr("Log-rank degrees of freedom"), QString::number(answer.logRank->test->df));
        add(TableWords::tr("Log-rank p"), machineNumber(answer.logRank->test->p));
        add(TableWords::tr("Log-rank p, decimal logarithm"), machineNumber(answer.logRank->test->log10P));
    }
    return table;
}

ReportTable retentionGroupData(const RetentionAnswer& answer, const Format& format)
{
    ReportTable table;
    table.use = ReportTable::For::Programs;
    table.caption = TableWords::tr("How long each group stays");
    table.columns = {{TableWords::tr("Group"), false}, {TableWords::tr("Members"), true}, {TableWords::tr("Left"), true},
        {TableWords::tr("Median stay in days"), true}, {TableWords::tr("Interval, low"), true}, {TableWords::tr("Interval, high"), true},
        {TableWords::tr("Mean stay in days"), true}, {TableWords::tr("Interval, low"), true}, {TableWords::tr("Interval, high"), true},
        {TableWords::tr("Mean within so many days"), true}};
    for (qsizetype i = 0; i < answer.groups.size(); ++i) {
        const RetentionGroup& group = answer.groups.at(i);
        QList<ReportCell> row {dataCell(groupText(answer, i, format)), dataCell(QString::number(group.curve.subjects)),
            dataCell(QString::number(group.curve.events)), dataCell(machineNumber(group.median.value)),
            dataCell(machineNumber(group.median.low)), dataCell(machineNumber(group.median.high))};
        const std::optional<analytics::RestrictedMean>& mean = group.restrictedMean;
        for (const double analytics::RestrictedMean::*field : {&analytics::RestrictedMean::value, &analytics::RestrictedMean::low,
                 &analytics::RestrictedMean::high, &analytics::RestrictedMean::until})
            row.append(dataCell(mean ? machineNumber((*mean).*field) : QString()));
        table.rows.append(row);
    }
    return table;
}

ReportTable retentionCurveData(const RetentionAnswer& answer, const Format& format)
{
    ReportTable table;
    table.use = ReportTable::For::Programs;
    table.caption = TableWords::tr("Every step of the curves");
    table.columns = {{TableWords::tr("Group"), false}, {TableWords::tr("Day"), true}, {TableWords::tr("Still paying"), true},
        {TableWords::tr("Interval, low"), true}, {TableWords::tr("Interval, high"), true},
        {TableWords::tr("Members watched so long"), true}, {TableWords::tr("Left"), true}};
    for (qsizetype i = 0; i < answer.groups.size(); ++i) {
        const QString name = groupText(answer, i, format);
        for (const SurvivalStep& step : answer.groups.at(i).curve.steps) {
            table.rows.append({{name, {}, {}}, dataCell(machineNumber(step.time)), dataCell(machineNumber(step.survival)),
                dataCell(machineNumber(step.low)), dataCell(machineNumber(step.high)), dataCell(QString::number(step.atRisk)),
                dataCell(QString::number(step.events))});
        }
    }
    return table;
}

ReportTable retentionCohortData(const RetentionAnswer& answer, const Format&)
{
    ReportTable table;
    table.use = ReportTable::For::Programs;
    table.caption = TableWords::tr("Every cell of the table by month");
    table.columns = {{TableWords::tr("First paid in"), false}, {TableWords::tr("Months later"), true},
        {TableWords::tr("Still paying"), true}, {TableWords::tr("Members"), true}, {TableWords::tr("Share"), true},
        {TableWords::tr("Interval, low"), true}, {TableWords::tr("Interval, high"), true}};
    for (const RetentionRow& cohort : answer.table.rows) {
        const QString month =
            u"%1-%2"_s.arg(cohort.cohortMonth / 12, 4, 10, '0'_L1).arg(cohort.cohortMonth % 12 + 1, 2, 10, '0'_L1);
        for (std::size_t age = 0; age < cohort.cells.size(); ++age) {
            const std::optional<Proportion>& share = cohort.cells[age];
            if (!share)
                continue;
            table.rows.append({dataCell(month), dataCell(QString::number(age)), dataCell(QString::number(share->kept)),
                dataCell(QString::number(share->total)), dataCell(machineNumber(share->estimate)),
                dataCell(machineNumber(share->low)), dataCell(machineNumber(share->high))});
        }
    }
    return table;
}

} // namespace lyceum::ui

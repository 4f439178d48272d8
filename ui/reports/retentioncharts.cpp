// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/retentioncharts.h"

#include "reports/retentionwords.h"

#include <QCoreApplication>

namespace lyceum::ui {
namespace {

using analytics::Proportion;
using analytics::RetentionRow;
using analytics::SurvivalStep;
using insights::CohortCellMembers;
using insights::RetentionAnswer;
using insights::RetentionGroup;

struct ChartWords {
    Q_DECLARE_TR_FUNCTIONS(lyceum::ui::RetentionCharts)
};

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Day 0 with everybody comes before the first step, unless somebody left or was last seen on day 0.
bool hasStart(const RetentionGroup& group)
{
    return group.curve.steps.empty() || group.curve.steps.front().time > 0;
}

CurveGroup curveGroup(const RetentionAnswer& answer, qsizetype index, const Format& format)
{
    const RetentionGroup& group = answer.groups.at(index);
    CurveGroup curve;
    curve.name = groupText(answer, index, format);
    curve.median = group.median.value;
    curve.points.reserve(qsizetype(group.curve.steps.size()) + 1);
    if (hasStart(group))
        curve.points.append({0, 1, kNone, kNone, group.curve.subjects, 0});
    for (const SurvivalStep& step : group.curve.steps)
        curve.points.append({step.time, step.survival, step.low.value_or(kNone), step.high.value_or(kNone), step.atRisk, step.events});
    return curve;
}

HeatCell heatCell(const Proportion& share, double level, const Format& format)
{
    HeatCell cell;
    cell.value = share.estimate;
    cell.text = cohortShareText(share, format);
    cell.toolTip = ChartWords::tr("%1 of %2 members still paying (%3); %4 interval %5 to %6.")
                       .arg(format.count(share.kept), format.count(share.total), format.percent(share.estimate), format.percent(level, 0),
                           format.percent(share.low), format.percent(share.high));
    return cell;
}

QList<std::optional<HeatCell>> heatCells(
    const std::vector<std::optional<Proportion>>& shares, double level, const Format& format)
{
    QList<std::optional<HeatCell>> cells;
    cells.reserve(qsizetype(shares.size()));
    for (const std::optional<Proportion>& share : shares)
        cells.append(share ? std::optional(heatCell(*share, level, format)) : std::nullopt);
    return cells;
}

} // namespace

CurveData retentionCurves(const RetentionAnswer& answer, const Format& format)
{
    CurveData data;
    data.title = retentionTitle(answer);
    data.xTitle = ChartWords::tr("Days since the first paid day");
    data.yTitle = ChartWords::tr("Still paying");
    data.xUnit = ChartWords::tr("days", "after a number: 90 days");
    data.atRiskTitle = ChartWords::tr("Members watched so long");
    data.eventsTitle = ChartWords::tr("Left on that day");
    data.intervalTitle = ChartWords::tr("%1 interval").arg(format.percent(answer.question.level, 0));
    for (qsizetype group = 0; group < answer.groups.size(); ++group)
        data.groups.append(curveGroup(answer, group, format));
    data.footnotes = originLines(answer, format);
    if (answer.provenance.n < RetentionAnswer::kFewMembers)
        data.tooFew = findingOf(answer, format);
    else if (const QString few = fewLine(answer, format); !few.isEmpty())
        data.footnotes.prepend(few);
    return data;
}

HeatData retentionCohorts(const RetentionAnswer& answer, const Format& format)
{
    HeatData data;
    data.title = ChartWords::tr("How many of each month’s new paying members stay");
    data.rowTitle = ChartWords::tr("First paid in");
    data.sizeTitle = ChartWords::tr("Members");
    data.columnTitle = ChartWords::tr("Months after the first paid month");
    for (std::int32_t age = 0; age < answer.table.ages; ++age)
        data.columns.append(format.count(age));
    qint64 members = 0;
    for (const RetentionRow& row : answer.table.rows) {
        members += row.size;
        data.rows.append({monthText(row.cohortMonth, format), format.count(row.size), heatCells(row.cells, answer.table.level, format)});
    }
    if (!data.rows.isEmpty())
        data.rows.append({ChartWords::tr("All, by members", "row of averages weighted by members"), format.count(members),
            heatCells(answer.table.average, answer.table.level, format)});
    if (answer.table.ages == 0)
        data.tooFew = ChartWords::tr("No month is complete yet. The first row appears when a month has ended.");
    data.footnotes.append(ChartWords::tr("Blank: that month is not over yet. The last row has only the cohorts old enough, so it may rise."));
    data.footnotes.append(ChartWords::tr("Cohorts of fewer than %1 members show how many stayed of how many, not a percentage.")
                              .arg(format.count(RetentionAnswer::kFewMembers)));
    data.footnotes.append(originLines(answer, format).first());
    return data;
}

CohortCellMembers membersBehindPoint(const RetentionAnswer& answer, qsizetype group, qsizetype point)
{
    if (group < 0 || group >= answer.groups.size() || point < 0)
        return {};
    if (!hasStart(answer.groups.at(group)))
        return insights::membersAtStep(answer, group, point);
    if (point > 0)
        return insights::membersAtStep(answer, group, point - 1);
    CohortCellMembers everybody;
    for (const RetentionGroup::Subject& subject : answer.groups.at(group).subjects)
        everybody.kept.append(subject.member);
    return everybody;
}

CohortCellMembers membersBehindCell(const RetentionAnswer& answer, qsizetype row, qsizetype column)
{
    const auto rows = qsizetype(answer.table.rows.size());
    const auto age = std::int32_t(column);
    if (row >= 0 && row < rows)
        return insights::membersOfCell(answer, answer.table.rows.at(std::size_t(row)).cohortMonth, age);
    CohortCellMembers pooled;
    if (row != rows)
        return pooled;
    for (const RetentionRow& cohort : answer.table.rows) {
        const CohortCellMembers cell = insights::membersOfCell(answer, cohort.cohortMonth, age);
        pooled.kept += cell.kept;
        pooled.left += cell.left;
    }
    return pooled;
}

} // namespace lyceum::ui

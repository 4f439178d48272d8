// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/columnchart.h"
#include "charts/curvedata.h"
#include "charts/heatdata.h"

#include <cmath>

// Made-up data with the shapes real data have: curves that end early, bands that widen, a triangle with blank corners.
namespace sample {

using namespace Qt::StringLiterals;
using namespace lyceum::ui;

/// A survival-like curve: `n` members, `lossPerStep` of those left go every `step` days.
inline CurveGroup curve(const QString& name, int n, double lossPerStep, double step, int steps)
{
    CurveGroup group;
    group.name = name;
    double share = 1.0;
    double left = n;
    group.points.append({0.0, 1.0, 1.0, 1.0, n, 0});
    for (int i = 1; i <= steps; ++i) {
        const auto atRisk = qint64(left);
        share *= 1.0 - lossPerStep;
        left *= 1.0 - lossPerStep - 0.01;
        const double half = 1.96 * std::sqrt(share * (1.0 - share) / std::max(left, 4.0));
        group.points.append({i * step, share, std::max(0.0, share - half), std::min(1.0, share + half), atRisk, qint64(double(atRisk) * lossPerStep)});
        if (share <= 0.5 && !group.median)
            group.median = i * step;
    }
    return group;
}

inline CurveData curves(bool chinese = false)
{
    CurveData data;
    data.title = chinese ? u"支持者留存最久：一年后仍有 74%"_s : u"Supporters stay longest: 74% are still paying after a year"_s;
    data.xTitle = chinese ? u"加入后的天数"_s : u"Days since joining"_s;
    data.yTitle = chinese ? u"仍在付费的会员"_s : u"Members still paying"_s;
    data.xUnit = chinese ? u"天"_s : u"days"_s;
    data.atRiskTitle = chinese ? u"处于风险中的会员"_s : u"Members at risk"_s;
    data.eventsTitle = chinese ? u"当天离开"_s : u"Left on that day"_s;
    data.intervalTitle = chinese ? u"95% 区间"_s : u"95% interval"_s;
    data.groups = {curve(chinese ? u"支持者"_s : u"Supporter"_s, 412, 0.012, 15, 25),
                   curve(chinese ? u"旗舰会员"_s : u"Flagship circle"_s, 96, 0.031, 15, 25),
                   curve(chinese ? u"试用"_s : u"Trial"_s, 230, 0.06, 15, 18)};
    data.footnotes = {chinese ? u"规则：Ghost；取消后付费至期末的会员仍算在内。数据：2022-11-01 至 2024-10-31。"_s
                              : u"Rules: Ghost; cancelled but paid to the end counts as staying. Data from 2022-11-01 to 2024-10-31."_s,
                      chinese ? u"Kaplan–Meier，log-log 区间。"_s : u"Kaplan–Meier, log-log intervals."_s};
    return data;
}

inline CurveData sevenCurves()
{
    CurveData data = curves();
    data.title = u"Seven sources, told apart by colour, dash and marker"_s;
    data.groups.clear();
    const QStringList names{u"Newsletter"_s, u"Podcast"_s, u"Search"_s, u"Friend"_s, u"Partner site"_s, u"Video"_s, u"Unknown"_s};
    for (int i = 0; i < names.size(); ++i)
        data.groups.append(curve(names[i], 200 - 20 * i, 0.02 + 0.002 * i, 15, 24));
    return data;
}

inline HeatData triangle(bool chinese = false)
{
    HeatData data;
    data.title = chinese ? u"每个加入月份留下多少会员"_s : u"How many of each month's newcomers stay"_s;
    data.rowTitle = chinese ? u"加入月份"_s : u"Joined"_s;
    data.sizeTitle = chinese ? u"会员"_s : u"Members"_s;
    data.columnTitle = chinese ? u"加入后的月数"_s : u"Months since joining"_s;
    for (int column = 0; column < 9; ++column)
        data.columns.append(QString::number(column));
    for (int row = 0; row < 9; ++row) {
        HeatRow cohort{u"2024-%1"_s.arg(row + 1, 2, 10, QChar(u'0')), QString::number(80 + 7 * row), {}};
        for (int column = 0; column < 9 - row; ++column) {
            const double share = std::pow(0.93 - 0.004 * row, column);
            cohort.cells.append(HeatCell{share, {}, u"%1 of %2 members"_s.arg(qRound(share * (80 + 7 * row))).arg(80 + 7 * row)});
        }
        data.rows.append(cohort);
    }
    data.footnotes = {chinese ? u"空白：时间未到。"_s : u"Blank: not old enough yet."_s};
    return data;
}

inline ColumnData months(bool chinese = false)
{
    ColumnData data;
    data.title = chinese ? u"每月新会员"_s : u"New members a month"_s;
    data.xTitle = chinese ? u"月份"_s : u"Month"_s;
    data.yTitle = chinese ? u"新会员"_s : u"New members"_s;
    const double values[] = {12, 30, 24, 41, 38, 0, 55, 61, 47, 80, 72, 93};
    for (int i = 0; i < 12; ++i)
        data.columns.append({u"2024-%1"_s.arg(i + 1, 2, 10, QChar(u'0')), values[i], {}});
    data.columns[5].value.reset();
    return data;
}

} // namespace sample

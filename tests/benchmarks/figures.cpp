// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

QString written(double value) { return QString::number(value, 'f', value >= 1000 ? 0 : value >= 100 ? 1 : value >= 0.1 || value == 0 ? 2 : 4); }

QString goalText(const Figure& figure)
{
    if (!figure.goal)
        return {};
    return QString(u"%1 %2 %3"_s)
        .arg(figure.goal->atMost ? u"≤"_s : u"≥"_s, written(figure.goal->bound), *figure.meetsGoal() ? u"met"_s : u"MISSED"_s);
}

double rounded(double value) { return std::round(value * 1000) / 1000; }

void printRow(const QString& name, const QString& workspace, const QStringList& numbers, const QString& unit, const QString& goal)
{
    QString line = name.leftJustified(78) + workspace.leftJustified(20);
    for (const QString& number : numbers)
        line += number.rightJustified(11);
    line += u"  "_s + unit.leftJustified(8) + goal;
    std::printf("%s\n", qUtf8Printable(line.trimmed()));
    std::fflush(stdout);
}

} // namespace

double Figure::quantile(double share) const
{
    QList<double> sorted = values;
    std::ranges::sort(sorted);
    const auto rank = qsizetype(std::ceil(share * double(sorted.size())));
    return sorted.at(std::clamp<qsizetype>(rank - 1, 0, sorted.size() - 1));
}

std::optional<bool> Figure::meetsGoal() const
{
    if (!goal)
        return std::nullopt;
    const bool worst = goal->judge == Goal::Judge::Worst;
    const double value = quantile(worst ? (goal->atMost ? 1 : 0) : 0.5);
    return goal->atMost ? value <= goal->bound : value >= goal->bound;
}

void Figures::add(Figure figure)
{
    if (figure.values.isEmpty())
        return;
    QString cpu;
    if (!figure.cpuMs.isEmpty()) {
        QList<double> sorted = figure.cpuMs;
        std::ranges::sort(sorted);
        cpu = written(sorted.at(sorted.size() / 2));
    }
    printRow(figure.section + u": "_s + figure.name, figure.workspace,
        {QString::number(figure.values.size()), written(figure.quantile(0)), written(figure.quantile(0.5)), written(figure.quantile(0.95)),
            written(figure.quantile(1)), cpu},
        figure.unit, goalText(figure));
    m_figures.append(std::move(figure));
}

QJsonArray Figures::toJson() const
{
    QJsonArray all;
    for (const Figure& figure : m_figures) {
        QJsonObject one {{u"section"_s, figure.section}, {u"name"_s, figure.name}, {u"unit"_s, figure.unit},
            {u"runs"_s, figure.values.size()}, {u"min"_s, rounded(figure.quantile(0))}, {u"median"_s, rounded(figure.quantile(0.5))},
            {u"p95"_s, rounded(figure.quantile(0.95))}, {u"max"_s, rounded(figure.quantile(1))}};
        if (!figure.workspace.isEmpty())
            one.insert(u"workspace"_s, figure.workspace);
        if (!figure.cpuMs.isEmpty()) {
            QList<double> sorted = figure.cpuMs;
            std::ranges::sort(sorted);
            one.insert(u"cpuMsMedian"_s, rounded(sorted.at(sorted.size() / 2)));
        }
        if (figure.goal) {
            one.insert(figure.goal->atMost ? u"goalAtMost"_s : u"goalAtLeast"_s, figure.goal->bound);
            one.insert(u"meetsGoal"_s, *figure.meetsGoal());
        }
        all.append(one);
    }
    return all;
}

double Figures::cpuMsNow() { return double(std::clock()) * 1000 / CLOCKS_PER_SEC; }

void printTableHeader()
{
    printRow(u"figure"_s, u"workspace"_s, {u"runs"_s, u"min"_s, u"median"_s, u"p95"_s, u"max"_s, u"cpu ms"_s}, u"unit"_s, u"goal"_s);
}

} // namespace lyceum::bench

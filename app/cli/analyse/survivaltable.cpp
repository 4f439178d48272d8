// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/survivaltable.h"

#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace lyceum::cli {

QStringList SurvivalColumns::names() const
{
    QStringList names {time, event, entry, group, stratum};
    names.removeAll(QString());
    return names;
}

SurvivalTable SurvivalTable::only(std::uint32_t group) const
{
    SurvivalTable part;
    part.groups.names = {groups.names.at(group)};
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (groups.codes.at(i) != group)
            continue;
        part.times.push_back(times.at(i));
        if (!events.empty())
            part.events.push_back(events.at(i));
        if (!entries.empty())
            part.entries.push_back(entries.at(i));
        part.groups.codes.push_back(0);
        part.rows.push_back(rows.at(i));
    }
    return part;
}

Result<SurvivalTable> survivalTableOf(const AnalysisTable& table, const SurvivalColumns& columns)
{
    SurvivalTable subjects;
    auto times = table.numbers(columns.time, {.low = 0});
    if (!times)
        return tl::unexpected(times.error());
    subjects.times = *std::move(times);
    if (!columns.event.isEmpty()) {
        auto events = table.flags(columns.event);
        if (!events)
            return tl::unexpected(events.error());
        subjects.events = *std::move(events);
    }
    if (!columns.entry.isEmpty()) {
        auto entries = table.numbers(columns.entry, {.low = 0});
        if (!entries)
            return tl::unexpected(entries.error());
        subjects.entries = *std::move(entries);
        for (std::size_t i = 0; i < subjects.entries.size(); ++i) {
            if (subjects.entries[i] >= subjects.times[i])
                return tl::unexpected(table.errorAt(qsizetype(i), columns.entry, Cli::tr("an entry is before its time.")));
        }
    }
    subjects.groups.codes.assign(subjects.times.size(), 0);
    subjects.groups.names = {QString()};
    for (const auto& [name, levels] : {std::pair(columns.group, &subjects.groups), std::pair(columns.stratum, &subjects.strata)}) {
        if (name.isEmpty())
            continue;
        auto found = table.levels(name);
        if (!found)
            return tl::unexpected(found.error());
        *levels = *std::move(found);
    }
    if (subjects.groups.names.size() > kMaxGroups)
        return failure(Error::Kind::BadInput, u"column %1"_s.arg(columns.group), Cli::tr("it has more than %1 groups.").arg(kMaxGroups));
    for (qsizetype row = 0; row < table.rows(); ++row)
        subjects.rows.push_back(row);
    return subjects;
}

Error survivalError(
    const analytics::AnalyticsError& error, const AnalysisTable& table, const SurvivalTable& subjects, const SurvivalColumns& columns)
{
    using enum analytics::AnalyticsError::Kind;
    const bool isEntry = error.kind == EntryNotBeforeExit;
    const QString sentence
        = isEntry ? Cli::tr("the entry is too close to its time to be told apart from it.") : Cli::tr("this cannot be computed with.");
    const QString& column = isEntry ? columns.entry : columns.time;
    if (error.kind == TooLarge || error.index >= subjects.rows.size())
        return {Error::Kind::BadInput, u"column %1"_s.arg(column), sentence};
    return table.errorAt(subjects.rows.at(error.index), column, sentence);
}

Result<analytics::BandTransform> transformOf(const Arguments& arguments)
{
    const auto interval = arguments.oneOf(u"interval"_s, {u"log"_s, u"log-log"_s, u"plain"_s});
    if (!interval)
        return tl::unexpected(interval.error());
    return *interval == "plain"_L1 ? analytics::BandTransform::Plain
        : *interval == "log-log"_L1 ? analytics::BandTransform::LogLog
                                    : analytics::BandTransform::Log;
}

Option intervalOption()
{
    return {u"interval"_s, u"log|log-log|plain"_s, Cli::tr("How the confidence band is made."), u"log"_s};
}

QString transformName(analytics::BandTransform transform)
{
    switch (transform) {
    case analytics::BandTransform::Plain:
        return u"plain"_s;
    case analytics::BandTransform::Log:
        return u"log"_s;
    case analytics::BandTransform::LogLog:
        break;
    }
    return u"log-log"_s;
}

QJsonValue testJson(const std::optional<analytics::ChiSquareTest>& test)
{
    if (!test)
        return QJsonValue::Null;
    return QJsonObject {{u"chiSquare"_s, test->chiSquare}, {u"df"_s, test->df}, {u"p"_s, test->p}, {u"log10P"_s, test->log10P}};
}

QString testText(const analytics::ChiSquareTest& test)
{
    return Cli::tr("chi-square %1 with %2 degrees of freedom, %3")
        .arg(textNumber(test.chiSquare))
        .arg(test.df)
        .arg(textOfP(test.p, test.log10P));
}

QString textOfP(double p, double log10P)
{
    constexpr double kSmallest = 1e-300; // below it a double loses digits, and then everything
    return p < kSmallest ? Cli::tr("p < 1e-300 (10 to the power of %1)").arg(textNumber(log10P)) : Cli::tr("p = %1").arg(textNumber(p));
}

} // namespace lyceum::cli

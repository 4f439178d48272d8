// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/kaplanmeier.h"
#include "analytics/survival/logrank.h"
#include "cli/analyse/survivaltable.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QFile>
#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

/// More groups than a person can look at; the test's cost grows with their square.
constexpr qsizetype kMaxGroups = 200;

struct SurvivalAnswer {
    std::vector<analytics::SurvivalCurve> curves; ///< one a group, in the order of the table's names
    std::optional<analytics::ChiSquareTest> logRank; ///< missing when nothing can be compared
    std::optional<double> horizon; ///< the largest time every group reaches; missing when a group has nobody
};

/// What the mathematics did not take, as the cell it stands in.
Error errorOf(const analytics::AnalyticsError& error, const SurvivalTable& table, const SurvivalColumns& columns)
{
    using enum analytics::AnalyticsError::Kind;
    const bool isEntry = error.kind == EntryNotBeforeExit;
    const QString row = error.index < table.rows.size() ? QString::number(table.rows.at(error.index)) : QString();
    return {Error::Kind::BadInput, u"row %1, column %2"_s.arg(row, isEntry ? columns.entry : columns.time),
        isEntry ? Cli::tr("the entry is too close to its time to be told apart from it.") : Cli::tr("this cannot be computed with.")};
}

Result<SurvivalAnswer> survivalOf(const SurvivalTable& table, const SurvivalColumns& columns, const analytics::KaplanMeierOptions& options)
{
    SurvivalAnswer answer;
    for (std::uint32_t group = 0; group < std::uint32_t(table.names.size()); ++group) {
        const SurvivalTable part = table.names.size() == 1 ? table : table.only(group);
        auto curve = analytics::kaplanMeier(part.sample(), options);
        if (!curve)
            return tl::unexpected(errorOf(curve.error(), part, columns));
        if (!curve->steps.empty())
            answer.horizon = std::min(answer.horizon.value_or(curve->steps.back().time), curve->steps.back().time);
        answer.curves.push_back(*std::move(curve));
    }
    if (table.names.size() > 1) {
        const auto test = analytics::logRank(table.sample(), table.groups, std::size_t(table.names.size()));
        if (!test)
            return tl::unexpected(errorOf(test.error(), table, columns));
        answer.logRank = test->test;
    }
    return answer;
}

QJsonArray jsonOf(const std::vector<analytics::SurvivalStep>& steps)
{
    QJsonArray array;
    for (const analytics::SurvivalStep& step : steps) {
        array.append(QJsonObject {{u"time"_s, step.time}, {u"atRisk"_s, qint64(step.atRisk)}, {u"events"_s, qint64(step.events)},
            {u"censored"_s, qint64(step.censored)}, {u"survival"_s, step.survival}, {u"stdError"_s, jsonNumber(step.stdError)},
            {u"low"_s, jsonNumber(step.low)}, {u"high"_s, jsonNumber(step.high)}});
    }
    return array;
}

QStringList linesOf(const SurvivalTable& table, const SurvivalAnswer& answer)
{
    QStringList lines;
    for (qsizetype i = 0; i < table.names.size(); ++i) {
        const analytics::SurvivalCurve& curve = answer.curves.at(std::size_t(i));
        const analytics::TimeQuantile median = analytics::medianTime(curve);
        if (!table.names.at(i).isEmpty())
            lines.append(table.names.at(i));
        lines.append(Cli::tr("%1 subjects, %2 events; median %3 (%4 to %5)")
                         .arg(curve.subjects)
                         .arg(curve.events)
                         .arg(textNumber(median.value), textNumber(median.low), textNumber(median.high)));
        lines.append(Cli::tr("time\tat risk\tevents\tsurvival\tlow\thigh"));
        for (const analytics::SurvivalStep& step : curve.steps) {
            lines.append(u"%1\t%2\t%3\t%4\t%5\t%6"_s.arg(textNumber(step.time))
                             .arg(step.atRisk)
                             .arg(step.events)
                             .arg(textNumber(step.survival), textNumber(step.low), textNumber(step.high)));
        }
    }
    if (answer.logRank) {
        lines.append(Cli::tr("Log-rank test: chi-square %1 with %2 degrees of freedom, p = %3")
                         .arg(textNumber(answer.logRank->chiSquare))
                         .arg(answer.logRank->df)
                         .arg(textNumber(answer.logRank->p)));
    }
    return lines;
}

QJsonObject jsonOf(const SurvivalTable& table, const SurvivalAnswer& answer, bool isGrouped)
{
    QJsonArray groups;
    for (qsizetype i = 0; i < table.names.size(); ++i) {
        const analytics::SurvivalCurve& curve = answer.curves.at(std::size_t(i));
        const analytics::TimeQuantile median = analytics::medianTime(curve);
        QJsonValue mean(QJsonValue::Null);
        if (const auto restricted = answer.horizon ? analytics::restrictedMean(curve, *answer.horizon) : std::nullopt)
            mean = QJsonObject {{u"value"_s, restricted->value}, {u"stdError"_s, restricted->stdError}, {u"at"_s, restricted->until}};
        groups.append(QJsonObject {{u"group"_s, isGrouped ? QJsonValue(table.names.at(i)) : QJsonValue(QJsonValue::Null)},
            {u"n"_s, qint64(curve.subjects)}, {u"events"_s, qint64(curve.events)}, {u"curve"_s, jsonOf(curve.steps)},
            {u"median"_s,
                QJsonObject {{u"value"_s, jsonNumber(median.value)}, {u"low"_s, jsonNumber(median.low)},
                    {u"high"_s, jsonNumber(median.high)}}},
            {u"restrictedMean"_s, mean}});
    }
    QJsonValue test(QJsonValue::Null);
    if (answer.logRank) {
        test = QJsonObject {{u"chiSquare"_s, answer.logRank->chiSquare}, {u"df"_s, answer.logRank->df}, {u"p"_s, answer.logRank->p},
            {u"log10P"_s, answer.logRank->log10P}};
    }
    return {{u"groups"_s, groups}, {u"logRank"_s, test}};
}

Result<ExitCode> runSurvival(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto path = arguments.required(u"csv"_s);
    const auto time = arguments.required(u"time"_s);
    const auto event = arguments.required(u"event"_s);
    const auto interval = arguments.oneOf(u"interval"_s, {u"log"_s, u"log-log"_s, u"plain"_s});
    for (const Result<QString>* given : {&path, &time, &event, &interval}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    analytics::KaplanMeierOptions options;
    options.transform = *interval == "plain"_L1 ? analytics::BandTransform::Plain
        : *interval == "log-log"_L1             ? analytics::BandTransform::LogLog
                                                : analytics::BandTransform::Log;
    const auto level = levelOf(arguments);
    if (!level)
        return tl::unexpected(level.error());
    options.level = *level;

    QFile file(*path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::BadInput, *path, file.errorString());
    const SurvivalColumns columns {*time, *event, arguments.value(u"entry"_s), arguments.value(u"by"_s)};
    const auto table = readSurvivalTable(file, columns);
    if (!table)
        return tl::unexpected(table.error());
    if (table->names.size() > kMaxGroups)
        return failure(Error::Kind::BadInput, u"column %1"_s.arg(columns.group), Cli::tr("it has more than %1 groups.").arg(kMaxGroups));
    const auto answer = survivalOf(*table, columns, options);
    if (!answer)
        return tl::unexpected(answer.error());
    return session.output.answer(jsonOf(*table, *answer, !columns.group.isEmpty()), linesOf(*table, *answer));
}

} // namespace

Command survivalTopic()
{
    return {u"survival"_s, {}, Cli::tr("How long members stay: Kaplan-Meier curves, and whether groups differ."),
        {u"printf 'months,left,tier\\n1,1,Reader\\n3,0,Reader\\n2,1,Circle\\n5,0,Circle\\n' > members.csv && "
         "lyceum-cli analyse survival --csv members.csv --time months --event left --by tier --json"_s},
        {csvOption(Cli::tr("A table with a header, one subject a row.")),
            {u"time"_s, u"COLUMN"_s, Cli::tr("Time until the event, or until the subject was last seen."), {}},
            {u"event"_s, u"COLUMN"_s, Cli::tr("Whether the event happened: 1 or 0, true or false, yes or no."), {}},
            {u"entry"_s, u"COLUMN"_s, Cli::tr("Since when the subject was watched (left truncation)."), {}},
            {u"by"_s, u"COLUMN"_s, Cli::tr("Compare the groups this column names: a curve each, and a log-rank test."), {}},
            {u"interval"_s, u"log|log-log|plain"_s, Cli::tr("How the confidence band is made."), u"log"_s},
            levelOption()},
        runSurvival, {}};
}

} // namespace lyceum::cli

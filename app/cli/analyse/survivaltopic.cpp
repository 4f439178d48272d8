// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/kaplanmeier.h"
#include "analytics/survival/logrank.h"
#include "analytics/survival/nelsonaalen.h"
#include "cli/analyse/survivaltable.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

struct SurvivalAnswer {
    std::vector<analytics::SurvivalCurve> curves; ///< one a group, in the order of the table's names
    std::vector<analytics::HazardCurve> hazards; ///< step by step beside the curves
    std::optional<analytics::ChiSquareTest> logRank; ///< missing when nothing can be compared
    std::optional<analytics::ChiSquareTest> petoPeto;
    std::optional<double> horizon; ///< the largest time every group reaches; missing when a group has nobody
    std::vector<analytics::Warning> warnings;
};

Result<SurvivalAnswer> survivalOf(
    const AnalysisTable& file, const SurvivalTable& table, const SurvivalColumns& columns, const analytics::KaplanMeierOptions& options)
{
    constexpr std::int64_t kTrusted = 10; // events of a group
    SurvivalAnswer answer;
    const auto groupCount = std::size_t(table.groups.names.size());
    for (std::uint32_t group = 0; group < std::uint32_t(groupCount); ++group) {
        const SurvivalTable part = groupCount == 1 ? table : table.only(group);
        auto curve = analytics::kaplanMeier(part.sample(), options);
        if (!curve)
            return tl::unexpected(survivalError(curve.error(), file, part, columns));
        auto hazard = analytics::nelsonAalen(part.sample(), options.level);
        if (!hazard)
            return tl::unexpected(survivalError(hazard.error(), file, part, columns));
        if (!curve->steps.empty())
            answer.horizon = std::min(answer.horizon.value_or(curve->steps.back().time), curve->steps.back().time);
        if (curve->events < kTrusted)
            answer.warnings = {analytics::Warning::TooFew};
        answer.curves.push_back(*std::move(curve));
        answer.hazards.push_back(*std::move(hazard));
    }
    if (groupCount > 1) {
        for (const auto& [rho, test] : {std::pair(0.0, &answer.logRank), std::pair(1.0, &answer.petoPeto)}) {
            const auto result = analytics::logRank(table.sample(), table.groups.codes, groupCount, {rho, table.strata.codes});
            if (!result)
                return tl::unexpected(survivalError(result.error(), file, table, columns));
            *test = result->test;
        }
    }
    return answer;
}

QJsonArray curveJson(const analytics::SurvivalCurve& curve, const analytics::HazardCurve& hazards)
{
    QJsonArray array;
    for (std::size_t i = 0; i < curve.steps.size(); ++i) {
        const analytics::SurvivalStep& step = curve.steps[i];
        const analytics::HazardStep& hazard = hazards.steps.at(i);
        array.append(QJsonObject {{u"time"_s, step.time}, {u"atRisk"_s, qint64(step.atRisk)}, {u"events"_s, qint64(step.events)},
            {u"censored"_s, qint64(step.censored)}, {u"survival"_s, step.survival}, {u"stdError"_s, jsonNumber(step.stdError)},
            {u"low"_s, jsonNumber(step.low)}, {u"high"_s, jsonNumber(step.high)},
            {u"hazard"_s, estimateJson(analytics::Estimate {hazard.hazard, hazard.stdError, hazard.low, hazard.high})}});
    }
    return array;
}

QStringList answerLines(const SurvivalTable& table, const SurvivalAnswer& answer)
{
    QStringList lines;
    for (qsizetype i = 0; i < table.groups.names.size(); ++i) {
        const analytics::SurvivalCurve& curve = answer.curves.at(std::size_t(i));
        const analytics::TimeQuantile median = analytics::medianTime(curve);
        if (!table.groups.names.at(i).isEmpty())
            lines.append(table.groups.names.at(i));
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
    if (answer.logRank)
        lines.append(Cli::tr("Log-rank test: %1").arg(testText(*answer.logRank)));
    if (answer.petoPeto)
        lines.append(Cli::tr("Peto-Peto test, which weighs early differences more: %1").arg(testText(*answer.petoPeto)));
    lines.append(warningLines(answer.warnings));
    return lines;
}

QJsonObject answerJson(
    const SurvivalTable& table, const SurvivalAnswer& answer, const SurvivalColumns& columns, const analytics::KaplanMeierOptions& options)
{
    QJsonArray groups;
    for (qsizetype i = 0; i < table.groups.names.size(); ++i) {
        const analytics::SurvivalCurve& curve = answer.curves.at(std::size_t(i));
        const analytics::TimeQuantile median = analytics::medianTime(curve);
        QJsonValue mean(QJsonValue::Null);
        if (const auto restricted = answer.horizon ? analytics::restrictedMean(curve, *answer.horizon) : std::nullopt)
            mean = QJsonObject {{u"value"_s, restricted->value}, {u"stdError"_s, restricted->stdError}, {u"low"_s, restricted->low},
                {u"high"_s, restricted->high}, {u"at"_s, restricted->until}};
        groups.append(QJsonObject {{u"group"_s, !columns.group.isEmpty() ? QJsonValue(table.groups.names.at(i)) : QJsonValue(QJsonValue::Null)},
            {u"n"_s, qint64(curve.subjects)}, {u"events"_s, qint64(curve.events)}, {u"curve"_s, curveJson(curve, answer.hazards.at(std::size_t(i)))},
            {u"median"_s,
                QJsonObject {{u"value"_s, jsonNumber(median.value)}, {u"low"_s, jsonNumber(median.low)},
                    {u"high"_s, jsonNumber(median.high)}}},
            {u"restrictedMean"_s, mean}});
    }
    const auto events = std::accumulate(table.events.begin(), table.events.end(), qint64(0));
    return {{u"n"_s, qint64(table.times.size())}, {u"events"_s, events}, {u"method"_s, u"kaplan-meier"_s},
        {u"interval"_s, transformName(options.transform)}, {u"level"_s, options.level},
        {u"strata"_s, columns.stratum.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(columns.stratum)}, {u"groups"_s, groups},
        {u"logRank"_s, testJson(answer.logRank)}, {u"petoPeto"_s, testJson(answer.petoPeto)}, {u"warnings"_s, warningsJson(answer.warnings)}};
}

Result<ExitCode> runSurvival(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto path = arguments.required(u"csv"_s);
    const auto time = arguments.required(u"time"_s);
    const auto event = arguments.required(u"event"_s);
    for (const Result<QString>* given : {&path, &time, &event}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const SurvivalColumns columns {*time, *event, arguments.value(u"entry"_s), arguments.value(u"by"_s), arguments.value(u"strata"_s)};
    if (!columns.stratum.isEmpty() && columns.group.isEmpty())
        return usage(Cli::tr("--strata needs --by: it compares groups within each stratum."));
    const auto transform = transformOf(arguments);
    if (!transform)
        return tl::unexpected(transform.error());
    const auto level = levelOf(arguments);
    if (!level)
        return tl::unexpected(level.error());
    const analytics::KaplanMeierOptions options {*transform, *level};

    const auto file = AnalysisTable::read(*path, columns.names());
    if (!file)
        return tl::unexpected(file.error());
    const auto table = survivalTableOf(*file, columns);
    if (!table)
        return tl::unexpected(table.error());
    const auto answer = survivalOf(*file, *table, columns, options);
    if (!answer)
        return tl::unexpected(answer.error());
    return session.output.answer(answerJson(*table, *answer, columns, options), answerLines(*table, *answer));
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
            {u"strata"_s, u"COLUMN"_s, Cli::tr("Compare only subjects of the same stratum with one another."), {}}, intervalOption(),
            levelOption()},
        runSurvival, {}};
}

} // namespace lyceum::cli

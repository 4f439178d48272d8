// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/competing/competingrisks.h"
#include "cli/analyse/survivaltable.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

/// Why each subject left.
struct Causes {
    QStringList names; ///< of cause 1, 2, ...
    std::vector<std::uint32_t> codes; ///< 0 has not left
};

struct CompetingAnswer {
    std::vector<analytics::CompetingRisks> groups; ///< in the order of the table's names
    std::vector<analytics::Warning> warnings;
};

/// Without `censored` an empty cell says that the subject has not left.
Result<Causes> causesOf(const AnalysisTable& file, const QString& column, const QString& censored)
{
    const auto levels = file.levels(column);
    if (!levels)
        return tl::unexpected(levels.error());
    const QString subject = u"column %1"_s.arg(column);
    if (levels->names.size() > kMaxGroups)
        return failure(Error::Kind::BadInput, subject, Cli::tr("it has more than %1 causes.").arg(kMaxGroups));
    if (!censored.isEmpty() && file.rows() > 0 && !levels->names.contains(censored))
        return failure(Error::Kind::BadInput, subject, Cli::tr("no row has the value that --censored names."));
    Causes causes;
    std::vector<std::uint32_t> codeOf;
    for (const QString& name : levels->names) {
        if (name != censored)
            causes.names.append(name);
        codeOf.push_back(name == censored ? 0 : std::uint32_t(causes.names.size()));
    }
    if (causes.names.isEmpty())
        return failure(Error::Kind::BadInput, subject, Cli::tr("it names no cause: nobody has left."));
    for (std::size_t row = 0; row < levels->codes.size(); ++row) {
        if (!censored.isEmpty() && levels->names.at(levels->codes[row]).isEmpty())
            return tl::unexpected(file.errorAt(qsizetype(row), column, Cli::tr("this is empty.")));
        causes.codes.push_back(codeOf.at(levels->codes[row]));
    }
    return causes;
}

Result<CompetingAnswer> competingOf(const AnalysisTable& file, const SurvivalTable& subjects, const SurvivalColumns& columns,
    const Causes& causes, const analytics::CompetingRisksOptions& options)
{
    constexpr std::int64_t kTrusted = 10; // events of a cause in a group
    CompetingAnswer answer;
    for (std::uint32_t group = 0; group < std::uint32_t(subjects.groups.names.size()); ++group) {
        const SurvivalTable part = subjects.only(group);
        std::vector<std::uint32_t> codes;
        for (const qsizetype row : part.rows)
            codes.push_back(causes.codes.at(std::size_t(row)));
        auto risks = analytics::competingRisks({part.times, codes, part.entries, std::size_t(causes.names.size())}, options);
        if (!risks)
            return tl::unexpected(survivalError(risks.error(), file, part, columns));
        if (std::ranges::any_of(risks->events, [](std::int64_t events) { return events < kTrusted; }))
            answer.warnings = {analytics::Warning::TooFew};
        answer.groups.push_back(*std::move(risks));
    }
    return answer;
}

QJsonArray curveJson(const analytics::CompetingRisks& risks, const Causes& causes)
{
    QJsonArray curve;
    for (const analytics::CompetingStep& step : risks.steps) {
        QJsonArray incidences;
        for (std::size_t k = 0; k < step.causes.size(); ++k) {
            incidences.append(QJsonObject {{u"cause"_s, causes.names.at(qsizetype(k))}, {u"events"_s, qint64(step.causes[k].events)},
                {u"incidence"_s, estimateJson(step.causes[k].incidence)}});
        }
        curve.append(QJsonObject {{u"time"_s, step.time}, {u"atRisk"_s, qint64(step.atRisk)}, {u"censored"_s, qint64(step.censored)},
            {u"staying"_s, estimateJson(step.staying)}, {u"causes"_s, incidences}});
    }
    return curve;
}

QJsonObject answerJson(const SurvivalTable& subjects, const SurvivalColumns& columns, const Causes& causes, const CompetingAnswer& answer,
    const analytics::CompetingRisksOptions& options)
{
    QJsonArray groups;
    qint64 allEvents = 0;
    for (std::size_t group = 0; group < answer.groups.size(); ++group) {
        const analytics::CompetingRisks& risks = answer.groups[group];
        QJsonArray events;
        for (std::size_t k = 0; k < risks.events.size(); ++k)
            events.append(QJsonObject {{u"cause"_s, causes.names.at(qsizetype(k))}, {u"events"_s, qint64(risks.events[k])}});
        allEvents = std::accumulate(risks.events.begin(), risks.events.end(), allEvents);
        groups.append(QJsonObject {{u"group"_s,
                                       columns.group.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                               : QJsonValue(subjects.groups.names.at(qsizetype(group)))},
            {u"n"_s, qint64(risks.subjects)}, {u"causes"_s, events}, {u"curve"_s, curveJson(risks, causes)}});
    }
    return {{u"n"_s, qint64(subjects.times.size())}, {u"events"_s, allEvents}, {u"method"_s, u"aalen-johansen"_s},
        {u"interval"_s, transformName(options.transform)}, {u"level"_s, options.level}, {u"causes"_s, QJsonArray::fromStringList(causes.names)},
        {u"groups"_s, groups}, {u"warnings"_s, warningsJson(answer.warnings)}};
}

QStringList answerLines(const SurvivalTable& subjects, const Causes& causes, const CompetingAnswer& answer)
{
    QStringList lines;
    for (std::size_t group = 0; group < answer.groups.size(); ++group) {
        const analytics::CompetingRisks& risks = answer.groups[group];
        const QString name = subjects.groups.names.at(qsizetype(group));
        if (!name.isEmpty())
            lines.append(name);
        lines.append(Cli::tr("%1 subjects").arg(risks.subjects));
        lines.append(QStringList {Cli::tr("time"), Cli::tr("at risk"), Cli::tr("staying")}.join(u'\t') + u'\t' + causes.names.join(u'\t'));
        for (const analytics::CompetingStep& step : risks.steps) {
            QStringList cells {textNumber(step.time), QString::number(step.atRisk), estimateText(step.staying)};
            for (const analytics::IncidencePoint& cause : step.causes)
                cells.append(estimateText(cause.incidence));
            lines.append(cells.join(u'\t'));
        }
    }
    lines.append(warningLines(answer.warnings));
    return lines;
}

Result<ExitCode> runCompeting(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto path = arguments.required(u"csv"_s);
    const auto time = arguments.required(u"time"_s);
    const auto cause = arguments.required(u"cause"_s);
    for (const Result<QString>* given : {&path, &time, &cause}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto transform = transformOf(arguments);
    if (!transform)
        return tl::unexpected(transform.error());
    const auto level = levelOf(arguments);
    if (!level)
        return tl::unexpected(level.error());
    const analytics::CompetingRisksOptions options {*transform, *level};

    const SurvivalColumns columns {*time, {}, arguments.value(u"entry"_s), arguments.value(u"by"_s), {}};
    const auto file = AnalysisTable::read(*path, columns.names() + QStringList {*cause});
    if (!file)
        return tl::unexpected(file.error());
    const auto subjects = survivalTableOf(*file, columns);
    if (!subjects)
        return tl::unexpected(subjects.error());
    const auto causes = causesOf(*file, *cause, arguments.value(u"censored"_s));
    if (!causes)
        return tl::unexpected(causes.error());
    const auto answer = competingOf(*file, *subjects, columns, *causes, options);
    if (!answer)
        return tl::unexpected(answer.error());
    return session.output.answer(answerJson(*subjects, columns, *causes, *answer, options), answerLines(*subjects, *causes, *answer));
}

} // namespace

Command competingTopic()
{
    return {u"competing-risks"_s, {}, Cli::tr("How many leave for which reason, each counted with the others in force."),
        {u"printf 'months,reason\\n1,choice\\n3,\\n2,payment\\n5,\\n4,choice\\n' > leaving.csv && "
         "lyceum-cli analyse competing-risks --csv leaving.csv --time months --cause reason --json"_s},
        {csvOption(Cli::tr("A table with a header, one subject a row.")),
            {u"time"_s, u"COLUMN"_s, Cli::tr("Time until the subject left, or was last seen."), {}},
            {u"cause"_s, u"COLUMN"_s, Cli::tr("Why the subject left; empty: it has not."), {}},
            {u"censored"_s, u"VALUE"_s, Cli::tr("What the cause of a subject that has not left says, in place of nothing."), {}},
            {u"entry"_s, u"COLUMN"_s, Cli::tr("Since when the subject was watched (left truncation)."), {}},
            {u"by"_s, u"COLUMN"_s, Cli::tr("Curves for each of the groups this column names."), {}}, intervalOption(), levelOption()},
        runCompeting, {}};
}

} // namespace lyceum::cli

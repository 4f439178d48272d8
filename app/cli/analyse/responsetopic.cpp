// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/activity/firstresponse.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/calendar.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::FirstResponses;
using analytics::Responder;

constexpr std::int64_t kHour = 3'600;
constexpr std::array<std::int64_t, 3> kWithin {kHour, 24 * kHour, 7 * 24 * kHour};
constexpr std::int64_t kTrustedAnswers = 10;

/// Messages as the file holds them, one a row.
struct Messages {
    std::vector<std::int64_t> at;
    std::vector<std::uint32_t> authors;
    std::vector<std::size_t> questions; ///< the row at the top of each row's thread; its own where it answers nothing
    std::vector<std::uint8_t> team;
    std::vector<std::uint8_t> automatic;
};

struct Threads {
    std::vector<analytics::Question> questions;
    std::vector<analytics::Reply> replies;
    qint64 setAside = 0; ///< questions that wait for no answer of this kind
};

Result<std::vector<std::uint8_t>> flagsOf(const AnalysisTable& table, const QString& column)
{
    if (column.isEmpty())
        return std::vector<std::uint8_t>(std::size_t(table.rows()));
    return table.flags(column);
}

/// One text a row, none of them empty.
Result<QStringList> namesOf(const AnalysisTable& table, const QString& column)
{
    auto texts = table.texts(column);
    if (!texts)
        return texts;
    if (const qsizetype empty = texts->indexOf(QString()); empty >= 0)
        return tl::unexpected(table.errorAt(empty, column, Cli::tr("this is empty.")));
    return texts;
}

/// What each row answers; itself where it answers nothing.
Result<std::vector<std::size_t>> answeredRows(const Arguments& arguments, const AnalysisTable& table)
{
    const QString idColumn = arguments.value(u"id"_s);
    const QString replyColumn = arguments.value(u"reply-to"_s);
    const auto ids = namesOf(table, idColumn);
    const auto targets = table.texts(replyColumn);
    if (!ids)
        return tl::unexpected(ids.error());
    if (!targets)
        return tl::unexpected(targets.error());
    QHash<QString, qsizetype> rowOf;
    for (qsizetype row = 0; row < ids->size(); ++row) {
        if (rowOf.contains(ids->at(row)))
            return tl::unexpected(table.errorAt(row, idColumn, Cli::tr("an earlier row has the same id.")));
        rowOf.insert(ids->at(row), row);
    }
    std::vector<std::size_t> answered;
    for (qsizetype row = 0; row < targets->size(); ++row) {
        const QString& target = targets->at(row);
        const auto found = rowOf.constFind(target);
        if (!target.isEmpty() && found == rowOf.cend())
            return tl::unexpected(table.errorAt(row, replyColumn, Cli::tr("no row has this id.")));
        if (!target.isEmpty() && *found == row)
            return tl::unexpected(table.errorAt(row, replyColumn, Cli::tr("these rows answer one another in a circle.")));
        answered.push_back(std::size_t(target.isEmpty() ? row : *found));
    }
    return answered;
}

/// The row at the top of each row's thread. Every row is walked over once.
Result<std::vector<std::size_t>> topsOf(const std::vector<std::size_t>& answered, const AnalysisTable& table, const QString& replyColumn)
{
    constexpr auto kUnknown = std::size_t(-1);
    std::vector<std::size_t> tops(answered.size(), kUnknown);
    std::vector<std::size_t> metFrom(answered.size(), kUnknown);
    for (std::size_t row = 0; row < answered.size(); ++row) {
        std::size_t at = row;
        while (tops.at(at) == kUnknown && answered.at(at) != at) {
            if (metFrom.at(at) == row)
                return tl::unexpected(
                    table.errorAt(qsizetype(row), replyColumn, Cli::tr("these rows answer one another in a circle.")));
            metFrom.at(at) = row;
            at = answered.at(at);
        }
        const std::size_t top = tops.at(at) == kUnknown ? at : tops.at(at);
        for (std::size_t walked = row; walked != at; walked = answered.at(walked))
            tops.at(walked) = top;
        tops.at(at) = top;
    }
    return tops;
}

Result<Messages> readMessages(const Arguments& arguments, const QTimeZone& zone)
{
    const QString atColumn = arguments.value(u"at"_s);
    const QString authorColumn = arguments.value(u"author"_s);
    const QString replyColumn = arguments.value(u"reply-to"_s);
    const QString teamColumn = arguments.value(u"team"_s);
    const QString automaticColumn = arguments.value(u"automatic"_s);
    const auto table = AnalysisTable::read(
        arguments.value(u"csv"_s), {arguments.value(u"id"_s), atColumn, authorColumn, replyColumn, teamColumn, automaticColumn});
    if (!table)
        return tl::unexpected(table.error());
    if (table->rows() == 0)
        return failure(Error::Kind::BadInput, arguments.value(u"csv"_s), Cli::tr("it has no rows."));
    const auto times = table->instants(atColumn, zone);
    if (!times)
        return tl::unexpected(times.error());
    if (const auto names = namesOf(*table, authorColumn); !names)
        return tl::unexpected(names.error());
    const auto authors = table->levels(authorColumn);
    const auto team = flagsOf(*table, teamColumn);
    const auto automatic = flagsOf(*table, automaticColumn);
    if (!authors)
        return tl::unexpected(authors.error());
    for (const auto* flags : {&team, &automatic}) {
        if (!*flags)
            return tl::unexpected(flags->error());
    }
    const auto answered = answeredRows(arguments, *table);
    if (!answered)
        return tl::unexpected(answered.error());
    const auto tops = topsOf(*answered, *table, replyColumn);
    if (!tops)
        return tl::unexpected(tops.error());
    for (std::size_t row = 0; row < tops->size(); ++row) {
        if (times->at(row) < times->at(tops->at(row)))
            return tl::unexpected(table->errorAt(qsizetype(row), atColumn, Cli::tr("it is earlier than what it answers.")));
    }
    return Messages {*times, authors->codes, *tops, *team, *automatic};
}

/// Nobody waits for an answer to what no person asked, nor the team for the team.
Threads threadsOf(const Messages& messages, Responder responder, std::int64_t asOf)
{
    constexpr auto kNone = std::uint32_t(-1);
    Threads threads;
    std::vector<std::uint32_t> questionOf(messages.at.size(), kNone);
    for (std::size_t row = 0; row < messages.at.size(); ++row) {
        if (messages.questions.at(row) != row)
            continue;
        if (messages.automatic.at(row) || (responder == Responder::Team && messages.team.at(row))) {
            threads.setAside += messages.at.at(row) <= asOf ? 1 : 0;
            continue;
        }
        questionOf.at(row) = std::uint32_t(threads.questions.size());
        threads.questions.push_back({messages.at.at(row), messages.authors.at(row)});
    }
    for (std::size_t row = 0; row < messages.at.size(); ++row) {
        const std::size_t top = messages.questions.at(row);
        if (top != row && questionOf.at(top) != kNone)
            threads.replies.push_back({questionOf.at(top), messages.at.at(row), messages.authors.at(row), messages.team.at(row) != 0,
                messages.automatic.at(row) != 0});
    }
    return threads;
}

QJsonArray curveJson(const analytics::SurvivalCurve& curve)
{
    QJsonArray array;
    for (const analytics::SurvivalStep& step : curve.steps) {
        array.append(QJsonObject {{u"time"_s, step.time}, {u"atRisk"_s, qint64(step.atRisk)}, {u"answered"_s, qint64(step.events)},
            {u"censored"_s, qint64(step.censored)}, {u"waiting"_s, step.survival}, {u"stdError"_s, jsonNumber(step.stdError)},
            {u"low"_s, jsonNumber(step.low)}, {u"high"_s, jsonNumber(step.high)}});
    }
    return array;
}

QStringList linesOf(const FirstResponses& responses)
{
    const auto hours = [](std::optional<double> seconds) { return textNumber(seconds ? std::optional(*seconds / double(kHour)) : std::nullopt); };
    const auto share = [&responses](std::int64_t seconds) {
        const auto within = analytics::answeredWithin(responses, double(seconds));
        return within ? estimateText(*within) : u"-"_s;
    };
    QStringList lines {Cli::tr("%1 questions, %2 answered; median waiting time %3 hours (%4 to %5)")
                           .arg(responses.questions)
                           .arg(responses.answered)
                           .arg(hours(responses.median.value), hours(responses.median.low), hours(responses.median.high)),
        Cli::tr("Answered within 1 hour: %1").arg(share(kWithin[0])), Cli::tr("Answered within 24 hours: %1").arg(share(kWithin[1])),
        Cli::tr("Answered within 7 days: %1").arg(share(kWithin[2])), Cli::tr("hours\tat risk\tanswered\tstill waiting\tlow\thigh")};
    for (const analytics::SurvivalStep& step : responses.waiting.steps) {
        lines.append(QStringList {hours(step.time), QString::number(step.atRisk), QString::number(step.events), textNumber(step.survival),
            textNumber(step.low), textNumber(step.high)}
                         .join(u'\t'));
    }
    return lines;
}

Result<ExitCode> runResponse(const Session& session)
{
    const Arguments& arguments = session.arguments;
    for (const QString& option : {u"csv"_s, u"id"_s, u"at"_s, u"author"_s, u"reply-to"_s}) {
        if (const auto given = arguments.required(option); !given)
            return tl::unexpected(given.error());
    }
    const auto whose = arguments.oneOf(u"responder"_s, {u"anybody"_s, u"team"_s});
    const auto zone = zoneOf(arguments);
    const auto level = levelOf(arguments);
    if (!whose)
        return tl::unexpected(whose.error());
    if (!zone)
        return tl::unexpected(zone.error());
    if (!level)
        return tl::unexpected(level.error());
    const Responder responder = *whose == "team"_L1 ? Responder::Team : Responder::Anybody;
    if (responder == Responder::Team && arguments.value(u"team"_s).isEmpty())
        return usage(Cli::tr("--responder team needs --team: the column that says who is of the team."));
    const auto messages = readMessages(arguments, *zone);
    if (!messages)
        return tl::unexpected(messages.error());
    // Beyond the last message nobody may have been looking: to count on would make the waiting seem longer than was seen.
    Result<qint64> asOf {std::ranges::max(messages->at)};
    if (arguments.has(u"as-of"_s))
        asOf = session.asOfUtc(*zone);
    if (!asOf)
        return tl::unexpected(asOf.error());
    const Threads threads = threadsOf(*messages, responder, *asOf);
    const auto responses = analytics::firstResponses(threads.questions, threads.replies, *asOf, responder, *level);
    if (!responses) // the order of times and the level were checked
        return failure(Error::Kind::Internal);

    std::vector<analytics::Warning> warnings;
    if (responses->answered < kTrustedAnswers)
        warnings.push_back(analytics::Warning::TooFew);
    QJsonArray within;
    for (const std::int64_t seconds : kWithin)
        within.append(QJsonObject {{u"seconds"_s, qint64(seconds)}, {u"share"_s, estimateJson(analytics::answeredWithin(*responses, double(seconds)))}});
    return session.output.answer(
        {{u"n"_s, qint64(responses->questions)}, {u"answered"_s, qint64(responses->answered)}, {u"setAside"_s, threads.setAside},
            {u"messages"_s, qint64(messages->at.size())}, {u"method"_s, u"kaplan-meier"_s}, {u"interval"_s, u"log-log"_s},
            {u"responder"_s, *whose}, {u"zone"_s, QString::fromUtf8(zone->id())}, {u"asOf"_s, jsonTime(*asOf)}, {u"level"_s, *level},
            {u"median"_s,
                QJsonObject {{u"value"_s, jsonNumber(responses->median.value)}, {u"low"_s, jsonNumber(responses->median.low)},
                    {u"high"_s, jsonNumber(responses->median.high)}}},
            {u"within"_s, within}, {u"curve"_s, curveJson(responses->waiting)}, {u"warnings"_s, warningsJson(warnings)}},
        linesOf(*responses) + warningLines(warnings));
}

} // namespace

Command responseTopic()
{
    return {u"response"_s, {}, Cli::tr("How long a question waits for its first answer, those that still wait included."),
        {u"printf 'id,at,author,answers,team\\n1,2026-03-01T10:00:00Z,Ada,,0\\n2,2026-03-01T10:40:00Z,Ben,1,0\\n3,2026-03-01T13:00:00Z,Eva,2,1\\n4,2026-03-02T09:00:00Z,Cem,,0\\n' > comments.csv && "
         "lyceum-cli analyse response --csv comments.csv --id id --at at --author author --reply-to answers --team team "
         "--responder team --as-of 2026-03-10 --json"_s},
        {csvOption(Cli::tr("A table with a header, one comment or message a row.")), {u"id"_s, u"COLUMN"_s, Cli::tr("What tells it from the others."), {}},
            {u"at"_s, u"COLUMN"_s, Cli::tr("When it was written: a date, or a time."), {}},
            {u"author"_s, u"COLUMN"_s, Cli::tr("Who wrote it."), {}},
            {u"reply-to"_s, u"COLUMN"_s, Cli::tr("The id of what it answers; an empty cell: it is a question."), {}},
            {u"team"_s, u"COLUMN"_s, Cli::tr("Whether its author is of the team: 1 or 0, true or false, yes or no."), {}},
            {u"automatic"_s, u"COLUMN"_s, Cli::tr("Whether no person wrote it: 1 or 0, true or false, yes or no."), {}},
            {u"responder"_s, u"anybody|team"_s, Cli::tr("Whose answer counts; the author's own never does."), u"anybody"_s}, zoneOption(),
            untilOption(Cli::tr("the time of the last row")), levelOption()},
        runResponse, {}};
}

} // namespace lyceum::cli

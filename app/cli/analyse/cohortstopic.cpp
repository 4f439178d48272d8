// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cohort/activityretention.h"
#include "analytics/cohort/cohorttests.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/calendar.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

constexpr std::int64_t kFewInCohort = 10;
constexpr std::size_t kTestedColumn = 1; // the first age after that of joining, where everybody still is

/// The columns of the file, and where its periods lie.
struct CohortInput {
    QStringList members;
    std::vector<std::uint32_t> who; ///< one an event
    std::vector<std::int64_t> when;
    std::vector<std::int64_t> amounts; ///< empty without the column
    std::vector<std::int64_t> joined; ///< one a member; empty without the column
    CalendarPeriods cohorts;
    CalendarPeriods ages; ///< empty where they are the cohorts'
};

struct CohortAnswer {
    analytics::ActivityRetention table;
    std::vector<std::optional<analytics::CohortTest>> tests; ///< one a cohort, of the second column; empty without one
    std::vector<analytics::Warning> warnings;
};

/// When each member joined: the same in all of their rows.
Result<std::vector<std::int64_t>> joinedOf(const AnalysisTable& table, const Levels& members, const QString& column, const QTimeZone& zone)
{
    const auto times = table.instants(column, zone);
    if (!times)
        return tl::unexpected(times.error());
    std::vector<std::optional<std::int64_t>> joined(std::size_t(members.names.size()));
    for (std::size_t row = 0; row < times->size(); ++row) {
        std::optional<std::int64_t>& known = joined.at(members.codes.at(row));
        if (known && *known != times->at(row))
            return tl::unexpected(table.errorAt(qsizetype(row), column, Cli::tr("an earlier row says otherwise of this member.")));
        known = times->at(row);
    }
    std::vector<std::int64_t> all;
    for (const std::optional<std::int64_t>& time : joined)
        all.push_back(*time); // every member has a row
    return all;
}

Result<std::vector<std::int32_t>> bracketsOf(const Arguments& arguments)
{
    std::vector<std::int32_t> brackets;
    for (const QString& word : arguments.value(u"brackets"_s, u"0,1,7,30,90"_s).split(u',')) {
        bool isNumber = false;
        brackets.push_back(word.trimmed().toInt(&isNumber));
        if (!isNumber || brackets.back() < 0 || brackets.back() > 10'000 || (brackets.size() > 1 && brackets.back() <= *(brackets.end() - 2)))
            return usage(Cli::tr("--brackets are days from 0 to 10000, ascending, as 0,1,7,30."));
    }
    if (brackets.size() < 2)
        return usage(Cli::tr("--brackets are days from 0 to 10000, ascending, as 0,1,7,30."));
    return brackets;
}

Result<CohortInput> readCohorts(const Session& session, const QTimeZone& zone, CalendarUnit unit, bool hasDays)
{
    const Arguments& arguments = session.arguments;
    const QString memberColumn = arguments.value(u"member"_s);
    const QString joinedColumn = arguments.value(u"joined"_s);
    const QString atColumn = arguments.value(u"at"_s);
    const QString amountColumn = arguments.value(u"amount"_s);
    const auto table = AnalysisTable::read(arguments.value(u"csv"_s), {memberColumn, joinedColumn, atColumn, amountColumn});
    if (!table)
        return tl::unexpected(table.error());
    const auto members = table->levels(memberColumn);
    if (!members)
        return tl::unexpected(members.error());
    const auto times = table->instantsOrNone(atColumn, zone);
    if (!times)
        return tl::unexpected(times.error());
    CohortInput input;
    input.members = members->names;
    if (!joinedColumn.isEmpty()) {
        auto joined = joinedOf(*table, *members, joinedColumn, zone);
        if (!joined)
            return tl::unexpected(joined.error());
        input.joined = *std::move(joined);
    }
    std::vector<std::optional<double>> amounts;
    if (!amountColumn.isEmpty()) {
        constexpr double kExact = 9007199254740992; // 2^53
        auto found = table->numbersOrNone(amountColumn, {-kExact, kExact, /*whole=*/true});
        if (!found)
            return tl::unexpected(found.error());
        amounts = *std::move(found);
    }
    for (std::size_t row = 0; row < times->size(); ++row) {
        if (!times->at(row)) { // somebody who joined and did nothing
            if (joinedColumn.isEmpty())
                return tl::unexpected(table->errorAt(qsizetype(row), atColumn, Cli::tr("this is empty.")));
            continue;
        }
        input.who.push_back(members->codes.at(row));
        input.when.push_back(*times->at(row));
        if (!amounts.empty())
            input.amounts.push_back(std::int64_t(amounts.at(row).value_or(0)));
    }

    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (const auto* all : {&input.when, &input.joined}) {
        for (const std::int64_t time : *all) {
            first = std::min(first, time);
            last = std::max(last, time);
        }
    }
    if (first > last)
        return failure(Error::Kind::BadInput, arguments.value(u"csv"_s), Cli::tr("it has no rows."));
    const auto until = untilOf(session, zone, last);
    if (!until)
        return tl::unexpected(until.error());
    auto cohorts = periodsOver(unit, zone, first, *until);
    if (!cohorts)
        return tl::unexpected(cohorts.error());
    input.cohorts = *std::move(cohorts);
    if (hasDays) {
        auto days = periodsOver(CalendarUnit::Day, zone, input.cohorts.starts.front(), *until);
        if (!days)
            return tl::unexpected(days.error());
        input.ages = *std::move(days);
    }
    return input;
}

QJsonValue jsonOf(const std::optional<analytics::Proportion>& share, const std::vector<std::optional<std::int64_t>>& money, std::size_t column)
{
    if (!share)
        return QJsonValue::Null;
    QJsonObject cell {{u"value"_s, share->estimate}, {u"low"_s, share->low}, {u"high"_s, share->high}, {u"kept"_s, qint64(share->kept)},
        {u"n"_s, qint64(share->total)}};
    if (!money.empty())
        cell.insert(u"amount"_s, money.at(column) ? QJsonValue(qint64(*money.at(column))) : QJsonValue(QJsonValue::Null));
    return cell;
}

QJsonObject jsonOf(const CohortInput& input, const CohortAnswer& answer, const QTimeZone& zone, const QString& kind, const QString& unit)
{
    const analytics::ActivityRetention& table = answer.table;
    QJsonArray columns;
    for (const std::int32_t column : table.columns)
        columns.append(column);
    QJsonArray cohorts;
    for (std::size_t i = 0; i < table.cohorts.size(); ++i) {
        const analytics::ActivityCohort& cohort = table.cohorts.at(i);
        QJsonArray cells;
        for (std::size_t k = 0; k < cohort.cells.size(); ++k)
            cells.append(jsonOf(cohort.cells.at(k), cohort.money, k));
        QJsonValue test(QJsonValue::Null);
        if (i < answer.tests.size() && answer.tests.at(i)) {
            const analytics::CohortTest& tested = *answer.tests.at(i);
            test = QJsonObject {{u"difference"_s,
                                    QJsonObject {{u"value"_s, tested.difference.estimate}, {u"low"_s, tested.difference.low},
                                        {u"high"_s, tested.difference.high}}},
                {u"chiSquare"_s, tested.test.chiSquare}, {u"p"_s, tested.test.p}, {u"adjustedP"_s, tested.adjustedP}};
        }
        cohorts.append(QJsonObject {
            {u"cohort"_s, input.cohorts.names.at(cohort.period)}, {u"n"_s, qint64(cohort.size)}, {u"cells"_s, cells}, {u"test"_s, test}});
    }
    QJsonArray average;
    for (std::size_t k = 0; k < table.average.size(); ++k)
        average.append(jsonOf(table.average.at(k), table.money, k));
    return {{u"n"_s, qint64(table.members)}, {u"joinedOutside"_s, qint64(table.joinedOutside)}, {u"events"_s, qint64(table.events)},
        {u"eventsOutside"_s, qint64(table.eventsOutside)}, {u"method"_s, kind}, {u"by"_s, unit},
        {u"ageUnit"_s, input.ages.names.isEmpty() ? unit : u"day"_s}, {u"zone"_s, QString::fromUtf8(zone.id())}, {u"level"_s, table.level},
        {u"ages"_s, columns}, {u"cohorts"_s, cohorts}, {u"average"_s, average}, {u"warnings"_s, warningsJson(answer.warnings)}};
}

QStringList linesOf(const CohortInput& input, const CohortAnswer& answer)
{
    const analytics::ActivityRetention& table = answer.table;
    const auto percent = [](const std::optional<analytics::Proportion>& share) {
        return share ? QString::number(100 * share->estimate, 'f', 1) : u"-"_s; // blank is not 0
    };
    QStringList lines {Cli::tr("%1 members in %2 cohorts; percent of those who have reached the age").arg(table.members).arg(table.cohorts.size())};
    QStringList head {Cli::tr("cohort"), Cli::tr("members")};
    for (std::size_t k = 0; k < table.average.size(); ++k)
        head.append(QString::number(table.columns.at(k)));
    lines.append(head.join(u'\t'));
    for (const analytics::ActivityCohort& cohort : table.cohorts) {
        QStringList row {input.cohorts.names.at(cohort.period), QString::number(cohort.size)};
        for (const auto& cell : cohort.cells)
            row.append(percent(cell));
        lines.append(row.join(u'\t'));
    }
    QStringList row {Cli::tr("all"), QString::number(table.members)};
    for (const auto& cell : table.average)
        row.append(percent(cell));
    lines.append(row.join(u'\t'));
    for (std::size_t i = 0; i < answer.tests.size(); ++i) {
        if (answer.tests.at(i) && answer.tests.at(i)->adjustedP < 1 - table.level)
            lines.append(Cli::tr("%1 differs from the others at age %2: p = %3 after Holm")
                             .arg(input.cohorts.names.at(table.cohorts.at(i).period))
                             .arg(table.columns.at(kTestedColumn))
                             .arg(textNumber(answer.tests.at(i)->adjustedP)));
    }
    return lines + warningLines(answer.warnings);
}

Result<ExitCode> runCohorts(const Session& session)
{
    const Arguments& arguments = session.arguments;
    for (const QString& option : {u"csv"_s, u"member"_s, u"at"_s}) {
        if (const auto given = arguments.required(option); !given)
            return tl::unexpected(given.error());
    }
    const auto kind = arguments.oneOf(u"kind"_s, {u"on"_s, u"on-or-after"_s, u"bracket"_s});
    const auto zone = zoneOf(arguments);
    const auto unit = unitOf(arguments);
    const auto level = levelOf(arguments);
    const auto brackets = bracketsOf(arguments);
    const auto maxAge = arguments.number(u"max-age"_s, 0, 10'000, 60);
    if (!kind)
        return tl::unexpected(kind.error());
    if (!zone)
        return tl::unexpected(zone.error());
    if (!unit)
        return tl::unexpected(unit.error());
    if (!level)
        return tl::unexpected(level.error());
    if (!brackets)
        return tl::unexpected(brackets.error());
    if (!maxAge)
        return tl::unexpected(maxAge.error());

    const bool isBracket = *kind == "bracket"_L1;
    const auto input = readCohorts(session, *zone, *unit, isBracket);
    if (!input)
        return tl::unexpected(input.error());
    analytics::ActivityRetentionOptions options;
    options.cohortStarts = input->cohorts.starts;
    options.ageStarts = input->ages.starts;
    options.level = *level;
    options.maxAge = std::int32_t(*maxAge);
    options.kind = isBracket ? analytics::RetentionKind::Bracket
        : *kind == "on"_L1   ? analytics::RetentionKind::On
                             : analytics::RetentionKind::OnOrAfter;
    if (isBracket)
        options.brackets = *brackets;
    auto table = analytics::activityRetention(
        {input->who, input->when, input->amounts, input->joined, std::uint32_t(input->members.size())}, options);
    if (!table)
        return failure(Error::Kind::BadInput, arguments.value(u"csv"_s), Cli::tr("it is too large to be computed with."));
    CohortAnswer answer {*std::move(table), {}, {}};
    if (answer.table.average.size() > kTestedColumn) {
        std::vector<std::optional<analytics::Proportion>> cells;
        for (const analytics::ActivityCohort& cohort : answer.table.cohorts)
            cells.push_back(cohort.cells.at(kTestedColumn));
        answer.tests = analytics::cohortTests(cells, *level).value_or(std::vector<std::optional<analytics::CohortTest>>());
    }
    if (std::ranges::any_of(answer.table.cohorts, [](const analytics::ActivityCohort& cohort) { return cohort.size < kFewInCohort; }))
        answer.warnings.push_back(analytics::Warning::TooFew);
    return session.output.answer(
        jsonOf(*input, answer, *zone, *kind, arguments.value(u"by"_s, u"month"_s)), linesOf(*input, answer));
}

} // namespace

Command cohortsTopic()
{
    return {u"cohorts"_s, {}, Cli::tr("Who comes back: retention by cohort, in one of three senses."),
        {u"printf 'member,at\\n1,2026-01-03\\n1,2026-02-10\\n2,2026-01-20\\n3,2026-02-01\\n3,2026-02-28\\n' > visits.csv && "
         "lyceum-cli analyse cohorts --csv visits.csv --member member --at at --zone Europe/Berlin --json"_s},
        {csvOption(Cli::tr("A table with a header, one event a row.")), {u"member"_s, u"COLUMN"_s, Cli::tr("Who."), {}},
            {u"at"_s, u"COLUMN"_s, Cli::tr("When: a date, or a time. May be empty beside --joined, for who joined and did nothing."), {}},
            {u"joined"_s, u"COLUMN"_s, Cli::tr("When the member joined; the same in all their rows."), Cli::tr("the first event")},
            {u"amount"_s, u"COLUMN"_s, Cli::tr("Money of the event in minor units, for a table of money."), {}},
            {u"kind"_s, u"on|on-or-after|bracket"_s,
                Cli::tr("Active in exactly that period, in it or later, or in a range of days."), u"on"_s},
            {u"brackets"_s, u"DAYS"_s, Cli::tr("The first day of each bracket, and the day after the last."), u"0,1,7,30,90"_s},
            unitOption(Cli::tr("What a cohort is, and in what age is counted.")),
            {u"max-age"_s, u"N"_s, Cli::tr("The highest age shown."), u"60"_s}, zoneOption(),
            untilOption(Cli::tr("the day of the last event")), levelOption()},
        runCohorts, {}};
}

} // namespace lyceum::cli

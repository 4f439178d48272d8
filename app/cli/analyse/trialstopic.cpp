// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/renewals.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/calendar.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::Trial;

constexpr std::int64_t kTrustedTrials = 30;

struct TrialTable {
    std::vector<Trial> trials; ///< those that have begun, UTC
    std::int64_t first = 0; ///< the earliest start
    qsizetype later = 0; ///< begin after what is known
};

/// One way to count, and what it came to.
struct Conversion {
    QString rules;
    QString method;
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
    std::int64_t kept = 0;
    std::int64_t n = 0;
    std::optional<std::int64_t> undecided; ///< left out of both; missing where there is no such thing
};

/// From `from` to before `until`, all that is known by `asOf`.
struct TrialWindow {
    std::int64_t from = 0;
    std::int64_t until = 0;
    std::int64_t asOf = 0;
};

Result<std::vector<std::uint8_t>> cancelledOf(const AnalysisTable& table, const QString& column)
{
    if (column.isEmpty())
        return std::vector<std::uint8_t>(std::size_t(table.rows()));
    return table.flags(column);
}

Result<TrialTable> readTrials(const Arguments& arguments, const QTimeZone& zone, std::int64_t asOf)
{
    const QString start = arguments.value(u"start"_s);
    const QString end = arguments.value(u"end"_s);
    const QString paid = arguments.value(u"paid"_s);
    const QString cancelled = arguments.value(u"cancelled"_s);
    const auto table = AnalysisTable::read(arguments.value(u"csv"_s), {start, end, paid, cancelled});
    if (!table)
        return tl::unexpected(table.error());
    const auto starts = table->instants(start, zone);
    const auto ends = table->instantsOrNone(end, zone);
    const auto payments = table->instantsOrNone(paid, zone);
    const auto flags = cancelledOf(*table, cancelled);
    if (!starts)
        return tl::unexpected(starts.error());
    for (const auto* times : {&ends, &payments}) {
        if (!*times)
            return tl::unexpected(times->error());
    }
    if (!flags)
        return tl::unexpected(flags.error());
    TrialTable answer;
    for (std::size_t row = 0; row < starts->size(); ++row) {
        const Trial trial {starts->at(row), ends->at(row), payments->at(row), flags->at(row) != 0};
        if (trial.end && *trial.end < trial.start)
            return tl::unexpected(table->errorAt(qsizetype(row), end, Cli::tr("it ends before it begins.")));
        if (trial.paidAt && *trial.paidAt < trial.start)
            return tl::unexpected(table->errorAt(qsizetype(row), paid, Cli::tr("it was paid before it began.")));
        if (trial.cancelled && !trial.end)
            return tl::unexpected(table->errorAt(qsizetype(row), end, Cli::tr("a trial that was cancelled has an end.")));
        if (trial.start > asOf) {
            ++answer.later;
            continue;
        }
        answer.first = answer.trials.empty() ? trial.start : std::min(answer.first, trial.start);
        answer.trials.push_back(trial);
    }
    if (answer.trials.empty())
        return starts->empty() ? failure(Error::Kind::BadInput, arguments.value(u"csv"_s), Cli::tr("it has no rows."))
                               : failure(Error::Kind::BadInput, u"--as-of"_s, Cli::tr("no trial had begun by then."));
    return answer;
}

/// --from and --until, both days included; without them everything to --as-of.
Result<TrialWindow> windowOf(const Arguments& arguments, const QTimeZone& zone, const TrialTable& table, std::int64_t asOf)
{
    const auto from = dateOf(arguments, u"from"_s);
    const auto until = dateOf(arguments, u"until"_s);
    if (!from)
        return tl::unexpected(from.error());
    if (!until)
        return tl::unexpected(until.error());
    const QDate first = from->value_or(QDateTime::fromSecsSinceEpoch(table.first, zone).date());
    TrialWindow window {first.startOfDay(zone).toSecsSinceEpoch(), asOf + 1, asOf};
    if (*until)
        window.until = std::min<std::int64_t>(window.until, (*until)->addDays(1).startOfDay(zone).toSecsSinceEpoch());
    if (window.until <= window.from)
        return usage(Cli::tr("--from is after --until or --as-of."));
    return window;
}

Conversion conversionOf(const QString& rules, const QString& method, const std::optional<analytics::Proportion>& share, std::int64_t undecided)
{
    if (!share)
        return {rules, method, {}, {}, {}, 0, 0, undecided};
    return {rules, method, share->estimate, share->low, share->high, share->kept, share->total, undecided};
}

/// Days are counted on the wall; a payment of the hour that autumn repeats must not seem to come before its trial.
std::vector<Trial> onTheWall(const std::vector<Trial>& trials, const QTimeZone& zone)
{
    std::vector<Trial> answer;
    answer.reserve(trials.size());
    for (Trial trial : trials) {
        trial.start = wallSeconds(trial.start, zone);
        for (std::optional<std::int64_t>* time : {&trial.end, &trial.paidAt}) {
            if (*time)
                *time = std::max(wallSeconds(**time, zone), trial.start);
        }
        answer.push_back(trial);
    }
    return answer;
}

Result<std::vector<Conversion>> conversionsOf(
    const std::vector<Trial>& trials, const TrialWindow& window, std::int64_t withinDays, const QTimeZone& zone, double level)
{
    const auto isIn = [&window](const Trial& trial) { return trial.start >= window.from && trial.start < window.until; };
    std::vector<Trial> begun;
    std::ranges::copy_if(trials, std::back_inserter(begun), isIn);
    const auto running = std::ranges::count_if(
        trials, [&window](const Trial& trial) { return trial.start < window.until && (!trial.end || *trial.end >= window.until); });
    const auto ended = analytics::trialConversionOfEnded(trials, window.from, window.until, level);
    const auto within
        = analytics::trialConversionWithin(onTheWall(begun, zone), withinDays * kDaySeconds, wallSeconds(window.asOf, zone), level);
    if (!ended || !within) // the times, the days and the level were checked
        return failure(Error::Kind::Internal);
    const analytics::TrialFlow flow = analytics::trialFlow(trials, window.from, window.until);
    const std::int64_t oldEnough = *within ? (*within)->total : 0;
    return std::vector<Conversion> {conversionOf(u"stripe"_s, u"paid-of-ended"_s, *ended, running),
        conversionOf(u"chartmogul"_s, u"paid-within-days-of-started"_s, *within, std::int64_t(begun.size()) - oldEnough),
        {u"baremetrics"_s, u"payments-per-start"_s, flow.ratio, {}, {}, flow.converted, flow.started, {}}};
}

QJsonObject jsonOf(const Conversion& conversion, std::span<const analytics::Warning> warnings)
{
    return {{u"rules"_s, conversion.rules}, {u"method"_s, conversion.method}, {u"value"_s, jsonNumber(conversion.value)},
        {u"low"_s, jsonNumber(conversion.low)}, {u"high"_s, jsonNumber(conversion.high)}, {u"kept"_s, qint64(conversion.kept)},
        {u"n"_s, qint64(conversion.n)},
        {u"undecided"_s, conversion.undecided ? QJsonValue(qint64(*conversion.undecided)) : QJsonValue(QJsonValue::Null)},
        {u"warnings"_s, warningsJson(warnings)}};
}

Result<ExitCode> runTrials(const Session& session)
{
    const Arguments& arguments = session.arguments;
    for (const QString& option : {u"csv"_s, u"start"_s, u"end"_s, u"paid"_s}) {
        if (const auto given = arguments.required(option); !given)
            return tl::unexpected(given.error());
    }
    const auto withinDays = arguments.number(u"within-days"_s, 1, 3'650, 30);
    const auto zone = zoneOf(arguments);
    const auto level = levelOf(arguments);
    if (!withinDays)
        return tl::unexpected(withinDays.error());
    if (!zone)
        return tl::unexpected(zone.error());
    if (!level)
        return tl::unexpected(level.error());
    const auto asOf = session.asOfUtc(*zone);
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto table = readTrials(arguments, *zone, *asOf);
    if (!table)
        return tl::unexpected(table.error());
    const auto window = windowOf(arguments, *zone, *table, *asOf);
    if (!window)
        return tl::unexpected(window.error());
    const auto conversions = conversionsOf(table->trials, *window, *withinDays, *zone, *level);
    if (!conversions)
        return tl::unexpected(conversions.error());

    QJsonArray array;
    std::vector<analytics::Warning> all;
    QStringList lines {Cli::tr("%1 trials; from %2 to before %3").arg(table->trials.size()).arg(textTime(window->from), textTime(window->until)),
        Cli::tr("rules\tconverted\tof\tshare")};
    for (const Conversion& conversion : *conversions) {
        std::vector<analytics::Warning> warnings;
        if (conversion.n < kTrustedTrials)
            warnings = all = {analytics::Warning::TooFew};
        array.append(jsonOf(conversion, warnings));
        lines.append(QStringList {conversion.rules, QString::number(conversion.kept), QString::number(conversion.n),
            conversion.value ? estimateText({*conversion.value, {}, conversion.low, conversion.high}) : u"-"_s}
                         .join(u'\t'));
    }
    return session.output.answer(
        {{u"n"_s, qint64(table->trials.size())}, {u"later"_s, table->later}, {u"method"_s, u"trial-conversion"_s}, {u"from"_s, jsonTime(window->from)},
            {u"until"_s, jsonTime(window->until)}, {u"asOf"_s, jsonTime(*asOf)}, {u"withinDays"_s, *withinDays},
            {u"zone"_s, QString::fromUtf8(zone->id())}, {u"level"_s, *level}, {u"conversions"_s, array}, {u"warnings"_s, warningsJson(all)}},
        lines + warningLines(all));
}

} // namespace

Command trialsTopic()
{
    return {u"trials"_s, {}, Cli::tr("How many free trials are paid for, as Stripe, ChartMogul and Baremetrics count them."),
        {u"printf 'start,end,paid,cancelled\\n2026-03-01,2026-03-15,2026-03-15,0\\n2026-03-02,2026-03-06,,1\\n2026-03-03,2026-03-17,2026-04-10,0\\n2026-02-20,2026-03-06,2026-03-06,0\\n' > trials.csv && "
         "lyceum-cli analyse trials --csv trials.csv --start start --end end --paid paid --cancelled cancelled "
         "--from 2026-03-01 --until 2026-03-31 --within-days 30 --as-of 2026-04-30 --json"_s},
        {csvOption(Cli::tr("A table with a header, one free trial a row.")),
            {u"start"_s, u"COLUMN"_s, Cli::tr("When it began: a date, or a time."), {}},
            {u"end"_s, u"COLUMN"_s, Cli::tr("When it ran out or was cancelled; an empty cell: it still runs."), {}},
            {u"paid"_s, u"COLUMN"_s, Cli::tr("When the first invoice was paid; an empty cell: none was."), {}},
            {u"cancelled"_s, u"COLUMN"_s, Cli::tr("Whether it was cancelled before it had run out: 1 or 0, true or false, yes or no."), {}},
            {u"from"_s, u"DATE"_s, Cli::tr("The first day that counts."), Cli::tr("that of the first trial")},
            {u"until"_s, u"DATE"_s, Cli::tr("The last day that counts."), Cli::tr("the day of --as-of")},
            {u"within-days"_s, u"DAYS"_s, Cli::tr("For ChartMogul: paid within so many days of the start."), u"30"_s}, zoneOption(),
            untilOption(Cli::tr("now")), levelOption()},
        runTrials, {}};
}

} // namespace lyceum::cli

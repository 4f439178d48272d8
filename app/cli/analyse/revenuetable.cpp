// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/revenuetable.h"

#include "cli/analyse/analysistable.h"
#include "cli/words.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::BillingInterval;
using analytics::IntervalUnit;

std::optional<BillingInterval> intervalIn(const QString& text)
{
    const QString word = text.toLower();
    if (word == "day"_L1)
        return BillingInterval {IntervalUnit::Day, 1};
    if (word == "week"_L1)
        return BillingInterval {IntervalUnit::Week, 1};
    if (word == "month"_L1)
        return BillingInterval {IntervalUnit::Month, 1};
    if (word == "quarter"_L1)
        return BillingInterval {IntervalUnit::Month, 3};
    if (word == "half-year"_L1)
        return BillingInterval {IntervalUnit::Month, 6};
    if (word == "year"_L1)
        return BillingInterval {IntervalUnit::Year, 1};
    return std::nullopt;
}

/// The times of an optional column: one a row, missing without the column.
Result<std::vector<std::optional<std::int64_t>>> timesOf(
    const AnalysisTable& table, const Arguments& arguments, const QString& option, const QTimeZone& zone)
{
    const QString column = arguments.value(option);
    if (column.isEmpty())
        return std::vector<std::optional<std::int64_t>>(std::size_t(table.rows()));
    return table.instantsOrNone(column, zone);
}

} // namespace

QList<Option> subscriptionOptions()
{
    return {{u"member"_s, u"COLUMN"_s, Cli::tr("Whose subscription it is."), {}},
        {u"start"_s, u"COLUMN"_s, Cli::tr("When it began: a date, or a time."), {}},
        {u"end"_s, u"COLUMN"_s, Cli::tr("When access ended; an empty cell: it has not."), {}},
        {u"cancelled"_s, u"COLUMN"_s, Cli::tr("When it was cancelled, if it was."), {}},
        {u"trial-end"_s, u"COLUMN"_s, Cli::tr("Until when it was free, if there was a trial."), {}},
        {u"amount"_s, u"COLUMN"_s, Cli::tr("The price of an interval in minor units (cents), a whole number."), {}},
        {u"interval"_s, u"COLUMN"_s, Cli::tr("How often it is paid: day, week, month, quarter, half-year or year."), u"month"_s},
        {u"discount"_s, u"COLUMN"_s, Cli::tr("What is off the price of an interval, in minor units."), {}},
        {u"discount-end"_s, u"COLUMN"_s, Cli::tr("When the discount runs out; an empty cell: never."), {}},
        {u"currency"_s, u"COLUMN"_s, Cli::tr("Its ISO 4217 code; each currency has a book of its own."), {}}};
}

Result<SubscriptionTable> readSubscriptions(const Arguments& arguments, const QTimeZone& zone)
{
    QStringList columns;
    for (const Option& option : subscriptionOptions())
        columns.append(arguments.value(option.name));
    const auto table = AnalysisTable::read(arguments.value(u"csv"_s), columns);
    if (!table)
        return tl::unexpected(table.error());
    constexpr std::int64_t kExact = std::int64_t(1) << 53U;
    const QString startColumn = arguments.value(u"start"_s);
    const QString amountColumn = arguments.value(u"amount"_s);
    const QString discountColumn = arguments.value(u"discount"_s);
    const QString intervalColumn = arguments.value(u"interval"_s);
    const QString currencyColumn = arguments.value(u"currency"_s);
    const auto members = table->levels(arguments.value(u"member"_s));
    const auto starts = table->instants(startColumn, zone);
    const auto amounts = table->wholeNumbers(amountColumn, 0, kExact);
    const auto ends = timesOf(*table, arguments, u"end"_s, zone);
    const auto cancelled = timesOf(*table, arguments, u"cancelled"_s, zone);
    const auto trialEnds = timesOf(*table, arguments, u"trial-end"_s, zone);
    const auto discountEnds = timesOf(*table, arguments, u"discount-end"_s, zone);
    if (!members)
        return tl::unexpected(members.error());
    if (!starts)
        return tl::unexpected(starts.error());
    if (!amounts)
        return tl::unexpected(amounts.error());
    for (const auto* times : {&ends, &cancelled, &trialEnds, &discountEnds}) {
        if (!*times)
            return tl::unexpected(times->error());
    }
    std::vector<std::optional<double>> discounts(starts->size());
    if (!discountColumn.isEmpty()) {
        auto found = table->numbersOrNone(discountColumn, {0, double(kExact), /*whole=*/true});
        if (!found)
            return tl::unexpected(found.error());
        discounts = *std::move(found);
    }
    Result<QStringList> intervals {QStringList()};
    if (!intervalColumn.isEmpty())
        intervals = table->texts(intervalColumn);
    if (!intervals)
        return tl::unexpected(intervals.error());
    Result<Levels> currencies {Levels {std::vector<std::uint32_t>(starts->size()), {QString()}}};
    if (!currencyColumn.isEmpty())
        currencies = table->levels(currencyColumn);
    if (!currencies)
        return tl::unexpected(currencies.error());

    SubscriptionTable answer;
    answer.members = members->names;
    answer.first = std::numeric_limits<std::int64_t>::max();
    for (const QString& currency : currencies->names)
        answer.books.push_back({currency, {}, {}});
    for (std::size_t row = 0; row < starts->size(); ++row) {
        analytics::SubscriptionSpell spell;
        spell.member = members->codes.at(row);
        spell.start = starts->at(row);
        spell.end = ends->at(row);
        spell.cancelledAt = cancelled->at(row);
        spell.trialEnd = trialEnds->at(row);
        spell.amount = amounts->at(row);
        spell.discount = std::int64_t(discounts.at(row).value_or(0));
        spell.discountEnd = discountEnds->at(row);
        if (spell.end && *spell.end < spell.start)
            return tl::unexpected(table->errorAt(qsizetype(row), arguments.value(u"end"_s), Cli::tr("it ends before it begins.")));
        if (!intervalColumn.isEmpty()) {
            const auto interval = intervalIn(intervals->at(qsizetype(row)));
            if (!interval)
                return tl::unexpected(table->errorAt(
                    qsizetype(row), intervalColumn, Cli::tr("an interval is day, week, month, quarter, half-year or year.")));
            spell.interval = *interval;
        }
        answer.first = std::min(answer.first, spell.start);
        SubscriptionBook& book = answer.books.at(currencies->codes.at(row));
        book.spells.push_back(std::move(spell));
        book.rows.push_back(table->fileRow(qsizetype(row)));
    }
    return answer;
}

} // namespace lyceum::cli

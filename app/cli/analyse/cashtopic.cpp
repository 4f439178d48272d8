// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/cashbook.h"
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

using analytics::CashPeriod;

/// The entries of one currency.
struct CashLedger {
    QString currency; ///< as in the file; empty without the column
    std::vector<analytics::CashEntry> entries;
    std::vector<qsizetype> rows; ///< of the table
};

struct CashTable {
    std::vector<CashLedger> ledgers; ///< by currency
    std::int64_t first = std::numeric_limits<std::int64_t>::max(); ///< when the first thing was paid or earned
};

Result<std::vector<std::optional<std::int64_t>>> timesOf(const AnalysisTable& table, const QString& column, const QTimeZone& zone)
{
    if (column.isEmpty())
        return std::vector<std::optional<std::int64_t>>(std::size_t(table.rows()));
    return table.instantsOrNone(column, zone);
}

Result<CashTable> readCash(const Arguments& arguments, const AnalysisTable& table, const QTimeZone& zone)
{
    constexpr std::int64_t kExact = std::int64_t(1) << 53U;
    const QString fromColumn = arguments.value(u"covers-from"_s);
    const QString untilColumn = arguments.value(u"covers-until"_s);
    const QString currencyColumn = arguments.value(u"currency"_s);
    const auto times = table.instants(arguments.value(u"at"_s), zone);
    const auto amounts = table.wholeNumbers(arguments.value(u"amount"_s), -kExact, kExact);
    const auto from = timesOf(table, fromColumn, zone);
    const auto until = timesOf(table, untilColumn, zone);
    if (!times)
        return tl::unexpected(times.error());
    if (!amounts)
        return tl::unexpected(amounts.error());
    for (const auto* column : {&from, &until}) {
        if (!*column)
            return tl::unexpected(column->error());
    }
    Result<Levels> currencies {Levels {std::vector<std::uint32_t>(times->size()), {QString()}}};
    if (!currencyColumn.isEmpty())
        currencies = table.levels(currencyColumn);
    if (!currencies)
        return tl::unexpected(currencies.error());

    CashTable answer;
    for (const QString& currency : currencies->names)
        answer.ledgers.push_back({currency, {}, {}});
    for (std::size_t row = 0; row < times->size(); ++row) {
        const std::int64_t at = times->at(row);
        if (from->at(row).has_value() != until->at(row).has_value())
            return tl::unexpected(table.errorAt(qsizetype(row), from->at(row) ? untilColumn : fromColumn,
                Cli::tr("what it covers needs a beginning and an end, or neither.")));
        if (from->at(row) && *until->at(row) <= *from->at(row))
            return tl::unexpected(table.errorAt(qsizetype(row), untilColumn, Cli::tr("what it covers must end after it begins.")));
        const QString& currency = currencies->names.at(qsizetype(currencies->codes.at(row)));
        if (!currencyColumn.isEmpty() && currency.isEmpty())
            return tl::unexpected(table.errorAt(qsizetype(row), currencyColumn, Cli::tr("this is empty.")));
        CashLedger& ledger = answer.ledgers.at(currencies->codes.at(row));
        ledger.entries.push_back({at, amounts->at(row), from->at(row).value_or(at), until->at(row).value_or(at)});
        ledger.rows.push_back(qsizetype(row));
        answer.first = std::min({answer.first, at, ledger.entries.back().coversFrom});
    }
    return answer;
}

Error errorOf(const analytics::AnalyticsError& error, const Arguments& arguments, const AnalysisTable& table, const CashLedger& ledger)
{
    if (error.kind == analytics::AnalyticsError::Kind::BadRange && error.index < ledger.rows.size())
        return table.errorAt(ledger.rows.at(error.index), arguments.value(u"covers-until"_s), Cli::tr("it covers more than 68 years."));
    if (error.kind == analytics::AnalyticsError::Kind::TooLarge)
        return {Error::Kind::BadInput, arguments.value(u"csv"_s), Cli::tr("these amounts are too large to be added exactly.")};
    return {Error::Kind::Internal, {}, {}}; // the periods come from a calendar, and amounts were checked
}

QJsonArray jsonOf(const std::vector<CashPeriod>& book, const CalendarPeriods& periods)
{
    QJsonArray array;
    for (std::size_t i = 0; i < book.size(); ++i) {
        const CashPeriod& period = book.at(i);
        array.append(QJsonObject {{u"period"_s, periods.names.at(qsizetype(i))}, {u"received"_s, qint64(period.received)},
            {u"refunded"_s, qint64(period.refunded)}, {u"earned"_s, qint64(period.earned)}, {u"deferred"_s, qint64(period.deferred)},
            {u"accrued"_s, qint64(period.accrued)}});
    }
    return array;
}

QStringList linesOf(const CashLedger& ledger, const std::vector<CashPeriod>& book, const CalendarPeriods& periods)
{
    QStringList lines;
    if (!ledger.currency.isEmpty())
        lines.append(ledger.currency);
    lines.append(Cli::tr("period\treceived\trefunded\tearned\tdeferred\taccrued"));
    for (std::size_t i = 0; i < book.size(); ++i) {
        const CashPeriod& period = book.at(i);
        QStringList row {periods.names.at(qsizetype(i))};
        for (const std::int64_t amount : {period.received, period.refunded, period.earned, period.deferred, period.accrued})
            row.append(QString::number(amount));
        lines.append(row.join(u'\t'));
    }
    return lines;
}

Result<ExitCode> runCash(const Session& session)
{
    const Arguments& arguments = session.arguments;
    for (const QString& option : {u"csv"_s, u"at"_s, u"amount"_s}) {
        if (const auto given = arguments.required(option); !given)
            return tl::unexpected(given.error());
    }
    if (arguments.value(u"covers-from"_s).isEmpty() != arguments.value(u"covers-until"_s).isEmpty())
        return usage(Cli::tr("--covers-from and --covers-until belong together."));
    const auto zone = zoneOf(arguments);
    const auto unit = unitOf(arguments);
    if (!zone)
        return tl::unexpected(zone.error());
    if (!unit)
        return tl::unexpected(unit.error());
    const auto asOf = session.asOfUtc(*zone);
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto table = AnalysisTable::read(arguments.value(u"csv"_s),
        {arguments.value(u"at"_s), arguments.value(u"amount"_s), arguments.value(u"covers-from"_s), arguments.value(u"covers-until"_s),
            arguments.value(u"currency"_s)});
    if (!table)
        return tl::unexpected(table.error());
    if (table->rows() == 0)
        return failure(Error::Kind::BadInput, arguments.value(u"csv"_s), Cli::tr("it has no rows."));
    const auto cash = readCash(arguments, *table, *zone);
    if (!cash)
        return tl::unexpected(cash.error());
    const auto periods = periodsOver(*unit, *zone, cash->first, *asOf + 1);
    if (!periods)
        return tl::unexpected(periods.error());

    QJsonArray currencies;
    QStringList lines {Cli::tr("Amounts in minor units; deferred and accrued at the end of the period.")};
    for (const CashLedger& ledger : cash->ledgers) {
        const auto book = analytics::cashBook(ledger.entries, periods->starts);
        if (!book)
            return tl::unexpected(errorOf(book.error(), arguments, *table, ledger));
        currencies.append(QJsonObject {{u"currency"_s, ledger.currency.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(ledger.currency)},
            {u"entries"_s, qint64(ledger.entries.size())}, {u"periods"_s, jsonOf(*book, *periods)}});
        lines += linesOf(ledger, *book, *periods);
    }
    return session.output.answer(
        {{u"n"_s, table->rows()}, {u"method"_s, u"cash-book"_s}, {u"by"_s, arguments.value(u"by"_s, u"month"_s)},
            {u"zone"_s, QString::fromUtf8(zone->id())}, {u"asOf"_s, jsonTime(*asOf)}, {u"currencies"_s, currencies}, {u"warnings"_s, QJsonArray()}},
        lines);
}

} // namespace

Command cashTopic()
{
    return {u"cash"_s, {}, Cli::tr("What was received and refunded beside what was earned, and what is still owed."),
        {u"printf 'at,amount,from,until\\n2026-01-10,12000,2026-01-10,2027-01-10\\n2026-02-03,900,2026-02-03,2026-03-03\\n2026-02-20,-900,2026-02-03,2026-03-03\\n2026-03-05,2500,,\\n' > cash.csv && "
         "lyceum-cli analyse cash --csv cash.csv --at at --amount amount --covers-from from --covers-until until --as-of 2026-03-31 --json"_s},
        {csvOption(Cli::tr("A table with a header, one payment or refund a row.")),
            {u"at"_s, u"COLUMN"_s, Cli::tr("When the money moved: a date, or a time."), {}},
            {u"amount"_s, u"COLUMN"_s, Cli::tr("How much, in minor units (cents), a whole number; below 0: a refund or a fee."), {}},
            {u"covers-from"_s, u"COLUMN"_s, Cli::tr("When the service it pays for begins; an empty cell: earned at once."), {}},
            {u"covers-until"_s, u"COLUMN"_s, Cli::tr("When that service ends; a date is the first day that is not in it."), {}},
            {u"currency"_s, u"COLUMN"_s, Cli::tr("Its ISO 4217 code; each currency has a book of its own."), {}},
            unitOption(Cli::tr("The periods.")), zoneOption(), untilOption(Cli::tr("now"))},
        runCash, {}};
}

} // namespace lyceum::cli

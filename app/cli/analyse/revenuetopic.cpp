// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/lifetimevalue.h"
#include "analytics/revenue/mrrrates.h"
#include "cli/analyse/calendar.h"
#include "cli/analyse/revenuetable.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::MrrMovement;
using analytics::MrrRules;

/// One currency's answer.
struct RevenueBook {
    QString currency;
    qint64 subscriptions = 0;
    qint64 inGrace = 0;
    std::vector<analytics::MrrPeriod> periods;
    std::vector<analytics::MrrRates> rates; ///< as many
    std::vector<std::optional<analytics::Estimate>> lifetimeValues; ///< as many
};

/// The stable words of the movements, in their order.
const std::array<QString, analytics::kMrrMovements>& movementNames()
{
    static const std::array<QString, analytics::kMrrMovements> kNames {
        u"new"_s, u"reactivation"_s, u"resumed"_s, u"expansion"_s, u"contraction"_s, u"paused"_s, u"churn"_s};
    return kNames;
}

Result<MrrRules> rulesOf(const Arguments& arguments)
{
    const std::string name = arguments.value(u"rules"_s, u"lyceum"_s).toStdString();
    const auto rules = analytics::mrrRulesNamed(name);
    if (!rules)
        return usage(Cli::tr("--rules is one of lyceum, ghost, stripe, chartmogul, profitwell."));
    return *rules;
}

Error errorOf(const analytics::AnalyticsError& error, const SubscriptionBook& book)
{
    const bool isRow = error.index < book.rows.size();
    return {Error::Kind::BadInput, isRow ? u"row %1"_s.arg(book.rows.at(error.index)) : u"currency %1"_s.arg(book.currency),
        error.kind == analytics::AnalyticsError::Kind::BadRange ? Cli::tr("it lies too far from the other times.")
                                                                : Cli::tr("these amounts are too large to be added exactly.")};
}

Result<RevenueBook> bookOf(const SubscriptionBook& book, std::size_t members, const MrrRules& rules, const CalendarPeriods& periods,
    const CalendarPeriods& days, std::int64_t until, double level)
{
    const auto changes = analytics::subscriptionChanges(book.spells, rules, until - 1, days.starts);
    if (!changes)
        return tl::unexpected(errorOf(changes.error(), book));
    const auto movements = analytics::mrrMovements(changes->view(std::uint32_t(members)), periods.starts, rules);
    if (!movements)
        return tl::unexpected(errorOf({movements.error().kind, book.rows.size()}, book));
    RevenueBook answer {book.currency, qint64(book.spells.size()), changes->inGrace, *movements, {}, {}};
    for (std::size_t i = 0; i < movements->size(); ++i) {
        const auto rates = analytics::mrrRates(movements->at(i), rules, level);
        const auto value = analytics::lifetimeValueOfMonth(*movements, i, 6, level);
        if (!rates || !value) // the level was checked, and the rest is always right
            return failure(Error::Kind::Internal);
        answer.rates.push_back(*rates);
        answer.lifetimeValues.push_back(*value);
    }
    return answer;
}

QJsonObject jsonOf(const MrrRules& rules)
{
    using enum MrrRules::SamePeriod;
    return {{u"name"_s, QString::fromUtf8(rules.name.data(), qsizetype(rules.name.size()))},
        {u"recognition"_s, rules.recognition == MrrRules::Recognition::AccessEnds ? u"access-ends"_s : u"cancellation"_s},
        {u"discounts"_s,
            rules.discounts == MrrRules::Discounts::All               ? u"all"_s
                : rules.discounts == MrrRules::Discounts::ForeverOnly ? u"forever-only"_s
                                                                      : u"ignored"_s},
        {u"atZero"_s, rules.atZero == MrrRules::AtZero::Stays ? u"stays"_s : u"leaves"_s},
        {u"pauses"_s,
            rules.pauses == MrrRules::Pauses::OnHold      ? u"on-hold"_s
                : rules.pauses == MrrRules::Pauses::Count ? u"count"_s
                                                          : u"leave"_s},
        {u"pastDue"_s, rules.pastDue == MrrRules::PastDue::Counts ? u"counts"_s : u"leaves"_s},
        {u"newAgainDays"_s, rules.newAgainDays ? QJsonValue(*rules.newAgainDays) : QJsonValue(QJsonValue::Null)},
        {u"samePeriod"_s, rules.samePeriod == Net ? u"net"_s : rules.samePeriod == Each ? u"each"_s : u"each-but-guests"_s},
        {u"graceDays"_s, rules.graceDays}, {u"groupingSeconds"_s, qint64(rules.groupingSeconds)},
        {u"netHasReactivation"_s, rules.netHasReactivation}, {u"quickRatioHasReactivation"_s, rules.quickRatioHasReactivation},
        {u"churnAgainstNewToo"_s, rules.churnAgainstNewToo}, {u"rounding"_s, u"half-away-from-zero"_s}};
}

QJsonObject jsonOf(const RevenueBook& book, const CalendarPeriods& periods)
{
    QJsonArray array;
    for (std::size_t i = 0; i < book.periods.size(); ++i) {
        const analytics::MrrPeriod& period = book.periods.at(i);
        const analytics::MrrRates& rates = book.rates.at(i);
        QJsonObject counts;
        QJsonObject object {{u"period"_s, periods.names.at(qsizetype(i))}, {u"opening"_s, qint64(period.opening)},
            {u"closing"_s, qint64(period.closing)}, {u"customersOpening"_s, qint64(period.customersOpening)},
            {u"customersClosing"_s, qint64(period.customersClosing)}, {u"grossChurn"_s, estimateJson(rates.grossChurn)},
            {u"netChurn"_s, estimateJson(rates.netChurn)}, {u"grossRetention"_s, estimateJson(rates.grossRetention)},
            {u"netRetention"_s, estimateJson(rates.netRetention)}, {u"customerChurn"_s, estimateJson(rates.customerChurn)},
            {u"quickRatio"_s, jsonNumber(rates.quickRatio)}, {u"lifetimeValue"_s, estimateJson(book.lifetimeValues.at(i))},
            {u"arpa"_s, rates.arpa ? QJsonValue(qint64(*rates.arpa)) : QJsonValue(QJsonValue::Null)},
            {u"warnings"_s, warningsJson(rates.warnings)}};
        for (std::size_t k = 0; k < analytics::kMrrMovements; ++k) {
            object.insert(movementNames().at(k), qint64(period.amounts.at(k)));
            counts.insert(movementNames().at(k), qint64(period.counts.at(k)));
        }
        object.insert(u"counts"_s, counts);
        array.append(object);
    }
    return {{u"currency"_s, book.currency.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(book.currency)},
        {u"subscriptions"_s, book.subscriptions}, {u"inGrace"_s, book.inGrace}, {u"periods"_s, array}};
}

QStringList linesOf(const RevenueBook& book, const CalendarPeriods& periods)
{
    QStringList lines;
    if (!book.currency.isEmpty())
        lines.append(book.currency);
    lines.append(Cli::tr("period\topening\tnew\treactivation\tresumed\texpansion\tcontraction\tpaused\tchurn\tclosing\tcustomers\tnet retention"));
    for (std::size_t i = 0; i < book.periods.size(); ++i) {
        const analytics::MrrPeriod& period = book.periods.at(i);
        QStringList row {periods.names.at(qsizetype(i)), QString::number(period.opening)};
        for (const std::int64_t amount : period.amounts)
            row.append(QString::number(amount));
        row += {QString::number(period.closing), QString::number(period.customersClosing),
            book.rates.at(i).netRetention ? estimateText(*book.rates.at(i).netRetention) : u"-"_s};
        lines.append(row.join(u'\t'));
    }
    return lines;
}

Result<ExitCode> runRevenue(const Session& session)
{
    const Arguments& arguments = session.arguments;
    for (const QString& option : {u"csv"_s, u"member"_s, u"start"_s, u"amount"_s}) {
        if (const auto given = arguments.required(option); !given)
            return tl::unexpected(given.error());
    }
    const auto rules = rulesOf(arguments);
    const auto zone = zoneOf(arguments);
    const auto unit = unitOf(arguments);
    const auto level = levelOf(arguments);
    if (!rules)
        return tl::unexpected(rules.error());
    if (!zone)
        return tl::unexpected(zone.error());
    if (!unit)
        return tl::unexpected(unit.error());
    if (!level)
        return tl::unexpected(level.error());
    const auto table = readSubscriptions(arguments, *zone);
    if (!table)
        return tl::unexpected(table.error());
    if (table->members.isEmpty())
        return failure(Error::Kind::BadInput, arguments.value(u"csv"_s), Cli::tr("it has no rows."));
    const auto asOf = session.asOfUtc(*zone);
    if (!asOf)
        return tl::unexpected(asOf.error());
    const std::int64_t until = *asOf + 1;
    const auto periods = periodsOver(*unit, *zone, table->first, until);
    if (!periods)
        return tl::unexpected(periods.error());
    // Grace is counted in local days, the one under way included.
    constexpr std::int64_t kTwoDays = 2 * 86'400;
    const auto days = periodsOver(CalendarUnit::Day, *zone, table->first, until + kTwoDays);
    if (!days)
        return tl::unexpected(days.error());

    QJsonArray books;
    QStringList lines {Cli::tr("Rules: %1. Monthly amounts in minor units.").arg(QString::fromUtf8(rules->name.data(), qsizetype(rules->name.size())))};
    for (const SubscriptionBook& subscriptions : table->books) {
        const auto book = bookOf(subscriptions, std::size_t(table->members.size()), *rules, *periods, *days, until, *level);
        if (!book)
            return tl::unexpected(book.error());
        books.append(jsonOf(*book, *periods));
        lines += linesOf(*book, *periods);
    }
    return session.output.answer(
        {{u"n"_s, table->members.size()}, {u"method"_s, u"mrr-movements"_s}, {u"rules"_s, jsonOf(*rules)}, {u"by"_s, arguments.value(u"by"_s, u"month"_s)},
            {u"zone"_s, QString::fromUtf8(zone->id())}, {u"asOf"_s, jsonTime(*asOf)}, {u"level"_s, *level}, {u"currencies"_s, books}},
        lines);
}

} // namespace

Command revenueTopic()
{
    return {u"revenue"_s, {}, Cli::tr("Recurring revenue: what moved it from period to period, under the rules of your choice."),
        {u"printf 'member,start,end,amount,interval\\nAda,2026-01-05,,900,month\\nBen,2026-01-20,2026-03-10,9900,year\\nAda,2026-02-11,,500,month\\n' > subscriptions.csv && "
         "lyceum-cli analyse revenue --csv subscriptions.csv --member member --start start --end end --amount amount --interval interval "
         "--as-of 2026-04-30 --json"_s},
        QList<Option> {csvOption(Cli::tr("A table with a header, one subscription at one price a row."))} + subscriptionOptions()
            + QList<Option> {{u"rules"_s, u"NAME"_s, Cli::tr("Whose rules: lyceum, ghost, stripe, chartmogul or profitwell."), u"lyceum"_s},
                unitOption(Cli::tr("The periods.")), zoneOption(), untilOption(Cli::tr("now")), levelOption()},
        runRevenue, {}};
}

} // namespace lyceum::cli

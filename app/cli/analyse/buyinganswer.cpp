// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/customeroutlook.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/customersanswer.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::BuyingKind;

constexpr std::int64_t kMostCount = 1'000'000'000'000;

/// The columns of a file of customers, one a row.
struct CustomerColumns {
    std::vector<std::int64_t> frequency;
    std::vector<double> recency;
    std::vector<double> age;
    std::vector<std::int64_t> weight; ///< empty: one each
    std::vector<double> spend; ///< empty without --monetary; NaN where a cell is empty
    std::vector<std::int64_t> holdout; ///< empty without --holdout

    [[nodiscard]] analytics::CustomerSample sample() const { return {frequency, recency, age, weight}; }
    [[nodiscard]] analytics::SpendSample spends() const { return {frequency, spend, weight}; }
};

QStringList parameterNames(BuyingKind kind)
{
    switch (kind) {
    case BuyingKind::BgNbd:
        return {u"r"_s, u"alpha"_s, u"a"_s, u"b"_s};
    case BuyingKind::ParetoNbd:
        return {u"r"_s, u"alpha"_s, u"s"_s, u"beta"_s};
    case BuyingKind::BgBb:
        return {u"alpha"_s, u"beta"_s, u"gamma"_s, u"delta"_s};
    }
    return {};
}

Result<CustomerColumns> columnsOf(const Arguments& arguments, const AnalysisTable& table)
{
    CustomerColumns columns;
    auto frequency = table.wholeNumbers(arguments.value(u"frequency"_s), 0, kMostCount);
    auto recency = table.numbers(arguments.value(u"recency"_s), {0});
    auto age = table.numbers(arguments.value(u"age"_s), {0});
    if (!frequency)
        return tl::unexpected(frequency.error());
    if (!recency)
        return tl::unexpected(recency.error());
    if (!age)
        return tl::unexpected(age.error());
    columns.frequency = *std::move(frequency);
    columns.recency = *std::move(recency);
    columns.age = *std::move(age);
    if (arguments.has(u"weight"_s)) {
        auto weight = table.wholeNumbers(arguments.value(u"weight"_s), 0, kMostCount);
        if (!weight)
            return tl::unexpected(weight.error());
        columns.weight = *std::move(weight);
    }
    if (arguments.has(u"holdout"_s)) {
        auto holdout = table.wholeNumbers(arguments.value(u"holdout"_s), 0, kMostCount);
        if (!holdout)
            return tl::unexpected(holdout.error());
        columns.holdout = *std::move(holdout);
    }
    if (arguments.has(u"monetary"_s)) {
        const auto spend = table.numbersOrNone(arguments.value(u"monetary"_s));
        if (!spend)
            return tl::unexpected(spend.error());
        for (const std::optional<double>& one : *spend)
            columns.spend.push_back(one.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    return columns;
}

/// What the mathematics did not take, as the cell it stands in.
Error errorOf(const analytics::AnalyticsError& error, const Arguments& arguments, const AnalysisTable& table)
{
    using enum analytics::AnalyticsError::Kind;
    const auto row = qsizetype(error.index);
    if (row >= table.rows())
        return unfittable(error);
    switch (error.kind) {
    case BadRange:
        return table.errorAt(row, arguments.value(u"recency"_s), Cli::tr("the recency is after the age; are both in one unit?"));
    case BadValue:
        return table.errorAt(row, arguments.value(u"recency"_s),
            Cli::tr("a recency above 0 and a repeat purchase go together, and chances are whole numbers."));
    case BadCount:
        return table.errorAt(row, arguments.value(u"frequency"_s), Cli::tr("there are more purchases than chances."));
    case TooLarge:
        return table.errorAt(row, arguments.value(u"age"_s), Cli::tr("this is too large to be computed with."));
    default:
        return unfittable(error);
    }
}

QJsonArray jsonOf(const analytics::FrequencyTable& fitted)
{
    QJsonArray rows;
    for (const analytics::FrequencyRow& row : fitted.rows) {
        rows.append(QJsonObject {{u"frequency"_s, qint64(row.frequency)}, {u"andMore"_s, row.andMore}, {u"actual"_s, qint64(row.actual)},
            {u"expected"_s, jsonNumber(row.expected)}});
    }
    return rows;
}

QJsonObject jsonOf(const analytics::HoldoutComparison& comparison)
{
    QJsonArray rows;
    for (const analytics::HoldoutRow& row : comparison.rows) {
        rows.append(QJsonObject {{u"frequency"_s, qint64(row.frequency)}, {u"andMore"_s, row.andMore}, {u"customers"_s, qint64(row.customers)},
            {u"predicted"_s, jsonNumber(row.predicted)}, {u"actual"_s, jsonNumber(row.actual)}});
    }
    return {{u"predicted"_s, estimateJson(comparison.predicted)}, {u"actual"_s, qint64(comparison.actual)},
        {u"meanAbsoluteError"_s, comparison.meanAbsoluteError}, {u"rootMeanSquareError"_s, comparison.rootMeanSquareError}, {u"rows"_s, rows}};
}

QJsonArray eachRow(const AnalysisTable& table, const analytics::GroupedHistories& histories, const analytics::CustomerOutlook& outlook)
{
    QJsonArray rows;
    for (qsizetype row = 0; row < table.rows(); ++row) {
        const analytics::HistoryOutlook& one = outlook.groups.at(histories.groupOf.at(std::size_t(row)));
        rows.append(QJsonObject {{u"row"_s, table.fileRow(row)}, {u"alive"_s, one.alive}, {u"purchases"_s, one.purchases},
            {u"discounted"_s, one.discounted}, {u"lifetime"_s, jsonNumber(one.lifetime)}});
    }
    return rows;
}

/// What the answer is made of, so that JSON and text are made of the same.
struct BuyingAnswer {
    QJsonObject json;
    QStringList lines;
    std::vector<analytics::Warning> warnings;

    void add(const QString& key, const QString& sentence, const analytics::Estimate& estimate)
    {
        json.insert(key, estimateJson(estimate));
        lines.append(sentence.arg(estimateText(estimate)));
    }
    void warn(const std::vector<analytics::Warning>& more)
    {
        for (const analytics::Warning warning : more) {
            if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end())
                warnings.push_back(warning);
        }
        std::sort(warnings.begin(), warnings.end());
    }
};

/// Adds what customers spend and are worth; what is not to be computed is said by row.
std::optional<Error> addWorth(BuyingAnswer& answer, const Session& session, const AnalysisTable& table, const CustomerColumns& columns,
    const analytics::BuyingFit& fit, const analytics::GroupedHistories& histories, const analytics::CustomerOutlook& outlook)
{
    const QString column = session.arguments.value(u"monetary"_s);
    const auto spend = analytics::fitGammaGamma(columns.spends(), {fit.fit.level, {}});
    if (!spend) {
        using enum analytics::AnalyticsError::Kind;
        if (spend.error().kind == NotFinite || spend.error().kind == BadValue)
            return table.errorAt(qsizetype(spend.error().index), column, Cli::tr("a customer with repeat purchases has a mean value above 0."));
        return unfittable(spend.error());
    }
    const QStringList names {u"p"_s, u"q"_s, u"v"_s};
    QJsonObject json = fitJson(spend->fit, names);
    json.insert(u"correlation"_s, jsonNumber(spend->correlation));
    json.insert(u"meanSpend"_s, estimateJson(spend->meanSpend));
    answer.json.insert(u"spend"_s, json);
    answer.lines += fitLines(spend->fit, names);
    answer.warn(spend->fit.warnings);
    const auto value = analytics::residualValue(fit, histories, outlook, *spend, columns.spends());
    if (value)
        answer.add(u"residualValue"_s, Cli::tr("What they are still worth: %1"), *value);
    else
        answer.warn({analytics::Warning::NotIdentified});
    return std::nullopt;
}

} // namespace

Result<ExitCode> runBuying(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto model = arguments.oneOf(u"model"_s, {u"bgnbd"_s, u"paretonbd"_s, u"bgbb"_s});
    const auto path = arguments.required(u"csv"_s);
    const auto frequency = arguments.required(u"frequency"_s);
    const auto recency = arguments.required(u"recency"_s);
    const auto age = arguments.required(u"age"_s);
    for (const Result<QString>* given : {&model, &path, &frequency, &recency, &age}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto level = levelOf(arguments);
    const auto uncertainty = uncertaintyOf(arguments);
    const auto horizon = realNumberOf(arguments, u"horizon"_s, 0, 1e9, -1);
    for (const Result<double>* given : {&level, &horizon}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    if (!uncertainty)
        return tl::unexpected(uncertainty.error());
    const BuyingKind kind = *model == "bgbb"_L1 ? BuyingKind::BgBb : *model == "paretonbd"_L1 ? BuyingKind::ParetoNbd : BuyingKind::BgNbd;

    const auto table = AnalysisTable::read(*path, {*frequency, *recency, *age, arguments.value(u"weight"_s), arguments.value(u"monetary"_s), arguments.value(u"holdout"_s)});
    if (!table)
        return tl::unexpected(table.error());
    const auto columns = columnsOf(arguments, *table);
    if (!columns)
        return tl::unexpected(columns.error());
    const auto histories = analytics::groupHistories(columns->sample(), kind == BuyingKind::BgBb);
    if (!histories)
        return tl::unexpected(errorOf(histories.error(), arguments, *table));
    const auto fit = analytics::fitBuying(kind, *histories, {*level, {}});
    if (!fit)
        return tl::unexpected(unfittable(fit.error()));
    const double time = *horizon >= 0 ? *horizon : histories->longestAge; // as far as is known from looking back
    const auto outlook = analytics::outlookOf(*fit, *histories, {time, uncertainty->discount, uncertainty->draws, uncertainty->seed});
    if (!outlook)
        return tl::unexpected(unfittable(outlook.error()));

    const QStringList names = parameterNames(kind);
    BuyingAnswer answer {fitJson(fit->fit, names), fitLines(fit->fit, names), {}};
    answer.warn(fit->fit.warnings);
    answer.warn(outlook->warnings);
    const analytics::FrequencyTable fitted = analytics::frequencyTable(*fit, *histories);
    answer.json.insert(u"model"_s, *model);
    answer.json.insert(u"repeatCustomers"_s, qint64(histories->repeatCustomers));
    answer.json.insert(u"repeatPurchases"_s, qint64(histories->repeats));
    answer.json.insert(u"histories"_s, qint64(fit->fit.rows));
    answer.json.insert(u"horizon"_s, time);
    answer.json.insert(u"discount"_s, uncertainty->discount);
    answer.json.insert(u"interval"_s, uncertainty->draws > 0 ? u"draws"_s : u"delta"_s);
    answer.json.insert(u"fitTable"_s, jsonOf(fitted));
    QJsonValue test(QJsonValue::Null);
    if (fitted.test)
        test = QJsonObject {{u"chiSquare"_s, fitted.test->chiSquare}, {u"df"_s, fitted.test->df}, {u"p"_s, fitted.test->p}};
    answer.json.insert(u"fitTest"_s, test);
    answer.add(u"alive"_s, Cli::tr("Customers still there: %1"), outlook->alive);
    answer.add(u"purchases"_s, Cli::tr("Purchases expected within the horizon: %1"), outlook->purchases);
    answer.add(u"discounted"_s, Cli::tr("The same at present value: %1"), outlook->discounted);
    answer.json.insert(u"lifetime"_s, QJsonValue::Null);
    if (outlook->lifetime)
        answer.add(u"lifetime"_s, Cli::tr("All purchases to come at present value: %1"), *outlook->lifetime);
    answer.json.insert(u"spend"_s, QJsonValue::Null);
    answer.json.insert(u"residualValue"_s, QJsonValue::Null);
    if (!columns->spend.empty()) {
        if (const auto error = addWorth(answer, session, *table, *columns, *fit, *histories, *outlook))
            return tl::unexpected(*error);
    }
    answer.json.insert(u"holdout"_s, QJsonValue::Null);
    if (!columns->holdout.empty()) {
        const auto comparison = analytics::compareWithHoldout(*outlook, *histories, columns->sample(), columns->holdout);
        if (!comparison)
            return tl::unexpected(unfittable(comparison.error()));
        answer.json.insert(u"holdout"_s, jsonOf(*comparison));
        answer.lines.append(Cli::tr("In the holdout they made %1; expected were %2").arg(comparison->actual).arg(estimateText(comparison->predicted)));
    }
    if (arguments.has(u"each"_s))
        answer.json.insert(u"customers"_s, eachRow(*table, *histories, *outlook));
    answer.json.insert(u"warnings"_s, warningsJson(std::span<const analytics::Warning>(answer.warnings)));
    return session.output.answer(answer.json, answer.lines + warningLines(std::span<const analytics::Warning>(answer.warnings)));
}

} // namespace lyceum::cli

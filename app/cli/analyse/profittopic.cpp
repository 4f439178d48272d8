// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/factormodel.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::Factor;

constexpr qint64 kMostDraws = 10'000'000;
constexpr qsizetype kMostFactors = 1000;

/// The columns of the table; all but the name may be missing or empty where a row does not need them.
const QStringList kColumns {u"factor"_s, u"value"_s, u"stdError"_s, u"low"_s, u"high"_s, u"kept"_s, u"total"_s, u"share"_s};

struct FactorTable {
    QStringList names;
    std::vector<Factor> factors;
};

Result<std::vector<std::optional<double>>> columnOf(const AnalysisTable& table, const QString& column)
{
    if (!table.columns().contains(column))
        return std::vector<std::optional<double>>(std::size_t(table.rows()));
    return table.numbersOrNone(column);
}

/// What the cells of a row say together: counts are a measured share, a range an assumption, a standard error a measurement.
Factor factorOf(std::optional<double> value, std::optional<double> stdError, std::optional<double> low, std::optional<double> high,
    std::optional<double> kept, std::optional<double> total, bool isShare)
{
    Factor factor;
    if (kept && total) {
        factor = analytics::measuredShare(std::int64_t(*kept), std::int64_t(*total));
    } else if (low && high) {
        factor.spread = value ? Factor::Spread::Triangular : Factor::Spread::Uniform;
        factor.value = value.value_or((*low + *high) / 2);
        factor.low = *low;
        factor.high = *high;
        factor.isAssumed = true;
    } else {
        factor.spread = stdError ? Factor::Spread::Normal : Factor::Spread::Exact;
        factor.value = value.value_or(0);
        factor.stdError = stdError.value_or(0);
    }
    factor.isShare = factor.isShare || isShare;
    return factor;
}

Result<FactorTable> readFactors(const QString& path)
{
    const auto table = AnalysisTable::read(path, {});
    if (!table)
        return tl::unexpected(table.error());
    const auto names = table->texts(u"factor"_s);
    if (!names)
        return tl::unexpected(names.error());
    std::vector<std::vector<std::optional<double>>> cells;
    for (const QString& column : kColumns.mid(1)) {
        auto numbers = columnOf(*table, column);
        if (!numbers)
            return tl::unexpected(numbers.error());
        cells.push_back(*std::move(numbers));
    }
    if (names->isEmpty() || names->size() > kMostFactors)
        return failure(Error::Kind::BadInput, path, names->isEmpty() ? Cli::tr("it has no rows.") : Cli::tr("it has more than %1 factors.").arg(kMostFactors));
    FactorTable factors {*names, {}};
    for (std::size_t row = 0; row < std::size_t(names->size()); ++row) {
        const auto cell = [&](std::size_t column) { return cells[column][row]; };
        const bool hasCounts = cell(4) && cell(5);
        const bool hasRange = cell(2) && cell(3);
        if (!cell(0) && !hasCounts && !hasRange)
            return tl::unexpected(table->errorAt(qsizetype(row), u"value"_s, Cli::tr("a factor has a value, a range of low and high, or counts of kept and total.")));
        factors.factors.push_back(factorOf(cell(0), cell(1), cell(2), cell(3), cell(4), cell(5), cell(6).value_or(0) != 0));
        const auto alone = analytics::productForecast(std::span(&factors.factors.back(), 1), {.seed = 1, .draws = 100, .level = 0.95});
        if (!alone)
            return tl::unexpected(table->errorAt(qsizetype(row), u"factor"_s,
                Cli::tr("its numbers are not those of a factor: a share lies between 0 and 1, a range begins below its end, nothing is below 0.")));
    }
    return factors;
}

Result<ExitCode> runProfit(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto path = arguments.required(u"csv"_s);
    const auto level = levelOf(arguments);
    const auto draws = arguments.number(u"draws"_s, 100, kMostDraws, 20'000);
    const auto seed = arguments.number(u"seed"_s, 0, std::numeric_limits<qint64>::max(), 1);
    if (!path)
        return tl::unexpected(path.error());
    if (!level)
        return tl::unexpected(level.error());
    for (const Result<qint64>* given : {&draws, &seed}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto table = readFactors(*path);
    if (!table)
        return tl::unexpected(table.error());
    const auto forecast = analytics::productForecast(table->factors, {std::uint64_t(*seed), std::int32_t(*draws), *level});
    if (!forecast)
        return failure(Error::Kind::BadInput, *path, Cli::tr("this cannot be computed with."));

    QJsonArray tornado;
    QStringList lines {Cli::tr("The product: %1; at the middle of every factor %2").arg(estimateText(forecast->mean), textNumber(forecast->central)),
        Cli::tr("factor\tat its low end\tat its high end\tknown from")};
    for (const analytics::Swing& swing : forecast->tornado) {
        const QString name = table->names.at(qsizetype(swing.factor));
        const bool isAssumed = table->factors[swing.factor].isAssumed;
        tornado.append(QJsonObject {{u"factor"_s, name}, {u"atLow"_s, swing.atLow}, {u"atHigh"_s, swing.atHigh}, {u"assumed"_s, isAssumed}});
        lines.append(u"%1\t%2\t%3\t%4"_s.arg(
            name, textNumber(swing.atLow), textNumber(swing.atHigh), isAssumed ? Cli::tr("an assumption") : Cli::tr("data")));
    }
    if (std::ranges::any_of(table->factors, &Factor::isAssumed))
        lines.append(Cli::tr("Some factors are assumptions: the interval is that of a belief."));
    return session.output.answer({{u"n"_s, qint64(table->factors.size())}, {u"method"_s, u"monte-carlo-product"_s}, {u"level"_s, forecast->level},
                                     {u"draws"_s, forecast->draws}, {u"seed"_s, qint64(forecast->seed)}, {u"central"_s, forecast->central},
                                     {u"product"_s, estimateJson(forecast->mean)}, {u"median"_s, forecast->median}, {u"tornado"_s, tornado},
                                     {u"warnings"_s, warningsJson(std::span<const analytics::Warning>(forecast->warnings))}},
        lines);
}

} // namespace

Command profitTopic()
{
    return {u"profit"_s, {}, Cli::tr("What a product of uncertain factors comes to, as profit does, and which factor matters most."),
        {u"printf 'factor,value,low,high,kept,total\\nreached,1000,,,,\\nconversion,,,,12,240\\nretention,0.8,0.7,0.9,,\\nspend,30,20,45,,\\n' > factors.csv && "
         "lyceum-cli analyse profit --csv factors.csv --json"_s},
        {csvOption(Cli::tr("A table with a header: factor, value, stdError, low, high, kept, total, share (1 where it is one); one factor a row.")),
            {u"draws"_s, u"COUNT"_s, Cli::tr("How many random draws."), u"20000"_s}, {u"seed"_s, u"SEED"_s, Cli::tr("The same seed gives the same draws."), u"1"_s},
            levelOption()},
        runProfit, {}};
}

} // namespace lyceum::cli

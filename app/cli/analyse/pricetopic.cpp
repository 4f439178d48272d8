// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/pricechange.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

constexpr qint64 kMostMoney = 1'000'000'000'000;

Result<ExitCode> runPrice(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto path = arguments.required(u"csv"_s);
    const auto price = arguments.required(u"price"_s);
    const auto quantity = arguments.required(u"quantity"_s);
    const auto level = levelOf(arguments);
    for (const Result<QString>* given : {&path, &price, &quantity}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    if (!level)
        return tl::unexpected(level.error());
    const auto members = realNumberOf(arguments, u"members"_s, 0, 1e12, -1);
    const auto oldPrice = arguments.number(u"from"_s, 1, kMostMoney, 0);
    const auto newPrice = arguments.number(u"to"_s, 1, kMostMoney, 0);
    if (!members)
        return tl::unexpected(members.error());
    for (const Result<qint64>* given : {&oldPrice, &newPrice}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const bool asks = arguments.has(u"members"_s) || arguments.has(u"from"_s) || arguments.has(u"to"_s);
    if (asks && !(*members >= 0 && *oldPrice > 0 && *newPrice > 0))
        return usage(Cli::tr("--members, --from and --to go together: what would a new price do?"));

    const auto table = AnalysisTable::read(*path, {*price, *quantity});
    if (!table)
        return tl::unexpected(table.error());
    constexpr double kLeast = 1e-9;
    const auto prices = table->numbers(*price, {kLeast});
    const auto quantities = table->numbers(*quantity, {kLeast});
    for (const auto* column : {&prices, &quantities}) {
        if (!*column)
            return tl::unexpected(column->error());
    }
    const auto elasticity = analytics::priceElasticity(*prices, *quantities, *level);
    if (!elasticity) {
        return failure(Error::Kind::BadInput, *path,
            elasticity.error().kind == analytics::AnalyticsError::Kind::NoVariation ? Cli::tr("all its prices are the same.")
                                                                                    : Cli::tr("it has too few rows for this method."));
    }
    std::vector<analytics::Warning> warnings = elasticity->warnings;
    QJsonValue change(QJsonValue::Null);
    QStringList lines {Cli::tr("A price one percent higher goes with a change in members of %1 percent.").arg(estimateText(elasticity->value))};
    if (asks) {
        const auto whatIf = analytics::priceChange(*members, *oldPrice, *newPrice, elasticity->value);
        if (!whatIf)
            return failure(Error::Kind::BadInput, *path, Cli::tr("this cannot be computed with."));
        change = QJsonObject {{u"from"_s, *oldPrice}, {u"to"_s, *newPrice}, {u"members"_s, estimateJson(whatIf->members)},
            {u"revenue"_s, estimateJson(whatIf->revenue)}, {u"revenueChange"_s, estimateJson(whatIf->revenueChange)},
            {u"breakEvenLoss"_s, whatIf->breakEvenLoss}};
        lines += {Cli::tr("Members at the new price: %1").arg(estimateText(whatIf->members)),
            Cli::tr("Revenue, and its change: %1; %2").arg(estimateText(whatIf->revenue), estimateText(whatIf->revenueChange)),
            Cli::tr("Revenue stays the same when this share of the members leaves: %1").arg(textNumber(whatIf->breakEvenLoss))};
        for (const analytics::Warning warning : whatIf->warnings) {
            if (std::ranges::find(warnings, warning) == warnings.end())
                warnings.push_back(warning);
        }
    }
    lines += warningLines(std::span<const analytics::Warning>(warnings));
    return session.output.answer(
        {{u"n"_s, qint64(elasticity->n)}, {u"method"_s, u"constant-elasticity"_s}, {u"level"_s, elasticity->level},
            {u"elasticity"_s, estimateJson(elasticity->value)}, {u"r2"_s, elasticity->r2}, {u"change"_s, change},
            {u"warnings"_s, warningsJson(std::span<const analytics::Warning>(warnings))}},
        lines);
}

} // namespace

Command priceTopic()
{
    return {u"price"_s, {}, Cli::tr("How demand answers to price, and what a new price would do."),
        {u"printf 'price,signups\\n500,120\\n700,95\\n900,80\\n1200,55\\n' > prices.csv && "
         "lyceum-cli analyse price --csv prices.csv --price price --quantity signups --members 300 --from 700 --to 900 --json"_s},
        {csvOption(Cli::tr("A table with a header, one price that was tried a row.")),
            {u"price"_s, u"COLUMN"_s, Cli::tr("The price."), {}},
            {u"quantity"_s, u"COLUMN"_s, Cli::tr("Members at it, or sign-ups in equal times."), {}},
            {u"members"_s, u"COUNT"_s, Cli::tr("For a what-if: members at the old price."), {}},
            {u"from"_s, u"PRICE"_s, Cli::tr("For a what-if: the old price in minor units."), {}},
            {u"to"_s, u"PRICE"_s, Cli::tr("For a what-if: the new price in minor units."), {}}, levelOption()},
        runPrice, {}};
}

} // namespace lyceum::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/channelreturns.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <map>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::ChannelPeriod;

QJsonValue proportionJson(const std::optional<analytics::Proportion>& share)
{
    if (!share)
        return QJsonValue::Null;
    return QJsonObject {{u"value"_s, share->estimate}, {u"low"_s, share->low}, {u"high"_s, share->high}, {u"kept"_s, qint64(share->kept)},
        {u"total"_s, qint64(share->total)}};
}

/// The periods of each channel, in order; those between that have no row were without anything.
using Periods = std::map<std::uint32_t, std::map<std::int64_t, ChannelPeriod>>;

Result<Periods> readPeriods(const Arguments& arguments, const AnalysisTable& table, const Levels& channels)
{
    constexpr std::int64_t kMost = std::int64_t(1) << 53U;
    constexpr std::int64_t kLastPeriod = 10'000;
    const auto column = [&](const QString& option, std::int64_t low) -> Result<std::vector<std::int64_t>> {
        const QString name = arguments.value(option);
        if (name.isEmpty())
            return std::vector<std::int64_t>(std::size_t(table.rows()));
        return table.wholeNumbers(name, low, kMost);
    };
    const auto periods = table.wholeNumbers(arguments.value(u"period"_s), 1, kLastPeriod);
    const auto costs = column(u"cost"_s, 0);
    const auto visitors = column(u"visitors"_s, 0);
    const auto signUps = column(u"signups"_s, 0);
    const auto payers = column(u"payers"_s, 0);
    const auto margins = column(u"margin"_s, -kMost);
    for (const auto* read : {&periods, &costs, &visitors, &signUps, &payers, &margins}) {
        if (!*read)
            return tl::unexpected(read->error());
    }
    Periods answer;
    for (std::size_t row = 0; row < periods->size(); ++row) {
        const auto [place, isNew] = answer[channels.codes[row]].try_emplace((*periods)[row],
            ChannelPeriod {(*costs)[row], (*visitors)[row], (*signUps)[row], (*payers)[row], (*margins)[row]});
        if (!isNew)
            return tl::unexpected(table.errorAt(qsizetype(row), arguments.value(u"period"_s), Cli::tr("this channel has that period twice.")));
    }
    return answer;
}

Result<ExitCode> runChannels(const Session& session)
{
    const Arguments& arguments = session.arguments;
    QStringList wanted;
    for (const QString& option : {u"csv"_s, u"channel"_s, u"period"_s, u"cost"_s, u"signups"_s, u"payers"_s, u"margin"_s}) {
        const auto given = arguments.required(option);
        if (!given)
            return tl::unexpected(given.error());
        if (option != "csv"_L1)
            wanted.append(*given);
    }
    const auto level = levelOf(arguments);
    if (!level)
        return tl::unexpected(level.error());
    const auto table = AnalysisTable::read(arguments.value(u"csv"_s), wanted + QStringList {arguments.value(u"visitors"_s)});
    if (!table)
        return tl::unexpected(table.error());
    const auto channels = table->levels(arguments.value(u"channel"_s));
    if (!channels)
        return tl::unexpected(channels.error());
    const auto periods = readPeriods(arguments, *table, *channels);
    if (!periods)
        return tl::unexpected(periods.error());
    if (periods->empty())
        return failure(Error::Kind::BadInput, arguments.value(u"csv"_s), Cli::tr("it has no rows."));

    QJsonArray array;
    QStringList lines {Cli::tr("channel\tcost\tsign-ups that pay\tcost per payer\treturned\tpaid back in period")};
    for (const auto& [code, byPeriod] : *periods) {
        std::vector<ChannelPeriod> series(std::size_t(byPeriod.rbegin()->first));
        for (const auto& [period, each] : byPeriod)
            series[std::size_t(period - 1)] = each;
        const auto channel = analytics::channelReturn(series, *level);
        if (!channel)
            return failure(Error::Kind::BadInput, arguments.value(u"csv"_s), Cli::tr("these amounts are too large to be added exactly."));
        const QString name = channels->names.at(qsizetype(code));
        array.append(QJsonObject {{u"channel"_s, name}, {u"periods"_s, channel->periods}, {u"cost"_s, qint64(channel->cost)},
            {u"margin"_s, qint64(channel->margin)}, {u"signUpRate"_s, proportionJson(channel->signUpRate)},
            {u"payRate"_s, proportionJson(channel->payRate)}, {u"costPerSignUp"_s, estimateJson(channel->costPerSignUp)},
            {u"costPerPayer"_s, estimateJson(channel->costPerPayer)}, {u"returned"_s, jsonNumber(channel->returned)},
            {u"paybackPeriod"_s, channel->paybackPeriod ? QJsonValue(*channel->paybackPeriod) : QJsonValue(QJsonValue::Null)},
            {u"warnings"_s, warningsJson(std::span<const analytics::Warning>(channel->warnings))}});
        lines.append(u"%1\t%2\t%3\t%4\t%5\t%6"_s.arg(name, QString::number(channel->cost),
            textNumber(channel->payRate ? std::optional(channel->payRate->estimate) : std::nullopt),
            channel->costPerPayer ? estimateText(*channel->costPerPayer) : u"-"_s, textNumber(channel->returned),
            channel->paybackPeriod ? QString::number(*channel->paybackPeriod) : u"-"_s));
    }
    return session.output.answer(
        {{u"n"_s, table->rows()}, {u"method"_s, u"channel-returns"_s}, {u"level"_s, *level}, {u"channels"_s, array}}, lines);
}

} // namespace

Command channelsTopic()
{
    return {u"channels"_s, {}, Cli::tr("What a channel or campaign costs and brings, and when it had paid for itself."),
        {u"printf 'channel,month,cost,signups,payers,margin\\nAd,1,50000,40,12,9000\\nAd,2,0,5,3,30000\\nAd,3,0,0,0,28000\\nFriends,1,0,9,6,5000\\n' > channels.csv && "
         "lyceum-cli analyse channels --csv channels.csv --channel channel --period month --cost cost --signups signups --payers payers --margin margin --json"_s},
        {csvOption(Cli::tr("A table with a header, one period of a channel a row.")),
            {u"channel"_s, u"COLUMN"_s, Cli::tr("Which channel or campaign."), {}},
            {u"period"_s, u"COLUMN"_s, Cli::tr("Which period since it began, from 1."), {}},
            {u"cost"_s, u"COLUMN"_s, Cli::tr("What it cost in the period, in minor units."), {}},
            {u"visitors"_s, u"COLUMN"_s, Cli::tr("Who came through it, where that was counted."), {}},
            {u"signups"_s, u"COLUMN"_s, Cli::tr("Who signed up through it."), {}},
            {u"payers"_s, u"COLUMN"_s, Cli::tr("Who of them paid for the first time."), {}},
            {u"margin"_s, u"COLUMN"_s, Cli::tr("What its payers brought, less what serving them cost, in minor units."), {}}, levelOption()},
        runChannels, {}};
}

} // namespace lyceum::cli

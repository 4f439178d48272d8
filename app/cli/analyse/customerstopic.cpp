// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/customersanswer.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

Result<ExitCode> runCustomers(const Session& session)
{
    const auto model = session.arguments.oneOf(u"model"_s, {u"bgnbd"_s, u"paretonbd"_s, u"bgbb"_s, u"sbg"_s});
    if (!model)
        return tl::unexpected(model.error());
    return *model == "sbg"_L1 ? runRenewals(session) : runBuying(session);
}

} // namespace

QJsonObject fitJson(const analytics::LikelihoodFit& fit, const QStringList& names)
{
    QJsonObject parameters;
    for (qsizetype i = 0; i < names.size(); ++i)
        parameters.insert(names.at(i), estimateJson(fit.estimates.at(std::size_t(i))));
    return {{u"n"_s, qint64(fit.n)}, {u"method"_s, u"maximum-likelihood"_s}, {u"level"_s, fit.level},
        {u"logLikelihood"_s, jsonNumber(fit.logLikelihood)}, {u"converged"_s, fit.converged}, {u"parameters"_s, parameters},
        {u"warnings"_s, warningsJson(std::span(fit.warnings))}};
}

QStringList fitLines(const analytics::LikelihoodFit& fit, const QStringList& names)
{
    QStringList lines {Cli::tr("%1 customers; log-likelihood %2").arg(fit.n).arg(QString::number(fit.logLikelihood, 'f', 3))};
    for (qsizetype i = 0; i < names.size(); ++i)
        lines.append(u"%1\t%2"_s.arg(names.at(i), estimateText(fit.estimates.at(std::size_t(i)))));
    return lines;
}

Error unfittable(const analytics::AnalyticsError& error)
{
    using enum analytics::AnalyticsError::Kind;
    switch (error.kind) {
    case TooFew:
        return {Error::Kind::BadInput, u"--csv"_s, Cli::tr("there are too few customers to fit anything to.")};
    case NoVariation:
        return {Error::Kind::BadInput, u"--csv"_s, Cli::tr("all customers did the same, so that no fit is the best.")};
    case TooLarge:
        return {Error::Kind::BadInput, u"--horizon"_s, Cli::tr("the numbers or the time are too large to be computed with.")};
    case BadRange:
        return {Error::Kind::BadInput, u"--horizon"_s, Cli::tr("this model does not take that time.")};
    case NotConverged:
        return {Error::Kind::BadInput, u"--csv"_s, Cli::tr("no parameters were found that fit these customers.")};
    default:
        return {Error::Kind::BadInput, u"--csv"_s, Cli::tr("this cannot be computed with.")};
    }
}

Result<Uncertainty> uncertaintyOf(const Arguments& arguments)
{
    const auto discount = realNumberOf(arguments, u"discount"_s, 0, 10, 0);
    const auto draws = arguments.number(u"draws"_s, 0, 100'000, 0);
    const auto seed = arguments.number(u"seed"_s, 0, std::numeric_limits<qint64>::max(), 1);
    if (!discount)
        return tl::unexpected(discount.error());
    for (const Result<qint64>* given : {&draws, &seed}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    constexpr qint64 kFewest = 100;
    if (*draws != 0 && *draws < kFewest)
        return usage(Cli::tr("--draws is 0, or at least 100."));
    return Uncertainty {*discount, int(*draws), std::uint64_t(*seed)};
}

Command customersTopic()
{
    return {u"customers"_s, {}, Cli::tr("Who buys or renews again, who is still there, and what they are worth."),
        {u"printf 'cohort,period,left\\n2024,0,1000\\n2024,1,631\\n2024,2,468\\n2024,3,382\\n2025,0,800\\n2025,1,510\\n' > renewals.csv && "
         "lyceum-cli analyse customers --csv renewals.csv --model sbg --cohort cohort --period period --survivors left --discount 0.1 --json"_s},
        {csvOption(Cli::tr("A table with a header: one customer a row, or with sbg one cohort and period.")),
            {u"model"_s, u"bgnbd|paretonbd|bgbb|sbg"_s, Cli::tr("What customers do: buy when they like, at chances (bgbb), or renew (sbg)."), u"bgnbd"_s},
            {u"frequency"_s, u"COLUMN"_s, Cli::tr("Repeat purchases: all but the first."), {}},
            {u"recency"_s, u"COLUMN"_s, Cli::tr("Time from the first purchase to the last; 0 without a repeat."), {}},
            {u"age"_s, u"COLUMN"_s, Cli::tr("Time from the first purchase to the end of observation, in the same unit."), {}},
            {u"weight"_s, u"COLUMN"_s, Cli::tr("How many customers a row stands for."), {}},
            {u"monetary"_s, u"COLUMN"_s, Cli::tr("Mean value of the repeat purchases: adds what customers are worth."), {}},
            {u"holdout"_s, u"COLUMN"_s, Cli::tr("Purchases within the horizon after the age: compares them with what was expected."), {}},
            {u"each"_s, {}, Cli::tr("Say it for every row as well."), {}},
            {u"cohort"_s, u"COLUMN"_s, Cli::tr("With sbg: the cohort's name."), {}},
            {u"period"_s, u"COLUMN"_s, Cli::tr("With sbg: renewals since the cohort began, from 0; with --due the renewal's number, from 1."), {}},
            {u"survivors"_s, u"COLUMN"_s, Cli::tr("With sbg: customers of the cohort that are left."), {}},
            {u"due"_s, u"COLUMN"_s, Cli::tr("With sbg, instead of cohorts: renewals that were due and decided."), {}},
            {u"renewed"_s, u"COLUMN"_s, Cli::tr("With sbg: how many of those due were renewed."), {}},
            {u"horizon"_s, u"TIME"_s, Cli::tr("How far ahead, in the unit of the ages; with sbg how many renewals."), {}},
            {u"discount"_s, u"RATE"_s, Cli::tr("Interest a unit of time, 0.1 for a tenth."), u"0"_s},
            {u"draws"_s, u"COUNT"_s, Cli::tr("Make intervals by so many random draws instead of the delta method."), u"0"_s},
            {u"seed"_s, u"NUMBER"_s, Cli::tr("The same seed gives the same draws."), u"1"_s},
            levelOption()},
        runCustomers, {}};
}

} // namespace lyceum::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customers/sbg.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/customersanswer.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <map>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

constexpr std::int64_t kMostRenewals = 10'000;
constexpr std::int64_t kMostCustomers = 1'000'000'000'000;

const QStringList& parameterNames()
{
    static const QStringList names {u"alpha"_s, u"beta"_s};
    return names;
}

/// From rows of cohort, period and how many are left; periods of a cohort in any order, without a gap.
Result<analytics::Renewals> renewalsByCohort(const Arguments& arguments, const AnalysisTable& table)
{
    const QString cohort = arguments.value(u"cohort"_s);
    const QString period = arguments.value(u"period"_s);
    const auto cohorts = table.levels(cohort);
    const auto periods = table.wholeNumbers(period, 0, kMostRenewals);
    const auto left = table.wholeNumbers(arguments.value(u"survivors"_s), 0, kMostCustomers);
    if (!cohorts)
        return tl::unexpected(cohorts.error());
    for (const auto* numbers : {&periods, &left}) {
        if (!*numbers)
            return tl::unexpected(numbers->error());
    }
    std::vector<std::map<std::int64_t, qsizetype>> rows(std::size_t(cohorts->names.size())); // of each cohort, by period
    for (qsizetype row = 0; row < table.rows(); ++row) {
        const auto i = std::size_t(row);
        if (!rows.at(cohorts->codes.at(i)).emplace(periods->at(i), row).second)
            return tl::unexpected(table.errorAt(row, period, Cli::tr("this cohort has that period twice.")));
    }
    std::vector<std::vector<std::int64_t>> survivors;
    for (const auto& byPeriod : rows) {
        std::vector<std::int64_t> one;
        for (const auto& [number, row] : byPeriod) {
            if (number != std::int64_t(one.size()))
                return tl::unexpected(table.errorAt(row, period, Cli::tr("this cohort has no row of the period before.")));
            one.push_back(left->at(std::size_t(row)));
            if (one.size() > 1 && one.back() > one.at(one.size() - 2))
                return tl::unexpected(table.errorAt(row, arguments.value(u"survivors"_s), Cli::tr("these are more than a period before.")));
        }
        survivors.push_back(std::move(one));
    }
    const auto renewals = analytics::renewalsOf(survivors);
    if (!renewals)
        return tl::unexpected(unfittable(renewals.error()));
    return *renewals;
}

/// From rows of a renewal's number, how many were due and how many of them renewed; numbers may repeat.
Result<analytics::Renewals> renewalsByNumber(const Arguments& arguments, const AnalysisTable& table)
{
    const QString renewedColumn = arguments.value(u"renewed"_s);
    const auto numbers = table.wholeNumbers(arguments.value(u"period"_s), 1, kMostRenewals);
    const auto due = table.wholeNumbers(arguments.value(u"due"_s), 0, kMostCustomers);
    const auto renewed = table.wholeNumbers(renewedColumn, 0, kMostCustomers);
    for (const auto* column : {&numbers, &due, &renewed}) {
        if (!*column)
            return tl::unexpected(column->error());
    }
    analytics::Renewals renewals;
    for (std::size_t row = 0; row < numbers->size(); ++row) {
        const auto number = std::size_t(numbers->at(row));
        if (renewed->at(row) > due->at(row))
            return tl::unexpected(table.errorAt(qsizetype(row), renewedColumn, Cli::tr("this is more than were due.")));
        if (renewals.due.size() < number) {
            renewals.due.resize(number);
            renewals.renewed.resize(number);
        }
        if (renewals.due.at(number - 1) > kMostCustomers - due->at(row))
            return tl::unexpected(table.errorAt(qsizetype(row), arguments.value(u"due"_s), Cli::tr("these are too many.")));
        renewals.due.at(number - 1) += due->at(row);
        renewals.renewed.at(number - 1) += renewed->at(row);
    }
    return renewals;
}

} // namespace

Result<ExitCode> runRenewals(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const bool byNumber = arguments.has(u"due"_s);
    const QStringList names = byNumber ? QStringList {u"period"_s, u"due"_s, u"renewed"_s} : QStringList {u"cohort"_s, u"period"_s, u"survivors"_s};
    const auto path = arguments.required(u"csv"_s);
    const auto horizon = arguments.number(u"horizon"_s, 0, kMostRenewals, 12);
    const auto level = levelOf(arguments);
    const auto uncertainty = uncertaintyOf(arguments);
    if (!path)
        return tl::unexpected(path.error());
    if (!horizon)
        return tl::unexpected(horizon.error());
    if (!level)
        return tl::unexpected(level.error());
    if (!uncertainty)
        return tl::unexpected(uncertainty.error());
    QStringList columns;
    for (const QString& name : names) {
        const auto column = arguments.required(name);
        if (!column)
            return tl::unexpected(column.error());
        columns.append(*column);
    }
    const auto table = AnalysisTable::read(*path, columns);
    if (!table)
        return tl::unexpected(table.error());
    const auto renewals = byNumber ? renewalsByNumber(arguments, *table) : renewalsByCohort(arguments, *table);
    if (!renewals)
        return tl::unexpected(renewals.error());
    const auto fit = analytics::fitSbg(*renewals, {*level, {}});
    if (!fit)
        return tl::unexpected(unfittable(fit.error()));
    const auto curve = analytics::sbgCurve(*fit, *renewals, {*horizon, uncertainty->draws, uncertainty->seed});
    if (!curve)
        return tl::unexpected(unfittable(curve.error()));

    QJsonObject json = fitJson(fit->fit, parameterNames());
    QStringList lines = fitLines(fit->fit, parameterNames());
    QJsonArray rows;
    lines.append(Cli::tr("renewal\tleft\trenew\tobserved"));
    for (const analytics::SbgRow& row : *curve) {
        rows.append(QJsonObject {{u"renewal"_s, qint64(row.renewal)}, {u"survival"_s, estimateJson(row.survival)},
            {u"retention"_s, estimateJson(row.retention)},
            {u"observed"_s, jsonNumber(row.observed)}, {u"extrapolated"_s, row.extrapolated}});
        lines.append(u"%1\t%2\t%3\t%4"_s.arg(row.renewal).arg(estimateText(row.survival), row.retention ? estimateText(*row.retention) : u"-"_s, textNumber(row.observed)));
    }
    QJsonArray residual;
    if (uncertainty->discount > 0) {
        for (std::int64_t number = 1; number <= fit->observedRenewals + 1; ++number) {
            const auto of = [&](std::span<const double> p) { return analytics::discountedRenewals({p[0], p[1]}, number, uncertainty->discount); };
            const analytics::Estimate estimate = analytics::derivedEstimate(fit->fit, of, analytics::Scale::Positive);
            residual.append(QJsonObject {{u"renewal"_s, qint64(number)}, {u"payments"_s, estimateJson(estimate)}});
            lines.append(Cli::tr("Payments still to come, discounted, when renewal %1 is due: %2").arg(number).arg(estimateText(estimate)));
        }
    }
    std::vector<analytics::Warning> warnings = fit->fit.warnings;
    if (*horizon > fit->observedRenewals || !residual.isEmpty())
        warnings.push_back(analytics::Warning::Extrapolating);
    json.insert(u"model"_s, u"sbg"_s);
    json.insert(u"observedRenewals"_s, qint64(fit->observedRenewals));
    json.insert(u"discount"_s, uncertainty->discount);
    json.insert(u"interval"_s, uncertainty->draws > 0 ? u"bootstrap"_s : u"delta"_s);
    json.insert(u"curve"_s, rows);
    json.insert(u"residualLifetime"_s, residual);
    json.insert(u"warnings"_s, warningsJson(std::span<const analytics::Warning>(warnings)));
    return session.output.answer(json, lines + warningLines(std::span<const analytics::Warning>(warnings)));
}

} // namespace lyceum::cli

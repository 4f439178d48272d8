// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/churn/riskmodel.h"

#include "analytics/churn/validationparts.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// A model as it is learned from some rows, without a look at others.
struct Learned {
    LogisticFit fit;
    Calibration calibration;
    std::vector<double> strengths;
    std::vector<double> heldOutLogLoss;
};

/// Log-odds of every row, from fits that did not see its inner fold.
tl::expected<std::vector<double>, AnalyticsError> heldOutLogOdds(
    const RiskSample& sample, const ValidationParts& folds, const LogisticOptions& options)
{
    std::vector<double> logOdds(sample.rows());
    for (std::uint32_t fold = 0; fold < folds.count; ++fold) {
        const OwnedSample learned = rowsOf(sample, folds, fold, /*tested=*/false);
        const OwnedSample tested = rowsOf(sample, folds, fold, /*tested=*/true);
        const auto fit = fitLogistic(learned.sample(), options);
        if (!fit)
            return tl::unexpected(fit.error());
        const auto predicted = logOddsOf(*fit, tested.features, tested.outcomes.size());
        if (!predicted)
            return tl::unexpected(predicted.error());
        for (std::size_t i = 0; i < tested.rows.size(); ++i)
            logOdds[tested.rows[i]] = (*predicted)[i];
    }
    return logOdds;
}

double logLossOf(std::span<const double> logOdds, std::span<const std::uint8_t> outcomes)
{
    double sum = 0;
    for (std::size_t i = 0; i < logOdds.size(); ++i) {
        const double wrong = outcomes[i] ? -logOdds[i] : logOdds[i];
        sum += std::max(wrong, 0.0) + std::log1p(std::exp(-std::abs(wrong)));
    }
    return sum / double(logOdds.size());
}

/// Finds strength and calibration in folds of this sample, then fits to all of it.
tl::expected<Learned, AnalyticsError> learn(const RiskSample& sample, std::span<const std::uint32_t> groups, const RiskOptions& options)
{
    Learned learned;
    LogisticOptions fitting;
    fitting.penalty = options.penalty;
    fitting.strength = options.strength.value_or(1);
    fitting.level = options.level;
    const bool searches = options.penalty == LogisticPenalty::Ridge && !options.strength;
    std::vector<double> best;
    if (searches || options.calibration != CalibrationMethod::None) {
        // A sample that cannot be fitted at all says so itself, not by way of a fold; any strength tells.
        LogisticOptions trial = fitting;
        trial.strength = searches ? strengthGrid().front() : fitting.strength;
        if (const auto possible = fitLogistic(sample, trial); !possible)
            return tl::unexpected(possible.error());
        const auto folds = splitEvenly(sample, options.innerFolds, options.seed, groups);
        if (!folds)
            return tl::unexpected(folds.error());
        if (searches)
            learned.strengths = strengthGrid();
        for (const double strength : searches ? learned.strengths : std::vector<double> {fitting.strength}) {
            LogisticOptions tried = fitting;
            tried.strength = strength;
            auto logOdds = heldOutLogOdds(sample, *folds, tried);
            if (!logOdds)
                return tl::unexpected(logOdds.error());
            const double loss = logLossOf(*logOdds, sample.outcomes);
            if (searches)
                learned.heldOutLogLoss.push_back(loss);
            // The stronger of equals, which comes first.
            if (best.empty() || loss < logLossOf(best, sample.outcomes)) {
                best = *std::move(logOdds);
                fitting.strength = strength;
            }
        }
        const auto calibration = calibrate(options.calibration, best, sample.outcomes);
        if (!calibration)
            return tl::unexpected(calibration.error());
        learned.calibration = *calibration;
    }
    auto fit = fitLogistic(sample, fitting);
    if (!fit)
        return tl::unexpected(fit.error());
    learned.fit = *std::move(fit);
    return learned;
}

void addWarnings(std::vector<Warning>& all, const std::vector<Warning>& more)
{
    all.insert(all.end(), more.begin(), more.end());
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
}

tl::expected<void, AnalyticsError> addTested(RiskValidation& validation, std::vector<double>& ranking, const RiskSample& sample,
    const ValidationParts& parts, std::uint32_t part, const RiskOptions& options)
{
    const OwnedSample learning = rowsOf(sample, parts, part, /*tested=*/false);
    const OwnedSample tested = rowsOf(sample, parts, part, /*tested=*/true);
    const std::vector<std::uint32_t> groups = groupsOf(options.groups, learning.rows);
    const auto learned = learn(learning.sample(), groups, options);
    if (!learned)
        return tl::unexpected(learned.error());
    const auto logOdds = logOddsOf(learned->fit, tested.features, tested.outcomes.size());
    if (!logOdds)
        return tl::unexpected(logOdds.error());
    for (std::size_t i = 0; i < tested.rows.size(); ++i) {
        ranking[tested.rows[i]] = calibrated(learned->calibration, (*logOdds)[i]);
        validation.rows.push_back(tested.rows[i]);
    }
    validation.strengths.push_back(learned->fit.strength);
    addWarnings(validation.warnings, learned->fit.warnings);
    return {};
}

/// Tests every part that is to be tested, and scores what came of it.
tl::expected<RiskValidation, AnalyticsError> validate(const RiskSample& sample, const ValidationParts& parts, const RiskOptions& options)
{
    RiskValidation validation;
    std::vector<double> predicted(sample.rows());
    for (std::uint32_t part = parts.isByTime ? 1 : 0; part < (parts.isByTime ? 2 : parts.count); ++part) {
        if (const auto done = addTested(validation, predicted, sample, parts, part, options); !done)
            return tl::unexpected(done.error());
    }
    std::ranges::sort(validation.rows);
    std::vector<std::uint8_t> outcomes;
    for (const std::size_t row : validation.rows) {
        validation.probabilities.push_back(predicted[row]);
        outcomes.push_back(sample.outcomes[row]);
    }
    const auto auc = discrimination(validation.probabilities, outcomes, options.level);
    const auto score = scoreProbabilities(validation.probabilities, outcomes, options.bins, options.level);
    const auto lift = liftCurve(validation.probabilities, outcomes);
    if (!auc)
        return tl::unexpected(auc.error());
    if (!score)
        return tl::unexpected(score.error());
    if (!lift)
        return tl::unexpected(lift.error());
    validation.discrimination = *auc;
    validation.score = *score;
    validation.lift = *lift;
    if (auc->events < 30)
        addWarnings(validation.warnings, {Warning::TooFew});
    return validation;
}

} // namespace

std::vector<double> strengthGrid()
{
    std::vector<double> grid;
    for (int power = 4; power >= -3; --power)
        grid.push_back(std::pow(10.0, power));
    return grid;
}

tl::expected<RiskModel, AnalyticsError> makeRiskModel(
    const RiskSample& sample, const ValidationParts& parts, const RiskOptions& options)
{
    if (const auto good = check(sample); !good)
        return tl::unexpected(good.error());
    if (const auto good = check(parts, sample.rows()); !good)
        return tl::unexpected(good.error());
    if (!options.groups.empty() && options.groups.size() != sample.rows())
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(options.groups.size(), sample.rows())});
    auto learned = learn(sample, options.groups, options);
    if (!learned)
        return tl::unexpected(learned.error());
    auto validation = validate(sample, parts, options);
    if (!validation)
        return tl::unexpected(validation.error());
    RiskModel model;
    model.fit = std::move(learned->fit);
    model.method = options.calibration;
    model.calibration = std::move(learned->calibration);
    model.strengths = std::move(learned->strengths);
    model.heldOutLogLoss = std::move(learned->heldOutLogLoss);
    model.validation = *std::move(validation);
    addWarnings(model.warnings, model.fit.warnings);
    addWarnings(model.warnings, model.validation.warnings);
    return model;
}

tl::expected<double, AnalyticsError> riskOf(const RiskModel& model, std::span<const double> values)
{
    const auto reasons = reasonsOf(model.fit, values);
    if (!reasons)
        return tl::unexpected(reasons.error());
    return calibrated(model.calibration, reasons->logOdds);
}

} // namespace lyceum::analytics

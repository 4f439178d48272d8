// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/experiment/betabinomial.h"
#include "analytics/experiment/fisherexact.h"
#include "analytics/experiment/groupsequential.h"
#include "analytics/experiment/mannwhitney.h"
#include "analytics/experiment/mantelhaenszel.h"
#include "analytics/experiment/means.h"
#include "analytics/experiment/mixturesprt.h"
#include "analytics/experiment/proportiontests.h"
#include "analytics/experiment/verdict.h"

#include <QJsonObject>
#include <QStringList>

namespace lyceum::cli {

/// What was asked of an experiment's data, besides its columns.
struct ExperimentQuestion {
    enum class Sequential { None, MixtureSprt, OBrienFleming, Pocock };

    bool isNumeric = false; ///< else outcomes are flags, 1 or 0
    Sequential sequential = Sequential::None;
    int looks = 5;
    double effect = 0; ///< the mixture SPRT's tau
    std::optional<std::int64_t> plannedSize;
    double level = 0.95;
};

/// The rows of an experiment, in the order in which the members came.
struct ExperimentData {
    QStringList variants; ///< the first is the control
    std::vector<double> weights; ///< planned shares, one a variant
    std::vector<std::uint32_t> arms; ///< index in the variants, one a row
    std::vector<double> outcomes;
    std::vector<double> before; ///< empty without the column
    std::vector<std::uint32_t> strata; ///< empty without the column
    std::size_t stratumCount = 0;
};

/// One planned look.
struct ExperimentLook {
    std::int64_t n = 0; ///< members of all variants
    double information = 0;
    double bound = 0;
    std::optional<double> z; ///< missing where the outcome did not vary yet
    analytics::Estimate difference; ///< with the interval that holds at all looks together
    bool stopped = false;
};

/// A treatment beside the control.
struct ExperimentComparison {
    std::size_t arm = 0;
    std::optional<analytics::ProportionComparison> shares;
    std::optional<analytics::FisherTest> fisher;
    std::optional<analytics::StratifiedComparison> strata;
    std::optional<analytics::WelchTest> welch;
    std::optional<analytics::CupedTest> cuped;
    std::optional<analytics::MannWhitneyTest> ranks;
    std::optional<analytics::AlwaysValid> alwaysValid;
    std::vector<ExperimentLook> looks; ///< those reached, up to the one that stopped
    QString method; ///< whose p and interval the verdict goes by
    analytics::Estimate difference;
    std::optional<double> p; ///< missing for planned looks, where bounds decide
    std::optional<double> adjustedP; ///< Holm's over the treatments
    analytics::ExperimentVerdict verdict;
};

struct ExperimentAnswer {
    std::vector<analytics::Estimate> arms; ///< share or mean of each variant; for shares Wilson's interval
    std::vector<analytics::ArmCounts> counts; ///< without events for numeric outcomes
    std::vector<analytics::PosteriorArm> posterior; ///< of shares
    analytics::SampleRatioTest sampleRatio;
    std::vector<ExperimentComparison> comparisons; ///< of the treatments that have members, unless the control has none
    std::vector<analytics::Warning> warnings;
};

[[nodiscard]] tl::expected<ExperimentAnswer, analytics::AnalyticsError> answerOf(
    const ExperimentData& data, const ExperimentQuestion& question);

[[nodiscard]] QJsonObject jsonOf(const ExperimentData& data, const ExperimentQuestion& question, const ExperimentAnswer& answer);
[[nodiscard]] QStringList linesOf(const ExperimentData& data, const ExperimentAnswer& answer);

} // namespace lyceum::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/experimentanswer.h"

#include "analytics/holm.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::AnalyticsError;
using analytics::ArmCounts;
using analytics::Estimate;
using Sequential = ExperimentQuestion::Sequential;

/// Some rows of an experiment, of two variants: the control's and the treatment's.
struct Pair {
    std::array<ArmCounts, 2> counts;
    std::array<std::vector<double>, 2> outcomes; ///< of numeric ones
    std::array<std::vector<double>, 2> before;
};

/// The first `rows` rows, as far as they are of the control or this treatment.
Pair pairOf(const ExperimentData& data, std::size_t arm, std::size_t rows, bool isNumeric)
{
    Pair pair;
    for (std::size_t row = 0; row < rows; ++row) {
        if (data.arms[row] != 0 && data.arms[row] != arm)
            continue;
        const std::size_t side = data.arms[row] == 0 ? 0 : 1;
        ++pair.counts[side].total;
        if (!isNumeric) {
            pair.counts[side].events += data.outcomes[row] != 0 ? 1 : 0;
            continue;
        }
        pair.outcomes[side].push_back(data.outcomes[row]);
        if (!data.before.empty())
            pair.before[side].push_back(data.before[row]);
    }
    return pair;
}

std::vector<analytics::Stratum> strataOf(const ExperimentData& data, std::size_t arm)
{
    std::vector<analytics::Stratum> strata(data.stratumCount);
    for (std::size_t row = 0; row < data.arms.size(); ++row) {
        if (data.arms[row] != 0 && data.arms[row] != arm)
            continue;
        analytics::Stratum& stratum = strata[data.strata[row]];
        ArmCounts& counts = data.arms[row] == 0 ? stratum.control : stratum.treatment;
        ++counts.total;
        counts.events += data.outcomes[row] != 0 ? 1 : 0;
    }
    return strata;
}

tl::expected<void, AnalyticsError> compareShares(
    ExperimentComparison& comparison, const ExperimentData& data, const Pair& pair, double level)
{
    const auto shares = analytics::compareProportions(pair.counts[0], pair.counts[1], level);
    const auto fisher = analytics::fisherExact(pair.counts[0], pair.counts[1], level);
    if (!shares || !fisher)
        return tl::unexpected(shares ? fisher.error() : shares.error());
    comparison.shares = *shares;
    comparison.fisher = *fisher;
    comparison.difference = shares->difference;
    constexpr double kLeastExpected = 5;
    const bool isSparse = !shares->chiSquare || shares->leastExpected < kLeastExpected;
    comparison.method = isSparse ? u"fisher"_s : u"chi-square"_s;
    comparison.p = isSparse ? fisher->p : shares->chiSquare->p;
    if (data.strata.empty())
        return {};
    const auto strata = analytics::mantelHaenszel(strataOf(data, comparison.arm), level);
    if (!strata)
        return tl::unexpected(strata.error());
    comparison.strata = *strata;
    comparison.difference = strata->difference;
    comparison.method = u"mantel-haenszel"_s;
    comparison.p = strata->chiSquare.p;
    return {};
}

tl::expected<void, AnalyticsError> compareMeans(ExperimentComparison& comparison, const Pair& pair, double level)
{
    const auto control = analytics::momentsOf(pair.outcomes[0]);
    const auto treatment = analytics::momentsOf(pair.outcomes[1]);
    if (!control || !treatment)
        return tl::unexpected(control ? treatment.error() : control.error());
    const auto welch = analytics::welchTest(*control, *treatment, level);
    if (!welch)
        return tl::unexpected(welch.error());
    comparison.welch = *welch;
    comparison.method = u"welch"_s;
    comparison.difference = welch->difference;
    comparison.p = welch->p;
    if (const auto ranks = analytics::mannWhitney(pair.outcomes[0], pair.outcomes[1], level))
        comparison.ranks = *ranks;
    if (pair.before[0].empty())
        return {};
    const auto cuped = analytics::cuped({pair.outcomes[0], pair.before[0]}, {pair.outcomes[1], pair.before[1]}, level);
    if (!cuped)
        return tl::unexpected(cuped.error());
    comparison.cuped = *cuped;
    comparison.method = u"cuped"_s;
    comparison.difference = cuped->adjusted.difference;
    comparison.p = cuped->adjusted.p;
    return {};
}

/// Every member is a look.
tl::expected<void, AnalyticsError> lookAlways(
    ExperimentComparison& comparison, const ExperimentData& data, const ExperimentQuestion& question)
{
    const auto feed = [&](auto test, auto value) -> tl::expected<void, AnalyticsError> {
        if (!test)
            return tl::unexpected(test.error());
        for (std::size_t row = 0; row < data.arms.size(); ++row) {
            if (data.arms[row] == 0 || data.arms[row] == comparison.arm)
                test->add(data.arms[row] != 0, value(data.outcomes[row]));
        }
        comparison.alwaysValid = test->answer();
        return {};
    };
    const auto fed = question.isNumeric
        ? feed(analytics::MeanSprt::make(question.effect, question.level), [](double outcome) { return outcome; })
        : feed(analytics::TwoProportionSprt::make(question.effect, question.level), [](double outcome) { return outcome != 0; });
    if (!fed)
        return fed;
    comparison.method = u"msprt"_s;
    comparison.p = comparison.alwaysValid->p;
    if (comparison.alwaysValid->looks > 0)
        comparison.difference = {comparison.alwaysValid->difference, {}, comparison.alwaysValid->low, comparison.alwaysValid->high};
    return {};
}

/// Z and the difference as they were at a look; the difference has its error, and no interval yet.
std::pair<std::optional<double>, Estimate> seenAt(const Pair& pair, bool isNumeric)
{
    if (isNumeric) {
        const auto control = analytics::momentsOf(pair.outcomes[0]);
        const auto treatment = analytics::momentsOf(pair.outcomes[1]);
        if (!control || !treatment)
            return {};
        const auto welch = analytics::welchTest(*control, *treatment);
        return welch ? std::pair(std::optional(welch->t), welch->difference) : std::pair<std::optional<double>, Estimate>();
    }
    const auto shares = analytics::compareProportions(pair.counts[0], pair.counts[1]);
    return shares ? std::pair(shares->z, shares->difference) : std::pair<std::optional<double>, Estimate>();
}

/// Equally spaced in members of all variants; what came after the look that stopped is not looked at.
void lookAsPlanned(ExperimentComparison& comparison, const ExperimentData& data, const ExperimentQuestion& question,
    const analytics::GroupSequentialDesign& design)
{
    const bool isPocock = question.sequential == Sequential::Pocock;
    comparison.method = isPocock ? u"pocock"_s : u"obrien-fleming"_s;
    comparison.p.reset();
    const auto size = double(question.plannedSize.value_or(std::int64_t(data.arms.size())));
    for (std::size_t k = 0; k < design.bounds.size(); ++k) {
        const auto n = std::size_t(std::ceil(size * design.information[k] - 1e-9));
        if (n > data.arms.size())
            break;
        ExperimentLook look {std::int64_t(n), design.information[k], design.bounds[k], {}, {}, false};
        std::tie(look.z, look.difference) = seenAt(pairOf(data, comparison.arm, n, question.isNumeric), question.isNumeric);
        if (look.difference.stdError) {
            look.difference.low = look.difference.value - look.bound * *look.difference.stdError;
            look.difference.high = look.difference.value + look.bound * *look.difference.stdError;
            comparison.difference = look.difference;
        }
        look.stopped = look.z && std::abs(*look.z) >= look.bound;
        comparison.looks.push_back(look);
        if (look.stopped)
            break;
    }
}

void addOnce(std::vector<analytics::Warning>& warnings, std::span<const analytics::Warning> more)
{
    warnings.insert(warnings.end(), more.begin(), more.end());
    std::ranges::sort(warnings);
    const auto rest = std::ranges::unique(warnings);
    warnings.erase(rest.begin(), rest.end());
}

/// The variants by themselves.
tl::expected<void, AnalyticsError> describeArms(ExperimentAnswer& answer, const ExperimentData& data, const ExperimentQuestion& question)
{
    std::vector<std::vector<double>> outcomes(std::size_t(data.variants.size()));
    answer.counts.resize(outcomes.size());
    std::vector<std::int64_t> observed(outcomes.size());
    for (std::size_t row = 0; row < data.arms.size(); ++row) {
        ArmCounts& counts = answer.counts[data.arms[row]];
        ++counts.total;
        ++observed[data.arms[row]];
        if (question.isNumeric)
            outcomes[data.arms[row]].push_back(data.outcomes[row]);
        else
            counts.events += data.outcomes[row] != 0 ? 1 : 0;
    }
    const auto ratio = analytics::sampleRatioTest(observed, data.weights);
    if (!ratio)
        return tl::unexpected(ratio.error());
    answer.sampleRatio = *ratio;
    addOnce(answer.warnings, ratio->warnings);
    const double z = *analytics::zForLevel(question.level);
    for (std::size_t arm = 0; arm < outcomes.size(); ++arm) {
        Estimate estimate {std::nan(""), {}, {}, {}};
        if (question.isNumeric) {
            if (const auto moments = analytics::momentsOf(outcomes[arm]))
                estimate = *analytics::meanOf(*moments, question.level);
        } else if (const auto share = analytics::wilsonInterval(answer.counts[arm].events, answer.counts[arm].total, z)) {
            const double deviation = std::sqrt(share->estimate * (1 - share->estimate) / double(share->total));
            estimate = {share->estimate, deviation, share->low, share->high};
        }
        answer.arms.push_back(estimate);
    }
    if (question.isNumeric)
        return {};
    const auto posterior = analytics::posteriorArms(answer.counts, {}, question.level);
    if (!posterior)
        return tl::unexpected(posterior.error());
    answer.posterior = *posterior;
    return {};
}

/// p by Holm, and what may be said.
void judge(ExperimentAnswer& answer, const ExperimentQuestion& question, std::int64_t n)
{
    std::vector<double> p;
    for (const ExperimentComparison& comparison : answer.comparisons)
        p.push_back(comparison.p.value_or(std::nan("")));
    const std::vector<double> adjusted = analytics::holmAdjusted(p);
    for (std::size_t i = 0; i < answer.comparisons.size(); ++i) {
        ExperimentComparison& comparison = answer.comparisons[i];
        analytics::Evidence evidence;
        evidence.n = n;
        evidence.plannedSize = question.plannedSize;
        evidence.difference = comparison.difference.value;
        if (comparison.p) {
            comparison.adjustedP = adjusted[i];
            evidence.isSignificant = adjusted[i] <= 1 - question.level;
        } else if (!comparison.looks.empty()) {
            evidence.isSignificant = comparison.looks.back().stopped;
            evidence.difference = comparison.looks.back().difference.value;
        }
        if (question.sequential == Sequential::MixtureSprt)
            evidence.rule = analytics::StoppingRule::AlwaysValid;
        else if (question.sequential != Sequential::None) {
            evidence.rule = analytics::StoppingRule::GroupSequential;
            evidence.plannedSize = question.plannedSize.value_or(n);
        }
        comparison.verdict = analytics::verdictOn(answer.sampleRatio, evidence);
        const auto add = [&](const auto& part) {
            if (part)
                addOnce(answer.warnings, part->warnings);
        };
        add(comparison.shares);
        add(comparison.strata);
        add(comparison.welch);
        add(comparison.ranks);
    }
}

} // namespace

tl::expected<ExperimentAnswer, AnalyticsError> answerOf(const ExperimentData& data, const ExperimentQuestion& question)
{
    ExperimentAnswer answer;
    if (const auto described = describeArms(answer, data, question); !described)
        return tl::unexpected(described.error());
    const auto treatments = std::ranges::count_if(
        answer.counts.begin() + 1, answer.counts.end(), [](const ArmCounts& counts) { return counts.total > 0; });
    std::optional<analytics::GroupSequentialDesign> design;
    if (question.sequential == Sequential::Pocock || question.sequential == Sequential::OBrienFleming) {
        // Several treatments share alpha equally (Bonferroni).
        const auto made = analytics::groupSequential(question.sequential == Sequential::Pocock ? analytics::GroupSequentialBounds::Pocock
                                                                                               : analytics::GroupSequentialBounds::OBrienFleming,
            question.looks, (1 - question.level) / double(std::max<std::ptrdiff_t>(treatments, 1)));
        if (!made)
            return tl::unexpected(made.error());
        design = *made;
    }
    for (std::size_t arm = 1; arm < answer.counts.size() && answer.counts[0].total > 0; ++arm) {
        if (answer.counts[arm].total == 0)
            continue;
        ExperimentComparison comparison;
        comparison.arm = arm;
        const Pair pair = pairOf(data, arm, data.arms.size(), question.isNumeric);
        const auto compared
            = question.isNumeric ? compareMeans(comparison, pair, question.level) : compareShares(comparison, data, pair, question.level);
        if (!compared)
            return tl::unexpected(compared.error());
        if (question.sequential == Sequential::MixtureSprt) {
            if (const auto looked = lookAlways(comparison, data, question); !looked)
                return tl::unexpected(looked.error());
        } else if (design) {
            lookAsPlanned(comparison, data, question, *design);
        }
        answer.comparisons.push_back(std::move(comparison));
    }
    judge(answer, question, std::int64_t(data.arms.size()));
    return answer;
}

} // namespace lyceum::cli

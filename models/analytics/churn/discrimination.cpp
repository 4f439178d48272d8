// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/churn/discrimination.h"

#include "analytics/churn/scoreorder.h"
#include "analytics/compensatedsum.h"
#include "analytics/proportion.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

struct Spread {
    CompensatedSum sum;
    CompensatedSum squares;

    void add(double value, double times)
    {
        sum.add(value * times);
        squares.add(value * value * times);
    }
    /// The sample variance of n values.
    [[nodiscard]] double variance(double n) const
    {
        return std::max((squares.value() - sum.value() * sum.value() / n) / (n - 1), 0.0);
    }
};

} // namespace

tl::expected<Discrimination, AnalyticsError> discrimination(
    std::span<const double> scores, std::span<const std::uint8_t> outcomes, double level)
{
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError{Kind::BadLevel, 0});
    const auto ties = tiedScores(scores, outcomes);
    if (!ties)
        return tl::unexpected(ties.error());

    Discrimination answer;
    answer.level = level;
    for (const TiedScore& tie : *ties) {
        answer.events += tie.events;
        answer.others += tie.others;
    }
    const auto events = double(answer.events);
    const auto others = double(answer.others);
    // Each event's share of the others below it, each other's share of the events above it; those equal count half.
    Spread ofEvents;
    Spread ofOthers;
    double eventsBelow = 0;
    double othersBelow = 0;
    for (const TiedScore& tie : *ties) {
        const auto here = double(tie.events);
        const auto hereOthers = double(tie.others);
        ofEvents.add((othersBelow + hereOthers / 2) / others, here);
        ofOthers.add((events - eventsBelow - here / 2) / events, hereOthers);
        eventsBelow += here;
        othersBelow += hereOthers;
    }
    const double auc = std::clamp(ofEvents.sum.value() / events, 0.0, 1.0);
    answer.auc.value = auc;
    if (answer.events < 2 || answer.others < 2)
        return answer;
    const double stdError = std::sqrt(ofEvents.variance(events) / events + ofOthers.variance(others) / others);
    if (!(stdError > 0) || !(auc > 0) || !(auc < 1))
        return answer;
    answer.auc.stdError = stdError;
    const double logOdds = std::log(auc / (1 - auc));
    const double reach = *z * stdError / (auc * (1 - auc));
    answer.auc.low = 1 / (1 + std::exp(reach - logOdds));
    answer.auc.high = 1 / (1 + std::exp(-reach - logOdds));
    return answer;
}

tl::expected<std::vector<LiftStep>, AnalyticsError> liftCurve(
    std::span<const double> scores, std::span<const std::uint8_t> outcomes, int steps)
{
    if (steps < 1 || steps > 1000)
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});
    const auto ties = tiedScores(scores, outcomes);
    if (!ties)
        return tl::unexpected(ties.error());
    double events = 0;
    for (const TiedScore& tie : *ties)
        events += double(tie.events);

    std::vector<LiftStep> curve;
    double members = 0; // of the groups that are taken whole
    double caught = 0;
    auto tie = ties->rbegin();
    for (int step = 1; step <= steps; ++step) {
        const double share = double(step) / double(steps);
        const double wanted = share * double(scores.size());
        while (tie != ties->rend() && members + double(tie->events + tie->others) <= wanted) {
            members += double(tie->events + tie->others);
            caught += double(tie->events);
            ++tie;
        }
        double part = 0; // of the group the border falls into
        if (tie != ties->rend())
            part = (wanted - members) / double(tie->events + tie->others) * double(tie->events);
        const double gain = step == steps ? 1 : std::min((caught + part) / events, 1.0);
        curve.push_back({share, gain, gain / share});
    }
    return curve;
}

} // namespace lyceum::analytics

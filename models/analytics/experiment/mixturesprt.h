// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/experiment/armcounts.h"

#include <tl/expected.hpp>

#include <cstdint>

namespace lyceum::analytics {

/// What a difference looks like to somebody who may look at any time, as often as they please.
struct AlwaysValid {
    double p = 1; ///< never rises from one look to the next
    double low = 0; ///< of the confidence sequence: with the probability of the level it holds at all looks at once
    double high = 0;
    double difference = 0; ///< at the last look
    double likelihoodRatio = 1; ///< of that look
    std::int64_t looks = 0;

    friend bool operator==(const AlwaysValid&, const AlwaysValid&) = default;
};

/**
 * The mixture sequential probability ratio test: the difference is normal with a variance V, and under the alternative its mean is
 * itself normal around 0 with variance tau^2. Lambda = sqrt(V / (V + tau^2)) exp(tau^2 d^2 / (2 V (V + tau^2))).
 *
 * Stopping as soon as p <= alpha is wrong with probability alpha at most, whenever one looks; with an estimated variance this holds
 * approximately, and well once each variant has some events (see TwoProportionSprt). The interval is the intersection over looks;
 * should two looks contradict each other, that of the last look alone. tau says which differences are found soonest: the size that
 * one hopes for. It must not be chosen after looking.
 *
 * @see Johari, Koomen, Pekelis & Walsh (2022), "Always valid inference", Oper. Res. 70:1806-1821; Robbins (1970), Ann. Math. Stat. 41.
 */
class MixtureSprt {
public:
    /// @param tau  in the unit of the difference, finite, above 0, from 1e-100 to 1e100
    /// @return BadRange for tau, BadLevel
    [[nodiscard]] static tl::expected<MixtureSprt, AnalyticsError> make(double tau, double level = 0.95);

    /// One more look at all data so far. A difference that is not finite, or a variance that is not finite and above 0, is passed over
    /// and not counted as a look. O(1).
    const AlwaysValid& look(double difference, double variance);

    [[nodiscard]] const AlwaysValid& answer() const { return m_answer; } ///< before the first look: p = 1, everything is possible

private:
    MixtureSprt(double tau, double alpha);

    double m_tauSquared;
    double m_logAlpha;
    double m_leastLogP = 0;
    AlwaysValid m_answer;
};

/// The same for two shares, fed member by member or count by count; treatment - control, variance without pooling.
class TwoProportionSprt {
public:
    /// As MixtureSprt.
    [[nodiscard]] static tl::expected<TwoProportionSprt, AnalyticsError> make(double tau, double level = 0.95);

    /// All members so far. Passed over unless both are valid and each has kLeastEvents with the event and as many without:
    /// before that the variance is anybody's guess, and the test would be wrong too often.
    const AlwaysValid& look(const ArmCounts& control, const ArmCounts& treatment);
    /// One more member, and a look.
    const AlwaysValid& add(bool isTreatment, bool hasEvent);

    [[nodiscard]] const AlwaysValid& answer() const { return m_test.answer(); }
    static constexpr std::int64_t kLeastEvents = 10;

private:
    explicit TwoProportionSprt(MixtureSprt test)
        : m_test(test)
    {
    }

    MixtureSprt m_test;
    ArmCounts m_control;
    ArmCounts m_treatment;
};

/// The same for two means, fed member by member; treatment - control, a variance of its own for each.
class MeanSprt {
public:
    /// As MixtureSprt.
    [[nodiscard]] static tl::expected<MeanSprt, AnalyticsError> make(double tau, double level = 0.95);

    /// One more member, and a look once each variant has kLeastMembers. A value that is not finite, or above 1e150 in size, is passed over.
    const AlwaysValid& add(bool isTreatment, double value);

    [[nodiscard]] const AlwaysValid& answer() const { return m_test.answer(); }
    static constexpr std::int64_t kLeastMembers = 30;

private:
    struct Running { ///< Welford's
        std::int64_t n = 0;
        double mean = 0;
        double squares = 0;
    };

    explicit MeanSprt(MixtureSprt test)
        : m_test(test)
    {
    }

    MixtureSprt m_test;
    Running m_control;
    Running m_treatment;
};

} // namespace lyceum::analytics

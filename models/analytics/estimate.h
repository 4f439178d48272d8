// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace lyceum::analytics {

/// A number that was estimated, with how far it may be off. What it was estimated from (n, the method) stands once in
/// the result it belongs to.
struct Estimate {
    double value = 0;
    std::optional<double> stdError;
    std::optional<double> low; ///< of the interval at the result's level; missing where the method gives none
    std::optional<double> high; ///< together with `low`

    friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// Why an answer that was computed deserves doubt. A result lists each at most once, in this order.
enum class Warning {
    TooFew, ///< fewer observations or events than the method is trusted with
    NotConverged, ///< the search for the best fit ended before it was sure
    AtBoundary, ///< the best fit lies on the edge of its domain, where the interval is not to be trusted
    NotIdentified, ///< the data do not tell some parameter: many values fit as well
    Separated, ///< some column tells the outcomes apart almost perfectly
    Extrapolating, ///< the answer goes further than the data do
    Approximate, ///< sampled or rounded; the result says by how much it may be off
    AssumptionFailed, ///< a check of what the method assumes was failed, e.g. hazards are not proportional
    SampleRatioMismatch, ///< groups are not of the sizes they were planned to have
    Suppressed, ///< small groups were left out
};

} // namespace lyceum::analytics

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/survival/survivalsample.h"

#include <optional>

namespace lyceum::analytics {

struct ConfidenceBand {
    double low = 0;
    double high = 0;
};

/**
 * The interval of a probability that was estimated from censored data, as R's survfit makes it.
 *
 * @param share        the probability, in [0, 1]
 * @param logStdError  standard error of its logarithm: its own standard error divided by it
 * @param z            standard normal quantile of the two-sided level
 * @return in [0, 1]; nullopt where `share` is 0 (its logarithm has no error), and with LogLog where it is 1
 */
[[nodiscard]] std::optional<ConfidenceBand> confidenceBand(
    double share, double logStdError, double z, BandTransform transform);

} // namespace lyceum::analytics

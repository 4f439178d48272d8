// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/confidenceband.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {

std::optional<ConfidenceBand> confidenceBand(double share, double logStdError, double z, BandTransform transform)
{
    if (share <= 0)
        return std::nullopt;
    const double reach = z * logStdError;
    switch (transform) {
    case BandTransform::Plain:
        return ConfidenceBand{std::max(share - share * reach, 0.0), std::min(share + share * reach, 1.0)};
    case BandTransform::Log:
        return ConfidenceBand{share * std::exp(-reach), std::min(share * std::exp(reach), 1.0)};
    case BandTransform::LogLog:
        break;
    }
    if (share >= 1)
        return std::nullopt; // log(-log 1) is -infinity
    const double logShare = std::log(share);
    const double factor = std::exp(-reach / logShare); // at least 1
    return ConfidenceBand{std::exp(logShare * factor), std::exp(logShare / factor)};
}

} // namespace lyceum::analytics

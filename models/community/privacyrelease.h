// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/ids.h"

#include <QString>

namespace lyceum {

/**
 * Figures that left the machine with noise for the members' privacy, and what they cost of the privacy budget. Never changed and
 * never taken back: what was published stays known.
 */
struct PrivacyRelease {
    PrivacyReleaseId id;
    qint64 releasedAtUtc = 0;
    QString name; ///< what a person calls it: "Members by tier, for the sponsor"
    /// Everything the figures depend on. The same question again is answered with the same figures, at no cost: fresh noise on an
    /// old question would let the noise be averaged away.
    QString question;
    QString mechanism; ///< "discrete-laplace" or "discrete-gaussian"
    QString notion; ///< what the cost is counted in: "pure" (epsilon) or "zcdp" (rho)
    qint64 costNumerator = 0; ///< the cost as an exact fraction, so that a sum of costs is exact
    qint64 costDenominator = 1;
    QString figures; ///< what was published, as JSON

    friend bool operator==(const PrivacyRelease&, const PrivacyRelease&) = default;
};

} // namespace lyceum

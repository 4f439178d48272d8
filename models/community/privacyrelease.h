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
    qint64 microEpsilon = 0; ///< the cost in millionths of epsilon, 0 for a release that is only zCDP
    qint64 nanoRho = 0; ///< the cost in billionths of rho; whole numbers, so that a sum of costs is exact
    QString figures; ///< what was published, as JSON

    friend bool operator==(const PrivacyRelease&, const PrivacyRelease&) = default;
};

} // namespace lyceum

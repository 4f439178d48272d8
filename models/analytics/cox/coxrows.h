// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/cox/coxdata.h"

#include <tl/expected.hpp>

#include <vector>

namespace lyceum::analytics {

/**
 * The rows of CoxData checked, and laid out as a walk over the risk sets needs them: by stratum, then from the last
 * exit to the first. Covariates stand row by row, each column with mean 0 and standard deviation 1, so that neither
 * units nor offsets cost digits.
 */
struct CoxRows {
    /// O(n p + n log n). Errors of SurvivalSample, LengthsDiffer, BadCount (no column), NotFinite (`index` the row),
    /// BadGroup (a stratum that is not below the number of rows), TooFew (no event), NoVariation (a column is constant),
    /// TooLarge (above 1000 columns, or 2^31 rows).
    [[nodiscard]] static tl::expected<CoxRows, AnalyticsError> of(const CoxData& data);

    [[nodiscard]] std::size_t rows() const { return exits.size(); }
    [[nodiscard]] std::size_t columns() const { return centres.size(); }

    std::vector<double> values; ///< rows x columns
    std::vector<double> centres; ///< a value v of column j stands as (v - centre) / scale
    std::vector<double> scales; ///< positive
    std::vector<double> ranges; ///< largest less smallest, as it stands
    std::vector<double> times; ///< of each moment
    std::vector<std::uint32_t> exits; ///< moment of the exit
    std::vector<std::uint32_t> entries; ///< moment of the entry; empty without entries
    std::vector<std::uint8_t> events;
    std::vector<std::uint32_t> strata; ///< 0 without strata
    std::vector<std::uint32_t> byEntry; ///< rows by stratum, then from the last entry to the first; empty without
    std::size_t eventCount = 0;
};

} // namespace lyceum::analytics

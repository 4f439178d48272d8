// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/survival/survivalsample.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace lyceum::analytics {

/// How a Cox model counts events at one time.
enum class TieMethod {
    Efron, ///< as if each tied event had left the risk set in part; close to the exact answer also with many ties
    Breslow, ///< as if all tied events had met the same risk set
};

/**
 * What a Cox model is fitted to: who was watched when (`sample`), and what is known of each. Borrowed, never kept.
 *
 * A row may be a person, or a stretch of a person's time (entry, time] when covariates change; then the entry of a
 * stretch is the time of the one before, whose event is 0.
 */
struct CoxData {
    SurvivalSample sample;
    std::span<const double> columns; ///< column by column: covariate j of row i at [j * rows + i]; finite, any units
    std::size_t columnCount = 0; ///< at least 1
    std::span<const std::uint32_t> strata; ///< rows of different strata are never compared; empty: one stratum
};

} // namespace lyceum::analytics

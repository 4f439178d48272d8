// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/curvedata.h"
#include "charts/heatdata.h"
#include "insights/retention.h"
#include "words/format.h"

namespace lyceum::ui {

/// The curves, each beginning at day 0 with everybody, with bands, numbers at risk and medians. With fewer than
/// RetentionAnswer::kFewMembers in all, words take their place.
[[nodiscard]] CurveData retentionCurves(const insights::RetentionAnswer& answer, const Format& format);
/// The cohort triangle with the pooled average as its last row.
[[nodiscard]] HeatData retentionCohorts(const insights::RetentionAnswer& answer, const Format& format);

/// The members behind a point of retentionCurves(): who left on its day, who was still paying after it.
[[nodiscard]] insights::CohortCellMembers membersBehindPoint(const insights::RetentionAnswer& answer, qsizetype group, qsizetype point);
/// The members behind a cell of retentionCohorts(); those of all cohorts pooled for the row of averages.
[[nodiscard]] insights::CohortCellMembers membersBehindCell(const insights::RetentionAnswer& answer, qsizetype row, qsizetype column);

} // namespace lyceum::ui

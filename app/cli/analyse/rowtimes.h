// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/analyse/analysistable.h"

namespace lyceum::cli {

/// When each row stands: numbers as they are, months (2026-03) counted from the year 0, or dates and instants in days since 1970 UTC. The first
/// cell says which; BadInput names the row that is something else.
[[nodiscard]] Result<std::vector<double>> rowTimes(const AnalysisTable& table, const QString& column);

} // namespace lyceum::cli

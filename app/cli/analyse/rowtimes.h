// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/analyse/analysistable.h"

namespace lyceum::cli {

/// When each row stands: numbers as they are, or dates and instants in days since 1970 UTC. The first cell says which; errors are those of
/// AnalysisTable.
[[nodiscard]] Result<std::vector<double>> rowTimes(const AnalysisTable& table, const QString& column);

} // namespace lyceum::cli

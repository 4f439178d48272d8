// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/pagestrips.h"

namespace lyceum::exchange {

/// A table as strips: header and rows. Cells wrap; what is still too wide goes on below in further tables that begin with the same
/// first column.
[[nodiscard]] std::vector<Strip> tableStrips(const ReportTable& table, double width);

} // namespace lyceum::exchange

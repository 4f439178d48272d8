// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/heatdata.h"

namespace lyceum::ui {

// Shared by the painted table and the one on screen.

[[nodiscard]] QColor groundOf(const HeatData& data, double value, const Tokens& tokens);
[[nodiscard]] QString textOf(const HeatData& data, const HeatCell& cell);
/// Null for a blank cell and outside the table.
[[nodiscard]] const HeatCell* cellAt(const HeatData& data, qsizetype row, qsizetype column);

} // namespace lyceum::ui

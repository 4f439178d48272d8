// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QString>

namespace lyceum::ui {

/// The few rules that palette and Fusion cannot express: corners, quiet headers, the 2 px focus ring.
[[nodiscard]] QString styleSheetFrom(const Tokens& tokens);

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace lyceum::exchange {

// Ink on paper; the screen's colours are the theme's business.
inline constexpr QColor kPageText(0x1D, 0x1D, 0x1B);
inline constexpr QColor kPageMuted(0x5C, 0x5C, 0x57);

} // namespace lyceum::exchange

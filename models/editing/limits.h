// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace lyceum::editing {

// How much a field may hold, in UTF-16 units, so that the hosted store takes it. A form may count down to them.

inline constexpr qsizetype kMostName = 191; ///< of a member, a label, a tag, a tier; also a tier's description, an offer's title and code
inline constexpr qsizetype kMostEmail = 191;
inline constexpr qsizetype kMostNote = 2000;
inline constexpr qsizetype kMostOfferName = 40;
inline constexpr qsizetype kMostPostTitle = 255;
inline constexpr qsizetype kMostExcerpt = 300;
inline constexpr qint64 kMostPrice = 9'999'999'999; ///< minor units

} // namespace lyceum::editing

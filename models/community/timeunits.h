// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/filter.h"

#include <array>

namespace lyceum {

/// The letters of relative times in filters: "now-30d".
struct TimeUnit {
    QChar letter;
    RelativeTime::Unit unit;
};
inline constexpr std::array kTimeUnits {
    TimeUnit {u's', RelativeTime::Unit::Second},
    TimeUnit {u'm', RelativeTime::Unit::Minute},
    TimeUnit {u'h', RelativeTime::Unit::Hour},
    TimeUnit {u'd', RelativeTime::Unit::Day},
    TimeUnit {u'w', RelativeTime::Unit::Week},
    TimeUnit {u'M', RelativeTime::Unit::Month},
    TimeUnit {u'y', RelativeTime::Unit::Year},
};

} // namespace lyceum

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/sources.h"

#include <array>

namespace lyceum::sample {
namespace {

constexpr std::array<Source, 7> kSources {{
    {u"Direct", u"", 16, 22, 1.20, 0.90},
    {u"Google", u"search", 6, 27, 0.90, 1.15},
    {u"微信", u"social", 36, 2, 1.10, 0.75},
    {u"知乎", u"social", 24, 1, 0.85, 1.05},
    {u"Twitter", u"social", 6, 27, 0.70, 1.45},
    {u"Newsletter", u"email", 7, 16, 1.60, 0.65},
    {u"", u"", 5, 5, 0.80, 1.10},
}};

} // namespace

std::span<const Source> sources() { return kSources; }

} // namespace lyceum::sample

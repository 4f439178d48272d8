// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/hostedstore.h"

using namespace Qt::StringLiterals;

namespace lyceum::sync {

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Tiers: return u"tiers"_s;
    case Kind::Labels: return u"labels"_s;
    case Kind::Newsletters: return u"newsletters"_s;
    case Kind::Offers: return u"offers"_s;
    case Kind::Tags: return u"tags"_s;
    case Kind::Members: return u"members"_s;
    case Kind::Posts: return u"posts"_s;
    case Kind::Comments: return u"comments"_s;
    case Kind::Reactions: return u"reactions"_s;
    case Kind::Events: return u"events"_s;
    }
    return {};
}

} // namespace lyceum::sync

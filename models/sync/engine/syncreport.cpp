// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/syncreport.h"

namespace lyceum::sync {

KindReport& KindReport::operator+=(const KindReport& other)
{
    pulled += other.pulled;
    created += other.created;
    updated += other.updated;
    deleted += other.deleted;
    skipped += other.skipped;
    pushed += other.pushed;
    parked += other.parked;
    requests += other.requests;
    bytes += other.bytes;
    seconds += other.seconds;
    return *this;
}

} // namespace lyceum::sync

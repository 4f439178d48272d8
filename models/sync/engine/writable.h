// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/hostedstore.h"

namespace lyceum::sync {

inline constexpr char kRemovedField[] = "removed"; ///< stands for the removal of rows that have no field for it

/// What a store can be told, by kind. Learnt after it said who it is.
struct Writable {
    QHash<Kind, QSet<QByteArray>> make;
    QHash<Kind, QSet<QByteArray>> change;

    [[nodiscard]] static Writable of(const HostedStore& store);
};

} // namespace lyceum::sync

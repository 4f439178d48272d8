// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ghost/writes.h"

namespace lyceum::sync::ghost {

/// Makes a draft whose slug is the token.
[[nodiscard]] Result<AdminApi::Change> postMaking(const RemotePost& remote, const RowWrite& write);

/// Ghost refuses it as a collision when the post was changed after `basedOnUtc`.
[[nodiscard]] Result<QList<AdminApi::Change>> postChanging(const RemotePost& remote, const RowWrite& write);

} // namespace lyceum::sync::ghost

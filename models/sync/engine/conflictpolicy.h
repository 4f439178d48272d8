// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/conflicts.h"

namespace lyceum::sync {

/**
 * Settles the open conflicts of those kinds for which a person said once and for all which side is right: the settings
 * "conflictPolicy.<kind>", e.g. "conflictPolicy.member", hold "mine" or "theirs"; anything else leaves them open. Journalled as a rule's change.
 */
[[nodiscard]] Result<void> settleByPolicy(storage::WorkspaceFile& workspace);

} // namespace lyceum::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "sync/engine/syncengine.h"

namespace lyceum::cli {

/// One sync with the site of the workspace, with progress, and its answer. NotConnected, WrongStore for a sample, NeedsDecision after the
/// answer when conflicts are open, and those of the sync.
[[nodiscard]] Result<ExitCode> syncNow(const Session& session, sync::SyncEngine::Extent extent, const sync::SyncOptions& options);

} // namespace lyceum::cli

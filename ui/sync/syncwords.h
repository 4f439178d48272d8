// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/syncreport.h"
#include "words/format.h"
#include "workspace/workspace.h"

namespace lyceum::ui {

[[nodiscard]] QString wordFor(sync::Kind kind); ///< "Members"
[[nodiscard]] QString wordForKindName(const QString& name); ///< of a stable name in the log
[[nodiscard]] QString describeProgress(const sync::SyncProgress& progress, const Format& format);
/// "12 new, 3 changed, 1 gone", or that nothing was new.
[[nodiscard]] QString describeReport(const sync::SyncReport& report, const Format& format);
[[nodiscard]] QString wordForOutcome(const QString& outcome); ///< of SyncRun::outcome

} // namespace lyceum::ui

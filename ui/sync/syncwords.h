// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/format.h"
#include "workspace/syncservice.h"

namespace lyceum::ui {

[[nodiscard]] QString wordFor(sync::Kind kind); ///< "Members"
[[nodiscard]] QString wordForKindName(const QString& name); ///< of a stable name in the log
[[nodiscard]] QString describeProgress(const workspace::SyncProgress& progress, const Format& format);
/// "12 new, 3 changed, 1 gone.", what was sent and refused, or that nothing was new.
[[nodiscard]] QString describeReport(const workspace::SyncReport& report, const Format& format);
[[nodiscard]] QString wordForOutcome(const QString& outcome); ///< of SyncRun::outcome

} // namespace lyceum::ui

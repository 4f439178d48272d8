// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/appsettings.h"
#include "theme/theme.h"
#include "words/format.h"
#include "workspace/syncservice.h"
#include "workspace/workspace.h"

namespace lyceum::ui {

/// What a page is built with: borrowed, and outlived by what `app` built.
struct PageContext {
    workspace::Workspace& workspace;
    workspace::SyncService& sync;
    const Theme& theme;
    AppSettings& settings;

    /// Numbers and times in the program's language and the open workspace's zone.
    [[nodiscard]] Format format() const { return Format(QLocale(), QTimeZone(workspace.facts().timeZone)); }
};

} // namespace lyceum::ui

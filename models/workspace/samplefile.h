// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>

namespace lyceum::workspace {

struct SampleSize {
    quint64 seed = 1;
    int members = 2000;
    int months = 24;
    double eventsPerMember = 0; ///< 0: as many as the sample has by itself
};

/// Generates the sample community, ending now, into a new workspace file through the sync engine, as if it were a store.
/// Errors: WorkspaceExists and those of writing. On an error or a kill no file is left at `path`.
[[nodiscard]] Result<void> makeSampleFile(const QString& path, const SampleSize& size, const Clock& clock);

/// Makes the sample unless a readable sample, not older than a week, is there already. A file that is no sample is never replaced:
/// WorkspaceExists.
[[nodiscard]] Result<void> ensureSampleFile(const QString& path, const Clock& clock);

} // namespace lyceum::workspace

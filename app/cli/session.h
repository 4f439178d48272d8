// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "cli/arguments.h"
#include "cli/output.h"
#include "storage/workspacefile.h"

#include <QTimeZone>

#include <memory>

namespace lyceum::cli {

/// What a command works with: its arguments, its voice, the time.
struct Session {
    const Arguments& arguments;
    Output& output;
    const Clock& clock;

    /// The workspace named by --workspace, opened to be changed where that is possible. Errors: Usage, and those of opening.
    [[nodiscard]] Result<std::unique_ptr<storage::WorkspaceFile>> open() const;
    /// The same for a command that changes it: WorkspaceReadOnly at once, before anything else is done.
    [[nodiscard]] Result<std::unique_ptr<storage::WorkspaceFile>> openToChange() const;
    /// Absolute. Usage without --workspace.
    [[nodiscard]] Result<QString> workspacePath() const;

    /// The instant of --as-of, else now. A date means the end of that day in `zone`; with a time it is UTC unless it says otherwise.
    [[nodiscard]] Result<qint64> asOfUtc(const QTimeZone& zone) const;
    /// The instant an option names, by the same rules. Nothing when it was not given.
    [[nodiscard]] Result<std::optional<qint64>> timeUtc(const QString& option, const QTimeZone& zone) const;
};

} // namespace lyceum::cli

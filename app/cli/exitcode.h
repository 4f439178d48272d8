// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace lyceum::cli {

/// What the program tells the shell. Stable; documented in docs/cli.md.
enum class ExitCode {
    Ok = 0,
    Failed = 1, ///< a check found something wrong, it was cancelled, or the disk or the program itself failed
    Usage = 2, ///< the command line cannot be understood
    BadInput = 3, ///< a file or value that was given is not usable
    Network = 4,
    NotAllowed = 5, ///< key, rights, keychain, passphrase
    NeedsDecision = 6, ///< a person has to settle something
    WorkspaceUnusable = 7,
};

[[nodiscard]] ExitCode exitCodeOf(Error::Kind kind);

} // namespace lyceum::cli

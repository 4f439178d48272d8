// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitcode.h"

namespace lyceum::cli {

ExitCode exitCodeOf(Error::Kind kind)
{
    using enum Error::Kind;
    switch (kind) {
    case Internal:
    case Cancelled:
    case DiskFull:
    case Io: return ExitCode::Failed;
    case Usage: return ExitCode::Usage;
    case BadInput:
    case NotFound:
    case Refused:
    case WrongStore: return ExitCode::BadInput;
    case Offline:
    case Timeout:
    case TlsFailed:
    case Redirected:
    case NotAStore:
    case RateLimited:
    case StoreUnavailable:
    case BadAnswer: return ExitCode::Network;
    case BadKey:
    case NotAllowed:
    case NotConnected:
    case KeychainMissing:
    case KeychainDenied:
    case SecretMissing:
    case WrongPassphrase: return ExitCode::NotAllowed;
    case PrivacyBudgetMissing:
    case PrivacyBudgetSpent:
    case Collision:
    case NeedsDecision: return ExitCode::NeedsDecision;
    case WorkspaceMissing:
    case WorkspaceExists:
    case WorkspaceForeign:
    case WorkspaceNewer:
    case WorkspaceDamaged:
    case WorkspaceLocked:
    case WorkspaceReadOnly: return ExitCode::WorkspaceUnusable;
    }
    return ExitCode::Failed;
}

} // namespace lyceum::cli

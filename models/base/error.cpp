// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

using namespace Qt::StringLiterals;

namespace lyceum {

QString kindName(Error::Kind kind)
{
    using enum Error::Kind;
    switch (kind) {
    case Internal: return u"internal"_s;
    case Cancelled: return u"cancelled"_s;
    case Usage: return u"usage"_s;
    case BadInput: return u"bad-input"_s;
    case NotFound: return u"not-found"_s;
    case WorkspaceMissing: return u"workspace-missing"_s;
    case WorkspaceExists: return u"workspace-exists"_s;
    case WorkspaceForeign: return u"workspace-foreign"_s;
    case WorkspaceNewer: return u"workspace-newer"_s;
    case WorkspaceDamaged: return u"workspace-damaged"_s;
    case WorkspaceLocked: return u"workspace-locked"_s;
    case WorkspaceReadOnly: return u"workspace-read-only"_s;
    case DiskFull: return u"disk-full"_s;
    case Io: return u"io"_s;
    case Offline: return u"offline"_s;
    case Timeout: return u"timeout"_s;
    case TlsFailed: return u"tls-failed"_s;
    case Redirected: return u"redirected"_s;
    case NotAStore: return u"not-a-store"_s;
    case BadKey: return u"bad-key"_s;
    case NotAllowed: return u"not-allowed"_s;
    case RateLimited: return u"rate-limited"_s;
    case StoreUnavailable: return u"store-unavailable"_s;
    case BadAnswer: return u"bad-answer"_s;
    case Collision: return u"collision"_s;
    case Refused: return u"refused"_s;
    case WrongStore: return u"wrong-store"_s;
    case NotConnected: return u"not-connected"_s;
    case KeychainMissing: return u"keychain-missing"_s;
    case KeychainDenied: return u"keychain-denied"_s;
    case SecretMissing: return u"secret-missing"_s;
    case WrongPassphrase: return u"wrong-passphrase"_s;
    case PrivacyBudgetMissing: return u"privacy-budget-missing"_s;
    case PrivacyBudgetSpent: return u"privacy-budget-spent"_s;
    case NeedsDecision: return u"needs-decision"_s;
    }
    return u"internal"_s;
}

} // namespace lyceum

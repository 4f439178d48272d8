// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lyceum {

/**
 * Why something did not work. The kind is for code and for the sentence a person reads (made once, in ui/words);
 * the detail is for the log and is plain English.
 */
struct Error {
    enum class Kind {
        Internal, ///< our own mistake
        Cancelled, ///< a person or the program asked to stop; nothing is lost
        Usage, ///< a command was called with words it does not know
        BadInput, ///< a file or value that cannot be read; `subject` says where (row, column, item)
        NotFound, ///< what was asked for does not exist
        // The workspace file
        WorkspaceMissing, ///< no file at that path
        WorkspaceExists, ///< would overwrite a file that is there
        WorkspaceForeign, ///< a file, but not one of ours
        WorkspaceNewer, ///< written by a newer version of the program
        WorkspaceDamaged, ///< SQLite or our own checks found it broken
        WorkspaceLocked, ///< another program holds it
        WorkspaceReadOnly, ///< the file or its disk cannot be written
        DiskFull,
        Io, ///< any other failure to read or write a file
        // The hosted store
        Offline, ///< no connection could be made: no network, unknown host, refused
        Timeout, ///< the store was too slow
        TlsFailed, ///< the certificate or the encrypted connection is not acceptable
        Redirected, ///< the address is not the site's own: it answers with a redirect
        NotAStore, ///< something answered, but it is not the kind of store expected
        BadKey, ///< the key is malformed, unknown or its secret is wrong
        NotAllowed, ///< the key is right but has no right to this
        RateLimited, ///< too many requests; try again later
        StoreUnavailable, ///< maintenance, starting, 5xx
        BadAnswer, ///< truncated, malformed or contradictory answer
        Collision, ///< the row was changed on the store meanwhile: read it again, then decide
        Refused, ///< the store says no to this row as it is; `subject` is its reason, in its own words
        WrongStore, ///< this workspace belongs to another site
        NotConnected, ///< no site stands behind this workspace
        // Secrets
        KeychainMissing, ///< there is no keychain to talk to
        KeychainDenied, ///< it is there, but locked or refused
        SecretMissing, ///< the keychain answered: no such entry
        WrongPassphrase,
        // A person
        PrivacyBudgetMissing, ///< nobody has said how much may be published about the members
        PrivacyBudgetSpent, ///< what remains of it does not suffice
        NeedsDecision, ///< cannot go on without a person's decision
    };

    Kind kind = Kind::Internal;
    QString subject; ///< what it is about, for the sentence: a path, an address, "row 12, column email"; never a secret
    QString detail; ///< for the log; never a secret, never personal data

    friend bool operator==(const Error&, const Error&) = default;
};

/// A stable lower-case name for scripts, e.g. "bad-key"; documented in docs/cli.md.
[[nodiscard]] QString kindName(Error::Kind kind);

} // namespace lyceum

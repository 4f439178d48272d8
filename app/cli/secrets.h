// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "security/secretstore.h"

#include <memory>

namespace lyceum::cli {

/// --key-stdin, --passphrase-stdin: what tells where the store's key comes from. It never comes from an argument.
[[nodiscard]] Option keyOption();
[[nodiscard]] Option passphraseOption();

/// What a command was told on standard input: the key on the first line, the passphrase on the next; each only where its option says so.
struct Whispered {
    security::Secret key; ///< empty without --key-stdin
    security::Secret passphrase; ///< empty without --passphrase-stdin
};
/// On a terminal it asks, and what is typed is not shown. BadInput when a line is missing or empty.
[[nodiscard]] Result<Whispered> hearSecrets(const Session& session);

/**
 * Where keys are kept: the file sealed under the passphrase when one was told; else the system's keychain when one works; else, on
 * a terminal, the sealed file after asking for its passphrase.
 *
 * Errors: KeychainMissing, KeychainDenied (the detail says what to do without one), BadInput, Cancelled (two passphrases that differ).
 */
[[nodiscard]] Result<std::shared_ptr<security::SecretStore>> secretStore(const Whispered& told);

} // namespace lyceum::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "security/secret.h"

#include <QFuture>
#include <QString>

namespace lyceum::security {

/**
 * A place where secrets outlive the program, by name.
 *
 * Every call returns at once and never waits; the future always gets its one result (use `whenDone()` from base in a window,
 * `waitFor()` in the main function of a command-line program). Calls may be made from any thread and take effect in
 * the order they were made. A store may be destroyed before its futures have finished.
 *
 * Errors: SecretMissing (the place is open and holds no such entry), KeychainMissing (none, or none that
 * works), KeychainDenied (there, but locked, refused or silent), WrongPassphrase, BadInput (the sealed file is damaged), Io. After any error but SecretMissing nothing
 * is known about the entry: never replace a key because it could not be read.
 */
class SecretStore {
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore&) = delete;
    SecretStore& operator=(const SecretStore&) = delete;

    [[nodiscard]] virtual QFuture<Result<Secret>> read(const QString& key) = 0;
    /// Creates or replaces.
    [[nodiscard]] virtual QFuture<Result<void>> write(const QString& key, const Secret& secret) = 0;
    /// Succeeds too when there was none.
    [[nodiscard]] virtual QFuture<Result<void>> remove(const QString& key) = 0;
};

} // namespace lyceum::security

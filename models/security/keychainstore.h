// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "security/secretstore.h"

#include <chrono>

namespace lyceum::security {

/**
 * The operating system's keychain (Secret Service or KWallet, macOS Keychain, Windows Credential Manager).
 *
 * Needs a QCoreApplication whose main thread runs its event loop. Three things its backends get wrong are put right here:
 * a locked keyring answers "no such entry" to a read and "done" to a removal, so both are believed only after a
 * trial entry could be written; a service that hangs is given up after `patience`, while its job lives on (ending a job
 * before its reply crashes) and may still take effect later.
 */
class KeychainStore final : public SecretStore {
public:
    /// @param service   the name under which the keychain shows our entries
    /// @param patience  per step; long enough for a person to type the password that opens the keychain
    explicit KeychainStore(QString service = defaultService(),
                           std::chrono::milliseconds patience = std::chrono::seconds(90));

    [[nodiscard]] QFuture<Result<Secret>> read(const QString& key) override;
    [[nodiscard]] QFuture<Result<void>> write(const QString& key, const Secret& secret) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QString& key) override;

    /**
     * Whether secrets can be kept here: writes, reads back and removes a trial entry. May make the system ask for the
     * keychain's password. KeychainMissing: use a sealed file instead. KeychainDenied: ask the person to unlock it, or to
     * choose the sealed file.
     */
    [[nodiscard]] QFuture<Result<void>> probe();

    [[nodiscard]] static QString defaultService(); ///< "Lyceum"

private:
    QString m_service;
    std::chrono::milliseconds m_patience;
};

} // namespace lyceum::security

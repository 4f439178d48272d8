// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/executor.h"
#include "security/sealedfile.h"
#include "security/secretstore.h"

#include <memory>

namespace lyceum::security {

/**
 * Secrets in one file sealed under a passphrase: for computers without a keychain. The format is in sealedfile.h.
 *
 * Works on a thread of its own, since Argon2id takes its time on purpose. The file is replaced whole (a crash leaves the old or
 * the new one), readable by its owner only, and locked against other programs while it is being changed. A file that is damaged
 * or does not open with this passphrase is never written to. No file yet reads as SecretMissing; the first write creates it,
 * and with that decides the passphrase.
 */
class SealedFileStore final : public SecretStore {
public:
    /// @param cost  of a file that is created; an existing one keeps its own
    explicit SealedFileStore(QString path, Secret passphrase, SealCost cost = {});
    ~SealedFileStore() override; ///< finishes what was asked for; up to a second while a key is being made

    [[nodiscard]] QFuture<Result<Secret>> read(const QString& key) override;
    [[nodiscard]] QFuture<Result<void>> write(const QString& key, const Secret& secret) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QString& key) override;

    /// "secrets.sealed" among the program's own data.
    [[nodiscard]] static QString defaultPath();

private:
    class File;
    std::unique_ptr<File> m_file; // used by the worker only
    Executor m_worker;
};

} // namespace lyceum::security

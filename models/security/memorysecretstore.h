// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "security/secretstore.h"

#include <map>
#include <mutex>

namespace lyceum::security {

/// Forgets everything when it goes: for a person who wants nothing kept, for a key read from standard input, for tests.
class MemorySecretStore final : public SecretStore {
public:
    [[nodiscard]] QFuture<Result<Secret>> read(const QString& key) override;
    [[nodiscard]] QFuture<Result<void>> write(const QString& key, const Secret& secret) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QString& key) override;

private:
    std::mutex m_mutex;
    std::map<QString, Secret> m_secrets;
};

} // namespace lyceum::security

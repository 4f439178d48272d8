// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/memorysecretstore.h"

#include <QFuture>

namespace lyceum::security {

QFuture<Result<Secret>> MemorySecretStore::read(const QString& key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_secrets.find(key);
    if (found == m_secrets.end())
        return QtFuture::makeReadyFuture(Result<Secret>(failure(Error::Kind::SecretMissing, key)));
    return QtFuture::makeReadyFuture(Result<Secret>(found->second));
}

QFuture<Result<void>> MemorySecretStore::write(const QString& key, const Secret& secret)
{
    const std::lock_guard lock(m_mutex);
    m_secrets.insert_or_assign(key, secret);
    return QtFuture::makeReadyFuture(Result<void>());
}

QFuture<Result<void>> MemorySecretStore::remove(const QString& key)
{
    const std::lock_guard lock(m_mutex);
    m_secrets.erase(key);
    return QtFuture::makeReadyFuture(Result<void>());
}

} // namespace lyceum::security

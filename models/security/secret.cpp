// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/secret.h"

#include "security/digest.h"

#include <sodium.h>

#include <cstring>
#include <new>

namespace lyceum::security {

Secret::Secret(QByteArrayView bytes)
    : m_size(bytes.size())
{
    if (bytes.isEmpty())
        return;
    initialiseSodium();
    const auto size = static_cast<size_t>(bytes.size());
    char* buffer = new char[size];
    sodium_mlock(buffer, size); // may be refused by a small RLIMIT_MEMLOCK; then it is merely not kept out of the swap
    std::memcpy(buffer, bytes.data(), size);
    m_bytes = std::shared_ptr<char>(buffer, [size](char* old) {
        sodium_memzero(old, size);
        sodium_munlock(old, size);
        delete[] old;
    });
}

Secret Secret::fromText(const QString& text)
{
    QByteArray bytes = text.normalized(QString::NormalizationForm_C).toUtf8();
    return taking(bytes);
}

Secret Secret::taking(QByteArray& bytes)
{
    Secret secret(bytes);
    wipe(bytes);
    bytes.clear();
    return secret;
}

bool operator==(const Secret& a, const Secret& b)
{
    return equalInConstantTime(a.view(), b.view());
}

void wipe(QByteArray& bytes)
{
    if (bytes.isDetached())
        sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
}

} // namespace lyceum::security

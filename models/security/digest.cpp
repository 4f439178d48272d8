// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/digest.h"

#include <QtEndian>
#include <QtGlobal>

#include <sodium.h>

#include <array>

namespace lyceum::security {
namespace {

/// The frame in front of a part: its kind and a 64-bit number, little-endian on every machine.
std::array<unsigned char, 9> frame(char kind, qint64 number)
{
    std::array<unsigned char, 9> bytes{};
    bytes[0] = static_cast<unsigned char>(kind);
    qToLittleEndian(number, bytes.data() + 1);
    return bytes;
}

} // namespace

void initialiseSodium()
{
    // sodium_init() may itself be called from several threads; the static only saves its lock.
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        qFatal("libsodium found no source of randomness; nothing that needs a key or a salt can be done safely");
}

Digest::Digest()
{
    initialiseSodium();
    crypto_generichash_init(&m_state, nullptr, 0, kBytes);
}

void Digest::add(QByteArrayView part)
{
    const auto head = frame('b', part.size());
    crypto_generichash_update(&m_state, head.data(), head.size());
    crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char*>(part.data()),
                              static_cast<unsigned long long>(part.size()));
}

void Digest::addNumber(qint64 number)
{
    const auto bytes = frame('n', number);
    crypto_generichash_update(&m_state, bytes.data(), bytes.size());
}

QByteArray Digest::finish()
{
    QByteArray hash(kBytes, Qt::Uninitialized);
    crypto_generichash_final(&m_state, reinterpret_cast<unsigned char*>(hash.data()), kBytes);
    return hash;
}

QByteArray randomBytes(int count)
{
    Q_ASSERT(count >= 0);
    initialiseSodium();
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<size_t>(count));
    return bytes;
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0;
}

} // namespace lyceum::security

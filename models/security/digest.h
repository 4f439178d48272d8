// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <sodium/crypto_generichash.h>

namespace lyceum::security {

/// Makes libsodium ready. Idempotent, thread-safe, cheap after the first call; everything here that uses it calls it.
void initialiseSodium();

/**
 * BLAKE2b-256 over a sequence of parts (RFC 7693, unkeyed).
 *
 * Every part is framed (kind, and for bytes the length), so that no two different sequences feed the hash the same bytes:
 * ("ab", "c") differs from ("a", "bc"), a number from its bytes, and a missing part from an empty one.
 * No allocation but the result's. One thread at a time.
 */
class Digest {
public:
    static constexpr int kBytes = 32;

    Digest();

    /// 'b', the length as 8 bytes little-endian, the bytes.
    void add(QByteArrayView part);
    /// 'n', the number as 8 bytes little-endian, two's complement.
    void addNumber(qint64 number);
    /// The 32 bytes. Ends the digest: add nothing and do not ask again.
    [[nodiscard]] QByteArray finish();

private:
    crypto_generichash_state m_state;
};

/// From the operating system's generator, fit for salts, nonces and keys. `count` >= 0.
[[nodiscard]] QByteArray randomBytes(int count);

/// Takes the same time wherever the first difference is. Different lengths are told apart at once: a length is no secret.
[[nodiscard]] bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace lyceum::security

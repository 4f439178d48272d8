// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "security/secret.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <map>

/**
 * The bytes of a file sealed under a passphrase. Pure: no file is touched here.
 *
 *     offset  bytes
 *          0     8  "LYCSEAL" and the format's version, 1
 *          8     8  Argon2id passes            (little-endian, as all numbers here)
 *         16     8  Argon2id memory in bytes
 *         24    16  Argon2id salt
 *         40    24  XChaCha20-Poly1305 nonce, new at every write
 *         64     n  the entries, encrypted, with their tag of 16 bytes; the 64 bytes before are the associated data
 *     64 + n    32  BLAKE2b-256 of everything before it
 *
 * The encryption alone keeps strangers from reading and changing entries. The hash at the end is no protection, it is there
 * to tell a damaged file from a wrong passphrase, and before Argon2id has been run with numbers that are mere noise.
 */
namespace lyceum::security {

using Secrets = std::map<QString, Secret>;

/// What one guess at the passphrase costs. The file remembers it, so that it can be raised later.
struct SealCost {
    /// Memory 64 MiB and four passes: the second choice of RFC 9106 section 4 with a pass more for its missing lanes.
    /// About 0.2 s. Less memory than its first choice (2 GiB), because small servers run the command line too.
    quint64 passes = 4;
    quint64 memoryBytes = 64 * 1024 * 1024;

    friend bool operator==(const SealCost&, const SealCost&) = default;
};

/// The key made of a passphrase. Kept while a store lives, so that only the first access pays for Argon2id.
struct SealKey {
    std::array<char, 16> salt{};
    SealCost cost;
    Secret key;
};

/// Makes a key with a salt of its own. Takes `cost`. Internal: too little memory.
[[nodiscard]] Result<SealKey> makeSealKey(const Secret& passphrase, SealCost cost);

/**
 * The key with which these bytes were sealed, provided that the passphrase is right. Takes the cost written in the file, which is
 * bounded (16 passes, 1 GiB); nothing if `known` has the same salt and cost.
 * BadInput: not such a file, damaged, or of a newer version. Whether the passphrase is right, only unseal() knows.
 */
[[nodiscard]] Result<SealKey> sealKeyOf(QByteArrayView file, const Secret& passphrase, const SealKey& known = {});

[[nodiscard]] QByteArray seal(const Secrets& secrets, const SealKey& key);

/// BadInput as above; WrongPassphrase: the key does not open it.
[[nodiscard]] Result<Secrets> unseal(QByteArrayView file, const SealKey& key);

} // namespace lyceum::security

// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/sealedfile.h"

#include "security/digest.h"

#include <QScopeGuard>
#include <QtEndian>

#include <sodium.h>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace lyceum::security {
namespace {

constexpr QByteArrayView kMagic("LYCSEAL\x01", 8);
constexpr qsizetype kPassesAt = 8;
constexpr qsizetype kMemoryAt = 16;
constexpr qsizetype kSaltAt = 24;
constexpr qsizetype kNonceAt = 40;
constexpr qsizetype kHeaderBytes = 64;
constexpr qsizetype kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr quint64 kMostPasses = 16;
constexpr quint64 kMostMemory = quint64(1) << 30;

static_assert(crypto_pwhash_argon2id_SALTBYTES == std::tuple_size_v<decltype(SealKey::salt)>);
static_assert(kNonceAt + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES == kHeaderBytes);

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

unsigned char* bytesOf(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}

quint64 numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint64>(bytes.data() + at);
}

void appendNumber(QByteArray& bytes, quint64 number)
{
    char raw[sizeof number];
    qToLittleEndian(number, raw);
    bytes.append(raw, sizeof raw);
}

tl::unexpected<Error> damaged(const QString& why)
{
    return failure(Error::Kind::BadInput, {}, u"sealed file: %1"_s.arg(why));
}

QByteArray checksum(QByteArrayView bytes)
{
    Digest digest;
    digest.add(bytes);
    return digest.finish();
}

/// The part between header and checksum, once the file has shown to be whole.
Result<QByteArrayView> sealedPart(QByteArrayView file)
{
    if (file.size() < kHeaderBytes + kTagBytes + Digest::kBytes)
        return damaged(u"too short"_s);
    if (file.first(kMagic.size() - 1) != kMagic.chopped(1))
        return damaged(u"not a file of this kind"_s);
    const QByteArrayView content = file.chopped(Digest::kBytes);
    if (file.last(Digest::kBytes) != checksum(content))
        return damaged(u"its checksum is wrong"_s);
    if (file[kMagic.size() - 1] != kMagic[kMagic.size() - 1])
        return damaged(u"written by a newer version"_s);
    return content.sliced(kHeaderBytes);
}

Result<Secret> derive(const Secret& passphrase, const std::array<char, 16>& salt, SealCost cost)
{
    initialiseSodium();
    QByteArray key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, Qt::Uninitialized);
    const int failed = crypto_pwhash_argon2id(bytesOf(key), static_cast<unsigned long long>(key.size()),
        passphrase.view().data(), static_cast<unsigned long long>(passphrase.view().size()),
        reinterpret_cast<const unsigned char*>(salt.data()), cost.passes, static_cast<size_t>(cost.memoryBytes),
        crypto_pwhash_argon2id_ALG_ARGON2ID13);
    if (failed)
        return failure(Error::Kind::Internal, {}, u"not enough memory to make a key of the passphrase"_s);
    return Secret::taking(key);
}

// The entries: per entry the length of the name in UTF-8, the name, the length of the secret, the secret.

/// Reserved to its full length at once: an array that grows leaves copies of its contents in freed memory.
QByteArray packed(const Secrets& secrets)
{
    qsizetype size = 0;
    for (const auto& [name, secret] : secrets)
        size += qsizetype(2 * sizeof(quint64)) + name.toUtf8().size() + secret.view().size();
    QByteArray bytes;
    bytes.reserve(size);
    for (const auto& [name, secret] : secrets) {
        const QByteArray utf8 = name.toUtf8();
        appendNumber(bytes, quint64(utf8.size()));
        bytes.append(utf8);
        appendNumber(bytes, quint64(secret.view().size()));
        bytes.append(secret.view());
    }
    return bytes;
}

std::optional<QByteArrayView> takePart(QByteArrayView& rest)
{
    if (rest.size() < qsizetype(sizeof(quint64)))
        return std::nullopt;
    const quint64 size = numberAt(rest, 0);
    rest = rest.sliced(sizeof(quint64));
    if (size > quint64(rest.size()))
        return std::nullopt;
    const QByteArrayView part = rest.first(qsizetype(size));
    rest = rest.sliced(qsizetype(size));
    return part;
}

Result<Secrets> unpacked(QByteArrayView bytes)
{
    Secrets secrets;
    while (!bytes.isEmpty()) {
        const auto name = takePart(bytes);
        const auto secret = takePart(bytes);
        if (!name || !secret)
            return damaged(u"its entries do not fit"_s);
        secrets.insert_or_assign(QString::fromUtf8(*name), Secret(*secret));
    }
    return secrets;
}

} // namespace

Result<SealKey> makeSealKey(const Secret& passphrase, SealCost cost)
{
    SealKey made;
    const QByteArray salt = randomBytes(int(made.salt.size()));
    std::copy(salt.begin(), salt.end(), made.salt.begin());
    made.cost = cost;
    Result<Secret> key = derive(passphrase, made.salt, cost);
    if (!key)
        return tl::unexpected(key.error());
    made.key = std::move(*key);
    return made;
}

Result<SealKey> sealKeyOf(QByteArrayView file, const Secret& passphrase, const SealKey& known)
{
    if (const auto whole = sealedPart(file); !whole)
        return tl::unexpected(whole.error());
    SealKey wanted;
    const QByteArrayView salt = file.sliced(kSaltAt, qsizetype(wanted.salt.size()));
    std::copy(salt.begin(), salt.end(), wanted.salt.begin());
    wanted.cost = {numberAt(file, kPassesAt), numberAt(file, kMemoryAt)};
    if (!known.key.isEmpty() && known.salt == wanted.salt && known.cost == wanted.cost)
        return known;
    if (wanted.cost.passes < crypto_pwhash_argon2id_OPSLIMIT_MIN || wanted.cost.passes > kMostPasses
        || wanted.cost.memoryBytes < crypto_pwhash_argon2id_MEMLIMIT_MIN || wanted.cost.memoryBytes > kMostMemory)
        return damaged(u"its cost is out of bounds"_s);
    Result<Secret> key = derive(passphrase, wanted.salt, wanted.cost);
    if (!key)
        return tl::unexpected(key.error());
    wanted.key = std::move(*key);
    return wanted;
}

QByteArray seal(const Secrets& secrets, const SealKey& key)
{
    QByteArray plain = packed(secrets);
    const auto wiped = qScopeGuard([&plain] { wipe(plain); });

    QByteArray file;
    file.reserve(kHeaderBytes + plain.size() + kTagBytes + Digest::kBytes);
    file.append(kMagic);
    appendNumber(file, key.cost.passes);
    appendNumber(file, key.cost.memoryBytes);
    file.append(key.salt.data(), qsizetype(key.salt.size()));
    const QByteArray nonce = randomBytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    file.append(nonce);
    Q_ASSERT(file.size() == kHeaderBytes);

    QByteArray cipher(plain.size() + kTagBytes, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(cipher), nullptr, bytesOf(QByteArrayView(plain)),
        static_cast<unsigned long long>(plain.size()), bytesOf(QByteArrayView(file)), kHeaderBytes, nullptr,
        bytesOf(QByteArrayView(nonce)), bytesOf(key.key.view()));
    file.append(cipher);
    file.append(checksum(file));
    return file;
}

Result<Secrets> unseal(QByteArrayView file, const SealKey& key)
{
    const Result<QByteArrayView> cipher = sealedPart(file);
    if (!cipher)
        return tl::unexpected(cipher.error());
    QByteArray plain(cipher->size() - kTagBytes, Qt::Uninitialized);
    const auto wiped = qScopeGuard([&plain] { wipe(plain); });
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(bytesOf(plain), nullptr, nullptr, bytesOf(*cipher),
        static_cast<unsigned long long>(cipher->size()), bytesOf(file), kHeaderBytes, bytesOf(file.sliced(kNonceAt)),
        bytesOf(key.key.view()));
    if (failed)
        return failure(Error::Kind::WrongPassphrase);
    return unpacked(plain);
}

} // namespace lyceum::security

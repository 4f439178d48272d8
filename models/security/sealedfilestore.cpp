// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/sealedfilestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QPromise>
#include <QSaveFile>
#include <QStandardPaths>

#include <functional>
#include <latch>
#include <optional>

using namespace Qt::StringLiterals;

namespace lyceum::security {
namespace {

constexpr qint64 kLargestFile = 16 * 1024 * 1024; // a secret is a few hundred bytes; more is some other file
constexpr int kLockPatienceMs = 10'000;

tl::unexpected<Error> ioFailure(const QString& path, const QString& why)
{
    return failure(Error::Kind::Io, path, why);
}

/// Runs `work` on the executor.
template <class T>
QFuture<Result<T>> runOn(Executor& executor, std::function<Result<T>()> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    executor.run([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

} // namespace

/// The file and the key that opened it last.
class SealedFileStore::File {
public:
    File(QString path, Secret passphrase, SealCost cost)
        : m_path(std::move(path))
        , m_passphrase(std::move(passphrase))
        , m_cost(cost)
    {
    }

    Result<Secret> read(const QString& key)
    {
        const Result<Secrets> secrets = load();
        if (!secrets)
            return tl::unexpected(secrets.error());
        const auto found = secrets->find(key);
        if (found == secrets->end())
            return failure(Error::Kind::SecretMissing, key);
        return found->second;
    }

    /// An empty `secret` removes the entry.
    Result<void> change(const QString& key, const std::optional<Secret>& secret)
    {
        if (!secret && !QFile::exists(m_path))
            return {};
        if (const QString folder = QFileInfo(m_path).absolutePath(); !QDir().mkpath(folder))
            return ioFailure(folder, u"cannot create the folder"_s);
        QLockFile lock(m_path + ".lock"_L1);
        if (!lock.tryLock(kLockPatienceMs))
            return ioFailure(m_path, u"locked by another program, or its folder cannot be written"_s);
        Result<Secrets> secrets = load();
        if (!secrets)
            return tl::unexpected(secrets.error());
        if (secret)
            secrets->insert_or_assign(key, *secret);
        else if (secrets->erase(key) == 0)
            return {};
        return save(*secrets);
    }

private:
    /// No entries if there is no file.
    Result<Secrets> load()
    {
        if (m_passphrase.isEmpty())
            return failure(Error::Kind::WrongPassphrase, m_path, u"the passphrase is empty"_s);
        QFile file(m_path);
        if (!file.exists())
            return Secrets();
        if (!file.open(QIODevice::ReadOnly))
            return ioFailure(m_path, file.errorString());
        if (file.size() > kLargestFile)
            return failure(Error::Kind::BadInput, m_path, u"too large for a sealed file"_s);
        const QByteArray bytes = file.readAll();
        if (file.error() != QFileDevice::NoError)
            return ioFailure(m_path, file.errorString());
        Result<SealKey> key = sealKeyOf(bytes, m_passphrase, m_key);
        if (!key)
            return named(key.error());
        Result<Secrets> secrets = unseal(bytes, *key);
        if (!secrets)
            return named(secrets.error());
        m_key = std::move(*key);
        return secrets;
    }

    Result<void> save(const Secrets& secrets)
    {
        if (m_key.key.isEmpty()) {
            Result<SealKey> key = makeSealKey(m_passphrase, m_cost);
            if (!key)
                return named(key.error());
            m_key = std::move(*key);
        }
        QSaveFile file(m_path);
        if (!file.open(QIODevice::WriteOnly))
            return ioFailure(m_path, file.errorString());
        // Before the first byte is in it.
        if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return ioFailure(m_path, file.errorString());
        file.write(seal(secrets, m_key)); // a failed write makes commit() fail
        if (!file.commit())
            return ioFailure(m_path, file.errorString());
        return {};
    }

    tl::unexpected<Error> named(Error error) const
    {
        error.subject = m_path;
        return tl::unexpected(std::move(error));
    }

    const QString m_path;
    const Secret m_passphrase;
    const SealCost m_cost;
    SealKey m_key;
};

QString SealedFileStore::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/secrets.sealed"_L1;
}

SealedFileStore::SealedFileStore(QString path, Secret passphrase, SealCost cost)
    : m_file(std::make_unique<File>(std::move(path), std::move(passphrase), cost))
    , m_worker(1)
{
}

SealedFileStore::~SealedFileStore()
{
    // The executor by itself drops what has not begun, and a secret a person asked to keep is not to be dropped.
    std::latch done(1);
    m_worker.run([&done] { done.count_down(); });
    done.wait();
}

QFuture<Result<Secret>> SealedFileStore::read(const QString& key)
{
    return runOn<Secret>(m_worker, [file = m_file.get(), key] { return file->read(key); });
}

QFuture<Result<void>> SealedFileStore::write(const QString& key, const Secret& secret)
{
    return runOn<void>(m_worker, [file = m_file.get(), key, secret] { return file->change(key, secret); });
}

QFuture<Result<void>> SealedFileStore::remove(const QString& key)
{
    return runOn<void>(m_worker, [file = m_file.get(), key] { return file->change(key, std::nullopt); });
}

} // namespace lyceum::security

// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/keychainstore.h"

#include "base/logging.h"
#include "security/digest.h"

#include <QCoreApplication>
#include <QPromise>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <functional>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace lyceum::security {
namespace {

/// Which keychain, and how long to wait for one step of it.
struct Door {
    QString service;
    std::chrono::milliseconds patience;
};

template <class T>
using Then = std::function<void(Result<T>)>;

tl::unexpected<Error> explain(const QKeychain::Job& job)
{
    const QString detail = u"keychain error %1: %2"_s.arg(int(job.error())).arg(job.errorString());
    if (job.error() == QKeychain::EntryNotFound)
        return failure(Error::Kind::SecretMissing, job.key(), detail);
    qCWarning(lcSecrets).noquote() << detail;
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return failure(Error::Kind::KeychainDenied, job.key(), detail);
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: // what no bus, no service on it and no libsecret look like
        break;
    }
    return failure(Error::Kind::KeychainMissing, job.key(), detail);
}

/// Starts the job and calls `finish` once: with the finished job, or with null when the patience is at an end.
/// The job deletes itself when its reply comes, however late.
template <class JobType>
void start(JobType* job, const Door& door, std::function<void(JobType*)> finish)
{
    auto once = std::make_shared<std::function<void(JobType*)>>(std::move(finish));
    const auto call = [once](JobType* finished) {
        if (const auto function = std::exchange(*once, nullptr))
            function(finished);
    };
    QObject::connect(job, &QKeychain::Job::finished, job, [job, call] { call(job); });
    QTimer::singleShot(door.patience, job, [call] { call(nullptr); });
    job->start();
}

tl::unexpected<Error> silence(const QString& key)
{
    return failure(Error::Kind::KeychainDenied, key, u"the keychain did not answer in time"_s);
}

void readEntry(const Door& door, const QString& key, Then<Secret> then)
{
    auto* job = new QKeychain::ReadPasswordJob(door.service);
    job->setKey(key);
    start<QKeychain::ReadPasswordJob>(job, door, [key, then = std::move(then)](QKeychain::ReadPasswordJob* finished) {
        if (!finished)
            return then(silence(key));
        if (finished->error() != QKeychain::NoError)
            return then(explain(*finished));
        QByteArray bytes = finished->binaryData();
        then(Secret::taking(bytes));
    });
}

void writeEntry(const Door& door, const QString& key, const Secret& secret, Then<void> then)
{
    auto* job = new QKeychain::WritePasswordJob(door.service);
    job->setKey(key);
    job->setBinaryData(secret.view().toByteArray());
    start<QKeychain::WritePasswordJob>(job, door, [key, then = std::move(then)](QKeychain::WritePasswordJob* finished) {
        if (!finished)
            return then(silence(key));
        if (finished->error() != QKeychain::NoError)
            return then(explain(*finished));
        then({});
    });
}

void removeEntry(const Door& door, const QString& key, Then<void> then)
{
    auto* job = new QKeychain::DeletePasswordJob(door.service);
    job->setKey(key);
    start<QKeychain::DeletePasswordJob>(job, door, [key, then = std::move(then)](QKeychain::DeletePasswordJob* finished) {
        if (!finished)
            return then(silence(key));
        if (finished->error() != QKeychain::NoError && finished->error() != QKeychain::EntryNotFound)
            return then(explain(*finished));
        then({});
    });
}

/// Whether the keychain is open, by the only question it answers truthfully: can something be written and read back?
void tryOut(const Door& door, Then<void> then)
{
    // A name of its own, so that two programs trying at once do not read each other's entry.
    const QString key = u"trial-"_s + QString::fromLatin1(randomBytes(8).toHex());
    const Secret expected(randomBytes(16));
    writeEntry(door, key, expected, [door, key, expected, then = std::move(then)](Result<void> written) {
        if (!written)
            return then(written);
        readEntry(door, key, [door, key, expected, then](Result<Secret> found) {
            removeEntry(door, key, [found, expected, key, then](Result<void> removed) {
                if (!found)
                    return then(failure(Error::Kind::KeychainDenied, key, found.error().detail));
                if (*found != expected)
                    return then(failure(Error::Kind::KeychainDenied, key, u"it returned other bytes than were written"_s));
                then(removed);
            });
        });
    });
}

/// Runs `work` on the main thread, where all keychain jobs live, and gives its future.
template <class T>
QFuture<Result<T>> answer(std::function<void(Then<T>)> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    const Then<T> deliver = [promise](Result<T> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    Q_ASSERT(QCoreApplication::instance());
    QMetaObject::invokeMethod(QCoreApplication::instance(), [work = std::move(work), deliver] { work(deliver); });
    return future;
}

} // namespace

QString KeychainStore::defaultService()
{
    return u"Lyceum"_s;
}

KeychainStore::KeychainStore(QString service, std::chrono::milliseconds patience)
    : m_service(std::move(service))
    , m_patience(patience)
{
}

QFuture<Result<Secret>> KeychainStore::read(const QString& key)
{
    return answer<Secret>([door = Door{m_service, m_patience}, key](Then<Secret> then) {
        readEntry(door, key, [door, then = std::move(then)](Result<Secret> found) {
            if (found || found.error().kind != Error::Kind::SecretMissing)
                return then(std::move(found));
            tryOut(door, [missing = std::move(found), then](Result<void> open) {
                then(open ? missing : Result<Secret>(tl::unexpected(open.error())));
            });
        });
    });
}

QFuture<Result<void>> KeychainStore::write(const QString& key, const Secret& secret)
{
    return answer<void>([door = Door{m_service, m_patience}, key, secret](Then<void> then) {
        writeEntry(door, key, secret, std::move(then));
    });
}

QFuture<Result<void>> KeychainStore::remove(const QString& key)
{
    return answer<void>([door = Door{m_service, m_patience}, key](Then<void> then) {
        removeEntry(door, key, [door, then = std::move(then)](Result<void> removed) {
            if (!removed)
                return then(std::move(removed));
            tryOut(door, then);
        });
    });
}

QFuture<Result<void>> KeychainStore::probe()
{
    return answer<void>([door = Door{m_service, m_patience}](Then<void> then) { tryOut(door, std::move(then)); });
}

} // namespace lyceum::security

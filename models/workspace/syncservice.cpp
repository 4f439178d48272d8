// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/syncservice.h"

#include "base/executor.h"
#include "base/logging.h"
#include "base/whendone.h"
#include "security/sealedfilestore.h"

#include <QElapsedTimer>
#include <QPromise>

using namespace Qt::StringLiterals;

namespace lyceum::workspace {
namespace {

constexpr qint64 kProgressEveryMs = 100;

template <class T>
void fulfil(const std::shared_ptr<QPromise<Result<T>>>& promise, Result<T> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

template <class T>
std::shared_ptr<QPromise<Result<T>>> startedPromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

} // namespace

struct SyncService::Private {
    explicit Private(Workspace& theWorkspace)
        : workspace(theWorkspace)
    {
    }

    Workspace& workspace;
    std::shared_ptr<security::SecretStore> secrets;
    State state = State::Unconnected;
    StoreLink link;
    sync::SyncProgress progress;
    std::optional<Error> lastError;
    std::shared_ptr<sync::CancelToken> cancel;
    bool pushPaused = false;
    Executor thread {1};
};

SyncService::SyncService(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(workspace))
{
    connect(&workspace, &Workspace::opened, this, &SyncService::readLink);
    connect(&workspace, &Workspace::closed, this, [this] {
        cancel();
        d->link = {};
        d->lastError.reset();
        d->pushPaused = false;
        setState(State::Unconnected);
        Q_EMIT linkChanged();
    });
    if (workspace.isOpen())
        readLink();
}

SyncService::~SyncService()
{
    if (d->cancel)
        d->cancel->cancel();
    d->thread.stop();
}

void SyncService::setSecretStore(std::shared_ptr<security::SecretStore> secrets) { d->secrets = std::move(secrets); }
bool SyncService::hasSecretStore() const { return d->secrets != nullptr; }
void SyncService::forgetSecretStore() { d->secrets.reset(); }

void SyncService::useSealedFile(const QString& passphrase)
{
    d->secrets = std::make_shared<security::SealedFileStore>(
        security::SealedFileStore::defaultPath(), security::Secret::fromText(passphrase));
}

SyncService::State SyncService::state() const { return d->state; }
const StoreLink& SyncService::link() const { return d->link; }
const sync::SyncProgress& SyncService::progress() const { return d->progress; }
std::optional<Error> SyncService::lastError() const { return d->lastError; }
bool SyncService::isPushPaused() const { return d->pushPaused; }

void SyncService::setState(State state)
{
    if (std::exchange(d->state, state) != state)
        Q_EMIT stateChanged(state);
}

void SyncService::readLink()
{
    whenDone(d->workspace.storeLink(), this, [this](const Result<StoreLink>& link) {
        if (!link) {
            qCWarning(lcSync) << "the store's settings cannot be read:" << link.error().detail;
            return;
        }
        d->link = *link;
        if (d->state != State::Syncing && d->state != State::Cancelling)
            setState(d->link.isConnected() ? State::Idle : State::Unconnected);
        Q_EMIT linkChanged();
    });
    readPushPaused();
}

void SyncService::readPushPaused()
{
    whenDone(d->workspace.setting(kPushPausedSetting.toString()), this, [this](const Result<QString>& setting) {
        if (!setting)
            return;
        const bool paused = *setting == "1"_L1;
        if (std::exchange(d->pushPaused, paused) != paused)
            Q_EMIT pushPausedChanged(paused);
    });
}

QFuture<Result<void>> SyncService::setPushPaused(bool paused)
{
    auto promise = startedPromise<void>();
    whenDone(d->workspace.setSetting(kPushPausedSetting.toString(), paused ? u"1"_s : QString()), this,
        [this, promise](const Result<void>& done) {
            readPushPaused();
            fulfil(promise, done);
        });
    return promise->future();
}

QFuture<Result<sync::StoreInfo>> SyncService::connectStore(const QString& address, const security::Secret& key)
{
    auto promise = startedPromise<sync::StoreInfo>();
    if (!d->workspace.isOpen() || !d->secrets) {
        fulfil<sync::StoreInfo>(
            promise, failure(d->workspace.isOpen() ? Error::Kind::KeychainMissing : Error::Kind::WorkspaceMissing));
        return promise->future();
    }
    d->cancel = std::make_shared<sync::CancelToken>();
    auto asked = startedPromise<sync::StoreInfo>();
    d->thread.run([asked, address, key, cancel = d->cancel, &clock = d->workspace.clock()] {
        fulfil(asked, identifyStore(address, key, clock, *cancel));
    });
    whenDone(asked->future(), this, [this, promise, key](const Result<sync::StoreInfo>& store) {
        if (!store)
            return fulfil(promise, store);
        if (!d->link.siteId.isEmpty() && d->link.siteId != store->siteId)
            return fulfil<sync::StoreInfo>(promise, failure(Error::Kind::WrongStore, store->url.toString()));
        const StoreLink link {store->kind, store->url, store->title, store->siteId};
        whenDone(d->secrets->write(link.secretName(), key), this, [this, promise, store = *store](const Result<void>& kept) {
            if (!kept)
                return fulfil<sync::StoreInfo>(promise, tl::unexpected(kept.error()));
            whenDone(d->workspace.linkStore(store), this, [this, promise, store](const Result<void>& linked) {
                if (linked)
                    readLink();
                fulfil<sync::StoreInfo>(promise, linked ? Result<sync::StoreInfo>(store) : tl::unexpected(linked.error()));
            });
        });
    });
    return promise->future();
}

QFuture<Result<void>> SyncService::disconnectStore()
{
    auto promise = startedPromise<void>();
    cancel();
    const auto forget = [this, promise] {
        whenDone(d->workspace.unlinkStore(), this, [this, promise](const Result<void>& done) {
            readLink();
            fulfil(promise, done);
        });
    };
    if (!d->secrets || !d->link.isConnected()) {
        forget();
        return promise->future();
    }
    whenDone(d->secrets->remove(d->link.secretName()), this, [forget, promise](const Result<void>& removed) {
        if (removed)
            forget();
        else
            fulfil(promise, removed);
    });
    return promise->future();
}

void SyncService::start(bool full)
{
    begin({}, full ? sync::SyncEngine::Extent::Everything : sync::SyncEngine::Extent::Changes);
}

void SyncService::push(const QList<std::pair<Entity, qint64>>& rows)
{
    sync::SyncOptions options;
    options.pushOnly = rows;
    begin(options, sync::SyncEngine::Extent::Changes);
}

void SyncService::begin(const sync::SyncOptions& options, sync::SyncEngine::Extent extent)
{
    if (d->state != State::Idle)
        return;
    if (!d->secrets) {
        d->lastError = Error {Error::Kind::KeychainMissing, {}, {}};
        Q_EMIT failed(*d->lastError, {});
        return;
    }
    d->progress = {};
    d->lastError.reset();
    d->cancel = std::make_shared<sync::CancelToken>();
    setState(State::Syncing);
    whenDone(d->secrets->read(d->link.secretName()), this, [this, options, extent](const Result<security::Secret>& key) {
        if (key)
            run(*key, options, extent);
        else
            ended(tl::unexpected(key.error()), {});
    });
}

void SyncService::run(const security::Secret& key, const sync::SyncOptions& options, sync::SyncEngine::Extent extent)
{
    struct Outcome {
        Result<sync::SyncReport> result;
        sync::SyncReport report;
    };
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    d->thread.run([this, promise, key, options, extent, cancel = d->cancel, path = d->workspace.path(), &clock = d->workspace.clock()] {
        Outcome outcome;
        auto file = storage::WorkspaceFile::open(path, clock);
        if (file) {
            (*file)->setListener([this, path](const ChangeSummary& summary) {
                QMetaObject::invokeMethod(this, [this, path, summary] {
                    if (d->workspace.path() == path)
                        d->workspace.noteChange(summary);
                }, Qt::QueuedConnection);
            });
            QElapsedTimer sinceLast;
            const auto progressed = [this, &sinceLast](const sync::SyncProgress& progress) {
                if (sinceLast.isValid() && sinceLast.elapsed() < kProgressEveryMs)
                    return;
                sinceLast.start();
                QMetaObject::invokeMethod(this, [this, progress] {
                    d->progress = progress;
                    Q_EMIT this->progressed(progress);
                }, Qt::QueuedConnection);
            };
            outcome.result = syncWorkspace(**file, key, clock, extent, options, *cancel, progressed, outcome.report);
        } else {
            outcome.result = tl::unexpected(file.error());
        }
        promise->addResult(std::move(outcome));
        promise->finish();
    });
    whenDone(promise->future(), this, [this](const Outcome& outcome) { ended(outcome.result, outcome.report); });
}

void SyncService::ended(const Result<sync::SyncReport>& result, const sync::SyncReport& report)
{
    setState(d->link.isConnected() ? State::Idle : State::Unconnected);
    if (result) {
        Q_EMIT finished(*result);
        return;
    }
    qCInfo(lcSync) << "sync ended:" << kindName(result.error().kind) << result.error().detail;
    d->lastError = result.error();
    Q_EMIT failed(result.error(), report);
}

void SyncService::cancel()
{
    if (d->cancel)
        d->cancel->cancel();
    if (d->state == State::Syncing)
        setState(State::Cancelling);
}

} // namespace lyceum::workspace

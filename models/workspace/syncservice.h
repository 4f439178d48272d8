// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "security/secretstore.h"
#include "workspace/storesession.h"
#include "workspace/workspace.h"

namespace lyceum::workspace {

// What screens name of a sync and of a key.
using security::Secret;
using sync::KindReport;
using sync::StoreInfo;
using sync::SyncProgress;
using sync::SyncReport;

/**
 * Connects the open workspace with its hosted store and keeps it in sync, on a thread of its own with a connection of its own.
 * Lives on the window's thread; nothing here waits. Follows the workspace: when another one is opened, a running sync is cancelled.
 *
 * The key goes from `connectStore` into the secret store and from there to the sync thread; it is in no setting, log or error.
 */
class SyncService final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Unconnected, ///< no workspace open, or it knows no store
        Idle,
        Syncing,
        Cancelling,
    };
    Q_ENUM(State)

    /// `workspace` must outlive the service.
    explicit SyncService(Workspace& workspace, QObject* parent = nullptr);
    ~SyncService() override; ///< cancels, and waits at most for the page in flight

    /// Where the key is kept. May change later, when a person chose the sealed file instead of the keychain.
    void setSecretStore(std::shared_ptr<security::SecretStore> secrets);
    [[nodiscard]] bool hasSecretStore() const;
    /// Keeps keys from now on in the file among the program's data that is sealed under this passphrase.
    void useSealedFile(const QString& passphrase);
    /// Forgets where keys are kept, so that a person is asked again.
    void forgetSecretStore();

    /// Checks address and key against the site, keeps the key in the secret store, remembers the site in the workspace; in this order,
    /// so that a failure leaves the workspace as it was.
    /// Errors: BadInput (address), BadKey, NotAStore, NotAllowed, WrongStore, Offline ..., KeychainMissing, KeychainDenied.
    [[nodiscard]] QFuture<Result<sync::StoreInfo>> connectStore(const QString& address, const security::Secret& key);
    /// Forgets the key and the connection; what was synced stays.
    [[nodiscard]] QFuture<Result<void>> disconnectStore();

    [[nodiscard]] State state() const;
    [[nodiscard]] const StoreLink& link() const;
    [[nodiscard]] const sync::SyncProgress& progress() const; ///< of the running sync
    [[nodiscard]] std::optional<Error> lastError() const; ///< of the last attempt; none when it ended well
    [[nodiscard]] bool isPushPaused() const; ///< the workspace only reads from the store
    /// Remembered in the workspace; takes effect with the next sync.
    [[nodiscard]] QFuture<Result<void>> setPushPaused(bool paused);

public Q_SLOTS:
    /// Reads what changed there, then sends what was changed here. Does nothing while one runs or nothing is connected. `full` walks
    /// everything again.
    void start(bool full = false);
    /// The same, but of what waits only these rows are sent, at once even if it failed before.
    void push(const QList<std::pair<lyceum::workspace::Entity, qint64>>& rows);
    void cancel(); ///< takes effect within a second; what arrived is kept

Q_SIGNALS:
    void stateChanged(lyceum::workspace::SyncService::State state);
    void linkChanged();
    void pushPausedChanged(bool paused);
    void progressed(const lyceum::sync::SyncProgress& progress); ///< at most ten times a second
    void finished(const lyceum::sync::SyncReport& report); ///< it ended well
    void failed(const lyceum::Error& error, const lyceum::sync::SyncReport& report); ///< also after a cancel

private:
    void readLink();
    void setState(State state);
    void readPushPaused();
    void begin(const sync::SyncOptions& options, sync::SyncEngine::Extent extent);
    void run(const security::Secret& key, const sync::SyncOptions& options, sync::SyncEngine::Extent extent);
    void ended(const Result<sync::SyncReport>& result, const sync::SyncReport& report);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lyceum::workspace

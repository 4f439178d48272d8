// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "security/secretstore.h"
#include "sync/engine/hostedstore.h"
#include "sync/engine/syncengine.h"
#include "workspace/workspace.h"

namespace lyceum::workspace {

/// How a workspace stands with its store.
struct StoreLink {
    QString kind; ///< "ghost"; empty: connected to none
    QUrl url;
    QString title;
    QString siteId;
};

/**
 * Connects the open workspace with its hosted store and keeps it in sync, on a thread of its own with a connection of its own.
 * Lives on the window's thread; nothing here waits.
 *
 * The key goes from `connectStore` into the secret store and from there to the sync thread; it is in no setting, log or error.
 */
class SyncService final : public QObject {
    Q_OBJECT

public:
    enum class State { Unconnected, Idle, Syncing, Cancelling };

    /// Both must outlive the service. `secrets` may be changed later, when a person chose the sealed file instead of the keychain.
    SyncService(Workspace& workspace, QObject* parent = nullptr);
    ~SyncService() override; ///< cancels, and waits at most for the page in flight

    void setSecretStore(std::shared_ptr<security::SecretStore> secrets);
    [[nodiscard]] bool hasSecretStore() const;

    /// Checks address and key against the site, keeps the key in the secret store, remembers the site in the workspace.
    /// Errors: BadInput (address), BadKey, NotAStore, NotAllowed, WrongStore, Offline ..., KeychainMissing, KeychainDenied.
    [[nodiscard]] QFuture<Result<sync::StoreInfo>> connectStore(const QString& address, const security::Secret& key);
    /// Forgets the key and the site; what was synced stays.
    [[nodiscard]] QFuture<Result<void>> disconnectStore();

    [[nodiscard]] State state() const;
    [[nodiscard]] const StoreLink& link() const;
    [[nodiscard]] const sync::SyncProgress& progress() const; ///< of the running sync
    [[nodiscard]] std::optional<Error> lastError() const;

public Q_SLOTS:
    /// Does nothing while one runs or nothing is connected. `full` walks everything again.
    void start(bool full = false);
    void cancel(); ///< within a second; what arrived is kept

Q_SIGNALS:
    void stateChanged(lyceum::workspace::SyncService::State state);
    void progressed(const lyceum::sync::SyncProgress& progress); ///< at most ten times a second
    void finished(const lyceum::sync::SyncReport& report); ///< also after a cancel
    void failed(const lyceum::Error& error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lyceum::workspace

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "security/secret.h"
#include "storage/workspacefile.h"
#include "sync/engine/syncengine.h"

#include <QUrl>

#include <memory>

namespace lyceum::workspace {

/// With which store a workspace is in sync, as its settings say.
struct StoreLink {
    QString kind; ///< "ghost"; empty: connected to none
    QUrl url;
    QString title;
    QString siteId;

    [[nodiscard]] bool isConnected() const { return !kind.isEmpty(); }
    /// Under which name the store's key is kept in a secret store.
    [[nodiscard]] QString secretName() const { return kind + u'/' + siteId; }
};

[[nodiscard]] Result<StoreLink> storeLinkOf(storage::Connection& connection);

// What follows blocks the calling thread for as long as the network takes; the window calls it through SyncService only.

/// Asks the store at an address as a person types it who it is, and whether it accepts the key.
/// The answer's `url` is that address, made whole, whatever the site calls itself.
/// Errors: BadInput (the address), BadKey, NotAStore, NotAllowed, Redirected, Offline ...
[[nodiscard]] Result<sync::StoreInfo> identifyStore(
    const QString& address, const security::Secret& key, const Clock& clock, sync::CancelToken& cancel);

/// Remembers the store in the workspace's settings. Errors: WrongStore (it belongs to another one, or is a sample), those of writing.
[[nodiscard]] Result<void> linkStore(storage::WorkspaceFile& file, const sync::StoreInfo& store);

/// Forgets which store it was; the rows and their remote ids stay, so that connecting again goes on where it stopped.
[[nodiscard]] Result<void> unlinkStore(storage::WorkspaceFile& file);

/// The setting that says "1" when nothing is sent to the store.
inline constexpr QStringView kPushPausedSetting = u"pushPaused";

/// One run of the engine with the store the workspace is linked to: reads what changed there, sends what was changed here as far as
/// `options` and the setting allow. What `report` says holds after an error too.
[[nodiscard]] Result<sync::SyncReport> syncWorkspace(storage::WorkspaceFile& file, const security::Secret& key, const Clock& clock,
    sync::SyncEngine::Extent extent, const sync::SyncOptions& options, sync::CancelToken& cancel,
    const sync::SyncEngine::OnProgress& progress, sync::SyncReport& report);

} // namespace lyceum::workspace

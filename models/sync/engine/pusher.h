// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/outbox.h"
#include "sync/engine/outgoing.h"
#include "sync/engine/puller.h"
#include "sync/engine/pushplan.h"

namespace lyceum::sync {

/**
 * Tells the store what was changed here: reads the rows fresh, merges, sends what still differs, and takes the store's answer.
 *
 * Before a request goes out the outbox says so ("sending"), so that whoever comes after a lost answer knows that the store may have the
 * row as it was then. Only making a row needs more: whether it was made is looked for before anything else is read.
 *
 * Used on the thread of the run, after identify(). Everything it borrows outlives it.
 */
class Pusher {
public:
    struct Parts {
        Puller& puller;
        storage::WorkspaceFile& workspace;
        CommitLane& lane;
        const SyncOptions& options;
        SyncReport& report;
        std::function<qint64()> storeNowUtc;
        std::function<qint64()> nowUtc; ///< by our own clock: for when to try again
        std::function<void(Kind kind, qint64 done, qint64 total)> onItem;
    };
    explicit Pusher(Parts parts)
        : m(std::move(parts))
    {
    }

    /// Finds out whether rows were made whose answer was lost. Before anything is pulled, which would bring them in once more.
    [[nodiscard]] Result<void> recover();
    /// Sends what waits and is due, kind by kind. What one item suffers does not stop the others; the errors that end it are those of the
    /// connection and the key, and the third failure in a row that is not an item's own.
    [[nodiscard]] Result<void> push();

private:
    struct Item {
        qint64 row = 0;
        qint64 upTo = 0; ///< the last outbox row of those meant
        storage::OutboxState state = storage::OutboxState::Pending;
        int attempts = 0;
        std::optional<qint64> nextAttemptAtUtc;
        bool isHeldBack = false; ///< by a person
    };
    struct Planned {
        Item item;
        QString remoteId;
        ChangePlan plan;
        Outgoing row;
        std::optional<qint64> basedOnUtc;
        qint64 sendingUpTo = 0; ///< of an earlier request whose effect was unknown
    };
    using StoreRows = QHash<qint64, RowState>; ///< as the store has them, by our ids

    [[nodiscard]] Result<void> pushKind(Kind kind);
    [[nodiscard]] Result<void> pushBatch(Kind kind, const QList<Item>& items);
    [[nodiscard]] Result<QList<Item>> dueItems(Kind kind);
    [[nodiscard]] Result<void> pushRemoved(Kind kind, const Item& item, const QString& remoteId);
    [[nodiscard]] Result<void> readFresh(Kind kind, const QHash<QString, qint64>& remoteIds, StoreRows& store);
    // pushsending.cpp
    /// Plans what is to be sent of rows the store has, notes that it is being sent, and sends it.
    [[nodiscard]] Result<void> sendChanges(Kind kind, const QHash<qint64, Item>& items, const StoreRows& store, bool mayReread = true);
    [[nodiscard]] Result<QList<Planned>> planAll(Kind kind, const QHash<qint64, Item>& items, const StoreRows& store);
    [[nodiscard]] Result<void> relabel(QList<Planned>& all);
    [[nodiscard]] Result<void> sendOne(Kind kind, const Planned& planned, bool mayReread);
    [[nodiscard]] Result<void> reread(Kind kind, const Planned& planned, bool sendsAgain);
    [[nodiscard]] Result<void> unsend(Kind kind, const QList<Planned>& all);

    // pushmaking.cpp
    [[nodiscard]] Result<void> make(Kind kind, const Item& item);
    [[nodiscard]] Result<void> takeMade(Kind kind, const Item& item, const Batch& answer, Coming coming, const QSet<QByteArray>& sent, bool isWhole);
    [[nodiscard]] Result<bool> adoptTwin(Kind kind, const Item& item, const RowWrite& write);
    [[nodiscard]] Result<std::optional<Batch>> find(Kind kind, const RowWrite& write);
    [[nodiscard]] Result<bool> isAnothers(Kind kind, const Batch& found, qint64 row);
    [[nodiscard]] Result<void> recoverMade(Kind kind, const storage::OutboxItem& item);
    [[nodiscard]] Result<void> recoverRemoved(Kind kind, const PendingChanges::Removed& removed);
    [[nodiscard]] Result<QString> tokenOf(Kind kind, qint64 row);

    /// What the error of a request means for its items; an error here ends the run.
    [[nodiscard]] Result<void> failed(Kind kind, const QList<Item>& items, const Error& error, bool isMaking = false);
    [[nodiscard]] Result<void> mark(Kind kind, const QList<storage::OutboxMark>& marks);
    [[nodiscard]] storage::OutboxMark markOf(Kind kind, const Item& item, std::optional<storage::OutboxState> state, const QString& problem = {}) const;
    [[nodiscard]] bool isNamed(Kind kind, qint64 row) const;

    Parts m;
    int m_failures = 0; ///< in a row, that were no item's own
    qint64 m_done = 0; ///< of the kind's items
    qint64 m_total = 0;
};

/// The kinds that are pushed, in an order in which what a kind refers to stands before it.
inline constexpr std::array kPushedKinds {Kind::Labels, Kind::Tags, Kind::Newsletters, Kind::Tiers, Kind::Offers, Kind::Members, Kind::Posts, Kind::Comments};

} // namespace lyceum::sync

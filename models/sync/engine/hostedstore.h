// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sync/engine/remote.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QUrl>

namespace lyceum::sync {

/// What can be asked for as a list. Order matters: what a kind refers to stands before it.
enum class Kind { Tiers, Labels, Newsletters, Offers, Tags, Members, Posts, Comments, Reactions, Events };

[[nodiscard]] QString nameOf(Kind kind); ///< "tiers", "labels", ...: stable, for scripts

/// Which part of a kind is wanted.
struct Walk {
    enum class Extent {
        Everything, ///< all the store has, in an order that misses nothing while the data move
        Since, ///< whatever the store itself can tell has changed at or after `sinceUtc` (server time)
        Named, ///< the rows of `ids`; those the store does not have are simply not in the answer
        WithLabel, ///< members that carry the label whose remote id is the only one in `ids`
        WithNewsletter, ///< members that get the newsletter whose remote id is the only one in `ids`
    };

    Kind kind = Kind::Members;
    Extent extent = Extent::Everything;
    qint64 sinceUtc = 0;
    QStringList ids; ///< Named; for Reactions the ids of the comments they belong to
    EventKind event = EventKind::Signup; ///< for Kind::Events: one walk a kind of event

    friend bool operator==(const Walk&, const Walk&) = default;
};

struct WalkPage {
    Batch batch;
    /// Pass it, with an equal walk, to go on; opaque; empty: this was the last page. It is kept in the workspace: another object of
    /// the same kind must be able to go on from it days later, or answer Error::Kind::BadInput, whereupon the walk begins anew.
    QString next;
    std::optional<qint64> total; ///< rows of the whole walk, where the store says so: for the progress bar
};

/// Who the store is. Learnt before anything is pulled.
struct StoreInfo {
    QString kind; ///< "ghost"
    QString title;
    QUrl url;
    QString siteId; ///< stays when the address changes
    QString version;
    QString timeZone; ///< IANA
    bool paidMembers = false; ///< payments are connected
    qint64 serverTimeUtc = 0;
};

/// What is cheap to learn about changes that move no row's "updated at". Everything here may name too much, never too little
/// of what the store is able to tell.
struct Hints {
    QStringList members; ///< to be read again
    QStringList posts;
    QStringList deletedPosts; ///< named as deleted by the store's own log
    QStringList comments; ///< to be read again, e.g. because their counts may have moved
    bool labelsChanged = false; ///< renamed, added or deleted
    bool tagsChanged = true; ///< as far as the store can tell; false saves reading them
};

/// Cheap counts, to be compared with our own. A kind missing from the map cannot be counted cheaply.
struct Totals {
    QHash<Kind, qint64> rows;
    qint64 events = 0; ///< all kinds this store reports, together
    QHash<QString, qint64> membersOfLabel; ///< by the label's remote id
    QHash<QString, qint64> membersOfNewsletter;
};

/// Sent along with every request, and read by a person in the sync log.
struct Traffic {
    qint64 requests = 0;
    qint64 bytes = 0;
};

/**
 * One row to be written. A store writes no more than `fields` names, so that what it has otherwise stays.
 *
 * A row is made (its remote id is empty) with one request and no second one after it: what the answer of that request leaves open is
 * written by a later `write`, when the engine has kept the remote id. A store that knows no other way to find a row again whose answer
 * was lost, makes it with `token` in a field that can be asked for, e.g. a post as a draft whose slug is the token; which status and
 * slug it shall have comes with that later `write`, whose `fields` names them.
 */
struct RowWrite {
    Kind kind = Kind::Members;
    Batch row; ///< exactly one row of `kind`, and the rows it refers to (labels, newsletters, tags, tiers, offers), with their names
    QSet<QByteArray> fields; ///< to be written, as the journal names them ("name", "labels"); of a row to be made all that are set
    QString token; ///< of a row to be made: lower-case letters, digits and hyphens, at most 60, and never used for another one
    std::optional<qint64> basedOnUtc; ///< the row's own "changed at" when it was read last: for stores that refuse stale writes

    friend bool operator==(const RowWrite&, const RowWrite&) = default;
};

/**
 * A hosted store as a peer. Ghost is the first behind this; nothing above may know it.
 *
 * Calls block the calling thread, which is the sync thread and never the window's; each ends with an error of its own kind
 * (Error::Kind::Offline, Timeout, BadKey, RateLimited, StoreUnavailable, BadAnswer ...) after the implementation's own retries.
 * `cancel()` may be called from any thread and makes the running call return Error::Kind::Cancelled within a second.
 * An implementation never answers a truncated list as if it were whole.
 *
 * Writing: an error of Error::Kind::Refused (`subject` holds the store's reason), NotAllowed, Collision or NotFound says that nothing was
 * written. After any other the row may or may not be written; the engine finds out before it tries again, so an implementation
 * repeats no request that makes something. Other writes have the same effect when they are repeated. A store that takes nothing
 * leaves these functions as they are here.
 */
class HostedStore {
public:
    virtual ~HostedStore() = default;

    [[nodiscard]] virtual Result<StoreInfo> identify() = 0;
    /// One page; `cursor` is empty for the first and WalkPage::next afterwards. Pages may repeat or overlap: applying is idempotent.
    [[nodiscard]] virtual Result<WalkPage> pull(const Walk& walk, const QString& cursor) = 0;
    [[nodiscard]] virtual Result<Hints> hintsSince(qint64 sinceUtc) = 0;
    [[nodiscard]] virtual Result<Totals> totals() = 0;
    /// Rows of one kind of event, for finding which kind the difference is in.
    [[nodiscard]] virtual Result<qint64> eventTotal(EventKind kind) = 0;
    /// Kinds of events this store reports through `pull`. Comments and reactions are not among them: they come as rows.
    [[nodiscard]] virtual QList<EventKind> eventKinds() const = 0;
    /// Whether events of the kind stay in the store, and in its totals, when the member they are about is deleted.
    [[nodiscard]] virtual bool outlivesMember(EventKind) const { return false; }
    /// All ids of a kind the store has now (Members, Posts, Comments), complete or an error: the only way to learn of deletions.
    /// `cursor` as in pull; the answer's `next` likewise.
    struct IdPage {
        QStringList ids;
        QString next;
    };
    [[nodiscard]] virtual Result<IdPage> ids(Kind kind, const QString& cursor) = 0;
    /// Whether the store still has one row; a comment that exists but is marked deleted counts as gone. Asked of members, posts,
    /// comments, labels and tags.
    [[nodiscard]] virtual Result<bool> exists(Kind kind, const QString& remoteId) = 0;

    /// Writes a row and answers it as the store has it then, with the rows it refers to, as `pull` would. Refused: the store says no to
    /// the values; Collision: the row was changed since `basedOnUtc`; NotFound: it is gone.
    [[nodiscard]] virtual Result<Batch> write(const RowWrite& write);
    /// Deletes a row. That it is gone already is no error.
    [[nodiscard]] virtual Result<void> remove(Kind kind, const QString& remoteId);
    /// Looks for a row to be made that may have been made already, because the answer was lost or somebody else made it: a member by
    /// e-mail, a label or tag by name, a post by its token, a comment by member, post and time, a tier by name, currency and
    /// prices, an offer by code. Nothing: it is not there.
    [[nodiscard]] virtual Result<std::optional<Batch>> findMade(const RowWrite& write);
    /// Gives a label to members, or takes it from them (`carry` false), and touches nothing else of theirs. `members` are at most 100
    /// remote ids; members the store does not have, or who are as wished already, are passed over.
    [[nodiscard]] virtual Result<void> relabel(const Label& label, const QStringList& members, bool carry);
    /// The fields of a kind that can be written, as the journal names them, when a row is made or changed; asked after `identify()`. What is
    /// not among them stays in the workspace. "departed_at" and "deleted_at" stand for `remove`; a kind whose rows can be removed
    /// without such a field (labels, tags) has "removed".
    [[nodiscard]] virtual QSet<QByteArray> writable(Kind kind, bool making) const;

    [[nodiscard]] virtual Traffic traffic() const = 0; ///< since this object was made
    virtual void cancel() = 0;
};

} // namespace lyceum::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/hostedstore.h"
#include "sync/ghost/adminapi.h"

#include <QElapsedTimer>

namespace lyceum::sync {

struct GhostOptions {
    HttpClient::Options http = {};
    int rows = 100; ///< a page; Ghost gives no more
    int postRows = 25; ///< posts are large
    int commentsOfReactions = 50; ///< whose reactions make one page
    int idRows = 10'000; ///< members of one export; Ghost on SQLite fails above 32 766
    bool readAhead = true;
    quint32 seed = 0; ///< of the waiting times between tries; 0: from the system
};

/**
 * A Ghost 6 site as a peer, through its Admin API.
 *
 * How it walks: lists by id, in id order, so that rows added, changed or deleted meanwhile make nothing be skipped; changes by
 * (updated_at, id); comments that changed by id too, because Ghost does not tell when; events from the newest to the oldest.
 * While a page is worked on the next one is already asked for.
 *
 * How it writes: one request a row, sent once when it makes something; what a row has in other fields is not touched. Who is made anew is
 * never found twice: see findMade().
 *
 * What a walk `Since` cannot see, because Ghost moves no "updated at" for it, is in hintsSince() and totals().
 *
 * Made anywhere, used and destroyed on one thread that is not the window's. After cancel() it stays cancelled.
 */
class GhostStore final : public HostedStore {
public:
    using Options = GhostOptions;

    /// `site` as siteAddress() gives it. `clock` must outlive the store.
    GhostStore(const QUrl& site, AdminKey key, const Clock& clock, Options options = {});

    /// Two requests. NotAStore, BadKey and NotAllowed are told apart; so is Redirected, whose subject is the right address.
    [[nodiscard]] Result<StoreInfo> identify() override;

    /// `total` comes with the first page. Error::Kind::BadInput for a cursor that is not of this walk.
    [[nodiscard]] Result<WalkPage> pull(const Walk& walk, const QString& cursor) override;

    /// Two requests on a quiet site. Members named: edited by staff or an integration (the action log), or with news in their
    /// newsletters, subscriptions, payments or address.
    [[nodiscard]] Result<Hints> hintsSince(qint64 sinceUtc) override;

    /// Four to seven requests: what a pull or hintsSince() of the last minute has told on the way is not asked again.
    [[nodiscard]] Result<Totals> totals() override;
    [[nodiscard]] Result<qint64> eventTotal(EventKind kind) override;
    [[nodiscard]] QList<EventKind> eventKinds() const override;

    /// E-mail events and donations: Ghost keeps them, with nobody's name on them.
    [[nodiscard]] bool outlivesMember(EventKind kind) const override;

    /// Members come from the CSV export, ten thousand at a time, which costs Ghost a tenth of listing them.
    [[nodiscard]] Result<IdPage> ids(Kind kind, const QString& cursor) override;
    [[nodiscard]] Result<bool> exists(Kind kind, const QString& remoteId) override;

    /// One request, and two more for a post whose tags change or a member whose commenting does.
    [[nodiscard]] Result<Batch> write(const RowWrite& write) override;
    /// Of a paying member the subscription is ended as well. A comment is marked deleted.
    [[nodiscard]] Result<void> remove(Kind kind, const QString& remoteId) override;
    /// Of several that could be it (tiers, tags of one name) the newest.
    [[nodiscard]] Result<std::optional<Batch>> findMade(const RowWrite& write) override;
    [[nodiscard]] Result<void> relabel(const Label& label, const QStringList& members, bool carry) override;
    [[nodiscard]] QSet<QByteArray> writable(Kind kind, bool making) const override;

    [[nodiscard]] Traffic traffic() const override;
    void cancel() override { m_api.cancel(); }

private:
    struct Listing; // how one kind is listed
    /// A figure that came along with another answer, and when.
    template <class T>
    struct Remembered {
        std::optional<T> value = {};
        QElapsedTimer since = {};

        void set(T told)
        {
            value = std::move(told);
            since.start();
        }
        [[nodiscard]] bool isFresh() const { return value && since.elapsed() < 60'000; }
    };
    using Counts = QHash<QString, qint64>;

    [[nodiscard]] static Listing listingOf(Kind kind, const Options& options);
    [[nodiscard]] Result<WalkPage> pullList(const Walk& walk, const QString& cursor);
    [[nodiscard]] Result<WalkPage> pullNamed(const Walk& walk, const QString& cursor);
    [[nodiscard]] Result<WalkPage> pullWhole(const Listing& listing);
    [[nodiscard]] Result<WalkPage> pullReactions(const Walk& walk, const QString& cursor);
    [[nodiscard]] Result<WalkPage> pullEvents(const Walk& walk, const QString& cursor);
    /// The first page of a list under a filter.
    [[nodiscard]] Result<Batch> pullFiltered(Kind kind, const QString& filter);
    [[nodiscard]] Result<Batch> readBack(Kind kind, const QString& remoteId);
    [[nodiscard]] Result<QJsonObject> send(const ghost::AdminApi::Change& change);
    [[nodiscard]] Result<Batch> make(const RowWrite& write);
    [[nodiscard]] Result<Batch> change(RowWrite write, const QString& remoteId);
    [[nodiscard]] Result<void> prepareTags(RowWrite& write);
    [[nodiscard]] Result<void> addUnlisted(const QStringList& ids, Batch& batch);
    [[nodiscard]] Result<void> addReactions(const QString& comment, Reaction::Kind kind, Batch& batch);
    void rememberCounts(Kind kind, const QJsonObject& answer, bool first, bool last);

    [[nodiscard]] Result<void> addActions(qint64 sinceUtc, Hints& hints);
    [[nodiscard]] Result<void> addEventMembers(qint64 sinceUtc, Hints& hints);
    [[nodiscard]] Result<qint64> count(const QString& path, const QString& filter);
    [[nodiscard]] Result<Counts> membersOf(Kind kind, Remembered<Counts>& remembered);
    [[nodiscard]] Result<IdPage> memberIds(const QString& cursor);

    Options m_options;
    ghost::AdminApi m_api;
    QUrl m_site;
    bool m_payments = false; ///< connected, as identify() has learnt
    Counts m_counting; // of a list whose pages are still coming
    Remembered<Counts> m_labelCounts;
    Remembered<Counts> m_newsletterCounts;
    Remembered<qint64> m_eventTotal;
};

} // namespace lyceum::sync

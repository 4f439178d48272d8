// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/hostedstore.h"

#include <QMap>
#include <QSet>

#include <functional>
#include <random>

namespace lyceum::test {

/// Random numbers that are the same everywhere.
class Dice {
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {
    }
    int below(qsizetype n) { return n <= 0 ? 0 : int(m_engine() % quint64(n)); }
    bool chance(int percent) { return below(100) < percent; }
    template <class Map>
    typename Map::key_type keyOf(const Map& map)
    {
        return map.isEmpty() ? typename Map::key_type() : std::next(map.cbegin(), below(map.size())).key();
    }

private:
    std::mt19937_64 m_engine;
};

/**
 * A hosted site as it is behind its API, with the habits of a real one: deletions leave nothing, most changes move no "updated at",
 * some are in a log, some in the events, some nowhere.
 */
class Site {
public:
    explicit Site(quint64 seed);

    /// How well an edit can be noticed from outside.
    enum class Trace {
        Any, ///< everything may happen, also what only reading every row can find
        Visible, ///< only what dates, the log, the events and the counts give away together
    };
    void edit(Trace trace); ///< one random edit

    // Single edits, for tests of their own.
    QString addMember(bool withPast = false);
    void renameMember(const QString& id);
    void deleteMember(const QString& id);
    void labelInBulk(const QString& label, int members);
    void swapLabel(const QString& label); ///< one member gets it, another loses it: no count moves
    void unsubscribeInBulk(const QString& newsletter, int members);
    QString addPost();
    void deletePost(const QString& id);
    QString addComment(const QString& parent = {});
    void setCommentStatus(const QString& id, Comment::Status status);
    QString react(const QString& comment, Reaction::Kind kind);
    void withdraw(const QString& reaction);
    QString addLabel(const QString& name = {});
    void deleteLabel(const QString& id);
    void subscribe(const QString& member);
    void cancelAtEnd(const QString& member);
    void addEvent(EventKind kind, const QString& member, qint64 atUtc);
    [[nodiscard]] QString someMember() { return m_dice.keyOf(members); }

    // What a client can do; answers the row's id. A repeated make makes another one; a member's e-mail and a label's name are taken only once.
    [[nodiscard]] Result<QString> write(const sync::RowWrite& write);
    [[nodiscard]] Result<void> relabel(const Label& label, const QStringList& members, bool carry);
    void remove(sync::Kind kind, const QString& id);
    [[nodiscard]] QString find(const sync::RowWrite& write) const; ///< a row to be made that is there; empty: none
    [[nodiscard]] static QSet<QByteArray> writable(sync::Kind kind, bool making);
    [[nodiscard]] static QString rendered(const QString& html); ///< the site's own way to write it
    /// What clients had made although it was there already: a request that was repeated in effect.
    QStringList doubled;
    /// Every value that names, notes and titles had one after the other, by row and field.
    QHash<std::pair<QString, QByteArray>, QStringList> history;
    void observe(); ///< to be called after a change

    struct LoggedAction {
        qint64 atUtc = 0;
        sync::Kind kind = sync::Kind::Members;
        QString id;
        bool deleted = false;
    };

    qint64 nowUtc = 1'780'000'000;
    QString siteId = QStringLiteral("site-one");
    QMap<QString, Tier> tiers;
    QMap<QString, Label> labels;
    QMap<QString, Newsletter> newsletters;
    QMap<QString, sync::RemoteOffer> offers;
    QMap<QString, Tag> tags;
    QMap<QString, sync::RemoteMember> members;
    QMap<QString, sync::RemotePost> posts;
    QMap<QString, sync::RemoteComment> comments; ///< deleted ones too, which are listed nowhere
    QMap<QString, qint64> commentChanged; ///< its "updated at", which is not in the row
    QMap<QString, sync::RemoteReaction> reactions;
    QMap<EventKind, QMap<QString, sync::RemoteEvent>> events;
    QList<LoggedAction> log;

    QSet<QString> everMembers; ///< ids that were there at some time
    QMap<EventKind, QSet<QString>> everEvents;
    QHash<QString, qint64> miscounted; ///< by how much the site counts a label's members too high
    QMap<QString, QString> sources; ///< where a member came from, by its sign-up

    [[nodiscard]] QStringList listedComments() const;
    [[nodiscard]] static QList<EventKind> eventKinds();
    [[nodiscard]] static bool outlivesMember(EventKind kind);

private:
    QString newId();
    void touch(sync::RemoteMember& member) { member.member.changedAtUtc = nowUtc; }
    void recount(const QString& comment);
    void noteMade(const QString& what, const QString& id, bool isThereAlready);
    [[nodiscard]] Result<QString> writeMember(const sync::RowWrite& write);
    [[nodiscard]] Result<QString> writeLabel(const sync::RowWrite& write);
    [[nodiscard]] Result<QString> writeTag(const sync::RowWrite& write);
    [[nodiscard]] Result<QString> writeTier(const sync::RowWrite& write);
    [[nodiscard]] Result<QString> writePost(const sync::RowWrite& write);
    [[nodiscard]] Result<QString> writeComment(const sync::RowWrite& write);
    QString word();

    Dice m_dice;
    quint64 m_serial = 0;
    QHash<QString, QString> m_made; ///< by what it can be told apart by: its id
};

} // namespace lyceum::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/syncrun.h"

using namespace Qt::StringLiterals;

// Likes, dislikes and reports leave no trace but the counts of their comment; they are listed by comment only.

namespace lyceum::sync {

using namespace storage;

Result<void> SyncEngine::Run::pullReactions()
{
    const Stopwatch watch(m_report.kinds[Kind::Reactions].seconds);
    if (!atLeast(Depth::Everything)) {
        const auto differ = m_puller.read([](Connection& connection) { return commentsThatDiffer(connection); });
        if (!differ)
            return tl::unexpected(differ.error());
        QList<ReactedComment> wanted;
        for (const ReactedComment& comment : *differ) {
            const auto isOdd = isKnownOdd("odd.comment."_L1 + comment.remoteId, comment.signature);
            if (!isOdd)
                return tl::unexpected(isOdd.error());
            if (!*isOdd)
                wanted.append(comment);
        }
        for (qsizetype from = 0; from < wanted.size(); from += m_options.commentsPerReactionWalk) {
            if (auto pulled = pullReactionsOf(wanted.mid(from, m_options.commentsPerReactionWalk)); !pulled)
                return pulled;
            tell(Kind::Reactions, std::min(wanted.size(), from + m_options.commentsPerReactionWalk), wanted.size());
        }
        return {};
    }

    // All of them, by the comment's id here, which is where an interrupted step goes on.
    if (m_pass.walk != Walk::Extent::Everything) {
        m_pass.walk = Walk::Extent::Everything;
        m_pass.cursor.clear();
        m_pass.rows = 0;
    }
    const auto all = m_puller.read([](Connection& connection) { return livingCount(connection, Kind::Comments); });
    if (!all)
        return tl::unexpected(all.error());
    for (;;) {
        const auto comments = m_puller.read([this, after = m_pass.cursor.toLongLong()](Connection& connection) {
            return commentsWithReactions(connection, after, m_options.commentsPerReactionWalk);
        });
        if (!comments)
            return tl::unexpected(comments.error());
        if (comments->isEmpty())
            return {};
        m_pass.cursor = QString::number(comments->last().id);
        m_pass.rows += comments->size();
        if (auto pulled = pullReactionsOf(*comments); !pulled)
            return pulled;
        tell(Kind::Reactions, m_pass.rows, *all);
    }
}

/// The reactions of some comments, in one commit. What the store lists no longer is removed only where its own fresh count says that
/// the list was whole.
Result<void> SyncEngine::Run::pullReactionsOf(const QList<ReactedComment>& comments)
{
    QStringList ids;
    for (const ReactedComment& comment : comments)
        ids.append(comment.remoteId);
    const auto reactions = m_puller.fetchNamed(Kind::Reactions, ids);
    if (!reactions)
        return tl::unexpected(reactions.error());
    if (auto fetched = m_puller.fetchReferences(Kind::Reactions, *reactions); !fetched)
        return fetched;
    QHash<QString, QSet<QString>> listed; // comment -> reactions
    for (const RemoteReaction& reaction : reactions->reactions)
        listed[reaction.comment].insert(reaction.reaction.remoteId);

    // Where the list does not fit what the comment counted when it was read, or something here is missing from it, the comment is
    // read again.
    const auto doubtful = m_puller.read([&](Connection& connection) -> Result<QStringList> {
        QStringList names;
        for (const ReactedComment& comment : comments) {
            qint64 counted = 0;
            for (int i = 0; i < 3; ++i)
                counted += comment.signature.section(u' ', i, i).toLongLong();
            const auto here = reactionsOf(connection, comment.id);
            if (!here)
                return tl::unexpected(here.error());
            const QSet<QString> there = listed.value(comment.remoteId);
            const bool isMissing = std::ranges::any_of(*here, [&](const LocalReaction& reaction) { return !there.contains(reaction.remoteId); });
            if (isMissing || there.size() != counted)
                names.append(comment.remoteId);
        }
        return names;
    });
    if (!doubtful)
        return tl::unexpected(doubtful.error());
    Batch fresh;
    if (!doubtful->isEmpty()) {
        auto again = m_puller.fetchNamed(Kind::Comments, *doubtful);
        if (!again)
            return tl::unexpected(again.error());
        fresh = *std::move(again);
        if (auto fetched = m_puller.fetchReferences(Kind::Comments, fresh); !fetched)
            return fetched;
    }
    QHash<QString, qint64> counts;
    for (const RemoteComment& remote : std::as_const(fresh.comments)) {
        if (remote.comment.status != Comment::Status::Deleted)
            counts.insert(remote.comment.remoteId, remote.comment.likes + remote.comment.dislikes + remote.comment.reports);
    }
    auto committed = m_puller.commit(Kind::Reactions, u"reactions page"_s, [&](Applier& applier, ChangeSet& changes) -> Result<void> {
        if (auto applied = applier.apply(Kind::Comments, fresh); !applied)
            return applied;
        if (auto applied = applier.apply(Kind::Reactions, *reactions); !applied)
            return applied;
        for (const ReactedComment& comment : comments) {
            const QSet<QString> there = listed.value(comment.remoteId);
            if (counts.value(comment.remoteId, -1) != there.size())
                continue;
            const auto here = reactionsOf(changes.connection(), comment.id);
            if (!here)
                return tl::unexpected(here.error());
            QList<qint64> withdrawn;
            for (const LocalReaction& reaction : *here) {
                if (!there.contains(reaction.remoteId))
                    withdrawn.append(reaction.id);
            }
            if (auto removed = applier.removeReactions(withdrawn); !removed)
                return removed;
        }
        if (atLeast(Depth::Everything))
            changes.setSyncState(u"pass"_s, m_pass.toText());
        return {};
    });
    if (!committed || atLeast(Depth::Everything))
        return committed;

    // What still differs is remembered, and what no longer does is forgotten.
    const auto differ = m_puller.read([](Connection& connection) { return commentsThatDiffer(connection); });
    if (!differ)
        return tl::unexpected(differ.error());
    QHash<QString, QString> signatures;
    for (const QString& id : std::as_const(ids))
        signatures.insert("odd.comment."_L1 + id, {});
    for (const ReactedComment& comment : *differ) {
        if (const auto mine = signatures.find("odd.comment."_L1 + comment.remoteId); mine != signatures.end())
            *mine = comment.signature;
    }
    return noteOdd(signatures);
}

} // namespace lyceum::sync

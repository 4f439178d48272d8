// SPDX-License-Identifier: GPL-3.0-or-later
// What a person changes through the door, takes back and makes again.
#include "workspace/workspaceprivate.h"

using namespace Qt::StringLiterals;

namespace lyceum::workspace {
namespace {

/// For a summary, which names the rows itself.
template <class T>
Result<void> forgetId(const Result<T>& made)
{
    return made ? Result<void>() : tl::unexpected(made.error());
}

using Next = Result<std::optional<qint64>> (*)(storage::Connection&);
using Reverse = Result<Reversed> (*)(storage::WorkspaceFile&, const QString&, qint64);

Result<Reversed> reverse(storage::WorkspaceFile& file, std::optional<qint64> action, Next next, Reverse how, const QString& nothing)
{
    if (!action) {
        const auto found = next(file.connection());
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return failure(Error::Kind::BadInput, {}, nothing);
        action = *found;
    }
    return how(file, personName(), *action);
}

Result<std::optional<JournalEntry>> entryOf(storage::Connection& connection, Next next)
{
    const auto id = next(connection);
    if (!id)
        return tl::unexpected(id.error());
    if (!*id)
        return std::optional<JournalEntry>();
    return storage::journalEntry(connection, **id);
}

} // namespace

QFuture<Result<ChangeSummary>> Workspace::editMembers(const QList<MemberId>& members, const MemberEdit& edit)
{
    return d->change(editing::reasonOf(edit, members.size()),
        [members, edit](storage::ChangeSet& changes, qint64 nowUtc) { return editing::applyToMembers(changes, members, edit, nowUtc); });
}

QFuture<Result<MemberId>> Workspace::createMember(const NewMember& member)
{
    return d->write([member, &clock = d->clock](storage::WorkspaceFile& file) -> Result<MemberId> {
        MemberId id;
        const auto committed = file.commit({personName(), storage::Origin::Person, editing::reasonOf(member)},
            [&](storage::ChangeSet& changes) -> Result<void> {
                const auto made = editing::createMember(changes, member, clock.nowUtc());
                if (made)
                    id = *made;
                return forgetId(made);
            });
        return committed ? Result<MemberId>(id) : tl::unexpected(committed.error());
    });
}

QFuture<Result<ChangeSummary>> Workspace::editTier(TierId id, const TierEdit& edit)
{
    return d->change(editing::reasonOf(id, edit),
        [id, edit](storage::ChangeSet& changes, qint64) { return forgetId(editing::applyToTier(changes, id, edit)); });
}

QFuture<Result<ChangeSummary>> Workspace::editOffer(OfferId id, const OfferEdit& edit)
{
    return d->change(editing::reasonOf(id, edit),
        [id, edit](storage::ChangeSet& changes, qint64) { return forgetId(editing::applyToOffer(changes, id, edit)); });
}

QFuture<Result<ChangeSummary>> Workspace::editLabel(LabelId id, const LabelEdit& edit)
{
    return d->change(editing::reasonOf(id, edit),
        [id, edit](storage::ChangeSet& changes, qint64) { return forgetId(editing::applyToLabel(changes, id, edit)); });
}

QFuture<Result<ChangeSummary>> Workspace::editPost(PostId id, const PostEdit& edit)
{
    return d->change(editing::reasonOf(id, edit),
        [id, edit](storage::ChangeSet& changes, qint64 nowUtc) { return forgetId(editing::applyToPost(changes, id, edit, nowUtc)); });
}

QFuture<Result<ChangeSummary>> Workspace::editComment(CommentId id, const CommentEdit& edit)
{
    return d->change(editing::reasonOf(id, edit),
        [id, edit](storage::ChangeSet& changes, qint64) { return editing::applyToComment(changes, id, edit); });
}

QFuture<Result<ChangeSummary>> Workspace::reply(const Reply& reply)
{
    return d->change(editing::reasonOf(reply),
        [reply](storage::ChangeSet& changes, qint64 nowUtc) { return forgetId(editing::createReply(changes, reply, nowUtc)); });
}

QFuture<Result<UndoState>> Workspace::undoState()
{
    return d->ask([](storage::Connection& c) -> Result<UndoState> {
        auto undo = entryOf(c, storage::nextToUndo);
        if (!undo)
            return tl::unexpected(undo.error());
        auto redo = entryOf(c, storage::nextToRedo);
        if (!redo)
            return tl::unexpected(redo.error());
        return UndoState {*std::move(undo), *std::move(redo)};
    });
}

QFuture<Result<Reversed>> Workspace::undo(std::optional<qint64> action)
{
    return d->write([action](storage::WorkspaceFile& file) {
        return reverse(file, action, storage::nextToUndo, storage::undo, u"there is nothing to undo."_s);
    });
}

QFuture<Result<Reversed>> Workspace::redo(std::optional<qint64> action)
{
    return d->write([action](storage::WorkspaceFile& file) {
        return reverse(file, action, storage::nextToRedo, storage::redo, u"there is nothing to redo."_s);
    });
}

} // namespace lyceum::workspace

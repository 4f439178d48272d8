// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/applier.h"

#include "storage/conflicts.h"
#include "sync/engine/localrows.h"

using namespace Qt::StringLiterals;

// What the store has no longer, and what was done here to it meanwhile.

namespace lyceum::sync {

using namespace storage;

namespace {

bool isSendable(const PendingFields* fields, const QSet<QByteArray>& writable)
{
    if (!fields)
        return false;
    const auto can = [&](const QByteArray& field) { return writable.contains(field); };
    return std::any_of(fields->base.keyBegin(), fields->base.keyEnd(), can) || std::any_of(fields->sets.keyBegin(), fields->sets.keyEnd(), can);
}

} // namespace

Result<void> Applier::markGone(Kind kind, const QString& remoteId, Gone gone)
{
    Connection& connection = m_changes.connection();
    const Entity entity = entityOf(kind);
    const auto id = m_index.find(connection, entity, remoteId);
    if (!id)
        return tl::unexpected(id.error());
    if (*id == 0)
        return {};
    if (kind == Kind::Comments)
        return commentGone(*id, gone);
    if (kind == Kind::Labels || kind == Kind::Tags)
        return elementGone(kind, remoteId, *id);
    const auto settle = [&](std::optional<qint64>& goneAtUtc, QString& ownRemoteId) -> Result<bool> {
        const auto departure = departureOf(kind, *id, goneAtUtc.has_value());
        if (!departure)
            return tl::unexpected(departure.error());
        if (*departure == Departure::Returns) {
            ownRemoteId.clear();
            m_index.forget(entity, remoteId);
            return true;
        }
        if (*departure == Departure::Stays || goneAtUtc)
            return false;
        goneAtUtc = m_noticedAtUtc;
        ++m_applied.deleted;
        return true;
    };
    if (kind == Kind::Members) {
        const auto wanted = wantedMember(*id);
        if (!wanted)
            return tl::unexpected(wanted.error());
        if (!*wanted)
            return {};
        const auto settled = settle((*wanted)->member.departedAtUtc, (*wanted)->member.remoteId);
        return settled ? Result<void>() : tl::unexpected(settled.error());
    }
    if (kind == Kind::Posts) {
        auto post = localPost(connection, *id);
        if (!post)
            return tl::unexpected(post.error());
        if (!*post)
            return {};
        const auto changed = settle((*post)->deletedAtUtc, (*post)->remoteId);
        if (!changed)
            return tl::unexpected(changed.error());
        if (*changed)
            m_changes.put(**post);
    }
    return {};
}

/// What becomes of a member or post here.
Result<Applier::Departure> Applier::departureOf(Kind kind, qint64 id, bool isGoneHere)
{
    const auto isEmpty = isOutboxEmpty();
    if (!isEmpty || *isEmpty)
        return isEmpty ? Result<Departure>(Departure::Goes) : tl::unexpected(isEmpty.error());
    Connection& connection = m_changes.connection();
    const Entity entity = entityOf(kind);
    const auto pending = PendingChanges::read(connection, entity, {id});
    if (!pending)
        return tl::unexpected(pending.error());
    if (!pending->waits(entity, id))
        return Departure::Goes;
    if (isGoneHere) {
        markDone(entity, id);
        return Departure::Goes;
    }
    const QByteArray field = goneField(entity);
    const PendingFields* fields = pending->of(entity, id);
    const auto sending = rowsBeingSent(connection, entity);
    if (!sending)
        return tl::unexpected(sending.error());
    ChangesSince since;
    if (sending->contains(id)) {
        auto read = changesSince(connection, entity, id, sending->value(id));
        if (!read)
            return tl::unexpected(read.error());
        since = *std::move(read);
    }
    const auto isBack = isBackHere(connection, entity, id);
    if (!isBack)
        return tl::unexpected(isBack.error());
    const bool wasRemoved = (fields && !isNull(fields->base.value(field))) || !isNull(since.before.value(field));
    const bool isEdited = isSendable(fields, m_writable.change.value(kind));
    if (wasRemoved || (*isBack && !isEdited))
        return Departure::Returns; // its removal was sent, and taken back here
    if (!isEdited) {
        if (!fields)
            markDone(entity, id);
        return Departure::Goes;
    }
    const auto open = openFields(connection, entity);
    if (!open)
        return tl::unexpected(open.error());
    if (!open->value(id).contains(field))
        m_changes.noteConflict({entity, id, field, {}, {}, m_noticedAtUtc});
    return Departure::Stays;
}

/// A label or a tag.
Result<void> Applier::elementGone(Kind kind, const QString& remoteId, qint64 id)
{
    Connection& connection = m_changes.connection();
    const Entity entity = entityOf(kind);
    const auto isEmpty = isOutboxEmpty();
    if (!isEmpty)
        return tl::unexpected(isEmpty.error());
    if (!*isEmpty) {
        const auto pending = PendingChanges::read(connection, entity, {id});
        if (!pending)
            return tl::unexpected(pending.error());
        const auto isBack = isBackHere(connection, entity, id);
        if (!isBack)
            return tl::unexpected(isBack.error());
        const bool isEdited = isSendable(pending->of(entity, id), m_writable.change.value(kind));
        if (*isBack && !isEdited) {
            m_index.forget(entity, remoteId);
            const auto clear = [&](auto row) -> Result<void> {
                if (!row)
                    return tl::unexpected(row.error());
                if (*row) {
                    (*row)->remoteId.clear();
                    m_changes.put(**row);
                }
                return {};
            };
            return kind == Kind::Labels ? clear(rowOf<Label>(connection, id)) : clear(rowOf<lyceum::Tag>(connection, id));
        }
        const auto isGiven = isBeingGiven(connection, entity, id);
        if (!isGiven)
            return tl::unexpected(isGiven.error());
        if (*isGiven || isEdited) {
            const auto open = openFields(connection, entity);
            if (!open)
                return tl::unexpected(open.error());
            if (!open->value(id).contains(kRemoteIdColumn))
                m_changes.noteConflict({entity, id, kRemoteIdColumn, remoteId, remoteId, {}});
            return {};
        }
        if (pending->waits(entity, id))
            markDone(entity, id);
    }
    m_index.forget(entity, remoteId);
    if (kind == Kind::Labels)
        m_changes.remove(entity, LabelId {id});
    else
        m_changes.remove(entity, TagId {id});
    ++m_applied.deleted;
    return {};
}

Result<void> Applier::commentGone(qint64 id, Gone gone)
{
    Connection& connection = m_changes.connection();
    auto comment = rowOf<Comment>(connection, id);
    if (!comment)
        return tl::unexpected(comment.error());
    if (!*comment)
        return {};
    const auto isEmpty = isOutboxEmpty();
    if (!isEmpty)
        return tl::unexpected(isEmpty.error());
    const bool isDeletedHere = (*comment)->status == Comment::Status::Deleted;
    if (!*isEmpty) {
        const auto pending = PendingChanges::read(connection, Entity::Comment, {id});
        if (!pending)
            return tl::unexpected(pending.error());
        const PendingFields* fields = pending->of(Entity::Comment, id);
        // Marked deleted, it can be shown again; one that is gone with its post cannot, whatever was decided about it here.
        if (gone == Gone::Unlisted && !isDeletedHere && pending->waits(Entity::Comment, id)) {
            const auto sending = rowsBeingSent(connection, Entity::Comment);
            if (!sending)
                return tl::unexpected(sending.error());
            if (sending->contains(id))
                return {}; // it will be read by its name, and then merged
            if (fields && fields->base.contains("status")) {
                const Scalar base = fields->base.value("status");
                if (base != Scalar(nameOf(Comment::Status::Deleted)))
                    m_changes.noteConflict({Entity::Comment, id, "status", base, toScalar((*comment)->status), nameOf(Comment::Status::Deleted)});
                return {};
            }
        }
        if (gone == Gone::Entirely && pending->waits(Entity::Comment, id))
            markDone(Entity::Comment, id);
    }
    if (isDeletedHere)
        return {};
    (*comment)->status = Comment::Status::Deleted;
    m_changes.put(**comment);
    ++m_applied.deleted;
    return {};
}

} // namespace lyceum::sync

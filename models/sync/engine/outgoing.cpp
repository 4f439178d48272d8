// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/outgoing.h"

#include "storage/conflicts.h"
#include "storage/pendingitem.h"
#include "sync/engine/localrows.h"

namespace lyceum::sync {

using namespace storage;

namespace {

/// Fills in what a row refers to.
class Referrer {
public:
    Referrer(Connection& connection, Outgoing& outgoing)
        : m_connection(connection)
        , m_outgoing(outgoing)
    {
    }

    /// The remote id of a row that is referred to; empty: none, or unmade and noted so.
    template <class T, class IdType>
    QString one(const QByteArray& field, IdType id, QList<T>* list = nullptr)
    {
        if (!id.isValid() || m_error)
            return {};
        const auto row = rowOf<T>(m_connection, id.value);
        if (!row) {
            m_error = row.error();
            return {};
        }
        if (!*row)
            return {};
        if ((*row)->remoteId.isEmpty() || isInQuestion(Record<T>::entity, id.value)) {
            m_outgoing.unmade.insert(field);
            if constexpr (std::is_same_v<T, Label>)
                m_outgoing.unmadeLabels.insert(id.value);
            return {};
        }
        if (list)
            list->append(**row);
        return (*row)->remoteId;
    }
    template <class T, class IdType>
    QStringList all(const QByteArray& field, const QList<IdType>& ids, QList<T>* list = nullptr)
    {
        QStringList remoteIds;
        for (const IdType id : ids) {
            if (const QString remoteId = one<T>(field, id, list); !remoteId.isEmpty())
                remoteIds.append(remoteId);
        }
        return remoteIds;
    }
    [[nodiscard]] Result<std::optional<Outgoing>> finish()
    {
        if (m_error)
            return tl::unexpected(*m_error);
        return std::move(m_outgoing);
    }

private:
    /// Whether the store has the row no longer, and nobody has decided yet if it is to be made again.
    bool isInQuestion(Entity entity, qint64 id)
    {
        if (goneField(entity) != kRemoteIdColumn)
            return false;
        auto select = m_connection.cached("SELECT 1 FROM conflict WHERE settled_at IS NULL AND entity = ? AND row_id = ? AND field = ?");
        if (!select) {
            m_error = select.error();
            return false;
        }
        (*select)->bind(1, qint64(entity)).bind(2, id).bind(3, QString::fromLatin1(kRemoteIdColumn));
        const auto found = (*select)->step();
        if (!found)
            m_error = found.error();
        (*select)->reset();
        return found && *found;
    }

    Connection& m_connection;
    Outgoing& m_outgoing;
    std::optional<Error> m_error;
};

template <class T, class Fill>
Result<std::optional<Outgoing>> filled(Connection& connection, const Result<std::optional<T>>& row, Fill fill)
{
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    Outgoing outgoing;
    outgoing.state = stateOf(**row);
    outgoing.remoteId = (*row)->remoteId;
    Referrer referrer(connection, outgoing);
    fill(**row, outgoing.row, referrer);
    return referrer.finish();
}

void put(const QHash<QByteArray, Scalar>& before, const QByteArray& field, QString& value)
{
    if (const auto found = before.constFind(field); found != before.constEnd()) {
        const auto* text = std::get_if<QString>(&*found);
        value = text ? *text : QString();
    }
}

void put(const QHash<QByteArray, Scalar>& before, const QByteArray& field, qint64& value)
{
    if (const auto found = before.constFind(field); found != before.constEnd()) {
        if (const auto* number = std::get_if<qint64>(&*found))
            value = *number;
    }
}

} // namespace

Result<std::optional<Outgoing>> outgoing(Connection& connection, Kind kind, qint64 row)
{
    switch (kind) {
    case Kind::Labels:
        return filled(connection, rowOf<Label>(connection, row), [](const Label& label, Batch& batch, Referrer&) { batch.labels = {label}; });
    case Kind::Tags:
        return filled(connection, rowOf<lyceum::Tag>(connection, row), [](const lyceum::Tag& tag, Batch& batch, Referrer&) { batch.tags = {tag}; });
    case Kind::Tiers:
        return filled(connection, rowOf<Tier>(connection, row), [](const Tier& tier, Batch& batch, Referrer&) { batch.tiers = {tier}; });
    case Kind::Newsletters:
        return filled(connection, rowOf<Newsletter>(connection, row),
            [](const Newsletter& newsletter, Batch& batch, Referrer&) { batch.newsletters = {newsletter}; });
    case Kind::Offers:
        return filled(connection, rowOf<Offer>(connection, row), [](const Offer& offer, Batch& batch, Referrer& referrer) {
            RemoteOffer remote {offer, {}};
            remote.tier = referrer.one<Tier>("tier_id", offer.tier, &batch.tiers);
            batch.offers = {remote};
        });
    case Kind::Members:
        return filled(connection, localMember(connection, row), [](const Member& member, Batch& batch, Referrer& referrer) {
            RemoteMember remote;
            remote.member = member;
            remote.labels = referrer.all<Label>("labels", member.labels, &batch.labels);
            remote.newsletters = referrer.all<Newsletter>("newsletters", member.newsletters, &batch.newsletters);
            remote.tiers = referrer.all<Tier>("tiers", member.tiers, &batch.tiers);
            batch.members = {remote};
        });
    case Kind::Posts:
        return filled(connection, localPost(connection, row), [](const Post& post, Batch& batch, Referrer& referrer) {
            RemotePost remote;
            remote.post = post;
            remote.tags = referrer.all<lyceum::Tag>("tags", post.tags, &batch.tags);
            remote.tiers = referrer.all<Tier>("tiers", post.tiers, &batch.tiers);
            batch.posts = {remote};
        });
    case Kind::Comments:
        return filled(connection, rowOf<Comment>(connection, row), [](const Comment& comment, Batch& batch, Referrer& referrer) {
            RemoteComment remote;
            remote.comment = comment;
            remote.post = referrer.one<Post>("post_id", comment.post);
            remote.member = referrer.one<Member>("member_id", comment.member);
            remote.parent = referrer.one<Comment>("parent_id", comment.parent);
            remote.inReplyTo = referrer.one<Comment>("in_reply_to_id", comment.inReplyTo);
            batch.comments = {remote};
        });
    case Kind::Reactions:
    case Kind::Events: break;
    }
    return std::nullopt;
}

void rewindKey(Kind kind, Batch& row, const QHash<QByteArray, Scalar>& before)
{
    switch (kind) {
    case Kind::Members: return put(before, "email", row.members.first().member.email);
    case Kind::Labels: return put(before, "name", row.labels.first().name);
    case Kind::Tags: return put(before, "name", row.tags.first().name);
    case Kind::Offers: return put(before, "code", row.offers.first().offer.code);
    case Kind::Tiers:
        put(before, "name", row.tiers.first().name);
        put(before, "currency", row.tiers.first().currency);
        put(before, "monthly_price", row.tiers.first().monthlyPrice);
        return put(before, "yearly_price", row.tiers.first().yearlyPrice);
    default: return; // posts go by their token; what a comment goes by is not edited
    }
}

Result<std::optional<Batch>> removedRow(Connection& connection, Kind kind, const QList<Scalar>& values)
{
    const auto number = [&](Entity entity, const char* column) -> qint64 {
        const auto* value = std::get_if<qint64>(&values.at(specOf(entity).columns.indexOf(column)));
        return value ? *value : 0;
    };
    Outgoing outgoing;
    Referrer referrer(connection, outgoing);
    if (kind == Kind::Posts) {
        outgoing.row.posts.append(RemotePost());
    } else if (kind == Kind::Comments) {
        RemoteComment remote;
        remote.comment.createdAtUtc = number(Entity::Comment, "created_at");
        remote.post = referrer.one<Post>("post_id", PostId {number(Entity::Comment, "post_id")});
        remote.member = referrer.one<Member>("member_id", MemberId {number(Entity::Comment, "member_id")});
        remote.parent = referrer.one<Comment>("parent_id", CommentId {number(Entity::Comment, "parent_id")});
        outgoing.row.comments.append(remote);
    } else {
        return std::nullopt;
    }
    auto finished = referrer.finish();
    if (!finished)
        return tl::unexpected(finished.error());
    return std::move((*finished)->row);
}

RowWrite withdrawal(Kind kind, const QString& remoteId)
{
    RowWrite write;
    write.kind = kind;
    if (kind == Kind::Tiers) {
        Tier tier;
        tier.remoteId = remoteId;
        tier.active = false;
        write.row.tiers = {tier};
        write.fields = {"active"};
    } else if (kind == Kind::Offers) {
        RemoteOffer remote;
        remote.offer.remoteId = remoteId;
        remote.offer.active = false;
        write.row.offers = {remote};
        write.fields = {"active"};
    } else if (kind == Kind::Comments) {
        RemoteComment remote;
        remote.comment.remoteId = remoteId;
        remote.comment.status = Comment::Status::Deleted;
        write.row.comments = {remote};
        write.fields = {"status"};
    }
    return write;
}

} // namespace lyceum::sync

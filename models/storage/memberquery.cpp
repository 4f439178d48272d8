// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/memberquery.h"

#include "storage/memberfilter.h"
#include "storage/rows.h"

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

/// Who is asked for; ids that no member has may be in it.
Result<IdSet> membersOf(const Connection& connection, const MemberQuery& query, qint64 nowUtc)
{
    IdSet asked = IdSet::all();
    if (query.among) {
        asked = IdSet();
        for (const MemberId& id : *query.among) {
            if (id.isValid())
                asked.insert(id.value);
        }
    }
    if (!query.search.trimmed().isEmpty()) {
        const auto found = membersFound(connection, query.search);
        if (!found)
            return found;
        asked.intersect(*found);
    }
    bool showsDeparted = query.includeDeparted;
    if (query.filter) {
        const auto passing = membersPassing(connection, *query.filter, nowUtc);
        if (!passing)
            return passing;
        asked.intersect(*passing);
        showsDeparted = showsDeparted || query.filter->mentions(MemberField::Departed) || query.filter->mentions(MemberField::DepartedAt);
    }
    if (!showsDeparted) {
        auto here = departedMembers(connection);
        if (!here)
            return here;
        here->complement();
        asked.intersect(*here);
    }
    return asked;
}

/// Each order is that of an index which holds all the query reads, so that a list is one walk along it.
QByteArray orderOf(const MemberQuery& query)
{
    const QByteArray direction = query.descending ? " DESC" : "";
    switch (query.sort) {
    case MemberQuery::Sort::Joined: return "joined_at" + direction + ", id" + direction;
    case MemberQuery::Sort::Name: return "name COLLATE NOCASE" + direction + ", id" + direction;
    case MemberQuery::Sort::Email: return "email COLLATE NOCASE" + direction + ", id" + direction;
    case MemberQuery::Sort::LastSeen: return "last_seen_at" + direction + ", id" + direction;
    case MemberQuery::Sort::Status: return "status" + direction + ", id" + direction;
    }
    return "id";
}

Result<void> readSets(Connection& connection, Member& member)
{
    const QList<SetSpec>& sets = specOf(Entity::Member).sets;
    if (auto read = readSet(connection, sets.at(0), member.id.value, member.labels); !read)
        return read;
    if (auto read = readSet(connection, sets.at(1), member.id.value, member.newsletters); !read)
        return read;
    return readSet(connection, sets.at(2), member.id.value, member.tiers);
}

Result<std::optional<Member>> memberWhere(Connection& connection, const QByteArray& rest, const Scalar& parameter)
{
    auto found = recordsWhere<Member>(connection, rest + " LIMIT 1", {parameter});
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return std::optional<Member>();
    if (auto read = readSets(connection, found->first()); !read)
        return tl::unexpected(read.error());
    return std::optional(found->takeFirst());
}

} // namespace

Result<QList<MemberId>> memberIds(Connection& connection, const MemberQuery& query, qint64 nowUtc)
{
    const auto snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto asked = membersOf(connection, query, nowUtc);
    if (!asked)
        return tl::unexpected(asked.error());
    QList<MemberId> ids;
    auto read = eachRow(connection, "SELECT id FROM member ORDER BY " + orderOf(query), {}, [&](const Statement& row) {
        if (const qint64 id = row.integer(0); asked->contains(id))
            ids.append(MemberId {id});
    });
    if (!read)
        return tl::unexpected(read.error());
    return ids;
}

Result<qint64> memberCount(Connection& connection, const MemberQuery& query, qint64 nowUtc)
{
    const auto snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto asked = membersOf(connection, query, nowUtc);
    if (!asked)
        return tl::unexpected(asked.error());
    qint64 count = 0;
    auto read = eachRow(connection, "SELECT id FROM member", {}, [&](const Statement& row) { count += asked->contains(row.integer(0)); });
    if (!read)
        return tl::unexpected(read.error());
    return count;
}

Result<QList<MemberRow>> memberRows(Connection& connection, const QList<MemberId>& ids)
{
    const auto snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto labels = namesIn(connection, "label");
    if (!labels)
        return tl::unexpected(labels.error());
    const auto tiers = namesIn(connection, "tier");
    if (!tiers)
        return tl::unexpected(tiers.error());
    QList<MemberRow> rows;
    rows.reserve(ids.size());
    const QByteArray select = specOf(Entity::Member).selectById();
    for (const MemberId& id : ids) {
        std::optional<MemberRow> found;
        auto read = eachRowCached(connection, select, id.value, [&](const Statement& row) { found = MemberRow {recordFrom<Member>(row), {}, {}}; });
        if (read && found)
            read = readSets(connection, found->member);
        if (!read)
            return tl::unexpected(read.error());
        if (!found)
            continue;
        found->labels = namesOf(found->member.labels, *labels);
        found->tiers = namesOf(found->member.tiers, *tiers);
        rows.append(*std::move(found));
    }
    return rows;
}

Result<std::optional<Member>> memberById(Connection& connection, MemberId id)
{
    return memberWhere(connection, "WHERE id = ?", id.value);
}

Result<std::optional<Member>> memberByRemoteId(Connection& connection, const QString& remoteId)
{
    return memberWhere(connection, "WHERE remote_id = ?", remoteId);
}

Result<std::optional<Member>> memberByEmail(Connection& connection, const QString& email)
{
    return memberWhere(connection, "WHERE email = ? COLLATE NOCASE ORDER BY departed_at IS NOT NULL, id", email);
}

Result<QList<Subscription>> subscriptionsOf(Connection& connection, MemberId member)
{
    return recordsWhere<Subscription>(connection, "WHERE member_id = ? ORDER BY started_at, id", {member.value});
}

Result<MemberFacets> memberFacets(Connection& connection, const MemberQuery& query, qint64 nowUtc)
{
    const auto snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto asked = membersOf(connection, query, nowUtc);
    if (!asked)
        return tl::unexpected(asked.error());
    MemberFacets facets;
    QByteArray statusText;
    MemberStatus status = MemberStatus::Free;
    auto read = eachRow(connection, "SELECT id, status FROM member ORDER BY status, id", {}, [&](const Statement& row) {
        if (!asked->contains(row.integer(0)))
            return;
        if (const QByteArrayView text = row.textView(1); text != statusText) { // once per status, not per member
            statusText = text.toByteArray();
            status = memberStatusOf(QString::fromUtf8(statusText)).value_or(status);
        }
        ++facets.total;
        ++facets.status[status];
    });
    if (!read)
        return tl::unexpected(read.error());
    read = eachRow(connection, "SELECT tier_id, member_id FROM member_tier ORDER BY tier_id", {}, [&](const Statement& row) {
        if (asked->contains(row.integer(1)))
            ++facets.tiers[TierId {row.integer(0)}];
    });
    if (!read)
        return tl::unexpected(read.error());
    read = eachRow(connection, "SELECT label_id, member_id FROM member_label ORDER BY label_id", {}, [&](const Statement& row) {
        if (asked->contains(row.integer(1)))
            ++facets.labels[LabelId {row.integer(0)}];
    });
    if (!read)
        return tl::unexpected(read.error());
    return facets;
}

Result<QMap<QString, qint64>> memberSources(Connection& connection)
{
    QMap<QString, qint64> sources;
    auto read = eachRow(connection, "SELECT source, count(*) FROM member WHERE departed_at IS NULL GROUP BY source", {},
        [&](const Statement& row) { sources.insert(row.text(0), row.integer(1)); });
    if (!read)
        return tl::unexpected(read.error());
    return sources;
}

Result<QList<Label>> allLabels(Connection& connection)
{
    return recordsWhere<Label>(connection, "ORDER BY name COLLATE NOCASE, id");
}

Result<QList<Tier>> allTiers(Connection& connection)
{
    return recordsWhere<Tier>(connection, "ORDER BY paid, monthly_price, name COLLATE NOCASE, id");
}

Result<QList<Newsletter>> allNewsletters(Connection& connection)
{
    return recordsWhere<Newsletter>(connection, "ORDER BY name COLLATE NOCASE, id");
}

Result<QList<Offer>> allOffers(Connection& connection)
{
    return recordsWhere<Offer>(connection, "ORDER BY name COLLATE NOCASE, id");
}

} // namespace lyceum::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/ghoststore.h"

#include "community/plaintext.h"
#include "sync/ghost/jsonrow.h"
#include "sync/ghost/nql.h"
#include "sync/ghost/rows.h"
#include "sync/ghost/writes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::sync {

using namespace ghost;

namespace {

constexpr qsizetype kMembersOfRequest = 100;

Result<Batch> parsed(Kind kind, const QJsonObject& answer)
{
    switch (kind) {
    case Kind::Tiers: return parseTiers(answer);
    case Kind::Labels: return parseLabels(answer);
    case Kind::Newsletters: return parseNewsletters(answer);
    case Kind::Offers: return parseOffers(answer);
    case Kind::Tags: return parseTags(answer);
    case Kind::Members: return parseMembers(answer);
    case Kind::Posts: return parsePosts(answer);
    case Kind::Comments: return parseComments(answer);
    case Kind::Reactions:
    case Kind::Events: break;
    }
    return failure(Error::Kind::Internal, nameOf(kind), u"Ghost takes no such row"_s);
}

qsizetype rowsOf(Kind kind, const Batch& batch)
{
    switch (kind) {
    case Kind::Tiers: return batch.tiers.size();
    case Kind::Labels: return batch.labels.size();
    case Kind::Newsletters: return batch.newsletters.size();
    case Kind::Offers: return batch.offers.size();
    case Kind::Tags: return batch.tags.size();
    case Kind::Members: return batch.members.size();
    case Kind::Posts: return batch.posts.size();
    case Kind::Comments: return batch.comments.size();
    case Kind::Reactions:
    case Kind::Events: break;
    }
    return 0;
}

/// The one row that an answer to a write has.
Result<Batch> parsedOne(Kind kind, const QJsonObject& answer)
{
    auto batch = parsed(kind, answer);
    if (batch && rowsOf(kind, *batch) != 1)
        return failure(Error::Kind::BadAnswer, nameOf(kind), u"the answer to a write has not the one row that was written"_s);
    return batch;
}

/// Leaves the last row for which `fits`; whether there is one. Lists by id are in the order in which their rows were made.
template <class Row, class Fits>
bool keepNewest(QList<Row>& rows, Fits fits)
{
    const auto found = std::find_if(rows.rbegin(), rows.rend(), fits);
    if (found == rows.rend())
        return false;
    rows = {*found};
    return true;
}

/// The newest for which `fits` in the best way: `better` goes before `fits`.
template <class Row, class Better, class Fits>
bool keepBest(QList<Row>& rows, Better better, Fits fits)
{
    return keepNewest(rows, better) || keepNewest(rows, fits);
}

bool isSameName(const QString& a, const QString& b) { return a.trimmed().compare(b.trimmed(), Qt::CaseInsensitive) == 0; }

/// Where a row to be made can be found, if it was: a filter, or none for lists that are read whole.
Result<QString> filterFor(const RowWrite& write)
{
    switch (write.kind) {
    case Kind::Members: return "email:"_L1 + quoted(write.row.members.first().member.email);
    case Kind::Posts: return "slug:"_L1 + quoted(write.token);
    case Kind::Comments: {
        const RemoteComment& comment = write.row.comments.first();
        if (!comment.comment.createdAtUtc || comment.member.isEmpty() || comment.post.isEmpty())
            return failure(Error::Kind::Internal, nameOf(write.kind), u"a comment is found by member, post and time"_s);
        return allOf({"member_id:"_L1 + quoted(comment.member), "post_id:"_L1 + quoted(comment.post),
            "created_at:"_L1 + quotedTime(*comment.comment.createdAtUtc)});
    }
    default: return QString();
    }
}

/// Narrows what was found to the row that was to be made; false when it is not there.
bool keepMade(Batch& found, const RowWrite& write)
{
    const Batch& row = write.row;
    switch (write.kind) {
    case Kind::Labels: {
        const QString& name = row.labels.first().name;
        return keepBest(
            found.labels, [&](const Label& one) { return one.name == name; }, [&](const Label& one) { return isSameName(one.name, name); });
    }
    case Kind::Tags: return keepNewest(found.tags, [&](const Tag& one) { return one.name == row.tags.first().name; });
    case Kind::Newsletters:
        return keepNewest(found.newsletters, [&](const Newsletter& one) { return one.name == row.newsletters.first().name; });
    case Kind::Tiers: {
        const Tier& made = row.tiers.first();
        return keepNewest(found.tiers, [&](const Tier& one) {
            return one.paid && one.name == made.name && one.currency == made.currency && one.monthlyPrice == made.monthlyPrice
                && one.yearlyPrice == made.yearlyPrice;
        });
    }
    case Kind::Offers: return keepNewest(found.offers, [&](const RemoteOffer& one) { return one.offer.code == row.offers.first().offer.code; });
    case Kind::Members: {
        const QString& email = row.members.first().member.email;
        return keepBest(
            found.members, [&](const RemoteMember& one) { return one.member.email == email; },
            [&](const RemoteMember& one) { return isSameName(one.member.email, email); });
    }
    case Kind::Posts: return keepNewest(found.posts, [&](const RemotePost& one) { return one.post.slug == write.token; });
    case Kind::Comments: {
        // Ghost takes tags out of what was sent, so the text may differ in parts; the place may not.
        const RemoteComment& made = row.comments.first();
        const auto samePlace = [&](const RemoteComment& one) { return one.parent == made.parent; };
        const QString text = plainText(made.comment.html);
        return keepBest(
            found.comments, [&](const RemoteComment& one) { return samePlace(one) && one.comment.text == text; }, samePlace);
    }
    case Kind::Reactions:
    case Kind::Events: break;
    }
    return false;
}

} // namespace

QSet<QByteArray> GhostStore::writable(Kind kind, bool making) const { return writableFields(kind, making, m_payments); }

Result<QJsonObject> GhostStore::send(const AdminApi::Change& change)
{
    // What was counted on the way is no longer so.
    m_labelCounts.value.reset();
    m_newsletterCounts.value.reset();
    m_eventTotal.value.reset();
    return m_api.change(change);
}

Result<Batch> GhostStore::write(const RowWrite& write)
{
    const auto id = remoteIdOf(write);
    if (!id)
        return tl::unexpected(id.error());
    return id->isEmpty() ? make(write) : change(write, *id);
}

Result<Batch> GhostStore::make(const RowWrite& write)
{
    const auto request = making(write);
    if (!request)
        return tl::unexpected(request.error());
    auto answer = send(*request);
    if (!answer) {
        Error error = std::move(answer.error());
        if (error.kind == Error::Kind::NotFound) // of what it refers to; the row itself is none yet
            error.kind = Error::Kind::Refused;
        return tl::unexpected(std::move(error));
    }
    return parsedOne(write.kind, *answer);
}

Result<Batch> GhostStore::change(RowWrite write, const QString& remoteId)
{
    if (write.kind == Kind::Posts && write.fields.contains("tags")) {
        if (const auto prepared = prepareTags(write); !prepared)
            return tl::unexpected(prepared.error());
    }
    const auto requests = changing(write);
    if (!requests)
        return tl::unexpected(requests.error());
    QJsonObject last;
    for (const AdminApi::Change& request : *requests) {
        auto answer = send(request);
        if (!answer)
            return tl::unexpected(answer.error());
        last = std::move(*answer);
    }
    // A comment that was changed comes without its post and without some of its counts.
    if (requests->size() != 1 || write.kind == Kind::Comments)
        return readBack(write.kind, remoteId);
    return parsedOne(write.kind, last);
}

/// Puts the tags of a post in the order they have there, under the names they have there.
Result<void> GhostStore::prepareTags(RowWrite& write)
{
    RemotePost& post = write.row.posts.first();
    const auto now = readBack(Kind::Posts, post.post.remoteId);
    if (!now)
        return tl::unexpected(now.error());
    post.tags = inOrderOf(now->posts.first().tags, post.tags);
    write.row.tags = now->tags + write.row.tags;
    return {};
}

Result<Batch> GhostStore::readBack(Kind kind, const QString& remoteId)
{
    auto page = pull({.kind = kind, .extent = Walk::Extent::Named, .ids = {remoteId}}, {});
    if (!page)
        return tl::unexpected(page.error());
    if (kind == Kind::Tiers)
        keepNewest(page->batch.tiers, [&](const Tier& tier) { return tier.remoteId == remoteId; });
    else if (kind == Kind::Offers)
        keepNewest(page->batch.offers, [&](const RemoteOffer& offer) { return offer.offer.remoteId == remoteId; });
    if (rowsOf(kind, page->batch) != 1)
        return failure(Error::Kind::NotFound, nameOf(kind), u"the row is not there"_s);
    return std::move(page->batch);
}

Result<void> GhostStore::remove(Kind kind, const QString& remoteId)
{
    const auto request = removing(kind, remoteId);
    if (!request)
        return tl::unexpected(request.error());
    const auto answer = send(*request);
    if (!answer && answer.error().kind != Error::Kind::NotFound)
        return tl::unexpected(answer.error());
    return {};
}

Result<std::optional<Batch>> GhostStore::findMade(const RowWrite& write)
{
    if (const auto id = remoteIdOf(write); !id)
        return tl::unexpected(id.error());
    const auto filter = filterFor(write);
    if (!filter)
        return tl::unexpected(filter.error());
    if (!filter->isEmpty()) {
        auto found = pullFiltered(write.kind, *filter);
        if (!found)
            return tl::unexpected(found.error());
        return keepMade(*found, write) ? std::optional(std::move(*found)) : std::nullopt;
    }
    Batch all;
    QString cursor;
    do {
        auto page = pull({.kind = write.kind, .ids = {}}, cursor);
        if (!page)
            return tl::unexpected(page.error());
        all.tiers += page->batch.tiers;
        all.labels += page->batch.labels;
        all.newsletters += page->batch.newsletters;
        all.offers += page->batch.offers;
        all.tags += page->batch.tags;
        cursor = page->next;
    } while (!cursor.isEmpty());
    // Ghost gives tiers in an order of its own.
    std::sort(all.tiers.begin(), all.tiers.end(), [](const Tier& a, const Tier& b) { return a.remoteId < b.remoteId; });
    return keepMade(all, write) ? std::optional(std::move(all)) : std::nullopt;
}

Result<void> GhostStore::relabel(const Label& label, const QStringList& members, bool carry)
{
    for (qsizetype from = 0; from < members.size(); from += kMembersOfRequest) {
        const auto request = relabelling(label, members.mid(from, kMembersOfRequest), carry);
        if (!request)
            return tl::unexpected(request.error());
        const auto answer = send(*request);
        if (!answer)
            return tl::unexpected(answer.error());
        JsonFault fault;
        const qint64 failed = JsonRow(*answer, {}, &fault).row("bulk"_L1).row("meta"_L1).row("stats"_L1).number("unsuccessful"_L1);
        if (fault.any())
            return tl::unexpected(fault.error());
        if (failed == 0)
            continue;
        // Ghost says 200 and counts: most likely the label is gone.
        const auto there = exists(Kind::Labels, label.remoteId);
        if (!there)
            return tl::unexpected(there.error());
        return failure(*there ? Error::Kind::StoreUnavailable : Error::Kind::NotFound, label.name,
            u"%1 members did not take the label"_s.arg(failed));
    }
    return {};
}

} // namespace lyceum::sync

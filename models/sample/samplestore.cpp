// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/samplestore.h"

#include "sample/phrases.h"
#include "sample/samplecommunity.h"

#include <QSet>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lyceum::sample {
namespace {

using sync::Kind;
using sync::Walk;
using sync::WalkPage;

tl::unexpected<Error> cancelled() { return failure(Error::Kind::Cancelled); }

/// A cursor is the place of the first row of the next page.
Result<int> placeOf(const QString& cursor)
{
    if (cursor.isEmpty())
        return 0;
    bool isNumber = false;
    const int place = cursor.toInt(&isNumber);
    if (!isNumber || place < 0)
        return failure(Error::Kind::BadInput, cursor, u"Not a cursor of the sample store"_s);
    return place;
}

std::optional<IdTag> tagOf(Kind kind)
{
    switch (kind) {
    case Kind::Tiers:
        return IdTag::Tier;
    case Kind::Labels:
        return IdTag::Label;
    case Kind::Newsletters:
        return IdTag::Newsletter;
    case Kind::Offers:
        return IdTag::Offer;
    case Kind::Tags:
        return IdTag::Tag;
    case Kind::Members:
        return IdTag::Member;
    case Kind::Posts:
        return IdTag::Post;
    case Kind::Comments:
        return IdTag::Comment;
    case Kind::Reactions:
        return IdTag::Reaction;
    case Kind::Events:
        break;
    }
    return std::nullopt;
}

} // namespace

SampleStore::SampleStore(SampleOptions options, int pageRows)
    : m_options(options)
    , m_pageRows(std::max(1, pageRows))
{
}

SampleStore::~SampleStore() = default;

const SampleCommunity& SampleStore::community()
{
    if (!m_community)
        m_community = std::make_unique<SampleCommunity>(m_options);
    return *m_community;
}

Result<void> SampleStore::begin()
{
    if (m_cancelled)
        return cancelled();
    ++m_requests;
    return {};
}

Result<sync::StoreInfo> SampleStore::identify()
{
    if (auto begun = begin(); !begun)
        return tl::unexpected(begun.error());
    sync::StoreInfo info;
    info.kind = u"sample"_s;
    info.title = u"Lantern Workshop · 灯下学社"_s;
    info.url = QUrl(u"https://lantern.example.org/"_s);
    info.siteId = u"sample-%1-%2"_s.arg(m_options.seed).arg(m_options.members);
    info.version = u"1"_s;
    info.timeZone = u"Asia/Shanghai"_s;
    info.paidMembers = true;
    info.serverTimeUtc = m_options.endUtc;
    return info;
}

int SampleStore::rowsOf(Kind kind)
{
    switch (kind) {
    case Kind::Tiers:
        return kTiers;
    case Kind::Labels:
        return int(labelWords().size());
    case Kind::Newsletters:
        return kNewsletters;
    case Kind::Offers:
        return int(offerTerms().size());
    case Kind::Tags:
        return int(tagWords().size());
    case Kind::Members:
        return community().members();
    case Kind::Posts:
        return community().posts();
    case Kind::Comments:
        return community().comments();
    case Kind::Reactions:
        return community().reactions();
    case Kind::Events:
        break;
    }
    return 0;
}

QString SampleStore::idOf(Kind kind, int index)
{
    switch (kind) {
    case Kind::Tiers:
        return community().tier(index).remoteId;
    case Kind::Labels:
        return community().label(index).remoteId;
    case Kind::Newsletters:
        return community().newsletter(index).remoteId;
    case Kind::Offers:
        return community().offer(index).offer.remoteId;
    case Kind::Tags:
        return community().tag(index).remoteId;
    case Kind::Members:
        return community().memberId(index);
    case Kind::Posts:
        return community().postId(index);
    case Kind::Comments:
        return community().commentId(index);
    case Kind::Reactions:
        return community().reaction(index).reaction.remoteId;
    case Kind::Events:
        break;
    }
    return {};
}

std::optional<int> SampleStore::indexOf(Kind kind, const QString& remoteId)
{
    const std::optional<IdTag> tag = tagOf(kind);
    const std::optional<quint64> index = tag ? community().ids().indexOf(*tag, remoteId) : std::nullopt;
    if (!index || *index >= quint64(rowsOf(kind)) || idOf(kind, int(*index)) != remoteId)
        return std::nullopt;
    return int(*index);
}

/// What cannot tell when it changed is always answered: a store may name too much, never too little.
bool SampleStore::isSince(Kind kind, int index, qint64 sinceUtc)
{
    switch (kind) {
    case Kind::Members:
        return community().member(index).member.changedAtUtc.value_or(sinceUtc) >= sinceUtc;
    case Kind::Posts:
        return community().post(index).post.changedAtUtc.value_or(sinceUtc) >= sinceUtc;
    case Kind::Comments: {
        const Comment comment = community().comment(index).comment;
        return comment.editedAtUtc.value_or(comment.createdAtUtc.value_or(sinceUtc)) >= sinceUtc;
    }
    case Kind::Reactions:
        return community().reaction(index).reaction.atUtc.value_or(sinceUtc) >= sinceUtc;
    default:
        return true;
    }
}

void SampleStore::append(sync::Batch& batch, Kind kind, int index)
{
    switch (kind) {
    case Kind::Tiers:
        batch.tiers += community().tier(index);
        break;
    case Kind::Labels:
        batch.labels += community().label(index);
        break;
    case Kind::Newsletters:
        batch.newsletters += community().newsletter(index);
        break;
    case Kind::Offers:
        batch.offers += community().offer(index);
        break;
    case Kind::Tags:
        batch.tags += community().tag(index);
        break;
    case Kind::Members:
        batch.members += community().member(index);
        break;
    case Kind::Posts:
        batch.posts += community().post(index);
        break;
    case Kind::Comments:
        batch.comments += community().comment(index);
        break;
    case Kind::Reactions:
        batch.reactions += community().reaction(index);
        break;
    case Kind::Events:
        break;
    }
}

/// Adds the labels, newsletters, tiers, offers and tags that rows of the batch refer to.
void SampleStore::bringAlong(sync::Batch& batch)
{
    QSet<QString> wanted;
    const auto want = [&wanted](const QStringList& ids) {
        for (const QString& id : ids)
            wanted.insert(id);
    };
    for (const sync::RemoteMember& member : std::as_const(batch.members)) {
        want(member.labels + member.newsletters + member.tiers);
        for (const sync::RemoteMember::Paid& paid : member.subscriptions)
            want({paid.tier, paid.offer});
    }
    for (const sync::RemotePost& post : std::as_const(batch.posts))
        want(post.tags + post.tiers);
    if (!batch.offers.isEmpty() || !wanted.isEmpty()) {
        for (int i = 0; i < rowsOf(Kind::Offers); ++i) {
            const sync::RemoteOffer offer = community().offer(i);
            const bool isRow = std::ranges::find(batch.offers, offer) != batch.offers.end();
            if (!isRow && wanted.contains(offer.offer.remoteId))
                batch.offers += offer;
        }
        for (const sync::RemoteOffer& offer : std::as_const(batch.offers))
            wanted.insert(offer.tier);
    }
    for (const Kind kind : {Kind::Tiers, Kind::Labels, Kind::Newsletters, Kind::Tags}) {
        for (int i = 0; i < rowsOf(kind) && !wanted.isEmpty(); ++i) {
            if (wanted.contains(idOf(kind, i)))
                append(batch, kind, i);
        }
    }
}

Result<WalkPage> SampleStore::pull(const Walk& walk, const QString& cursor)
{
    if (auto begun = begin(); !begun)
        return tl::unexpected(begun.error());
    const Result<int> place = placeOf(cursor);
    if (!place)
        return tl::unexpected(place.error());
    if (walk.extent == Walk::Extent::Named)
        return pullNamed(walk);
    return walk.kind == Kind::Events ? pullEvents(walk, *place) : pullRows(walk, *place);
}

Result<WalkPage> SampleStore::pullRows(const Walk& walk, int from)
{
    WalkPage page;
    const int rows = rowsOf(walk.kind);
    const bool everything = walk.extent == Walk::Extent::Everything;
    int taken = 0;
    int index = from;
    for (; index < rows && taken < m_pageRows; ++index) {
        if (m_cancelled)
            return cancelled();
        if (everything || isSince(walk.kind, index, walk.sinceUtc)) {
            append(page.batch, walk.kind, index);
            ++taken;
        }
    }
    if (index < rows)
        page.next = QString::number(index);
    if (everything)
        page.total = rows;
    bringAlong(page.batch);
    return page;
}

Result<WalkPage> SampleStore::pullNamed(const Walk& walk)
{
    WalkPage page;
    for (const QString& id : walk.ids) {
        if (m_cancelled)
            return cancelled();
        if (walk.kind == Kind::Events) {
            const std::optional<int> member = community().memberOfEvent(walk.event, id);
            if (!member)
                continue;
            for (const sync::RemoteEvent& event : community().events(walk.event, *member)) {
                if (event.event.remoteId == id)
                    page.batch.events += event;
            }
        } else if (walk.kind == Kind::Reactions) {
            if (const std::optional<int> comment = indexOf(Kind::Comments, id)) {
                const auto first = community().discussion().comments[std::size_t(*comment)].firstReaction;
                const auto count = std::ssize(community().discussion().reactionsOf(*comment));
                for (std::ptrdiff_t i = 0; i < count; ++i)
                    append(page.batch, Kind::Reactions, int(first + i));
            }
        } else if (const std::optional<int> index = indexOf(walk.kind, id)) {
            append(page.batch, walk.kind, *index);
        }
    }
    bringAlong(page.batch);
    return page;
}

Result<WalkPage> SampleStore::pullEvents(const Walk& walk, int fromMember)
{
    WalkPage page;
    const bool everything = walk.extent == Walk::Extent::Everything;
    int member = fromMember;
    for (; member < community().members() && page.batch.events.size() < m_pageRows; ++member) {
        if (m_cancelled)
            return cancelled();
        for (sync::RemoteEvent& event : community().events(walk.event, member)) {
            if (everything || event.event.atUtc >= walk.sinceUtc)
                page.batch.events += std::move(event);
        }
    }
    if (member < community().members())
        page.next = QString::number(member);
    if (everything)
        page.total = countEvents(walk.event);
    return page;
}

Result<sync::Hints> SampleStore::hintsSince(qint64 /*sinceUtc*/)
{
    if (auto begun = begin(); !begun)
        return tl::unexpected(begun.error());
    return sync::Hints {};
}

qint64 SampleStore::countEvents(std::optional<EventKind> kind)
{
    if (m_eventTotals.empty()) {
        const auto totals = community().eventTotals();
        m_eventTotals.assign(totals.begin(), totals.end());
    }
    if (kind)
        return m_eventTotals[std::size_t(*kind)];
    return std::accumulate(m_eventTotals.begin(), m_eventTotals.end(), qint64(0));
}

Result<sync::Totals> SampleStore::totals()
{
    if (auto begun = begin(); !begun)
        return tl::unexpected(begun.error());
    sync::Totals totals;
    for (const Kind kind : {Kind::Tiers, Kind::Labels, Kind::Newsletters, Kind::Offers, Kind::Tags, Kind::Members, Kind::Posts,
                            Kind::Comments, Kind::Reactions})
        totals.rows[kind] = rowsOf(kind);
    totals.events = countEvents({});
    const std::vector<qint64> ofLabels = community().membersOfLabels();
    for (int i = 0; i < int(ofLabels.size()); ++i)
        totals.membersOfLabel[idOf(Kind::Labels, i)] = ofLabels[std::size_t(i)];
    const std::vector<qint64> ofNewsletters = community().membersOfNewsletters();
    for (int i = 0; i < int(ofNewsletters.size()); ++i)
        totals.membersOfNewsletter[idOf(Kind::Newsletters, i)] = ofNewsletters[std::size_t(i)];
    return totals;
}

Result<qint64> SampleStore::eventTotal(EventKind kind)
{
    if (auto begun = begin(); !begun)
        return tl::unexpected(begun.error());
    return countEvents(kind);
}

QList<EventKind> SampleStore::eventKinds() const
{
    using enum EventKind;
    return {Signup, Login, SubscriptionChange, Payment, NewsletterChange, EmailChange, Click, Feedback, EmailSent, EmailDelivered,
            EmailOpened, EmailFailed, EmailComplained, Donation};
}

Result<SampleStore::IdPage> SampleStore::ids(Kind kind, const QString& cursor)
{
    if (auto begun = begin(); !begun)
        return tl::unexpected(begun.error());
    const Result<int> place = placeOf(cursor);
    if (!place)
        return tl::unexpected(place.error());
    IdPage page;
    const int rows = rowsOf(kind);
    const int end = int(std::min<qint64>(rows, qint64(*place) + m_pageRows));
    for (int index = *place; index < end; ++index)
        page.ids += idOf(kind, index);
    if (end < rows)
        page.next = QString::number(end);
    return page;
}

Result<bool> SampleStore::exists(Kind kind, const QString& remoteId)
{
    if (auto begun = begin(); !begun)
        return tl::unexpected(begun.error());
    return indexOf(kind, remoteId).has_value();
}

} // namespace lyceum::sample

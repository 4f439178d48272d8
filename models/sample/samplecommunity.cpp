// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/samplecommunity.h"

#include "sample/calendar.h"
#include "sample/phrases.h"
#include "sample/sources.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lyceum::sample {
namespace {

struct TierWords {
    QStringView name;
    QStringView slug;
    QStringView description;
    std::array<QStringView, 3> benefits;
};

constexpr std::array<TierWords, kTiers> kTierWords {{
    {u"Free 免费", u"free", u"The public letters · 公开文章", {}},
    {u"Reader 读者", u"reader", u"Every letter and the whole archive · 全部文章与往期",
     {u"Every letter · 全部文章", u"The archive · 往期文章", u"Comments · 参与讨论"}},
    {u"Circle 圈子", u"circle", u"All of that, and the workshop itself · 文章之外，还有工作坊",
     {u"Everything for readers · 读者的一切", u"Monthly workshop · 每月工作坊", u"Your drafts read · 习作点评"}},
}};

struct NewsletterWords {
    QStringView name;
    QStringView slug;
    QStringView description;
    bool active;
};

constexpr std::array<NewsletterWords, kNewsletters> kNewsletterWords {{
    {u"灯下来信", u"deng-xia-lai-xin", u"每周一封中文长信", true},
    {u"Lantern Letter", u"lantern-letter", u"The weekly letter in English", true},
    {u"Workshop log", u"workshop-log", u"Given up before the first issue", false},
}};

/// The catalogue is as old as the community.
qint64 catalogueAt(qint64 startUtc, int index) { return startUtc - 30 * kDay + index * 600; }

} // namespace

SampleCommunity::SampleCommunity(const SampleOptions& options)
    : m_options(options)
    , m_ids(options.seed)
    , m_startUtc(addMonths(options.endUtc, -options.months))
    , m_posts(planLibrary(options))
    , m_redemptions(offerTerms().size(), 0)
{
    m_people.reserve(std::size_t(options.members));
    for (int i = 0; i < options.members; ++i)
        m_people.push_back(personOf(options, i));
    for (int i = 0; i < int(m_posts.size()); ++i) {
        if (m_posts[std::size_t(i)].mailed)
            m_mailed.push_back(i);
    }
    m_discussion = planDiscussion(options, m_people, m_posts);
    m_lastTalked.assign(m_people.size(), 0);
    const auto talked = [this](int member, qint64 atUtc) {
        if (member >= 0)
            m_lastTalked[std::size_t(member)] = std::max(m_lastTalked[std::size_t(member)], atUtc);
    };
    for (int i = 0; i < comments(); ++i) {
        const CommentPlan& comment = m_discussion.comments[std::size_t(i)];
        talked(comment.member, comment.atUtc);
        if (comment.hidden && comment.member >= 0)
            m_muted.try_emplace(comment.member, i);
    }
    for (const ReactionPlan& reaction : m_discussion.reactions)
        talked(reaction.member, reaction.atUtc);
    for (int i = 0; i < members(); ++i) {
        for (const Agreement& agreement : lifeOf(m_options, i, m_people[std::size_t(i)]).agreements) {
            if (agreement.offer)
                ++m_redemptions[std::size_t(*agreement.offer)];
        }
    }
    settleVisits();
}

SampleCommunity::Someone SampleCommunity::someone(int index) const
{
    const Person& person = m_people[std::size_t(index)];
    return {index, person, lifeOf(m_options, index, person)};
}

Mailbox SampleCommunity::mailbox(const Someone& someone) const
{
    return mailboxOf(m_options, someone.index, someone.person, someone.life, m_posts, m_mailed);
}

std::vector<qint64> SampleCommunity::visits(const Someone& someone) const
{
    return visitsOf(m_options, someone.index, someone.person, someone.life, m_visitsPerDay);
}

QString SampleCommunity::memberId(int index) const
{
    return m_ids.make(IdTag::Member, quint64(index), m_people[std::size_t(index)].joinedAtUtc);
}

QString SampleCommunity::postId(int index) const
{
    return m_ids.make(IdTag::Post, quint64(index), m_posts[std::size_t(index)].createdAtUtc);
}

QString SampleCommunity::commentId(int index) const
{
    return m_ids.make(IdTag::Comment, quint64(index), m_discussion.comments[std::size_t(index)].atUtc);
}

QString SampleCommunity::tierId(PaidTier tier) const { return SampleCommunity::tier(tier == PaidTier::Reader ? 1 : 2).remoteId; }

QString SampleCommunity::agreementId(int member, int index, const Agreement& agreement) const
{
    return m_ids.make(IdTag::Agreement, quint64(member) * 4 + quint64(index), agreement.startedAtUtc);
}

Tier SampleCommunity::tier(int index) const
{
    const TierWords& words = kTierWords[std::size_t(index)];
    Tier tier;
    tier.remoteId = m_ids.make(IdTag::Tier, quint64(index), catalogueAt(m_startUtc, index));
    tier.name = words.name.toString();
    tier.slug = words.slug.toString();
    tier.description = words.description.toString();
    tier.paid = index > 0;
    if (!tier.paid)
        return tier;
    const PaidTier paid = index == 1 ? PaidTier::Reader : PaidTier::Circle;
    tier.currency = u"USD"_s;
    tier.monthlyPrice = priceOf({paid, Cadence::Month});
    tier.yearlyPrice = priceOf({paid, Cadence::Year});
    tier.trialDays = paid == PaidTier::Reader ? kTrialDays : 0;
    for (const QStringView benefit : words.benefits)
        tier.benefits += benefit.toString();
    return tier;
}

Label SampleCommunity::label(int index) const
{
    const LabelWords& words = labelWords()[std::size_t(index)];
    return {{}, m_ids.make(IdTag::Label, quint64(index), catalogueAt(m_startUtc, index)), words.name.toString(), words.slug.toString()};
}

Newsletter SampleCommunity::newsletter(int index) const
{
    const NewsletterWords& words = kNewsletterWords[std::size_t(index)];
    return {{}, m_ids.make(IdTag::Newsletter, quint64(index), catalogueAt(m_startUtc, index)), words.name.toString(),
            words.slug.toString(), words.description.toString(), words.active};
}

Tag SampleCommunity::tag(int index) const
{
    const TagWords& words = tagWords()[std::size_t(index)];
    return {{}, m_ids.make(IdTag::Tag, quint64(index), catalogueAt(m_startUtc, index)), words.name.toString(), words.slug.toString()};
}

sync::RemoteOffer SampleCommunity::offer(int index) const
{
    const OfferTerms& terms = offerTerms()[std::size_t(index)];
    sync::RemoteOffer result;
    result.tier = tierId(terms.plan.tier);
    Offer& offer = result.offer;
    offer.remoteId = m_ids.make(IdTag::Offer, quint64(index), catalogueAt(m_startUtc, index));
    offer.name = terms.name.toString();
    offer.code = terms.code.toString();
    offer.title = terms.title.toString();
    offer.description = terms.description.toString();
    offer.type = terms.type == OfferTerms::Type::Percent ? u"percent"_s
        : terms.type == OfferTerms::Type::Fixed          ? u"fixed"_s
                                                         : u"trial"_s;
    offer.cadence = terms.plan.cadence == Cadence::Month ? u"month"_s : u"year"_s;
    offer.amount = terms.amount;
    if (terms.type == OfferTerms::Type::Fixed)
        offer.currency = u"USD"_s;
    offer.duration = terms.duration.toString();
    if (terms.duration == u"repeating")
        offer.durationMonths = terms.charges;
    offer.active = terms.weight > 0;
    offer.redemptions = m_redemptions[std::size_t(index)];
    return result;
}

sync::RemotePost SampleCommunity::post(int index) const
{
    const PostPlan& plan = m_posts[std::size_t(index)];
    WrittenPost written = writePost(m_options, index, plan);
    sync::RemotePost result;
    Post& post = result.post;
    post.remoteId = postId(index);
    post.title = std::move(written.title);
    post.slug = written.slug;
    post.status = plan.status;
    post.emailOnly = plan.status == Post::Status::Sent;
    post.featured = plan.pull > 3.5;
    post.authors = index % 9 == 4 ? u"林知夏, Nora Walker"_s : plan.chinese ? u"林知夏"_s : u"Nora Walker"_s;
    post.excerpt = std::move(written.excerpt);
    post.html = std::move(written.html);
    post.plainText = std::move(written.plainText);
    post.url = u"https://lantern.example.org/"_s + written.slug + u'/';
    post.readingMinutes = written.readingMinutes;
    post.createdAtUtc = plan.createdAtUtc;
    post.publishedAtUtc = plan.publishedAtUtc;
    const bool isOut = plan.status == Post::Status::Published || plan.status == Post::Status::Sent;
    post.changedAtUtc = isOut ? plan.publishedAtUtc : plan.createdAtUtc;
    switch (plan.audience) {
    case Audience::Everybody:
        post.visibility = u"public"_s;
        break;
    case Audience::Members:
        post.visibility = u"members"_s;
        break;
    case Audience::Paying:
        post.visibility = u"paid"_s;
        break;
    case Audience::Circle:
        post.visibility = u"tiers"_s;
        result.tiers = {tierId(PaidTier::Circle)};
        break;
    }
    const Phrases& phrases = plan.chinese ? chinesePhrases() : englishPhrases();
    const int languageTag = int(tagWords().size()) - (plan.chinese ? 1 : 2);
    result.tags = {tag(phrases.topics[std::size_t(plan.topic)].tag).remoteId, tag(languageTag).remoteId};
    return result;
}

sync::RemoteComment SampleCommunity::comment(int index) const
{
    const CommentPlan& plan = m_discussion.comments[std::size_t(index)];
    sync::RemoteComment result;
    result.post = postId(plan.post);
    if (plan.member >= 0)
        result.member = memberId(plan.member);
    if (plan.parent >= 0)
        result.parent = commentId(plan.parent);
    if (plan.inReplyTo >= 0)
        result.inReplyTo = commentId(plan.inReplyTo);
    Comment& comment = result.comment;
    comment.remoteId = commentId(index);
    comment.status = plan.hidden ? Comment::Status::Hidden : Comment::Status::Published;
    comment.text = writeComment(m_options, index, plan, m_posts[std::size_t(plan.post)]);
    comment.html = u"<p>"_s + comment.text.toHtmlEscaped() + u"</p>"_s;
    comment.createdAtUtc = plan.atUtc;
    if (index % 41 == 7 && plan.atUtc + 300 <= m_options.endUtc)
        comment.editedAtUtc = plan.atUtc + 300;
    comment.pinned = plan.pinned;
    for (const ReactionPlan& reaction : m_discussion.reactionsOf(index)) {
        comment.likes += reaction.kind == Reaction::Kind::Like;
        comment.dislikes += reaction.kind == Reaction::Kind::Dislike;
        comment.reports += reaction.kind == Reaction::Kind::Report;
    }
    return result;
}

sync::RemoteReaction SampleCommunity::reaction(int index) const
{
    const ReactionPlan& plan = m_discussion.reactions[std::size_t(index)];
    sync::RemoteReaction result;
    result.reaction.remoteId = m_ids.make(IdTag::Reaction, quint64(index), plan.atUtc);
    result.reaction.kind = plan.kind;
    result.reaction.atUtc = plan.atUtc;
    result.comment = commentId(plan.comment);
    result.member = memberId(plan.member);
    return result;
}

} // namespace lyceum::sample

// SPDX-License-Identifier: GPL-3.0-or-later
// Members and their agreements, written out.
#include "sample/calendar.h"
#include "sample/phrases.h"
#include "sample/samplecommunity.h"
#include "sample/sources.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::sample {
namespace {

qint64 lastRead(const Mailbox& mailbox)
{
    qint64 last = 0;
    for (const Letter& letter : mailbox.letters) {
        last = std::max({last, letter.openedAtUtc.value_or(0), letter.feedbackAtUtc.value_or(0)});
        for (const std::optional<qint64>& click : letter.clickedAtUtc)
            last = std::max(last, click.value_or(0));
    }
    return last;
}

QString noteAbout(const SampleOptions& options, int index, const Person& person)
{
    Random random(options.seed, Stream::Particulars, quint64(options.members) + quint64(index));
    const Phrases& phrases = person.chinese ? chinesePhrases() : englishPhrases();
    const Topic& topic = random.oneOf(phrases.topics);
    return expanded(random.oneOf(phrases.notes), topic, random);
}

} // namespace

sync::RemoteMember::Paid SampleCommunity::agreement(int member, int index, const Agreement& agreement) const
{
    sync::RemoteMember::Paid paid;
    paid.tier = tierId(agreement.plan.tier);
    if (agreement.offer)
        paid.offer = offer(*agreement.offer).offer.remoteId;
    Subscription& subscription = paid.subscription;
    subscription.remoteId = u"sub_"_s + agreementId(member, index, agreement);
    subscription.status = agreement.status;
    subscription.interval = agreement.plan.cadence == Cadence::Month ? u"month"_s : u"year"_s;
    subscription.amount = priceOf(agreement.plan);
    subscription.currency = u"USD"_s;
    subscription.cancelAtPeriodEnd = agreement.cancelAtPeriodEnd;
    if (agreement.cancelAtPeriodEnd)
        subscription.cancellationReason = cancellationReasons()[std::size_t(agreement.reason)].toString();
    subscription.startedAtUtc = agreement.startedAtUtc;
    subscription.periodEndAtUtc = agreement.periodEndAtUtc;
    if (agreement.trialEndAtUtc) {
        subscription.trialStartAtUtc = agreement.startedAtUtc;
        subscription.trialEndAtUtc = agreement.trialEndAtUtc;
    }
    return paid;
}

sync::RemoteMember SampleCommunity::member(int index) const
{
    const Someone who = someone(index);
    const Person& person = who.person;
    const Mailbox mail = mailbox(who);
    const std::vector<qint64> visited = visits(who);
    const Particulars particulars = particularsOf(m_options, index, person);
    Identity identity = identityOf(m_options, index, person);

    sync::RemoteMember result;
    Member& member = result.member;
    member.remoteId = memberId(index);
    member.uuid = m_ids.uuid(quint64(index));
    member.email = std::move(identity.email);
    member.name = std::move(identity.name);
    if (particulars.noted)
        member.note = noteAbout(m_options, index, person);
    member.country = std::move(identity.country);
    const Source& source = sources()[std::size_t(person.source)];
    member.source = source.name.toString();
    member.sourceMedium = source.medium.toString();

    for (int i = 0; i < int(who.life.agreements.size()); ++i)
        result.subscriptions += agreement(index, i, who.life.agreements[std::size_t(i)]);
    const std::optional<Grant>& grant = who.life.grant;
    if (const Agreement* current = who.life.current()) {
        member.status = MemberStatus::Paid;
        result.tiers = {tierId(current->plan.tier)};
    } else if (grant && who.life.hasAccess(m_options.endUtc)) {
        member.status = grant->status;
        result.tiers = {tierId(grant->tier)};
        member.complimentaryUntilUtc = grant->untilUtc;
    }

    const qint64 lastVisit = visited.empty() ? 0 : visited.back();
    const qint64 talked = m_lastTalked[std::size_t(index)];
    const qint64 signedUp = person.imported ? 0 : person.joinedAtUtc;
    const qint64 seen = std::max({signedUp, lastVisit, talked, lastRead(mail)});
    member.joinedAtUtc = person.joinedAtUtc;
    if (seen > 0)
        member.lastSeenAtUtc = seen;
    qint64 changed = std::max({person.joinedAtUtc, lastVisit, talked, particulars.emailChangedAtUtc.value_or(0)});
    for (const Turn& turn : who.life.turns) {
        if (turn.type == SubscriptionChange::Type::Created || turn.type == SubscriptionChange::Type::Expired)
            changed = std::max(changed, turn.atUtc);
    }
    member.changedAtUtc = changed;

    for (const int label : particulars.labels)
        result.labels += this->label(label).remoteId;
    for (const Reading& reading : mail.readings) {
        if (!reading.untilUtc)
            result.newsletters += newsletter(reading.newsletter).remoteId;
    }
    member.subscribed = !result.newsletters.isEmpty();
    for (const Letter& letter : mail.letters) {
        member.emailCount += letter.fate == Letter::Fate::Delivered;
        member.emailOpenedCount += letter.openedAtUtc.has_value();
    }
    member.emailSuppressed = mail.bounced || mail.complained;
    if (member.emailSuppressed)
        member.emailSuppressedReason = mail.bounced ? u"bounce"_s : u"spam"_s;

    const auto muted = m_muted.find(index);
    if (muted != m_muted.end()) {
        const CommentPlan& comment = m_discussion.comments[std::size_t(muted->second)];
        const bool forGood = comment.form == CommentPlan::Form::Spam;
        const qint64 until = addMonths(comment.atUtc, 3);
        member.commentingDisabled = forGood || until > m_options.endUtc;
        if (member.commentingDisabled) {
            member.commentingDisabledReason = forGood ? u"Spam"_s : u"Abusive comment"_s;
            if (!forGood)
                member.commentingDisabledUntilUtc = until;
        }
    }
    return result;
}

std::vector<qint64> SampleCommunity::membersOfLabels() const
{
    std::vector<qint64> counts(labelWords().size(), 0);
    for (int i = 0; i < members(); ++i) {
        for (const int label : particularsOf(m_options, i, m_people[std::size_t(i)]).labels)
            ++counts[std::size_t(label)];
    }
    return counts;
}

std::vector<qint64> SampleCommunity::membersOfNewsletters() const
{
    std::vector<qint64> counts(kNewsletters, 0);
    for (int i = 0; i < members(); ++i) {
        for (const Reading& reading : readingsOf(m_options, i, m_people[std::size_t(i)]))
            counts[std::size_t(reading.newsletter)] += !reading.untilUtc;
    }
    return counts;
}

} // namespace lyceum::sample

// SPDX-License-Identifier: GPL-3.0-or-later
// The event stream of a member, made on demand.
#include "sample/samplecommunity.h"
#include "sample/sources.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::sample {
namespace {

constexpr int kOrdinalBits = 24;
constexpr int kMembersMeasured = 2000;
constexpr double kFewestVisitsPerDay = 0.02; ///< some come back even when the mail alone makes up the number asked for

/// Kinds that come from a member's mailbox.
bool isMail(EventKind kind)
{
    using enum EventKind;
    return kind == Click || kind == Feedback || kind == EmailSent || kind == EmailDelivered || kind == EmailOpened || kind == EmailFailed
        || kind == EmailComplained;
}

IdTag tagOf(EventKind kind) { return IdTag(quint64(IdTag::EventRow) + quint64(kind)); }

bool isDirectlyPaid(const Life& life) { return !life.turns.empty() && life.turns.front().signup; }

template <class Sink>
void eachMailEvent(const Mailbox& mailbox, Sink& sink)
{
    using enum EventKind;
    for (const Letter& letter : mailbox.letters) {
        const auto ordinal = quint64(letter.post);
        switch (letter.fate) {
        case Letter::Fate::UnderWay:
            sink(EmailSent, EventLine {letter.atUtc, ordinal, letter.post, 0});
            continue;
        case Letter::Fate::Failed:
            sink(EmailFailed, EventLine {letter.atUtc, ordinal, letter.post, 0});
            continue;
        case Letter::Fate::Delivered:
            sink(EmailDelivered, EventLine {letter.atUtc, ordinal, letter.post, 0});
        }
        if (letter.openedAtUtc)
            sink(EmailOpened, EventLine {*letter.openedAtUtc, ordinal, letter.post, 0});
        for (std::size_t click = 0; click < letter.clickedAtUtc.size(); ++click) {
            if (letter.clickedAtUtc[click])
                sink(Click, EventLine {*letter.clickedAtUtc[click], ordinal * 4 + click, letter.post, int(click)});
        }
        if (letter.feedbackAtUtc)
            sink(Feedback, EventLine {*letter.feedbackAtUtc, ordinal, letter.post, letter.liked ? 1 : 0});
        if (letter.complainedAtUtc)
            sink(EmailComplained, EventLine {*letter.complainedAtUtc, ordinal, letter.post, 0});
    }
}

} // namespace

/// Calls sink(kind, line) for each event of the member, or for those of one kind; never computes what is not asked for.
template <class Sink>
void SampleCommunity::eachEvent(const Someone& who, std::optional<EventKind> only, Sink sink) const
{
    using enum EventKind;
    const auto wanted = [only](EventKind kind) { return !only || *only == kind; };
    if (wanted(Signup) && !isDirectlyPaid(who.life))
        sink(Signup, EventLine {who.person.joinedAtUtc, 0, -1, 0});
    if (wanted(SubscriptionChange)) {
        for (std::size_t i = 0; i < who.life.turns.size(); ++i)
            sink(SubscriptionChange, EventLine {who.life.turns[i].atUtc, i, -1, int(i)});
    }
    if (wanted(Payment)) {
        for (std::size_t i = 0; i < who.life.charges.size(); ++i)
            sink(Payment, EventLine {who.life.charges[i].atUtc, i, -1, int(i)});
    }
    if (wanted(Login)) {
        const std::vector<qint64> all = visits(who);
        for (std::size_t i = 0; i < all.size(); ++i)
            sink(Login, EventLine {all[i], i, -1, 0});
    }
    if (wanted(NewsletterChange)) {
        for (const Reading& reading : readingsOf(m_options, who.index, who.person)) {
            const auto ordinal = quint64(reading.newsletter) * 2;
            sink(NewsletterChange, EventLine {reading.fromUtc, ordinal, -1, reading.newsletter});
            if (reading.untilUtc)
                sink(NewsletterChange, EventLine {*reading.untilUtc, ordinal + 1, -1, reading.newsletter});
        }
    }
    if (wanted(EmailChange) || wanted(Donation)) {
        const Particulars particulars = particularsOf(m_options, who.index, who.person);
        if (wanted(EmailChange) && particulars.emailChangedAtUtc)
            sink(EmailChange, EventLine {*particulars.emailChangedAtUtc, 0, -1, 0});
        if (wanted(Donation) && particulars.donatedAtUtc)
            sink(Donation, EventLine {*particulars.donatedAtUtc, 0, -1, int(particulars.donation)});
    }
    if (!only || isMail(*only)) {
        const auto filtered = [&](EventKind kind, const EventLine& line) {
            if (wanted(kind))
                sink(kind, line);
        };
        eachMailEvent(mailbox(who), filtered);
    }
}

/// Sets how often people come, so that the mean number of events is the one asked for.
void SampleCommunity::settleVisits()
{
    const int step = std::max(1, members() / kMembersMeasured);
    qint64 measured = 0;
    qint64 visiting = 0;
    qint64 other = 0;
    m_visitsPerDay = 1;
    for (int i = 0; i < members(); i += step) {
        ++measured;
        eachEvent(someone(i), {}, [&](EventKind kind, const EventLine&) { ++(kind == EventKind::Login ? visiting : other); });
    }
    const double missing = m_options.eventsPerMember * double(measured) - double(other);
    m_visitsPerDay = std::max(kFewestVisitsPerDay, visiting > 0 ? missing / double(visiting) : 0);
}

std::array<qint64, kEventKinds> SampleCommunity::eventTotals() const
{
    std::array<qint64, kEventKinds> totals {};
    for (int i = 0; i < members(); ++i)
        eachEvent(someone(i), {}, [&](EventKind kind, const EventLine&) { ++totals[std::size_t(kind)]; });
    return totals;
}

QList<sync::RemoteEvent> SampleCommunity::events(EventKind kind, int member) const
{
    QList<sync::RemoteEvent> rows;
    const Someone who = someone(member);
    eachEvent(who, kind, [&](EventKind, const EventLine& line) { rows += eventRow(kind, who, line); });
    return rows;
}

std::optional<int> SampleCommunity::memberOfEvent(EventKind kind, const QString& remoteId) const
{
    const std::optional<quint64> index = m_ids.indexOf(tagOf(kind), remoteId);
    if (!index || (*index >> kOrdinalBits) >= quint64(members()))
        return std::nullopt;
    return int(*index >> kOrdinalBits);
}

sync::RemoteEvent SampleCommunity::eventRow(EventKind kind, const Someone& who, const EventLine& line) const
{
    using enum EventKind;
    const Source& source = sources()[std::size_t(who.person.source)];
    sync::RemoteEvent row;
    row.member = memberId(who.index);
    if (line.post >= 0)
        row.post = postId(line.post);
    Event& event = row.event;
    event.kind = kind;
    event.atUtc = line.atUtc;
    event.remoteId = m_ids.make(tagOf(kind), (quint64(who.index) << kOrdinalBits) | line.ordinal, line.atUtc);

    switch (kind) {
    case Signup:
        row.source = source.name.toString();
        row.sourceMedium = source.medium.toString();
        event.text = who.person.imported ? u"import"_s : u"member"_s;
        break;
    case SubscriptionChange: {
        const Turn& turn = who.life.turns[std::size_t(line.detail)];
        const Agreement& agreement = who.life.agreements[std::size_t(turn.agreement)];
        lyceum::SubscriptionChange change;
        change.type = turn.type;
        change.subscriptionRemoteId = agreementId(who.index, turn.agreement, agreement);
        if (turn.from)
            change.fromPrice = priceId(*turn.from);
        if (turn.to)
            change.toPrice = priceId(*turn.to);
        change.currency = u"USD"_s;
        change.mrrDelta = turn.monthlyValueDelta;
        const Plan plan = turn.to ? *turn.to : *turn.from;
        change.tierName = tier(plan.tier == PaidTier::Reader ? 1 : 2).name;
        change.signup = turn.signup;
        event.amount = change.mrrDelta;
        event.text = change.tierName;
        if (turn.signup) {
            row.source = source.name.toString();
            row.sourceMedium = source.medium.toString();
        }
        row.change = std::move(change);
        break;
    }
    case Payment:
    case Donation: {
        lyceum::Payment payment;
        payment.remoteId = event.remoteId;
        payment.kind = kind == Payment ? lyceum::Payment::Kind::Charge : lyceum::Payment::Kind::Donation;
        payment.atUtc = line.atUtc;
        payment.amount = kind == Payment ? who.life.charges[std::size_t(line.detail)].amount : qint64(line.detail);
        payment.currency = u"USD"_s;
        payment.source = u"stripe"_s;
        event.amount = payment.amount;
        event.text = payment.source;
        row.payment = std::move(payment);
        break;
    }
    case NewsletterChange:
        event.amount = line.ordinal % 2 == 0 ? 1 : 0; // subscribed or not
        event.text = newsletter(line.detail).remoteId;
        break;
    case EmailChange:
        event.text = identityOf(m_options, who.index, who.person).email;
        break;
    case Click:
        event.text = u"https://lantern.example.org/read/%1/%2"_s.arg(line.post + 1).arg(line.detail + 1);
        break;
    case Feedback:
        event.amount = line.detail;
        break;
    default:
        break;
    }
    return row;
}

} // namespace lyceum::sample

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/life.h"

#include "sample/calendar.h"
#include "sample/random.h"
#include "sample/retention.h"
#include "sample/sources.h"

#include <algorithm>
#include <array>

namespace lyceum::sample {
namespace {

using Type = SubscriptionChange::Type;

constexpr std::array<QStringView, 6> kReasons {
    {u"", u"Too expensive for now", u"Not enough time to read", u"最近太忙，读不过来", u"价格有点高", u"I got what I came for"}};

/// Days between the first visit and the first payment, of those who begin free.
constexpr std::array<Quantile, 6> kHesitation {{{0, 1}, {0.25, 9}, {0.55, 40}, {0.80, 130}, {0.95, 330}, {1, 540}}};
/// Days until somebody who left comes back.
constexpr std::array<Quantile, 4> kAbsence {{{0, 12}, {0.5, 60}, {0.85, 150}, {1, 300}}};

/// Lives one member's paying life forward until it ends or time does.
class Living {
public:
    Living(const SampleOptions& options, int index, const Person& person)
        : m_random(options.seed, Stream::Life, quint64(index))
        , m_end(options.endUtc)
        , m_person(person)
    {
    }

    Life live();

private:
    enum class Next { Renewed, Left, TimeIsUp };

    void grant(MemberStatus status);
    void begin(qint64 atUtc, bool signup);
    Next endTrial(qint64 trialEnd);
    Next renew(qint64 periodStart, qint64 periodEnd, int number);
    Next leave(qint64 periodStart, qint64 periodEnd);
    void changePlan(qint64 atUtc, int number);
    void charge(qint64 atUtc);
    void turn(Type type, qint64 atUtc, std::optional<Plan> from, std::optional<Plan> to, qint64 newValue);
    qint64 within(qint64 from, qint64 to) { return from + 1 + qint64(m_random.uniform() * double(to - from - 2)); }
    Agreement& agreement() { return m_life.agreements.back(); }
    int agreementIndex() const { return int(m_life.agreements.size()) - 1; }

    Random m_random;
    qint64 m_end;
    const Person& m_person;
    Life m_life;
};

Life Living::live()
{
    const double paying = sources()[std::size_t(m_person.source)].paying;
    const double lot = m_random.uniform();
    if (lot < 0.022) {
        grant(MemberStatus::Comped);
        return m_life;
    }
    if (lot < 0.028) {
        grant(MemberStatus::Gift);
        return m_life;
    }
    const bool direct = lot > 1 - 0.13 * paying && !m_person.imported;
    const bool later = !direct && lot > 1 - 0.30 * paying;
    if (!direct && !later)
        return m_life;
    qint64 start = m_person.joinedAtUtc;
    if (later)
        start = atHumanHour(start + qint64(m_random.from(kHesitation) * double(kDay)));
    bool signup = direct;
    for (int again = 0; again < 3 && start <= m_end; ++again) {
        begin(start, signup);
        const std::optional<qint64> ended = agreement().endedAtUtc;
        const bool returns = m_random.chance(0.14);
        const qint64 absence = qint64(m_random.from(kAbsence) * double(kDay));
        if (!ended || !returns)
            break;
        start = atHumanHour(*ended + absence);
        signup = false;
    }
    return m_life;
}

void Living::grant(MemberStatus status)
{
    Grant grant;
    grant.status = status;
    grant.tier = m_random.chance(0.6) ? PaidTier::Reader : PaidTier::Circle;
    grant.fromUtc = std::min(m_end, m_person.joinedAtUtc + (m_random.chance(0.5) ? 0 : m_random.between(1, 40) * kDay));
    if (status == MemberStatus::Gift)
        grant.untilUtc = addMonths(grant.fromUtc, 12);
    else if (m_random.chance(0.45))
        grant.untilUtc = addMonths(grant.fromUtc, int(m_random.between(3, 30)));
    m_life.grant = grant;
}

void Living::turn(Type type, qint64 atUtc, std::optional<Plan> from, std::optional<Plan> to, qint64 newValue)
{
    const qint64 delta = newValue - agreement().monthlyValue;
    agreement().monthlyValue = newValue;
    m_life.turns.push_back({type, atUtc, agreementIndex(), from, to, delta, false});
}

void Living::charge(qint64 atUtc)
{
    Agreement& now = agreement();
    m_life.charges.push_back({atUtc, agreementIndex(), chargeOf(now.plan, now.offer, now.charges++)});
}

void Living::begin(qint64 atUtc, bool signup)
{
    Agreement fresh;
    fresh.startedAtUtc = atUtc;
    fresh.plan.tier = m_random.chance(0.64) ? PaidTier::Reader : PaidTier::Circle;
    fresh.plan.cadence
        = m_random.chance(fresh.plan.tier == PaidTier::Reader ? 0.32 : 0.44) ? Cadence::Year : Cadence::Month;
    const auto terms = offerTerms();
    for (int i = 0; i < int(terms.size()); ++i) {
        const bool taken = m_random.chance(terms[std::size_t(i)].weight / 100.0);
        if (taken && terms[std::size_t(i)].plan == fresh.plan)
            fresh.offer = i;
    }
    qint64 trialDays = 0;
    if (fresh.offer && terms[std::size_t(*fresh.offer)].type == OfferTerms::Type::Trial)
        trialDays = terms[std::size_t(*fresh.offer)].amount;
    else if (!fresh.offer && fresh.plan == Plan {PaidTier::Reader, Cadence::Month} && m_random.chance(0.35))
        trialDays = kTrialDays;
    m_life.agreements.push_back(fresh);

    const qint64 value = monthlyValueOf(fresh.plan, fresh.offer);
    qint64 anchor = atUtc; // paid periods are counted from here
    if (trialDays > 0) {
        anchor += trialDays * kDay;
        agreement().trialEndAtUtc = anchor;
        agreement().status = Subscription::Status::Trialing;
        agreement().periodEndAtUtc = anchor;
    }
    turn(Type::Created, atUtc, {}, fresh.plan, trialDays > 0 ? 0 : value);
    m_life.turns.back().signup = signup;
    if (trialDays > 0 && endTrial(anchor) != Next::Renewed)
        return;
    charge(anchor);

    int monthsPaid = 0; // in the present cadence
    int number = 1;
    qint64 periodStart = anchor;
    for (;;) {
        const Cadence cadence = agreement().plan.cadence;
        monthsPaid += monthsOf(cadence);
        const qint64 periodEnd = addMonths(anchor, monthsPaid);
        agreement().periodEndAtUtc = periodEnd;
        if (renew(periodStart, periodEnd, number) != Next::Renewed)
            return;
        changePlan(periodEnd, number);
        charge(periodEnd);
        ++number;
        periodStart = periodEnd;
        if (agreement().plan.cadence != cadence)
            number = 1;
    }
}

Living::Next Living::endTrial(qint64 trialEnd)
{
    const Plan plan = agreement().plan;
    const bool lost = m_random.chance(trialLoss(m_person.source));
    const qint64 cancelled = within(agreement().startedAtUtc, trialEnd);
    if (lost && cancelled <= m_end) {
        turn(Type::Canceled, cancelled, plan, plan, 0);
        agreement().cancelAtPeriodEnd = true;
        agreement().reason = int(m_random.below(qint64(kReasons.size())));
    }
    if (trialEnd > m_end)
        return Next::TimeIsUp;
    if (lost) {
        turn(Type::Expired, trialEnd, plan, {}, 0);
        agreement().status = Subscription::Status::Canceled;
        agreement().endedAtUtc = trialEnd;
        return Next::Left;
    }
    turn(Type::Updated, trialEnd, plan, plan, monthlyValueOf(plan, agreement().offer));
    agreement().status = Subscription::Status::Active;
    return Next::Renewed;
}

Living::Next Living::renew(qint64 periodStart, qint64 periodEnd, int number)
{
    const Plan plan = agreement().plan;
    if (m_random.chance(leavingChance({plan, m_person.source, number, monthOf(periodEnd)})))
        return leave(periodStart, periodEnd);

    // Second thoughts: cancelled, and taken back before the period was over. They change nothing about leaving.
    const bool wavers = m_random.chance(0.012);
    const qint64 cancelled = within(periodStart, periodEnd);
    const qint64 resumed = within(cancelled, periodEnd);
    if (wavers && periodEnd - cancelled > kHour) {
        const qint64 value = agreement().monthlyValue;
        if (cancelled <= m_end) {
            turn(Type::Canceled, cancelled, plan, plan, 0);
            agreement().cancelAtPeriodEnd = true;
        }
        if (resumed <= m_end) {
            turn(Type::Reactivated, resumed, plan, plan, value);
            agreement().cancelAtPeriodEnd = false;
        }
    }
    return periodEnd > m_end ? Next::TimeIsUp : Next::Renewed;
}

Living::Next Living::leave(qint64 periodStart, qint64 periodEnd)
{
    const Plan plan = agreement().plan;
    if (m_random.chance(kFailedPaymentShare)) {
        const qint64 givenUp = periodEnd + kGraceDays * kDay;
        if (periodEnd > m_end)
            return Next::TimeIsUp;
        agreement().status = Subscription::Status::PastDue;
        if (givenUp > m_end)
            return Next::TimeIsUp;
        turn(Type::Expired, givenUp, plan, {}, 0);
        agreement().status = Subscription::Status::Canceled;
        agreement().endedAtUtc = givenUp;
        return Next::Left;
    }
    const qint64 cancelled = within(periodStart, periodEnd);
    const int reason = int(m_random.below(qint64(kReasons.size())));
    if (cancelled <= m_end) {
        turn(Type::Canceled, cancelled, plan, plan, 0);
        agreement().cancelAtPeriodEnd = true;
        agreement().reason = reason;
    }
    if (periodEnd > m_end)
        return Next::TimeIsUp;
    turn(Type::Expired, periodEnd, plan, {}, 0);
    agreement().status = Subscription::Status::Canceled;
    agreement().endedAtUtc = periodEnd;
    return Next::Left;
}

void Living::changePlan(qint64 atUtc, int number)
{
    const Plan before = agreement().plan;
    Plan after = before;
    const double lot = m_random.uniform();
    const bool monthly = before.cadence == Cadence::Month;
    if (before.tier == PaidTier::Reader && lot < (monthly ? 0.014 : 0.08))
        after.tier = PaidTier::Circle;
    else if (before.tier == PaidTier::Circle && lot < (monthly ? 0.009 : 0.06))
        after.tier = PaidTier::Reader;
    else if (monthly && number >= 3 && lot > 0.985)
        after.cadence = Cadence::Year;
    if (after == before)
        return;
    agreement().plan = after;
    turn(Type::Updated, atUtc, before, after, monthlyValueOf(after, agreement().offer));
}

} // namespace

bool Life::hasAccess(qint64 atUtc) const
{
    if (grant && grant->fromUtc <= atUtc && (!grant->untilUtc || atUtc < *grant->untilUtc))
        return true;
    return std::ranges::any_of(agreements, [atUtc](const Agreement& agreement) {
        return agreement.startedAtUtc <= atUtc && (!agreement.endedAtUtc || atUtc < *agreement.endedAtUtc);
    });
}

std::optional<qint64> Life::nextLeaving(qint64 atUtc) const
{
    for (const Agreement& agreement : agreements) {
        if (agreement.endedAtUtc && agreement.startedAtUtc <= atUtc && atUtc < *agreement.endedAtUtc)
            return agreement.endedAtUtc;
    }
    return std::nullopt;
}

const Agreement* Life::current() const
{
    return agreements.empty() || agreements.back().endedAtUtc ? nullptr : &agreements.back();
}

Life lifeOf(const SampleOptions& options, int index, const Person& person)
{
    return Living(options, index, person).live();
}

std::span<const QStringView> cancellationReasons() { return kReasons; }

} // namespace lyceum::sample

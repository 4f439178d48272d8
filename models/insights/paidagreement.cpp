// SPDX-License-Identifier: GPL-3.0-or-later
#include "insights/paidagreement.h"

#include "insights/subscriptionchain.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::insights {
namespace {

using storage::PayingHistory;
using Type = SubscriptionChange::Type;

/// Charges and messages of the payment provider come up to a day beside the instant they are about.
constexpr qint64 kSlack = 86400;

/// An interval earlier, by the calendar in UTC.
qint64 periodBefore(qint64 utc, const QString& interval)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(utc, Qt::UTC);
    if (interval == "week"_L1 || interval == "day"_L1)
        return time.addDays(interval == "week"_L1 ? -7 : -1).toSecsSinceEpoch();
    return time.addMonths(interval == "year"_L1 ? -12 : -1).toSecsSinceEpoch();
}

/// Puts together what one chain of changes and its row say.
class Reading {
public:
    Reading(const PayingHistory& history, const SubscriptionChain& chain, const PlanBook& plans)
        : m_history(history)
        , m_chain(chain)
        , m_plans(plans)
    {
    }

    [[nodiscard]] std::optional<PaidAgreement> agreement();

private:
    /// The chain's own account of its monthly value, which falls to 0 at a cancellation: here it does not.
    struct Worth {
        qint64 atUtc = 0;
        qint64 monthly = 0;
    };

    [[nodiscard]] std::optional<qint64> beginning() const;
    void followChanges();
    void followRow();
    [[nodiscard]] qint64 lastEvidence() const;
    [[nodiscard]] qint64 endWithoutChange() const;
    [[nodiscard]] std::optional<qint64> trialEnd() const;
    [[nodiscard]] bool wasPaidBetween(qint64 fromUtc, std::optional<qint64> untilUtc) const;
    [[nodiscard]] bool outlastedTrial(qint64 trialEndUtc) const;
    [[nodiscard]] bool wasEverWorthSomething() const;
    [[nodiscard]] QString tierAt(qint64 utc) const;
    [[nodiscard]] QString intervalAtBeginning(const QString& tier) const;
    [[nodiscard]] const Offer* offer() const;
    [[nodiscard]] qint64 monthlyValueNow(qint64 told) const;
    void setValues();
    /// Whether the changes tell it from the beginning, so that their sum is its worth.
    [[nodiscard]] bool isComplete() const { return !m_chain.changes.empty() && m_chain.changes.front()->type == Type::Created; }
    [[nodiscard]] qint64 worthAtBeginning() const;

    const PayingHistory& m_history;
    const SubscriptionChain& m_chain;
    const PlanBook& m_plans;
    PaidAgreement m_agreement;
    qint64 m_begunUtc = 0;
    std::vector<Worth> m_worth; ///< ascending; empty without changes
    bool m_toldOfCancelling = false;
};

std::optional<PaidAgreement> Reading::agreement()
{
    const std::optional<qint64> begun = beginning();
    if (!begun)
        return std::nullopt;
    m_begunUtc = *begun;
    m_agreement.paidFromUtc = m_begunUtc;
    followChanges();
    followRow();
    std::optional<qint64>& end = m_agreement.accessEndsUtc;
    if (m_history.departedAtUtc && (!end || *end > *m_history.departedAtUtc))
        end = m_history.departedAtUtc;

    const std::optional<qint64> trial = trialEnd();
    if (trial)
        m_agreement.paidFromUtc = *trial;
    if ((end && *end <= m_agreement.paidFromUtc) || (trial && !outlastedTrial(*trial)) || !wasEverWorthSomething())
        return std::nullopt;

    m_agreement.tier = tierAt(m_agreement.paidFromUtc);
    m_agreement.interval = intervalAtBeginning(m_agreement.tier);
    if (m_chain.row)
        m_agreement.currency = m_chain.row->currency;
    else if (!m_chain.changes.empty())
        m_agreement.currency = m_chain.changes.front()->currency.toUpper();
    setValues();
    return m_agreement;
}

std::optional<qint64> Reading::beginning() const
{
    if (m_chain.row && m_chain.row->startedAtUtc && !m_chain.resumes)
        return m_chain.row->startedAtUtc;
    if (!m_chain.changes.empty())
        return m_chain.changes.front()->atUtc;
    return m_history.firstPaymentAtUtc ? m_history.firstPaymentAtUtc : m_history.joinedAtUtc;
}

void Reading::followChanges()
{
    qint64 told = 0;
    std::vector<Stretch>& cancelled = m_agreement.cancelled;
    std::vector<Stretch>& paused = m_agreement.paused;
    for (const PayingHistory::Change* change : m_chain.changes) {
        told += change->mrrDelta;
        const bool isCancelled = !cancelled.empty() && !cancelled.back().untilUtc;
        switch (change->type) {
        case Type::Canceled:
            m_toldOfCancelling = true;
            if (!isCancelled)
                cancelled.push_back({change->atUtc, {}});
            continue;
        case Type::Expired:
            if (!m_agreement.accessEndsUtc)
                m_agreement.accessEndsUtc = change->atUtc;
            continue;
        case Type::Reactivated:
            m_toldOfCancelling = true;
            if (isCancelled)
                cancelled.back().untilUtc = change->atUtc;
            break;
        case Type::Inactive:
            if (paused.empty() || paused.back().untilUtc)
                paused.push_back({change->atUtc, {}});
            continue;
        case Type::Active:
            if (!paused.empty() && !paused.back().untilUtc)
                paused.back().untilUtc = change->atUtc;
            break;
        case Type::Created:
        case Type::Updated:
            if (isCancelled)
                continue;
            break;
        }
        if (m_worth.empty() || m_worth.back().monthly != told)
            m_worth.push_back({change->atUtc, told});
    }
}

/// The row says how things stand now; it speaks only where the changes have not spoken.
void Reading::followRow()
{
    const Subscription* row = m_chain.row;
    if (!row || m_agreement.accessEndsUtc)
        return;
    using enum Subscription::Status;
    switch (row->status) {
    case Canceled:
    case Unpaid:
    case Incomplete:
        m_agreement.accessEndsUtc = endWithoutChange();
        return;
    case Paused:
        if (m_agreement.paused.empty() || m_agreement.paused.back().untilUtc)
            m_agreement.paused.push_back({lastEvidence(), {}});
        break;
    case Active:
    case Trialing:
    case PastDue:
        break;
    }
    const bool isCancelled = !m_agreement.cancelled.empty() && !m_agreement.cancelled.back().untilUtc;
    if (row->cancelAtPeriodEnd && (isCancelled || !m_toldOfCancelling)) {
        if (!isCancelled)
            m_agreement.cancelled.push_back({lastEvidence(), {}});
        m_agreement.accessEndsUtc = row->periodEndAtUtc;
    }
}

/// The last instant at which the agreement is known to have been in force.
qint64 Reading::lastEvidence() const
{
    qint64 last = m_begunUtc;
    if (!m_chain.changes.empty())
        last = std::max(last, m_chain.changes.back()->atUtc);
    if (m_chain.isLatest && m_history.lastPaymentAtUtc)
        last = std::max(last, *m_history.lastPaymentAtUtc);
    // Whoever had ended it before would not have been given the last period.
    if (m_chain.row && m_chain.row->periodEndAtUtc)
        last = std::max(last, periodBefore(*m_chain.row->periodEndAtUtc, m_chain.row->interval));
    return last;
}

/// For a row that is over, when no change tells since when.
qint64 Reading::endWithoutChange() const
{
    const std::optional<qint64>& periodEnd = m_chain.row->periodEndAtUtc;
    return periodEnd && *periodEnd <= m_plans.lookedAtUtc ? *periodEnd : lastEvidence();
}

std::optional<qint64> Reading::trialEnd() const
{
    if (m_chain.resumes)
        return std::nullopt;
    if (m_chain.row && m_chain.row->trialEndAtUtc && *m_chain.row->trialEndAtUtc > m_begunUtc)
        return m_chain.row->trialEndAtUtc;
    // No row tells of a trial, but it began at no value and gained one later: that is when it began to be paid.
    if (isComplete() && m_worth.size() > 1 && m_worth.front().monthly == 0)
        return m_worth.at(1).atUtc;
    return std::nullopt;
}

bool Reading::wasPaidBetween(qint64 fromUtc, std::optional<qint64> untilUtc) const
{
    const auto lies = [&](const std::optional<qint64>& at) { return at && *at >= fromUtc && (!untilUtc || *at <= *untilUtc); };
    return lies(m_history.firstPaymentAtUtc) || lies(m_history.lastPaymentAtUtc);
}

/// Whether the trial turned into a paid agreement.
bool Reading::outlastedTrial(qint64 trialEndUtc) const
{
    const std::optional<qint64>& end = m_agreement.accessEndsUtc;
    const bool cancelledForGood = std::ranges::any_of(m_agreement.cancelled,
        [&](const Stretch& stretch) { return stretch.fromUtc < trialEndUtc && (!stretch.untilUtc || *stretch.untilUtc > trialEndUtc); });
    if (cancelledForGood && (!end || *end <= trialEndUtc + kSlack))
        return false; // whoever cancels a trial keeps access to its end, no longer
    if (wasPaidBetween(trialEndUtc - kSlack, end ? std::optional(*end + kSlack) : std::nullopt))
        return true;
    if (m_chain.row) {
        using enum Subscription::Status;
        switch (m_chain.row->status) {
        case Active:
            return true;
        case Trialing:
        case PastDue: // straight after the trial: nothing has been received yet
        case Unpaid:
        case Incomplete:
            return false;
        case Paused:
        case Canceled:
            break;
        }
    }
    if (m_worth.empty())
        return true; // neither changes nor payments are known: the row's period beyond the trial is all there is
    return std::ranges::any_of(m_worth, [&](const Worth& worth) { return worth.monthly > 0 && worth.atUtc >= trialEndUtc - kSlack; });
}

/// False for agreements about nothing: amount 0, a discount of everything, a first payment that never succeeded.
bool Reading::wasEverWorthSomething() const
{
    if (wasPaidBetween(m_begunUtc - kSlack, m_agreement.accessEndsUtc))
        return true;
    if (m_chain.row && (m_chain.row->amount <= 0 || m_chain.row->status == Subscription::Status::Incomplete))
        return std::ranges::any_of(m_worth, [](const Worth& worth) { return worth.monthly > 0; });
    if (isComplete() || !m_chain.row)
        return std::ranges::any_of(m_worth, [](const Worth& worth) { return worth.monthly > 0; });
    return monthlyValue(m_chain.row->amount, m_chain.row->interval, offer()) > 0;
}

QString Reading::tierAt(qint64 utc) const
{
    QString tier;
    for (const PayingHistory::Change* change : m_chain.changes) {
        if ((change->atUtc <= utc || tier.isEmpty()) && !change->tierName.isEmpty())
            tier = change->tierName;
    }
    return tier.isEmpty() ? m_chain.rowTier : tier;
}

const Offer* Reading::offer() const
{
    const auto found = m_chain.row ? m_plans.offers.constFind(m_chain.row->offer) : m_plans.offers.cend();
    return found == m_plans.offers.cend() ? nullptr : &*found;
}

/// The row has the interval of now. Where the value has changed since the beginning, the price list tells which interval that was:
/// to take today's would put those who stayed long enough to change into the group they changed to.
QString Reading::intervalAtBeginning(const QString& tier) const
{
    const QString now = m_chain.row ? m_chain.row->interval : QString();
    const auto prices = m_plans.tiers.constFind(tier);
    if (!isComplete() || prices == m_plans.tiers.cend())
        return now;
    const qint64 worth = worthAtBeginning();
    if (m_chain.row && worth == m_worth.back().monthly)
        return now;
    // Stores round a twelfth each in their own way.
    for (const Offer* terms : {offer(), static_cast<const Offer*>(nullptr)}) {
        if (std::abs(worth - monthlyValue(prices->monthlyPrice, u"month"_s, terms)) <= 1)
            return u"month"_s;
        if (std::abs(worth - monthlyValue(prices->yearlyPrice, u"year"_s, terms)) <= 1)
            return u"year"_s;
    }
    return now;
}

/// The chain's own account of what the agreement was worth from its first paid instant on.
qint64 Reading::worthAtBeginning() const
{
    const auto after = std::ranges::upper_bound(m_worth, m_agreement.paidFromUtc, {}, &Worth::atUtc);
    if (after != m_worth.begin() && std::prev(after)->monthly > 0)
        return std::prev(after)->monthly;
    // The change to a paid value may come a little after the trial's end.
    const auto paid = std::find_if(after, m_worth.end(), [](const Worth& worth) { return worth.monthly > 0; });
    return paid == m_worth.end() ? 0 : paid->monthly;
}

/// Whether an offer still counts after a change of plan depends on the store; its own account, if it is complete, tells.
qint64 Reading::monthlyValueNow(qint64 told) const
{
    const qint64 listed = monthlyValue(m_chain.row->amount, m_chain.row->interval);
    const qint64 offered = monthlyValue(m_chain.row->amount, m_chain.row->interval, offer());
    return isComplete() && std::abs(listed - told) < std::abs(offered - told) ? listed : offered;
}

void Reading::setValues()
{
    // The row is exact about now. What the changes add is by how much it was different before.
    const qint64 last = m_worth.empty() ? 0 : m_worth.back().monthly;
    const qint64 now = m_chain.row ? monthlyValueNow(last) : last;
    const auto add = [&](qint64 fromUtc, qint64 worth) {
        const qint64 monthly = std::max<qint64>(0, now + worth - last);
        if (m_agreement.values.empty() || m_agreement.values.back().monthly != monthly)
            m_agreement.values.push_back({fromUtc, monthly});
    };
    add(m_agreement.paidFromUtc, worthAtBeginning());
    for (const Worth& worth : m_worth) {
        if (worth.atUtc > m_agreement.paidFromUtc)
            add(worth.atUtc, worth.monthly);
    }
}

} // namespace

std::optional<qint64> PaidAgreement::endedBy(qint64 asOfUtc, Recognition recognition) const
{
    std::optional<qint64> end;
    if (accessEndsUtc && *accessEndsUtc <= asOfUtc)
        end = accessEndsUtc;
    if (recognition == Recognition::Cancellation) {
        const auto open = std::ranges::find_if(cancelled, [asOfUtc](const Stretch& stretch) { return stretch.holds(asOfUtc); });
        if (open != cancelled.end() && (!end || open->fromUtc < *end))
            end = std::max(open->fromUtc, paidFromUtc);
    }
    return end;
}

bool PaidAgreement::holdsAt(qint64 utc, Recognition recognition) const
{
    return paidFromUtc <= utc && !endedBy(utc, recognition);
}

bool PaidAgreement::paysAt(qint64 utc, Recognition recognition) const
{
    return holdsAt(utc, recognition) && std::ranges::none_of(paused, [utc](const Stretch& stretch) { return stretch.holds(utc); });
}

qint64 PaidAgreement::monthlyValueAt(qint64 utc, Recognition recognition) const
{
    if (!paysAt(utc, recognition))
        return 0;
    return std::prev(std::ranges::upper_bound(values, utc, {}, &Value::fromUtc))->monthly;
}

qint64 monthlyValue(qint64 amount, const QString& interval, const Offer* offer)
{
    // In hundredths of a twelfth, so that the one rounding is at the end.
    qint64 hundredths = amount * 100;
    if (offer && offer->duration == "forever"_L1) {
        if (offer->type == "percent"_L1)
            hundredths = amount * (100 - std::clamp<qint64>(offer->amount, 0, 100));
        else if (offer->type == "fixed"_L1)
            hundredths = std::max<qint64>(0, amount - offer->amount) * 100;
    }
    const qint64 timesAYear = interval == "year"_L1 ? 1 : interval == "week"_L1 ? 52 : interval == "day"_L1 ? 365 : 12;
    const qint64 twelfths = hundredths * timesAYear;
    return (twelfths + (twelfths < 0 ? -600 : 600)) / 1200;
}

std::vector<PaidAgreement> paidAgreements(const PayingHistory& history, const PlanBook& plans)
{
    std::vector<PaidAgreement> agreements;
    for (const SubscriptionChain& chain : subscriptionChains(history)) {
        if (std::optional<PaidAgreement> agreement = Reading(history, chain, plans).agreement())
            agreements.push_back(*std::move(agreement));
    }
    std::ranges::stable_sort(agreements, {}, &PaidAgreement::paidFromUtc);
    return agreements;
}

} // namespace lyceum::insights

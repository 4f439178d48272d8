// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insights/paidspells.h"

#include <QDateTime>

namespace lyceum::insights::test {

using namespace Qt::StringLiterals;

/// "2026-01-31" or "2026-01-31 12:30", UTC.
inline qint64 at(const QString& time)
{
    const QString whole = time.size() == 10 ? time + u" 00:00"_s : time;
    QDateTime read = QDateTime::fromString(whole, u"yyyy-MM-dd HH:mm"_s);
    if (!read.isValid())
        qFatal("not a time: %s", qPrintable(time));
    read.setTimeSpec(Qt::UTC);
    return read.toSecsSinceEpoch();
}

/// One member's history, told line by line in the order of time.
class Story {
public:
    using Type = SubscriptionChange::Type;
    using Status = Subscription::Status;

    Story() { m_history.member = MemberId {1}; }

    Story& row(const QString& startedAt, Status status, const QString& periodEnd, const QString& interval = u"month"_s, qint64 amount = 500)
    {
        Subscription row;
        row.id = SubscriptionId {m_history.subscriptions.size() + 1};
        row.remoteId = u"sub_%1"_s.arg(row.id.value);
        row.status = status;
        row.interval = interval;
        row.amount = amount;
        row.currency = u"USD"_s;
        row.startedAtUtc = at(startedAt);
        row.periodEndAtUtc = at(periodEnd);
        m_history.subscriptions.append(row);
        m_history.subscriptionTiers.append(u"Reader"_s);
        return *this;
    }
    Story& trial(const QString& endsAt)
    {
        Subscription& row = m_history.subscriptions.last();
        row.trialStartAtUtc = row.startedAtUtc;
        row.trialEndAtUtc = at(endsAt);
        return *this;
    }
    Story& cancelAtPeriodEnd()
    {
        m_history.subscriptions.last().cancelAtPeriodEnd = true;
        return *this;
    }
    Story& tier(const QString& name)
    {
        m_history.subscriptionTiers.last() = name;
        return *this;
    }
    Story& change(const QString& time, Type type, qint64 delta, const QString& chain = u"a"_s, const QString& tier = u"Reader"_s)
    {
        m_history.changes.append({at(time), type, chain, delta, u"USD"_s, tier});
        return *this;
    }
    Story& payments(const QString& first, const QString& last)
    {
        m_history.firstPaymentAtUtc = at(first);
        m_history.lastPaymentAtUtc = at(last);
        return *this;
    }
    Story& departed(const QString& time)
    {
        m_history.departedAtUtc = at(time);
        return *this;
    }
    [[nodiscard]] const storage::PayingHistory& history() const { return m_history; }

    [[nodiscard]] std::vector<PaidAgreement> agreements(const QString& lookedAt, PlanBook plans = {}) const
    {
        plans.lookedAtUtc = at(lookedAt);
        return paidAgreements(m_history, plans);
    }
    [[nodiscard]] QList<PaidSpell> spells(const QString& asOf, const QString& rules = u"lyceum"_s, const QByteArray& zone = "UTC") const
    {
        return insights::spellsOf({m_history.member, {}, agreements(asOf), true}, *ruleSetNamed(rules), at(asOf), LocalDays(zone));
    }
    /// "2026-01-01 00:00 - 2026-02-01 00:00, 2026-03-01 00:00 -", a lapsed end with a question mark.
    [[nodiscard]] QString told(const QString& asOf, const QString& rules = u"lyceum"_s, const QByteArray& zone = "UTC") const
    {
        QStringList parts;
        for (const PaidSpell& spell : spells(asOf, rules, zone)) {
            const std::optional<qint64> end = spell.endedAtUtc ? spell.endedAtUtc : spell.lapsedAtUtc;
            parts.append(written(spell.startedAtUtc) + u" -"_s + (end ? u' ' + written(*end) : QString())
                + (spell.lapsedAtUtc ? u"?"_s : QString()));
        }
        return parts.join(u", "_s);
    }

private:
    static QString written(qint64 utc)
    {
        const QDateTime time = QDateTime::fromSecsSinceEpoch(utc, Qt::UTC);
        return time.time() == QTime(0, 0) ? time.toString(u"yyyy-MM-dd"_s) : time.toString(u"yyyy-MM-dd HH:mm"_s);
    }

    storage::PayingHistory m_history;
};

} // namespace lyceum::insights::test

// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of the money, held against the sample's rows alone: subscriptions, what changed them, what was paid, what it is worth.
#include "everything.h"
#include "sample/samplestore.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace lyceum;
using namespace lyceum::sample;
using namespace lyceum::sample::test;

namespace {

constexpr SampleOptions kOptions {.seed = 20, .endUtc = 1795132800}; // 2026-11-20

qint64 monthsLater(qint64 utc, int months)
{
    return QDateTime::fromSecsSinceEpoch(utc, Qt::UTC).addMonths(months).toSecsSinceEpoch();
}

} // namespace

class TestSampleMoney : public QObject {
    Q_OBJECT

    sync::Batch m_all;
    QHash<QString, Tier> m_tiers;
    QHash<QString, Offer> m_offers;
    QHash<QString, QList<sync::RemoteEvent>> m_turns; ///< by the subscription's internal id, ascending

    /// What a plan costs now, from the tier's row.
    qint64 priceOf(const QString& price) const
    {
        for (const Tier& tier : m_tiers) {
            if (tier.paid && price.contains(tier.slug))
                return price.endsWith(u"month") ? tier.monthlyPrice : tier.yearlyPrice;
        }
        return -1;
    }

    static QString internalId(const Subscription& subscription) { return subscription.remoteId.mid(4); }

    bool covers(const Offer& offer, const QString& tierId, const QString& price) const
    {
        return price.contains(m_tiers[tierId].slug) && price.endsWith(offer.cadence);
    }

    qint64 reduced(qint64 price, const Offer& offer) const
    {
        return offer.type == u"percent" ? price * (100 - offer.amount) / 100 : price - offer.amount;
    }

    QString offerTier(const QString& offerId) const
    {
        const auto row = std::ranges::find(m_all.offers, offerId, [](const sync::RemoteOffer& o) { return o.offer.remoteId; });
        return row->tier;
    }

private Q_SLOTS:
    void initTestCase()
    {
        SampleStore store(kOptions);
        m_all = everythingOf(store);
        for (const Tier& row : m_all.tiers)
            m_tiers.insert(row.remoteId, row);
        for (const sync::RemoteOffer& row : m_all.offers)
            m_offers.insert(row.offer.remoteId, row.offer);
        for (const sync::RemoteEvent& row : m_all.events) {
            if (row.change)
                m_turns[row.change->subscriptionRemoteId] += row;
        }
        for (QList<sync::RemoteEvent>& turns : m_turns)
            std::ranges::stable_sort(turns, {}, [](const sync::RemoteEvent& row) { return row.event.atUtc; });
    }

    void statusAndTiersAgreeWithSubscriptions()
    {
        for (const sync::RemoteMember& row : m_all.members) {
            int open = 0;
            for (const sync::RemoteMember::Paid& paid : row.subscriptions) {
                if (paid.subscription.status == Subscription::Status::Canceled)
                    continue;
                ++open;
                QCOMPARE(row.tiers, QStringList {paid.tier});
            }
            QVERIFY(open <= 1);
            QCOMPARE(open == 1, row.member.status == MemberStatus::Paid);
            QCOMPARE(row.tiers.isEmpty(), row.member.status == MemberStatus::Free);
            if (row.member.complimentaryUntilUtc) {
                QVERIFY(row.member.status == MemberStatus::Comped || row.member.status == MemberStatus::Gift);
                QVERIFY(*row.member.complimentaryUntilUtc > kOptions.endUtc);
            }
        }
    }

    void subscriptionsAgreeWithTheirChanges()
    {
        qsizetype told = 0;
        for (const sync::RemoteMember& row : m_all.members) {
            for (const sync::RemoteMember::Paid& paid : row.subscriptions) {
                const Subscription& s = paid.subscription;
                const QList<sync::RemoteEvent>& turns = m_turns[internalId(s)];
                QVERIFY(!turns.isEmpty());
                told += turns.size();
                using Type = SubscriptionChange::Type;
                QCOMPARE(turns.front().change->type, Type::Created);
                QCOMPARE(turns.front().event.atUtc, *s.startedAtUtc);
                for (qsizetype i = 1; i < turns.size(); ++i) {
                    QVERIFY(turns[i].change->type != Type::Created);
                    QVERIFY(turns[i - 1].change->type != Type::Expired);
                    QCOMPARE(turns[i].change->fromPrice, turns[i - 1].change->toPrice);
                    QCOMPARE(turns[i].change->type == Type::Reactivated, turns[i - 1].change->type == Type::Canceled
                                 && turns[i].change->type != Type::Expired);
                }
                const SubscriptionChange& last = *turns.back().change;
                QCOMPARE(s.status == Subscription::Status::Canceled, last.type == Type::Expired);
                const bool cancelled = std::ranges::count(turns, Type::Canceled, [](const auto& t) { return t.change->type; })
                    > std::ranges::count(turns, Type::Reactivated, [](const auto& t) { return t.change->type; });
                QCOMPARE(s.cancelAtPeriodEnd, cancelled);
                const QString price = last.toPrice.isEmpty() ? last.fromPrice : last.toPrice;
                QCOMPARE(s.amount, priceOf(price));
                QVERIFY(price.contains(m_tiers[paid.tier].slug) && price.endsWith(s.interval));
                if (s.status == Subscription::Status::Active || s.status == Subscription::Status::Trialing)
                    QVERIFY(*s.periodEndAtUtc > kOptions.endUtc);
                else
                    QVERIFY(*s.periodEndAtUtc <= kOptions.endUtc);
                QVERIFY(s.status != Subscription::Status::Trialing || *s.trialEndAtUtc > kOptions.endUtc);
            }
        }
        QCOMPARE(told, std::ranges::count(m_all.events, EventKind::SubscriptionChange, [](const auto& row) { return row.event.kind; }));
    }

    void monthlyValueIsTheSumOfItsChanges()
    {
        qint64 total = 0;
        qint64 expectedTotal = 0;
        for (const sync::RemoteMember& row : m_all.members) {
            for (const sync::RemoteMember::Paid& paid : row.subscriptions) {
                const Subscription& s = paid.subscription;
                qint64 sum = 0;
                for (const sync::RemoteEvent& turn : m_turns[internalId(s)]) {
                    sum += turn.change->mrrDelta;
                    QCOMPARE(turn.event.amount, turn.change->mrrDelta);
                    QCOMPARE(turn.change->currency, u"USD"_s);
                    QVERIFY(sum >= 0);
                }
                qint64 expected = 0;
                const bool counts = s.status == Subscription::Status::Active || s.status == Subscription::Status::PastDue;
                if (counts && !s.cancelAtPeriodEnd) {
                    const QString price = m_turns[internalId(s)].back().change->toPrice;
                    expected = s.amount;
                    const Offer offer = m_offers.value(paid.offer);
                    if (offer.duration == u"forever" && covers(offer, offerTier(paid.offer), price))
                        expected = reduced(expected, offer);
                    expected /= s.interval == u"year" ? 12 : 1;
                }
                QCOMPARE(sum, expected);
                total += sum;
                expectedTotal += expected;
            }
        }
        QVERIFY(total > 100000);
        QCOMPARE(total, expectedTotal);
    }

    void everyPeriodThatBeganWasPaidOnce()
    {
        QHash<QString, QMap<qint64, qint64>> paidBy; // member -> time -> amount
        qsizetype payments = 0;
        for (const sync::RemoteEvent& row : m_all.events) {
            if (row.event.kind != EventKind::Payment)
                continue;
            ++payments;
            QCOMPARE(row.payment->amount, row.event.amount);
            QCOMPARE(row.payment->atUtc, row.event.atUtc);
            QCOMPARE(row.payment->currency, u"USD"_s);
            QVERIFY(!paidBy[row.member].contains(row.event.atUtc));
            paidBy[row.member].insert(row.event.atUtc, row.payment->amount);
        }
        qsizetype expectedPayments = 0;
        for (const sync::RemoteMember& row : m_all.members) {
            for (const sync::RemoteMember::Paid& paid : row.subscriptions) {
                const Subscription& s = paid.subscription;
                const QList<sync::RemoteEvent>& turns = m_turns[internalId(s)];
                const qint64 anchor = s.trialEndAtUtc.value_or(*s.startedAtUtc);
                const Offer offer = m_offers.value(paid.offer);
                int months = 0;
                int charges = 0;
                for (qint64 at = anchor; at < *s.periodEndAtUtc; at = monthsLater(anchor, months)) {
                    QString price;
                    for (const sync::RemoteEvent& turn : turns) {
                        if (turn.event.atUtc <= at && !turn.change->toPrice.isEmpty())
                            price = turn.change->toPrice;
                    }
                    qint64 amount = priceOf(price);
                    const bool covered = !paid.offer.isEmpty() && offer.type != u"trial" && covers(offer, offerTier(paid.offer), price)
                        && (offer.duration == u"forever" || charges < (offer.duration == u"once" ? 1 : offer.durationMonths));
                    if (covered)
                        amount = reduced(amount, offer);
                    QCOMPARE(paidBy[row.member.remoteId].value(at, -1), amount);
                    ++charges;
                    ++expectedPayments;
                    months += price.endsWith(u"year") ? 12 : 1;
                }
            }
        }
        QCOMPARE(payments, expectedPayments);
        QVERIFY(payments > 1500);
    }

    void redemptionsCountTheSubscriptionsThatUsedTheOffer()
    {
        QHash<QString, qint64> used;
        for (const sync::RemoteMember& row : m_all.members) {
            for (const sync::RemoteMember::Paid& paid : row.subscriptions)
                ++used[paid.offer];
        }
        bool archived = false;
        for (const sync::RemoteOffer& row : m_all.offers) {
            QCOMPARE(row.offer.redemptions, used[row.offer.remoteId]);
            QCOMPARE(row.offer.redemptions > 0, row.offer.active);
            QVERIFY(m_tiers[row.tier].paid);
            archived = archived || !row.offer.active;
        }
        QVERIFY(archived);
    }
};

QTEST_APPLESS_MAIN(TestSampleMoney)
#include "tst_samplemoney.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http/retrypolicy.h"

#include <QTest>

using namespace lyceum::sync;
using Trouble = RetryPolicy::Trouble;

class TestRetryPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClosedConnectionIsTriedAgainAtOnceButOnlyTheFirstTime()
    {
        const RetryPolicy policy;
        QRandomGenerator random(1);
        QCOMPARE(policy.delayMs({.number = 1, .trouble = Trouble::ConnectionClosed}, random), 0);
        QVERIFY(policy.delayMs({.number = 2, .trouble = Trouble::ConnectionClosed}, random).value_or(0) >= policy.firstDelayMs);
    }

    void waitsGrowExponentiallyWithinTheUpperHalf()
    {
        const RetryPolicy policy{.tries = 10, .firstDelayMs = 100, .longestDelayMs = 1'000, .totalMs = 1'000'000};
        QRandomGenerator random(7);
        const QList<qint64> longest{100, 200, 400, 800, 1'000, 1'000};
        for (int number = 1; number <= longest.size(); ++number) {
            qint64 least = 1'000'000;
            qint64 most = 0;
            for (int i = 0; i < 500; ++i) {
                const qint64 delay = policy.delayMs({.number = number, .trouble = Trouble::Unavailable}, random).value();
                least = std::min(least, delay);
                most = std::max(most, delay);
            }
            const qint64 cap = longest.at(number - 1);
            QVERIFY2(least >= cap / 2 && most <= cap, qPrintable(QString::number(number)));
            QVERIFY2(most - least > cap / 3, "the waits must be spread");
        }
    }

    void aSeedRepeatsTheWaits()
    {
        const RetryPolicy policy;
        QRandomGenerator one(3);
        QRandomGenerator two(3);
        for (int number = 1; number < 5; ++number)
            QCOMPARE(policy.delayMs({.number = number, .trouble = Trouble::TimedOut}, one),
                policy.delayMs({.number = number, .trouble = Trouble::TimedOut}, two));
    }

    void theServersWishIsALowerBound()
    {
        const RetryPolicy policy;
        QRandomGenerator random(1);
        QCOMPARE(policy.delayMs({.number = 1, .trouble = Trouble::RateLimited, .retryAfterMs = 20'000}, random), 20'000);
        QVERIFY(policy.delayMs({.number = 1, .trouble = Trouble::RateLimited, .retryAfterMs = 1}, random).value_or(0) >= 200);
    }

    void givesUpWhenTheWaitWouldPassTheTotal()
    {
        const RetryPolicy policy;
        QRandomGenerator random(1);
        QVERIFY(!policy.delayMs({.number = 1, .trouble = Trouble::RateLimited, .retryAfterMs = 3'600'000}, random));
        QVERIFY(!policy.delayMs({.number = 2, .elapsedMs = policy.totalMs, .trouble = Trouble::TimedOut}, random));
    }

    void givesUpAfterTheLastTry()
    {
        const RetryPolicy policy{.tries = 3};
        QRandomGenerator random(1);
        QVERIFY(policy.delayMs({.number = 2, .trouble = Trouble::Unavailable}, random));
        QVERIFY(!policy.delayMs({.number = 3, .trouble = Trouble::Unavailable}, random));
    }

    void anAddressThatCannotBeReachedIsTriedLessOften()
    {
        const RetryPolicy policy{.tries = 6, .triesToConnect = 2};
        QRandomGenerator random(1);
        QVERIFY(policy.delayMs({.number = 1, .trouble = Trouble::NotConnected}, random));
        QVERIFY(!policy.delayMs({.number = 2, .trouble = Trouble::NotConnected}, random));
        QVERIFY(policy.delayMs({.number = 2, .trouble = Trouble::Truncated}, random));
    }

    void whatIsFinalIsNotTriedAgain()
    {
        QRandomGenerator random(1);
        QVERIFY(!RetryPolicy().delayMs({.number = 1, .trouble = Trouble::Final}, random));
    }
};

QTEST_APPLESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"

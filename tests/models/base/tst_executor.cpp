// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/executor.h"

#include <QTest>

#include <atomic>
#include <latch>

using lyceum::Executor;

class TestExecutor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsJobsOfOneThreadInOrder()
    {
        std::vector<int> seen;
        std::latch done(1);
        Executor executor(1);
        for (int i = 0; i < 1000; ++i)
            executor.run([&seen, i] { seen.push_back(i); });
        executor.run([&done] { done.count_down(); });
        done.wait();
        QCOMPARE(seen.size(), std::size_t(1000));
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    }

    void runsEachJobOnceOnSeveralThreads()
    {
        std::atomic<int> count = 0;
        std::latch done(4000);
        Executor executor(4);
        for (int i = 0; i < 4000; ++i) {
            executor.run([&] {
                ++count;
                done.count_down();
            });
        }
        done.wait();
        QCOMPARE(count.load(), 4000);
    }

    void stopWaitsForTheRunningJobAndDropsTheRest()
    {
        std::latch started(1);
        std::latch release(1);
        std::atomic<int> ran = 0;
        Executor executor(1);
        executor.run([&] {
            started.count_down();
            release.wait();
            ++ran;
        });
        executor.run([&] { ran += 100; });
        started.wait();
        std::thread stopper([&] { executor.stop(); });
        release.count_down();
        stopper.join();
        // The second job may only have run if the first ended before stop() took the lock.
        const int afterStop = ran;
        QVERIFY(afterStop == 1 || afterStop == 101);
        executor.run([&] { ran += 10000; });
        QCOMPARE(ran.load(), afterStop);
    }
};

QTEST_APPLESS_MAIN(TestExecutor)
#include "tst_executor.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/memorysecretstore.h"
#include "security/secret.h"
#include "security/waitfor.h"

#include <QPromise>
#include <QTest>
#include <QTimer>

using namespace lyceum;
using namespace lyceum::security;
using namespace Qt::StringLiterals;

class TestSecret : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsItsBytesIndependentOfTheSource()
    {
        QByteArray source("a\0b", 3);
        const Secret secret(source);
        source[0] = 'x';
        QCOMPARE(secret.view(), QByteArrayView("a\0b", 3));
        const Secret copy = secret;
        QCOMPARE(copy.view().data(), secret.view().data()); // one buffer, so one to wipe
        QVERIFY(Secret().isEmpty());
        QVERIFY(Secret("").isEmpty());
        QVERIFY(Secret("a") != Secret("b"));
        QVERIFY(Secret("a") != Secret());
    }

    void takingLeavesNothingBehind()
    {
        char raw[] = "secret";
        QByteArray source = QByteArray::fromRawData(raw, 6);
        source.detach();
        const Secret secret = Secret::taking(source);
        QVERIFY(source.isEmpty());
        QCOMPARE(secret.view(), QByteArrayView("secret"));
    }

    void wipingOverwritesOwnBytesAndSparesSharedOnes()
    {
        QByteArray own("secret");
        wipe(own);
        QCOMPARE(own, QByteArray(6, '\0'));
        QByteArray shared("secret");
        const QByteArray other = shared;
        wipe(shared);
        QCOMPARE(other, QByteArray("secret"));
    }

    void memoryStoreKeepsReplacesAndRemoves()
    {
        MemorySecretStore store;
        QCOMPARE(waitFor(store.read(u"k"_s)).error().kind, Error::Kind::SecretMissing);
        QVERIFY(waitFor(store.write(u"k"_s, Secret("1"))));
        QVERIFY(waitFor(store.write(u"k"_s, Secret("2"))));
        QCOMPARE(waitFor(store.read(u"k"_s))->view(), QByteArrayView("2"));
        QVERIFY(waitFor(store.remove(u"k"_s)));
        QVERIFY(waitFor(store.remove(u"k"_s)));
        QCOMPARE(waitFor(store.read(u"k"_s)).error().kind, Error::Kind::SecretMissing);
    }

    void waitingRunsEventsUntilTheAnswerComes()
    {
        QPromise<Result<int>> promise;
        promise.start();
        QTimer::singleShot(1, this, [&promise] {
            promise.addResult(Result<int>(7));
            promise.finish();
        });
        QCOMPARE(waitFor(promise.future()).value(), 7);
    }

    void waitingForSomethingCancelledEnds()
    {
        QFuture<Result<int>> future;
        {
            QPromise<Result<int>> promise;
            promise.start();
            future = promise.future();
        }
        QCOMPARE(waitFor(future).error().kind, Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/digest.h"
#include "security/keychainstore.h"
#include "security/waitfor.h"

#include <QTest>

#include <thread>

using namespace lyceum;
using namespace lyceum::security;
using namespace Qt::StringLiterals;

/// In a session with an unlocked keyring (keyring.sh open).
class TestKeychainOpen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theProbeFindsItUsable()
    {
        const Result<void> usable = waitFor(KeychainStore().probe());
        QVERIFY2(usable, usable ? "" : qPrintable(usable.error().detail));
    }

    void keepsSecretsOfAnyBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("6489f:0123456789abcdef");
        QTest::newRow("binary") << QByteArray("\0\xff\r\n\0", 5);
        QTest::newRow("one megabyte") << randomBytes(1024 * 1024);
    }

    void keepsSecretsOfAnyBytes()
    {
        QFETCH(QByteArray, bytes);
        KeychainStore store;
        QVERIFY(waitFor(store.write(u"site/会员"_s, Secret(bytes))));
        const Result<Secret> found = waitFor(KeychainStore().read(u"site/会员"_s));
        QVERIFY(found);
        QCOMPARE(found->view(), QByteArrayView(bytes));
    }

    void replacesAndRemoves()
    {
        KeychainStore store;
        QVERIFY(waitFor(store.write(u"key"_s, Secret("1"))));
        QVERIFY(waitFor(store.write(u"key"_s, Secret("2"))));
        QCOMPARE(waitFor(store.read(u"key"_s))->view(), QByteArrayView("2"));
        QVERIFY(waitFor(store.remove(u"key"_s)));
        QCOMPARE(waitFor(store.read(u"key"_s)).error().kind, Error::Kind::SecretMissing);
        QVERIFY(waitFor(store.remove(u"key"_s)));
    }

    void servicesDoNotSeeEachOthersSecrets()
    {
        QVERIFY(waitFor(KeychainStore(u"Lyceum test A"_s).write(u"key"_s, Secret("a"))));
        const Result<Secret> found = waitFor(KeychainStore(u"Lyceum test B"_s).read(u"key"_s));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::SecretMissing);
    }

    void takesEffectInTheOrderAsked()
    {
        KeychainStore store;
        const auto first = store.write(u"order"_s, Secret("1"));
        const auto second = store.write(u"order"_s, Secret("2"));
        const auto found = store.read(u"order"_s);
        QCOMPARE(waitFor(found)->view(), QByteArrayView("2"));
        QVERIFY(first.isFinished() && second.isFinished());
    }

    void mayBeAskedFromAnotherThreadAndOutlivedByItsFuture()
    {
        QFuture<Result<void>> written;
        std::thread other([&written] { written = KeychainStore().write(u"thread"_s, Secret("t")); });
        other.join();
        QVERIFY(waitFor(written));
        QCOMPARE(waitFor(KeychainStore().read(u"thread"_s))->view(), QByteArrayView("t"));
    }
};

QTEST_GUILESS_MAIN(TestKeychainOpen)
#include "tst_keychainopen.moc"

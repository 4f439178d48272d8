// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/keychainstore.h"
#include "security/waitfor.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QTest>

using namespace lyceum;
using namespace lyceum::security;
using namespace Qt::StringLiterals;

/// In a session with a keyring (keyring.sh open) that is locked while the program runs and cannot ask for its password.
class TestKeychainLocked : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(waitFor(KeychainStore().write(u"key"_s, Secret("precious"))));
        QDBusMessage lock = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
            u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
        lock << QVariant::fromValue(
            QList<QDBusObjectPath>{QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)});
        const QDBusMessage reply = QDBusConnection::sessionBus().call(lock);
        QCOMPARE(reply.type(), QDBusMessage::ReplyMessage);
    }

    void theProbeSaysItIsDenied()
    {
        QCOMPARE(waitFor(KeychainStore().probe()).error().kind, Error::Kind::KeychainDenied);
    }

    void anExistingSecretIsNotTakenForMissing()
    {
        const Result<Secret> found = waitFor(KeychainStore().read(u"key"_s));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::KeychainDenied);
    }

    void writingIsDenied()
    {
        QCOMPARE(waitFor(KeychainStore().write(u"key"_s, Secret("other"))).error().kind, Error::Kind::KeychainDenied);
    }

    void aRemovalThatDidNotHappenIsNotReportedAsDone()
    {
        QCOMPARE(waitFor(KeychainStore().remove(u"key"_s)).error().kind, Error::Kind::KeychainDenied);
    }
};

QTEST_GUILESS_MAIN(TestKeychainLocked)
#include "tst_keychainlocked.moc"

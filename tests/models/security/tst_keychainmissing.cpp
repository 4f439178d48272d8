// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/keychainstore.h"
#include "security/waitfor.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::security;
using namespace Qt::StringLiterals;

/// Without a message bus (keyring.sh none), as on a server.
class TestKeychainMissing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingSaysThatThereIsNone()
    {
        KeychainStore store;
        QCOMPARE(waitFor(store.probe()).error().kind, Error::Kind::KeychainMissing);
        QCOMPARE(waitFor(store.read(u"key"_s)).error().kind, Error::Kind::KeychainMissing);
        QCOMPARE(waitFor(store.write(u"key"_s, Secret("x"))).error().kind, Error::Kind::KeychainMissing);
        QCOMPARE(waitFor(store.remove(u"key"_s)).error().kind, Error::Kind::KeychainMissing);
    }
};

QTEST_GUILESS_MAIN(TestKeychainMissing)
#include "tst_keychainmissing.moc"

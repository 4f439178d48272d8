// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/keychainstore.h"
#include "security/waitfor.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QTest>

using namespace lyceum;
using namespace lyceum::security;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A Secret Service that takes every call and answers none until told to.
class SilentService : public QDBusVirtualObject {
public:
    QString introspect(const QString&) const override { return {}; }

    bool handleMessage(const QDBusMessage& message, const QDBusConnection&) override
    {
        m_waiting.append(message);
        return true;
    }

    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }

    void answerAll(const QDBusConnection& bus)
    {
        for (const QDBusMessage& message : std::exchange(m_waiting, {}))
            bus.send(message.createErrorReply(QDBusError::Failed, u"woke up late"_s));
    }

private:
    QList<QDBusMessage> m_waiting;
};

} // namespace

/// In a session with a message bus only (keyring.sh bus), on which the test itself plays a service that hangs.
class TestKeychainSilent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isGivenUpAndItsLateAnswerHarmsNothing()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        SilentService service;
        QVERIFY(bus.registerVirtualObject(u"/"_s, &service, QDBusConnection::SubPath));
        QVERIFY(bus.registerService(u"org.freedesktop.secrets"_s));

        QFuture<Result<void>> written;
        {
            KeychainStore store(KeychainStore::defaultService(), 200ms);
            QElapsedTimer timer;
            timer.start();
            written = store.write(u"key"_s, Secret("x"));
            QVERIFY(!written.isFinished()); // asking never waits
            const Result<void> given = waitFor(written);
            QVERIFY(!given);
            QCOMPARE(given.error().kind, Error::Kind::KeychainDenied);
            QVERIFY(timer.elapsed() >= 200);
        }
        QVERIFY(service.waiting() > 0);

        // The job is still alive. Its answer comes now, to a store long gone and a promise long kept; the next question,
        // queued behind it, proves that it was taken.
        KeychainStore patient(KeychainStore::defaultService(), 20s);
        const QFuture<Result<Secret>> next = patient.read(u"key"_s);
        QVERIFY(QTest::qWaitFor([&] {
            service.answerAll(bus);
            return next.isFinished();
        }));
        QCOMPARE(next.result().error().kind, Error::Kind::KeychainMissing);
        QCOMPARE(written.resultCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestKeychainSilent)
#include "tst_keychainsilent.moc"

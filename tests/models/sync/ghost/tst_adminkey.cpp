// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/adminkey.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::sync;
using namespace Qt::StringLiterals;

namespace {

const QString kId = u"6afffc8ec786c3374dbb3180"_s;
const QString kSecret = u"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"_s;

} // namespace

class TestAdminKey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAKeyAsGhostShowsIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QString(kId + u':' + kSecret);
        QTest::newRow("pasted with blanks") << QString(u"  "_s + kId + u':' + kSecret + u"\n"_s);
        QTest::newRow("upper case") << QString(kId + u':' + kSecret).toUpper();
    }
    void readsAKeyAsGhostShowsIt()
    {
        QFETCH(QString, text);
        const auto key = AdminKey::parse(text);
        QVERIFY(key);
        QCOMPARE(key->id, kId);
        QCOMPARE(key->secret, QByteArray::fromHex(kSecret.toLatin1()));
    }

    void saysWhatIsWrongWithoutRepeatingTheKey_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("subject");
        QTest::newRow("nothing") << QString() << u"empty"_s;
        QTest::newRow("blanks") << u"  "_s << u"empty"_s;
        QTest::newRow("a Content API key") << u"540df1d466e86db7188514a9ab"_s << u"no-colon"_s;
        QTest::newRow("id too short") << QString(kId.chopped(1) + u':' + kSecret) << u"id"_s;
        QTest::newRow("id no hex") << QString(u'g' + kId.sliced(1) + u':' + kSecret) << u"id"_s;
        QTest::newRow("secret cut") << QString(kId + u':' + kSecret.chopped(2)) << u"secret"_s;
        QTest::newRow("secret no hex") << QString(kId + u':' + kSecret.chopped(1) + u'z') << u"secret"_s;
        QTest::newRow("digits of another script") << QString(kId.chopped(1) + u'٣' + u':' + kSecret) << u"id"_s;
        QTest::newRow("two colons") << QString(kId + u':' + kSecret + u':') << u"secret"_s;
    }
    void saysWhatIsWrongWithoutRepeatingTheKey()
    {
        QFETCH(QString, text);
        QFETCH(QString, subject);
        const auto key = AdminKey::parse(text);
        QVERIFY(!key);
        QCOMPARE(key.error().kind, Error::Kind::BadKey);
        QCOMPARE(key.error().subject, subject);
        if (text.size() > 8)
            QVERIFY(!(key.error().subject + key.error().detail).contains(text.trimmed().left(8)));
    }

    void signsAsOpensslDoes()
    {
        // openssl dgst -sha256 -mac HMAC -macopt hexkey:<secret> over the same header and payload (OpenSSL 3.0.22)
        const QByteArray expected = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IjZhZmZmYzhlYzc4NmMzMzc0ZGJiMzE4MCJ9."
                                    "eyJpYXQiOjE3OTUxNjE2MDAsImV4cCI6MTc5NTE2MTkwMCwiYXVkIjoiL2FkbWluLyJ9."
                                    "THzp4vhNavfk5z1tYPN3rreIdELAIS-jnwW6jOwzdNc";
        QCOMPARE(signedToken(*AdminKey::parse(kId + u':' + kSecret), 1'795'161'600), expected);
    }

    void keepsATokenForFourMinutes()
    {
        AdminToken token(*AdminKey::parse(kId + u':' + kSecret));
        const QByteArray first = token.headerAt(1'000'000);
        QVERIFY(first.startsWith("Ghost ey"));
        QCOMPARE(token.headerAt(1'000'239), first);
        const QByteArray second = token.headerAt(1'000'240);
        QVERIFY(second != first);
        QVERIFY(token.headerAt(1'000'000) != second); // the clock was set back
    }

    void signsAnewWhenTheServerCallsItOld()
    {
        AdminToken token(*AdminKey::parse(kId + u':' + kSecret));
        const QByteArray first = token.headerAt(1'000'000);
        token.drop();
        QVERIFY(token.headerAt(1'000'010) != first);
    }
};

QTEST_APPLESS_MAIN(TestAdminKey)
#include "tst_adminkey.moc"

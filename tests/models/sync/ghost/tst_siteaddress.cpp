// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/siteaddress.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::sync;
using namespace Qt::StringLiterals;

class TestSiteAddress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleTypeAndPaste_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a name") << u"example.com"_s << u"https://example.com"_s;
        QTest::newRow("with blanks and capitals") << u"  Example.COM "_s << u"https://example.com"_s;
        QTest::newRow("slash") << u"https://example.com/"_s << u"https://example.com"_s;
        QTest::newRow("the admin's address") << u"https://example.com/ghost/#/settings/integrations"_s << u"https://example.com"_s;
        QTest::newRow("the API's address") << u"https://example.com/ghost/api/admin/site/"_s << u"https://example.com"_s;
        QTest::newRow("in a directory") << u"example.com/blog/"_s << u"https://example.com/blog"_s;
        QTest::newRow("admin in a directory") << u"https://example.com/blog/ghost/"_s << u"https://example.com/blog"_s;
        QTest::newRow("a directory like ghost") << u"https://example.com/ghosts"_s << u"https://example.com/ghosts"_s;
        QTest::newRow("port") << u"example.com:8443"_s << u"https://example.com:8443"_s;
        QTest::newRow("query and fragment") << u"https://example.com/?utm=1#top"_s << u"https://example.com"_s;
        QTest::newRow("not encrypted") << u"http://example.com"_s << u"https://example.com"_s;
        QTest::newRow("not encrypted, port named") << u"http://example.com:80/"_s << u"https://example.com"_s;
        QTest::newRow("this machine") << u"localhost:2368"_s << u"http://localhost:2368"_s;
        QTest::newRow("this machine by number") << u"http://127.0.0.1:2368/"_s << u"http://127.0.0.1:2368"_s;
        QTest::newRow("this machine, IPv6") << u"http://[::1]:2368"_s << u"http://[::1]:2368"_s;
        QTest::newRow("this machine, encrypted") << u"https://localhost"_s << u"https://localhost"_s;
        QTest::newRow("pretending to be this machine") << u"http://localhost.example.com"_s << u"https://localhost.example.com"_s;
        QTest::newRow("name in Chinese") << u"例子.测试"_s << u"https://xn--fsqu00a.xn--0zwm56d"_s;
    }
    void readsWhatPeopleTypeAndPaste()
    {
        QFETCH(QString, text);
        const auto site = siteAddress(text);
        QVERIFY2(site, qPrintable(site ? QString() : site.error().detail));
        QTEST(site->toString(), "expected");
    }

    void aReadAddressReadsTheSame()
    {
        for (const QString& text : {u"example.com/blog/"_s, u"localhost:2368"_s, u"https://example.com:8443/ghost"_s}) {
            const QUrl once = siteAddress(text).value();
            QCOMPARE(siteAddress(once.toString()).value(), once);
        }
    }

    void refusesWhatIsNoAddress_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("two words") << u"example com"_s;
        QTest::newRow("other scheme") << u"ftp://example.com"_s;
        QTest::newRow("no host") << u"https://"_s;
        QTest::newRow("password") << u"https://ada:secret@example.com"_s;
        QTest::newRow("bad port") << u"https://example.com:99999"_s;
        QTest::newRow("bad brackets") << u"http://[::1"_s;
    }
    void refusesWhatIsNoAddress()
    {
        QFETCH(QString, text);
        const auto site = siteAddress(text);
        QVERIFY(!site);
        QCOMPARE(site.error().kind, Error::Kind::BadInput);
        QVERIFY(!(site.error().subject + site.error().detail).contains(u"secret"_s));
    }
};

QTEST_APPLESS_MAIN(TestSiteAddress)
#include "tst_siteaddress.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The last part of a post's address.
#include "community/slug.h"

#include <QTest>

using namespace lyceum;
using namespace Qt::StringLiterals;

class TestSlug : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void titlesAreWrittenInPlainLetters_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("slug");
        QTest::newRow("words") << u"Written on a train"_s << u"written-on-a-train"_s;
        QTest::newRow("signs") << u"  What's new? (2026) — part 2 "_s << u"whats-new-2026-part-2"_s;
        QTest::newRow("accents") << u"Über Crème brûlée, Łódź"_s << u"uber-creme-brulee-lodz"_s;
        QTest::newRow("Chinese") << u"社区 写作"_s << u"she-qu-xie-zuo"_s;
        QTest::newRow("Cyrillic") << u"Привет"_s << u"privet"_s;
        QTest::newRow("nothing to write") << u"🙂 …"_s << u"untitled"_s;
        QTest::newRow("empty") << QString() << u"untitled"_s;
    }
    void titlesAreWrittenInPlainLetters()
    {
        QFETCH(const QString, title);
        QTEST(slugOf(title), "slug");
    }

    void longTitlesAreCut()
    {
        const QString slug = slugOf(QString(u"word "_s).repeated(100));
        QVERIFY(slug.size() <= 185);
        QVERIFY(slug.size() > 150);
        QVERIFY(!slug.endsWith(u'-'));
    }
};

QTEST_APPLESS_MAIN(TestSlug)
#include "tst_slug.moc"

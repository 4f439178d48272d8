// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"
#include "widgets/searchfield.h"

#include <QSignalSpy>
#include <QTest>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

class TestSearchField : public QObject {
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void saysTheTextOnceTypingPauses()
    {
        SearchField field(m_theme, u"Search members"_s);
        QSignalSpy searched(&field, &SearchField::searched);
        QTest::keyClicks(&field, u"lin"_s);
        QCOMPARE(searched.count(), 0); // not letter by letter
        QTRY_COMPARE(searched.count(), 1);
        QCOMPARE(searched.first().first().toString(), u"lin"_s);
    }

    void enterSaysItAtOnceAndOnlyOnce()
    {
        SearchField field(m_theme, u"Search"_s);
        field.setDelay(60000);
        QSignalSpy searched(&field, &SearchField::searched);
        field.setText(u"旗舰"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(searched.count(), 1);
        QCOMPARE(searched.first().first().toString(), u"旗舰"_s);
    }

    void escapeClearsAtOnce()
    {
        SearchField field(m_theme, u"Search"_s);
        field.setDelay(60000);
        QTest::keyClicks(&field, u"a"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QSignalSpy searched(&field, &SearchField::searched);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
        QCOMPARE(searched.count(), 1);
        QCOMPARE(searched.first().first().toString(), QString());
    }

    void blanksAroundAreNotAnotherQuestion()
    {
        SearchField field(m_theme, u"Search"_s);
        field.setDelay(0);
        QSignalSpy searched(&field, &SearchField::searched);
        field.setText(u"a"_s);
        QTRY_COMPARE(searched.count(), 1);
        field.setText(u" a "_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(searched.count(), 1);
    }

    void hasAName()
    {
        SearchField field(m_theme, u"Search members"_s);
        QCOMPARE(field.accessibleName(), u"Search members"_s);
        field.setPlaceholder(u"搜索会员"_s);
        QCOMPARE(field.accessibleName(), u"搜索会员"_s);
    }
};

QTEST_MAIN(TestSearchField)
#include "tst_searchfield.moc"

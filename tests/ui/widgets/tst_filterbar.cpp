// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"
#include "widgets/chip.h"
#include "widgets/filterbar.h"
#include "widgets/searchfield.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

class TestFilterBar : public QObject {
    Q_OBJECT

private:
    Theme m_theme;

    static Chip* chipOf(const FilterBar& bar, const QString& text)
    {
        for (Chip* chip : bar.findChildren<Chip*>()) {
            if (chip->text() == text && !chip->isHidden())
                return chip;
        }
        return nullptr;
    }

private Q_SLOTS:
    void chipsComeChangeAndGo()
    {
        FilterBar bar(m_theme);
        bar.setChip(u"tier"_s, u"Tier: Supporter"_s);
        bar.setChip(u"joined"_s, u"Joined: 90 days"_s);
        QCOMPARE(bar.chips(), QStringList({u"tier"_s, u"joined"_s}));
        bar.setChip(u"tier"_s, u"Tier: Patron"_s);
        QCOMPARE(bar.chips().size(), 2);
        QVERIFY(chipOf(bar, u"Tier: Patron"_s));
        QVERIFY(!chipOf(bar, u"Tier: Supporter"_s));
        QSignalSpy removed(&bar, &FilterBar::chipRemoved);
        bar.removeChip(u"tier"_s);
        QCOMPARE(bar.chips(), QStringList{u"joined"_s});
        QCOMPARE(removed.count(), 0); // only a person's removal is said
    }

    void aPersonsRemovalIsSaidOnce()
    {
        FilterBar bar(m_theme);
        bar.setChip(u"tier"_s, u"Tier"_s);
        QSignalSpy removed(&bar, &FilterBar::chipRemoved);
        QTest::keyClick(chipOf(bar, u"Tier"_s), Qt::Key_Delete);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.first().first().toString(), u"tier"_s);
        QVERIFY(bar.chips().isEmpty());
    }

    void focusMovesToTheNeighbour()
    {
        FilterBar bar(m_theme);
        bar.searchField();
        bar.setChip(u"a"_s, u"A"_s);
        bar.setChip(u"b"_s, u"B"_s);
        bar.show();
        bar.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        chipOf(bar, u"A"_s)->setFocus();
        QTest::keyClick(chipOf(bar, u"A"_s), Qt::Key_Delete);
        QVERIFY(chipOf(bar, u"B"_s)->hasFocus());
        QTest::keyClick(chipOf(bar, u"B"_s), Qt::Key_Delete);
        QVERIFY(bar.searchField()->hasFocus());
    }

    void clearAllStandsThereForTwoOrMore()
    {
        FilterBar bar(m_theme);
        auto* clear = bar.findChild<QToolButton*>();
        QVERIFY(clear->isHidden());
        bar.setChip(u"a"_s, u"A"_s);
        QVERIFY(clear->isHidden());
        bar.setChip(u"b"_s, u"B"_s);
        QVERIFY(!clear->isHidden());
        QSignalSpy cleared(&bar, &FilterBar::cleared);
        QSignalSpy removed(&bar, &FilterBar::chipRemoved);
        clear->click();
        QCOMPARE(cleared.count(), 1);
        QCOMPARE(removed.count(), 0);
        QVERIFY(bar.chips().isEmpty());
    }

    void controlsStandBetweenSearchAndChips()
    {
        FilterBar bar(m_theme);
        bar.setChip(u"a"_s, u"A"_s);
        bar.searchField();
        auto* first = new QComboBox;
        auto* second = new QComboBox;
        bar.addControl(first);
        bar.addControl(second);
        bar.resize(1200, 60);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        QVERIFY(bar.searchField()->x() < first->x());
        QVERIFY(first->x() < second->x());
        QVERIFY(second->x() < chipOf(bar, u"A"_s)->x());
    }
};

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"

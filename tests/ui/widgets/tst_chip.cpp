// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"
#include "widgets/chip.h"

#include <QSignalSpy>
#include <QTest>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

class TestChip : public QObject {
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void plainChipStandsInNobodysWay()
    {
        Chip chip(m_theme, u"Supporter"_s);
        QCOMPARE(chip.focusPolicy(), Qt::NoFocus);
        QVERIFY(chip.crossRect().isEmpty());
        QCOMPARE(chip.accessibleName(), u"Supporter"_s);
        QSignalSpy clicked(&chip, &Chip::clicked);
        QTest::mouseClick(&chip, Qt::LeftButton);
        QCOMPARE(clicked.count(), 0);
    }

    void removableChipGoesByKeyAndByCross()
    {
        Chip chip(m_theme, u"Tier: Supporter"_s);
        chip.setRemovable(true);
        chip.resize(chip.sizeHint());
        QCOMPARE(chip.focusPolicy(), Qt::StrongFocus);
        QSignalSpy removed(&chip, &Chip::removeRequested);
        QTest::keyClick(&chip, Qt::Key_Delete);
        QTest::keyClick(&chip, Qt::Key_Backspace);
        QCOMPARE(removed.count(), 2);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, chip.crossRect().center());
        QCOMPARE(removed.count(), 3);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(10, chip.height() / 2)); // on the words
        QCOMPARE(removed.count(), 3);
    }

    void crossFollowsTheDirectionOfTheLanguage()
    {
        Chip chip(m_theme, u"Label"_s);
        chip.setRemovable(true);
        chip.resize(chip.sizeHint());
        QCOMPARE(chip.crossRect().right(), chip.width() - 1);
        chip.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(chip.crossRect().left(), 0);
    }

    void activatableChipIsAButton()
    {
        Chip chip(m_theme, u"Label"_s);
        chip.setActivatable(true);
        QSignalSpy clicked(&chip, &Chip::clicked);
        QTest::keyClick(&chip, Qt::Key_Space);
        QTest::keyClick(&chip, Qt::Key_Return);
        QTest::mouseClick(&chip, Qt::LeftButton);
        QCOMPARE(clicked.count(), 3);
    }

    void widthFitsTheWordsUpToALimit()
    {
        const Chip small(m_theme, u"A"_s);
        const Chip longer(m_theme, u"A somewhat longer label"_s);
        const Chip endless(m_theme, QString(500, u'x'));
        QVERIFY(small.sizeHint().width() < longer.sizeHint().width());
        QVERIFY(longer.sizeHint().width() > longer.fontMetrics().horizontalAdvance(longer.text()));
        QCOMPARE(endless.sizeHint().width(), 320);
    }
};

QTEST_MAIN(TestChip)
#include "tst_chip.moc"

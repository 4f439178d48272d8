// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/optionalday.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QSignalSpy>
#include <QTest>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kProposed = 1'780'272'000; // 2026-06-01 00:00 UTC
constexpr qint64 kDay = 24 * 3600;

} // namespace

class TestOptionalDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereIsNoDayUntilTheBoxIsTicked()
    {
        OptionalDay day(u"Ends on"_s, QTimeZone::utc(), kProposed);
        QVERIFY(!day.utc());
        QVERIFY(!day.findChild<QDateEdit*>()->isEnabled());
        QSignalSpy edited(&day, &OptionalDay::edited);
        day.findChild<QCheckBox*>()->click();
        QCOMPARE(edited.size(), 1);
        QCOMPARE(day.utc(), std::optional(kProposed + kDay - 1)); // the whole day
        QVERIFY(day.findChild<QDateEdit*>()->isEnabled());
    }

    void aDayEndsWhereTheWorkspaceIs()
    {
        OptionalDay day(u"Ends on"_s, QTimeZone("Asia/Shanghai"), kProposed);
        day.findChild<QCheckBox*>()->click();
        QCOMPARE(day.utc(), std::optional(kProposed + 16 * 3600 - 1));
    }

    void keepsToTheSecondWhatNobodyTouched()
    {
        OptionalDay day(u"Ends on"_s, QTimeZone::utc(), kProposed);
        day.setUtc(kProposed + 4711);
        QCOMPARE(day.utc(), std::optional(kProposed + 4711));
        day.findChild<QDateEdit*>()->setDate(QDate(2026, 6, 3));
        QCOMPARE(day.utc(), std::optional(kProposed + 3 * kDay - 1));
        day.setUtc({});
        QVERIFY(!day.utc());
    }
};

QTEST_MAIN(TestOptionalDay)
#include "tst_optionalday.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cohort/retentiontable.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>

using namespace lyceum::analytics;

namespace {

constexpr std::int32_t month(int year, int monthOfYear)
{
    return year * 12 + monthOfYear - 1;
}

constexpr std::int32_t kJanuary = month(2024, 1);

RetentionTable tableOf(
    const std::vector<CohortMember>& members, std::int32_t lastCompleteMonth, std::int32_t maxAge = 60)
{
    auto table = retentionTable(members, {lastCompleteMonth, maxAge, 0.95});
    if (!table)
        qFatal("no table: error %d at %zu", int(table.error().kind), table.error().index);
    return *std::move(table);
}

} // namespace

class tst_RetentionTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsByHand()
    {
        // Looked at in the middle of April: March is the last month that is over.
        const RetentionTable table = tableOf(
            {
                {kJanuary, {}, {}}, // still there
                {kJanuary, kJanuary, {}}, // left in the month of joining
                {kJanuary, kJanuary + 1, {}}, // left in February
                {kJanuary, kJanuary + 3, {}}, // left in April, which is not over: was there at the end of March
                {kJanuary + 2, {}, {}}, // joined in March
                {kJanuary + 2, kJanuary + 2, {}}, {kJanuary + 3, {}, {}}, // joined in April
            },
            kJanuary + 2);
        QCOMPARE(table.ages, 3);
        QCOMPARE(table.rows.size(), std::size_t(3));

        const RetentionRow& january = table.rows[0];
        QCOMPARE(january.cohortMonth, kJanuary);
        QCOMPARE(january.size, 4);
        QCOMPARE(january.cells[0]->kept, 3);
        QCOMPARE(january.cells[1]->kept, 2);
        QCOMPARE(january.cells[2]->kept, 2);
        for (const auto& cell : january.cells)
            QCOMPARE(cell->total, 4);
        QCOMPARE(january.cells[0], wilsonInterval(3, 4));

        const RetentionRow& march = table.rows[1];
        QCOMPARE(march.cohortMonth, kJanuary + 2);
        QCOMPARE(march.cells[0]->kept, 1);
        QCOMPARE(march.cells[0]->total, 2);
        QVERIFY(!march.cells[1] && !march.cells[2]); // not observed yet: blank, not nought

        const RetentionRow& april = table.rows[2];
        QCOMPARE(april.size, 1);
        QVERIFY(std::ranges::none_of(april.cells, [](const auto& cell) { return cell.has_value(); }));

        // The average knows January and March at age 0, January alone after that.
        QCOMPARE(table.average.size(), std::size_t(3));
        QCOMPARE(table.average[0], wilsonInterval(4, 6));
        QCOMPARE(table.average[1], wilsonInterval(2, 4));
        QCOMPARE(table.average[2], wilsonInterval(2, 4));
    }

    void showsNoughtOnlyWhenAllHaveLeft()
    {
        const RetentionTable table
            = tableOf({{kJanuary, kJanuary + 1, {}}, {kJanuary, kJanuary + 1, {}}}, kJanuary + 2);
        QCOMPARE(table.rows[0].cells[0]->estimate, 1.0);
        QCOMPARE(table.rows[0].cells[1]->estimate, 0.0);
        QCOMPARE(table.rows[0].cells[1]->total, 2);
        QVERIFY(table.rows[0].cells[1]->high > 0.5); // of two
    }

    void mayRiseOnTheAverageWhenAYoungCohortDropsOut()
    {
        // The old cohort keeps everybody, the young one nobody; at age 1 only the old one is known.
        const RetentionTable table = tableOf({{kJanuary, {}, {}}, {kJanuary + 1, kJanuary + 1, {}}}, kJanuary + 1);
        QCOMPARE(table.average[0]->estimate, 0.5);
        QCOMPARE(table.average[1]->estimate, 1.0);
        QCOMPARE(table.average[1]->total, 1);
    }

    void countsOnlyWhomTheSourceStillTellsAbout()
    {
        const RetentionTable table = tableOf(
            {
                {kJanuary, {}, {}}, {kJanuary, {}, kJanuary + 1}, // nothing is known after February
                {kJanuary, kJanuary, kJanuary - 5}, // nothing at all
                {kJanuary, {}, kJanuary + 99}, // not beyond the last complete month
            },
            kJanuary + 2);
        QCOMPARE(table.ages, 3);
        QCOMPARE(table.rows[0].size, 4);
        QCOMPARE(table.rows[0].cells[0], wilsonInterval(3, 3));
        QCOMPARE(table.rows[0].cells[1], wilsonInterval(3, 3));
        QCOMPARE(table.rows[0].cells[2], wilsonInterval(2, 2));
    }

    void crossesTheTurnOfTheYear()
    {
        const RetentionTable table = tableOf({{month(2023, 12), month(2024, 2), {}}}, month(2024, 3));
        QCOMPARE(table.ages, 4);
        QCOMPARE(table.rows[0].cells[1]->kept, 1); // at the end of January
        QCOMPARE(table.rows[0].cells[2]->kept, 0); // at the end of February
    }

    void stopsAtTheHighestAge()
    {
        const RetentionTable table = tableOf({{kJanuary, kJanuary + 50, {}}}, kJanuary + 100, 12);
        QCOMPARE(table.ages, 13);
        QCOMPARE(table.rows[0].cells[12]->kept, 1);
        QCOMPARE(tableOf({{kJanuary, {}, {}}}, kJanuary + 100, 0).ages, 1);
    }

    void equalsTheDefinitionForAnyMembers()
    {
        std::mt19937 random(3);
        for (int round = 0; round < 30; ++round) {
            std::vector<CohortMember> members;
            const std::int32_t lastComplete = kJanuary + std::int32_t(random() % 15);
            for (int i = 0; i < 120; ++i) {
                CohortMember member{kJanuary + std::int32_t(random() % 14), {}, {}};
                if (random() % 3 != 0)
                    member.leftMonth = member.joinedMonth + std::int32_t(random() % 9);
                if (random() % 4 == 0)
                    member.lastWatchedMonth = kJanuary + std::int32_t(random() % 16);
                members.push_back(member);
            }
            const RetentionTable table = tableOf(members, lastComplete);
            for (std::int32_t age = 0; age < table.ages; ++age) {
                std::int64_t allKept = 0;
                std::int64_t allWatched = 0;
                for (const RetentionRow& row : table.rows) {
                    std::int64_t kept = 0;
                    std::int64_t watched = 0;
                    for (const CohortMember& member : members) {
                        const std::int32_t end = row.cohortMonth + age;
                        if (member.joinedMonth != row.cohortMonth || end > lastComplete
                            || end > member.lastWatchedMonth.value_or(lastComplete))
                            continue;
                        ++watched;
                        kept += !member.leftMonth || *member.leftMonth > end ? 1 : 0;
                    }
                    QCOMPARE(row.cells.size(), std::size_t(table.ages));
                    QVERIFY(row.cells[std::size_t(age)] == wilsonInterval(kept, watched));
                    allKept += kept;
                    allWatched += watched;
                }
                QVERIFY(table.average[std::size_t(age)] == wilsonInterval(allKept, allWatched));
                QVERIFY(table.average[std::size_t(age)].has_value()); // no column that nobody has reached
            }
            std::ranges::shuffle(members, random);
            QVERIFY(tableOf(members, lastComplete) == table);
        }
    }

    void answersForNobodyAndForTheMonthUnderWay()
    {
        QCOMPARE(tableOf({}, kJanuary), RetentionTable{});
        const RetentionTable begun = tableOf({{kJanuary, {}, {}}}, kJanuary - 1);
        QCOMPARE(begun.ages, 0);
        QCOMPARE(begun.rows.size(), std::size_t(1));
        QCOMPARE(begun.rows[0].size, 1);
        QVERIFY(begun.rows[0].cells.empty());
    }

    void standsAbsurdMonths()
    {
        constexpr std::int32_t kLowest = std::numeric_limits<std::int32_t>::min();
        constexpr std::int32_t kHighest = std::numeric_limits<std::int32_t>::max();
        const RetentionTable table
            = tableOf({{kLowest, kHighest, {}}, {kHighest, {}, kLowest}, {kLowest, {}, {}}}, kHighest, 1200);
        QCOMPARE(table.ages, 1201);
        QCOMPARE(table.rows[0].cells[1200]->kept, 2);
        QVERIFY(!table.rows[1].cells[0]);
    }

    void namesTheOffender()
    {
        using Kind = AnalyticsError::Kind;
        const std::vector<CohortMember> members{{kJanuary, kJanuary, {}}, {kJanuary, kJanuary - 1, {}}};
        QVERIFY(retentionTable(members, {kJanuary, 12, 0.95}).error() == (AnalyticsError{Kind::LeftBeforeJoined, 1}));
        QVERIFY(retentionTable({}, {kJanuary, 12, 1}).error() == (AnalyticsError{Kind::BadLevel, 0}));
        QVERIFY(retentionTable({}, {kJanuary, -1, 0.95}).error() == (AnalyticsError{Kind::BadRange, 0}));
        QVERIFY(retentionTable({}, {kJanuary, 1201, 0.95}).error() == (AnalyticsError{Kind::BadRange, 0}));
    }
};

QTEST_APPLESS_MAIN(tst_RetentionTable)

#include "tst_retentiontable.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cohort/activityretention.h"
#include "analytics/cohort/cohorttests.h"
#include "analytics/holm.h"
#include "analytics/periodindex.h"
#include "analytics/random.h"
#include "purchasefixture.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>

using namespace lyceum::analytics;
using namespace Qt::StringLiterals;
using Kind = AnalyticsError::Kind;
using fixture::monthStarts;

namespace {

ActivityRetention tableOf(const CohortEvents& events, const ActivityRetentionOptions& options)
{
    auto table = activityRetention(events, options);
    if (!table)
        qFatal("no table: error %d at %zu", int(table.error().kind), table.error().index);
    return *std::move(table);
}

/// Periods of ten seconds from 0 on.
std::vector<std::int64_t> tens(int count)
{
    std::vector<std::int64_t> starts;
    for (int i = 0; i <= count; ++i)
        starts.push_back(10 * i);
    return starts;
}

} // namespace

class tst_ActivityRetention : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithPandasOnCounts_data()
    {
        QTest::addColumn<bool>("orAfter");
        QTest::newRow("on") << false;
        QTest::newRow("on or after") << true;
    }
    void agreesWithPandasOnCounts()
    {
        QFETCH(bool, orAfter);
        const fixture::Purchases all = fixture::purchases();
        QCOMPARE(all.members.size(), std::size_t(6919));
        const auto months = monthStarts(fixture::kJanuary1997, fixture::kJune1998);
        ActivityRetentionOptions options;
        options.cohortStarts = months;
        options.kind = orAfter ? RetentionKind::OnOrAfter : RetentionKind::On;
        const ActivityRetention table = tableOf({all.members, all.times, all.cents, {}, all.memberCount}, options);
        const QJsonArray cohorts = fixture::pandas()["cohorts"_L1].toArray();
        QCOMPARE(table.cohorts.size(), std::size_t(cohorts.size()));
        QCOMPARE(table.members, 2357);
        QCOMPARE(table.events, 6919);
        QCOMPARE(table.columns.size(), std::size_t(18));
        std::vector<std::int64_t> totals(18);
        std::vector<std::int64_t> keeps(18);
        for (std::size_t c = 0; c < table.cohorts.size(); ++c) {
            const QJsonArray counts = cohorts[qsizetype(c)][orAfter ? "onOrAfter"_L1 : "on"_L1].toArray();
            const QJsonArray cents = cohorts[qsizetype(c)]["cents"_L1].toArray();
            QCOMPARE(table.cohorts[c].size, cohorts[qsizetype(c)]["size"_L1].toInteger());
            for (std::size_t age = 0; age < 18; ++age) {
                const auto& cell = table.cohorts[c].cells[age];
                QCOMPARE(cell.has_value(), qsizetype(age) < counts.size()); // what has not been seen is blank
                QCOMPARE(table.cohorts[c].money[age].has_value(), cell.has_value());
                if (!cell)
                    continue;
                QCOMPARE(cell->kept, counts[qsizetype(age)].toInteger());
                QCOMPARE(cell->total, table.cohorts[c].size);
                QCOMPARE(*table.cohorts[c].money[age], cents[qsizetype(age)].toInteger());
                QVERIFY(cell == wilsonInterval(cell->kept, cell->total));
                totals[age] += cell->total;
                keeps[age] += cell->kept;
            }
        }
        for (std::size_t age = 0; age < 18; ++age)
            QVERIFY(table.average[age] == wilsonInterval(keeps[age], totals[age]));
        QCOMPARE(table.average[17]->total, 781); // January alone is that old
        QCOMPARE(std::accumulate(table.money.begin(), table.money.end(), std::int64_t(0), [](auto sum, auto cell) { return sum + *cell; }),
            std::accumulate(all.cents.begin(), all.cents.end(), std::int64_t(0)));
    }

    /// Cohorts of months, ages of days: only those who have reached the end of a bracket are in it.
    void agreesWithPandasOnBrackets()
    {
        const fixture::Purchases all = fixture::purchases();
        const auto months = monthStarts(fixture::kJanuary1997, fixture::kJune1998);
        const auto days = fixture::dayStarts(months.front(), fixture::kPurchaseDays);
        QCOMPARE(days.back(), months.back());
        const QJsonObject pandas = fixture::pandas();
        ActivityRetentionOptions options;
        options.cohortStarts = months;
        options.ageStarts = days;
        options.kind = RetentionKind::Bracket;
        for (const QJsonValue& day : pandas["bracketDays"_L1].toArray())
            options.brackets.push_back(std::int32_t(day.toInt()));
        const ActivityRetention table = tableOf({all.members, all.times, all.cents, {}, all.memberCount}, options);
        QCOMPARE(table.columns, options.brackets);
        const QJsonArray cohorts = pandas["cohorts"_L1].toArray();
        QCOMPARE(table.cohorts.size(), std::size_t(3));
        for (std::size_t c = 0; c < 3; ++c) {
            const QJsonArray brackets = cohorts[qsizetype(c)]["brackets"_L1].toArray();
            QCOMPARE(table.cohorts[c].cells.size(), std::size_t(brackets.size()));
            for (std::size_t k = 0; k < table.cohorts[c].cells.size(); ++k) {
                QCOMPARE(table.cohorts[c].cells[k]->kept, brackets[qsizetype(k)][0].toInteger());
                QCOMPARE(table.cohorts[c].cells[k]->total, brackets[qsizetype(k)][1].toInteger());
                QCOMPARE(*table.cohorts[c].money[k], brackets[qsizetype(k)][2].toInteger());
            }
        }
    }

    void countsByHand()
    {
        // Three periods are over. Member 0 comes in 0 and 2, member 1 only in 1, member 2 never but joined in 1, member 3 joined in 2.
        const std::vector<std::uint32_t> members {0, 0, 0, 1, 3, 1};
        const std::vector<std::int64_t> times {5, 25, 25, 12, 29, 31};
        const std::vector<std::int64_t> joined {0, 10, 19, 20};
        const auto starts = tens(3);
        ActivityRetentionOptions options;
        options.cohortStarts = starts;
        const ActivityRetention on = tableOf({members, times, {}, joined, 4}, options);
        QCOMPARE(on.cohorts.size(), std::size_t(3));
        QVERIFY(on.cohorts[0].cells[0] == wilsonInterval(1, 1));
        QVERIFY(on.cohorts[0].cells[1] == wilsonInterval(0, 1)); // seen, and nobody came: this is a nought
        QVERIFY(on.cohorts[0].cells[2] == wilsonInterval(1, 1));
        QVERIFY(on.cohorts[1].cells[0] == wilsonInterval(1, 2)); // who never came is in the denominator
        QVERIFY(on.cohorts[1].cells[1] == wilsonInterval(0, 2));
        QVERIFY(!on.cohorts[1].cells[2]);
        QVERIFY(!on.cohorts[2].cells[1]);
        QVERIFY(on.average[1] == wilsonInterval(0, 3));
        QVERIFY(on.average[2] == wilsonInterval(1, 1));
        QCOMPARE(on.eventsOutside, 1);
        QVERIFY(on.money.empty());

        options.kind = RetentionKind::OnOrAfter;
        const ActivityRetention after = tableOf({members, times, {}, joined, 4}, options);
        QVERIFY(after.cohorts[0].cells[1] == wilsonInterval(1, 1));
        QVERIFY(after.cohorts[1].cells[0] == wilsonInterval(1, 2));
        QVERIFY(after.cohorts[1].cells[1] == wilsonInterval(0, 2)); // what came after the last period is not known yet
    }

    void leavesOutWhoJoinedOutside()
    {
        const std::vector<std::uint32_t> members {0, 1, 2};
        const std::vector<std::int64_t> times {5, 15, 15};
        const std::vector<std::int64_t> joined {-100, 15, 1000};
        const auto starts = tens(2);
        ActivityRetentionOptions options;
        options.cohortStarts = starts;
        const ActivityRetention table = tableOf({members, times, {}, joined, 3}, options);
        QCOMPARE(table.members, 1);
        QCOMPARE(table.joinedOutside, 2);
        QCOMPARE(table.cohorts.size(), std::size_t(1));
        QCOMPARE(table.cohorts[0].period, 1);
    }

    /// One who comes at half past midnight in Shanghai comes on the day before in London.
    void cutsDaysWhereTheZoneDoes()
    {
        const std::vector<std::uint32_t> members {0, 0};
        const auto at = [](const char* text) { return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toSecsSinceEpoch(); };
        const std::vector<std::int64_t> times {at("2026-01-31T12:00:00Z"), at("2026-01-31T16:30:00Z")};
        const std::vector<std::int64_t> london {at("2026-01-01T00:00:00Z"), at("2026-02-01T00:00:00Z"), at("2026-03-01T00:00:00Z")};
        const std::vector<std::int64_t> shanghai {at("2025-12-31T16:00:00Z"), at("2026-01-31T16:00:00Z"), at("2026-02-28T16:00:00Z")};
        ActivityRetentionOptions options;
        options.cohortStarts = london;
        QCOMPARE(tableOf({members, times, {}, {}, 1}, options).cohorts[0].cells[1]->kept, 0);
        options.cohortStarts = shanghai;
        QCOMPARE(tableOf({members, times, {}, {}, 1}, options).cohorts[0].cells[1]->kept, 1);
    }

    void equalsTheDefinitionForAnyEvents()
    {
        Random random(11);
        for (int round = 0; round < 150; ++round) {
            const int periods = 1 + int(random.below(150)); // more than two words of bits
            const auto members = std::uint32_t(1 + random.below(30));
            std::vector<std::int64_t> ages {-50};
            for (int i = 0; i < periods; ++i)
                ages.push_back(ages.back() + 1 + std::int64_t(random.below(20)));
            std::vector<std::int64_t> cohorts {ages.front()};
            for (std::size_t i = 1; i < ages.size(); ++i) {
                if (i + 1 == ages.size() || random.below(3) == 0)
                    cohorts.push_back(ages[i]);
            }
            std::vector<std::uint32_t> who;
            std::vector<std::int64_t> when;
            std::vector<std::int64_t> cents;
            for (std::uint64_t i = random.below(400); i > 0; --i) {
                who.push_back(std::uint32_t(random.below(members)));
                when.push_back(-80 + std::int64_t(random.below(std::uint64_t(ages.back() + 120))));
                cents.push_back(std::int64_t(random.below(2000)) - 500);
            }
            std::vector<std::int64_t> joined;
            for (std::uint32_t m = 0; m < members; ++m)
                joined.push_back(-60 + std::int64_t(random.below(std::uint64_t(ages.back() + 80))));
            ActivityRetentionOptions options;
            options.cohortStarts = cohorts;
            options.ageStarts = ages;
            options.kind = RetentionKind(random.below(3));
            options.maxAge = std::int32_t(random.below(80));
            if (options.kind == RetentionKind::Bracket) {
                std::int32_t edge = std::int32_t(random.below(4));
                for (int k = 0; k < 5; ++k) {
                    options.brackets.push_back(edge);
                    edge += 1 + std::int32_t(random.below(70));
                }
            }
            const ActivityRetention table = tableOf({who, when, cents, joined, members}, options);
            const PeriodIndex ageIndex = *PeriodIndex::make(ages);
            const PeriodIndex cohortIndex = *PeriodIndex::make(cohorts);
            for (const ActivityCohort& cohort : table.cohorts) {
                for (std::size_t k = 0; k < cohort.cells.size(); ++k) {
                    const bool isBracket = options.kind == RetentionKind::Bracket;
                    const std::int32_t low = table.columns[k];
                    const std::int32_t high = isBracket ? table.columns[k + 1] : low + 1;
                    std::int64_t total = 0;
                    std::int64_t kept = 0;
                    std::int64_t money = 0;
                    for (std::uint32_t m = 0; m < members; ++m) {
                        const std::int32_t from = ageIndex.of(joined[m]);
                        if (cohortIndex.of(joined[m]) != cohort.period || from + high > periods)
                            continue;
                        ++total;
                        bool isThere = false;
                        for (std::size_t i = 0; i < who.size(); ++i) {
                            const std::int32_t at = ageIndex.of(when[i]);
                            if (who[i] != m || at < 0 || at >= periods || at < from + low)
                                continue;
                            isThere = isThere || options.kind == RetentionKind::OnOrAfter || at < from + high;
                            money += at < from + high ? cents[i] : 0;
                        }
                        kept += isThere ? 1 : 0;
                    }
                    QVERIFY(cohort.cells[k] == wilsonInterval(kept, total));
                    QVERIFY(cohort.money[k] == (total > 0 ? std::optional(money) : std::nullopt));
                }
            }
            // The order of events means nothing.
            std::vector<std::size_t> order(who.size());
            std::iota(order.begin(), order.end(), std::size_t(0));
            std::ranges::shuffle(order, random);
            std::vector<std::uint32_t> who2;
            std::vector<std::int64_t> when2;
            std::vector<std::int64_t> cents2;
            for (const std::size_t i : order) {
                who2.push_back(who[i]);
                when2.push_back(when[i]);
                cents2.push_back(cents[i]);
            }
            QVERIFY(tableOf({who2, when2, cents2, joined, members}, options) == table);
        }
    }

    void namesWhatItCannotCompute()
    {
        const std::vector<std::uint32_t> members {0, 7};
        const std::vector<std::int64_t> times {1, 2};
        const auto starts = tens(2);
        ActivityRetentionOptions options;
        const auto errorOf = [&](const CohortEvents& events) { return activityRetention(events, options).error(); };
        QVERIFY(errorOf({members, times, {}, {}, 8}) == (AnalyticsError {Kind::TooFew, 0})); // no periods
        options.cohortStarts = starts;
        QVERIFY(errorOf({members, times, {}, {}, 7}) == (AnalyticsError {Kind::BadGroup, 1}));
        QVERIFY(errorOf({members, std::span(times).first(1), {}, {}, 8}).kind == Kind::LengthsDiffer);
        QVERIFY(errorOf({members, times, std::span(times).first(1), {}, 8}).kind == Kind::LengthsDiffer);
        QVERIFY(errorOf({members, times, {}, times, 8}).kind == Kind::LengthsDiffer);
        const std::vector<std::int64_t> huge {std::numeric_limits<std::int64_t>::min(), 1};
        QVERIFY(errorOf({members, times, huge, {}, 8}).kind == Kind::TooLarge);
        QVERIFY(errorOf({members, times, {}, {}, std::numeric_limits<std::uint32_t>::max()}).kind == Kind::TooLarge);
        options.level = 0;
        QVERIFY(errorOf({members, times, {}, {}, 8}).kind == Kind::BadLevel);
        options.level = 0.9;
        options.maxAge = -1;
        QVERIFY(errorOf({members, times, {}, {}, 8}).kind == Kind::BadRange);
        options.kind = RetentionKind::Bracket;
        for (const std::vector<std::int32_t>& brackets :
            std::vector<std::vector<std::int32_t>> {{}, {1}, {2, 2}, {3, 1}, {-1, 2}, {0, std::numeric_limits<std::int32_t>::max()}}) {
            options.brackets = brackets;
            QVERIFY(errorOf({members, times, {}, {}, 8}).kind == Kind::BadRange);
        }
        options.kind = RetentionKind::On;
        options.maxAge = 5;
        const ActivityRetention nobody = tableOf({{}, {}, {}, {}, 0}, options);
        QVERIFY(nobody.cohorts.empty());
        QVERIFY(std::ranges::none_of(nobody.average, [](const auto& cell) { return cell.has_value(); }));
        const std::vector<std::int64_t> farTimes {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
        const ActivityRetention far = tableOf({members, farTimes, {}, {}, 8}, options);
        QCOMPARE(far.eventsOutside, 2);
    }

    void findsThePeriodOfAnyInstant()
    {
        Random random(5);
        for (int round = 0; round < 60; ++round) {
            std::vector<std::int64_t> starts {-std::int64_t(random.below(1'000'000))};
            // From seconds to centuries, evenly or in clusters that share a bucket.
            for (std::uint64_t i = 1 + random.below(60); i > 0; --i)
                starts.push_back(starts.back() + 1 + std::int64_t(random.below(random.below(2) == 0 ? 3 : 400'000'000)));
            const PeriodIndex index = *PeriodIndex::make(starts);
            const auto expected = [&](std::int64_t at) {
                return std::int32_t(std::ranges::upper_bound(starts, at) - starts.begin()) - 1;
            };
            for (const std::int64_t start : starts) {
                for (const std::int64_t at : {start - 1, start, start + 1})
                    QCOMPARE(index.of(at), expected(at));
            }
            for (int i = 0; i < 200; ++i) {
                const std::int64_t at = starts.front() - 10 + std::int64_t(random.below(std::uint64_t(starts.back() - starts.front()) + 20));
                QCOMPARE(index.of(at), expected(at));
            }
            QCOMPARE(index.of(std::numeric_limits<std::int64_t>::min()), -1);
            QCOMPARE(index.of(std::numeric_limits<std::int64_t>::max()), index.count());
        }
        const std::vector<std::int64_t> backward {0, 5, 5};
        QVERIFY(PeriodIndex::make(backward).error() == (AnalyticsError {Kind::BadRange, 2}));
        const std::vector<std::int64_t> tooFar {std::numeric_limits<std::int64_t>::min(), 0};
        QVERIFY(PeriodIndex::make(tooFar).error() == (AnalyticsError {Kind::BadRange, 0}));
    }

    /// p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") in R 4.2.2: 0.03 0.06 0.06 0.02.
    void adjustsAsHolmDid()
    {
        const std::vector<double> p {0.01, 0.04, std::numeric_limits<double>::quiet_NaN(), 0.03, 0.005};
        const std::vector<double> adjusted = holmAdjusted(p);
        QCOMPARE(adjusted[0], 0.03);
        QCOMPARE(adjusted[1], 0.06);
        QVERIFY(std::isnan(adjusted[2]));
        QCOMPARE(adjusted[3], 0.06);
        QCOMPARE(adjusted[4], 0.02);
        QVERIFY(holmAdjusted({}).empty());
        QCOMPARE(holmAdjusted(std::vector<double> {1, 1})[0], 1.0);
    }

    void testsEachCohortAgainstTheRest()
    {
        // chisq.test(matrix(c(30, 70, 60, 140 - 20, ...))) by hand: cohort 0 has 30 of 100, the others 100 of 200.
        const std::vector<std::optional<Proportion>> cells {
            wilsonInterval(30, 100), std::nullopt, wilsonInterval(50, 100), wilsonInterval(50, 100)};
        const auto tests = cohortTests(cells);
        QVERIFY(tests.has_value());
        QVERIFY(!(*tests)[1]);
        // Pearson: 300 (30*100 - 100*70)^2 / (100 * 200 * 130 * 170) = 10.8597..., times 299/300.
        const double pearson = 300.0 * std::pow(30.0 * 100 - 100.0 * 70, 2) / (100.0 * 200 * 130 * 170);
        QVERIFY(std::abs((*tests)[0]->test.chiSquare - pearson * 299 / 300) < 1e-12 * pearson);
        QVERIFY((*tests)[0]->difference.estimate < 0);
        QVERIFY(std::abs((*tests)[0]->adjustedP - 3 * (*tests)[0]->test.p) < 1e-15); // the smallest of three
        QVERIFY((*tests)[2]->adjustedP >= (*tests)[2]->test.p);

        const std::vector<std::optional<Proportion>> few {wilsonInterval(0, 2), wilsonInterval(10, 100)};
        QVERIFY(!(*cohortTests(few))[0]); // expected 0.2 kept: not to be tested
        const std::vector<std::optional<Proportion>> alone {wilsonInterval(5, 9)};
        QVERIFY(!(*cohortTests(alone))[0]);
        QVERIFY(cohortTests({})->empty());
        const std::vector<std::optional<Proportion>> impossible {Proportion {2, 0, 1, 4, 2}};
        QVERIFY(cohortTests(impossible).error() == (AnalyticsError {Kind::BadCount, 0}));
        QCOMPARE(cohortTests(few, 1).error().kind, Kind::BadLevel);
    }

    /// Twelve equal cohorts: without Holm one of them would look special in 40 % of the worlds.
    void holdsTheErrorOverAllCohorts()
    {
        Random random(23);
        int alarms = 0;
        constexpr int kWorlds = 2000;
        for (int world = 0; world < kWorlds; ++world) {
            std::vector<std::optional<Proportion>> cells;
            for (int cohort = 0; cohort < 12; ++cohort) {
                std::int64_t kept = 0;
                for (int i = 0; i < 60; ++i)
                    kept += random.uniform() < 0.4 ? 1 : 0;
                cells.push_back(wilsonInterval(kept, 60));
            }
            alarms += std::ranges::any_of(*cohortTests(cells), [](const auto& test) { return test && test->adjustedP < 0.05; }) ? 1 : 0;
        }
        QVERIFY2(alarms <= kWorlds * 65 / 1000, qPrintable(QString::number(alarms)));
        QVERIFY(alarms > kWorlds * 20 / 1000);
    }

    void takesMillionsOfEvents()
    {
        constexpr std::size_t kEvents = 3'000'000;
        Random random(1);
        std::vector<std::uint32_t> members(kEvents);
        std::vector<std::int64_t> times(kEvents);
        for (std::size_t i = 0; i < kEvents; ++i) {
            members[i] = std::uint32_t(random.below(100'000));
            times[i] = std::int64_t(random.below(240));
        }
        const auto starts = tens(24);
        ActivityRetentionOptions options;
        options.cohortStarts = starts;
        const ActivityRetention table = tableOf({members, times, {}, {}, 100'000}, options);
        QCOMPARE(table.members, 100'000);
        QCOMPARE(table.average[0]->estimate, 1.0); // everybody came in the period of the first coming
    }
};

QTEST_APPLESS_MAIN(tst_ActivityRetention)
#include "tst_activityretention.moc"

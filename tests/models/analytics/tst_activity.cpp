// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/activity/activemembers.h"
#include "analytics/activity/firstresponse.h"
#include "analytics/activity/hourgrid.h"
#include "analytics/activity/meanactivity.h"
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
#include <set>

using namespace lyceum::analytics;
using namespace Qt::StringLiterals;
using Kind = AnalyticsError::Kind;

namespace {

constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();

bool isNear(double a, double b, double relative = 1e-12)
{
    return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

ActivityGrid gridOf(const std::vector<std::uint32_t>& members, const std::vector<std::int64_t>& times, std::uint32_t count,
    const std::vector<std::int64_t>& starts)
{
    auto grid = ActivityGrid::make(members, times, count, *PeriodIndex::make(starts));
    if (!grid)
        qFatal("no grid: error %d", int(grid.error().kind));
    return *std::move(grid);
}

std::int64_t at(const char* text)
{
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
    if (!time.isValid())
        qFatal("no time: %s", text);
    return time.toSecsSinceEpoch();
}

/// Days by a zone of the system's, as the command line makes them.
std::vector<std::int64_t> daysIn(const char* zone, const QDate& first, int count)
{
    std::vector<std::int64_t> starts;
    for (int day = 0; day <= count; ++day)
        starts.push_back(first.addDays(day).startOfDay(QTimeZone(zone)).toSecsSinceEpoch());
    return starts;
}

struct Made {
    std::vector<std::uint32_t> members;
    std::vector<std::int64_t> times;
    std::uint32_t count = 0;
};

Made made(Random& random, int days)
{
    Made all;
    all.count = std::uint32_t(1 + random.below(25));
    for (std::uint64_t i = random.below(500); i > 0; --i) {
        all.members.push_back(std::uint32_t(random.below(all.count)));
        all.times.push_back((-10 + std::int64_t(random.below(std::uint64_t(days) + 20))) * 86'400 + std::int64_t(random.below(86'400)));
    }
    return all;
}

} // namespace

class tst_Activity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithPandas()
    {
        const fixture::Purchases all = fixture::purchases();
        const QJsonObject pandas = fixture::pandas();
        const auto months = fixture::monthStarts(fixture::kJanuary1997, fixture::kJune1998);
        const auto dayStarts = fixture::dayStarts(months.front(), fixture::kPurchaseDays);
        const ActivityGrid days = gridOf(all.members, all.times, all.memberCount, dayStarts);
        QCOMPARE(days.events(), 6919);

        for (const int window : {1, 7, 30}) {
            const auto active = *activeMembers(days, window);
            QCOMPARE(active.size(), std::size_t(fixture::kPurchaseDays));
            for (const QJsonValue& point : pandas["trailing"_L1][QString::number(window)].toArray())
                QCOMPARE(active[std::size_t(point[0].toInt())].value(), point[1].toInteger());
            for (int day = 0; day < window - 1; ++day)
                QVERIFY(!active[std::size_t(day)]); // not yet known
        }

        std::vector<std::int32_t> firsts;
        const PeriodIndex index = *PeriodIndex::make(dayStarts);
        for (const std::int64_t start : months)
            firsts.push_back(start == months.back() ? fixture::kPurchaseDays : index.of(start));
        const auto sticky = *stickiness(days, firsts);
        const QJsonArray expected = pandas["stickiness"_L1].toArray();
        QCOMPARE(sticky.size(), std::size_t(expected.size()));
        for (std::size_t i = 0; i < sticky.size(); ++i) {
            const QJsonValue month = expected[qsizetype(i)];
            QCOMPARE(sticky[i].mau, month["mau"_L1].toInteger());
            QCOMPARE(sticky[i].days, std::int32_t(month["days"_L1].toInt()));
            QCOMPARE(sticky[i].daysWithActivity, std::int32_t(month["daysWithActivity"_L1].toInt()));
            QVERIFY(isNear(sticky[i].share->value, month["share"_L1].toDouble()));
            QVERIFY(isNear(*sticky[i].share->stdError, month["stdError"_L1].toDouble(), 1e-9));
            QVERIFY(isNear(sticky[i].share->value, sticky[i].meanDau / double(sticky[i].mau))); // DAU over MAU it is
            QVERIFY(sticky[i].shareOfActiveDays->value >= sticky[i].share->value);
        }

        const auto life = lifecycle(gridOf(all.members, all.times, all.memberCount, months));
        const QJsonArray stages = pandas["lifecycle"_L1].toArray();
        QCOMPARE(life.size() + 1, std::size_t(stages.size()));
        for (const Lifecycle& month : life) {
            const QJsonValue stage = stages[month.period];
            QCOMPARE(month.fresh, stage["new"_L1].toInteger());
            QCOMPARE(month.returning, stage["returning"_L1].toInteger());
            QCOMPARE(month.resurrected, stage["resurrected"_L1].toInteger());
            QCOMPARE(month.dormant, stage["dormant"_L1].toInteger());
            QCOMPARE(month.active(), stage["active"_L1].toInteger());
        }

        std::vector<std::int64_t> joined(all.memberCount, kHighest);
        for (std::size_t i = 0; i < all.members.size(); ++i)
            joined[all.members[i]] = std::min(joined[all.members[i]], all.times[i]);
        const auto mean = *meanActivity({all.members, all.times, all.memberCount, joined, {}}, months);
        const QJsonArray means = pandas["meanActivity"_L1].toArray();
        QCOMPARE(mean.size(), std::size_t(means.size()));
        for (std::size_t i = 0; i < mean.size(); ++i) {
            QCOMPARE(mean[i].members, means[qsizetype(i)]["members"_L1].toInteger());
            QCOMPARE(mean[i].interactions, means[qsizetype(i)]["interactions"_L1].toInteger());
            QVERIFY(isNear(mean[i].mean->value, means[qsizetype(i)]["mean"_L1].toDouble()));
            QVERIFY(isNear(*mean[i].mean->stdError, means[qsizetype(i)]["stdError"_L1].toDouble(), 1e-9));
        }

        std::map<std::int32_t, std::int64_t> longest;
        for (const Streak& streak : streaks(days))
            ++longest[streak.longest];
        const QJsonObject runs = pandas["longestStreaks"_L1].toObject();
        QCOMPARE(longest.size(), std::size_t(runs.size()));
        for (const auto& [length, count] : longest)
            QCOMPARE(count, runs[QString::number(length)].toInteger());

        const std::vector<ZoneOffset> utc {{0, 0}};
        const HourGrid hours = *hourGrid(all.times, months.front(), months.back(), utc);
        for (std::size_t day = 0; day < 7; ++day)
            QCOMPARE(hours.cells[day][0].events, pandas["weekdays"_L1][qsizetype(day)].toInteger()); // all at midnight
    }

    void keepsItsIdentitiesForAnyEvents()
    {
        Random random(41);
        for (int round = 0; round < 200; ++round) {
            const int count = 1 + int(random.below(140));
            const Made all = made(random, count);
            const ActivityGrid days = gridOf(all.members, all.times, all.count, fixture::dayStarts(0, count));
            QCOMPARE(days.events() + days.eventsBefore() + days.eventsAfter(), std::int64_t(all.members.size()));
            const auto daily = *activeMembers(days, 1);
            for (const Lifecycle& day : lifecycle(days)) {
                QCOMPARE(day.active(), *daily[std::size_t(day.period)]);
                QCOMPARE(day.returning + day.dormant, *daily[std::size_t(day.period) - 1]);
            }
            const int window = 1 + int(random.below(40));
            const auto trailing = *activeMembers(days, window);
            for (int day = window - 1; day < count; ++day) {
                std::set<std::uint32_t> expected;
                for (std::size_t i = 0; i < all.members.size(); ++i) {
                    const std::int64_t on = all.times[i] >= 0 ? all.times[i] / 86'400 : -1;
                    if (on >= day - window + 1 && on <= day)
                        expected.insert(all.members[i]);
                }
                QCOMPARE(*trailing[std::size_t(day)], std::int64_t(expected.size()));
                QVERIFY(*trailing[std::size_t(day)] >= *daily[std::size_t(day)]);
            }
            const auto runs = streaks(days);
            for (std::uint32_t member = 0; member < all.count; ++member) {
                QVERIFY(runs[member].current <= runs[member].longest && runs[member].longest <= runs[member].activeDays);
                std::int32_t run = 0;
                std::int32_t longest = 0;
                for (int day = 0; day < count; ++day) {
                    run = days.isActive(member, day) ? run + 1 : 0;
                    longest = std::max(longest, run);
                }
                QCOMPARE(runs[member].current, run);
                QCOMPARE(runs[member].longest, longest);
            }
            const std::vector<std::int32_t> whole {0, count};
            const Stickiness sticky = stickiness(days, whole)->front();
            QVERIFY(!sticky.share || (sticky.share->value > 0 && sticky.share->value <= 1));
            // A(t) over one period for all: interactions in it by members.
            const auto mean = *meanActivity({all.members, all.times, all.count, {}, {}}, fixture::dayStarts(0, count));
            std::int64_t interactions = 0;
            for (const MeanActivity& day : mean)
                interactions += day.interactions;
            QCOMPARE(interactions, days.events());
        }
    }

    void knowsWhoWasThereBefore()
    {
        // Member 0 was active before the first day; member 1 is new on day 1; member 0 rests on day 1 and is back on day 2.
        const ActivityGrid days = gridOf({0, 0, 1, 0}, {-5, 10, 86'410, 2 * 86'400}, 2, fixture::dayStarts(0, 3));
        const auto life = lifecycle(days);
        QCOMPARE(life.size(), std::size_t(2));
        QVERIFY((life[0] == Lifecycle {1, 1, 0, 0, 1}));
        QVERIFY((life[1] == Lifecycle {2, 0, 0, 1, 1}));
        const ActivityGrid late = gridOf({0, 0}, {-5, 86'410}, 1, fixture::dayStarts(0, 3));
        QVERIFY((lifecycle(late)[0] == Lifecycle {1, 0, 0, 1, 0})); // resurrected, not new
    }

    void countsMembersOnlyWhileTheyAre()
    {
        const std::vector<std::uint32_t> who {0, 0, 1, 1, 1};
        const std::vector<std::int64_t> when {5, 15, 5, 15, 25};
        const std::vector<std::int64_t> joined {0, 12};
        const std::vector<std::int64_t> left {10, kHighest};
        const std::vector<std::int64_t> starts {0, 10, 20, 30};
        const auto mean = *meanActivity({who, when, 2, joined, left}, starts);
        QCOMPARE(mean[0].members, 1); // member 1 comes later
        QCOMPARE(mean[0].interactions, 1);
        QCOMPARE(mean[1].members, 1); // member 0 left just at its start
        QCOMPARE(mean[1].interactions, 1);
        QCOMPARE(mean[2].mean->value, 1.0);
        const auto nobody = *meanActivity({{}, {}, 0, {}, {}}, starts);
        QVERIFY(!nobody[0].mean);
        QCOMPARE(meanActivity({who, when, 1, {}, {}}, starts).error().kind, Kind::BadGroup);
        const std::vector<std::int64_t> early {-1, 0};
        QVERIFY(meanActivity({who, when, 2, joined, early}, starts).error() == (AnalyticsError {Kind::LeftBeforeJoined, 0}));
        QCOMPARE(meanActivity({who, when, 2, std::span(joined).first(1), {}}, starts).error().kind, Kind::LengthsDiffer);
        QCOMPARE(meanActivity({who, std::span(when).first(1), 2, {}, {}}, starts).error().kind, Kind::LengthsDiffer);
    }

    /// A(t)'s interval covers the mean it was drawn from, in 95 of 100 worlds.
    void coversTheMeanActivity()
    {
        Random random(8);
        int covered = 0;
        constexpr int kWorlds = 2000;
        const std::vector<std::int64_t> starts {0, 10};
        for (int world = 0; world < kWorlds; ++world) {
            std::vector<std::uint32_t> who;
            for (std::uint32_t member = 0; member < 200; ++member) {
                // A geometric number of interactions with mean 2: uneven, as communities are.
                while (random.uniform() < 2.0 / 3)
                    who.push_back(member);
            }
            const std::vector<std::int64_t> when(who.size(), 3);
            const auto mean = *meanActivity({who, when, 200, {}, {}}, starts);
            covered += *mean[0].mean->low <= 2 && *mean[0].mean->high >= 2 ? 1 : 0;
        }
        QVERIFY2(covered >= kWorlds * 935 / 1000 && covered <= kWorlds * 965 / 1000, qPrintable(QString::number(covered)));
    }

    /// In Berlin 29 March 2026 has 23 hours and 25 October has 25.
    void livesThroughDaylightSaving()
    {
        const auto spring = daysIn("Europe/Berlin", QDate(2026, 3, 28), 3);
        QCOMPARE(spring[2] - spring[1], std::int64_t(23 * 3600));
        const ActivityGrid days = gridOf({0, 0, 0}, {at("2026-03-28T22:59:59Z"), at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z")}, 1, spring);
        QCOMPARE(streaks(days)[0].current, 3); // one second to midnight, midnight, and the next midnight an hour early
        const auto autumn = daysIn("Europe/Berlin", QDate(2026, 10, 25), 1);
        QCOMPARE(autumn[1] - autumn[0], std::int64_t(25 * 3600));

        const std::vector<ZoneOffset> berlin {{at("2025-10-26T01:00:00Z"), 3600}, {at("2026-03-29T01:00:00Z"), 7200}, {at("2026-10-25T01:00:00Z"), 3600}};
        const std::vector<std::int64_t> times {at("2026-03-29T00:59:59Z"), at("2026-03-29T01:00:00Z"), at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z")};
        const HourGrid short23 = *hourGrid(times, spring[1], spring[2], berlin);
        QCOMPARE(short23.cells[6][1].events, 1); // 01:59:59 on a Sunday
        QCOMPARE(short23.cells[6][3].events, 1); // and the next second is three
        QCOMPARE(short23.cells[6][2].seconds, 0);
        QVERIFY(!hourlyRate(short23.cells[6][2])); // an hour that was not has no rate
        QCOMPARE(short23.eventsOutside, 2);
        const HourGrid long25 = *hourGrid(times, autumn[0], autumn[1], berlin);
        QCOMPARE(long25.cells[6][2].events, 2); // half past two came twice
        QCOMPARE(long25.cells[6][2].seconds, 7200);
        QCOMPARE(hourlyRate(long25.cells[6][2])->estimate, 1.0);
    }

    void accountsForEverySecondOfTheWindow()
    {
        Random random(9);
        for (int round = 0; round < 100; ++round) {
            std::vector<ZoneOffset> offsets {{std::int64_t(random.below(1000)) - 500, 3600}};
            for (std::uint64_t i = random.below(5); i > 0; --i)
                offsets.push_back({offsets.back().from + 1 + std::int64_t(random.below(5'000'000)), std::int32_t(random.below(100'000)) - 50'000});
            const std::int64_t from = std::int64_t(random.below(10'000'000)) - 5'000'000;
            const std::int64_t until = from + 1 + std::int64_t(random.below(20'000'000));
            std::vector<std::int64_t> times;
            for (int i = 0; i < 50; ++i)
                times.push_back(from - 1000 + std::int64_t(random.below(std::uint64_t(until - from) + 2000)));
            const HourGrid grid = *hourGrid(times, from, until, offsets);
            std::int64_t seconds = 0;
            std::int64_t events = 0;
            for (const auto& day : grid.cells) {
                for (const HourGrid::Cell& cell : day) {
                    seconds += cell.seconds;
                    events += cell.events;
                    QVERIFY(cell.events == 0 || cell.seconds > 0);
                }
            }
            QCOMPARE(seconds, until - from);
            QCOMPARE(events, grid.events);
            QCOMPARE(grid.events + grid.eventsOutside, std::int64_t(times.size()));
        }
        QCOMPARE(hourGrid({}, 0, 1, {}).error().kind, Kind::TooFew);
        const std::vector<ZoneOffset> absurd {{0, 90'000}};
        QCOMPARE(hourGrid({}, 0, 1, absurd).error().kind, Kind::BadRange);
        const std::vector<ZoneOffset> utc {{0, 0}};
        QCOMPARE(hourGrid({}, 1, 1, utc).error().kind, Kind::BadRange);
        QCOMPARE(hourGrid({}, std::numeric_limits<std::int64_t>::min(), 1, utc).error().kind, Kind::BadRange);
    }

    void waitsForTheFirstResponseOfAPerson()
    {
        const std::vector<Question> questions {{100, 1}, {100, 2}, {100, 3}, {100, 4}, {900, 5}};
        const std::vector<Reply> replies {
            {0, 101, 1, false, false}, // the author's own
            {0, 102, 9, false, true}, // automatic
            {0, 130, 8, false, false}, {0, 120, 7, true, false}, // out of order
            {1, 150, 8, false, false}, {3, 600, 8, true, false}, // after asOf
        };
        const FirstResponses any = *firstResponses(questions, replies, 500);
        QCOMPARE(any.questions, 4); // one was not asked yet
        QCOMPARE(any.answered, 2);
        QCOMPARE(*any.respondedAt[0], 120);
        QVERIFY(!any.respondedAt[2] && !any.respondedAt[3]);
        QCOMPARE(any.waiting.steps[0].time, 20.0);
        QCOMPARE(any.waiting.steps[0].survival, 0.75);
        QCOMPARE(any.waiting.steps[1].survival, 0.5);
        // Flat at one half from 50 seconds to the last look after 400: R's median is the middle.
        QCOMPARE(*any.median.value, 225.0);
        QCOMPARE(answeredWithin(any, 60)->value, 0.5);
        QVERIFY(*answeredWithin(any, 60)->low < 0.5 && *answeredWithin(any, 60)->high > 0.5);
        QVERIFY(!answeredWithin(any, 401)); // nobody was watched so long

        const FirstResponses team = *firstResponses(questions, replies, 500, Responder::Team);
        QCOMPARE(team.answered, 1);
        QVERIFY(!team.median.value); // not "20 seconds", which is the median of the answered

        const FirstResponses nobody = *firstResponses({}, {}, 500);
        QVERIFY(nobody.waiting.steps.empty() && !answeredWithin(nobody, 5));
        const std::vector<Reply> strange {{9, 200, 1, false, false}};
        QVERIFY(firstResponses(questions, strange, 500).error() == (AnalyticsError {Kind::BadGroup, 0}));
        const std::vector<Reply> early {{0, 99, 8, false, false}};
        QVERIFY(firstResponses(questions, early, 500).error() == (AnalyticsError {Kind::EntryNotBeforeExit, 0}));
        QCOMPARE(firstResponses(questions, replies, 500, Responder::Anybody, 2).error().kind, Kind::BadLevel);
    }

    void namesWhatItCannotCompute()
    {
        const PeriodIndex two = *PeriodIndex::make(std::vector<std::int64_t> {0, 10, 20});
        const std::vector<std::uint32_t> members {0, 3};
        const std::vector<std::int64_t> times {1, 2};
        QVERIFY(ActivityGrid::make(members, times, 3, two).error() == (AnalyticsError {Kind::BadGroup, 1}));
        QCOMPARE(ActivityGrid::make(members, std::span(times).first(1), 4, two).error().kind, Kind::LengthsDiffer);
        QCOMPARE(ActivityGrid::make({}, {}, std::numeric_limits<std::uint32_t>::max(), two).error().kind, Kind::TooLarge);
        const ActivityGrid grid = *ActivityGrid::make(members, times, 4, two);
        QCOMPARE(activeMembers(grid, 0).error().kind, Kind::BadRange);
        QVERIFY(!(*activeMembers(grid, std::numeric_limits<std::int32_t>::max()))[1]);
        for (const std::vector<std::int32_t>& firsts : std::vector<std::vector<std::int32_t>> {{-1, 1}, {0, 3}, {1, 1}, {1, 0}})
            QCOMPARE(stickiness(grid, firsts).error().kind, Kind::BadRange);
        QCOMPARE(stickiness(grid, {}).error().kind, Kind::TooFew);
        const ActivityGrid empty = *ActivityGrid::make({}, {}, 0, two);
        QVERIFY(streaks(empty).empty());
        QCOMPARE(lifecycle(empty).front(), (Lifecycle {1, 0, 0, 0, 0}));
        const std::vector<std::int32_t> whole {0, 2};
        QVERIFY(!stickiness(empty, whole)->front().share);
    }
};

QTEST_APPLESS_MAIN(tst_Activity)
#include "tst_activity.moc"

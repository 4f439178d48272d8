// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival/risksweep.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <set>

using namespace lyceum::analytics;

namespace {

struct Moment {
    double time = 0;
    std::vector<std::int64_t> atRisk;
    std::vector<std::int64_t> events;
    std::vector<std::int64_t> censored;

    friend bool operator==(const Moment&, const Moment&) = default;
};

struct Subjects {
    std::vector<double> times;
    std::vector<std::uint8_t> events;
    std::vector<double> entries;
    std::vector<std::uint32_t> groups;
};

std::vector<Moment> sweep(const Subjects& subjects, std::size_t groupCount)
{
    auto found = RiskSweep::over({subjects.times, subjects.events, subjects.entries}, subjects.groups, groupCount);
    if (!found)
        qFatal("no sweep: error %d at %zu", int(found.error().kind), found.error().index);
    std::vector<Moment> moments;
    while (found->next())
        moments.push_back({found->time(), {found->atRisk().begin(), found->atRisk().end()},
            {found->events().begin(), found->events().end()}, {found->censored().begin(), found->censored().end()}});
    return moments;
}

/// Straight from the definition: at risk at t is who entered before t and has not left before t.
std::vector<Moment> count(const Subjects& subjects, std::size_t groupCount)
{
    std::vector<Moment> moments;
    for (const double time : std::set<double>(subjects.times.begin(), subjects.times.end())) {
        Moment moment{time, std::vector<std::int64_t>(groupCount), std::vector<std::int64_t>(groupCount),
            std::vector<std::int64_t>(groupCount)};
        for (std::size_t i = 0; i < subjects.times.size(); ++i) {
            const std::size_t group = subjects.groups.empty() ? 0 : subjects.groups[i];
            const bool entered = subjects.entries.empty() || subjects.entries[i] < time;
            moment.atRisk[group] += entered && subjects.times[i] >= time ? 1 : 0;
            if (subjects.times[i] == time)
                ++(subjects.events[i] == 1 ? moment.events : moment.censored)[group];
        }
        moments.push_back(moment);
    }
    return moments;
}

AnalyticsError errorOf(const Subjects& subjects, std::size_t groupCount = 1)
{
    return RiskSweep::over({subjects.times, subjects.events, subjects.entries}, subjects.groups, groupCount).error();
}

} // namespace

class tst_RiskSweep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatTheDefinitionSays_data()
    {
        QTest::addColumn<int>("largest");
        QTest::addColumn<bool>("withEntries");
        QTest::addColumn<int>("groupCount");
        for (const int largest : {1, 9, 400, 3'000'000}) { // the last is beyond what is counted per day
            for (const bool withEntries : {false, true}) {
                for (const int groupCount : {1, 3})
                    QTest::addRow(
                        "to %d, %s, %d groups", largest, withEntries ? "late entries" : "from the start", groupCount)
                        << largest << withEntries << groupCount;
            }
        }
    }

    void countsWhatTheDefinitionSays()
    {
        QFETCH(int, largest);
        QFETCH(bool, withEntries);
        QFETCH(int, groupCount);
        std::mt19937 random(42);
        Subjects subjects;
        for (int i = 0; i < 300; ++i) {
            const auto time = std::uint32_t(random() % unsigned(largest)) + 1;
            subjects.times.push_back(time);
            subjects.events.push_back(random() % 3 != 0 ? 1 : 0);
            if (withEntries)
                subjects.entries.push_back(double(random() % time));
            if (groupCount > 1)
                subjects.groups.push_back(std::uint32_t(random() % unsigned(groupCount)));
        }
        const std::vector<Moment> expected = count(subjects, std::size_t(groupCount));
        QVERIFY(sweep(subjects, std::size_t(groupCount)) == expected);

        // Quarters of days cannot be counted per day: the same through sorting.
        for (double& time : subjects.times)
            time /= 4;
        for (double& entry : subjects.entries)
            entry /= 4;
        std::vector<Moment> sorted = sweep(subjects, std::size_t(groupCount));
        for (Moment& moment : sorted)
            moment.time *= 4;
        QVERIFY(sorted == expected);
    }

    void takesNearTiesAsOneTime()
    {
        // 0.1 + 0.2 is not 0.3 in binary.
        QCOMPARE(sweep({{0.1 + 0.2, 0.3, 1}, {1, 1, 0}, {}, {}}, 1),
            (std::vector<Moment>{{0.3, {3}, {2}, {0}}, {1, {1}, {0}, {1}}}));
        QCOMPARE(sweep({{0.3, 0.3 + 1e-7}, {1, 1}, {}, {}}, 1).size(), std::size_t(2));
        // Relative to the mean where that is above 1: 5 in 1e9 is nothing, 50 is something.
        QCOMPARE(sweep({{1e9, 1e9 + 5}, {1, 0}, {}, {}}, 1), (std::vector<Moment>{{1e9, {2}, {1}, {1}}}));
        QCOMPARE(sweep({{1e9, 1e9 + 50}, {1, 0}, {}, {}}, 1).size(), std::size_t(2));
        // Who enters within that distance of an event has not entered before it.
        QCOMPARE(sweep({{0.3, 0.9}, {1, 1}, {0.1, 0.3 - 1e-10}, {}}, 1),
            (std::vector<Moment>{{0.3 - 1e-10, {1}, {1}, {0}}, {0.9, {1}, {1}, {0}}}));
    }

    void takesBothZeroesAsOneTime()
    {
        QCOMPARE(sweep({{0.0, -0.0, 0.5}, {1, 1, 1}, {}, {}}, 1),
            (std::vector<Moment>{{0, {3}, {2}, {0}}, {0.5, {1}, {1}, {0}}}));
    }

    void namesTheFirstOffender_data()
    {
        using Kind = AnalyticsError::Kind;
        constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        QTest::addColumn<std::vector<double>>("times");
        QTest::addColumn<std::vector<std::uint8_t>>("events");
        QTest::addColumn<std::vector<double>>("entries");
        QTest::addColumn<std::vector<std::uint32_t>>("groups");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("index");
        using Doubles = std::vector<double>;
        using Bytes = std::vector<std::uint8_t>;
        using Numbers = std::vector<std::uint32_t>;
        const auto row
            = [](const char* name, Doubles times, Bytes events, Doubles entries, Numbers groups, Kind kind, int index) {
                  QTest::newRow(name) << times << events << entries << groups << int(kind) << index;
              };
        row("fewer events", {1, 2, 3}, {1, 1}, {}, {}, Kind::LengthsDiffer, 2);
        row("more events", {1}, {1, 1}, {}, {}, Kind::LengthsDiffer, 1);
        row("fewer entries", {1, 2, 3}, {1, 1, 1}, {0}, {}, Kind::LengthsDiffer, 1);
        row("fewer groups", {1, 2, 3}, {1, 1, 1}, {}, {0, 1}, Kind::LengthsDiffer, 2);
        row("time is NaN", {1, kNan, kNan}, {1, 1, 1}, {}, {}, Kind::NotFinite, 1);
        row("time is infinite", {1, 2, kInfinity}, {1, 1, 1}, {}, {}, Kind::NotFinite, 2);
        row("entry is NaN", {1, 2}, {1, 1}, {0, kNan}, {}, Kind::NotFinite, 1);
        row("time is negative", {-1, 2}, {1, 1}, {}, {}, Kind::NegativeTime, 0);
        row("entry is negative", {1, 2}, {1, 1}, {0, -1}, {}, Kind::NegativeTime, 1);
        row("entry at exit, whole days", {5, 5}, {1, 1}, {4, 5}, {}, Kind::EntryNotBeforeExit, 1);
        row("entry after exit", {5.5, 5.5}, {1, 1}, {6.5, 1}, {}, Kind::EntryNotBeforeExit, 0);
        row("entry next to exit", {1, 0.3}, {1, 1}, {0, 0.3 - 1e-12}, {}, Kind::EntryNotBeforeExit, 1);
        row("event is 2", {1, 2}, {1, 2}, {}, {}, Kind::BadEvent, 1);
        row("group too large", {1, 2}, {1, 1}, {}, {1, 2}, Kind::BadGroup, 1);
    }

    void namesTheFirstOffender()
    {
        QFETCH(std::vector<double>, times);
        QFETCH(std::vector<std::uint8_t>, events);
        QFETCH(std::vector<double>, entries);
        QFETCH(std::vector<std::uint32_t>, groups);
        QFETCH(int, kind);
        QFETCH(int, index);
        const AnalyticsError expected{AnalyticsError::Kind(kind), std::size_t(index)};
        QVERIFY(errorOf({times, events, entries, groups}, 2) == expected);
    }

    void sweepsOverNobody()
    {
        QVERIFY(sweep({}, 1).empty());
        QVERIFY(sweep({}, 5).empty());
        QVERIFY(errorOf({}, 0) == (AnalyticsError{AnalyticsError::Kind::BadGroup, 0}));
    }
};

QTEST_APPLESS_MAIN(tst_RiskSweep)

#include "tst_risksweep.moc"

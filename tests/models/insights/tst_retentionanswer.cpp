// SPDX-License-Identifier: GPL-3.0-or-later
#include "insights/retention.h"
#include "storage/syncruns.h"

#include "communityfile.h"

#include <QTest>

#include <cmath>

using namespace lyceum;
using namespace lyceum::insights;
using namespace lyceum::insights::test;

using Type = SubscriptionChange::Type;
using Status = Subscription::Status;

namespace {

/// Paid from the first to the second time; without an end still paying.
Story paying(const QString& from, const QString& until = {}, const QString& tier = u"Reader"_s, const QString& interval = u"month"_s)
{
    Story story;
    story.row(from, until.isEmpty() ? Status::Active : Status::Canceled, until.isEmpty() ? u"2027-01-01"_s : until, interval);
    story.change(from, Type::Created, 500, u"a"_s, tier);
    if (!until.isEmpty())
        story.change(until, Type::Expired, -500, u"a"_s, tier);
    return story;
}

RetentionQuestion question(const QString& asOf, RetentionGrouping grouping, const QString& rules = u"chartmogul"_s)
{
    RetentionQuestion asked;
    asked.grouping = grouping;
    asked.rules = *ruleSetNamed(rules);
    asked.asOfUtc = at(asOf);
    return asked;
}

RetentionAnswer answerOf(CommunityFile& community, const RetentionQuestion& asked)
{
    auto answer = retention(community.connection(), asked);
    if (!answer)
        qFatal("%s", qPrintable(answer.error().detail));
    return *std::move(answer);
}

} // namespace

class TestRetentionAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void estimatesASmallCommunityByHand()
    {
        // Days: 10 left, 10 left, 10 watched, 20 left, 30 watched, 40 watched; as of 10 February 2026.
        CommunityFile community;
        const MemberId a = community.add(u"2025-12-01"_s, paying(u"2026-01-01"_s, u"2026-01-11"_s));
        const MemberId b = community.add(u"2025-12-01"_s, paying(u"2026-01-05"_s, u"2026-01-15"_s));
        const MemberId c = community.add(u"2025-12-01"_s, paying(u"2026-01-31"_s));
        const MemberId d = community.add(u"2025-12-01"_s, paying(u"2026-01-03"_s, u"2026-01-23"_s));
        const MemberId e = community.add(u"2025-12-01"_s, paying(u"2026-01-11"_s));
        const MemberId f = community.add(u"2025-12-01"_s, paying(u"2026-01-01"_s));
        const RetentionAnswer answer = answerOf(community, question(u"2026-02-10"_s, RetentionGrouping::None));

        QCOMPARE(answer.groups.size(), qsizetype(1));
        const RetentionGroup& group = answer.groups.first();
        const auto& steps = group.curve.steps;
        QCOMPARE(steps.size(), std::size_t(4));
        // Two of six leave at day 10, one of the three who are left at day 20.
        QCOMPARE(steps.at(0).time, 10.0);
        QCOMPARE(steps.at(0).atRisk, std::int64_t(6));
        QCOMPARE(steps.at(0).events, std::int64_t(2));
        QCOMPARE(steps.at(0).censored, std::int64_t(1));
        QVERIFY(std::abs(steps.at(0).survival - 4.0 / 6.0) < 1e-12);
        QCOMPARE(steps.at(1).atRisk, std::int64_t(3));
        QVERIFY(std::abs(steps.at(1).survival - 4.0 / 9.0) < 1e-12);
        QCOMPARE(group.median.value, std::optional(20.0));
        // The horizon is the last day; the mean is the area 10 + 10 * 2/3 + 20 * 4/9.
        QCOMPARE(group.restrictedMean->until, 40.0);
        QVERIFY(std::abs(group.restrictedMean->value - (10 + 20.0 / 3 + 80.0 / 9)) < 1e-12);
        QVERIFY(!answer.logRank);

        QCOMPARE(membersAtStep(answer, 0, 0).left, (QList<MemberId> {a, b}));
        QCOMPARE(membersAtStep(answer, 0, 0).kept, (QList<MemberId> {c, d, e, f}));
        QCOMPARE(membersAtStep(answer, 0, 1).left, QList<MemberId> {d});
        QVERIFY(membersAtStep(answer, 0, 4).kept.isEmpty());
        QVERIFY(membersAtStep(answer, 1, 0).kept.isEmpty());
        QVERIFY(membersAtStep(answer, -1, -1).left.isEmpty());

        QCOMPARE(answer.provenance.n, qint64(6));
        QCOMPARE(answer.provenance.firstDataUtc, std::optional(at(u"2026-01-01"_s)));
        QCOMPARE(answer.provenance.timeZone, QByteArray("UTC"));
        QCOMPARE(answer.provenance.method, u"kaplan-meier"_s);
        QCOMPARE(answer.provenance.asOfUtc, at(u"2026-02-10"_s));
        QVERIFY(!answer.provenance.connectedAtUtc);
    }

    void tellsTheCohortTableByHand()
    {
        // As of 15 March: January and February are complete.
        CommunityFile community;
        const MemberId a = community.add(u"2025-12-01"_s, paying(u"2026-01-10"_s, u"2026-01-20"_s));
        const MemberId b = community.add(u"2025-12-01"_s, paying(u"2026-01-10"_s, u"2026-02-10"_s));
        const MemberId c = community.add(u"2025-12-01"_s, paying(u"2026-01-31"_s, u"2026-03-05"_s));
        community.add(u"2025-12-01"_s, paying(u"2026-02-01"_s));
        const RetentionAnswer answer = answerOf(community, question(u"2026-03-15"_s, RetentionGrouping::None));
        const std::int32_t january = 2026 * 12;
        QCOMPARE(answer.table.rows.size(), std::size_t(2));
        QCOMPARE(answer.table.rows.at(0).cohortMonth, january);
        QCOMPARE(answer.table.rows.at(0).size, std::int64_t(3));
        QCOMPARE(answer.table.rows.at(0).cells.at(0)->kept, std::int64_t(2));
        QCOMPARE(answer.table.rows.at(0).cells.at(1)->kept, std::int64_t(1));
        QCOMPARE(answer.table.rows.at(1).cells.at(0)->kept, std::int64_t(1));
        QVERIFY(!answer.table.rows.at(1).cells.at(1));
        QCOMPARE(membersOfCell(answer, january, 1).kept, QList<MemberId> {c});
        QCOMPARE(membersOfCell(answer, january, 1).left, (QList<MemberId> {a, b}));
        QVERIFY(membersOfCell(answer, january + 1, 1).kept.isEmpty()); // March is not over
        QVERIFY(membersOfCell(answer, january + 7, 0).kept.isEmpty());
        QVERIFY(membersOfCell(answer, january, -1).kept.isEmpty());
    }

    void watchesEverybodyToTheSameDay()
    {
        // Seven days of grace as of 31 January: everybody is watched until the 24th.
        CommunityFile community;
        const MemberId gone = community.add(u"2025-12-01"_s, paying(u"2026-01-01"_s, u"2026-01-24"_s));
        const MemberId undecided = community.add(u"2025-12-01"_s, paying(u"2026-01-01"_s, u"2026-01-25"_s));
        const MemberId there = community.add(u"2025-12-01"_s, paying(u"2026-01-04"_s));
        const MemberId fresh = community.add(u"2025-12-01"_s, paying(u"2026-01-29"_s));
        const RetentionAnswer answer = answerOf(community, question(u"2026-01-31"_s, RetentionGrouping::None, u"lyceum"_s));
        const QList<RetentionGroup::Subject>& subjects = answer.groups.first().subjects;
        QCOMPARE(subjects.size(), qsizetype(4));
        const auto isSubject = [&](qsizetype place, MemberId member, qint64 days, bool left) {
            return subjects.at(place).member == member && subjects.at(place).days == days && subjects.at(place).left == left;
        };
        QVERIFY(isSubject(0, fresh, 0, false));
        QVERIFY(isSubject(1, there, 20, false));
        QVERIFY(isSubject(2, gone, 23, true));
        QVERIFY(isSubject(3, undecided, 23, false));
    }

    void countsDaysInTheZoneOfTheWorkspace()
    {
        // 15:00 to 17:00 UTC of the next day: one day in UTC, two in Shanghai, where it ends in February.
        const Story story = paying(u"2026-01-30 15:00"_s, u"2026-01-31 17:00"_s);
        for (const auto& [zone, days, leftMonth] : {std::tuple(QByteArray("UTC"), qint64(1), 2026 * 12),
                 std::tuple(QByteArray("Asia/Shanghai"), qint64(2), 2026 * 12 + 1)}) {
            CommunityFile community(zone);
            community.add(u"2025-12-01"_s, story);
            const RetentionAnswer answer = answerOf(community, question(u"2026-03-10"_s, RetentionGrouping::None));
            QCOMPARE(answer.groups.first().subjects.first().days, days);
            QCOMPARE(answer.tableSubjects.first().leftMonth, std::optional(std::int32_t(leftMonth)));
            QCOMPARE(answer.provenance.timeZone, zone);
        }
    }

    void groupsByWhatTheSpellBeganWith()
    {
        CommunityFile community;
        community.add(u"2025-10-01"_s, paying(u"2025-11-01"_s, {}, u"Circle"_s, u"year"_s), u"Google"_s);
        community.add(u"2025-10-01"_s, paying(u"2026-01-01"_s), u"Google"_s);
        community.add(u"2025-10-01"_s, paying(u"2026-02-01"_s));
        const auto names = [&](RetentionGrouping grouping, int cohortMonths = 3) {
            RetentionQuestion asked = question(u"2026-03-01"_s, grouping);
            asked.cohortMonths = cohortMonths;
            QStringList found;
            for (const RetentionGroup& group : answerOf(community, asked).groups)
                found.append(group.name);
            return found;
        };
        QCOMPARE(names(RetentionGrouping::None), QStringList {QString()});
        QCOMPARE(names(RetentionGrouping::Tier), (QStringList {u"Reader"_s, u"Circle"_s}));
        QCOMPARE(names(RetentionGrouping::Interval), (QStringList {u"month"_s, u"year"_s}));
        QCOMPARE(names(RetentionGrouping::Source), (QStringList {u"Google"_s, QString()}));
        QCOMPARE(names(RetentionGrouping::Cohort), (QStringList {u"2025-10"_s, u"2026-01"_s}));
        QCOMPARE(names(RetentionGrouping::Cohort, 1), (QStringList {u"2025-11"_s, u"2026-01"_s, u"2026-02"_s}));
        QCOMPARE(names(RetentionGrouping::Cohort, 12), (QStringList {u"2025-01"_s, u"2026-01"_s}));
    }

    void poolsTheSmallestGroupsAndComparesTheOthers()
    {
        CommunityFile community;
        for (int tier = 0; tier < 4; ++tier) { // of 5, 4, 3 and 2 members
            for (int i = 0; i < 5 - tier; ++i)
                community.add(u"2025-12-01"_s, paying(u"2026-01-01"_s, i % 2 ? QString() : u"2026-01-1%1"_s.arg(i), u"T%1"_s.arg(tier)));
        }
        RetentionQuestion asked = question(u"2026-03-01"_s, RetentionGrouping::Tier);
        asked.maxGroups = 3;
        const RetentionAnswer answer = answerOf(community, asked);
        QCOMPARE(answer.groups.size(), qsizetype(3));
        QCOMPARE(answer.groups.at(0).name, u"T0"_s);
        QCOMPARE(answer.groups.at(1).name, u"T1"_s);
        QVERIFY(answer.groups.at(2).name.isEmpty());
        QVERIFY(answer.groups.at(2).pooled);
        QCOMPARE(answer.groups.at(2).subjects.size(), qsizetype(5));
        QVERIFY(answer.logRank);
        QCOMPARE(answer.logRank->groups.size(), std::size_t(2));
        QCOMPARE(answer.logRank->groups.at(1).subjects, std::int64_t(4));

        asked.maxGroups = 4;
        QCOMPARE(answerOf(community, asked).logRank->groups.size(), std::size_t(4));
        asked.maxGroups = 1;
        const RetentionAnswer pooled = answerOf(community, asked);
        QCOMPARE(pooled.groups.size(), qsizetype(1));
        QVERIFY(pooled.groups.first().pooled);
        QVERIFY(!pooled.logRank);
    }

    void takesOnlyFirstSpellsAndCountsTheOthers()
    {
        CommunityFile community;
        Story returning = paying(u"2026-01-01"_s, u"2026-01-21"_s);
        returning.row(u"2026-03-01"_s, Status::Active, u"2027-01-01"_s).change(u"2026-03-01"_s, Type::Created, 500, u"b"_s);
        community.add(u"2025-12-01"_s, returning);
        community.add(u"2025-12-01"_s, Story().row(u"2026-01-01"_s, Status::Trialing, u"2026-09-01"_s).trial(u"2026-09-01"_s));
        community.add(u"2025-12-01"_s, {}, {}, MemberStatus::Comped);
        community.add(u"2025-12-01"_s, {}, {}, MemberStatus::Gift);
        community.add(u"2025-12-01"_s, paying(u"2026-02-01"_s), {}, MemberStatus::Comped); // paid once: in the curve
        community.add(u"2026-06-01"_s, {}, {}, MemberStatus::Comped); // not yet there
        community.add(u"2025-12-01"_s);
        const RetentionAnswer answer = answerOf(community, question(u"2026-05-01"_s, RetentionGrouping::None));
        QCOMPARE(answer.groups.first().subjects.size(), qsizetype(2));
        QCOMPARE(answer.groups.first().subjects.first().days, qint64(20));
        QCOMPARE(answer.reactivations, qint64(1));
        QCOMPARE(answer.neverPaidExcluded, qint64(3));
    }

    void answersForNobody()
    {
        CommunityFile community;
        community.add(u"2025-12-01"_s);
        const RetentionAnswer answer = answerOf(community, question(u"2026-05-01"_s, RetentionGrouping::Tier));
        QVERIFY(answer.groups.isEmpty());
        QVERIFY(!answer.logRank);
        QVERIFY(answer.table.rows.empty());
        QCOMPARE(answer.provenance.n, qint64(0));
        QVERIFY(!answer.provenance.firstDataUtc);
    }

    void answersForOne()
    {
        CommunityFile community;
        const MemberId only = community.add(u"2025-12-01"_s, paying(u"2026-01-01"_s, u"2026-01-01 12:00"_s));
        const RetentionAnswer answer = answerOf(community, question(u"2026-05-01"_s, RetentionGrouping::Tier));
        QCOMPARE(answer.groups.first().curve.steps.size(), std::size_t(1));
        QCOMPARE(answer.groups.first().curve.steps.front().survival, 0.0);
        QCOMPARE(answer.groups.first().curve.steps.front().time, 0.0); // left on the first day
        QVERIFY(!answer.groups.first().restrictedMean);
        QCOMPARE(membersAtStep(answer, 0, 0).left, QList<MemberId> {only});
    }

    void knowsOnlyWhatHadHappenedByThen()
    {
        CommunityFile community;
        community.add(u"2025-12-01"_s, paying(u"2026-01-01"_s, u"2026-03-01"_s));
        community.add(u"2025-12-01"_s, paying(u"2026-04-01"_s));
        const RetentionAnswer then = answerOf(community, question(u"2026-02-01"_s, RetentionGrouping::None));
        QCOMPARE(then.groups.first().subjects.size(), qsizetype(1));
        QVERIFY(!then.groups.first().subjects.first().left);
        QCOMPARE(then.groups.first().subjects.first().days, qint64(31));
        QVERIFY(answerOf(community, question(u"2025-12-31"_s, RetentionGrouping::None)).groups.isEmpty());
    }

    void saysSinceWhenDeletionsAreKnown()
    {
        // Somebody who was deleted before the first sync has left no row at all; one who vanished later ends on that day.
        CommunityFile community;
        community.add(u"2025-12-01"_s, paying(u"2026-01-01"_s).departed(u"2026-02-10"_s));
        QVERIFY(storage::beginSyncRun(community.connection(), at(u"2026-02-01"_s)));
        QVERIFY(storage::beginSyncRun(community.connection(), at(u"2026-02-10"_s)));
        const RetentionAnswer answer = answerOf(community, question(u"2026-05-01"_s, RetentionGrouping::None));
        QCOMPARE(answer.provenance.connectedAtUtc, std::optional(at(u"2026-02-01"_s)));
        QCOMPARE(answer.groups.first().subjects.size(), qsizetype(1));
        QCOMPARE(answer.groups.first().subjects.first().days, qint64(40));
        QVERIFY(answer.groups.first().subjects.first().left);
    }

    void refusesQuestionsOutsideTheirDomain()
    {
        CommunityFile community;
        const auto refuses = [&](auto change) {
            RetentionQuestion asked = question(u"2026-05-01"_s, RetentionGrouping::Cohort);
            change(asked);
            const auto answer = retention(community.connection(), asked);
            return !answer && answer.error().kind == Error::Kind::Usage;
        };
        QVERIFY(refuses([](RetentionQuestion& asked) { asked.level = 1; }));
        QVERIFY(refuses([](RetentionQuestion& asked) { asked.level = std::nan(""); }));
        QVERIFY(refuses([](RetentionQuestion& asked) { asked.cohortMonths = 0; }));
        QVERIFY(refuses([](RetentionQuestion& asked) { asked.maxGroups = 0; }));
        QVERIFY(refuses([](RetentionQuestion& asked) { asked.rules.graceDays = -1; }));
    }
};

QTEST_GUILESS_MAIN(TestRetentionAnswer)
#include "tst_retentionanswer.moc"

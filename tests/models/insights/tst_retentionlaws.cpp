// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of every answer about retention, whatever the community: asked of a synced sample.
#include "insights/paidspells.h"
#include "insights/retention.h"

#include "sampleworkspace.h"

#include <QTest>

#include <algorithm>

using namespace lyceum;
using namespace lyceum::insights;
using namespace lyceum::insights::test;

class TestRetentionLaws : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SampleWorkspace> m_sample;
    qint64 m_end = 0;

    RetentionAnswer answerOf(RetentionQuestion asked)
    {
        if (asked.asOfUtc == 0)
            asked.asOfUtc = m_end;
        auto answer = retention(m_sample->connection(), asked);
        if (!answer)
            qFatal("%s", qPrintable(answer.error().detail));
        return *std::move(answer);
    }
    static void addQuestions()
    {
        QTest::addColumn<int>("grouping");
        QTest::addColumn<QString>("rules");
        for (const QString& rules : ruleSetNames()) {
            for (const auto& [name, grouping] : {std::pair("all", RetentionGrouping::None), std::pair("tier", RetentionGrouping::Tier),
                     std::pair("cohort", RetentionGrouping::Cohort), std::pair("source", RetentionGrouping::Source),
                     std::pair("interval", RetentionGrouping::Interval)})
                QTest::addRow("%s by %s", qPrintable(rules), name) << int(grouping) << rules;
        }
    }
    static RetentionQuestion fetched()
    {
        QFETCH(int, grouping);
        QFETCH(QString, rules);
        RetentionQuestion asked;
        asked.grouping = RetentionGrouping(grouping);
        asked.rules = *ruleSetNamed(rules);
        return asked;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_end = at(u"2026-06-15 08:00"_s);
        m_sample = std::make_unique<SampleWorkspace>(m_end, 1200);
    }

    void listsTheMembersBehindEveryStep_data() { addQuestions(); }
    void listsTheMembersBehindEveryStep()
    {
        const RetentionAnswer answer = answerOf(fetched());
        QVERIFY(!answer.groups.isEmpty());
        qint64 everybody = 0;
        for (qsizetype g = 0; g < answer.groups.size(); ++g) {
            const RetentionGroup& group = answer.groups.at(g);
            everybody += group.curve.subjects;
            QCOMPARE(qint64(group.subjects.size()), qint64(group.curve.subjects));
            std::int64_t left = 0;
            for (qsizetype s = 0; s < qsizetype(group.curve.steps.size()); ++s) {
                const analytics::SurvivalStep& step = group.curve.steps.at(std::size_t(s));
                const CohortCellMembers members = membersAtStep(answer, g, s);
                QCOMPARE(std::int64_t(members.left.size()), step.events);
                QCOMPARE(std::int64_t(members.left.size() + members.kept.size()), step.atRisk);
                left += step.events;
            }
            QCOMPARE(left, group.curve.events);
        }
        QCOMPARE(everybody, answer.provenance.n);
    }

    void listsTheMembersBehindEveryCell_data() { addQuestions(); }
    void listsTheMembersBehindEveryCell()
    {
        const RetentionAnswer answer = answerOf(fetched());
        std::int64_t everybody = 0;
        int cells = 0;
        for (const analytics::RetentionRow& row : answer.table.rows) {
            everybody += row.size;
            for (std::int32_t age = 0; age < std::int32_t(row.cells.size()); ++age) {
                const CohortCellMembers members = membersOfCell(answer, row.cohortMonth, age);
                const auto& cell = row.cells.at(std::size_t(age));
                QCOMPARE(std::int64_t(members.kept.size()), cell ? cell->kept : 0);
                QCOMPARE(std::int64_t(members.kept.size() + members.left.size()), cell ? cell->total : 0);
                cells += cell.has_value();
            }
        }
        QCOMPARE(everybody, std::int64_t(answer.provenance.n));
        QVERIFY(cells > 100);
    }

    void answersWhatTheMathematicsAnswers_data() { addQuestions(); }
    void answersWhatTheMathematicsAnswers()
    {
        const RetentionQuestion asked = fetched();
        const RetentionAnswer answer = answerOf(asked);
        const auto spells = paidSpells(m_sample->connection(), asked.rules, m_end);
        QVERIFY(spells);
        const LocalDays days(SampleWorkspace::kZone);
        const qint64 lastDay = days.dayOf(m_end) - asked.rules.graceDays;

        std::vector<double> times;
        std::vector<std::uint8_t> events;
        std::vector<std::uint32_t> groups;
        double horizon = 1e9;
        std::uint32_t compared = 0;
        for (const RetentionGroup& group : answer.groups) {
            std::vector<double> ownTimes;
            std::vector<std::uint8_t> ownEvents;
            for (const PaidSpell& spell : *spells) {
                const bool isMember = std::ranges::find(group.subjects, spell.member, &RetentionGroup::Subject::member) != group.subjects.end();
                if (!spell.first || !isMember)
                    continue;
                const qint64 end = spell.endedAtUtc ? std::min(days.dayOf(*spell.endedAtUtc), lastDay) : lastDay;
                ownTimes.push_back(double(std::max<qint64>(0, end - days.dayOf(spell.startedAtUtc))));
                ownEvents.push_back(spell.endedAtUtc && days.dayOf(*spell.endedAtUtc) <= lastDay ? 1 : 0);
            }
            const auto curve = analytics::kaplanMeier({ownTimes, ownEvents, {}});
            QVERIFY(curve);
            QCOMPARE(group.curve, *curve);
            QCOMPARE(group.median, analytics::medianTime(*curve));
            horizon = std::min(horizon, curve->steps.back().time);
            if (group.pooled)
                continue;
            times.insert(times.end(), ownTimes.begin(), ownTimes.end());
            events.insert(events.end(), ownEvents.begin(), ownEvents.end());
            groups.insert(groups.end(), ownTimes.size(), compared++);
        }
        for (const RetentionGroup& group : answer.groups)
            QCOMPARE(group.restrictedMean, analytics::restrictedMean(group.curve, horizon));
        QCOMPARE(answer.logRank.has_value(), compared > 1);
        if (answer.logRank)
            QCOMPARE(*answer.logRank, *analytics::logRank({times, events, {}}, groups, compared));
    }

    void keepsPeopleLongerWhereAccessCounts()
    {
        // A cancellation never comes after the access it ends: with equal grace nobody leaves earlier by access.
        RetentionQuestion asked;
        asked.grouping = RetentionGrouping::None;
        asked.rules = *ruleSetNamed(u"chartmogul"_s);
        const RetentionGroup access = answerOf(asked).groups.first();
        asked.rules = *ruleSetNamed(u"ghost"_s);
        const RetentionGroup cancellation = answerOf(asked).groups.first();
        QHash<MemberId, qint64> days;
        for (const RetentionGroup::Subject& subject : cancellation.subjects)
            days.insert(subject.member, subject.days);
        QCOMPARE(access.subjects.size(), cancellation.subjects.size());
        qint64 longer = 0;
        for (const RetentionGroup::Subject& subject : access.subjects) {
            QVERIFY(days.contains(subject.member));
            QVERIFY(subject.days >= days.value(subject.member));
            longer += subject.days > days.value(subject.member);
        }
        QVERIFY(longer > 0);
        QVERIFY(cancellation.curve.events > access.curve.events); // cancelled, and paid to an end that is still to come
    }

    void neverHoldsThatMoreGraceMakesMoreLeave()
    {
        qint64 spellsBefore = std::numeric_limits<qint64>::max();
        for (const int grace : {0, 3, 7, 30, 90}) {
            RuleSet rules;
            rules.graceDays = grace;
            const auto spells = paidSpells(m_sample->connection(), rules, m_end);
            QVERIFY(spells);
            QVERIFY(spells->size() <= spellsBefore);
            spellsBefore = spells->size();
        }
    }

    void givesEverySpellItsPlace()
    {
        const auto spells = paidSpells(m_sample->connection(), {}, m_end);
        QVERIFY(spells);
        for (qsizetype i = 0; i < spells->size(); ++i) {
            const PaidSpell& spell = spells->at(i);
            QVERIFY(!spell.endedAtUtc || spell.startedAtUtc < *spell.endedAtUtc);
            QVERIFY(!(spell.endedAtUtc && spell.lapsedAtUtc));
            if (i == 0)
                continue;
            const PaidSpell& before = spells->at(i - 1);
            QVERIFY(before.member <= spell.member);
            QCOMPARE(spell.first, before.member < spell.member);
            if (!spell.first)
                QVERIFY(before.endedAtUtc && *before.endedAtUtc + 7 * 86400 < spell.startedAtUtc);
        }
    }
};

QTEST_GUILESS_MAIN(TestRetentionLaws)
#include "tst_retentionlaws.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insights/retention.h"

#include <QTest>

// Retention answers from a few numbers, put together by the mathematics as the insight does.
namespace made {

using namespace Qt::StringLiterals;
using namespace lyceum;
using namespace lyceum::insights;

constexpr qint64 kAsOf = 1'780'272'000; // 2026-06-01 00:00 UTC

struct Stay {
    qint64 days = 0;
    bool left = false;
};

struct Part {
    QString name;
    QList<Stay> stays;
    bool pooled = false;
};

/// `count` members who left one after the other on days first, first + step, …
inline QList<Stay> leaving(int count, qint64 first, qint64 step)
{
    QList<Stay> stays;
    for (int i = 0; i < count; ++i)
        stays.append({first + i * step, true});
    return stays;
}

inline QList<Stay> staying(int count, qint64 days) { return QList<Stay>(count, {days, false}); }

inline RetentionAnswer answer(RetentionGrouping grouping, const QList<Part>& parts)
{
    RetentionAnswer answer;
    answer.question.grouping = grouping;
    answer.question.asOfUtc = kAsOf;
    answer.provenance = {answer.question.rules, "UTC", kAsOf, kAsOf - 400 * 86400, kAsOf - 30 * 86400, 0, u"kaplan-meier"_s};
    std::vector<double> allTimes;
    std::vector<std::uint8_t> allEvents;
    std::vector<std::uint32_t> groupOf;
    std::uint32_t compared = 0;
    qint64 id = 0;
    double horizon = 1e9;
    for (const Part& part : parts) {
        std::vector<double> times;
        std::vector<std::uint8_t> events;
        RetentionGroup group;
        group.name = part.name;
        group.pooled = part.pooled;
        QList<Stay> stays = part.stays;
        std::ranges::stable_sort(stays, {}, &Stay::days);
        for (const Stay& stay : stays) {
            times.push_back(double(stay.days));
            events.push_back(stay.left ? 1 : 0);
            group.subjects.append({MemberId {++id}, stay.days, stay.left});
            if (!part.pooled)
                groupOf.push_back(compared);
        }
        if (!part.pooled) {
            ++compared;
            allTimes.insert(allTimes.end(), times.begin(), times.end());
            allEvents.insert(allEvents.end(), events.begin(), events.end());
        }
        group.curve = analytics::kaplanMeier({times, events, {}}).value();
        group.median = analytics::medianTime(group.curve);
        horizon = std::min(horizon, group.curve.steps.back().time);
        answer.provenance.n += stays.size();
        answer.groups.append(group);
    }
    for (RetentionGroup& group : answer.groups) {
        if (horizon > 0)
            group.restrictedMean = analytics::restrictedMean(group.curve, horizon);
    }
    if (compared >= 2)
        answer.logRank = analytics::logRank({allTimes, allEvents, {}}, groupOf, compared).value();
    return answer;
}

/// Two tiers that differ: 20 leave on days 10, 20, … 200; 20 others stay to day 300, but two of them leave.
inline RetentionAnswer twoTiers()
{
    RetentionAnswer two = answer(RetentionGrouping::Tier,
        {{u"青铜会员"_s, leaving(20, 10, 10), false}, {u"金牌会员"_s, leaving(2, 100, 100) + staying(18, 300), false}});
    const std::vector<analytics::CohortMember> members {{2026 * 12, {}, {}}, {2026 * 12, 2026 * 12 + 1, {}}, {2026 * 12 + 2, {}, {}}};
    analytics::RetentionTableOptions options;
    options.lastCompleteMonth = 2026 * 12 + 2;
    two.table = analytics::retentionTable(members, options).value();
    for (qint64 i = 0; i < 3; ++i)
        two.tableSubjects.append({MemberId {i + 1}, members[std::size_t(i)].joinedMonth, members[std::size_t(i)].leftMonth});
    return two;
}

} // namespace made

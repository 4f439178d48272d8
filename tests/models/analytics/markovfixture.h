// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/markov/markovchain.h"
#include "analytics/random.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <vector>

namespace lyceum::analytics::fixture {

/// Sequences with their storage.
struct Members {
    std::vector<std::uint32_t> states;
    std::vector<std::size_t> ends;
    std::size_t stateCount = 0;

    void add(const std::vector<std::uint32_t>& member)
    {
        states.insert(states.end(), member.begin(), member.end());
        ends.push_back(states.size());
    }
    [[nodiscard]] StateSequences view() const { return {states, ends, stateCount}; }
};

inline Members membersOf(std::size_t stateCount, const std::vector<std::vector<std::uint32_t>>& all)
{
    Members members;
    members.stateCount = stateCount;
    for (const auto& member : all)
        members.add(member);
    return members;
}

inline QByteArray bytesOf(const QString& name)
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/markov/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    return file.readAll();
}

inline const Members& cdnow()
{
    static const Members members = [] {
        Members made;
        made.stateCount = 4;
        for (const QByteArray& line : bytesOf(QStringLiteral("cdnow-states.txt")).trimmed().split('\n')) {
            std::vector<std::uint32_t> member;
            for (const char digit : line)
                member.push_back(std::uint32_t(digit - '0'));
            made.add(member);
        }
        return made;
    }();
    return members;
}

inline const QJsonObject& reference()
{
    static const QJsonObject object = QJsonDocument::fromJson(bytesOf(QStringLiteral("reference.json"))).object();
    return object;
}

inline bool isNear(double actual, double expected, double relative = 1e-9)
{
    return std::abs(actual - expected) <= relative * std::abs(expected);
}

template <class T>
T valueOf(tl::expected<T, AnalyticsError> answer)
{
    if (!answer)
        qFatal("error %d at %zu", int(answer.error().kind), answer.error().index);
    return *std::move(answer);
}

template <class T>
AnalyticsError errorOf(const tl::expected<T, AnalyticsError>& answer)
{
    if (answer)
        qFatal("an answer where an error was expected");
    return answer.error();
}

inline MarkovChain chainOf(const Members& members, int order = 1)
{
    return valueOf(fitMarkovChain(members.view(), {order, 0, 0.95}));
}

inline std::vector<double> only(const MarkovChain& chain, std::size_t context)
{
    std::vector<double> start(chain.contexts());
    start[context] = 1;
    return start;
}

/// Members who walk along these rows (stateCount x stateCount), for `steps` states each.
inline Members walkers(const std::vector<double>& rows, std::size_t stateCount, int members, int steps, Random& random)
{
    Members made;
    made.stateCount = stateCount;
    for (int i = 0; i < members; ++i) {
        std::vector<std::uint32_t> states {std::uint32_t(random.below(stateCount))};
        while (int(states.size()) < steps) {
            double left = random.uniform();
            std::uint32_t next = 0;
            while (next + 1 < stateCount && left >= rows[states.back() * stateCount + next])
                left -= rows[states.back() * stateCount + next++];
            states.push_back(next);
        }
        made.add(states);
    }
    return made;
}

} // namespace lyceum::analytics::fixture

#define COMPARE_NEAR(actual, expected, relative) \
    QVERIFY2(lyceum::analytics::fixture::isNear(actual, expected, relative), \
        qPrintable(QStringLiteral("%1 instead of %2").arg(actual, 0, 'g', 17).arg(expected, 0, 'g', 17)))

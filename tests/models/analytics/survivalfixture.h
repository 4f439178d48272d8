// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/survival/survivalsample.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace lyceum::analytics::fixture {

/// Subjects with their spans' storage.
struct Subjects {
    std::vector<double> times;
    std::vector<std::uint8_t> events;
    std::vector<double> entries;
    std::vector<std::uint32_t> groups;
    std::vector<std::uint32_t> strata;

    [[nodiscard]] SurvivalSample sample() const { return {times, events, entries}; }
    [[nodiscard]] Subjects only(std::uint32_t group) const; ///< those of one group
    [[nodiscard]] Subjects reordered(const std::vector<std::size_t>& order) const;
};

/// A table of unquoted fields with a header line.
class Table {
public:
    Table(const QString& fileName, char separator); ///< of tests/data/survival; ends the test program if unreadable

    [[nodiscard]] qsizetype rows() const { return m_rows.size(); }
    [[nodiscard]] QByteArray text(qsizetype row, const char* column) const;
    [[nodiscard]] double number(qsizetype row, const char* column) const;

private:
    QHash<QByteArray, qsizetype> m_columns;
    QList<QByteArrayList> m_rows;
};

/// Telco customers with tenure > 0; groups by `groupColumn` and strata by `stratumColumn` in the order of their names,
/// as in R.
[[nodiscard]] Subjects telco(const char* groupColumn = "contract", const char* stratumColumn = "internet");
[[nodiscard]] Subjects rossi(); ///< groups by `fin`
[[nodiscard]] Subjects aids(); ///< with entries
[[nodiscard]] Subjects freireich(); ///< group 0 6-MP, group 1 placebo

/// What R answered, e.g. reference("telco").
[[nodiscard]] QJsonObject reference(const char* study);

/// Empty if both are missing or equal to a relative 1e-9 (what R's printout carries), else what differs.
[[nodiscard]] QByteArray difference(const char* what, std::optional<double> actual, const QJsonValue& expected);

/// Uniform in [0, 1), the same on every platform.
class Uniform {
public:
    explicit Uniform(std::uint64_t seed)
        : m_state(seed)
    {
    }
    double operator()();
    std::uint64_t below(std::uint64_t bound); ///< 0 ... bound - 1

private:
    std::uint64_t m_state; ///< SplitMix64 (Steele, Lea & Flood 2014)
};

} // namespace lyceum::analytics::fixture

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/cox/coxdata.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace lyceum::analytics::fixture {

/// CoxData with its storage.
struct CoxSubjects {
    std::vector<double> times;
    std::vector<std::uint8_t> events;
    std::vector<double> entries;
    std::vector<double> columns;
    std::vector<std::uint32_t> strata;
    std::size_t columnCount = 0;

    [[nodiscard]] CoxData data() const { return {{times, events, entries}, columns, columnCount, strata}; }
    [[nodiscard]] std::vector<double> column(std::size_t j) const;
    void addColumn(const std::vector<double>& values);
};

/// Which columns of a file hold what; an empty name: none does.
struct CoxColumns {
    QString time;
    QString event; ///< 1 or Yes
    QString entry;
    QString stratum; ///< whole numbers from 0
    QStringList covariates; ///< a number each, or "name=level": 1 where the text is that, else 0
};

/// A file of tests/data; ends the test program if it cannot be read. Rows whose time is 0 are left out, as R's are.
[[nodiscard]] CoxSubjects coxSubjects(const QString& fileName, char separator, const CoxColumns& columns);
[[nodiscard]] QJsonObject json(const QString& fileName); ///< of tests/data

/// Empty if equal to `tolerance`, relative (and to `tolerance` x 1e-3, absolute), else what differs.
[[nodiscard]] QByteArray apart(const char* what, double actual, const QJsonValue& expected, double tolerance);

} // namespace lyceum::analytics::fixture

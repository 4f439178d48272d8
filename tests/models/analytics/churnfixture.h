// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/churn/logistic.h"
#include "analytics/random.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <vector>

namespace lyceum::analytics::fixture {

/// Rows with their storage; columns as RiskSample wants them.
struct Rows {
    std::vector<std::vector<double>> columns;
    std::vector<std::uint8_t> outcomes;
    mutable std::vector<double> features;

    [[nodiscard]] RiskSample sample() const
    {
        features.clear();
        for (const auto& column : columns)
            features.insert(features.end(), column.begin(), column.end());
        return {features, columns.size(), outcomes};
    }
    [[nodiscard]] std::vector<double> row(std::size_t index) const
    {
        std::vector<double> values;
        for (const auto& column : columns)
            values.push_back(column[index]);
        return values;
    }
};

inline QByteArray churnBytes(const char* name)
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/churn/") + QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", name);
    return file.readAll();
}

/// The seven columns of telco.csv, and who left.
inline const Rows& telco()
{
    static const Rows rows = [] {
        Rows made;
        made.columns.resize(7);
        const QByteArrayList lines = churnBytes("telco.csv").trimmed().split('\n');
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const QByteArrayList cells = lines.at(i).split(',');
            for (std::size_t column = 0; column < 7; ++column)
                made.columns[column].push_back(cells.at(qsizetype(column)).toDouble());
            made.outcomes.push_back(std::uint8_t(cells.at(7).toInt()));
        }
        return made;
    }();
    return rows;
}

inline const QJsonObject& churnReference()
{
    static const QJsonObject object = QJsonDocument::fromJson(churnBytes("reference.json")).object();
    return object;
}

/// Rows of independent standard normal columns whose log-odds are intercept + sum of slopes.
inline Rows drawn(std::size_t count, double intercept, const std::vector<double>& slopes, Random& random)
{
    Rows rows;
    rows.columns.resize(slopes.size());
    for (std::size_t i = 0; i < count; ++i) {
        double logOdds = intercept;
        for (std::size_t j = 0; j < slopes.size(); ++j) {
            rows.columns[j].push_back(random.normal());
            logOdds += slopes[j] * rows.columns[j].back();
        }
        rows.outcomes.push_back(random.uniform() < probabilityOf(logOdds) ? 1 : 0);
    }
    return rows;
}

inline bool isNear(double actual, double expected, double relative)
{
    return std::abs(actual - expected) <= relative * std::max(std::abs(expected), 1e-300);
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

} // namespace lyceum::analytics::fixture

#define COMPARE_NEAR(actual, expected, relative) \
    QVERIFY2(lyceum::analytics::fixture::isNear(actual, expected, relative), \
        qPrintable(QStringLiteral("%1 instead of %2").arg(actual, 0, 'g', 17).arg(expected, 0, 'g', 17)))

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <vector>

namespace lyceum::analytics::fixture {

/// What R answered about growth and forecasts, e.g. growthReference("airpassengers"); ends the test program if unreadable.
[[nodiscard]] QJsonObject growthReference(const char* part);

/// 144 months of airline passengers from 1949.
[[nodiscard]] std::vector<double> airPassengers();
/// Members of a subscription service at the end of the years 2011 to 2021, in millions.
[[nodiscard]] std::vector<double> subscribers();
/// 0, 1, 2, ...
[[nodiscard]] std::vector<double> countingTimes(std::size_t n);

/// One in six of the monthly series of the M1 competition, with what R made of it.
struct CompetitionSeries {
    QByteArray name;
    std::vector<double> past;
    std::vector<double> future; ///< 18 months
    QByteArray model; ///< that R chose: "ETS(M,N,A)"
    double logLikelihood = 0;
    double etsSmape = 0;
    double thetaSmape = 0;
    double thetaSmoothing = 0;
};
[[nodiscard]] std::vector<CompetitionSeries> competition();

[[nodiscard]] std::vector<double> numbersOf(const QJsonValue& array);

/// Empty if the numbers agree to a relative (below 1: absolute) tolerance, else what differs.
[[nodiscard]] QByteArray farApart(const char* what, double actual, double expected, double tolerance);
[[nodiscard]] QByteArray farApart(const char* what, const std::vector<double>& actual, const std::vector<double>& expected, double tolerance);

} // namespace lyceum::analytics::fixture

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customers/customerhistory.h"
#include "analytics/random.h"

#include <QJsonObject>
#include <QString>

#include <cmath>
#include <vector>

namespace lyceum::analytics::fixture {

/// Customers with their spans' storage.
struct Customers {
    std::vector<std::int64_t> frequency;
    std::vector<double> recency;
    std::vector<double> age;
    std::vector<std::int64_t> weight;
    std::vector<double> spend; ///< where the file has it
    std::vector<std::int64_t> holdout; ///< purchases in the 39 weeks after, where the file has them

    [[nodiscard]] CustomerSample sample() const { return {frequency, recency, age, weight}; }
    void add(std::int64_t x, double tx, double T)
    {
        frequency.push_back(x);
        recency.push_back(tx);
        age.push_back(T);
    }
};

[[nodiscard]] Customers cdnow(); ///< the published table
[[nodiscard]] Customers cdnowWithSpend();
/// From the purchases themselves, which gives ages to the day; with the holdout.
[[nodiscard]] Customers cdnowFromPurchases();
[[nodiscard]] Customers donations();

[[nodiscard]] QJsonObject customerReference(const char* part);

/// Gamma of a whole-numbered or other shape, rate 1 (Marsaglia & Tsang 2000).
inline double drawGamma(double shape, Random& random)
{
    if (shape < 1)
        return drawGamma(shape + 1, random) * std::pow(1 - random.uniform(), 1 / shape);
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double z = random.normal();
        const double v = std::pow(1 + c * z, 3);
        if (v > 0 && std::log(1 - random.uniform()) < z * z / 2 + d - d * v + d * std::log(v))
            return d * v;
    }
}

inline double drawBeta(double a, double b, Random& random)
{
    const double one = drawGamma(a, random);
    return one / (one + drawGamma(b, random));
}

} // namespace lyceum::analytics::fixture

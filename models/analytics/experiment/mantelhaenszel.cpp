// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/mantelhaenszel.h"

#include "analytics/proportion.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// A stratum as a table: with event and without, treatment above control.
struct Cells {
    explicit Cells(const Stratum& stratum)
        : a(double(stratum.treatment.events))
        , b(double(stratum.treatment.total - stratum.treatment.events))
        , c(double(stratum.control.events))
        , d(double(stratum.control.total - stratum.control.events))
    {
    }
    double a;
    double b;
    double c;
    double d;

    [[nodiscard]] double treated() const { return a + b; }
    [[nodiscard]] double controls() const { return c + d; }
    [[nodiscard]] double all() const { return a + b + c + d; }
    [[nodiscard]] bool isInformative() const { return treated() > 0 && controls() > 0 && a + c > 0 && b + d > 0; }
};

/// The treatment's events that these margins would have under the odds ratio: the root of a quadratic that keeps all cells positive.
double expectedUnder(double odds, const Cells& cells)
{
    const double events = cells.a + cells.c;
    const double quadratic = odds - 1;
    const double linear = cells.controls() - events + odds * (cells.treated() + events);
    const double constant = odds * cells.treated() * events;
    // The form that divides by the larger sum has no cancellation, and none at odds = 1 either.
    return 2 * constant / (linear + std::sqrt(std::max(linear * linear - 4 * quadratic * constant, 0.0)));
}

std::optional<ChiSquareTest> breslowDay(std::span<const Stratum> strata, double odds)
{
    double statistic = 0;
    double offSum = 0;
    double varianceSum = 0;
    int informative = 0;
    for (const Stratum& stratum : strata) {
        const Cells cells(stratum);
        if (!cells.isInformative())
            continue;
        const double a = expectedUnder(odds, cells);
        const double b = cells.treated() - a;
        const double c = cells.a + cells.c - a;
        const double d = cells.controls() - c;
        const double variance = 1 / (1 / a + 1 / b + 1 / c + 1 / d);
        const double off = cells.a - a;
        statistic += off * off / variance;
        offSum += off;
        varianceSum += variance;
        ++informative;
    }
    if (informative < 2)
        return std::nullopt;
    return chiSquareTest(std::max(statistic - offSum * offSum / varianceSum, 0.0), informative - 1);
}

struct Sums {
    double diagonal = 0; ///< of the odds ratio
    double offDiagonal = 0;
    double varianceTerms[3] = {0, 0, 0}; ///< of its logarithm, before division
    double off = 0; ///< of the score statistic
    double variance = 0;
    double weight = 0; ///< of the difference
    double weighted = 0;
    double satoP = 0;
    double satoQ = 0;
};

void add(Sums& sums, const Cells& cells)
{
    const double n = cells.all();
    const double n1 = cells.treated();
    const double n0 = cells.controls();
    sums.weight += n1 * n0 / n;
    sums.weighted += (cells.a * n0 - cells.c * n1) / n;
    sums.satoP += cells.c * (n1 / n) * (n1 / n) - cells.a * (n0 / n) * (n0 / n) + (n1 / n) * (n0 / n) * (n0 - n1) / 2;
    sums.satoQ += (cells.a * cells.d + cells.c * cells.b) / (2 * n);
    if (!cells.isInformative())
        return;
    const double ad = cells.a * cells.d / n;
    const double bc = cells.b * cells.c / n;
    const double agree = (cells.a + cells.d) / n;
    const double differ = (cells.b + cells.c) / n;
    sums.diagonal += ad;
    sums.offDiagonal += bc;
    sums.varianceTerms[0] += agree * ad;
    sums.varianceTerms[1] += agree * bc + differ * ad;
    sums.varianceTerms[2] += differ * bc;
    const double events = cells.a + cells.c;
    sums.off += ad - bc; // a - E(a), without cancellation
    sums.variance += n1 / n * (n0 / n) * events * ((n - events) / (n - 1));
}

} // namespace

tl::expected<StratifiedComparison, AnalyticsError> mantelHaenszel(std::span<const Stratum> strata, double level)
{
    const std::optional<double> z = zForLevel(level);
    if (!z)
        return tl::unexpected(AnalyticsError {Kind::BadLevel, 0});
    StratifiedComparison result;
    result.level = level;
    result.strataGiven = strata.size();
    Sums sums;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        if (!strata[i].control.isValid() || !strata[i].treatment.isValid())
            return tl::unexpected(AnalyticsError {Kind::BadCount, i});
        result.n += strata[i].control.total + strata[i].treatment.total;
        const Cells cells(strata[i]);
        if (cells.treated() > 0 && cells.controls() > 0)
            add(sums, cells);
        result.strata += cells.isInformative() ? 1 : 0;
    }
    if (result.strata == 0)
        return tl::unexpected(AnalyticsError {Kind::TooFew, 0});

    const double off = std::abs(sums.off);
    const double corrected = off < 0.5 ? off : off - 0.5; // as R does
    result.chiSquare = *chiSquareTest(off * off / sums.variance, 1);
    result.corrected = *chiSquareTest(corrected * corrected / sums.variance, 1);
    const double difference = sums.weighted / sums.weight;
    const double error = std::sqrt(std::max(difference * sums.satoP + sums.satoQ, 0.0)) / sums.weight;
    result.difference
        = {difference, error, std::max(difference - *z * error, -1.0), std::min(difference + *z * error, 1.0)};
    if (sums.diagonal > 0 && sums.offDiagonal > 0) {
        const double odds = sums.diagonal / sums.offDiagonal;
        const double logError = std::sqrt(sums.varianceTerms[0] / (2 * sums.diagonal * sums.diagonal)
            + sums.varianceTerms[1] / (2 * sums.diagonal * sums.offDiagonal)
            + sums.varianceTerms[2] / (2 * sums.offDiagonal * sums.offDiagonal));
        result.oddsRatio = Estimate {odds, logError, odds * std::exp(-*z * logError), odds * std::exp(*z * logError)};
        result.homogeneity = breslowDay(strata, odds);
    }
    constexpr double kLeastVariance = 5;
    if (sums.variance < kLeastVariance)
        result.warnings.push_back(Warning::TooFew);
    if (!result.oddsRatio)
        result.warnings.push_back(Warning::AtBoundary);
    if (result.homogeneity && result.homogeneity->p < 0.05)
        result.warnings.push_back(Warning::AssumptionFailed);
    return result;
}

} // namespace lyceum::analytics

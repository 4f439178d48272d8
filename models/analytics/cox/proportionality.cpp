// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cox/proportionality.h"

#include "analytics/compensatedsum.h"
#include "analytics/cox/coxrows.h"
#include "analytics/cox/risksums.h"
#include "analytics/survival/kaplanmeier.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// g of every moment, less its mean over the events.
tl::expected<std::vector<double>, AnalyticsError> timesOnScale(
    const CoxRows& rows, const SurvivalSample& sample, TimeScale scale)
{
    std::vector<double> g = rows.times;
    if (scale == TimeScale::KaplanMeier) {
        const auto curve = kaplanMeier(sample);
        if (!curve)
            return tl::unexpected(curve.error());
        double before = 1;
        auto step = curve->steps.begin();
        for (std::size_t moment = 0; moment < g.size(); ++moment) {
            for (; step != curve->steps.end() && step->time < rows.times[moment]; ++step)
                before = step->survival;
            g[moment] = 1 - before;
        }
    }
    CompensatedSum sum;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        if (rows.events[row] == 0)
            continue;
        double& value = g[rows.exits[row]];
        if (scale == TimeScale::Log && !(rows.times[rows.exits[row]] > 0))
            return tl::unexpected(AnalyticsError{Kind::BadRange, 0});
        sum.add(scale == TimeScale::Log ? std::log(value) : value);
    }
    const double mean = sum.value() / double(rows.eventCount);
    for (double& value : g)
        value = (scale == TimeScale::Log ? std::log(value) : value) - mean;
    return g;
}

/// The test of the interactions of some columns with time, the columns themselves in the model. Its score is 0 for the
/// columns, so that only the part of the information that they leave over counts.
tl::expected<ChiSquareTest, AnalyticsError> testOf(
    const MatrixXd& leftOver, const VectorXd& score, const std::vector<Eigen::Index>& columns, std::size_t index)
{
    const auto k = Eigen::Index(columns.size());
    MatrixXd part(k, k);
    VectorXd partScore(k);
    for (Eigen::Index a = 0; a < k; ++a) {
        partScore(a) = score(columns[std::size_t(a)]);
        for (Eigen::Index b = 0; b < k; ++b)
            part(a, b) = leftOver(columns[std::size_t(a)], columns[std::size_t(b)]);
    }
    const Eigen::LLT<MatrixXd> factor(part);
    const double chiSquare = factor.info() == Eigen::Success ? partScore.dot(factor.solve(partScore)) : -1;
    const auto test = chiSquareTest(chiSquare, int(k));
    return test ? tl::expected<ChiSquareTest, AnalyticsError>(*test)
                : tl::unexpected(AnalyticsError{Kind::NoVariation, index});
}

tl::expected<std::vector<std::vector<Eigen::Index>>, AnalyticsError> columnsByTerm(
    std::span<const std::uint32_t> terms, std::size_t p)
{
    std::vector<std::vector<Eigen::Index>> columns;
    for (std::size_t j = 0; j < p; ++j) {
        const std::size_t term = terms.empty() ? j : terms[j];
        if (term >= p)
            return tl::unexpected(AnalyticsError{Kind::BadGroup, j});
        columns.resize(std::max(columns.size(), term + 1));
        columns[term].push_back(Eigen::Index(j));
    }
    for (std::size_t term = 0; term < columns.size(); ++term) {
        if (columns[term].empty())
            return tl::unexpected(AnalyticsError{Kind::BadGroup, term});
    }
    return columns;
}

} // namespace

tl::expected<Proportionality, AnalyticsError> proportionality(
    const CoxData& data, const CoxModel& model, std::span<const std::uint32_t> terms, TimeScale scale)
{
    const std::size_t columnCount = data.columnCount;
    if (model.coefficients.size() != columnCount || (!terms.empty() && terms.size() != columnCount))
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(columnCount, terms.size())});
    const auto columns = columnsByTerm(terms, columnCount);
    if (!columns)
        return tl::unexpected(columns.error());
    const auto rows = CoxRows::of(data);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto g = timesOnScale(*rows, data.sample, scale);
    if (!g)
        return tl::unexpected(g.error());

    const auto p = Eigen::Index(columnCount);
    std::vector<double> coefficients;
    for (std::size_t j = 0; j < columnCount; ++j)
        coefficients.push_back(model.coefficients[j].logHazardRatio.value * rows->scales[j]);
    // Sums of V, g V and g^2 V over the events, and of g times the Schoenfeld residuals.
    MatrixXd plain = MatrixXd::Zero(p, p);
    MatrixXd crossed = MatrixXd::Zero(p, p);
    MatrixXd squared = MatrixXd::Zero(p, p);
    VectorXd score = VectorXd::Zero(p);
    const bool isNumber = walkRiskSets(*rows, coefficients, model.ties, [&](const RiskMoment& moment) {
        const double time = (*g)[moment.moment];
        std::size_t packed = 0;
        for (Eigen::Index j = 0; j < p; ++j) {
            score(j) += time * moment.score[std::size_t(j)];
            for (Eigen::Index k = 0; k <= j; ++k) {
                const double v = moment.information[packed++];
                plain(j, k) += v;
                crossed(j, k) += time * v;
                squared(j, k) += time * time * v;
            }
        }
    });
    if (!isNumber)
        return tl::unexpected(AnalyticsError{Kind::BadRange, 0});
    for (MatrixXd* matrix : {&plain, &crossed, &squared})
        matrix->triangularView<Eigen::StrictlyUpper>() = matrix->transpose();
    const Eigen::LLT<MatrixXd> factor(plain);
    if (factor.info() != Eigen::Success)
        return tl::unexpected(AnalyticsError{Kind::Singular, 0});
    const MatrixXd leftOver = squared - crossed * factor.solve(crossed);
    for (Eigen::Index j = 0; j < p; ++j) {
        constexpr double kVanished = 1e-11; // of a variance: rounding, not change
        if (!(leftOver(j, j) > kVanished * squared(j, j)))
            return tl::unexpected(AnalyticsError{Kind::NoVariation, std::size_t(j)});
    }

    Proportionality result;
    for (std::size_t term = 0; term < columns->size(); ++term) {
        const auto test = testOf(leftOver, score, (*columns)[term], term);
        if (!test)
            return tl::unexpected(test.error());
        result.terms.push_back(*test);
    }
    std::vector<Eigen::Index> all(columnCount);
    std::iota(all.begin(), all.end(), Eigen::Index(0));
    const auto global = testOf(leftOver, score, all, 0);
    if (!global)
        return tl::unexpected(global.error());
    result.global = *global;
    return result;
}

} // namespace lyceum::analytics

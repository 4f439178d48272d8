// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/churn/logisticsearch.h"

#include "analytics/compensatedsum.h"

#include <algorithm>

namespace lyceum::analytics {
namespace {

using Eigen::ArrayXd;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Rows that are worked on at once: a few columns of them stay in the processor's first cache.
constexpr std::size_t kBlockRows = 256;

/// Probabilities and the sum of log-likelihoods of a block, without overflow on either side.
double evaluateBlock(const ArrayXd& logOdds, const ArrayXd& outcomes, ArrayXd& probabilities)
{
    const ArrayXd small = (-logOdds.abs()).exp(); // exp(-|x|), in (0, 1]
    probabilities = (logOdds >= 0).select(1.0 / (1.0 + small), small / (1.0 + small));
    return (outcomes * logOdds - logOdds.max(0.0) - (1.0 + small).log()).sum();
}

} // namespace

LogisticSearch::LogisticSearch(
    const RiskSample& sample, std::vector<std::size_t> columns, std::vector<double> means, std::vector<double> deviations)
    : m_sample(sample)
    , m_columns(std::move(columns))
    , m_means(std::move(means))
    , m_deviations(std::move(deviations))
{
}

void LogisticSearch::load(MatrixXd& block, std::size_t first, std::size_t count) const
{
    block.resize(Index(count), size());
    block.col(0).setOnes();
    for (std::size_t j = 0; j < m_columns.size(); ++j) {
        const double* const values = m_sample.column(m_columns[j]).data() + first;
        block.col(Index(j) + 1) = (Eigen::Map<const ArrayXd>(values, Index(count)) - m_means[j]) / m_deviations[j];
    }
}

LogisticSearch::Point LogisticSearch::evaluate(VectorXd at, LogisticPenalty penalty, double strength) const
{
    Point point {std::move(at), VectorXd::Zero(size()), MatrixXd::Zero(size(), size()), 0, 0};
    CompensatedSum logLikelihood;
    MatrixXd block;
    MatrixXd weighted;
    ArrayXd outcomes;
    ArrayXd probabilities;
    for (std::size_t first = 0; first < m_sample.rows(); first += kBlockRows) {
        const std::size_t count = std::min(kBlockRows, m_sample.rows() - first);
        load(block, first, count);
        outcomes = Eigen::Map<const Eigen::Array<std::uint8_t, Eigen::Dynamic, 1>>(
            m_sample.outcomes.data() + first, Index(count)).cast<double>();
        logLikelihood.add(evaluateBlock((block * point.at).array(), outcomes, probabilities));
        point.gradient.noalias() += block.transpose() * (outcomes - probabilities).matrix();
        weighted = block.array().colwise() * (probabilities * (1.0 - probabilities)).sqrt();
        point.information.selfadjointView<Eigen::Lower>().rankUpdate(weighted.transpose());
    }
    point.information = point.information.selfadjointView<Eigen::Lower>();
    point.logLikelihood = point.value = logLikelihood.value();
    if (penalty == LogisticPenalty::Ridge) {
        const auto slopes = point.at.tail(size() - 1);
        point.value -= strength / 2 * slopes.squaredNorm();
        point.gradient.tail(size() - 1) -= strength * slopes;
    } else if (penalty == LogisticPenalty::Firth) {
        addFirth(point);
    }
    return point;
}

/// Each row's share of the fit (its leverage h) is added half as an event and half as none: the score gains h (1/2 - p) x.
void LogisticSearch::addFirth(Point& point) const
{
    const Eigen::LLT<MatrixXd> factor(point.information);
    const MatrixXd lower = factor.matrixL();
    point.value += lower.diagonal().array().log().sum(); // half the logarithm of the determinant
    MatrixXd block;
    ArrayXd probabilities;
    for (std::size_t first = 0; first < m_sample.rows(); first += kBlockRows) {
        const std::size_t count = std::min(kBlockRows, m_sample.rows() - first);
        load(block, first, count);
        evaluateBlock((block * point.at).array(), ArrayXd::Zero(Index(count)), probabilities);
        const MatrixXd solved = factor.matrixL().solve(block.transpose());
        const ArrayXd leverage = solved.colwise().squaredNorm().transpose().array() * probabilities * (1.0 - probabilities);
        point.gradient.noalias() += block.transpose() * (leverage * (0.5 - probabilities)).matrix();
    }
}

MatrixXd LogisticSearch::correlations() const
{
    MatrixXd sum = MatrixXd::Zero(size(), size());
    MatrixXd block;
    for (std::size_t first = 0; first < m_sample.rows(); first += kBlockRows) {
        const std::size_t count = std::min(kBlockRows, m_sample.rows() - first);
        load(block, first, count);
        sum.selfadjointView<Eigen::Lower>().rankUpdate(block.transpose());
    }
    sum = sum.selfadjointView<Eigen::Lower>();
    return sum.bottomRightCorner(size() - 1, size() - 1) / double(m_sample.rows());
}

} // namespace lyceum::analytics

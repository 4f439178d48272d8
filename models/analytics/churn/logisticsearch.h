// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/churn/logistic.h"

#include <Eigen/Dense>

#include <vector>

namespace lyceum::analytics {

/// The standardised problem that fitLogistic() searches in: an intercept and the columns that vary.
class LogisticSearch {
public:
    /// `columns` of the sample, with what is subtracted from each and what it is then divided by.
    LogisticSearch(const RiskSample& sample, std::vector<std::size_t> columns, std::vector<double> means, std::vector<double> deviations);

    struct Point {
        Eigen::VectorXd at; ///< intercept first
        Eigen::VectorXd gradient; ///< of the penalised log-likelihood
        Eigen::MatrixXd information; ///< without the ridge
        double logLikelihood = 0; ///< without the penalty
        double value = 0; ///< with it
    };

    /// Everything at these coefficients. One pass over the rows, with Firth two.
    [[nodiscard]] Point evaluate(Eigen::VectorXd at, LogisticPenalty penalty, double strength) const;
    /// Correlations of the columns: 1 on the diagonal.
    [[nodiscard]] Eigen::MatrixXd correlations() const;
    [[nodiscard]] Eigen::Index size() const { return Eigen::Index(m_columns.size()) + 1; }

private:
    /// Rows `first` ... `first + count` of the standardised columns, with ones in front.
    void load(Eigen::MatrixXd& block, std::size_t first, std::size_t count) const;
    void addFirth(Point& point) const;

    RiskSample m_sample;
    std::vector<std::size_t> m_columns;
    std::vector<double> m_means;
    std::vector<double> m_deviations;
};

} // namespace lyceum::analytics

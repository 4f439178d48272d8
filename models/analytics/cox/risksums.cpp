// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cox/risksums.h"

#include <algorithm>
#include <cmath>

namespace lyceum::analytics {
namespace {

/// The weight, weighted covariates and weighted products of covariates of a set of rows, in one array.
class SetSums {
public:
    SetSums(std::size_t columns, bool exact)
        : m_columns(columns)
        , m_sums(1 + columns + columns * (columns + 1) / 2)
        , m_lost(exact ? m_sums.size() : 0)
    {
    }

    void clear()
    {
        std::ranges::fill(m_sums, 0.0);
        std::ranges::fill(m_lost, 0.0);
    }

    /// Adds a row with covariates x; a negative weight takes it away.
    void add(const double* x, double weight)
    {
        if (m_lost.empty())
            addTerms(x, weight, [this](std::size_t i, double term) { m_sums[i] += term; });
        else
            addTerms(x, weight, [this](std::size_t i, double term) { addExactly(i, term); });
    }

    [[nodiscard]] double weight() const { return at(0); }
    [[nodiscard]] double first(std::size_t j) const { return at(1 + j); }
    [[nodiscard]] double second(std::size_t packed) const { return at(1 + m_columns + packed); }

private:
    template <class Add> void addTerms(const double* x, double weight, Add put)
    {
        put(0, weight);
        std::size_t at = 1 + m_columns;
        for (std::size_t j = 0; j < m_columns; ++j) {
            const double weighted = weight * x[j];
            put(1 + j, weighted);
            for (std::size_t k = 0; k <= j; ++k)
                put(at++, weighted * x[k]);
        }
    }

    /// Knuth's TwoSum: the rounding error is kept beside the sum.
    void addExactly(std::size_t i, double term)
    {
        const double sum = m_sums[i] + term;
        const double part = sum - m_sums[i];
        m_lost[i] += (m_sums[i] - (sum - part)) + (term - part);
        m_sums[i] = sum;
    }

    [[nodiscard]] double at(std::size_t i) const { return m_lost.empty() ? m_sums[i] : m_sums[i] + m_lost[i]; }

    std::size_t m_columns;
    std::vector<double> m_sums;
    std::vector<double> m_lost; ///< empty when sums only grow
};

/// The events of one moment.
struct TiedEvents {
    explicit TiedEvents(std::size_t columns)
        : sums(columns, /*exact=*/false)
        , covariates(columns)
    {
    }

    void clear()
    {
        count = 0;
        logWeight = 0;
        sums.clear();
        std::ranges::fill(covariates, 0.0);
    }

    std::int64_t count = 0;
    double logWeight = 0;
    SetSums sums;
    std::vector<double> covariates; ///< their sum
};

/// Fills what a moment tells. With f = 0, 1/d, ... (d - 1)/d of the events taken out of the risk set (Breslow: f = 0 for
/// each), the d terms of each sum share their vectors: only five numbers are summed over them.
bool fill(RiskMoment& moment, const SetSums& all, const TiedEvents& tied, TieMethod ties)
{
    const std::size_t p = moment.score.size();
    double s10 = 0; // sum of f^b / w^a, w the weight left, is `s<a><b>`
    double s11 = 0;
    double s20 = 0;
    double s21 = 0;
    double s22 = 0;
    double logWeights = 0;
    for (std::int64_t k = 0; k < tied.count; ++k) {
        const double f = ties == TieMethod::Efron ? double(k) / double(tied.count) : 0;
        const double weight = all.weight() - f * tied.sums.weight();
        const double inverse = 1 / weight;
        if (!(weight > 0) || !std::isnormal(inverse))
            return false;
        logWeights += std::log(weight);
        s10 += inverse;
        s11 += f * inverse;
        s20 += inverse * inverse;
        s21 += f * inverse * inverse;
        s22 += f * f * inverse * inverse;
    }
    moment.events = tied.count;
    moment.logLikelihood = tied.logWeight - logWeights;
    moment.hazard = s10;
    moment.hazardVariance = s20;
    std::size_t packed = 0;
    for (std::size_t j = 0; j < p; ++j) {
        const double a = all.first(j);
        const double t = tied.sums.first(j);
        moment.score[j] = tied.covariates[j] - (a * s10 - t * s11);
        moment.hazardMean[j] = a * s20 - t * s21;
        for (std::size_t k = 0; k <= j; ++k, ++packed) {
            moment.information[packed] = all.second(packed) * s10 - tied.sums.second(packed) * s11
                - (a * all.first(k) * s20 - (a * tied.sums.first(k) + t * all.first(k)) * s21
                    + t * tied.sums.first(k) * s22);
        }
    }
    return std::isfinite(moment.logLikelihood);
}

} // namespace

bool walkRiskSets(const CoxRows& rows, std::span<const double> coefficients, TieMethod ties,
    const std::function<void(const RiskMoment&)>& visit)
{
    const std::size_t n = rows.rows();
    const std::size_t p = rows.columns();
    const bool hasEntries = !rows.entries.empty();
    std::vector<double> weights(hasEntries ? n : 0); // to take away what was added
    SetSums all(p, hasEntries);
    TiedEvents tied(p);
    RiskMoment moment;
    moment.score.resize(p);
    moment.hazardMean.resize(p);
    moment.information.resize(p * (p + 1) / 2);

    std::size_t gone = 0; // rows of byEntry that were taken away
    for (std::size_t begin = 0; begin < n;) {
        moment.stratum = rows.strata[begin];
        moment.moment = rows.exits[begin];
        if (begin == 0 || rows.strata[begin - 1] != moment.stratum) {
            all.clear();
            moment.atRisk = 0;
            gone = begin;
        }
        tied.clear();
        std::size_t end = begin;
        for (; end < n && rows.exits[end] == moment.moment && rows.strata[end] == moment.stratum; ++end) {
            const double* x = &rows.values[end * p];
            double logWeight = 0;
            for (std::size_t j = 0; j < p; ++j)
                logWeight += coefficients[j] * x[j];
            const double weight = std::exp(logWeight);
            all.add(x, weight);
            if (hasEntries)
                weights[end] = weight;
            if (rows.events[end] == 1) {
                ++tied.count;
                tied.logWeight += logWeight;
                tied.sums.add(x, weight);
                for (std::size_t j = 0; j < p; ++j)
                    tied.covariates[j] += x[j];
            }
        }
        moment.atRisk += std::int64_t(end - begin);
        begin = end;
        if (hasEntries) {
            // Who entered at this moment or later is not at risk, and exits later: it was added before.
            for (; gone < n && rows.strata[rows.byEntry[gone]] == moment.stratum
                 && rows.entries[rows.byEntry[gone]] >= moment.moment;
                 ++gone) {
                const std::size_t row = rows.byEntry[gone];
                all.add(&rows.values[row * p], -weights[row]);
                --moment.atRisk;
            }
            if (moment.atRisk == 0)
                all.clear(); // nothing of those who left stays behind
        }
        if (tied.count == 0)
            continue;
        if (!fill(moment, all, tied, ties))
            return false;
        visit(moment);
    }
    return true;
}

} // namespace lyceum::analytics

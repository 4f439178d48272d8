// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/eigencentrality.h"

#include "analytics/network/components.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lyceum::analytics {
namespace {

constexpr Eigen::Index kBasis = 20; // vectors before starting over
constexpr double kResidual = 1e-12; // of the eigenvalue
constexpr double kSameEigenvalue = 1e-9;

/// The symmetric matrix of one component, divided by its largest row sum: eigenvalues are then in [-1, 1].
class ComponentMatrix {
public:
    ComponentMatrix(const Neighbours& lists, const std::vector<NodeId>& members, std::vector<std::uint32_t>& place, bool isWeighted,
        double scale)
        : m_lists(lists)
        , m_members(members)
        , m_place(place)
        , m_weighted(isWeighted)
        , m_scale(scale)
    {
        for (std::size_t i = 0; i < members.size(); ++i)
            place[members[i]] = std::uint32_t(i);
    }

    [[nodiscard]] Eigen::VectorXd times(const Eigen::VectorXd& x) const
    {
        Eigen::VectorXd y(x.size());
        for (std::size_t i = 0; i < m_members.size(); ++i) {
            const auto nodes = m_lists.of(m_members[i]);
            const auto weights = m_lists.weightsOf(m_members[i]);
            double sum = 0;
            for (std::size_t j = 0; j < nodes.size(); ++j)
                sum += (m_weighted ? weights[j] : 1) * x[Eigen::Index(m_place[nodes[j]])];
            y[Eigen::Index(i)] = sum / m_scale;
        }
        return y;
    }

private:
    const Neighbours& m_lists;
    const std::vector<NodeId>& m_members;
    const std::vector<std::uint32_t>& m_place;
    bool m_weighted;
    double m_scale;
};

struct LeadingPair {
    double value = 0;
    Eigen::VectorXd vector;
    bool converged = false;
};

/// The largest eigenvalue with its vector, whose numbers are not negative (Perron).
LeadingPair leadingPair(const ComponentMatrix& matrix, Eigen::Index size, int maxProducts)
{
    LeadingPair pair;
    pair.vector = Eigen::VectorXd::Constant(size, 1 / std::sqrt(double(size)));
    const Eigen::Index most = std::min(kBasis, size);
    Eigen::MatrixXd basis(size, most);
    for (int products = 0; products < maxProducts && !pair.converged;) {
        Eigen::VectorXd diagonal(most);
        Eigen::VectorXd beside(most);
        basis.col(0) = pair.vector / pair.vector.norm();
        Eigen::Index used = 0;
        double rest = 0;
        while (used < most) {
            Eigen::VectorXd next = matrix.times(basis.col(used));
            ++products;
            diagonal[used] = next.dot(basis.col(used));
            for (int twice = 0; twice < 2; ++twice) // once leaves rounding errors that grow
                next -= basis.leftCols(used + 1) * (basis.leftCols(used + 1).transpose() * next);
            rest = next.norm();
            beside[used] = rest;
            ++used;
            if (used == most || rest < 1e-14)
                break;
            basis.col(used) = next / rest;
        }
        Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
        solver.computeFromTridiagonal(diagonal.head(used), beside.head(used - 1));
        const Eigen::VectorXd mix = solver.eigenvectors().col(used - 1);
        pair.value = solver.eigenvalues()[used - 1];
        pair.vector = (basis.leftCols(used) * mix).cwiseAbs();
        pair.converged = rest * std::abs(mix[used - 1]) <= kResidual * pair.value;
    }
    return pair;
}

EigenCentrality centralityOf(const Neighbours& lists, const Components& components, const EigenCentralityOptions& options, bool isWeighted)
{
    const std::size_t nodes = lists.offsets.size() - 1;
    EigenCentrality result;
    result.scores.assign(nodes, 0);
    std::vector<std::vector<NodeId>> members(components.count());
    std::vector<double> bound(components.count(), 0); // the largest row sum is at least the eigenvalue
    for (NodeId v = 0; v < nodes; ++v) {
        const auto weights = lists.weightsOf(v);
        const double sum = isWeighted ? std::accumulate(weights.begin(), weights.end(), 0.0) : double(weights.size());
        bound[components.of[v]] = std::max(bound[components.of[v]], sum);
        members[components.of[v]].push_back(v);
    }
    std::vector<std::uint32_t> order(components.count());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::greater(), [&](std::uint32_t part) { return bound[part]; });

    std::vector<std::pair<double, std::uint32_t>> found; // eigenvalue, component
    std::vector<std::uint32_t> place(nodes);
    bool allConverged = true;
    for (const std::uint32_t part : order) {
        if (bound[part] == 0 || bound[part] < result.eigenvalue * (1 - kSameEigenvalue))
            break;
        const ComponentMatrix matrix(lists, members[part], place, isWeighted, bound[part]);
        const LeadingPair pair = leadingPair(matrix, Eigen::Index(members[part].size()), std::max(options.maxProducts, 1));
        allConverged = allConverged && pair.converged;
        found.emplace_back(pair.value * bound[part], part);
        result.eigenvalue = std::max(result.eigenvalue, found.back().first);
        const double largest = pair.vector.maxCoeff();
        for (std::size_t i = 0; i < members[part].size(); ++i)
            result.scores[members[part][i]] = pair.vector[Eigen::Index(i)] / largest;
    }
    std::size_t leading = 0;
    for (const auto& [eigenvalue, part] : found) {
        if (eigenvalue >= result.eigenvalue * (1 - kSameEigenvalue)) {
            ++leading;
            continue;
        }
        for (const NodeId v : members[part])
            result.scores[v] = 0;
    }
    if (!allConverged)
        result.warnings.push_back(Warning::NotConverged);
    if (leading > 1)
        result.warnings.push_back(Warning::NotIdentified);
    return result;
}

} // namespace

EigenCentrality eigenCentrality(const Graph& graph, const EigenCentralityOptions& options)
{
    const Graph plain = graph.withoutDirections();
    return centralityOf(plain.out(), weakComponents(plain), options, options.weighted && !plain.isUnweighted());
}

} // namespace lyceum::analytics

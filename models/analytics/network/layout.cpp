// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/network/layout.h"

#include "analytics/network/components.h"
#include "analytics/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace lyceum::analytics {
namespace {

constexpr double kGap = 0.5; ///< between the boxes of components
constexpr std::uint32_t kLeaf = 8; ///< nodes of a cell that is not divided further
constexpr int kDeepest = 24; ///< divisions; beyond, nodes lie on one another
constexpr double kNearest = 1e-6; ///< nearer nodes push as at this distance

/// Groups of points by place, and how they push.
class QuadTree {
public:
    explicit QuadTree(const std::vector<LayoutPoint>& points)
        : m_points(points)
        , m_order(points.size())
    {
        std::iota(m_order.begin(), m_order.end(), 0U);
        LayoutPoint low = points.front();
        LayoutPoint high = points.front();
        for (const LayoutPoint& point : points) {
            low = {std::min(low.x, point.x), std::min(low.y, point.y)};
            high = {std::max(high.x, point.x), std::max(high.y, point.y)};
        }
        const double size = std::max({high.x - low.x, high.y - low.y, kNearest});
        divide(0, std::uint32_t(points.size()), {(low.x + high.x) / 2, (low.y + high.y) / 2}, size, 0);
    }

    /// What pushes a point away from all others, each by 1 / distance.
    [[nodiscard]] LayoutPoint pushOn(std::uint32_t v, double accuracy)
    {
        LayoutPoint push;
        const LayoutPoint here = m_points[v];
        m_open.assign(1, 0);
        while (!m_open.empty()) {
            const Cell& cell = m_cells[m_open.back()];
            m_open.pop_back();
            const double dx = here.x - cell.middle.x;
            const double dy = here.y - cell.middle.y;
            const double squared = dx * dx + dy * dy;
            if (cell.size * cell.size < accuracy * accuracy * squared) {
                push.x += double(cell.end - cell.begin) * dx / squared;
                push.y += double(cell.end - cell.begin) * dy / squared;
            } else if (cell.isLeaf) {
                for (std::uint32_t i = cell.begin; i < cell.end; ++i) {
                    if (m_order[i] != v)
                        add(push, here, m_order[i], v);
                }
            } else {
                for (const std::uint32_t part : cell.parts) {
                    if (part != 0)
                        m_open.push_back(part);
                }
            }
        }
        return push;
    }

private:
    struct Cell {
        LayoutPoint middle; ///< mean of its points
        double size = 0;
        std::uint32_t begin = 0; ///< of m_order
        std::uint32_t end = 0;
        std::array<std::uint32_t, 4> parts {}; ///< 0: none; the first cell is nobody's part
        bool isLeaf = true;
    };

    void add(LayoutPoint& push, LayoutPoint here, std::uint32_t other, std::uint32_t v) const
    {
        double dx = here.x - m_points[other].x;
        double dy = here.y - m_points[other].y;
        const double squared = dx * dx + dy * dy;
        if (squared < kNearest * kNearest) { // one goes one way, the other the other
            dx = v < other ? kNearest : -kNearest;
            dy = 0;
        }
        const double inverse = 1 / std::max(squared, kNearest * kNearest);
        push.x += dx * inverse;
        push.y += dy * inverse;
    }

    std::uint32_t divide(std::uint32_t begin, std::uint32_t end, LayoutPoint centre, double size, int depth)
    {
        const std::uint32_t self = std::uint32_t(m_cells.size());
        Cell cell;
        cell.size = size;
        cell.begin = begin;
        cell.end = end;
        for (std::uint32_t i = begin; i < end; ++i) {
            cell.middle.x += m_points[m_order[i]].x;
            cell.middle.y += m_points[m_order[i]].y;
        }
        cell.middle.x /= double(end - begin);
        cell.middle.y /= double(end - begin);
        cell.isLeaf = end - begin <= kLeaf || depth == kDeepest;
        m_cells.push_back(cell);
        if (cell.isLeaf)
            return self;
        const auto first = m_order.begin();
        const auto isLeft = [&](std::uint32_t v) { return m_points[v].x < centre.x; };
        const auto isUpper = [&](std::uint32_t v) { return m_points[v].y < centre.y; };
        const auto column = std::partition(first + begin, first + end, isLeft);
        const auto left = std::partition(first + begin, column, isUpper);
        const auto right = std::partition(column, first + end, isUpper);
        const std::array<std::uint32_t, 5> cuts {begin, std::uint32_t(left - first), std::uint32_t(column - first),
            std::uint32_t(right - first), end};
        for (std::size_t part = 0; part < 4; ++part) {
            const LayoutPoint middle {centre.x + (part < 2 ? -size : size) / 4, centre.y + (part % 2 == 0 ? -size : size) / 4};
            if (cuts[part] < cuts[part + 1]) {
                const std::uint32_t made = divide(cuts[part], cuts[part + 1], middle, size / 2, depth + 1);
                m_cells[self].parts[part] = made;
            }
        }
        return self;
    }

    const std::vector<LayoutPoint>& m_points;
    std::vector<std::uint32_t> m_order;
    std::vector<Cell> m_cells;
    std::vector<std::uint32_t> m_open;
};

/// One component: `members` ascending; `place` says where among them a node is.
std::vector<LayoutPoint> componentLayout(const Neighbours& lists, const std::vector<NodeId>& members,
    const std::vector<std::uint32_t>& place, const LayoutOptions& options, Random& random)
{
    const std::size_t size = members.size();
    const double radius = std::sqrt(double(size)) / 2;
    std::vector<LayoutPoint> points;
    for (std::size_t i = 0; i < size; ++i) { // spread evenly over a disk
        const double away = radius * std::sqrt(random.uniform());
        const double angle = 2 * std::numbers::pi * random.uniform();
        points.push_back({away * std::cos(angle), away * std::sin(angle)});
    }
    if (size == 1)
        return points;
    std::vector<LayoutPoint> moves(size);
    for (int step = 0; step < options.steps; ++step) {
        QuadTree tree(points);
        for (std::uint32_t i = 0; i < size; ++i) {
            LayoutPoint move = tree.pushOn(i, options.accuracy);
            for (const NodeId w : lists.of(members[i])) {
                const LayoutPoint& other = points[place[w]];
                const double dx = other.x - points[i].x;
                const double dy = other.y - points[i].y;
                const double distance = std::sqrt(dx * dx + dy * dy);
                move.x += dx * distance;
                move.y += dy * distance;
            }
            moves[i] = move;
        }
        const double left = 1 - double(step) / double(options.steps);
        const double most = std::max(radius, 1.0) * 0.3 * left * left; // it cools down
        for (std::size_t i = 0; i < size; ++i) {
            const double length = std::hypot(moves[i].x, moves[i].y);
            const double share = length > most ? most / length : 1;
            points[i].x += moves[i].x * share;
            points[i].y += moves[i].y * share;
        }
    }
    return points;
}

struct Box {
    std::vector<LayoutPoint> points; ///< from its corner
    double width = 0;
    double height = 0;
};

Box boxOf(std::vector<LayoutPoint> points)
{
    const auto [left, right] = std::ranges::minmax(points, {}, &LayoutPoint::x);
    const auto [upper, lower] = std::ranges::minmax(points, {}, &LayoutPoint::y);
    Box box;
    box.width = right.x - left.x;
    box.height = lower.y - upper.y;
    for (LayoutPoint& point : points)
        point = {point.x - left.x, point.y - upper.y};
    box.points = std::move(points);
    return box;
}

} // namespace

tl::expected<Layout, AnalyticsError> layoutOf(const Graph& graph, const LayoutOptions& options)
{
    if (options.steps < 1 || options.steps > 10'000 || !(options.accuracy >= 0 && options.accuracy <= 2))
        return tl::unexpected(AnalyticsError{AnalyticsError::Kind::BadRange, 0});
    const Graph plain = graph.withoutDirections();
    const Components components = weakComponents(plain);
    std::vector<std::vector<NodeId>> members(components.count());
    std::vector<std::uint32_t> place(plain.nodes());
    for (NodeId v = 0; v < plain.nodes(); ++v) {
        place[v] = std::uint32_t(members[components.of[v]].size());
        members[components.of[v]].push_back(v);
    }
    Random random(options.seed);
    std::vector<Box> boxes;
    double area = 0;
    double widest = 0;
    for (const std::vector<NodeId>& part : members) {
        boxes.push_back(boxOf(componentLayout(plain.out(), part, place, options, random)));
        area += (boxes.back().width + kGap) * (boxes.back().height + kGap);
        widest = std::max(widest, boxes.back().width);
    }
    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t box) { return boxes[box].height; });

    Layout layout;
    layout.points.resize(plain.nodes());
    const double rowWidth = std::max(widest, 1.2 * std::sqrt(area));
    LayoutPoint corner;
    double rowHeight = 0;
    for (const std::size_t part : order) {
        const Box& box = boxes[part];
        if (corner.x > 0 && corner.x + box.width > rowWidth) {
            corner = {0, corner.y + rowHeight + kGap};
            rowHeight = 0;
        }
        for (std::size_t i = 0; i < members[part].size(); ++i)
            layout.points[members[part][i]] = {corner.x + box.points[i].x, corner.y + box.points[i].y};
        layout.width = std::max(layout.width, corner.x + box.width);
        rowHeight = std::max(rowHeight, box.height);
        layout.height = std::max(layout.height, corner.y + box.height);
        corner.x += box.width + kGap;
    }
    return layout;
}

} // namespace lyceum::analytics

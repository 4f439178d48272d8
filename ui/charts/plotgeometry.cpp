// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plotgeometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace lyceum::ui {

double niceStep(double low, double high, int wanted)
{
    if (!std::isfinite(low) || !std::isfinite(high) || high <= low || wanted < 1)
        return 0.0;
    const double rough = (high - low) / wanted;
    const double magnitude = std::pow(10.0, std::floor(std::log10(rough)));
    // The round step nearest in ratio: the borders are the geometric means of 1, 2, 5 and 10.
    const double lead = rough / magnitude;
    return magnitude * (lead < std::sqrt(2.0) ? 1.0 : lead < std::sqrt(10.0) ? 2.0 : lead < std::sqrt(50.0) ? 5.0 : 10.0);
}

QList<double> niceTicks(double low, double high, int wanted)
{
    QList<double> ticks;
    const double step = niceStep(low, high, wanted);
    if (step <= 0.0)
        return ticks;
    // Counted in whole steps, so that rounding errors do not add up; the slack keeps a tick that is the end itself.
    const double slack = 1e-9;
    const auto first = static_cast<qint64>(std::ceil(low / step - slack));
    const auto last = static_cast<qint64>(std::floor(high / step + slack));
    for (qint64 i = first; i <= last; ++i)
        ticks.append(double(i) * step);
    return ticks;
}

int decimalsFor(double step)
{
    if (!(step > 0.0) || !std::isfinite(step))
        return 0;
    return std::clamp(int(std::ceil(-std::log10(step) - 1e-9)), 0, 6);
}

QList<QPolygonF> clipLine(const QPolygonF& line, const QRectF& rect)
{
    QList<QPolygonF> parts;
    QPolygonF part;
    const auto flush = [&] {
        if (part.size() > 1)
            parts.append(part);
        part.clear();
    };
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF from = line[i - 1];
        const QPointF delta = line[i] - from;
        double enter = 0.0;
        double leave = 1.0;
        bool inside = true;
        const std::array<std::pair<double, double>, 4> edges{{{-delta.x(), from.x() - rect.left()},
                                                              {delta.x(), rect.right() - from.x()},
                                                              {-delta.y(), from.y() - rect.top()},
                                                              {delta.y(), rect.bottom() - from.y()}}};
        for (const auto& [direction, distance] : edges) {
            if (qFuzzyIsNull(direction)) {
                inside = inside && distance >= 0.0;
            } else if (direction < 0.0) {
                enter = std::max(enter, distance / direction);
            } else {
                leave = std::min(leave, distance / direction);
            }
        }
        if (!inside || enter > leave) {
            flush();
            continue;
        }
        if (part.isEmpty() || enter > 0.0) {
            flush();
            part.append(from + delta * enter);
        }
        part.append(from + delta * leave);
        if (leave < 1.0)
            flush();
    }
    flush();
    return parts;
}

QPolygonF clampLine(const QPolygonF& line, const QRectF& rect)
{
    QPolygonF clamped;
    const auto append = [&](QPointF at) {
        at.setY(std::clamp(at.y(), rect.top(), rect.bottom()));
        if (clamped.isEmpty() || clamped.last() != at)
            clamped.append(at);
    };
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF from = line[i - 1];
        const QPointF delta = line[i] - from;
        if (from.x() > rect.right() || line[i].x() < rect.left())
            continue;
        // Along the segment: where it comes in, where it crosses the upper and the lower edge, where it goes out.
        double enter = 0.0;
        double leave = 1.0;
        if (delta.x() > 0.0) {
            enter = std::max(enter, (rect.left() - from.x()) / delta.x());
            leave = std::min(leave, (rect.right() - from.x()) / delta.x());
        }
        std::array crossings{enter, enter};
        if (delta.y() != 0.0)
            crossings = {(rect.top() - from.y()) / delta.y(), (rect.bottom() - from.y()) / delta.y()};
        if (crossings[0] > crossings[1])
            std::swap(crossings[0], crossings[1]);
        append(from + delta * enter);
        for (const double crossing : crossings) {
            if (crossing > enter && crossing < leave)
                append(from + delta * crossing);
        }
        append(from + delta * leave);
    }
    return clamped;
}

QList<double> spreadLabels(const QList<double>& wishes, double spacing, double top, double bottom)
{
    const qsizetype n = wishes.size();
    QList<qsizetype> order(n);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return wishes[a] < wishes[b]; });
    QList<double> places(n);
    if (n == 0)
        return places;
    if (double(n - 1) * spacing >= bottom - top) {
        const double step = n > 1 ? (bottom - top) / double(n - 1) : 0.0;
        for (qsizetype i = 0; i < n; ++i)
            places[order[i]] = top + double(i) * step;
        return places;
    }
    // Labels that touch form a block that sits at the mean of its wishes (pool adjacent violators).
    struct Block {
        double centre;
        qsizetype count;
    };
    QList<Block> blocks;
    const auto half = [spacing](const Block& block) { return double(block.count - 1) * spacing / 2.0; };
    const auto fit = [&](Block block) {
        block.centre = std::clamp(block.centre, top + half(block), bottom - half(block));
        return block;
    };
    for (const qsizetype index : order) {
        Block block = fit({wishes[index], 1});
        while (!blocks.isEmpty() && blocks.last().centre + half(blocks.last()) + spacing > block.centre - half(block)) {
            const Block before = blocks.takeLast();
            const double total = double(before.count + block.count);
            block = fit({(before.centre * double(before.count) + block.centre * double(block.count)) / total,
                         before.count + block.count});
        }
        blocks.append(block);
    }
    qsizetype at = 0;
    for (const Block& block : std::as_const(blocks)) {
        for (qsizetype i = 0; i < block.count; ++i)
            places[order[at++]] = block.centre - half(block) + double(i) * spacing;
    }
    return places;
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPolygonF>
#include <QRectF>

namespace lyceum::ui {

/// 1, 2 or 5 times a power of ten, about a `wanted`th of the range; 0 when the range is empty or not finite.
[[nodiscard]] double niceStep(double low, double high, int wanted);
/// The multiples of niceStep() inside [low, high], about `wanted` of them, at most 1.6 times as
/// many and one more.
/// Empty when the range is empty or not finite.
[[nodiscard]] QList<double> niceTicks(double low, double high, int wanted);
/// Digits after the point that ticks this far apart need.
[[nodiscard]] int decimalsFor(double step);

// SVG made by Qt 6.4 has no clip paths, so what lies outside is cut off by arithmetic. In any units; `rect` has its top at the
// smaller y.

/// The parts of a line inside `rect` (Liang-Barsky per segment, joined where they touch).
[[nodiscard]] QList<QPolygonF> clipLine(const QPolygonF& line, const QRectF& rect);
/// An edge of a filled band, x not descending: what is left and right of `rect` is cut off, what is above or below is pressed
/// against its upper or lower edge. Two such edges bound exactly what of their band is inside.
[[nodiscard]] QPolygonF clampLine(const QPolygonF& line, const QRectF& rect);

/// Moves label centres (any order) so that none is nearer to another than `spacing`, inside [top, bottom], each as near to
/// its wish as the others allow. When they cannot all fit they are spread evenly.
[[nodiscard]] QList<double> spreadLabels(const QList<double>& wishes, double spacing, double top, double bottom);

} // namespace lyceum::ui

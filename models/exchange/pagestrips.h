// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/report.h"

#include <QFont>
#include <QPointF>

#include <memory>
#include <vector>

namespace lyceum::exchange {

/// A piece of a report that is never cut: a line of text, a row of a table, a picture. Lengths are pixels, 96 to the inch.
struct Strip {
    double height = 0;
    double spaceBefore = 0; ///< not at the top of a page
    bool keepWithNext = false;
    std::function<void(QPainter&, QPointF)> paint; ///< its top left corner
    std::shared_ptr<const Strip> header; ///< painted above it again when it begins a page
};

/// The strips of all blocks of a document for a page of that width. `pageHeight` is what a picture may fill.
[[nodiscard]] std::vector<Strip> stripsOf(const ReportDocument& document, double width, double pageHeight);

/// Where strips go: for each page the strip and the height of its top.
struct PlacedStrip {
    const Strip* strip = nullptr;
    double top = 0;
};
using PlacedPage = std::vector<PlacedStrip>;
/// Strips kept with their next move to a new page together. A strip taller than a page gets one to itself.
[[nodiscard]] std::vector<PlacedPage> placed(const std::vector<Strip>& strips, double pageHeight);

/// The document's faces at a size in pixels: the application's own, then Chinese ones whose text can be copied out of a PDF again.
[[nodiscard]] QFont paperFont(double pixels, QFont::Weight weight = QFont::Normal);

} // namespace lyceum::exchange

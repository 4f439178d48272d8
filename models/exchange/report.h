// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QLocale>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <functional>
#include <variant>

class QPainter;

namespace lyceum::exchange {

struct ReportHeading {
    QString text;
};

struct ReportParagraph {
    QString text;
};

/// Small print: where figures come from and what they do not know.
struct ReportNote {
    QString text;
};

struct ReportCell {
    QString text;
    QColor ground; ///< invalid: the table's own
    QColor ink; ///< together with `ground`
};

struct ReportColumn {
    QString title;
    bool numeric = false; ///< set to the right
};

struct ReportTable {
    /// Readers get figures with their intervals in one cell; programs one bare number a cell, with a full stop.
    enum class For { Readers, Programs };

    QString caption;
    QList<ReportColumn> columns;
    QList<QList<ReportCell>> rows; ///< as long as columns; the first cell names the row
    For use = For::Readers; ///< HTML and PDF show those for readers, CSV those for programs
};

/// A drawing. SVG goes into HTML as it is; paper gets the strokes and letters themselves.
struct ReportPicture {
    QByteArray svg;
    QSizeF size; ///< in pixels, 96 to the inch; scaled down where a page is narrower
    std::function<void(QPainter&, const QRectF&)> paint; ///< into a rectangle of `size`
    QString caption;
    QString alternative; ///< what it shows, in words
};

using ReportBlock = std::variant<ReportHeading, ReportParagraph, ReportNote, ReportTable, ReportPicture>;

/// A report before it is a file: everything is already in the reader's words.
struct ReportDocument {
    QString title;
    QString subtitle;
    QLocale locale; ///< decides the document's language and the Chinese faces
    QString pageWords; ///< "Page %1 of %2"
    QList<ReportBlock> blocks;
};

/// One file that needs nothing else: no script, no font, no picture from anywhere. Well-formed XML too.
[[nodiscard]] QByteArray htmlReport(const ReportDocument& document);

/**
 * A4 pages. Rows of tables are never cut, headings stay with what follows, a table's header is repeated on each page; a picture
 * that fits on a page is on one.
 *
 * Needs a QGuiApplication. Text can be found and copied: Noto CJK faces, whose letters come out of Qt's PDF as others, are not used.
 * Internal when nothing could be written.
 */
[[nodiscard]] Result<QByteArray> pdfReport(const ReportDocument& document);

struct CsvReportOptions {
    bool byteOrderMark = true; ///< without it Excel takes Chinese for something else
};

/// The tables for programs one after the other, each under a line with its caption, with an empty line between them.
[[nodiscard]] QByteArray csvReport(const ReportDocument& document, const CsvReportOptions& options = {});

} // namespace lyceum::exchange

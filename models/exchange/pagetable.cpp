// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pagetable.h"

#include "exchange/pagecolours.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <numeric>

namespace lyceum::exchange {
namespace {

constexpr QColor kHeader(0xF0, 0xF0, 0xEC);
constexpr QColor kLine(0xDE, 0xDE, 0xD8);
constexpr double kPadding = 5;

QFont cellFont() { return paperFont(11); }
QFont headerFont() { return paperFont(11, QFont::Bold); }

struct Width {
    double least = 0; ///< its longest piece that cannot be broken
    double natural = 0; ///< everything in one line
};

Width widthOf(const QString& text, const QFont& font, bool wraps)
{
    const QFontMetricsF metrics(font);
    Width width;
    width.natural = std::ceil(metrics.horizontalAdvance(text)) + 1;
    width.least = width.natural;
    if (wraps) {
        width.least = 0;
        QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
        qsizetype from = 0;
        for (qsizetype to = finder.toNextBoundary(); to >= 0; to = finder.toNextBoundary()) {
            width.least = std::max(width.least, std::ceil(metrics.horizontalAdvance(text.sliced(from, to - from).trimmed())) + 1);
            from = to;
        }
    }
    width.least += 2 * kPadding;
    width.natural += 2 * kPadding;
    return width;
}

struct DrawnCell {
    QString text;
    QColor ground;
    QColor ink = kPageText;
    bool numeric = false;
};

/// One row at given widths: as high as its highest cell.
Strip rowStrip(std::vector<DrawnCell> cells, std::vector<double> widths, const QFont& font)
{
    const QFontMetricsF metrics(font);
    double height = metrics.height();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const QRectF room(0, 0, widths[i] - 2 * kPadding, 10000);
        height = std::max(height, metrics.boundingRect(room, Qt::TextWordWrap, cells[i].text).height());
    }
    height = std::ceil(height) + kPadding;
    Strip strip;
    strip.height = height;
    strip.paint = [cells = std::move(cells), widths = std::move(widths), font, height](QPainter& painter, QPointF at) {
        painter.setFont(font);
        QRectF box(at, QSizeF(0, height));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            box.setWidth(widths[i]);
            if (cells[i].ground.isValid())
                painter.fillRect(box, cells[i].ground);
            painter.setPen(cells[i].ink);
            const QRectF inner = box.adjusted(kPadding, kPadding / 2, -kPadding, -kPadding / 2);
            const int side = cells[i].numeric ? Qt::AlignRight : Qt::AlignLeft;
            painter.drawText(inner, side | Qt::AlignVCenter | Qt::TextWordWrap, cells[i].text);
            box.moveLeft(box.right());
        }
        painter.setPen(QPen(kLine, 0.75));
        painter.drawLine(QPointF(at.x(), at.y() + height), QPointF(box.left(), at.y() + height));
    };
    return strip;
}

class TableLayout {
public:
    TableLayout(const ReportTable& table, double width)
        : m_table(table)
        , m_width(width)
    {
        for (qsizetype column = 0; column < table.columns.size(); ++column) {
            Width widest = widthOf(table.columns[column].title, headerFont(), /*wraps=*/true);
            for (const QList<ReportCell>& row : table.rows) {
                const Width cell = widthOf(row[column].text, cellFont(), /*wraps=*/true);
                widest.least = std::max(widest.least, cell.least);
                widest.natural = std::max(widest.natural, cell.natural);
            }
            m_columns.push_back(widest);
        }
    }

    [[nodiscard]] std::vector<Strip> strips() const
    {
        std::vector<Strip> all;
        for (qsizetype from = 1; from < std::max<qsizetype>(2, m_table.columns.size());) {
            std::vector<qsizetype> band {0};
            double least = m_columns[0].least;
            while (from < m_table.columns.size() && (band.size() == 1 || least + m_columns[std::size_t(from)].least <= m_width)) {
                least += m_columns[std::size_t(from)].least;
                band.push_back(from++);
            }
            from = std::max<qsizetype>(from, 2);
            append(all, band);
        }
        return all;
    }

private:
    /// Columns get what they need to stand in one line, or else share what there is beyond their least.
    [[nodiscard]] std::vector<double> widthsOf(const std::vector<qsizetype>& band) const
    {
        double least = 0;
        double natural = 0;
        for (const qsizetype column : band) {
            least += m_columns[std::size_t(column)].least;
            natural += m_columns[std::size_t(column)].natural;
        }
        const double share = natural <= m_width ? 1 : natural > least ? std::max(0.0, (m_width - least) / (natural - least)) : 0;
        std::vector<double> widths;
        for (const qsizetype column : band) {
            const Width& width = m_columns[std::size_t(column)];
            widths.push_back(width.least + share * (width.natural - width.least));
        }
        return widths;
    }

    void append(std::vector<Strip>& all, const std::vector<qsizetype>& band) const
    {
        const std::vector<double> widths = widthsOf(band);
        std::vector<DrawnCell> titles;
        for (const qsizetype column : band)
            titles.push_back({m_table.columns[column].title, kHeader, kPageText, m_table.columns[column].numeric});
        const auto header = std::make_shared<const Strip>(rowStrip(std::move(titles), widths, headerFont()));
        all.push_back(*header);
        all.back().spaceBefore = 6;
        all.back().keepWithNext = true;
        for (const QList<ReportCell>& row : m_table.rows) {
            std::vector<DrawnCell> cells;
            for (const qsizetype column : band) {
                const ReportCell& cell = row[column];
                cells.push_back({cell.text, cell.ground, cell.ground.isValid() ? cell.ink : kPageText, m_table.columns[column].numeric});
            }
            all.push_back(rowStrip(std::move(cells), widths, cellFont()));
            all.back().header = header;
        }
    }

    const ReportTable& m_table;
    double m_width;
    std::vector<Width> m_columns;
};

} // namespace

std::vector<Strip> tableStrips(const ReportTable& table, double width) { return TableLayout(table, width).strips(); }

} // namespace lyceum::exchange

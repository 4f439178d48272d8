// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/heatdata.h"

#include "charts/charttext.h"
#include "charts/heatcolour.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace lyceum::ui {

namespace {

struct HeatWords {
    Q_DECLARE_TR_FUNCTIONS(lyceum::ui::HeatTable)
};

constexpr double kCellHeight = 26.0;
constexpr double kCellPadding = 16.0;

} // namespace

QColor groundOf(const HeatData& data, double value, const Tokens& tokens)
{
    const double range = data.high - data.low;
    if (!(range > 0.0))
        return heatColour(tokens, 0.0);
    if (data.diverging)
        return divergingColour(tokens, 2.0 * (value - data.low) / range - 1.0);
    return heatColour(tokens, (value - data.low) / range);
}

QString textOf(const HeatData& data, const HeatCell& cell)
{
    return cell.text.isEmpty() ? numberText(cell.value, data.style, 0) : cell.text;
}

const HeatCell* cellAt(const HeatData& data, qsizetype row, qsizetype column)
{
    if (row < 0 || row >= data.rows.size() || column < 0 || column >= data.rows[row].cells.size())
        return nullptr;
    const std::optional<HeatCell>& cell = data.rows[row].cells[column];
    return cell ? &*cell : nullptr;
}

ChartTable tableOf(const HeatData& data)
{
    ChartTable table;
    table.headers << data.rowTitle;
    if (!data.sizeTitle.isEmpty())
        table.headers << data.sizeTitle;
    table.headers << data.columns;
    for (qsizetype row = 0; row < data.rows.size(); ++row) {
        QVariantList cells{data.rows[row].header};
        if (!data.sizeTitle.isEmpty())
            cells << data.rows[row].size;
        for (qsizetype column = 0; column < data.columns.size(); ++column) {
            const HeatCell* cell = cellAt(data, row, column);
            cells << (cell ? QVariant(cell->value) : QVariant());
        }
        table.rows.append(cells);
    }
    return table;
}

QString describe(const HeatData& data)
{
    if (!data.tooFew.isEmpty())
        return data.tooFew;
    const HeatCell* lowest = nullptr;
    const HeatCell* highest = nullptr;
    qsizetype lowestRow = 0;
    qsizetype highestRow = 0;
    for (qsizetype row = 0; row < data.rows.size(); ++row) {
        for (qsizetype column = 0; column < data.rows[row].cells.size(); ++column) {
            const HeatCell* cell = cellAt(data, row, column);
            if (!cell)
                continue;
            if (!lowest || cell->value < lowest->value) {
                lowest = cell;
                lowestRow = row;
            }
            if (!highest || cell->value > highest->value) {
                highest = cell;
                highestRow = row;
            }
        }
    }
    if (!lowest)
        return HeatWords::tr("The table is empty.");
    return HeatWords::tr("A table of %1 rows and %2 columns (%3). Lowest: %4 in row %5. Highest: %6 in row %7.")
        .arg(QString::number(data.rows.size()), QString::number(data.columns.size()), data.columnTitle, textOf(data, *lowest),
             data.rows[lowestRow].header, textOf(data, *highest), data.rows[highestRow].header);
}

void paintHeat(QPainter& painter, const QRectF& rect, const HeatData& data, const Tokens& tokens)
{
    painter.save();
    const QRectF body = paintChartText(painter, rect, {data.title, data.tooFew, data.footnotes}, tokens);
    if (!body.isValid() || data.columns.isEmpty()) {
        painter.restore();
        return;
    }
    const QFont font = chartFont(0.9);
    const QFontMetricsF metrics(font);
    const auto widthOf = [&metrics](const QString& text) { return metrics.horizontalAdvance(text) + kCellPadding; };
    double head = widthOf(data.rowTitle);
    double sizes = data.sizeTitle.isEmpty() ? 0.0 : widthOf(data.sizeTitle);
    double cell = 36.0;
    for (const QString& column : data.columns)
        cell = std::max(cell, widthOf(column));
    for (qsizetype row = 0; row < data.rows.size(); ++row) {
        head = std::max(head, widthOf(data.rows[row].header));
        if (sizes > 0.0)
            sizes = std::max(sizes, widthOf(data.rows[row].size));
        for (qsizetype column = 0; column < data.columns.size(); ++column) {
            if (const HeatCell* value = cellAt(data, row, column))
                cell = std::max(cell, widthOf(textOf(data, *value)));
        }
    }
    const double width = head + sizes + cell * double(data.columns.size());
    const double height = kCellHeight * double(data.rows.size() + 2);
    const double scale = std::min({1.0, body.width() / width, body.height() / height});
    painter.translate(body.topLeft());
    painter.scale(scale, scale);
    painter.setFont(font);

    painter.setPen(tokens.muted);
    painter.drawText(QRectF(head + sizes, 0, cell * double(data.columns.size()), kCellHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     data.columnTitle);
    painter.drawText(QRectF(0, kCellHeight, head, kCellHeight), Qt::AlignLeft | Qt::AlignVCenter, data.rowTitle);
    const double right = kCellPadding / 2;
    painter.drawText(QRectF(head, kCellHeight, sizes - right, kCellHeight), Qt::AlignRight | Qt::AlignVCenter, data.sizeTitle);
    for (qsizetype column = 0; column < data.columns.size(); ++column)
        painter.drawText(QRectF(head + sizes + cell * double(column), kCellHeight, cell, kCellHeight), Qt::AlignCenter, data.columns[column]);
    for (qsizetype row = 0; row < data.rows.size(); ++row) {
        const double top = kCellHeight * double(row + 2);
        painter.setPen(tokens.text);
        painter.drawText(QRectF(0, top, head, kCellHeight), Qt::AlignLeft | Qt::AlignVCenter, data.rows[row].header);
        painter.drawText(QRectF(head, top, sizes - right, kCellHeight), Qt::AlignRight | Qt::AlignVCenter, data.rows[row].size);
        for (qsizetype column = 0; column < data.columns.size(); ++column) {
            const HeatCell* value = cellAt(data, row, column);
            if (!value)
                continue;
            const QColor ground = groundOf(data, value->value, tokens);
            const QRectF box(head + sizes + cell * double(column), top, cell, kCellHeight);
            painter.setPen(Qt::NoPen);
            painter.setBrush(ground);
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
            painter.setPen(textOn(tokens, ground));
            painter.drawText(box, Qt::AlignCenter, textOf(data, *value));
        }
    }
    painter.restore();
}

QByteArray renderHeatSvg(const HeatData& data, QSize size, const Tokens& tokens)
{
    return svgOf(size, data.title, describe(data),
                 [&](QPainter& painter, const QRectF& rect) { paintHeat(painter, rect, data, tokens); });
}

} // namespace lyceum::ui

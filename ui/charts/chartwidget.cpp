// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartwidget.h"

#include "charts/charttext.h"
#include "theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QLocale>
#include <QMimeData>

#include <cmath>

namespace lyceum::ui {

using namespace Qt::StringLiterals;

namespace {

QString csvCell(const QVariant& cell)
{
    if (!cell.isValid() || cell.isNull())
        return {};
    switch (cell.typeId()) {
    case QMetaType::Double: {
        const double value = cell.toDouble();
        return std::isfinite(value) ? QString::number(value, 'g', QLocale::FloatingPointShortest) : QString();
    }
    case QMetaType::Int:
    case QMetaType::LongLong: return QString::number(cell.toLongLong());
    default: break;
    }
    QString text = cell.toString();
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

} // namespace

QByteArray toCsv(const ChartTable& table)
{
    QString csv;
    const auto append = [&csv](const auto& cells) {
        qsizetype column = 0;
        for (const auto& cell : cells) {
            if (column++ > 0)
                csv += u',';
            csv += csvCell(cell);
        }
        csv += u"\r\n"_s;
    };
    append(table.headers);
    for (const QVariantList& row : table.rows)
        append(row);
    return csv.toUtf8();
}

ChartWidget::ChartWidget(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QByteArray ChartWidget::toPng(QSize size, double scale) const
{
    return pngOf(size, scale, [this](QPainter& painter, const QRectF& rect) { paintChart(painter, rect, printTokens()); });
}

QByteArray ChartWidget::toSvg(QSize size) const
{
    return svgOf(size, title(), description(),
                 [this](QPainter& painter, const QRectF& rect) { paintChart(painter, rect, printTokens()); });
}

QByteArray ChartWidget::toCsv() const
{
    return ui::toCsv(asTable());
}

void ChartWidget::copyToClipboard() const
{
    const QSize size = this->size().expandedTo(QSize(640, 400));
    const ChartTable table = asTable();
    QStringList lines{table.headers.join(u'\t')};
    for (const QVariantList& row : table.rows) {
        QStringList cells;
        for (const QVariant& cell : row)
            cells.append(cell.toString());
        lines.append(cells.join(u'\t'));
    }
    auto* mime = new QMimeData; // the clipboard owns it
    mime->setImageData(QImage::fromData(toPng(size), "PNG"));
    mime->setData(u"image/svg+xml"_s, toSvg(size));
    mime->setText(lines.join(u'\n'));
    QGuiApplication::clipboard()->setMimeData(mime);
}

void ChartWidget::announceData()
{
    setAccessibleName(title());
    setAccessibleDescription(description());
    update();
    Q_EMIT dataChanged();
}

} // namespace lyceum::ui

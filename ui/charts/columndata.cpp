// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/columnchart.h"
#include "charts/columnpainter.h"

#include "charts/charttext.h"
#include "charts/plotgeometry.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lyceum::ui {

namespace {

struct ColumnWords {
    Q_DECLARE_TR_FUNCTIONS(lyceum::ui::ColumnChart)
};

constexpr double kBarShare = 0.72; // the rest of a slot is air
constexpr double kWidestBar = 64.0;

int valueDecimals(const ColumnData& data)
{
    if (data.style == NumberStyle::Percent)
        return 1;
    const bool whole = std::all_of(data.columns.cbegin(), data.columns.cend(),
                                   [](const Column& column) { return !column.value || *column.value == std::round(*column.value); });
    return whole ? 0 : 2;
}

} // namespace

QString describeColumn(const ColumnData& data, qsizetype index)
{
    if (index < 0 || index >= data.columns.size())
        return {};
    const Column& column = data.columns[index];
    if (!column.toolTip.isEmpty())
        return column.toolTip;
    if (!column.value)
        return ColumnWords::tr("%1\nNo data").arg(column.label);
    return ColumnWords::tr("%1\n%2: %3", "label, what is counted, value")
        .arg(column.label, data.yTitle, numberText(*column.value, data.style, valueDecimals(data)));
}

ChartTable tableOf(const ColumnData& data)
{
    ChartTable table;
    table.headers << data.xTitle << data.yTitle;
    for (const Column& column : data.columns)
        table.rows.append({column.label, column.value ? QVariant(*column.value) : QVariant()});
    return table;
}

QString describe(const ColumnData& data)
{
    if (!data.tooFew.isEmpty())
        return data.tooFew;
    const Column* lowest = nullptr;
    const Column* highest = nullptr;
    const Column* last = nullptr;
    for (const Column& column : data.columns) {
        if (!column.value)
            continue;
        last = &column;
        if (!lowest || *column.value < *lowest->value)
            lowest = &column;
        if (!highest || *column.value > *highest->value)
            highest = &column;
    }
    if (!last)
        return ColumnWords::tr("There is nothing to draw yet.");
    const auto text = [&data](const Column* column) { return numberText(*column->value, data.style, valueDecimals(data)); };
    return ColumnWords::tr("A chart of bars: %1. Lowest: %2 at %3. Highest: %4 at %5. Latest: %6 at %7. Number of bars: %8.")
        .arg(data.yTitle, text(lowest), lowest->label, text(highest), highest->label, text(last), last->label,
             QString::number(data.columns.size()));
}

ColumnPainter::ColumnPainter(const ColumnData& data, const Tokens& tokens, const QRectF& rect)
    : m_data(data)
    , m_tokens(tokens)
    , m_rect(rect)
{
    QRectF body = chartBody(rect, {data.title, data.tooFew, data.footnotes});
    double high = 0.0;
    bool any = false;
    for (const Column& column : data.columns) {
        if (column.value && std::isfinite(*column.value)) {
            any = true;
            m_low = std::min(m_low, *column.value);
            high = std::max(high, *column.value);
        }
    }
    if (!body.isValid() || !any)
        return;
    const QFontMetricsF metrics(chartFont());
    const QFontMetricsF small(chartFont(0.9));
    if (high <= m_low) // all zero: still an axis, from 0 to 1
        high = m_low + 1.0;
    // The axis ends on a tick, so that the tallest bar can be read against a line.
    m_ticks = niceTicks(m_low, high, std::clamp(int(body.height() / 60.0), 2, 5));
    const double step = m_ticks.size() > 1 ? m_ticks[1] - m_ticks[0] : high - m_low;
    if (m_ticks.isEmpty() || m_ticks.last() < high)
        m_ticks.append((m_ticks.isEmpty() ? 0.0 : m_ticks.last()) + step);
    if (m_ticks.first() > m_low)
        m_ticks.prepend(m_ticks.first() - step);
    m_low = m_ticks.first();
    m_high = m_ticks.last();
    m_decimals = decimalsFor(step * (data.style == NumberStyle::Percent ? 100.0 : 1.0));
    double left = 0.0;
    for (const double tick : std::as_const(m_ticks))
        left = std::max(left, metrics.horizontalAdvance(numberText(tick, data.style, m_decimals)));
    m_yTitle = QRectF(body.left(), body.top(), body.width(), data.yTitle.isEmpty() ? 0.0 : small.lineSpacing() + space::kTiny);
    m_plot = body.adjusted(left + space::kSmall, m_yTitle.height() + metrics.lineSpacing() / 2, -2,
                           -(metrics.lineSpacing() + space::kTiny + (data.xTitle.isEmpty() ? 0.0 : small.lineSpacing() + 4)));
    if (m_plot.width() < 30 || m_plot.height() < 30)
        m_plot = QRectF();
}

QRectF ColumnPainter::bar(qsizetype index) const
{
    if (!m_plot.isValid() || index < 0 || index >= m_data.columns.size() || !m_data.columns[index].value)
        return {};
    const QRectF slot = this->slot(index);
    const double width = std::min(kWidestBar, std::max(1.0, slot.width() * kBarShare));
    const double y = yOf(*m_data.columns[index].value);
    return QRectF(QPointF(slot.center().x() - width / 2, y), QPointF(slot.center().x() + width / 2, yOf(0.0))).normalized();
}

QRectF ColumnPainter::slot(qsizetype index) const
{
    const double width = m_plot.width() / double(m_data.columns.size());
    return QRectF(m_plot.left() + width * double(index), m_plot.top(), width, m_plot.height());
}

double ColumnPainter::yOf(double value) const
{
    return m_plot.bottom() - (value - m_low) / (m_high - m_low) * m_plot.height();
}

void ColumnPainter::paint(QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QString words = m_data.tooFew.isEmpty() && !m_plot.isValid() ? ColumnWords::tr("There is nothing to draw yet.") : m_data.tooFew;
    static_cast<void>(paintChartText(painter, m_rect, {m_data.title, words, m_data.footnotes}, m_tokens));
    if (m_plot.isValid()) {
        paintAxes(painter);
        painter.setPen(Qt::NoPen);
        painter.setBrush(seriesColour(m_tokens, 0));
        for (qsizetype i = 0; i < m_data.columns.size(); ++i)
            painter.drawRect(bar(i));
        painter.setPen(QPen(blend(m_tokens.line, m_tokens.text, 0.35), 1));
        painter.drawLine(QPointF(m_plot.left(), yOf(0)), QPointF(m_plot.right(), yOf(0)));
    }
    painter.restore();
}

void ColumnPainter::paintAxes(QPainter& painter) const
{
    const QFontMetricsF metrics(chartFont());
    const double height = metrics.lineSpacing();
    painter.setFont(chartFont());
    for (const double tick : m_ticks) {
        painter.setPen(QPen(gridColour(m_tokens), 1));
        painter.drawLine(QPointF(m_plot.left(), yOf(tick)), QPointF(m_plot.right(), yOf(tick)));
        painter.setPen(m_tokens.muted);
        painter.drawText(QRectF(m_rect.left(), yOf(tick) - height / 2, m_plot.left() - m_rect.left() - space::kSmall, height),
                         Qt::AlignRight | Qt::AlignVCenter, numberText(tick, m_data.style, m_decimals));
    }
    double widest = 1.0;
    for (const Column& column : m_data.columns)
        widest = std::max(widest, metrics.horizontalAdvance(column.label));
    const double slotWidth = m_plot.width() / double(m_data.columns.size());
    const auto every = std::max<qsizetype>(1, qsizetype(std::ceil((widest + space::kMedium) / slotWidth)));
    // Counted from the latest: that is the one people look for.
    for (qsizetype i = m_data.columns.size() - 1; i >= 0; i -= every) {
        QRectF place(slot(i).center().x() - widest / 2, m_plot.bottom() + space::kTiny, widest, height);
        if (place.right() > m_rect.right() - 2)
            place.moveRight(m_rect.right() - 2);
        if (place.left() >= m_rect.left())
            painter.drawText(place, Qt::AlignHCenter | Qt::AlignTop, m_data.columns[i].label);
    }
    painter.setFont(chartFont(0.9));
    painter.drawText(m_yTitle, Qt::AlignLeft | Qt::AlignTop, m_data.yTitle);
    painter.drawText(QRectF(m_plot.left(), m_plot.bottom() + space::kTiny + height + 2, m_plot.width(), height),
                     Qt::AlignHCenter | Qt::AlignTop, m_data.xTitle);
}

void paintColumns(QPainter& painter, const QRectF& rect, const ColumnData& data, const Tokens& tokens)
{
    ColumnPainter(data, tokens, rect).paint(painter);
}

QByteArray renderColumnSvg(const ColumnData& data, QSize size, const Tokens& tokens)
{
    return svgOf(size, data.title, describe(data),
                 [&](QPainter& painter, const QRectF& rect) { paintColumns(painter, rect, data, tokens); });
}

} // namespace lyceum::ui

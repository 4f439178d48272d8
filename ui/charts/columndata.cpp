// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/columnchart.h"
#include "charts/columnpainter.h"

#include "charts/charttext.h"
#include "charts/plot.h"
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
constexpr double kSlack = 1e-9; // a value that is a tick but for rounding

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
    m_step = niceStep(m_low, high, std::clamp(int(body.height() / 60.0), 2, 5));
    m_low = std::floor(m_low / m_step + kSlack) * m_step;
    m_high = std::ceil(high / m_step - kSlack) * m_step;
    const int decimals = decimalsFor(m_step * (data.style == NumberStyle::Percent ? 100.0 : 1.0));
    double left = 0.0;
    for (const double end : {m_low, m_high})
        left = std::max(left, metrics.horizontalAdvance(numberText(end, data.style, decimals)));
    double label = 1.0;
    for (const Column& column : data.columns)
        label = std::max(label, metrics.horizontalAdvance(column.label));
    m_yTitle = QRectF(body.left(), body.top(), body.width(), data.yTitle.isEmpty() ? 0.0 : small.lineSpacing() + space::kTiny);
    m_plot = QRectF(QPointF(std::ceil(body.left() + left + space::kSmall), std::ceil(m_yTitle.bottom() + metrics.lineSpacing() / 2)),
                    QPointF(std::floor(body.right() - 2), std::floor(body.bottom() - Plot::footHeight(data.xTitle))));
    if (m_plot.width() < 30 || m_plot.height() < 30) {
        m_plot = QRectF();
        return;
    }
    // Room for the half of the last label that is wider than its bar's slot.
    const double slotWidth = m_plot.width() / double(data.columns.size());
    m_plot.setRight(m_plot.right() - std::floor(std::clamp((label - slotWidth) / 2.0, 0.0, m_plot.width() / 4.0)));
    m_every = std::max<qsizetype>(1, qsizetype(std::ceil((label + space::kMedium) / slot(0).width())));
}

double ColumnPainter::barShare() const
{
    const double width = slot(0).width();
    return std::min(kWidestBar, std::max(1.0, width * kBarShare)) / width;
}

QRectF ColumnPainter::bar(qsizetype index) const
{
    if (!m_plot.isValid() || index < 0 || index >= m_data.columns.size() || !m_data.columns[index].value)
        return {};
    const QRectF slot = this->slot(index);
    const double width = slot.width() * barShare();
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
        paintPlot(painter);
        painter.setPen(m_tokens.muted);
        painter.setFont(chartFont(0.9));
        painter.drawText(m_yTitle, Qt::AlignLeft | Qt::AlignTop, m_data.yTitle);
    }
    painter.restore();
}

void ColumnPainter::paintPlot(QPainter& painter) const
{
    const auto count = m_data.columns.size();
    PlotAxis along{-0.5, double(count) - 0.5, 1.0, NumberStyle::Number, m_data.xTitle, {}};
    // Counted from the latest: that is the one people look for.
    for (qsizetype i = count - 1; i >= 0; i -= m_every)
        along.labels.prepend({double(i), m_data.columns[i].label});
    Plot plot(m_rect, m_plot, along, {m_low, m_high, m_step, m_data.style, {}, {}}, m_tokens);
    QList<double> values; // of a gap nothing is seen, as of a zero; hover and table tell them apart
    for (const Column& column : m_data.columns)
        values.append(column.value && std::isfinite(*column.value) ? *column.value : 0.0);
    plot.addBars(values, barShare(), seriesColour(m_tokens, 0));
    if (m_low < 0.0) // bars hang from a line, too
        plot.addLine(QPolygonF({{along.low, 0.0}, {along.high, 0.0}}), QPen(blend(m_tokens.line, m_tokens.text, 0.35), 1));
    plot.paint(painter);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/charttext.h"

#include "theme/theme.h"

#include <QBuffer>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <cmath>

namespace lyceum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMargin = 12.0;
constexpr int kWrap = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

struct TextPlaces {
    QRectF title;
    QList<QRectF> footnotes;
    QRectF body;
};

TextPlaces placesOf(const QRectF& rect, const ChartText& text)
{
    TextPlaces places;
    places.body = rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    if (!text.title.isEmpty()) {
        const QFontMetricsF metrics(chartFont(1.2, QFont::Bold));
        const double twoLines = 2.0 * metrics.lineSpacing() + 1.0;
        const QRectF space(places.body.left(), places.body.top(), places.body.width(), twoLines);
        places.title = metrics.boundingRect(space, kWrap, text.title);
        places.title.setWidth(space.width());
        places.title.setHeight(std::min(places.title.height(), twoLines));
        places.body.setTop(places.title.bottom() + space::kSmall);
    }
    // Footnotes give way before the plot does: at most a quarter of the height.
    const QFontMetricsF small(chartFont(0.9));
    double room = rect.height() / 4.0;
    QList<double> heights;
    for (const QString& line : text.footnotes) {
        const double height = small.boundingRect(QRectF(0, 0, places.body.width(), 1000), kWrap, line).height();
        if (height > room)
            break;
        room -= height;
        heights.append(height);
    }
    double bottom = places.body.bottom();
    for (qsizetype i = heights.size() - 1; i >= 0; --i) {
        places.footnotes.prepend(QRectF(places.body.left(), bottom - heights[i], places.body.width(), heights[i]));
        bottom -= heights[i];
    }
    if (!heights.isEmpty())
        places.body.setBottom(bottom - space::kSmall);
    if (places.body.width() < 40 || places.body.height() < 40)
        places.body = QRectF();
    return places;
}

} // namespace

QFont chartFont(double factor, QFont::Weight weight)
{
    QFont font = QGuiApplication::font();
    const int pixels = QFontInfo(font).pixelSize();
    font.setFamilies(familiesFor(font));
    font.setPixelSize(std::max(9, qRound(pixels * factor)));
    font.setWeight(weight);
    return font;
}

QString numberText(double value, NumberStyle style, int decimals)
{
    if (std::isnan(value))
        return {};
    const QLocale locale;
    if (style == NumberStyle::Percent)
        return locale.toString(value * 100.0, 'f', decimals) + locale.percent();
    return locale.toString(value, 'f', decimals);
}

QRectF chartBody(const QRectF& rect, const ChartText& text)
{
    return text.tooFew.isEmpty() ? placesOf(rect, text).body : QRectF();
}

QRectF paintChartText(QPainter& painter, const QRectF& rect, const ChartText& text, const Tokens& tokens)
{
    painter.fillRect(rect, tokens.surface);
    const TextPlaces places = placesOf(rect, text);
    painter.setPen(tokens.text);
    painter.setFont(chartFont(1.2, QFont::Bold));
    painter.drawText(places.title, kWrap, text.title);
    painter.setPen(tokens.muted);
    painter.setFont(chartFont(0.9));
    for (qsizetype i = 0; i < places.footnotes.size(); ++i)
        painter.drawText(places.footnotes[i], kWrap, text.footnotes[i]);
    if (text.tooFew.isEmpty())
        return places.body;
    painter.setFont(chartFont());
    const double inset = std::max(0.0, (places.body.width() - 420.0) / 2.0); // a line of comfortable length
    painter.drawText(places.body.adjusted(inset, 0, -inset, 0), Qt::AlignCenter | Qt::TextWordWrap, text.tooFew);
    return {};
}

QPen seriesPen(const Tokens& tokens, qsizetype index, double width)
{
    // In units of the pen's width. Told apart without colour, also in print and in high contrast.
    static const QList<QList<qreal>> dashes{{}, {5, 2}, {1, 2}, {6, 2, 1, 2}, {9, 3}, {3, 2}, {6, 2, 1, 2, 1, 2}};
    QPen pen(seriesColour(tokens, index), width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::MiterJoin);
    const QList<qreal>& dash = dashes[index % dashes.size()];
    if (!dash.isEmpty())
        pen.setDashPattern(dash);
    return pen;
}

QColor gridColour(const Tokens& tokens)
{
    return tokens.highContrast ? blend(tokens.surface, tokens.text, 0.35) : tokens.line;
}

void paintMarker(QPainter& painter, QPointF centre, qsizetype index, const QColor& colour, double radius)
{
    painter.save();
    painter.setBrush(colour);
    painter.setPen(Qt::NoPen);
    const double r = radius;
    const auto polygon = [&](const QPolygonF& shape) { painter.drawPolygon(shape.translated(centre)); };
    switch (index % Tokens::kSeriesCount) {
    case 0: painter.drawEllipse(centre, r, r); break;
    case 1: painter.drawRect(QRectF(centre.x() - r * 0.85, centre.y() - r * 0.85, r * 1.7, r * 1.7)); break;
    case 2: polygon({{0, -r}, {r, r * 0.8}, {-r, r * 0.8}}); break;
    case 3: polygon({{0, -r * 1.15}, {r * 1.15, 0}, {0, r * 1.15}, {-r * 1.15, 0}}); break;
    case 4: polygon({{0, r}, {r, -r * 0.8}, {-r, -r * 0.8}}); break;
    case 5:
        painter.setPen(QPen(colour, r * 0.7));
        painter.drawLine(centre - QPointF(r, 0), centre + QPointF(r, 0));
        painter.drawLine(centre - QPointF(0, r), centre + QPointF(0, r));
        break;
    default:
        painter.setPen(QPen(colour, r * 0.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, r * 0.85, r * 0.85);
        break;
    }
    painter.restore();
}

void paintCallout(QPainter& painter, QPointF anchor, const QRectF& bounds, const QString& text, const Tokens& tokens)
{
    const QStringList lines = text.split(u'\n');
    const QFont strong = chartFont(1.0, QFont::Bold);
    const QFont body = chartFont();
    double width = 0.0;
    for (qsizetype i = 0; i < lines.size(); ++i)
        width = std::max(width, QFontMetricsF(i == 0 ? strong : body).horizontalAdvance(lines[i]));
    const double lineHeight = QFontMetricsF(strong).lineSpacing();
    QRectF box(0, 0, std::min(width + 2 * space::kMedium, bounds.width()), lineHeight * double(lines.size()) + 2 * space::kSmall);
    // Right of the datum and above it, where the curve has already been; elsewhere only when there is no room.
    box.moveBottomLeft(anchor + QPointF(space::kMedium, -space::kMedium));
    if (box.right() > bounds.right())
        box.moveRight(anchor.x() - space::kMedium);
    if (box.top() < bounds.top())
        box.moveTop(anchor.y() + space::kMedium);
    box.moveLeft(std::clamp(box.left(), bounds.left(), std::max(bounds.left(), bounds.right() - box.width())));
    box.moveTop(std::clamp(box.top(), bounds.top(), std::max(bounds.top(), bounds.bottom() - box.height())));

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(blend(tokens.line, tokens.text, 0.25), 1));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), space::kCorner, space::kCorner);
    painter.setPen(tokens.text);
    double top = box.top() + space::kSmall;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        painter.setFont(i == 0 ? strong : body);
        const QRectF line(box.left() + space::kMedium, top, box.width() - 2 * space::kMedium, lineHeight);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(lines[i], Qt::ElideRight, line.width() + 1));
        top += lineHeight;
    }
    painter.restore();
}

QByteArray svgOf(QSize size, const QString& title, const QString& description,
                 const std::function<void(QPainter&, const QRectF&)>& paint)
{
    QByteArray svg;
    if (size.isEmpty())
        return svg;
    QBuffer buffer(&svg);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96); // at the default of 72 the picture comes out a third too large in a browser
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(u"title"_s); // written as it stands, "&" and "<" too; the real ones are put in below
    generator.setDescription(u"description"_s);
    {
        QPainter painter(&generator);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(painter, QRectF(QPointF(0, 0), size));
    }
    buffer.close();
    // Qt names the first family only. Whoever opens the file may have other fonts, and some of the text may be Chinese.
    static const QRegularExpression family(u"font-family=\"([^\"]*)\""_s);
    QString text = QString::fromUtf8(svg);
    static const QRegularExpression nothing(u"<g [^>]*>\\s*</g>\\s*"_s); // one for every change of a pen that then drew nothing
    text.remove(nothing);
    text.replace(family, u"font-family=\"\\1, 'WenQuanYi Micro Hei', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif\""_s);
    text.replace(u"<title>title</title>"_s, u"<title>"_s + title.toHtmlEscaped() + u"</title>"_s);
    text.replace(u"<desc>description</desc>"_s, u"<desc>"_s + description.toHtmlEscaped() + u"</desc>"_s);
    return text.toUtf8();
}

QByteArray pngOf(QSize size, double scale, const std::function<void(QPainter&, const QRectF&)>& paint)
{
    QByteArray png;
    if (size.isEmpty() || !(scale > 0.0))
        return png;
    QImage image(size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setRenderHint(QPainter::TextAntialiasing);
        paint(painter, QRectF(QPointF(0, 0), size));
    }
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

} // namespace lyceum::ui

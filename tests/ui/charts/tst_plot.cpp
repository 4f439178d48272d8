// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/charttext.h"
#include "charts/plot.h"
#include "theme/tokens.h"

#include <QImage>
#include <QPainter>
#include <QPen>
#include <QTest>
#include <QXmlStreamReader>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

const QRectF kRect(10, 20, 500, 300); // not at the origin: a chart may be one of several on a page
const QRectF kArea(80, 50, 400, 200);

PlotAxis days()
{
    return {0.0, 200.0, 50.0, NumberStyle::Number, u"Days"_s, {}};
}

PlotAxis shares()
{
    return {0.0, 1.0, 0.25, NumberStyle::Percent, {}, {}};
}

QImage pictureOf(Plot& plot, bool smooth = false)
{
    QImage image(520, 330, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing, smooth);
    plot.paint(painter);
    return image;
}

/// Where something is painted within `place`.
QRect inkIn(const QImage& image, const QRect& place)
{
    QRect ink;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x) {
            if (image.pixelColor(x, y) != QColor(Qt::white))
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

/// How many pixels of a colour lie in a column or, `across`, in a row.
int countOf(const QImage& image, const QColor& colour, int x, int top, int bottom)
{
    int count = 0;
    for (int y = top; y <= bottom; ++y)
        count += image.pixelColor(x, y) == colour ? 1 : 0;
    return count;
}

QStringList wordsOf(Plot& plot)
{
    QXmlStreamReader xml(svgOf({520, 330}, {}, {}, [&plot](QPainter& painter, const QRectF&) { plot.paint(painter); }));
    QStringList words;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "text"_L1)
            words.append(xml.readElementText().trimmed());
    }
    return words;
}

} // namespace

class TestPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesStandWhereTheyWereTold()
    {
        Plot plot(kRect, kArea, days(), shares(), printTokens());
        plot.addLine(QPolygonF({{0, 1}, {200, 0.5}}), QPen(Qt::red, 2));
        // No window, no event loop: the picture is made at once.
        QCOMPARE(plot.placeOf({0, 0}), kArea.bottomLeft());
        QCOMPARE(plot.placeOf({200, 1}), kArea.topRight());
        QCOMPARE(plot.placeOf({50, 0.25}), QPointF(180, 200));
    }

    void axesStandWhereTheValuesDo()
    {
        Plot plot(kRect, kArea, days(), shares(), printTokens());
        const QImage image = pictureOf(plot);
        // Upward: words left of the area, beside their grid lines. 75 % is a quarter of 200 pixels below the top.
        const QRect word = inkIn(image, QRect(10, 88, 65, 24));
        QVERIFY(word.isValid());
        QVERIFY2(std::abs(word.center().y() - 100) <= 2, qPrintable(QString::number(word.center().y())));
        const QRect line = inkIn(image, QRect(100, 90, 300, 20));
        QCOMPARE(line.height(), 1);
        QVERIFY2(std::abs(line.center().y() - 100) <= 1, qPrintable(QString::number(line.center().y())));
        // Along: the number of the last tick is centred under the right end of the area.
        const QRect last = inkIn(image, QRect(450, 258, 60, 12));
        QVERIFY2(std::abs(last.center().x() - 480) <= 2, qPrintable(QString::number(last.center().x())));
        // Nothing elsewhere: above the area and below the words of the axis along.
        QVERIFY(!inkIn(image, QRect(80, 20, 420, 27)).isValid());
        const int foot = int(kArea.bottom() + Plot::footHeight(u"Days"_s));
        QVERIFY(!inkIn(image, QRect(0, foot, 520, 330 - foot)).isValid());
        QVERIFY(inkIn(image, QRect(250, foot - 14, 60, 14)).isValid()); // its title is the last of them
    }

    void aLineAlongTheUpperEdgeKeepsItsWidth()
    {
        Plot plot(kRect, kArea, days(), shares(), printTokens());
        plot.addLine(QPolygonF({{0, 1}, {200, 1}}), QPen(Qt::red, 4));
        plot.addLine(QPolygonF({{0, 0.5}, {200, 0.5}}), QPen(Qt::red, 4));
        const QImage image = pictureOf(plot);
        QCOMPARE(countOf(image, Qt::red, 280, 40, 60), 4);
        QCOMPARE(countOf(image, Qt::red, 280, 140, 160), 4);
    }

    void stepsHaveWholeCorners()
    {
        Plot plot(kRect, kArea, days(), shares(), printTokens());
        QPen pen(Qt::red, 6);
        pen.setCapStyle(Qt::FlatCap);
        pen.setJoinStyle(Qt::MiterJoin);
        plot.addLine(QPolygonF({{0, 0.75}, {100, 0.75}, {100, 0.25}}), pen);
        const QImage image = pictureOf(plot);
        QCOMPARE(image.pixelColor(282, 98), QColor(Qt::red)); // right of the drop and above the step
    }

    void bandsFillWhatIsBetweenTheirEdges()
    {
        Plot plot(kRect, kArea, days(), shares(), printTokens());
        plot.addBand(QPolygonF({{0, 0.9}, {200, 0.9}}), QPolygonF({{0, 0.6}, {200, 0.6}}), Qt::green);
        const QImage image = pictureOf(plot);
        // From 70 to 130: three tenths of 200 pixels, less a grid line that shines through nowhere.
        QCOMPARE(countOf(image, Qt::green, 280, 50, 250), 60);
        QCOMPARE(image.pixelColor(280, 71), QColor(Qt::green));
        QCOMPARE(image.pixelColor(280, 128), QColor(Qt::green));
    }

    void barsStandOnZero()
    {
        PlotAxis names{-0.5, 1.5, 1.0, NumberStyle::Number, {}, {{0.0, u"a"_s}, {1.0, u"b"_s}}};
        Plot plot(kRect, kArea, names, {-10.0, 10.0, 5.0, NumberStyle::Number, {}, {}}, printTokens());
        plot.addBars({5.0, -5.0}, 0.5, Qt::blue);
        const QImage image = pictureOf(plot);
        QCOMPARE(countOf(image, Qt::blue, 180, 100, 149), 50); // slot of 200 pixels, half of it bar, from 0 up to 5
        QCOMPARE(countOf(image, Qt::blue, 180, 151, 250), 0);
        QCOMPARE(countOf(image, Qt::blue, 380, 151, 198), 48);
        QCOMPARE(countOf(image, Qt::blue, 380, 50, 148), 0);
        QCOMPARE(countOf(image, Qt::blue, 280, 50, 250), 0);
    }

    void numbersAreWrittenInTheReadersLanguage()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));
        Plot plot(kRect, kArea, {0.0, 2000.0, 1000.0, NumberStyle::Number, {}, {}}, {0.0, 0.01, 0.005, NumberStyle::Percent, {}, {}},
                  printTokens());
        const QStringList words = wordsOf(plot);
        QLocale::setDefault(before);
        for (const QString& word : {u"0"_s, u"1.000"_s, u"2.000"_s, u"0,0%"_s, u"0,5%"_s, u"1,0%"_s})
            QVERIFY2(words.contains(word), qPrintable(word + u" is not in "_s + words.join(u' ')));
    }

    void wordsAreNoMarkup()
    {
        PlotAxis names{-0.5, 1.5, 1.0, NumberStyle::Number, u"Tiers <b> & more"_s, {{0.0, u"<i>"_s}, {1.0, u"A & B"_s}}};
        Plot plot(kRect, kArea, names, shares(), printTokens());
        const QString words = wordsOf(plot).join(u' ');
        for (const QString& word : {u"Tiers <b> & more"_s, u"<i>"_s, u"A & B"_s})
            QVERIFY2(words.contains(word), qPrintable(words));
    }

    void namesMayComeTwice()
    {
        PlotAxis names{-0.5, 2.5, 1.0, NumberStyle::Number, {}, {{0.0, u"Mon"_s}, {1.0, u"Tue"_s}, {2.0, u"Mon"_s}}};
        Plot plot(kRect, kArea, names, shares(), printTokens());
        const QStringList words = wordsOf(plot);
        QCOMPARE(std::count_if(words.cbegin(), words.cend(), [](const QString& word) { return word.startsWith(u"Mon"_s); }), 2);
    }

    void aSolidLineIsOnePath()
    {
        Plot plot(kRect, kArea, days(), shares(), printTokens());
        QPolygonF line;
        for (int i = 0; i <= 1000; ++i)
            line.append(QPointF(i / 5.0, 0.5 + 0.4 * ((i % 2) - 0.5)));
        plot.addLine(line, QPen(Qt::red, 2));
        const QByteArray svg = svgOf({520, 330}, {}, {}, [&plot](QPainter& painter, const QRectF&) { plot.paint(painter); });
        QVERIFY2(svg.count("<polyline") + svg.count("<path") < 50, qPrintable(QString::number(svg.count("<polyline"))));
    }
};

QTEST_MAIN(TestPlot)
#include "tst_plot.moc"

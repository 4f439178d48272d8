// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecurves.h"

#include "charts/curvepainter.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QXmlStreamReader>

#include <limits>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

struct Svg {
    bool wellFormed = false;
    QString title;
    QString description;
    QString width;
    QString viewBox;
    QStringList texts;
};

Svg read(const QByteArray& bytes)
{
    Svg svg;
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "svg"_L1) {
            svg.width = xml.attributes().value("width"_L1).toString();
            svg.viewBox = xml.attributes().value("viewBox"_L1).toString();
        } else if (xml.name() == "title"_L1) {
            svg.title = xml.readElementText();
        } else if (xml.name() == "desc"_L1) {
            svg.description = xml.readElementText();
        } else if (xml.name() == "text"_L1) {
            svg.texts.append(xml.readElementText());
        }
    }
    svg.wellFormed = !xml.hasError();
    return svg;
}

} // namespace

class TestCurveData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tableHoldsEveryPoint()
    {
        const CurveData data = sample::curves();
        const ChartTable table = tableOf(data);
        QCOMPARE(table.headers.size(), 7);
        QCOMPARE(table.headers.at(1), data.xTitle);
        QCOMPARE(table.rows.size(), 26 + 26 + 19);
        QCOMPARE(table.rows.first(), QVariantList({u"Supporter"_s, 0.0, 1.0, 1.0, 1.0, qlonglong(412), qlonglong(0)}));
    }

    void tableLeavesOutWhatIsNotKnown()
    {
        CurveData data;
        data.xTitle = u"x"_s;
        data.yTitle = u"y"_s;
        data.groups = {{u"A"_s, {{0, 1}, {1, std::numeric_limits<double>::quiet_NaN()}}, {}}};
        const ChartTable table = tableOf(data);
        QCOMPARE(table.headers.size(), 3);
        QVERIFY(!table.rows.at(1).at(2).isValid());
    }

    void descriptionSaysWhatASeeingPersonSees()
    {
        const QString text = describe(sample::curves());
        QVERIFY2(text.contains(u"Supporter"_s), qPrintable(text));
        QVERIFY2(text.contains(u"Median of Trial: 180 days"_s), qPrintable(text));
        CurveData few = sample::curves();
        few.tooFew = u"Too few."_s;
        QCOMPARE(describe(few), u"Too few."_s);
    }

    void textOfAPointHasValueIntervalAndNumber()
    {
        const CurveData data = sample::curves();
        const QStringList lines = describePoint(data, 0, 0).split(u'\n');
        QCOMPARE(lines.first(), u"Supporter"_s);
        QVERIFY(lines.contains(u"Days since joining: 0"_s));
        QVERIFY(lines.contains(u"95% interval: 100.0% to 100.0%"_s));
        QVERIFY(lines.contains(u"Members at risk: 412"_s));
        QVERIFY(describePoint(data, 3, 0).isEmpty());
        QVERIFY(describePoint(data, 0, 99).isEmpty());
    }

    void svgIsWellFormedAndNamed()
    {
        CurveData data = sample::curves();
        data.title = u"Tiers <A> & \"B\" stay"_s;
        const QByteArray bytes = renderCurveSvg(data, {800, 480}, printTokens());
        const Svg svg = read(bytes);
        QVERIFY(svg.wellFormed);
        QCOMPARE(svg.title, data.title);
        QCOMPARE(svg.description, describe(data));
        QCOMPARE(svg.viewBox, u"0 0 800 480"_s);
        // 800 px at 96 to the inch are 211.67 mm; the default of 72 would say 282.22.
        QVERIFY(svg.width.startsWith(u"211.6"_s));
        QVERIFY(svg.texts.join(u' ').contains(u"Members at risk"_s));
    }

    void chineseStaysTextInAChineseFamily()
    {
        const QByteArray bytes = renderCurveSvg(sample::curves(true), {800, 480}, printTokens());
        const Svg svg = read(bytes);
        QVERIFY(svg.wellFormed);
        QVERIFY(svg.texts.join(u' ').contains(u"旗舰会员"_s));
        QVERIFY(bytes.contains("WenQuanYi Micro Hei"));
        QVERIFY(bytes.contains("sans-serif"));
    }

    void nothingIsDrawnOutsideThePlot()
    {
        // Zoomed in, the curves run far out of the picture; SVG has no clip path to stop them.
        const CurveData data = sample::curves();
        const Tokens tokens = printTokens();
        QImage image(600, 400, QImage::Format_RGB32);
        image.fill(Qt::white);
        const CurvePainter curves(data, tokens, QRectF(0, 0, 600, 400), {QRectF(100, 0.6, 50, 0.2), {}, false});
        QVERIFY(curves.hasPlot());
        QPainter painter(&image);
        painter.setClipRegion(QRegion(image.rect()) - curves.plot().adjusted(-5, -5, 5, 5).toAlignedRect());
        CurvePainter(data, tokens, QRectF(0, 0, 600, 400), {QRectF(100, 0.6, 50, 0.2), {}, false}).paint(painter);
        painter.end();
        // Above the plot stand title and axis title only: nothing there has a series' colour.
        const QColor series = tokens.series[0];
        int found = 0;
        for (int y = 0; y < int(curves.plot().top()) - 6; ++y) {
            for (int x = 0; x < image.width(); ++x)
                found += image.pixelColor(x, y) == series ? 1 : 0;
        }
        QCOMPARE(found, 0);
    }

    void linesRunThroughTheirPoints_data()
    {
        QTest::addColumn<QRectF>("view");
        QTest::newRow("everything") << QRectF();
        QTest::newRow("zoomed in between two points") << QRectF(50, 0.7, 65, 0.3);
    }

    void linesRunThroughTheirPoints()
    {
        QFETCH(QRectF, view);
        CurveData data = sample::curves();
        data.groups.resize(1);
        data.groups[0].median.reset();
        const Tokens tokens = printTokens();
        const CurvePainter curves(data, tokens, QRectF(0, 0, 600, 400), {view, {}, false});
        QImage image(600, 400, QImage::Format_RGB32);
        QPainter painter(&image);
        curves.paint(painter);
        painter.end();
        const auto colourAt = [&image](QPointF at) { return image.pixelColor(int(at.x()), int(at.y())); };
        int looked = 0;
        for (const CurvePoint& point : std::as_const(data.groups[0].points)) {
            if (point.x >= curves.view().right() || point.x <= curves.view().left())
                continue;
            // What hover finds and what is seen are one: half a step after the point the line is at its height.
            const QPointF at = curves.map(point.x + 7.0, point.y);
            QCOMPARE(colourAt(at), tokens.series[0]);
            ++looked;
        }
        QVERIFY(looked >= 4);
        // It comes in at the left edge, before the first point on view.
        const double entering = data.groups[0].points[view.isNull() ? 0 : 3].y;
        QCOMPARE(colourAt(QPointF(curves.plot().left() + 3.0, curves.map(0, entering).y())), tokens.series[0]);
    }

    void pngHasThePixelsAskedFor()
    {
        const QImage image = QImage::fromData(renderCurvePng(sample::curves(), {400, 300}, printTokens(), 3.0), "PNG");
        QCOMPARE(image.size(), QSize(1200, 900));
        QVERIFY(renderCurvePng(sample::curves(), {0, 300}, printTokens()).isEmpty());
        QVERIFY(renderCurveSvg(sample::curves(), {}, printTokens()).isEmpty());
    }

    void tooFewIsSaidInsteadOfDrawn()
    {
        CurveData data = sample::curves();
        data.tooFew = u"Only 4 members have left so far."_s;
        const Svg svg = read(renderCurveSvg(data, {600, 400}, printTokens()));
        QVERIFY(svg.texts.join(u' ').contains(u"Only 4 members"_s));
        QVERIFY(!svg.texts.join(u' ').contains(u"Members at risk"_s));
    }

    void survivesDataThatCannotBeDrawn_data()
    {
        QTest::addColumn<CurveData>("data");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        CurveData data;
        QTest::newRow("no groups") << data;
        data.groups = {{u"A"_s, {}, {}}};
        QTest::newRow("no points") << data;
        data.groups = {{u"A"_s, {{0, 1}}, {}}};
        QTest::newRow("one point") << data;
        data.groups = {{u"A"_s, {{0, nan}, {1, nan}}, {}}};
        QTest::newRow("all gaps") << data;
        data.yMin.reset();
        data.yMax.reset();
        data.groups = {{u"A"_s, {{0, 5}, {1, 5}}, {}}};
        QTest::newRow("flat without limits") << data;
        data.groups = {{u"A"_s, {{0, std::numeric_limits<double>::infinity()}, {1, 5}}, {}}};
        QTest::newRow("infinite") << data;
    }

    void survivesDataThatCannotBeDrawn()
    {
        QFETCH(CurveData, data);
        QVERIFY(read(renderCurveSvg(data, {500, 300}, printTokens())).wellFormed);
        QVERIFY(!describe(data).isEmpty());
        QVERIFY(!renderCurveSvg(data, {10, 10}, printTokens()).isEmpty());
    }

    void decimationKeepsTheOutline()
    {
        QList<CurvePoint> points;
        QList<qsizetype> all;
        for (int i = 0; i < 20000; ++i) {
            points.append({i / 20000.0, i == 12345 ? 9.0 : i == 777 ? -9.0 : std::sin(i / 900.0)});
            all.append(i);
        }
        const QList<qsizetype> kept = decimate(points, all, [](double x) { return x * 800.0; });
        QVERIFY(kept.size() <= 4 * 801);
        QVERIFY(kept.contains(12345));
        QVERIFY(kept.contains(777));
        QCOMPARE(kept.first(), 0);
        QCOMPARE(kept.last(), 19999);
        QVERIFY(std::is_sorted(kept.cbegin(), kept.cend()));
    }

    void aLargeCurveMakesASmallFile()
    {
        CurveData data = sample::curves();
        data.groups = {sample::curve(u"A"_s, 100000, 0.00001, 0.01, 100000)};
        const QByteArray svg = renderCurveSvg(data, {800, 400}, printTokens());
        QVERIFY2(svg.size() < 400000, qPrintable(QString::number(svg.size()))); // undecimated it is several megabytes
    }
};

QTEST_MAIN(TestCurveData)
#include "tst_curvedata.moc"

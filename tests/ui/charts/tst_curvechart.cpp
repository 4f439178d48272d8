// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecurves.h"

#include "charts/curvechart.h"
#include "theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

void moveMouse(QWidget& widget, QPointF position, Qt::MouseButtons buttons = Qt::NoButton, Qt::KeyboardModifiers modifiers = {})
{
    QMouseEvent event(QEvent::MouseMove, position, widget.mapToGlobal(position), Qt::NoButton, buttons, modifiers);
    QApplication::sendEvent(&widget, &event);
}

void turnWheel(QWidget& widget, QPointF position, int notches, Qt::KeyboardModifiers modifiers, bool* accepted = nullptr)
{
    QWheelEvent event(position, widget.mapToGlobal(position), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
    if (accepted)
        *accepted = event.isAccepted();
}

} // namespace

class TestCurveChart : public QObject {
    Q_OBJECT

private:
    Theme m_theme;
    std::unique_ptr<CurveChart> m_chart;

private Q_SLOTS:
    void init()
    {
        m_chart = std::make_unique<CurveChart>(m_theme);
        m_chart->setData(sample::curves());
        m_chart->resize(900, 500);
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    }

    void cleanup() { m_chart.reset(); }

    void hoverShowsTheDatumNotTheCursor()
    {
        QSignalSpy changed(m_chart.get(), &CurveChart::currentChanged);
        moveMouse(*m_chart, m_chart->positionOf(1, 8) + QPointF(3, 2));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_chart->currentGroup(), 1);
        QCOMPARE(m_chart->currentPoint(), 8);
        QVERIFY(m_chart->currentText().contains(u"Days since joining: 120"_s)); // 8 x 15 days exactly
        QCOMPARE(m_chart->accessibleDescription(), m_chart->currentText());
        moveMouse(*m_chart, QPointF(2, 2));
        QCOMPARE(m_chart->currentGroup(), -1);
        QCOMPARE(m_chart->accessibleDescription(), m_chart->description());
    }

    void hoverPaintsTheDatum()
    {
        const QImage before = m_chart->grab().toImage();
        m_chart->setCurrent(0, 10);
        QVERIFY(m_chart->grab().toImage() != before);
        m_chart->setCurrent(-1, -1);
        QCOMPARE(m_chart->grab().toImage(), before);
    }

    void clickOnAPointOpensIt()
    {
        QSignalSpy opened(m_chart.get(), &CurveChart::pointActivated);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->positionOf(2, 5).toPoint());
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first(), QVariantList({2, 5}));
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(5, 5)); // on the title
        QCOMPARE(opened.count(), 1);
    }

    void keysStepAlongPointsAndGroups()
    {
        m_chart->setFocus();
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(m_chart->currentGroup(), 0);
        QCOMPARE(m_chart->currentPoint(), 0);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(m_chart->currentPoint(), 2);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(m_chart->currentPoint(), 1);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(m_chart->currentGroup(), 1);
        QCOMPARE(m_chart->currentPoint(), 1); // at the same x
        QTest::keyClick(m_chart.get(), Qt::Key_Up);
        QTest::keyClick(m_chart.get(), Qt::Key_Up);
        QCOMPARE(m_chart->currentGroup(), 2); // round the circle
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QCOMPARE(m_chart->currentPoint(), 18);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(m_chart->currentPoint(), 18); // the end is the end
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QCOMPARE(m_chart->currentPoint(), 0);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QCOMPARE(m_chart->currentGroup(), -1);
    }

    void enterOpensTheCurrentPoint()
    {
        QSignalSpy opened(m_chart.get(), &CurveChart::pointActivated);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
        QCOMPARE(opened.count(), 0);
        m_chart->setCurrent(1, 3);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first(), QVariantList({1, 3}));
    }

    void keysPassOverGapsAndHiddenGroups()
    {
        CurveData data = sample::curves();
        data.groups[0].points[1].y = std::numeric_limits<double>::quiet_NaN();
        m_chart->setData(data);
        m_chart->setCurrent(0, 0);
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(m_chart->currentPoint(), 2);
        m_chart->setGroupVisible(1, false);
        QTest::keyClick(m_chart.get(), Qt::Key_Down);
        QCOMPARE(m_chart->currentGroup(), 2);
    }

    void legendHidesAndShowsAGroup()
    {
        QSignalSpy toggled(m_chart.get(), &CurveChart::groupVisibilityChanged);
        const QImage before = m_chart->grab().toImage();
        const QRectF entry = m_chart->legendRect(1);
        QVERIFY(entry.isValid());
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, entry.center().toPoint());
        QVERIFY(!m_chart->isGroupVisible(1));
        QCOMPARE(toggled.count(), 1);
        QVERIFY(m_chart->grab().toImage() != before);
        QVERIFY(m_chart->legendRect(1).isValid()); // there to bring it back
        moveMouse(*m_chart, m_chart->positionOf(1, 8));
        QVERIFY(m_chart->currentGroup() != 1);

        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->legendRect(1).center().toPoint());
        QVERIFY(m_chart->isGroupVisible(1));
    }

    void spaceTogglesTheCurrentGroup()
    {
        m_chart->setCurrent(2, 4);
        QTest::keyClick(m_chart.get(), Qt::Key_Space);
        QVERIFY(!m_chart->isGroupVisible(2));
        QTest::keyClick(m_chart.get(), Qt::Key_Space);
        QVERIFY(m_chart->isGroupVisible(2));
    }

    void legendStandsAboveWhenThereIsNoTable()
    {
        CurveData data = sample::curves();
        data.atRiskTitle.clear();
        m_chart->setData(data);
        for (int group = 0; group < 3; ++group) {
            QVERIFY(m_chart->legendRect(group).isValid());
            QVERIFY(m_chart->legendRect(group).bottom() <= m_chart->plotRect().top());
        }
        QVERIFY(!m_chart->legendRect(0).intersects(m_chart->legendRect(1)));
    }

    void zoomKeepsThePlaceUnderThePointer()
    {
        const QPointF place = m_chart->positionOf(0, 12);
        turnWheel(*m_chart, place, 2, Qt::ControlModifier);
        QVERIFY(m_chart->view().width() < 375.0);
        const QPointF now = m_chart->positionOf(0, 12);
        // The axis numbers may get wider and move the plot by a few pixels.
        QVERIFY2(std::abs(now.x() - place.x()) < 12.0, qPrintable(QString::number(now.x() - place.x())));
        QTest::keyClick(m_chart.get(), Qt::Key_0);
        QCOMPARE(m_chart->view(), QRectF(0, 0, 375, 1));
    }

    void wheelScrollsThePageUnlessTheChartIsMeant()
    {
        bool accepted = true;
        const QPointF place = m_chart->plotRect().center();
        m_chart->clearFocus();
        turnWheel(*m_chart, place, 1, {}, &accepted);
        QVERIFY(!accepted);
        turnWheel(*m_chart, place, -1, Qt::ControlModifier, &accepted);
        QVERIFY(!accepted); // everything is on view already
        turnWheel(*m_chart, place, 1, Qt::ControlModifier, &accepted);
        QVERIFY(accepted);
    }

    void plusMinusAndArrowsMoveTheView()
    {
        QSignalSpy moved(m_chart.get(), &CurveChart::viewChanged);
        QTest::keyClick(m_chart.get(), Qt::Key_Plus);
        const QRectF near = m_chart->view();
        QCOMPARE(near.width(), 300.0); // 375 / 1.25
        QTest::keyClick(m_chart.get(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(m_chart->view().left(), near.left() + 30.0); // a tenth
        QTest::keyClick(m_chart.get(), Qt::Key_Minus);
        QCOMPARE(m_chart->view(), QRectF(0, 0, 375, 1));
        QCOMPARE(moved.count(), 3);
        QTest::keyClick(m_chart.get(), Qt::Key_Minus); // never farther than everything
        QCOMPARE(moved.count(), 3);
    }

    void draggingMarksARectangleToZoomInto()
    {
        const QRectF plot = m_chart->plotRect();
        const QPointF from = plot.topLeft() + QPointF(plot.width() * 0.25, plot.height() * 0.1);
        const QPointF to = plot.topLeft() + QPointF(plot.width() * 0.75, plot.height() * 0.6);
        QSignalSpy opened(m_chart.get(), &CurveChart::pointActivated);
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, from.toPoint());
        moveMouse(*m_chart, to, Qt::LeftButton);
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, to.toPoint());
        QVERIFY(std::abs(m_chart->view().left() - 375 * 0.25) < 2.0); // a pixel is about half a day
        QVERIFY(std::abs(m_chart->view().width() - 375 * 0.5) < 3.0);
        QVERIFY(std::abs(m_chart->view().height() - 0.5) < 0.02);
        QCOMPARE(opened.count(), 0); // a drag is not a click
    }

    void draggingWithShiftPans()
    {
        m_chart->setView(QRectF(100, 0.2, 100, 0.5));
        const QPointF from = m_chart->plotRect().center();
        const QPointF to = from - QPointF(m_chart->plotRect().width() / 4, 0);
        QTest::mousePress(m_chart.get(), Qt::LeftButton, Qt::ShiftModifier, from.toPoint());
        moveMouse(*m_chart, to, Qt::LeftButton, Qt::ShiftModifier);
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, Qt::ShiftModifier, to.toPoint());
        QVERIFY(std::abs(m_chart->view().left() - 125.0) < 1.5);
        QCOMPARE(m_chart->view().width(), 100.0);
    }

    void steppingBringsThePointIntoView()
    {
        m_chart->setView(QRectF(0, 0.5, 60, 0.5));
        m_chart->setCurrent(0, 0);
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QVERIFY(m_chart->view().contains(QPointF(375, m_chart->data().groups[0].points[25].y)));
    }

    void newDataForgetsTheOldArrangement()
    {
        m_chart->setView(QRectF(100, 0.2, 100, 0.5));
        m_chart->setGroupVisible(0, false);
        m_chart->setCurrent(1, 20);
        CurveData small = sample::curves();
        small.groups.resize(1);
        small.groups[0].points.resize(2);
        m_chart->setData(small);
        QCOMPARE(m_chart->currentGroup(), -1);
        QVERIFY(m_chart->isGroupVisible(0));
        QCOMPARE(m_chart->view(), QRectF(0, 0, 15, 1));
        QCOMPARE(m_chart->accessibleName(), small.title);
    }

    void worksWithNothingToShow()
    {
        m_chart->setData({});
        for (const auto key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_End, Qt::Key_Return, Qt::Key_Space, Qt::Key_Plus, Qt::Key_0})
            QTest::keyClick(m_chart.get(), key);
        moveMouse(*m_chart, QPointF(300, 200));
        turnWheel(*m_chart, QPointF(300, 200), 1, Qt::ControlModifier);
        QCOMPARE(m_chart->currentGroup(), -1);
        QVERIFY(!m_chart->grab().isNull());
    }

    void followsTheTheme()
    {
        Theme theme;
        CurveChart chart(theme);
        chart.setData(sample::curves());
        chart.resize(400, 300);
        QCOMPARE(chart.grab().toImage().pixelColor(2, 150), lightTokens().surface);
        theme.setMode(Theme::Mode::Dark);
        QCOMPARE(chart.grab().toImage().pixelColor(2, 150), darkTokens().surface);
        // What leaves the program is for paper.
        QCOMPARE(QImage::fromData(chart.toPng({200, 150}, 1.0)).pixelColor(2, 75), QColor(Qt::white));
    }

    void paintsWithoutEverBeingShown()
    {
        CurveChart hidden(m_theme);
        hidden.setData(sample::curves());
        QCOMPARE(hidden.toSvg({800, 480}), renderCurveSvg(sample::curves(), {800, 480}, printTokens()));
    }

    void clipboardHoldsPictureAndRows()
    {
        m_chart->copyToClipboard();
        const QMimeData* mime = QApplication::clipboard()->mimeData();
        QVERIFY(mime->hasImage());
        QVERIFY(mime->text().startsWith(u"Group\tDays since joining\t"_s));
        QVERIFY(mime->data(u"image/svg+xml"_s).contains("Members at risk"));
    }
};

QTEST_MAIN(TestCurveChart)
#include "tst_curvechart.moc"

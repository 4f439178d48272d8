// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecurves.h"

#include "charts/chartframe.h"
#include "charts/curvechart.h"
#include "theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestChartFrame : public QObject {
    Q_OBJECT

private:
    Theme m_theme;
    CurveChart* m_chart = nullptr;
    std::unique_ptr<ChartFrame> m_frame;

    QToolButton* button(const QString& name) const
    {
        for (QToolButton* candidate : m_frame->findChildren<QToolButton*>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_chart = new CurveChart(m_theme);
        m_chart->setData(sample::curves());
        m_frame = std::make_unique<ChartFrame>(m_theme, m_chart);
        m_frame->resize(800, 500);
        m_frame->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_frame.get()));
    }

    void cleanup() { m_frame.reset(); }

    void tableTakesThePlaceOfThePicture()
    {
        auto* table = m_frame->findChild<QTableView*>();
        QVERIFY(!m_frame->showsTable());
        QToolButton* toggle = button(u"Show as table"_s);
        QVERIFY(toggle);
        toggle->click();
        QVERIFY(m_frame->showsTable());
        QVERIFY(table->isVisible());
        QVERIFY(!m_chart->isVisible());
        QCOMPARE(table->model()->rowCount(), 26 + 26 + 19);
        CurveData small = sample::curves();
        small.groups.resize(1);
        m_chart->setData(small);
        QCOMPARE(table->model()->rowCount(), 26); // it follows the data
        toggle->click();
        QVERIFY(m_chart->isVisible());
    }

    void everyButtonHasAName()
    {
        const auto buttons = m_frame->findChildren<QToolButton*>();
        int named = 0;
        for (const QToolButton* candidate : buttons) {
            if (candidate->parent() != m_frame.get())
                continue; // the table view's own corner
            QVERIFY(!candidate->accessibleName().isEmpty());
            QVERIFY(candidate->focusPolicy() & Qt::TabFocus);
            ++named;
        }
        QCOMPARE(named, 7);
    }

    void explanationIsDisclosed()
    {
        QToolButton* how = button(u"How is this computed?"_s);
        QVERIFY(!how->isVisible());
        m_frame->setExplanation(u"Kaplan–Meier."_s);
        QVERIFY(how->isVisible());
        QLabel* text = nullptr;
        for (QLabel* label : m_frame->findChildren<QLabel*>()) {
            if (label->text() == u"Kaplan–Meier."_s)
                text = label;
        }
        QVERIFY(text && !text->isVisible());
        how->click();
        QVERIFY(text->isVisible());
        m_frame->setExplanation({});
        QVERIFY(!how->isVisible() && !text->isVisible());
    }

    void savesWhatTheSuffixSays()
    {
        const QTemporaryDir folder;
        QSignalSpy saved(m_frame.get(), &ChartFrame::saved);
        QVERIFY(m_frame->saveAs(folder.filePath(u"留存.png"_s)));
        QVERIFY(m_frame->saveAs(folder.filePath(u"c.svg"_s)));
        QVERIFY(m_frame->saveAs(folder.filePath(u"c.csv"_s)));
        QCOMPARE(saved.count(), 3);
        const QImage picture = QImage::fromData(contentOf(folder.filePath(u"留存.png"_s)), "PNG");
        QVERIFY(picture.width() >= 2 * 960); // twice the pixels of a page's width
        QVERIFY(contentOf(folder.filePath(u"c.svg"_s)).contains("<title>Supporters stay longest"));
        const QByteArray csv = contentOf(folder.filePath(u"c.csv"_s));
        QVERIFY(csv.startsWith("\xEF\xBB\xBFGroup,Days since joining,"));
        QCOMPARE(csv.count("\r\n"), 1 + 26 + 26 + 19);
    }

    void aFailedSaveIsSaid()
    {
        const QTemporaryDir folder;
        QSignalSpy failed(m_frame.get(), &ChartFrame::saveFailed);
        QVERIFY(!m_frame->saveAs(folder.filePath(u"missing/c.png"_s)));
        QCOMPARE(failed.count(), 1);
        QVERIFY(!failed.first().at(1).toString().isEmpty());
    }

    void exportAsksWhereWithoutBlocking()
    {
        m_frame->setFileName(u"retention-by-tier"_s);
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        m_frame->exportAs(u"svg"_s);
        auto* dialog = m_frame->findChild<QFileDialog*>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
        QCOMPARE(dialog->defaultSuffix(), u"svg"_s);
        dialog->reject();
    }

    void copyFillsTheClipboard()
    {
        QSignalSpy copied(m_frame.get(), &ChartFrame::copied);
        button(u"Copy picture and data"_s)->click();
        QCOMPARE(copied.count(), 1);
        QVERIFY(QApplication::clipboard()->mimeData()->hasImage());
    }

    void zoomButtonsMoveTheChart()
    {
        button(u"Zoom in"_s)->click();
        QCOMPARE(m_chart->view().width(), 300.0);
        button(u"Show everything"_s)->click();
        QCOMPARE(m_chart->view().width(), 375.0);
    }
};

QTEST_MAIN(TestChartFrame)
#include "tst_chartframe.moc"

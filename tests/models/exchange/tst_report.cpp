// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pagestrips.h"
#include "exchange/report.h"

#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace lyceum::exchange;

namespace {

ReportTable longTable(int rows, int columns)
{
    ReportTable table;
    table.caption = u"Long table"_s;
    for (int column = 0; column < columns; ++column)
        table.columns.append({u"Column %1"_s.arg(column), column > 0});
    for (int row = 0; row < rows; ++row) {
        QList<ReportCell> cells;
        for (int column = 0; column < columns; ++column)
            cells.append({column == 0 ? u"Row %1"_s.arg(row) : u"%1.%2"_s.arg(row).arg(column), {}, {}});
        table.rows.append(cells);
    }
    return table;
}

ReportDocument documentOf(const QList<ReportBlock>& blocks)
{
    ReportDocument document;
    document.title = u"A title"_s;
    document.subtitle = u"And more"_s;
    document.locale = QLocale(u"zh_CN"_s);
    document.pageWords = u"Page %1 of %2"_s;
    document.blocks = blocks;
    return document;
}

} // namespace

class TestReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noRowIsCutAndEachPageOfATableBeginsWithItsHeader()
    {
        const double height = 900;
        const std::vector<Strip> strips = stripsOf(documentOf({longTable(100, 4)}), 650, height);
        const std::vector<PlacedPage> pages = placed(strips, height);
        QVERIFY(pages.size() >= 2);
        std::size_t shown = 0;
        for (std::size_t page = 0; page < pages.size(); ++page) {
            double bottom = 0;
            for (const PlacedStrip& strip : pages[page]) {
                QVERIFY(strip.top >= bottom - 1e-9); // nothing lies over anything
                bottom = strip.top + strip.strip->height;
                QVERIFY(bottom <= height);
                shown += std::size_t(std::ranges::count_if(strips, [&](const Strip& own) { return &own == strip.strip; }));
            }
            if (page > 0)
                QCOMPARE(pages[page].front().strip, pages[page][1].strip->header.get());
        }
        QCOMPARE(shown, strips.size()); // each strip once; headers shown again are copies
    }

    void aHeadingStaysWithWhatFollows()
    {
        const double height = 300;
        QList<ReportBlock> blocks;
        for (int i = 0; i < 40; ++i) {
            blocks.append(ReportHeading {u"Heading"_s});
            blocks.append(ReportParagraph {u"One line of text."_s});
        }
        const std::vector<Strip> strips = stripsOf(documentOf(blocks), 650, height);
        for (const PlacedPage& page : placed(strips, height))
            QVERIFY(!page.back().strip->keepWithNext);
    }

    void aPictureIsMadeToFitAPage()
    {
        ReportPicture picture;
        picture.size = QSizeF(3000, 4000);
        picture.paint = [](QPainter&, const QRectF&) {};
        picture.caption = u"Huge"_s;
        const std::vector<Strip> strips = stripsOf(documentOf({picture}), 650, 900);
        QVERIFY(strips.back().height <= 900);
        QVERIFY(std::abs(strips.back().height / 4000 * 3000) <= 650);
    }

    void aRowTallerThanAPageDoesNotHang()
    {
        std::vector<Strip> strips(3);
        for (Strip& strip : strips) {
            strip.height = 500;
            strip.paint = [](QPainter&, QPointF) {};
        }
        QCOMPARE(placed(strips, 300).size(), std::size_t(3));
    }

    void aTableTooWideGoesOnBelowWithItsFirstColumn()
    {
        const QString text = pdfText(documentOf({longTable(3, 40)}));
        for (int column = 0; column < 40; ++column)
            QVERIFY2(text.contains(u"2.%1"_s.arg(column == 0 ? 1 : column)), qPrintable(text));
        QVERIFY2(text.count(u"Row 2"_s) >= 2, qPrintable(text));
    }

    void chineseAndPageNumbersCanBeFoundInThePdf()
    {
        QList<ReportBlock> blocks {ReportHeading {u"会员留存"_s}, ReportParagraph {u"半数付费会员停留 14 个月以上；长门直角骨，全部可以查找。"_s}};
        for (int i = 0; i < 60; ++i)
            blocks.append(ReportParagraph {u"Paragraph %1 of sixty."_s.arg(i)});
        const QString text = pdfText(documentOf(blocks));
        QVERIFY2(text.contains(u"会员留存"_s), qPrintable(text));
        QVERIFY2(text.contains(u"长门直角骨"_s), qPrintable(text));
        QVERIFY2(text.contains(u"Page 2 of 2"_s), qPrintable(text));
        QVERIFY(text.contains(u"Paragraph 59 of sixty."_s));
    }

    void htmlEscapesWhateverANameHolds()
    {
        ReportTable table = longTable(1, 2);
        table.caption = u"<b>\"caption\"</b>"_s;
        table.rows[0][1].text = u"a\u0001b<script>"_s;
        table.rows[0][1].ground = QColor(Qt::black);
        table.rows[0][1].ink = QColor(Qt::white);
        const QByteArray html = htmlReport(documentOf({table, ReportNote {u"5 < 6 & 7"_s}}));
        QXmlStreamReader reader(html);
        QString text;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::Characters)
                text += reader.text();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(text.contains(u"ab<script>"_s));
        QVERIFY(text.contains(u"5 < 6 & 7"_s));
        QVERIFY(html.contains("lang=\"zh-CN\""));
        QVERIFY(html.contains("background:#000000;color:#ffffff"));
    }

    void csvHoldsTheTablesForProgramsOnly()
    {
        ReportTable data = longTable(1, 2);
        data.use = ReportTable::For::Programs;
        data.caption = u"数据"_s;
        const QByteArray csv = csvReport(documentOf({longTable(1, 2), data, data}), {/*byteOrderMark=*/false});
        QCOMPARE(QString::fromUtf8(csv),
            u"数据\r\nColumn 0,Column 1\r\nRow 0,0.1\r\n\"\"\r\n数据\r\nColumn 0,Column 1\r\nRow 0,0.1\r\n"_s);
        QVERIFY(csvReport(documentOf({data})).startsWith("\xef\xbb\xbf"));
    }

private:
    static QString pdfText(const ReportDocument& document)
    {
        const QString tool = QStandardPaths::findExecutable(u"pdftotext"_s);
        if (tool.isEmpty())
            qFatal("install poppler-utils");
        QTemporaryDir dir;
        QFile file(dir.filePath(u"report.pdf"_s));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(pdfReport(document).value());
        file.close();
        QProcess process;
        process.start(tool, {u"-layout"_s, u"-enc"_s, u"UTF-8"_s, file.fileName(), u"-"_s});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }
};

QTEST_MAIN(TestReport)
#include "tst_report.moc"

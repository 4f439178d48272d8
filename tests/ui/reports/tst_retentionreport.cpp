// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvreader.h"
#include "madeanswers.h"
#include "reports/retentionreport.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace made;
using namespace lyceum::ui;

class TestRetentionReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(m_format.locale()); }

    void htmlIsWellFormedAndNeedsNothingFromElsewhere()
    {
        const QByteArray html = render(ReportFormat::Html);
        QXmlStreamReader reader(html);
        int tables = 0;
        int drawings = 0;
        int rowHeads = 0;
        QStringList text;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement()) {
                for (const QXmlStreamAttribute& attribute : reader.attributes())
                    QVERIFY2(!QStringList({u"src"_s, u"href"_s}).contains(attribute.name().toString()), qPrintable(attribute.value().toString()));
                tables += reader.name() == u"table"_s;
                drawings += reader.name() == u"svg"_s;
                rowHeads += reader.attributes().value(u"scope"_s) == u"row"_s;
                if (reader.name() == u"html"_s)
                    QCOMPARE(reader.attributes().value(u"lang"_s), u"en-US"_s);
                if (reader.name() == u"svg"_s)
                    QVERIFY(reader.attributes().value(u"aria-label"_s).contains(u"Median of 青铜会员: 105"_s));
            } else if (reader.isCharacters()) {
                text.append(reader.text().toString());
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(tables, 3); // groups, shares, cohorts
        QCOMPARE(drawings, 1);
        QCOMPARE(rowHeads, 2 + 2 + 3);
        QVERIFY(!html.contains("url("));
        QVERIFY(!html.contains("<script"));
        const QString all = text.join(u'\n');
        QVERIFY(all.contains(u"105 ("_s));
        QVERIFY(all.contains(u"研究社 <甲 & 乙>"_s));
        QVERIFY(all.contains(u"not reached"_s));
    }

    void pdfTextCanBeFoundAndCopied()
    {
        const QString tool = QStandardPaths::findExecutable(u"pdftotext"_s);
        QVERIFY2(!tool.isEmpty(), "install poppler-utils");
        QTemporaryDir dir;
        const QString path = dir.filePath(u"report.pdf"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(render(ReportFormat::Pdf));
        file.close();
        if (const QString keep = qEnvironmentVariable("LYCEUM_SCREENSHOTS"); !keep.isEmpty()) {
            QFile::remove(keep + u"/report.pdf"_s);
            QFile::copy(path, keep + u"/report.pdf"_s);
        }
        QProcess process;
        process.start(tool, {u"-layout"_s, u"-enc"_s, u"UTF-8"_s, path, u"-"_s});
        QVERIFY(process.waitForFinished());
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        for (const QString& part : {u"研究社 <甲 & 乙>"_s, u"青铜会员"_s, u"金牌会员"_s, u"105 ("_s, u"not reached"_s, u"Page 1 of "_s, u"Jan 2026"_s,
                 u"Log-rank test"_s, u"How this is computed"_s, u"Members watched so long"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
    }

    void csvHasTheBareNumbers()
    {
        const QByteArray csv = render(ReportFormat::Csv);
        QVERIFY(csv.startsWith("\xef\xbb\xbf"));
        lyceum::exchange::CsvReadOptions options;
        options.hasHeader = false;
        auto reader = lyceum::exchange::CsvReader::open(csv, options).value();
        QList<QStringList> rows;
        while (reader->next().value())
            rows.append(reader->texts());
        QVERIFY(rows.contains(QStringList({u"As of"_s, u"2026-06-01T00:00:00Z"_s})));
        QVERIFY(rows.contains(QStringList({u"Rules"_s, u"Lyceum"_s})));
        QVERIFY(rows.contains(QStringList({u"Members who ever paid"_s, u"40"_s})));
        const auto group = std::ranges::find_if(rows, [](const QStringList& row) { return row.first() == u"青铜会员"_s; });
        QVERIFY(group != rows.end());
        QCOMPARE(group->mid(1, 3), QStringList({u"20"_s, u"20"_s, u"105"_s}));
        QCOMPARE(std::ranges::count_if(rows, [](const QStringList& row) { return row.first() == u"2026-01"_s; }), 3);
        const auto step = std::ranges::find_if(rows, [](const QStringList& row) { return row.size() == 7 && row.mid(0, 2) == QStringList({u"青铜会员"_s, u"50"_s}); });
        QVERIFY(step != rows.end());
        QVERIFY(std::abs(step->at(2).toDouble() - 0.75) < 1e-9);
        QCOMPARE(step->mid(5, 2), QStringList({u"16"_s, u"1"_s}));
    }

    void anEmptyCommunityGivesAReportThatSaysSo_data()
    {
        QTest::addColumn<ReportFormat>("format");
        QTest::newRow("pdf") << ReportFormat::Pdf;
        QTest::newRow("html") << ReportFormat::Html;
    }
    void anEmptyCommunityGivesAReportThatSaysSo()
    {
        QFETCH(ReportFormat, format);
        const auto bytes = renderRetentionReport(answer(RetentionGrouping::Tier, {}), facts(), format, m_format);
        QVERIFY(bytes);
        QVERIFY(bytes->size() > 1000);
        if (format == ReportFormat::Html)
            QVERIFY(bytes->contains("Nobody has paid yet"));
    }

private:
    lyceum::workspace::WorkspaceFacts facts() const
    {
        lyceum::workspace::WorkspaceFacts facts;
        facts.title = u"研究社 <甲 & 乙>"_s;
        facts.timeZone = "UTC";
        return facts;
    }
    QByteArray render(ReportFormat format) const { return renderRetentionReport(twoTiers(), facts(), format, m_format).value(); }

    const Format m_format {QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc()};
};

QTEST_MAIN(TestRetentionReport)
#include "tst_retentionreport.moc"

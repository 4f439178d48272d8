// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvreader.h"
#include "exchange/csvwriter.h"

#include <QBuffer>
#include <QFile>
#include <QtTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace lyceum;
using namespace lyceum::exchange;

using Rows = QList<QStringList>;

namespace {

constexpr CsvWriteOptions kPlain {.byteOrderMark = false};

} // namespace

class TestCsvWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAsTheStandardSays_data()
    {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("plain") << QStringList {u"a"_s, u"b c"_s, u""_s} << QByteArray("a,b c,\r\n");
        QTest::newRow("delimiter") << QStringList {u"a,b"_s} << QByteArray("\"a,b\"\r\n");
        QTest::newRow("quote") << QStringList {u"a\"b"_s} << QByteArray("\"a\"\"b\"\r\n");
        QTest::newRow("line ends") << QStringList {u"a\nb"_s, u"c\r"_s} << QByteArray("\"a\nb\",\"c\r\"\r\n");
        QTest::newRow("Chinese") << QStringList {u"会员，等级"_s} << QByteArray("会员，等级\r\n");
        QTest::newRow("one empty cell") << QStringList {u""_s} << QByteArray("\"\"\r\n");
        QTest::newRow("no cells") << QStringList {} << QByteArray();
    }

    void writesAsTheStandardSays()
    {
        QFETCH(QStringList, cells);
        QFETCH(QByteArray, line);
        QCOMPARE(csvOf({cells}, kPlain), line);
    }

    void guardsWhatASpreadsheetWouldCompute_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("=") << u"=cmd|' /C calc'!A0"_s << QByteArray("'=cmd|' /C calc'!A0\r\n");
        QTest::newRow("+") << u"+1 555"_s << QByteArray("'+1 555\r\n");
        QTest::newRow("-") << u"-a"_s << QByteArray("'-a\r\n");
        QTest::newRow("@") << u"@sum"_s << QByteArray("'@sum\r\n");
        QTest::newRow("tab") << u"\tx"_s << QByteArray("'\tx\r\n");
        QTest::newRow("inside quotes") << u"=1,2"_s << QByteArray("\"'=1,2\"\r\n");
        QTest::newRow("a guard already") << u"'=1"_s << QByteArray("''=1\r\n");
        QTest::newRow("an apostrophe") << u"'tis"_s << QByteArray("'tis\r\n");
        QTest::newRow("a negative number") << u"-12.50"_s << QByteArray("-12.50\r\n");
        QTest::newRow("a power") << u"+1e-9"_s << QByteArray("+1e-9\r\n");
        QTest::newRow("no number") << u"-1e"_s << QByteArray("'-1e\r\n");
        QTest::newRow("a sign alone") << u"-"_s << QByteArray("'-\r\n");
        QTest::newRow("a sum") << u"-1+1"_s << QByteArray("'-1+1\r\n");
    }

    void guardsWhatASpreadsheetWouldCompute()
    {
        QFETCH(QString, cell);
        QFETCH(QByteArray, line);
        QCOMPARE(csvOf({{cell}}, kPlain), line);
        QVERIFY(csvOf({{cell}}, {.byteOrderMark = false, .formulaGuard = false}).contains(cell.toUtf8()));
    }

    void beginsWithAMark()
    {
        QCOMPARE(csvOf({{u"a"_s}}), QByteArray("\xef\xbb\xbf" "a\r\n"));
        QCOMPARE(csvOf({}), QByteArray("\xef\xbb\xbf"));
    }

    void obeysTheDelimiter()
    {
        QCOMPARE(csvOf({{u"1,5"_s, u"a;b"_s}}, {.byteOrderMark = false, .delimiter = ';'}), QByteArray("1,5;\"a;b\"\r\n"));
    }

    void isReadBackCellByCell()
    {
        std::mt19937 random(7);
        const QString alphabet = u"ab ,;\t\"\"\r\n'=+-@1.e会员𝄞é\ufeff"_s;
        for (int round = 0; round < 3000; ++round) {
            CsvWriteOptions options;
            options.byteOrderMark = round % 2 == 0;
            options.delimiter = round % 3 == 0 ? ';' : ',';
            Rows rows;
            for (quint64 row = random() % 4 + 1; row > 0; --row) {
                QStringList cells;
                for (quint64 cell = random() % 4 + 1; cell > 0; --cell) {
                    QString text;
                    for (quint64 i = random() % 7; i > 0; --i) {
                        const auto at = qsizetype(random() % quint64(alphabet.size()));
                        if (!alphabet[at].isSurrogate())
                            text += alphabet[at];
                        else
                            text += u"𝄞";
                    }
                    cells += text;
                }
                rows += cells;
            }
            CsvReadOptions reading;
            reading.hasHeader = false;
            reading.delimiter = options.delimiter;
            auto reader = CsvReader::open(csvOf(rows, options), reading);
            QVERIFY(reader.has_value());
            Rows back;
            while ((*reader)->next().value())
                back += (*reader)->texts();
            QCOMPARE(back, rows);
        }
    }

    void writesMoreThanItHolds()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        CsvWriter writer(buffer, kPlain);
        for (int i = 0; i < 30000; ++i)
            QVERIFY(writer.write({QString::number(i), u"text"_s}).has_value());
        QVERIFY(buffer.data().size() > 0); // handed on as it grows
        QVERIFY(writer.finish().has_value());
        QCOMPARE(buffer.data().count('\n'), 30000);
        QVERIFY(buffer.data().endsWith("29999,text\r\n"));
    }

#ifdef Q_OS_LINUX // whose /dev/full is a disk that is always full
    void saysWhenTheDiskIsFull()
    {
        QFile full(u"/dev/full"_s);
        QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        CsvWriter writer(full);
        QVERIFY(writer.write({u"a"_s}).has_value());
        QCOMPARE(writer.finish().error().kind, Error::Kind::Io);
    }
#endif
};

QTEST_APPLESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"

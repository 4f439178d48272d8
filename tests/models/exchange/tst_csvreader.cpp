// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvreader.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QtTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace lyceum;
using namespace lyceum::exchange;

using Rows = QList<QStringList>;

namespace {

CsvReadOptions headless(qsizetype chunkBytes = 256 * 1024)
{
    CsvReadOptions options;
    options.hasHeader = false;
    options.chunkBytes = chunkBytes;
    return options;
}

/// Every row, or the rows up to the error.
std::pair<Rows, std::optional<Error>> readAll(const QByteArray& bytes, const CsvReadOptions& options)
{
    Rows rows;
    auto reader = CsvReader::open(bytes, options);
    if (!reader)
        return {rows, reader.error()};
    for (;;) {
        const Result<bool> more = (*reader)->next();
        if (!more)
            return {rows, more.error()};
        if (!*more)
            return {rows, std::nullopt};
        QStringList cells;
        for (int i = 0; i < (*reader)->cells(); ++i)
            cells += (*reader)->text(i);
        rows += cells;
    }
}

/// A device that cannot seek and gives a few bytes at a time, as a pipe does.
class Drip : public QIODevice {
public:
    explicit Drip(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at == m_bytes.size(); }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qsizetype count = std::min<qsizetype>({qsizetype(most), 7, m_bytes.size() - m_at});
        std::copy_n(m_bytes.constData() + m_at, count, data);
        m_at += count;
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

/// Fails in the middle.
class Broken : public Drip {
public:
    using Drip::Drip;
    bool atEnd() const override { return false; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 got = Drip::readData(data, most);
        if (got == 0)
            setErrorString(u"The cable is out"_s);
        return got == 0 ? -1 : got;
    }
};

} // namespace

class TestCsvReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsWritten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Rows>("rows");
        QTest::newRow("nothing") << QByteArray() << Rows {};
        QTest::newRow("line feeds") << QByteArray("a,b\nc,d\n") << Rows {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
        QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n") << Rows {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
        QTest::newRow("CR") << QByteArray("a,b\rc,d\r") << Rows {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
        QTest::newRow("mixed") << QByteArray("a\r\nb\rc\nd") << Rows {{u"a"_s}, {u"b"_s}, {u"c"_s}, {u"d"_s}};
        QTest::newRow("no last line end") << QByteArray("a,b\nc,d") << Rows {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
        QTest::newRow("empty cells") << QByteArray(",\na,,b,\n") << Rows {{u""_s, u""_s}, {u"a"_s, u""_s, u"b"_s, u""_s}};
        QTest::newRow("ends with a delimiter") << QByteArray("a,") << Rows {{u"a"_s, u""_s}};
        QTest::newRow("empty lines") << QByteArray("\n\r\na\n\n\nb\n\n") << Rows {{u"a"_s}, {u"b"_s}};
        QTest::newRow("quoted emptiness is a row") << QByteArray("\"\"\n") << Rows {{u""_s}};
        QTest::newRow("quotes") << QByteArray("\"a,b\",\"c\"\"d\"\"\",\"\"\"\"\n") << Rows {{u"a,b"_s, u"c\"d\""_s, u"\""_s}};
        QTest::newRow("quoted line ends") << QByteArray("\"a\r\nb\nc\",d\ne\n") << Rows {{u"a\r\nb\nc"_s, u"d"_s}, {u"e"_s}};
        QTest::newRow("quotes inside a plain cell") << QByteArray("a \"b\" c,5\",d\n") << Rows {{u"a \"b\" c"_s, u"5\""_s, u"d"_s}};
        QTest::newRow("text behind a quote") << QByteArray("\"a\"b,\"c\" ,\"d\"\"e\"f\n") << Rows {{u"ab"_s, u"c "_s, u"d\"ef"_s}};
        QTest::newRow("a quote at the end of the file") << QByteArray("a,\"b\"") << Rows {{u"a"_s, u"b"_s}};
        QTest::newRow("blanks stay") << QByteArray(" a , b \n") << Rows {{u" a "_s, u" b "_s}};
        QTest::newRow("Chinese") << QByteArray("姓名,等级\n王晓雯,圈子\n") << Rows {{u"姓名"_s, u"等级"_s}, {u"王晓雯"_s, u"圈子"_s}};
        QTest::newRow("mark") << QByteArray("\xef\xbb\xbf" "a,b\n") << Rows {{u"a"_s, u"b"_s}};
        QTest::newRow("mark before a quote") << QByteArray("\xef\xbb\xbf\"a\",b\n") << Rows {{u"a"_s, u"b"_s}};
        QTest::newRow("semicolons") << QByteArray("a;b;c\n1,5;2,5;x\n") << Rows {{u"a"_s, u"b"_s, u"c"_s}, {u"1,5"_s, u"2,5"_s, u"x"_s}};
        QTest::newRow("tabs") << QByteArray("a\tb\n1, 2\t3\n") << Rows {{u"a"_s, u"b"_s}, {u"1, 2"_s, u"3"_s}};
        QTest::newRow("delimiters in quotes do not count") << QByteArray("\"a;b;c\",d\n\"e;f;g\",h\n") << Rows {{u"a;b;c"_s, u"d"_s}, {u"e;f;g"_s, u"h"_s}};
        QTest::newRow("sep=") << QByteArray("sep=|\r\na|b\r\n") << Rows {{u"a"_s, u"b"_s}};
        QTest::newRow("sep= that is a cell") << QByteArray("sep=no,b\n") << Rows {{u"sep=no"_s, u"b"_s}};
        QTest::newRow("NUL is text") << QByteArray("a\0b,c\n", 6) << Rows {{QString(u"a"_s + QChar(0) + u"b"_s), u"c"_s}};
        QTest::newRow("guards come off") << QByteArray("'=1+1,'-5,''@x,'tis\n") << Rows {{u"=1+1"_s, u"-5"_s, u"'@x"_s, u"'tis"_s}};
    }

    void readsWhatIsWritten()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Rows, rows);
        for (const qsizetype chunk : {1, 2, 3, 5, 64, 1 << 18}) {
            const auto [actual, error] = readAll(bytes, headless(chunk));
            QVERIFY2(!error, qPrintable(error.value_or(Error()).detail));
            QCOMPARE(actual, rows);
        }
    }

    void readsFromAPipe()
    {
        Drip pipe("name,born\n\"Wang, L.\",1990\n李伟,1985\n");
        auto reader = CsvReader::open(pipe);
        QVERIFY(reader.has_value());
        QCOMPARE((*reader)->header(), (QStringList {u"name"_s, u"born"_s}));
        QVERIFY((*reader)->next().value());
        QCOMPARE((*reader)->texts(), (QStringList {u"Wang, L."_s, u"1990"_s}));
        QVERIFY((*reader)->next().value());
        QCOMPARE((*reader)->text(0), u"李伟"_s);
        QVERIFY(!(*reader)->next().value());
        QVERIFY(!(*reader)->next().value()); // and stays at the end
    }

    void tellsAFailedDeviceFromTheEnd()
    {
        Broken device("a,b\n1,2\n3");
        auto reader = CsvReader::open(device);
        while (reader && (*reader)->next().value_or(false)) { }
        const Error error = reader ? (*reader)->next().error() : reader.error();
        QCOMPARE(error.kind, Error::Kind::Io);
        QCOMPARE(error.detail, u"The cable is out"_s);
    }

    void readsEveryEncoding_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<bool>("isMarked");
        QTest::newRow("UTF-8") << u"UTF-8"_s << false;
        QTest::newRow("GB18030") << u"GB18030"_s << false;
        QTest::newRow("UTF-16LE, marked") << u"UTF-16LE"_s << true;
        QTest::newRow("UTF-16BE, marked") << u"UTF-16BE"_s << true;
        QTest::newRow("UTF-16LE") << u"UTF-16LE"_s << false;
        QTest::newRow("UTF-16BE") << u"UTF-16BE"_s << false;
        QTest::newRow("UTF-32LE, marked") << u"UTF-32LE"_s << true;
        QTest::newRow("Big5") << u"Big5"_s << false;
        QTest::newRow("Shift_JIS") << u"Shift_JIS"_s << false;
    }

    void readsEveryEncoding()
    {
        QFETCH(QString, encoding);
        QFETCH(bool, isMarked);
        const QString names = encoding == u"Shift_JIS" ? u"氏名,メール,これはひらがなの文章です\n"_s
            : encoding == u"Big5"                      ? u"姓名,電郵,這是一個會員的說明\n"_s
                                                       : u"姓名,邮箱,这是一位会员的说明\n"_s;
        QString text = names;
        for (int i = 0; i < 60; ++i)
            text += QString(names).replace(u'\n', QString::number(i) + u'\n');
        QStringEncoder encoder(encoding.toLatin1().constData(), isMarked ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        const QByteArray bytes = encoder.encode(text);
        QVERIFY(!encoder.hasError());
        for (const qsizetype chunk : {1, 3, 1000}) {
            auto reader = CsvReader::open(bytes, headless(chunk));
            QVERIFY(reader.has_value());
            QString back;
            while ((*reader)->next().value())
                back += (*reader)->texts().join(u',') + u'\n';
            QCOMPARE(back, text);
        }
    }

    void takesTheEncodingAPersonNames()
    {
        CsvReadOptions options = headless();
        options.encoding = u"windows-1252"_s;
        QCOMPARE(readAll("caf\xe9,b\n", options).first, (Rows {{u"café"_s, u"b"_s}}));
        options.encoding = u"no such"_s;
        QCOMPARE(readAll("a", options).second->kind, Error::Kind::BadInput);
        options.encoding = u"utf-8"_s;
        QCOMPARE(readAll("\xef\xbb\xbf" "a\n", options).first, (Rows {{u"a"_s}}));
    }

    void findsOldEncodingsBehindALotOfAscii()
    {
        QByteArray bytes = "id,name\n";
        while (bytes.size() < 700 * 1024)
            bytes += "12345,nobody in particular\n";
        QStringEncoder encoder("GB18030");
        for (int i = 0; i < 20; ++i)
            bytes += encoder.encode(u"7,王晓雯是一位新会员，喜欢读书写作\n"_s);
        auto reader = CsvReader::open(bytes);
        QVERIFY(reader.has_value());
        QCOMPARE((*reader)->encoding(), u"GB18030"_s);
        QString last;
        while ((*reader)->next().value())
            last = (*reader)->text(1);
        QCOMPARE(last, u"王晓雯是一位新会员，喜欢读书写作"_s);
    }

    void namesTheRowAndColumnOfAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("place");
        QTest::newRow("bytes that are no UTF-8") << QByteArray("id,email\n1,a@x\n2,b\xff@x\n") << u"row 3, column email"_s;
        QTest::newRow("in the first column") << QByteArray("id,email\n1,a@x\n\xff,b@x\n") << u"row 3, column id"_s;
        QTest::newRow("an overlong form") << QByteArray("id,email\n\n1,\xc0\xaf\n") << u"row 3, column email"_s;
        QTest::newRow("a surrogate") << QByteArray("id,email\n1,\xed\xa0\x80\n") << u"row 2, column email"_s;
        QTest::newRow("cut off") << QByteArray("id,email\n1,\xe4\xbd") << u"row 2, column email"_s;
        QTest::newRow("in the header") << QByteArray("id,em\xff\n1,2\n") << u"row 1, column 2"_s;
        QTest::newRow("a quote that is never closed") << QByteArray("id,email\n1,2\n3,\"4\n5,6\n") << u"row 3, column email"_s;
        QTest::newRow("a row too wide") << QByteArray("id,email\n1,2\n3,4,5\n") << u"row 3, column 3"_s;
        QTest::newRow("a column twice") << QByteArray("id,email, id \n1,2,3\n") << u"row 1, column 3"_s;
        QTest::newRow("behind a line end in quotes") << QByteArray("id,email\n\"1\n1\",2\n3,\xff\n") << u"row 3, column email"_s;
        QTest::newRow("no rows at all") << QByteArray("\n\n") << u"row 1"_s;
    }

    void namesTheRowAndColumnOfAnError()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, place);
        CsvReadOptions options;
        options.encoding = u"UTF-8"_s;
        for (const qsizetype chunk : {1, 4, 1 << 18}) {
            options.chunkBytes = chunk;
            const std::optional<Error> error = readAll(bytes, options).second;
            QVERIFY(error.has_value());
            QCOMPARE(error->kind, Error::Kind::BadInput);
            QCOMPARE(error->subject, place);
            QVERIFY(!error->detail.isEmpty());
        }
    }

    void givesTheRowsBeforeAnError()
    {
        CsvReadOptions options;
        options.encoding = u"GB18030"_s;
        const auto [rows, error] = readAll("a,b\n1,\xd6\xd0\n3,\xff\xff\n5,6\n", options);
        QCOMPARE(rows, (Rows {{u"1"_s, u"中"_s}}));
        QCOMPARE(error->subject, u"row 3, column b"_s);
    }

    void findsColumnsByTrimmedName()
    {
        auto reader = CsvReader::open(QByteArray("\xef\xbb\xbf  Email\t, name ,,\n a@example.com ,,x,\n"));
        QVERIFY(reader.has_value());
        QCOMPARE((*reader)->column(u"Email"_s), std::optional(0));
        QCOMPARE((*reader)->column(u"name"_s), std::optional(1));
        QCOMPARE((*reader)->column(u"email"_s), std::nullopt);
        QCOMPARE((*reader)->column(QString()), std::nullopt);
        QVERIFY((*reader)->next().value());
        QCOMPARE((*reader)->text(0), u" a@example.com "_s);
        QCOMPARE((*reader)->text(2), u"x"_s); // columns without a name are kept
        QCOMPARE((*reader)->errorAt(0, u"no"_s).subject, u"row 2, column Email"_s);
        QCOMPARE((*reader)->errorAt(2, u"no"_s).subject, u"row 2, column 3"_s);
    }

    void fillsShortRowsAndTakesEmptyCellsTooMany()
    {
        auto reader = CsvReader::open(QByteArray("a,b,c\n1\n1,2,3,,,\n"));
        QVERIFY((*reader)->next().value());
        QCOMPARE((*reader)->texts(), (QStringList {u"1"_s, QString(), QString()}));
        QVERIFY((*reader)->utf8(2).isEmpty() && (*reader)->text(-1).isEmpty());
        QVERIFY((*reader)->next().value());
        QCOMPARE((*reader)->texts(), (QStringList {u"1"_s, u"2"_s, u"3"_s}));
        QCOMPARE((*reader)->row(), 3);
    }

    void refusesWhatCannotPartCells_data()
    {
        QTest::addColumn<char>("delimiter");
        QTest::newRow("quote") << '"';
        QTest::newRow("line feed") << '\n';
        QTest::newRow("half a character") << '\xe4';
    }

    void refusesWhatCannotPartCells()
    {
        QFETCH(char, delimiter);
        CsvReadOptions options;
        options.delimiter = delimiter;
        QCOMPARE(CsvReader::open(QByteArray("a,b\n"), options).error().kind, Error::Kind::BadInput);
    }

    void refusesARowThatNeverEnds()
    {
        const QByteArray wide(20000, ',');
        QCOMPARE(readAll(wide, headless()).second->detail, u"the row is too large."_s);
        QByteArray longCell = "\"";
        longCell += QByteArray(70 * 1024 * 1024, 'x');
        QCOMPARE(readAll(longCell, headless()).second->kind, Error::Kind::BadInput);
    }

    void survivesRandomBytes()
    {
        std::mt19937 random(20261120);
        static constexpr char kPieces[] = "ab,;\t\"\"\r\n\n'=\xef\xbb\xbf\xe4\xb8\xad\xff\0\xd6\xd0";
        const QByteArray alphabet(kPieces, sizeof(kPieces) - 1);
        for (int round = 0; round < 6000; ++round) {
            QByteArray bytes;
            const auto length = qsizetype(random() % 120);
            for (qsizetype i = 0; i < length; ++i)
                bytes += round % 3 == 0 ? char(random() % 256) : alphabet[qsizetype(random() % quint64(alphabet.size()))];
            CsvReadOptions options;
            options.hasHeader = round % 2 == 0;
            if (round % 5 == 0)
                options.encoding = u"GB18030"_s;
            options.chunkBytes = 1 + qsizetype(random() % 9);
            const auto [rows, error] = readAll(bytes, options);
            QVERIFY(rows.size() <= bytes.size() + 1);
            // In pieces or at once: the same rows and the same error.
            options.chunkBytes = 1 << 18;
            const auto [again, sameError] = readAll(bytes, options);
            QCOMPARE(again, rows);
            QCOMPARE(sameError, error);
            qsizetype cells = 0;
            for (const QStringList& row : rows)
                cells += row.size();
            QVERIFY(cells <= bytes.size() + 1);
        }
    }

    void readsFast_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("members") << QByteArray("5f1a,wang.xiaowen@example.com,王晓雯,true,2026-01-02T03:04:05.000Z,\"founding, student\",Reader\n");
        QTest::newRow("numbers") << QByteArray("1,2.5,3,4.25,5,6\n");
    }

    void readsFast()
    {
        QFETCH(QByteArray, row);
        const QByteArray bytes = row.repeated(8 * 1024 * 1024 / row.size());
        qint64 rows = 0;
        QBENCHMARK {
            auto reader = CsvReader::open(bytes, headless());
            while ((*reader)->next().value())
                ++rows;
        }
        QVERIFY(rows >= bytes.size() / row.size());
    }
};

QTEST_APPLESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/textencoding.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QtTest>

#include <unicode/utf8.h>

#include <random>

using namespace Qt::StringLiterals;
using namespace lyceum::exchange;

namespace {

/// The same question answered by ICU.
qsizetype validByIcu(const QByteArray& bytes)
{
    const auto* data = reinterpret_cast<const quint8*>(bytes.constData());
    const auto size = static_cast<std::int32_t>(bytes.size());
    std::int32_t at = 0;
    while (at < size) {
        const std::int32_t before = at;
        UChar32 c = 0;
        U8_NEXT(data, at, size, c);
        if (c < 0)
            return before;
    }
    return at;
}

TextEncoding detected(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return *detectEncoding(buffer.read(256 * 1024), buffer);
}

} // namespace

class TestTextEncoding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void utf8IsWhatIcuTakesForIt()
    {
        std::mt19937 random(5);
        const QByteArray pieces[] = {"a", "plain text of some length", "é", "中", "𝄞", "\xc0\x80", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
                                     "\xf4\x90\x80\x80", "\xff", "\x80", "\xe4\xb8", "\xf0\x9d\x84"};
        for (int round = 0; round < 20000; ++round) {
            QByteArray bytes;
            for (quint64 i = random() % 8; i > 0; --i) {
                const quint64 lot = random() % 40;
                bytes += lot < 14 ? pieces[lot] : lot < 20 ? QByteArray(1, char(random() % 256)) : pieces[lot % 5];
            }
            QCOMPARE(validUtf8(bytes), validByIcu(bytes));
        }
    }

    void aCutCharacterIsABeginning()
    {
        for (const QByteArray& character : {QByteArray("é"), QByteArray("中"), QByteArray("𝄞")}) {
            for (qsizetype length = 1; length < character.size(); ++length)
                QVERIFY(isUtf8Beginning(character.first(length)));
            QVERIFY(!isUtf8Beginning(character));
        }
        QVERIFY(!isUtf8Beginning({}));
        QVERIFY(!isUtf8Beginning("\xff"));
        QVERIFY(!isUtf8Beginning("\xed\xa0"));
        QVERIFY(!isUtf8Beginning("\xe4\x41"));
    }

    void detectsFromTheFirstBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("mark");
        QTest::newRow("nothing") << QByteArray() << u"UTF-8"_s << 0;
        QTest::newRow("ASCII") << QByteArray("id,email\n1,a@example.com\n") << u"UTF-8"_s << 0;
        QTest::newRow("UTF-8") << QByteArray("姓名\n") << u"UTF-8"_s << 0;
        QTest::newRow("UTF-8, marked") << QByteArray("\xef\xbb\xbfx") << u"UTF-8"_s << 3;
        QTest::newRow("UTF-16LE, marked") << QByteArray("\xff\xfe" "a\0", 4) << u"UTF-16LE"_s << 2;
        QTest::newRow("UTF-16BE, marked") << QByteArray("\xfe\xff\0a", 4) << u"UTF-16BE"_s << 2;
        QTest::newRow("UTF-32LE, marked") << QByteArray("\xff\xfe\0\0a\0\0\0", 8) << u"UTF-32LE"_s << 4;
        QTest::newRow("UTF-16LE") << QByteArray("a\0,\0b\0\n\0", 8) << u"UTF-16LE"_s << 0;
        QTest::newRow("UTF-16BE") << QByteArray("\0a\0,\0b\0\n", 8) << u"UTF-16BE"_s << 0;
        QTest::newRow("GBK") << QByteArray(QStringEncoder("GB18030").encode(u"交易号,商家订单号,交易创建时间,付款时间,最近修改时间\n"_s)) << u"GB18030"_s << 0;
        QTest::newRow("not even text") << QByteArray("\xff\xff\xff\xff") << QString() << 0;
        QTest::newRow("a character cut off at the end") << QByteArray("abc\xe4\xbd") << QString() << 0;
    }

    void detectsFromTheFirstBytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(int, mark);
        const TextEncoding encoding = detected(bytes);
        if (!name.isEmpty())
            QCOMPARE(encoding.name, name);
        else
            QVERIFY(!encoding.name.isEmpty() && encoding.name != u"UTF-8");
        QCOMPARE(encoding.markBytes, mark);
    }

    void asksTheWholeFile()
    {
        const QByteArray ascii = QByteArray("0123456789abcde\n").repeated(40000); // 640 kB: longer than what is looked at first
        QCOMPARE(detected(ascii + "姓名\n").name, u"UTF-8"_s);
        QCOMPARE(detected(ascii + QByteArray(QStringEncoder("GB18030").encode(u"交易号,商家订单号,交易创建时间\n"_s))).name, u"GB18030"_s);
        // A character across the border of two pieces.
        for (qsizetype shift = 0; shift < 4; ++shift)
            QCOMPARE(detected(QByteArray(256 * 1024 - shift, 'x') + "中" + QByteArray(300000, 'y')).name, u"UTF-8"_s);
    }

    void putsTheDeviceBack()
    {
        QBuffer buffer;
        buffer.setData(QByteArray("0123456789abcde\n").repeated(40000));
        buffer.open(QIODevice::ReadOnly);
        const QByteArray head = buffer.read(1000);
        QVERIFY(detectEncoding(head, buffer).has_value());
        QCOMPARE(buffer.pos(), 1000);
    }
};

QTEST_APPLESS_MAIN(TestTextEncoding)
#include "tst_textencoding.moc"

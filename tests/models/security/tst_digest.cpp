// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/digest.h"

#include <QSet>
#include <QTest>

#include <limits>
#include <thread>
#include <vector>

using namespace lyceum::security;

class TestDigest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Expected: Python 3.11.7, hashlib.blake2b(parts, digest_size=32) with the framing written out by hand
    // (b'b' + struct.pack('<q', len) + bytes, b'n' + struct.pack('<q', number)).
    void equalsAnotherImplementation()
    {
        QCOMPARE(Digest().finish().toHex(), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");

        Digest empty;
        empty.add("");
        QCOMPARE(empty.finish().toHex(), "000a97942480a8193c1237a1896dd4049a653ab284070bd1769dd8a01330e6ce");

        Digest abc;
        abc.add("abc");
        QCOMPARE(abc.finish().toHex(), "862e9e69c23dafb31359dffdefda37fd352910b1f24ec78569a3ba42d5129582");

        Digest number;
        number.addNumber(-2);
        QCOMPARE(number.finish().toHex(), "a08259cc5a86613d4aec66ef1d7060e889c51accdd42c52193d7333bbf89ca54");

        Digest sequence;
        sequence.add("\xe4\xbc\x9a\xe5\x91\x98");
        sequence.addNumber(qint64(1) << 40);
        sequence.add(QByteArray("\0x", 2));
        QCOMPARE(sequence.finish().toHex(), "c77d5017e5cb1aee694f1b5c515de13f4c6280d5537b3e7b51aaa550b735e897");
    }

    void differentSequencesOfTheSameBytesDiffer()
    {
        const auto of = [](const QList<QByteArray>& parts) {
            Digest digest;
            for (const QByteArray& part : parts)
                digest.add(part);
            return digest.finish();
        };
        QSet<QByteArray> seen;
        const QList<QList<QByteArray>> sequences = {
            {}, {""}, {"", ""}, {"abc"}, {"ab", "c"}, {"a", "bc"}, {"a", "b", "c"}, {"abc", ""}, {"", "abc"},
        };
        for (const QList<QByteArray>& parts : sequences)
            seen.insert(of(parts));
        Digest number;
        number.addNumber(0);
        seen.insert(number.finish());
        seen.insert(of({QByteArray(8, '\0')})); // the bytes of that number are not the number
        QCOMPARE(seen.size(), sequences.size() + 2);
    }

    void nullAndEmptyPartsAreTheSame()
    {
        Digest null;
        null.add(QByteArrayView());
        Digest empty;
        empty.add("");
        QCOMPARE(null.finish(), empty.finish());
    }

    void extremeNumbersDiffer()
    {
        QSet<QByteArray> seen;
        for (const qint64 value : {std::numeric_limits<qint64>::min(), qint64(-1), qint64(0), qint64(1),
                                   std::numeric_limits<qint64>::max()}) {
            Digest digest;
            digest.addNumber(value);
            seen.insert(digest.finish());
        }
        QCOMPARE(seen.size(), 5);
    }

    void randomBytesHaveTheLengthAskedForAndDoNotRepeat()
    {
        QCOMPARE(randomBytes(0).size(), 0);
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray bytes = randomBytes(16);
            QCOMPARE(bytes.size(), 16);
            seen.insert(bytes);
        }
        QCOMPARE(seen.size(), 1000);
    }

    void comparesWholeContents()
    {
        QVERIFY(equalInConstantTime("", ""));
        QVERIFY(equalInConstantTime(QByteArrayView(), ""));
        QVERIFY(equalInConstantTime("same", "same"));
        QVERIFY(!equalInConstantTime("same", "samE"));
        QVERIFY(!equalInConstantTime("same", "Same"));
        QVERIFY(!equalInConstantTime("same", "same "));
        QVERIFY(!equalInConstantTime("", "x"));
    }

    void severalThreadsMayBeTheFirst()
    {
        std::vector<QByteArray> results(8);
        std::vector<std::thread> threads;
        for (QByteArray& result : results) {
            threads.emplace_back([&result] {
                Digest digest;
                digest.add("abc");
                result = digest.finish();
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        for (const QByteArray& result : results)
            QCOMPARE(result.toHex(), "862e9e69c23dafb31359dffdefda37fd352910b1f24ec78569a3ba42d5129582");
    }
};

QTEST_APPLESS_MAIN(TestDigest)
#include "tst_digest.moc"

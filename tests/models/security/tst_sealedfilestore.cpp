// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/digest.h"
#include "security/sealedfilestore.h"
#include "security/waitfor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace lyceum;
using namespace lyceum::security;
using namespace Qt::StringLiterals;

namespace {

constexpr SealCost kCheap{.passes = 1, .memoryBytes = 8192}; // Argon2id's least: these tests are not about its price

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void replaceContents(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// The checksum at the end made right again, as somebody would who changes the file on purpose.
QByteArray withHonestChecksum(QByteArray bytes)
{
    bytes.chop(Digest::kBytes);
    Digest digest;
    digest.add(bytes);
    return bytes + digest.finish();
}

Result<Secret> readWith(const QString& path, QByteArrayView passphrase, const QString& key)
{
    SealedFileStore store(path, Secret(passphrase), kCheap);
    return waitFor(store.read(key));
}

} // namespace

class TestSealedFileStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"deep/er/secrets.sealed"_s);
    }

    void keepsSecretsAcrossPrograms()
    {
        const QByteArray binary("\0key:\xff\n", 7);
        {
            SealedFileStore store(m_path, Secret("pass"), kCheap);
            QVERIFY(waitFor(store.write(u"site/会员"_s, Secret(binary))));
            QVERIFY(waitFor(store.write(u"empty"_s, Secret())));
            QVERIFY(waitFor(store.write(u"third"_s, Secret("3"))));
        }
        QCOMPARE(readWith(m_path, "pass", u"site/会员"_s)->view(), QByteArrayView(binary));
        QVERIFY(readWith(m_path, "pass", u"empty"_s)->isEmpty());
        {
            SealedFileStore store(m_path, Secret("pass"), kCheap);
            QVERIFY(waitFor(store.write(u"third"_s, Secret("three"))));
            QVERIFY(waitFor(store.remove(u"empty"_s)));
            QVERIFY(waitFor(store.remove(u"empty"_s)));
        }
        QCOMPARE(readWith(m_path, "pass", u"third"_s)->view(), QByteArrayView("three"));
        QCOMPARE(readWith(m_path, "pass", u"site/会员"_s)->view(), QByteArrayView(binary));
        QCOMPARE(readWith(m_path, "pass", u"empty"_s).error().kind, Error::Kind::SecretMissing);
    }

    void aMissingFileHoldsNothingAndIsNotCreatedByReading()
    {
        QCOMPARE(readWith(m_path, "pass", u"key"_s).error().kind, Error::Kind::SecretMissing);
        SealedFileStore store(m_path, Secret("pass"), kCheap);
        QVERIFY(waitFor(store.remove(u"key"_s)));
        QVERIFY(!QFile::exists(m_path));
    }

    void finishesWhatWasAskedForBeforeItGoes()
    {
        QFuture<Result<void>> last;
        {
            SealedFileStore store(m_path, Secret("pass"), kCheap);
            for (int i = 0; i < 20; ++i)
                last = store.write(QString::number(i), Secret("x"));
        }
        QVERIFY(last.isFinished());
        QVERIFY(last.result());
        for (int i = 0; i < 20; ++i)
            QVERIFY(readWith(m_path, "pass", QString::number(i)));
    }

    void revealsNeitherNamesNorSecrets()
    {
        SealedFileStore store(m_path, Secret("passphrase"), kCheap);
        QVERIFY(waitFor(store.write(u"name-of-entry"_s, Secret("very-secret-value"))));
        const QByteArray bytes = contentsOf(m_path);
        QVERIFY(bytes.size() > 100);
        QVERIFY(!bytes.contains("name-of-entry"));
        QVERIFY(!bytes.contains("very-secret"));
        QVERIFY(!bytes.contains("passphrase"));
    }

    void onlyItsOwnerMayReadIt()
    {
        SealedFileStore store(m_path, Secret("pass"), kCheap);
        QVERIFY(waitFor(store.write(u"key"_s, Secret("x"))));
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther | QFileDevice::ExeGroup | QFileDevice::ExeOther;
        QCOMPARE(QFile::permissions(m_path) & others, QFileDevice::Permissions());
        // Also after somebody had opened it up and it was written again.
        QVERIFY(QFile::setPermissions(m_path, QFile::permissions(m_path) | QFileDevice::ReadOther));
        QVERIFY(waitFor(store.write(u"key"_s, Secret("y"))));
        QCOMPARE(QFile::permissions(m_path) & others, QFileDevice::Permissions());
    }

    void equalContentsNeverLookEqual()
    {
        SealedFileStore store(m_path, Secret("pass"), kCheap);
        QVERIFY(waitFor(store.write(u"key"_s, Secret("x"))));
        const QByteArray first = contentsOf(m_path);
        QVERIFY(waitFor(store.write(u"key"_s, Secret("x"))));
        QVERIFY(contentsOf(m_path) != first); // a nonce used twice would give the same bytes
    }

    void aWrongPassphraseOpensNothingAndWritesNothing()
    {
        {
            SealedFileStore store(m_path, Secret("pass"), kCheap);
            QVERIFY(waitFor(store.write(u"key"_s, Secret("x"))));
        }
        const QByteArray before = contentsOf(m_path);
        for (const char* wrong : {"Pass", "pass ", "", "passpass"}) {
            SealedFileStore store(m_path, Secret(wrong), kCheap);
            QCOMPARE(waitFor(store.read(u"key"_s)).error().kind, Error::Kind::WrongPassphrase);
            const Result<void> written = waitFor(store.write(u"key"_s, Secret("y")));
            QCOMPARE(written.error().kind, Error::Kind::WrongPassphrase);
            QCOMPARE(written.error().subject, m_path);
            QCOMPARE(waitFor(store.remove(u"key"_s)).error().kind, Error::Kind::WrongPassphrase);
        }
        QCOMPARE(contentsOf(m_path), before);
    }

    void anEmptyPassphraseIsRefused()
    {
        SealedFileStore store(m_path, Secret(), kCheap);
        QCOMPARE(waitFor(store.write(u"key"_s, Secret("x"))).error().kind, Error::Kind::WrongPassphrase);
        QVERIFY(!QFile::exists(m_path));
    }

    void theSamePassphraseTypedOnAnotherSystemOpensIt()
    {
        // "é" as one character and as e with an accent: which one a keyboard gives depends on the system.
        QVERIFY(Secret::fromText(u"caf\u00e9"_s) == Secret::fromText(u"cafe\u0301"_s));
        QVERIFY(Secret::fromText(u"café"_s) != Secret::fromText(u"cafe"_s));
    }

    void everyFlippedBitIsFoundAndLeavesTheFileAlone()
    {
        {
            SealedFileStore store(m_path, Secret("pass"), kCheap);
            QVERIFY(waitFor(store.write(u"key"_s, Secret("secret"))));
        }
        const QByteArray good = contentsOf(m_path);
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bad = good;
            bad[at] = char(bad[at] ^ (1 << (at % 8)));
            replaceContents(m_path, bad);
            SealedFileStore store(m_path, Secret("pass"), kCheap);
            const Result<Secret> found = waitFor(store.read(u"key"_s));
            QVERIFY2(!found, qPrintable(QString::number(at)));
            QCOMPARE(found.error().kind, Error::Kind::BadInput);
            QCOMPARE(found.error().subject, m_path);
            QVERIFY(!waitFor(store.write(u"key"_s, Secret("other"))));
            QCOMPARE(contentsOf(m_path), bad);
        }
        replaceContents(m_path, good);
        QVERIFY(readWith(m_path, "pass", u"key"_s));
    }

    void everyForgedByteIsFound()
    {
        {
            SealedFileStore store(m_path, Secret("pass"), kCheap);
            QVERIFY(waitFor(store.write(u"key"_s, Secret("secret"))));
        }
        const QByteArray good = contentsOf(m_path);
        QCOMPARE(withHonestChecksum(good), good);
        for (qsizetype at = 0; at < good.size() - Digest::kBytes; ++at) {
            if (at >= 8 && at < 24)
                continue; // the cost: tried below, where a forged gigabyte need not be paid for
            QByteArray bad = good;
            bad[at] = char(bad[at] ^ (1 << (at % 8)));
            replaceContents(m_path, withHonestChecksum(bad));
            const Result<Secret> found = readWith(m_path, "pass", u"key"_s);
            QVERIFY2(!found, qPrintable(QString::number(at)));
            QCOMPARE(found.error().kind, at < 8 ? Error::Kind::BadInput : Error::Kind::WrongPassphrase);
        }
    }

    void aForgedCostIsRefused_data()
    {
        QTest::addColumn<qsizetype>("at");
        QTest::addColumn<int>("value");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("one more pass") << qsizetype(8) << 2 << Error::Kind::WrongPassphrase;
        QTest::newRow("no pass") << qsizetype(8) << 0 << Error::Kind::BadInput;
        QTest::newRow("17 passes") << qsizetype(8) << 17 << Error::Kind::BadInput;
        QTest::newRow("256 passes more") << qsizetype(9) << 1 << Error::Kind::BadInput;
        QTest::newRow("other memory") << qsizetype(17) << 64 << Error::Kind::WrongPassphrase;
        QTest::newRow("no memory") << qsizetype(17) << 0 << Error::Kind::BadInput;
        QTest::newRow("4 GiB more") << qsizetype(20) << 1 << Error::Kind::BadInput;
        QTest::newRow("absurd memory") << qsizetype(23) << 255 << Error::Kind::BadInput;
    }

    void aForgedCostIsRefused()
    {
        QFETCH(qsizetype, at);
        QFETCH(int, value);
        QFETCH(Error::Kind, kind);
        {
            SealedFileStore store(m_path, Secret("pass"), kCheap);
            QVERIFY(waitFor(store.write(u"key"_s, Secret("secret"))));
        }
        QByteArray bad = contentsOf(m_path);
        bad[at] = char(value);
        replaceContents(m_path, withHonestChecksum(bad));
        QCOMPARE(readWith(m_path, "pass", u"key"_s).error().kind, kind);
    }

    void everyTruncationIsFound()
    {
        {
            SealedFileStore store(m_path, Secret("pass"), kCheap);
            QVERIFY(waitFor(store.write(u"key"_s, Secret("secret"))));
        }
        const QByteArray good = contentsOf(m_path);
        for (qsizetype size = 0; size < good.size(); ++size) {
            replaceContents(m_path, good.first(size));
            QCOMPARE(readWith(m_path, "pass", u"key"_s).error().kind, Error::Kind::BadInput);
        }
        replaceContents(m_path, good + '\0');
        QCOMPARE(readWith(m_path, "pass", u"key"_s).error().kind, Error::Kind::BadInput);
    }

    void aSecondProgramsChangeIsSeenAndKept()
    {
        SealedFileStore first(m_path, Secret("pass"), kCheap);
        QVERIFY(waitFor(first.write(u"a"_s, Secret("1"))));
        {
            SealedFileStore second(m_path, Secret("pass"), kCheap);
            QVERIFY(waitFor(second.write(u"b"_s, Secret("2"))));
        }
        QCOMPARE(waitFor(first.read(u"b"_s))->view(), QByteArrayView("2"));
        QVERIFY(waitFor(first.write(u"a"_s, Secret("3"))));
        QCOMPARE(readWith(m_path, "pass", u"b"_s)->view(), QByteArrayView("2"));

        // Replaced by a file with another salt: the key kept from before must not be used for it.
        QVERIFY(QFile::remove(m_path));
        {
            SealedFileStore second(m_path, Secret("pass"), kCheap);
            QVERIFY(waitFor(second.write(u"c"_s, Secret("4"))));
        }
        QCOMPARE(waitFor(first.read(u"c"_s))->view(), QByteArrayView("4"));
        QCOMPARE(waitFor(first.read(u"a"_s)).error().kind, Error::Kind::SecretMissing);
    }

    void theCostOfARealFileIsTheStatedOne()
    {
        {
            SealedFileStore store(m_path, Secret("pass"));
            QVERIFY(waitFor(store.write(u"key"_s, Secret("x"))));
        }
        const QByteArray bytes = contentsOf(m_path);
        QCOMPARE(bytes.first(24).toHex(), "4c59435345414c01" "0400000000000000" "0000000400000000");
        // A store made for another cost opens it all the same, and leaves its cost as it is.
        SealedFileStore store(m_path, Secret("pass"), kCheap);
        QVERIFY(waitFor(store.write(u"key"_s, Secret("y"))));
        QCOMPARE(contentsOf(m_path).first(40), bytes.first(40));
    }

    // Made by a program of its own: Argon2id and ChaCha20-Poly1305 of Python's cryptography 48.0.0, HChaCha20 written after
    // draft-irtf-cfrg-xchacha-03 section 2.2 (and checked with its vector), BLAKE2b of Python 3.11's hashlib.
    void opensAFileSealedByAnotherImplementation()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
        replaceContents(m_path, QByteArray::fromHex(
            "4c59435345414c0103000000000000000000010000000000000102030405060708090a0b0c0d0e0f6465666768696a6b"
            "6c6d6e6f707172737475767778797a7bd06cb1387472fc580289bcd9a6c4a1f90939e17c8d7aadb402911bec0aceac8e"
            "28422c62859cb1b722669551cb659a4effbb7f49b0cc8f9bc2318ec40fa113cb3846eea90ccf4a79e48a2dfce39c2004"
            "d2ac7c2b0d69ccbcb912c87db4558dc5e7cdafd59812"));
        const QByteArray passphrase = u"pass 会员"_s.toUtf8();
        QCOMPARE(readWith(m_path, passphrase, u"key"_s)->view(), QByteArrayView("secret"));
        QCOMPARE(readWith(m_path, passphrase, u"site/会员"_s)->view(), QByteArrayView("\0\xff", 2));
        QCOMPARE(readWith(m_path, "pass", u"key"_s).error().kind, Error::Kind::WrongPassphrase);
    }

    void anUnwritableFolderIsAnError()
    {
        replaceContents(m_folder->filePath(u"file"_s), "x");
        SealedFileStore store(m_folder->filePath(u"file/secrets.sealed"_s), Secret("pass"), kCheap);
        QCOMPARE(waitFor(store.write(u"key"_s, Secret("x"))).error().kind, Error::Kind::Io);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSealedFileStore)
#include "tst_sealedfilestore.moc"

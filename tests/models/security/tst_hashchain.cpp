// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/hashchain.h"

#include <QSet>
#include <QTest>

using namespace lyceum::security;

namespace {

QByteArray saltOfSixteen()
{
    QByteArray salt;
    for (char i = 0; i < kSaltBytes; ++i)
        salt.append(i);
    return salt;
}

} // namespace

class TestHashChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Expected: Python 3.11.7, hashlib.blake2b(..., digest_size=32) over the framing described in digest.h. These bytes are in
    // people's files: a change that makes this test fail breaks every journal ever written.
    void equalsAnotherImplementation()
    {
        const QByteArray change = commitment(saltOfSixteen(), "member", 7, "name", "old", "new");
        QCOMPARE(change.toHex(), "b28f15281071ae1ddb3dbcbbd7c7c098cdc706d2a11b1b6bdc57973a260bd4aa");
        const QByteArray first = link(chainStart(), "header", {change});
        QCOMPARE(first.toHex(), "3a8041fef05f4f2475403ba554ef0f6c4f866ebab03c40ec19699789b82fe0ca");
        const QByteArray second = link(first, "second", {});
        QCOMPARE(second.toHex(), "5a8243bf4f5b29313e039c575b11e03d213e8a611ab52ee269d078c151e98cde");
    }

    void startsFromZeros()
    {
        QCOMPARE(chainStart(), QByteArray(32, '\0'));
    }

    void everyPartOfAChangeIsCommittedTo()
    {
        const QByteArray salt = saltOfSixteen();
        QByteArray otherSalt = salt;
        otherSalt[15] = char(otherSalt[15] ^ 1);
        const QSet<QByteArray> all = {
            commitment(salt, "member", 7, "name", "old", "new"), commitment(otherSalt, "member", 7, "name", "old", "new"),
            commitment(salt, "tier", 7, "name", "old", "new"),   commitment(salt, "member", 8, "name", "old", "new"),
            commitment(salt, "member", 7, "note", "old", "new"), commitment(salt, "member", 7, "name", "", "new"),
            commitment(salt, "member", 7, "name", "old", ""),    commitment(salt, "member", 7, "name", "new", "old"),
            commitment(salt, "member", 7, "name", "oldn", "ew"), commitment(salt, "membern", 7, "ame", "old", "new"),
        };
        QCOMPARE(all.size(), 10);
    }

    void everyPartOfAnEntryIsLinked()
    {
        const QByteArray a(32, 'a');
        const QByteArray b(32, 'b');
        const QSet<QByteArray> all = {
            link(chainStart(), "header", {a, b}), link(chainStart(), "header", {b, a}), link(chainStart(), "header", {a}),
            link(chainStart(), "header", {}),     link(a, "header", {a, b}),            link(chainStart(), "headeR", {a, b}),
            link(chainStart(), "header", {a + b}),
        };
        QCOMPARE(all.size(), 7);
    }

    void aCommitmentIsNotALink()
    {
        // Same parts, different use: one must never pass for the other.
        QVERIFY(commitment("", "", 0, "", "", "") != link("", "", {}));
    }
};

QTEST_APPLESS_MAIN(TestHashChain)
#include "tst_hashchain.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "../models/editing/lab.h"
#include "commandline.h"
#include "storage/contentquery.h"

#include <QJsonArray>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

/// edit, undo, redo and journal on files.
class tst_EditCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lab.emplace(); }

    void editsOneMemberByAddress()
    {
        const Ended ended = edit({u"member"_s, u"--member"_s, u"ADA@example.com"_s, u"--name"_s, u"Ada L."_s, u"--note"_s, u"met in Oslo"_s,
            u"--add-label"_s, u"Press"_s, u"--add-label"_s, u"Founder"_s, u"--drop-label"_s, u"vip"_s, u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(ended.json()["changed"_L1]["member"_L1]["changed"_L1].toInteger(), 1);
        QCOMPARE(ended.json()["changed"_L1]["member"_L1]["ids"_L1].toArray(), QJsonArray {1});
        QCOMPARE(ended.json()["changed"_L1]["label"_L1]["made"_L1].toInteger(), 1);
        const Member ada = m_lab->member(Lab::kAda);
        QCOMPARE(ada.name, u"Ada L."_s);
        QCOMPARE(ada.note, u"met in Oslo"_s);
        QCOMPARE(ada.labels, (QList {LabelId {2}, LabelId {3}}));
        const auto entry = journalEntry(m_lab->connection(), ended.json()["entry"_L1].toInteger());
        QVERIFY(entry && *entry);
        QCOMPARE((*entry)->origin, u"person"_s);
        QVERIFY(!(*entry)->author.isEmpty());
    }

    void addsAMember()
    {
        const Ended ended = edit({u"member"_s, u"--new"_s, u"dora@example.com"_s, u"--name"_s, u"Dora"_s, u"--add-newsletter"_s, u"weekly"_s,
            u"--complimentary"_s, u"gold"_s, u"--until"_s, u"2099-12-31"_s, u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        const Member dora = m_lab->member(MemberId {4});
        QCOMPARE(dora.email, u"dora@example.com"_s);
        QCOMPARE(dora.tiers, QList {TierId {2}});
        QVERIFY(dora.subscribed);
        QCOMPARE(dora.complimentaryUntilUtc, std::optional(qint64(4'102'444'799))); // the end of that day in the workspace's zone, UTC
    }

    void editsAllWhoPassAFilterInOneCommit()
    {
        const Ended ended = edit({u"members"_s, u"--filter"_s, u"label:vip"_s, u"--add-label"_s, u"Founder"_s, u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(ended.json()["changed"_L1]["member"_L1]["changed"_L1].toInteger(), 2);
        QCOMPARE(onlyReason(), u"label 2 members"_s);
    }

    void aFilterThatNobodyPassesChangesNothing()
    {
        const Ended ended = edit({u"members"_s, u"--filter"_s, u"name:'Nobody'"_s, u"--add-label"_s, u"VIP"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QVERIFY(ended.out.contains("Nothing was changed"));
        const Ended json = edit({u"members"_s, u"--filter"_s, u"name:'Nobody'"_s, u"--add-label"_s, u"VIP"_s, u"--json"_s});
        QVERIFY(json.json()["entry"_L1].isNull());
        QCOMPARE(json.json()["changed"_L1].toObject(), QJsonObject());
    }

    void editsLabels()
    {
        QCOMPARE(edit({u"label"_s, u"--label"_s, u"vip"_s, u"--rename"_s, u"Friends"_s}).code, 0);
        QCOMPARE(m_lab->row<Label>(1).name, u"Friends"_s);
        QCOMPARE(edit({u"label"_s, u"--label"_s, u"1"_s, u"--merge-into"_s, u"Press"_s}).code, 0);
        QCOMPARE(m_lab->member(Lab::kAda).labels, QList {LabelId {2}});
        QCOMPARE(edit({u"label"_s, u"--new"_s, u"Founder"_s}).code, 0);
        QCOMPARE(edit({u"label"_s, u"--label"_s, u"Founder"_s, u"--remove"_s}).code, 0);
        QVERIFY(!m_lab->row<Label>(3).id.isValid());
    }

    void editsTiersAndOffers()
    {
        QCOMPARE(edit({u"tier"_s, u"--new"_s, u"Patron"_s, u"--currency"_s, u"usd"_s, u"--monthly-price"_s, u"2500"_s, u"--yearly-price"_s,
                         u"25000"_s, u"--benefit"_s, u"A call"_s, u"--benefit"_s, u"A card"_s})
                     .code,
            0);
        QCOMPARE(m_lab->row<Tier>(4).benefits, (QStringList {u"A call"_s, u"A card"_s}));
        QCOMPARE(edit({u"tier"_s, u"--tier"_s, u"Gold"_s, u"--active"_s, u"no"_s}).code, 0);
        QVERIFY(!m_lab->row<Tier>(2).active);
        QCOMPARE(edit({u"offer"_s, u"--new"_s, u"Autumn"_s, u"--code"_s, u"autumn"_s, u"--type"_s, u"fixed"_s, u"--amount"_s, u"250"_s,
                         u"--cadence"_s, u"month"_s, u"--duration"_s, u"repeating"_s, u"--months"_s, u"3"_s, u"--tier"_s, u"Patron"_s})
                     .code,
            0);
        QCOMPARE(m_lab->row<Offer>(2).currency, u"USD"_s);
        QCOMPARE(edit({u"offer"_s, u"--offer"_s, u"autumn"_s, u"--title"_s, u"Less"_s}).code, 0);
        QCOMPARE(m_lab->row<Offer>(2).title, u"Less"_s);
    }

    void writesAPostFromStandardInput()
    {
        const Ended ended = edit({u"post"_s, u"--new"_s, u"On rivers"_s, u"--html-file"_s, u"-"_s, u"--tag"_s, u"Essays"_s, u"--tag"_s, u"水"_s,
                                     u"--visibility"_s, u"tiers"_s, u"--tier"_s, u"Gold"_s, u"--json"_s},
            "<p>A river & its bed, 知识.</p>");
        QVERIFY2(ended.code == 0, ended.err.constData());
        const auto post = postById(m_lab->connection(), PostId {4});
        QVERIFY(post && *post);
        QCOMPARE((*post)->html, u"<p>A river & its bed, 知识.</p>"_s);
        QCOMPARE((*post)->tags.size(), 2);
        QCOMPARE((*post)->tiers, QList {TierId {2}});
        QCOMPARE(edit({u"post"_s, u"--post"_s, u"4"_s, u"--remove"_s}).code, 0);
    }

    void moderatesAndAnswersComments()
    {
        for (const auto& [verb, status] : {std::pair(u"hide"_s, Comment::Status::Hidden), std::pair(u"show"_s, Comment::Status::Published),
                 std::pair(u"delete"_s, Comment::Status::Deleted), std::pair(u"show"_s, Comment::Status::Published)}) {
            QCOMPARE(edit({u"comment"_s, verb, u"--comment"_s, u"1"_s}).code, 0);
            QCOMPARE(m_lab->row<Comment>(1).status, status);
        }
        QCOMPARE(edit({u"comment"_s, u"pin"_s, u"--comment"_s, u"1"_s}).code, 0);
        QVERIFY(m_lab->row<Comment>(1).pinned);
        QCOMPARE(edit({u"comment"_s, u"unpin"_s, u"--comment"_s, u"1"_s}).code, 0);
        const Ended ended = edit({u"comment"_s, u"reply"_s, u"--to"_s, u"2"_s, u"--as"_s, u"ben@example.com"_s, u"--text-file"_s, u"-"_s}, "Thank you\n");
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(m_lab->row<Comment>(5).text, u"Thank you"_s);
        QCOMPARE(m_lab->row<Comment>(5).inReplyTo, Lab::kReply);
    }

    void undoesAndRedoesWhatWasDoneLast()
    {
        QCOMPARE(edit({u"member"_s, u"--member"_s, u"1"_s, u"--name"_s, u"Ada L."_s}).code, 0);
        QCOMPARE(edit({u"members"_s, u"--filter"_s, u"label:vip"_s, u"--note"_s, u"x"_s}).code, 0);
        const Ended undone = run({u"undo"_s, u"--json"_s});
        QVERIFY2(undone.code == 0, undone.err.constData());
        QVERIFY(undone.json()["left"_L1].toArray().isEmpty());
        QCOMPARE(m_lab->member(Lab::kBen).note, QString());
        QCOMPARE(m_lab->member(Lab::kAda).name, u"Ada L."_s);
        const Ended journal = run({u"journal"_s, u"--json"_s});
        QCOMPARE(journal.json()["nextToRedo"_L1].toInteger(), undone.json()["action"_L1].toInteger());
        QCOMPARE(run({u"redo"_s}).code, 0);
        QCOMPARE(m_lab->member(Lab::kBen).note, u"x"_s);
        const qint64 first = journal.json()["nextToUndo"_L1].toInteger();
        QCOMPARE(run({u"undo"_s, u"--entry"_s, QString::number(first)}).code, 0);
        QCOMPARE(m_lab->member(Lab::kAda).name, u"Ada"_s);
        QCOMPARE(m_lab->member(Lab::kBen).note, u"x"_s);
    }

    void undoSaysWhatItLeftAlone()
    {
        QCOMPARE(edit({u"member"_s, u"--member"_s, u"1"_s, u"--name"_s, u"Ada L."_s}).code, 0);
        const qint64 first = run({u"journal"_s, u"--json"_s}).json()["nextToUndo"_L1].toInteger();
        QCOMPARE(edit({u"member"_s, u"--member"_s, u"1"_s, u"--name"_s, u"Ada Lovelace"_s}).code, 0);
        const Ended undone = run({u"undo"_s, u"--entry"_s, QString::number(first), u"--json"_s});
        QCOMPARE(undone.json()["left"_L1].toArray(), (QJsonArray {QJsonObject {{u"entity"_s, u"member"_s}, {u"id"_s, 1}, {u"field"_s, u"name"_s}}}));
        QCOMPARE(m_lab->member(Lab::kAda).name, u"Ada Lovelace"_s);
    }

    void refusesAndChangesNothing_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const QStringList& words, const QString& kind, const QByteArray& says) {
            QTest::newRow(name) << words << kind << says;
        };
        row("a wrong filter", {u"members"_s, u"--filter"_s, u"colour:red"_s, u"--note"_s, u"x"_s}, u"bad-input"_s, "colour");
        row("an unknown label", {u"members"_s, u"--filter"_s, u"label:vip"_s, u"--drop-label"_s, u"Nope"_s}, u"not-found"_s, "Nope");
        row("a long name", {u"member"_s, u"--member"_s, u"1"_s, u"--name"_s, QString(192, u'x')}, u"bad-input"_s, "191 characters");
        row("an unknown member", {u"member"_s, u"--member"_s, u"nobody@example.com"_s, u"--name"_s, u"x"_s}, u"not-found"_s, "nobody@example.com");
        row("a taken address", {u"member"_s, u"--new"_s, u"ben@example.com"_s}, u"bad-input"_s, "another member has this address");
        row("an edit of nothing", {u"member"_s, u"--member"_s, u"1"_s}, u"bad-input"_s, "there is nothing to change");
        row("one who pays", {u"members"_s, u"--filter"_s, u"label:vip"_s, u"--complimentary"_s, u"Gold"_s}, u"bad-input"_s, "member 2");
        row("one who left", {u"member"_s, u"--member"_s, u"3"_s, u"--note"_s, u"x"_s}, u"bad-input"_s, "has left");
        row("an unknown tier", {u"tier"_s, u"--tier"_s, u"Bronze"_s, u"--visible"_s, u"no"_s}, u"not-found"_s, "Bronze");
        row("a tier without prices", {u"tier"_s, u"--new"_s, u"Bronze"_s, u"--currency"_s, u"USD"_s}, u"bad-input"_s, "it is missing");
        row("terms that are fixed", {u"offer"_s, u"--offer"_s, u"spring"_s, u"--amount"_s, u"30"_s}, u"bad-input"_s, "cannot be changed");
        row("a time that is over", {u"post"_s, u"--post"_s, u"1"_s, u"--status"_s, u"scheduled"_s, u"--at"_s, u"2020-01-01"_s}, u"bad-input"_s, "is over");
        row("a file that is not there", {u"post"_s, u"--post"_s, u"1"_s, u"--html-file"_s, u"none.html"_s}, u"io"_s, "none.html");
        row("an answer as nobody", {u"comment"_s, u"reply"_s, u"--to"_s, u"1"_s, u"--text-file"_s, u"-"_s}, u"bad-input"_s, "it is empty");
        row("a pinned reply", {u"comment"_s, u"pin"_s, u"--comment"_s, u"2"_s}, u"bad-input"_s, "first comment");
        row("an unknown comment", {u"comment"_s, u"hide"_s, u"--comment"_s, u"99"_s}, u"not-found"_s, "comment 99");
    }
    void refusesAndChangesNothing()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QString, kind);
        QFETCH(const QByteArray, says);
        const Ended text = edit(words);
        QCOMPARE(text.code, kind == "io"_L1 ? 1 : 3);
        QCOMPARE(text.out, QByteArray());
        QVERIFY2(text.err.contains(says), text.err.constData());
        const Ended json = edit(words + QStringList {u"--json"_s});
        QCOMPARE(json.error()["kind"_L1].toString(), kind);
        QVERIFY(m_lab->waiting().isEmpty());
    }

    void thereMayBeNothingToUndoOrRedo()
    {
        for (const QString& command : {u"undo"_s, u"redo"_s}) {
            const Ended ended = run({command});
            QCOMPARE(ended.code, 3);
            QVERIFY2(ended.err.contains("there is nothing to " + command.toUtf8()), ended.err.constData());
        }
        const Ended unknown = run({u"undo"_s, u"--entry"_s, u"999"_s, u"--json"_s});
        QCOMPARE(unknown.error()["kind"_L1].toString(), u"not-found"_s);
        const Ended sync = run({u"undo"_s, u"--entry"_s, u"1"_s, u"--json"_s});
        QCOMPARE(sync.error()["kind"_L1].toString(), u"bad-input"_s);
    }

    void aWorkspaceThatCannotBeWrittenIsLeftAlone()
    {
#ifdef Q_OS_UNIX
        if (geteuid() == 0)
            QSKIP("root may write everything");
#endif
        CommandLine shell;
        QCOMPARE(shell.run({u"init"_s, u"--workspace"_s, u"lab.lyceum"_s}).code, 0);
        QVERIFY(QFile::setPermissions(shell.path(u"lab.lyceum"_s), QFile::ReadOwner));
        for (const QStringList& words : {QStringList {u"edit"_s, u"label"_s, u"--new"_s, u"x"_s}, QStringList {u"undo"_s}})
            QCOMPARE(shell.run(words + QStringList {u"--workspace"_s, u"lab.lyceum"_s}).code, 7);
    }

    void tenThousandMembersAreLabelledInOneCommitAndUndoneAsOne()
    {
        const auto filled = m_lab->file().commit({u"store"_s, Origin::Sync, u"many"_s}, [](ChangeSet& changes) -> Result<void> {
            for (int i = 0; i < 10'000; ++i) {
                Member member;
                const auto id = changes.nextId<Member>();
                if (!id)
                    return tl::unexpected(id.error());
                member.id = *id;
                member.remoteId = u"reader-%1"_s.arg(i);
                member.email = u"reader%1@example.com"_s.arg(i);
                changes.put(member);
            }
            return {};
        });
        QVERIFY(filled);
        const Ended ended = edit({u"members"_s, u"--filter"_s, u"email:~'reader'"_s, u"--add-label"_s, u"Reader"_s, u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(ended.json()["changed"_L1]["member"_L1]["changed"_L1].toInteger(), 10'000);
        QCOMPARE(onlyReason(), u"label 10000 members"_s);
        QCOMPARE(run({u"undo"_s}).code, 0);
        QVERIFY(m_lab->waiting().isEmpty());
    }

private:
    Ended run(const QStringList& words, const QByteArray& input = {})
    {
        return m_shell.run(words + QStringList {u"--workspace"_s, m_lab->path()}, input);
    }
    Ended edit(const QStringList& words, const QByteArray& input = {}) { return run(QStringList {u"edit"_s} + words, input); }

    /// Of the one entry of a person's; empty when there is none or several.
    QString onlyReason()
    {
        JournalQuery query;
        query.origin = u"person"_s;
        const auto entries = journalEntries(m_lab->connection(), query);
        return entries && entries->size() == 1 ? entries->first().reason : QString();
    }

    CommandLine m_shell;
    std::optional<Lab> m_lab;
};

QTEST_GUILESS_MAIN(tst_EditCommands)
#include "tst_editcommands.moc"

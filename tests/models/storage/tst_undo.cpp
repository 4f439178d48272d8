// SPDX-License-Identifier: GPL-3.0-or-later
#include "community.h"
#include "storage/journalquery.h"
#include "storage/privacyreleases.h"
#include "storage/rows.h"
#include "storage/undo.h"
#include "storage/verify.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

namespace {

const Author kPerson {u"Ada"_s, Origin::Person, u"edit"_s};
const Author kSync {u"sync"_s, Origin::Sync, u"page"_s};

QByteArray textOf(const Scalar& value)
{
    return std::visit(
        [](const auto& each) -> QByteArray {
            using T = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<T, std::monostate>)
                return "null";
            else if constexpr (std::is_same_v<T, QString>)
                return '\'' + each.toUtf8() + '\'';
            else if constexpr (std::is_same_v<T, QByteArray>)
                return each.toHex();
            else
                return QByteArray::number(each);
        },
        value);
}

void addLines(QByteArrayList& lines, Connection& connection, const QByteArray& table, const QByteArray& columns)
{
    const int count = int(columns.count(',')) + 1;
    const auto read = eachRow(connection, "SELECT " + columns + " FROM " + table + " ORDER BY 1, 2", {}, [&](const Statement& row) {
        QByteArray line = table;
        for (int i = 0; i < count; ++i)
            line += ' ' + textOf(row.scalar(i));
        lines.append(line);
    });
    if (!read)
        qFatal("%s: %s", table.constData(), qPrintable(read.error().detail));
}

/// All the community's rows and sets, and the roll-ups of its activity.
QByteArrayList stateOf(WorkspaceFile& file)
{
    QByteArrayList lines;
    for (const EntitySpec& spec : allEntities()) {
        addLines(lines, file.connection(), spec.table, "id, " + spec.columns.join(", "));
        for (const SetSpec& set : spec.sets)
            addLines(lines, file.connection(), set.table, set.ownerColumn + ", " + set.elementColumn);
    }
    addLines(lines, file.connection(), "activity_day", "day, kind, events");
    addLines(lines, file.connection(), "member_day", "member_id, day, events");
    return lines;
}

/// What differs, in words short enough for a test's output.
QByteArray difference(const QByteArrayList& actual, const QByteArrayList& expected)
{
    if (actual == expected)
        return {};
    for (const QByteArray& line : actual) {
        if (!expected.contains(line))
            return "has " + line;
    }
    for (const QByteArray& line : expected) {
        if (!actual.contains(line))
            return "lacks " + line;
    }
    return "another order";
}

} // namespace

class TestUndo : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    FixedClock m_clock {Community::kNow};
    std::unique_ptr<WorkspaceFile> m_file;
    Community m_c;
    int m_serial = 0;

    Connection& connection() { return m_file->connection(); }

    qint64 change(const WorkspaceFile::Build& build, const Author& author = kPerson)
    {
        const auto done = m_file->commit(author, build);
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
        return done->journalEntry;
    }
    qint64 rename(MemberId id, const QString& name, const Author& author = kPerson)
    {
        return change(
            [&](ChangeSet& changes) -> Result<void> {
                Member member = *memberNow(id);
                member.name = name;
                changes.put(member);
                return {};
            },
            author);
    }
    std::optional<Member> memberNow(MemberId id)
    {
        std::optional<Member> member;
        (void)eachRow(connection(), specOf(Entity::Member).selectById(), {id.value}, [&](const Statement& row) { member = recordFrom<Member>(row); });
        if (member) {
            (void)readSet(connection(), specOf(Entity::Member).sets.at(0), id.value, member->labels);
            (void)readSet(connection(), specOf(Entity::Member).sets.at(1), id.value, member->newsletters);
            (void)readSet(connection(), specOf(Entity::Member).sets.at(2), id.value, member->tiers);
        }
        return member;
    }
    void verifyAll()
    {
        const auto findings = verifyWorkspace(connection());
        QVERIFY(findings);
        QVERIFY(allWell(*findings));
    }

private Q_SLOTS:
    void init()
    {
        auto file = WorkspaceFile::create(m_dir.filePath(u"%1.lyceum"_s.arg(++m_serial)), {u"Lab"_s, "Asia/Shanghai"}, m_clock);
        QVERIFY(file);
        m_file = *std::move(file);
        auto community = Community::fill(*m_file, {40, 5, 60, 200}, 5);
        QVERIFY(community);
        m_c = *std::move(community);
    }

    void takesAFieldBackAndMakesItAgain()
    {
        const QByteArrayList before = stateOf(*m_file);
        const qint64 edit = rename(MemberId {3}, u"丽娜"_s);
        const QByteArrayList after = stateOf(*m_file);
        QVERIFY(before != after);
        QCOMPARE(*nextToUndo(connection()), std::optional(edit));
        QCOMPARE(*nextToRedo(connection()), std::nullopt);

        const auto undone = undo(*m_file, u"Ada"_s, edit);
        QVERIFY(undone);
        QCOMPARE(difference(stateOf(*m_file), before), QByteArray());
        QVERIFY(undone->left.isEmpty());
        QVERIFY(undone->summary.touches(Entity::Member));
        QCOMPARE(*nextToRedo(connection()), std::optional(edit));
        QVERIFY((*journalEntry(connection(), edit))->undone);
        QCOMPARE((*journalEntry(connection(), undone->summary.journalEntry))->reverses, std::optional(edit));

        QVERIFY(redo(*m_file, u"Ada"_s, edit));
        QCOMPARE(difference(stateOf(*m_file), after), QByteArray());
        QVERIFY(undo(*m_file, u"Ada"_s, edit));
        QCOMPARE(difference(stateOf(*m_file), before), QByteArray());
        verifyAll();
    }

    void remembersAfterTheFileWasClosed()
    {
        const QByteArrayList before = stateOf(*m_file);
        const qint64 edit = rename(MemberId {3}, u"Lina"_s);
        const QString path = m_file->path();
        m_file.reset();
        auto again = WorkspaceFile::open(path, m_clock);
        QVERIFY(again);
        m_file = *std::move(again);
        QCOMPARE(*nextToUndo(connection()), std::optional(edit));
        QVERIFY(undo(*m_file, u"Ada"_s, edit));
        QCOMPARE(difference(stateOf(*m_file), before), QByteArray());
    }

    void takesABulkBackAsOneStep()
    {
        const QByteArrayList before = stateOf(*m_file);
        const qint64 edit = change([&](ChangeSet& changes) -> Result<void> {
            for (const Member& each : std::as_const(m_c.members)) {
                Member member = *memberNow(each.id);
                member.labels = {m_c.labels.first().id};
                member.note = u"seen"_s;
                changes.put(member);
            }
            return {};
        });
        QVERIFY(difference(stateOf(*m_file), before).size() > 0);
        QVERIFY(undo(*m_file, u"Ada"_s, edit));
        QCOMPARE(difference(stateOf(*m_file), before), QByteArray());
    }

    void bringsBackARowWithAllThatHungOnIt()
    {
        const MemberId paying = m_c.subscriptions.first().member;
        const QByteArrayList before = stateOf(*m_file);
        const qint64 removal = change([&](ChangeSet& changes) -> Result<void> {
            for (const Comment& comment : std::as_const(m_c.comments)) {
                if (comment.member == paying || comment.parent.isValid())
                    changes.remove(Entity::Comment, comment.id);
            }
            for (const Comment& comment : std::as_const(m_c.comments)) {
                if (!comment.parent.isValid())
                    changes.remove(Entity::Comment, comment.id);
            }
            for (const Payment& payment : std::as_const(m_c.payments))
                changes.remove(Entity::Payment, payment.id);
            for (const Event& event : std::as_const(m_c.events))
                changes.remove(Entity::Event, event.id);
            changes.remove(Entity::Label, m_c.labels.first().id); // worn by members
            changes.remove(Entity::Member, paying); // with a subscription
            return {};
        });
        QVERIFY(!memberNow(paying));
        QVERIFY(undo(*m_file, u"Ada"_s, removal));
        QCOMPARE(difference(stateOf(*m_file), before), QByteArray());
        verifyAll();
        QVERIFY(redo(*m_file, u"Ada"_s, removal));
        QVERIFY(!memberNow(paying));
        verifyAll();
    }

    void removesWhatAnImportBrought()
    {
        const QByteArrayList before = stateOf(*m_file);
        const qint64 import = change(
            [&](ChangeSet& changes) -> Result<void> {
                for (int i = 0; i < 30; ++i) {
                    Member member;
                    const auto id = changes.nextId<Member>();
                    if (!id)
                        return tl::unexpected(id.error());
                    member.id = *id;
                    member.email = u"new%1@example.com"_s.arg(i);
                    member.labels = {m_c.labels.first().id};
                    changes.put(member);
                }
                return {};
            },
            {u"Ada"_s, Origin::Import, u"members.csv"_s});
        const QByteArrayList after = stateOf(*m_file);
        QCOMPARE(*nextToUndo(connection()), std::optional(import));
        QVERIFY(undo(*m_file, u"Ada"_s, import));
        QCOMPARE(difference(stateOf(*m_file), before), QByteArray());
        QVERIFY(redo(*m_file, u"Ada"_s, import));
        QCOMPARE(difference(stateOf(*m_file), after), QByteArray());
    }

    void leavesAloneWhatWasChangedSince()
    {
        const qint64 edit = change([&](ChangeSet& changes) -> Result<void> {
            Member member = *memberNow(MemberId {3});
            member.name = u"Lina"_s;
            member.note = u"asked for a refund"_s;
            changes.put(member);
            return {};
        });
        rename(MemberId {3}, u"Lina Chen"_s, kSync);
        const auto undone = undo(*m_file, u"Ada"_s, edit);
        QVERIFY(undone);
        QCOMPARE(undone->left, QList<LeftAlone>({{Entity::Member, 3, "name"}}));
        QCOMPARE(memberNow(MemberId {3})->name, u"Lina Chen"_s);
        QCOMPARE(memberNow(MemberId {3})->note, m_c.member(MemberId {3}).note);
    }

    void goesOnToTheNextWhenNothingWasLeftToTakeBack()
    {
        const qint64 first = rename(MemberId {2}, u"A"_s);
        const qint64 second = rename(MemberId {3}, u"B"_s);
        rename(MemberId {3}, u"C"_s, kSync);
        const auto undone = undo(*m_file, u"Ada"_s, second);
        QVERIFY(undone);
        QCOMPARE(undone->left.size(), 1);
        QCOMPARE(*nextToUndo(connection()), std::optional(first));
    }

    void endsTheLineOfRedoWithSomethingNew()
    {
        const qint64 first = rename(MemberId {2}, u"A"_s);
        const qint64 second = rename(MemberId {3}, u"B"_s);
        QVERIFY(undo(*m_file, u"Ada"_s, second));
        QVERIFY(undo(*m_file, u"Ada"_s, first));
        QCOMPARE(*nextToRedo(connection()), std::optional(first));
        QVERIFY(redo(*m_file, u"Ada"_s, first));
        QCOMPARE(*nextToRedo(connection()), std::optional(second));
        rename(MemberId {4}, u"D"_s, kSync); // a sync ends nothing
        QCOMPARE(*nextToRedo(connection()), std::optional(second));
        rename(MemberId {5}, u"E"_s);
        QCOMPARE(*nextToRedo(connection()), std::nullopt);
    }

    void refusesWhatCannotBeTakenBack()
    {
        const qint64 sync = rename(MemberId {3}, u"Lina"_s, kSync);
        const qint64 edit = rename(MemberId {3}, u"Lina Chen"_s);
        const qint64 release = change([](ChangeSet& changes) -> Result<void> {
            changes.put(PrivacyRelease {*changes.nextId<PrivacyRelease>(), 1, u"a"_s, u"b"_s, u"discrete-laplace"_s, 500'000, 125'000'000, u"{}"_s});
            return {};
        });
        const QByteArrayList before = stateOf(*m_file);
        QCOMPARE(undo(*m_file, u"Ada"_s, sync).error().kind, Error::Kind::BadInput);
        QCOMPARE(undo(*m_file, u"Ada"_s, release).error().kind, Error::Kind::BadInput);
        QCOMPARE(undo(*m_file, u"Ada"_s, 999).error().kind, Error::Kind::NotFound);
        QCOMPARE(redo(*m_file, u"Ada"_s, edit).error().kind, Error::Kind::BadInput);
        QCOMPARE(difference(stateOf(*m_file), before), QByteArray());
        QVERIFY(undo(*m_file, u"Ada"_s, edit));
        QCOMPARE(undo(*m_file, u"Ada"_s, edit).error().kind, Error::Kind::BadInput);

        QVERIFY(connection().execute("UPDATE journal_change SET old = NULL, new = NULL, salt = NULL WHERE entry_id = " + QByteArray::number(edit)));
        QVERIFY(redo(*m_file, u"Ada"_s, edit)); // needs only what the undo wrote
    }

    /// Random edits of everything; undone one by one every state comes back, and redone as well.
    void returnsToEveryStateOnTheWay_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %llu", seed) << seed;
    }
    void returnsToEveryStateOnTheWay()
    {
        QFETCH(const quint64, seed);
        Dice dice(seed);
        QList<QByteArrayList> states {stateOf(*m_file)};
        QList<qint64> entries;
        while (entries.size() < 15) {
            const auto done = m_file->commit(kPerson, [&](ChangeSet& changes) { return randomEdit(changes, dice); });
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
            if (done->journalEntry == 0)
                continue;
            entries.append(done->journalEntry);
            states.append(stateOf(*m_file));
        }
        for (qsizetype i = entries.size(); i-- > 0;) {
            QCOMPARE(*nextToUndo(connection()), std::optional(entries.at(i)));
            const auto undone = undo(*m_file, u"Ada"_s, entries.at(i));
            QVERIFY2(undone, undone ? "" : qPrintable(undone.error().detail));
            QVERIFY(undone->left.isEmpty());
            QCOMPARE(difference(stateOf(*m_file), states.at(i)), QByteArray());
        }
        QCOMPARE(*nextToUndo(connection()), std::nullopt);
        for (qsizetype i = 0; i < entries.size(); ++i) {
            QCOMPARE(*nextToRedo(connection()), std::optional(entries.at(i)));
            QVERIFY(redo(*m_file, u"Ada"_s, entries.at(i)));
            QCOMPARE(difference(stateOf(*m_file), states.at(i + 1)), QByteArray());
        }
        verifyAll();
    }

    void tellsTheHistoryOfARow()
    {
        const qint64 first = rename(MemberId {3}, u"A"_s);
        const qint64 second = rename(MemberId {3}, u"B"_s);
        const auto history = historyOf(connection(), Entity::Member, 3, 10);
        QVERIFY(history);
        QCOMPARE(history->size(), 2);
        QCOMPARE(history->at(0).entry, second);
        QCOMPARE(history->at(0).before, Scalar(u"A"_s));
        QCOMPARE(history->at(0).after, Scalar(u"B"_s));
        QCOMPARE(history->at(1).entry, first);
        JournalQuery ofMember;
        ofMember.entity = Entity::Member;
        ofMember.row = 3;
        QCOMPARE(journalEntries(connection(), ofMember)->size(), 2);
        ofMember.before = second;
        QCOMPARE(journalEntries(connection(), ofMember)->first().id, first);
    }

private:
    Result<void> randomEdit(ChangeSet& changes, Dice& dice)
    {
        for (qint64 edits = 1 + dice(4); edits > 0; --edits) {
            const MemberId id {1 + dice(m_c.members.size())};
            const auto member = memberNow(id);
            switch (dice(6)) {
            case 0:
                if (member) {
                    Member changed = *member;
                    changed.name = u"name %1"_s.arg(dice(1000));
                    changed.departedAtUtc = dice.chance(50) ? std::optional<qint64>(dice(1000)) : std::nullopt;
                    changes.put(changed);
                }
                break;
            case 1:
                if (member) {
                    Member changed = *member;
                    changed.labels = {m_c.labels.at(dice(m_c.labels.size())).id};
                    std::optional<qint64> there;
                    if (auto read = eachRow(connection(), "SELECT id FROM label WHERE id = ?", {changed.labels.first().value},
                            [&](const Statement& row) { there = row.integer(0); });
                        !read)
                        return read;
                    if (there)
                        changes.put(changed);
                }
                break;
            case 2: {
                Member made;
                const auto fresh = changes.nextId<Member>();
                if (!fresh)
                    return tl::unexpected(fresh.error());
                made.id = *fresh;
                made.email = u"%1@example.com"_s.arg(fresh->value);
                changes.put(made);
                break;
            }
            case 3:
                changes.remove(Entity::Label, m_c.labels.at(dice(m_c.labels.size())).id);
                edits = 1; // what wears it may not be given it again in this commit
                break;
            case 4:
                changes.remove(Entity::Event, EventId {1 + dice(m_c.events.size())});
                break;
            case 5: {
                Post post = m_c.posts.at(dice(m_c.posts.size()));
                post.title = u"title %1"_s.arg(dice(1000));
                changes.put(post);
                break;
            }
            }
        }
        return {};
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"

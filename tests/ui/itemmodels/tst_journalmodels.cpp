// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/changelistmodel.h"
#include "itemmodels/journaltablemodel.h"

#include <QAbstractItemModelTester>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <deque>

using namespace lyceum;
using namespace lyceum::ui;
using namespace Qt::StringLiterals;
using workspace::Entity;
using workspace::JournalChange;
using workspace::JournalEntry;
using workspace::Scalar;

namespace {

using Entries = QList<JournalEntry>;

/// Entries with these ids, newest first.
Entries entries(qint64 newest, qint64 oldest)
{
    Entries made;
    for (qint64 id = newest; id >= oldest; --id) {
        JournalEntry entry;
        entry.id = id;
        entry.atUtc = 1'700'000'000 + id;
        entry.author = u"ada"_s;
        entry.origin = u"person"_s;
        entry.reason = u"edit a member"_s;
        entry.changes = 1;
        made.append(entry);
    }
    return made;
}

JournalChange change(const QByteArray& field, const Scalar& before, const Scalar& after)
{
    return {9, Entity::Member, 4, JournalChange::Operation::Update, field, before, after, /*erased=*/false};
}

} // namespace

/// The journal answers late, in any order and with errors.
class TestJournalModels : public QObject {
    Q_OBJECT

private:
    std::deque<QPromise<Result<Entries>>> m_asked;
    QList<workspace::JournalQuery> m_queries;

    std::unique_ptr<JournalTableModel> journal()
    {
        return std::make_unique<JournalTableModel>(
            [this](const workspace::JournalQuery& query) {
                m_queries.append(query);
                m_asked.emplace_back();
                m_asked.back().start();
                return m_asked.back().future();
            },
            Format());
    }
    void answer(std::size_t question, const Result<Entries>& result)
    {
        m_asked.at(question).addResult(result);
        m_asked.at(question).finish();
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        m_asked.clear();
        m_queries.clear();
    }

    void readsOnFromTheOldestEntry()
    {
        const auto model = journal(); // no QAbstractItemModelTester: it fetches by itself
        model->setQuery({}, Format());
        answer(0, entries(250, 151));
        QCOMPARE(model->rowCount(), 100);
        QVERIFY(model->canFetchMore({}));
        model->fetchMore({});
        QVERIFY(!model->canFetchMore({})); // one question at a time
        QCOMPARE(m_queries.last().before, std::optional<qint64>(151));
        answer(1, entries(150, 120));
        QCOMPARE(model->rowCount(), 131);
        QVERIFY(!model->canFetchMore({})); // that was the last of it
        QCOMPARE(model->entryAt(130)->id, qint64(120));
        QCOMPARE(model->rowOf(150), 100);
        QCOMPARE(model->rowOf(7), -1);
    }

    void putsWhatIsNewOnTopAndMarksWhatWasUndone()
    {
        const auto model = journal();
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        model->setQuery({}, Format());
        answer(0, entries(10, 1));
        QSignalSpy inserted(model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(model.get(), &QAbstractItemModel::modelReset);
        model->refresh();
        Entries later = entries(12, 1);
        later[4].undone = true; // entry 8
        answer(1, later);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(2).toInt(), 1);
        QVERIFY(reset.isEmpty());
        QCOMPARE(model->rowCount(), 12);
        QCOMPARE(model->index(4, JournalTableModel::State).data().toString(), u"Undone"_s);
        QCOMPARE(model->index(3, JournalTableModel::State).data().toString(), QString());
    }

    void beginsAnewWhenMoreCameThanItAskedFor()
    {
        const auto model = journal();
        model->setQuery({}, Format());
        answer(0, entries(10, 1));
        model->refresh();
        answer(1, entries(500, 401));
        QCOMPARE(model->rowCount(), 100);
        QVERIFY(model->canFetchMore({}));
        model->fetchMore({});
        QCOMPARE(m_queries.last().before, std::optional<qint64>(401));
    }

    void asksOnceMoreForWhatChangedWhileItAsked()
    {
        const auto model = journal();
        model->setQuery({}, Format());
        model->refresh();
        model->refresh();
        QCOMPARE(m_asked.size(), std::size_t(1));
        answer(0, entries(3, 1));
        QCOMPARE(m_asked.size(), std::size_t(2));
        answer(1, entries(4, 1));
        QCOMPARE(model->rowCount(), 4);
        QCOMPARE(m_asked.size(), std::size_t(2));
    }

    void dropsTheAnswerToAnotherFilter()
    {
        const auto model = journal();
        model->setQuery({}, Format());
        workspace::JournalQuery persons;
        persons.origin = u"person"_s;
        model->setQuery(persons, Format());
        answer(1, entries(2, 1));
        answer(0, entries(90, 1));
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(m_queries.last().origin, u"person"_s);
    }

    void asksNoMoreAfterAFailure()
    {
        const auto model = journal();
        QSignalSpy failed(model.get(), &PagedTableModelBase::loadFailed);
        model->setQuery({}, Format());
        answer(0, tl::unexpected(Error {Error::Kind::Io, {}, {}}));
        QCOMPARE(failed.size(), 1);
        QVERIFY(!model->canFetchMore({}));
    }

    void saysWhatBecameOfAField_data()
    {
        QTest::addColumn<JournalChange>("made");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("changed") << change("name", u"Ada"_s, u"Ada King"_s) << u"Name: Ada → Ada King"_s;
        QTest::newRow("set") << change("note", Scalar(), u"met in Leeds"_s) << u"Note: met in Leeds"_s;
        QTest::newRow("emptied") << change("note", u"met in Leeds"_s, QString()) << u"Note: empty, was met in Leeds"_s;
        QTest::newRow("added to a set") << change("labels", Scalar(), qint64(3)) << u"Labels: VIP added"_s;
        QTest::newRow("dropped from a set") << change("labels", qint64(3), Scalar()) << u"Labels: VIP removed"_s;
        QTest::newRow("in one line") << change("note", Scalar(), u"one\n\ntwo"_s) << u"Note: one two"_s;
        JournalChange erased = change("email", Scalar(), Scalar());
        erased.erased = true;
        QTest::newRow("erased") << erased << u"E-mail: erased"_s;
    }
    void saysWhatBecameOfAField()
    {
        QFETCH(const JournalChange, made);
        QFETCH(const QString, sentence);
        ChangeListModel model(ChangeListModel::Below::Row, Format());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RowNames names;
        names.add(Entity::Member, 4, u"Ada"_s);
        names.add(Entity::Label, 3, u"VIP"_s);
        model.setChanges({made}, {}, Format());
        model.setNames(names);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data().toString(), sentence);
        QCOMPARE(model.index(0).data(ChangeListModel::DetailRole).toString(), u"Ada"_s);
    }

    void leavesOutWhatCameEmptyWithItsRow()
    {
        JournalChange name = change("name", Scalar(), u"Ada"_s);
        JournalChange note = change("note", Scalar(), QString());
        name.operation = note.operation = JournalChange::Operation::Insert;
        ChangeListModel model(ChangeListModel::Below::Row, Format());
        model.setChanges({name, note}, {}, Format());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data(ChangeListModel::DetailRole).toString(), u"Member 4, new"_s);
    }

    void saysBelowWhoDidItWhenAndAsPartOfWhat()
    {
        ChangeListModel model(ChangeListModel::Below::Entry, Format());
        const Format format(QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc());
        JournalEntry entry = entries(9, 9).first();
        entry.atUtc = 1'780'272'000; // 2026-06-01 00:00 UTC
        model.setChanges({change("name", u"Ada"_s, u"Ada King"_s)}, {entry}, format);
        QCOMPARE(model.index(0).data(ChangeListModel::DetailRole).toString(), u"6/1/26 00:00, ada: Edit a member"_s);
    }
};

Q_DECLARE_METATYPE(lyceum::workspace::JournalChange)

QTEST_GUILESS_MAIN(TestJournalModels)
#include "tst_journalmodels.moc"

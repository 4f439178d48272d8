// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/conflictmodel.h"
#include "itemmodels/outboxmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace lyceum;
using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

using Items = OutboxModel::Items;

workspace::OutboxItem item(qint64 row, const QString& title = {})
{
    workspace::OutboxItem made;
    made.row = row;
    made.title = title.isEmpty() ? u"member %1"_s.arg(row) : title;
    made.fields = {"name"};
    return made;
}

Items itemsOf(qint64 first, qint64 count)
{
    Items items;
    for (qint64 row = first; row < first + count; ++row)
        items.append(item(row));
    return items;
}

QList<qint64> rowsIn(const OutboxModel& model)
{
    QList<qint64> rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.itemAt(row).row);
    return rows;
}

workspace::OpenConflict conflict(qint64 id, qint64 row, const QByteArray& field)
{
    workspace::OpenConflict made;
    made.id = id;
    made.row = row;
    made.field = field;
    made.title = u"member %1"_s.arg(row);
    return made;
}

} // namespace

/// Questions are answered by hand.
class TestOutboxModel : public QObject {
    Q_OBJECT

private:
    struct Asked {
        workspace::OutboxQuery query;
        QPromise<Result<Items>> answer;
    };
    std::vector<std::unique_ptr<Asked>> m_asked;
    std::unique_ptr<OutboxModel> m_model;

    void answer(const Result<Items>& items)
    {
        const std::size_t latest = m_asked.size() - 1;
        m_asked.at(latest)->answer.addResult(items);
        m_asked.at(latest)->answer.finish();
        QCoreApplication::processEvents();
    }

    /// Watches every change of rows. It reads on by itself where it can.
    void watch() { new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get()); }

private Q_SLOTS:
    void init()
    {
        m_asked.clear();
        m_model = std::make_unique<OutboxModel>(
            [this](const workspace::OutboxQuery& query) {
                m_asked.push_back(std::make_unique<Asked>());
                m_asked.back()->query = query;
                m_asked.back()->answer.start();
                return m_asked.back()->answer.future();
            },
            Format(QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc()));
    }

    void readsOnPageByPage()
    {
        m_model->setFilter({});
        QCOMPARE(m_asked.back()->query.limit, OutboxModel::kPageRows);
        answer(itemsOf(1, OutboxModel::kPageRows));
        QCOMPARE(m_model->rowCount(), OutboxModel::kPageRows);
        QVERIFY(m_model->canFetchMore({}));
        m_model->fetchMore({});
        QVERIFY(!m_model->canFetchMore({})); // it is being asked
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        answer(itemsOf(1, OutboxModel::kPageRows + 7));
        QCOMPARE(m_model->rowCount(), OutboxModel::kPageRows + 7);
        QVERIFY(!m_model->canFetchMore({}));
        QCOMPARE(reset.size(), 0);
    }

    void whatWasSentGoesAndTheRestStays()
    {
        watch();
        m_model->setFilter({});
        answer(itemsOf(1, 10));
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        const QPersistentModelIndex eight = m_model->index(7, 0);
        m_model->refresh();
        Items rest = itemsOf(4, 3) + itemsOf(8, 3);
        rest.append(item(20));
        rest[0].title = u"renamed"_s;
        answer(rest);
        QCOMPARE(rowsIn(*m_model), QList<qint64>({4, 5, 6, 8, 9, 10, 20}));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(removed.size(), 2); // the first three at once, and the seventh
        QVERIFY(eight.isValid());
        QCOMPARE(eight.row(), 3);
        QCOMPARE(m_model->index(0, OutboxModel::Title).data().toString(), u"renamed"_s);
    }

    void whatComesBetweenIsInserted()
    {
        watch();
        m_model->setFilter({});
        answer(Items {item(2), item(5), item(9)});
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->refresh();
        answer(Items {item(1), item(2), item(3), item(4), item(5), item(9), item(10)});
        QCOMPARE(rowsIn(*m_model), QList<qint64>({1, 2, 3, 4, 5, 9, 10}));
        QCOMPARE(reset.size(), 0);
    }

    void anotherOrderBeginsAnew()
    {
        watch();
        m_model->setFilter({});
        answer(itemsOf(1, 3));
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->refresh();
        answer(Items {item(3), item(1), item(2)});
        QCOMPARE(rowsIn(*m_model), QList<qint64>({3, 1, 2}));
        QCOMPARE(reset.size(), 1);
    }

    void theAnswerToAnEarlierFilterIsDropped()
    {
        m_model->setFilter({});
        workspace::OutboxQuery refused;
        refused.state = workspace::OutboxState::Parked;
        m_model->setFilter(refused);
        QCOMPARE(m_asked.size(), std::size_t(2));
        QCOMPARE(m_asked.back()->query.state, refused.state);
        answer(itemsOf(1, 1));
        m_asked.front()->answer.addResult(Result<Items>(itemsOf(1, 5)));
        m_asked.front()->answer.finish();
        QCoreApplication::processEvents();
        QCOMPARE(m_model->rowCount(), 1);
    }

    void manyChangesAskOnceMore()
    {
        m_model->setFilter({});
        for (int i = 0; i < 5; ++i)
            m_model->refresh();
        QCOMPARE(m_asked.size(), std::size_t(1));
        answer(itemsOf(1, 2));
        QCOMPARE(m_asked.size(), std::size_t(2));
        answer(itemsOf(2, 1));
        QCOMPARE(m_asked.size(), std::size_t(2));
        QCOMPARE(rowsIn(*m_model), QList<qint64>({2}));
    }

    void aFailureLeavesWhatWasThere()
    {
        m_model->setFilter({});
        answer(itemsOf(1, 2));
        QSignalSpy failed(m_model.get(), &OutboxModel::loadFailed);
        m_model->refresh();
        answer(failure(Error::Kind::Io));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(!m_model->canFetchMore({}));
    }

    void tenThousandThatGoByTheHundredTakeNoTime()
    {
        m_model->setFilter({});
        answer(itemsOf(1, 10'000));
        QElapsedTimer took;
        qint64 longest = 0;
        for (qint64 gone = 100; gone <= 1'000; gone += 100) {
            m_model->refresh();
            took.start();
            answer(itemsOf(1 + gone, 10'000 - gone));
            longest = std::max(longest, took.elapsed());
        }
        QCOMPARE(m_model->rowCount(), 9'000);
        // Not a measurement: a frame lost would be 16 ms, a debug build with its checks may take some of them.
        QVERIFY2(longest < 1000, qPrintable(QString::number(longest)));
    }

    void conflictsAreGroupedByRowAndKeepTheirPlaces()
    {
        ConflictModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setConflicts({conflict(1, 7, "name"), conflict(2, 8, "name"), conflict(3, 7, "note")});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.itemAt(0).fields.size(), 2);
        QCOMPARE(model.rowOf(workspace::Entity::Member, 8), 1);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex eight = model.index(1);
        model.setConflicts({conflict(2, 8, "name"), conflict(4, 9, "email")});
        QCOMPARE(reset.size(), 0);
        QCOMPARE(eight.row(), 0);
        QCOMPARE(model.rowOf(workspace::Entity::Member, 9), 1);
        QCOMPARE(model.rowOf(workspace::Entity::Member, 7), -1);
        model.setConflicts({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestOutboxModel)
#include "tst_outboxmodel.moc"

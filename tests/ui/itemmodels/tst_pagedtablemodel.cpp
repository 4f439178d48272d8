// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/membertablemodel.h"

#include <QAbstractItemModelTester>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace lyceum;
using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

using Rows = Result<QList<workspace::MemberRow>>;
using Ids = Result<QList<MemberId>>;

/// A source whose answers are given by hand: late, out of order, or as errors.
struct Source {
    struct Question {
        QList<MemberId> ids;
        std::shared_ptr<QPromise<Rows>> promise;
    };
    std::vector<Question> asked;

    QFuture<Rows> ask(const QList<MemberId>& ids)
    {
        auto promise = std::make_shared<QPromise<Rows>>();
        promise->start();
        asked.push_back({ids, promise});
        return promise->future();
    }
    static workspace::MemberRow row(MemberId id)
    {
        workspace::MemberRow made;
        made.member.id = id;
        made.member.name = u"Member %1"_s.arg(id.value);
        return made;
    }
    void answer(std::size_t question, const QList<MemberId>& missing = {})
    {
        QList<workspace::MemberRow> rows;
        for (const MemberId id : std::as_const(asked.at(question).ids)) {
            if (!missing.contains(id))
                rows.append(row(id));
        }
        asked.at(question).promise->addResult(rows);
        asked.at(question).promise->finish();
    }
    void fail(std::size_t question)
    {
        asked.at(question).promise->addResult(failure(Error::Kind::WorkspaceLocked));
        asked.at(question).promise->finish();
    }
};

QList<MemberId> idsFrom(qint64 first, int count)
{
    QList<MemberId> ids;
    for (int i = 0; i < count; ++i)
        ids.append(MemberId {first + i});
    return ids;
}

QFuture<Ids> ready(const Ids& ids)
{
    QPromise<Ids> promise;
    promise.start();
    promise.addResult(ids);
    promise.finish();
    return promise.future();
}

} // namespace

class TestPagedTableModel : public QObject {
    Q_OBJECT

private:
    Source m_source;
    std::unique_ptr<MemberTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void show(const QList<MemberId>& ids)
    {
        const QSignalSpy finished(m_model.get(), &MemberTableModel::loadingFinished);
        m_model->setOrder(ready(ids));
        QTRY_COMPARE(finished.count(), 1);
    }
    QString name(int row) { return m_model->index(row, MemberTableModel::Name).data().toString(); }

private Q_SLOTS:
    void init()
    {
        m_source.asked.clear();
        m_model = std::make_unique<MemberTableModel>([this](const QList<MemberId>& ids) { return m_source.ask(ids); }, Format());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void asksOncePerPageHoweverManyCellsAreSeen()
    {
        show(idsFrom(1, 1000));
        for (int row = 0; row < 100; ++row) {
            for (int column = 0; column < m_model->columnCount(); ++column)
                QCOMPARE(m_model->index(row, column).data().toString(), u"…"_s);
        }
        QTRY_COMPARE(m_source.asked.size(), std::size_t(1));
        QCOMPARE(m_source.asked.front().ids, idsFrom(1, MemberTableModel::kPageRows));
        m_source.answer(0);
        QTRY_COMPARE(name(0), u"Member 1"_s);
        QCOMPARE(name(99), u"Member 100"_s);
        QVERIFY(m_model->index(5, 0).data(LoadedRole).toBool());
        QVERIFY(!m_model->index(500, 0).data(LoadedRole).toBool());
    }

    void sizesAndFontsCauseNoReading()
    {
        m_tester.reset(); // it reads cells itself
        show(idsFrom(1, 1000));
        for (const int role : {int(Qt::SizeHintRole), int(Qt::FontRole), int(Qt::BackgroundRole), int(IdRole)})
            std::ignore = m_model->index(700, 0).data(role);
        QTest::qWait(0);
        QVERIFY(m_source.asked.empty());
    }

    void placesAnswersThatComeLateAndOutOfOrder()
    {
        show(idsFrom(1, 600));
        std::ignore = name(0);
        std::ignore = name(300);
        QTRY_COMPARE(m_source.asked.size(), std::size_t(2));
        const bool firstIsLow = m_source.asked.at(0).ids.first().value == 1;
        m_source.answer(firstIsLow ? 1 : 0);
        QTRY_COMPARE(name(300), u"Member 301"_s);
        QCOMPARE(name(0), u"…"_s);
        m_source.answer(firstIsLow ? 0 : 1);
        QTRY_COMPARE(name(0), u"Member 1"_s);
    }

    void dropsAnswersForAnOldOrder()
    {
        show(idsFrom(1, 50));
        std::ignore = name(0);
        QTRY_COMPARE(m_source.asked.size(), std::size_t(1));
        show(idsFrom(5001, 50));
        m_source.answer(0); // for members 1 ... 50, which are not shown any more
        std::ignore = name(0);
        QTRY_COMPARE(m_source.asked.size(), std::size_t(2));
        m_source.answer(1);
        QTRY_COMPARE(name(0), u"Member 5001"_s);
    }

    void takesTheLatestOfTwoQuestions()
    {
        auto slow = std::make_shared<QPromise<Ids>>();
        slow->start();
        m_model->setOrder(slow->future());
        show(idsFrom(1, 3));
        slow->addResult(Ids(idsFrom(900, 9)));
        slow->finish();
        QTest::qWait(0);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void saysWhatFailedAndReadsAgainWhenAsked()
    {
        const QSignalSpy failed(m_model.get(), &MemberTableModel::loadFailed);
        show(idsFrom(1, 10));
        std::ignore = name(0);
        QTRY_COMPARE(m_source.asked.size(), std::size_t(1));
        m_source.fail(0);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(m_model->index(0, 0).data(FailedRole).toBool());
        std::ignore = name(0);
        QTest::qWait(5);
        QCOMPARE(m_source.asked.size(), std::size_t(1)); // a failed page stays failed
        m_model->retry();
        std::ignore = name(0);
        QTRY_COMPARE(m_source.asked.size(), std::size_t(2));
        m_source.answer(1);
        QTRY_COMPARE(name(0), u"Member 1"_s);
    }

    void keepsThePlaceOfARowThatVanished()
    {
        show(idsFrom(1, 4));
        std::ignore = name(0);
        QTRY_COMPARE(m_source.asked.size(), std::size_t(1));
        m_source.answer(0, {MemberId {2}});
        QTRY_COMPARE(name(0), u"Member 1"_s);
        QCOMPARE(name(1), QString());
        QCOMPARE(name(2), u"Member 3"_s);
    }

    void keepsTheOrderAndReadsRowsAgainAfterAChangeElsewhere()
    {
        show(idsFrom(1, 20));
        std::ignore = name(0);
        QTRY_COMPARE(m_source.asked.size(), std::size_t(1));
        m_source.answer(0);
        QTRY_COMPARE(name(0), u"Member 1"_s);
        const QSignalSpy reset(m_model.get(), &MemberTableModel::modelReset);
        show(idsFrom(1, 20));
        QCOMPARE(reset.count(), 0); // nothing moves under the cursor
        std::ignore = name(0);
        QTRY_COMPARE(m_source.asked.size(), std::size_t(2));
    }

    void survivesItsOwnEndWhileAnswersAreOut()
    {
        show(idsFrom(1, 10));
        std::ignore = name(0);
        QTRY_COMPARE(m_source.asked.size(), std::size_t(1));
        m_tester.reset();
        m_model.reset();
        m_source.answer(0);
        QTest::qWait(0);
    }

    void jumpsAnywhereInAMillion()
    {
        m_tester.reset(); // it would walk through the million
        show(idsFrom(1, 1'000'000));
        std::ignore = name(999'999);
        QTRY_COMPARE(m_source.asked.size(), std::size_t(1));
        QVERIFY(m_source.asked.front().ids.contains(MemberId {1'000'000}));
        m_source.answer(0);
        QTRY_COMPARE(name(999'999), u"Member 1000000"_s);
    }
};

QTEST_GUILESS_MAIN(TestPagedTableModel)
#include "tst_pagedtablemodel.moc"

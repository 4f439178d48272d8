// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/timelinemodel.h"

#include <QAbstractItemModelTester>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace lyceum;
using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

using Page = Result<workspace::TimelinePage>;

workspace::TimelinePage pageOf(int first, int count, bool more)
{
    workspace::TimelinePage page;
    for (int i = 0; i < count; ++i) {
        workspace::TimelineEntry entry;
        Comment comment;
        comment.id.value = first + i;
        comment.text = u"comment %1"_s.arg(first + i);
        entry.what = comment;
        entry.atUtc = 1'700'000'000 - first - i;
        page.entries.append(entry);
    }
    if (more)
        page.next = workspace::TimelineCursor {1'700'000'000 - first - count, 1, first + count};
    return page;
}

} // namespace

class TestTimelineModel : public QObject {
    Q_OBJECT

private:
    std::vector<std::shared_ptr<QPromise<Page>>> m_asked;
    std::vector<std::optional<workspace::TimelineCursor>> m_cursors;

    TimelineModel::Ask source()
    {
        return [this](std::optional<workspace::TimelineCursor> after) {
            m_asked.push_back(std::make_shared<QPromise<Page>>());
            m_cursors.push_back(after);
            m_asked.back()->start();
            return m_asked.back()->future();
        };
    }
    void answer(std::size_t question, const Page& page)
    {
        m_asked.at(question)->addResult(page);
        m_asked.at(question)->finish();
    }

private Q_SLOTS:
    void init()
    {
        m_asked.clear();
        m_cursors.clear();
    }

    void readsOnFromWhereThePageEnded()
    {
        TimelineModel model((Format()));
        model.setSource(source(), Format());
        QCOMPARE(m_asked.size(), std::size_t(1));
        QVERIFY(!m_cursors.front());
        answer(0, pageOf(1, 3, /*more=*/true));
        QTRY_COMPARE(model.rowCount(), 3);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(m_cursors.back()->id, qint64(4));
        answer(m_asked.size() - 1, pageOf(4, 2, /*more=*/false));
        QTRY_COMPARE(model.rowCount(), 5);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.index(4).data(TimelineModel::DetailRole).toString(), u"comment 5"_s);
    }

    void isASoundModelWhateverItIsAsked()
    {
        TimelineModel model((Format()));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal); // fetches more by itself
        model.setSource(source(), Format());
        for (int page = 0; page < 5; ++page) {
            QTRY_VERIFY(m_asked.size() > std::size_t(page));
            answer(std::size_t(page), pageOf(1 + page * 3, 3, /*more=*/page < 4));
            QTRY_COMPARE(model.rowCount(), 3 * (page + 1));
            model.fetchMore({});
        }
        QCOMPARE(m_asked.size(), std::size_t(5));
    }

    void asksNoSecondPageWhileOneIsOnItsWay()
    {
        TimelineModel model((Format()));
        model.setSource(source(), Format());
        model.fetchMore({});
        model.fetchMore({});
        QCOMPARE(m_asked.size(), std::size_t(1));
    }

    void dropsTheHistoryOfAnotherMember()
    {
        TimelineModel model((Format()));
        model.setSource(source(), Format());
        model.setSource(source(), Format());
        answer(0, pageOf(100, 9, false));
        answer(1, pageOf(1, 2, false));
        QTRY_COMPARE(model.rowCount(), 2);
        QTest::qWait(0);
        QCOMPARE(model.rowCount(), 2);
    }

    void stopsAfterAnErrorUntilAskedAgain()
    {
        TimelineModel model((Format()));
        const QSignalSpy failed(&model, &TimelineModel::loadFailed);
        model.setSource(source(), Format());
        answer(0, failure(Error::Kind::WorkspaceLocked));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!model.canFetchMore({}));
        model.retry();
        QCOMPARE(m_asked.size(), std::size_t(2));
        answer(1, pageOf(1, 1, false));
        QTRY_COMPARE(model.rowCount(), 1);
    }

    void tellsMoneyInItsCurrency()
    {
        TimelineModel model(Format(QLocale(QLocale::English, QLocale::UnitedStates)));
        model.setSource(source(), Format(QLocale(QLocale::English, QLocale::UnitedStates)));
        workspace::TimelinePage page;
        workspace::TimelineEntry entry;
        Payment payment;
        payment.amount = 1250;
        payment.currency = u"USD"_s;
        entry.what = payment;
        entry.atUtc = 5;
        page.entries.append(entry);
        answer(0, page);
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(model.index(0).data().toString().contains(u"$12.50"_s));
    }
};

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "page/asker.h"

#include <QPromise>
#include <QTest>

#include <deque>

using lyceum::Error;
using lyceum::Result;
using lyceum::ui::Asker;

/// Questions are answered by hand, in any order.
class TestAsker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_questions.clear();
        m_shown.clear();
        m_isBusy = false;
        m_asker = std::make_unique<Asker<int>>(this,
            Asker<int>::Page {.question = [this] { return ask(); },
                .show = [this](const Result<int>& answer) { m_shown.append(answer ? *answer : -1); },
                .setBusy = [this](bool busy) { m_isBusy = busy; }});
    }

    void showsEachAnswerWhileChangesPourIn()
    {
        m_asker->refresh();
        for (int change = 0; change < 5; ++change)
            m_asker->refresh();
        QCOMPARE(m_questions.size(), std::size_t(1));
        answer(0, 10);
        QTRY_COMPARE(m_shown, QList<int>({10}));
        QCOMPARE(m_questions.size(), std::size_t(2)); // once for all five
        QVERIFY(m_isBusy);
        answer(1, 11);
        QTRY_COMPARE(m_shown, QList<int>({10, 11}));
        QVERIFY(!m_isBusy);
        QCOMPARE(m_questions.size(), std::size_t(2));
    }

    void asksAgainAfterAFailure()
    {
        m_asker->refresh();
        m_asker->refresh();
        fail(0);
        QTRY_COMPARE(m_shown, QList<int>({-1}));
        QCOMPARE(m_questions.size(), std::size_t(2));
    }

    void dropsTheAnswerToAnEarlierQuestion()
    {
        m_asker->refresh();
        m_asker->askAnew();
        QCOMPARE(m_questions.size(), std::size_t(2));
        answer(1, 21);
        QTRY_COMPARE(m_shown, QList<int>({21}));
        answer(0, 20);
        QCoreApplication::processEvents();
        QCOMPARE(m_shown, QList<int>({21}));
    }

    void showsNothingOfAWorkspaceThatHasGone()
    {
        m_asker->refresh();
        m_asker->refresh();
        m_asker->forget();
        QVERIFY(!m_isBusy);
        answer(0, 30);
        QCoreApplication::processEvents();
        QVERIFY(m_shown.isEmpty());
        QCOMPARE(m_questions.size(), std::size_t(1));
        m_asker->refresh(); // the next workspace's
        answer(1, 31);
        QTRY_COMPARE(m_shown, QList<int>({31}));
    }

private:
    QFuture<Result<int>> ask()
    {
        m_questions.emplace_back();
        m_questions.back().start();
        return m_questions.back().future();
    }
    void answer(std::size_t question, int value)
    {
        m_questions.at(question).addResult(Result<int>(value));
        m_questions.at(question).finish();
    }
    void fail(std::size_t question)
    {
        m_questions.at(question).addResult(Result<int>(tl::unexpected(Error {Error::Kind::Io, {}, {}})));
        m_questions.at(question).finish();
    }

    std::deque<QPromise<Result<int>>> m_questions;
    QList<int> m_shown;
    bool m_isBusy = false;
    std::unique_ptr<Asker<int>> m_asker;
};

QTEST_GUILESS_MAIN(TestAsker)
#include "tst_asker.moc"

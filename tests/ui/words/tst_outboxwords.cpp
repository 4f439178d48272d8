// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/offerwords.h"
#include "words/outboxwords.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

using State = workspace::OutboxState;

const Format kFormat(QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc());

workspace::OutboxItem itemIn(State state)
{
    workspace::OutboxItem item;
    item.state = state;
    item.fields = {"name", "note"};
    return item;
}

} // namespace

class TestOutboxWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachStateSaysSomethingElse()
    {
        QSet<QString> words;
        QSet<QString> sentences;
        const QList<State> states {State::Pending, State::Sending, State::Paused, State::Parked, State::Local};
        for (const State state : states) {
            words.insert(wordFor(state));
            sentences.insert(sentenceOf(itemIn(state), kFormat));
        }
        QCOMPARE(words.size(), states.size());
        QCOMPARE(sentences.size(), states.size());
        QVERIFY(!words.contains(QString()));
        QVERIFY(!sentences.contains(QString()));
    }

    void aRefusalGivesTheReasonOfTheSite()
    {
        workspace::OutboxItem item = itemIn(State::Parked);
        item.problem = u"Member already exists"_s;
        QCOMPARE(sentenceOf(item, kFormat), u"The site refused it: Member already exists."_s);
        item.problem = u"Is it?"_s;
        QCOMPARE(sentenceOf(item, kFormat), u"The site refused it: Is it?"_s);
    }

    void anAttemptThatFailedSaysWhenTheNextIs()
    {
        workspace::OutboxItem item = itemIn(State::Pending);
        QCOMPARE(sentenceOf(item, kFormat), u"Waiting for the next sync."_s);
        item.attempts = 2;
        item.nextAttemptAtUtc = 1'790'000'000;
        QVERIFY(sentenceOf(item, kFormat).contains(kFormat.instant(1'790'000'000)));
    }

    void aConflictIsSaidBeforeTheStateButNotBeforeAPause()
    {
        workspace::OutboxItem item = itemIn(State::Pending);
        const QString waiting = sentenceOf(item, kFormat);
        item.held = true;
        QVERIFY(sentenceOf(item, kFormat) != waiting);
        workspace::OutboxItem paused = itemIn(State::Paused);
        const QString pause = sentenceOf(paused, kFormat);
        paused.held = true;
        QCOMPARE(sentenceOf(paused, kFormat), pause);
    }

    void aChangeIsNamedByItsFields()
    {
        workspace::OutboxItem item = itemIn(State::Pending);
        QCOMPARE(changeOf(item, kFormat), u"Name, Note"_s);
        item.operation = workspace::OutboxItem::Operation::Make;
        QCOMPARE(changeOf(item, kFormat), u"To be made there"_s);
        item.operation = workspace::OutboxItem::Operation::Remove;
        QCOMPARE(changeOf(item, kFormat), u"To be removed there"_s);
    }

    void whatStaysHereForGoodDoesNotWait()
    {
        workspace::OutboxCounts counts;
        QCOMPARE(waitingOf(counts), QString());
        counts.items = 3;
        counts.local = 3;
        QCOMPARE(waitingOf(counts), QString());
        counts.items = 15;
        QVERIFY(waitingOf(counts).startsWith(u"12 "_s));
    }

    void anOfferSaysWhatItGives_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("duration");
        QTest::addColumn<QString>("words");
        QTest::newRow("first payment") << u"percent"_s << qint64(20) << u"once"_s << u"20% off the first payment"_s;
        QTest::newRow("for good") << u"percent"_s << qint64(50) << u"forever"_s << u"50% off for good"_s;
        QTest::newRow("some months") << u"fixed"_s << qint64(150) << u"repeating"_s << u"$1.50 off for 3 month(s)"_s;
        QTest::newRow("trial") << u"trial"_s << qint64(14) << u"trial"_s << u"14 day(s) free"_s;
    }
    void anOfferSaysWhatItGives()
    {
        QFETCH(const QString, type);
        QFETCH(const qint64, amount);
        QFETCH(const QString, duration);
        QFETCH(const QString, words);
        Offer offer;
        offer.type = type;
        offer.amount = amount;
        offer.currency = u"USD"_s;
        offer.duration = duration;
        offer.durationMonths = 3;
        QCOMPARE(describeOffer(offer, kFormat), words); // the program's own translation makes the plural
    }
};

QTEST_GUILESS_MAIN(TestOutboxWords)
#include "tst_outboxwords.moc"

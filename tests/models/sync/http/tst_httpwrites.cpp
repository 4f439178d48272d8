// SPDX-License-Identifier: GPL-3.0-or-later
#include "line.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace lyceum;
using namespace lyceum::sync;
using namespace lyceum::test;
using namespace Qt::StringLiterals;

using Method = HttpClient::Method;

/// Requests that change something: what must not be done twice is sent once.
class TestHttpWrites : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatIsToBeWritten_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("repeatable");
        QTest::newRow("POST") << int(Method::Post) << QByteArray("POST") << false;
        QTest::newRow("POST that may be repeated") << int(Method::Post) << QByteArray("POST") << true;
        QTest::newRow("PUT") << int(Method::Put) << QByteArray("PUT") << false;
        QTest::newRow("PUT that may be repeated") << int(Method::Put) << QByteArray("PUT") << true;
        QTest::newRow("DELETE") << int(Method::Delete) << QByteArray("DELETE") << false;
    }
    void sendsWhatIsToBeWritten()
    {
        QFETCH(int, method);
        QFETCH(QByteArray, name);
        QFETCH(bool, repeatable);
        Line line([](const ScriptedRequest&) { return ScriptedAnswer{.status = 201, .body = "{\"made\":1}"}; });
        for (int round = 1; round <= 2; ++round) { // on a fresh connection and on one that was used
            const auto answer = line.send(Method(method), repeatable);
            QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
            QCOMPARE(answer->status, 201);
            QCOMPARE(answer->body, QByteArray("{\"made\":1}"));
            QCOMPARE(line.server.requests.size(), round);
            const ScriptedRequest& request = line.server.requests.last();
            QCOMPARE(request.method, name);
            QVERIFY(!request.headers.contains("transfer-encoding"));
            if (name != "DELETE") {
                QCOMPARE(request.body, QByteArray("{\"b\":2}"));
                QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
            }
        }
        QCOMPARE(line.log.first().method, name);
        QCOMPARE(line.log.first().status, 201);
    }

    void sendsALargeBodyWhole()
    {
        Line line([](const ScriptedRequest&) { return json("{}"); });
        const QByteArray large(700'000, 'x');
        QVERIFY(line.client.send(Method::Post, {.url = line.server.url(u"/a"_s), .body = large, .contentType = "text/plain"}));
        QCOMPARE(line.server.requests.first().body, large);
    }

    void anAnswerWithoutABodyIsAnAnswer()
    {
        Line line([](const ScriptedRequest&) { return ScriptedAnswer{.status = 204, .contentType = ""}; });
        const auto answer = line.send(Method::Delete);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QCOMPARE(answer->status, 204);
    }

    void repeatsNothingThatMayHaveBeenDone_data()
    {
        using enum Error::Kind;
        QTest::addColumn<ScriptedAnswer>("trouble");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("hung up") << ScriptedAnswer{.hangUp = true} << StoreUnavailable;
        QTest::newRow("nothing comes") << ScriptedAnswer{.silent = true} << Timeout;
        QTest::newRow("cut in the body") << ScriptedAnswer{.status = 201, .body = "{\"whole\":false}", .cutAfter = 6} << BadAnswer;
        QTest::newRow("drips too long") << ScriptedAnswer{.body = QByteArray(1'000, 'x'), .dripMs = 50} << Timeout;
        QTest::newRow("500") << ScriptedAnswer{.status = 500, .body = "{}"} << StoreUnavailable;
        QTest::newRow("503 in HTML") << ScriptedAnswer{.status = 503, .body = "<html>Soon</html>", .contentType = "text/html"} << StoreUnavailable;
        QTest::newRow("504 in HTML") << ScriptedAnswer{.status = 504, .body = "<html>Slow</html>", .contentType = "text/html"} << StoreUnavailable;
        QTest::newRow("200 in HTML") << ScriptedAnswer{.body = "<html>Maintenance</html>", .contentType = "text/html"} << StoreUnavailable;
        QTest::newRow("429") << ScriptedAnswer{.status = 429, .body = "{}", .headers = {"Retry-After: 7"}} << RateLimited;
        QTest::newRow("301") << ScriptedAnswer{.status = 301, .headers = {"Location: https://example.com/a"}} << Redirected;
        QTest::newRow("307") << ScriptedAnswer{.status = 307, .headers = {"Location: https://example.com/a"}} << Redirected;
        QTest::newRow("308") << ScriptedAnswer{.status = 308, .headers = {"Location: https://example.com/a"}} << Redirected;
    }
    void repeatsNothingThatMayHaveBeenDone()
    {
        QFETCH(ScriptedAnswer, trouble);
        QFETCH(Error::Kind, kind);
        for (const Method method : {Method::Post, Method::Put}) {
            Line line([&](const ScriptedRequest& request) { return request.method == "GET" ? json("{}") : trouble; });
            const auto answer = line.send(method);
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, kind);
            QVERIFY(line.get()); // what Qt might send again by itself has come before this
            QCOMPARE(line.server.requests.size(), 2);
        }
    }

    void aKeptConnectionThatTheServerClosesIsNoReasonToRepeat()
    {
        Line line([](const ScriptedRequest& request) { return request.method == "GET" ? json("{}") : ScriptedAnswer{.hangUp = true}; });
        QVERIFY(line.post().error().kind == Error::Kind::StoreUnavailable);
        QVERIFY(line.get());
        const auto answer = line.post(); // on the connection of the question
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::StoreUnavailable);
        QCOMPARE(line.server.requests.last().onConnection, 2);
        QVERIFY(line.get());
        QCOMPARE(line.server.requests.size(), 4);
    }

    void saysHowLongTheServerWantsToRest()
    {
        Line line([](const ScriptedRequest&) { return ScriptedAnswer{.status = 429, .body = "{}", .headers = {"Retry-After: 7"}}; });
        QVERIFY(line.post().error().detail.contains(u"7 s"_s));
    }

    void repeatsWhatMayBeRepeated_data()
    {
        QTest::addColumn<ScriptedAnswer>("trouble");
        QTest::newRow("hung up") << ScriptedAnswer{.hangUp = true};
        QTest::newRow("nothing comes") << ScriptedAnswer{.silent = true};
        QTest::newRow("503 in HTML") << ScriptedAnswer{.status = 503, .body = "<html>Soon</html>", .contentType = "text/html"};
        QTest::newRow("429") << ScriptedAnswer{.status = 429, .body = "{}", .headers = {"Retry-After: 0"}};
        QTest::newRow("cut in the body") << ScriptedAnswer{.body = "{\"whole\":false}", .cutAfter = 6};
    }
    void repeatsWhatMayBeRepeated()
    {
        QFETCH(ScriptedAnswer, trouble);
        Line put(inTurn({trouble, json("{}")}));
        QVERIFY(put.send(Method::Put, /*repeatable=*/true));
        QVERIFY(put.server.requests.size() >= 2);
        QCOMPARE(put.server.requests.last().body, QByteArray("{\"b\":2}"));
        Line remove(inTurn({trouble, json("{}")}));
        QVERIFY(remove.send(Method::Delete)); // deleting twice is deleting
    }

    void aRedirectOfAWriteIsAnErrorAndNoneIsFollowed()
    {
        Line line([](const ScriptedRequest&) { return ScriptedAnswer{.status = 301, .headers = {"Location: /b?secret=1"}}; });
        for (const bool repeatable : {false, true}) {
            const auto answer = line.send(Method::Post, repeatable);
            QCOMPARE(answer.error().kind, Error::Kind::Redirected);
            QCOMPARE(answer.error().subject, line.server.url(u"/b"_s).toString());
        }
        QCOMPARE(line.server.requests.size(), 2);
    }

    void refusalsOfAWriteAreHandedOut_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 409, 413, 422, 431})
            QTest::addRow("%d", status) << status;
    }
    void refusalsOfAWriteAreHandedOut()
    {
        QFETCH(int, status);
        Line line([&](const ScriptedRequest&) { return ScriptedAnswer{.status = status, .body = "<html>No</html>", .contentType = "text/html"}; });
        const auto answer = line.post();
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QCOMPARE(answer->status, status);
        QVERIFY(answer->html);
        QCOMPARE(line.server.requests.size(), 1);
    }

    void whatNobodyListensToWasNeverSent()
    {
        Line line([](const ScriptedRequest&) { return json("{}"); });
        line.server.close();
        QCOMPARE(line.post().error().kind, Error::Kind::Offline);
        QCOMPARE(line.client.requests(), 1);
    }

    void aConnectionThatIsNeverSecuredHasSentNothing()
    {
        Line line([](const ScriptedRequest&) { return ScriptedAnswer{.silent = true}; });
        QUrl url = line.server.url(u"/a"_s);
        url.setScheme(u"https"_s); // the server waits for a line that never comes
        const auto answer = line.client.send(Method::Post, {.url = url, .body = "{}", .contentType = "application/json"});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
        QVERIFY(line.server.requests.isEmpty());
    }

    void aWriteThatWaitsCanBeCancelled()
    {
        Line line([](const ScriptedRequest&) { return ScriptedAnswer{.silent = true}; });
        QElapsedTimer since;
        since.start();
        QTimer::singleShot(50, &line.server, [&] { line.client.cancel(); });
        QCOMPARE(line.post().error().kind, Error::Kind::Cancelled);
        QVERIFY(since.elapsed() < 350); // less than the time allowed for silence
        QCOMPARE(line.post().error().kind, Error::Kind::Cancelled);
        QCOMPARE(line.server.requests.size(), 1);
    }

    void aWriteDropsWhatWasAskedForAhead()
    {
        Line line([](const ScriptedRequest& request) { return json(request.method == "GET" ? "{\"old\":1}" : "{}"); });
        line.client.prefetch({.url = line.server.url(u"/a"_s)});
        QVERIFY(line.post());
        const qint64 sent = line.client.requests();
        QVERIFY(line.get());
        QCOMPARE(line.client.requests(), sent + 1);
    }
};

QTEST_GUILESS_MAIN(TestHttpWrites)
#include "tst_httpwrites.moc"

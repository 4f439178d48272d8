// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http/httpclient.h"

#include "line.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace lyceum;
using namespace lyceum::sync;
using namespace lyceum::test;
using namespace Qt::StringLiterals;

class TestHttpClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsTheAnswerAndCountsIt()
    {
        Line line([](const ScriptedRequest&) { return json("{\"a\":1}"); });
        const auto answer = line.get(u"/a/507f1f77bcf86cd799439011/?secret=x"_s);
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, QByteArray("{\"a\":1}"));
        QCOMPARE(answer->serverTimeUtc.value_or(0), kNow);
        QCOMPARE(line.client.requests(), 1);
        QCOMPARE(line.client.bytes(), 7);
        QCOMPARE(line.server.requests.size(), 1);
        QVERIFY(!line.server.requests.first().headers.contains("cookie"));
        QVERIFY(line.server.requests.first().headers.value("accept-encoding").contains("gzip"));

        QCOMPARE(line.log.size(), 1);
        QCOMPARE(line.log.first().path, u"/a/:id/"_s);
        QCOMPARE(line.log.first().note, u"a test"_s);
        QCOMPARE(line.log.first().status, 200);
        QCOMPARE(line.log.first().bytes, 7);
    }

    void unpacksGzip()
    {
        // printf '{"packed":true}' | gzip -9n | base64 (gzip 1.12)
        const QByteArray packed = QByteArray::fromBase64("H4sIAAAAAAACA6tWKkhMzk5NUbIqKSpNrQUAieC13A8AAAA=");
        Line line([&](const ScriptedRequest&) { return ScriptedAnswer{.body = packed, .headers = {"Content-Encoding: gzip"}}; });
        const auto answer = line.get();
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray("{\"packed\":true}"));
    }

    void handsOutRefusalsOfTheRequestItself()
    {
        Line line([](const ScriptedRequest&) { return ScriptedAnswer{.status = 404, .body = "{\"errors\":[]}"}; });
        const auto answer = line.get();
        QVERIFY(answer);
        QCOMPARE(answer->status, 404);
        QCOMPARE(answer->body, QByteArray("{\"errors\":[]}"));
        QCOMPARE(line.client.requests(), 1);
    }

    void neverFollowsARedirect()
    {
        Line line([](const ScriptedRequest&) {
            return ScriptedAnswer{.status = 301, .headers = {"Location: https://user:secret@example.com/elsewhere/?token=1"}};
        });
        const auto answer = line.get();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Redirected);
        QCOMPARE(answer.error().subject, u"https://example.com/elsewhere/"_s);
        QCOMPARE(line.server.requests.size(), 1);
    }

    void asksAgainAfterTroubleThatPasses_data()
    {
        QTest::addColumn<ScriptedAnswer>("trouble");
        QTest::newRow("500") << ScriptedAnswer{.status = 500, .body = "{}"};
        QTest::newRow("502 in HTML") << ScriptedAnswer{.status = 502, .body = "<html>Bad gateway</html>", .contentType = "text/html"};
        QTest::newRow("503 in HTML") << ScriptedAnswer{.status = 503, .body = "<html>Soon</html>", .contentType = "text/html"};
        QTest::newRow("200 in HTML") << ScriptedAnswer{.body = "<html>Maintenance</html>", .contentType = "text/html"};
        QTest::newRow("200, HTML called JSON") << ScriptedAnswer{.body = "\n <html>Maintenance</html>"};
        QTest::newRow("429") << ScriptedAnswer{.status = 429, .body = "{}", .headers = {"Retry-After: 0"}};
        QTest::newRow("hung up") << ScriptedAnswer{.hangUp = true};
        QTest::newRow("cut in the body") << ScriptedAnswer{.body = "{\"whole\":false}", .cutAfter = 6};
        QTest::newRow("nothing comes") << ScriptedAnswer{.silent = true};
        QTest::newRow("too slow to begin") << ScriptedAnswer{.body = "{}", .delayMs = 700};
    }
    void asksAgainAfterTroubleThatPasses()
    {
        QFETCH(ScriptedAnswer, trouble);
        Line line(inTurn({trouble, json("{\"whole\":true}")}));
        const auto answer = line.get();
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->body, QByteArray("{\"whole\":true}"));
    }

    void saysWhatItWasWhenTroubleStays_data()
    {
        QTest::addColumn<ScriptedAnswer>("trouble");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("500") << ScriptedAnswer{.status = 500, .body = "{}"} << Error::Kind::StoreUnavailable;
        QTest::newRow("503 in HTML") << ScriptedAnswer{.status = 503, .body = "<html/>", .contentType = "text/html"} << Error::Kind::StoreUnavailable;
        QTest::newRow("200 in HTML") << ScriptedAnswer{.body = "<html/>", .contentType = "text/html"} << Error::Kind::StoreUnavailable;
        QTest::newRow("429") << ScriptedAnswer{.status = 429} << Error::Kind::RateLimited;
        QTest::newRow("hung up") << ScriptedAnswer{.hangUp = true} << Error::Kind::StoreUnavailable;
        QTest::newRow("cut in the body") << ScriptedAnswer{.body = "{\"whole\":false}", .cutAfter = 6} << Error::Kind::BadAnswer;
        QTest::newRow("nothing comes") << ScriptedAnswer{.silent = true} << Error::Kind::Timeout;
    }
    void saysWhatItWasWhenTroubleStays()
    {
        QFETCH(ScriptedAnswer, trouble);
        QFETCH(Error::Kind, kind);
        Line line([&](const ScriptedRequest&) { return trouble; });
        const auto answer = line.get();
        QVERIFY(!answer);
        QCOMPARE(kindName(answer.error().kind), kindName(kind));
        QVERIFY(line.client.requests() == 3);
    }

    void aDripThatNeverEndsIsATimeout()
    {
        Line line([](const ScriptedRequest&) { return ScriptedAnswer{.body = QByteArray(10'000, ' '), .dripMs = 50}; });
        const auto answer = line.client.get({.url = line.server.url(u"/a"_s)}, RetryPolicy{.tries = 1});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Timeout);
    }

    void anAnswerWithoutLengthIsTakenAsItCame()
    {
        Line line([](const ScriptedRequest&) { return ScriptedAnswer{.body = "{\"a\":", .noLength = true}; });
        const auto answer = line.get();
        QVERIFY(answer); // only who knows the content can tell that it is cut
        QCOMPARE(answer->body, QByteArray("{\"a\":"));
    }

    void aFloodIsCutOff()
    {
        Line line([](const ScriptedRequest&) { return json(QByteArray(5'000'000, ' ')); });
        const auto answer = line.get();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::BadAnswer);
        QCOMPARE(line.client.requests(), 1);
    }

    void honoursTheWaitTheServerAsksFor()
    {
        Line line(inTurn({{.status = 429, .headers = {"Retry-After: 1"}}, json("{}")}));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(line.get());
        QVERIFY(timer.elapsed() >= 1'000);
    }

    void readsARetryDateByTheServersClock()
    {
        Line line(inTurn({{.status = 503, .headers = {"Retry-After: Fri, 20 Nov 2026 08:00:01 GMT"}}, json("{}")}));
        line.clock.set(kNow + 7'200); // ours is wrong by two hours
        QElapsedTimer timer;
        timer.start();
        QVERIFY(line.get());
        QVERIFY(timer.elapsed() >= 1'000);
        QCOMPARE(line.client.serverOffset(), -7'200);
    }

    void anUnusedConnectionThatWasClosedIsNoError()
    {
        // As Ghost does after five idle seconds: the second request of a connection meets its end.
        Line line([](const ScriptedRequest& request) {
            return request.onConnection == 2 && request.connection == 1 ? ScriptedAnswer{.hangUp = true} : json("{}");
        });
        QVERIFY(line.get());
        QVERIFY(line.get());
        QVERIFY(line.server.requests.last().connection > 1);
    }

    void nobodyListeningIsOffline()
    {
        Line line([](const ScriptedRequest&) { return json("{}"); });
        const QUrl url = line.server.url(u"/a"_s);
        line.server.close();
        const auto answer = line.client.get({.url = url});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
        QCOMPARE(answer.error().subject, u"127.0.0.1"_s);
        QCOMPARE(line.client.requests(), 2);
    }

    void encryptionWithAServerThatHasNoneIsATlsError()
    {
        Line line([](const ScriptedRequest&) { return json("{}"); });
        QUrl url = line.server.url(u"/a"_s);
        url.setScheme(u"https"_s);
        // The script never sees a request in a TLS greeting; a plain server answers it with a complaint in plain text.
        QObject::connect(&line.server, &QTcpServer::newConnection, &line.server, [&] {
            for (QTcpSocket* socket : line.server.findChildren<QTcpSocket*>())
                socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        });
        const auto answer = line.client.get({.url = url});
        QVERIFY(!answer);
        QCOMPARE(kindName(answer.error().kind), kindName(Error::Kind::TlsFailed));
    }

    void asksForAuthorizationBeforeEveryAttempt()
    {
        Line line(inTurn({{.status = 500}, json("{}")}));
        int asked = 0;
        QVERIFY(line.client.get({.url = line.server.url(u"/a"_s), .authorization = [&] { return "Ghost " + QByteArray::number(++asked); }}));
        QCOMPARE(line.server.requests.at(0).headers.value("authorization"), QByteArray("Ghost 1"));
        QCOMPARE(line.server.requests.at(1).headers.value("authorization"), QByteArray("Ghost 2"));
    }

    void cancelEndsAWaitForTheServer()
    {
        Line line([](const ScriptedRequest&) { return ScriptedAnswer{.silent = true}; });
        HttpClient patient(line.clock, {.silenceMs = 60'000}, QRandomGenerator(1));
        QElapsedTimer timer;
        timer.start();
        std::thread other([&] {
            while (timer.elapsed() < 100)
                std::this_thread::yield();
            patient.cancel();
        });
        const auto answer = patient.get({.url = line.server.url(u"/a"_s)});
        other.join();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
        QVERIFY(timer.elapsed() < 1'000);
    }

    void cancelEndsAWaitBetweenTwoTries()
    {
        Line line([](const ScriptedRequest&) { return ScriptedAnswer{.status = 429, .headers = {"Retry-After: 60"}}; });
        HttpClient patient(line.clock, {}, QRandomGenerator(1));
        QElapsedTimer timer;
        timer.start();
        std::thread other([&] {
            while (timer.elapsed() < 300)
                std::this_thread::yield();
            patient.cancel();
        });
        const auto answer = patient.get({.url = line.server.url(u"/a"_s)});
        other.join();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
        QVERIFY(timer.elapsed() < 1'500);
        QCOMPARE(line.server.requests.size(), 1);
    }

    void whatIsCancelledStaysCancelled()
    {
        Line line([](const ScriptedRequest&) { return json("{}"); });
        line.client.cancel();
        QCOMPARE(line.get().error().kind, Error::Kind::Cancelled);
        line.client.prefetch({.url = line.server.url(u"/a"_s)});
        QCOMPARE(line.get().error().kind, Error::Kind::Cancelled);
        QCOMPARE(line.client.requests(), 0);
    }

    void worksOnAThreadWithoutAnEventLoopOfItsOwn()
    {
        Line line([](const ScriptedRequest&) { return json("{\"a\":1}"); });
        std::atomic<bool> done = false;
        QByteArray body;
        std::thread worker([&] {
            HttpClient client(line.clock, {}, QRandomGenerator(1));
            for (int i = 0; i < 20; ++i) {
                const auto answer = client.get({.url = line.server.url(u"/a"_s)});
                body = answer ? answer->body : QByteArray("failed");
            }
            done = true;
        });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(done, 10'000); }();
        worker.join();
        QCOMPARE(body, QByteArray("{\"a\":1}"));
    }

    void picksUpWhatWasFetchedAhead()
    {
        Line line([](const ScriptedRequest& request) { return json(request.target.path().toUtf8()); });
        line.client.prefetch({.url = line.server.url(u"/next"_s)});
        QTRY_COMPARE(line.server.requests.size(), 1); // sent before anybody asked for the answer
        const auto answer = line.get(u"/next"_s);
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray("/next"));
        QCOMPARE(line.server.requests.size(), 1);
    }

    void dropsWhatWasFetchedAheadInVain()
    {
        Line line([](const ScriptedRequest& request) { return json(request.target.path().toUtf8()); });
        line.client.prefetch({.url = line.server.url(u"/next"_s)});
        const auto answer = line.get(u"/other"_s);
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray("/other"));
        QCOMPARE(line.get(u"/next"_s)->body, QByteArray("/next"));
        QCOMPARE(line.client.requests(), 3);
    }

    void aPrefetchThatFailedIsTriedAgain()
    {
        Line line(inTurn({{.status = 503}, json("{}")}));
        line.client.prefetch({.url = line.server.url(u"/next"_s)});
        QVERIFY(line.get(u"/next"_s));
        QCOMPARE(line.server.requests.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"

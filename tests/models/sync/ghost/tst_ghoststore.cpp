// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/ghoststore.h"

#include "fakeghost.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace lyceum;
using namespace lyceum::sync;
using namespace lyceum::test;
using namespace Qt::StringLiterals;

class TestGhostStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void learnsWhoTheSiteIs()
    {
        FakeGhost ghost;
        const auto info = ghost.store()->identify();
        QVERIFY2(info, qPrintable(info ? QString() : info.error().detail));
        QCOMPARE(info->kind, u"ghost"_s);
        QCOMPARE(info->title, u"A site"_s);
        QCOMPARE(info->url, QUrl(u"https://example.com/blog/"_s));
        QCOMPARE(info->siteId, u"a721d902-0793-4b01-9531-b1b2392d2714"_s);
        QCOMPARE(info->version, u"6.65"_s);
        QCOMPARE(info->timeZone, u"Europe/Berlin"_s);
        QVERIFY(info->paidMembers);
        QCOMPARE(info->serverTimeUtc, kNow);
        QVERIFY(!ghost.server.requests.first().headers.contains("authorization")); // who it is asks for no key
        QVERIFY(ghost.server.requests.last().headers.value("authorization").startsWith("Ghost ey"));
        QCOMPARE(ghost.server.requests.last().headers.value("accept-version"), QByteArray("v6.0"));
    }

    void knowsASiteThatIsNoGhost_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::newRow("another site's 404") << ScriptedAnswer{.status = 404, .body = "<html>Not found</html>", .contentType = "text/html"};
        QTest::newRow("another site's home page") << ScriptedAnswer{.body = "<html>Welcome</html>", .contentType = "text/html"};
        QTest::newRow("some JSON") << ScriptedAnswer{.body = "{\"hello\":1}"};
        QTest::newRow("nothing") << ScriptedAnswer{.body = ""};
        QTest::newRow("forbidden") << ScriptedAnswer{.status = 403, .body = "no"};
    }
    void knowsASiteThatIsNoGhost()
    {
        QFETCH(ScriptedAnswer, answer);
        FakeGhost ghost;
        ghost.routes[u"/site/"_s] = [&](const ScriptedRequest&) { return answer; };
        const auto info = ghost.store()->identify();
        QVERIFY(!info);
        QCOMPARE(kindName(info.error().kind), u"not-a-store"_s);
    }

    void aGhostThatIsStartingIsNotAnotherSite()
    {
        FakeGhost ghost;
        ghost.routes[u"/site/"_s] = [](const ScriptedRequest&) { return ScriptedAnswer{.status = 503, .body = "<html/>", .contentType = "text/html"}; };
        QCOMPARE(kindName(ghost.store()->identify().error().kind), u"store-unavailable"_s);
    }

    void aRedirectSaysWhereTo()
    {
        FakeGhost ghost;
        ghost.routes[u"/site/"_s] = [](const ScriptedRequest&) {
            return ScriptedAnswer{.status = 301, .headers = {"Location: https://www.example.com/ghost/api/admin/site/"}};
        };
        const auto info = ghost.store()->identify();
        QCOMPARE(kindName(info.error().kind), u"redirected"_s);
        QCOMPARE(info.error().subject, u"https://www.example.com/ghost/api/admin/site/"_s);
    }

    /// The table of refusals Ghost really gives, with its own words.
    void tellsRefusalsApart_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::addColumn<QString>("kind");
        QTest::newRow("unknown key") << refusal(401, u"UnauthorizedError"_s, u"UNKNOWN_ADMIN_API_KEY"_s, u"Unknown Admin API Key"_s) << u"bad-key"_s;
        QTest::newRow("wrong secret") << refusal(401, u"UnauthorizedError"_s, u"INVALID_JWT"_s, u"Invalid token: invalid signature"_s) << u"bad-key"_s;
        QTest::newRow("no JWT") << refusal(400, u"BadRequestError"_s, u"INVALID_JWT"_s, u"Invalid token"_s) << u"bad-key"_s;
        QTest::newRow("no kid") << refusal(400, u"BadRequestError"_s, u"MISSING_ADMIN_API_KID"_s, u"Admin API kid missing."_s) << u"bad-key"_s;
        QTest::newRow("closed to integrations")
            << refusal(403, u"NoPermissionError"_s, {}, u"API tokens do not have permission to access this endpoint"_s) << u"not-allowed"_s;
        QTest::newRow("plan limit") << refusal(403, u"HostLimitError"_s, {}, u"Host Limit error, cannot list settings."_s) << u"not-allowed"_s;
        QTest::newRow("endpoint not there") << refusal(406, u"RequestNotAcceptableError"_s, u"UPDATE_GHOST"_s, u"Request could not be served"_s) << u"bad-answer"_s;
        QTest::newRow("not understood") << refusal(400, u"BadRequestError"_s, {}, u"Could not understand request."_s) << u"bad-answer"_s;
        QTest::newRow("too many") << refusal(429, u"TooManyRequestsError"_s, {}, u"Too many attempts"_s) << u"rate-limited"_s;
        QTest::newRow("server error") << refusal(500, u"InternalServerError"_s, {}, u"An unexpected error occurred"_s) << u"store-unavailable"_s;
        QTest::newRow("headers too large") << ScriptedAnswer{.status = 431, .body = "", .contentType = ""} << u"internal"_s;
        QTest::newRow("a proxy's page") << ScriptedAnswer{.status = 403, .body = "<html>Blocked</html>", .contentType = "text/html"} << u"store-unavailable"_s;
        QTest::newRow("cut JSON") << ScriptedAnswer{.body = "{\"settings\":[", .noLength = true} << u"bad-answer"_s;
        QTest::newRow("a list for an object") << ScriptedAnswer{.body = "[]"} << u"bad-answer"_s;
    }
    void tellsRefusalsApart()
    {
        QFETCH(ScriptedAnswer, answer);
        QFETCH(QString, kind);
        FakeGhost ghost;
        ghost.routes[u"/settings/"_s] = [&](const ScriptedRequest&) { return answer; };
        const auto info = ghost.store()->identify();
        QVERIFY(!info);
        QCOMPARE(kindName(info.error().kind), kind);
        QVERIFY(!(info.error().subject + info.error().detail).contains(kSecret));
    }

    void cutJsonIsAskedForAgain()
    {
        FakeGhost ghost;
        int asked = 0;
        const auto whole = ghost.routes.value(u"/settings/"_s);
        ghost.routes[u"/settings/"_s] = [&](const ScriptedRequest& request) {
            return ++asked == 1 ? ScriptedAnswer{.body = "{\"settings\":[{\"key\":", .noLength = true} : whole(request);
        };
        QVERIFY(ghost.store()->identify());
        QVERIFY(asked >= 2); // Qt itself repeats a request that meets a connection about to close
    }

    void aTokenTheServerCallsTooOldIsSignedAnewByItsClock_data()
    {
        QTest::addColumn<QString>("message");
        QTest::newRow("expired") << u"Invalid token: jwt expired"_s;
        QTest::newRow("too old") << u"Invalid token: maxAge exceeded"_s;
    }
    void aTokenTheServerCallsTooOldIsSignedAnewByItsClock()
    {
        QFETCH(QString, message);
        FakeGhost ghost;
        ghost.clock.set(kNow - 7'200);
        ghost.routes[u"/tiers/"_s] = [&](const ScriptedRequest& request) {
            const QByteArray token = request.headers.value("authorization").sliced(6);
            const QByteArray payload = QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding);
            if (QJsonDocument::fromJson(payload).object().value(u"iat"_s).toInteger() < kNow - 300)
                return refusal(401, u"UnauthorizedError"_s, u"INVALID_JWT"_s, message);
            return json({{u"tiers"_s, QJsonArray()}});
        };
        QVERIFY(ghost.store()->pull({.kind = Kind::Tiers, .ids = {}}, {}));
        QCOMPARE(ghost.server.requests.size(), 2);
    }

    void aTokenThatStaysTooOldIsNotTriedForEver()
    {
        FakeGhost ghost;
        ghost.routes[u"/tiers/"_s] = [&](const ScriptedRequest&) { return refusal(401, u"UnauthorizedError"_s, u"INVALID_JWT"_s, u"Invalid token: jwt expired"_s); };
        QCOMPARE(kindName(ghost.store()->pull({.kind = Kind::Tiers, .ids = {}}, {}).error().kind), u"bad-key"_s);
        QCOMPARE(ghost.server.requests.size(), 2);
    }

    void walksAListByIdUntilNothingIsLeft()
    {
        FakeGhost ghost;
        ghost.routes[u"/members/"_s] = [](const ScriptedRequest& request) {
            if (request.query(u"filter"_s).isEmpty())
                return json({{u"members"_s, QJsonArray{memberRow(1), memberRow(2)}}, {u"meta"_s, paging(3, true)}});
            return json({{u"members"_s, QJsonArray{memberRow(3)}}, {u"meta"_s, paging(1)}});
        };
        const auto store = ghost.store(ghost.options(2));
        const auto first = store->pull({.kind = Kind::Members, .ids = {}}, {});
        QVERIFY(first);
        QCOMPARE(first->batch.members.size(), 2);
        QCOMPARE(first->total.value_or(-1), 3);
        QCOMPARE(first->next, idOf(2));
        const auto second = store->pull({.kind = Kind::Members, .ids = {}}, first->next);
        QVERIFY(second);
        QVERIFY(second->next.isEmpty());
        const ScriptedRequest request = ghost.server.requests.last();
        QCOMPARE(request.query(u"filter"_s), u"id:>'%1'"_s.arg(idOf(2)));
        QCOMPARE(request.query(u"order"_s), u"id asc"_s);
        QCOMPARE(request.query(u"limit"_s), u"2"_s);
        QCOMPARE(request.query(u"include"_s), u"tiers"_s);
        QVERIFY(ghost.unknown.isEmpty());
    }

    void walksChangesByTimeAndId()
    {
        FakeGhost ghost;
        ghost.routes[u"/members/"_s] = [](const ScriptedRequest&) {
            return json({{u"members"_s, QJsonArray{memberRow(5, u"2026-11-02T03:04:05.000Z"_s)}}, {u"meta"_s, paging(2, true)}});
        };
        const auto store = ghost.store(ghost.options(1));
        const Walk walk{.kind = Kind::Members, .extent = Walk::Extent::Since, .sinceUtc = kNow, .ids = {}};
        const auto first = store->pull(walk, {});
        QVERIFY(first);
        QCOMPARE(ghost.server.requests.last().query(u"filter"_s), u"updated_at:>='2026-11-20 08:00:00'"_s);
        QCOMPARE(ghost.server.requests.last().query(u"order"_s), u"updated_at asc,id asc"_s);
        (void)store->pull(walk, first->next);
        QCOMPARE(ghost.server.requests.last().query(u"filter"_s),
            u"updated_at:>='2026-11-20 08:00:00'+(updated_at:>'2026-11-02 03:04:05',updated_at:'2026-11-02 03:04:05'+id:>'%1')"_s.arg(idOf(5)));
        // A plus sign in an address is a blank to a server.
        QVERIFY(ghost.server.requests.last().target.toEncoded().contains("%2B"));
    }

    void commentsThatChangedAreWalkedByIdWithinTheirWindow()
    {
        FakeGhost ghost;
        ghost.routes[u"/comments/"_s] = [](const ScriptedRequest&) { return json({{u"comments"_s, QJsonArray()}, {u"meta"_s, paging(0)}}); };
        const auto page = ghost.store()->pull({.kind = Kind::Comments, .extent = Walk::Extent::Since, .sinceUtc = kNow, .ids = {}}, idOf(9));
        QVERIFY(page);
        QVERIFY(page->next.isEmpty());
        QCOMPARE(ghost.server.requests.last().query(u"filter"_s), u"updated_at:>='2026-11-20 08:00:00'+id:>'%1'"_s.arg(idOf(9)));
        QCOMPARE(ghost.server.requests.last().query(u"order"_s), u"id asc"_s);
    }

    void walksEventsFromTheNewestBack()
    {
        FakeGhost ghost;
        ghost.routes[u"/members/events/"_s] = [](const ScriptedRequest&) {
            return json({{u"events"_s, QJsonArray{eventRow(u"login_event"_s, 7, u"2026-11-19T20:31:23.000Z"_s)}}, {u"meta"_s, paging(9)}});
        };
        const auto store = ghost.store(ghost.options(1));
        const Walk walk{.kind = Kind::Events, .extent = Walk::Extent::Since, .sinceUtc = kNow - 86'400, .ids = {}, .event = EventKind::Login};
        const auto first = store->pull(walk, {});
        QVERIFY(first);
        QCOMPARE(first->batch.events.size(), 1);
        (void)store->pull(walk, first->next);
        QCOMPARE(ghost.server.requests.last().query(u"filter"_s),
            u"type:login_event+data.created_at:>='2026-11-19 08:00:00'+(data.created_at:<'2026-11-19 20:31:23',data.created_at:'2026-11-19 20:31:23'+id:<'%1')"_s
                .arg(idOf(7)));
    }

    void neverTakesAPartForTheWhole_data()
    {
        QTest::addColumn<QJsonObject>("answer");
        QTest::newRow("empty page of a full list") << QJsonObject{{u"members"_s, QJsonArray()}, {u"meta"_s, paging(7)}};
        QTest::newRow("no meta") << QJsonObject{{u"members"_s, QJsonArray{memberRow(1)}}};
        QTest::newRow("no list") << QJsonObject{{u"meta"_s, paging(0)}};
        QTest::newRow("the page before") << QJsonObject{{u"members"_s, QJsonArray{memberRow(3), memberRow(4)}}, {u"meta"_s, paging(2)}};
        QTest::newRow("a row is missing") << QJsonObject{{u"members"_s, QJsonArray{memberRow(5), memberRow(7)}}, {u"meta"_s, paging(3)}};
        QTest::newRow("a row comes twice") << QJsonObject{{u"members"_s, QJsonArray{memberRow(5), memberRow(5)}}, {u"meta"_s, paging(2)}};
        QTest::newRow("out of order") << QJsonObject{{u"members"_s, QJsonArray{memberRow(6), memberRow(5)}}, {u"meta"_s, paging(2)}};
        QTest::newRow("more than asked for") << QJsonObject{{u"members"_s, QJsonArray{memberRow(5), memberRow(6), memberRow(7), memberRow(8)}}, {u"meta"_s, paging(4)}};
        QTest::newRow("a row of another type") << QJsonObject{{u"members"_s, QJsonArray{u"x"_s}}, {u"meta"_s, paging(1)}};
        QTest::newRow("an object for a list") << QJsonObject{{u"members"_s, QJsonObject()}, {u"meta"_s, paging(0)}};
        QTest::newRow("nothing") << QJsonObject();
        QTest::newRow("one bad row") << QJsonObject{{u"members"_s, QJsonArray{memberRow(5), QJsonObject{{u"id"_s, idOf(6)}}}}, {u"meta"_s, paging(2)}};
        QTest::newRow("total is no number") << QJsonObject{{u"members"_s, QJsonArray{memberRow(5)}}, {u"meta"_s, QJsonObject{{u"pagination"_s, QJsonObject{{u"total"_s, u"1"_s}}}}}};
    }
    void neverTakesAPartForTheWhole()
    {
        QFETCH(QJsonObject, answer);
        FakeGhost ghost;
        ghost.routes[u"/members/"_s] = [&](const ScriptedRequest&) { return json(answer); };
        const auto page = ghost.store(ghost.options(3))->pull({.kind = Kind::Members, .ids = {}}, idOf(4));
        QVERIFY(!page);
        QCOMPARE(kindName(page.error().kind), u"bad-answer"_s);
        QVERIFY(!page.error().subject.isEmpty());
    }

    void aPageThatCannotBeTheOneAskedForIsAskedForAgain()
    {
        FakeGhost ghost;
        int asked = 0;
        ghost.routes[u"/members/"_s] = [&](const ScriptedRequest&) {
            if (++asked == 1)
                return json({{u"members"_s, QJsonArray{memberRow(1)}}, {u"meta"_s, paging(1)}});
            return json({{u"members"_s, QJsonArray{memberRow(5)}}, {u"meta"_s, paging(1)}});
        };
        const auto page = ghost.store()->pull({.kind = Kind::Members, .ids = {}}, idOf(4));
        QVERIFY(page);
        QCOMPARE(page->batch.members.first().member.remoteId, idOf(5));
        QCOMPARE(asked, 2);
    }

    void eventsOfAnotherTypeAreRefused()
    {
        FakeGhost ghost;
        for (const QString& type : {u"payment_event"_s, u"event_of_the_future"_s}) {
            ghost.routes[u"/members/events/"_s] = [type](const ScriptedRequest&) {
                return json({{u"events"_s, QJsonArray{eventRow(type, 1, u"2026-11-20T07:59:00.000Z"_s, {{u"amount"_s, 5}, {u"currency"_s, u"usd"_s}})}}, {u"meta"_s, paging(1)}});
            };
            const auto page = ghost.store()->pull({.kind = Kind::Events, .ids = {}, .event = EventKind::Login}, {});
            QCOMPARE(kindName(page.error().kind), u"bad-answer"_s);
            QCOMPARE(page.error().subject, u"events[].type"_s);
        }
    }

    void listsMembersOfOneLabelOrNewsletter()
    {
        FakeGhost ghost;
        ghost.routes[u"/members/"_s] = [](const ScriptedRequest&) { return json({{u"members"_s, QJsonArray()}, {u"meta"_s, paging(0)}}); };
        const auto store = ghost.store();
        QVERIFY(store->pull({.kind = Kind::Members, .extent = Walk::Extent::WithLabel, .ids = {idOf(8)}}, idOf(4)));
        QCOMPARE(ghost.server.requests.last().query(u"filter"_s), u"labels.id:'%1'+id:>'%2'"_s.arg(idOf(8), idOf(4)));
        QVERIFY(store->pull({.kind = Kind::Members, .extent = Walk::Extent::WithNewsletter, .ids = {idOf(8)}}, {}));
        QCOMPARE(ghost.server.requests.last().query(u"filter"_s), u"newsletters.id:'%1'"_s.arg(idOf(8)));
        QCOMPARE(kindName(store->pull({.kind = Kind::Posts, .extent = Walk::Extent::WithLabel, .ids = {idOf(8)}}, {}).error().kind), u"internal"_s);
        QCOMPARE(kindName(store->pull({.kind = Kind::Members, .extent = Walk::Extent::WithLabel, .ids = {}}, {}).error().kind), u"internal"_s);
    }

    void refusesAForeignCursor()
    {
        FakeGhost ghost;
        const auto store = ghost.store();
        const Walk changes{.kind = Kind::Members, .extent = Walk::Extent::Since, .ids = {}};
        for (const QString& cursor : {u"x' or 1"_s, u"12|"_s, u"|"_s, idOf(1), u"soon|"_s + idOf(1)})
            QCOMPARE(kindName(store->pull(changes, cursor).error().kind), u"bad-input"_s);
        for (const QString& cursor : {u"12|"_s + idOf(1), u"id"_s})
            QCOMPARE(kindName(store->pull({.kind = Kind::Labels, .ids = {}}, cursor).error().kind), u"bad-input"_s);
        for (const QString& cursor : {u"-1"_s, u"4"_s, u"x"_s})
            QCOMPARE(kindName(store->pull({.kind = Kind::Members, .extent = Walk::Extent::Named, .ids = {idOf(1)}}, cursor).error().kind), u"bad-input"_s);
        QCOMPARE(kindName(store->ids(Kind::Members, u"x"_s).error().kind), u"bad-input"_s);
        QVERIFY(ghost.server.requests.isEmpty());
    }

    void asksForNamedRowsAHundredAtATime()
    {
        FakeGhost ghost;
        ghost.routes[u"/members/"_s] = [](const ScriptedRequest& request) {
            QJsonArray rows;
            static const QRegularExpression kQuoted(u"'([0-9a-f]{24})'"_s);
            for (const auto& match : kQuoted.globalMatch(request.query(u"filter"_s)))
                rows.append(memberRow(match.captured(1).toInt(nullptr, 16)));
            return json({{u"members"_s, rows}, {u"meta"_s, paging(rows.size())}});
        };
        Walk walk{.kind = Kind::Members, .extent = Walk::Extent::Named, .ids = {}};
        for (int i = 0; i < 250; ++i)
            walk.ids.append(idOf(i + 1));
        const auto store = ghost.store();
        QStringList came;
        QString cursor;
        do {
            const auto page = store->pull(walk, cursor);
            QVERIFY(page);
            for (const RemoteMember& member : page->batch.members)
                came.append(member.member.remoteId);
            cursor = page->next;
        } while (!cursor.isEmpty());
        QCOMPARE(came, walk.ids);
        QCOMPARE(ghost.server.requests.size(), 3);
        QVERIFY(store->pull({.kind = Kind::Members, .extent = Walk::Extent::Named, .ids = {}}, {})->next.isEmpty());
        QCOMPARE(ghost.server.requests.size(), 3); // nothing asked for nobody
    }

    void aDeletedCommentIsReadByItself()
    {
        const auto row = [](int number, const QString& status) {
            return QJsonObject{{u"id"_s, idOf(number)}, {u"status"_s, status}, {u"html"_s, QJsonValue()}, {u"created_at"_s, u"2026-01-01T00:00:00.000Z"_s}};
        };
        FakeGhost ghost;
        ghost.routes[u"/comments/"_s] = [&](const ScriptedRequest& request) {
            const bool listed = request.query(u"filter"_s).contains(idOf(1));
            return json({{u"comments"_s, listed ? QJsonArray{row(1, u"published"_s)} : QJsonArray()}, {u"meta"_s, paging(listed ? 1 : 0)}});
        };
        ghost.routes[u"/comments/%1/"_s.arg(idOf(2))] = [&](const ScriptedRequest&) { return json({{u"comments"_s, QJsonArray{row(2, u"deleted"_s)}}}); };
        ghost.routes[u"/comments/%1/"_s.arg(idOf(3))] = [&](const ScriptedRequest&) { return refusal(404, u"NotFoundError"_s, {}, u"Resource not found"_s); };
        ghost.routes[u"/comments/%1/"_s.arg(idOf(4))] = [&](const ScriptedRequest&) { return refusal(405, u"MethodNotAllowedError"_s, {}, u"Comments are not enabled for this site."_s); };
        const auto store = ghost.store();
        const auto page = store->pull({.kind = Kind::Comments, .extent = Walk::Extent::Named, .ids = {idOf(1), idOf(2), idOf(3), idOf(4)}}, {});
        QVERIFY(page);
        QCOMPARE(page->batch.comments.size(), 2);
        QCOMPARE(page->batch.comments.last().comment.status, Comment::Status::Deleted);
        QCOMPARE(store->exists(Kind::Comments, idOf(2)).value(), false);
        QVERIFY(ghost.unknown.isEmpty());
    }

    void asksForReactionsOnlyWhereThereAreSome()
    {
        const auto row = [](int number, int likes, int reports) {
            return QJsonObject{{u"id"_s, idOf(number)}, {u"count"_s, QJsonObject{{u"likes"_s, likes}, {u"dislikes"_s, 0}, {u"reports"_s, reports}}}};
        };
        const auto reaction = [](int number, int comment) {
            return QJsonObject{{u"id"_s, idOf(number)}, {u"comment_id"_s, idOf(comment)}, {u"member_id"_s, idOf(77)}, {u"created_at"_s, u"2026-01-01T00:00:00.000Z"_s}};
        };
        FakeGhost ghost;
        ghost.routes[u"/comments/"_s]
            = [&](const ScriptedRequest&) { return json({{u"comments"_s, QJsonArray{row(1, 2, 0), row(2, 0, 0), row(3, 0, 1)}}, {u"meta"_s, paging(3)}}); };
        ghost.routes[u"/comments/%1/likes/"_s.arg(idOf(1))] = [&](const ScriptedRequest& request) {
            const bool first = request.query(u"page"_s) == u"1"_s;
            return json({{u"comment_likes"_s, QJsonArray{reaction(first ? 11 : 12, 1)}}, {u"meta"_s, paging(2, first)}});
        };
        ghost.routes[u"/comments/%1/reports/"_s.arg(idOf(3))]
            = [&](const ScriptedRequest&) { return json({{u"comment_reports"_s, QJsonArray{reaction(13, 3)}}, {u"meta"_s, paging(1)}}); };
        const auto page = ghost.store()->pull({.kind = Kind::Reactions, .extent = Walk::Extent::Named, .ids = {idOf(1), idOf(2), idOf(3)}}, {});
        QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
        QCOMPARE(page->batch.reactions.size(), 3);
        QCOMPARE(page->batch.reactions.at(0).reaction.kind, Reaction::Kind::Like);
        QCOMPARE(page->batch.reactions.at(2).reaction.kind, Reaction::Kind::Report);
        QVERIFY(page->next.isEmpty());
        QCOMPARE(ghost.server.requests.size(), 4);
        QVERIFY(ghost.unknown.isEmpty());
    }

    void hintsComeFromTheActionLogAndFromNews()
    {
        const auto action = [](const QString& type, const QJsonValue& id, const QString& event) {
            return QJsonObject{{u"id"_s, idOf(500)}, {u"resource_type"_s, type}, {u"resource_id"_s, id}, {u"event"_s, event}, {u"created_at"_s, u"2026-11-20T07:59:00.000Z"_s}};
        };
        FakeGhost ghost;
        ghost.routes[u"/actions/"_s] = [&](const ScriptedRequest&) {
            return json({{u"actions"_s,
                             QJsonArray{action(u"member"_s, idOf(1), u"edited"_s), action(u"member"_s, idOf(1), u"edited"_s),
                                 action(u"post"_s, idOf(2), u"edited"_s), action(u"post"_s, idOf(3), u"deleted"_s),
                                 action(u"post"_s, QJsonValue(), u"deleted"_s), action(u"label"_s, idOf(4), u"edited"_s)}},
                {u"meta"_s, paging(6)}});
        };
        ghost.routes[u"/members/events/"_s] = [](const ScriptedRequest&) {
            QJsonArray events{eventRow(u"newsletter_event"_s, 99, u"2026-11-20T07:59:30.000Z"_s, {{u"subscribed"_s, false}}),
                eventRow(u"login_event"_s, 98, u"2026-11-20T07:59:29.000Z"_s)};
            while (events.size() < 50)
                events.append(eventRow(u"email_change_event"_s, int(97 - events.size()), u"2026-11-20T07:00:00.000Z"_s));
            return json({{u"events"_s, events}, {u"meta"_s, paging(5'000)}});
        };
        const auto hints = ghost.store()->hintsSince(kNow - 600);
        QVERIFY2(hints, qPrintable(hints ? QString() : hints.error().detail));
        QCOMPARE(hints->members, (QStringList{idOf(1), idOf(1'099)}));
        QCOMPARE(hints->posts, QStringList{idOf(2)});
        QCOMPARE(hints->deletedPosts, QStringList{idOf(3)});
        QVERIFY(hints->labelsChanged);
        QCOMPARE(ghost.server.requests.size(), 2);
        QCOMPARE(ghost.server.requests.first().query(u"filter"_s), u"resource_type:[member,post,label]+created_at:>='2026-11-20 07:50:00'"_s);
    }

    void newsBeyondTheNewestEventsAreWalkedKindByKind()
    {
        FakeGhost ghost;
        ghost.routes[u"/actions/"_s] = [](const ScriptedRequest&) { return json({{u"actions"_s, QJsonArray()}, {u"meta"_s, paging(0)}}); };
        ghost.routes[u"/members/events/"_s] = [](const ScriptedRequest& request) {
            const QString filter = request.query(u"filter"_s);
            if (filter.startsWith(u"type:["_s)) {
                QJsonArray events;
                while (events.size() < 50)
                    events.append(eventRow(u"email_opened_event"_s, int(97 - events.size()), u"2026-11-20T07:59:00.000Z"_s));
                return json({{u"events"_s, events}, {u"meta"_s, paging(5'000)}});
            }
            if (filter.startsWith(u"type:payment_event+"_s))
                return json({{u"events"_s,
                                 QJsonArray{eventRow(u"payment_event"_s, 2, u"2026-11-20T07:55:00.000Z"_s, {{u"amount"_s, 500}, {u"currency"_s, u"usd"_s}})}},
                    {u"meta"_s, paging(1)}});
            return json({{u"events"_s, QJsonArray()}, {u"meta"_s, paging(0)}});
        };
        const auto hints = ghost.store()->hintsSince(kNow - 600);
        QVERIFY(hints);
        QCOMPARE(hints->members, QStringList{idOf(1'002)});
        QCOMPARE(ghost.server.requests.size(), 6);
    }

    void theActionLogIsReadToItsEndEvenInAFullSecond()
    {
        // Three rows of one second and a page of two: the window cannot move on, so the page must.
        const auto action = [](int member, const QString& at) {
            return QJsonObject{{u"resource_type"_s, u"member"_s}, {u"resource_id"_s, idOf(member)}, {u"event"_s, u"edited"_s}, {u"created_at"_s, at}};
        };
        const QList<QJsonObject> rows{action(1, u"2026-11-20T07:59:59.000Z"_s), action(2, u"2026-11-20T07:59:30.000Z"_s),
            action(3, u"2026-11-20T07:59:30.000Z"_s), action(4, u"2026-11-20T07:59:30.000Z"_s), action(5, u"2026-11-20T07:59:01.000Z"_s)};
        FakeGhost ghost;
        ghost.routes[u"/actions/"_s] = [&](const ScriptedRequest& request) {
            static const QRegularExpression kUntil(u"created_at:<='([^']+)'"_s);
            const QString until = kUntil.match(request.query(u"filter"_s)).captured(1).replace(u' ', u'T');
            QList<QJsonObject> left;
            for (const QJsonObject& row : rows) {
                if (until.isEmpty() || row.value(u"created_at"_s).toString().left(19) <= until)
                    left.append(row);
            }
            QJsonArray page;
            const qsizetype from = (request.query(u"page"_s).toInt() - 1) * 2;
            for (const QJsonObject& row : left.mid(from, 2))
                page.append(row);
            return json({{u"actions"_s, page}, {u"meta"_s, paging(left.size(), from + 2 < left.size())}});
        };
        ghost.routes[u"/members/events/"_s] = [](const ScriptedRequest&) { return json({{u"events"_s, QJsonArray()}, {u"meta"_s, paging(0)}}); };
        const auto hints = ghost.store(ghost.options(2))->hintsSince(kNow - 600);
        QVERIFY(hints);
        QCOMPARE(hints->members, (QStringList{idOf(1), idOf(2), idOf(3), idOf(4), idOf(5)}));
    }

    void totalsRememberWhatWasToldOnTheWay()
    {
        FakeGhost ghost;
        for (const QString& name : {u"members"_s, u"posts"_s, u"comments"_s})
            ghost.routes[u'/' + name + u'/'] = [name](const ScriptedRequest&) { return json({{name, QJsonArray()}, {u"meta"_s, paging(name.size())}}); };
        ghost.routes[u"/members/events/"_s] = [](const ScriptedRequest&) { return json({{u"events"_s, QJsonArray()}, {u"meta"_s, paging(4'321)}}); };
        const auto listOf = [](const QString& name, int members) {
            const QJsonObject row{{u"id"_s, idOf(members)}, {u"name"_s, u"N"_s}, {u"slug"_s, u"n"_s}, {u"status"_s, u"active"_s}, {u"count"_s, QJsonObject{{u"members"_s, members}}}};
            return json({{name, QJsonArray{row}}, {u"meta"_s, paging(1)}});
        };
        ghost.routes[u"/labels/"_s] = [&](const ScriptedRequest&) { return listOf(u"labels"_s, 63); };
        ghost.routes[u"/newsletters/"_s] = [&](const ScriptedRequest&) { return listOf(u"newsletters"_s, 1'586); };
        const auto store = ghost.store();
        QVERIFY(store->pull({.kind = Kind::Labels, .ids = {}}, {}));
        const auto totals = store->totals();
        QVERIFY2(totals, qPrintable(totals ? QString() : totals.error().detail));
        QCOMPARE(totals->rows.value(Kind::Members), 7);
        QCOMPARE(totals->rows.value(Kind::Posts), 5);
        QCOMPARE(totals->rows.value(Kind::Labels), 1);
        QCOMPARE(totals->events, 4'321);
        QCOMPARE(totals->membersOfLabel, (QHash<QString, qint64>{{idOf(63), 63}}));
        QCOMPARE(totals->membersOfNewsletter, (QHash<QString, qint64>{{idOf(1'586), 1'586}}));
        QCOMPARE(store->traffic().requests, 6); // the labels were known
        QVERIFY(ghost.unknown.isEmpty());
        const QString types = ghost.server.requests.at(4).query(u"filter"_s);
        QVERIFY(types.startsWith(u"type:["_s) && !types.contains(u"comment_event"_s) && !types.contains(u"aggregated"_s));
    }

    void sweepsMembersThroughTheExport()
    {
        FakeGhost ghost;
        ghost.routes[u"/members/"_s] = [](const ScriptedRequest& request) {
            const bool rest = !request.query(u"filter"_s).isEmpty();
            QJsonArray rows;
            if (!rest)
                rows.append(QJsonObject{{u"id"_s, idOf(2)}});
            return json({{u"members"_s, rows}, {u"meta"_s, paging(rest ? 1 : 3)}}); // the second of three, or no second
        };
        ghost.routes[u"/members/upload/"_s] = [](const ScriptedRequest& request) {
            const QByteArray header = "id,email,name,note,subscribed_to_emails\r\n";
            const bool first = request.query(u"filter"_s).contains(u"<="_s);
            const QByteArray rows = first ? idOf(1).toLatin1() + ",a@example.com,\"Ada, \"\"the\nfirst\"\"\",\"see\r\n00,\",true\r\n" + idOf(2).toLatin1() + ",b@example.com,,,\r\n"
                                          : idOf(3).toLatin1() + ",c@example.com,,,";
            return ScriptedAnswer{.body = header + rows, .contentType = "text/csv"};
        };
        GhostStore::Options options = ghost.options();
        options.idRows = 2;
        const auto store = ghost.store(options);
        const auto first = store->ids(Kind::Members, {});
        QVERIFY2(first, qPrintable(first ? QString() : first.error().detail));
        QCOMPARE(first->ids, (QStringList{idOf(1), idOf(2)}));
        QCOMPARE(first->next, idOf(2));
        const auto second = store->ids(Kind::Members, first->next);
        QVERIFY(second);
        QCOMPARE(second->ids, QStringList{idOf(3)});
        QVERIFY(second->next.isEmpty());
        QCOMPARE(ghost.server.requests.at(1).query(u"filter"_s), u"id:<='%1'"_s.arg(idOf(2)));
        QCOMPARE(ghost.server.requests.at(3).query(u"filter"_s), u"id:>'%1'"_s.arg(idOf(2)));
    }

    void anExportThatEndsEarlyIsNotWhole_data()
    {
        QTest::addColumn<QByteArray>("csv");
        const QByteArray header = "id,email,name\r\n";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("header only") << header;
        QTest::newRow("rows are missing") << QByteArray(header + idOf(1).toLatin1() + ",a@example.com,\r\n");
        QTest::newRow("cut in an id") << QByteArray(header + idOf(1).toLatin1() + ",a,\r\n" + idOf(2).toLatin1().first(9));
        QTest::newRow("cut within quotes") << QByteArray(header + idOf(1).toLatin1() + ",a,\r\n" + idOf(2).toLatin1() + ",b,\"Ad");
        QTest::newRow("another table") << QByteArray("email,id\r\na@example.com," + idOf(1).toLatin1());
    }
    void anExportThatEndsEarlyIsNotWhole()
    {
        QFETCH(QByteArray, csv);
        FakeGhost ghost;
        ghost.routes[u"/members/"_s] = [](const ScriptedRequest&) { return json({{u"members"_s, QJsonArray()}, {u"meta"_s, paging(2)}}); };
        ghost.routes[u"/members/upload/"_s] = [&](const ScriptedRequest&) { return ScriptedAnswer{.body = csv, .contentType = "text/csv"}; };
        const auto page = ghost.store()->ids(Kind::Members, {});
        QVERIFY(!page);
        QCOMPARE(kindName(page.error().kind), u"bad-answer"_s);
    }

    void aMemberDeletedDuringTheExportIsNoError()
    {
        FakeGhost ghost;
        int counted = 0;
        ghost.routes[u"/members/"_s] = [&](const ScriptedRequest&) { return json({{u"members"_s, QJsonArray()}, {u"meta"_s, paging(++counted == 1 ? 2 : 1)}}); };
        ghost.routes[u"/members/upload/"_s]
            = [&](const ScriptedRequest&) { return ScriptedAnswer{.body = "id,email\r\n" + idOf(1).toLatin1() + ",a\r\n", .contentType = "text/csv"}; };
        QCOMPARE(ghost.store()->ids(Kind::Members, {})->ids, QStringList{idOf(1)});
    }

    void asksWhetherARowStillExists()
    {
        FakeGhost ghost;
        ghost.routes[u"/members/%1/"_s.arg(idOf(1))] = [](const ScriptedRequest&) { return json({{u"members"_s, QJsonArray{QJsonObject{{u"id"_s, idOf(1)}}}}}); };
        ghost.routes[u"/members/%1/"_s.arg(idOf(2))] = [](const ScriptedRequest&) { return refusal(404, u"NotFoundError"_s, {}, u"Resource not found error, cannot read member."_s, u"Member not found."_s); };
        ghost.routes[u"/members/%1/"_s.arg(idOf(3))] = [](const ScriptedRequest&) { return ScriptedAnswer{.status = 404, .body = "<html/>", .contentType = "text/html"}; };
        const auto store = ghost.store();
        QCOMPARE(store->exists(Kind::Members, idOf(1)).value(), true);
        QCOMPARE(store->exists(Kind::Members, idOf(2)).value(), false);
        QVERIFY2(!store->exists(Kind::Members, idOf(3)), "a proxy's 404 is no word of Ghost's");
        QCOMPARE(store->exists(Kind::Members, u"../settings"_s).value(), false);
        QCOMPARE(ghost.server.requests.size(), 3);
    }

    void readsAheadWhileAPageIsWorkedOn()
    {
        FakeGhost ghost;
        ghost.routes[u"/members/"_s] = [](const ScriptedRequest& request) {
            const bool first = request.query(u"filter"_s).isEmpty();
            return json({{u"members"_s, QJsonArray{memberRow(first ? 1 : 2)}}, {u"meta"_s, paging(first ? 2 : 1)}});
        };
        GhostStore::Options options = ghost.options(1);
        options.readAhead = true;
        const auto store = ghost.store(options);
        const auto first = store->pull({.kind = Kind::Members, .ids = {}}, {});
        QTRY_COMPARE(ghost.server.requests.size(), 2);
        const auto second = store->pull({.kind = Kind::Members, .ids = {}}, first->next);
        QVERIFY(second);
        QCOMPARE(second->batch.members.first().member.remoteId, idOf(2));
        QCOMPARE(ghost.server.requests.size(), 2);
        QCOMPARE(store->traffic().requests, 2);
    }

    void cancelEndsTheRunningCall()
    {
        FakeGhost ghost;
        ghost.routes[u"/site/"_s] = [](const ScriptedRequest&) { return ScriptedAnswer{.silent = true}; };
        const auto store = ghost.store();
        std::thread other([&] { store->cancel(); });
        const auto info = store->identify();
        other.join();
        QCOMPARE(kindName(info.error().kind), u"cancelled"_s);
        QCOMPARE(kindName(store->totals().error().kind), u"cancelled"_s);
    }

    void nothingSecretOrPersonalIsEverLogged()
    {
        FakeGhost ghost;
        ghost.routes[u"/members/"_s] = [](const ScriptedRequest&) { return json({{u"members"_s, QJsonArray{memberRow(1)}}, {u"meta"_s, paging(1)}}); };
        ghost.routes[u"/members/%1/"_s.arg(idOf(1))] = [](const ScriptedRequest&) { return refusal(404, u"NotFoundError"_s, {}, u"no"_s); };
        const auto store = ghost.store();
        QVERIFY(store->identify());
        QVERIFY(store->pull({.kind = Kind::Members, .extent = Walk::Extent::Named, .ids = {idOf(1)}}, {}));
        QVERIFY(store->exists(Kind::Members, idOf(1)));
        QCOMPARE(ghost.log.size(), 4);
        for (const HttpExchange& exchange : std::as_const(ghost.log)) {
            const QString line = QString::fromLatin1(exchange.method) + exchange.path + exchange.note;
            for (const QString& secret : {kSecret, kId, idOf(1), u"@"_s, u"Ghost ey"_s, u"?"_s})
                QVERIFY2(!line.contains(secret), qPrintable(line));
        }
        QCOMPARE(ghost.log.last().path, u"/ghost/api/admin/members/:id/"_s);
    }
};

Q_DECLARE_METATYPE(ScriptedAnswer)

QTEST_GUILESS_MAIN(TestGhostStore)
#include "tst_ghoststore.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/ghoststore.h"

#include "fakeghost.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::sync;
using namespace lyceum::test;
using namespace Qt::StringLiterals;

namespace {

RowWrite blank(Kind kind, QSet<QByteArray> fields)
{
    RowWrite write;
    write.kind = kind;
    write.fields = std::move(fields);
    return write;
}

RowWrite memberWrite(int number, QSet<QByteArray> fields = {"email", "name"})
{
    RemoteMember remote;
    if (number > 0)
        remote.member.remoteId = idOf(number);
    remote.member.email = u"new@example.com"_s;
    remote.member.name = u"New"_s;
    RowWrite write = blank(Kind::Members, std::move(fields));
    write.row.members = {remote};
    return write;
}

RowWrite postWrite(int number)
{
    RemotePost remote;
    if (number > 0)
        remote.post.remoteId = idOf(number);
    remote.post.title = u"A post"_s;
    RowWrite write = blank(Kind::Posts, {"title"});
    write.token = u"lyceum-7"_s;
    write.basedOnUtc = kNow;
    write.row.posts = {remote};
    return write;
}

QJsonObject postRow(int number, const QString& slug, const QJsonArray& tags = {})
{
    return {{u"id"_s, idOf(number)}, {u"title"_s, u"A post"_s}, {u"slug"_s, slug}, {u"status"_s, u"draft"_s}, {u"visibility"_s, u"public"_s},
        {u"updated_at"_s, u"2026-11-20T08:00:00.000Z"_s}, {u"authors"_s, QJsonArray()}, {u"tags"_s, tags}, {u"tiers"_s, QJsonArray()}};
}

QJsonObject commentRow(int number, const QString& html, const QString& parent = {})
{
    return {{u"id"_s, idOf(number)}, {u"status"_s, u"published"_s}, {u"html"_s, html}, {u"created_at"_s, u"2026-11-20T08:00:00.000Z"_s},
        {u"parent_id"_s, parent.isEmpty() ? QJsonValue() : QJsonValue(parent)}, {u"member"_s, QJsonObject{{u"id"_s, idOf(50)}}},
        {u"post"_s, QJsonObject{{u"id"_s, idOf(60)}}}, {u"count"_s, QJsonObject{{u"likes"_s, 2}, {u"dislikes"_s, 1}, {u"reports"_s, 3}}}};
}

QJsonObject namedRow(int number, const QString& name, const QString& slug)
{
    return {{u"id"_s, idOf(number)}, {u"name"_s, name}, {u"slug"_s, slug}};
}

ScriptedAnswer list(const QString& key, const QJsonArray& rows, int status = 200)
{
    return json({{key, rows}, {u"meta"_s, paging(rows.size())}}, status);
}

QJsonObject sent(const ScriptedRequest& request, const QString& key)
{
    return QJsonDocument::fromJson(request.body).object().value(key).toArray().first().toObject();
}

} // namespace

/// What is written to a site, and what its answers mean.
class TestGhostWrites : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowThatIsMadeComesBackAsTheSiteHasIt()
    {
        FakeGhost ghost;
        ghost.routes[u"/members/"_s] = [](const ScriptedRequest& request) {
            QJsonObject row = memberRow(7);
            row[u"email"_s] = sent(request, u"members"_s).value(u"email"_s);
            return json({{u"members"_s, QJsonArray{row}}}, 201);
        };
        const auto store = ghost.store();
        const auto made = store->write(memberWrite(0));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QCOMPARE(made->members.size(), 1);
        QCOMPARE(made->members.first().member.remoteId, idOf(7));
        QCOMPARE(made->members.first().member.email, u"new@example.com"_s);
        QCOMPARE(ghost.server.requests.size(), 1);
        QCOMPARE(ghost.server.requests.first().headers.value("content-type"), QByteArray("application/json"));
        QVERIFY(ghost.server.requests.first().headers.value("authorization").startsWith("Ghost ey"));
    }

    void whatMakesSomethingIsSentOnce_data()
    {
        QTest::addColumn<ScriptedAnswer>("trouble");
        QTest::addColumn<QString>("kind");
        QTest::newRow("hung up") << ScriptedAnswer{.hangUp = true} << u"store-unavailable"_s;
        QTest::newRow("starting") << ScriptedAnswer{.status = 503, .body = "<html/>", .contentType = "text/html"} << u"store-unavailable"_s;
        QTest::newRow("answer cut") << ScriptedAnswer{.status = 201, .body = "{\"posts\":[{", .noLength = true} << u"bad-answer"_s;
        QTest::newRow("answer without the row") << ScriptedAnswer{.status = 201, .body = "{\"posts\":[]}"} << u"bad-answer"_s;
        QTest::newRow("silent") << ScriptedAnswer{.silent = true} << u"timeout"_s;
        QTest::newRow("to https") << ScriptedAnswer{.status = 301, .headers = {"Location: https://example.com/"}} << u"redirected"_s;
        QTest::newRow("too many") << ScriptedAnswer{.status = 429, .body = "{}", .headers = {"Retry-After: 1"}} << u"rate-limited"_s;
    }
    void whatMakesSomethingIsSentOnce()
    {
        QFETCH(ScriptedAnswer, trouble);
        QFETCH(QString, kind);
        FakeGhost ghost;
        ghost.routes[u"/posts/"_s] = [&](const ScriptedRequest&) { return trouble; };
        const auto store = ghost.store();
        const auto made = store->write(postWrite(0));
        QVERIFY(!made);
        QCOMPARE(kindName(made.error().kind), kind);
        QCOMPARE(ghost.server.requests.size(), 1);
    }

    void aChangeIsRepeatedUntilItIsAnswered()
    {
        FakeGhost ghost;
        int asked = 0;
        ghost.routes["/members/"_L1 + idOf(7) + u'/'] = [&](const ScriptedRequest&) {
            return ++asked == 1 ? ScriptedAnswer{.status = 503, .body = "<html/>", .contentType = "text/html"} : json({{u"members"_s, QJsonArray{memberRow(7)}}});
        };
        QVERIFY(ghost.store()->write(memberWrite(7)));
        QCOMPARE(asked, 2);
        QCOMPARE(ghost.server.requests.last().method, QByteArray("PUT"));
    }

    /// What Ghost says no with, in its own words.
    void tellsWhyNothingWasWritten_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("reason");
        const QString taken = u"Member already exists. Attempting to edit member with existing email address"_s;
        QTest::newRow("taken") << refusal(422, u"ValidationError"_s, {}, u"Validation error, cannot edit member."_s, taken) << u"refused"_s << taken;
        QTest::newRow("no context") << refusal(400, u"BadRequestError"_s, {}, u"Cannot use archived Tiers"_s) << u"refused"_s << u"Cannot use archived Tiers"_s;
        QTest::newRow("switched off") << refusal(405, u"MethodNotAllowedError"_s, {}, u"Comments are not enabled for this site."_s) << u"refused"_s
                                      << u"Comments are not enabled for this site."_s;
        QTest::newRow("somebody else") << refusal(409, u"UpdateCollisionError"_s, u"UPDATE_COLLISION"_s, u"Saving failed! Someone else is editing this post."_s)
                                       << u"collision"_s << u"Saving failed! Someone else is editing this post."_s;
        QTest::newRow("gone") << refusal(404, u"NotFoundError"_s, {}, u"Resource not found error, cannot edit member."_s, u"Could not find Member"_s) << u"not-found"_s
                              << u"Could not find Member"_s;
        QTest::newRow("no right") << refusal(403, u"NoPermissionError"_s, {}, u"API tokens do not have permission to access this endpoint"_s) << u"not-allowed"_s
                                  << u"API tokens do not have permission to access this endpoint"_s;
        QTest::newRow("too large") << ScriptedAnswer{.status = 413, .body = "<html>Too large</html>", .contentType = "text/html"} << u"refused"_s
                                   << u"The content is larger than the server accepts."_s;
        QTest::newRow("wrong secret") << refusal(401, u"UnauthorizedError"_s, u"INVALID_JWT"_s, u"Invalid token: invalid signature"_s) << u"bad-key"_s << u"127.0.0.1"_s;
        QTest::newRow("no JWT") << refusal(400, u"BadRequestError"_s, u"INVALID_JWT"_s, u"Invalid token"_s) << u"bad-key"_s << u"127.0.0.1"_s;
        QTest::newRow("a proxy's page") << ScriptedAnswer{.status = 403, .body = "<html>Blocked</html>", .contentType = "text/html"} << u"store-unavailable"_s << u"127.0.0.1"_s;
        QTest::newRow("headers") << ScriptedAnswer{.status = 431, .body = "", .contentType = ""} << u"internal"_s << u"127.0.0.1"_s;
    }
    void tellsWhyNothingWasWritten()
    {
        QFETCH(ScriptedAnswer, answer);
        QFETCH(QString, kind);
        QFETCH(QString, reason);
        FakeGhost ghost;
        ghost.routes["/members/"_L1 + idOf(7) + u'/'] = [&](const ScriptedRequest&) { return answer; };
        const auto written = ghost.store()->write(memberWrite(7));
        QVERIFY(!written);
        QCOMPARE(kindName(written.error().kind), kind);
        QCOMPARE(written.error().subject, reason);
        QVERIFY(!written.error().detail.contains(kSecret));
    }

    void whatANewRowRefersToAndIsGoneRefusesIt()
    {
        FakeGhost ghost;
        ghost.routes[u"/posts/"_s] = [](const ScriptedRequest&) { return refusal(404, u"NotFoundError"_s, {}, u"no"_s, u"Resource could not be found."_s); };
        const auto made = ghost.store()->write(postWrite(0));
        QCOMPARE(kindName(made.error().kind), u"refused"_s);
        QCOMPARE(made.error().subject, u"Resource could not be found."_s);
    }

    void aTokenThatIsTooOldIsNoReasonToLoseAWrite()
    {
        FakeGhost ghost;
        ghost.clock.set(kNow - 7'200);
        int refusals = 0;
        ghost.routes[u"/posts/"_s] = [&](const ScriptedRequest& request) {
            const QByteArray token = request.headers.value("authorization").sliced(6);
            const QByteArray payload = QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding);
            if (QJsonDocument::fromJson(payload).object().value(u"iat"_s).toInteger() < kNow - 300) {
                ++refusals;
                return refusal(401, u"UnauthorizedError"_s, u"INVALID_JWT"_s, u"Invalid token: maxAge exceeded"_s);
            }
            return json({{u"posts"_s, QJsonArray{postRow(1, u"lyceum-7"_s)}}}, 201);
        };
        QVERIFY(ghost.store()->write(postWrite(0)));
        QCOMPARE(refusals, 1);
        QCOMPARE(ghost.server.requests.size(), 2);
    }

    void saysWhatCanBeWrittenOnceItKnowsTheSite()
    {
        FakeGhost ghost;
        const auto store = ghost.store();
        QVERIFY(!store->writable(Kind::Members, /*making=*/false).contains("tiers"));
        QVERIFY(store->identify()); // payments are connected
        QVERIFY(store->writable(Kind::Members, /*making=*/false).contains("tiers"));
        QVERIFY(store->writable(Kind::Labels, false).contains("removed"));
        QVERIFY(store->writable(Kind::Posts, false).contains("deleted_at"));
        QVERIFY(store->writable(Kind::Events, true).isEmpty());
    }

    void aPostKeepsTheOrderAndTheNamesOfItsTags()
    {
        FakeGhost ghost;
        const QJsonArray tags{namedRow(31, u"Renamed there"_s, u"first"_s), namedRow(30, u"Second"_s, u"second"_s), namedRow(32, u"Dropped here"_s, u"x"_s)};
        ghost.routes[u"/posts/"_s] = [&](const ScriptedRequest&) { return list(u"posts"_s, {postRow(1, u"a"_s, tags)}); };
        ghost.routes["/posts/"_L1 + idOf(1) + u'/'] = [&](const ScriptedRequest&) { return json({{u"posts"_s, QJsonArray{postRow(1, u"a"_s, tags)}}}); };
        RowWrite write = postWrite(1);
        write.fields = {"tags"};
        write.row.posts.first().tags = {idOf(30), idOf(31), idOf(33)};
        write.row.tags = {{.id = {}, .remoteId = idOf(30), .name = u"Second"_s, .slug = {}}, {.id = {}, .remoteId = idOf(31), .name = u"Old name"_s, .slug = {}},
            {.id = {}, .remoteId = idOf(33), .name = u"New"_s, .slug = {}}};
        QVERIFY(ghost.store()->write(write));
        const QJsonArray expected{QJsonObject{{u"name"_s, u"Renamed there"_s}}, QJsonObject{{u"name"_s, u"Second"_s}}, QJsonObject{{u"name"_s, u"New"_s}}};
        QCOMPARE(sent(ghost.server.requests.last(), u"posts"_s).value(u"tags"_s).toArray(), expected);
    }

    void aCommentIsReadBackWithItsPostAndCounts()
    {
        FakeGhost ghost;
        ghost.routes["/comments/"_L1 + idOf(1) + u'/'] = [](const ScriptedRequest&) {
            return json({{u"comments"_s, QJsonArray{QJsonObject{{u"id"_s, idOf(1)}, {u"status"_s, u"hidden"_s}}}}});
        };
        ghost.routes[u"/comments/"_s] = [](const ScriptedRequest&) { return list(u"comments"_s, {commentRow(1, u"<p>x</p>"_s)}); };
        RowWrite write = blank(Kind::Comments, {"status"});
        RemoteComment comment;
        comment.comment.remoteId = idOf(1);
        comment.comment.status = Comment::Status::Hidden;
        write.row.comments = {comment};
        const auto written = ghost.store()->write(write);
        QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
        QCOMPARE(written->comments.first().post, idOf(60));
        QCOMPARE(written->comments.first().comment.reports, 3);
        QCOMPARE(ghost.server.requests.first().method, QByteArray("PUT"));
    }

    void disablingCommentingIsReadBackToo()
    {
        FakeGhost ghost;
        ghost.routes["/members/"_L1 + idOf(7) + "/commenting/disable/"_L1] = [](const ScriptedRequest&) { return json({{u"members"_s, QJsonArray{memberRow(7)}}}); };
        ghost.routes["/members/"_L1 + idOf(7) + u'/'] = [](const ScriptedRequest&) { return json({{u"members"_s, QJsonArray{memberRow(7)}}}); };
        ghost.routes[u"/members/"_s] = [](const ScriptedRequest&) { return list(u"members"_s, {memberRow(7)}); };
        RowWrite write = memberWrite(7, {"name", "commenting_disabled"});
        write.row.members.first().member.commentingDisabled = true;
        write.row.members.first().member.commentingDisabledReason = u"spam"_s;
        QVERIFY(ghost.store()->write(write));
        QCOMPARE(ghost.server.requests.size(), 3);
        QCOMPARE(ghost.server.requests.at(1).method, QByteArray("POST"));
        QVERIFY(ghost.unknown.isEmpty());
    }

    // After a lost answer

    void aPostIsFoundByItsToken()
    {
        FakeGhost ghost;
        QString asked;
        ghost.routes[u"/posts/"_s] = [&](const ScriptedRequest& request) {
            asked = request.query(u"filter"_s);
            return list(u"posts"_s, {postRow(3, u"lyceum-7"_s)});
        };
        const auto found = ghost.store()->findMade(postWrite(0));
        QVERIFY(found && *found);
        QCOMPARE((*found)->posts.first().post.remoteId, idOf(3));
        QCOMPARE(asked, u"slug:'lyceum-7'"_s);
    }

    void whatIsNotThereIsNotFound()
    {
        FakeGhost ghost;
        for (const QString& kind : {u"posts"_s, u"members"_s, u"labels"_s})
            ghost.routes[u'/' + kind + u'/'] = [kind](const ScriptedRequest&) { return list(kind, {}); };
        QCOMPARE(ghost.store()->findMade(postWrite(0)).value(), std::nullopt);
        QCOMPARE(ghost.store()->findMade(memberWrite(0)).value(), std::nullopt);
        RowWrite label = blank(Kind::Labels, {"name"});
        label.row.labels = {{.id = {}, .remoteId = {}, .name = u"VIP"_s, .slug = {}}};
        QCOMPARE(ghost.store()->findMade(label).value(), std::nullopt);
    }

    void aLookThatFailsIsNotAnAnswer()
    {
        FakeGhost ghost;
        ghost.routes[u"/posts/"_s] = [](const ScriptedRequest&) { return ScriptedAnswer{.status = 503, .body = "<html/>", .contentType = "text/html"}; };
        QCOMPARE(kindName(ghost.store()->findMade(postWrite(0)).error().kind), u"store-unavailable"_s);
    }

    void aMemberIsFoundByTheAddressAsItWasSentFirst()
    {
        FakeGhost ghost;
        QJsonObject other = memberRow(1);
        other[u"email"_s] = u"New@example.com"_s;
        QJsonObject exact = memberRow(2);
        exact[u"email"_s] = u"new@example.com"_s;
        QJsonArray rows{exact, other};
        ghost.routes[u"/members/"_s] = [&](const ScriptedRequest&) { return list(u"members"_s, rows); };
        QCOMPARE((*ghost.store()->findMade(memberWrite(0)))->members.first().member.remoteId, idOf(2));
        rows = {other}; // where addresses are compared without regard to case
        QCOMPARE((*ghost.store()->findMade(memberWrite(0)))->members.first().member.remoteId, idOf(1));
    }

    void aTierIsFoundByWhatMakesItAndTheNewestOfSeveral()
    {
        FakeGhost ghost;
        const auto tier = [](int number, const QString& name, int price) {
            return QJsonObject{{u"id"_s, idOf(number)}, {u"name"_s, name}, {u"slug"_s, u"x"_s}, {u"type"_s, u"paid"_s}, {u"active"_s, true}, {u"currency"_s, u"EUR"_s},
                {u"monthly_price"_s, price}, {u"yearly_price"_s, 5'000}};
        };
        ghost.routes[u"/tiers/"_s] = [&](const ScriptedRequest&) {
            return list(u"tiers"_s, {tier(9, u"Gold"_s, 500), tier(4, u"Gold"_s, 500), tier(10, u"Gold"_s, 600), tier(11, u"Silver"_s, 500)});
        };
        RowWrite write = blank(Kind::Tiers, {"name"});
        Tier wanted;
        wanted.name = u"Gold"_s;
        wanted.paid = true;
        wanted.currency = u"EUR"_s;
        wanted.monthlyPrice = 500;
        wanted.yearlyPrice = 5'000;
        write.row.tiers = {wanted};
        const auto found = ghost.store()->findMade(write);
        QVERIFY(found && *found);
        QCOMPARE((*found)->tiers.size(), 1);
        QCOMPARE((*found)->tiers.first().remoteId, idOf(9));
    }

    void aCommentIsFoundByMemberPostAndTimeInItsPlace()
    {
        FakeGhost ghost;
        QString asked;
        ghost.routes[u"/comments/"_s] = [&](const ScriptedRequest& request) {
            asked = request.query(u"filter"_s);
            return list(u"comments"_s, {commentRow(1, u"<p>Hi there</p>"_s), commentRow(2, u"<p>Other</p>"_s), commentRow(3, u"<p>Hi there</p>"_s, idOf(8))});
        };
        RemoteComment comment;
        comment.comment.html = u"<p>Hi <b>there</b></p>"_s; // Ghost has taken the tags out
        comment.comment.createdAtUtc = kNow;
        comment.member = idOf(50);
        comment.post = idOf(60);
        RowWrite write = blank(Kind::Comments, {"html"});
        write.row.comments = {comment};
        QCOMPARE((*ghost.store()->findMade(write))->comments.first().comment.remoteId, idOf(1));
        QCOMPARE(asked, "member_id:'%1'+post_id:'%2'+created_at:'2026-11-20 08:00:00'"_L1.arg(idOf(50), idOf(60)));
        write.row.comments.first().parent = idOf(8);
        QCOMPARE((*ghost.store()->findMade(write))->comments.first().comment.remoteId, idOf(3));
        write.row.comments.first().parent = idOf(9);
        QVERIFY(!*ghost.store()->findMade(write));
        write.row.comments.first().comment.createdAtUtc.reset();
        QVERIFY(!ghost.store()->findMade(write)); // nothing to find it by
    }

    // Labels of members, deletions

    void labelsGoToAHundredMembersAtATime()
    {
        FakeGhost ghost;
        QStringList filters;
        ghost.routes[u"/members/bulk/"_s] = [&](const ScriptedRequest& request) {
            filters.append(request.query(u"filter"_s));
            const QJsonObject stats{{u"successful"_s, 0}, {u"unsuccessful"_s, 0}};
            return json({{u"bulk"_s, QJsonObject{{u"meta"_s, QJsonObject{{u"stats"_s, stats}}}}}});
        };
        QStringList members;
        for (int i = 1; i <= 250; ++i)
            members.append(idOf(i));
        const Label label{.id = {}, .remoteId = idOf(999), .name = u"VIP"_s, .slug = u"vip"_s};
        QVERIFY(ghost.store()->relabel(label, members, true));
        QCOMPARE(filters.size(), 3);
        QVERIFY(filters.first().contains(idOf(100)) && !filters.first().contains(idOf(101)));
        QVERIFY(filters.last().contains(idOf(250)));
        QVERIFY(filters.last().endsWith(u"+label:-'vip'"_s));
        QVERIFY(ghost.store()->relabel(label, {}, true)); // nobody: without a filter it would be everybody
        QCOMPARE(filters.size(), 3);
    }

    void aLabelThatIsGoneIsNotGiven()
    {
        FakeGhost ghost;
        ghost.routes[u"/members/bulk/"_s] = [](const ScriptedRequest&) {
            const QJsonObject stats{{u"successful"_s, 0}, {u"unsuccessful"_s, 1}};
            return json({{u"bulk"_s, QJsonObject{{u"meta"_s, QJsonObject{{u"stats"_s, stats}}}}}}); // with status 200
        };
        const Label label{.id = {}, .remoteId = idOf(999), .name = u"VIP"_s, .slug = u"vip"_s};
        QCOMPARE(kindName(ghost.store()->relabel(label, {idOf(1)}, true).error().kind), u"not-found"_s);
        ghost.routes["/labels/"_L1 + idOf(999) + u'/'] = [](const ScriptedRequest&) { return list(u"labels"_s, {namedRow(999, u"VIP"_s, u"vip"_s)}); };
        QCOMPARE(kindName(ghost.store()->relabel(label, {idOf(1)}, true).error().kind), u"store-unavailable"_s);
    }

    void deletingWhatIsGoneIsNoError()
    {
        FakeGhost ghost;
        ghost.routes["/posts/"_L1 + idOf(1) + u'/'] = [](const ScriptedRequest&) { return ScriptedAnswer{.status = 204, .contentType = ""}; };
        QVERIFY(ghost.store()->remove(Kind::Posts, idOf(1)));
        QCOMPARE(ghost.server.requests.last().method, QByteArray("DELETE"));
        QVERIFY(ghost.store()->remove(Kind::Members, idOf(2))); // 404
        QCOMPARE(ghost.server.requests.last().query(u"cancel"_s), u"true"_s);
        ghost.routes["/tags/"_L1 + idOf(3) + u'/'] = [](const ScriptedRequest&) { return refusal(403, u"NoPermissionError"_s, {}, u"no"_s); };
        QCOMPARE(kindName(ghost.store()->remove(Kind::Tags, idOf(3)).error().kind), u"not-allowed"_s);
        QVERIFY(!ghost.store()->remove(Kind::Tiers, idOf(4)));
    }

    void nothingPersonalIsLoggedOfAWrite()
    {
        FakeGhost ghost;
        ghost.routes[u"/members/"_s] = [](const ScriptedRequest&) { return list(u"members"_s, {memberRow(7)}); };
        ghost.routes["/members/"_L1 + idOf(7) + u'/'] = [](const ScriptedRequest&) { return json({{u"members"_s, QJsonArray{memberRow(7)}}}); };
        const auto store = ghost.store();
        QVERIFY(store->write(memberWrite(0)));
        QVERIFY(store->write(memberWrite(7)));
        QVERIFY(store->findMade(memberWrite(0)));
        QCOMPARE(ghost.log.size(), 3);
        for (const HttpExchange& exchange : std::as_const(ghost.log)) {
            const QString line = QString::fromLatin1(exchange.method) + exchange.path + exchange.note;
            for (const QString& secret : {kSecret, kId, idOf(7), u"@"_s, u"New"_s, u"?"_s})
                QVERIFY2(!line.contains(secret), qPrintable(line));
        }
    }

    void aWriteThatWaitsEndsWhenTheStoreIsCancelled()
    {
        FakeGhost ghost;
        ghost.routes[u"/posts/"_s] = [](const ScriptedRequest&) { return ScriptedAnswer{.silent = true}; };
        const auto store = ghost.store();
        QTimer::singleShot(50, &ghost.server, [&] { store->cancel(); });
        QCOMPARE(kindName(store->write(postWrite(0)).error().kind), u"cancelled"_s);
        QCOMPARE(ghost.server.requests.size(), 1);
    }
};

Q_DECLARE_METATYPE(ScriptedAnswer)

QTEST_GUILESS_MAIN(TestGhostWrites)
#include "tst_ghostwrites.moc"

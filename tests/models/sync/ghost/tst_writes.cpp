// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/writes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lyceum;
using namespace lyceum::sync;
using namespace lyceum::sync::ghost;
using namespace Qt::StringLiterals;

using Method = HttpClient::Method;

namespace {

RowWrite blank(Kind kind, QSet<QByteArray> fields)
{
    RowWrite write;
    write.kind = kind;
    write.fields = std::move(fields);
    return write;
}

const QString kId = u"507f1f77bcf86cd799439011"_s;
const QString kOther = u"507f1f77bcf86cd799439022"_s;
constexpr qint64 kNow = 1'795'161'600; // 2026-11-20T08:00:00Z

/// JSON with ` in the place of ".
QByteArray js(QByteArray text) { return text.replace('`', '"'); }

QByteArray text(const QJsonObject& json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

RowWrite memberWrite(RemoteMember member, QSet<QByteArray> fields)
{
    RowWrite write = blank(Kind::Members, std::move(fields));
    write.row.members = {std::move(member)};
    write.row.labels = {{.id = {}, .remoteId = kId, .name = u"VIP"_s, .slug = u"vip"_s}, {.id = {}, .remoteId = kOther, .name = u"Füße"_s, .slug = u"fusse"_s}};
    return write;
}

RowWrite tierWrite(Tier tier, QSet<QByteArray> fields)
{
    RowWrite write = blank(Kind::Tiers, std::move(fields));
    write.row.tiers = {std::move(tier)};
    return write;
}

Tier paidTier()
{
    Tier tier;
    tier.name = u"Gold"_s;
    tier.description = u"All of it"_s;
    tier.paid = true;
    tier.currency = u"EUR"_s;
    tier.monthlyPrice = 500;
    tier.yearlyPrice = 5'000;
    tier.trialDays = 7;
    tier.benefits = {u"a"_s, u"b"_s};
    return tier;
}

RowWrite postWrite(RemotePost post, QSet<QByteArray> fields)
{
    RowWrite write = blank(Kind::Posts, std::move(fields));
    write.token = u"lyceum-1"_s;
    write.basedOnUtc = kNow;
    write.row.posts = {std::move(post)};
    write.row.tags = {{.id = {}, .remoteId = kId, .name = u"Alpha"_s, .slug = u"alpha"_s}, {.id = {}, .remoteId = kOther, .name = u"Beta"_s, .slug = u"beta"_s}};
    return write;
}

RemotePost post()
{
    RemotePost remote;
    remote.post.remoteId = kId;
    remote.post.title = u"Title"_s;
    remote.post.slug = u"title"_s;
    remote.post.visibility = u"public"_s;
    return remote;
}

RowWrite commentWrite(RemoteComment comment, QSet<QByteArray> fields)
{
    RowWrite write = blank(Kind::Comments, std::move(fields));
    write.row.comments = {std::move(comment)};
    return write;
}

/// The one request that changes a row.
AdminApi::Change only(const RowWrite& write)
{
    const auto changes = changing(write);
    if (!changes || changes->size() != 1)
        return {};
    return changes->first();
}

} // namespace

class TestWrites : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Members

    void aNewMemberIsSentWithItsLabelsByNameAndItsNewslettersAsAWhole()
    {
        RemoteMember member;
        member.member.email = u"o'brien+tag@example.com"_s;
        member.member.name = u"Ada"_s;
        member.labels = {kId, kOther};
        member.newsletters = {kId};
        const auto change = making(memberWrite(member, {"email", "name", "labels", "newsletters"}));
        QVERIFY(change);
        QCOMPARE(change->method, Method::Post);
        QCOMPARE(change->path, u"/members/"_s);
        QVERIFY(change->query.isEmpty()); // no mail goes out
        QVERIFY(!change->repeatable);
        QCOMPARE(text(change->body),
            js("{`members`:[{`email`:`o'brien+tag@example.com`,`labels`:[{`name`:`VIP`},{`name`:`Füße`}],`name`:`Ada`,`newsletters`:[{`id`:`")
                + kId.toLatin1() + js("`}]}]}"));
    }

    void aNewMemberWithoutNewslettersIsSubscribedToNone()
    {
        RemoteMember member;
        member.member.email = u"a@example.com"_s;
        QCOMPARE(text(making(memberWrite(member, {"email"}))->body), js("{`members`:[{`email`:`a@example.com`,`newsletters`:[]}]}"));
    }

    void aNewComplimentaryMemberIsSentIdAndEndOfItsTierOnly()
    {
        RemoteMember member;
        member.member.email = u"a@example.com"_s;
        member.member.complimentaryUntilUtc = kNow;
        member.tiers = {kOther};
        RowWrite write = memberWrite(member, {"email", "tiers", "complimentary_until", "status"});
        write.row.tiers = {paidTier()};
        QCOMPARE(text(making(write)->body),
            js("{`members`:[{`email`:`a@example.com`,`newsletters`:[],`tiers`:[{`expiry_at`:`2026-11-20T08:00:00.000Z`,`id`:`") + kOther.toLatin1()
                + js("`}]}]}"));
        write.row.members.first().member.complimentaryUntilUtc.reset();
        QVERIFY(text(making(write)->body).contains(js("`expiry_at`:null")));
    }

    void onlyWhatChangedOfAMemberIsSent_data()
    {
        QTest::addColumn<QByteArrayList>("fields");
        QTest::addColumn<QByteArray>("json");
        const QByteArray id = kId.toLatin1();
        QTest::newRow("name") << QByteArrayList{"name"} << js("{`name`:`Ada`}");
        QTest::newRow("a note that is cleared is an empty text, not null") << QByteArrayList{"note"} << js("{`note`:``}");
        QTest::newRow("e-mail") << QByteArrayList{"email"} << js("{`email`:`a@example.com`}");
        QTest::newRow("newsletters") << QByteArrayList{"newsletters", "subscribed"} << QByteArray(js("{`newsletters`:[{`id`:`") + id + js("`}]}"));
        QTest::newRow("no newsletter") << QByteArrayList{"subscribed"} << js("{`newsletters`:[]}");
        QTest::newRow("labels by name") << QByteArrayList{"labels"} << js("{`labels`:[{`name`:`VIP`}]}");
        QTest::newRow("tiers") << QByteArrayList{"tiers"} << QByteArray(js("{`tiers`:[{`expiry_at`:null,`id`:`") + id + js("`}]}"));
        QTest::newRow("end of a tier") << QByteArrayList{"complimentary_until"} << QByteArray(js("{`tiers`:[{`expiry_at`:null,`id`:`") + id + js("`}]}"));
    }
    void onlyWhatChangedOfAMemberIsSent()
    {
        QFETCH(QByteArrayList, fields);
        QFETCH(QByteArray, json);
        RemoteMember member;
        member.member.remoteId = kId;
        member.member.email = u"a@example.com"_s;
        member.member.name = u"Ada"_s;
        member.newsletters = {kId};
        member.labels = {kId};
        member.tiers = {kId};
        const auto change = only(memberWrite(member, {fields.begin(), fields.end()}));
        QCOMPARE(change.method, Method::Put);
        QCOMPARE(change.path, "/members/"_L1 + kId + u'/');
        QVERIFY(change.repeatable);
        QCOMPARE(text(change.body), QByteArray(js("{`members`:[") + json + "]}"));
    }

    void aLabelWhoseNameIsUnknownIsNotSentByItsId()
    {
        RemoteMember member;
        member.member.remoteId = kId;
        member.labels = {u"0123456789abcdef01234567"_s};
        const auto changes = changing(memberWrite(member, {"labels"}));
        QVERIFY(!changes);
        QCOMPARE(changes.error().kind, Error::Kind::Internal);
    }

    void commentingHasRequestsOfItsOwn()
    {
        RemoteMember member;
        member.member.remoteId = kId;
        member.member.name = u"Ada"_s;
        member.member.commentingDisabled = true;
        member.member.commentingDisabledReason = u"spam"_s;
        member.member.commentingDisabledUntilUtc = kNow;
        auto changes = changing(memberWrite(member, {"name", "commenting_disabled", "commenting_disabled_reason"}));
        QVERIFY(changes);
        QCOMPARE(changes->size(), 2);
        QCOMPARE(changes->last().method, Method::Post);
        QCOMPARE(changes->last().path, "/members/"_L1 + kId + "/commenting/disable/"_L1);
        QCOMPARE(text(changes->last().body), js("{`expires_at`:`2026-11-20T08:00:00.000Z`,`hide_comments`:false,`reason`:`spam`}"));

        member.member.commentingDisabled = false;
        changes = changing(memberWrite(member, {"commenting_disabled"}));
        QCOMPARE(changes->size(), 1);
        QCOMPARE(changes->first().path, "/members/"_L1 + kId + "/commenting/enable/"_L1);
    }

    void complimentaryTiersOfAMemberCanBeChangedOnlyWherePaymentsAreConnected()
    {
        QVERIFY(writableFields(Kind::Members, /*making=*/true, /*payments=*/false).contains("tiers"));
        QVERIFY(!writableFields(Kind::Members, /*making=*/false, /*payments=*/false).contains("tiers"));
        QVERIFY(!writableFields(Kind::Members, /*making=*/false, /*payments=*/false).contains("complimentary_until"));
        QVERIFY(writableFields(Kind::Members, /*making=*/false, /*payments=*/true).contains("complimentary_until"));
        for (const bool making : {true, false}) {
            for (const char* ignored : {"joined_at", "country", "last_seen_at", "uuid"})
                QVERIFY(!writableFields(Kind::Members, making, true).contains(ignored));
        }
    }

    void whatTheFirstRequestCannotSayIsLeftToASecond()
    {
        const auto later = [](Kind kind) { return writableFields(kind, /*making=*/false, true) - writableFields(kind, /*making=*/true, true); };
        QCOMPARE(later(Kind::Posts), QSet<QByteArray>({"slug", "status", "published_at", "deleted_at"}));
        QCOMPARE(later(Kind::Members), QSet<QByteArray>({"commenting_disabled", "commenting_disabled_reason", "commenting_disabled_until"}));
        QCOMPARE(later(Kind::Comments), QSet<QByteArray>({"status", "pinned"}));
        QCOMPARE(later(Kind::Tiers), QSet<QByteArray>({"active"}));
    }

    // Labels and tags

    void aLabelIsItsName()
    {
        RowWrite write = blank(Kind::Labels, {"name"});
        write.row.labels = {{.id = {}, .remoteId = {}, .name = u"VIP"_s, .slug = u"mine"_s}};
        QCOMPARE(text(making(write)->body), js("{`labels`:[{`name`:`VIP`}]}"));
        write.row.labels.first().remoteId = kId;
        QCOMPARE(only(write).path, "/labels/"_L1 + kId + u'/');
        QCOMPARE(text(only(write).body), js("{`labels`:[{`name`:`VIP`}]}"));
    }

    void aTagIsItsName()
    {
        RowWrite write = blank(Kind::Tags, {"name"});
        write.row.tags = {{.id = {}, .remoteId = {}, .name = u"News"_s, .slug = {}}};
        QCOMPARE(making(write)->path, u"/tags/"_s);
        QCOMPARE(text(making(write)->body), js("{`tags`:[{`name`:`News`}]}"));
    }

    void relabellingLeavesOutThoseWhoAreAsWished()
    {
        const Label label{.id = {}, .remoteId = kId, .name = u"VIP"_s, .slug = u"2026-vip"_s};
        const auto give = relabelling(label, {kId, kOther}, true);
        QVERIFY(give);
        QCOMPARE(give->method, Method::Put);
        QCOMPARE(give->path, u"/members/bulk/"_s);
        const Query filter{{u"filter"_s, "id:['"_L1 + kId + "','"_L1 + kOther + "']+label:-'2026-vip'"_L1}};
        QCOMPARE(give->query, filter);
        QCOMPARE(text(give->body), js("{`bulk`:{`action`:`addLabel`,`meta`:{`label`:{`id`:`") + kId.toLatin1() + js("`}}}}"));
        const auto take = relabelling(label, {kId}, false);
        QVERIFY(take->query.first().second.endsWith("+label:'2026-vip'"_L1));
        QVERIFY(text(take->body).contains("removeLabel"));
        // Without a filter that names members the request would be about all of them.
        QVERIFY(!relabelling(label, {u"x'],id:-['"_s}, true));
        QVERIFY(!relabelling({.id = {}, .remoteId = kId, .name = u"VIP"_s, .slug = {}}, {kId}, true));
    }

    // Tiers, offers, newsletters

    void aNewTierIsSentWithAllItsPrices()
    {
        const auto change = making(tierWrite(paidTier(), {"name", "description", "visible", "benefits", "trial_days"}));
        QVERIFY(change);
        QCOMPARE(text(change->body),
            js("{`tiers`:[{`benefits`:[`a`,`b`],`currency`:`EUR`,`description`:`All of it`,`monthly_price`:500,`name`:`Gold`,`trial_days`:7,`visibility`:`public`,`yearly_price`:5000}]}"));
    }

    void whatGhostWouldIgnoreOfATierIsRefused()
    {
        Tier tier = paidTier();
        tier.yearlyPrice = 0;
        QCOMPARE(making(tierWrite(tier, {"name"})).error().kind, Error::Kind::Refused); // it would become 5000
        tier.remoteId = kId;
        QCOMPARE(changing(tierWrite(tier, {"yearly_price"})).error().kind, Error::Kind::Refused); // it would stay as it was
        QVERIFY(!changing(tierWrite(tier, {"yearly_price"})).error().subject.isEmpty());
        QVERIFY(changing(tierWrite(tier, {"monthly_price"})));
        Tier free;
        free.name = u"Free too"_s;
        QCOMPARE(making(tierWrite(free, {"name"})).error().kind, Error::Kind::Refused);
    }

    void aTierIsArchivedAndNotDeleted()
    {
        Tier tier = paidTier();
        tier.remoteId = kId;
        tier.active = false;
        QCOMPARE(text(only(tierWrite(tier, {"active"})).body), js("{`tiers`:[{`active`:false}]}"));
        QVERIFY(!removing(Kind::Tiers, kId));
        QVERIFY(!removing(Kind::Offers, kId));
        QVERIFY(!writableFields(Kind::Tiers, false, true).contains("paid"));
    }

    void theFreeTierHasNoPrices()
    {
        Tier tier;
        tier.remoteId = kId;
        tier.description = u"x"_s;
        QCOMPARE(text(only(tierWrite(tier, {"description", "monthly_price", "currency"})).body), js("{`tiers`:[{`description`:`x`}]}"));
    }

    void anOfferIsSentWholeAndChangedInPart()
    {
        RemoteOffer offer;
        offer.offer.name = u"Spring"_s;
        offer.offer.code = u"spring"_s;
        offer.offer.title = u"-1"_s;
        offer.offer.type = u"fixed"_s;
        offer.offer.cadence = u"month"_s;
        offer.offer.amount = 100;
        offer.offer.currency = u"EUR"_s;
        offer.offer.duration = u"repeating"_s;
        offer.offer.durationMonths = 3;
        offer.tier = kId;
        RowWrite write = blank(Kind::Offers, {"name", "code", "title"});
        write.row.offers = {offer};
        QCOMPARE(text(making(write)->body),
            js("{`offers`:[{`amount`:100,`cadence`:`month`,`code`:`spring`,`currency`:`EUR`,`display_title`:`-1`,`duration`:`repeating`,`duration_in_months`:3,`name`:`Spring`,`status`:`active`,`tier`:{`id`:`")
                + kId.toLatin1() + js("`},`type`:`fixed`}]}"));
        offer.offer.type = u"percent"_s;
        offer.offer.duration = u"once"_s;
        offer.offer.remoteId = kOther;
        offer.offer.active = false;
        write.row.offers = {offer};
        write.fields = {"active", "amount"};
        QCOMPARE(text(only(write).body), js("{`offers`:[{`status`:`archived`}]}"));
    }

    void aNewsletterIsArchivedByItsStatus()
    {
        RowWrite write = blank(Kind::Newsletters, {"description", "active"});
        write.row.newsletters = {{.id = {}, .remoteId = kId, .name = u"Weekly"_s, .slug = {}, .description = u"d"_s, .active = false}};
        QCOMPARE(text(only(write).body), js("{`newsletters`:[{`description`:`d`,`status`:`archived`}]}"));
    }

    // Posts

    void aPostIsMadeAsADraftUnderItsToken()
    {
        RemotePost remote = post();
        remote.post.remoteId.clear();
        remote.post.status = Post::Status::Published;
        remote.post.html = u"<p>Hi</p>"_s;
        remote.tags = {kOther, kId};
        const auto change = making(postWrite(remote, {"title", "slug", "status", "html", "tags", "visibility"}));
        QVERIFY(change);
        QVERIFY(!change->repeatable);
        const Query query{{u"formats"_s, u"html,plaintext"_s}, {u"include"_s, u"tags,authors,tiers"_s}, {u"source"_s, u"html"_s}};
        QCOMPARE(change->query, query);
        QCOMPARE(text(change->body),
            js("{`posts`:[{`html`:`<p>Hi</p>`,`slug`:`lyceum-1`,`status`:`draft`,`tags`:[{`name`:`Beta`},{`name`:`Alpha`}],`title`:`Title`,`visibility`:`public`}]}"));
        RowWrite nameless = postWrite(remote, {"title"});
        nameless.token.clear();
        QVERIFY(!making(nameless));
    }

    void onlyWhatChangedOfAPostIsSentAndWhenItWasRead_data()
    {
        QTest::addColumn<QByteArrayList>("fields");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("title") << QByteArrayList{"title"} << js("`title`:`Title`,");
        QTest::newRow("slug") << QByteArrayList{"slug"} << js("`slug`:`title`,");
        QTest::newRow("date") << QByteArrayList{"published_at"} << js("`published_at`:`2026-11-20T09:00:00.000Z`,");
        QTest::newRow("schedule") << QByteArrayList{"status"} << js("`published_at`:`2026-11-20T09:00:00.000Z`,`status`:`scheduled`,");
        QTest::newRow("excerpt") << QByteArrayList{"excerpt"} << js("`custom_excerpt`:`Ex`,");
        QTest::newRow("featured") << QByteArrayList{"featured"} << js("`featured`:true,");
        QTest::newRow("tiers") << QByteArrayList{"tiers"} << js("`tiers`:[{`id`:`507f1f77bcf86cd799439022`}],");
        QTest::newRow("visibility") << QByteArrayList{"visibility"} << js("`tiers`:[{`id`:`507f1f77bcf86cd799439022`}],");
    }
    void onlyWhatChangedOfAPostIsSentAndWhenItWasRead()
    {
        QFETCH(QByteArrayList, fields);
        QFETCH(QByteArray, json);
        RemotePost remote = post();
        remote.post.status = Post::Status::Scheduled;
        remote.post.publishedAtUtc = kNow + 3'600;
        remote.post.excerpt = u"Ex"_s;
        remote.post.featured = true;
        remote.post.visibility = u"tiers"_s;
        remote.tiers = {kOther};
        const auto change = only(postWrite(remote, {fields.begin(), fields.end()}));
        QCOMPARE(change.path, "/posts/"_L1 + kId + u'/');
        const bool toTiers = json.contains("\"tiers\"");
        QCOMPARE(text(change.body),
            js("{`posts`:[{") + json + js("`updated_at`:`2026-11-20T08:00:00.000Z`") + (toTiers ? js(",`visibility`:`tiers`") : "") + "}]}");
        QVERIFY(!change.query.contains({u"source"_s, u"html"_s}));
    }

    void aPostThatIsNotForChosenTiersNamesNone()
    {
        RemotePost remote = post();
        remote.post.visibility = u"paid"_s;
        remote.tiers = {kOther};
        QCOMPARE(text(only(postWrite(remote, {"visibility", "tiers"})).body),
            js("{`posts`:[{`updated_at`:`2026-11-20T08:00:00.000Z`,`visibility`:`paid`}]}"));
    }

    void aVisibilityThatGhostDoesNotKeepIsRefused()
    {
        RemotePost remote = post();
        remote.post.visibility = u"label:vip"_s;
        QCOMPARE(changing(postWrite(remote, {"visibility"})).error().kind, Error::Kind::Refused);
        QVERIFY(changing(postWrite(remote, {"title"}))); // what is not to be written is no matter
    }

    void aPostIsNotChangedWithoutKnowingOnWhatGround()
    {
        RowWrite write = postWrite(post(), {"title"});
        write.basedOnUtc.reset();
        QCOMPARE(changing(write).error().kind, Error::Kind::Internal);
        write.row.posts.first().post.changedAtUtc = kNow;
        QVERIFY(changing(write));
    }

    void aPostIsEmptiedByADocument()
    {
        const auto change = only(postWrite(post(), {"html"}));
        const QJsonObject row = change.body.value(u"posts"_s).toArray().first().toObject();
        QVERIFY(!row.contains(u"html"_s));
        QVERIFY(QJsonDocument::fromJson(row.value(u"lexical"_s).toString().toUtf8()).object().contains(u"root"_s));
    }

    void theOrderOfTagsStays()
    {
        QCOMPARE(inOrderOf({u"c"_s, u"a"_s, u"b"_s}, {u"a"_s, u"c"_s, u"d"_s}), QStringList({u"c"_s, u"a"_s, u"d"_s}));
        QCOMPARE(inOrderOf({}, {u"b"_s, u"a"_s}), QStringList({u"b"_s, u"a"_s}));
    }

    // Comments

    void aCommentIsMadeByItsMemberAtItsTime()
    {
        RemoteComment comment;
        comment.comment.html = u"<p>Thanks</p>"_s;
        comment.comment.createdAtUtc = kNow;
        comment.post = kId;
        comment.member = kOther;
        auto change = making(commentWrite(comment, {"html", "text", "created_at"}));
        QVERIFY(change);
        QVERIFY(!change->repeatable);
        QCOMPARE(text(change->body),
            js("{`comments`:[{`created_at`:`2026-11-20T08:00:00.000Z`,`html`:`<p>Thanks</p>`,`member_id`:`") + kOther.toLatin1()
                + js("`,`post_id`:`") + kId.toLatin1() + js("`}]}"));
        comment.parent = u"507f1f77bcf86cd799439033"_s;
        comment.inReplyTo = u"507f1f77bcf86cd799439044"_s;
        const QJsonObject reply
            = making(commentWrite(comment, {"html"}))->body.value(u"comments"_s).toArray().first().toObject();
        QCOMPARE(reply.value(u"parent_id"_s).toString(), comment.parent);
        QCOMPARE(reply.value(u"in_reply_to_id"_s).toString(), comment.inReplyTo);
        QVERIFY(!reply.contains(u"post_id"_s));
    }

    void statusAndPinOfACommentAreSentAndNothingElse()
    {
        RemoteComment comment;
        comment.comment.remoteId = kId;
        comment.comment.html = u"<p>x</p>"_s;
        comment.comment.pinned = true;
        comment.comment.status = Comment::Status::Hidden;
        QCOMPARE(text(only(commentWrite(comment, {"status", "pinned", "html"})).body), js("{`comments`:[{`pinned`:true,`status`:`hidden`}]}"));
        comment.comment.status = Comment::Status::Deleted;
        QCOMPARE(text(only(commentWrite(comment, {"status", "pinned"})).body), js("{`comments`:[{`status`:`deleted`}]}"));
        QVERIFY(changing(commentWrite(comment, {"html"}))->isEmpty());
    }

    // What is deleted

    void rowsAreDeletedEachInItsWay()
    {
        QCOMPARE(removing(Kind::Posts, kId)->method, Method::Delete);
        QCOMPARE(removing(Kind::Labels, kId)->path, "/labels/"_L1 + kId + u'/');
        const Query ended{{u"cancel"_s, u"true"_s}};
        QCOMPARE(removing(Kind::Members, kId)->query, ended);
        QCOMPARE(removing(Kind::Comments, kId)->method, Method::Put);
        QCOMPARE(text(removing(Kind::Comments, kId)->body), js("{`comments`:[{`status`:`deleted`}]}"));
    }

    void aWriteIsOfOneRow()
    {
        RowWrite write = memberWrite({}, {"name"});
        write.row.members.append(RemoteMember());
        QVERIFY(!remoteIdOf(write));
        write.row.members.clear();
        QVERIFY(!remoteIdOf(write));
        QVERIFY(!remoteIdOf(blank(Kind::Events, {})));
        RemoteMember known;
        known.member.remoteId = kId;
        QVERIFY(!making(memberWrite(known, {"name"})));
        QVERIFY(!changing(memberWrite({}, {"name"})));
    }
};

QTEST_GUILESS_MAIN(TestWrites)
#include "tst_writes.moc"

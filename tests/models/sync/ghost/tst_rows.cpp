// SPDX-License-Identifier: GPL-3.0-or-later
#include "community/plaintext.h"
#include "sync/ghost/jsonrow.h"
#include "sync/ghost/nql.h"
#include "sync/ghost/rows.h"

#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace lyceum;
using namespace lyceum::sync;
using namespace lyceum::sync::ghost;
using namespace Qt::StringLiterals;

namespace {

/// date -u -d '…' +%s is what the numbers below come from (GNU coreutils 9.1).
constexpr qint64 kJoined = 1'788'179'667; // 2026-08-31T12:34:27Z

QByteArray textOf(const QString& name)
{
    QFile file(QFINDTESTDATA(u"data/"_s + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Answers of a real Ghost 6.65.0 with invented people; posts and events are shortened.
QJsonObject answerOf(const QString& name)
{
    return QJsonDocument::fromJson(textOf(name)).object();
}

QJsonObject objectOf(const char* json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    Q_ASSERT(error.error == QJsonParseError::NoError);
    return document.object();
}

/// The answer with one value replaced: path as in an error's subject, e.g. {"members", 0, "email"}.
QJsonValue changed(const QJsonValue& whole, QList<QVariant> path, const QJsonValue& value)
{
    if (path.isEmpty())
        return value;
    const QVariant step = path.takeFirst();
    if (step.typeId() == QMetaType::Int) {
        QJsonArray array = whole.toArray();
        array[step.toInt()] = changed(array[step.toInt()], path, value);
        return array;
    }
    QJsonObject object = whole.toObject();
    const QJsonValue inner = changed(object.value(step.toString()), path, value);
    if (inner.isUndefined())
        object.remove(step.toString());
    else
        object.insert(step.toString(), inner);
    return object;
}

using Parser = std::function<Result<Batch>(const QJsonObject&)>;

QList<std::pair<QString, Parser>> parsers()
{
    return {{u"tiers"_s, parseTiers}, {u"labels"_s, parseLabels}, {u"newsletters"_s, parseNewsletters}, {u"offers"_s, parseOffers},
        {u"tags"_s, parseTags}, {u"members"_s, parseMembers}, {u"posts"_s, parsePosts}, {u"comments"_s, parseComments},
        {u"events"_s, parseEvents}};
}

} // namespace

class TestRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTiers()
    {
        const auto batch = parseTiers(answerOf(u"tiers.json"_s));
        QVERIFY(batch);
        QCOMPARE(batch->tiers.size(), 4);
        const Tier& free = batch->tiers.at(0);
        QVERIFY(!free.paid);
        QCOMPARE(free.currency, QString());
        QCOMPARE(free.monthlyPrice, 0);
        const Tier& patron = batch->tiers.at(2);
        QCOMPARE(patron.remoteId, u"67241a006f51e39579f55669"_s);
        QCOMPARE(patron.name, u"Patron"_s);
        QCOMPARE(patron.slug, u"patron"_s);
        QCOMPARE(patron.description, u"Patron tier"_s);
        QVERIFY(patron.paid && patron.active && patron.visible);
        QCOMPARE(patron.currency, u"USD"_s);
        QCOMPARE(patron.monthlyPrice, 1'200);
        QCOMPARE(patron.yearlyPrice, 12'000);
        QCOMPARE(patron.trialDays, 7);
        QCOMPARE(patron.benefits.size(), 3);
    }

    void readsLabelsTagsAndNewsletters()
    {
        const auto labels = parseLabels(answerOf(u"labels.json"_s));
        QVERIFY(labels);
        QCOMPARE(labels->labels.size(), 3);
        QCOMPARE(labels->labels.first().name, u"Workshop 2025"_s);
        QCOMPARE(labels->labels.first().slug, u"workshop-2025"_s);
        const auto tags = parseTags(answerOf(u"tags.json"_s));
        QVERIFY(tags);
        QCOMPARE(tags->tags.first().remoteId, u"67241a0008b9838ccfedcd80"_s);
        QCOMPARE(tags->tags.first().name, u"Announcements"_s);
        const auto newsletters = parseNewsletters(answerOf(u"newsletters.json"_s));
        QVERIFY(newsletters);
        QCOMPARE(newsletters->newsletters.size(), 1);
        QCOMPARE(newsletters->newsletters.first().slug, u"default-newsletter"_s);
        QVERIFY(newsletters->newsletters.first().active);
    }

    void readsOffers()
    {
        const auto batch = parseOffers(answerOf(u"offers.json"_s));
        QVERIFY(batch);
        QCOMPARE(batch->offers.size(), 2);
        const RemoteOffer& spring = batch->offers.first();
        QCOMPARE(spring.offer.code, u"spring"_s);
        QCOMPARE(spring.offer.type, u"percent"_s);
        QCOMPARE(spring.offer.cadence, u"month"_s);
        QCOMPARE(spring.offer.amount, 20);
        QCOMPARE(spring.offer.duration, u"repeating"_s);
        QCOMPARE(spring.offer.durationMonths, 3);
        QCOMPARE(spring.offer.redemptions, 23);
        QCOMPARE(spring.tier, u"6afffc8cc786c3374dbb2e75"_s);
        QVERIFY(spring.offer.active);
    }

    void readsAPayingMember()
    {
        const auto batch = parseMembers(answerOf(u"members.json"_s));
        QVERIFY2(batch, qPrintable(batch ? QString() : batch.error().detail));
        QCOMPARE(batch->members.size(), 6);
        const RemoteMember& remote = batch->members.at(0);
        QCOMPARE(remote.member.remoteId, u"6a9574d383a650e049cb4633"_s);
        QCOMPARE(remote.member.email, u"greta.dahl1751@example.com"_s);
        QCOMPARE(remote.member.name, QString());
        QCOMPARE(remote.member.status, MemberStatus::Paid);
        QCOMPARE(remote.member.country, u"CA"_s);
        QCOMPARE(remote.member.joinedAtUtc.value_or(0), kJoined);
        QCOMPARE(remote.member.emailCount, 2);
        QCOMPARE(remote.member.emailOpenedCount, 1);
        QVERIFY(remote.member.subscribed);
        QCOMPARE(remote.newsletters, QStringList{u"6afffc8cc786c3374dbb2e76"_s});
        QCOMPARE(remote.tiers, QStringList{u"6afffc8cc786c3374dbb2e75"_s});
        QVERIFY(!remote.member.complimentaryUntilUtc);
        QCOMPARE(remote.subscriptions.size(), 1);
        const RemoteMember::Paid& paid = remote.subscriptions.first();
        QCOMPARE(paid.subscription.remoteId, u"sub_tupgoqnPhv2hJkB2Bz48B6YH"_s);
        QCOMPARE(paid.subscription.status, Subscription::Status::Active);
        QCOMPARE(paid.subscription.interval, u"month"_s);
        QCOMPARE(paid.subscription.amount, 500);
        QCOMPARE(paid.subscription.currency, u"USD"_s);
        QCOMPARE(paid.subscription.startedAtUtc.value_or(0), 1'790'054'238); // 2026-09-22T05:17:18Z
        QCOMPARE(paid.tier, u"6afffc8cc786c3374dbb2e75"_s);
        QCOMPARE(paid.offer, u"67241a00ff6d209e504ff195"_s);
    }

    void complimentaryAccessIsNoSubscription()
    {
        const auto batch = parseMembers(answerOf(u"members.json"_s));
        const RemoteMember& remote = batch->members.at(1);
        QCOMPARE(remote.member.status, MemberStatus::Comped);
        QVERIFY(remote.subscriptions.isEmpty());
        QCOMPARE(remote.tiers, QStringList{u"67241a006f51e39579f55669"_s});
        QCOMPARE(remote.member.complimentaryUntilUtc.value_or(0), 1'799'625'600); // 2027-01-11T00:00:00Z
        QCOMPARE(remote.labels, (QStringList{u"67241a00f5a346768ec8f95c"_s, u"67241a004bc16f6dd7e2e751"_s}));
        QCOMPARE(batch->labels.size(), 2); // they come along
        QCOMPARE(batch->labels.first().name, u"Newsletter swap"_s);
    }

    void complimentaryAccessThatEndsInMillisecondsOrNever()
    {
        // SQLite gives back what was written through the API as a number.
        QJsonValue answer = answerOf(u"members.json"_s);
        answer = changed(answer, {u"members"_s, 1, u"subscriptions"_s, 0, u"current_period_end"_s}, 1'799'625'600'000.0);
        QCOMPARE(parseMembers(answer.toObject())->members.at(1).member.complimentaryUntilUtc.value_or(0), 1'799'625'600);
        answer = changed(answer, {u"members"_s, 1, u"subscriptions"_s, 0, u"current_period_end"_s}, QJsonValue::Null);
        answer = changed(answer, {u"members"_s, 1, u"tiers"_s, 0, u"expiry_at"_s}, 1'799'625'601'999.0);
        QCOMPARE(parseMembers(answer.toObject())->members.at(1).member.complimentaryUntilUtc.value_or(0), 1'799'625'601);
        answer = changed(answer, {u"members"_s, 1, u"tiers"_s, 0, u"expiry_at"_s}, QJsonValue::Null);
        QVERIFY(!parseMembers(answer.toObject())->members.at(1).member.complimentaryUntilUtc);
    }

    void readsTrialsLeaversBansAndBounces()
    {
        const auto batch = parseMembers(answerOf(u"members.json"_s));
        const Subscription& trial = batch->members.at(2).subscriptions.first().subscription;
        QCOMPARE(trial.status, Subscription::Status::Trialing);
        QCOMPARE(trial.trialEndAtUtc.value_or(0) - trial.trialStartAtUtc.value_or(0), 7 * 86'400);

        const RemoteMember& left = batch->members.at(3);
        QCOMPARE(left.member.status, MemberStatus::Free);
        QVERIFY(left.tiers.isEmpty());
        QCOMPARE(left.subscriptions.first().subscription.status, Subscription::Status::Canceled);
        QVERIFY(left.subscriptions.first().subscription.cancelAtPeriodEnd);
        QCOMPARE(left.subscriptions.first().subscription.cancellationReason, u"Moving to another tier later"_s);
        QCOMPARE(left.subscriptions.first().tier, u"6afffc8cc786c3374dbb2e75"_s); // its `tier` is missing; the price knows

        const Member& banned = batch->members.at(4).member;
        QVERIFY(banned.commentingDisabled);
        QCOMPARE(banned.commentingDisabledReason, u"spam"_s);
        QCOMPARE(banned.commentingDisabledUntilUtc.value_or(0), 1'798'761'600); // 2027-01-01T00:00:00Z
        QVERIFY(!banned.subscribed);

        QVERIFY(batch->members.at(5).member.emailSuppressed);
        QCOMPARE(batch->members.at(5).member.emailSuppressedReason, u"fail"_s);
    }

    void aStatusOfTheFutureMakesNobodyAPayer()
    {
        const auto answer = changed(answerOf(u"members.json"_s), {u"members"_s, 0, u"subscriptions"_s, 0, u"status"_s}, u"dreaming"_s);
        QCOMPARE(parseMembers(answer.toObject())->members.first().subscriptions.first().subscription.status, Subscription::Status::Incomplete);
    }

    void whateverIsInAGeolocationIsNoError_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("country");
        QTest::newRow("code") << u"{\"country_code\":\"de\"}"_s << u"DE"_s;
        QTest::newRow("no code") << u"{\"country\":\"Germany\"}"_s << QString();
        QTest::newRow("not JSON") << u"Germany"_s << QString();
        QTest::newRow("cut") << u"{\"country_code\":\"D"_s << QString();
        QTest::newRow("a number") << u"{\"country_code\":49}"_s << QString();
        QTest::newRow("no country") << u"{\"country_code\":\"XXL\"}"_s << QString();
    }
    void whateverIsInAGeolocationIsNoError()
    {
        QFETCH(QString, text);
        const auto answer = changed(answerOf(u"members.json"_s), {u"members"_s, 0, u"geolocation"_s}, text);
        const auto batch = parseMembers(answer.toObject());
        QVERIFY(batch);
        QTEST(batch->members.first().member.country, "country");
    }

    void readsPosts()
    {
        const auto batch = parsePosts(answerOf(u"posts.json"_s));
        QVERIFY2(batch, qPrintable(batch ? QString() : batch.error().detail));
        QCOMPARE(batch->posts.size(), 4);
        const RemotePost& chosen = batch->posts.at(0);
        QCOMPARE(chosen.post.title, u"Market walk paper maybe honest"_s);
        QCOMPARE(chosen.post.status, Post::Status::Published);
        QCOMPARE(chosen.post.visibility, u"tiers"_s);
        QCOMPARE(chosen.post.authors, u"Ada Owner"_s);
        QCOMPARE(chosen.post.readingMinutes, 2);
        QCOMPARE(chosen.post.publishedAtUtc.value_or(0), 1'788'945'479); // 2026-09-09T09:17:59Z
        QVERIFY(chosen.post.html.startsWith(u"<p>Work learn"_s));
        QVERIFY(chosen.post.plainText.startsWith(u"Work learn"_s));
        QCOMPARE(chosen.tiers, (QStringList{u"67241a006f51e39579f55669"_s, u"67241a006aa0e58e3c615df5"_s}));
        QCOMPARE(chosen.tags.size(), 3);
        const RemotePost& draft = batch->posts.at(1);
        QCOMPARE(draft.post.status, Post::Status::Draft);
        QVERIFY(!draft.post.publishedAtUtc);
        QVERIFY2(draft.tiers.isEmpty(), "public: that all tiers may read is nobody's choice");
        QCOMPARE(batch->posts.at(3).post.status, Post::Status::Scheduled);
        QStringList tags;
        for (const Tag& tag : batch->tags)
            tags.append(tag.remoteId);
        QCOMPARE(tags.removeDuplicates(), 0);
        QVERIFY(tags.contains(chosen.tags.first()));
    }

    void readsComments()
    {
        const auto batch = parseComments(answerOf(u"comments.json"_s));
        QVERIFY(batch);
        const RemoteComment& reply = batch->comments.at(0);
        QCOMPARE(reply.comment.status, Comment::Status::Published);
        QCOMPARE(reply.comment.text, u"No, sorry. Large share because while start this letter winter paper."_s);
        QCOMPARE(reply.parent, u"6ab16f3dfc311b35e93e6be7"_s);
        QCOMPARE(reply.inReplyTo, u"6ab30ad2202fffcad6a84e66"_s);
        QCOMPARE(reply.post, u"6ab13d5be22b517d1e301434"_s);
        QCOMPARE(reply.member, u"69f3af14d3548699ef6b00a8"_s);
        const RemoteComment& hidden = batch->comments.at(1);
        QCOMPARE(hidden.comment.status, Comment::Status::Hidden);
        QCOMPARE(hidden.comment.likes, 1);
        QCOMPARE(hidden.comment.reports, 4);
        QVERIFY(hidden.parent.isEmpty());
        QCOMPARE(batch->comments.at(3).comment.editedAtUtc.value_or(0), 1'790'064'479); // 2026-09-22T08:07:59Z
        QVERIFY(batch->comments.at(4).comment.pinned);
    }

    void readsWhatIsLeftOfADeletedCommentAndOfADeletedWriter()
    {
        const auto batch = parseComments(objectOf(R"({"comments":[{"id":"6751ddd7f8a939d3114102f7","parent_id":null,"in_reply_to_id":null,
            "status":"deleted","html":null,"created_at":"2024-12-05T17:07:35.000Z","edited_at":null,"pinned":false,"member":null,
            "post":{"id":"6750e11c7d02aa4e5516677d"}}]})"));
        QVERIFY(batch);
        QCOMPARE(batch->comments.first().comment.status, Comment::Status::Deleted);
        QVERIFY(batch->comments.first().comment.text.isEmpty());
        QVERIFY(batch->comments.first().member.isEmpty());
        QCOMPARE(batch->comments.first().post, u"6750e11c7d02aa4e5516677d"_s);
    }

    void readsReactions()
    {
        const auto batch = parseReactions(objectOf(R"({"comment_likes":[{"id":"68dd4ad1f9543949d680ad2f","comment_id":"68d70e393fd4351039338fe6",
            "member_id":"681d8c3c1fd93ac0853cecbd","created_at":"2025-10-01T15:37:53.000Z","member":{}}]})"),
            Reaction::Kind::Like);
        QVERIFY(batch);
        QCOMPARE(batch->reactions.size(), 1);
        QCOMPARE(batch->reactions.first().reaction.kind, Reaction::Kind::Like);
        QCOMPARE(batch->reactions.first().reaction.atUtc.value_or(0), 1'759'333'073);
        QCOMPARE(batch->reactions.first().comment, u"68d70e393fd4351039338fe6"_s);
        QCOMPARE(batch->reactions.first().member, u"681d8c3c1fd93ac0853cecbd"_s);
        QVERIFY(!parseReactions(objectOf(R"({"comment_likes":[]})"), Reaction::Kind::Report));
    }

    void readsEveryKindOfEvent()
    {
        const auto batch = parseEvents(answerOf(u"events.json"_s));
        QVERIFY2(batch, qPrintable(batch ? QString() : batch.error().detail));
        QHash<EventKind, RemoteEvent> first;
        for (const RemoteEvent& event : batch->events) {
            if (!first.contains(event.event.kind))
                first.insert(event.event.kind, event);
        }
        QVERIFY2(!first.contains(EventKind::Comment), "comments come as rows");
        QCOMPARE(first.size(), 12);

        const RemoteEvent signup = first.value(EventKind::Signup);
        QCOMPARE(signup.event.remoteId, u"6ae62708bccd4e1a0286d70a"_s);
        QCOMPARE(signup.member, u"6ae62708332e30030adb5010"_s);
        QCOMPARE(signup.event.atUtc, 1'793'468'168); // 2026-10-31T17:36:08Z
        QCOMPARE(signup.event.text, u"member"_s);
        QCOMPARE(signup.source, u"Direct"_s);
        QCOMPARE(signup.post, u"69d4a170101683fe8d672a70"_s);

        const RemoteEvent payment = first.value(EventKind::Payment);
        QVERIFY(payment.payment);
        QCOMPARE(payment.payment->amount, 4'000);
        QCOMPARE(payment.payment->currency, u"USD"_s);
        QCOMPARE(payment.payment->kind, Payment::Kind::Charge);
        QCOMPARE(payment.payment->source, u"stripe"_s);
        QCOMPARE(payment.event.amount, 4'000);

        QCOMPARE(first.value(EventKind::NewsletterChange).event.amount, 0);
        QCOMPARE(first.value(EventKind::NewsletterChange).event.text, u"6afffc8cc786c3374dbb2e76"_s);
        QCOMPARE(first.value(EventKind::EmailChange).event.text, u"freja.weber1965@example.org"_s);
        QCOMPARE(first.value(EventKind::Click).event.text, u"https://example.com/find-find-old-quiet-45/0"_s);
        QCOMPARE(first.value(EventKind::Click).member, u"6851180186ebab9310613a47"_s); // has no member_id
        QCOMPARE(first.value(EventKind::Click).post, u"6ab13d5be22b517d1e301434"_s);
        QCOMPARE(first.value(EventKind::Feedback).event.amount, 1);
        QCOMPARE(first.value(EventKind::EmailOpened).post, u"6ab13d5be22b517d1e301434"_s);
        QCOMPARE(first.value(EventKind::Donation).payment->kind, Payment::Kind::Donation);
        QCOMPARE(first.value(EventKind::Donation).payment->amount, 1'000);
    }

    void readsTheMoneySideOfASubscription()
    {
        const auto batch = parseEvents(answerOf(u"events.json"_s));
        QHash<QString, RemoteEvent> byId;
        for (const RemoteEvent& event : batch->events)
            byId.insert(event.event.remoteId, event);

        const RemoteEvent signup = byId.value(u"6adfbeb4ab1d924a6678415b"_s);
        QCOMPARE(signup.change->type, SubscriptionChange::Type::Created);
        QVERIFY(signup.change->signup);
        QCOMPARE(signup.change->mrrDelta, 416);
        QCOMPARE(signup.change->currency, u"USD"_s);
        QCOMPARE(signup.change->fromPrice, QString());
        QCOMPARE(signup.change->toPrice, u"price_qeso8AT1gDlDKZgpxRE5XByB"_s);
        QCOMPARE(signup.source, u"Direct"_s);
        QVERIFY(signup.post.isEmpty());

        const RemoteEvent expired = byId.value(u"6ae429b1d479ba3cd93c773c"_s);
        QCOMPARE(expired.change->type, SubscriptionChange::Type::Expired);
        QCOMPARE(expired.change->mrrDelta, -1'000);
        QCOMPARE(expired.change->toPrice, QString());
        QCOMPARE(expired.change->subscriptionRemoteId, u"68e746b1f320d8633506cc41"_s);

        QCOMPARE(byId.value(u"6ae451600af668c278a59451"_s).post, u"6981849affb4b805fcb965e8"_s);
        QCOMPARE(byId.value(u"6adedd841dea5d3528a29496"_s).change->type, SubscriptionChange::Type::Canceled);
        QCOMPARE(byId.value(u"6a79e0e4b6c94c70052dd420"_s).change->type, SubscriptionChange::Type::Reactivated);
    }

    void aComplaintArrivesUnderAnotherName()
    {
        QCOMPARE(eventFilterName(EventKind::EmailComplained), u"email_complained_event"_s);
        const auto batch = parseEvents(objectOf(R"({"events":[{"type":"email_complaint_event","data":{"id":"6ab6","created_at":"2026-09-26T17:03:24.000Z",
            "member_id":"69bd","member":{"id":"69bd"},"email_address":"a@example.com","email":{"id":"6ab1","post_id":"6ab13d5be22b517d1e301434"}}}]})"));
        QVERIFY(batch);
        QCOMPARE(batch->events.first().event.kind, EventKind::EmailComplained);
    }

    void namesTheFirstPlaceThatIsWrong_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QList<QVariant>>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("subject");
        const QJsonValue missing(QJsonValue::Undefined);
        using Path = QList<QVariant>;
        QTest::newRow("no list") << u"members"_s << Path{u"members"_s} << missing << u"members"_s;
        QTest::newRow("list of another type") << u"members"_s << Path{u"members"_s} << QJsonValue(3) << u"members"_s;
        QTest::newRow("row of another type") << u"members"_s << Path{u"members"_s, 2} << QJsonValue(u"x"_s) << u"members[2]"_s;
        QTest::newRow("time") << u"members"_s << Path{u"members"_s, 3, u"created_at"_s} << QJsonValue(u"yesterday"_s) << u"members[3].created_at"_s;
        QTest::newRow("no id") << u"members"_s << Path{u"members"_s, 1, u"id"_s} << missing << u"members[1].id"_s;
        QTest::newRow("empty id") << u"members"_s << Path{u"members"_s, 1, u"id"_s} << QJsonValue(QString()) << u"members[1].id"_s;
        QTest::newRow("e-mail") << u"members"_s << Path{u"members"_s, 0, u"email"_s} << QJsonValue(QJsonValue::Null) << u"members[0].email"_s;
        QTest::newRow("status") << u"members"_s << Path{u"members"_s, 0, u"status"_s} << QJsonValue(u"vip"_s) << u"members[0].status"_s;
        QTest::newRow("no tiers") << u"members"_s << Path{u"members"_s, 0, u"tiers"_s} << missing << u"members[0].tiers"_s;
        QTest::newRow("amount") << u"members"_s << Path{u"members"_s, 0, u"subscriptions"_s, 0, u"price"_s, u"amount"_s} << QJsonValue(4.5)
                                << u"members[0].subscriptions[0].price.amount"_s;
        QTest::newRow("label") << u"members"_s << Path{u"members"_s, 1, u"labels"_s, 1, u"name"_s} << QJsonValue(7) << u"members[1].labels[1].name"_s;
        QTest::newRow("price of a tier") << u"tiers"_s << Path{u"tiers"_s, 1, u"monthly_price"_s} << QJsonValue(u"5"_s) << u"tiers[1].monthly_price"_s;
        QTest::newRow("post's status") << u"posts"_s << Path{u"posts"_s, 0, u"status"_s} << QJsonValue(u"gone"_s) << u"posts[0].status"_s;
        QTest::newRow("event's time") << u"events"_s << Path{u"events"_s, 1, u"data"_s, u"created_at"_s} << QJsonValue(QJsonValue::Null)
                                      << u"events[1].data.created_at"_s;
        QTest::newRow("month 13") << u"comments"_s << Path{u"comments"_s, 0, u"created_at"_s} << QJsonValue(u"2026-13-01T00:00:00.000Z"_s)
                                  << u"comments[0].created_at"_s;
    }
    void namesTheFirstPlaceThatIsWrong()
    {
        QFETCH(QString, list);
        QFETCH(QList<QVariant>, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, subject);
        for (const auto& [name, parse] : parsers()) {
            if (name != list)
                continue;
            const auto batch = parse(changed(answerOf(list + u".json"_s), path, value).toObject());
            QVERIFY(!batch);
            QCOMPARE(kindName(batch.error().kind), kindName(Error::Kind::BadAnswer));
            QCOMPARE(batch.error().subject, subject);
        }
    }

    /// Nothing a server sends may end the program. Each answer is cut at every place and mutated thousands of times; what still is
    /// JSON is parsed by every parser.
    void bearsEveryCutAndThousandsOfMutations()
    {
        QRandomGenerator random(20261120);
        const QByteArray spice = "{}[]\":,0123456789-.eE\\utfnal ";
        qint64 parsed = 0;
        qint64 refused = 0;
        for (const auto& [name, own] : parsers()) {
            const QByteArray whole = QJsonDocument(answerOf(name + u".json"_s)).toJson(QJsonDocument::Compact);
            QVERIFY(whole.size() > 100);
            for (qsizetype length = 0; length < whole.size(); length += 1 + whole.size() / 700)
                QVERIFY(QJsonDocument::fromJson(whole.first(length)).isNull());
            for (int round = 0; round < 1'500; ++round) {
                QByteArray mutated = whole;
                for (int i = int(random.bounded(1, 4)); i > 0; --i) {
                    const qsizetype at = random.bounded(mutated.size());
                    switch (random.bounded(3)) {
                    case 0: mutated[at] = spice.at(random.bounded(int(spice.size()))); break;
                    case 1: mutated.remove(at, random.bounded(1, 12)); break;
                    default: mutated.insert(at, mutated.mid(random.bounded(mutated.size()), random.bounded(1, 40))); break;
                    }
                }
                const QJsonDocument document = QJsonDocument::fromJson(mutated);
                if (!document.isObject())
                    continue;
                for (const auto& parser : parsers()) {
                    const auto batch = parser.second(document.object());
                    ++(batch ? parsed : refused);
                    if (!batch)
                        QVERIFY(!batch.error().subject.isEmpty());
                }
            }
        }
        QVERIFY(parsed > 100);
        QVERIFY(refused > 100);
    }

    void readsTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("expected");
        constexpr qint64 kNone = -1;
        QTest::newRow("Ghost's form") << u"2026-11-20T08:00:00.000Z"_s << qint64(1'795'161'600);
        QTest::newRow("milliseconds are cut") << u"2026-11-20T08:00:00.999Z"_s << qint64(1'795'161'600);
        QTest::newRow("no fraction") << u"2026-11-20T08:00:00Z"_s << qint64(1'795'161'600);
        QTest::newRow("other zone") << u"2026-11-20T16:00:00+08:00"_s << qint64(1'795'161'600);
        QTest::newRow("leap day") << u"2024-02-29T23:59:59.000Z"_s << qint64(1'709'251'199);
        QTest::newRow("long ago") << u"1969-12-31T00:00:00.000Z"_s << qint64(-86'400);
        QTest::newRow("no leap year") << u"2026-02-29T00:00:00.000Z"_s << kNone;
        QTest::newRow("no zone") << u"2026-11-20T08:00:00"_s << kNone;
        QTest::newRow("no digits") << u"2026-1a-20T08:00:00.000Z"_s << kNone;
        QTest::newRow("hour 24") << u"2026-11-20T24:00:00.000Z"_s << kNone;
        QTest::newRow("empty") << QString() << kNone;
    }
    void readsTimes()
    {
        QFETCH(QString, text);
        QTEST(parseIsoTime(text).value_or(-1), "expected");
    }

    void takesTheTextOutOfHtml_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("a paragraph") << u"<p>Hello</p>"_s << u"Hello"_s;
        QTest::newRow("two") << u"<p>One</p><p>Two<br>three</p>"_s << u"One\nTwo\nthree"_s;
        QTest::newRow("link and quote") << u"<blockquote>So</blockquote><p>see <a href=\"https://x.example/?a&amp;b\" rel=\"nofollow\">here</a>.</p>"_s
                                        << u"So\nsee here."_s;
        QTest::newRow("entities") << u"<p>1 &lt; 2 &amp;&amp; 3 &gt; 2 &#39;&#x4e2d;&#128512;&quot;</p>"_s << u"1 < 2 && 3 > 2 '中😀\""_s;
        QTest::newRow("escaped twice is escaped once") << u"&amp;lt;"_s << u"&lt;"_s;
        QTest::newRow("not an entity") << u"AT&T; fish & chips &unknown; &#xD800; &"_s << u"AT&T; fish & chips &unknown; &#xD800; &"_s;
        QTest::newRow("a tag that never ends") << u"<p>Hello<a href="_s << u"Hello"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void takesTheTextOutOfHtml()
    {
        QFETCH(QString, html);
        QTEST(plainText(html), "text");
    }

    void writesFilters()
    {
        QCOMPARE(quoted(u"o'brien\\x"_s), u"'o\\'brien\\\\x'"_s);
        QCOMPARE(quotedTime(1'795'161'600), u"'2026-11-20 08:00:00'"_s);
        QCOMPARE(anyOfIds({u"a"_s, u"b"_s}), u"id:['a','b']"_s);
        QCOMPARE(allOf({u"a:1"_s, QString(), u"b:2"_s}), u"a:1+b:2"_s);
        QVERIFY(isId(u"6751ddd7f8a939d3114102f7"_s));
        QVERIFY(!isId(u"6751DDD7F8A939D3114102F7"_s));
        QVERIFY(!isId(u"sub_1234567890123456789x"_s));
        QVERIFY(!isId(QString()));
    }
};

QTEST_APPLESS_MAIN(TestRows)
#include "tst_rows.moc"

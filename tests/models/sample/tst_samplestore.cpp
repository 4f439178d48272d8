// SPDX-License-Identifier: GPL-3.0-or-later
// The sample as a hosted store: the same every time, whole at any page size.
#include "everything.h"
#include "sample/samplecommunity.h"
#include "sample/samplestore.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace lyceum;
using namespace lyceum::sample;
using namespace lyceum::sample::test;

namespace {

constexpr SampleOptions kSmall {.seed = 7, .members = 90, .endUtc = 1790000000, .posts = 20, .comments = 60, .eventsPerMember = 30};

} // namespace

class TestSampleStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheSameEveryTime()
    {
        SampleStore first(kSmall);
        SampleStore second(kSmall);
        QCOMPARE(everythingOf(first), everythingOf(second));
    }

    void isTheSameOnEveryPlatform()
    {
        // Not a claim about what is right: a change of this digest says that workspaces of sample data made elsewhere differ.
        SampleStore store(kSmall);
        QCOMPARE(digestOf(everythingOf(store)), QByteArray("0c1660e35cd7fd9522ac9ad893d9002ec2917a8956d549b0b506e64e43aa7169"));
    }

    void differsWithTheSeed()
    {
        SampleOptions other = kSmall;
        other.seed = 8;
        SampleStore first(kSmall);
        SampleStore second(other);
        const sync::Batch a = everythingOf(first);
        const sync::Batch b = everythingOf(second);
        QVERIFY(digestOf(a) != digestOf(b));
        QVERIFY(a.members.front() != b.members.front());
        QVERIFY(first.identify()->siteId != second.identify()->siteId);
    }

    void pagesMakeUpTheWhole_data()
    {
        QTest::addColumn<int>("pageRows");
        for (const int rows : {1, 2, 7, 89, 90, 91})
            QTest::addRow("%d rows", rows) << rows;
    }

    void pagesMakeUpTheWhole()
    {
        QFETCH(int, pageRows);
        SampleStore whole(kSmall, 1000000);
        SampleStore paged(kSmall, pageRows);
        QCOMPARE(everythingOf(paged), everythingOf(whole));
        int pages = 0;
        QCOMPARE(walked(paged, walkOf(sync::Kind::Members), &pages).members.size(), kSmall.members);
        QCOMPARE(pages, (kSmall.members + pageRows - 1) / pageRows);
    }

    void totalsEqualWhatIsWalked()
    {
        SampleStore store(kSmall, 50);
        const sync::Batch all = everythingOf(store);
        const Result<sync::Totals> totals = store.totals();
        QVERIFY(totals.has_value());
        using sync::Kind;
        QCOMPARE(totals->rows[Kind::Tiers], all.tiers.size());
        QCOMPARE(totals->rows[Kind::Labels], all.labels.size());
        QCOMPARE(totals->rows[Kind::Newsletters], all.newsletters.size());
        QCOMPARE(totals->rows[Kind::Offers], all.offers.size());
        QCOMPARE(totals->rows[Kind::Tags], all.tags.size());
        QCOMPARE(totals->rows[Kind::Members], all.members.size());
        QCOMPARE(totals->rows[Kind::Posts], all.posts.size());
        QCOMPARE(totals->rows[Kind::Comments], all.comments.size());
        QCOMPARE(totals->rows[Kind::Reactions], all.reactions.size());
        QCOMPARE(totals->events, all.events.size());
        QHash<QString, qint64> ofLabel;
        QHash<QString, qint64> ofNewsletter;
        for (const Label& label : all.labels)
            ofLabel[label.remoteId] = 0;
        for (const Newsletter& newsletter : all.newsletters)
            ofNewsletter[newsletter.remoteId] = 0;
        for (const sync::RemoteMember& member : all.members) {
            for (const QString& id : member.labels)
                ++ofLabel[id];
            for (const QString& id : member.newsletters)
                ++ofNewsletter[id];
        }
        QCOMPARE(totals->membersOfLabel, ofLabel);
        QCOMPARE(totals->membersOfNewsletter, ofNewsletter);
        QMap<EventKind, qint64> ofKind;
        for (const sync::RemoteEvent& event : all.events)
            ++ofKind[event.event.kind];
        for (const EventKind kind : store.eventKinds())
            QCOMPARE(*store.eventTotal(kind), ofKind[kind]);
    }

    void pageTotalsAreKnownBeforehand()
    {
        SampleStore store(kSmall, 10);
        QCOMPARE(store.pull(walkOf(sync::Kind::Members), {})->total, std::optional<qint64>(90));
        const Result<sync::WalkPage> logins = store.pull(walkOf(EventKind::Login), {});
        QCOMPARE(logins->total, std::optional(*store.eventTotal(EventKind::Login)));
        QVERIFY(!logins->next.isEmpty());
    }

    void rowsAreFoundByTheirIds()
    {
        SampleStore store(kSmall);
        const sync::Batch all = everythingOf(store);
        const sync::RemoteMember& member = all.members[41];
        sync::Walk walk = walkOf(sync::Kind::Members);
        walk.extent = sync::Walk::Extent::Named;
        walk.ids = {member.member.remoteId, u"000000000000000000000000"_s, u"nobody"_s};
        QCOMPARE(store.pull(walk, {})->batch.members, QList {member});

        walk.kind = sync::Kind::Posts;
        walk.ids = {all.posts[3].post.remoteId, member.member.remoteId}; // the id of a member names no post
        QCOMPARE(store.pull(walk, {})->batch.posts, QList {all.posts[3]});

        const auto liked = std::ranges::find_if(all.comments, [](const sync::RemoteComment& row) { return row.comment.likes > 1; });
        QVERIFY(liked != all.comments.end());
        walk.kind = sync::Kind::Reactions;
        walk.ids = {liked->comment.remoteId};
        const QList<sync::RemoteReaction> reactions = store.pull(walk, {})->batch.reactions;
        QCOMPARE(reactions.size(), liked->comment.likes + liked->comment.dislikes + liked->comment.reports);
        for (const sync::RemoteReaction& reaction : reactions)
            QCOMPARE(reaction.comment, liked->comment.remoteId);

        walk.kind = sync::Kind::Events;
        for (const qsizetype at : {qsizetype(0), all.events.size() / 2, all.events.size() - 1}) {
            walk.event = all.events[at].event.kind;
            walk.ids = {all.events[at].event.remoteId};
            QCOMPARE(store.pull(walk, {})->batch.events, QList {all.events[at]});
        }
    }

    void idsAreListedAndExist()
    {
        SampleStore store(kSmall, 8);
        for (const sync::Kind kind : {sync::Kind::Members, sync::Kind::Posts, sync::Kind::Comments}) {
            QStringList ids;
            QString cursor;
            do {
                const auto page = store.ids(kind, cursor);
                QVERIFY(page.has_value());
                ids += page->ids;
                cursor = page->next;
            } while (!cursor.isEmpty());
            QCOMPARE(ids.size(), store.totals()->rows[kind]);
            for (const QString& id : std::as_const(ids))
                QVERIFY(*store.exists(kind, id));
            QString wrong = ids.front();
            wrong[0] = wrong[0] == u'0' ? u'1' : u'0';
            QVERIFY(!*store.exists(kind, wrong));
        }
    }

    void whatIsReferredToComesAlong()
    {
        SampleStore store(kSmall, 15);
        QString cursor;
        do {
            const Result<sync::WalkPage> page = store.pull(walkOf(sync::Kind::Members), cursor);
            QSet<QString> brought;
            for (const Label& row : page->batch.labels)
                brought.insert(row.remoteId);
            for (const Newsletter& row : page->batch.newsletters)
                brought.insert(row.remoteId);
            for (const Tier& row : page->batch.tiers)
                brought.insert(row.remoteId);
            for (const sync::RemoteOffer& row : page->batch.offers) {
                QVERIFY(brought.contains(row.tier));
                brought.insert(row.offer.remoteId);
            }
            for (const sync::RemoteMember& member : page->batch.members) {
                for (const QString& id : member.labels + member.newsletters + member.tiers)
                    QVERIFY(brought.contains(id));
                for (const sync::RemoteMember::Paid& paid : member.subscriptions)
                    QVERIFY(brought.contains(paid.tier) && (paid.offer.isEmpty() || brought.contains(paid.offer)));
            }
            cursor = page->next;
        } while (!cursor.isEmpty());
        const sync::Batch offers = store.pull(walkOf(sync::Kind::Offers), {})->batch;
        QCOMPARE(offers.tiers.size(), 2); // both paid tiers have offers
        const sync::Batch posts = store.pull(walkOf(sync::Kind::Posts), {})->batch;
        QVERIFY(!posts.tags.isEmpty());
    }

    void nothingIsNewAfterTheEnd()
    {
        SampleStore store(kSmall);
        sync::Walk walk;
        walk.extent = sync::Walk::Extent::Since;
        walk.sinceUtc = kSmall.endUtc + 1;
        for (const EventKind kind : store.eventKinds()) {
            walk.kind = sync::Kind::Events;
            walk.event = kind;
            QVERIFY(walked(store, walk).events.isEmpty());
        }
        walk.kind = sync::Kind::Members;
        QVERIFY(walked(store, walk).members.isEmpty());
        const Result<sync::Hints> hints = store.hintsSince(kSmall.endUtc - 86400);
        QVERIFY(hints->members.isEmpty() && hints->posts.isEmpty() && hints->deletedPosts.isEmpty() && !hints->labelsChanged);
    }

    void sinceLeavesOutExactlyWhatIsOlder()
    {
        SampleStore store(kSmall, 20);
        const qint64 since = kSmall.endUtc - 90 * 86400;
        sync::Walk walk = walkOf(EventKind::Login);
        QList<sync::RemoteEvent> expected = walked(store, walk).events;
        const qsizetype all = expected.size();
        expected.removeIf([since](const sync::RemoteEvent& event) { return event.event.atUtc < since; });
        QVERIFY(!expected.isEmpty() && expected.size() < all);
        walk.extent = sync::Walk::Extent::Since;
        walk.sinceUtc = since;
        QCOMPARE(walked(store, walk).events, expected);

        walk.kind = sync::Kind::Members;
        for (const sync::RemoteMember& member : walked(store, walk).members)
            QVERIFY(*member.member.changedAtUtc >= since);
    }

    void saysWhoItIs()
    {
        SampleStore store(kSmall);
        const Result<sync::StoreInfo> info = store.identify();
        QCOMPARE(info->kind, u"sample"_s);
        QVERIFY(info->paidMembers);
        QCOMPARE(info->serverTimeUtc, kSmall.endUtc);
        QVERIFY(!info->siteId.isEmpty());
        QCOMPARE(store.traffic().requests, 1);
    }

    void stopsWhenCancelled()
    {
        SampleStore store(kSmall);
        QVERIFY(store.pull(walkOf(sync::Kind::Members), {}).has_value());
        store.cancel();
        QCOMPARE(store.pull(walkOf(sync::Kind::Members), {}).error().kind, Error::Kind::Cancelled);
        QCOMPARE(store.ids(sync::Kind::Members, {}).error().kind, Error::Kind::Cancelled);
        QCOMPARE(store.totals().error().kind, Error::Kind::Cancelled);
    }

    void refusesAForeignCursor()
    {
        SampleStore store(kSmall);
        QCOMPARE(store.pull(walkOf(sync::Kind::Members), u"page 2"_s).error().kind, Error::Kind::BadInput);
        QCOMPARE(store.pull(walkOf(sync::Kind::Members), u"-1"_s).error().kind, Error::Kind::BadInput);
        QVERIFY(store.pull(walkOf(sync::Kind::Members), u"5000"_s)->batch.members.isEmpty());
    }

    void makesAsManyEventsAsAskedFor_data()
    {
        QTest::addColumn<double>("perMember");
        QTest::newRow("the usual") << 60.0;
        QTest::newRow("many") << 150.0;
    }

    void makesAsManyEventsAsAskedFor()
    {
        QFETCH(double, perMember);
        SampleStore store({.seed = 3, .members = 1000, .endUtc = 1790000000, .eventsPerMember = perMember});
        const double events = double(store.totals()->events);
        QVERIFY2(std::abs(events / 1000 / perMember - 1) < 0.06, qPrintable(QString::number(events)));
    }

    void worksForTheSmallest_data()
    {
        QTest::addColumn<int>("members");
        QTest::addColumn<int>("posts");
        QTest::addColumn<int>("comments");
        QTest::newRow("one of each") << 1 << 1 << 1;
        QTest::newRow("nobody talks") << 3 << 0 << 10;
        QTest::newRow("two") << 2 << 2 << 0;
    }

    void worksForTheSmallest()
    {
        QFETCH(int, members);
        QFETCH(int, posts);
        QFETCH(int, comments);
        SampleStore store({.seed = 5, .members = members, .months = 1, .endUtc = 1790000000, .posts = posts, .comments = comments});
        const sync::Batch all = everythingOf(store);
        QCOMPARE(all.members.size(), members);
        QCOMPARE(all.posts.size(), posts);
        QVERIFY(all.comments.size() == comments || all.comments.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSampleStore)
#include "tst_samplestore.moc"

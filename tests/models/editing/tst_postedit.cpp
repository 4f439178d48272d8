// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/limits.h"
#include "editing/postedit.h"
#include "lab.h"
#include "storage/contentquery.h"

using namespace lyceum;
using namespace lyceum::editing;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

/// What a person changes of posts, and what is refused.
class tst_PostEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lab.emplace(); }

    void aNewPostIsADraftThatWaitsToBeMade()
    {
        PostEdit edit;
        edit.title = u"On rivers"_s;
        edit.html = u"<h2>Source</h2><p>A river &amp; its <b>bed</b>.</p>"_s;
        edit.tags = {u"essays"_s, u"Water"_s};
        QVERIFY(apply({}, edit));
        const Post post = whole(4);
        QCOMPARE(post.status, Post::Status::Draft);
        QCOMPARE(post.visibility, u"public"_s);
        QCOMPARE(post.plainText, u"Source\nA river & its bed."_s);
        QCOMPARE(post.tags, (QList {TagId {1}, TagId {2}}));
        QCOMPARE(m_lab->row<lyceum::Tag>(2).name, u"Water"_s);
        QVERIFY(!post.publishedAtUtc);
        QCOMPARE(m_lab->operationOn(Entity::Post, 4), std::optional(OutboxItem::Operation::Make));
    }

    void changesOnlyWhatIsSet()
    {
        PostEdit edit;
        edit.featured = true;
        edit.excerpt = u"A slow book"_s;
        QVERIFY(apply(Lab::kGardens, edit));
        QCOMPARE(m_lab->waiting(), (QStringList {u"post 1 excerpt"_s, u"post 1 featured"_s}));
        QCOMPARE(whole(1).tags, QList {TagId {1}});
    }

    void theNewTagsTakeThePlaceOfTheOld()
    {
        PostEdit edit;
        edit.tags = QStringList();
        QVERIFY(apply(Lab::kGardens, edit));
        QVERIFY(whole(1).tags.isEmpty());
    }

    void readersAreChosenByTierAndForgottenWithAnotherVisibility()
    {
        PostEdit edit;
        edit.visibility = u"tiers"_s;
        edit.tiers = {TierId {3}, TierId {2}};
        QVERIFY(apply(Lab::kGardens, edit));
        QCOMPARE(whole(1).tiers, (QList {TierId {2}, TierId {3}}));
        PostEdit open;
        open.visibility = u"members"_s;
        QVERIFY(apply(Lab::kGardens, open));
        QVERIFY(whole(1).tiers.isEmpty());
    }

    void aPostIsScheduledPublishedAndTakenBack()
    {
        PostEdit edit;
        edit.status = Post::Status::Scheduled;
        edit.publishedAtUtc = Lab::kNow + Lab::kDay;
        QVERIFY(apply(Lab::kGardens, edit));
        QCOMPARE(whole(1).status, Post::Status::Scheduled);
        PostEdit publish;
        publish.status = Post::Status::Published;
        publish.publishedAtUtc = Lab::kNow - Lab::kDay;
        QVERIFY(apply(Lab::kGardens, publish));
        PostEdit draft;
        draft.status = Post::Status::Draft;
        QVERIFY(apply(Lab::kGardens, draft));
        QCOMPARE(whole(1).publishedAtUtc, std::optional(Lab::kNow - Lab::kDay)); // as the store keeps it
    }

    void aScheduledPostThatIsPublishedNowIsDatedNow()
    {
        PostEdit edit;
        edit.status = Post::Status::Scheduled;
        edit.publishedAtUtc = Lab::kNow + Lab::kDay;
        QVERIFY(apply(Lab::kGardens, edit));
        PostEdit publish;
        publish.status = Post::Status::Published;
        QVERIFY(apply(Lab::kGardens, publish));
        QCOMPARE(whole(1).publishedAtUtc, std::optional(Lab::kNow));
    }

    void aDeletedPostStaysMarkedSo()
    {
        PostEdit edit;
        edit.remove = true;
        QVERIFY(apply(Lab::kGardens, edit));
        QCOMPARE(whole(1).deletedAtUtc, std::optional(Lab::kNow));
        QCOMPARE(m_lab->waiting(), QStringList {u"post 1 deleted_at"_s});
    }

    void refusesWhatTheStoreWouldNotTake_data()
    {
        QTest::addColumn<qint64>("post");
        QTest::addColumn<PostEdit>("edit");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, qint64 post, auto set, const QString& subject, const QString& detail) {
            PostEdit edit;
            set(edit);
            QTest::newRow(name) << post << edit << subject << detail;
        };
        row("nothing", 1, [](PostEdit&) {}, {}, u"there is nothing to change."_s);
        row("a new one without a title", 0, [](PostEdit& e) { e.html = u"<p>x</p>"_s; }, u"field title"_s, u"it is missing."_s);
        row("an empty title", 1, [](PostEdit& e) { e.title = u""_s; }, u"field title"_s, u"it is empty."_s);
        row("a long title", 1, [](PostEdit& e) { e.title = QString(kMostPostTitle + 1, u'x'); }, u"field title"_s, u"it is longer than 255 characters."_s);
        row("a long excerpt", 1, [](PostEdit& e) { e.excerpt = QString(kMostExcerpt + 1, u'x'); }, u"field excerpt"_s, u"it is longer than 300 characters."_s);
        row("an empty tag", 1, [](PostEdit& e) { e.tags = {u" "_s}; }, u"field tags"_s, u"it is empty."_s);
        row("sent", 1, [](PostEdit& e) { e.status = Post::Status::Sent; }, u"field status"_s, u"it is one of: draft, scheduled, published."_s);
        row("scheduled for no time", 0, [](PostEdit& e) { e.title = u"x"_s, e.status = Post::Status::Scheduled; }, u"field published_at"_s, u"it is missing."_s);
        row("scheduled for the past", 1, [](PostEdit& e) { e.status = Post::Status::Scheduled, e.publishedAtUtc = Lab::kNow; }, u"field published_at"_s,
            u"this time is over."_s);
        row("published in the future", 1, [](PostEdit& e) { e.publishedAtUtc = Lab::kNow + 1; }, u"field published_at"_s, u"this time lies ahead."_s);
        row("tiers without one", 1, [](PostEdit& e) { e.visibility = u"tiers"_s; }, u"field tiers"_s, u"it is missing."_s);
        row("a tier for all", 1, [](PostEdit& e) { e.tiers = {TierId {2}}; }, u"field tiers"_s, u"tiers are chosen with the visibility tiers only."_s);
        row("a letter back", 2, [](PostEdit& e) { e.status = Post::Status::Draft; }, u"field status"_s, u"what was mailed cannot be taken back."_s);
        row("a deleted one", 3, [](PostEdit& e) { e.title = u"x"_s; }, u"post 3"_s, u"this post is deleted."_s);
        row("deleted and changed", 1, [](PostEdit& e) { e.remove = true, e.title = u"x"_s; }, u"field deleted_at"_s, u"both ways at once."_s);
    }
    void refusesWhatTheStoreWouldNotTake()
    {
        QFETCH(const qint64, post);
        QFETCH(const PostEdit, edit);
        QFETCH(const QString, subject);
        QFETCH(const QString, detail);
        QVERIFY(isRefused(apply(PostId {post}, edit), subject, detail));
        QVERIFY(m_lab->waiting().isEmpty());
    }

    void whatDoesNotExistIsNotFound()
    {
        PostEdit edit;
        edit.title = u"x"_s;
        QCOMPARE(apply(PostId {99}, edit).error(), (Error {Error::Kind::NotFound, u"post 99"_s, {}}));
        PostEdit tier;
        tier.visibility = u"tiers"_s;
        tier.tiers = {TierId {99}};
        QCOMPARE(apply(Lab::kGardens, tier).error(), (Error {Error::Kind::NotFound, u"tier 99"_s, {}}));
    }

private:
    Result<ChangeSummary> apply(PostId id, const PostEdit& edit)
    {
        return m_lab->change([&](ChangeSet& changes) -> Result<void> {
            const auto done = applyToPost(changes, id, edit, Lab::kNow);
            return done ? Result<void>() : tl::unexpected(done.error());
        });
    }
    Post whole(qint64 id)
    {
        const auto found = postById(m_lab->connection(), PostId {id});
        return found && *found ? **found : Post();
    }

    std::optional<Lab> m_lab;
};

Q_DECLARE_METATYPE(lyceum::editing::PostEdit)

QTEST_GUILESS_MAIN(tst_PostEdit)
#include "tst_postedit.moc"

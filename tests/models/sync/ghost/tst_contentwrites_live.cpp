// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesite.h"

using namespace lyceum;
using namespace lyceum::sync;
using namespace lyceum::test;
using namespace Qt::StringLiterals;

/// Posts and comments written to a real Ghost, and read back through the walks of a sync.
class TestContentWritesLive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NEED_A_SITE();
        m_site = std::make_unique<LiveSite>();
        m_store = &m_site->store;
        const auto info = m_store->identify();
        REQUIRE(info);
        for (const Tier& tier : m_site->everything(Kind::Tiers).tiers) {
            if (tier.paid && tier.active)
                m_tier = tier;
        }
        for (const QString& name : {u"Alpha "_s, u"Beta "_s, u"Gamma "_s}) {
            RowWrite write = blank(Kind::Tags, {"name"});
            write.row.tags = {{.id = {}, .remoteId = {}, .name = name + m_site->run, .slug = {}}};
            const auto made = m_store->write(write);
            REQUIRE(made);
            m_tags += made->tags;
        }
        m_members = m_store->pull({.kind = Kind::Members, .ids = {}}, {})->batch.members;
        QVERIFY(m_members.size() > 2);
    }

    // Posts

    void aPostIsMadeAsADraftAndThenGivenItsPlace()
    {
        RemotePost wanted = newPost(u"A post of %1"_s.arg(m_site->run));
        wanted.post.html = u"<p>Hello <b>you</b></p><div class=\"box\"><p>kept</p></div><p>End</p>"_s;
        wanted.post.excerpt = u"In short"_s;
        wanted.post.featured = true;
        wanted.post.visibility = u"tiers"_s;
        wanted.tiers = {m_tier.remoteId};
        wanted.tags = {m_tags.at(1).remoteId, m_tags.at(0).remoteId};
        wanted.post.status = Post::Status::Published;
        wanted.post.publishedAtUtc = 1'714'557'600; // 2024-05-01T10:00:00Z
        wanted.post.slug = u"a-place-"_s + m_site->run;
        RowWrite write = writeOf(wanted, {"title", "html", "excerpt", "featured", "visibility", "tiers", "tags", "status", "published_at", "slug"});
        write.token = u"lyceum-live-1-"_s + m_site->run;
        QVERIFY(!*m_store->findMade(write));
        const auto made = m_store->write(write);
        REQUIRE(made);
        RemotePost there = made->posts.first();
        QCOMPARE(m_site->read(Kind::Posts, there.post.remoteId).posts, QList{there});
        QCOMPARE(there.post.status, Post::Status::Draft);
        QCOMPARE(there.post.slug, write.token);
        QCOMPARE(there.post.title, wanted.post.title);
        QCOMPARE(there.post.excerpt, wanted.post.excerpt);
        QCOMPARE(there.post.visibility, wanted.post.visibility);
        QVERIFY(there.post.featured);
        QCOMPARE(there.tags, wanted.tags); // in this order
        QCOMPARE(there.tiers, wanted.tiers);
        QVERIFY2(there.post.html.contains(u"<div class=\"box\"><p>kept</p></div>"_s), qPrintable(there.post.html));
        QVERIFY2(there.post.html.contains(u"<strong>you</strong>"_s), qPrintable(there.post.html));
        QCOMPARE((*m_store->findMade(write))->posts, QList{there});

        wanted.post.remoteId = there.post.remoteId;
        RowWrite place = writeOf(wanted, {"slug", "status", "published_at"});
        place.basedOnUtc = there.post.changedAtUtc;
        const auto placed = m_store->write(place);
        REQUIRE(placed);
        there = placed->posts.first();
        QCOMPARE(there.post.slug, wanted.post.slug);
        QCOMPARE(there.post.status, Post::Status::Published);
        QCOMPARE(there.post.publishedAtUtc, wanted.post.publishedAtUtc);
        QCOMPARE(m_site->read(Kind::Posts, there.post.remoteId).posts, QList{there});
        QVERIFY(m_store->write(place)); // the answer was lost: the same once more changes nothing, and collides with nothing
        QCOMPARE(m_site->read(Kind::Posts, there.post.remoteId).posts, QList{there});

        REQUIRE(m_store->remove(Kind::Posts, there.post.remoteId));
        QVERIFY(!m_store->exists(Kind::Posts, there.post.remoteId).value());
        REQUIRE(m_store->remove(Kind::Posts, there.post.remoteId));
        QCOMPARE(kindName(m_store->write(place).error().kind), u"not-found"_s);
    }

    void aPostMadeTwiceIsTwoAndOneIsFound()
    {
        RowWrite write = writeOf(newPost(u"Twice"_s), {"title"});
        write.token = u"lyceum-live-2-"_s + m_site->run;
        const auto first = m_store->write(write);
        REQUIRE(first);
        const auto second = m_store->write(write);
        REQUIRE(second);
        QVERIFY(first->posts.first().post.remoteId != second->posts.first().post.remoteId);
        QCOMPARE((*m_store->findMade(write))->posts, first->posts); // the second got another slug
    }

    void everyFieldOfAPostCanBeChangedByItself()
    {
        RemotePost there = made(u"Fields"_s, u"<p>One</p>"_s);
        const auto change = [&](const QSet<QByteArray>& fields, const auto& isWished) {
            RowWrite write = writeOf(there, fields);
            write.basedOnUtc = there.post.changedAtUtc;
            const auto changed = m_store->write(write);
            if (!changed) {
                qWarning() << fields << told(changed.error());
                return false;
            }
            const RemotePost wished = there;
            there = changed->posts.first();
            return m_site->read(Kind::Posts, there.post.remoteId).posts == QList{there} && isWished(wished);
        };
        there.post.title = u"Fields, changed ✓"_s;
        QVERIFY(change({"title"}, [&](const RemotePost& wished) { return there.post.title == wished.post.title; }));
        there.post.slug.clear();
        QVERIFY(change({"slug"}, [&](const RemotePost&) { return there.post.slug.startsWith(u"fields-changed"_s); }));
        there.post.html = u"<h2>Two</h2><p>and <a href=\"https://example.com/\">more</a></p>"_s;
        QVERIFY(change({"html", "plain_text"}, [&](const RemotePost&) { return there.post.html.contains(u"example.com"_s) && !there.post.html.contains(u"One"_s); }));
        there.post.html.clear();
        QVERIFY(change({"html"}, [&](const RemotePost&) { return !there.post.html.contains(u"Two"_s) && there.post.plainText.trimmed().isEmpty(); }));
        there.post.featured = true;
        QVERIFY(change({"featured"}, [&](const RemotePost&) { return there.post.featured; }));
        there.post.excerpt = u"Short"_s;
        QVERIFY(change({"excerpt"}, [&](const RemotePost&) { return there.post.excerpt == u"Short"_s; }));
        there.post.excerpt.clear();
        QVERIFY(change({"excerpt"}, [&](const RemotePost&) { return there.post.excerpt != u"Short"_s; }));
        for (const QString& visibility : {u"members"_s, u"paid"_s, u"public"_s}) {
            there.post.visibility = visibility;
            QVERIFY(change({"visibility"}, [&](const RemotePost&) { return there.post.visibility == visibility; }));
        }
        there.post.visibility = u"tiers"_s;
        there.tiers = {m_tier.remoteId};
        QVERIFY(change({"visibility", "tiers"}, [&](const RemotePost&) { return there.tiers == QStringList{m_tier.remoteId}; }));

        there.tags = {m_tags.at(2).remoteId, m_tags.at(1).remoteId};
        QVERIFY(change({"tags"}, [&](const RemotePost& wished) { return there.tags == wished.tags; }));
        there.tags = {m_tags.at(0).remoteId, m_tags.at(1).remoteId, m_tags.at(2).remoteId}; // as a set is kept: sorted
        const QStringList inTheirOrder{m_tags.at(2).remoteId, m_tags.at(1).remoteId, m_tags.at(0).remoteId};
        QVERIFY(change({"tags"}, [&](const RemotePost&) { return there.tags == inTheirOrder; }));
        there.tags.clear();
        QVERIFY(change({"tags"}, [&](const RemotePost&) { return there.tags.isEmpty(); }));

        const qint64 later = m_site->clock.nowUtc() + 86'400;
        there.post.status = Post::Status::Scheduled;
        there.post.publishedAtUtc = later;
        QVERIFY(change({"status"}, [&](const RemotePost&) { return there.post.status == Post::Status::Scheduled && there.post.publishedAtUtc == later; }));
        there.post.publishedAtUtc = later + 3'600;
        QVERIFY(change({"published_at"}, [&](const RemotePost&) { return there.post.publishedAtUtc == later + 3'600; }));
        there.post.status = Post::Status::Draft;
        there.post.publishedAtUtc.reset();
        QVERIFY(change({"status", "published_at"}, [&](const RemotePost&) { return there.post.status == Post::Status::Draft && !there.post.publishedAtUtc; }));
        there.post.status = Post::Status::Published;
        QVERIFY(change({"status"}, [&](const RemotePost&) { return there.post.status == Post::Status::Published && there.post.publishedAtUtc; }));
    }

    void aRenamedTagStaysRenamed()
    {
        RemotePost there = made(u"Tagged"_s, {});
        RowWrite rename = blank(Kind::Tags, {"name"});
        rename.row.tags = {m_tags.at(0)};
        rename.row.tags.first().name += u" renamed"_s;
        const auto renamed = m_store->write(rename);
        REQUIRE(renamed);
        there.tags = {m_tags.at(0).remoteId};
        RowWrite first = writeOf(there, {"tags"});
        first.row.tags = renamed->tags;
        first.basedOnUtc = there.post.changedAtUtc;
        const auto tagged = m_store->write(first);
        REQUIRE(tagged);
        there.tags.append(m_tags.at(1).remoteId);
        RowWrite second = writeOf(there, {"tags"}); // knows the tag by its old name still
        second.basedOnUtc = tagged->posts.first().post.changedAtUtc;
        const auto more = m_store->write(second);
        REQUIRE(more);
        QCOMPARE(more->posts.first().tags, there.tags);
        QCOMPARE(m_site->read(Kind::Tags, m_tags.at(0).remoteId).tags, renamed->tags);
        m_tags[0] = renamed->tags.first();
    }

    void aStalePostCollides()
    {
        const RemotePost old = made(u"Stale"_s, {});
        RowWrite theirs = writeOf(old, {"title"});
        theirs.row.posts.first().post.title = u"Theirs"_s;
        theirs.basedOnUtc = old.post.changedAtUtc;
        const auto changed = m_store->write(theirs);
        REQUIRE(changed);
        RowWrite mine = writeOf(old, {"title"});
        mine.row.posts.first().post.title = u"Mine"_s;
        mine.basedOnUtc = *old.post.changedAtUtc - 60; // Ghost tells seconds only: two changes within one do not collide
        const auto refused = m_store->write(mine);
        QVERIFY(!refused);
        QCOMPARE(kindName(refused.error().kind), u"collision"_s);
        QCOMPARE(m_site->read(Kind::Posts, old.post.remoteId).posts, changed->posts);
        mine.basedOnUtc = changed->posts.first().post.changedAtUtc;
        REQUIRE(m_store->write(mine));
    }

    void whatGhostRefusesOfAPostComesWithItsReason()
    {
        const RemotePost there = made(u"Refused"_s, {});
        RowWrite write = writeOf(there, {"status"});
        write.basedOnUtc = there.post.changedAtUtc;
        write.row.posts.first().post.status = Post::Status::Scheduled;
        write.row.posts.first().post.publishedAtUtc = 1'600'000'000;
        const auto past = m_store->write(write);
        QCOMPARE(kindName(past.error().kind), u"refused"_s);
        QVERIFY2(past.error().subject.contains(u"future"_s), qPrintable(past.error().subject));
        write = writeOf(there, {"title"});
        write.row.posts.first().post.title = QString(300, u'x');
        QVERIFY(m_store->write(write).error().subject.contains(u"255"_s));
        QCOMPARE(m_site->read(Kind::Posts, there.post.remoteId).posts, QList{there});
    }

    // Comments

    void aCommentAndItsReplyAreMadeModeratedAndDeleted()
    {
        RemotePost there = made(u"Discussed"_s, {});
        there.post.status = Post::Status::Published;
        RowWrite publish = writeOf(there, {"status"});
        publish.basedOnUtc = there.post.changedAtUtc;
        REQUIRE(m_store->write(publish));

        RowWrite write = blank(Kind::Comments, {"html", "text", "created_at", "post_id", "member_id"});
        RemoteComment comment;
        comment.post = there.post.remoteId;
        comment.member = m_members.at(0).member.remoteId;
        comment.comment.html = u"<p>Hi <b>there</b></p><p>Second</p>"_s;
        comment.comment.createdAtUtc = m_site->clock.nowUtc() - 86'400;
        write.row.comments = {comment};
        QVERIFY(!*m_store->findMade(write));
        const auto first = m_store->write(write);
        REQUIRE(first);
        RemoteComment top = first->comments.first();
        QCOMPARE(top.comment.createdAtUtc, comment.comment.createdAtUtc);
        QCOMPARE(top.post, comment.post);
        QCOMPARE(top.member, comment.member);
        QCOMPARE(top.comment.text, u"Hi there\nSecond"_s);
        QCOMPARE(m_site->read(Kind::Comments, top.comment.remoteId).comments, QList{top});
        QCOMPARE((*m_store->findMade(write))->comments, QList{top});
        const auto twin = m_store->write(write);
        REQUIRE(twin);
        QVERIFY(twin->comments.first().comment.remoteId != top.comment.remoteId);

        RowWrite reply = write;
        reply.row.comments.first().parent = top.comment.remoteId;
        reply.row.comments.first().comment.html = u"<p>Thanks</p>"_s;
        QVERIFY(!*m_store->findMade(reply)); // the same member, post and time, but another place
        const auto replied = m_store->write(reply);
        REQUIRE(replied);
        const RemoteComment answer = replied->comments.first();
        QCOMPARE(answer.parent, top.comment.remoteId);
        QCOMPARE(m_site->read(Kind::Comments, answer.comment.remoteId).comments, QList{answer});
        RowWrite answered = reply;
        answered.row.comments.first().inReplyTo = answer.comment.remoteId;
        answered.row.comments.first().comment.createdAtUtc = *comment.comment.createdAtUtc + 60;
        const auto third = m_store->write(answered);
        REQUIRE(third);
        QCOMPARE(third->comments.first().inReplyTo, answer.comment.remoteId);

        const auto moderate = [&](Comment::Status status, bool pinned) {
            RowWrite change = blank(Kind::Comments, {"status", "pinned"});
            change.row.comments = {top};
            change.row.comments.first().comment.status = status;
            change.row.comments.first().comment.pinned = pinned;
            const auto moderated = m_store->write(change);
            if (!moderated) {
                qWarning() << told(moderated.error());
                return false;
            }
            const RemoteComment& now = moderated->comments.first();
            return m_site->read(Kind::Comments, top.comment.remoteId).comments == moderated->comments && now.comment.status == status
                && now.comment.pinned == pinned && now.post == top.post && now.comment.createdAtUtc == top.comment.createdAtUtc;
        };
        QVERIFY(moderate(Comment::Status::Hidden, true));
        QVERIFY(moderate(Comment::Status::Published, false));
        QVERIFY(moderate(Comment::Status::Deleted, false));
        QVERIFY(!m_store->exists(Kind::Comments, top.comment.remoteId).value());
        QVERIFY(moderate(Comment::Status::Published, false)); // the text was kept
        REQUIRE(m_store->remove(Kind::Comments, top.comment.remoteId));
        REQUIRE(m_store->remove(Kind::Comments, top.comment.remoteId));
        REQUIRE(m_store->remove(Kind::Comments, u"0123456789abcdef01234567"_s));
        QVERIFY(!m_store->exists(Kind::Comments, top.comment.remoteId).value());
    }

    void whatGhostRefusesOfACommentComesWithItsReason()
    {
        RowWrite write = blank(Kind::Comments, {"html"});
        RemoteComment comment;
        comment.post = made(u"Unread"_s, {}).post.remoteId;
        comment.member = u"0123456789abcdef01234567"_s;
        comment.comment.html = u"<p>x</p>"_s;
        comment.comment.createdAtUtc = m_site->clock.nowUtc() - 60;
        write.row.comments = {comment};
        QCOMPARE(kindName(m_store->write(write).error().kind), u"refused"_s); // nobody by that id
        write.row.comments.first().member = m_members.at(0).member.remoteId;
        write.row.comments.first().comment.html = u"<p></p>"_s;
        const auto empty = m_store->write(write);
        QCOMPARE(kindName(empty.error().kind), u"refused"_s);
        QVERIFY2(empty.error().subject.contains(u"empty"_s), qPrintable(empty.error().subject));
    }

private:
    RowWrite writeOf(const RemotePost& post, const QSet<QByteArray>& fields) const
    {
        RowWrite write = blank(Kind::Posts, fields);
        write.row.posts = {post};
        write.row.tags = m_tags;
        write.row.tiers = {m_tier};
        write.basedOnUtc = post.post.changedAtUtc;
        return write;
    }

    static RemotePost newPost(const QString& title)
    {
        RemotePost remote;
        remote.post.title = title;
        remote.post.visibility = u"public"_s;
        return remote;
    }

    /// A draft as the site has it.
    RemotePost made(const QString& title, const QString& html)
    {
        RemotePost remote = newPost(title);
        remote.post.html = html;
        RowWrite write = writeOf(remote, {"title", "visibility", "html"});
        write.token = u"lyceum-live-%1-%2"_s.arg(title.toLower(), m_site->run);
        const auto written = m_store->write(write);
        if (!written) {
            qWarning() << told(written.error());
            return remote;
        }
        return written->posts.first();
    }

    std::unique_ptr<LiveSite> m_site;
    GhostStore* m_store = nullptr;
    Tier m_tier;
    QList<lyceum::Tag> m_tags;
    QList<RemoteMember> m_members;
};

QTEST_GUILESS_MAIN(TestContentWritesLive)
#include "tst_contentwrites_live.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "community.h"
#include "storage/contentquery.h"
#include "storage/discussionquery.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

namespace {

template <class Change>
ThreadQuery asking(Change change)
{
    ThreadQuery query;
    change(query);
    return query;
}

} // namespace

/// Posts and threads as the lists show them, against the same computed from the values.
class TestLists : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    FixedClock m_clock {Community::kNow};
    std::unique_ptr<WorkspaceFile> m_file;
    Community m_c;

    Connection& connection() { return m_file->connection(); }
    const Member& member(MemberId id) { return m_c.member(id); }

private Q_SLOTS:
    void initTestCase()
    {
        auto file = WorkspaceFile::create(m_dir.filePath(u"lists.lyceum"_s), {u"Lab"_s, "Asia/Shanghai"}, m_clock);
        QVERIFY(file);
        m_file = *std::move(file);
        auto community = Community::fill(*m_file, {}, 23);
        QVERIFY(community);
        m_c = *std::move(community);
    }

    void listsPosts()
    {
        const auto ids = [&](const PostQuery& query) {
            const auto found = postIds(connection(), query);
            return found ? *found : QList<PostId> {PostId {-1}};
        };
        const auto those = [&](auto predicate) {
            QSet<PostId> found;
            for (const Post& post : std::as_const(m_c.posts)) {
                if (predicate(post))
                    found.insert(post.id);
            }
            return found;
        };
        const auto set = [](const QList<PostId>& list) { return QSet(list.cbegin(), list.cend()); };
        PostQuery all;
        all.includeDeleted = true;
        QCOMPARE(set(ids(all)).size(), m_c.posts.size());
        QCOMPARE(set(ids({})), those([](const Post& p) { return !p.deletedAtUtc; }));
        PostQuery query = all;
        query.status = Post::Status::Draft;
        QCOMPARE(set(ids(query)), those([](const Post& p) { return p.status == Post::Status::Draft; }));
        query = all;
        query.visibility = u"tiers"_s;
        query.tier = m_c.tiers.at(1).id;
        QCOMPARE(set(ids(query)), those([&](const Post& p) { return p.tiers.contains(m_c.tiers.at(1).id); }));
        query = all;
        query.tag = m_c.tags.at(1).id;
        QCOMPARE(set(ids(query)), those([&](const Post& p) { return p.tags.contains(m_c.tags.at(1).id); }));
        query = all;
        query.search = u"几何"_s;
        QCOMPARE(set(ids(query)), those([](const Post& p) { return p.plainText.contains(u"几何"_s); }));
        query.search = u"geom"_s;
        QCOMPARE(set(ids(query)), those([](const Post& p) { return p.plainText.contains(u"geometry"_s); }));

        QList<Post> byTime = m_c.posts;
        std::ranges::sort(byTime, [](const Post& a, const Post& b) { // newest first, drafts before all
            return std::pair(a.publishedAtUtc.value_or(INT64_MAX), a.id) > std::pair(b.publishedAtUtc.value_or(INT64_MAX), b.id);
        });
        const QList<PostId> listed = ids(all);
        for (qsizetype i = 0; i < byTime.size(); ++i)
            QCOMPARE(listed.at(i), byTime.at(i).id);
        all.descending = false;
        QList<PostId> backwards = ids(all);
        std::ranges::reverse(backwards);
        QCOMPARE(backwards, listed);

        const auto rows = postRows(connection(), {PostId {3}, PostId {999}, PostId {1}});
        QVERIFY(rows);
        QCOMPARE(rows->size(), 2);
        for (const PostRow& row : *rows) {
            Post expected = m_c.posts.at(row.post.id.value - 1);
            QCOMPARE(postById(connection(), expected.id), Result<std::optional<Post>>(expected));
            QCOMPARE(postByRemoteId(connection(), expected.remoteId), Result<std::optional<Post>>(expected));
            QCOMPARE(row.tags.size(), expected.tags.size());
            QCOMPARE(row.comments, count(m_c.comments, [&](const Comment& c) { return c.post == expected.id && isPublished(c); }));
            expected.html.clear();
            expected.plainText.clear();
            QCOMPARE(row.post, expected);
        }
        const auto facets = postFacets(connection());
        QVERIFY(facets);
        QCOMPARE(facets->total, those([](const Post& p) { return !p.deletedAtUtc; }).size());
        QCOMPARE(facets->tags.value(m_c.tags.at(0).id),
            those([&](const Post& p) { return !p.deletedAtUtc && p.tags.contains(m_c.tags.at(0).id); }).size());
    }

    void listsThreads()
    {
        const auto ask = [&](const ThreadQuery& query) {
            const auto found = threadIds(connection(), query);
            return found ? *found : QList<CommentId> {CommentId {-1}};
        };
        const auto check = [&](const ThreadQuery& query, auto predicate) {
            QSet<CommentId> expected;
            for (const Comment& comment : std::as_const(m_c.comments)) {
                if (!comment.parent.isValid() && predicate(comment))
                    expected.insert(comment.id);
            }
            QVERIFY(!expected.isEmpty());
            const QList<CommentId> found = ask(query);
            QCOMPARE(found.size(), expected.size());
            QCOMPARE(QSet(found.cbegin(), found.cend()), expected);
        };
        check({}, [](const Comment&) { return true; });
        check(asking([](ThreadQuery& q) { q.status = Comment::Status::Hidden; }), [](const Comment& c) { return c.status == Comment::Status::Hidden; });
        check(asking([](ThreadQuery& q) { q.post = PostId {4}; }), [](const Comment& c) { return c.post == PostId {4}; });
        check(asking([](ThreadQuery& q) { q.reported = true; }), [&](const Comment& c) {
            return c.reports > 0 || std::ranges::any_of(m_c.repliesTo(c.id), [](const Comment& r) { return r.reports > 0; });
        });
        check(asking([](ThreadQuery& q) { q.unanswered = true; }), [&](const Comment& c) {
            return isPublished(c) && std::ranges::none_of(m_c.repliesTo(c.id), [&](const Comment& r) { return isPublished(r) && r.member != c.member; });
        });
        check(asking([](ThreadQuery& q) { q.newcomers = true; }), [&](const Comment& c) { return m_c.isFirstOfItsAuthor(c); });
        check(asking([](ThreadQuery& q) { q.search = u"第二"_s; }), [&](const Comment& c) {
            const auto says = [](const Comment& each) { return each.text.contains(u"第二"_s); };
            return says(c) || std::ranges::any_of(m_c.repliesTo(c.id), says);
        });
        check(asking([](ThreadQuery& q) { q.search = u"???"_s; }), [&](const Comment& c) {
            const auto says = [](const Comment& each) { return each.text.contains(u"???"_s); };
            return says(c) || std::ranges::any_of(m_c.repliesTo(c.id), says);
        });

        const auto published = [&](const Comment& c) {
            QList<Comment> replies = m_c.repliesTo(c.id);
            replies.removeIf([](const Comment& r) { return !isPublished(r); });
            return replies;
        };
        const auto activity = [&](const Comment& c) {
            std::optional<qint64> last;
            for (const Comment& reply : published(c))
                last = std::max(last, reply.createdAtUtc);
            return last ? last : c.createdAtUtc;
        };
        const auto key = [&](const Comment& c, ThreadQuery::Sort sort) -> std::optional<qint64> {
            switch (sort) {
            case ThreadQuery::Sort::Newest:
            case ThreadQuery::Sort::Oldest: return c.createdAtUtc;
            case ThreadQuery::Sort::LatestActivity: return activity(c);
            case ThreadQuery::Sort::MostReplies: return published(c).size();
            case ThreadQuery::Sort::MostLiked: return c.likes;
            case ThreadQuery::Sort::MostReported: {
                qint64 reports = c.reports;
                for (const Comment& reply : m_c.repliesTo(c.id))
                    reports += reply.reports;
                return reports;
            }
            }
            return {};
        };
        for (const auto sort : {ThreadQuery::Sort::Newest, ThreadQuery::Sort::Oldest, ThreadQuery::Sort::LatestActivity,
                 ThreadQuery::Sort::MostReplies, ThreadQuery::Sort::MostLiked, ThreadQuery::Sort::MostReported}) {
            const QList<CommentId> ids = ask(asking([&](ThreadQuery& q) { q.sort = sort; }));
            for (qsizetype i = 1; i < ids.size(); ++i) {
                const Comment& a = m_c.comments.at(ids.at(i - 1).value - 1);
                const Comment& b = m_c.comments.at(ids.at(i).value - 1);
                const bool ordered = sort == ThreadQuery::Sort::Oldest ? std::pair(key(a, sort), a.id) < std::pair(key(b, sort), b.id)
                                                                       : std::pair(key(a, sort), a.id) > std::pair(key(b, sort), b.id);
                QVERIFY(ordered);
            }
            const auto rows = threadRows(connection(), ids);
            QVERIFY(rows);
            QCOMPARE(rows->size(), ids.size());
            for (const ThreadRow& row : *rows) {
                const Comment& comment = m_c.comments.at(row.comment.id.value - 1);
                QCOMPARE(row.comment, comment);
                QCOMPARE(row.replies, published(comment).size());
                QCOMPARE(row.lastActivityAtUtc, activity(comment));
                QCOMPARE(row.reports, key(comment, ThreadQuery::Sort::MostReported).value());
                QCOMPARE(row.postTitle, m_c.posts.at(comment.post.value - 1).title);
                if (comment.member.isValid()) {
                    const Member& author = member(comment.member);
                    QCOMPARE(row.memberName, author.name.isEmpty() ? author.email : author.name);
                } else {
                    QCOMPARE(row.memberName, QString());
                }
            }
        }
    }

    void readsAThreadAndAMembersComments()
    {
        const auto ids = threadIds(connection(), {});
        QVERIFY(ids);
        for (const CommentId id : *ids) {
            const auto thread = threadComments(connection(), id);
            QVERIFY(thread);
            QCOMPARE(thread->first().comment.id, id);
            QCOMPARE(thread->size(), 1 + m_c.repliesTo(id).size());
            for (qsizetype i = 2; i < thread->size(); ++i)
                QVERIFY(thread->at(i - 1).comment.createdAtUtc <= thread->at(i).comment.createdAtUtc);
        }
        QCOMPARE(threadComments(connection(), CommentId {99'999})->size(), 0);
        const auto written = commentsOf(connection(), MemberId {12}, 1000);
        QVERIFY(written);
        QCOMPARE(written->size(), count(m_c.comments, [](const Comment& c) { return c.member == MemberId {12}; }));
        QCOMPARE(commentsOf(connection(), MemberId {12}, 1)->size(), std::min<qsizetype>(1, written->size()));
    }
};

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold in any community, held against the sample's rows alone: references, times, discussions, languages.
#include "everything.h"
#include "sample/samplestore.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace lyceum;
using namespace lyceum::sample;
using namespace lyceum::sample::test;

namespace {

constexpr SampleOptions kOptions {.seed = 20, .endUtc = 1795132800}; // 2026-11-20
constexpr qint64 kDay = 86400;

bool hasHan(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

qint64 monthsLater(qint64 utc, int months)
{
    return QDateTime::fromSecsSinceEpoch(utc, Qt::UTC).addMonths(months).toSecsSinceEpoch();
}

qint64 secondsOf(const QString& id) { return id.left(8).toLongLong(nullptr, 16); }

} // namespace

class TestSampleLaws : public QObject {
    Q_OBJECT

    sync::Batch m_all;
    QHash<QString, sync::RemoteMember> m_members;
    QHash<QString, sync::RemoteComment> m_comments;
    QHash<QString, sync::RemotePost> m_posts;

private Q_SLOTS:
    void initTestCase()
    {
        SampleStore store(kOptions);
        m_all = everythingOf(store);
        for (const sync::RemoteMember& row : m_all.members)
            m_members.insert(row.member.remoteId, row);
        for (const sync::RemoteComment& row : m_all.comments)
            m_comments.insert(row.comment.remoteId, row);
        for (const sync::RemotePost& row : m_all.posts)
            m_posts.insert(row.post.remoteId, row);
    }

    void hasTheSizeOfACommunity()
    {
        QCOMPARE(m_all.members.size(), 2000);
        QCOMPARE(m_all.tiers.size(), 3);
        QCOMPARE(m_all.posts.size(), 60);
        QCOMPARE(m_all.comments.size(), 1200);
        QVERIFY(m_all.reactions.size() > 1000);
        QVERIFY(m_all.events.size() > 100000 && m_all.events.size() < 140000);
        const qint64 first = *m_all.members.front().member.joinedAtUtc;
        QVERIFY(first >= monthsLater(kOptions.endUtc, -24) && first < monthsLater(kOptions.endUtc, -23));
        QVERIFY(*m_all.members.back().member.joinedAtUtc > kOptions.endUtc - 10 * kDay);
    }

    void hasMembersInEveryState()
    {
        QMap<QString, int> states;
        for (const sync::RemoteMember& row : m_all.members) {
            ++states[nameOf(row.member.status)];
            for (const sync::RemoteMember::Paid& paid : row.subscriptions) {
                const Subscription& s = paid.subscription;
                ++states[nameOf(s.status) + (s.cancelAtPeriodEnd ? u" to the end of the period"_s : QString())];
                ++states[u"by the "_s + s.interval];
                ++states[s.trialEndAtUtc ? u"by trial"_s : u"without trial"_s];
            }
            states[u"complimentary with an end"_s] += row.member.complimentaryUntilUtc.has_value();
            states[u"suppressed"_s] += row.member.emailSuppressed;
            states[u"muted"_s] += row.member.commentingDisabled;
            states[u"noted"_s] += !row.member.note.isEmpty();
            states[u"rejoined"_s] += row.subscriptions.size() > 1;
        }
        for (const sync::RemoteEvent& row : m_all.events) {
            if (row.change)
                ++states[u"change "_s + nameOf(row.change->type) + (row.change->signup ? u" at sign-up"_s : QString())];
            if (row.change && !row.change->fromPrice.isEmpty() && !row.change->toPrice.isEmpty()
                && row.change->fromPrice != row.change->toPrice)
                ++states[u"change of plan"_s];
            ++states[u"event "_s + nameOf(row.event.kind)];
        }
        const QStringList expected {u"free"_s,
                                    u"paid"_s,
                                    u"comped"_s,
                                    u"gift"_s,
                                    u"active"_s,
                                    u"active to the end of the period"_s,
                                    u"canceled"_s,
                                    u"canceled to the end of the period"_s,
                                    u"past_due"_s,
                                    u"trialing"_s,
                                    u"by the month"_s,
                                    u"by the year"_s,
                                    u"by trial"_s,
                                    u"without trial"_s,
                                    u"complimentary with an end"_s,
                                    u"suppressed"_s,
                                    u"muted"_s,
                                    u"noted"_s,
                                    u"rejoined"_s,
                                    u"change created"_s,
                                    u"change created at sign-up"_s,
                                    u"change updated"_s,
                                    u"change canceled"_s,
                                    u"change reactivated"_s,
                                    u"change expired"_s,
                                    u"change of plan"_s,
                                    u"event signup"_s,
                                    u"event login"_s,
                                    u"event payment"_s,
                                    u"event newsletter-change"_s,
                                    u"event email-change"_s,
                                    u"event click"_s,
                                    u"event feedback"_s,
                                    u"event email-sent"_s,
                                    u"event email-delivered"_s,
                                    u"event email-opened"_s,
                                    u"event email-failed"_s,
                                    u"event email-complained"_s,
                                    u"event donation"_s};
        for (const QString& state : expected)
            QVERIFY2(states.value(state) > 0, qPrintable(state));
        QVERIFY(states[u"paid"_s] > 250 && states[u"paid"_s] < 600);
    }

    void idsAreUniqueAndBeginWithTheirSeconds()
    {
        static const QRegularExpression shape(u"^[0-9a-f]{24}$"_s);
        QSet<QString> ids;
        qsizetype count = 0;
        const auto add = [&](const QString& id, std::optional<qint64> atUtc) {
            ids.insert(id);
            ++count;
            return shape.match(id).hasMatch() && (!atUtc || secondsOf(id) == *atUtc);
        };
        for (const sync::RemoteMember& row : m_all.members)
            QVERIFY(add(row.member.remoteId, row.member.joinedAtUtc));
        for (const sync::RemotePost& row : m_all.posts)
            QVERIFY(add(row.post.remoteId, row.post.createdAtUtc));
        for (const sync::RemoteComment& row : m_all.comments)
            QVERIFY(add(row.comment.remoteId, row.comment.createdAtUtc));
        for (const sync::RemoteReaction& row : m_all.reactions)
            QVERIFY(add(row.reaction.remoteId, row.reaction.atUtc));
        for (const Tier& row : m_all.tiers)
            QVERIFY(add(row.remoteId, {}));
        for (const Label& row : m_all.labels)
            QVERIFY(add(row.remoteId, {}));
        for (const sync::RemoteOffer& row : m_all.offers)
            QVERIFY(add(row.offer.remoteId, {}));
        for (const sync::RemoteEvent& row : m_all.events)
            QVERIFY(add(row.event.remoteId, row.event.atUtc));
        QCOMPARE(ids.size(), count);
        QSet<QString> emails;
        QSet<QString> uuids;
        QSet<QString> slugs;
        for (const sync::RemoteMember& row : m_all.members) {
            emails.insert(row.member.email.toLower());
            uuids.insert(row.member.uuid);
            QVERIFY(row.member.email.endsWith(u"@example.com") || row.member.email.endsWith(u"@example.org"));
        }
        for (const sync::RemotePost& row : m_all.posts)
            slugs.insert(row.post.slug);
        QCOMPARE(emails.size(), m_all.members.size());
        QCOMPARE(uuids.size(), m_all.members.size());
        QCOMPARE(slugs.size(), m_all.posts.size());
    }

    void everythingReferredToExists()
    {
        for (const sync::RemoteEvent& row : m_all.events) {
            QVERIFY(m_members.contains(row.member));
            QVERIFY(row.post.isEmpty() || m_posts.contains(row.post));
            QCOMPARE(row.change.has_value(), row.event.kind == EventKind::SubscriptionChange);
            QCOMPARE(row.payment.has_value(), row.event.kind == EventKind::Payment || row.event.kind == EventKind::Donation);
        }
        for (const sync::RemoteComment& row : m_all.comments) {
            QVERIFY(m_posts.contains(row.post));
            QVERIFY(row.member.isEmpty() || m_members.contains(row.member));
        }
        for (const sync::RemoteReaction& row : m_all.reactions)
            QVERIFY(m_comments.contains(row.comment) && m_members.contains(row.member));
        for (const sync::RemotePost& row : m_all.posts)
            QCOMPARE(row.post.visibility == u"tiers", !row.tiers.isEmpty());
    }

    void nothingHappensBeforeJoiningOrAfterTheEnd()
    {
        for (const sync::RemoteEvent& row : m_all.events) {
            QVERIFY(row.event.atUtc <= kOptions.endUtc);
            QVERIFY2(row.event.atUtc >= *m_members[row.member].member.joinedAtUtc, qPrintable(nameOf(row.event.kind)));
            if (!row.post.isEmpty())
                QVERIFY(row.event.atUtc >= *m_posts[row.post].post.publishedAtUtc);
        }
        for (const sync::RemoteMember& row : m_all.members) {
            QVERIFY(*row.member.changedAtUtc >= *row.member.joinedAtUtc && *row.member.changedAtUtc <= kOptions.endUtc);
            QVERIFY(row.member.lastSeenAtUtc.value_or(0) <= kOptions.endUtc);
        }
        for (const sync::RemoteReaction& row : m_all.reactions) {
            QVERIFY(*row.reaction.atUtc <= kOptions.endUtc);
            QVERIFY(*row.reaction.atUtc >= *m_comments[row.comment].comment.createdAtUtc);
            QVERIFY(*row.reaction.atUtc >= *m_members[row.member].member.joinedAtUtc);
        }
    }

    void membersWereSeenNoEarlierThanTheyWereActive()
    {
        QHash<QString, qint64> lastActive;
        const auto active = [&](const QString& member, qint64 atUtc) { lastActive[member] = std::max(lastActive[member], atUtc); };
        for (const sync::RemoteEvent& row : m_all.events) {
            if (isActivity(row.event.kind) && row.event.text != u"import")
                active(row.member, row.event.atUtc);
        }
        for (const sync::RemoteComment& row : m_all.comments)
            active(row.member, *row.comment.createdAtUtc);
        for (const sync::RemoteReaction& row : m_all.reactions)
            active(row.member, *row.reaction.atUtc);
        int unseen = 0;
        for (const sync::RemoteMember& row : m_all.members) {
            QVERIFY(row.member.lastSeenAtUtc.value_or(0) >= lastActive[row.member.remoteId]);
            unseen += !row.member.lastSeenAtUtc;
        }
        QVERIFY(unseen > 0);
    }

    void everybodySignedUpOnce()
    {
        QHash<QString, int> signups;
        QSet<QString> named;
        for (const sync::RemoteEvent& row : m_all.events) {
            const bool isSignup = row.event.kind == EventKind::Signup || (row.change && row.change->signup);
            if (!isSignup)
                continue;
            ++signups[row.member];
            const Member& member = m_members[row.member].member;
            QCOMPARE(row.event.atUtc, *member.joinedAtUtc);
            QCOMPARE(row.source, member.source);
            QCOMPARE(row.sourceMedium, member.sourceMedium);
            named.insert(row.source);
        }
        for (const sync::RemoteMember& row : m_all.members)
            QCOMPARE(signups[row.member.remoteId], 1);
        QVERIFY(named.contains({u"Direct"_s, u"Google"_s, u"微信"_s, u"知乎"_s, u"Twitter"_s, u"Newsletter"_s}));
    }

    void mailCountsAreThoseOfTheEvents()
    {
        QHash<QString, qint64> delivered;
        QHash<QString, qint64> opened;
        QSet<QString> refused;
        for (const sync::RemoteEvent& row : m_all.events) {
            delivered[row.member] += row.event.kind == EventKind::EmailDelivered;
            opened[row.member] += row.event.kind == EventKind::EmailOpened;
            if (row.event.kind == EventKind::EmailFailed || row.event.kind == EventKind::EmailComplained)
                refused.insert(row.member);
        }
        for (const sync::RemoteMember& row : m_all.members) {
            QCOMPARE(row.member.emailCount, delivered[row.member.remoteId]);
            QCOMPARE(row.member.emailOpenedCount, opened[row.member.remoteId]);
            QCOMPARE(row.member.emailSuppressed, refused.contains(row.member.remoteId));
            QCOMPARE(row.member.subscribed, !row.newsletters.isEmpty());
        }
    }

    void newslettersFollowTheirEvents()
    {
        QHash<QString, QMap<QString, qint64>> getting;
        for (const sync::RemoteEvent& row : m_all.events) {
            if (row.event.kind == EventKind::NewsletterChange)
                getting[row.member][row.event.text] += row.event.amount == 1 ? 1 : -1;
        }
        for (const sync::RemoteMember& row : m_all.members) {
            QStringList expected;
            const QMap<QString, qint64>& mine = getting[row.member.remoteId];
            for (auto at = mine.begin(); at != mine.end(); ++at) {
                QVERIFY(at.value() == 0 || at.value() == 1);
                if (at.value() == 1)
                    expected += at.key();
            }
            QStringList actual = row.newsletters;
            std::ranges::sort(actual);
            QCOMPARE(actual, expected);
        }
    }

    void threadsHaveTwoLevels()
    {
        int replies = 0;
        int answersToReplies = 0;
        int forgotten = 0;
        for (const sync::RemoteComment& row : m_all.comments) {
            forgotten += row.member.isEmpty();
            QVERIFY(*row.comment.createdAtUtc <= kOptions.endUtc);
            QVERIFY(*row.comment.createdAtUtc >= *m_posts[row.post].post.publishedAtUtc);
            if (!row.member.isEmpty())
                QVERIFY(*row.comment.createdAtUtc >= *m_members[row.member].member.joinedAtUtc);
            if (row.parent.isEmpty()) {
                QVERIFY(row.inReplyTo.isEmpty());
                continue;
            }
            ++replies;
            QVERIFY(m_comments.contains(row.parent));
            const sync::RemoteComment& parent = m_comments[row.parent];
            QVERIFY(parent.parent.isEmpty());
            QCOMPARE(parent.post, row.post);
            QVERIFY(*parent.comment.createdAtUtc <= *row.comment.createdAtUtc);
            if (row.inReplyTo.isEmpty())
                continue;
            ++answersToReplies;
            QVERIFY(m_comments.contains(row.inReplyTo));
            QCOMPARE(m_comments[row.inReplyTo].parent, row.parent);
            QVERIFY(row.inReplyTo != row.comment.remoteId);
        }
        QVERIFY(replies > 300 && replies < 800);
        QVERIFY(answersToReplies > 50);
        QVERIFY(forgotten > 0);
    }

    void countsOfACommentAreItsReactions()
    {
        QHash<QString, std::array<qint64, 3>> counts;
        QSet<QString> once;
        for (const sync::RemoteReaction& row : m_all.reactions) {
            ++counts[row.comment][std::size_t(row.reaction.kind)];
            once.insert(row.comment + row.member + nameOf(row.reaction.kind));
            QVERIFY(row.member != m_comments[row.comment].member); // nobody likes what they said themselves
        }
        QCOMPARE(once.size(), m_all.reactions.size());
        int hidden = 0;
        int reported = 0;
        for (const sync::RemoteComment& row : m_all.comments) {
            QCOMPARE(row.comment.likes, counts[row.comment.remoteId][0]);
            QCOMPARE(row.comment.dislikes, counts[row.comment.remoteId][1]);
            QCOMPARE(row.comment.reports, counts[row.comment.remoteId][2]);
            QVERIFY(row.comment.status != Comment::Status::Deleted);
            hidden += row.comment.status == Comment::Status::Hidden;
            reported += row.comment.reports > 0;
        }
        QVERIFY(hidden > 0 && reported > hidden);
    }

    void speaksBothLanguages()
    {
        int chinesePosts = 0;
        QSet<QString> titles;
        for (const sync::RemotePost& row : m_all.posts) {
            chinesePosts += hasHan(row.post.title);
            titles.insert(row.post.title);
            QCOMPARE(hasHan(row.post.title), hasHan(row.post.plainText)); // one post, one language
            QVERIFY(row.post.plainText.size() > 150);
            QVERIFY(row.post.html.startsWith(u"<p>"));
            const QString text = row.post.title + row.post.html + row.post.excerpt;
            for (const QChar sign : u"{}[]|"_s)
                QVERIFY2(!text.contains(sign), qPrintable(text)); // no template shows
        }
        QVERIFY(chinesePosts > 15 && chinesePosts < 45);
        QCOMPARE(titles.size(), m_all.posts.size());
        int chineseComments = 0;
        QSet<QString> texts;
        for (const sync::RemoteComment& row : m_all.comments) {
            chineseComments += hasHan(row.comment.text);
            texts.insert(row.comment.text);
            QVERIFY(!row.comment.text.isEmpty());
            for (const QChar sign : u"{}[]|"_s)
                QVERIFY2(!row.comment.text.contains(sign), qPrintable(row.comment.text));
        }
        QVERIFY(chineseComments > 300 && chineseComments < 900);
        QVERIFY2(texts.size() > m_all.comments.size() / 2, qPrintable(QString::number(texts.size())));
        int chineseNames = 0;
        for (const sync::RemoteMember& row : m_all.members)
            chineseNames += hasHan(row.member.name);
        QVERIFY(chineseNames > 600 && chineseNames < 1400);
    }

    void someMailIsStillUnderWay()
    {
        QSet<QString> posts;
        for (const sync::RemoteEvent& row : m_all.events) {
            if (row.event.kind == EventKind::EmailSent)
                posts.insert(row.post);
        }
        QCOMPARE(posts.size(), 1);
        QVERIFY(*m_posts[*posts.begin()].post.publishedAtUtc > kOptions.endUtc - kDay);
    }
};

QTEST_APPLESS_MAIN(TestSampleLaws)
#include "tst_samplelaws.moc"

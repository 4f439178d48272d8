// SPDX-License-Identifier: GPL-3.0-or-later
#include "community.h"
#include "community/localdays.h"
#include "storage/counts.h"
#include "storage/spells.h"
#include "storage/syncruns.h"
#include "storage/timeline.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 86'400;

} // namespace

/// Answers of the smaller questions against the same answer computed from the values.
class TestQuestions : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    FixedClock m_clock {Community::kNow};
    std::unique_ptr<WorkspaceFile> m_file;
    Community m_c;

    Connection& connection() { return m_file->connection(); }
    const Member& member(MemberId id) { return m_c.member(id); }
    bool isHere(MemberId id) { return !member(id).departedAtUtc; }

private Q_SLOTS:
    void initTestCase()
    {
        auto file = WorkspaceFile::create(m_dir.filePath(u"questions.lyceum"_s), {u"Lab"_s, "Asia/Shanghai"}, m_clock);
        QVERIFY(file);
        m_file = *std::move(file);
        auto community = Community::fill(*m_file, {}, 23);
        QVERIFY(community);
        m_c = *std::move(community);
    }

    // ---- counts

    void countsEverything()
    {
        const auto counts = workspaceCounts(connection());
        QVERIFY(counts);
        const auto here = [&](const Member& m) { return !m.departedAtUtc; };
        QCOMPARE(counts->members, count(m_c.members, here));
        QCOMPARE(counts->departedMembers, m_c.members.size() - counts->members);
        for (const MemberStatus status : {MemberStatus::Free, MemberStatus::Paid, MemberStatus::Comped, MemberStatus::Gift})
            QCOMPARE(counts->byStatus.value(status), count(m_c.members, [&](const Member& m) { return here(m) && m.status == status; }));
        QCOMPARE(counts->paidMembers, counts->byStatus.value(MemberStatus::Paid));
        QCOMPARE(counts->labels, m_c.labels.size());
        QCOMPARE(counts->newsletters, m_c.newsletters.size());
        QCOMPARE(counts->tiers, m_c.tiers.size());
        QCOMPARE(counts->offers, qint64(0));
        QCOMPARE(counts->posts, count(m_c.posts, [](const Post& p) { return !p.deletedAtUtc; }));
        QCOMPARE(counts->tags, m_c.tags.size());
        QCOMPARE(counts->comments, m_c.comments.size());
        QCOMPARE(counts->events, m_c.events.size());
        QCOMPARE(counts->subscriptions, m_c.subscriptions.size());
        QCOMPARE(counts->payments, m_c.payments.size());
    }

    void countsMembersOverTime()
    {
        for (const qint64 at : {Community::kStart - 1, Community::kStart + 300 * kDay, Community::kNow - 50 * kDay, Community::kNow}) {
            QCOMPARE(membersAt(connection(), at), Result<qint64>(count(m_c.members, [&](const Member& m) {
                return m.joinedAtUtc && *m.joinedAtUtc <= at && !(m.departedAtUtc && *m.departedAtUtc <= at);
            })));
            const qint64 until = at + 30 * kDay;
            QCOMPARE(joinedBetween(connection(), at, until), Result<qint64>(count(m_c.members, [&](const Member& m) {
                return m.joinedAtUtc && *m.joinedAtUtc >= at && *m.joinedAtUtc < until;
            })));
            QCOMPARE(departedBetween(connection(), at, until), Result<qint64>(count(m_c.members, [&](const Member& m) {
                return m.departedAtUtc && *m.departedAtUtc >= at && *m.departedAtUtc < until;
            })));
        }
    }

    void countsActiveMembersOnce()
    {
        const LocalDays days("Asia/Shanghai");
        const qint64 first = days.dayOf(Community::kStart + 100 * kDay);
        QSet<MemberId> active;
        QMap<qint64, QSet<MemberId>> byDay;
        QMap<qint64, qint64> events;
        for (const Event& event : std::as_const(m_c.events)) {
            const qint64 day = days.dayOf(event.atUtc);
            if (!isActivity(event.kind) || day < first || day > first + 29)
                continue;
            active.insert(event.member);
            byDay[day].insert(event.member);
            ++events[day];
        }
        QVERIFY(active.size() > 10);
        QCOMPARE(activeMembersBetween(connection(), first, first + 29), Result<qint64>(active.size()));
        QList<DayActivity> expected;
        for (auto it = byDay.cbegin(); it != byDay.cend(); ++it)
            expected.append({it.key(), events.value(it.key()), it->size()});
        QCOMPARE(activityByDay(connection(), first, first + 29), Result<QList<DayActivity>>(expected));
    }

    void addsUpRevenuePerCurrency()
    {
        for (const RevenueRule rule : {RevenueRule::UntilAccessEnds, RevenueRule::UntilCancellation}) {
            QMap<QString, double> monthly;
            for (const Subscription& s : std::as_const(m_c.subscriptions)) {
                const bool pays = s.status == Subscription::Status::Active || s.status == Subscription::Status::PastDue;
                const bool ended = rule == RevenueRule::UntilCancellation && s.cancelAtPeriodEnd;
                if (pays && !ended && s.amount > 0 && isHere(s.member))
                    monthly[s.currency] += double(s.amount) / (s.interval == "year"_L1 ? 12 : 1);
            }
            const auto revenue = monthlyRevenueNow(connection(), rule);
            QVERIFY(revenue);
            QCOMPARE(revenue->size(), monthly.size());
            for (const Money& money : *revenue)
                QVERIFY(std::abs(double(money.minorUnits) - monthly.value(money.currency)) <= 0.5); // rounded once
        }
    }

    void pilesUpWhatNeedsSomebody()
    {
        using Status = Subscription::Status;
        const auto subscriptions = [&](auto predicate) {
            return count(m_c.subscriptions, [&](const Subscription& s) { return isHere(s.member) && predicate(s); });
        };
        const auto failed = failedPayments(connection(), 3);
        QVERIFY(failed);
        QCOMPARE(failed->count, subscriptions([](const Subscription& s) { return s.status == Status::PastDue || s.status == Status::Unpaid; }));
        QCOMPARE(failed->members.size(), 3);
        const qint64 soon = Community::kNow + 30 * kDay;
        const auto within = [&](const std::optional<qint64>& at) { return at && *at >= Community::kNow && *at < soon; };
        QCOMPARE(endingBetween(connection(), Community::kNow, soon, 100)->count, subscriptions([&](const Subscription& s) {
            return s.cancelAtPeriodEnd && within(s.periodEndAtUtc)
                && (s.status == Status::Active || s.status == Status::PastDue || s.status == Status::Trialing);
        }));
        QCOMPARE(complimentaryEndingBetween(connection(), Community::kNow, soon, 100)->count,
            count(m_c.members, [&](const Member& m) { return within(m.complimentaryUntilUtc) && !m.departedAtUtc; }));
        const auto reported = reportedComments(connection(), 1000);
        QVERIFY(reported);
        const auto isReported = [](const Comment& c) { return c.reports > 0 && isPublished(c); };
        QCOMPARE(reported->count, count(m_c.comments, isReported));
        QSet<MemberId> authors;
        for (const Comment& comment : std::as_const(m_c.comments)) {
            if (isReported(comment) && comment.member.isValid())
                authors.insert(comment.member);
        }
        QCOMPARE(QSet(reported->members.cbegin(), reported->members.cend()), authors);
        QCOMPARE(reported->members.size(), authors.size());
    }

    void findsNewcomersNobodyAnswered()
    {
        const qint64 since = Community::kStart + 400 * kDay;
        QList<Comment> expected;
        for (const Comment& comment : std::as_const(m_c.comments)) {
            if (!comment.createdAtUtc || *comment.createdAtUtc < since || !isPublished(comment) || !m_c.isFirstOfItsAuthor(comment))
                continue;
            const Member& author = member(comment.member);
            if (author.departedAtUtc || !author.joinedAtUtc || *author.joinedAtUtc < since)
                continue;
            const QList<Comment> replies = m_c.repliesTo(comment.parent.isValid() ? comment.parent : comment.id);
            if (std::ranges::none_of(replies, [&](const Comment& r) {
                    return isPublished(r) && r.member != comment.member && r.createdAtUtc
                        && std::pair(*r.createdAtUtc, r.id) > std::pair(*comment.createdAtUtc, comment.id);
                }))
                expected.append(comment);
        }
        std::ranges::sort(expected, [](const Comment& a, const Comment& b) {
            return std::pair(*a.createdAtUtc, a.id) < std::pair(*b.createdAtUtc, b.id);
        });
        QList<MemberId> authors;
        for (const Comment& comment : std::as_const(expected))
            authors.append(comment.member);
        QVERIFY(authors.size() > 3);
        const auto found = unansweredNewcomers(connection(), since, 1000);
        QVERIFY(found);
        QCOMPARE(found->members, authors);
    }

    // ---- timeline

    void pagesThroughAHistoryWithoutGapOrRepeat()
    {
        // Ties in time, and histories of every length: every member's, in pages of 1, 3 and 1000.
        for (qint64 id = 1; id <= 60; ++id) {
            const auto whole = timelineOf(connection(), MemberId {id}, 1000);
            QVERIFY(whole);
            QVERIFY(!whole->next);
            for (const int limit : {1, 3}) {
                QList<TimelineEntry> paged;
                std::optional<TimelineCursor> after;
                do {
                    const auto page = timelineOf(connection(), MemberId {id}, limit, after);
                    QVERIFY(page);
                    QVERIFY(page->entries.size() == limit || !page->next);
                    paged += page->entries;
                    after = page->next;
                } while (after);
                QCOMPARE(paged, whole->entries);
            }
        }
    }

    void tellsEverythingOnce()
    {
        for (const Member& m : std::as_const(m_c.members)) {
            const auto page = timelineOf(connection(), m.id, 10'000);
            QVERIFY(page);
            qint64 events = 0;
            qint64 comments = 0;
            qint64 payments = 0;
            qint64 changes = 0;
            std::optional<qint64> before;
            for (const TimelineEntry& entry : page->entries) {
                QVERIFY(!before || !entry.atUtc || *entry.atUtc <= *before);
                before = entry.atUtc;
                comments += std::holds_alternative<Comment>(entry.what);
                payments += std::holds_alternative<Payment>(entry.what);
                const auto* event = std::get_if<TimelineEvent>(&entry.what);
                events += event != nullptr;
                changes += event && event->change;
                if (entry.post.isValid())
                    QCOMPARE(entry.postTitle, m_c.posts.at(entry.post.value - 1).title);
            }
            const auto isTold = [&](const Event& e) {
                if (e.kind == EventKind::Comment)
                    return std::ranges::any_of(m_c.comments, [&](const Comment& c) { return c.member == m.id && c.createdAtUtc == e.atUtc; });
                if (e.kind == EventKind::Payment || e.kind == EventKind::Donation)
                    return std::ranges::any_of(m_c.payments, [&](const Payment& p) { return p.member == m.id && p.atUtc == e.atUtc; });
                return false;
            };
            QCOMPARE(comments, count(m_c.comments, [&](const Comment& c) { return c.member == m.id; }));
            QCOMPARE(payments, count(m_c.payments, [&](const Payment& p) { return p.member == m.id; }));
            QCOMPARE(events, count(m_c.events, [&](const Event& e) { return e.member == m.id && !isTold(e); }));
            QCOMPARE(changes, count(m_c.events, [&](const Event& e) { return e.member == m.id && e.kind == EventKind::SubscriptionChange; }));
        }
    }

    // ---- paying histories

    void tellsPayingHistoriesOfEachMemberOnce()
    {
        QMap<MemberId, PayingHistory> expected;
        const auto of = [&](MemberId id) -> PayingHistory& {
            PayingHistory& history = expected[id];
            history.member = id;
            history.source = member(id).source;
            history.joinedAtUtc = member(id).joinedAtUtc;
            history.departedAtUtc = member(id).departedAtUtc;
            return history;
        };
        QList<Subscription> subscriptions = m_c.subscriptions;
        std::ranges::stable_sort(subscriptions, {}, &Subscription::startedAtUtc);
        for (const Subscription& subscription : std::as_const(subscriptions)) {
            of(subscription.member).subscriptions.append(subscription);
            of(subscription.member).subscriptionTiers.append(m_c.tiers.at(subscription.tier.value - 1).name);
        }
        QList<std::pair<Event, SubscriptionChange>> changes;
        for (const SubscriptionChange& change : std::as_const(m_c.changes))
            changes.append({m_c.events.at(change.event.value - 1), change});
        std::ranges::stable_sort(changes, {}, [](const auto& pair) { return pair.first.atUtc; });
        for (const auto& [event, change] : std::as_const(changes))
            of(event.member).changes.append(
                {event.atUtc, change.type, change.subscriptionRemoteId, change.mrrDelta, change.currency, change.tierName});
        for (const Payment& payment : std::as_const(m_c.payments)) {
            PayingHistory& history = of(payment.member);
            if (payment.kind != Payment::Kind::Charge)
                continue;
            history.firstPaymentAtUtc = std::min(history.firstPaymentAtUtc.value_or(payment.atUtc), payment.atUtc);
            history.lastPaymentAtUtc = std::max(history.lastPaymentAtUtc.value_or(payment.atUtc), payment.atUtc);
        }
        QVERIFY(expected.size() > 100);
        QList<PayingHistory> told;
        QVERIFY(forEachPayingMember(connection(), [&](const PayingHistory& history) -> Result<void> {
            told.append(history);
            return {};
        }));
        QCOMPARE(told.size(), expected.size());
        for (const PayingHistory& history : std::as_const(told))
            QCOMPARE(history, expected.value(history.member));

        int calls = 0;
        const auto stopped = forEachPayingMember(connection(), [&](const PayingHistory&) -> Result<void> {
            return ++calls == 3 ? Result<void>(failure(Error::Kind::Cancelled)) : Result<void>();
        });
        QCOMPARE(calls, 3);
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
    }

    void walksPayingHistoriesAndThreadsAlongIndexes()
    {
        for (const char* sql : {"SELECT c.id FROM comment c WHERE c.parent_id IS NULL AND c.status = 'published' AND NOT EXISTS (SELECT 1 FROM comment r"
                                " WHERE r.parent_id = c.id AND r.status = 'published' AND r.member_id IS NOT c.member_id)"
                                " ORDER BY c.created_at DESC, c.id DESC",
                 "SELECT e.member_id, e.at FROM event e CROSS JOIN subscription_change c ON c.id = e.id WHERE e.kind = 3"
                                " ORDER BY e.member_id, e.at, e.id",
                 "SELECT member_id, at, kind, amount FROM payment WHERE member_id IS NOT NULL ORDER BY member_id, at"}) {
            auto plan = connection().prepare("EXPLAIN QUERY PLAN " + QByteArray(sql));
            QVERIFY(plan);
            for (Result<bool> row = plan->step(); *row; row = plan->step())
                QVERIFY2(plan->text(3).contains(u"COVERING INDEX"_s) || plan->text(3).contains(u"INTEGER PRIMARY KEY"_s)
                        || plan->text(3).contains(u"SUBQUERY"_s),
                    qPrintable(plan->text(3)));
        }
    }

    // ---- bookkeeping

    void keepsALogOfSyncs()
    {
        QCOMPARE(syncRuns(connection(), 10)->size(), 0);
        QCOMPARE(*lastGoodSync(connection()), std::optional<SyncRun>());
        const auto first = beginSyncRun(connection(), 100);
        QVERIFY(first);
        SyncRun run {*first, 100, 160, u"done"_s, {}, {{u"events"_s, 5, 4, 1, 0, 3, 2048, 90}, {u"members"_s, 7, 7, 0, 0, 1, 512, 20}}};
        QVERIFY(finishSyncRun(connection(), run));
        const auto second = beginSyncRun(connection(), 200);
        QVERIFY(second);
        const auto runs = syncRuns(connection(), 10);
        QVERIFY(runs);
        QCOMPARE(runs->size(), 2);
        QCOMPARE(runs->at(0), (SyncRun {*second, 200, {}, u"running"_s, {}, {}}));
        QCOMPARE(runs->at(1), run);
        QVERIFY(finishSyncRun(connection(), {*second, 200, 201, u"offline"_s, u"no route"_s, {}}));
        QCOMPARE(*lastGoodSync(connection()), std::optional(run));
        QCOMPARE(syncRuns(connection(), 1)->first().outcome, u"offline"_s);
    }
};

QTEST_GUILESS_MAIN(TestQuestions)
#include "tst_questions.moc"

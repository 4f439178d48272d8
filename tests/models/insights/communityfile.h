// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paidstory.h"
#include "storage/workspacefile.h"

#include <QTemporaryDir>

namespace lyceum::insights::test {

/// A small workspace on disk, filled member by member.
class CommunityFile {
public:
    explicit CommunityFile(const QByteArray& zone = "UTC")
    {
        auto made = storage::WorkspaceFile::create(m_dir.filePath(u"c.lyceum"_s), {u"Lab"_s, zone}, m_clock);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        m_file = *std::move(made);
    }
    [[nodiscard]] storage::WorkspaceFile& file() { return *m_file; }
    [[nodiscard]] storage::Connection& connection() { return m_file->connection(); }

    /// Adds a member with the story's subscriptions, changes, payments and departure.
    MemberId add(const QString& joinedAt, const Story& story = {}, const QString& source = {}, MemberStatus status = MemberStatus::Free)
    {
        MemberId id;
        commit([&](storage::ChangeSet& changes) -> Result<void> {
            Member member;
            member.id = id = *changes.nextId<Member>();
            member.remoteId = u"member-%1"_s.arg(id.value);
            member.email = u"m%1@example.com"_s.arg(id.value);
            member.status = status;
            member.source = source;
            member.joinedAtUtc = at(joinedAt);
            member.departedAtUtc = story.history().departedAtUtc;
            changes.put(member);
            putSubscriptions(changes, id, story.history());
            for (const storage::PayingHistory::Change& change : story.history().changes)
                addChange(changes, id, change);
            for (const auto& payment : {story.history().firstPaymentAtUtc, story.history().lastPaymentAtUtc}) {
                if (payment)
                    addPayment(changes, id, *payment);
            }
            return {};
        });
        return id;
    }
    template <class Build>
    void commit(Build build)
    {
        const auto done = m_file->commit({u"tester"_s, storage::Origin::Sync, u"page"_s}, build);
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }

private:
    static void putSubscriptions(storage::ChangeSet& changes, MemberId member, const storage::PayingHistory& history)
    {
        for (qsizetype i = 0; i < history.subscriptions.size(); ++i) {
            Subscription row = history.subscriptions.at(i);
            row.id = *changes.nextId<Subscription>();
            row.remoteId = u"sub_%1"_s.arg(row.id.value);
            row.member = member;
            changes.put(row);
        }
    }
    static Event event(storage::ChangeSet& changes, MemberId member, EventKind kind, qint64 atUtc)
    {
        Event event;
        event.id = *changes.nextId<Event>();
        event.kind = kind;
        event.remoteId = u"event-%1"_s.arg(event.id.value);
        event.member = member;
        event.atUtc = atUtc;
        return event;
    }
    static void addChange(storage::ChangeSet& changes, MemberId member, const storage::PayingHistory::Change& told)
    {
        const Event line = event(changes, member, EventKind::SubscriptionChange, told.atUtc);
        SubscriptionChange change;
        change.event = line.id;
        change.type = told.type;
        change.subscriptionRemoteId = u"%1-%2"_s.arg(member.value).arg(told.subscriptionRemoteId);
        change.currency = told.currency;
        change.mrrDelta = told.mrrDelta;
        change.tierName = told.tierName;
        changes.add(line, change);
    }
    static void addPayment(storage::ChangeSet& changes, MemberId member, qint64 atUtc)
    {
        const Event line = event(changes, member, EventKind::Payment, atUtc);
        Payment payment;
        payment.id = *changes.nextId<Payment>();
        payment.remoteId = line.remoteId;
        payment.member = member;
        payment.atUtc = atUtc;
        payment.amount = 500;
        payment.currency = u"USD"_s;
        changes.add(line, {}, payment);
    }

    QTemporaryDir m_dir;
    FixedClock m_clock {1'790'000'000};
    std::unique_ptr<storage::WorkspaceFile> m_file;
};

} // namespace lyceum::insights::test

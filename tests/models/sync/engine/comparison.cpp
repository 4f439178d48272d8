// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison.h"

#include "storage/journal.h"
#include "storage/rollup.h"
#include "storage/workspacefile.h"

using namespace Qt::StringLiterals;

namespace lyceum::test {

using namespace sync;
using storage::Connection;
using storage::Statement;

namespace {

/// Rows as lists of texts, by their first column.
QMap<QString, QStringList> table(Connection& connection, const QByteArray& sql, QStringList& findings)
{
    QMap<QString, QStringList> rows;
    auto select = connection.prepare(sql);
    if (!select) {
        findings.append(select.error().detail);
        return rows;
    }
    for (;;) {
        const auto row = select->step();
        if (!row) {
            findings.append(row.error().detail);
            return rows;
        }
        if (!*row)
            return rows;
        QStringList texts;
        for (int i = 1; i < select->columnCount(); ++i)
            texts.append(select->isNull(i) ? u"-"_s : select->text(i));
        const QString key = select->text(0);
        if (rows.contains(key))
            findings.append("twice: "_L1 + key);
        rows.insert(key, texts);
    }
}

QString number(std::optional<qint64> value)
{
    return value ? QString::number(*value) : u"-"_s;
}

QString flag(bool value)
{
    return value ? u"1"_s : u"0"_s;
}

QString joined(QStringList ids)
{
    ids.sort();
    return ids.join(u',');
}

class Comparison {
public:
    Comparison(Connection& workspace, const Site& site, const Expectation& expectation)
        : m_workspace(workspace)
        , m_site(site)
        , m_expectation(expectation)
    {
    }

    QStringList all()
    {
        catalogue();
        members();
        subscriptions();
        posts();
        comments();
        reactions();
        events();
        return m_findings;
    }

private:
    QMap<QString, QStringList> read(const QByteArray& sql) { return table(m_workspace, sql, m_findings); }

    void expect(const QString& what, const QString& id, const QStringList& ours, const QStringList& theirs)
    {
        if (ours != theirs)
            m_findings.append(u"%1 %2: here (%3), there (%4)"_s.arg(what, id, ours.join(u'|'), theirs.join(u'|')));
    }
    void sameKeys(const QString& what, const QStringList& ours, const QStringList& theirs)
    {
        const QSet<QString> here(ours.begin(), ours.end());
        const QSet<QString> there(theirs.begin(), theirs.end());
        for (const QString& id : here - there)
            m_findings.append(u"%1 %2 is here and not there"_s.arg(what, id));
        for (const QString& id : there - here)
            m_findings.append(u"%1 %2 is there and not here"_s.arg(what, id));
    }

    void catalogue()
    {
        const auto tiers = read("SELECT remote_id, name, monthly_price, benefits FROM tier");
        for (const Tier& tier : m_site.tiers)
            expect(u"tier"_s, tier.remoteId, tiers.value(tier.remoteId), {tier.name, QString::number(tier.monthlyPrice), tier.benefits.join(u'\n')});
        const auto labels = read("SELECT remote_id, name, slug FROM label");
        sameKeys(u"label"_s, labels.keys(), m_site.labels.keys());
        for (const Label& label : m_site.labels)
            expect(u"label"_s, label.remoteId, labels.value(label.remoteId), {label.name, label.slug});
        const auto tags = read("SELECT remote_id, name, slug FROM tag");
        sameKeys(u"tag"_s, tags.keys(), m_site.tags.keys());
        for (const Tag& tag : m_site.tags)
            expect(u"tag"_s, tag.remoteId, tags.value(tag.remoteId), {tag.name, tag.slug});
        const auto newsletters = read("SELECT remote_id, name, slug FROM newsletter");
        for (const Newsletter& letter : m_site.newsletters)
            expect(u"newsletter"_s, letter.remoteId, newsletters.value(letter.remoteId), {letter.name, letter.slug});
        const auto offers = read("SELECT o.remote_id, o.name, t.remote_id FROM offer o LEFT JOIN tier t ON t.id = o.tier_id");
        for (const RemoteOffer& offer : m_site.offers)
            expect(u"offer"_s, offer.offer.remoteId, offers.value(offer.offer.remoteId), {offer.offer.name, offer.tier});
    }

    void members()
    {
        const auto all = read(
            "SELECT m.remote_id, m.name, m.note, m.email, m.status, m.joined_at, m.changed_at, m.subscribed, m.source,"
            " (SELECT group_concat(r, ',') FROM (SELECT l.remote_id AS r FROM member_label h JOIN label l ON l.id = h.label_id WHERE h.member_id = m.id ORDER BY 1)),"
            " (SELECT group_concat(r, ',') FROM (SELECT n.remote_id AS r FROM member_newsletter h JOIN newsletter n ON n.id = h.newsletter_id WHERE h.member_id = m.id ORDER BY 1)),"
            " (SELECT group_concat(r, ',') FROM (SELECT t.remote_id AS r FROM member_tier h JOIN tier t ON t.id = h.tier_id WHERE h.member_id = m.id ORDER BY 1))"
            " FROM member m WHERE m.departed_at IS NULL");
        sameKeys(u"member"_s, all.keys(), m_site.members.keys());
        const auto orNothing = [](const QString& list) { return list.isEmpty() ? u"-"_s : list; };
        for (const RemoteMember& remote : m_site.members) {
            const Member& member = remote.member;
            expect(u"member"_s, member.remoteId, all.value(member.remoteId),
                {member.name, member.note, member.email, nameOf(member.status), number(member.joinedAtUtc), number(member.changedAtUtc), flag(member.subscribed),
                    m_site.sources.value(member.remoteId), orNothing(joined(remote.labels)), orNothing(joined(remote.newsletters)),
                    orNothing(joined(remote.tiers))});
        }
        const auto departed = read("SELECT remote_id, id FROM member WHERE departed_at IS NOT NULL");
        for (const QString& id : departed.keys()) {
            if (!m_site.everMembers.contains(id))
                m_findings.append("a departed member who never was: "_L1 + id);
        }
    }

    void subscriptions()
    {
        const auto all = read("SELECT s.remote_id, m.remote_id, t.remote_id, o.remote_id, s.status, s.amount, s.cancel_at_period_end, s.period_end_at"
                              " FROM subscription s JOIN member m ON m.id = s.member_id LEFT JOIN tier t ON t.id = s.tier_id"
                              " LEFT JOIN offer o ON o.id = s.offer_id WHERE m.departed_at IS NULL");
        QSet<QString> listed;
        for (const RemoteMember& remote : m_site.members) {
            for (const RemoteMember::Paid& paid : remote.subscriptions) {
                const Subscription& subscription = paid.subscription;
                listed.insert(subscription.remoteId);
                expect(u"subscription"_s, subscription.remoteId, all.value(subscription.remoteId),
                    {remote.member.remoteId, paid.tier, paid.offer.isEmpty() ? u"-"_s : paid.offer, nameOf(subscription.status),
                        QString::number(subscription.amount), flag(subscription.cancelAtPeriodEnd), number(subscription.periodEndAtUtc)});
            }
        }
        for (auto it = all.cbegin(); it != all.cend(); ++it) {
            if (!listed.contains(it.key()) && it->at(3) != "canceled"_L1)
                m_findings.append(u"subscription %1 is not there and has not ended here"_s.arg(it.key()));
        }
    }

    void posts()
    {
        const auto all = read("SELECT p.remote_id, p.title, p.status, p.html, p.changed_at,"
                              " (SELECT group_concat(r, ',') FROM (SELECT t.remote_id AS r FROM post_tag h JOIN tag t ON t.id = h.tag_id WHERE h.post_id = p.id ORDER BY 1))"
                              " FROM post p WHERE p.deleted_at IS NULL");
        sameKeys(u"post"_s, all.keys(), m_site.posts.keys());
        for (const RemotePost& remote : m_site.posts) {
            const Post& post = remote.post;
            expect(u"post"_s, post.remoteId, all.value(post.remoteId),
                {post.title, nameOf(post.status), post.html, number(post.changedAtUtc), remote.tags.isEmpty() ? u"-"_s : joined(remote.tags)});
        }
    }

    void comments()
    {
        const auto all = read("SELECT c.remote_id, c.status, c.html, p.remote_id, m.remote_id, a.remote_id, r.remote_id, c.likes, c.dislikes, c.reports"
                              " FROM comment c LEFT JOIN post p ON p.id = c.post_id LEFT JOIN member m ON m.id = c.member_id"
                              " LEFT JOIN comment a ON a.id = c.parent_id LEFT JOIN comment r ON r.id = c.in_reply_to_id");
        QStringList living;
        for (auto it = all.cbegin(); it != all.cend(); ++it) {
            if (it->at(0) != "deleted"_L1)
                living.append(it.key());
        }
        sameKeys(u"comment"_s, living, m_site.listedComments());
        for (const QString& id : m_site.listedComments()) {
            const RemoteComment& remote = *m_site.comments.find(id);
            QStringList ours = all.value(id);
            if (ours.isEmpty())
                continue; // said above
            const auto reference = [&all](const QString& comment) { return all.contains(comment) ? comment : u"-"_s; };
            QStringList theirs {nameOf(remote.comment.status), remote.comment.html, remote.post, remote.member, reference(remote.parent),
                reference(remote.inReplyTo), QString::number(remote.comment.likes), QString::number(remote.comment.dislikes),
                QString::number(remote.comment.reports)};
            if (remote.member.isEmpty()) // forgotten there, perhaps remembered here
                theirs[3] = ours.at(3);
            if (!m_expectation.reactions) {
                ours.resize(6);
                theirs.resize(6);
            }
            expect(u"comment"_s, id, ours, theirs);
        }
    }

    void reactions()
    {
        if (!m_expectation.reactions)
            return;
        const auto all = read("SELECT r.remote_id, r.kind, c.remote_id, m.remote_id FROM reaction r JOIN comment c ON c.id = r.comment_id"
                              " LEFT JOIN member m ON m.id = r.member_id WHERE c.status <> 'deleted'");
        QStringList theirs;
        const QStringList listed = m_site.listedComments();
        for (const RemoteReaction& remote : m_site.reactions) {
            if (!listed.contains(remote.comment))
                continue;
            theirs.append(remote.reaction.remoteId);
            if (all.contains(theirs.last()))
                expect(u"reaction"_s, theirs.last(), all.value(theirs.last()), {nameOf(remote.reaction.kind), remote.comment, remote.member});
        }
        sameKeys(u"reaction"_s, all.keys(), theirs);
    }

    void events()
    {
        const auto known = read("SELECT remote_id, id FROM member");
        const auto posts = read("SELECT remote_id, id FROM post");
        for (const EventKind kind : Site::eventKinds()) {
            const auto all = read("SELECT lower(hex(e.remote)), m.remote_id, e.at, p.remote_id, e.amount, c.mrr_delta, y.amount FROM event e JOIN member m ON m.id = e.member_id"
                                  " LEFT JOIN post p ON p.id = e.post_id LEFT JOIN subscription_change c ON c.id = e.id"
                                  " LEFT JOIN payment y ON y.remote_id = lower(hex(e.remote)) AND y.member_id = e.member_id WHERE e.kind = "
                + QByteArray::number(int(kind)));
            const QString what = nameOf(kind) + " event"_L1;
            for (const RemoteEvent& remote : m_site.events.value(kind)) {
                const Event& event = remote.event;
                if (!known.contains(remote.member)) {
                    if (m_site.members.contains(remote.member))
                        m_findings.append(u"%1 %2 has no member here"_s.arg(what, event.remoteId));
                    continue;
                }
                // A post that was deleted there and made again here bears another id, and what was about it still is.
                const bool isGone = !posts.contains(remote.post) && !m_site.posts.contains(remote.post);
                const QString madeAgain = isGone ? all.value(event.remoteId).value(2, u"-"_s) : u"-"_s;
                expect(what, event.remoteId, all.value(event.remoteId),
                    {remote.member, QString::number(event.atUtc), posts.contains(remote.post) ? remote.post : madeAgain, QString::number(event.amount),
                        remote.change ? QString::number(remote.change->mrrDelta) : u"-"_s, remote.payment ? QString::number(remote.payment->amount) : u"-"_s});
            }
            for (const QString& id : all.keys()) {
                if (!m_site.everEvents.value(kind).contains(id))
                    m_findings.append(u"%1 %2 never was"_s.arg(what, id));
            }
        }
        const qint64 silent = numberOf(m_workspace,
            "SELECT count(*) FROM comment c WHERE c.member_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM event e WHERE e.kind = 7"
            " AND e.member_id = c.member_id AND lower(hex(e.remote)) = c.remote_id)");
        if (silent != 0)
            m_findings.append(u"%1 comments without their event"_s.arg(silent));
    }

    Connection& m_workspace;
    const Site& m_site;
    Expectation m_expectation;
    QStringList m_findings;
};

} // namespace

qint64 numberOf(Connection& workspace, const char* sql)
{
    const auto value = workspace.integerOf(sql);
    return value ? value->value_or(-1) : -1;
}

QStringList differences(Connection& workspace, const Site& site, const Expectation& expectation)
{
    return Comparison(workspace, site, expectation).all();
}

QStringList faultsOf(Connection& workspace)
{
    const auto journal = storage::verifyJournal(workspace);
    if (!journal)
        return {journal.error().detail};
    QStringList faults = *journal;
    const auto zone = storage::settingOf(workspace, u"timeZone"_s);
    if (!zone)
        return {zone.error().detail};
    const auto rollups = storage::countWrongRollups(workspace, LocalDays(zone->toLatin1()));
    if (!rollups)
        faults.append(rollups.error().detail);
    else if (*rollups != 0)
        faults.append(u"%1 roll-ups are wrong"_s.arg(*rollups));
    if (numberOf(workspace, "SELECT count(*) FROM pragma_foreign_key_check") != 0)
        faults.append(u"a foreign key points at nothing"_s);
    return faults;
}

} // namespace lyceum::test

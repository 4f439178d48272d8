// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/ghoststore.h"
#include "sync/ghost/siteaddress.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace lyceum;
using namespace lyceum::sync;
using namespace Qt::StringLiterals;

/// Walks a real Ghost whose address and key are in LYCEUM_GHOST_URL and LYCEUM_GHOST_KEY, and compares what it gave with what it says
/// it has. Reads only. In continuous integration (CI is set) a missing site is a failure, elsewhere the test is skipped.
class TestGhostStoreLive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString url = qEnvironmentVariable("LYCEUM_GHOST_URL");
        const QString key = qEnvironmentVariable("LYCEUM_GHOST_KEY");
        if (url.isEmpty() || key.isEmpty()) {
            if (qEnvironmentVariableIsSet("CI"))
                QFAIL("LYCEUM_GHOST_URL and LYCEUM_GHOST_KEY must name a running Ghost");
            QSKIP("needs a running Ghost: set LYCEUM_GHOST_URL and LYCEUM_GHOST_KEY (tests/ghost/ghostsite.py serve prints both)");
        }
        const auto site = siteAddress(url);
        const auto parsed = AdminKey::parse(key);
        QVERIFY(site && parsed);
        m_site = *site;
        m_key = *parsed;
        m_store = std::make_unique<GhostStore>(m_site, m_key, m_clock);
    }

    void saysWhoItIs()
    {
        const auto info = m_store->identify();
        QVERIFY2(info, qPrintable(info ? QString() : info.error().detail));
        QCOMPARE(info->kind, u"ghost"_s);
        QVERIFY(!info->siteId.isEmpty());
        QVERIFY(info->version.startsWith(u"6."_s));
        QVERIFY(!info->timeZone.isEmpty());
        QVERIFY(std::abs(info->serverTimeUtc - m_clock.nowUtc()) < 60);
        QCOMPARE(m_store->traffic().requests, 2);
    }

    void refusesAWrongSecret()
    {
        AdminKey wrong = m_key;
        wrong.secret[0] = char(~wrong.secret[0]);
        GhostStore store(m_site, wrong, m_clock);
        const auto info = store.identify();
        QVERIFY(!info);
        QCOMPARE(kindName(info.error().kind), u"bad-key"_s);
    }

    void refusesAnUnknownKey()
    {
        AdminKey wrong = m_key;
        wrong.id = u"0123456789abcdef01234567"_s;
        GhostStore store(m_site, wrong, m_clock);
        QCOMPARE(kindName(store.identify().error().kind), u"bad-key"_s);
    }

    void aClockThatIsWrongByAnHourDoesNoHarm()
    {
        for (const qint64 offset : {-3'600, 3'600}) {
            const FixedClock clock(m_clock.nowUtc() + offset);
            GhostStore store(m_site, m_key, clock);
            QVERIFY(store.totals()); // without identify(): the first request is signed with the wrong time
            QVERIFY(std::abs(store.identify()->serverTimeUtc - m_clock.nowUtc()) < 60);
        }
    }

    void walksEveryList_data()
    {
        QTest::addColumn<Kind>("kind");
        for (const Kind kind :
            {Kind::Tiers, Kind::Labels, Kind::Newsletters, Kind::Offers, Kind::Tags, Kind::Members, Kind::Posts, Kind::Comments})
            QTest::newRow(qPrintable(nameOf(kind))) << kind;
    }
    void walksEveryList()
    {
        QFETCH(Kind, kind);
        qint64 announced = -1;
        const Batch batch = everything({.kind = kind, .ids = {}}, &announced);
        const QStringList ids = idsOf(batch, kind);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
        QCOMPARE(ids.size(), announced);
        const auto totals = m_store->totals();
        QVERIFY(totals);
        if (totals->rows.contains(kind))
            QCOMPARE(ids.size(), totals->rows.value(kind));
        if (kind == Kind::Members || kind == Kind::Posts || kind == Kind::Comments)
            QCOMPARE(swept(kind), QSet<QString>(ids.begin(), ids.end()));
    }

    void everyReferenceOfAMemberIsInItsList()
    {
        const Batch tiers = everything({.kind = Kind::Tiers, .ids = {}});
        const Batch newsletters = everything({.kind = Kind::Newsletters, .ids = {}});
        const Batch labels = everything({.kind = Kind::Labels, .ids = {}});
        const Batch offers = everything({.kind = Kind::Offers, .ids = {}});
        const Batch members = everything({.kind = Kind::Members, .ids = {}});
        QHash<QString, qint64> ofLabel;
        int subscriptions = 0;
        for (const RemoteMember& member : members.members) {
            for (const QString& id : member.labels)
                ++ofLabel[id];
            for (const QString& id : member.tiers)
                QVERIFY(idsOf(tiers, Kind::Tiers).contains(id));
            for (const QString& id : member.newsletters)
                QVERIFY(idsOf(newsletters, Kind::Newsletters).contains(id));
            for (const RemoteMember::Paid& paid : member.subscriptions) {
                ++subscriptions;
                QVERIFY(idsOf(tiers, Kind::Tiers).contains(paid.tier));
                QVERIFY(paid.offer.isEmpty() || idsOf(offers, Kind::Offers).contains(paid.offer));
                QVERIFY(!paid.subscription.remoteId.isEmpty());
                QVERIFY(paid.subscription.startedAtUtc);
                QCOMPARE(paid.subscription.currency, paid.subscription.currency.toUpper());
            }
        }
        QVERIFY(subscriptions > 0);
        const auto totals = m_store->totals();
        for (const Label& label : labels.labels)
            QCOMPARE(ofLabel.value(label.remoteId), totals->membersOfLabel.value(label.remoteId));
    }

    void listsMembersByLabelAndNewsletter()
    {
        const auto totals = m_store->totals();
        QVERIFY(totals);
        QVERIFY(!totals->membersOfLabel.isEmpty() && !totals->membersOfNewsletter.isEmpty());
        for (auto it = totals->membersOfLabel.cbegin(); it != totals->membersOfLabel.cend(); ++it) {
            const Batch batch = everything({.kind = Kind::Members, .extent = Walk::Extent::WithLabel, .ids = {it.key()}});
            QCOMPARE(batch.members.size(), it.value());
            for (const RemoteMember& member : batch.members)
                QVERIFY(member.labels.contains(it.key()));
        }
        for (auto it = totals->membersOfNewsletter.cbegin(); it != totals->membersOfNewsletter.cend(); ++it) {
            const Batch batch = everything({.kind = Kind::Members, .extent = Walk::Extent::WithNewsletter, .ids = {it.key()}});
            QCOMPARE(batch.members.size(), it.value());
            for (const RemoteMember& member : batch.members)
                QVERIFY(member.newsletters.contains(it.key()));
        }
    }

    void walksEveryKindOfEvent()
    {
        qint64 sum = 0;
        for (const EventKind kind : m_store->eventKinds()) {
            qint64 announced = -1;
            const Batch batch = everything({.kind = Kind::Events, .ids = {}, .event = kind}, &announced);
            QSet<QString> ids;
            qint64 previous = std::numeric_limits<qint64>::max();
            for (const RemoteEvent& event : batch.events) {
                QCOMPARE(event.event.kind, kind);
                QVERIFY(!event.member.isEmpty());
                QVERIFY(event.event.atUtc <= previous);
                previous = event.event.atUtc;
                ids.insert(event.event.remoteId);
            }
            QCOMPARE(ids.size(), batch.events.size());
            QCOMPARE(ids.size(), announced);
            QCOMPARE(ids.size(), m_store->eventTotal(kind).value());
            sum += ids.size();
        }
        QVERIFY(sum > 0);
        QCOMPARE(m_store->totals()->events, sum);
    }

    void changesSinceAMomentAreThoseOfTheFullList_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("members") << Kind::Members;
        QTest::newRow("posts") << Kind::Posts;
    }
    void changesSinceAMomentAreThoseOfTheFullList()
    {
        QFETCH(Kind, kind);
        const Batch all = everything({.kind = kind, .ids = {}});
        QList<std::pair<qint64, QString>> changes;
        for (const RemoteMember& member : all.members)
            changes.append({member.member.changedAtUtc.value_or(0), member.member.remoteId});
        for (const RemotePost& post : all.posts)
            changes.append({post.post.changedAtUtc.value_or(0), post.post.remoteId});
        std::sort(changes.begin(), changes.end());
        const qint64 since = changes.at(changes.size() / 2).first;
        QStringList expected;
        for (const auto& [at, id] : changes) {
            if (at >= since)
                expected.append(id);
        }
        // A small page makes the walk cross many, and meet rows that share a second.
        GhostStore store(m_site, m_key, m_clock, {.rows = 7, .postRows = 7});
        const Batch changed = everything({.kind = kind, .extent = Walk::Extent::Since, .sinceUtc = since, .ids = {}}, nullptr, &store);
        QCOMPARE(idsOf(changed, kind), expected);
    }

    void eventsSinceAMomentAreThoseOfTheFullList()
    {
        const Batch all = everything({.kind = Kind::Events, .ids = {}, .event = EventKind::Payment});
        const qint64 since = all.events.at(all.events.size() / 3).event.atUtc;
        qint64 expected = 0;
        for (const RemoteEvent& event : all.events)
            expected += event.event.atUtc >= since ? 1 : 0;
        const Batch recent
            = everything({.kind = Kind::Events, .extent = Walk::Extent::Since, .sinceUtc = since, .ids = {}, .event = EventKind::Payment});
        QCOMPARE(recent.events.size(), expected);
    }

    void namedRowsAreTheSameAsListedOnes()
    {
        const Batch all = everything({.kind = Kind::Members, .ids = {}});
        QStringList wanted;
        QHash<QString, RemoteMember> listed;
        for (qsizetype i = 0; i < all.members.size(); i += 9) {
            wanted.append(all.members.at(i).member.remoteId);
            listed.insert(wanted.last(), all.members.at(i));
        }
        wanted.insert(3, u"0123456789abcdef01234567"_s);
        const Batch named = everything({.kind = Kind::Members, .extent = Walk::Extent::Named, .ids = wanted});
        QCOMPARE(named.members.size(), wanted.size() - 1);
        for (const RemoteMember& member : named.members)
            QVERIFY(member == listed.value(member.member.remoteId));
    }

    void reactionsAreAsManyAsTheCommentsSay()
    {
        const Batch all = everything({.kind = Kind::Comments, .ids = {}});
        QStringList wanted;
        qint64 likes = 0;
        qint64 dislikes = 0;
        qint64 reports = 0;
        for (const RemoteComment& comment : all.comments) {
            if (comment.comment.likes + comment.comment.dislikes + comment.comment.reports > 0)
                wanted.append(comment.comment.remoteId);
            likes += comment.comment.likes;
            dislikes += comment.comment.dislikes;
            reports += comment.comment.reports;
        }
        const Batch reactions = everything({.kind = Kind::Reactions, .extent = Walk::Extent::Named, .ids = wanted});
        QHash<Reaction::Kind, qint64> came;
        for (const RemoteReaction& reaction : reactions.reactions) {
            ++came[reaction.reaction.kind];
            QVERIFY(!reaction.member.isEmpty());
            QVERIFY(wanted.contains(reaction.comment));
        }
        QVERIFY(likes > 0);
        QCOMPARE(came.value(Reaction::Kind::Like), likes);
        QCOMPARE(came.value(Reaction::Kind::Dislike), dislikes);
        QCOMPARE(came.value(Reaction::Kind::Report), reports);
    }

    void sweepsInSlices()
    {
        GhostStore store(m_site, m_key, m_clock, {.idRows = 300});
        QStringList ids;
        QString cursor;
        int pages = 0;
        do {
            const auto page = store.ids(Kind::Members, cursor);
            QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
            ids += page->ids;
            cursor = page->next;
            ++pages;
        } while (!cursor.isEmpty());
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()), swept(Kind::Members));
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
        QCOMPARE(pages, int((ids.size() + 299) / 300));
    }

    void knowsWhatExists()
    {
        for (const Kind kind : {Kind::Labels, Kind::Tags, Kind::Members, Kind::Posts, Kind::Comments}) {
            const QStringList ids = idsOf(m_store->pull({.kind = kind, .ids = {}}, {})->batch, kind);
            QVERIFY(!ids.isEmpty());
            QVERIFY(m_store->exists(kind, ids.first()).value());
            QVERIFY(!m_store->exists(kind, u"0123456789abcdef01234567"_s).value());
        }
    }

    void aQuietSiteCostsFewRequests()
    {
        GhostStore store(m_site, m_key, m_clock);
        const qint64 now = store.identify()->serverTimeUtc;
        for (const Kind kind : {Kind::Tiers, Kind::Labels, Kind::Newsletters, Kind::Offers, Kind::Tags})
            QVERIFY(store.pull({.kind = kind, .ids = {}}, {}));
        for (const Kind kind : {Kind::Members, Kind::Posts, Kind::Comments}) {
            const auto page = store.pull({.kind = kind, .extent = Walk::Extent::Since, .sinceUtc = now + 3'600, .ids = {}}, {});
            QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
            QVERIFY(page->next.isEmpty());
        }
        const auto hints = store.hintsSince(now + 3'600);
        QVERIFY(hints);
        QVERIFY(hints->members.isEmpty() && hints->posts.isEmpty() && !hints->labelsChanged);
        QVERIFY(store.totals());
        qInfo() << "requests of a quiet round:" << store.traffic().requests;
        QVERIFY(store.traffic().requests <= 16);
    }

private:
    Batch everything(const Walk& walk, qint64* announced = nullptr, GhostStore* other = nullptr)
    {
        GhostStore& store = other ? *other : *m_store;
        Batch all;
        QString cursor;
        do {
            auto page = store.pull(walk, cursor);
            if (!page) {
                qWarning() << kindName(page.error().kind) << page.error().subject << page.error().detail;
                return {};
            }
            if (cursor.isEmpty() && announced)
                *announced = page->total.value_or(-1);
            all.tiers += page->batch.tiers;
            all.offers += page->batch.offers;
            all.newsletters += page->batch.newsletters;
            if (walk.kind == Kind::Labels)
                all.labels += page->batch.labels;
            if (walk.kind == Kind::Tags)
                all.tags += page->batch.tags;
            all.members += page->batch.members;
            all.posts += page->batch.posts;
            all.comments += page->batch.comments;
            all.reactions += page->batch.reactions;
            all.events += page->batch.events;
            cursor = page->next;
        } while (!cursor.isEmpty());
        return all;
    }

    QSet<QString> swept(Kind kind)
    {
        QSet<QString> ids;
        QString cursor;
        do {
            const auto page = m_store->ids(kind, cursor);
            if (!page) {
                qWarning() << page.error().detail;
                return {};
            }
            ids.unite(QSet<QString>(page->ids.begin(), page->ids.end()));
            cursor = page->next;
        } while (!cursor.isEmpty());
        return ids;
    }

    static QStringList idsOf(const Batch& batch, Kind kind)
    {
        QStringList ids;
        const auto add = [&ids](const auto& rows, const auto& of) {
            for (const auto& row : rows)
                ids.append(of(row).remoteId);
        };
        switch (kind) {
        case Kind::Tiers: add(batch.tiers, [](const Tier& row) { return row; }); break;
        case Kind::Labels: add(batch.labels, [](const Label& row) { return row; }); break;
        case Kind::Newsletters: add(batch.newsletters, [](const Newsletter& row) { return row; }); break;
        case Kind::Offers: add(batch.offers, [](const RemoteOffer& row) { return row.offer; }); break;
        case Kind::Tags: add(batch.tags, [](const Tag& row) { return row; }); break;
        case Kind::Members: add(batch.members, [](const RemoteMember& row) { return row.member; }); break;
        case Kind::Posts: add(batch.posts, [](const RemotePost& row) { return row.post; }); break;
        case Kind::Comments: add(batch.comments, [](const RemoteComment& row) { return row.comment; }); break;
        case Kind::Reactions: add(batch.reactions, [](const RemoteReaction& row) { return row.reaction; }); break;
        case Kind::Events: add(batch.events, [](const RemoteEvent& row) { return row.event; }); break;
        }
        return ids;
    }

    SystemClock m_clock;
    QUrl m_site;
    AdminKey m_key;
    std::unique_ptr<GhostStore> m_store;
};

QTEST_GUILESS_MAIN(TestGhostStoreLive)
#include "tst_ghoststore_live.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesite.h"

#include <QSet>

using namespace lyceum;
using namespace lyceum::sync;
using namespace lyceum::test;
using namespace Qt::StringLiterals;

namespace {

const QString kNobody = u"0123456789abcdef01234567"_s;

} // namespace

/// Members, labels, tags, tiers, offers and newsletters written to a real Ghost, and read back through the walks of a sync.
class TestGhostWritesLive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NEED_A_SITE();
        m_site = std::make_unique<LiveSite>();
        m_store = &m_site->store;
        m_run = m_site->run;
        const auto info = m_store->identify();
        REQUIRE(info);
        QVERIFY(!info->paidMembers);
        for (const Newsletter& newsletter : m_site->everything(Kind::Newsletters).newsletters) {
            if (newsletter.active)
                m_newsletter = newsletter.remoteId;
        }
        for (const Tier& tier : m_site->everything(Kind::Tiers).tiers) {
            if (tier.paid && tier.active)
                m_tier = tier;
        }
        QVERIFY(!m_newsletter.isEmpty() && !m_tier.remoteId.isEmpty());
    }

    // Members

    void aMemberIsMadeChangedAndDeleted()
    {
        const Label label = madeLabel(u"Choir "_s + m_run);
        RemoteMember member;
        member.member.email = u"o'brien+%1@example.com"_s.arg(m_run);
        member.member.name = u"Ada ✓"_s;
        member.member.note = u"first\nsecond"_s;
        member.labels = {label.remoteId};
        member.newsletters = {m_newsletter};
        RowWrite write = blank(Kind::Members, {"email", "name", "note", "labels", "newsletters"});
        write.row.members = {member};
        write.row.labels = {label};
        auto written = m_store->write(write);
        REQUIRE(written);
        RemoteMember there = written->members.first();
        QCOMPARE(read(Kind::Members, there.member.remoteId).members, QList{there});
        QCOMPARE(there.member.email, member.member.email);
        QCOMPARE(there.member.name, member.member.name);
        QCOMPARE(there.member.note, member.member.note);
        QCOMPARE(there.labels, member.labels);
        QCOMPARE(there.newsletters, member.newsletters);
        QVERIFY(there.member.subscribed);
        QCOMPARE(written->labels, QList{label});

        // The answer may have been lost: the address is taken then, and by whom is found.
        const auto again = m_store->write(write);
        QCOMPARE(kindName(again.error().kind), u"refused"_s);
        QVERIFY2(again.error().subject.contains(u"already exists"_s), qPrintable(again.error().subject));
        const auto found = m_store->findMade(write);
        REQUIRE(found);
        QCOMPARE((*found)->members, QList{there});

        const auto change = [&](const QSet<QByteArray>& fields) {
            RowWrite part = blank(Kind::Members, fields);
            part.row.members = {there};
            const auto changed = m_store->write(part);
            if (!changed) {
                qWarning() << told(changed.error());
                return false;
            }
            return changed->members == read(Kind::Members, there.member.remoteId).members && isAsWished(changed->members.first(), there);
        };
        there.member.name = u"Grace"_s;
        QVERIFY(change({"name"}));
        there.member.note.clear();
        QVERIFY(change({"note"}));
        there.member.email = u"Grace.%1@example.com"_s.arg(m_run);
        QVERIFY(change({"email"}));
        there.newsletters.clear();
        QVERIFY(change({"newsletters", "subscribed"}));
        there.newsletters = {m_newsletter};
        QVERIFY(change({"newsletters"}));
        there.member.commentingDisabled = true;
        there.member.commentingDisabledReason = u"spam"_s;
        there.member.commentingDisabledUntilUtc = m_site->clock.nowUtc() + 86'400;
        QVERIFY(change({"commenting_disabled", "commenting_disabled_reason", "commenting_disabled_until"}));
        there.member.commentingDisabledUntilUtc.reset();
        there.member.name = u"Both at once"_s;
        QVERIFY(change({"commenting_disabled_until", "name"}));
        there.member.commentingDisabled = false;
        there.member.commentingDisabledReason.clear();
        QVERIFY(change({"commenting_disabled"}));

        REQUIRE(m_store->remove(Kind::Members, there.member.remoteId));
        QVERIFY(!m_store->exists(Kind::Members, there.member.remoteId).value());
        REQUIRE(m_store->remove(Kind::Members, there.member.remoteId));
        write.row.members = {there};
        QCOMPARE(kindName(m_store->write(write).error().kind), u"not-found"_s);
        QVERIFY(!*m_store->findMade(asNew(write)));
    }

    void aMemberThatSaysNothingOfNewslettersGetsNone()
    {
        RowWrite write = blank(Kind::Members, {"email"});
        write.row.members = {RemoteMember()};
        write.row.members.first().member.email = u"quiet.%1@example.com"_s.arg(m_run);
        const auto written = m_store->write(write);
        REQUIRE(written);
        QVERIFY(!written->members.first().member.subscribed);
        QVERIFY(written->members.first().newsletters.isEmpty());
    }

    void whatGhostRefusesComesWithItsReason()
    {
        RowWrite write = blank(Kind::Members, {"email", "name"});
        write.row.members = {RemoteMember()};
        write.row.members.first().member.email = u" blank.%1@example.com"_s.arg(m_run);
        QCOMPARE(m_store->write(write).error().subject, u"Invalid Email"_s);
        write.row.members.first().member.email = u"long.%1@example.com"_s.arg(m_run);
        write.row.members.first().member.name = QString(192, u'x');
        const auto refused = m_store->write(write);
        QCOMPARE(kindName(refused.error().kind), u"refused"_s);
        QVERIFY2(refused.error().subject.contains(u"191"_s) || refused.error().subject.contains(u"name"_s), qPrintable(refused.error().subject));
    }

    void aMemberIsMadeWithComplimentaryAccess()
    {
        QVERIFY(m_store->writable(Kind::Members, /*making=*/true).contains("complimentary_until"));
        QVERIFY(!m_store->writable(Kind::Members, /*making=*/false).contains("complimentary_until"));
        RowWrite write = blank(Kind::Members, {"email", "tiers", "complimentary_until", "status"});
        write.row.members = {RemoteMember()};
        RemoteMember& member = write.row.members.first();
        member.member.email = u"guest.%1@example.com"_s.arg(m_run);
        member.member.complimentaryUntilUtc = m_site->clock.nowUtc() + 30 * 86'400;
        member.tiers = {m_tier.remoteId};
        write.row.tiers = {m_tier};
        const auto written = m_store->write(write);
        REQUIRE(written);
        const RemoteMember there = written->members.first();
        QCOMPARE(there.member.status, MemberStatus::Comped);
        QCOMPARE(there.member.complimentaryUntilUtc, member.member.complimentaryUntilUtc);
        QCOMPARE(there.tiers, member.tiers);
        QCOMPARE(read(Kind::Members, there.member.remoteId).members, QList{there});
        QCOMPARE(read(Kind::Tiers, m_tier.remoteId).tiers, QList{m_tier}); // untouched by it
    }

    // Labels and tags

    void aLabelIsMadeRenamedAndDeleted()
    {
        Label label = madeLabel(u"Brass "_s + m_run);
        RowWrite write = blank(Kind::Labels, {"name"});
        write.row.labels = {label};
        QCOMPARE((*m_store->findMade(asNew(write)))->labels, QList{label});
        QCOMPARE(kindName(m_store->write(asNew(write)).error().kind), u"refused"_s); // the name is taken
        label.name = u"Wind "_s + m_run;
        write.row.labels = {label};
        const auto renamed = m_store->write(write);
        REQUIRE(renamed);
        QCOMPARE(renamed->labels, QList{label}); // the slug stays
        QCOMPARE(read(Kind::Labels, label.remoteId).labels, QList{label});
        REQUIRE(m_store->remove(Kind::Labels, label.remoteId));
        REQUIRE(m_store->remove(Kind::Labels, label.remoteId));
        QVERIFY(!*m_store->findMade(asNew(write)));
        QCOMPARE(kindName(m_store->relabel(label, {someMembers(1).first()}, true).error().kind), u"not-found"_s);
    }

    void aTagMadeTwiceIsTwoAndTheNewestIsFound()
    {
        RowWrite write = blank(Kind::Tags, {"name"});
        write.row.tags = {{.id = {}, .remoteId = {}, .name = u"Essay "_s + m_run, .slug = {}}};
        QVERIFY(!*m_store->findMade(write));
        const auto first = m_store->write(write);
        REQUIRE(first);
        const auto second = m_store->write(write); // the answer to the first was lost, and nobody looked
        REQUIRE(second);
        QVERIFY(first->tags.first().remoteId != second->tags.first().remoteId);
        QCOMPARE((*m_store->findMade(write))->tags, second->tags);
        RowWrite rename = write;
        rename.row.tags = second->tags;
        rename.row.tags.first().name = u"Novel "_s + m_run;
        const auto renamed = m_store->write(rename);
        REQUIRE(renamed);
        QCOMPARE(read(Kind::Tags, second->tags.first().remoteId).tags, rename.row.tags);
        for (const auto& made : {first, second})
            REQUIRE(m_store->remove(Kind::Tags, made->tags.first().remoteId));
        QVERIFY(!m_store->exists(Kind::Tags, first->tags.first().remoteId).value());
    }

    void aLabelGoesToMembersWithoutTouchingTheirOthers()
    {
        const QStringList members = someMembers(250);
        QCOMPARE(members.size(), 250);
        const Label label = madeLabel(u"Tour "_s + m_run);
        const auto before = labelsOf(members);
        for (int round = 0; round < 2; ++round) { // the second time nothing happens
            REQUIRE(m_store->relabel(label, members, true));
            QCOMPARE(countOf(label), 250);
            auto with = before;
            for (QSet<QString>& labels : with)
                labels.insert(label.remoteId);
            QCOMPARE(labelsOf(members), with);
        }
        REQUIRE(m_store->relabel(label, members.mid(0, 120) + QStringList{kNobody}, false));
        QCOMPARE(countOf(label), 130);
        REQUIRE(m_store->relabel(label, members, false));
        QCOMPARE(labelsOf(members), before);
        REQUIRE(m_store->remove(Kind::Labels, label.remoteId));
    }

    // Tiers, offers, newsletters

    void aTierIsMadeChangedAndArchived()
    {
        RowWrite write = blank(Kind::Tiers, {"name", "description", "visible", "benefits", "trial_days", "currency", "monthly_price", "yearly_price"});
        Tier tier;
        tier.name = u"Patron "_s + m_run;
        tier.description = u"All of it"_s;
        tier.paid = true;
        tier.visible = false;
        tier.currency = u"EUR"_s;
        tier.monthlyPrice = 700;
        tier.yearlyPrice = 7'000;
        tier.trialDays = 7;
        tier.benefits = {u"One"_s, u"Two"_s};
        write.row.tiers = {tier};
        const auto written = m_store->write(write);
        REQUIRE(written);
        Tier there = written->tiers.first();
        tier.remoteId = there.remoteId;
        tier.slug = there.slug;
        QCOMPARE(there, tier);
        QCOMPARE(read(Kind::Tiers, there.remoteId).tiers, QList{there});
        const auto twin = m_store->write(write);
        REQUIRE(twin);
        QCOMPARE((*m_store->findMade(write))->tiers, twin->tiers);

        const auto change = [&](const QSet<QByteArray>& fields) {
            RowWrite part = blank(Kind::Tiers, fields);
            part.row.tiers = {there};
            const auto changed = m_store->write(part);
            return changed && changed->tiers == QList{there} && read(Kind::Tiers, there.remoteId).tiers == QList{there};
        };
        there.benefits = {u"Two"_s, u"Three"_s};
        there.description.clear();
        there.monthlyPrice = 800;
        QVERIFY(change({"benefits", "description", "monthly_price"}));
        there.currency = u"USD"_s;
        there.yearlyPrice = 8'000;
        there.trialDays = 0;
        QVERIFY(change({"currency", "yearly_price", "trial_days"}));
        there.name = u"Friend "_s + m_run;
        there.visible = true;
        QVERIFY(change({"name", "visible"}));
        there.benefits.clear();
        there.active = false;
        QVERIFY(change({"active", "benefits"}));
        there.active = true;
        QVERIFY(change({"active"}));
        QVERIFY(!*m_store->findMade(asNew([&] {
            write.row.tiers.first().name = u"Nobody's"_s;
            return write;
        }())));
    }

    void anOfferIsMadeChangedAndArchived()
    {
        RemoteOffer offer;
        offer.offer.name = u"Spring "_s + m_run;
        offer.offer.code = u"spring-"_s + m_run;
        offer.offer.title = u"One off"_s;
        offer.offer.type = u"fixed"_s;
        offer.offer.cadence = u"month"_s;
        offer.offer.amount = 100;
        offer.offer.currency = m_tier.currency;
        offer.offer.duration = u"repeating"_s;
        offer.offer.durationMonths = 3;
        offer.tier = m_tier.remoteId;
        RowWrite write = blank(Kind::Offers, {"name", "code", "title", "description"});
        write.row.offers = {offer};
        write.row.tiers = {m_tier};
        const auto written = m_store->write(write);
        REQUIRE(written);
        RemoteOffer there = written->offers.first();
        offer.offer.remoteId = there.offer.remoteId;
        QCOMPARE(there, offer);
        QCOMPARE(read(Kind::Offers, there.offer.remoteId).offers, QList{there});
        QCOMPARE((*m_store->findMade(write))->offers, QList{there});
        const auto again = m_store->write(write);
        QCOMPARE(kindName(again.error().kind), u"refused"_s);
        QVERIFY2(again.error().subject.contains(u"unique"_s), qPrintable(again.error().subject));

        there.offer.name = u"Autumn "_s + m_run;
        there.offer.code = u"autumn-"_s + m_run;
        there.offer.title.clear();
        there.offer.description = u"Text"_s;
        there.offer.active = false;
        RowWrite change = blank(Kind::Offers, {"name", "code", "title", "description", "active"});
        change.row.offers = {there};
        const auto changed = m_store->write(change);
        REQUIRE(changed);
        QCOMPARE(changed->offers, QList{there});
        QCOMPARE(read(Kind::Offers, there.offer.remoteId).offers, QList{there});

        for (const QString& type : {u"percent"_s, u"trial"_s}) {
            RemoteOffer other = offer;
            other.offer.remoteId.clear();
            other.offer.name = type + m_run;
            other.offer.code = type + m_run;
            other.offer.type = type;
            other.offer.amount = 14;
            other.offer.currency.clear();
            other.offer.duration = type == "trial"_L1 ? u"trial"_s : u"once"_s;
            other.offer.durationMonths = 0;
            write.row.offers = {other};
            const auto made = m_store->write(write);
            REQUIRE(made);
            other.offer.remoteId = made->offers.first().offer.remoteId;
            QCOMPARE(made->offers, QList{other});
        }
    }

    void aNewsletterIsMadeAndArchived()
    {
        RowWrite write = blank(Kind::Newsletters, {"name", "description"});
        Newsletter newsletter;
        newsletter.name = u"Weekly "_s + m_run;
        newsletter.description = u"d"_s;
        write.row.newsletters = {newsletter};
        const auto written = m_store->write(write);
        REQUIRE(written);
        newsletter = written->newsletters.first();
        QCOMPARE(read(Kind::Newsletters, newsletter.remoteId).newsletters, QList{newsletter});
        newsletter.description.clear();
        newsletter.active = false;
        RowWrite change = blank(Kind::Newsletters, {"description", "active"});
        change.row.newsletters = {newsletter};
        const auto changed = m_store->write(change);
        REQUIRE(changed);
        QCOMPARE(changed->newsletters, QList{newsletter});
        QCOMPARE(read(Kind::Newsletters, newsletter.remoteId).newsletters, QList{newsletter});
    }

private:
    static bool isAsWished(const RemoteMember& is, const RemoteMember& wanted)
    {
        return is.member.name == wanted.member.name && is.member.note == wanted.member.note && is.member.email == wanted.member.email
            && is.newsletters == wanted.newsletters && is.member.subscribed != wanted.newsletters.isEmpty() && is.labels == wanted.labels
            && is.member.commentingDisabled == wanted.member.commentingDisabled
            && is.member.commentingDisabledReason == wanted.member.commentingDisabledReason
            && is.member.commentingDisabledUntilUtc == wanted.member.commentingDisabledUntilUtc;
    }

    static RowWrite asNew(RowWrite write)
    {
        for (RemoteMember& row : write.row.members)
            row.member.remoteId.clear();
        for (Label& row : write.row.labels)
            row.remoteId.clear();
        for (Tier& row : write.row.tiers)
            row.remoteId.clear();
        return write;
    }

    Label madeLabel(const QString& name)
    {
        RowWrite write = blank(Kind::Labels, {"name"});
        write.row.labels = {{.id = {}, .remoteId = {}, .name = name, .slug = {}}};
        const auto made = m_store->write(write);
        return made ? made->labels.first() : Label();
    }

    Batch read(Kind kind, const QString& remoteId) { return m_site->read(kind, remoteId); }

    QStringList someMembers(qsizetype count)
    {
        QStringList ids;
        for (const RemoteMember& member : m_site->everything(Kind::Members).members.mid(0, count))
            ids.append(member.member.remoteId);
        return ids;
    }

    QHash<QString, QSet<QString>> labelsOf(const QStringList& members)
    {
        QHash<QString, QSet<QString>> labels;
        for (const RemoteMember& member : m_site->everything(Kind::Members).members) {
            if (members.contains(member.member.remoteId))
                labels.insert(member.member.remoteId, QSet<QString>(member.labels.begin(), member.labels.end()));
        }
        return labels;
    }

    /// Rows that Ghost keeps for the label: a member who has it twice counts twice.
    qint64 countOf(const Label& label)
    {
        return m_store->totals()->membersOfLabel.value(label.remoteId);
    }

    std::unique_ptr<LiveSite> m_site;
    GhostStore* m_store = nullptr;
    QString m_run;
    QString m_newsletter;
    Tier m_tier;
};

QTEST_GUILESS_MAIN(TestGhostWritesLive)
#include "tst_ghostwrites_live.moc"

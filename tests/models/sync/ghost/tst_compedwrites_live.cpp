// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesite.h"

using namespace lyceum;
using namespace lyceum::sync;
using namespace lyceum::test;
using namespace Qt::StringLiterals;

/// Complimentary access of members that are there, which works only on a site whose payments are connected.
class TestCompedWritesLive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NEED_A_SITE();
        m_site = std::make_unique<LiveSite>();
        m_store = &m_site->store;
        const auto info = m_store->identify();
        REQUIRE(info);
        QVERIFY(info->paidMembers);
        for (const Tier& tier : m_site->everything(Kind::Tiers).tiers) {
            if (tier.paid && tier.active)
                m_tiers.append(tier);
        }
        QVERIFY(!m_tiers.isEmpty());
    }

    void complimentaryAccessIsGivenMovedAndEnded()
    {
        QVERIFY(m_store->writable(Kind::Members, /*making=*/false).contains("tiers"));
        RowWrite make = blank(Kind::Members, {"email"});
        make.row.members = {RemoteMember()};
        make.row.members.first().member.email = u"free.%1@example.com"_s.arg(m_site->run);
        const auto made = m_store->write(make);
        REQUIRE(made);
        RemoteMember there = made->members.first();
        QCOMPARE(there.member.status, MemberStatus::Free);

        const auto change = [&](const QSet<QByteArray>& fields, MemberStatus status) {
            RowWrite write = blank(Kind::Members, fields);
            write.row.members = {there};
            write.row.tiers = m_tiers;
            const auto changed = m_store->write(write);
            if (!changed) {
                qWarning() << told(changed.error());
                return false;
            }
            const RemoteMember& now = changed->members.first();
            return changed->members == m_site->read(Kind::Members, there.member.remoteId).members && now.member.status == status
                && now.tiers == there.tiers && now.member.complimentaryUntilUtc == there.member.complimentaryUntilUtc;
        };
        there.tiers = {m_tiers.first().remoteId};
        there.member.complimentaryUntilUtc = m_site->clock.nowUtc() + 30 * 86'400;
        QVERIFY(change({"tiers", "complimentary_until", "status"}, MemberStatus::Comped));
        there.member.complimentaryUntilUtc = m_site->clock.nowUtc() + 60 * 86'400;
        QVERIFY(change({"complimentary_until"}, MemberStatus::Comped));
        there.member.complimentaryUntilUtc.reset();
        QVERIFY(change({"complimentary_until"}, MemberStatus::Comped)); // without an end
        there.tiers.clear();
        QVERIFY(change({"tiers", "status"}, MemberStatus::Free));
        for (const Tier& tier : std::as_const(m_tiers)) // the tier itself stayed as it was
            QCOMPARE(m_site->read(Kind::Tiers, tier.remoteId).tiers, QList{tier});
    }

    void whoPaysIsNotGivenAccessAsWell()
    {
        const RemoteMember payer = aPayer();
        RowWrite write = blank(Kind::Members, {"tiers"});
        write.row.members = {payer};
        write.row.members.first().tiers.clear();
        const auto refused = m_store->write(write);
        QVERIFY(!refused);
        QCOMPARE(kindName(refused.error().kind), u"refused"_s);
        QVERIFY(!refused.error().subject.isEmpty());
        QCOMPARE(m_site->read(Kind::Members, payer.member.remoteId).members, QList{payer});
    }

    void whoPaysCanBeDeleted()
    {
        const RemoteMember payer = aPayer();
        REQUIRE(m_store->remove(Kind::Members, payer.member.remoteId));
        QVERIFY(!m_store->exists(Kind::Members, payer.member.remoteId).value());
    }

private:
    RemoteMember aPayer()
    {
        for (const RemoteMember& member : m_site->everything(Kind::Members).members) {
            if (member.member.status == MemberStatus::Paid)
                return member;
        }
        return {};
    }

    std::unique_ptr<LiveSite> m_site;
    GhostStore* m_store = nullptr;
    QList<Tier> m_tiers;
};

QTEST_GUILESS_MAIN(TestCompedWritesLive)
#include "tst_compedwrites_live.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pendingworkspace.h"

#include "storage/rows.h"

using namespace lyceum;
using namespace Qt::StringLiterals;

namespace {

const storage::Author kSite {u"sync"_s, storage::Origin::Sync, {}};
const storage::Author kPerson {u"ann"_s, storage::Origin::Person, u"edit members"_s};

Member memberOf(qint64 id)
{
    Member member;
    member.id.value = id;
    member.remoteId = u"%1"_s.arg(id, 24, 16, QLatin1Char('0'));
    member.email = u"member%1@example.com"_s.arg(id);
    member.name = u"Member %1"_s.arg(id);
    member.note = u"Came to the first meeting."_s;
    member.joinedAtUtc = PendingWorkspace::kNow - 1000 * 3600;
    return member;
}

Tier tierOf(TierId id, const QString& name)
{
    Tier tier;
    tier.id = id;
    tier.remoteId = u"tier-%1"_s.arg(id.value);
    tier.name = name;
    return tier;
}

/// Ids are handed out, even where they are known beforehand: later rows must not get them again.
Result<void> handOutIds(storage::ChangeSet& changes, qint64 members)
{
    for (qint64 i = 0; i < members; ++i) {
        if (const auto id = changes.nextId<Member>(); !id)
            return tl::unexpected(id.error());
    }
    const auto free = changes.nextId<Tier>();
    const auto gold = changes.nextId<Tier>();
    const auto label = changes.nextId<Label>();
    const auto offer = changes.nextId<Offer>();
    if (!free || !gold || !label || !offer)
        return failure(Error::Kind::Io);
    return {};
}

/// What the site had when both were the same.
void fill(storage::ChangeSet& changes, qint64 more)
{
    changes.put(tierOf(PendingWorkspace::kFree, u"Free"_s));
    Tier gold = tierOf(PendingWorkspace::kGold, u"Gold"_s);
    gold.paid = true;
    gold.currency = u"USD"_s;
    gold.monthlyPrice = 500;
    gold.yearlyPrice = 5000;
    gold.benefits = QStringList {u"Every article"_s, u"The weekly letter"_s};
    changes.put(gold);
    changes.put(Label {LabelId {1}, u"label-1"_s, u"VIP"_s, u"vip"_s});
    Offer spring;
    spring.id.value = 1;
    spring.remoteId = u"offer-1"_s;
    spring.name = u"Spring"_s;
    spring.code = u"spring"_s;
    spring.type = u"percent"_s;
    spring.amount = 20;
    spring.cadence = u"month"_s;
    spring.duration = u"once"_s;
    spring.redemptions = 12;
    spring.tier = gold.id;
    changes.put(spring);
    for (const qint64 id : {qint64(1), qint64(2), qint64(3), qint64(4), qint64(6), qint64(7)})
        changes.put(memberOf(id));
    for (qint64 id = 8; id < 8 + more; ++id)
        changes.put(memberOf(id));
}

Result<void> connectSite(storage::ChangeSet& changes)
{
    for (const auto& [name, value] : {std::pair(u"storeKind"_s, u"ghost"_s), std::pair(u"storeUrl"_s, u"https://club.example.com"_s),
             std::pair(u"storeTitle"_s, u"Reading Club"_s), std::pair(u"storeSiteId"_s, u"site-1"_s)}) {
        if (auto put = storage::putSetting(changes, name, value); !put)
            return put;
    }
    return {};
}

void editHere(storage::ChangeSet& changes, qint64 more)
{
    Member renamed = memberOf(1);
    renamed.name = u"Ada Lovelace"_s;
    renamed.labels = {LabelId {1}};
    changes.put(renamed);
    Member refused = memberOf(2);
    refused.email = u"member3@example.com"_s + u".org"_s;
    changes.put(refused);
    Member torn = memberOf(3);
    torn.name = u"Grace"_s;
    torn.note = u"Met in May; brings cake."_s;
    changes.put(torn);
    Member gone = memberOf(4);
    gone.note = u"Wants to come back."_s;
    changes.put(gone);
    Member made = memberOf(5);
    made.remoteId.clear();
    changes.put(made);
    Member local = memberOf(6);
    local.country = u"FR"_s;
    changes.put(local);
    for (qint64 id = 8; id < 8 + more; ++id) {
        Member another = memberOf(id);
        another.name += u" the Great"_s;
        changes.put(another);
    }
}

void meetTheSite(storage::ChangeSet& changes)
{
    using storage::Entity;
    const QString note = u"Came to the first meeting."_s;
    changes.noteConflict({Entity::Member, PendingWorkspace::kTorn.value, "name", u"Member 3"_s, u"Grace"_s, u"Grace Hopper"_s});
    changes.noteConflict({Entity::Member, PendingWorkspace::kTorn.value, "note", note, u"Met in May; brings cake."_s, u"Pays in cash."_s});
    changes.noteConflict({Entity::Member, PendingWorkspace::kGone.value, "departed_at", {}, {}, PendingWorkspace::kNow - 7200});
    storage::OutboxMark refused {Entity::Member, PendingWorkspace::kRefused.value, 0, storage::OutboxState::Parked};
    refused.problem = QString::fromUtf16(PendingWorkspace::kReason);
    changes.markOutbox(refused);
    changes.markOutbox({Entity::Member, PendingWorkspace::kLocal.value, 0, storage::OutboxState::Local});
}

} // namespace

Result<void> PendingWorkspace::make(const QString& path, const Clock& clock, qint64 more)
{
    auto file = storage::WorkspaceFile::create(path, {u"Reading Club"_s, "Europe/Berlin", false}, clock);
    if (!file)
        return tl::unexpected(file.error());
    const auto commit = [&](const storage::Author& author, const storage::WorkspaceFile::Build& build) -> Result<void> {
        const auto done = (*file)->commit(author, build);
        return done ? Result<void>() : tl::unexpected(done.error());
    };
    if (auto done = commit(kSite, [&](storage::ChangeSet& changes) -> Result<void> {
            if (auto ids = handOutIds(changes, 7 + more); !ids)
                return ids;
            fill(changes, more);
            return connectSite(changes);
        });
        !done)
        return done;
    if (auto done = commit(kPerson, [&](storage::ChangeSet& changes) -> Result<void> {
            editHere(changes, more);
            return {};
        });
        !done)
        return done;
    return commit(kSite, [](storage::ChangeSet& changes) -> Result<void> {
        meetTheSite(changes);
        return {};
    });
}

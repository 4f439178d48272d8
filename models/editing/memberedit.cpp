// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/memberedit.h"

#include "editing/fields.h"
#include "editing/limits.h"
#include "storage/memberquery.h"
#include "storage/rows.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace lyceum::editing {
namespace {

Result<void> checkLabels(const QStringList& names)
{
    for (const QString& name : names) {
        if (auto fine = checkName(u"labels"_s, name, kMostName); !fine)
            return fine;
    }
    return {};
}

Result<void> checkAhead(const QString& field, std::optional<qint64> utc, qint64 nowUtc)
{
    if (utc && *utc <= nowUtc)
        return refused(field, u"this time is over."_s);
    return {};
}

Result<void> checkCommenting(const MemberEdit& edit, qint64 nowUtc)
{
    if (!edit.disableCommenting)
        return {};
    if (edit.enableCommenting)
        return refused(u"commenting_disabled"_s, u"both ways at once."_s);
    if (auto fine = checkName(u"commenting_disabled_reason"_s, edit.disableCommenting->reason, kMostNote); !fine)
        return fine;
    return checkAhead(u"commenting_disabled_until"_s, edit.disableCommenting->untilUtc, nowUtc);
}

/// What is named both among the added and the dropped.
bool haveOneInCommon(const QStringList& some, const QStringList& others)
{
    return std::ranges::any_of(some, [&](const QString& name) {
        return std::ranges::any_of(others, [&](const QString& other) { return nameKey(name) == nameKey(other); });
    });
}

/// Who pays has the access of what they pay for; the store takes none away and adds none.
bool isPaying(const QList<Subscription>& subscriptions)
{
    using enum Subscription::Status;
    return std::ranges::any_of(subscriptions, [](const Subscription& each) {
        return each.status == Active || each.status == Trialing || each.status == PastDue || each.status == Unpaid;
    });
}

/// An edit made ready to be applied to one member after the other: names looked up and made once.
class Preparation {
public:
    Preparation(storage::ChangeSet& changes, const MemberEdit& edit, qint64 nowUtc)
        : m_changes(changes)
        , m_edit(edit)
        , m_nowUtc(nowUtc)
    {
    }

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> applyTo(Member& member);

private:
    [[nodiscard]] Result<void> findLabels();
    [[nodiscard]] Result<void> checkNewsletters();
    [[nodiscard]] Result<void> checkTier();
    [[nodiscard]] Result<void> changeAddress(Member& member);
    [[nodiscard]] Result<void> changeAccess(Member& member);
    void changeSets(Member& member) const;

    storage::ChangeSet& m_changes;
    const MemberEdit& m_edit;
    qint64 m_nowUtc;
    QList<LabelId> m_labelsToAdd;
    QList<LabelId> m_labelsToDrop;
};

Result<void> Preparation::begin()
{
    if (auto fine = check(m_edit, m_nowUtc); !fine)
        return fine;
    if (auto found = findLabels(); !found)
        return found;
    if (auto known = checkNewsletters(); !known)
        return known;
    return checkTier();
}

Result<void> Preparation::findLabels()
{
    if (m_edit.addLabels.isEmpty() && m_edit.dropLabels.isEmpty())
        return {};
    const auto known = storage::allLabels(m_changes.connection());
    if (!known)
        return tl::unexpected(known.error());
    NameBook<Label> book(*known);
    for (const QString& name : m_edit.addLabels) {
        const auto id = book.findOrMake(m_changes, name);
        if (!id)
            return tl::unexpected(id.error());
        m_labelsToAdd.append(*id);
    }
    for (const QString& name : m_edit.dropLabels) {
        const auto id = book.find(name);
        if (!id)
            return failure(Error::Kind::NotFound, u"label \"%1\""_s.arg(name.trimmed()));
        m_labelsToDrop.append(*id);
    }
    return {};
}

Result<void> Preparation::checkNewsletters()
{
    if (m_edit.addNewsletters.isEmpty() && m_edit.dropNewsletters.isEmpty())
        return {};
    const auto known = storage::allNewsletters(m_changes.connection());
    if (!known)
        return tl::unexpected(known.error());
    for (const NewsletterId id : m_edit.addNewsletters + m_edit.dropNewsletters) {
        const auto at = std::ranges::find(*known, id, &Newsletter::id);
        if (at == known->end())
            return notThere(u"newsletter"_s, id.value);
        if (!at->active && m_edit.addNewsletters.contains(id))
            return refused(u"newsletters"_s, u"this newsletter is archived."_s);
    }
    return {};
}

Result<void> Preparation::checkTier()
{
    if (!m_edit.complimentary)
        return {};
    const qint64 id = m_edit.complimentary->tier.value;
    const auto found = storage::recordsWhere<Tier>(m_changes.connection(), "WHERE id = ?", {id});
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return notThere(u"tier"_s, id);
    if (!found->first().paid)
        return refused(u"tiers"_s, u"the free tier is everybody's."_s);
    if (!found->first().active)
        return refused(u"tiers"_s, u"this tier is archived."_s);
    return {};
}

Result<void> Preparation::changeAddress(Member& member)
{
    if (!m_edit.email || *m_edit.email == member.email)
        return {};
    const auto other = storage::memberByEmail(m_changes.connection(), *m_edit.email);
    if (!other)
        return tl::unexpected(other.error());
    if (*other && (*other)->id != member.id && !(*other)->departedAtUtc)
        return refused(u"email"_s, u"another member has this address."_s);
    member.email = *m_edit.email;
    return {};
}

Result<void> Preparation::changeAccess(Member& member)
{
    if (!m_edit.complimentary && !m_edit.endComplimentary)
        return {};
    const auto subscriptions = storage::subscriptionsOf(m_changes.connection(), member.id);
    if (!subscriptions)
        return tl::unexpected(subscriptions.error());
    if (isPaying(*subscriptions))
        return refused(u"tiers"_s, u"this member pays for access."_s);
    member.tiers = m_edit.complimentary ? QList {m_edit.complimentary->tier} : QList<TierId>();
    member.complimentaryUntilUtc = m_edit.complimentary ? m_edit.complimentary->untilUtc : std::nullopt;
    return {};
}

void Preparation::changeSets(Member& member) const
{
    for (const LabelId id : m_labelsToAdd)
        include(member.labels, id);
    for (const LabelId id : m_labelsToDrop)
        member.labels.removeOne(id);
    for (const NewsletterId id : m_edit.addNewsletters)
        include(member.newsletters, id);
    for (const NewsletterId id : m_edit.dropNewsletters)
        member.newsletters.removeOne(id);
    if (!m_edit.addNewsletters.isEmpty() || !m_edit.dropNewsletters.isEmpty())
        member.subscribed = !member.newsletters.isEmpty();
}

Result<void> Preparation::applyTo(Member& member)
{
    if (member.departedAtUtc)
        return failure(Error::Kind::BadInput, {}, u"this member has left."_s);
    if (auto changed = changeAddress(member); !changed)
        return changed;
    if (auto changed = changeAccess(member); !changed)
        return changed;
    changeSets(member);
    member.name = m_edit.name.value_or(member.name);
    member.note = m_edit.note.value_or(member.note);
    if (m_edit.disableCommenting || m_edit.enableCommenting) {
        const CommentingBan ban = m_edit.disableCommenting.value_or(CommentingBan());
        member.commentingDisabled = m_edit.disableCommenting.has_value();
        member.commentingDisabledReason = ban.reason;
        member.commentingDisabledUntilUtc = ban.untilUtc;
    }
    if (m_edit.depart)
        member.departedAtUtc = m_nowUtc;
    return {};
}

/// One and the same edit as whoever makes a member asks for.
MemberEdit editOf(const NewMember& member)
{
    MemberEdit edit;
    edit.email = member.email;
    edit.name = member.name;
    edit.note = member.note;
    edit.addLabels = member.labels;
    edit.addNewsletters = member.newsletters;
    edit.complimentary = member.complimentary;
    return edit;
}

} // namespace

Result<void> check(const MemberEdit& edit, qint64 nowUtc)
{
    const auto contradicts = [](const QString& field) { return refused(field, u"both ways at once."_s); };
    if (edit.isEmpty())
        return failure(Error::Kind::BadInput, {}, u"there is nothing to change."_s);
    Result<void> fine;
    if (edit.email)
        fine = checkEmail(u"email"_s, *edit.email);
    if (fine && edit.name)
        fine = checkLength(u"name"_s, *edit.name, kMostName);
    if (fine && edit.note)
        fine = checkLength(u"note"_s, *edit.note, kMostNote);
    if (fine)
        fine = checkLabels(edit.addLabels + edit.dropLabels);
    if (fine && haveOneInCommon(edit.addLabels, edit.dropLabels))
        fine = contradicts(u"labels"_s);
    if (fine && std::ranges::any_of(edit.addNewsletters, [&](NewsletterId id) { return edit.dropNewsletters.contains(id); }))
        fine = contradicts(u"newsletters"_s);
    if (fine && edit.complimentary && edit.endComplimentary)
        fine = contradicts(u"tiers"_s);
    if (fine && edit.complimentary)
        fine = checkAhead(u"complimentary_until"_s, edit.complimentary->untilUtc, nowUtc);
    return fine ? checkCommenting(edit, nowUtc) : fine;
}

Result<void> check(const NewMember& member, qint64 nowUtc)
{
    return check(editOf(member), nowUtc);
}

Result<void> applyToMembers(storage::ChangeSet& changes, const QList<MemberId>& members, const MemberEdit& edit, qint64 nowUtc)
{
    Preparation preparation(changes, edit, nowUtc);
    if (auto begun = preparation.begin(); !begun)
        return begun;
    const QSet<MemberId> once(members.cbegin(), members.cend());
    if (edit.email && once.size() > 1)
        return refused(u"email"_s, u"an address is one member's."_s);
    QSet<MemberId> done;
    for (const MemberId id : members) {
        if (done.contains(id))
            continue;
        done.insert(id);
        auto member = storage::memberById(changes.connection(), id);
        if (!member)
            return tl::unexpected(member.error());
        if (!*member)
            return notThere(u"member"_s, id.value);
        if (auto applied = preparation.applyTo(**member); !applied)
            return tl::unexpected(ofRow(applied.error(), u"member"_s, id.value));
        changes.put(**member);
    }
    return {};
}

Result<MemberId> createMember(storage::ChangeSet& changes, const NewMember& member, qint64 nowUtc)
{
    const MemberEdit edit = editOf(member);
    Preparation preparation(changes, edit, nowUtc);
    if (auto begun = preparation.begin(); !begun)
        return tl::unexpected(begun.error());
    const auto id = changes.nextId<Member>();
    if (!id)
        return id;
    Member made;
    made.id = *id;
    made.joinedAtUtc = nowUtc;
    if (auto applied = preparation.applyTo(made); !applied)
        return tl::unexpected(applied.error());
    changes.put(made);
    return *id;
}

QString reasonOf(const MemberEdit& edit, qsizetype members)
{
    const bool one = members == 1;
    const auto said = [&](QLatin1StringView verb) { return one ? u"%1 a member"_s.arg(verb) : u"%1 %2 members"_s.arg(verb).arg(members); };
    MemberEdit labelsOnly;
    labelsOnly.addLabels = edit.addLabels;
    if (!edit.addLabels.isEmpty() && edit == labelsOnly)
        return said("label"_L1);
    MemberEdit unlabelled;
    unlabelled.dropLabels = edit.dropLabels;
    if (!edit.dropLabels.isEmpty() && edit == unlabelled)
        return said("unlabel"_L1);
    return said(edit.depart ? "remove"_L1 : "edit"_L1);
}

QString reasonOf(const NewMember&)
{
    return u"add a member"_s;
}

} // namespace lyceum::editing

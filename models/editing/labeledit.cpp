// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/labeledit.h"

#include "editing/fields.h"
#include "editing/limits.h"
#include "storage/memberquery.h"
#include "storage/rows.h"

using namespace Qt::StringLiterals;

namespace lyceum::editing {
namespace {

/// Who has the label gets the other instead, as changes of their own: the store must do the same for each.
Result<void> moveMembers(storage::ChangeSet& changes, LabelId from, LabelId to)
{
    QList<MemberId> members;
    auto read = storage::eachRow(changes.connection(), "SELECT member_id FROM member_label WHERE label_id = ? ORDER BY member_id", {from.value},
        [&](const storage::Statement& row) { members.append(MemberId {row.integer(0)}); });
    if (!read)
        return read;
    for (const MemberId id : std::as_const(members)) {
        auto member = storage::memberById(changes.connection(), id);
        if (!member)
            return tl::unexpected(member.error());
        (*member)->labels.removeOne(from);
        include((*member)->labels, to);
        changes.put(**member);
    }
    return {};
}

Result<void> check(const LabelEdit& edit, LabelId id)
{
    const int asked = int(edit.name.has_value()) + int(edit.mergeInto.isValid()) + int(edit.remove);
    if (asked == 0)
        return failure(Error::Kind::BadInput, {}, u"there is nothing to change."_s);
    if (asked > 1 || (id.isValid() && edit.mergeInto == id))
        return refused(u"name"_s, u"both ways at once."_s);
    if (!id.isValid() && !edit.name)
        return refused(u"name"_s, u"it is missing."_s);
    return edit.name ? checkName(u"name"_s, *edit.name, kMostName) : Result<void>();
}

} // namespace

Result<LabelId> applyToLabel(storage::ChangeSet& changes, LabelId id, const LabelEdit& edit)
{
    if (auto fine = check(edit, id); !fine)
        return tl::unexpected(fine.error());
    const auto known = storage::allLabels(changes.connection());
    if (!known)
        return tl::unexpected(known.error());
    Label label;
    for (const LabelId needed : {id, edit.mergeInto}) {
        if (needed.isValid() && std::ranges::find(*known, needed, &Label::id) == known->end())
            return notThere(u"label"_s, needed.value);
    }
    if (id.isValid()) {
        label = *std::ranges::find(*known, id, &Label::id);
    } else {
        const auto made = changes.nextId<Label>();
        if (!made)
            return made;
        label.id = *made;
    }
    if (edit.name) {
        const auto same = std::ranges::find_if(*known, [&](const Label& other) { return nameKey(other.name) == nameKey(*edit.name); });
        if (same != known->end() && same->id != id)
            return refused(u"name"_s, u"another one is called that."_s);
        label.name = edit.name->trimmed();
        changes.put(label);
        return label.id;
    }
    if (edit.mergeInto.isValid()) {
        if (auto moved = moveMembers(changes, id, edit.mergeInto); !moved)
            return tl::unexpected(moved.error());
    }
    changes.remove(storage::Entity::Label, id);
    return edit.mergeInto.isValid() ? edit.mergeInto : id;
}

QString reasonOf(LabelId id, const LabelEdit& edit)
{
    if (edit.remove)
        return u"remove a label"_s;
    if (edit.mergeInto.isValid())
        return u"merge two labels"_s;
    return id.isValid() ? u"rename a label"_s : u"add a label"_s;
}

} // namespace lyceum::editing

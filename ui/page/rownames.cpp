// SPDX-License-Identifier: GPL-3.0-or-later
#include "page/rownames.h"

#include "base/whendone.h"

#include <memory>

namespace lyceum::ui {
namespace {

using workspace::Entity;

/// Counts the answers that are still to come; the last one hands the names over.
struct Lookup {
    RowNames names;
    int open = 1; ///< one for whoever asks, so that nothing is handed over before all was asked
    std::function<void(const RowNames&)> then;

    void finish()
    {
        if (--open == 0)
            then(names);
    }
};

/// Takes the names out of an answer; a failed one leaves its rows without.
template <class T, class Name>
void take(const std::shared_ptr<Lookup>& lookup, QFuture<Result<QList<T>>> answer, QObject* receiver, Name name)
{
    ++lookup->open;
    whenDone(std::move(answer), receiver, [lookup, name](const Result<QList<T>>& rows) {
        if (rows) {
            for (const T& row : *rows)
                name(lookup->names, row);
        }
        lookup->finish();
    });
}

template <class RowId>
QList<RowId> idsOf(const RowsByKind& rows, Entity entity)
{
    QList<RowId> ids;
    for (const qint64 row : rows.value(entity)) {
        if (ids.size() == kNamedRows)
            break;
        ids.append(RowId {row});
    }
    return ids;
}

/// What a catalogue row is called.
template <class T>
auto calling(Entity entity)
{
    return [entity](RowNames& names, const T& row) { names.add(entity, row.id.value, row.name); };
}

} // namespace

RowsByKind rowsNamedIn(const QList<workspace::JournalChange>& changes)
{
    RowsByKind rows;
    for (const workspace::JournalChange& change : changes) {
        rows[change.entity].insert(change.row);
        const auto referred = referredBy(change.entity, change.field);
        if (!referred)
            continue;
        for (const workspace::Scalar& value : {change.before, change.after}) {
            if (const auto* id = std::get_if<qint64>(&value))
                rows[*referred].insert(*id);
        }
    }
    return rows;
}

void lookUpNames(workspace::Workspace& workspace, const RowsByKind& rows, QObject* receiver, std::function<void(const RowNames&)> then)
{
    const auto lookup = std::make_shared<Lookup>();
    lookup->then = std::move(then);
    if (rows.contains(Entity::Member)) {
        take(lookup, workspace.memberRows(idsOf<MemberId>(rows, Entity::Member)), receiver, [](RowNames& names, const workspace::MemberRow& row) {
            names.add(Entity::Member, row.member.id.value, row.member.name.isEmpty() ? row.member.email : row.member.name);
        });
    }
    if (rows.contains(Entity::Post)) {
        take(lookup, workspace.postRows(idsOf<PostId>(rows, Entity::Post)), receiver,
            [](RowNames& names, const workspace::PostRow& row) { names.add(Entity::Post, row.post.id.value, row.post.title); });
    }
    if (rows.contains(Entity::Label)) {
        ++lookup->open;
        whenDone(workspace.memberChoices(), receiver, [lookup](const Result<workspace::MemberChoices>& choices) {
            if (choices) {
                for (const Label& label : choices->labels)
                    lookup->names.add(Entity::Label, label.id.value, label.name);
            }
            lookup->finish();
        });
    }
    if (rows.contains(Entity::Newsletter))
        take(lookup, workspace.newsletters(), receiver, calling<Newsletter>(Entity::Newsletter));
    if (rows.contains(Entity::Tier))
        take(lookup, workspace.tiers(), receiver, calling<Tier>(Entity::Tier));
    if (rows.contains(Entity::Offer))
        take(lookup, workspace.offers(), receiver, calling<Offer>(Entity::Offer));
    if (rows.contains(Entity::Tag))
        take(lookup, workspace.tags(), receiver, calling<lyceum::Tag>(Entity::Tag));
    lookup->finish();
}

} // namespace lyceum::ui

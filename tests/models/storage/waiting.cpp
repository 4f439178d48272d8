// SPDX-License-Identifier: GPL-3.0-or-later
#include "waiting.h"

#include <sqlite3.h>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

const Author EditedWorkspace::kPerson {u"Ada"_s, Origin::Person, u"edit"_s};
const Author EditedWorkspace::kSync {u"sync"_s, Origin::Sync, u"page"_s};

namespace {

template <class T>
T orEnd(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().subject), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

QByteArray textOf(const Scalar& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return QByteArray::number(*number);
    if (const auto* text = std::get_if<QString>(&value))
        return '\'' + text->toUtf8() + '\'';
    return "null";
}

} // namespace

EditedWorkspace::EditedWorkspace(Community::Size size)
{
    m_file = orEnd(WorkspaceFile::create(m_dir.filePath(u"edited.lyceum"_s), {u"Lab"_s, "Asia/Shanghai"}, m_clock));
    m_community = orEnd(Community::fill(*m_file, size, 11));
    // Of the filling some have no id of the store; here all came from it.
    change(
        [&](ChangeSet& changes) -> Result<void> {
            for (const Member& each : std::as_const(m_community.members)) {
                Member known = member(each.id.value);
                known.remoteId = u"m%1"_s.arg(each.id.value);
                known.departedAtUtc.reset();
                changes.put(known);
            }
            return {};
        },
        kSync);
}

ChangeSummary EditedWorkspace::change(const WorkspaceFile::Build& build, const Author& author)
{
    return orEnd(m_file->commit(author, build));
}

void EditedWorkspace::mark(const OutboxMark& mark, const Author& author)
{
    change(
        [&](ChangeSet& changes) -> Result<void> {
            changes.markOutbox(mark);
            return {};
        },
        author);
}

void EditedWorkspace::noteConflict(const ChangeSet::Conflict& conflict)
{
    change(
        [&](ChangeSet& changes) -> Result<void> {
            changes.noteConflict(conflict);
            return {};
        },
        kSync);
}

Member EditedWorkspace::member(qint64 id)
{
    Member member;
    orEnd(eachRow(connection(), specOf(Entity::Member).selectById(), {id}, [&](const Statement& row) { member = recordFrom<Member>(row); }));
    orEnd(readSet(connection(), specOf(Entity::Member).sets.at(0), id, member.labels));
    orEnd(readSet(connection(), specOf(Entity::Member).sets.at(1), id, member.newsletters));
    orEnd(readSet(connection(), specOf(Entity::Member).sets.at(2), id, member.tiers));
    return member;
}

bool EditedWorkspace::isThere(Entity entity, qint64 row)
{
    return orEnd(rowValues(connection(), entity, row)).has_value();
}

void EditedWorkspace::edit(qint64 id, const std::function<void(Member&)>& how, const Author& author)
{
    change(
        [&](ChangeSet& changes) -> Result<void> {
            Member edited = member(id);
            how(edited);
            changes.put(edited);
            return {};
        },
        author);
}

qint64 EditedWorkspace::makeMember(const QString& email)
{
    Member member;
    change([&](ChangeSet& changes) -> Result<void> {
        member.id = orEnd(changes.nextId<Member>());
        member.email = email;
        member.uuid = u"uuid of "_s + email;
        member.labels = {m_community.labels.first().id};
        changes.put(member);
        return {};
    });
    return member.id.value;
}

qint64 EditedWorkspace::makeLabel(const QString& name)
{
    LabelId id;
    change([&](ChangeSet& changes) -> Result<void> {
        id = orEnd(changes.nextId<Label>());
        changes.put(Label {id, {}, name, name.toLower()});
        return {};
    });
    return id.value;
}

std::optional<OutboxItem> EditedWorkspace::item(Entity entity, qint64 row)
{
    OutboxQuery query;
    query.entity = entity;
    query.row = row;
    query.takenBack = true;
    QList<OutboxItem> found = items(query);
    return found.isEmpty() ? std::nullopt : std::optional(found.takeFirst());
}

QList<OutboxItem> EditedWorkspace::items(const OutboxQuery& query)
{
    return orEnd(outboxItems(connection(), query));
}

OutboxCounts EditedWorkspace::counts()
{
    return orEnd(outboxCounts(connection()));
}

std::optional<PendingItem> EditedWorkspace::pending(Entity entity, qint64 row)
{
    return orEnd(pendingItem(connection(), entity, row));
}

qint64 EditedWorkspace::number(const char* sql)
{
    return orEnd(connection().integerOf(sql)).value_or(-1);
}

QByteArrayList EditedWorkspace::state()
{
    QByteArrayList lines;
    const auto add = [&](const QByteArray& table, const QByteArray& columns) {
        orEnd(eachRow(connection(), "SELECT " + columns + " FROM " + table + " ORDER BY 1, 2", {}, [&](const Statement& row) {
            QByteArray line = table;
            for (int i = 0; i < row.columnCount(); ++i)
                line += ' ' + textOf(row.scalar(i));
            lines.append(line);
        }));
    };
    for (const EntitySpec& spec : allEntities()) {
        add(spec.table, "id, " + spec.columns.join(", "));
        for (const SetSpec& set : spec.sets)
            add(set.table, set.ownerColumn + ", " + set.elementColumn);
    }
    add("outbox", "entity, row_id, operation, state, attempts, next_attempt_at, problem");
    add("conflict", "entity, row_id, field, base, mine, theirs, settled_at, settlement, rebases");
    return lines;
}

qint64 EditedWorkspace::hundredSteps(const std::function<void()>& work)
{
    qint64 hundreds = 0;
    sqlite3_progress_handler(
        connection().handle(), 100,
        [](void* count) {
            ++*static_cast<qint64*>(count);
            return 0;
        },
        &hundreds);
    work();
    sqlite3_progress_handler(connection().handle(), 0, nullptr, nullptr);
    return hundreds;
}

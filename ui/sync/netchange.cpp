// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/netchange.h"

#include <QCoreApplication>

#include <ranges>
#include <utility>

namespace lyceum::ui {
namespace {

struct NetChangeWords {
    Q_DECLARE_TR_FUNCTIONS(NetChangeWords)
};

using workspace::Scalar;

/// An element that was added and dropped again has not changed.
void step(const Scalar& element, QList<Scalar>& to, QList<Scalar>& from)
{
    if (!from.removeOne(element))
        to.append(element);
}

QString namesOf(workspace::Entity entity, const NetChange& change, const QList<Scalar>& elements, const Format& format, const RowNames& names)
{
    QStringList words;
    for (const Scalar& element : elements)
        words.append(valueWord(entity, change.field, element, format, names));
    return format.names(words);
}

} // namespace

QList<NetChange> netChanges(const workspace::OutboxItem& item, const QList<workspace::JournalChange>& history)
{
    QList<NetChange> changes;
    for (const QByteArray& field : item.fields) {
        NetChange change {field, {}, {}, {}, {}};
        bool isFirst = true;
        for (const workspace::JournalChange& move : history | std::views::reverse) {
            if (move.entry < item.firstEntry || move.field != field)
                continue;
            if (isSetField(item.entity, field)) {
                if (!std::holds_alternative<std::monostate>(move.after))
                    step(move.after, change.added, change.dropped);
                else
                    step(move.before, change.dropped, change.added);
                continue;
            }
            if (std::exchange(isFirst, false))
                change.before = move.before;
            change.after = move.after;
        }
        if (change.before != change.after || !change.added.isEmpty() || !change.dropped.isEmpty())
            changes.append(change);
    }
    return changes;
}

QString wordsBefore(workspace::Entity entity, const NetChange& change, const Format& format, const RowNames& names)
{
    if (!isSetField(entity, change.field))
        return valueWord(entity, change.field, change.before, format, names);
    return change.dropped.isEmpty() ? QString() : NetChangeWords::tr("without %1", "what a set lost").arg(namesOf(entity, change, change.dropped, format, names));
}

QString wordsAfter(workspace::Entity entity, const NetChange& change, const Format& format, const RowNames& names)
{
    if (!isSetField(entity, change.field))
        return valueWord(entity, change.field, change.after, format, names);
    return change.added.isEmpty() ? QString() : NetChangeWords::tr("with %1", "what a set gained").arg(namesOf(entity, change, change.added, format, names));
}

} // namespace lyceum::ui

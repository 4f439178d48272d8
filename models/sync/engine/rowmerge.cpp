// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/rowmerge.h"

#include "sync/engine/rowstate.h"

namespace lyceum::sync {

using storage::Scalar;

namespace {

/// Nothing was said: of two rows made on either side the other's word holds.
bool isBlank(const Scalar& value)
{
    return isNull(value) || value == Scalar(QString()) || value == Scalar(qint64(0));
}

FieldFate fateWhenRead(const QByteArray& field, const Scalar& mine, const Scalar& theirs, const RowHistory& history, bool isSending)
{
    const bool isPending = history.pending && history.pending->base.contains(field);
    const bool isUncertain = isSending && history.since.before.contains(field);
    const auto open = history.open.constFind(field);
    if (!isPending && !isUncertain && open == history.open.constEnd())
        return {};
    FieldFate fate {.keepsMine = true, .agrees = false, .conflictBase = {}, .rebasedFrom = {}};
    if (field == history.goneField && !isNull(mine) && isNull(theirs))
        return fate; // that the store has the row still is no answer to its removal here
    // Changed and changed back it is as it was; only what the request carried may stand there.
    const Scalar base = isPending ? history.pending->base.value(field) : isUncertain ? mine : *open;
    const Scalar sent = isUncertain ? history.since.before.value(field) : mine;
    const bool hasArrived = isSending && theirs == sent;
    if (theirs == mine || theirs == base || hasArrived)
        fate.agrees = true;
    else
        fate.conflictBase = base;
    if ((hasArrived && sent != base) || (!isPending && !isUncertain && theirs == base && theirs != mine))
        fate.rebasedFrom = base;
    return fate;
}

FieldFate fateWhenAnswered(const QByteArray& field, const Scalar& mine, const Scalar& theirs, const RowHistory& history)
{
    const auto changed = history.since.before.constFind(field);
    if (changed != history.since.before.constEnd()) { // meanwhile, and so newer than the answer
        if (history.isLate && theirs != *changed && theirs != mine)
            return {.keepsMine = true, .agrees = false, .conflictBase = *changed, .rebasedFrom = {}};
        FieldFate fate {.keepsMine = true, .agrees = true, .conflictBase = {}, .rebasedFrom = {}};
        if (!history.isLast || theirs != *changed)
            fate.rebasedFrom = *changed;
        return fate;
    }
    // The store has the last word on what it was sent: it trims, and it renders texts in its own way.
    FieldFate fate {.keepsMine = false, .agrees = true, .conflictBase = {}, .rebasedFrom = {}};
    if (history.isLast)
        return fate;
    if (history.pending && history.pending->base.contains(field))
        fate.rebasedFrom = history.pending->base.value(field);
    else if (history.changed.contains(field))
        fate.rebasedFrom = history.changed.value(field);
    return fate;
}

/// A field the request that made the row did not carry.
FieldFate fateWhenMade(const QByteArray& field, const Scalar& mine, const Scalar& theirs, const RowHistory& history)
{
    const auto changed = history.since.before.constFind(field);
    const bool isMine = changed != history.since.before.constEnd() || !(isNull(mine) || mine == Scalar(QString()));
    if (!history.writable.contains(field) || mine == theirs || !isMine)
        return {};
    return {.keepsMine = true, .agrees = false, .conflictBase = {}, .rebasedFrom = changed != history.since.before.constEnd() ? *changed : Scalar()};
}

FieldFate fateWhenAdopted(const QByteArray& field, const Scalar& mine, const Scalar& theirs, const RowHistory& history)
{
    if (mine == theirs || !history.writable.contains(field))
        return {};
    const Scalar sent = history.isSending ? history.since.before.value(field, mine) : mine;
    if (theirs == sent || (isBlank(theirs) && !isBlank(mine)))
        return {.keepsMine = true, .agrees = false, .conflictBase = {}, .rebasedFrom = Scalar()};
    const auto* mineText = std::get_if<QString>(&mine);
    const auto* theirText = std::get_if<QString>(&theirs);
    const bool isSameWord = mineText && theirText && mineText->compare(*theirText, Qt::CaseInsensitive) == 0; // by which they were found alike
    if (isBlank(mine) || isSameWord)
        return {};
    return {.keepsMine = true, .agrees = false, .conflictBase = Scalar(), .rebasedFrom = {}};
}

} // namespace

FieldFate fateOf(const QByteArray& field, const Scalar& mine, const Scalar& theirs, const RowHistory& history)
{
    switch (history.coming) {
    case Coming::Read: return fateWhenRead(field, mine, theirs, history, history.isSending);
    case Coming::Answered:
        return history.sent.contains(field) ? fateWhenAnswered(field, mine, theirs, history)
                                            : fateWhenRead(field, mine, theirs, history, /*isSending=*/false);
    case Coming::Made:
        if (field == storage::kRemoteIdColumn)
            return {};
        return history.sent.contains(field) ? fateWhenAnswered(field, mine, theirs, history) : fateWhenMade(field, mine, theirs, history);
    case Coming::Adopted:
        if (field == storage::kRemoteIdColumn)
            return {};
        return fateWhenAdopted(field, mine, theirs, history);
    }
    return {};
}

PendingFields::Set mySet(const QByteArray& field, const QList<qint64>& mine, const RowHistory& history)
{
    const bool isAnswer = history.coming != Coming::Read && history.sent.contains(field);
    QSet<qint64> touched;
    if (history.isSending || history.coming != Coming::Read)
        touched = history.since.touched.value(field);
    if (!isAnswer && history.pending) {
        const PendingFields::Set pending = history.pending->sets.value(field);
        touched += pending.added + pending.dropped;
    }
    const bool isNew = history.coming == Coming::Made || history.coming == Coming::Adopted;
    if (isNew && !isAnswer && history.writable.contains(field))
        touched += QSet<qint64>(mine.begin(), mine.end());
    PendingFields::Set set;
    for (const qint64 element : std::as_const(touched))
        (mine.contains(element) ? set.added : set.dropped).insert(element);
    return set;
}

} // namespace lyceum::sync

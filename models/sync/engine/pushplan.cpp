// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/pushplan.h"

#include "storage/conflicts.h"

namespace lyceum::sync {

using namespace storage;

namespace {

/// Which elements of a set, among those that were touched here, are not on both sides alike.
QList<qint64> differing(const QSet<qint64>& touched, const QList<qint64>& mine, const QList<qint64>& theirs)
{
    QList<qint64> elements;
    for (const qint64 element : touched) {
        if (mine.contains(element) != theirs.contains(element))
            elements.append(element);
    }
    std::ranges::sort(elements);
    return elements;
}

} // namespace

ChangePlan planChange(const PlanInput& input)
{
    ChangePlan plan;
    const EntitySpec& spec = specOf(input.entity);
    const QByteArray gone = goneField(input.entity);
    if (input.open.contains(gone)) { // whether the row is to be there at all has to be known first
        plan.isHeld = true;
        return plan;
    }
    const auto isTouched = [&](const QByteArray& field) {
        return (input.pending && input.pending->base.contains(field)) || input.since.before.contains(field);
    };
    const qsizetype goneColumn = spec.columns.indexOf(gone);
    if (gone != kRemoteIdColumn && isTouched(gone) && !isNull(input.mine.values.at(goneColumn)) && isNull(input.theirs.values.at(goneColumn))) {
        (input.writable.contains(gone) ? plan.removes : plan.staysHere) = true;
        return plan;
    }
    for (qsizetype i = 0; i < spec.columns.size(); ++i) {
        const QByteArray& field = spec.columns.at(i);
        if (field == gone || !isTouched(field) || input.mine.values.at(i) == input.theirs.values.at(i))
            continue;
        if (input.open.contains(field))
            plan.isHeld = true;
        else if (!input.writable.contains(field))
            plan.staysHere = true;
        else if (input.unmade.contains(field))
            plan.waits = true;
        else
            plan.fields.insert(field);
    }
    // A row brought together with its twin has conflicts in fields that wait by nothing else.
    for (const QByteArray& field : input.open)
        plan.isHeld = plan.isHeld || spec.columns.contains(field);
    for (qsizetype i = 0; i < spec.sets.size(); ++i) {
        const QByteArray& field = spec.sets.at(i).field;
        QSet<qint64> touched = input.since.touched.value(field);
        if (input.pending) {
            const PendingFields::Set pending = input.pending->sets.value(field);
            touched += pending.added + pending.dropped;
        }
        const QList<qint64> elements = differing(touched, input.mine.sets.at(i), input.theirs.sets.at(i));
        if (elements.isEmpty())
            continue;
        if (!input.writable.contains(field)) {
            plan.staysHere = true;
        } else if (spec.sets.at(i).element == Entity::Label) {
            for (const qint64 label : elements) {
                if (!input.mine.sets.at(i).contains(label))
                    plan.labelsToTake.append(label);
                else if (input.unmadeLabels.contains(label))
                    plan.waits = true;
                else
                    plan.labelsToGive.append(label);
            }
        } else if (input.unmade.contains(field)) {
            plan.waits = true;
        } else {
            plan.fields.insert(field);
        }
    }
    return plan;
}

QSet<QByteArray> fieldsToMake(Entity entity, const RowState& row, const QSet<QByteArray>& writable)
{
    const EntitySpec& spec = specOf(entity);
    QSet<QByteArray> fields;
    for (qsizetype i = 0; i < spec.columns.size(); ++i) {
        const Scalar& value = row.values.at(i);
        if (writable.contains(spec.columns.at(i)) && !isNull(value) && value != Scalar(QString()))
            fields.insert(spec.columns.at(i));
    }
    for (const SetSpec& set : spec.sets) {
        if (writable.contains(set.field))
            fields.insert(set.field);
    }
    return fields;
}

qint64 retryDelay(int attempts, Entity entity, qint64 row)
{
    constexpr qint64 kFirst = 30;
    constexpr qint64 kLongest = 3600;
    const qint64 delay = attempts >= 7 ? kLongest : std::min(kLongest, kFirst << std::max(0, attempts));
    // Spread by the item, not by chance: what failed together does not come back together, and a run can be repeated.
    const quint64 mixed = (quint64(row) * 31 + quint64(entity) * 7 + quint64(attempts)) * 0x9E3779B97F4A7C15ULL;
    const qint64 spread = delay / 10;
    return delay - spread + qint64((mixed >> 33) % quint64(2 * spread + 1));
}

} // namespace lyceum::sync

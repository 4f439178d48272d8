// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/changeset.h"

using namespace Qt::StringLiterals;

namespace lyceum::storage {

QString nameOf(Origin origin)
{
    switch (origin) {
    case Origin::Person: return u"person"_s;
    case Origin::Sync: return u"sync"_s;
    case Origin::Import: return u"import"_s;
    case Origin::Sample: return u"sample"_s;
    case Origin::Settings: return u"settings"_s;
    case Origin::Rule: return u"rule"_s;
    case Origin::Undo: return u"undo"_s;
    }
    return {};
}

QString nameOf(OutboxState state)
{
    switch (state) {
    case OutboxState::Pending: return u"pending"_s;
    case OutboxState::Sending: return u"sending"_s;
    case OutboxState::Paused: return u"paused"_s;
    case OutboxState::Parked: return u"parked"_s;
    case OutboxState::Local: return u"local"_s;
    }
    return {};
}

std::optional<OutboxState> outboxStateOf(QStringView name)
{
    for (const OutboxState state : {OutboxState::Pending, OutboxState::Sending, OutboxState::Paused, OutboxState::Parked, OutboxState::Local}) {
        if (nameOf(state) == name)
            return state;
    }
    return std::nullopt;
}

QString nameOf(Settlement settlement)
{
    switch (settlement) {
    case Settlement::Agreed: return u"agreed"_s;
    case Settlement::Mine: return u"mine"_s;
    case Settlement::Theirs: return u"theirs"_s;
    case Settlement::Both: return u"both"_s;
    }
    return {};
}

std::optional<Settlement> settlementOf(QStringView name)
{
    for (const Settlement settlement : {Settlement::Agreed, Settlement::Mine, Settlement::Theirs, Settlement::Both}) {
        if (nameOf(settlement) == name)
            return settlement;
    }
    return std::nullopt;
}

ChangeSet::ChangeSet(Connection& connection)
    : m_connection(connection)
{
}

void ChangeSet::add(const Event& event, const std::optional<SubscriptionChange>& change, const std::optional<Payment>& payment)
{
    EventWrite write {event.id.value, event.kind, event.member.value, event.atUtc, valuesOf(event), {}, {}};
    if (change)
        write.change = Write {Entity::SubscriptionChange, event.id.value, valuesOf(*change), {}};
    if (payment)
        write.payment = Write {Entity::Payment, payment->id.value, valuesOf(*payment), {}};
    m_events.append(std::move(write));
}

void ChangeSet::restoreEvent(qint64 id, const QList<Scalar>& values)
{
    const auto number = [&](qsizetype column) {
        const auto* value = std::get_if<qint64>(&values.at(column));
        return value ? *value : 0;
    };
    m_events.append({id, EventKind(number(0)), number(2), number(3), values, {}, {}});
}

void ChangeSet::setSyncState(const QString& name, const QString& value)
{
    m_syncState.append({name, value});
}

Result<qint64> ChangeSet::allocate(Entity entity)
{
    qint64& last = m_lastIds.at(std::size_t(entity));
    if (last == 0) {
        auto statement = m_connection.cached("SELECT last_id FROM sequence WHERE entity = ?");
        if (!statement)
            return tl::unexpected(statement.error());
        (*statement)->bind(1, qint64(entity));
        const auto row = (*statement)->step();
        if (!row)
            return tl::unexpected(row.error());
        last = *row ? (*statement)->integer(0) : 0;
        (*statement)->reset();
    }
    return ++last;
}

bool ChangeSummary::namesAll(Entity entity) const
{
    const OfEntity of = entities.value(entity);
    return of.inserted + of.updated + of.removed <= of.ids.size();
}

} // namespace lyceum::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/entity.h"

#include "storage/record.h"

#include <array>

namespace lyceum::storage {
namespace {

template <class T>
EntitySpec spec(const char* table, QList<SetSpec> sets = {})
{
    return {Record<T>::entity, table, table, columnNames<T>(), std::move(sets)};
}

const std::array<EntitySpec, kEntityCount>& table()
{
    static const std::array<EntitySpec, kEntityCount> kTable {
        spec<Setting>("setting"),
        spec<Member>("member",
            {{"labels", "member_label", "member_id", "label_id", Entity::Label}, {"newsletters", "member_newsletter", "member_id", "newsletter_id", Entity::Newsletter},
                {"tiers", "member_tier", "member_id", "tier_id", Entity::Tier}}),
        spec<Label>("label"),
        spec<Newsletter>("newsletter"),
        spec<Tier>("tier"),
        spec<Offer>("offer"),
        spec<Subscription>("subscription"),
        spec<Payment>("payment"),
        spec<lyceum::Tag>("tag"),
        spec<Post>("post", {{"tags", "post_tag", "post_id", "tag_id", Entity::Tag}, {"tiers", "post_tier", "post_id", "tier_id", Entity::Tier}}),
        spec<Comment>("comment"),
        spec<Reaction>("reaction"),
        spec<Event>("event"),
        spec<SubscriptionChange>("subscription_change"),
        spec<PrivacyRelease>("privacy_release"),
    };
    return kTable;
}

} // namespace

QByteArray EntitySpec::selectById() const
{
    return "SELECT id, " + columns.join(", ") + " FROM " + table + " WHERE id = ?";
}

QByteArray EntitySpec::insert() const
{
    QByteArray places;
    for (qsizetype i = 0; i < columns.size(); ++i)
        places += ", ?";
    return "INSERT INTO " + table + " (id, " + columns.join(", ") + ") VALUES (?" + places + ')';
}

QByteArray EntitySpec::updateColumn(qsizetype column) const
{
    return "UPDATE " + table + " SET " + columns.at(column) + " = ? WHERE id = ?";
}

QByteArray EntitySpec::removeById() const
{
    return "DELETE FROM " + table + " WHERE id = ?";
}

const EntitySpec& specOf(Entity entity)
{
    return table().at(std::size_t(entity) - 1);
}

std::span<const EntitySpec> allEntities()
{
    return table();
}

} // namespace lyceum::storage

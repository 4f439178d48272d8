// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QByteArrayList>
#include <QList>

#include <span>

namespace lyceum::storage {

/// The kinds of rows a change set can touch. The numbers stand in the journal: never renumber, only append.
enum class Entity : int {
    Setting = 1,
    Member = 2,
    Label = 3,
    Newsletter = 4,
    Tier = 5,
    Offer = 6,
    Subscription = 7,
    Payment = 8,
    Tag = 9,
    Post = 10,
    Comment = 11,
    Reaction = 12,
    Event = 13,
    SubscriptionChange = 14,
    PrivacyRelease = 15,
};

inline constexpr int kEntityCount = 15;

/// A set of references a row owns, e.g. the labels of a member: a table of two columns.
struct SetSpec {
    QByteArray field; ///< its name in the journal: "labels"
    QByteArray table; ///< "member_label"
    QByteArray ownerColumn;
    QByteArray elementColumn;
    Entity element; ///< what is referred to
};

/// How an entity lies in the database. Column 0 is always `id` and not listed.
struct EntitySpec {
    Entity entity;
    QByteArray name; ///< stable, for the journal's readers and the command line: "member"
    QByteArray table;
    QByteArrayList columns;
    QList<SetSpec> sets;

    [[nodiscard]] QByteArray selectById() const;
    [[nodiscard]] QByteArray insert() const; ///< parameters: id, then the columns in order
    [[nodiscard]] QByteArray updateColumn(qsizetype column) const; ///< parameters: value, id
    [[nodiscard]] QByteArray removeById() const;
};

/// Rows that go with the row they hang on.
struct ChildSpec {
    Entity parent;
    Entity child;
    const char* column; ///< of the child
};
inline constexpr ChildSpec kChildren[] = {{Entity::Member, Entity::Subscription, "member_id"}, {Entity::Comment, Entity::Reaction, "comment_id"},
    {Entity::Event, Entity::SubscriptionChange, "id"}};

[[nodiscard]] const EntitySpec& specOf(Entity entity);
[[nodiscard]] std::span<const EntitySpec> allEntities();

} // namespace lyceum::storage

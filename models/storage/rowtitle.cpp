// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rowtitle.h"

namespace lyceum::storage {
namespace {

constexpr qsizetype kFirstWords = 80; // characters

/// Empty for kinds that have none.
QByteArray titleColumn(Entity entity)
{
    switch (entity) {
    case Entity::Member: return "email";
    case Entity::Label:
    case Entity::Newsletter:
    case Entity::Tier:
    case Entity::Offer:
    case Entity::Tag:
    case Entity::Setting: return "name";
    case Entity::Post: return "title";
    case Entity::Comment: return "text";
    case Entity::Subscription:
    case Entity::Payment:
    case Entity::Reaction:
    case Entity::Event:
    case Entity::SubscriptionChange:
    case Entity::PrivacyRelease: return {};
    }
    return {};
}

QString firstWords(const QString& text)
{
    const QString line = text.simplified();
    if (line.size() <= kFirstWords)
        return line;
    const qsizetype space = line.lastIndexOf(u' ', kFirstWords);
    return line.left(space > kFirstWords / 2 ? space : kFirstWords) + QChar(u'…'); // languages without spaces are cut where they are
}

} // namespace

QString rowTitle(Entity entity, const QList<Scalar>& values)
{
    const qsizetype column = specOf(entity).columns.indexOf(titleColumn(entity));
    const auto* text = column >= 0 && column < values.size() ? std::get_if<QString>(&values.at(column)) : nullptr;
    return text ? firstWords(*text) : QString();
}

} // namespace lyceum::storage

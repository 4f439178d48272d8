// SPDX-License-Identifier: GPL-3.0-or-later
#include "community/filter.h"

#include <QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lyceum {
namespace {

struct FieldFacts {
    MemberField field;
    const char* name;
    FieldType type;
};

constexpr std::array kFields {
    FieldFacts {MemberField::RemoteId, "id", FieldType::Text},
    FieldFacts {MemberField::Email, "email", FieldType::Text},
    FieldFacts {MemberField::Name, "name", FieldType::Text},
    FieldFacts {MemberField::Note, "note", FieldType::Text},
    FieldFacts {MemberField::Status, "status", FieldType::Status},
    FieldFacts {MemberField::Country, "country", FieldType::Text},
    FieldFacts {MemberField::Source, "source", FieldType::Text},
    FieldFacts {MemberField::Subscribed, "subscribed", FieldType::Flag},
    FieldFacts {MemberField::Departed, "departed", FieldType::Flag},
    FieldFacts {MemberField::JoinedAt, "created_at", FieldType::Time},
    FieldFacts {MemberField::LastSeenAt, "last_seen_at", FieldType::Time},
    FieldFacts {MemberField::DepartedAt, "departed_at", FieldType::Time},
    FieldFacts {MemberField::EmailCount, "email_count", FieldType::Number},
    FieldFacts {MemberField::EmailOpenedCount, "email_opened_count", FieldType::Number},
    FieldFacts {MemberField::Label, "label", FieldType::Set},
    FieldFacts {MemberField::Tier, "tier", FieldType::Set},
    FieldFacts {MemberField::Newsletter, "newsletter", FieldType::Set},
};

constexpr std::array<std::pair<const char*, MemberField>, 6> kOtherNames {{
    {"joined", MemberField::JoinedAt},
    {"last_seen", MemberField::LastSeenAt},
    {"labels", MemberField::Label},
    {"tiers", MemberField::Tier},
    {"newsletters", MemberField::Newsletter},
    {"remote_id", MemberField::RemoteId},
}};

const FieldFacts& factsOf(MemberField field)
{
    const auto found = std::ranges::find(kFields, field, &FieldFacts::field);
    Q_ASSERT(found != kFields.end());
    return *found;
}

Filter::Operator opposite(Filter::Operator op)
{
    using enum Filter::Operator;
    switch (op) {
    case Equals: return NotEquals;
    case NotEquals: return Equals;
    case Less: return GreaterOrEqual;
    case LessOrEqual: return Greater;
    case Greater: return LessOrEqual;
    case GreaterOrEqual: return Less;
    case Contains: return NotContains;
    case NotContains: return Contains;
    case StartsWith: return NotStartsWith;
    case NotStartsWith: return StartsWith;
    case EndsWith: return NotEndsWith;
    case NotEndsWith: return EndsWith;
    }
    return op;
}

bool isOrdering(Filter::Operator op)
{
    using enum Filter::Operator;
    return op == Less || op == LessOrEqual || op == Greater || op == GreaterOrEqual;
}

bool isTrivial(const Filter& filter, Filter::Kind kind)
{
    return filter.kind == kind && filter.parts.empty();
}

} // namespace

FieldType typeOf(MemberField field) { return factsOf(field).type; }
QString nameOf(MemberField field) { return QString::fromLatin1(factsOf(field).name); }

std::optional<MemberField> memberFieldOf(const QString& name)
{
    for (const FieldFacts& facts : kFields) {
        if (name == QLatin1StringView(facts.name))
            return facts.field;
    }
    for (const auto& [other, field] : kOtherNames) {
        if (name == QLatin1StringView(other))
            return field;
    }
    return std::nullopt;
}

qint64 RelativeTime::resolve(qint64 nowUtc) const
{
    constexpr qint64 kMinute = 60;
    constexpr qint64 kHour = 60 * kMinute;
    constexpr qint64 kDay = 24 * kHour;
    const auto calendar = [&](int monthsPerUnit) {
        return QDateTime::fromSecsSinceEpoch(nowUtc, Qt::UTC).addMonths(int(amount) * monthsPerUnit).toSecsSinceEpoch();
    };
    switch (unit) {
    case Unit::Second: return nowUtc + amount;
    case Unit::Minute: return nowUtc + amount * kMinute;
    case Unit::Hour: return nowUtc + amount * kHour;
    case Unit::Day: return nowUtc + amount * kDay;
    case Unit::Week: return nowUtc + amount * 7 * kDay;
    case Unit::Month: return calendar(1);
    case Unit::Year: return calendar(12);
    }
    return nowUtc;
}

Filter Filter::allOf(std::vector<Filter> parts)
{
    std::erase_if(parts, [](const Filter& part) { return isTrivial(part, Kind::All); });
    if (std::ranges::any_of(parts, [](const Filter& part) { return isTrivial(part, Kind::Any); }))
        return anyOf({});
    if (parts.size() == 1)
        return std::move(parts.front());
    Filter filter;
    filter.parts = std::move(parts);
    return filter;
}

Filter Filter::anyOf(std::vector<Filter> parts)
{
    std::erase_if(parts, [](const Filter& part) { return isTrivial(part, Kind::Any); });
    if (std::ranges::any_of(parts, [](const Filter& part) { return isTrivial(part, Kind::All); }))
        return allOf({});
    if (parts.size() == 1)
        return std::move(parts.front());
    Filter filter;
    filter.kind = Kind::Any;
    filter.parts = std::move(parts);
    return filter;
}

Filter Filter::comparison(MemberField field, Operator op, FilterValue value)
{
    Filter filter;
    filter.kind = Kind::Comparison;
    filter.field = field;
    filter.op = op;
    filter.values.push_back(std::move(value));
    return filter;
}

Filter Filter::oneOf(MemberField field, std::vector<FilterValue> values)
{
    if (values.empty())
        return anyOf({});
    Filter filter;
    filter.kind = Kind::Comparison;
    filter.field = field;
    filter.values = std::move(values);
    return filter;
}

bool Filter::mentions(MemberField about) const
{
    return kind == Kind::Comparison ? field == about
                                    : std::ranges::any_of(parts, [about](const Filter& part) { return part.mentions(about); });
}

Filter negation(const Filter& filter)
{
    if (filter.kind == Filter::Kind::Comparison) {
        Filter opposed = filter;
        opposed.op = opposite(filter.op);
        // Who has no time is neither before nor after any: the opposite of "before" is "at, after, or none".
        if (isOrdering(filter.op) && typeOf(filter.field) == FieldType::Time)
            return Filter::anyOf({opposed, Filter::comparison(filter.field, Filter::Operator::Equals, std::monostate())});
        return opposed;
    }
    std::vector<Filter> parts;
    parts.reserve(filter.parts.size());
    for (const Filter& part : filter.parts)
        parts.push_back(negation(part));
    return filter.kind == Filter::Kind::All ? Filter::anyOf(std::move(parts)) : Filter::allOf(std::move(parts));
}

} // namespace lyceum

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/memberfilter.h"

#include "storage/rows.h"
#include "storage/tokenizer.h"

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

using Operator = Filter::Operator;

constexpr qsizetype kLongestPattern = 49'000; // SQLite refuses LIKE patterns above 50 000 bytes

Result<IdSet> idsOf(const Connection& connection, const QByteArray& sql, const QList<Scalar>& parameters = {})
{
    IdSet ids;
    auto read = eachRow(connection, sql, parameters, [&](const Statement& row) { ids.insert(row.integer(0)); });
    if (!read)
        return tl::unexpected(read.error());
    return ids;
}

bool isNegative(Operator op)
{
    return op == Operator::NotEquals || op == Operator::NotContains || op == Operator::NotStartsWith || op == Operator::NotEndsWith;
}

QByteArray orderSign(Operator op)
{
    switch (op) {
    case Operator::Less: return " < ?";
    case Operator::LessOrEqual: return " <= ?";
    case Operator::Greater: return " > ?";
    case Operator::GreaterOrEqual: return " >= ?";
    default: return " = ?";
    }
}

QString pattern(Operator op, QString text)
{
    text.replace(u'\\', "\\\\"_L1).replace(u'%', "\\%"_L1).replace(u'_', "\\_"_L1);
    const bool openBefore = op == Operator::Contains || op == Operator::NotContains || op == Operator::EndsWith || op == Operator::NotEndsWith;
    const bool openAfter = op == Operator::Contains || op == Operator::NotContains || op == Operator::StartsWith || op == Operator::NotStartsWith;
    return (openBefore ? u"%"_s : QString()) + text + (openAfter ? u"%"_s : QString());
}

/// A condition with its parameters; "?" once per parameter.
struct Condition {
    QByteArray sql;
    QList<Scalar> parameters;
};

/// How a text column is compared, negation left out.
Condition textCondition(const QByteArray& column, Operator op, const QString& text)
{
    switch (op) {
    case Operator::Contains:
    case Operator::NotContains:
    case Operator::StartsWith:
    case Operator::NotStartsWith:
    case Operator::EndsWith:
    case Operator::NotEndsWith: return {column + " LIKE ? ESCAPE '\\'", {pattern(op, text)}};
    default: return {column + " COLLATE NOCASE" + orderSign(op), {text}};
    }
}

QByteArray columnOf(MemberField field)
{
    switch (field) {
    case MemberField::RemoteId: return "remote_id";
    case MemberField::Email: return "email";
    case MemberField::Name: return "name";
    case MemberField::Note: return "note";
    case MemberField::Status: return "status";
    case MemberField::Country: return "country";
    case MemberField::Source: return "source";
    case MemberField::Subscribed: return "subscribed";
    case MemberField::JoinedAt: return "joined_at";
    case MemberField::LastSeenAt: return "last_seen_at";
    case MemberField::Departed:
    case MemberField::DepartedAt: return "departed_at";
    case MemberField::EmailCount: return "email_count";
    case MemberField::EmailOpenedCount: return "email_opened_count";
    case MemberField::Label: return "label";
    case MemberField::Tier: return "tier";
    case MemberField::Newsletter: return "newsletter";
    }
    return {};
}

Result<IdSet> membersHaving(const Connection& connection, MemberField field, Operator op, const FilterValue& value)
{
    const QByteArray table = columnOf(field); // member_label, label_id, label
    if (std::holds_alternative<std::monostate>(value)) {
        auto any = idsOf(connection, "SELECT DISTINCT member_id FROM member_" + table);
        if (any)
            any->complement();
        return any;
    }
    const QString text = std::get<QString>(value);
    const Condition slug = textCondition("slug", op, text);
    const Condition name = textCondition("name", op, text);
    return idsOf(connection,
        "SELECT member_id FROM member_" + table + " WHERE " + table + "_id IN (SELECT id FROM " + table + " WHERE " + slug.sql + " OR "
            + name.sql + ')',
        slug.parameters + name.parameters);
}

/// Who compares so with one value, negation left out.
Result<IdSet> membersWith(const Connection& connection, MemberField field, Operator op, const FilterValue& value, qint64 nowUtc)
{
    const QByteArray select = "SELECT id FROM member WHERE ";
    const QByteArray column = columnOf(field);
    const bool isNull = std::holds_alternative<std::monostate>(value);
    switch (typeOf(field)) {
    case FieldType::Set: return membersHaving(connection, field, op, value);
    case FieldType::Text: {
        if (isNull)
            return idsOf(connection, select + (field == MemberField::RemoteId ? "remote_id IS NULL" : column + " = ''"));
        const Condition condition = textCondition(column, op, std::get<QString>(value));
        return idsOf(connection, select + condition.sql, condition.parameters);
    }
    case FieldType::Status: return idsOf(connection, select + "status = ?", {std::get<QString>(value)});
    case FieldType::Number: return idsOf(connection, select + column + orderSign(op), {std::get<qint64>(value)});
    case FieldType::Flag:
        if (field == MemberField::Departed) {
            auto departed = departedMembers(connection);
            if (departed && !std::get<bool>(value))
                departed->complement();
            return departed;
        }
        return idsOf(connection, select + column + " = ?", {qint64(std::get<bool>(value))});
    case FieldType::Time: {
        if (isNull)
            return idsOf(connection, select + column + " IS NULL");
        const auto* relative = std::get_if<RelativeTime>(&value);
        const qint64 at = relative ? relative->resolve(nowUtc) : std::get<AbsoluteTime>(value).utc;
        return idsOf(connection, select + column + orderSign(op), {at});
    }
    }
    return IdSet();
}

/// Whether every value is of the kind the field takes; a filter that was read from text always is.
bool isWellFormed(const Filter& filter)
{
    if (filter.values.empty())
        return false;
    return std::ranges::all_of(filter.values, [&](const FilterValue& value) {
        const bool isNull = std::holds_alternative<std::monostate>(value);
        const bool isText = std::holds_alternative<QString>(value);
        const bool isEquality = filter.op == Operator::Equals || filter.op == Operator::NotEquals;
        switch (typeOf(filter.field)) {
        case FieldType::Text:
        case FieldType::Set: return isText ? std::get<QString>(value).toUtf8().size() <= kLongestPattern : isNull && isEquality;
        case FieldType::Status: return isText && isEquality;
        case FieldType::Flag: return std::holds_alternative<bool>(value) && isEquality;
        case FieldType::Number: return std::holds_alternative<qint64>(value);
        case FieldType::Time:
            return std::holds_alternative<AbsoluteTime>(value) || std::holds_alternative<RelativeTime>(value) || (isNull && isEquality);
        }
        return false;
    });
}

} // namespace

Result<IdSet> membersPassing(const Connection& connection, const Filter& filter, qint64 nowUtc)
{
    if (filter.kind == Filter::Kind::Comparison) {
        if (!isWellFormed(filter))
            return failure(Error::Kind::BadInput, nameOf(filter.field), u"the filter compares it with what it cannot be."_s);
        IdSet passing;
        for (const FilterValue& value : filter.values) {
            const auto some = membersWith(connection, filter.field, filter.op, value, nowUtc);
            if (!some)
                return some;
            passing.unite(*some);
        }
        if (isNegative(filter.op))
            passing.complement();
        return passing;
    }
    const bool all = filter.kind == Filter::Kind::All;
    IdSet passing = all ? IdSet::all() : IdSet();
    for (const Filter& part : filter.parts) {
        const auto some = membersPassing(connection, part, nowUtc);
        if (!some)
            return some;
        if (all)
            passing.intersect(*some);
        else
            passing.unite(*some);
    }
    return passing;
}

Result<IdSet> membersFound(const Connection& connection, const QString& search)
{
    const QByteArray expression = matchExpression(search);
    if (!expression.isEmpty())
        return idsOf(connection, "SELECT rowid FROM member_search WHERE member_search MATCH ?", {QString::fromUtf8(expression)});
    const QString signs = search.trimmed();
    if (signs.isEmpty())
        return IdSet::all();
    return idsOf(connection, "SELECT id FROM member WHERE instr(name, ?1) > 0 OR instr(email, ?1) > 0 OR instr(note, ?1) > 0", {signs});
}

Result<IdSet> departedMembers(const Connection& connection)
{
    return idsOf(connection, "SELECT id FROM member WHERE departed_at IS NOT NULL");
}

} // namespace lyceum::storage

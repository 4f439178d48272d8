// SPDX-License-Identifier: GPL-3.0-or-later
#include "community/nql.h"

#include "community/timeunits.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum {
namespace {

using Operator = Filter::Operator;

QString printed(const QString& text)
{
    const bool plain = !text.isEmpty() && text.front() != u'-' && !text.startsWith("now"_L1) && text != "null"_L1
        && std::ranges::all_of(text, [](QChar c) { return c.isLetterOrNumber() || u"_.@/-"_s.contains(c); });
    if (plain)
        return text;
    QString escaped = text;
    escaped.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1);
    return u'\'' + escaped + u'\'';
}

QString printed(AbsoluteTime time)
{
    const QDateTime utc = QDateTime::fromSecsSinceEpoch(time.utc, Qt::UTC);
    return u'\'' + utc.toString(utc.time() == QTime(0, 0) ? u"yyyy-MM-dd"_s : u"yyyy-MM-dd HH:mm:ss"_s) + u'\'';
}

QString printed(RelativeTime time)
{
    const auto unit = std::ranges::find(kTimeUnits, time.unit, &TimeUnit::unit);
    return u"now%1%2%3"_s.arg(QChar(time.amount > 0 ? u'+' : u'-')).arg(std::abs(time.amount)).arg(unit->letter);
}

QString printed(const FilterValue& value)
{
    if (const auto* flag = std::get_if<bool>(&value))
        return *flag ? u"true"_s : u"false"_s;
    if (const auto* number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto* text = std::get_if<QString>(&value))
        return printed(*text);
    if (const auto* absolute = std::get_if<AbsoluteTime>(&value))
        return printed(*absolute);
    if (const auto* relative = std::get_if<RelativeTime>(&value))
        return printed(*relative);
    return u"null"_s;
}

QLatin1StringView printed(Operator op)
{
    switch (op) {
    case Operator::Equals: return ""_L1;
    case Operator::NotEquals: return "-"_L1;
    case Operator::Less: return "<"_L1;
    case Operator::LessOrEqual: return "<="_L1;
    case Operator::Greater: return ">"_L1;
    case Operator::GreaterOrEqual: return ">="_L1;
    case Operator::Contains: return "~"_L1;
    case Operator::NotContains: return "-~"_L1;
    case Operator::StartsWith: return "~^"_L1;
    case Operator::NotStartsWith: return "-~^"_L1;
    case Operator::EndsWith: return "~$"_L1;
    case Operator::NotEndsWith: return "-~$"_L1;
    }
    return {};
}

/// A filter without trivial or lonely parts, as the parser makes it.
Filter normalised(const Filter& filter)
{
    if (filter.kind == Filter::Kind::Comparison)
        return filter;
    std::vector<Filter> parts;
    parts.reserve(filter.parts.size());
    for (const Filter& part : filter.parts)
        parts.push_back(normalised(part));
    return filter.kind == Filter::Kind::All ? Filter::allOf(std::move(parts)) : Filter::anyOf(std::move(parts));
}

QString print(const Filter& filter)
{
    if (filter.kind == Filter::Kind::Comparison) {
        QStringList values;
        for (const FilterValue& value : filter.values)
            values.append(printed(value));
        const QString operand = values.size() == 1 ? values.first() : u'[' + values.join(u',') + u']';
        return nameOf(filter.field) + u':' + printed(filter.op) + operand;
    }
    const bool isAny = filter.kind == Filter::Kind::Any;
    QStringList parts;
    for (const Filter& part : filter.parts) {
        // "And" binds stronger, so only it needs no brackets inside "or".
        const bool bare = part.kind == Filter::Kind::Comparison || (isAny && part.kind == Filter::Kind::All);
        parts.append(bare ? print(part) : u'(' + print(part) + u')');
    }
    return parts.join(isAny ? u',' : u'+');
}

} // namespace

QString toNql(const Filter& filter)
{
    const Filter plain = normalised(filter);
    if (plain == Filter::anyOf({}))
        return u"departed:true+departed:false"_s; // the language has no word for nobody
    return print(plain);
}

} // namespace lyceum

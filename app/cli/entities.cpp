// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/entities.h"

#include "cli/words.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace lyceum::cli {

QString entityName(storage::Entity entity)
{
    return QString::fromLatin1(storage::specOf(entity).name);
}

Result<std::optional<storage::Entity>> entityGiven(const Arguments& arguments)
{
    if (!arguments.has(u"entity"_s))
        return std::optional<storage::Entity>();
    QStringList names;
    for (const storage::EntitySpec& spec : storage::allEntities()) {
        names.append(QString::fromLatin1(spec.name));
        if (names.last() == arguments.value(u"entity"_s))
            return std::optional(spec.entity);
    }
    return usage(Cli::tr("--entity is one of: %1.").arg(names.join(u", "_s)));
}

Result<std::optional<qint64>> rowGiven(const Arguments& arguments)
{
    if (!arguments.has(u"id"_s))
        return std::optional<qint64>();
    const auto row = arguments.number(u"id"_s, 1, std::numeric_limits<qint64>::max(), 0);
    if (!row)
        return tl::unexpected(row.error());
    if (!arguments.has(u"entity"_s))
        return usage(Cli::tr("--id needs --entity: ids are counted by kind."));
    return std::optional(*row);
}

QJsonValue jsonScalar(const storage::Scalar& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return *number;
    if (const auto* fraction = std::get_if<double>(&value))
        return *fraction;
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* bytes = std::get_if<QByteArray>(&value))
        return QString::fromLatin1(bytes->toHex());
    return QJsonValue::Null;
}

QString textScalar(const storage::Scalar& value)
{
    const QJsonValue json = jsonScalar(value);
    return json.isString() ? json.toString() : json.isNull() ? u"-"_s : QString::number(json.toDouble(), 'g', 16);
}

} // namespace lyceum::cli

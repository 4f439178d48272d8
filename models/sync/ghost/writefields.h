// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ghost/writes.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

/// Pieces of what is sent to Ghost, for writes.cpp and postwrites.cpp.
namespace lyceum::sync::ghost {

inline tl::unexpected<Error> refused(const QString& reason) { return failure(Error::Kind::Refused, reason, QStringLiteral("not sent: ") + reason); }

inline tl::unexpected<Error> badWrite(Kind kind, const QString& detail) { return failure(Error::Kind::Internal, nameOf(kind), detail); }

inline QJsonObject listed(Kind kind, const QJsonObject& row) { return {{nameOf(kind), QJsonArray {row}}}; }

inline QString pathOf(Kind kind) { return u'/' + nameOf(kind) + u'/'; }

inline QString pathOf(Kind kind, const QString& remoteId) { return pathOf(kind) + remoteId + u'/'; }

inline QJsonValue jsonTime(std::optional<qint64> utc)
{
    return utc ? QJsonValue(QDateTime::fromSecsSinceEpoch(*utc, Qt::UTC).toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

inline QJsonArray byId(const QStringList& remoteIds)
{
    QJsonArray rows;
    for (const QString& id : remoteIds)
        rows.append(QJsonObject {{QStringLiteral("id"), id}});
    return rows;
}

/// By name and nothing else: with an id in it Ghost renames the label or tag for everybody.
template <class Row>
Result<QJsonArray> byName(Kind kind, const QStringList& remoteIds, const QList<Row>& known)
{
    QJsonArray rows;
    for (const QString& id : remoteIds) {
        const auto row = std::find_if(known.begin(), known.end(), [&](const Row& one) { return one.remoteId == id; });
        if (row == known.end() || row->name.isEmpty())
            return badWrite(kind, QStringLiteral("the name of a row it refers to did not come along"));
        rows.append(QJsonObject {{QStringLiteral("name"), row->name}});
    }
    return rows;
}

/// What a row to be made or changed sends of its fields.
class Fields {
public:
    explicit Fields(const RowWrite& write)
        : m_fields(write.fields)
    {
    }

    [[nodiscard]] bool has(const QByteArray& field) const { return m_fields.contains(field); }
    void put(const QByteArray& field, QLatin1StringView key, const QJsonValue& value)
    {
        if (has(field))
            m_json.insert(key, value);
    }
    void insert(QLatin1StringView key, const QJsonValue& value) { m_json.insert(key, value); }
    [[nodiscard]] const QJsonObject& json() const { return m_json; }

private:
    const QSet<QByteArray>& m_fields;
    QJsonObject m_json;
};

} // namespace lyceum::sync::ghost

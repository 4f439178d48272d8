// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace lyceum::sync::ghost {

/// The first thing that was not as it must be, e.g. "members[3].created_at".
class JsonFault {
public:
    void note(const QString& path)
    {
        if (m_path.isEmpty())
            m_path = path;
    }
    [[nodiscard]] bool any() const { return !m_path.isEmpty(); }
    [[nodiscard]] Error error() const;

private:
    QString m_path;
};

/**
 * An object of an answer, read with its types checked. What is missing or of another type is noted in the fault and read as empty,
 * so that a parser reads on without a branch at each field and asks once at the end.
 *
 * Borrowed: the fault must outlive the row.
 */
class JsonRow {
public:
    JsonRow(QJsonObject object, QString path, JsonFault* fault)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_fault(fault)
    {
    }

    /// A text that must be there; `textOr` takes null and absence for an empty one.
    [[nodiscard]] QString text(QLatin1StringView key) const;
    [[nodiscard]] QString textOr(QLatin1StringView key) const;
    /// A text that must be there and not be empty.
    [[nodiscard]] QString id(QLatin1StringView key) const;

    [[nodiscard]] bool flag(QLatin1StringView key) const;
    [[nodiscard]] bool flagOr(QLatin1StringView key, bool otherwise) const;

    /// A whole number that must be there; `numberOr` takes null and absence for `otherwise`.
    [[nodiscard]] qint64 number(QLatin1StringView key) const;
    [[nodiscard]] qint64 numberOr(QLatin1StringView key, qint64 otherwise) const;

    /// UTC seconds of an ISO 8601 text or of a number of milliseconds; null gives nullopt, and so does absence.
    [[nodiscard]] std::optional<qint64> time(QLatin1StringView key) const;
    /// The same for a time that must be known.
    [[nodiscard]] qint64 knownTime(QLatin1StringView key) const;

    /// An object that must be there; `rowOr` gives nullopt for null and absence.
    [[nodiscard]] JsonRow row(QLatin1StringView key) const;
    [[nodiscard]] std::optional<JsonRow> rowOr(QLatin1StringView key) const;

    /// An array of objects that must be there; `rowsOr` takes null and absence for an empty one.
    [[nodiscard]] QList<JsonRow> rows(QLatin1StringView key) const;
    [[nodiscard]] QList<JsonRow> rowsOr(QLatin1StringView key) const;
    /// An array of texts; null and absence are an empty one.
    [[nodiscard]] QStringList textsOr(QLatin1StringView key) const;

    /// Something about a field is wrong that only the caller can know.
    void refuse(QLatin1StringView key) const { m_fault->note(pathOf(key)); }

private:
    [[nodiscard]] QString pathOf(QLatin1StringView key) const;
    [[nodiscard]] QList<JsonRow> objectsOf(QLatin1StringView key, const QJsonValue& value) const;

    QJsonObject m_object;
    QString m_path;
    JsonFault* m_fault;
};

/// UTC seconds of "YYYY-MM-DDTHH:MM:SS[.fff]Z", or of any other ISO 8601 form with a zone.
[[nodiscard]] std::optional<qint64> parseIsoTime(const QString& text);

} // namespace lyceum::sync::ghost

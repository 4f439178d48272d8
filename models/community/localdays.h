// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTimeZone>

namespace lyceum {

/**
 * Cuts UTC seconds into the days and months of one time zone, daylight saving included.
 *
 * The offset found last is remembered with the span it holds for, so that ten million events in rough order cost a comparison each.
 * Not thread-safe for that reason: one object a thread (copies are cheap).
 */
class LocalDays {
public:
    /// An unknown or empty name means UTC.
    explicit LocalDays(const QByteArray& ianaId);

    [[nodiscard]] QByteArray zone() const { return m_zone.id(); }
    /// Days since 1970-01-01 of the local calendar day that holds the instant.
    [[nodiscard]] qint64 dayOf(qint64 utc) const;
    /// Months since January 1970 of the local calendar month that holds the instant.
    [[nodiscard]] qint64 monthOf(qint64 utc) const;
    /// The first instant of a local day.
    [[nodiscard]] qint64 startOfDay(qint64 day) const;
    /// The first instant of a local month.
    [[nodiscard]] qint64 startOfMonth(qint64 month) const;
    [[nodiscard]] int offsetAt(qint64 utc) const; ///< seconds east of Greenwich

private:
    QTimeZone m_zone;
    mutable qint64 m_from = 1; // an empty span: the first question fills it
    mutable qint64 m_until = 0;
    mutable int m_offset = 0;
};

} // namespace lyceum

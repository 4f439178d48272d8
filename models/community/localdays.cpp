// SPDX-License-Identifier: GPL-3.0-or-later
#include "community/localdays.h"

#include <QDateTime>

#include <chrono>
#include <limits>

namespace lyceum {
namespace {

constexpr qint64 kDay = 86400;

qint64 floorDivide(qint64 value, qint64 by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

qint64 localMidnightToUtc(const LocalDays& days, qint64 day)
{
    // The offset at local midnight depends on the answer; two rounds settle it except where midnight does not exist (zones that
    // change then), and there the first instant of the day is found just after the gap.
    const qint64 local = day * kDay;
    qint64 utc = local - days.offsetAt(local);
    utc = local - days.offsetAt(utc);
    while (days.dayOf(utc) < day)
        utc += 900; // every transition in use lies on a quarter of an hour
    while (days.dayOf(utc - 1) == day)
        utc -= 900;
    return utc;
}

} // namespace

LocalDays::LocalDays(const QByteArray& ianaId)
    : m_zone(ianaId)
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
}

int LocalDays::offsetAt(qint64 utc) const
{
    if (utc >= m_from && utc < m_until)
        return m_offset;
    const QDateTime at = QDateTime::fromSecsSinceEpoch(utc, Qt::UTC);
    m_offset = m_zone.offsetFromUtc(at);
    m_from = std::numeric_limits<qint64>::min();
    m_until = std::numeric_limits<qint64>::max();
    if (m_zone.hasTransitions()) {
        // previousTransition() is strictly before its argument; one second later makes it "at or before `at`".
        if (const auto before = m_zone.previousTransition(at.addSecs(1)); before.atUtc.isValid())
            m_from = before.atUtc.toSecsSinceEpoch();
        if (const auto after = m_zone.nextTransition(at); after.atUtc.isValid())
            m_until = after.atUtc.toSecsSinceEpoch();
    }
    return m_offset;
}

qint64 LocalDays::dayOf(qint64 utc) const
{
    return floorDivide(utc + offsetAt(utc), kDay);
}

qint64 LocalDays::monthOf(qint64 utc) const
{
    const std::chrono::year_month_day date {std::chrono::sys_days(std::chrono::days(dayOf(utc)))};
    return (int(date.year()) - 1970) * 12 + qint64(unsigned(date.month())) - 1;
}

qint64 LocalDays::startOfDay(qint64 day) const
{
    return localMidnightToUtc(*this, day);
}

qint64 LocalDays::startOfMonth(qint64 month) const
{
    const qint64 year = 1970 + floorDivide(month, 12);
    const auto monthOfYear = unsigned(month - (year - 1970) * 12) + 1;
    const std::chrono::sys_days first = std::chrono::year(int(year)) / std::chrono::month(monthOfYear) / std::chrono::day(1);
    return startOfDay(first.time_since_epoch().count());
}

} // namespace lyceum

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace lyceum::storage {
namespace {

constexpr qint64 kDaysPerWeek = 7; // Julian day 0 was a Monday

} // namespace

QList<qint64> backupsToKeep(QList<qint64> madeAtUtc, const BackupRetention& retention, const QTimeZone& zone)
{
    std::ranges::sort(madeAtUtc, std::greater());
    QSet<qint64> days;
    QSet<qint64> weeks;
    QSet<qint64> months;
    QList<qint64> kept;
    // The first of a period, coming from the newest, is the one that stands for it.
    const auto standsFor = [](QSet<qint64>& periods, qint64 period, int limit) {
        if (periods.size() >= limit || periods.contains(period))
            return false;
        periods.insert(period);
        return true;
    };
    for (const qint64 at : std::as_const(madeAtUtc)) {
        if (!kept.isEmpty() && kept.last() == at)
            continue;
        const QDate date = QDateTime::fromSecsSinceEpoch(at, zone).date();
        const bool daily = standsFor(days, date.toJulianDay(), retention.daily);
        const bool weekly = standsFor(weeks, date.toJulianDay() / kDaysPerWeek, retention.weekly);
        const bool monthly = standsFor(months, date.year() * 12 + date.month(), retention.monthly);
        if (daily || weekly || monthly || kept.isEmpty())
            kept.append(at);
    }
    return kept;
}

} // namespace lyceum::storage

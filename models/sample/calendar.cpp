// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/calendar.h"

#include "sample/random.h"

#include <array>
#include <chrono>

namespace lyceum::sample {
namespace {

using namespace std::chrono;

constexpr qint64 kHomeOffset = 8 * kHour;

/// Hours of the day by which a share of what a day brings has happened: a dip at night, peaks before work and in the evening.
constexpr std::array<Quantile, 9> kDayShape {{
    {0.00, 0.0}, {0.05, 2.0}, {0.07, 6.5}, {0.20, 9.0}, {0.40, 12.5}, {0.55, 17.0}, {0.68, 19.5}, {0.95, 23.0}, {1.00, 24.0},
}};

qint64 floorDay(qint64 utc) { return utc - ((utc % kDay) + kDay) % kDay; }

year_month_day dateOf(qint64 utc) { return year_month_day(sys_days(days(floorDay(utc) / kDay))); }

} // namespace

qint64 addMonths(qint64 utc, int months_)
{
    year_month_day date = dateOf(utc) + months(months_);
    if (!date.ok())
        date = date.year() / date.month() / last;
    return qint64(sys_days(date).time_since_epoch().count()) * kDay + (utc - floorDay(utc));
}

int monthOf(qint64 utc) { return int(unsigned(dateOf(utc).month())); }

qint64 atHumanHour(qint64 utc)
{
    const qint64 midnight = floorDay(utc + kHomeOffset);
    const double share = double(utc + kHomeOffset - midnight) / double(kDay);
    return midnight - kHomeOffset + qint64(quantileAt(kDayShape, share) * double(kHour));
}

} // namespace lyceum::sample

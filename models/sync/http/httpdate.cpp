// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http/httpdate.h"

#include <QDateTime>
#include <QList>

#include <algorithm>
#include <array>

namespace lyceum::sync {

namespace {

/// Digits only: QByteArrayView::toInt would let signs and blanks pass.
std::optional<int> digits(QByteArrayView text)
{
    const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!plain || !ok)
        return std::nullopt;
    return value;
}

} // namespace

std::optional<qint64> parseHttpDate(QByteArrayView text)
{
    // By hand: the names are English whatever the locale, and Qt offers no parser for this form outside its own headers.
    static constexpr std::array<const char*, 12> kMonths
        = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    text = text.trimmed();
    if (text.size() != 29 || text.sliced(3, 2) != ", " || text.last(4) != " GMT" || text[19] != ':' || text[22] != ':')
        return std::nullopt;
    const auto month = std::find_if(kMonths.begin(), kMonths.end(), [&](const char* name) { return text.sliced(8, 3) == name; });
    const auto day = digits(text.sliced(5, 2));
    const auto year = digits(text.sliced(12, 4));
    const auto hour = digits(text.sliced(17, 2));
    const auto minute = digits(text.sliced(20, 2));
    const auto second = digits(text.sliced(23, 2));
    if (month == kMonths.end() || !day || !year || !hour || !minute || !second)
        return std::nullopt;
    const QDate date(*year, int(month - kMonths.begin()) + 1, *day);
    const QTime time(*hour, *minute, std::min(*second, 59)); // a leap second is 60
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(date, time, Qt::UTC).toSecsSinceEpoch();
}

std::optional<qint64> parseRetryAfter(QByteArrayView text, qint64 nowUtc)
{
    text = text.trimmed();
    if (const auto seconds = digits(text))
        return qint64(*seconds) * 1000;
    if (const auto at = parseHttpDate(text))
        return std::max<qint64>(0, *at - nowUtc) * 1000;
    return std::nullopt;
}

} // namespace lyceum::sync

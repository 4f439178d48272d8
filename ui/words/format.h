// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/money.h"

#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace lyceum::ui {

/// How numbers, money and times are written for a person: by the locale of the program's language, in the workspace's time zone.
/// A missing value is an empty string, never "null".
class Format {
public:
    explicit Format(QLocale locale = {}, QTimeZone zone = QTimeZone::systemTimeZone());

    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }

    [[nodiscard]] QString count(qint64 number) const; ///< 12,345
    [[nodiscard]] QString number(double value, int decimals = 1) const;
    [[nodiscard]] QString percent(double share, int decimals = 1) const; ///< 0.123 -> 12.3%
    [[nodiscard]] QString money(const Money& amount) const; ///< US$1,234.50, ¥1,234.50; no decimals where the currency has none
    [[nodiscard]] QString day(std::optional<qint64> utc) const; ///< short local date
    [[nodiscard]] QString instant(std::optional<qint64> utc) const; ///< short local date and time
    [[nodiscard]] QString fullInstant(std::optional<qint64> utc) const; ///< long, for a tool tip
    [[nodiscard]] QString bytes(qint64 size) const;
    [[nodiscard]] QString names(const QStringList& names) const; ///< one after the other: Founders, Circle; 创始会员、核心圈

private:
    QLocale m_locale;
    QTimeZone m_zone;
};

} // namespace lyceum::ui

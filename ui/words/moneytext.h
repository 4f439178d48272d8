// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/money.h"

#include <QLocale>

#include <optional>

namespace lyceum::ui {

/// An amount as a person types it into a field beside its currency: "5", "4.90", "1,234.50" by the locale, without a sign for the
/// currency. Nothing for what is no amount, is negative, has more decimals than the currency, or is beyond 10^12 minor units.
[[nodiscard]] std::optional<qint64> minorUnitsOf(const QString& text, const QString& currency, const QLocale& locale = {});
/// The same back, for the field to begin with: no sign, no grouping, decimals only where the currency has them.
[[nodiscard]] QString amountText(const Money& amount, const QLocale& locale = {});

} // namespace lyceum::ui

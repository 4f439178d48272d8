// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lyceum {

/// An amount in the minor units of its currency (cents, fen; yen have none), with the ISO 4217 code in upper case.
/// Amounts of two currencies are never added and never converted silently.
struct Money {
    qint64 minorUnits = 0;
    QString currency;

    friend bool operator==(const Money&, const Money&) = default;
};

/// Digits behind the decimal point of an ISO 4217 currency: 2 for most, 0 for JPY or KRW, 3 for KWD.
[[nodiscard]] int minorUnitDigits(const QString& currency);

} // namespace lyceum

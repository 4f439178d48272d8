// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/moneytext.h"

#include <QStringList>

namespace lyceum::ui {
namespace {

constexpr qsizetype kMostDigits = 12;

bool isDigits(const QString& text)
{
    for (const QChar letter : text) {
        if (letter < u'0' || letter > u'9')
            return false;
    }
    return true;
}

} // namespace

std::optional<qint64> minorUnitsOf(const QString& text, const QString& currency, const QLocale& locale)
{
    // No amount passes through a double: the digits are taken as they stand.
    QString plain = text.trimmed();
    plain.remove(locale.groupSeparator());
    const QStringList parts = plain.split(locale.decimalPoint());
    const int decimals = minorUnitDigits(currency);
    if (parts.size() > 2 || parts.first().isEmpty() || (parts.size() == 2 && (decimals == 0 || parts.last().size() > decimals)))
        return std::nullopt;
    const QString digits = parts.first() + (parts.size() == 2 ? parts.last() : QString()).leftJustified(decimals, u'0');
    if (!isDigits(digits) || digits.size() > kMostDigits)
        return std::nullopt;
    return digits.toLongLong();
}

QString amountText(const Money& amount, const QLocale& locale)
{
    const int decimals = minorUnitDigits(amount.currency);
    const QString digits = QString::number(amount.minorUnits).rightJustified(decimals + 1, u'0');
    const QString whole = digits.chopped(decimals);
    return decimals == 0 ? whole : whole + locale.decimalPoint() + digits.last(decimals);
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/format.h"

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

QString symbolOf(const QString& currency, const QLocale& locale)
{
    // The plain sign belongs to the currency of the reader's own country; elsewhere it would be ambiguous (US$, A$; JP¥).
    if (currency == locale.currencySymbol(QLocale::CurrencyIsoCode))
        return locale.currencySymbol(QLocale::CurrencySymbol);
    if (currency == "USD"_L1)
        return u"US$"_s;
    if (currency == "EUR"_L1)
        return u"€"_s;
    if (currency == "GBP"_L1)
        return u"£"_s;
    if (currency == "CNY"_L1)
        return u"CN¥"_s;
    if (currency == "JPY"_L1)
        return u"JP¥"_s;
    return currency + QChar(QChar::Nbsp);
}

} // namespace

Format::Format(QLocale locale, QTimeZone zone)
    : m_locale(std::move(locale))
    , m_zone(std::move(zone))
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
}

QString Format::count(qint64 number) const { return m_locale.toString(number); }
QString Format::number(double value, int decimals) const { return m_locale.toString(value, 'f', decimals); }

QString Format::percent(double share, int decimals) const
{
    return m_locale.toString(share * 100, 'f', decimals) + m_locale.percent();
}

QString Format::money(const Money& amount) const
{
    const int digits = minorUnitDigits(amount.currency);
    const qint64 unit = qint64(std::llround(std::pow(10, digits)));
    const qint64 absolute = std::abs(amount.minorUnits);
    // Whole and fraction are written from integers: no amount ever passes through a double.
    QString text = m_locale.toString(absolute / unit);
    if (digits > 0)
        text += m_locale.decimalPoint() + QString::number(absolute % unit).rightJustified(digits, u'0');
    text.prepend(symbolOf(amount.currency, m_locale));
    return amount.minorUnits < 0 ? m_locale.negativeSign() + text : text;
}

QString Format::day(std::optional<qint64> utc) const
{
    return utc ? m_locale.toString(QDateTime::fromSecsSinceEpoch(*utc, m_zone).date(), QLocale::ShortFormat) : QString();
}

QString Format::instant(std::optional<qint64> utc) const
{
    if (!utc)
        return {};
    const QDateTime at = QDateTime::fromSecsSinceEpoch(*utc, m_zone);
    return m_locale.toString(at.date(), QLocale::ShortFormat) + u' ' + m_locale.toString(at.time(), u"HH:mm"_s);
}

QString Format::fullInstant(std::optional<qint64> utc) const
{
    if (!utc)
        return {};
    const QDateTime at = QDateTime::fromSecsSinceEpoch(*utc, m_zone);
    return m_locale.toString(at.date(), QLocale::LongFormat) + u' ' + m_locale.toString(at.time(), u"HH:mm:ss"_s) + u' '
        + m_zone.displayName(at, QTimeZone::OffsetName, m_locale);
}

QString Format::bytes(qint64 size) const { return m_locale.formattedDataSize(size); }

QString Format::names(const QStringList& names) const
{
    const bool isChinese = m_locale.language() == QLocale::Chinese;
    return names.join(isChinese ? u"、"_s : u", "_s);
}

} // namespace lyceum::ui

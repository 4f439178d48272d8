// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/jsonrow.h"

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace lyceum::sync::ghost {

namespace {

/// Two or four digits at a fixed place; -1 when there is anything else.
int digitsAt(QStringView text, qsizetype at, qsizetype count)
{
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        if (text[i] < u'0' || text[i] > u'9')
            return -1;
        value = value * 10 + (text[i].unicode() - u'0');
    }
    return value;
}

std::optional<qint64> wholeNumber(const QJsonValue& value)
{
    // toInteger gives its default for what is no number and for a fraction: two defaults tell both from a value.
    const qint64 number = value.toInteger(-1);
    if (number == -1 && value.toInteger(-2) == -2)
        return std::nullopt;
    return number;
}

} // namespace

Error JsonFault::error() const
{
    return {Error::Kind::BadAnswer, m_path, u"missing or malformed in the answer: %1"_s.arg(m_path)};
}

std::optional<qint64> parseIsoTime(const QString& text)
{
    // Nearly every time comes in Ghost's own form, and there are a dozen in each row: read it without QDateTime.
    const QStringView t = text;
    if (t.size() >= 20 && t[4] == u'-' && t[7] == u'-' && t[10] == u'T' && t[13] == u':' && t[16] == u':' && t.last(1) == u'Z'
        && (t.size() == 20 || t[19] == u'.')) {
        const QDate date(digitsAt(t, 0, 4), digitsAt(t, 5, 2), digitsAt(t, 8, 2));
        const int hour = digitsAt(t, 11, 2);
        const int minute = digitsAt(t, 14, 2);
        const int second = digitsAt(t, 17, 2);
        if (!date.isValid() || !QTime::isValid(hour, minute, second))
            return std::nullopt;
        constexpr qint64 kJulianDayOfEpoch = 2'440'588;
        return (date.toJulianDay() - kJulianDayOfEpoch) * 86'400 + hour * 3'600 + minute * 60 + second;
    }
    const QDateTime other = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!other.isValid() || other.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return other.toSecsSinceEpoch();
}

QString JsonRow::pathOf(QLatin1StringView key) const
{
    return m_path.isEmpty() ? QString(key) : m_path + u'.' + key;
}

QString JsonRow::text(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (!value.isString())
        refuse(key);
    return value.toString();
}

QString JsonRow::textOr(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (!value.isString() && !value.isNull() && !value.isUndefined())
        refuse(key);
    return value.toString();
}

QString JsonRow::id(QLatin1StringView key) const
{
    const QString value = text(key);
    if (value.isEmpty())
        refuse(key);
    return value;
}

bool JsonRow::flag(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (!value.isBool())
        refuse(key);
    return value.toBool();
}

bool JsonRow::flagOr(QLatin1StringView key, bool otherwise) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isNull() || value.isUndefined())
        return otherwise;
    return flag(key);
}

qint64 JsonRow::number(QLatin1StringView key) const
{
    const auto value = wholeNumber(m_object.value(key));
    if (!value)
        refuse(key);
    return value.value_or(0);
}

qint64 JsonRow::numberOr(QLatin1StringView key, qint64 otherwise) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isNull() || value.isUndefined())
        return otherwise;
    return number(key);
}

std::optional<qint64> JsonRow::time(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isNull() || value.isUndefined())
        return std::nullopt;
    std::optional<qint64> seconds;
    if (value.isString()) {
        seconds = parseIsoTime(value.toString());
    } else if (value.isDouble()) {
        // Ghost on SQLite writes some times as milliseconds. Beyond year 9999 it is no time.
        const double milliseconds = value.toDouble();
        if (std::abs(milliseconds) < 253'402'300'800'000.0)
            seconds = qint64(std::floor(milliseconds / 1000));
    }
    if (!seconds)
        refuse(key);
    return seconds;
}

qint64 JsonRow::knownTime(QLatin1StringView key) const
{
    const auto seconds = time(key);
    if (!seconds)
        refuse(key);
    return seconds.value_or(0);
}

JsonRow JsonRow::row(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (!value.isObject())
        refuse(key);
    return {value.toObject(), pathOf(key), m_fault};
}

std::optional<JsonRow> JsonRow::rowOr(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isNull() || value.isUndefined())
        return std::nullopt;
    return row(key);
}

QList<JsonRow> JsonRow::objectsOf(QLatin1StringView key, const QJsonValue& value) const
{
    if (!value.isArray()) {
        refuse(key);
        return {};
    }
    const QJsonArray array = value.toArray();
    QList<JsonRow> rows;
    rows.reserve(array.size());
    const QString path = pathOf(key);
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString itemPath = path + u'[' + QString::number(i) + u']';
        const QJsonValue item = array.at(i);
        if (!item.isObject())
            m_fault->note(itemPath);
        rows.append(JsonRow(item.toObject(), itemPath, m_fault));
    }
    return rows;
}

QList<JsonRow> JsonRow::rows(QLatin1StringView key) const
{
    return objectsOf(key, m_object.value(key));
}

QList<JsonRow> JsonRow::rowsOr(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isNull() || value.isUndefined())
        return {};
    return objectsOf(key, value);
}

QStringList JsonRow::textsOr(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isNull() || value.isUndefined())
        return {};
    if (!value.isArray())
        refuse(key);
    QStringList texts;
    for (const QJsonValueConstRef item : value.toArray()) {
        if (!item.isString())
            refuse(key);
        texts.append(item.toString());
    }
    return texts;
}

} // namespace lyceum::sync::ghost

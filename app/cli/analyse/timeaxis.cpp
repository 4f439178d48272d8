// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/timeaxis.h"

#include "cli/words.h"

#include <QDate>
#include <QJsonValue>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lyceum::cli {

std::optional<double> TimeAxis::parse(const QString& text, Unit unit, int day)
{
    if (unit == Unit::Number) {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
    }
    const QDate date = QDate::fromString(unit == Unit::Month ? text + "-01"_L1 : text, u"yyyy-MM-dd"_s);
    if (!date.isValid() || (unit == Unit::DatedMonth && date.day() != day))
        return std::nullopt;
    return unit == Unit::Day ? double(date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) : double(date.year() * 12 + date.month() - 1);
}

Result<TimeAxis> TimeAxis::read(const AnalysisTable& table, const QString& column)
{
    TimeAxis axis;
    if (column.isEmpty()) {
        for (qsizetype row = 0; row < table.rows(); ++row)
            axis.m_values.push_back(double(row + 1));
        return axis;
    }
    const auto texts = table.texts(column);
    if (!texts)
        return tl::unexpected(texts.error());
    if (!texts->isEmpty())
        axis.m_day = QDate::fromString(texts->first(), u"yyyy-MM-dd"_s).day();
    // The first way to read them all; where there is none, the row that the most natural one stops at is the error.
    qsizetype furthest = -1;
    for (const Unit unit : {Unit::Number, Unit::Month, Unit::DatedMonth, Unit::Day}) {
        axis.m_unit = unit;
        axis.m_values.clear();
        for (const QString& text : *texts) {
            const auto value = parse(text, unit, axis.m_day);
            if (!value)
                break;
            axis.m_values.push_back(*value);
        }
        if (qsizetype(axis.m_values.size()) == texts->size())
            break;
        furthest = std::max(furthest, qsizetype(axis.m_values.size()));
    }
    if (qsizetype(axis.m_values.size()) < texts->size())
        return tl::unexpected(table.errorAt(furthest, column, Cli::tr("this is not a number, a month (2026-03) or a day (2026-03-01) like those before it.")));
    for (std::size_t i = 1; i < axis.m_values.size(); ++i) {
        if (axis.m_values[i] <= axis.m_values[i - 1])
            return tl::unexpected(table.errorAt(qsizetype(i), column, Cli::tr("this is not later than the row before.")));
    }
    return axis;
}

std::optional<qsizetype> TimeAxis::unevenRow() const
{
    if (m_values.size() < 3)
        return std::nullopt;
    const double step = m_values[1] - m_values[0];
    for (std::size_t i = 2; i < m_values.size(); ++i) {
        if (std::abs(m_values[i] - m_values[i - 1] - step) > 1e-6 * step)
            return qsizetype(i);
    }
    return std::nullopt;
}

std::optional<double> TimeAxis::parsed(const QString& text) const
{
    return parse(text, m_unit, m_day);
}

QJsonValue TimeAxis::jsonOf(double time) const
{
    return m_unit == Unit::Number ? QJsonValue(time) : QJsonValue(textOf(time));
}

QString TimeAxis::textOf(double time) const
{
    constexpr double kFurthest = 1e7; // beyond the calendar
    if (m_unit == Unit::Number || !(std::abs(time) < kFurthest))
        return QString::number(time, 'g', 10);
    const auto whole = qint64(std::floor(time + 1e-6));
    if (m_unit == Unit::Day)
        return QDate(1970, 1, 1).addDays(whole).toString(u"yyyy-MM-dd"_s);
    const QDate month(int(whole / 12), int(whole % 12) + 1, 1);
    if (m_unit == Unit::Month)
        return month.toString(u"yyyy-MM"_s);
    return QDate(month.year(), month.month(), std::min(m_day, month.daysInMonth())).toString(u"yyyy-MM-dd"_s);
}

double TimeAxis::ahead(qsizetype steps) const
{
    if (m_values.size() < 2)
        return (m_values.empty() ? 0 : m_values.back()) + double(steps);
    return m_values.back() + double(steps) * (m_values.back() - m_values.front()) / double(m_values.size() - 1);
}

Error seriesError(const analytics::AnalyticsError& error, const AnalysisTable& table, const QString& path, const QString& timeColumn, const QString& valueColumn)
{
    using enum analytics::AnalyticsError::Kind;
    const qsizetype row = std::min(qsizetype(error.index), std::max<qsizetype>(table.rows() - 1, 0));
    switch (error.kind) {
    case BadValue:
        return table.errorAt(row, valueColumn, Cli::tr("this method does not take a number so low."));
    case BadRange:
        if (!timeColumn.isEmpty() && error.index > 0)
            return table.errorAt(row, timeColumn, Cli::tr("the time from the row before to this one is not as long as the others."));
        break;
    case TooFew:
        return {Error::Kind::BadInput, path, Cli::tr("it has too few rows for this method.")};
    case NoVariation:
        return {Error::Kind::BadInput, u"column %1"_s.arg(valueColumn), Cli::tr("all its numbers are the same.")};
    case NotConverged:
    case Singular:
        return {Error::Kind::BadInput, u"column %1"_s.arg(valueColumn), Cli::tr("its numbers do not have the shape of this model.")};
    default:
        break;
    }
    return {Error::Kind::BadInput, path, Cli::tr("this cannot be computed with.")};
}

} // namespace lyceum::cli

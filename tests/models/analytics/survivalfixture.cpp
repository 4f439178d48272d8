// SPDX-License-Identifier: GPL-3.0-or-later
#include "survivalfixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace lyceum::analytics::fixture {
namespace {

QByteArray readAll(const QString& fileName)
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/survival/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

/// The number of each row's value among the sorted distinct values of a column.
std::vector<std::uint32_t> levels(const std::vector<QByteArray>& values)
{
    const std::set<QByteArray> distinct(values.begin(), values.end());
    std::vector<std::uint32_t> numbers;
    for (const QByteArray& value : values)
        numbers.push_back(std::uint32_t(std::distance(distinct.begin(), distinct.find(value))));
    return numbers;
}

} // namespace

Subjects Subjects::only(std::uint32_t group) const
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (groups.at(i) == group)
            order.push_back(i);
    }
    return reordered(order);
}

Subjects Subjects::reordered(const std::vector<std::size_t>& order) const
{
    Subjects result;
    for (const std::size_t i : order) {
        result.times.push_back(times.at(i));
        result.events.push_back(events.at(i));
        if (!entries.empty())
            result.entries.push_back(entries.at(i));
        if (!groups.empty())
            result.groups.push_back(groups.at(i));
        if (!strata.empty())
            result.strata.push_back(strata.at(i));
    }
    return result;
}

Table::Table(const QString& fileName, char separator)
{
    const QByteArrayList lines = readAll(fileName).split('\n');
    const QByteArrayList header = lines.first().trimmed().split(separator);
    for (qsizetype i = 0; i < header.size(); ++i)
        m_columns.insert(header.at(i), i);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (!lines.at(i).trimmed().isEmpty())
            m_rows.append(lines.at(i).trimmed().split(separator));
    }
}

QByteArray Table::text(qsizetype row, const char* column) const
{
    return m_rows.at(row).at(m_columns.value(column, -1));
}

double Table::number(qsizetype row, const char* column) const
{
    bool ok = false;
    const double value = text(row, column).toDouble(&ok);
    if (!ok)
        qFatal("row %lld of %s is no number", static_cast<long long>(row), column);
    return value;
}

Subjects telco(const char* groupColumn, const char* stratumColumn)
{
    const Table table(u"telco.csv"_s, ',');
    Subjects result;
    std::vector<QByteArray> groups;
    std::vector<QByteArray> strata;
    for (qsizetype row = 0; row < table.rows(); ++row) {
        if (table.number(row, "tenure") <= 0)
            continue;
        result.times.push_back(table.number(row, "tenure"));
        result.events.push_back(table.text(row, "churn") == "Yes" ? 1 : 0);
        groups.push_back(table.text(row, groupColumn));
        strata.push_back(table.text(row, stratumColumn));
    }
    result.groups = levels(groups);
    result.strata = levels(strata);
    return result;
}

Subjects rossi()
{
    const Table table(u"rossi.csv"_s, ',');
    Subjects result;
    for (qsizetype row = 0; row < table.rows(); ++row) {
        result.times.push_back(table.number(row, "week"));
        result.events.push_back(table.text(row, "arrest") == "1" ? 1 : 0);
        result.groups.push_back(table.text(row, "fin") == "1" ? 1 : 0);
    }
    return result;
}

Subjects aids()
{
    const Table table(u"multicenter_aids_cohort.tsv"_s, '\t');
    Subjects result;
    for (qsizetype row = 0; row < table.rows(); ++row) {
        result.entries.push_back(table.number(row, "W"));
        result.times.push_back(table.number(row, "T"));
        result.events.push_back(table.text(row, "D") == "1" ? 1 : 0);
    }
    return result;
}

Subjects freireich()
{
    Subjects result;
    const QJsonArray rows = reference("freireich").value("data"_L1).toArray();
    for (const QJsonValue& row : rows) {
        result.times.push_back(row["t"_L1].toDouble());
        result.events.push_back(row["e"_L1].toInt() == 1 ? 1 : 0);
        result.groups.push_back(row["g"_L1].toString() == "placebo"_L1 ? 1 : 0);
    }
    return result;
}

QJsonObject reference(const char* study)
{
    const QJsonDocument document = QJsonDocument::fromJson(readAll(u"r-survival.json"_s));
    return document.object().value(QLatin1StringView(study)).toObject();
}

QByteArray difference(const char* what, std::optional<double> actual, const QJsonValue& expected)
{
    const QByteArray found = actual ? QByteArray::number(*actual, 'g', 17) : QByteArray("missing");
    if (expected.isUndefined())
        return QByteArray(what) + ": the reference has no such value";
    if (expected.isNull())
        return actual ? QByteArray(what) + ": " + found + " instead of missing" : QByteArray();
    const double wanted = expected.toDouble();
    if (actual && std::abs(*actual - wanted) <= 1e-9 * std::abs(wanted))
        return {};
    return QByteArray(what) + ": " + found + " instead of " + QByteArray::number(wanted, 'g', 17);
}

double Uniform::operator()()
{
    m_state += 0x9E3779B97F4A7C15U;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    z ^= z >> 31;
    return double(z >> 11) * 0x1p-53;
}

std::uint64_t Uniform::below(std::uint64_t bound)
{
    return std::uint64_t((*this)() * double(bound));
}

} // namespace lyceum::analytics::fixture

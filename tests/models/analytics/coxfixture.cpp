// SPDX-License-Identifier: GPL-3.0-or-later
#include "coxfixture.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QList>
#include <QtGlobal>

#include <cmath>

namespace lyceum::analytics::fixture {
namespace {

QByteArray contents(const QString& fileName)
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

} // namespace

std::vector<double> CoxSubjects::column(std::size_t j) const
{
    const auto n = std::ptrdiff_t(times.size());
    const auto begin = columns.begin() + n * std::ptrdiff_t(j);
    return {begin, begin + n};
}

void CoxSubjects::addColumn(const std::vector<double>& values)
{
    columns.insert(columns.end(), values.begin(), values.end());
    ++columnCount;
}

CoxSubjects coxSubjects(const QString& fileName, char separator, const CoxColumns& columns)
{
    const QList<QByteArray> lines = contents(fileName).replace('"', "").trimmed().split('\n');
    QHash<QString, qsizetype> places;
    const QList<QByteArray> header = lines.first().trimmed().split(separator);
    for (qsizetype i = 0; i < header.size(); ++i)
        places.insert(QString::fromLatin1(header.at(i)), i);

    CoxSubjects subjects;
    std::vector<std::vector<double>> covariates(std::size_t(columns.covariates.size()));
    for (const QByteArray& line : lines.sliced(1)) {
        const QList<QByteArray> cells = line.trimmed().split(separator);
        const auto cell = [&](const QString& name) { return cells.at(places.value(name, -1)); };
        if (cell(columns.time).toDouble() <= 0)
            continue;
        subjects.times.push_back(cell(columns.time).toDouble());
        subjects.events.push_back(cell(columns.event) == "1" || cell(columns.event) == "Yes" ? 1 : 0);
        if (!columns.entry.isEmpty())
            subjects.entries.push_back(cell(columns.entry).toDouble());
        if (!columns.stratum.isEmpty())
            subjects.strata.push_back(cell(columns.stratum).toUInt());
        for (std::size_t j = 0; j < covariates.size(); ++j) {
            const QStringList parts = columns.covariates.at(qsizetype(j)).split(u'=');
            const QByteArray value = cell(parts.first());
            covariates[j].push_back(
                parts.size() == 1 ? value.toDouble() : QString::fromLatin1(value) == parts.last() ? 1.0 : 0.0);
        }
    }
    for (const std::vector<double>& values : covariates)
        subjects.addColumn(values);
    return subjects;
}

QJsonObject json(const QString& fileName)
{
    const QJsonDocument document = QJsonDocument::fromJson(contents(fileName));
    if (!document.isObject())
        qFatal("%s is no JSON", qPrintable(fileName));
    return document.object();
}

QByteArray apart(const char* what, double actual, const QJsonValue& expected, double tolerance)
{
    if (!expected.isDouble())
        return QByteArray(what) + ": the reference has no such number";
    const double wanted = expected.toDouble();
    if (std::abs(actual - wanted) <= tolerance * std::max(std::abs(wanted), 1e-3))
        return {};
    return QByteArray(what) + ": " + QByteArray::number(actual, 'g', 17) + " instead of "
        + QByteArray::number(wanted, 'g', 17);
}

} // namespace lyceum::analytics::fixture

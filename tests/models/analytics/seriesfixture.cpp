// SPDX-License-Identifier: GPL-3.0-or-later
#include "seriesfixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace lyceum::analytics::fixture {
namespace {

QByteArray contentOf(const QString& name)
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

double numberIn(const QByteArray& cell)
{
    bool isNumber = false;
    const double number = cell.trimmed().toDouble(&isNumber);
    if (!isNumber)
        qFatal("\"%s\" is no number", cell.constData());
    return number;
}

std::vector<double> column(const QString& name, char separator, int index)
{
    std::vector<double> values;
    const QByteArrayList lines = contentOf(name).split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (!lines.at(i).trimmed().isEmpty())
            values.push_back(numberIn(lines.at(i).split(separator).at(index)));
    }
    return values;
}

} // namespace

QJsonObject growthReference(const char* part)
{
    const QJsonObject all = QJsonDocument::fromJson(contentOf(u"growth/r-growth.json"_s)).object();
    const QJsonObject found = all.value(QLatin1StringView(part)).toObject();
    if (found.isEmpty())
        qFatal("the reference has no %s", part);
    return found;
}

std::vector<double> airPassengers()
{
    return column(u"forecast/airpassengers.csv"_s, ',', 1);
}

std::vector<double> subscribers()
{
    std::vector<double> members = column(u"growth/netflix_subscribers.csv"_s, ';', 1);
    for (double& count : members)
        count /= 1e6;
    return members;
}

std::vector<double> countingTimes(std::size_t n)
{
    std::vector<double> times;
    for (std::size_t i = 0; i < n; ++i)
        times.push_back(double(i));
    return times;
}

std::vector<CompetitionSeries> competition()
{
    std::vector<CompetitionSeries> all;
    const QByteArrayList lines = contentOf(u"forecast/m1-monthly.csv"_s).split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArrayList cells = lines.at(i).trimmed().split(';');
        if (cells.size() < 8)
            continue;
        CompetitionSeries one;
        one.name = cells.at(0);
        one.model = cells.at(1);
        one.logLikelihood = numberIn(cells.at(2));
        one.etsSmape = numberIn(cells.at(3));
        one.thetaSmape = numberIn(cells.at(4));
        one.thetaSmoothing = numberIn(cells.at(5));
        for (const QByteArray& cell : cells.at(6).split(' '))
            one.past.push_back(numberIn(cell));
        for (const QByteArray& cell : cells.at(7).split(' '))
            one.future.push_back(numberIn(cell));
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<double> numbersOf(const QJsonValue& array)
{
    std::vector<double> numbers;
    const QJsonArray values = array.toArray();
    for (const QJsonValue& value : values)
        numbers.push_back(value.toDouble());
    return numbers;
}

QByteArray farApart(const char* what, double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance * std::max(1.0, std::abs(expected)))
        return {};
    return QByteArray(what) + ": " + QByteArray::number(actual, 'g', 17) + " instead of " + QByteArray::number(expected, 'g', 17);
}

QByteArray farApart(const char* what, const std::vector<double>& actual, const std::vector<double>& expected, double tolerance)
{
    if (actual.size() != expected.size() || expected.empty())
        return QByteArray(what) + ": " + QByteArray::number(qsizetype(actual.size())) + " numbers instead of " + QByteArray::number(qsizetype(expected.size()));
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const QByteArray wrong = farApart(what, actual[i], expected[i], tolerance);
        if (!wrong.isEmpty())
            return wrong + " at " + QByteArray::number(qsizetype(i));
    }
    return {};
}

} // namespace lyceum::analytics::fixture

// SPDX-License-Identifier: GPL-3.0-or-later
#include "customerfixture.h"

#include <QDate>
#include <QFile>
#include <QJsonDocument>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace lyceum::analytics::fixture {
namespace {

QByteArray readAll(const char* name)
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/customers/") + QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

/// The fields of a table's rows, without the header.
QList<QByteArrayList> rowsOf(const char* name)
{
    QList<QByteArrayList> rows;
    for (const QByteArray& line : readAll(name).split('\n').mid(1)) {
        if (!line.trimmed().isEmpty())
            rows.append(line.trimmed().split(','));
    }
    return rows;
}

} // namespace

Customers cdnow()
{
    Customers customers;
    for (const QByteArrayList& row : rowsOf("cdnow_customers_summary.csv"))
        customers.add(std::int64_t(row.at(1).toDouble()), row.at(2).toDouble(), row.at(3).toDouble());
    return customers;
}

Customers cdnowWithSpend()
{
    Customers customers;
    for (const QByteArrayList& row : rowsOf("cdnow_customers_summary_with_transactions.csv")) {
        customers.add(std::int64_t(row.at(1).toDouble()), row.at(2).toDouble(), row.at(3).toDouble());
        customers.spend.push_back(row.at(4).toDouble());
    }
    return customers;
}

Customers cdnowFromPurchases()
{
    const QDate end(1997, 9, 30);
    std::map<int, std::set<qint64>> daysOf;
    for (const QByteArray& line : readAll("CDNOW_sample.txt").split('\n')) {
        const QByteArrayList fields = line.simplified().split(' ');
        if (fields.size() == 5)
            daysOf[fields.at(1).toInt()].insert(QDate::fromString(QString::fromLatin1(fields.at(2)), u"yyyyMMdd"_s).toJulianDay());
    }
    Customers customers;
    for (const auto& [id, days] : daysOf) {
        const qint64 first = *days.begin();
        const auto after = days.upper_bound(end.toJulianDay());
        const auto x = std::int64_t(std::distance(days.begin(), after)) - 1;
        customers.add(x, double(*std::prev(after) - first) / 7, double(end.toJulianDay() - first) / 7);
        customers.holdout.push_back(std::int64_t(std::distance(after, days.end())));
    }
    return customers;
}

Customers donations()
{
    Customers customers;
    for (const QByteArrayList& row : rowsOf("donations.csv")) {
        customers.add(row.at(0).toLongLong(), row.at(1).toDouble(), row.at(2).toDouble());
        customers.weight.push_back(row.at(3).toLongLong());
    }
    return customers;
}

QJsonObject customerReference(const char* part)
{
    return QJsonDocument::fromJson(readAll("reference.json")).object()[QLatin1StringView(part)].toObject();
}

} // namespace lyceum::analytics::fixture

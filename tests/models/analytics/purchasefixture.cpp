// SPDX-License-Identifier: GPL-3.0-or-later
#include "purchasefixture.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace lyceum::analytics::fixture {
namespace {

QByteArray readAll(const QString& fileName)
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/cohorts/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

} // namespace

Purchases purchases()
{
    Purchases all;
    const QList<QByteArray> lines = readAll(u"cdnow.csv"_s).split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> fields = lines.at(i).trimmed().split(',');
        if (fields.size() != 3)
            continue;
        all.members.push_back(fields.at(0).toUInt() - 1);
        const QDate date = QDate::fromString(QString::fromLatin1(fields.at(1)), Qt::ISODate);
        all.times.push_back(date.startOfDay(QTimeZone::utc()).toSecsSinceEpoch());
        all.cents.push_back(fields.at(2).toLongLong());
        all.memberCount = std::max(all.memberCount, all.members.back() + 1);
    }
    return all;
}

QJsonObject pandas()
{
    return QJsonDocument::fromJson(readAll(u"pandas.json"_s)).object();
}

std::vector<std::int64_t> monthStarts(std::int32_t first, std::int32_t last)
{
    std::vector<std::int64_t> starts;
    for (std::int32_t month = first; month <= last + 1; ++month)
        starts.push_back(QDate(month / 12, month % 12 + 1, 1).startOfDay(QTimeZone::utc()).toSecsSinceEpoch());
    return starts;
}

std::vector<std::int64_t> dayStarts(std::int64_t first, int days)
{
    std::vector<std::int64_t> starts;
    for (int day = 0; day <= days; ++day)
        starts.push_back(first + std::int64_t(day) * 86'400);
    return starts;
}

} // namespace lyceum::analytics::fixture

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/rowtimes.h"

#include "cli/words.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace lyceum::cli {

Result<std::vector<double>> rowTimes(const AnalysisTable& table, const QString& column)
{
    const auto texts = table.texts(column);
    if (!texts)
        return tl::unexpected(texts.error());
    bool isNumber = texts->isEmpty();
    if (!texts->isEmpty())
        texts->first().toDouble(&isNumber);
    if (isNumber)
        return table.numbers(column);
    if (QDate::fromString(texts->first(), u"yyyy-MM"_s).isValid()) {
        std::vector<double> months;
        months.reserve(std::size_t(texts->size()));
        for (const QString& text : *texts) {
            const QDate month = QDate::fromString(text, u"yyyy-MM"_s);
            if (!month.isValid())
                return tl::unexpected(table.errorAt(qsizetype(months.size()), column, Cli::tr("this is not a month (2026-03).")));
            months.push_back(month.year() * 12.0 + month.month());
        }
        return months;
    }
    const auto instants = table.instants(column);
    if (!instants)
        return tl::unexpected(instants.error());
    std::vector<double> days;
    days.reserve(instants->size());
    for (const std::int64_t instant : *instants)
        days.push_back(double(instant) / 86'400);
    return days;
}

} // namespace lyceum::cli

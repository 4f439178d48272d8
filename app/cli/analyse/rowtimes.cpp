// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/rowtimes.h"

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

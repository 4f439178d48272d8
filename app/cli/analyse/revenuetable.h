// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/revenue/subscriptionchanges.h"
#include "base/result.h"
#include "cli/arguments.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <vector>

namespace lyceum::cli {

/// The subscriptions of one currency.
struct SubscriptionBook {
    QString currency; ///< as in the file; empty without the column
    std::vector<analytics::SubscriptionSpell> spells;
    std::vector<qint64> rows; ///< where each stands in the file, as a spreadsheet counts
};

struct SubscriptionTable {
    std::vector<SubscriptionBook> books; ///< by currency
    QStringList members;
    std::int64_t first = 0; ///< the earliest start, UTC seconds
};

/// The options that name the columns of readSubscriptions().
[[nodiscard]] QList<Option> subscriptionOptions();

/**
 * Reads a CSV of subscriptions, one a row: --member, --start, --end, --cancelled, --trial-end, --amount, --interval, --discount,
 * --discount-end, --currency. Ends may be empty. Dates mean their midnight in `zone`.
 *
 * Errors: BadInput with the row and column, and those of AnalysisTable.
 */
[[nodiscard]] Result<SubscriptionTable> readSubscriptions(const Arguments& arguments, const QTimeZone& zone);

} // namespace lyceum::cli

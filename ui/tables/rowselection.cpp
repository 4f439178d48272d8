// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/rowselection.h"

#include <QItemSelectionModel>

#include <algorithm>
#include <utility>

namespace lyceum::ui {
namespace {

/// First and last row of each range, ascending and without overlap: rows are selected whole, but Qt may cut a range by columns.
QList<std::pair<int, int>> rangesOf(const QItemSelectionModel& selection)
{
    QList<std::pair<int, int>> ranges;
    for (const QItemSelectionRange& range : selection.selection())
        ranges.append({range.top(), range.bottom()});
    std::ranges::sort(ranges);
    QList<std::pair<int, int>> joined;
    for (const auto& range : std::as_const(ranges)) {
        if (!joined.isEmpty() && range.first <= joined.last().second + 1)
            joined.last().second = std::max(joined.last().second, range.second);
        else
            joined.append(range);
    }
    return joined;
}

} // namespace

QList<int> selectedRows(const QItemSelectionModel& selection)
{
    QList<int> rows;
    const auto ranges = rangesOf(selection);
    for (const auto& [first, last] : ranges) {
        for (int row = first; row <= last; ++row)
            rows.append(row);
    }
    return rows;
}

qsizetype selectedRowCount(const QItemSelectionModel& selection)
{
    qsizetype count = 0;
    const auto ranges = rangesOf(selection);
    for (const auto& [first, last] : ranges)
        count += last - first + 1;
    return count;
}

void selectRows(QItemSelectionModel& selection, const QList<int>& rows)
{
    const QAbstractItemModel* model = selection.model();
    QItemSelection wanted;
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype end = i + 1;
        while (end < rows.size() && rows.at(end) == rows.at(end - 1) + 1)
            ++end;
        wanted.append(QItemSelectionRange(model->index(rows.at(i), 0), model->index(rows.at(end - 1), model->columnCount() - 1)));
        i = end;
    }
    selection.select(wanted, QItemSelectionModel::ClearAndSelect);
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QItemSelectionModel;

namespace lyceum::ui {

// Selections of whole rows, by ranges: a hundred thousand rows cost what their ranges cost, and no row is read for it.

/// The selected rows in ascending order.
[[nodiscard]] QList<int> selectedRows(const QItemSelectionModel& selection);
[[nodiscard]] qsizetype selectedRowCount(const QItemSelectionModel& selection);
/// Selects exactly these rows, which must be in ascending order.
void selectRows(QItemSelectionModel& selection, const QList<int>& rows);

} // namespace lyceum::ui

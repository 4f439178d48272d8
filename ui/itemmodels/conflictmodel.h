// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspace.h"

#include <QAbstractListModel>

namespace lyceum::ui {

/// One row that was changed here and on the site, with the fields that wait for a decision.
struct ConflictItem {
    workspace::Entity entity = workspace::Entity::Member;
    qint64 row = 0;
    QString title;
    QList<workspace::OpenConflict> fields;
};

/// The rows with open conflicts, in the order these were found. Rows that stay keep their place, and the view its selection.
class ConflictModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setConflicts(const QList<workspace::OpenConflict>& conflicts);
    [[nodiscard]] const ConflictItem& itemAt(int row) const { return m_items.at(row); }
    [[nodiscard]] int rowOf(workspace::Entity entity, qint64 row) const; ///< -1 when it is in no conflict

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// Two lines: what it is called, and its kind with the number of fields.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<ConflictItem> m_items;
};

} // namespace lyceum::ui

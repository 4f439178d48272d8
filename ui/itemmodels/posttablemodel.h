// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/pagedtablemodel.h"
#include "words/format.h"
#include "workspace/workspace.h"

namespace lyceum::ui {

/// The posts as a table.
class PostTableModel final : public PagedTableModel<PostId, workspace::PostRow> {
    Q_OBJECT

public:
    enum Column { Title, Status, Visibility, Tags, Published, Comments, ColumnCount };

    PostTableModel(AskRows askRows, Format format, QObject* parent = nullptr);

    [[nodiscard]] static std::optional<workspace::PostQuery::Sort> sortOf(int column);

protected:
    [[nodiscard]] QVariant cell(const workspace::PostRow& row, int column, int role) const override;
    [[nodiscard]] QString titleOf(int column) const override;
    [[nodiscard]] bool isNumeric(int column) const override;
};

} // namespace lyceum::ui

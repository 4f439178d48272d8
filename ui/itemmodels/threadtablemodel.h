// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/pagedtablemodel.h"
#include "words/format.h"
#include "workspace/workspace.h"

namespace lyceum::ui {

/// The discussion threads as a table.
class ThreadTableModel final : public PagedTableModel<CommentId, workspace::ThreadRow> {
    Q_OBJECT

public:
    enum Column { Text, Member, Post, Written, Replies, Likes, Reports, ColumnCount };

    ThreadTableModel(AskRows askRows, Format format, QObject* parent = nullptr);

    /// `descending` tells Newest from Oldest.
    [[nodiscard]] static std::optional<workspace::ThreadQuery::Sort> sortOf(int column, bool descending);

protected:
    [[nodiscard]] QVariant cell(const workspace::ThreadRow& row, int column, int role) const override;
    [[nodiscard]] QString titleOf(int column) const override;
    [[nodiscard]] bool isNumeric(int column) const override;
};

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/pagedtablemodel.h"
#include "words/format.h"
#include "workspace/workspace.h"

namespace lyceum::ui {

/// The members as a table.
class MemberTableModel final : public PagedTableModel<MemberId, workspace::MemberRow> {
    Q_OBJECT

public:
    enum Column { Name, Email, Status, Tiers, Labels, Joined, LastSeen, Source, ColumnCount };

    MemberTableModel(AskRows askRows, Format format, QObject* parent = nullptr);

    /// How to ask for the order of a column; nullopt for columns that have none.
    [[nodiscard]] static std::optional<workspace::MemberQuery::Sort> sortOf(int column);

protected:
    [[nodiscard]] QVariant cell(const workspace::MemberRow& row, int column, int role) const override;
    [[nodiscard]] QString titleOf(int column) const override;
};

} // namespace lyceum::ui

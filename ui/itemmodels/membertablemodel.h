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

    void setFormat(Format format); ///< after another workspace or language; texts are made anew

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// How to ask for the order of a column; nullopt for columns that have none.
    [[nodiscard]] static std::optional<workspace::MemberQuery::Sort> sortOf(int column);

protected:
    [[nodiscard]] QVariant cell(const workspace::MemberRow& row, int column, int role) const override;

private:
    Format m_format;
};

} // namespace lyceum::ui

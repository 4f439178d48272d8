// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/pagedtablemodel.h"
#include "words/format.h"
#include "workspace/workspace.h"

#include <functional>

namespace lyceum::ui {

/// The journal, newest first: read on as one scrolls. What is new stands on top without moving what one looks at.
class JournalTableModel final : public PagedTableModelBase {
    Q_OBJECT

public:
    using Ask = std::function<QFuture<Result<QList<workspace::JournalEntry>>>(const workspace::JournalQuery& query)>;

    enum Column { Action, When, Author, From, Changes, State, ColumnCount };

    static constexpr int kPageEntries = 100;

    JournalTableModel(Ask ask, Format format, QObject* parent = nullptr);

    /// Begins anew; answers to the former question are dropped. Limit and cursor of `query` are the model's own.
    void setQuery(const workspace::JournalQuery& query, Format format);
    /// Asks for what is new, and whether something was undone; while an answer is under way, once more when it is there.
    void refresh();

    [[nodiscard]] const workspace::JournalEntry* entryAt(int row) const;
    [[nodiscard]] int rowOf(qint64 entry) const; ///< -1 when it is not read

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

private:
    void append(const QList<workspace::JournalEntry>& older, int limit);
    void renew(const QList<workspace::JournalEntry>& newest, int limit);
    [[nodiscard]] QString cell(const workspace::JournalEntry& entry, Column column, bool full) const;

    Ask m_ask;
    Format m_format;
    workspace::JournalQuery m_query;
    QList<workspace::JournalEntry> m_entries;
    bool m_more = false;
    bool m_loading = false;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
    int m_generation = 0;
};

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "words/format.h"
#include "workspace/workspace.h"

#include <QAbstractTableModel>
#include <QFuture>

#include <functional>

namespace lyceum::ui {

/**
 * The changes the site has yet to learn, oldest first, as a table that reads on while one scrolls.
 *
 * A sync takes rows away by the hundred. The same question asked again moves nothing under the cursor: rows that stay, stay, with
 * the selection on them.
 */
class OutboxModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using Items = QList<workspace::OutboxItem>;
    using Ask = std::function<QFuture<Result<Items>>(const workspace::OutboxQuery&)>;

    enum Column { Title, State, Change, Kind, Since, ColumnCount };
    static constexpr int kPageRows = 1000;

    OutboxModel(Ask ask, Format format, QObject* parent = nullptr);

    /// Another question: begins anew with its first page. `filter`'s limit is of no account.
    void setFilter(const workspace::OutboxQuery& filter);
    void refresh(); ///< the same question, as far as was read
    void setFormat(Format format);
    void clear(); ///< rows and filter: another workspace, or none

    [[nodiscard]] const workspace::OutboxItem& itemAt(int row) const { return m_items.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void loaded();
    void loadFailed(const lyceum::Error& error);

private:
    void ask();
    void take(const Items& items);
    [[nodiscard]] bool follow(const Items& items);
    void removeMissing(const QSet<std::pair<int, qint64>>& kept);
    void replaceAll(const Items& items);

    Ask m_ask;
    Format m_format;
    workspace::OutboxQuery m_filter;
    Items m_items;
    int m_wanted = kPageRows;
    int m_generation = 0;
    bool m_more = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace lyceum::ui

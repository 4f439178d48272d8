// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "words/format.h"
#include "workspace/workspace.h"

#include <QAbstractListModel>

#include <functional>

namespace lyceum::ui {

/// A member's history, newest first: read on as one scrolls.
class TimelineModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using Ask = std::function<QFuture<Result<workspace::TimelinePage>>(std::optional<workspace::TimelineCursor> after)>;

    enum Role {
        WhenRole = Qt::UserRole, ///< local date and time as text
        DetailRole, ///< the second line: text of the comment, link, amount; may be empty
        EntryRole, ///< TimelineEntry
        PostRole, ///< qint64, 0 where it is about no post
    };

    explicit TimelineModel(Format format, QObject* parent = nullptr);

    /// Begins anew with another question; answers to the former are dropped.
    void setSource(Ask ask, Format format);
    [[nodiscard]] bool isLoading() const { return m_loading; }
    void retry();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void loaded();
    void loadFailed(const lyceum::Error& error);

private:
    [[nodiscard]] QString what(const workspace::TimelineEntry& entry) const;
    [[nodiscard]] QString detail(const workspace::TimelineEntry& entry) const;

    Ask m_ask;
    Format m_format;
    QList<workspace::TimelineEntry> m_entries;
    std::optional<workspace::TimelineCursor> m_next;
    bool m_more = false;
    bool m_loading = false;
    int m_generation = 0;
};

} // namespace lyceum::ui

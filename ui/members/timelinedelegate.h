// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace lyceum::ui {

class Theme;

/// A line of a member's history: when, what, and below it the detail in muted text.
class TimelineDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit TimelineDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace lyceum::ui

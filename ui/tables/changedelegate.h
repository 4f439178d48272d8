// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace lyceum::ui {

class Theme;

/// A line of a ChangeListModel: what became of a field, wrapped where it is long, and below it in muted text whose, or by whom.
class ChangeDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ChangeDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace lyceum::ui

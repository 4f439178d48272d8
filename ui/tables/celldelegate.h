// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace lyceum::ui {

class Theme;

/// Paints a cell of a list: the first column in bold, a list of strings (RawRole) as chips, everything else as text.
class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CellDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    void paintChips(QPainter* painter, const QStyleOptionViewItem& option, const QStringList& texts) const;

    const Theme& m_theme;
};

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace lyceum::ui {

/**
 * The line above the table: how many of those found are selected, a way to select them all, and what can be done with them. It always
 * keeps its place, so that no row moves away under the mouse while one selects.
 */
class BulkBar final : public QFrame {
    Q_OBJECT

public:
    explicit BulkBar(const PageContext& context, QWidget* parent = nullptr);

    void setCounts(qint64 selected, qint64 found);
    /// Takes nothing over: the action's owner stays whoever made it.
    void addCommand(QAction* action);
    void setMore(QMenu* menu); ///< what stands under "More"

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void selectAllRequested();
    void clearRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PageContext m_context;
    QHBoxLayout* m_layout;
    QLabel* m_text;
    QToolButton* m_all;
    QToolButton* m_clear;
    QToolButton* m_more;
    bool m_isBulk = false;
};

} // namespace lyceum::ui

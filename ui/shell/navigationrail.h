// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/page.h"

#include <QFrame>
#include <QList>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace lyceum::ui {

class Theme;

/// The pages at the left: a word beside each icon until the window is narrow. Up and Down move, Enter and Space open.
class NavigationRail final : public QFrame {
    Q_OBJECT

public:
    explicit NavigationRail(const Theme& theme, QWidget* parent = nullptr);

    /// Pages stand in the order added; the Journal, Sync and Settings stand at the foot.
    void addPage(PageKind kind, Icon icon, const QString& title);
    void setCurrent(PageKind kind);
    void setTitles(const QList<std::pair<PageKind, QString>>& titles); ///< after a change of language
    void setNarrow(bool narrow);

Q_SIGNALS:
    void pageChosen(lyceum::ui::PageKind kind);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Entry {
        PageKind kind;
        Icon icon;
        QToolButton* button;
    };
    void recolour();

    const Theme& m_theme;
    QVBoxLayout* m_top;
    QVBoxLayout* m_foot;
    QButtonGroup* m_group;
    QList<Entry> m_entries;
};

} // namespace lyceum::ui

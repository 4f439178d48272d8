// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace lyceum::ui {

class Theme;

/// Details at the right of a page. Escape or the cross closes it and gives the focus back to where it was.
class SidePanel final : public QFrame {
    Q_OBJECT
public:
    explicit SidePanel(const Theme& theme, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Takes `content` over; a former content is deleted.
    void setContent(QWidget* content);
    [[nodiscard]] QWidget* content() const { return m_content; }
    [[nodiscard]] QSize sizeHint() const override;

public Q_SLOTS:
    void openPanel(); ///< shows it; the focus stays where it is
    void closePanel(); ///< hides it and says closed()

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void recolour();

    const Theme& m_theme;
    QLabel* m_title;
    QToolButton* m_close;
    QVBoxLayout* m_layout;
    QWidget* m_content = nullptr;
    QPointer<QWidget> m_cameFrom;
};

} // namespace lyceum::ui

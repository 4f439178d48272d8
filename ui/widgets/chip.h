// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QAbstractButton>

namespace lyceum::ui {

class Theme;

/**
 * A small label with a rounded ground: a tier, a label, a filter in force.
 *
 * A plain chip takes no focus. A removable one has a cross, takes focus, and goes with Delete, Backspace or a click on the cross;
 * an activatable one says clicked() on click, Space or Enter.
 */
class Chip final : public QAbstractButton {
    Q_OBJECT
public:
    explicit Chip(const Theme& theme, const QString& text, QWidget* parent = nullptr);

    void setTone(Tone tone);
    void setRemovable(bool removable);
    [[nodiscard]] bool isRemovable() const { return m_removable; }
    void setActivatable(bool activatable);
    [[nodiscard]] QRect crossRect() const; ///< empty when not removable

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void updateFocusPolicy();

    const Theme& m_theme;
    Tone m_tone = Tone::Neutral;
    bool m_removable = false;
    bool m_activatable = false;
};

} // namespace lyceum::ui

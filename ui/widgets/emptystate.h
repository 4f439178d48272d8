// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace lyceum::ui {

class Theme;

/// Where nothing is yet, or nothing came: a sign, what is so, what to do, and a button for it.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(const Theme& theme, QWidget* parent = nullptr);

    /// `what` is one sentence, `advice` says what to do; an empty `button` shows none.
    void setContent(Icon icon, const QString& what, const QString& advice, const QString& button = {});
    [[nodiscard]] QPushButton* button() const { return m_button; }

Q_SIGNALS:
    void actionTriggered();

private:
    void recolour();

    const Theme& m_theme;
    Icon m_icon = Icon::Info;
    QLabel* m_picture;
    QLabel* m_what;
    QLabel* m_advice;
    QPushButton* m_button;
};

} // namespace lyceum::ui

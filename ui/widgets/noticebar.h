// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace lyceum::ui {

class Theme;

/// A line across the page: what happened, what to do, a button for it. Hidden until something is said.
class NoticeBar final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Good, Caution, Error };
    Q_ENUM(Kind)

    explicit NoticeBar(const Theme& theme, QWidget* parent = nullptr);

    /// An empty `button` shows none; what it does is `action`, and actionTriggered() for whoever says the same each time. Screen readers are told.
    void say(Kind kind, const QString& text, const QString& button = {}, std::function<void()> action = {});
    void setDismissible(bool dismissible); ///< true unless told
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

public Q_SLOTS:
    void dismiss();

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void recolour();

    const Theme& m_theme;
    Kind m_kind = Kind::Info;
    std::function<void()> m_action;
    QLabel* m_sign;
    QLabel* m_text;
    QPushButton* m_button;
    QToolButton* m_close;
};

} // namespace lyceum::ui

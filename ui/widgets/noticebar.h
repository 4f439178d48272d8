// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

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

    /// An empty `button` shows none. Screen readers are told.
    void say(Kind kind, const QString& text, const QString& button = {});
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
    QLabel* m_sign;
    QLabel* m_text;
    QPushButton* m_button;
    QToolButton* m_close;
};

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace lyceum::ui {

class Theme;

/// The page's title, the one sentence that says what matters, and the page's actions at the right.
class PageHeader final : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSentence(const QString& sentence); ///< empty hides the line
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString sentence() const;
    /// Takes `action` over. The first added stands leftmost.
    void addAction(QWidget* action);

private:
    void applyTheme();

    const Theme& m_theme;
    QLabel* m_title;
    QLabel* m_sentence;
    QHBoxLayout* m_actions;
};

/// A section's heading, 1.2 times the base size.
[[nodiscard]] QLabel* sectionLabel(const Theme& theme, const QString& text, QWidget* parent = nullptr);

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListWidget;
class QToolButton;

namespace lyceum::ui {

class Theme;

/**
 * A short list of lines in an order that matters: typed in place, moved by dragging or with Alt and an arrow, removed with Delete.
 */
class LineListEdit final : public QWidget {
    Q_OBJECT
public:
    /// `what` names the list for screen readers, `add` is the word on the button that begins a line.
    LineListEdit(const Theme& theme, const QString& what, const QString& add, QWidget* parent = nullptr);
    ~LineListEdit() override;

    void setLines(const QStringList& lines); ///< says nothing
    [[nodiscard]] QStringList lines() const; ///< without blanks around them, and without empty ones
    [[nodiscard]] QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addLine();
    void removeLine();
    void moveLine(int by);
    void appendItem(const QString& text);
    void updateButtons();
    void recolour();

    const Theme& m_theme;
    QListWidget* m_list;
    QToolButton* m_add;
    QToolButton* m_remove;
    QToolButton* m_up;
    QToolButton* m_down;
};

} // namespace lyceum::ui

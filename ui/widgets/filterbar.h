// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
#include <QWidget>

class QToolButton;

namespace lyceum::ui {

class Chip;
class FlowLayout;
class SearchField;
class Theme;

/// Search, the page's own filter controls, a chip for each filter in force, and a way to clear them all. Wraps when narrow.
class FilterBar final : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(const Theme& theme, QWidget* parent = nullptr);

    /// The search field stands first; it is made on first call.
    SearchField* searchField();
    /// Takes a combo box or button over; it stands after the search field and before the chips.
    void addControl(QWidget* control);

    /// Shows a chip, or changes its text. `id` is the page's own name for the filter.
    void setChip(const QString& id, const QString& text);
    void removeChip(const QString& id);
    void clearChips(); ///< without a signal
    [[nodiscard]] QStringList chips() const; ///< ids in the order shown

Q_SIGNALS:
    /// A person removed the chip; it is gone already.
    void chipRemoved(const QString& id);
    /// A person cleared everything; the chips are gone already.
    void cleared();

private:
    void updateClearButton();
    void takeChip(const QString& id);

    const Theme& m_theme;
    FlowLayout* m_layout;
    SearchField* m_search = nullptr;
    QToolButton* m_clear;
    QStringList m_order;
    QHash<QString, Chip*> m_chips;
    int m_controls = 0;
};

} // namespace lyceum::ui

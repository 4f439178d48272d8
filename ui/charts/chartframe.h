// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <utility>

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace lyceum::ui {

class ChartTableModel;
class ChartWidget;
class Theme;

/// A chart with what every chart offers: zoom where it has one, the table, copy, export, and how it was computed.
class ChartFrame final : public QWidget {
    Q_OBJECT
public:
    /// Takes `chart` over.
    ChartFrame(const Theme& theme, ChartWidget* chart, QWidget* parent = nullptr);

    [[nodiscard]] ChartWidget* chart() const { return m_chart; }
    /// Plain text, blank lines between paragraphs; empty hides the button.
    void setExplanation(const QString& text);
    /// What the file dialog proposes, without suffix: "retention-by-tier".
    void setFileName(const QString& baseName);
    [[nodiscard]] bool showsTable() const;
    /// Writes png, svg or csv by the suffix of `path`, all or nothing. False: `saveFailed` has been said.
    bool saveAs(const QString& path);

public Q_SLOTS:
    void setTableShown(bool shown);
    void setExplanationShown(bool shown);
    void copy();
    /// Asks where, then saves. `suffix` is png, svg or csv.
    void exportAs(const QString& suffix);

Q_SIGNALS:
    void copied();
    void saved(const QString& path);
    /// `reason` is the system's own words.
    void saveFailed(const QString& path, const QString& reason);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* addButton(QHBoxLayout* bar, Icon icon, const QString& text);
    void addZoomButtons(QHBoxLayout* bar);
    void refreshTable();
    void recolour();

    const Theme& m_theme;
    ChartWidget* m_chart;
    ChartTableModel* m_tableModel;
    QStackedWidget* m_stack;
    QTableView* m_table;
    QLabel* m_explanation;
    QToolButton* m_tableButton = nullptr;
    QToolButton* m_explainButton = nullptr;
    QList<std::pair<QToolButton*, Icon>> m_buttons; ///< recoloured when the theme changes
    QString m_fileName;
};

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/asker.h"
#include "page/page.h"
#include "page/pagecontext.h"

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace lyceum::ui {

class BehindPanel;
class BusyLine;
class ChartFrame;
class CurveChart;
class EmptyState;
class HeatTable;
class NoticeBar;
class PageHeader;
class ReportSaver;
class RetentionControls;
class SidePanel;

/// How long paying members stay: curves by group, the table by month of joining, and the members behind every point and cell.
class RetentionPage final : public Page {
    Q_OBJECT

public:
    explicit RetentionPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] PageKind kind() const override { return PageKind::Retention; }
    [[nodiscard]] QString title() const override { return tr("Retention"); }
    [[nodiscard]] Icon icon() const override { return Icon::Insights; }
    void activate() override;
    void takeFocus() override;

private:
    using Answer = std::shared_ptr<const insights::RetentionAnswer>;

    QWidget* buildFigures();
    void buildReportMenu();
    void connectCharts();
    void takeAnswer(const Result<Answer>& answer);
    void showAnswer(const Answer& answer);
    void showGroups();
    void showEmpty();
    void openPoint(int group, int point);
    void openCell(int row, int column);
    void openPanel(const QString& title, const insights::CohortCellMembers& members, const QString& left, const QString& kept);
    void forgetWorkspace();
    void recolour();

    PageContext m_context;
    Asker<Answer> m_asker;
    Answer m_answer;
    PageHeader* m_header;
    RetentionControls* m_controls;
    NoticeBar* m_notice;
    BusyLine* m_busy;
    QStackedWidget* m_content; ///< nothing yet, the figures, or why there are none
    EmptyState* m_empty;
    CurveChart* m_curves = nullptr;
    ChartFrame* m_curveFrame = nullptr;
    QLabel* m_logRank = nullptr;
    QTableWidget* m_groups = nullptr;
    HeatTable* m_cohorts = nullptr;
    ChartFrame* m_cohortFrame = nullptr;
    SidePanel* m_panel;
    BehindPanel* m_behind;
    QPushButton* m_report;
    ReportSaver* m_saver;
};

} // namespace lyceum::ui

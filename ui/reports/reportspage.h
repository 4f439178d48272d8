// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/asker.h"
#include "page/page.h"
#include "page/pagecontext.h"
#include "reports/reportsaver.h"

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace lyceum::ui {

class BusyLine;
class ChartFrame;
class CurveChart;
class EmptyState;
class NoticeBar;
class PageHeader;
class RetentionControls;

/// Reports to take away: what they are about, in which format, what they will say, and where they were saved.
class ReportsPage final : public Page {
    Q_OBJECT

public:
    explicit ReportsPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] PageKind kind() const override { return PageKind::Reports; }
    [[nodiscard]] QString title() const override { return tr("Reports"); }
    [[nodiscard]] Icon icon() const override { return Icon::Reports; }
    void activate() override;
    void takeFocus() override;

    [[nodiscard]] ReportFormat chosenFormat() const;
    /// As the Save button does once a place was chosen.
    void saveTo(const QString& path);

private:
    using Answer = std::shared_ptr<const insights::RetentionAnswer>;

    QWidget* buildOptions();
    QWidget* buildPreview();
    void takeAnswer(const Result<Answer>& answer);
    void showAnswer(const Answer& answer);
    void showPreview();
    void forgetWorkspace();
    void recolour();

    PageContext m_context;
    Asker<Answer> m_asker;
    Answer m_answer;
    PageHeader* m_header;
    NoticeBar* m_notice;
    BusyLine* m_busy;
    QStackedWidget* m_content;
    EmptyState* m_empty;
    RetentionControls* m_controls = nullptr;
    QButtonGroup* m_formats = nullptr;
    QPushButton* m_save = nullptr;
    QLabel* m_about = nullptr;
    QLabel* m_contents = nullptr;
    CurveChart* m_chart = nullptr;
    ChartFrame* m_frame = nullptr;
    ReportSaver* m_saver;
};

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/retentionpage.h"

#include "charts/chartframe.h"
#include "charts/curvechart.h"
#include "charts/heattable.h"
#include "reports/reportsaver.h"
#include "reports/retentioncharts.h"
#include "reports/retentioncontrols.h"
#include "reports/retentiontables.h"
#include "reports/retentionwords.h"
#include "retention/behindpanel.h"
#include "widgets/busyline.h"
#include "widgets/emptystate.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/plainlabel.h"
#include "widgets/sidepanel.h"
#include "words/errortext.h"

#include <QComboBox>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

using insights::RetentionAnswer;
using workspace::Entity;

constexpr int kCurveHeight = 500;
constexpr int kTableAround = 180; ///< title, headings, foot and buttons of the cohort table
constexpr int kHighestTable = 900;

/// Whether a change can move a figure of this page.
bool concerns(const workspace::ChangeSummary& summary)
{
    return summary.touches(Entity::Member) || summary.touches(Entity::Subscription) || summary.touches(Entity::SubscriptionChange)
        || summary.touches(Entity::Payment) || summary.touches(Entity::Tier) || summary.touches(Entity::Offer)
        || summary.touches(Entity::Setting);
}

} // namespace

RetentionPage::RetentionPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_asker(this,
          {.question = [this] { return m_context.workspace.retention(m_controls->question()); },
              .show = [this](const Result<Answer>& answer) { takeAnswer(answer); },
              .setBusy = [this](bool busy) { m_busy->setBusy(busy); }})
    , m_header(new PageHeader(context.theme, tr("Retention"), this))
    , m_controls(new RetentionControls(context.settings, this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_busy(new BusyLine(context.theme, this))
    , m_content(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_panel(new SidePanel(context.theme, this))
    , m_behind(new BehindPanel(context, m_panel))
    , m_report(new QPushButton(tr("Report…"), this))
    , m_saver(new ReportSaver(this))
{
    auto* main = new QVBoxLayout;
    main->setContentsMargins(space::kWide, space::kLarge, space::kWide, space::kLarge);
    main->setSpacing(space::kSmall);
    main->addWidget(m_header);
    main->addWidget(m_controls);
    main->addWidget(m_busy);
    main->addWidget(m_notice);
    main->addWidget(m_content, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(main, 1);
    layout->addWidget(m_panel);
    m_panel->setContent(m_behind);
    m_panel->setMaximumWidth(m_panel->sizeHint().width());

    m_content->addWidget(new QWidget); // before the first answer
    m_content->addWidget(buildFigures());
    m_content->addWidget(m_empty);
    buildReportMenu();
    connectCharts();

    connect(m_controls, &RetentionControls::questionChanged, this, [this] {
        if (m_context.workspace.isOpen())
            m_asker.askAnew();
    });
    connect(m_behind, &BehindPanel::memberRequested, this, &Page::memberRequested);
    connect(m_behind, &BehindPanel::membersRequested, this, &Page::membersRequested);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { Q_EMIT pageRequested(PageKind::Sync); });
    connect(&m_context.workspace, &workspace::Workspace::changed, this, [this](const workspace::ChangeSummary& summary) {
        if (isVisible() && concerns(summary))
            activate();
    });
    connect(&m_context.workspace, &workspace::Workspace::opened, this, &RetentionPage::forgetWorkspace);
    connect(&m_context.workspace, &workspace::Workspace::closed, this, &RetentionPage::forgetWorkspace);
    connect(&m_context.theme, &Theme::changed, this, &RetentionPage::recolour);
    recolour();
}

QWidget* RetentionPage::buildFigures()
{
    auto* figures = new QWidget;
    auto* layout = new QVBoxLayout(figures);
    layout->setContentsMargins(0, 0, space::kSmall, 0);
    layout->setSpacing(space::kMedium);

    m_curves = new CurveChart(m_context.theme);
    m_curves->setMinimumHeight(kCurveHeight);
    m_curveFrame = new ChartFrame(m_context.theme, m_curves, figures);
    layout->addWidget(m_curveFrame);

    m_logRank = plainLabel(figures);
    m_logRank->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_logRank->setToolTip(tr("The log-rank test asks whether the curves could come from members who stay equally long. A small p says that "
                             "chance alone would rarely part them as far."));
    layout->addWidget(m_logRank);

    m_groups = new QTableWidget(figures);
    m_groups->setObjectName(u"retentionGroups"_s);
    m_groups->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_groups->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_groups->setShowGrid(false);
    m_groups->setTabKeyNavigation(false);
    m_groups->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it is as high as its rows
    m_groups->verticalHeader()->hide();
    m_groups->verticalHeader()->setDefaultSectionSize(space::kRow);
    m_groups->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_groups->horizontalHeader()->setSectionsClickable(false);
    m_groups->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    layout->addWidget(m_groups);

    m_cohorts = new HeatTable(m_context.theme);
    m_cohortFrame = new ChartFrame(m_context.theme, m_cohorts, figures);
    m_cohortFrame->setFileName(u"retention-by-month"_s);
    layout->addWidget(m_cohortFrame);
    layout->addStretch(1);

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(figures);
    return scroll;
}

void RetentionPage::buildReportMenu()
{
    auto* menu = new QMenu(m_report);
    const auto offer = [this, menu](const QString& text, ReportFormat format) {
        menu->addAction(text, this, [this, format] {
            if (m_answer)
                m_saver->ask(m_answer, m_context.workspace.facts(), format, m_context.format());
        });
    };
    offer(tr("PDF document…"), ReportFormat::Pdf);
    offer(tr("Web page (HTML)…"), ReportFormat::Html);
    offer(tr("Tables (CSV)…"), ReportFormat::Csv);
    connect(m_report, &QPushButton::clicked, menu, [this, menu] { menu->popup(m_report->mapToGlobal(m_report->rect().bottomLeft())); });
    m_report->setEnabled(false);
    m_header->addAction(m_report);
    connect(m_saver, &ReportSaver::saved, this, [this](const QString& path) {
        m_notice->say(NoticeBar::Kind::Good, tr("The report was saved as %1.").arg(path), tr("Open folder"), [path] { openFolderOf(path); });
    });
    connect(m_saver, &ReportSaver::failed, this, [this](const Error& error) {
        m_notice->say(NoticeBar::Kind::Error, sentence(error));
    });
}

void RetentionPage::connectCharts()
{
    connect(m_curves, &CurveChart::pointActivated, this, &RetentionPage::openPoint);
    connect(m_cohorts, &HeatTable::cellActivated, this, &RetentionPage::openCell);
    for (ChartFrame* frame : {m_curveFrame, m_cohortFrame}) {
        connect(frame, &ChartFrame::saved, this, [this](const QString& path) {
            m_notice->say(NoticeBar::Kind::Good, tr("Saved as %1.").arg(path), tr("Open folder"), [path] { openFolderOf(path); });
        });
        connect(frame, &ChartFrame::saveFailed, this, [this](const QString& path, const QString& reason) {
                m_notice->say(NoticeBar::Kind::Error, sentence({Error::Kind::Io, path, reason}));
        });
        connect(frame, &ChartFrame::copied, this,
            [this] { m_notice->say(NoticeBar::Kind::Info, tr("The picture and its data are on the clipboard.")); });
    }
}

void RetentionPage::activate()
{
    if (m_context.workspace.isOpen())
        m_asker.refresh();
}

void RetentionPage::takeFocus()
{
    if (m_answer && m_answer->provenance.n > 0)
        m_curves->setFocus();
    else
        m_controls->groupingBox()->setFocus();
}

void RetentionPage::takeAnswer(const Result<Answer>& answer)
{
    if (answer) {
        showAnswer(*answer);
    } else if (answer.error().kind != Error::Kind::Cancelled) {
        m_notice->say(NoticeBar::Kind::Error, sentence(answer.error()), tr("Try again"), [this] {
            m_notice->dismiss();
            activate();
        });
    }
}

void RetentionPage::showAnswer(const Answer& answer)
{
    if (m_answer == answer) // from the cache: what a person has zoomed and opened stays
        return;
    m_answer = answer;
    m_panel->closePanel(); // its point is of other curves
    const Format format = m_context.format();
    m_header->setSentence(findingOf(*answer, format));
    m_report->setEnabled(answer->provenance.n > 0);
    if (answer->provenance.n == 0) {
        showEmpty();
        return;
    }
    const QString explanation = explanationOf(*answer, format).join(u"\n\n"_s);
    m_curves->setData(retentionCurves(*answer, format));
    m_curveFrame->setExplanation(explanation);
    m_curveFrame->setFileName(u"retention-by-"_s + nameOf(answer->question.grouping));
    m_logRank->setText(logRankLine(*answer, format));
    m_logRank->setVisible(!m_logRank->text().isEmpty());
    showGroups();
    m_cohorts->setData(retentionCohorts(*answer, format));
    m_cohortFrame->setExplanation(explanation);
    const int rows = int(answer->table.rows.size()) + 1;
    m_cohorts->setMinimumHeight(std::min(kHighestTable, kTableAround + rows * space::kCompactRow));
    m_content->setCurrentIndex(1);
}

void RetentionPage::showGroups()
{
    const exchange::ReportTable table = retentionGroupTable(*m_answer, m_context.format());
    m_groups->setAccessibleName(table.caption);
    m_groups->setRowCount(int(table.rows.size()));
    m_groups->setColumnCount(int(table.columns.size()));
    for (int column = 0; column < m_groups->columnCount(); ++column) {
        const exchange::ReportColumn& head = table.columns.at(column);
        const Qt::Alignment side = Qt::AlignVCenter | (head.numeric ? Qt::AlignRight : Qt::AlignLeft);
        auto* header = new QTableWidgetItem(head.title);
        header->setTextAlignment(side);
        m_groups->setHorizontalHeaderItem(column, header);
        for (int row = 0; row < m_groups->rowCount(); ++row) {
            auto* item = new QTableWidgetItem(table.rows.at(row).at(column).text);
            item->setTextAlignment(side);
            if (column == 0)
                item->setFont(m_context.theme.font(FontRole::Strong));
            m_groups->setItem(row, column, item);
        }
    }
    m_groups->setFixedHeight(m_groups->horizontalHeader()->sizeHint().height() + m_groups->rowCount() * space::kRow
        + m_groups->horizontalScrollBar()->sizeHint().height() + 2 * m_groups->frameWidth());
}

void RetentionPage::showEmpty()
{
    const bool connected = m_answer->provenance.connectedAtUtc.has_value();
    if (connected)
        m_empty->setContent(Icon::Insights, tr("Nobody has paid yet."),
            tr("The curves begin with the first paid day of the first member. Trials, gifts and complimentary access do not count."));
    else
        m_empty->setContent(Icon::Insights, tr("Nothing is known about paying members yet."),
            tr("Connect your site to see how long its members stay."), tr("Connect a site"));
    m_content->setCurrentWidget(m_empty);
}

void RetentionPage::openPoint(int group, int point)
{
    if (!m_answer || group < 0 || group >= m_answer->groups.size())
        return;
    const Format format = m_context.format();
    const QString name = groupText(*m_answer, group, format);
    const double day = m_curves->data().groups.at(group).points.at(point).x;
    const QString days = format.number(day, 0);
    //: Heading of the members behind a point of a curve: day, then group
    openPanel(tr("Day %1, %2").arg(days, name), membersBehindPoint(*m_answer, group, point), tr("Left on day %1, %2").arg(days, name),
        tr("Still paying after day %1, %2").arg(days, name));
}

void RetentionPage::openCell(int row, int column)
{
    if (!m_answer)
        return;
    const Format format = m_context.format();
    const QString month = m_cohorts->data().rows.at(row).header;
    const bool pooled = row == qsizetype(m_answer->table.rows.size());
    const QString age = format.count(column);
    const QString left = pooled ? tr("All months: left within %n month(s)", nullptr, column)
                                : tr("First paid in %1: left within %n month(s)", nullptr, column).arg(month);
    const QString kept = pooled ? tr("All months: still paying after %n month(s)", nullptr, column)
                                : tr("First paid in %1: still paying after %n month(s)", nullptr, column).arg(month);
    //: Heading of the members behind a cell: the month they first paid in, then how many months later
    openPanel(tr("%1, month %2").arg(month, age), membersBehindCell(*m_answer, row, column), left, kept);
}

void RetentionPage::openPanel(
    const QString& title, const insights::CohortCellMembers& members, const QString& left, const QString& kept)
{
    m_panel->setTitle(title);
    m_behind->setMembers(members, left, kept);
    m_panel->openPanel();
    (members.left.isEmpty() ? m_behind->keptList() : m_behind->leftList())->setFocus();
}

void RetentionPage::forgetWorkspace()
{
    m_asker.forget();
    m_answer.reset();
    m_panel->closePanel();
    m_notice->dismiss();
    m_header->setSentence({});
    m_report->setEnabled(false);
    m_content->setCurrentIndex(0);
    if (isVisible())
        activate();
}

void RetentionPage::recolour()
{
    setInk(m_logRank, m_context.theme.tokens().muted);
}

} // namespace lyceum::ui

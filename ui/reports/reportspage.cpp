// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportspage.h"

#include "charts/chartframe.h"
#include "charts/curvechart.h"
#include "reports/retentioncharts.h"
#include "reports/retentioncontrols.h"
#include "reports/retentionwords.h"
#include "theme/readingcolumn.h"
#include "widgets/busyline.h"
#include "widgets/emptystate.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/plainlabel.h"
#include "words/errortext.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kPreviewHeight = 440;
constexpr int kWidestPreview = 900;

/// One line for each part that the format will hold.
QStringList contentsOf(const exchange::ReportDocument& document, ReportFormat format)
{
    QStringList lines;
    for (const exchange::ReportBlock& block : document.blocks) {
        if (const auto* table = std::get_if<exchange::ReportTable>(&block)) {
            const bool forPrograms = table->use == exchange::ReportTable::For::Programs;
            if (forPrograms == (format == ReportFormat::Csv))
                lines.append(ReportsPage::tr("• Table: %1 (%n row(s))", nullptr, int(table->rows.size())).arg(table->caption));
        } else if (format == ReportFormat::Csv) {
            continue;
        } else if (const auto* heading = std::get_if<exchange::ReportHeading>(&block)) {
            lines.append(heading->text);
        } else if (std::holds_alternative<exchange::ReportPicture>(block)) {
            lines.append(ReportsPage::tr("• Chart: the curves below"));
        }
    }
    return lines;
}

} // namespace

ReportsPage::ReportsPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_asker(this,
          {.question = [this] { return m_context.workspace.retention(m_controls->question()); },
              .show = [this](const Result<Answer>& answer) { takeAnswer(answer); },
              .setBusy = [this](bool busy) { m_busy->setBusy(busy); }})
    , m_header(new PageHeader(context.theme, tr("Reports"), this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_busy(new BusyLine(context.theme, this))
    , m_content(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_saver(new ReportSaver(this))
{
    m_header->setSentence(tr("Figures to hand on: to a partner, a sponsor, an accountant, or to yourself a year from now."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kWide, space::kLarge, space::kWide, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_header);
    layout->addWidget(m_notice);
    layout->addWidget(m_busy);
    layout->addWidget(m_content, 1);

    auto* page = new QWidget;
    auto* parts = new QVBoxLayout(page);
    parts->setContentsMargins(0, 0, space::kSmall, 0);
    parts->setSpacing(space::kMedium);
    parts->addWidget(buildOptions());
    parts->addWidget(buildPreview());
    parts->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);
    m_content->addWidget(scroll);
    m_content->addWidget(m_empty);

    connect(m_saver, &ReportSaver::saved, this, [this](const QString& path) {
        m_notice->say(NoticeBar::Kind::Good, tr("The report was saved as %1.").arg(path), tr("Open folder"), [path] { openFolderOf(path); });
    });
    connect(m_saver, &ReportSaver::failed, this, [this](const Error& error) {
        m_notice->say(NoticeBar::Kind::Error, sentence(error));
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { Q_EMIT pageRequested(PageKind::Sync); });
    connect(&m_context.workspace, &workspace::Workspace::changed, this, [this] {
        if (isVisible())
            activate();
    });
    connect(&m_context.workspace, &workspace::Workspace::opened, this, &ReportsPage::forgetWorkspace);
    connect(&m_context.workspace, &workspace::Workspace::closed, this, &ReportsPage::forgetWorkspace);
    connect(&m_context.theme, &Theme::changed, this, &ReportsPage::recolour);
    recolour();
}

QWidget* ReportsPage::buildOptions()
{
    auto* options = new QWidget;
    // Nothing of it may be squeezed: the page scrolls instead.
    options->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto* layout = new QVBoxLayout(options);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(sectionLabel(m_context.theme, tr("Retention report"), options));
    m_about = plainLabel(options);
    m_about->setText(tr("How long paying members stay, as curves with intervals and as a table by month of joining, with how it was "
                        "computed and what it cannot know. No member is named in it."));
    layout->addLayout(readingColumn(m_about));
    m_controls = new RetentionControls(m_context.settings, options);
    connect(m_controls, &RetentionControls::questionChanged, this, [this] {
        if (m_context.workspace.isOpen())
            m_asker.askAnew();
    });
    layout->addWidget(m_controls);

    auto* row = new QHBoxLayout;
    row->setSpacing(space::kLarge);
    m_formats = new QButtonGroup(this);
    const auto addFormat = [&](const QString& text, const QString& tip, ReportFormat format) {
        auto* button = new QRadioButton(text, options);
        button->setToolTip(tip);
        m_formats->addButton(button, int(format));
        row->addWidget(button);
    };
    addFormat(tr("PDF"), tr("To print or send: A4 pages that look the same everywhere."), ReportFormat::Pdf);
    addFormat(tr("Web page (HTML)"), tr("One file for any browser; needs no connection and works with screen readers."), ReportFormat::Html);
    addFormat(tr("Tables (CSV)"), tr("The bare numbers for a spreadsheet."), ReportFormat::Csv);
    m_formats->button(int(ReportFormat::Pdf))->setChecked(true);
    connect(m_formats, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            showPreview();
    });
    m_save = new QPushButton(tr("Save…"), options);
    m_save->setObjectName(u"saveReport"_s);
    m_save->setProperty("primary", true);
    m_save->setEnabled(false);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_answer)
            m_saver->ask(m_answer, m_context.workspace.facts(), chosenFormat(), m_context.format());
    });
    row->addWidget(m_save);
    row->addStretch(1);
    layout->addLayout(row);
    return options;
}

QWidget* ReportsPage::buildPreview()
{
    auto* preview = new QWidget;
    preview->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto* layout = new QVBoxLayout(preview);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(sectionLabel(m_context.theme, tr("What it will contain"), preview));
    m_contents = plainLabel(preview);
    m_contents->setObjectName(u"reportContents"_s);
    layout->addLayout(readingColumn(m_contents));
    m_chart = new CurveChart(m_context.theme);
    m_chart->setMinimumHeight(kPreviewHeight);
    m_frame = new ChartFrame(m_context.theme, m_chart, preview);
    m_frame->setMaximumWidth(kWidestPreview);
    layout->addWidget(m_frame);
    return preview;
}

ReportFormat ReportsPage::chosenFormat() const { return ReportFormat(m_formats->checkedId()); }

void ReportsPage::activate()
{
    if (m_context.workspace.isOpen())
        m_asker.refresh();
}

void ReportsPage::takeFocus() { m_controls->groupingBox()->setFocus(); }

void ReportsPage::saveTo(const QString& path)
{
    if (m_answer)
        m_saver->save(*m_answer, m_context.workspace.facts(), chosenFormat(), m_context.format(), path);
}

void ReportsPage::takeAnswer(const Result<Answer>& answer)
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

void ReportsPage::showAnswer(const Answer& answer)
{
    m_answer = answer;
    m_save->setEnabled(true);
    if (answer->provenance.n == 0) {
        m_empty->setContent(Icon::Reports, tr("There is nothing to report yet."),
            tr("A report needs members who pay. Connect your site to bring them here."), tr("Connect a site"));
        m_content->setCurrentWidget(m_empty);
        return;
    }
    m_content->setCurrentIndex(0);
    m_chart->setData(retentionCurves(*answer, m_context.format()));
    showPreview();
}

void ReportsPage::showPreview()
{
    if (!m_answer)
        return;
    const Format format = m_context.format();
    QStringList lines = contentsOf(retentionReport(*m_answer, m_context.workspace.facts(), format), chosenFormat());
    if (chosenFormat() != ReportFormat::Csv)
        lines.prepend(findingOf(*m_answer, format));
    m_contents->setText(lines.join(u'\n'));
    m_frame->setVisible(chosenFormat() != ReportFormat::Csv);
}

void ReportsPage::forgetWorkspace()
{
    m_asker.forget();
    m_answer.reset();
    m_save->setEnabled(false);
    m_contents->clear();
    m_chart->setData({});
    m_notice->dismiss();
    if (isVisible())
        activate();
}

void ReportsPage::recolour()
{
    setInk(m_about, m_context.theme.tokens().muted);
}

} // namespace lyceum::ui

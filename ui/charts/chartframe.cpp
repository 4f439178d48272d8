// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartframe.h"

#include "charts/charttablemodel.h"
#include "charts/curvechart.h"
#include "theme/readingcolumn.h"
#include "theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace lyceum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kSmallestPicture(960, 600); // an exported picture is read on a page, not in a narrow pane
constexpr int kIconSize = 18;

} // namespace

ChartFrame::ChartFrame(const Theme& theme, ChartWidget* chart, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_chart(chart)
    , m_tableModel(new ChartTableModel(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_explanation(new QLabel(this))
    , m_fileName(u"chart"_s)
{
    m_table->setModel(m_tableModel);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(space::kCompactRow);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_stack->addWidget(chart);
    m_stack->addWidget(m_table);

    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_explanation->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_explanation->hide();

    auto* bar = new QHBoxLayout;
    bar->setSpacing(space::kTiny);
    m_explainButton = addButton(bar, Icon::Help, tr("How is this computed?"));
    m_explainButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_explainButton->setCheckable(true);
    m_explainButton->hide();
    bar->addStretch(1);
    addZoomButtons(bar);
    m_tableButton = addButton(bar, Icon::Table, tr("Show as table"));
    m_tableButton->setCheckable(true);
    const QToolButton* copyButton = addButton(bar, Icon::Copy, tr("Copy picture and data"));
    QToolButton* exportButton = addButton(bar, Icon::Export, tr("Export"));
    auto* menu = new QMenu(exportButton);
    menu->addAction(tr("Picture (PNG)…"), this, [this] { exportAs(u"png"_s); });
    menu->addAction(tr("Drawing (SVG)…"), this, [this] { exportAs(u"svg"_s); });
    menu->addAction(tr("Data (CSV)…"), this, [this] { exportAs(u"csv"_s); });
    exportButton->setMenu(menu);
    exportButton->setPopupMode(QToolButton::InstantPopup);
    connect(m_explainButton, &QToolButton::toggled, this, &ChartFrame::setExplanationShown);
    connect(m_tableButton, &QToolButton::toggled, this, &ChartFrame::setTableShown);
    connect(copyButton, &QToolButton::clicked, this, &ChartFrame::copy);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, space::kSmall);
    layout->setSpacing(space::kTiny);
    layout->addWidget(m_stack, 1);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(space::kMedium, 0, space::kMedium, 0);
    below->addLayout(bar);
    below->addLayout(readingColumn(m_explanation));
    layout->addLayout(below);

    setFocusProxy(chart);
    connect(chart, &ChartWidget::dataChanged, this, &ChartFrame::refreshTable);
    connect(&theme, &Theme::changed, this, &ChartFrame::recolour);
    refreshTable();
    recolour();
}

QToolButton* ChartFrame::addButton(QHBoxLayout* bar, Icon icon, const QString& text)
{
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setIconSize(QSize(kIconSize, kIconSize));
    button->setFocusPolicy(Qt::TabFocus);
    bar->addWidget(button);
    m_buttons.append({button, icon});
    return button;
}

void ChartFrame::addZoomButtons(QHBoxLayout* bar)
{
    auto* curves = qobject_cast<CurveChart*>(m_chart);
    if (!curves)
        return;
    connect(addButton(bar, Icon::ZoomIn, tr("Zoom in")), &QToolButton::clicked, curves, &CurveChart::zoomIn);
    connect(addButton(bar, Icon::ZoomOut, tr("Zoom out")), &QToolButton::clicked, curves, &CurveChart::zoomOut);
    connect(addButton(bar, Icon::ZoomReset, tr("Show everything")), &QToolButton::clicked, curves, &CurveChart::resetView);
}

void ChartFrame::setExplanation(const QString& text)
{
    m_explanation->setText(text);
    m_explainButton->setVisible(!text.isEmpty());
    if (text.isEmpty())
        setExplanationShown(false);
}

void ChartFrame::setFileName(const QString& baseName)
{
    m_fileName = baseName;
}

bool ChartFrame::showsTable() const
{
    return m_stack->currentWidget() == m_table;
}

void ChartFrame::setTableShown(bool shown)
{
    m_tableButton->setChecked(shown);
    m_stack->setCurrentWidget(shown ? static_cast<QWidget*>(m_table) : m_chart);
    setFocusProxy(m_stack->currentWidget());
    refreshTable();
}

void ChartFrame::setExplanationShown(bool shown)
{
    m_explainButton->setChecked(shown);
    m_explanation->setVisible(shown);
}

void ChartFrame::copy()
{
    m_chart->copyToClipboard();
    Q_EMIT copied();
}

void ChartFrame::exportAs(const QString& suffix)
{
    const QString filter = suffix == "png"_L1   ? tr("PNG picture (*.png)")
                           : suffix == "svg"_L1 ? tr("SVG drawing (*.svg)")
                                                : tr("CSV table (*.csv)");
    auto* dialog = new QFileDialog(this, tr("Export chart"), QDir::homePath(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(m_fileName + u'.' + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, &ChartFrame::saveAs);
    dialog->open(); // not exec(): no nested event loop
}

bool ChartFrame::saveAs(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const QSize size = m_chart->size().expandedTo(kSmallestPicture);
    QByteArray bytes;
    if (suffix == "svg"_L1)
        bytes = m_chart->toSvg(size);
    else if (suffix == "csv"_L1)
        bytes = "\xEF\xBB\xBF" + m_chart->toCsv(); // without the mark Excel takes Chinese for something else
    else
        bytes = m_chart->toPng(size);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        Q_EMIT saveFailed(path, file.errorString());
        return false;
    }
    Q_EMIT saved(path);
    return true;
}

void ChartFrame::refreshTable()
{
    // Large tables are built only while somebody looks at them.
    m_tableModel->setTable(showsTable() ? m_chart->asTable() : ChartTable());
    m_table->setAccessibleName(tr("%1, as a table").arg(m_chart->title()));
    if (showsTable())
        m_table->resizeColumnsToContents();
}

void ChartFrame::recolour()
{
    for (const auto& [button, which] : std::as_const(m_buttons))
        button->setIcon(icon(which, m_theme.tokens().text));
    QPalette palette = m_explanation->palette();
    palette.setColor(QPalette::WindowText, m_theme.tokens().muted);
    m_explanation->setPalette(palette);
    update();
}

void ChartFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().line, 1));
    painter.setBrush(m_theme.tokens().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kCorner, space::kCorner);
}

} // namespace lyceum::ui

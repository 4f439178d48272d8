// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/heattable.h"

#include "charts/heatmodel.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace lyceum::ui {

using namespace Qt::StringLiterals;

HeatTable::HeatTable(const Theme& theme, QWidget* parent)
    : ChartWidget(theme, parent)
    , m_model(new HeatModel(this))
    , m_view(new QTableView(this))
    , m_title(new QLabel(this))
    , m_columnTitle(new QLabel(this))
    , m_tooFew(new QLabel(this))
    , m_footnotes(new QLabel(this))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new HeatDelegate(theme, *m_model, m_view));
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setProperty("quiet", true); // the card around it has the border, the current cell the ring
    m_view->setTabKeyNavigation(false); // Tab leaves the table; the arrows walk in it
    m_view->setCornerButtonEnabled(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setMouseTracking(true);
    m_view->verticalHeader()->setDefaultSectionSize(space::kCompactRow);
    m_view->verticalHeader()->setSectionsClickable(false);
    m_view->horizontalHeader()->setSectionsClickable(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->installEventFilter(this);
    connect(m_view, &QTableView::clicked, this, &HeatTable::activate);

    for (QLabel* label : {m_title, m_columnTitle, m_tooFew, m_footnotes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_tooFew->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_title);
    layout->addWidget(m_columnTitle);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_tooFew, 1);
    layout->addWidget(m_footnotes);
    setFocusProxy(m_view);
    connect(&theme, &Theme::changed, this, &HeatTable::refresh);
    refresh();
}

void HeatTable::setData(HeatData data)
{
    m_model->setData(std::move(data));
    refresh();
    announceData();
}

const HeatData& HeatTable::data() const
{
    return m_model->data();
}

QString HeatTable::title() const
{
    return data().title;
}

QString HeatTable::description() const
{
    return describe(data());
}

ChartTable HeatTable::asTable() const
{
    return tableOf(data());
}

void HeatTable::paintChart(QPainter& painter, const QRectF& rect, const Tokens& tokens) const
{
    paintHeat(painter, rect, data(), tokens);
}

void HeatTable::refresh()
{
    const HeatData& data = m_model->data();
    const Tokens& tokens = theme().tokens();
    m_title->setText(data.title);
    m_title->setFont(theme().font(FontRole::Section));
    //: What the rows and the columns of a table are: "Joined ↓ · Months since joining →"
    m_columnTitle->setText(data.columnTitle.isEmpty() ? QString() : tr("%1 ↓ · %2 →").arg(data.rowTitle, data.columnTitle));
    m_tooFew->setText(data.tooFew);
    m_footnotes->setText(data.footnotes.join(u'\n'));
    m_footnotes->setFont(theme().font(FontRole::Small));
    for (QLabel* label : {m_columnTitle, m_tooFew, m_footnotes}) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, tokens.muted);
        label->setPalette(palette);
    }
    const bool few = !data.tooFew.isEmpty();
    m_title->setVisible(!data.title.isEmpty());
    m_columnTitle->setVisible(!few && !m_columnTitle->text().isEmpty());
    m_footnotes->setVisible(!data.footnotes.isEmpty());
    m_tooFew->setVisible(few);
    m_view->setVisible(!few);
    m_view->setAccessibleName(data.title);
    m_view->setAccessibleDescription(description());
    m_view->viewport()->update();
}

void HeatTable::activate(const QModelIndex& index)
{
    if (m_model->cell(index))
        Q_EMIT cellActivated(index.row(), m_model->dataColumn(index.column()));
}

bool HeatTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            activate(m_view->currentIndex());
            return true;
        }
    }
    // The first Tab into the table should land on a cell, not on nothing.
    if (watched == m_view && event->type() == QEvent::FocusIn && !m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, m_model->columnCount() - int(data().columns.size())));
    return ChartWidget::eventFilter(watched, event);
}

void HeatTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ChartWidget::changeEvent(event);
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/listframe.h"

#include "widgets/busyline.h"
#include "widgets/emptystate.h"
#include "widgets/filterbar.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/searchfield.h"
#include "widgets/sidepanel.h"
#include "words/errortext.h"

#include <QHeaderView>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lyceum::ui {

ListFrame::ListFrame(
    const PageContext& context, const QString& title, const QString& searchFor, AppSettings::Key columns, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_header(new PageHeader(context.theme, title, this))
    , m_filters(new FilterBar(context.theme, this))
    , m_busy(new BusyLine(context.theme, this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_content(new QStackedWidget)
    , m_table(new ListView(context.theme, context.settings, columns))
    , m_empty(new EmptyState(context.theme))
    , m_panel(new SidePanel(context.theme))
{
    m_content->addWidget(m_table);
    m_content->addWidget(m_empty);
    m_panel->hide();
    auto* split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_content);
    split->addWidget(m_panel);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);

    m_layout->setContentsMargins(space::kWide, space::kLarge, space::kWide, space::kLarge);
    m_layout->setSpacing(space::kSmall);
    m_layout->addWidget(m_header);
    m_layout->addWidget(m_filters);
    m_layout->addWidget(m_busy);
    m_layout->addWidget(m_notice);
    m_layout->addWidget(split, 1);

    if (!searchFor.isEmpty()) {
        m_filters->searchField()->setPlaceholder(searchFor);
        connect(m_filters->searchField(), &SearchField::searched, this, &ListFrame::searched);
        auto* find = new QShortcut(QKeySequence::Find, this);
        connect(find, &QShortcut::activated, this, [this] { m_filters->searchField()->setFocus(); });
    }
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] {
        m_notice->dismiss();
        Q_EMIT retryRequested();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, &ListFrame::emptyActionTriggered);
    connect(m_table, &ListView::rowOpened, this, [this](const QModelIndex& index) { Q_EMIT rowOpened(index.row()); });
}

void ListFrame::setModel(
    PagedTableModelBase* model, const QString& tableName, const QString& accessibleName, const QList<int>& widths)
{
    m_table->setObjectName(tableName);
    m_table->setAccessibleName(accessibleName);
    m_table->setModel(model);
    m_table->arrangeColumns(widths);
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, &ListFrame::columnClicked);
    connect(model, &PagedTableModelBase::loadingStarted, this, [this] { m_busy->setBusy(true); });
    connect(model, &PagedTableModelBase::loadingFinished, this, [this] {
        m_busy->setBusy(false);
        Q_EMIT loaded();
    });
    connect(model, &PagedTableModelBase::loadFailed, this, [this](const Error& error) {
        m_busy->setBusy(false);
        say(error);
    });
}

void ListFrame::showSort(int column, bool descending)
{
    m_table->horizontalHeader()->setSortIndicator(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ListFrame::showRows(bool any)
{
    m_content->setCurrentWidget(any ? static_cast<QWidget*>(m_table) : m_empty);
    if (any && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
}

void ListFrame::setEmpty(Icon icon, const QString& what, const QString& advice, const QString& button)
{
    m_empty->setContent(icon, what, advice, button);
}

void ListFrame::say(const Error& error)
{
    m_notice->say(NoticeBar::Kind::Error, sentence(error), tr("Try again"));
}

void ListFrame::setBusy(bool busy)
{
    m_busy->setBusy(busy);
}

void ListFrame::setBar(QWidget* bar)
{
    m_layout->insertWidget(m_layout->count() - 1, bar);
}

void ListFrame::setPanel(QWidget* content)
{
    m_panel->setContent(content);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) { Q_EMIT rowOpened(index.row()); });
}

} // namespace lyceum::ui

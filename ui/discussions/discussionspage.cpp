// SPDX-License-Identifier: GPL-3.0-or-later
#include "discussions/discussionspage.h"

#include "base/whendone.h"
#include "discussions/threadview.h"
#include "tables/listview.h"
#include "widgets/busyline.h"
#include "widgets/emptystate.h"
#include "widgets/filterbar.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/searchfield.h"
#include "widgets/sidepanel.h"
#include "words/errortext.h"

#include <QComboBox>
#include <QHeaderView>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr QLatin1StringView kGivenChip = "given"_L1; // a list somebody sent here

} // namespace

DiscussionsPage::DiscussionsPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_header(new PageHeader(context.theme, tr("Discussions"), this))
    , m_filters(new FilterBar(context.theme, this))
    , m_views(new QComboBox)
    , m_busy(new BusyLine(context.theme, this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_content(new QStackedWidget)
    , m_table(new ListView(context.theme, context.settings, AppSettings::Key::ThreadColumns))
    , m_empty(new EmptyState(context.theme))
    , m_model(new ThreadTableModel([this](const QList<CommentId>& ids) { return m_context.workspace.threadRows(ids); }, context.format(), this))
    , m_panel(new SidePanel(context.theme))
    , m_thread(new ThreadView(context))
{
    auto* split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_content);
    split->addWidget(m_panel);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    m_content->addWidget(m_table);
    m_content->addWidget(m_empty);
    m_panel->setContent(m_thread);
    m_panel->setTitle(tr("Conversation"));
    m_panel->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kWide, space::kLarge, space::kWide, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_header);
    layout->addWidget(m_filters);
    layout->addWidget(m_busy);
    layout->addWidget(m_notice);
    layout->addWidget(split, 1);
    buildFilters();
    buildTable();

    connect(m_thread, &ThreadView::memberRequested, this, &Page::memberRequested);
    connect(m_thread, &ThreadView::postRequested, this, &Page::postRequested);
    connect(&m_context.workspace, &workspace::Workspace::changed, this, [this](const workspace::ChangeSummary& summary) {
        if (isVisible() && summary.touches(workspace::Entity::Comment))
            ask();
    });
    connect(&m_context.workspace, &workspace::Workspace::opened, this, [this] {
        m_panel->hide();
        m_model->setFormat(m_context.format());
        showThreads({}, {});
    });
}

void DiscussionsPage::buildFilters()
{
    m_filters->searchField()->setPlaceholder(tr("Search comments and replies"));
    connect(m_filters->searchField(), &SearchField::searched, this, [this](const QString& text) {
        m_query.search = text;
        ask();
    });
    m_views->setAccessibleName(tr("Which threads"));
    m_views->addItem(tr("All threads"), int(View::All));
    m_views->addItem(tr("Unanswered"), int(View::Unanswered));
    m_views->addItem(tr("Reported"), int(View::Reported));
    m_views->addItem(tr("First comments of newcomers"), int(View::Newcomers));
    m_views->addItem(tr("Hidden"), int(View::Hidden));
    m_filters->addControl(m_views);
    connect(m_views, &QComboBox::activated, this, [this] { applyView(View(m_views->currentData().toInt())); });
    connect(m_filters, &FilterBar::chipRemoved, this, [this] { applyView(View(m_views->currentData().toInt())); });
    connect(m_filters, &FilterBar::cleared, this, [this] { applyView(View(m_views->currentData().toInt())); });
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] { m_filters->searchField()->setFocus(); });
}

void DiscussionsPage::buildTable()
{
    m_table->setObjectName(u"threadTable"_s);
    m_table->setAccessibleName(tr("Threads"));
    m_table->setModel(m_model);
    m_table->arrangeColumns({310, 140, 180, 130, 70, 60, 70});
    const auto open = [this](const QModelIndex& index) { showThread(m_model->idAt(index.row())); };
    connect(m_table, &ListView::rowOpened, this, open);
    connect(m_table, &QTableView::clicked, this, open);
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSortIndicator(ThreadTableModel::Written, Qt::DescendingOrder);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        const bool turn = m_query.sort == workspace::ThreadQuery::Sort::Newest && column == ThreadTableModel::Written;
        const auto sort = ThreadTableModel::sortOf(column, /*descending=*/!turn);
        if (!sort)
            return;
        m_query.sort = *sort;
        m_table->horizontalHeader()->setSortIndicator(column, turn ? Qt::AscendingOrder : Qt::DescendingOrder);
        ask();
    });
    connect(m_model, &ThreadTableModel::loadingStarted, this, [this] { m_busy->setBusy(true); });
    connect(m_model, &ThreadTableModel::loadingFinished, this, [this] {
        m_busy->setBusy(false);
        showCount();
    });
    connect(m_model, &ThreadTableModel::loadFailed, this, [this](const Error& error) {
        m_busy->setBusy(false);
        m_notice->say(NoticeBar::Kind::Error, sentence(error), tr("Try again"));
    });
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] {
        m_notice->dismiss();
        ask();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { showThreads({}, {}); });
}

void DiscussionsPage::activate()
{
    if (m_context.workspace.isOpen())
        ask();
}

void DiscussionsPage::takeFocus() { m_table->setFocus(); }

void DiscussionsPage::applyView(View view)
{
    workspace::ThreadQuery query;
    query.search = m_query.search;
    query.sort = m_query.sort;
    query.unanswered = view == View::Unanswered;
    query.reported = view == View::Reported;
    query.newcomers = view == View::Newcomers;
    if (view == View::Hidden)
        query.status = Comment::Status::Hidden;
    m_filters->removeChip(kGivenChip);
    m_query = query;
    ask();
}

void DiscussionsPage::ask() { m_model->setOrder(m_context.workspace.threadIds(m_query)); }

bool DiscussionsPage::isEverything() const
{
    workspace::ThreadQuery everything;
    everything.sort = m_query.sort;
    return m_query == everything;
}

void DiscussionsPage::showCount()
{
    const int found = m_model->rowCount();
    m_header->setSentence(isEverything() ? tr("%Ln thread(s) in this community.", nullptr, found) : tr("%Ln thread(s) match.", nullptr, found));
    if (found > 0) {
        m_content->setCurrentWidget(m_table);
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_model->index(0, 0));
        return;
    }
    if (isEverything())
        m_empty->setContent(Icon::Discussions, tr("Nobody has commented yet."), tr("Comments appear here with the next sync."));
    else
        m_empty->setContent(Icon::Ok, tr("Nothing here."), tr("No thread matches what you asked for."), tr("Show all threads"));
    m_content->setCurrentWidget(m_empty);
}

void DiscussionsPage::showThread(CommentId thread)
{
    if (!thread.isValid())
        return;
    whenDone(m_context.workspace.threadComments(thread), this, [this](const Result<QList<workspace::CommentRow>>& comments) {
        if (!comments) {
            m_notice->say(NoticeBar::Kind::Error, sentence(comments.error()));
            return;
        }
        m_thread->showComments(*comments);
        m_panel->openPanel();
    });
}

void DiscussionsPage::showThreads(const workspace::ThreadQuery& query, const QString& why)
{
    m_filters->clearChips();
    m_filters->searchField()->setText(query.search);
    m_views->setCurrentIndex(0);
    m_query = query;
    if (!why.isEmpty())
        m_filters->setChip(kGivenChip, why);
    ask();
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "discussions/discussionspage.h"

#include "base/whendone.h"
#include "discussions/threadview.h"
#include "tables/listframe.h"
#include "widgets/filterbar.h"
#include "widgets/pageheader.h"
#include "widgets/searchfield.h"
#include "widgets/sidepanel.h"

#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr QLatin1StringView kGivenChip = "given"_L1; // a list somebody sent here

} // namespace

DiscussionsPage::DiscussionsPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_model(new ThreadTableModel([this](const QList<CommentId>& ids) { return m_context.workspace.threadRows(ids); }, context.format(), this))
    , m_list(new ListFrame(context, tr("Discussions"), tr("Search comments and replies"), AppSettings::Key::ThreadColumns, this))
    , m_views(new QComboBox)
    , m_thread(new ThreadView(context))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    m_list->setModel(m_model, u"threadTable"_s, tr("Threads"), {310, 140, 180, 130, 70, 60, 70});
    m_list->showSort(ThreadTableModel::Written, /*descending=*/true);
    m_list->setPanel(m_thread);
    m_list->panel()->setTitle(tr("Conversation"));
    buildFilters();
    connectList();

    connect(m_thread, &ThreadView::memberRequested, this, &Page::memberRequested);
    connect(m_thread, &ThreadView::postRequested, this, &Page::postRequested);
    connect(&m_context.workspace, &workspace::Workspace::changed, this, [this](const workspace::ChangeSummary& summary) {
        if (isVisible() && summary.touches(workspace::Entity::Comment))
            ask();
    });
    connect(&m_context.workspace, &workspace::Workspace::opened, this, [this] {
        m_list->panel()->hide();
        m_model->setFormat(m_context.format());
        showThreads({}, {});
    });
}

void DiscussionsPage::buildFilters()
{
    m_views->setAccessibleName(tr("Which threads"));
    m_views->addItem(tr("All threads"), int(View::All));
    m_views->addItem(tr("Unanswered"), int(View::Unanswered));
    m_views->addItem(tr("Reported"), int(View::Reported));
    m_views->addItem(tr("First comments of newcomers"), int(View::Newcomers));
    m_views->addItem(tr("Hidden"), int(View::Hidden));
    m_list->filters()->addControl(m_views);
    connect(m_views, &QComboBox::activated, this, [this] { applyView(View(m_views->currentData().toInt())); });
    connect(m_list->filters(), &FilterBar::chipRemoved, this, [this] { applyView(View(m_views->currentData().toInt())); });
    connect(m_list->filters(), &FilterBar::cleared, this, [this] { applyView(View(m_views->currentData().toInt())); });
}

void DiscussionsPage::connectList()
{
    connect(m_list, &ListFrame::searched, this, [this](const QString& text) {
        m_query.search = text;
        ask();
    });
    connect(m_list, &ListFrame::rowOpened, this, [this](int row) { showThread(m_model->idAt(row)); });
    connect(m_list, &ListFrame::columnClicked, this, &DiscussionsPage::sortBy);
    connect(m_list, &ListFrame::loaded, this, &DiscussionsPage::showCount);
    connect(m_list, &ListFrame::retryRequested, this, &DiscussionsPage::ask);
    connect(m_list, &ListFrame::emptyActionTriggered, this, [this] { showThreads({}, {}); });
}

void DiscussionsPage::activate()
{
    if (m_context.workspace.isOpen())
        ask();
}

void DiscussionsPage::takeFocus() { m_list->table()->setFocus(); }

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
    m_list->filters()->removeChip(kGivenChip);
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

void DiscussionsPage::sortBy(int column)
{
    const bool turn = m_query.sort == workspace::ThreadQuery::Sort::Newest && column == ThreadTableModel::Written;
    const auto sort = ThreadTableModel::sortOf(column, /*descending=*/!turn);
    if (!sort)
        return;
    m_query.sort = *sort;
    m_list->showSort(column, /*descending=*/!turn);
    ask();
}

void DiscussionsPage::showCount()
{
    const int found = m_model->rowCount();
    m_list->header()->setSentence(
        isEverything() ? tr("%Ln thread(s) in this community.", nullptr, found) : tr("%Ln thread(s) match.", nullptr, found));
    if (isEverything())
        m_list->setEmpty(Icon::Discussions, tr("Nobody has commented yet."), tr("Comments appear here with the next sync."));
    else
        m_list->setEmpty(Icon::Ok, tr("Nothing here."), tr("No thread matches what you asked for."), tr("Show all threads"));
    m_list->showRows(found > 0);
}

void DiscussionsPage::showThread(CommentId thread)
{
    if (!thread.isValid())
        return;
    whenDone(m_context.workspace.threadComments(thread), this, [this](const Result<QList<workspace::CommentRow>>& comments) {
        if (!comments) {
            m_list->say(comments.error());
            return;
        }
        m_thread->showComments(*comments);
        m_list->panel()->openPanel();
    });
}

void DiscussionsPage::showThreads(const workspace::ThreadQuery& query, const QString& why)
{
    m_list->filters()->clearChips();
    m_list->filters()->searchField()->setText(query.search);
    m_views->setCurrentIndex(0);
    m_query = query;
    if (!why.isEmpty())
        m_list->filters()->setChip(kGivenChip, why);
    ask();
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/contentpage.h"

#include "base/whendone.h"
#include "content/postview.h"
#include "tables/listview.h"
#include "widgets/busyline.h"
#include "widgets/emptystate.h"
#include "widgets/filterbar.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/searchfield.h"
#include "widgets/sidepanel.h"
#include "words/errortext.h"
#include "words/names.h"

#include <QComboBox>
#include <QHeaderView>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {

ContentPage::ContentPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_header(new PageHeader(context.theme, tr("Content"), this))
    , m_filters(new FilterBar(context.theme, this))
    , m_status(new QComboBox)
    , m_visibility(new QComboBox)
    , m_tag(new QComboBox)
    , m_busy(new BusyLine(context.theme, this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_content(new QStackedWidget)
    , m_table(new ListView(context.theme, context.settings, AppSettings::Key::PostColumns))
    , m_empty(new EmptyState(context.theme))
    , m_model(new PostTableModel([this](const QList<PostId>& ids) { return m_context.workspace.postRows(ids); }, context.format(), this))
    , m_panel(new SidePanel(context.theme))
    , m_post(new PostView(context))
{
    auto* split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_content);
    split->addWidget(m_panel);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    m_content->addWidget(m_table);
    m_content->addWidget(m_empty);
    m_panel->setContent(m_post);
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

    connect(m_post, &PostView::threadsRequested, this, [this](PostId post) {
        workspace::ThreadQuery query;
        query.post = post;
        Q_EMIT threadsRequested(query, tr("On this post"));
    });
    connect(&m_context.workspace, &workspace::Workspace::changed, this, [this](const workspace::ChangeSummary& summary) {
        if (isVisible() && (summary.touches(workspace::Entity::Post) || summary.touches(workspace::Entity::Comment)))
            activate();
    });
    connect(&m_context.workspace, &workspace::Workspace::opened, this, &ContentPage::forgetWorkspace);
}

void ContentPage::buildFilters()
{
    m_filters->searchField()->setPlaceholder(tr("Search title and text"));
    connect(m_filters->searchField(), &SearchField::searched, this, [this](const QString& text) {
        m_query.search = text;
        ask();
    });
    m_status->setAccessibleName(tr("Status"));
    m_visibility->setAccessibleName(tr("Who may read"));
    m_tag->setAccessibleName(tr("Tag"));
    for (QComboBox* box : {m_status, m_visibility, m_tag}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        m_filters->addControl(box);
    }
    m_status->addItem(tr("Any status"));
    for (const Post::Status status : {Post::Status::Published, Post::Status::Draft, Post::Status::Scheduled, Post::Status::Sent})
        m_status->addItem(wordFor(status), int(status));
    m_visibility->addItem(tr("For anyone"), QString());
    for (const QString& visibility : {u"public"_s, u"members"_s, u"paid"_s, u"tiers"_s})
        m_visibility->addItem(wordForVisibility(visibility), visibility);
    m_tag->addItem(tr("Any tag"), qint64(0));
    connect(m_status, &QComboBox::activated, this, [this] {
        const QVariant chosen = m_status->currentData();
        m_query.status = chosen.isValid() ? std::optional(Post::Status(chosen.toInt())) : std::nullopt;
        ask();
    });
    connect(m_visibility, &QComboBox::activated, this, [this] {
        m_query.visibility = m_visibility->currentData().toString();
        ask();
    });
    connect(m_tag, &QComboBox::activated, this, [this] {
        m_query.tag.value = m_tag->currentData().toLongLong();
        ask();
    });
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] { m_filters->searchField()->setFocus(); });
}

void ContentPage::buildTable()
{
    m_table->setObjectName(u"postTable"_s);
    m_table->setAccessibleName(tr("Posts"));
    m_table->setModel(m_model);
    m_table->arrangeColumns({320, 110, 130, 180, 110, 90});
    connect(m_table, &ListView::rowOpened, this, [this](const QModelIndex& index) { showPost(m_model->idAt(index.row())); });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) { showPost(m_model->idAt(index.row())); });
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSortIndicator(PostTableModel::Published, Qt::DescendingOrder);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        const auto sort = PostTableModel::sortOf(column);
        if (!sort)
            return;
        m_query.descending = m_query.sort == *sort ? !m_query.descending : column == PostTableModel::Published;
        m_query.sort = *sort;
        m_table->horizontalHeader()->setSortIndicator(column, m_query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        ask();
    });
    connect(m_model, &PostTableModel::loadingStarted, this, [this] { m_busy->setBusy(true); });
    connect(m_model, &PostTableModel::loadingFinished, this, [this] {
        m_busy->setBusy(false);
        showCount();
    });
    connect(m_model, &PostTableModel::loadFailed, this, [this](const Error& error) {
        m_busy->setBusy(false);
        m_notice->say(NoticeBar::Kind::Error, sentence(error), tr("Try again"));
    });
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] {
        m_notice->dismiss();
        ask();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_query == workspace::PostQuery())
            Q_EMIT pageRequested(PageKind::Sync);
        else
            forgetWorkspace();
    });
}

void ContentPage::activate()
{
    if (!m_context.workspace.isOpen())
        return;
    fillChoices();
    ask();
}

void ContentPage::takeFocus() { m_table->setFocus(); }

void ContentPage::fillChoices()
{
    whenDone(m_context.workspace.tags(), this, [this](const Result<QList<lyceum::Tag>>& tags) {
        if (!tags)
            return;
        const qint64 chosen = m_tag->currentData().toLongLong();
        m_tag->clear();
        m_tag->addItem(tr("Any tag"), qint64(0));
        for (const lyceum::Tag& tag : *tags)
            m_tag->addItem(tag.name, tag.id.value);
        m_tag->setCurrentIndex(std::max(0, m_tag->findData(chosen)));
    });
}

void ContentPage::ask() { m_model->setOrder(m_context.workspace.postIds(m_query)); }

void ContentPage::showCount()
{
    const int found = m_model->rowCount();
    const bool everything = !m_query.status && m_query.visibility.isEmpty() && !m_query.tag.isValid() && m_query.search.isEmpty();
    m_header->setSentence(everything ? tr("%Ln post(s) in this community.", nullptr, found) : tr("%Ln post(s) match.", nullptr, found));
    if (found > 0) {
        m_content->setCurrentWidget(m_table);
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_model->index(0, 0));
        return;
    }
    if (everything)
        m_empty->setContent(Icon::Content, tr("No posts yet."), tr("Connect your site to bring its posts here."), tr("Connect a site"));
    else
        m_empty->setContent(Icon::Search, tr("No post matches."), tr("Try fewer filters or another word."), tr("Show all posts"));
    m_content->setCurrentWidget(m_empty);
}

void ContentPage::showPost(PostId post)
{
    if (!post.isValid())
        return;
    whenDone(m_context.workspace.post(post), this, [this](const Result<std::optional<Post>>& answer) {
        if (!answer) {
            m_notice->say(NoticeBar::Kind::Error, sentence(answer.error()));
            return;
        }
        if (!*answer)
            return;
        m_panel->setTitle((*answer)->title);
        m_post->showPost(**answer);
        m_panel->openPanel();
    });
}

void ContentPage::forgetWorkspace()
{
    m_query = {};
    m_filters->searchField()->clear();
    for (QComboBox* box : {m_status, m_visibility, m_tag})
        box->setCurrentIndex(0);
    m_panel->hide();
    m_model->setFormat(m_context.format());
    if (isVisible())
        activate();
}

} // namespace lyceum::ui

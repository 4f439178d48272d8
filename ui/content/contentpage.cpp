// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/contentpage.h"

#include "base/whendone.h"
#include "content/postview.h"
#include "tables/listframe.h"
#include "widgets/filterbar.h"
#include "widgets/pageheader.h"
#include "widgets/searchfield.h"
#include "widgets/sidepanel.h"
#include "words/names.h"

#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {

ContentPage::ContentPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_model(new PostTableModel([this](const QList<PostId>& ids) { return m_context.workspace.postRows(ids); }, context.format(), this))
    , m_list(new ListFrame(context, tr("Content"), tr("Search title and text"), AppSettings::Key::PostColumns, this))
    , m_status(new QComboBox)
    , m_visibility(new QComboBox)
    , m_tag(new QComboBox)
    , m_post(new PostView(context))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    m_list->setModel(m_model, u"postTable"_s, tr("Posts"), {320, 110, 130, 180, 110, 90});
    m_list->showSort(PostTableModel::Published, /*descending=*/true);
    m_list->setPanel(m_post);
    buildFilters();
    connectList();

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
    m_status->setAccessibleName(tr("Status"));
    m_visibility->setAccessibleName(tr("Who may read"));
    m_tag->setAccessibleName(tr("Tag"));
    for (QComboBox* box : {m_status, m_visibility, m_tag}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        m_list->filters()->addControl(box);
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
}

void ContentPage::connectList()
{
    connect(m_list, &ListFrame::searched, this, [this](const QString& text) {
        m_query.search = text;
        ask();
    });
    connect(m_list, &ListFrame::rowOpened, this, [this](int row) { showPost(m_model->idAt(row)); });
    connect(m_list, &ListFrame::columnClicked, this, &ContentPage::sortBy);
    connect(m_list, &ListFrame::loaded, this, &ContentPage::showCount);
    connect(m_list, &ListFrame::retryRequested, this, &ContentPage::ask);
    connect(m_list, &ListFrame::emptyActionTriggered, this, [this] {
        if (isEverything())
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

void ContentPage::takeFocus() { m_list->table()->setFocus(); }

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

void ContentPage::sortBy(int column)
{
    const auto sort = PostTableModel::sortOf(column);
    if (!sort)
        return;
    m_query.descending = m_query.sort == *sort ? !m_query.descending : column == PostTableModel::Published;
    m_query.sort = *sort;
    m_list->showSort(column, m_query.descending);
    ask();
}

bool ContentPage::isEverything() const
{
    return !m_query.status && m_query.visibility.isEmpty() && !m_query.tag.isValid() && m_query.search.isEmpty();
}

void ContentPage::showCount()
{
    const int found = m_model->rowCount();
    const bool everything = isEverything();
    m_list->header()->setSentence(
        everything ? tr("%Ln post(s) in this community.", nullptr, found) : tr("%Ln post(s) match.", nullptr, found));
    if (everything)
        m_list->setEmpty(Icon::Content, tr("No posts yet."), tr("Connect your site to bring its posts here."), tr("Connect a site"));
    else
        m_list->setEmpty(Icon::Search, tr("No post matches."), tr("Try fewer filters or another word."), tr("Show all posts"));
    m_list->showRows(found > 0);
}

void ContentPage::showPost(PostId post)
{
    if (!post.isValid())
        return;
    whenDone(m_context.workspace.post(post), this, [this](const Result<std::optional<Post>>& answer) {
        if (!answer) {
            m_list->say(answer.error());
            return;
        }
        if (!*answer)
            return;
        m_list->panel()->setTitle((*answer)->title);
        m_post->showPost(**answer);
        m_list->panel()->openPanel();
    });
}

void ContentPage::forgetWorkspace()
{
    m_query = {};
    m_list->filters()->searchField()->clear();
    for (QComboBox* box : {m_status, m_visibility, m_tag})
        box->setCurrentIndex(0);
    m_list->panel()->hide();
    m_model->setFormat(m_context.format());
    if (isVisible())
        activate();
}

} // namespace lyceum::ui

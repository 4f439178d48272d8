// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/memberspage.h"

#include "base/whendone.h"
#include "members/memberfiltermenus.h"
#include "members/memberview.h"
#include "tables/listview.h"
#include "widgets/busyline.h"
#include "widgets/emptystate.h"
#include "widgets/filterbar.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/searchfield.h"
#include "words/errortext.h"

#include <QHeaderView>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr QLatin1StringView kAmongChip = "among"_L1; // a list somebody sent here

} // namespace

MembersPage::MembersPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_stack(new QStackedWidget(this))
    , m_list(new QWidget(this))
    , m_header(new PageHeader(context.theme, tr("Members"), m_list))
    , m_filters(new FilterBar(context.theme, m_list))
    , m_menus(new MemberFilterMenus(context, *m_filters, this))
    , m_busy(new BusyLine(context.theme, m_list))
    , m_notice(new NoticeBar(context.theme, m_list))
    , m_content(new QStackedWidget(m_list))
    , m_table(new ListView(context.theme, context.settings, AppSettings::Key::MemberColumns, m_list))
    , m_empty(new EmptyState(context.theme, m_list))
    , m_model(new MemberTableModel([this](const QList<MemberId>& ids) { return m_context.workspace.memberRows(ids); }, context.format(), this))
    , m_member(new MemberView(context, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_member);
    buildList();

    connect(m_member, &MemberView::backRequested, this, &MembersPage::backToList);
    connect(m_member, &MemberView::postRequested, this, &Page::postRequested);
    connect(m_member, &MemberView::threadRequested, this, &Page::threadRequested);
    connect(&m_context.workspace, &workspace::Workspace::changed, this, [this](const workspace::ChangeSummary& summary) {
        if (isVisible() && summary.touches(workspace::Entity::Member))
            activate();
    });
    connect(&m_context.workspace, &workspace::Workspace::opened, this, &MembersPage::forgetWorkspace);
}

void MembersPage::buildList()
{
    auto* layout = new QVBoxLayout(m_list);
    layout->setContentsMargins(space::kWide, space::kLarge, space::kWide, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_header);
    layout->addWidget(m_filters);
    layout->addWidget(m_busy);
    layout->addWidget(m_notice);
    layout->addWidget(m_content, 1);
    m_content->addWidget(m_table);
    m_content->addWidget(m_empty);

    m_filters->searchField()->setPlaceholder(tr("Search name, e-mail or note"));
    connect(m_filters->searchField(), &SearchField::searched, this, [this](const QString& text) {
        m_query.search = text;
        ask();
    });
    connect(m_menus, &MemberFilterMenus::filterChanged, this, [this] {
        m_query.filter = m_menus->filter();
        ask();
    });
    connect(m_filters, &FilterBar::chipRemoved, this, [this](const QString& chip) {
        if (chip == kAmongChip) {
            m_query.among.reset();
            m_query.filter = m_menus->filter();
            ask();
        }
    });
    connect(m_filters, &FilterBar::cleared, this, [this] {
        m_query.among.reset();
        m_query.filter.reset();
        ask();
    });

    m_table->setObjectName(u"memberTable"_s);
    m_table->setAccessibleName(tr("Members"));
    m_table->setModel(m_model);
    m_table->arrangeColumns({180, 210, 110, 110, 150, 90, 90, 90});
    connect(m_table, &ListView::rowOpened, this, [this](const QModelIndex& index) { showMember(m_model->idAt(index.row())); });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        const auto sort = MemberTableModel::sortOf(column);
        if (!sort)
            return;
        // A second click turns the order round; times begin with the latest, texts with A.
        const bool timed = column == MemberTableModel::Joined || column == MemberTableModel::LastSeen;
        m_query.descending = m_query.sort == *sort ? !m_query.descending : timed;
        m_query.sort = *sort;
        m_table->horizontalHeader()->setSortIndicator(column, m_query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        ask();
    });
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSortIndicator(MemberTableModel::Joined, Qt::DescendingOrder);

    connect(m_model, &MemberTableModel::loadingStarted, this, [this] { m_busy->setBusy(true); });
    connect(m_model, &MemberTableModel::loadingFinished, this, [this] {
        m_busy->setBusy(false);
        showCount();
    });
    connect(m_model, &MemberTableModel::loadFailed, this, [this](const Error& error) {
        m_busy->setBusy(false);
        m_notice->say(NoticeBar::Kind::Error, sentence(error), tr("Try again"));
    });
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] {
        m_notice->dismiss();
        ask();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_query == workspace::MemberQuery())
            Q_EMIT pageRequested(PageKind::Sync);
        else
            showMembers({}, {});
    });
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] { m_filters->searchField()->setFocus(); });
}

void MembersPage::activate()
{
    if (!m_context.workspace.isOpen())
        return;
    whenDone(m_context.workspace.memberChoices(), this, [this](const Result<workspace::MemberChoices>& choices) {
        if (choices)
            m_menus->setChoices(*choices);
    });
    ask();
    if (m_stack->currentWidget() == m_member)
        m_member->refresh();
}

void MembersPage::takeFocus()
{
    if (m_stack->currentWidget() == m_member)
        m_member->setFocus();
    else
        m_table->setFocus();
}

void MembersPage::ask()
{
    m_model->setOrder(m_context.workspace.memberIds(m_query));
}

void MembersPage::showCount()
{
    const int found = m_model->rowCount();
    const bool everybody = !m_query.filter && !m_query.among && m_query.search.isEmpty();
    m_header->setSentence(everybody ? tr("%Ln member(s) in this community.", nullptr, found) : tr("%Ln member(s) match.", nullptr, found));
    if (found > 0) {
        m_content->setCurrentWidget(m_table);
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_model->index(0, 0));
        return;
    }
    if (everybody)
        m_empty->setContent(Icon::Members, tr("Nobody is here yet."), tr("Connect your site to bring its members here."), tr("Connect a site"));
    else
        m_empty->setContent(Icon::Search, tr("Nobody matches."), tr("Try fewer filters or another word."), tr("Show everybody"));
    m_content->setCurrentWidget(m_empty);
}

void MembersPage::showMember(MemberId member)
{
    if (!member.isValid())
        return;
    m_member->showMember(member);
    m_stack->setCurrentWidget(m_member);
    m_member->setFocus();
}

void MembersPage::showMembers(const workspace::MemberQuery& query, const QString& why)
{
    m_menus->clear();
    m_filters->clearChips();
    m_filters->searchField()->setText(query.search);
    m_query = query;
    if (query.among || query.filter)
        m_filters->setChip(kAmongChip, why);
    backToList();
    ask();
}

void MembersPage::backToList()
{
    m_stack->setCurrentWidget(m_list);
    m_table->setFocus();
}

void MembersPage::forgetWorkspace()
{
    m_model->setFormat(m_context.format());
    showMembers({}, {});
}

} // namespace lyceum::ui

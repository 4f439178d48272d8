// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/memberspage.h"

#include "base/whendone.h"
#include "members/memberfiltermenus.h"
#include "members/memberview.h"
#include "tables/listframe.h"
#include "widgets/filterbar.h"
#include "widgets/pageheader.h"
#include "widgets/searchfield.h"

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
    , m_model(new MemberTableModel([this](const QList<MemberId>& ids) { return m_context.workspace.memberRows(ids); }, context.format(), this))
    , m_stack(new QStackedWidget(this))
    , m_list(new ListFrame(context, tr("Members"), tr("Search name, e-mail or note"), AppSettings::Key::MemberColumns))
    , m_menus(new MemberFilterMenus(context, *m_list->filters(), this))
    , m_member(new MemberView(context))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_member);
    m_list->setModel(m_model, u"memberTable"_s, tr("Members"), {180, 210, 110, 110, 150, 90, 90, 90});
    m_list->showSort(MemberTableModel::Joined, /*descending=*/true);
    connectList();

    connect(m_member, &MemberView::backRequested, this, &MembersPage::backToList);
    connect(m_member, &MemberView::postRequested, this, &Page::postRequested);
    connect(m_member, &MemberView::threadRequested, this, &Page::threadRequested);
    connect(&m_context.workspace, &workspace::Workspace::changed, this, [this](const workspace::ChangeSummary& summary) {
        if (isVisible() && summary.touches(workspace::Entity::Member))
            activate();
    });
    connect(&m_context.workspace, &workspace::Workspace::opened, this, [this] {
        m_model->setFormat(m_context.format());
        showMembers({}, {});
    });
}

void MembersPage::connectList()
{
    connect(m_list, &ListFrame::searched, this, [this](const QString& text) {
        m_query.search = text;
        ask();
    });
    connect(m_menus, &MemberFilterMenus::filterChanged, this, [this] {
        m_query.filter = m_menus->filter();
        ask();
    });
    connect(m_list->filters(), &FilterBar::chipRemoved, this, [this](const QString& chip) {
        if (chip == kAmongChip) {
            m_query.among.reset();
            m_query.filter = m_menus->filter();
            ask();
        }
    });
    connect(m_list->filters(), &FilterBar::cleared, this, [this] {
        m_query.among.reset();
        m_query.filter.reset();
        ask();
    });
    connect(m_list, &ListFrame::rowOpened, this, [this](int row) { showMember(m_model->idAt(row)); });
    connect(m_list, &ListFrame::columnClicked, this, &MembersPage::sortBy);
    connect(m_list, &ListFrame::loaded, this, &MembersPage::showCount);
    connect(m_list, &ListFrame::retryRequested, this, &MembersPage::ask);
    connect(m_list, &ListFrame::emptyActionTriggered, this, [this] {
        if (m_query == workspace::MemberQuery())
            Q_EMIT pageRequested(PageKind::Sync);
        else
            showMembers({}, {});
    });
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
        m_list->table()->setFocus();
}

void MembersPage::ask()
{
    m_model->setOrder(m_context.workspace.memberIds(m_query));
}

void MembersPage::sortBy(int column)
{
    const auto sort = MemberTableModel::sortOf(column);
    if (!sort)
        return;
    // A second click turns the order round; times begin with the latest, texts with A.
    const bool timed = column == MemberTableModel::Joined || column == MemberTableModel::LastSeen;
    m_query.descending = m_query.sort == *sort ? !m_query.descending : timed;
    m_query.sort = *sort;
    m_list->showSort(column, m_query.descending);
    ask();
}

void MembersPage::showCount()
{
    const int found = m_model->rowCount();
    const bool everybody = !m_query.filter && !m_query.among && m_query.search.isEmpty();
    m_list->header()->setSentence(
        everybody ? tr("%Ln member(s) in this community.", nullptr, found) : tr("%Ln member(s) match.", nullptr, found));
    if (everybody)
        m_list->setEmpty(Icon::Members, tr("Nobody is here yet."), tr("Connect your site to bring its members here."), tr("Connect a site"));
    else
        m_list->setEmpty(Icon::Search, tr("Nobody matches."), tr("Try fewer filters or another word."), tr("Show everybody"));
    m_list->showRows(found > 0);
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
    m_list->filters()->clearChips();
    m_list->filters()->searchField()->setText(query.search);
    m_query = query;
    if (query.among || query.filter)
        m_list->filters()->setChip(kAmongChip, why);
    backToList();
    ask();
}

void MembersPage::backToList()
{
    m_stack->setCurrentWidget(m_list);
    m_list->table()->setFocus();
}

} // namespace lyceum::ui

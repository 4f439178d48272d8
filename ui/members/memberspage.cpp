// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/memberspage.h"

#include "base/whendone.h"
#include "members/bulkbar.h"
#include "members/memberactions.h"
#include "members/memberfiltermenus.h"
#include "members/memberview.h"
#include "tables/listframe.h"
#include "tables/rowselection.h"
#include "widgets/filterbar.h"
#include "widgets/pageheader.h"
#include "widgets/searchfield.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPushButton>
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
    , m_bar(new BulkBar(context))
    , m_actions(new MemberActions(context, m_list, [this] { return selectedMembers(); }))
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
    buildBar();

    connect(m_member, &MemberView::backRequested, this, &MembersPage::backToList);
    connect(m_member, &MemberView::postRequested, this, &Page::postRequested);
    connect(m_member, &MemberView::threadRequested, this, &Page::threadRequested);
    connect(m_member, &MemberView::pageRequested, this, &Page::pageRequested);
    connectActions(m_member->actions());
    connect(&m_context.workspace, &workspace::Workspace::changed, this, [this](const workspace::ChangeSummary& summary) {
        if (!isVisible())
            return;
        if (summary.touches(workspace::Entity::Member))
            activate();
        else if (m_stack->currentWidget() == m_member) // what waits for the site may have gone there
            m_member->refresh();
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

void MembersPage::connectActions(MemberActions* actions)
{
    connect(actions, &MemberActions::changeMade, this, &Page::changeMade);
    connect(actions, &MemberActions::changeFailed, this, &Page::changeFailed);
}

void MembersPage::buildBar()
{
    connectActions(m_actions);
    connect(m_actions, &MemberActions::working, m_list, &ListFrame::setBusy);
    connect(m_actions, &MemberActions::memberAdded, this, &MembersPage::showMember);
    for (QAction* action : {m_actions->labelAction(), m_actions->unlabelAction(), m_actions->editAction()})
        m_bar->addCommand(action);
    m_bar->setMore(m_actions->moreMenu());
    m_list->setBar(m_bar);
    connect(m_bar, &BulkBar::selectAllRequested, this, [this] {
        m_list->table()->selectAll();
        m_list->table()->setFocus();
    });
    connect(m_bar, &BulkBar::clearRequested, this, [this] {
        QItemSelectionModel* selection = m_list->table()->selectionModel();
        selection->select(selection->currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_list->table()->setFocus();
    });
    connect(m_list->table()->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MembersPage::showSelection);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &MembersPage::keepSelection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MembersPage::restoreSelection);
    m_list->table()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list->table(), &QWidget::customContextMenuRequested, this, &MembersPage::showRowMenu);

    auto* add = new QPushButton(tr("New member…"));
    add->setObjectName(u"newMember"_s);
    connect(add, &QPushButton::clicked, m_actions, &MemberActions::addMember);
    connect(&m_context.workspace, &workspace::Workspace::opened, add, [this, add] { add->setEnabled(!m_context.workspace.isReadOnly()); });
    m_list->header()->addAction(add);
}

QList<MemberId> MembersPage::selectedMembers() const
{
    QList<MemberId> members;
    for (const int row : selectedRows(*m_list->table()->selectionModel()))
        members.append(m_model->idAt(row));
    return members;
}

void MembersPage::showSelection()
{
    const qsizetype selected = selectedRowCount(*m_list->table()->selectionModel());
    m_bar->setCounts(selected, m_model->rowCount());
    m_bar->setVisible(m_model->rowCount() > 0);
    m_actions->setCount(selected);
}

void MembersPage::keepSelection()
{
    // One selected row is only where the keyboard is; several are work that a sync in the background must not undo.
    m_kept.clear();
    m_keptCurrent = m_model->idAt(m_list->table()->currentIndex().row());
    if (selectedRowCount(*m_list->table()->selectionModel()) < 2)
        return;
    const QList<MemberId> members = selectedMembers();
    m_kept = QSet<MemberId>(members.cbegin(), members.cend());
}

void MembersPage::restoreSelection()
{
    QList<int> rows;
    int current = -1;
    const QList<MemberId>& ids = m_model->ids();
    for (int row = 0; row < ids.size(); ++row) {
        if (m_kept.contains(ids.at(row)))
            rows.append(row);
        if (ids.at(row) == m_keptCurrent)
            current = row;
    }
    m_kept.clear();
    QItemSelectionModel* selection = m_list->table()->selectionModel();
    if (current >= 0) {
        const auto command = rows.isEmpty() ? QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows : QItemSelectionModel::NoUpdate;
        selection->setCurrentIndex(m_model->index(current, 0), command);
    }
    if (!rows.isEmpty())
        selectRows(*selection, rows);
    showSelection();
}

void MembersPage::showRowMenu(QPoint position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_actions->labelAction(), m_actions->unlabelAction(), m_actions->editAction()});
    menu->addSeparator();
    menu->addActions(m_actions->moreMenu()->actions());
    menu->popup(m_list->table()->viewport()->mapToGlobal(position));
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
    showSelection();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalpage.h"

#include "itemmodels/journaltablemodel.h"
#include "journal/journalpanel.h"
#include "tables/listframe.h"
#include "widgets/filterbar.h"
#include "widgets/pageheader.h"
#include "widgets/sidepanel.h"
#include "words/fieldwords.h"
#include "words/journalwords.h"

#include <QAction>
#include <QHeaderView>
#include <QListView>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

using workspace::Entity;

constexpr QLatin1StringView kOriginChip = "origin"_L1;
constexpr QLatin1StringView kKindChip = "kind"_L1;

/// What people change; the rest comes from the site in bulk and is not journalled field by field.
constexpr std::array kKinds {Entity::Member, Entity::Label, Entity::Newsletter, Entity::Tier, Entity::Offer, Entity::Subscription, Entity::Tag,
    Entity::Post, Entity::Comment, Entity::Setting};

QString capitalised(const QString& word)
{
    return word.left(1).toUpper() + word.mid(1);
}

} // namespace

JournalPage::JournalPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_model(new JournalTableModel([this](const workspace::JournalQuery& query) { return m_context.workspace.journal(query); }, context.format(), this))
    , m_list(new ListFrame(context, tr("Journal"), {}, AppSettings::Key::JournalColumns))
    , m_panel(new JournalPanel(context))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    m_list->header()->setSentence(tr("All that was done in this workspace, newest first. Enter shows an entry, Ctrl+U undoes it."));
    m_list->setModel(m_model, u"journalTable"_s, tr("Journal"), {260, 140, 120, 120, 90, 90});
    m_list->table()->horizontalHeader()->setSortIndicatorShown(false); // it has one order
    m_list->setPanel(m_panel);
    buildOriginMenu();
    buildKindMenu();
    connectList();
    connect(m_panel, &JournalPanel::undoRequested, this, &Page::undoRequested);
    connect(m_panel, &JournalPanel::redoRequested, this, &Page::redoRequested);
    connect(m_panel, &JournalPanel::memberRequested, this, &Page::memberRequested);
    connect(m_panel, &JournalPanel::postRequested, this, &Page::postRequested);
    connect(&m_context.workspace, &workspace::Workspace::changed, this, [this] {
        if (isVisible())
            m_model->refresh();
    });
    connect(&m_context.workspace, &workspace::Workspace::opened, this, [this] {
        m_isAsked = false;
        m_panel->forget();
        m_list->panel()->closePanel();
    });
}

QMenu* JournalPage::addMenu(const QString& name, const QString& text)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setText(text);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(button);
    button->setMenu(menu);
    m_list->filters()->addControl(button);
    return menu;
}

void JournalPage::buildOriginMenu()
{
    QMenu* menu = addMenu(u"filter-origin"_s, tr("From where"));
    for (const QString& origin : knownOrigins()) {
        menu->addAction(originWord(origin), this, [this, origin] {
            m_query.origin = origin;
            m_list->filters()->setChip(kOriginChip, tr("From where: %1").arg(originWord(origin)));
            ask();
        })->setObjectName(u"origin-%1"_s.arg(origin));
    }
}

void JournalPage::buildKindMenu()
{
    QMenu* menu = addMenu(u"filter-kind"_s, tr("What was changed"));
    for (const Entity kind : kKinds) {
        const QString word = capitalised(entityWord(kind, 2));
        menu->addAction(word, this, [this, kind, word] {
            m_query.entity = kind;
            m_list->filters()->setChip(kKindChip, tr("What was changed: %1").arg(word));
            ask();
        });
    }
}

void JournalPage::connectList()
{
    connect(m_list->filters(), &FilterBar::chipRemoved, this, [this](const QString& chip) {
        if (chip == kOriginChip)
            m_query.origin.clear();
        else
            m_query.entity.reset();
        ask();
    });
    connect(m_list->filters(), &FilterBar::cleared, this, [this] {
        m_query = {};
        ask();
    });
    connect(m_list, &ListFrame::loaded, this, &JournalPage::showLoaded);
    connect(m_list, &ListFrame::retryRequested, this, &JournalPage::ask);
    connect(m_list, &ListFrame::rowOpened, this, &JournalPage::openEntry);
    connect(m_list, &ListFrame::emptyActionTriggered, this, [this] {
        m_list->filters()->clearChips();
        m_query = {};
        ask();
    });
    // The details follow the arrow keys once they are open.
    connect(m_list->table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (const auto* entry = m_model->entryAt(current.row()); entry && !m_list->panel()->isHidden()) {
            m_panel->showEntry(*entry);
            m_list->panel()->setTitle(actionWord(*entry, m_context.format()));
        }
    });
    auto* undo = new QAction(tr("Undo this entry"), this);
    undo->setShortcut(Qt::CTRL | Qt::Key_U);
    undo->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_list->addAction(undo);
    connect(undo, &QAction::triggered, this, [this] { reverse(m_list->table()->currentIndex().row()); });
    m_list->table()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->table()->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_list->table(), &QWidget::customContextMenuRequested, this, &JournalPage::showRowMenu);
}

void JournalPage::activate()
{
    if (!m_context.workspace.isOpen())
        return;
    if (m_isAsked)
        m_model->refresh();
    else
        ask();
}

void JournalPage::takeFocus()
{
    m_list->table()->setFocus();
}

void JournalPage::ask()
{
    m_isAsked = true;
    m_model->setQuery(m_query, m_context.format());
}

void JournalPage::showLoaded()
{
    const bool isFiltered = m_query.entity || !m_query.origin.isEmpty();
    if (isFiltered)
        m_list->setEmpty(Icon::Journal, tr("No entry matches."), tr("Try fewer filters."), tr("Show all entries"));
    else
        m_list->setEmpty(Icon::Journal, tr("Nothing was done here yet."), tr("Every change, yours and the site's, will be listed here."));
    m_list->showRows(m_model->rowCount() > 0);
    // What is shown may have been undone meanwhile.
    const int shown = m_model->rowOf(m_panel->entry());
    if (const auto* entry = m_model->entryAt(shown))
        m_panel->showEntry(*entry);
}

void JournalPage::openEntry(int row)
{
    const auto* entry = m_model->entryAt(row);
    if (!entry)
        return;
    m_list->panel()->setTitle(actionWord(*entry, m_context.format()));
    m_list->panel()->openPanel();
    m_panel->showEntry(*entry);
}

void JournalPage::reverse(int row)
{
    const auto* entry = m_model->entryAt(row);
    if (!entry)
        return;
    if (canBeRedone(*entry))
        Q_EMIT redoRequested(entry->id);
    else if (canBeUndone(*entry))
        Q_EMIT undoRequested(entry->id);
}

void JournalPage::showRowMenu(QPoint position)
{
    const int row = m_list->table()->indexAt(position).row();
    const auto* entry = m_model->entryAt(row);
    if (!entry)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show what was changed"), this, [this, row] { openEntry(row); });
    QAction* undo = menu->addAction(canBeRedone(*entry) ? tr("Do it again") : tr("Undo this entry"), this, [this, row] { reverse(row); });
    undo->setEnabled(!m_context.workspace.isReadOnly() && (canBeRedone(*entry) || canBeUndone(*entry)));
    menu->popup(m_list->table()->viewport()->mapToGlobal(position));
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/waitingview.h"

#include "base/whendone.h"
#include "sync/pendingitemview.h"
#include "tables/listview.h"
#include "widgets/busyline.h"
#include "widgets/emptystate.h"
#include "widgets/flowlayout.h"
#include "widgets/noticebar.h"
#include "widgets/sidepanel.h"
#include "words/errortext.h"
#include "words/outboxwords.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

using Action = OutboxActions::Action;
using State = workspace::OutboxState;

constexpr workspace::Entity kFilteredKinds[] = {workspace::Entity::Member, workspace::Entity::Post, workspace::Entity::Comment, workspace::Entity::Tier,
    workspace::Entity::Offer, workspace::Entity::Label, workspace::Entity::Tag};

} // namespace

WaitingView::WaitingView(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new OutboxModel([this](const workspace::OutboxQuery& query) { return m_context.workspace.outbox(query); }, context.format(), this))
    , m_actions(new OutboxActions(context.workspace, this))
    , m_state(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_pause(new QCheckBox(tr("Pause pushing"), this))
    , m_pushAll(new QPushButton(tr("Push all now"), this))
    , m_busy(new BusyLine(context.theme, this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_stack(new QStackedWidget)
    , m_table(new ListView(context.theme, context.settings, AppSettings::Key::OutboxColumns))
    , m_empty(new EmptyState(context.theme))
    , m_panel(new SidePanel(context.theme))
    , m_item(new PendingItemView(context))
    , m_push(nullptr)
{
    m_table->setObjectName(u"outboxTable"_s);
    m_table->setAccessibleName(tr("Changes that wait"));
    m_table->setModel(m_model);
    m_table->arrangeColumns({240, 140, 200, 100, 130});
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_panel->setContent(m_item);
    auto* split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_stack);
    split->addWidget(m_panel);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);

    auto* bar = new QWidget(this);
    new FlowLayout(bar, space::kSmall);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    bar->setSizePolicy(policy);
    buildFilters(bar);
    buildActions(bar);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::kMedium, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(bar);
    layout->addWidget(m_busy);
    layout->addWidget(m_notice);
    layout->addWidget(split, 1);
    connectModel();
}

void WaitingView::buildFilters(QWidget* bar)
{
    m_state->setObjectName(u"outboxState"_s);
    m_state->setAccessibleName(tr("State"));
    m_state->addItem(tr("Any state"));
    for (const State state : {State::Pending, State::Sending, State::Paused, State::Parked, State::Local})
        m_state->addItem(wordFor(state), int(state));
    m_kind->setObjectName(u"outboxKind"_s);
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("Any kind"));
    for (const workspace::Entity kind : kFilteredKinds)
        m_kind->addItem(kindTitle(kind), int(kind));
    for (QComboBox* box : {m_state, m_kind}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        bar->layout()->addWidget(box);
        connect(box, &QComboBox::activated, this, &WaitingView::ask);
    }
}

void WaitingView::buildActions(QWidget* bar)
{
    const auto add = [&](const QString& text, const QString& hint, const char* name) {
        auto* action = new QAction(text, this);
        action->setToolTip(hint);
        m_table->addAction(action);
        auto* button = new QToolButton(bar);
        button->setObjectName(QString::fromLatin1(name));
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        bar->layout()->addWidget(button);
        return action;
    };
    m_push = add(tr("Push now"), tr("Sends the selected changes and nothing else."), "outboxPush");
    connect(m_push, &QAction::triggered, this, &WaitingView::pushChosen);
    m_byAction[Action::Pause] = add(tr("Pause"), tr("Keeps the selected changes back until you resume them."), "outboxPause");
    m_byAction[Action::Resume] = add(tr("Resume"), tr("Lets the selected changes go with the next sync."), "outboxResume");
    m_byAction[Action::Retry] = add(tr("Retry"), tr("Offers the selected changes to the site once more."), "outboxRetry");
    m_byAction[Action::Discard] = add(tr("Discard…"), tr("Takes the selected changes back here (Delete)."), "outboxDiscard");
    m_byAction[Action::Discard]->setShortcut(Qt::Key_Delete);
    m_byAction[Action::Discard]->setShortcutContext(Qt::WidgetShortcut);
    for (const Action action : {Action::Pause, Action::Resume, Action::Retry})
        connect(m_byAction[action], &QAction::triggered, this, [this, action] { act(action); });
    connect(m_byAction[Action::Discard], &QAction::triggered, this, &WaitingView::confirmDiscard);

    m_pushAll->setObjectName(u"outboxPushAll"_s);
    m_pushAll->setToolTip(tr("Syncs: reads what is new on the site, then sends all that waits."));
    connect(m_pushAll, &QPushButton::clicked, this, [this] { m_context.sync.start(); });
    bar->layout()->addWidget(m_pushAll);
    m_pause->setObjectName(u"pushPaused"_s);
    m_pause->setToolTip(tr("Syncs only read until you switch this off."));
    connect(m_pause, &QCheckBox::toggled, this, [this](bool paused) {
        whenDone(m_context.sync.setPushPaused(paused), this, [this, paused](const Result<void>& set) {
            if (!set)
                m_notice->say(NoticeBar::Kind::Error, sentence(set.error()));
            else if (paused)
                m_notice->say(NoticeBar::Kind::Info, tr("Pushing is paused. A sync reads what is new on the site; what you change waits here."));
            else
                m_notice->dismiss();
            showPaused();
        });
    });
    bar->layout()->addWidget(m_pause);
}

void WaitingView::connectModel()
{
    connect(m_model, &OutboxModel::loaded, this, &WaitingView::showRows);
    connect(m_model, &OutboxModel::loadFailed, this, [this](const Error& error) {
        m_busy->setBusy(false);
        m_notice->say(NoticeBar::Kind::Error, sentence(error), tr("Try again"), [this] {
            m_notice->dismiss();
            m_model->refresh();
        });
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WaitingView::updateActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (m_panel->isVisible())
            showPanel();
    });
    connect(m_table, &QTableView::clicked, this, &WaitingView::showPanel);
    connect(m_table, &ListView::rowOpened, this, &WaitingView::showPanel);
    connect(m_table, &QWidget::customContextMenuRequested, this, &WaitingView::showMenu);
    connect(m_empty, &EmptyState::actionTriggered, this, &WaitingView::forgetWorkspace);
    connect(m_item, &PendingItemView::conflictRequested, this, &WaitingView::conflictRequested);
    connect(m_item, &PendingItemView::memberRequested, this, &WaitingView::memberRequested);
    connect(m_item, &PendingItemView::postRequested, this, &WaitingView::postRequested);
    connect(m_actions, &OutboxActions::finished, this, &WaitingView::showOutcome);
    connect(m_actions, &OutboxActions::progressed, this, [this](int done, int all) { m_busy->setProgress(double(done) / std::max(1, all)); });
    connect(&m_context.sync, &workspace::SyncService::stateChanged, this, &WaitingView::updateActions);
    connect(&m_context.sync, &workspace::SyncService::pushPausedChanged, this, &WaitingView::showPaused);
    connect(&m_context.workspace, &workspace::Workspace::changed, this, [this](const workspace::ChangeSummary& summary) {
        if (summary.outbox && isVisible())
            m_model->refresh();
    });
    updateActions();
}

void WaitingView::activate()
{
    if (!m_context.workspace.isOpen())
        return;
    m_busy->setBusy(true);
    m_model->refresh();
    showPaused();
}

void WaitingView::takeFocus() { m_table->setFocus(); }

void WaitingView::forgetWorkspace()
{
    m_state->setCurrentIndex(0);
    m_kind->setCurrentIndex(0);
    m_panel->closePanel();
    m_notice->dismiss();
    m_model->clear();
    m_model->setFormat(m_context.format());
    if (isVisible())
        activate();
}

void WaitingView::ask()
{
    if (!m_context.workspace.isOpen())
        return;
    workspace::OutboxQuery query;
    if (m_state->currentData().isValid())
        query.state = State(m_state->currentData().toInt());
    if (m_kind->currentData().isValid())
        query.entity = workspace::Entity(m_kind->currentData().toInt());
    m_busy->setBusy(true);
    m_model->setFilter(query);
}

void WaitingView::showPaused()
{
    const QSignalBlocker quiet(m_pause);
    m_pause->setChecked(m_context.sync.isPushPaused());
}

bool WaitingView::isEverything() const { return m_state->currentIndex() == 0 && m_kind->currentIndex() == 0; }

void WaitingView::showRows()
{
    m_busy->setBusy(m_actions->isRunning());
    const bool any = m_model->rowCount() > 0;
    if (isEverything())
        m_empty->setContent(Icon::Ok, tr("Nothing waits."), tr("What you change here is listed until the site has it."));
    else
        m_empty->setContent(Icon::Search, tr("No change that waits is like that."), tr("Look at any state and any kind."), tr("Show all changes"));
    m_stack->setCurrentWidget(any ? static_cast<QWidget*>(m_table) : m_empty);
    if (any && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    if (!any)
        m_panel->closePanel();
    else if (m_panel->isVisible())
        showPanel();
    updateActions();
}

void WaitingView::showPanel()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const workspace::OutboxItem& item = m_model->itemAt(current.row());
    m_panel->setTitle(m_model->index(current.row(), OutboxModel::Title).data().toString());
    m_item->showItem(item);
    m_panel->openPanel();
}

QList<workspace::OutboxItem> WaitingView::chosen() const
{
    QList<int> rows;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::ranges::sort(rows);
    QList<workspace::OutboxItem> items;
    items.reserve(rows.size());
    for (const int row : rows)
        items.append(m_model->itemAt(row));
    return items;
}

void WaitingView::updateActions()
{
    const QList<workspace::OutboxItem> items = chosen();
    const bool mayWrite = m_context.workspace.isOpen() && !m_context.workspace.isReadOnly();
    const bool isIdle = m_context.sync.state() == workspace::SyncService::State::Idle;
    m_push->setEnabled(mayWrite && isIdle && !items.isEmpty());
    m_pushAll->setEnabled(mayWrite && isIdle && m_model->rowCount() > 0);
    m_pause->setEnabled(mayWrite);
    for (auto action = m_byAction.cbegin(); action != m_byAction.cend(); ++action) {
        const bool any = std::ranges::any_of(items, [&](const auto& item) { return OutboxActions::applies(action.key(), item); });
        action.value()->setEnabled(mayWrite && any && !m_actions->isRunning());
    }
}

void WaitingView::showMenu(QPoint position)
{
    QMenu menu(this);
    menu.addActions(m_table->actions());
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

void WaitingView::pushChosen()
{
    QList<std::pair<workspace::Entity, qint64>> rows;
    for (const workspace::OutboxItem& item : chosen())
        rows.append({item.entity, item.row});
    m_context.sync.push(rows);
}

void WaitingView::act(Action action)
{
    m_busy->setBusy(true);
    m_actions->run(action, chosen());
    updateActions();
}

void WaitingView::confirmDiscard()
{
    QList<workspace::OutboxItem> items = chosen();
    items.removeIf([](const workspace::OutboxItem& item) { return !OutboxActions::applies(Action::Discard, item); });
    if (items.isEmpty())
        return;
    auto* dialog = new QMessageBox(this);
    dialog->setObjectName(u"discardDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setIcon(QMessageBox::Question);
    dialog->setWindowTitle(tr("Discard changes"));
    dialog->setTextFormat(Qt::PlainText);
    const workspace::OutboxItem& first = items.first();
    dialog->setText(items.size() > 1 ? tr("Take back %Ln change(s) here?", nullptr, int(items.size()))
                                     : tr("Take back here what was changed of “%1”?").arg(first.title));
    const bool unmakes = std::ranges::any_of(items, [](const auto& item) { return item.operation == workspace::OutboxItem::Operation::Make; });
    dialog->setInformativeText(unmakes
            ? tr("The fields become again what the site has, and what is yet to be made there goes from this workspace. The site is not touched.")
            : tr("The fields become again what the site has. The site is not touched."));
    QPushButton* discard = dialog->addButton(tr("Take back here"), QMessageBox::DestructiveRole);
    dialog->setDefaultButton(dialog->addButton(tr("Keep"), QMessageBox::RejectRole));
    connect(discard, &QPushButton::clicked, this, [this, items] {
        m_busy->setBusy(true);
        m_actions->run(Action::Discard, items);
        updateActions();
    });
    dialog->open();
}

void WaitingView::showOutcome(const OutboxActions::Outcome& outcome)
{
    m_busy->setBusy(false);
    m_model->refresh();
    updateActions();
    if (outcome.failed > 0) {
        m_notice->say(NoticeBar::Kind::Error,
            //: %1 is a sentence
            tr("%n change(s) stayed as they were. %1", nullptr, outcome.failed).arg(sentence(outcome.firstError)));
        return;
    }
    if (outcome.done == 0)
        return;
    switch (outcome.action) {
    case Action::Pause: m_notice->say(NoticeBar::Kind::Info, tr("%n change(s) paused.", nullptr, outcome.done)); return;
    case Action::Resume: m_notice->say(NoticeBar::Kind::Info, tr("%n change(s) go with the next sync.", nullptr, outcome.done)); return;
    case Action::Retry: m_notice->say(NoticeBar::Kind::Info, tr("%n change(s) are offered to the site with the next sync.", nullptr, outcome.done)); return;
    case Action::Discard:
        m_notice->say(NoticeBar::Kind::Good, tr("%n change(s) taken back here.", nullptr, outcome.done),
            outcome.entries.isEmpty() ? QString() : tr("Undo"), [this, entries = outcome.entries] { takeBack(entries); });
        return;
    }
}

void WaitingView::takeBack(QList<qint64> entries)
{
    if (entries.isEmpty()) {
        m_notice->dismiss();
        return;
    }
    const qint64 latest = entries.takeLast();
    whenDone(m_context.workspace.undo(latest), this, [this, entries](const auto& undone) {
        if (undone)
            takeBack(entries);
        else
            m_notice->say(NoticeBar::Kind::Error, sentence(undone.error()));
    });
}

} // namespace lyceum::ui

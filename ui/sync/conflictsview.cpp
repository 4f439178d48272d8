// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/conflictsview.h"

#include "base/whendone.h"
#include "page/rownames.h"
#include "sync/conflictcard.h"
#include "sync/conflictpolicies.h"
#include "widgets/busyline.h"
#include "widgets/emptystate.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/plainlabel.h"
#include "words/errortext.h"
#include "words/outboxwords.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

using workspace::Settlement;

constexpr int kListWidth = 260;

/// The rows that values in conflict refer to.
RowsByKind rowsNamedIn(const QList<workspace::OpenConflict>& conflicts)
{
    RowsByKind rows;
    for (const workspace::OpenConflict& conflict : conflicts) {
        const auto kind = referredBy(conflict.entity, conflict.field);
        for (const workspace::Scalar* value : {&conflict.base, &conflict.mine, &conflict.theirs}) {
            if (kind && std::holds_alternative<qint64>(*value))
                rows[*kind].insert(std::get<qint64>(*value));
        }
    }
    return rows;
}

} // namespace

ConflictsView::ConflictsView(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_asker(this,
          {.question = [this] { return m_context.workspace.openConflicts(); },
              .show = [this](const Result<Conflicts>& conflicts) { takeConflicts(conflicts); },
              .setBusy = [this](bool busy) { m_busy->setBusy(busy || !m_decisions.isEmpty()); }})
    , m_model(new ConflictModel(this))
    , m_busy(new BusyLine(context.theme, this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(context.theme))
    , m_list(new QListView)
    , m_title(nullptr)
    , m_what(plainLabel(this))
    , m_scroll(new QScrollArea)
    , m_cardColumn(new QVBoxLayout)
    , m_allMine(new QPushButton(tr("All mine"), this))
    , m_allTheirs(new QPushButton(tr("All the site's"), this))
    , m_settle(new QPushButton(tr("Settle"), this))
{
    m_list->setObjectName(u"conflictList"_s);
    m_list->setAccessibleName(tr("Rows in conflict"));
    m_list->setModel(m_model);
    m_list->setFixedWidth(kListWidth);
    m_list->setUniformItemSizes(true);
    m_list->setProperty("roomy", true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->installEventFilter(this);
    auto* work = new QWidget;
    auto* columns = new QHBoxLayout(work);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::kLarge);
    columns->addWidget(m_list);
    columns->addWidget(buildSide(), 1);
    m_stack->addWidget(work);
    m_stack->addWidget(m_empty);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::kMedium, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(buildHead());
    layout->addWidget(m_busy);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConflictsView::showCurrent);
    connect(m_allMine, &QPushButton::clicked, this, [this] { settleAll(Settlement::Mine); });
    connect(m_allTheirs, &QPushButton::clicked, this, [this] { settleAll(Settlement::Theirs); });
    connect(m_settle, &QPushButton::clicked, this, &ConflictsView::settleChosen);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { m_context.sync.start(); });
    connect(&m_context.workspace, &workspace::Workspace::changed, this, [this](const workspace::ChangeSummary& summary) {
        if (summary.outbox && isVisible() && m_decisions.isEmpty())
            m_asker.refresh();
    });
}

QWidget* ConflictsView::buildHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    QLabel* keys = plainLabel(head);
    keys->setText(tr("M keeps mine, T takes the site's, B keeps both; Enter settles; J and K or the arrows move."));
    setInk(keys, m_context.theme.tokens().muted);
    connect(&m_context.theme, &Theme::changed, keys, [this, keys] { setInk(keys, m_context.theme.tokens().muted); });
    auto* policy = new QToolButton(head);
    policy->setObjectName(u"conflictPolicy"_s);
    policy->setText(tr("When both have changed"));
    policy->setToolTip(tr("Decide for a whole kind, so that you are not asked."));
    policy->setPopupMode(QToolButton::InstantPopup);
    policy->setFocusPolicy(Qt::StrongFocus);
    auto* policies = new ConflictPolicies(m_context, policy);
    policy->setMenu(policies);
    connect(policies, &ConflictPolicies::changed, this, [this](const QString& what) { m_notice->say(NoticeBar::Kind::Info, what); });
    connect(policies, &ConflictPolicies::failed, this, [this](const Error& error) { m_notice->say(NoticeBar::Kind::Error, sentence(error)); });
    row->addWidget(keys, 1);
    row->addWidget(policy, 0, Qt::AlignTop);
    return head;
}

QWidget* ConflictsView::buildSide()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    m_title = sectionLabel(m_context.theme, QString(), side);
    setInk(m_what, m_context.theme.tokens().muted);
    connect(&m_context.theme, &Theme::changed, m_what, [this] { setInk(m_what, m_context.theme.tokens().muted); });
    column->addWidget(m_title);
    column->addWidget(m_what);
    auto* body = new QWidget;
    auto* bodyColumn = new QVBoxLayout(body);
    bodyColumn->setContentsMargins(0, 0, space::kSmall, 0);
    m_cardColumn->setSpacing(space::kMedium);
    bodyColumn->addLayout(m_cardColumn);
    bodyColumn->addStretch();
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(body);
    column->addWidget(m_scroll, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    m_allMine->setObjectName(u"conflictAllMine"_s);
    m_allTheirs->setObjectName(u"conflictAllTheirs"_s);
    m_settle->setObjectName(u"conflictSettle"_s);
    m_settle->setProperty("primary", true);
    buttons->addWidget(m_settle);
    buttons->addStretch();
    buttons->addWidget(m_allMine);
    buttons->addWidget(m_allTheirs);
    column->addLayout(buttons);
    return side;
}

void ConflictsView::activate()
{
    m_settled = false;
    if (m_context.workspace.isOpen())
        m_asker.refresh();
}

void ConflictsView::takeFocus()
{
    if (m_model->rowCount() > 0)
        m_list->setFocus();
    else
        m_empty->button()->setFocus();
}

void ConflictsView::showItem(workspace::Entity entity, qint64 row)
{
    m_wanted = {entity, row};
    if (const int known = m_model->rowOf(entity, row); known >= 0)
        m_list->setCurrentIndex(m_model->index(known));
}

void ConflictsView::forgetWorkspace()
{
    m_asker.forget();
    m_notice->dismiss();
    m_decisions.clear();
    m_settled = false;
    ++m_lookUp;
    showConflicts({});
    if (isVisible())
        activate();
}

void ConflictsView::takeConflicts(const Result<Conflicts>& conflicts)
{
    if (!conflicts) {
        m_notice->say(NoticeBar::Kind::Error, sentence(conflicts.error()), tr("Try again"), [this] {
            m_notice->dismiss();
            m_asker.refresh();
        });
        return;
    }
    lookUpNames(m_context.workspace, rowsNamedIn(*conflicts), this, [this, conflicts = *conflicts, asked = ++m_lookUp](const RowNames& names) {
        if (asked != m_lookUp)
            return;
        m_names = names;
        showConflicts(conflicts);
    });
}

void ConflictsView::showConflicts(const Conflicts& conflicts)
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_model->setConflicts(conflicts);
    if (const auto wanted = std::exchange(m_wanted, std::nullopt)) {
        if (const int row = m_model->rowOf(wanted->first, wanted->second); row >= 0)
            m_list->setCurrentIndex(m_model->index(row));
    }
    const bool any = m_model->rowCount() > 0;
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    if (m_settled)
        m_empty->setContent(Icon::Ok, tr("All is settled."), tr("What you kept goes to the site with the next sync."),
            m_context.sync.state() == workspace::SyncService::State::Idle ? tr("Sync now") : QString());
    else
        m_empty->setContent(Icon::Ok, tr("Nothing is in conflict."), tr("Where you and the site change the same field, both are kept until you decide here."));
    m_stack->setCurrentIndex(any ? 0 : 1);
    showCurrent();
    if (hadFocus && any && !isAncestorOf(QApplication::focusWidget()))
        m_list->setFocus();
    Q_EMIT counted(m_model->rowCount());
}

void ConflictsView::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    const ConflictItem item = current.isValid() ? m_model->itemAt(current.row()) : ConflictItem();
    QList<qint64> ids;
    for (const workspace::OpenConflict& conflict : item.fields)
        ids.append(conflict.id);
    if (ids == m_shown)
        return; // what is chosen and typed stays
    m_shown = ids;
    qDeleteAll(std::exchange(m_cards, {}));
    m_shownTitle = item.title;
    m_title->setText(item.title);
    m_what->setText(tr("%n field(s) of this %1 changed here and on the site.", nullptr, int(item.fields.size())).arg(entityWord(item.entity, 1)));
    for (const workspace::OpenConflict& conflict : item.fields)
        addCard(conflict);
    setCurrentCard(0);
    m_scroll->ensureVisible(0, 0);
}

void ConflictsView::addCard(const workspace::OpenConflict& conflict)
{
    auto* card = new ConflictCard(m_context, conflict, m_names, m_scroll->widget());
    m_cards.append(card);
    m_cardColumn->addWidget(card);
    connect(card, &ConflictCard::entered, this, [this, card] { setCurrentCard(m_cards.indexOf(card)); });
    connect(card, &ConflictCard::chosen, this, [this] { m_settle->setEnabled(true); });
    connect(card, &ConflictCard::settleRequested, this, &ConflictsView::settleChosen);
}

void ConflictsView::setCurrentCard(qsizetype card)
{
    m_card = card;
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        m_cards.at(i)->setCurrent(i == card);
    if (card >= 0 && card < m_cards.size())
        m_scroll->ensureWidgetVisible(m_cards.at(card));
    m_settle->setEnabled(std::ranges::any_of(m_cards, [](const ConflictCard* each) { return each->choice().has_value(); }));
}

void ConflictsView::moveBy(int step)
{
    const qsizetype next = m_card + step;
    if (next >= 0 && next < m_cards.size()) {
        setCurrentCard(next);
        return;
    }
    const int row = m_list->currentIndex().row() + step;
    if (row < 0 || row >= m_model->rowCount())
        return;
    m_list->setCurrentIndex(m_model->index(row));
    setCurrentCard(step > 0 ? 0 : m_cards.size() - 1);
}

bool ConflictsView::takeKey(QKeyEvent* event)
{
    if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier || m_cards.isEmpty())
        return false;
    switch (event->key()) {
    case Qt::Key_M: choose(Settlement::Mine); return true;
    case Qt::Key_T: choose(Settlement::Theirs); return true;
    case Qt::Key_B: choose(Settlement::Both); return true;
    case Qt::Key_J:
    case Qt::Key_Down: moveBy(+1); return true;
    case Qt::Key_K:
    case Qt::Key_Up: moveBy(-1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: settleChosen(); return true;
    default: return false;
    }
}

bool ConflictsView::eventFilter(QObject* watched, QEvent* event)
{
    // The list would take letters for the beginning of a name.
    if (watched == m_list && event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent*>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void ConflictsView::keyPressEvent(QKeyEvent* event)
{
    if (!takeKey(event))
        QWidget::keyPressEvent(event);
}

void ConflictsView::choose(Settlement settlement)
{
    if (m_card < 0 || m_card >= m_cards.size())
        return;
    ConflictCard* card = m_cards.at(m_card);
    if (settlement == Settlement::Both && !card->canHoldBoth()) {
        m_notice->say(NoticeBar::Kind::Info, tr("This field holds one value: keep mine or take the site's."));
        return;
    }
    m_notice->dismiss();
    card->choose(settlement);
    m_scroll->ensureWidgetVisible(card);
    // On to the next that is open; the last one stays, so that Enter is seen to be about it.
    for (qsizetype next = m_card + 1; next < m_cards.size(); ++next) {
        if (!m_cards.at(next)->choice()) {
            setCurrentCard(next);
            return;
        }
    }
}

void ConflictsView::settleChosen()
{
    QList<Decision> decisions;
    for (const ConflictCard* card : std::as_const(m_cards)) {
        if (card->choice())
            decisions.append({card->conflict().id, *card->choice(), card->text()});
    }
    if (decisions.isEmpty())
        m_notice->say(NoticeBar::Kind::Info, tr("Choose first: M keeps mine, T takes the site's."));
    else
        settle(decisions);
}

void ConflictsView::settleAll(Settlement settlement)
{
    QList<Decision> decisions;
    for (const ConflictCard* card : std::as_const(m_cards))
        decisions.append({card->conflict().id, settlement, {}});
    settle(decisions);
}

void ConflictsView::settle(QList<Decision> decisions)
{
    if (!m_decisions.isEmpty() || decisions.isEmpty())
        return;
    m_notice->dismiss();
    m_entries.clear();
    m_decisions = std::move(decisions);
    m_busy->setBusy(true);
    settleNext();
}

void ConflictsView::settleNext()
{
    if (m_decisions.isEmpty()) {
        finishSettling();
        return;
    }
    const Decision decision = m_decisions.first();
    whenDone(m_context.workspace.settleConflict(decision.conflict, decision.settlement, decision.text), this,
        [this, decision](const Result<workspace::ChangeSummary>& settled) {
            if (m_decisions.isEmpty() || m_decisions.first().conflict != decision.conflict)
                return; // another workspace meanwhile
            m_decisions.removeFirst();
            // A decision about the row settles its fields with it: those are then no longer there.
            if (!settled && settled.error().kind != Error::Kind::NotFound) {
                m_decisions.clear();
                m_busy->setBusy(false);
                m_asker.refresh();
                m_notice->say(NoticeBar::Kind::Error, sentence(settled.error()));
                return;
            }
            if (settled && settled->journalEntry != 0)
                m_entries.append(settled->journalEntry);
            settleNext();
        });
}

void ConflictsView::finishSettling()
{
    m_settled = true;
    m_busy->setBusy(false);
    m_notice->say(NoticeBar::Kind::Good, tr("“%1” is settled.").arg(m_shownTitle), m_entries.isEmpty() ? QString() : tr("Undo"),
        [this, entries = m_entries] { takeBack(entries); });
    m_asker.refresh();
}

void ConflictsView::takeBack(QList<qint64> entries)
{
    if (entries.isEmpty()) {
        m_notice->dismiss();
        return;
    }
    whenDone(m_context.workspace.undo(entries.takeLast()), this, [this, entries](const auto& undone) {
        if (undone)
            takeBack(entries);
        else
            m_notice->say(NoticeBar::Kind::Error, sentence(undone.error()));
    });
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/memberview.h"

#include "base/whendone.h"
#include "itemmodels/changelistmodel.h"
#include "itemmodels/timelinemodel.h"
#include "members/memberactions.h"
#include "members/memberfacts.h"
#include "members/timelinedelegate.h"
#include "page/rownames.h"
#include "tables/changedelegate.h"
#include "theme/icons.h"
#include "widgets/chip.h"
#include "widgets/flowlayout.h"
#include "widgets/noticebar.h"
#include "words/errortext.h"
#include "words/names.h"
#include "words/outboxwords.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kTimelinePage = 60;
constexpr int kChanges = 200;

QListView* listView(const QString& objectName, const QString& accessibleName, QAbstractItemModel* model)
{
    auto* view = new QListView;
    view->setObjectName(objectName);
    view->setAccessibleName(accessibleName);
    view->setModel(model);
    view->setResizeMode(QListView::Adjust);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return view;
}

QToolButton* switchButton(const QString& objectName, const QString& text, QButtonGroup* group)
{
    auto* button = new QToolButton;
    button->setObjectName(objectName);
    button->setText(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    group->addButton(button);
    return button;
}

} // namespace

MemberView::MemberView(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_actions(new MemberActions(context, this, [this] { return m_id.isValid() ? QList<MemberId> {m_id} : QList<MemberId>(); }))
    , m_name(new QLabel(this))
    , m_email(new QLabel(this))
    , m_chips(nullptr)
    , m_chipArea(new QWidget(this))
    , m_waiting(new Chip(context.theme, {}, this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_facts(new MemberFacts(context, this))
    , m_lists(new QStackedWidget(this))
    , m_showTimeline(nullptr)
    , m_showChanges(nullptr)
    , m_timeline(nullptr)
    , m_changes(nullptr)
    , m_model(new TimelineModel(context.format(), this))
    , m_changeModel(new ChangeListModel(ChangeListModel::Below::Entry, context.format(), this))
{
    setObjectName(u"memberView"_s);
    setFocusPolicy(Qt::StrongFocus);
    m_chips = new FlowLayout(m_chipArea);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_name->setFont(context.theme.font(FontRole::PageTitle));
    m_email->setTextFormat(Qt::PlainText);
    m_email->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_waiting->setObjectName(u"memberWaiting"_s);
    m_waiting->setTone(Tone::Caution);
    m_waiting->setActivatable(true);
    m_waiting->hide();
    connect(m_waiting, &Chip::clicked, this, [this] { Q_EMIT pageRequested(PageKind::Sync); });

    auto* right = new QVBoxLayout;
    buildLists(right);
    auto* columns = new QHBoxLayout;
    columns->addWidget(m_facts);
    columns->addLayout(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kWide, space::kLarge, space::kWide, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addLayout(buildHead());
    layout->addWidget(m_name);
    layout->addWidget(m_email);
    layout->addWidget(m_chipArea);
    layout->addWidget(m_waiting, 0, Qt::AlignLeft);
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);

    connect(m_model, &TimelineModel::loadFailed, this,
        [this](const Error& error) { m_notice->say(NoticeBar::Kind::Error, sentence(error), tr("Try again")); });
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] {
        m_notice->dismiss();
        m_model->retry();
    });
}

QLayout* MemberView::buildHead()
{
    auto* back = new QToolButton(this);
    back->setObjectName(u"memberBack"_s);
    back->setIcon(icon(Icon::Back, palette()));
    back->setText(tr("All members"));
    back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    back->setAutoRaise(true);
    connect(back, &QToolButton::clicked, this, &MemberView::backRequested);
    connect(&m_context.theme, &Theme::changed, back, [this, back] { back->setIcon(icon(Icon::Back, palette())); });
    auto* head = new QHBoxLayout;
    head->setSpacing(space::kTiny);
    head->addWidget(back);
    head->addStretch();
    for (QAction* action : {m_actions->editAction(), m_actions->labelAction(), m_actions->unlabelAction()}) {
        auto* button = new QToolButton(this);
        button->setObjectName(u"member-%1"_s.arg(action->objectName()));
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        head->addWidget(button);
    }
    auto* more = new QToolButton(this);
    more->setObjectName(u"member-more"_s);
    more->setText(tr("More"));
    more->setAccessibleName(tr("More to do with this member"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::StrongFocus);
    more->setMenu(m_actions->moreMenu());
    head->addWidget(more);
    return head;
}

void MemberView::buildLists(QLayout* column)
{
    m_timeline = listView(u"memberTimeline"_s, tr("What happened, newest first"), m_model);
    m_timeline->setItemDelegate(new TimelineDelegate(m_context.theme, m_timeline));
    connect(m_timeline, &QListView::activated, this, &MemberView::openEntry);
    m_changes = listView(u"memberChanges"_s, tr("What was changed, newest first"), m_changeModel);
    m_changes->setItemDelegate(new ChangeDelegate(m_context.theme, m_changes));
    m_lists->addWidget(m_timeline);
    m_lists->addWidget(m_changes);
    setFocusProxy(m_lists);
    m_lists->setFocusProxy(m_timeline);

    auto* group = new QButtonGroup(this);
    m_showTimeline = switchButton(u"showTimeline"_s, tr("What happened"), group);
    m_showChanges = switchButton(u"showChanges"_s, tr("What was changed"), group);
    m_showTimeline->setChecked(true);
    connect(m_showTimeline, &QToolButton::clicked, this, [this] { showList(m_timeline); });
    connect(m_showChanges, &QToolButton::clicked, this, [this] { showList(m_changes); });
    auto* switches = new QHBoxLayout;
    switches->setSpacing(space::kTiny);
    switches->addWidget(m_showTimeline);
    switches->addWidget(m_showChanges);
    switches->addStretch();
    auto* whole = qobject_cast<QVBoxLayout*>(column);
    whole->addLayout(switches);
    whole->addWidget(m_lists, 1);
}

void MemberView::showList(QListView* list)
{
    m_lists->setCurrentWidget(list);
    m_lists->setFocusProxy(list);
}

void MemberView::showMember(MemberId member)
{
    m_id = member;
    m_notice->dismiss();
    m_waiting->hide();
    refresh();
    m_model->setSource(
        [this, member](std::optional<workspace::TimelineCursor> after) { return m_context.workspace.timeline(member, kTimelinePage, after); },
        m_context.format());
}

void MemberView::refresh()
{
    whenDone(m_context.workspace.memberPage(m_id), this, [this, asked = m_id](const Result<std::optional<workspace::MemberPage>>& page) {
        if (asked != m_id)
            return;
        if (!page) {
            m_notice->say(NoticeBar::Kind::Error, sentence(page.error()));
        } else if (!*page) {
            m_actions->setCount(0);
            m_notice->say(NoticeBar::Kind::Caution, tr("This member is no longer in the workspace."));
        } else {
            whenDone(m_context.workspace.newsletters(), this, [this, asked, shown = **page](const Result<QList<Newsletter>>& newsletters) {
                QStringList names;
                for (const Newsletter& newsletter : newsletters.value_or(QList<Newsletter>())) {
                    if (shown.row.member.newsletters.contains(newsletter.id))
                        names.append(newsletter.name);
                }
                if (asked == m_id)
                    showPage(shown, names);
            });
        }
    });
    askForWaiting();
    askForChanges();
}

void MemberView::askForWaiting()
{
    workspace::OutboxQuery query;
    query.entity = workspace::Entity::Member;
    query.row = m_id.value;
    whenDone(m_context.workspace.outbox(query), this, [this, asked = m_id](const Result<QList<workspace::OutboxItem>>& items) {
        if (asked == m_id)
            showWaiting(items.value_or(QList<workspace::OutboxItem>()));
    });
}

void MemberView::askForChanges()
{
    const auto entity = workspace::Entity::Member;
    whenDone(m_context.workspace.historyOf(entity, m_id.value, kChanges), this, [this, entity, asked = m_id](const Result<QList<workspace::JournalChange>>& changes) {
        if (asked != m_id || !changes)
            return;
        workspace::JournalQuery query;
        query.entity = entity;
        query.row = m_id.value;
        query.limit = kChanges;
        whenDone(m_context.workspace.journal(query), this, [this, asked, changes = *changes](const Result<QList<workspace::JournalEntry>>& entries) {
            if (asked != m_id)
                return;
            m_changeModel->setChanges(changes, entries.value_or(QList<workspace::JournalEntry>()), m_context.format());
            lookUpNames(m_context.workspace, rowsNamedIn(changes), this, [this, asked](const RowNames& names) {
                if (asked == m_id)
                    m_changeModel->setNames(names);
            });
        });
    });
}

void MemberView::showPage(const workspace::MemberPage& page, const QStringList& newsletters)
{
    const Member& member = page.row.member;
    m_name->setText(member.name.isEmpty() ? member.email : member.name);
    m_email->setText(member.name.isEmpty() ? QString() : member.email);
    m_actions->setCount(member.departedAtUtc ? 0 : 1);
    showChips(page);
    m_facts->showPage(page, newsletters);
}

void MemberView::showChips(const workspace::MemberPage& page)
{
    clearLayout(m_chips);
    const Member& member = page.row.member;
    auto* status = new Chip(m_context.theme, member.departedAtUtc ? tr("Left") : wordFor(member.status), m_chipArea);
    status->setTone(member.departedAtUtc ? Tone::Caution : member.status == MemberStatus::Paid ? Tone::Good : Tone::Neutral);
    m_chips->addWidget(status);
    for (const QString& tier : page.row.tiers)
        m_chips->addWidget(new Chip(m_context.theme, tier, m_chipArea));
    for (const QString& label : page.row.labels)
        m_chips->addWidget(new Chip(m_context.theme, label, m_chipArea));
    for (int i = 0; i < m_chips->count(); ++i)
        m_chips->itemAt(i)->widget()->show();
}

void MemberView::showWaiting(const QList<workspace::OutboxItem>& items)
{
    m_waiting->setVisible(!items.isEmpty());
    if (items.isEmpty())
        return;
    const workspace::OutboxItem& item = items.first();
    const Format format = m_context.format();
    //: a state of a change that the site has yet to learn, and what it is about: "Waiting: Name, Labels"
    m_waiting->setText(tr("%1: %2").arg(wordFor(item.state), changeOf(item, format)));
    m_waiting->setAccessibleName(m_waiting->text());
    m_waiting->setToolTip(m_waiting->text() + u'\n' + sentenceOf(item, format));
    m_waiting->updateGeometry();
}

void MemberView::openEntry(const QModelIndex& index)
{
    const auto entry = index.data(TimelineModel::EntryRole).value<workspace::TimelineEntry>();
    if (const auto* comment = std::get_if<Comment>(&entry.what))
        Q_EMIT threadRequested(comment->parent.isValid() ? comment->parent : comment->id);
    else if (entry.post.isValid())
        Q_EMIT postRequested(entry.post);
}

void MemberView::keyPressEvent(QKeyEvent* event)
{
    const bool back = event->key() == Qt::Key_Escape || (event->key() == Qt::Key_Left && event->modifiers() == Qt::AltModifier);
    if (back)
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace lyceum::ui

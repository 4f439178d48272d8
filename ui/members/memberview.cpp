// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/memberview.h"

#include "base/whendone.h"
#include "itemmodels/timelinemodel.h"
#include "members/timelinedelegate.h"
#include "theme/icons.h"
#include "widgets/chip.h"
#include "widgets/flowlayout.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/plainlabel.h"
#include "words/errortext.h"
#include "words/names.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kFactsWidth = 340;
constexpr int kTimelinePage = 60;

void empty(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QString countryName(const QString& code)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
}

} // namespace

MemberView::MemberView(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_name(new QLabel(this))
    , m_email(new QLabel(this))
    , m_chips(nullptr)
    , m_chipArea(new QWidget(this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_facts(new QGridLayout)
    , m_subscriptions(new QVBoxLayout)
    , m_timeline(new QListView(this))
    , m_model(new TimelineModel(context.format(), this))
{
    setObjectName(u"memberView"_s);
    setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_timeline);
    m_chips = new FlowLayout(m_chipArea);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_name->setFont(context.theme.font(FontRole::PageTitle));
    m_email->setTextFormat(Qt::PlainText);
    m_email->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto* back = new QToolButton(this);
    back->setObjectName(u"memberBack"_s);
    back->setIcon(icon(Icon::Back, palette()));
    back->setText(tr("All members"));
    back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    back->setAutoRaise(true);
    connect(back, &QToolButton::clicked, this, &MemberView::backRequested);
    connect(&m_context.theme, &Theme::changed, back, [this, back] { back->setIcon(icon(Icon::Back, palette())); });

    auto* side = new QWidget;
    side->setFixedWidth(kFactsWidth);
    auto* sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, space::kWide, 0);
    sideLayout->setSpacing(space::kMedium);
    sideLayout->addWidget(sectionLabel(context.theme, tr("Profile"), side));
    m_facts->setHorizontalSpacing(space::kMedium);
    m_facts->setVerticalSpacing(space::kSmall);
    m_facts->setColumnStretch(1, 1);
    sideLayout->addLayout(m_facts);
    sideLayout->addWidget(sectionLabel(context.theme, tr("Subscriptions"), side));
    sideLayout->addLayout(m_subscriptions);
    sideLayout->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(kFactsWidth + space::kLarge);
    scroll->setWidget(side);

    m_timeline->setObjectName(u"memberTimeline"_s);
    m_timeline->setAccessibleName(tr("What happened, newest first"));
    m_timeline->setModel(m_model);
    m_timeline->setItemDelegate(new TimelineDelegate(context.theme, m_timeline));
    m_timeline->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_timeline->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_timeline, &QListView::activated, this, &MemberView::openEntry);
    connect(m_model, &TimelineModel::loadFailed, this,
        [this](const Error& error) { m_notice->say(NoticeBar::Kind::Error, sentence(error), tr("Try again")); });
    connect(m_notice, &NoticeBar::actionTriggered, this, [this] {
        m_notice->dismiss();
        m_model->retry();
    });

    auto* right = new QVBoxLayout;
    right->addWidget(sectionLabel(context.theme, tr("History"), this));
    right->addWidget(m_timeline, 1);
    auto* columns = new QHBoxLayout;
    columns->addWidget(scroll);
    columns->addLayout(right, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kWide, space::kLarge, space::kWide, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addWidget(back, 0, Qt::AlignLeft);
    layout->addWidget(m_name);
    layout->addWidget(m_email);
    layout->addWidget(m_chipArea);
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
}

void MemberView::showMember(MemberId member)
{
    m_id = member;
    m_notice->dismiss();
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
        if (!page)
            m_notice->say(NoticeBar::Kind::Error, sentence(page.error()));
        else if (!*page)
            m_notice->say(NoticeBar::Kind::Caution, tr("This member is no longer in the workspace."));
        else
            showPage(**page);
    });
}

void MemberView::showPage(const workspace::MemberPage& page)
{
    const Member& member = page.row.member;
    const Format format = m_context.format();
    m_name->setText(member.name.isEmpty() ? member.email : member.name);
    m_email->setText(member.name.isEmpty() ? QString() : member.email);
    showChips(page);

    empty(m_facts);
    addFact(tr("Joined"), format.instant(member.joinedAtUtc));
    addFact(tr("Last seen"), member.lastSeenAtUtc ? format.instant(member.lastSeenAtUtc) : tr("Never"));
    if (member.departedAtUtc)
        addFact(tr("Left the site"), tr("noticed %1").arg(format.instant(member.departedAtUtc)));
    addFact(tr("Came from"), member.sourceMedium.isEmpty() ? member.source : tr("%1 (%2)").arg(member.source, member.sourceMedium));
    addFact(tr("Country"), countryName(member.country));
    addFact(tr("E-mails"),
        member.emailCount > 0
            ? tr("%1 sent, %2 opened").arg(format.count(member.emailCount), format.count(member.emailOpenedCount))
            : QString());
    addFact(tr("E-mail stopped"), member.emailSuppressed ? member.emailSuppressedReason : QString());
    if (member.commentingDisabled)
        addFact(tr("May not comment"),
            member.commentingDisabledUntilUtc
                ? tr("%1, until %2").arg(member.commentingDisabledReason, format.day(member.commentingDisabledUntilUtc))
                : member.commentingDisabledReason);
    addFact(tr("Complimentary until"), format.day(member.complimentaryUntilUtc));
    addFact(tr("Note"), member.note);
    showSubscriptions(page);
}

void MemberView::addFact(const QString& name, const QString& value)
{
    if (value.isEmpty())
        return;
    const int row = m_facts->rowCount();
    QLabel* heading = plainLabel(nullptr);
    heading->setText(name);
    setInk(heading, m_context.theme.tokens().muted);
    QLabel* text = plainLabel(nullptr);
    text->setText(value);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->addWidget(heading, row, 0, Qt::AlignTop);
    m_facts->addWidget(text, row, 1);
}

void MemberView::showChips(const workspace::MemberPage& page)
{
    empty(m_chips);
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

void MemberView::showSubscriptions(const workspace::MemberPage& page)
{
    empty(m_subscriptions);
    const Format format = m_context.format();
    const auto add = [this](const QString& text, bool quiet) {
        QLabel* label = plainLabel(nullptr);
        label->setText(text);
        if (quiet)
            setInk(label, m_context.theme.tokens().muted);
        m_subscriptions->addWidget(label);
    };
    if (page.subscriptions.isEmpty())
        add(tr("None so far."), /*quiet=*/true);
    for (const Subscription& subscription : page.subscriptions) {
        const auto tier = std::ranges::find(page.tiers, subscription.tier, &Tier::id);
        const QString name = tier == page.tiers.end() ? tr("Unknown tier") : tier->name;
        const QString price = format.money({subscription.amount, subscription.currency});
        add(subscription.interval == "year"_L1 ? tr("%1, %2 a year").arg(name, price) : tr("%1, %2 a month").arg(name, price), /*quiet=*/false);
        QString state = wordFor(subscription.status);
        if (subscription.cancelAtPeriodEnd && subscription.periodEndAtUtc)
            state = tr("%1, cancelled: access ends %2").arg(state, format.day(subscription.periodEndAtUtc));
        else if (subscription.periodEndAtUtc && subscription.status == Subscription::Status::Active)
            state = tr("%1, renews %2").arg(state, format.day(subscription.periodEndAtUtc));
        add(tr("Since %1. %2").arg(format.day(subscription.startedAtUtc), state), /*quiet=*/true);
    }
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

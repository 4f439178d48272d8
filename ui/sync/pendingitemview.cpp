// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pendingitemview.h"

#include "base/whendone.h"
#include "page/rownames.h"
#include "sync/netchange.h"
#include "widgets/pageheader.h"
#include "widgets/plainlabel.h"
#include "words/errortext.h"
#include "words/outboxwords.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kHistory = 500;
constexpr int kAuthors = 20;
constexpr qsizetype kShownText = 600; // of a post's text; the rest is on its page

QString shortened(const QString& text)
{
    return text.size() <= kShownText ? text : text.left(kShownText) + u'…';
}

} // namespace

PendingItemView::PendingItemView(const PageContext& context, QWidget* parent)
    : QScrollArea(parent)
    , m_context(context)
    , m_state(plainLabel(this))
    , m_since(plainLabel(this))
    , m_decide(new QPushButton(tr("Decide"), this))
    , m_open(new QPushButton(this))
    , m_changes(new QGridLayout)
    , m_changesProblem(plainLabel(this))
    , m_authors(plainLabel(this))
{
    setObjectName(u"pendingItem"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, space::kSmall, 0);
    column->setSpacing(space::kSmall);
    m_state->setObjectName(u"pendingState"_s);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_state);
    column->addWidget(m_since);
    auto* buttons = new QHBoxLayout;
    m_decide->setObjectName(u"pendingDecide"_s);
    buttons->addWidget(m_decide);
    buttons->addWidget(m_open);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addSpacing(space::kSmall);
    column->addWidget(sectionLabel(context.theme, tr("What is to change"), body));
    m_changes->setHorizontalSpacing(space::kMedium);
    m_changes->setVerticalSpacing(space::kSmall);
    m_changes->setColumnStretch(1, 1);
    m_changes->setColumnStretch(2, 1);
    column->addLayout(m_changes);
    column->addWidget(m_changesProblem);
    column->addSpacing(space::kSmall);
    column->addWidget(sectionLabel(context.theme, tr("Who changed it"), body));
    m_authors->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_authors);
    column->addStretch();
    setWidget(body);
    viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);

    connect(m_decide, &QPushButton::clicked, this, [this] { Q_EMIT conflictRequested(m_item.entity, m_item.row); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_item.entity == workspace::Entity::Member)
            Q_EMIT memberRequested(MemberId {m_item.row});
        else
            Q_EMIT postRequested(PostId {m_item.row});
    });
    connect(&m_context.theme, &Theme::changed, this, &PendingItemView::recolour);
    recolour();
}

void PendingItemView::showItem(const workspace::OutboxItem& item)
{
    const Format format = m_context.format();
    const bool isOther = item.entity != m_item.entity || item.row != m_item.row;
    m_item = item;
    m_state->setText(sentenceOf(item, format));
    m_since->setText(tr("%1, waiting since %2", "kind of thing, date and time").arg(kindTitle(item.entity), format.fullInstant(item.sinceUtc)));
    m_decide->setVisible(item.held);
    const bool isMember = item.entity == workspace::Entity::Member;
    m_open->setVisible(isMember || item.entity == workspace::Entity::Post);
    m_open->setText(isMember ? tr("Open the member") : tr("Open the post"));
    recolour();
    if (isOther) {
        showChanges({}, {});
        m_authors->clear();
    }
    askHistory();
}

void PendingItemView::askHistory()
{
    const auto isStill = [this, entity = m_item.entity, row = m_item.row] { return m_item.entity == entity && m_item.row == row; };
    whenDone(m_context.workspace.historyOf(m_item.entity, m_item.row, kHistory), this, [this, isStill](const Result<QList<workspace::JournalChange>>& history) {
        if (!isStill())
            return;
        m_changesProblem->setText(history ? QString() : sentence(history.error()));
        if (!history)
            return;
        lookUpNames(m_context.workspace, rowsNamedIn(*history), this, [this, isStill, history = *history](const RowNames& names) {
            if (isStill())
                showChanges(history, names);
        });
    });
    workspace::JournalQuery query;
    query.entity = m_item.entity;
    query.row = m_item.row;
    query.limit = kAuthors;
    whenDone(m_context.workspace.journal(query), this, [this, isStill](const Result<QList<workspace::JournalEntry>>& entries) {
        if (isStill() && entries)
            showAuthors(*entries);
    });
}

void PendingItemView::showChanges(const QList<workspace::JournalChange>& history, const RowNames& names)
{
    while (QLayoutItem* item = m_changes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QList<NetChange> changes = netChanges(m_item, history);
    m_changesProblem->setVisible(changes.isEmpty());
    if (changes.isEmpty()) {
        if (m_changesProblem->text().isEmpty())
            m_changesProblem->setText(changeOf(m_item, m_context.format()));
        return;
    }
    const Format format = m_context.format();
    addRow({tr("Field"), tr("Before"), tr("Now")}, /*isHeading=*/true);
    for (const NetChange& change : changes)
        addRow({fieldWord(m_item.entity, change.field), shortened(wordsBefore(m_item.entity, change, format, names)),
                   shortened(wordsAfter(m_item.entity, change, format, names))},
            /*isHeading=*/false);
}

void PendingItemView::addRow(const QStringList& cells, bool isHeading)
{
    const int row = m_changes->rowCount();
    for (int column = 0; column < cells.size(); ++column) {
        QLabel* label = plainLabel(widget());
        label->setText(cells.at(column));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (isHeading || column == 1)
            setInk(label, m_context.theme.tokens().muted);
        if (!isHeading && column == 0)
            label->setFont(m_context.theme.font(FontRole::Strong));
        m_changes->addWidget(label, row, column, Qt::AlignTop);
    }
}

void PendingItemView::showAuthors(const QList<workspace::JournalEntry>& entries)
{
    const Format format = m_context.format();
    QStringList lines;
    for (const workspace::JournalEntry& entry : entries) {
        if (entry.id < m_item.firstEntry || entry.id > m_item.lastEntry || entry.origin == "sync"_L1)
            continue;
        lines.append(entry.reason.isEmpty() ? tr("%1, %2", "person, date and time").arg(entry.author, format.instant(entry.atUtc))
                                            : tr("%1, %2: %3", "person, date and time, what was done").arg(entry.author, format.instant(entry.atUtc), entry.reason));
    }
    m_authors->setText(lines.join(u'\n'));
}

void PendingItemView::recolour()
{
    const Tokens& tokens = m_context.theme.tokens();
    const bool isRefused = m_item.state == workspace::OutboxState::Parked;
    setInk(m_state, isRefused ? tokens.bad : m_item.held ? tokens.caution : tokens.text);
    setInk(m_since, tokens.muted);
    setInk(m_changesProblem, tokens.muted);
    setInk(m_authors, tokens.muted);
}

} // namespace lyceum::ui

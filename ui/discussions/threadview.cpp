// SPDX-License-Identifier: GPL-3.0-or-later
#include "discussions/threadview.h"

#include "widgets/chip.h"
#include "widgets/plainlabel.h"
#include "words/names.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

QToolButton* linkButton(const QString& text, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

ThreadView::ThreadView(const PageContext& context, QWidget* parent)
    : QScrollArea(parent)
    , m_context(context)
    , m_body(new QWidget(this))
    , m_layout(new QVBoxLayout(m_body))
{
    setObjectName(u"threadView"_s);
    setAccessibleName(tr("Conversation"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_layout->setContentsMargins(0, 0, space::kSmall, 0);
    m_layout->setSpacing(space::kMedium);
    m_layout->addStretch();
    setWidget(m_body);
    // The panel's own ground shows through.
    viewport()->setAutoFillBackground(false);
    m_body->setAutoFillBackground(false);
    connect(&m_context.theme, &Theme::changed, this, [this] { showComments(m_rows); });
}

void ThreadView::clear()
{
    while (m_layout->count() > 1) {
        QLayoutItem* item = m_layout->takeAt(0);
        delete item->widget();
        delete item;
    }
}

void ThreadView::showComments(const QList<workspace::CommentRow>& comments)
{
    m_rows = comments;
    clear();
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        addComment(m_rows.at(i), /*isReply=*/i > 0);
}

void ThreadView::addComment(const workspace::CommentRow& row, bool isReply)
{
    const Comment& comment = row.comment;
    const Format format = m_context.format();
    auto* box = new QFrame(m_body);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(isReply ? space::kWide : 0, 0, 0, 0);
    layout->setSpacing(space::kTiny);

    auto* head = new QHBoxLayout;
    if (comment.member.isValid()) {
        QToolButton* who = linkButton(row.memberName, box);
        who->setFont(m_context.theme.font(FontRole::Strong));
        connect(who, &QToolButton::clicked, this, [this, member = comment.member] { Q_EMIT memberRequested(member); });
        head->addWidget(who);
    } else {
        QLabel* who = plainLabel(box);
        who->setText(tr("A former member"));
        head->addWidget(who);
    }
    QLabel* when = plainLabel(box);
    when->setText(format.instant(comment.createdAtUtc));
    when->setToolTip(format.fullInstant(comment.createdAtUtc));
    setInk(when, m_context.theme.tokens().muted);
    head->addWidget(when);
    if (comment.status != Comment::Status::Published) {
        auto* status = new Chip(m_context.theme, wordFor(comment.status), box);
        status->setTone(Tone::Caution);
        head->addWidget(status);
    }
    if (comment.reports > 0) {
        auto* reports = new Chip(m_context.theme, tr("%n report(s)", nullptr, int(comment.reports)), box);
        reports->setTone(Tone::Bad);
        head->addWidget(reports);
    }
    if (comment.likes > 0)
        head->addWidget(new Chip(m_context.theme, tr("%n like(s)", nullptr, int(comment.likes)), box));
    head->addStretch();
    layout->addLayout(head);

    QLabel* text = plainLabel(box);
    text->setText(comment.text.isEmpty() ? tr("The text is no longer there.") : comment.text);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setContentsMargins(space::kTiny, 0, 0, 0);
    layout->addWidget(text);
    if (!isReply && comment.post.isValid()) {
        QToolButton* post = linkButton(tr("On “%1”").arg(row.postTitle), box);
        connect(post, &QToolButton::clicked, this, [this, id = comment.post] { Q_EMIT postRequested(id); });
        layout->addWidget(post, 0, Qt::AlignLeft);
    }
    m_layout->insertWidget(m_layout->count() - 1, box);
}

} // namespace lyceum::ui

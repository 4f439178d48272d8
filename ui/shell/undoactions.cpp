// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/undoactions.h"

#include "base/whendone.h"
#include "page/rownames.h"
#include "widgets/noticebar.h"
#include "words/errortext.h"
#include "words/fieldwords.h"
#include "words/journalwords.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr qsizetype kNamedLeftAlone = 3;

} // namespace

UndoActions::UndoActions(const PageContext& context, NoticeBar& notice, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_notice(notice)
    , m_undo(new QAction(this))
    , m_redo(new QAction(this))
{
    m_undo->setObjectName(u"undoAction"_s);
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setObjectName(u"redoAction"_s);
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    connect(m_undo, &QAction::triggered, this, [this] { undo(); });
    connect(m_redo, &QAction::triggered, this, [this] { redo(); });
    connect(&m_context.workspace, &workspace::Workspace::opened, this, &UndoActions::refresh);
    connect(&m_context.workspace, &workspace::Workspace::closed, this, &UndoActions::refresh);
    connect(&m_context.workspace, &workspace::Workspace::changed, this, &UndoActions::refresh);
    show({});
    refresh();
}

void UndoActions::refresh()
{
    const int asked = ++m_question;
    if (!m_context.workspace.isOpen() || m_context.workspace.isReadOnly()) {
        show({});
        return;
    }
    whenDone(m_context.workspace.undoState(), this, [this, asked](const Result<workspace::UndoState>& state) {
        if (asked == m_question)
            show(state.value_or(workspace::UndoState()));
    });
}

void UndoActions::show(const workspace::UndoState& state)
{
    const Format format = m_context.format();
    m_undo->setEnabled(state.undo.has_value());
    m_redo->setEnabled(state.redo.has_value());
    m_undo->setText(state.undo ? tr("Undo: %1").arg(actionWord(*state.undo, format)) : tr("Undo"));
    m_redo->setText(state.redo ? tr("Redo: %1").arg(actionWord(*state.redo, format)) : tr("Redo"));
}

void UndoActions::sayChange(const QString& what, qint64 entry)
{
    if (entry == 0)
        m_notice.say(NoticeBar::Kind::Info, tr("It is like that already: nothing had to be changed."));
    else
        m_notice.say(NoticeBar::Kind::Good, what, tr("Undo"), [this, entry] { undo(entry); });
}

void UndoActions::sayFailure(const Error& error)
{
    m_notice.say(NoticeBar::Kind::Error, sentence(error));
}

void UndoActions::undo(std::optional<qint64> entry)
{
    if (!m_busy)
        await(m_context.workspace.undo(entry), /*restores=*/false);
}

void UndoActions::redo(std::optional<qint64> entry)
{
    if (!m_busy)
        await(m_context.workspace.redo(entry), /*restores=*/true);
}

void UndoActions::await(const Reversal& reversal, bool restores)
{
    m_busy = true;
    whenDone(reversal, this, [this, restores](const Result<workspace::Reversed>& reversed) {
        m_busy = false;
        if (reversed)
            say(*reversed, restores);
        else
            sayFailure(reversed.error());
    });
}

void UndoActions::say(const workspace::Reversed& reversed, bool restores)
{
    whenDone(m_context.workspace.journalPage(reversed.action, 1), this, [this, reversed, restores](const Result<workspace::JournalPage>& page) {
        const QString action = page ? actionWord(page->entry, m_context.format()) : QString();
        RowsByKind rows;
        for (const workspace::LeftAlone& left : reversed.left.mid(0, kNamedLeftAlone))
            rows[left.entity].insert(left.row);
        lookUpNames(m_context.workspace, rows, this,
            [this, reversed, restores, action](const RowNames& names) { sayWith(reversed, restores, action, names); });
    });
}

void UndoActions::sayWith(const workspace::Reversed& reversed, bool restores, const QString& action, const RowNames& names)
{
    QString text = restores ? tr("Done again: %1.").arg(action) : tr("Undone: %1.").arg(action);
    if (!reversed.left.isEmpty()) {
        QStringList fields;
        for (const workspace::LeftAlone& left : reversed.left.mid(0, kNamedLeftAlone)) {
            const QString name = names.of(left.entity, left.row);
            //: a row and its field that was left alone: "Ada Lovelace (Name)"
            fields.append(left.field.isEmpty() ? name : tr("%1 (%2)").arg(name, fieldWord(left.entity, left.field)));
        }
        const qsizetype more = reversed.left.size() - fields.size();
        if (more > 0)
            fields.append(tr("%Ln more", nullptr, int(more)));
        //: %1 is a sentence that says what was undone
        text = tr("%1 Left alone, because it was changed since: %2.").arg(text, m_context.format().names(fields));
    }
    const NoticeBar::Kind kind = reversed.left.isEmpty() ? NoticeBar::Kind::Good : NoticeBar::Kind::Caution;
    const qint64 entry = reversed.action;
    if (restores)
        m_notice.say(kind, text, tr("Undo"), [this, entry] { undo(entry); });
    else
        m_notice.say(kind, text, tr("Redo"), [this, entry] { redo(entry); });
}

} // namespace lyceum::ui

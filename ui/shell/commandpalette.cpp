// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commandpalette.h"

#include "base/whendone.h"
#include "widgets/searchfield.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr qsizetype kFound = 8; // of each kind: more is a list's business, not a palette's
constexpr int kWidth = 560;
constexpr int kHeight = 420;

} // namespace

CommandPalette::CommandPalette(const PageContext& context, QList<Command> commands, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_context(context)
    , m_commands(std::move(commands))
    , m_field(new SearchField(context.theme, tr("Go to a page, a member or a post, or do something"), this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"commandPalette"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Go to anything"));
    resize(kWidth, kHeight);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys stay with the field, which hands the arrows on
    m_field->setDelay(40);
    m_field->installEventFilter(this);
    connect(m_field, &SearchField::searched, this, &CommandPalette::search);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    search({});
    m_field->setFocus();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int step = key->key() == Qt::Key_Down ? 1 : -1;
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
        reject();
        return true;
    default: return QDialog::eventFilter(watched, event);
    }
}

void CommandPalette::search(const QString& text)
{
    const int generation = ++m_generation;
    m_list->clear();
    m_actions.clear();
    for (const Command& command : std::as_const(m_commands)) {
        if (text.isEmpty() || command.text.contains(text, Qt::CaseInsensitive))
            addItem(command.icon, command.text, {}, command.run);
    }
    m_list->setCurrentRow(0);
    if (text.trimmed().isEmpty() || !m_context.workspace.isOpen())
        return;

    workspace::MemberQuery members;
    members.search = text;
    whenDone(m_context.workspace.memberIds(members), this, [this, generation](const Result<QList<MemberId>>& ids) {
        if (!ids || generation != m_generation)
            return;
        whenDone(m_context.workspace.memberRows(ids->mid(0, kFound)), this, [this, generation](const Result<QList<workspace::MemberRow>>& rows) {
            if (!rows || generation != m_generation)
                return;
            for (const workspace::MemberRow& row : *rows) {
                const Member& member = row.member;
                addItem(Icon::Members, member.name.isEmpty() ? member.email : member.name, member.name.isEmpty() ? QString() : member.email,
                    [this, id = member.id] { Q_EMIT memberChosen(id); });
            }
        });
    });
    workspace::PostQuery posts;
    posts.search = text;
    whenDone(m_context.workspace.postIds(posts), this, [this, generation](const Result<QList<PostId>>& ids) {
        if (!ids || generation != m_generation)
            return;
        whenDone(m_context.workspace.postRows(ids->mid(0, kFound)), this, [this, generation](const Result<QList<workspace::PostRow>>& rows) {
            if (!rows || generation != m_generation)
                return;
            for (const workspace::PostRow& row : *rows)
                addItem(Icon::Content, row.post.title, {}, [this, id = row.post.id] { Q_EMIT postChosen(id); });
        });
    });
}

void CommandPalette::addItem(Icon sign, const QString& text, const QString& detail, std::function<void()> run)
{
    auto* item = new QListWidgetItem(icon(sign, palette()), detail.isEmpty() ? text : u"%1 — %2"_s.arg(text, detail));
    m_list->addItem(item);
    m_actions.append(std::move(run));
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_actions.size())
        return;
    const auto run = m_actions.at(row);
    run(); // before the palette goes: an action may be one of its own signals
    accept();
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/conflictcard.h"

#include "theme/icons.h"
#include "widgets/plainlabel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

using workspace::Settlement;

constexpr int kTextLines = 7;

bool isAboutTheRow(const workspace::OpenConflict& conflict) { return conflict.field == storage::goneField(conflict.entity); }

/// Names and titles hold both only in words of a person's own; texts one below the other.
bool takesBoth(const workspace::OpenConflict& conflict)
{
    return storage::canHoldBoth(conflict.entity, conflict.field) || conflict.field == "name" || conflict.field == "title";
}

QString joined(const workspace::OpenConflict& conflict)
{
    const auto textOf = [](const workspace::Scalar& value) { return std::holds_alternative<QString>(value) ? std::get<QString>(value) : QString(); };
    const QString theirs = textOf(conflict.theirs);
    const QString mine = textOf(conflict.mine);
    const QString between = storage::canHoldBoth(conflict.entity, conflict.field) ? u"\n\n"_s : u" "_s;
    return theirs.isEmpty() || mine.isEmpty() ? theirs + mine : theirs + between + mine;
}

QPlainTextEdit* textBox(QWidget* parent)
{
    auto* box = new QPlainTextEdit(parent);
    box->setTabChangesFocus(true);
    box->setFixedHeight(kTextLines * box->fontMetrics().lineSpacing() + space::kLarge);
    return box;
}

} // namespace

ConflictCard::ConflictCard(const PageContext& context, const workspace::OpenConflict& conflict, const RowNames& names, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_conflict(conflict)
    , m_choices(new QButtonGroup(this))
    , m_mine(nullptr)
    , m_theirs(nullptr)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    column->setSpacing(space::kSmall);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    if (isAboutTheRow(conflict)) {
        const bool isGoneThere = storage::isGone(conflict);
        QLabel* what = plainLabel(this);
        what->setText(isGoneThere ? tr("Deleted on the site, changed here.") : tr("Deleted here, changed on the site since."));
        what->setFont(context.theme.font(FontRole::Strong));
        column->addWidget(what);
        setAccessibleName(what->text());
        m_mine = addChoice(isGoneThere ? tr("Keep it, and make it there again") : tr("Delete it there too"), "conflictMine", Settlement::Mine);
        m_theirs = addChoice(isGoneThere ? tr("Let it go here too") : tr("Bring it back here"), "conflictTheirs", Settlement::Theirs);
    } else {
        addValues(column, names);
        m_mine = addChoice(tr("Keep mine"), "conflictMine", Settlement::Mine);
        m_theirs = addChoice(tr("Take the site's"), "conflictTheirs", Settlement::Theirs);
        if (takesBoth(conflict))
            m_both = addChoice(tr("Keep both"), "conflictBoth", Settlement::Both);
    }
    for (QAbstractButton* button : m_choices->buttons())
        buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);
    if (m_both) {
        m_text = textBox(this);
        m_text->setObjectName(u"conflictText"_s);
        m_text->setAccessibleName(tr("The text that holds both"));
        m_text->setPlainText(joined(conflict));
        m_text->hide();
        m_text->installEventFilter(this);
        column->addWidget(m_text);
    }
    connect(&m_context.theme, &Theme::changed, this, [this] {
        showChoice();
        update();
    });
}

void ConflictCard::addValues(QVBoxLayout* column, const RowNames& names)
{
    const Format format = m_context.format();
    QLabel* title = plainLabel(this);
    title->setText(fieldWord(m_conflict.entity, m_conflict.field));
    title->setFont(m_context.theme.font(FontRole::Strong));
    column->addWidget(title);
    setAccessibleName(title->text());
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::kMedium);
    grid->setVerticalSpacing(space::kTiny);
    const std::pair<QString, const workspace::Scalar*> sides[] = {
        {tr("Before"), &m_conflict.base}, {tr("Here"), &m_conflict.mine}, {tr("On the site"), &m_conflict.theirs}};
    for (int side = 0; side < int(std::size(sides)); ++side) {
        const auto& [heading, value] = sides[side];
        QLabel* above = plainLabel(this);
        above->setText(heading);
        setInk(above, m_context.theme.tokens().muted);
        connect(&m_context.theme, &Theme::changed, above, [this, above] { setInk(above, m_context.theme.tokens().muted); });
        grid->addWidget(above, 0, side);
        grid->setColumnStretch(side, 1);
        const QString words = valueWord(m_conflict.entity, m_conflict.field, *value, format, names);
        if (isTextField(m_conflict.entity, m_conflict.field) && !words.isEmpty()) {
            QPlainTextEdit* box = textBox(this);
            box->setReadOnly(true);
            box->setFocusPolicy(Qt::ClickFocus);
            box->setPlainText(words);
            box->setAccessibleName(heading);
            grid->addWidget(box, 1, side);
        } else {
            QLabel* label = plainLabel(this);
            label->setText(words.isEmpty() ? tr("empty") : words);
            if (words.isEmpty())
                setInk(label, m_context.theme.tokens().faint);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            grid->addWidget(label, 1, side, Qt::AlignTop);
        }
    }
    column->addLayout(grid);
}

QPushButton* ConflictCard::addChoice(const QString& text, const char* name, Settlement choice)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setCheckable(true);
    button->setAutoDefault(false);
    m_choices->addButton(button, int(choice));
    connect(button, &QPushButton::clicked, this, [this, choice] {
        Q_EMIT entered();
        choose(choice);
    });
    return button;
}

std::optional<QString> ConflictCard::text() const
{
    return m_choice == Settlement::Both ? std::optional(m_text->toPlainText()) : std::nullopt;
}

void ConflictCard::choose(Settlement choice)
{
    if (choice == Settlement::Both && !m_both)
        return;
    m_choice = choice;
    m_choices->button(int(choice))->setChecked(true);
    showChoice();
    if (m_text)
        m_text->setVisible(choice == Settlement::Both);
    Q_EMIT chosen();
}

void ConflictCard::showChoice()
{
    // A sign beside the word: a darker ground alone says little.
    for (QAbstractButton* button : m_choices->buttons())
        button->setIcon(button->isChecked() ? icon(Icon::Ok, m_context.theme.tokens().text) : QIcon());
}

void ConflictCard::setCurrent(bool current)
{
    m_isCurrent = current;
    update();
}

void ConflictCard::mousePressEvent(QMouseEvent* event)
{
    Q_EMIT entered();
    QFrame::mousePressEvent(event);
}

bool ConflictCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
            Q_EMIT settleRequested();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ConflictCard::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_context.theme.tokens();
    const int edge = m_isCurrent ? space::kFocusRing : 1;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(tokens.surface);
    painter.setPen(QPen(m_isCurrent ? tokens.accent : tokens.line, edge));
    const double inset = edge / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), space::kCorner, space::kCorner);
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/linelistedit.h"

#include "theme/icons.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace lyceum::ui {
namespace {

constexpr int kShownLines = 5;

} // namespace

LineListEdit::LineListEdit(const Theme& theme, const QString& what, const QString& add, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_list(new QListWidget(this))
    , m_add(new QToolButton(this))
    , m_remove(new QToolButton(this))
    , m_up(new QToolButton(this))
    , m_down(new QToolButton(this))
{
    setFocusProxy(m_list);
    m_list->setAccessibleName(what);
    m_list->setAccessibleDescription(tr("Enter or F2 edits a line, Delete removes it, Alt with an arrow moves it."));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked | QAbstractItemView::EditKeyPressed);
    m_list->setWordWrap(true);
    m_list->setProperty("roomy", true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(kShownLines * (fontMetrics().height() + space::kMedium) + space::kSmall);
    m_list->installEventFilter(this);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::kTiny);
    for (const auto& [button, text] : {std::pair(m_add, add), std::pair(m_remove, tr("Remove")), std::pair(m_up, tr("Up")), std::pair(m_down, tr("Down"))}) {
        button->setText(text);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kTiny);
    column->addWidget(m_list);
    column->addLayout(buttons);

    connect(m_add, &QToolButton::clicked, this, &LineListEdit::addLine);
    connect(m_remove, &QToolButton::clicked, this, &LineListEdit::removeLine);
    connect(m_up, &QToolButton::clicked, this, [this] { moveLine(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveLine(+1); });
    connect(m_list, &QListWidget::currentRowChanged, this, &LineListEdit::updateButtons);
    connect(m_list, &QListWidget::itemChanged, this, &LineListEdit::edited);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &LineListEdit::edited);
    connect(&theme, &Theme::changed, this, &LineListEdit::recolour);
    recolour();
    updateButtons();
}

LineListEdit::~LineListEdit()
{
    // A line that is being typed into is committed when the list goes; by then nobody listens any more.
    m_list->disconnect(this);
    m_list->model()->disconnect(this);
}

void LineListEdit::setLines(const QStringList& lines)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const QString& line : lines)
        appendItem(line);
    updateButtons();
}

QStringList LineListEdit::lines() const
{
    QStringList lines;
    for (int row = 0; row < m_list->count(); ++row) {
        if (const QString line = m_list->item(row)->text().simplified(); !line.isEmpty())
            lines.append(line);
    }
    return lines;
}

void LineListEdit::appendItem(const QString& text)
{
    auto* item = new QListWidgetItem(text, m_list);
    item->setFlags((item->flags() | Qt::ItemIsEditable) & ~Qt::ItemIsDropEnabled); // between the lines, not onto one
}

void LineListEdit::addLine()
{
    {
        const QSignalBlocker quiet(m_list); // an empty line is no change yet
        appendItem({});
    }
    m_list->setCurrentRow(m_list->count() - 1);
    m_list->setFocus(Qt::OtherFocusReason);
    m_list->editItem(m_list->currentItem());
}

void LineListEdit::removeLine()
{
    if (m_list->currentRow() < 0)
        return;
    delete m_list->takeItem(m_list->currentRow());
    updateButtons();
    Q_EMIT edited();
}

void LineListEdit::moveLine(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    QListWidgetItem* line = m_list->takeItem(from);
    m_list->insertItem(to, line);
    m_list->setCurrentRow(to);
    Q_EMIT edited();
}

bool LineListEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool moves = key->modifiers().testFlag(Qt::AltModifier);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!moves)
            break;
        moveLine(key->key() == Qt::Key_Up ? -1 : +1);
        return true;
    case Qt::Key_Delete: removeLine(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers() != Qt::NoModifier && key->modifiers() != Qt::KeypadModifier)
            break;
        if (m_list->currentItem())
            m_list->editItem(m_list->currentItem());
        else
            addLine();
        return true;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void LineListEdit::updateButtons()
{
    const int row = m_list->currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
}

void LineListEdit::recolour() { m_add->setIcon(icon(Icon::Add, m_theme.tokens().text)); }

} // namespace lyceum::ui

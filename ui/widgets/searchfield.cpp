// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/searchfield.h"

#include "theme/icons.h"
#include "theme/theme.h"

#include <QAction>
#include <QKeyEvent>

namespace lyceum::ui {

namespace {

constexpr int kDelay = 120; // shorter than the pause between words, longer than that between letters
constexpr int kWidth = 260;

} // namespace

SearchField::SearchField(const Theme& theme, const QString& placeholder, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_glass(addAction(QIcon(), QLineEdit::LeadingPosition))
{
    setPlaceholder(placeholder);
    setClearButtonEnabled(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kDelay);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::sayNow);
    connect(this, &QLineEdit::returnPressed, this, &SearchField::sayNow);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            sayNow();
        else
            m_pause.start();
    });
    connect(&theme, &Theme::changed, this, &SearchField::recolour);
    recolour();
}

void SearchField::setDelay(int milliseconds)
{
    m_pause.setInterval(milliseconds);
}

void SearchField::setPlaceholder(const QString& placeholder)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
}

QSize SearchField::sizeHint() const
{
    return {kWidth, QLineEdit::sizeHint().height()};
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    // Escape with nothing to clear belongs to the panel or page around.
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::sayNow()
{
    m_pause.stop();
    const QString wanted = text().trimmed();
    if (wanted == m_said)
        return;
    m_said = wanted;
    Q_EMIT searched(wanted);
}

void SearchField::recolour()
{
    m_glass->setIcon(icon(Icon::Search, m_theme.tokens().faint));
}

} // namespace lyceum::ui

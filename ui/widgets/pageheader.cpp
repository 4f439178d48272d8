// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pageheader.h"

#include "theme/theme.h"
#include "widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace lyceum::ui {

PageHeader::PageHeader(const Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(plainLabel(this))
    , m_sentence(plainLabel(this))
    , m_actions(new QHBoxLayout)
{
    m_title->setText(title);
    m_sentence->hide();
    m_actions->setSpacing(space::kSmall);

    auto* words = new QVBoxLayout;
    words->setSpacing(space::kTiny);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kLarge);
    layout->addLayout(words, 1);
    layout->addLayout(m_actions);
    layout->setAlignment(m_actions, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAccessibleName(title);
    connect(&theme, &Theme::changed, this, &PageHeader::applyTheme);
    applyTheme();
}

void PageHeader::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PageHeader::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

QString PageHeader::title() const
{
    return m_title->text();
}

QString PageHeader::sentence() const
{
    return m_sentence->text();
}

void PageHeader::addAction(QWidget* action)
{
    m_actions->addWidget(action);
}

void PageHeader::applyTheme()
{
    m_title->setFont(m_theme.font(FontRole::PageTitle));
    setInk(m_sentence, m_theme.tokens().muted);
}

QLabel* sectionLabel(const Theme& theme, const QString& text, QWidget* parent)
{
    QLabel* label = plainLabel(parent);
    label->setText(text);
    label->setFont(theme.font(FontRole::Section));
    return label;
}

} // namespace lyceum::ui

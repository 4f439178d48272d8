// SPDX-License-Identifier: GPL-3.0-or-later
#include "today/todaypage.h"

#include "base/whendone.h"
#include "charts/keyfiguretile.h"
#include "today/todaywords.h"
#include "widgets/busyline.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/plainlabel.h"
#include "words/errortext.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kTileWidth = 250;

} // namespace

TodayPage::TodayPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_asker(this,
          {.question = [this] { return question(); },
              .show = [this](const Result<Answer>& answer) { takeAnswer(answer); },
              .setBusy = [this](bool busy) { m_busy->setBusy(busy); }})
    , m_header(new PageHeader(context.theme, tr("Today"), this))
    , m_busy(new BusyLine(context.theme, this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_tileGrid(new QGridLayout)
    , m_attention(new QVBoxLayout)
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, space::kSmall, 0);
    column->setSpacing(space::kMedium);
    m_tileGrid->setSpacing(space::kMedium);
    column->addLayout(m_tileGrid);
    column->addSpacing(space::kMedium);
    column->addWidget(sectionLabel(context.theme, tr("What waits for you"), body));
    m_attention->setSpacing(space::kSmall);
    column->addLayout(m_attention);
    column->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kWide, space::kLarge, space::kWide, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_header);
    layout->addWidget(m_busy);
    layout->addWidget(m_notice);
    layout->addWidget(scroll, 1);

    connect(&m_context.workspace, &workspace::Workspace::changed, this, [this] {
        if (isVisible())
            activate();
    });
    connect(&m_context.workspace, &workspace::Workspace::opened, this, [this] { m_asker.forget(); });
    connect(&m_context.workspace, &workspace::Workspace::closed, this, [this] { m_asker.forget(); });
    connect(m_notice, &NoticeBar::actionTriggered, this, &TodayPage::activate);
}

void TodayPage::activate()
{
    if (m_context.workspace.isOpen())
        m_asker.refresh();
}

QFuture<Result<TodayPage::Answer>> TodayPage::question()
{
    const QString name = m_context.settings.value(AppSettings::Key::RuleSet).toString();
    return m_context.workspace.today(insights::ruleSetNamed(name).value_or(insights::RuleSet()));
}

void TodayPage::takeFocus()
{
    if (!m_tiles.isEmpty())
        m_tiles.first()->setFocus();
    else
        setFocus();
}

void TodayPage::takeAnswer(const Result<Answer>& answered)
{
    if (!answered) {
        m_notice->say(NoticeBar::Kind::Error, sentence(answered.error()), tr("Try again"));
        return;
    }
    m_notice->dismiss();
    m_answer = *answered;
    const insights::TodayAnswer& answer = **answered;
    const Format format = m_context.format();
    m_header->setSentence(tr("%1 As of %2.", "sentence, local date and time").arg(sentenceOf(answer, format), format.instant(answer.provenance.asOfUtc)));
    showFigures(answer);
    showAttention(answer);
}

void TodayPage::showFigures(const insights::TodayAnswer& answer)
{
    const QList<KeyFigure> figures = keyFiguresOf(answer, m_context.format());
    while (m_tiles.size() > figures.size())
        delete m_tiles.takeLast();
    while (m_tiles.size() < figures.size()) {
        auto* tile = new KeyFigureTile(m_context.theme, this);
        connect(tile, &KeyFigureTile::clicked, this, [this, tile] {
            // Rates and revenue are explained by retention; counts by the people counted.
            const bool people = m_tiles.indexOf(tile) >= m_tiles.size() - 4;
            Q_EMIT pageRequested(people ? PageKind::Members : PageKind::Retention);
        });
        m_tiles.append(tile);
    }
    for (qsizetype i = 0; i < figures.size(); ++i)
        m_tiles.at(i)->setFigure(figures.at(i));
    arrangeTiles();
}

void TodayPage::arrangeTiles()
{
    const int columns = std::max(1, (width() - 2 * space::kWide) / (kTileWidth + space::kMedium));
    for (qsizetype i = 0; i < m_tiles.size(); ++i)
        m_tileGrid->addWidget(m_tiles.at(i), int(i) / columns, int(i) % columns);
    for (int column = 0; column < m_tileGrid->columnCount(); ++column)
        m_tileGrid->setColumnStretch(column, column < columns ? 1 : 0);
}

void TodayPage::showAttention(const insights::TodayAnswer& answer)
{
    while (QLayoutItem* item = m_attention->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (answer.attention.isEmpty()) {
        QLabel* nothing = plainLabel(this);
        nothing->setText(tr("Nothing. Every report is looked at, every payment came, every newcomer has an answer."));
        setInk(nothing, m_context.theme.tokens().muted);
        m_attention->addWidget(nothing);
        return;
    }
    for (const insights::TodayAnswer::Attention& attention : answer.attention)
        addAttention(attention);
}

void TodayPage::addAttention(const insights::TodayAnswer::Attention& attention)
{
    const AttentionWords words = wordsFor(attention);
    auto* row = new QFrame(this);
    row->setProperty("card", true);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
    QLabel* text = plainLabel(row);
    text->setText(words.sentence);
    auto* action = new QPushButton(words.action, row);
    action->setAccessibleDescription(words.sentence);
    connect(action, &QPushButton::clicked, this, [this, attention] { follow(attention); });
    layout->addWidget(text, 1);
    layout->addWidget(action);
    m_attention->addWidget(row);
}

void TodayPage::follow(const insights::TodayAnswer::Attention& attention)
{
    using Need = insights::TodayAnswer::Need;
    switch (attention.need) {
    case Need::ReportedComments: {
        workspace::ThreadQuery query;
        query.reported = true;
        Q_EMIT threadsRequested(query, tr("Reported"));
        return;
    }
    case Need::UnansweredNewcomers: {
        workspace::ThreadQuery query;
        query.unanswered = true;
        query.newcomers = true;
        Q_EMIT threadsRequested(query, tr("Unanswered first comments"));
        return;
    }
    case Need::FailedPayments:
    case Need::EndingSoon:
    case Need::ComplimentaryEnding: {
        workspace::MemberQuery query;
        query.among = attention.members;
        Q_EMIT membersRequested(query, wordsFor(attention).sentence);
        return;
    }
    case Need::Conflicts:
    case Need::RefusedChanges:
    case Need::SyncProblem:
    case Need::NeverSynced: Q_EMIT pageRequested(PageKind::Sync); return;
    }
}

void TodayPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrangeTiles();
}

} // namespace lyceum::ui

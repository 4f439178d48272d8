// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/memberfacts.h"

#include "widgets/pageheader.h"
#include "widgets/plainlabel.h"
#include "words/names.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kFactsWidth = 340;

QString countryName(const QString& code)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
}

} // namespace

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

MemberFacts::MemberFacts(const PageContext& context, QWidget* parent)
    : QScrollArea(parent)
    , m_context(context)
    , m_facts(new QGridLayout)
    , m_subscriptions(new QVBoxLayout)
{
    auto* side = new QWidget;
    side->setFixedWidth(kFactsWidth);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, space::kWide, 0);
    layout->setSpacing(space::kMedium);
    layout->addWidget(sectionLabel(context.theme, tr("Profile"), side));
    m_facts->setHorizontalSpacing(space::kMedium);
    m_facts->setVerticalSpacing(space::kSmall);
    m_facts->setColumnStretch(1, 1);
    layout->addLayout(m_facts);
    layout->addWidget(sectionLabel(context.theme, tr("Subscriptions"), side));
    layout->addLayout(m_subscriptions);
    layout->addStretch();
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(kFactsWidth + space::kLarge);
    setWidget(side);
}

void MemberFacts::showPage(const workspace::MemberPage& page, const QStringList& newsletters)
{
    const Member& member = page.row.member;
    const Format format = m_context.format();
    clearLayout(m_facts);
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
    addFact(tr("Newsletters"), format.names(newsletters));
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

void MemberFacts::addFact(const QString& name, const QString& value)
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

void MemberFacts::showSubscriptions(const workspace::MemberPage& page)
{
    clearLayout(m_subscriptions);
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

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/memberfiltermenus.h"

#include "widgets/filterbar.h"
#include "words/names.h"

#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace lyceum::ui {

MemberFilterMenus::MemberFilterMenus(const PageContext& context, FilterBar& bar, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_bar(bar)
    , m_status(addMenu(u"status"_s, tr("Status")))
    , m_tier(addMenu(u"tier"_s, tr("Tier")))
    , m_label(addMenu(u"label"_s, tr("Label")))
    , m_joined(addMenu(u"joined"_s, tr("Joined")))
    , m_seen(addMenu(u"seen"_s, tr("Last seen")))
{
    fillTimes(m_joined, u"joined"_s, MemberField::JoinedAt, /*offersNever=*/false);
    fillTimes(m_seen, u"seen"_s, MemberField::LastSeenAt, /*offersNever=*/true);
    connect(&m_bar, &FilterBar::chipRemoved, this, &MemberFilterMenus::take);
    connect(&m_bar, &FilterBar::cleared, this, [this] {
        m_conditions.clear();
        Q_EMIT filterChanged();
    });
}

QMenu* MemberFilterMenus::addMenu(const QString& name, const QString& text)
{
    auto* button = new QToolButton;
    button->setObjectName(u"filter-%1"_s.arg(name));
    button->setText(text);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(button);
    button->setMenu(menu);
    m_bar.addControl(button);
    return menu;
}

void MemberFilterMenus::addChoice(QMenu* menu, const QString& menuName, const QString& text, qint64 count, const Filter& filter)
{
    const QString label = count < 0 ? text : tr("%1  (%2)", "filter choice, number of members").arg(text, m_context.format().count(count));
    const QString heading = qobject_cast<QToolButton*>(menu->parent())->text();
    connect(menu->addAction(label), &QAction::triggered, this, [this, menuName, heading, text, filter] {
        const QString id = menuName + u':' + text;
        // Of a time only one span makes sense at once; of everything else several may be chosen.
        if (menuName == "joined"_L1 || menuName == "seen"_L1) {
            const QStringList chips = m_bar.chips();
            for (const QString& chip : chips) {
                if (chip.startsWith(menuName + u':')) {
                    m_bar.removeChip(chip);
                    m_conditions.remove(chip);
                }
            }
        }
        m_conditions.insert(id, {menuName, filter});
        m_bar.setChip(id, tr("%1: %2", "filter, its value").arg(heading, text));
        Q_EMIT filterChanged();
    });
}

void MemberFilterMenus::fillTimes(QMenu* menu, const QString& name, MemberField field, bool offersNever)
{
    using Unit = RelativeTime::Unit;
    const auto within = [&](qint64 days) {
        return Filter::comparison(field, Filter::Operator::GreaterOrEqual, RelativeTime {-days, Unit::Day});
    };
    for (const int days : {7, 30, 90, 365})
        addChoice(menu, name, tr("in the last %n day(s)", nullptr, days), -1, within(days));
    menu->addSeparator();
    for (const int days : {14, 30, 90, 365})
        addChoice(menu, name, tr("more than %n day(s) ago", nullptr, days), -1, negation(within(days)));
    if (offersNever) {
        menu->addSeparator();
        addChoice(menu, name, tr("never"), -1, Filter::comparison(field, Filter::Operator::Equals, std::monostate()));
    }
}

void MemberFilterMenus::setChoices(const workspace::MemberChoices& choices)
{
    m_status->clear();
    for (const MemberStatus status : {MemberStatus::Paid, MemberStatus::Free, MemberStatus::Comped, MemberStatus::Gift}) {
        if (const qint64 count = choices.facets.status.value(status); count > 0)
            addChoice(m_status, u"status"_s, wordFor(status), count,
                Filter::comparison(MemberField::Status, Filter::Operator::Equals, nameOf(status)));
    }
    m_status->addSeparator();
    addChoice(m_status, u"status"_s, tr("Left"), -1, Filter::comparison(MemberField::Departed, Filter::Operator::Equals, true));
    m_tier->clear();
    for (const Tier& tier : choices.tiers) {
        addChoice(m_tier, u"tier"_s, tier.name, choices.facets.tiers.value(tier.id),
            Filter::comparison(MemberField::Tier, Filter::Operator::Equals, tier.slug));
    }
    m_label->clear();
    for (const Label& label : choices.labels) {
        addChoice(m_label, u"label"_s, label.name, choices.facets.labels.value(label.id),
            Filter::comparison(MemberField::Label, Filter::Operator::Equals, label.slug));
    }
    m_tier->setEnabled(!m_tier->isEmpty());
    m_label->setEnabled(!m_label->isEmpty());
}

std::optional<Filter> MemberFilterMenus::filter() const
{
    QHash<QString, std::vector<Filter>> byMenu;
    for (const Condition& condition : m_conditions)
        byMenu[condition.menu].push_back(condition.filter);
    if (byMenu.isEmpty())
        return std::nullopt;
    std::vector<Filter> all;
    for (std::vector<Filter>& alternatives : byMenu)
        all.push_back(alternatives.size() == 1 ? alternatives.front() : Filter::anyOf(std::move(alternatives)));
    return Filter::allOf(std::move(all));
}

void MemberFilterMenus::clear()
{
    for (const QString& chip : m_conditions.keys())
        m_bar.removeChip(chip);
    m_conditions.clear();
}

void MemberFilterMenus::take(const QString& id)
{
    if (m_conditions.remove(id) > 0)
        Q_EMIT filterChanged();
}

} // namespace lyceum::ui

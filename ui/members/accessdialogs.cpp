// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/accessdialogs.h"

#include "widgets/checkedform.h"
#include "widgets/optionalday.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr qint64 kMonth = qint64(30) * 24 * 3600;

/// A day that is over ends nothing.
bool isAhead(const PageContext& context, const OptionalDay& until)
{
    return !until.utc() || *until.utc() > context.workspace.clock().nowUtc();
}

} // namespace

qint64 proposedEnd(const PageContext& context)
{
    return context.workspace.clock().nowUtc() + kMonth;
}

QComboBox* tierBox(const QList<Tier>& tiers)
{
    auto* box = new QComboBox;
    for (const Tier& tier : tiers) {
        if (tier.paid && tier.active)
            box->addItem(tier.name, tier.id.value);
    }
    return box;
}

ComplimentaryDialog::ComplimentaryDialog(const PageContext& context, const QList<Tier>& tiers, qsizetype members, QWidget* parent)
    : FormDialog(context, tr("Give %Ln member(s) complimentary access", nullptr, int(members)), tr("Give access"), parent)
    , m_tier(tierBox(tiers))
    , m_until(new OptionalDay(tr("It ends on"), context.format().zone(), proposedEnd(context)))
{
    setObjectName(u"complimentaryDialog"_s);
    form()->addField(u"tiers"_s, tr("&Tier"), m_tier);
    form()->addField(u"complimentary_until"_s, tr("&End"), m_until);
    form()->setHint(u"complimentary_until"_s, tr("Without a day the access stays until you end it. Who pays keeps what they pay for and cannot be chosen."));
    m_tier->setFocus();
}

bool ComplimentaryDialog::check()
{
    if (m_tier->currentIndex() < 0)
        form()->setProblem(u"tiers"_s, tr("There is no tier to give: make one that costs money first."));
    if (!isAhead(context(), *m_until))
        form()->setProblem(u"complimentary_until"_s, tr("Choose a day that is still to come."));
    return !form()->hasProblem();
}

workspace::Complimentary ComplimentaryDialog::complimentary() const
{
    return {TierId {m_tier->currentData().toLongLong()}, m_until->utc()};
}

QString ComplimentaryDialog::tierName() const
{
    return m_tier->currentText();
}

CommentingDialog::CommentingDialog(const PageContext& context, qsizetype members, QWidget* parent)
    : FormDialog(context, tr("Stop %Ln member(s) from commenting", nullptr, int(members)), tr("Stop commenting"), parent)
    , m_reason(new QLineEdit)
    , m_until(new OptionalDay(tr("They may comment again after"), context.format().zone(), proposedEnd(context)))
{
    setObjectName(u"commentingDialog"_s);
    form()->addField(u"commenting_disabled_reason"_s, tr("&Reason"), m_reason);
    form()->setHint(u"commenting_disabled_reason"_s, tr("Only the team sees it."));
    form()->addField(u"commenting_disabled_until"_s, tr("&End"), m_until);
    m_reason->setFocus();
}

bool CommentingDialog::check()
{
    if (m_reason->text().trimmed().isEmpty())
        form()->setProblem(u"commenting_disabled_reason"_s, tr("Say why: the site wants a reason."));
    if (!isAhead(context(), *m_until))
        form()->setProblem(u"commenting_disabled_until"_s, tr("Choose a day that is still to come."));
    return !form()->hasProblem();
}

workspace::CommentingBan CommentingDialog::ban() const
{
    return {m_reason->text().trimmed(), m_until->utc()};
}

} // namespace lyceum::ui

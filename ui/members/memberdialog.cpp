// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/memberdialog.h"

#include "members/accessdialogs.h"
#include "members/labelsedit.h"
#include "widgets/checkedform.h"
#include "widgets/optionalday.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kNoteHeight = 84;
constexpr int kDialogHeight = 640;

QString headingOf(const MemberDialog::Content& content)
{
    if (!content.page)
        return MemberDialog::tr("New member");
    const Member& member = content.page->row.member;
    return MemberDialog::tr("Edit %1").arg(member.name.isEmpty() ? member.email : member.name);
}

/// Who pays has the access of what they pay for.
bool isPaying(const MemberDialog::Content& content)
{
    using enum Subscription::Status;
    return content.page && std::ranges::any_of(content.page->subscriptions, [](const Subscription& each) {
        return each.status == Active || each.status == Trialing || each.status == PastDue || each.status == Unpaid;
    });
}

} // namespace

MemberDialog::MemberDialog(const PageContext& context, Content content, QWidget* parent)
    : FormDialog(context, headingOf(content), content.page ? tr("Save changes") : tr("Add member"), parent)
    , m_content(std::move(content))
    , m_email(new QLineEdit)
    , m_name(new QLineEdit)
    , m_note(new QPlainTextEdit)
    , m_labels(new LabelsEdit(context.theme))
    , m_isComplimentary(new QCheckBox(tr("&Complimentary access")))
    , m_tier(tierBox(m_content.tiers))
    , m_accessEnd(new OptionalDay(tr("It ends on"), context.format().zone(), proposedEnd(context)))
    , m_isSilenced(new QCheckBox(tr("&May not comment")))
    , m_reason(new QLineEdit)
    , m_silenceEnd(new OptionalDay(tr("They may comment again after"), context.format().zone(), proposedEnd(context)))
{
    setObjectName(u"memberDialog"_s);
    m_email->setMaxLength(int(editing::kMostEmail));
    m_name->setMaxLength(int(editing::kMostName));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(kNoteHeight);
    form()->addField(u"email"_s, tr("&E-mail"), m_email);
    form()->addField(u"name"_s, tr("&Name"), m_name);
    form()->addField(u"labels"_s, tr("&Labels"), m_labels);
    form()->addField(u"note"_s, tr("N&ote"), m_note);
    form()->setHint(u"note"_s, tr("Only the team sees it."));
    buildSets();
    buildAccess();
    buildCommenting();
    fill();
    resize(width(), kDialogHeight);
    m_email->setFocus();
}

void MemberDialog::buildSets()
{
    auto* group = new QWidget;
    auto* column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kTiny);
    for (const Newsletter& newsletter : std::as_const(m_content.newsletters)) {
        if (!newsletter.active)
            continue;
        auto* box = new QCheckBox(newsletter.name, group);
        column->addWidget(box);
        m_newsletters.append(box);
        m_newsletterIds.append(newsletter.id);
    }
    if (m_newsletters.isEmpty()) {
        delete group;
        return;
    }
    group->setFocusProxy(m_newsletters.first());
    form()->addField(u"newsletters"_s, tr("Ne&wsletters"), group);
}

void MemberDialog::buildAccess()
{
    form()->addWidget(m_isComplimentary);
    form()->addField(u"tiers"_s, tr("&Tier"), m_tier);
    form()->addField(u"complimentary_until"_s, tr("End of access"), m_accessEnd);
    m_isComplimentary->setObjectName(u"isComplimentary"_s);
    if (isPaying(m_content)) {
        m_isComplimentary->setEnabled(false);
        m_isComplimentary->setText(tr("Complimentary access: this member pays, and keeps what they pay for"));
    } else if (m_tier->count() == 0) {
        m_isComplimentary->setEnabled(false);
        m_isComplimentary->setText(tr("Complimentary access: there is no tier that costs money"));
    }
    connect(m_isComplimentary, &QCheckBox::toggled, this, &MemberDialog::followBoxes);
}

void MemberDialog::buildCommenting()
{
    form()->addWidget(m_isSilenced);
    form()->addField(u"commenting_disabled_reason"_s, tr("&Reason"), m_reason);
    form()->addField(u"commenting_disabled_until"_s, tr("End of the silence"), m_silenceEnd);
    m_isSilenced->setObjectName(u"isSilenced"_s);
    m_isSilenced->setVisible(m_content.page.has_value()); // nobody is new and silenced
    connect(m_isSilenced, &QCheckBox::toggled, this, &MemberDialog::followBoxes);
}

void MemberDialog::fill()
{
    QStringList known;
    for (const Label& label : std::as_const(m_content.labels))
        known.append(label.name);
    m_labels->setKnown(known);
    if (m_content.page) {
        const Member& member = m_content.page->row.member;
        m_email->setText(member.email);
        m_name->setText(member.name);
        m_note->setPlainText(member.note);
        m_labels->setLabels(m_content.page->row.labels);
        for (qsizetype i = 0; i < m_newsletters.size(); ++i)
            m_newsletters.at(i)->setChecked(member.newsletters.contains(m_newsletterIds.at(i)));
        if (const auto given = complimentaryBefore()) {
            m_isComplimentary->setChecked(true);
            m_tier->setCurrentIndex(std::max(0, m_tier->findData(given->tier.value)));
            m_accessEnd->setUtc(given->untilUtc);
        }
        if (const auto silenced = banBefore()) {
            m_isSilenced->setChecked(true);
            m_reason->setText(silenced->reason);
            m_silenceEnd->setUtc(silenced->untilUtc);
        }
    }
    followBoxes();
}

void MemberDialog::followBoxes()
{
    const bool isGiven = m_isComplimentary->isChecked();
    form()->setFieldVisible(u"tiers"_s, isGiven);
    form()->setFieldVisible(u"complimentary_until"_s, isGiven);
    form()->setFieldVisible(u"commenting_disabled_reason"_s, m_isSilenced->isChecked());
    form()->setFieldVisible(u"commenting_disabled_until"_s, m_isSilenced->isChecked());
}

QList<NewsletterId> MemberDialog::chosenNewsletters() const
{
    QList<NewsletterId> chosen;
    for (qsizetype i = 0; i < m_newsletters.size(); ++i) {
        if (m_newsletters.at(i)->isChecked())
            chosen.append(m_newsletterIds.at(i));
    }
    return chosen;
}

std::optional<workspace::Complimentary> MemberDialog::complimentaryBefore() const
{
    if (!m_content.page || isPaying(m_content))
        return std::nullopt;
    const Member& member = m_content.page->row.member;
    for (const TierId id : member.tiers) {
        const auto tier = std::ranges::find(m_content.tiers, id, &Tier::id);
        if (tier != m_content.tiers.end() && tier->paid)
            return workspace::Complimentary {id, member.complimentaryUntilUtc};
    }
    return std::nullopt;
}

std::optional<workspace::CommentingBan> MemberDialog::banBefore() const
{
    if (!m_content.page || !m_content.page->row.member.commentingDisabled)
        return std::nullopt;
    const Member& member = m_content.page->row.member;
    return workspace::CommentingBan {member.commentingDisabledReason, member.commentingDisabledUntilUtc};
}

std::optional<workspace::Complimentary> MemberDialog::complimentary() const
{
    if (!m_isComplimentary->isChecked() || m_tier->currentIndex() < 0)
        return std::nullopt;
    return workspace::Complimentary {TierId {m_tier->currentData().toLongLong()}, m_accessEnd->utc()};
}

std::optional<workspace::CommentingBan> MemberDialog::ban() const
{
    if (!m_isSilenced->isChecked())
        return std::nullopt;
    return workspace::CommentingBan {m_reason->text().trimmed(), m_silenceEnd->utc()};
}

void MemberDialog::addLabelChanges(workspace::MemberEdit& edit) const
{
    const QStringList before = m_content.page->row.labels;
    const QStringList after = m_labels->labels();
    for (const QString& label : after) {
        if (!holdsLabel(before, label))
            edit.addLabels.append(label);
    }
    for (const QString& label : before) {
        if (!holdsLabel(after, label))
            edit.dropLabels.append(label);
    }
}

void MemberDialog::addNewsletterChanges(workspace::MemberEdit& edit) const
{
    const QList<NewsletterId>& before = m_content.page->row.member.newsletters;
    for (qsizetype i = 0; i < m_newsletters.size(); ++i) {
        const NewsletterId id = m_newsletterIds.at(i);
        if (m_newsletters.at(i)->isChecked() == before.contains(id))
            continue;
        (m_newsletters.at(i)->isChecked() ? edit.addNewsletters : edit.dropNewsletters).append(id);
    }
}

workspace::MemberEdit MemberDialog::edit() const
{
    workspace::MemberEdit edit;
    if (!m_content.page)
        return edit;
    const Member& before = m_content.page->row.member;
    const auto differing = [](const QString& now, const QString& then) { return now == then || now == then.trimmed() ? std::nullopt : std::optional(now); };
    edit.email = differing(m_email->text().trimmed(), before.email);
    edit.name = differing(m_name->text().trimmed(), before.name);
    edit.note = differing(m_note->toPlainText(), before.note);
    addLabelChanges(edit);
    addNewsletterChanges(edit);
    if (complimentary() != complimentaryBefore()) {
        edit.complimentary = complimentary();
        edit.endComplimentary = !edit.complimentary;
    }
    if (ban() != banBefore()) {
        edit.disableCommenting = ban();
        edit.enableCommenting = !edit.disableCommenting;
    }
    return edit;
}

workspace::NewMember MemberDialog::newMember() const
{
    return {m_email->text().trimmed(), m_name->text().trimmed(), m_note->toPlainText(), m_labels->labels(), chosenNewsletters(), complimentary()};
}

QString MemberDialog::displayName() const
{
    const QString name = m_name->text().trimmed();
    return name.isEmpty() ? m_email->text().trimmed() : name;
}

bool MemberDialog::check()
{
    const qint64 now = context().workspace.clock().nowUtc();
    if (m_email->text().trimmed().isEmpty())
        form()->setProblem(u"email"_s, tr("A member needs an e-mail address."));
    if (m_note->toPlainText().size() > editing::kMostNote)
        form()->setProblem(u"note"_s, tr("A note holds at most %Ln character(s).", nullptr, int(editing::kMostNote)));
    const auto silence = ban();
    if (silence != banBefore() && silence && silence->reason.isEmpty())
        form()->setProblem(u"commenting_disabled_reason"_s, tr("Say why: the site wants a reason."));
    if (silence != banBefore() && silence && silence->untilUtc && *silence->untilUtc <= now)
        form()->setProblem(u"commenting_disabled_until"_s, tr("Choose a day that is still to come."));
    const auto access = complimentary();
    if (access != complimentaryBefore() && access && access->untilUtc && *access->untilUtc <= now)
        form()->setProblem(u"complimentary_until"_s, tr("Choose a day that is still to come."));
    return !form()->hasProblem();
}

} // namespace lyceum::ui

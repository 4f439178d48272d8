// SPDX-License-Identifier: GPL-3.0-or-later
#include "members/memberactions.h"

#include "base/whendone.h"
#include "members/accessdialogs.h"
#include "members/labelpicker.h"

#include <QAction>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

QAction* actionIn(QWidget* area, const QString& name, const QString& text, const QKeySequence& key)
{
    auto* made = new QAction(text, area);
    made->setObjectName(name);
    made->setShortcut(key);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut); // a letter alone belongs to whoever has the focus
    area->addAction(made);
    return made;
}

int changedIn(const workspace::ChangeSummary& summary)
{
    return int(summary.entities.value(workspace::Entity::Member).updated);
}

} // namespace

MemberActions::MemberActions(const PageContext& context, QWidget* area, std::function<QList<MemberId>()> whom)
    : QObject(area)
    , m_context(context)
    , m_area(area)
    , m_whom(std::move(whom))
    , m_label(actionIn(area, u"label"_s, tr("Add label…"), Qt::Key_L))
    , m_unlabel(actionIn(area, u"unlabel"_s, tr("Remove label…"), Qt::SHIFT | Qt::Key_L))
    , m_edit(actionIn(area, u"edit"_s, tr("Edit…"), Qt::Key_E))
    , m_more(new QMenu(area))
    , m_subscribe(nullptr)
    , m_unsubscribe(nullptr)
{
    m_label->setToolTip(tr("Add a label (L)"));
    m_unlabel->setToolTip(tr("Remove a label (Shift+L)"));
    m_edit->setToolTip(tr("Edit the member (E)"));
    connect(m_label, &QAction::triggered, this, [this] { pickLabel(/*adds=*/true); });
    connect(m_unlabel, &QAction::triggered, this, [this] { pickLabel(/*adds=*/false); });
    connect(m_edit, &QAction::triggered, this, &MemberActions::editOne);
    buildMenu();
    setCount(0);
}

void MemberActions::buildMenu()
{
    m_more->setObjectName(u"memberMore"_s);
    m_subscribe = m_more->addMenu(tr("Subscribe to a newsletter"));
    m_unsubscribe = m_more->addMenu(tr("Unsubscribe from a newsletter"));
    m_more->addSeparator();
    m_more->addAction(tr("Give complimentary access…"), this, &MemberActions::giveAccess)->setObjectName(u"giveAccess"_s);
    m_more->addAction(tr("End complimentary access"), this, [this] {
        workspace::MemberEdit edit;
        edit.endComplimentary = true;
        apply(m_whom(), edit, [](int members) { return tr("Complimentary access of %Ln member(s) ended.", nullptr, members); });
    })->setObjectName(u"endAccess"_s);
    m_more->addSeparator();
    m_more->addAction(tr("Stop from commenting…"), this, &MemberActions::silence)->setObjectName(u"silence"_s);
    m_more->addAction(tr("Allow commenting"), this, [this] {
        workspace::MemberEdit edit;
        edit.enableCommenting = true;
        apply(m_whom(), edit, [](int members) { return tr("%Ln member(s) may comment again.", nullptr, members); });
    })->setObjectName(u"allowComments"_s);
    m_more->addSeparator();
    m_more->addAction(tr("Remove from the site…"), this, &MemberActions::confirmRemoval)->setObjectName(u"removeMembers"_s);
    connect(m_more, &QMenu::aboutToShow, this, [this] {
        whenDone(m_context.workspace.newsletters(), this,
            [this](const Result<QList<Newsletter>>& newsletters) { fillNewsletters(newsletters.value_or(QList<Newsletter>())); });
    });
    fillNewsletters({});
}

void MemberActions::fillNewsletters(const QList<Newsletter>& newsletters)
{
    m_subscribe->clear();
    m_unsubscribe->clear();
    for (const Newsletter& newsletter : newsletters) {
        const QString name = newsletter.name;
        if (newsletter.active) {
            m_subscribe->addAction(name, this, [this, id = newsletter.id, name] {
                workspace::MemberEdit edit;
                edit.addNewsletters = {id};
                apply(m_whom(), edit, [name](int members) { return tr("%Ln member(s) subscribed to “%1”.", nullptr, members).arg(name); });
            });
        }
        m_unsubscribe->addAction(name, this, [this, id = newsletter.id, name] {
            workspace::MemberEdit edit;
            edit.dropNewsletters = {id};
            apply(m_whom(), edit, [name](int members) { return tr("%Ln member(s) unsubscribed from “%1”.", nullptr, members).arg(name); });
        });
    }
    allowMenu();
}

void MemberActions::allowMenu()
{
    // One by one: a menu that is disabled as a whole opens all the same, and then takes no click.
    for (QAction* each : m_more->actions())
        each->setEnabled(m_isAllowed);
    m_subscribe->setEnabled(m_isAllowed && !m_subscribe->isEmpty());
    m_unsubscribe->setEnabled(m_isAllowed && !m_unsubscribe->isEmpty());
}

void MemberActions::setCount(qsizetype members)
{
    m_isAllowed = members > 0 && m_context.workspace.isOpen() && !m_context.workspace.isReadOnly();
    m_label->setEnabled(m_isAllowed);
    m_unlabel->setEnabled(m_isAllowed);
    m_edit->setEnabled(m_isAllowed && members == 1);
    allowMenu();
}

void MemberActions::pickLabel(bool adds)
{
    const QList<MemberId> members = m_whom();
    if (members.isEmpty())
        return;
    const int count = int(members.size());
    const QString heading
        = adds ? tr("Add a label to %Ln member(s)", nullptr, count) : tr("Remove a label from %Ln member(s)", nullptr, count);
    auto* picker = new LabelPicker(m_context, adds ? LabelPicker::For::Adding : LabelPicker::For::Dropping, heading, m_area->window());
    connect(picker, &LabelPicker::picked, this, [this, members, adds](const QString& label) {
        workspace::MemberEdit edit;
        (adds ? edit.addLabels : edit.dropLabels) = QStringList {label};
        apply(members, edit, [adds, label](int changed) {
            return adds ? tr("Label “%1” added to %Ln member(s).", nullptr, changed).arg(label)
                        : tr("Label “%1” removed from %Ln member(s).", nullptr, changed).arg(label);
        });
    });
    picker->open();
}

void MemberActions::giveAccess()
{
    const QList<MemberId> members = m_whom();
    if (members.isEmpty())
        return;
    whenDone(m_context.workspace.tiers(), this, [this, members](const Result<QList<Tier>>& tiers) {
        if (!tiers) {
            Q_EMIT changeFailed(tiers.error());
            return;
        }
        auto* dialog = new ComplimentaryDialog(m_context, *tiers, members.size(), m_area->window());
        connect(dialog, &FormDialog::submitted, this, [this, dialog, members] {
            workspace::MemberEdit edit;
            edit.complimentary = dialog->complimentary();
            applyFrom(dialog, members, edit, [tier = dialog->tierName()](int changed) {
                return tr("%Ln member(s) given complimentary access to “%1”.", nullptr, changed).arg(tier);
            });
        });
        dialog->open();
    });
}

void MemberActions::silence()
{
    const QList<MemberId> members = m_whom();
    if (members.isEmpty())
        return;
    auto* dialog = new CommentingDialog(m_context, members.size(), m_area->window());
    connect(dialog, &FormDialog::submitted, this, [this, dialog, members] {
        workspace::MemberEdit edit;
        edit.disableCommenting = dialog->ban();
        applyFrom(dialog, members, edit, [](int changed) { return tr("%Ln member(s) may not comment any more.", nullptr, changed); });
    });
    dialog->open();
}

void MemberActions::confirmRemoval()
{
    const QList<MemberId> members = m_whom();
    if (members.isEmpty())
        return;
    const int count = int(members.size());
    auto* box = new QMessageBox(m_area->window());
    box->setObjectName(u"confirmRemoval"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Remove members"));
    box->setText(tr("Remove %Ln member(s) from the site?", nullptr, count));
    box->setInformativeText(tr("They stay here as members who left, with all their history. The next sync deletes them on the site and cancels what they "
                               "pay for; there that cannot be taken back. Until then you can undo it here."));
    QPushButton* remove = box->addButton(tr("Remove %Ln member(s)", nullptr, count), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(remove, &QPushButton::clicked, this, [this, members] {
        workspace::MemberEdit edit;
        edit.depart = true;
        apply(members, edit, [](int changed) { return tr("%Ln member(s) removed.", nullptr, changed); });
    });
    box->open();
}

void MemberActions::readContent(MemberId member, const std::function<void(MemberDialog::Content)>& then)
{
    const auto fail = [this](const Error& error) { Q_EMIT changeFailed(error); };
    whenDone(m_context.workspace.memberChoices(), this, [this, member, then, fail](const Result<workspace::MemberChoices>& choices) {
        if (!choices)
            return fail(choices.error());
        whenDone(m_context.workspace.newsletters(), this, [this, member, then, fail, choices = *choices](const Result<QList<Newsletter>>& newsletters) {
            if (!newsletters)
                return fail(newsletters.error());
            MemberDialog::Content content {std::nullopt, choices.labels, choices.tiers, *newsletters};
            if (!member.isValid())
                return then(std::move(content));
            whenDone(m_context.workspace.memberPage(member), this, [then, fail, content](const Result<std::optional<workspace::MemberPage>>& page) {
                if (!page)
                    return fail(page.error());
                if (!*page)
                    return;
                MemberDialog::Content whole = content;
                whole.page = *page;
                then(std::move(whole));
            });
        });
    });
}

void MemberActions::editOne()
{
    const QList<MemberId> members = m_whom();
    if (members.size() != 1)
        return;
    readContent(members.first(), [this, member = members.first()](MemberDialog::Content content) {
        auto* dialog = new MemberDialog(m_context, std::move(content), m_area->window());
        connect(dialog, &FormDialog::submitted, this, [this, dialog, member] { save(dialog, member); });
        dialog->open();
    });
}

void MemberActions::save(MemberDialog* dialog, MemberId member)
{
    const workspace::MemberEdit edit = dialog->edit();
    if (edit.isEmpty()) {
        dialog->accept();
        return;
    }
    applyFrom(dialog, {member}, edit, [name = dialog->displayName()](int) { return tr("Changes to %1 saved.").arg(name); });
}

void MemberActions::addMember()
{
    readContent({}, [this](MemberDialog::Content content) {
        auto* dialog = new MemberDialog(m_context, std::move(content), m_area->window());
        connect(dialog, &FormDialog::submitted, this, [this, dialog] { create(dialog); });
        dialog->open();
    });
}

void MemberActions::create(MemberDialog* dialog)
{
    dialog->setBusy(true);
    const auto open = QPointer(dialog);
    whenDone(m_context.workspace.createMember(dialog->newMember()), this, [this, open, name = dialog->displayName()](const Result<MemberId>& member) {
        if (open)
            open->setBusy(false);
        if (member) {
            if (open)
                open->accept();
            sayCreated(*member, name);
        } else if (open) {
            open->showProblem(member.error());
        } else {
            Q_EMIT changeFailed(member.error());
        }
    });
}

void MemberActions::sayCreated(MemberId member, const QString& name)
{
    Q_EMIT memberAdded(member);
    workspace::JournalQuery query;
    query.entity = workspace::Entity::Member;
    query.row = member.value;
    query.limit = 1;
    whenDone(m_context.workspace.journal(query), this, [this, name](const Result<QList<workspace::JournalEntry>>& entries) {
        if (entries && !entries->isEmpty())
            Q_EMIT changeMade(tr("%1 added.").arg(name), entries->first().id);
    });
}

void MemberActions::apply(const QList<MemberId>& members, const workspace::MemberEdit& edit, const Say& say)
{
    if (members.isEmpty())
        return;
    Q_EMIT working(true);
    whenDone(m_context.workspace.editMembers(members, edit), this, [this, say](const Result<workspace::ChangeSummary>& summary) {
        Q_EMIT working(false);
        if (summary)
            Q_EMIT changeMade(say(changedIn(*summary)), summary->journalEntry);
        else
            Q_EMIT changeFailed(summary.error());
    });
}

void MemberActions::applyFrom(FormDialog* dialog, const QList<MemberId>& members, const workspace::MemberEdit& edit, const Say& say)
{
    dialog->setBusy(true);
    const auto open = QPointer(dialog);
    whenDone(m_context.workspace.editMembers(members, edit), this, [this, open, say](const Result<workspace::ChangeSummary>& summary) {
        if (open)
            open->setBusy(false);
        if (summary) {
            if (open)
                open->accept();
            Q_EMIT changeMade(say(changedIn(*summary)), summary->journalEntry);
        } else if (open) {
            open->showProblem(summary.error());
        } else {
            Q_EMIT changeFailed(summary.error());
        }
    });
}

} // namespace lyceum::ui

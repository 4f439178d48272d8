// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/conflictpolicies.h"

#include "base/whendone.h"
#include "words/outboxwords.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace lyceum::ui {

ConflictPolicies::ConflictPolicies(const PageContext& context, QWidget* parent)
    : QMenu(parent)
    , m_context(context)
{
    addKind(workspace::Entity::Member, "member");
    addKind(workspace::Entity::Post, "post");
    addKind(workspace::Entity::Comment, "comment");
    addKind(workspace::Entity::Tier, "tier");
    addKind(workspace::Entity::Offer, "offer");
    addKind(workspace::Entity::Label, "label");
    addKind(workspace::Entity::Tag, "tag");
    connect(this, &QMenu::aboutToShow, this, &ConflictPolicies::read);
}

void ConflictPolicies::addKind(workspace::Entity entity, const char* name)
{
    QMenu* menu = addMenu(kindTitle(entity));
    auto* choices = new QActionGroup(menu);
    const std::pair<QString, QString> answers[] = {{u"ask"_s, tr("Ask me")}, {u"mine"_s, tr("Mine wins")}, {u"theirs"_s, tr("The site wins")}};
    for (const auto& [value, text] : answers) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(value);
        choices->addAction(action);
    }
    const QString setting = u"conflictPolicy."_s + QLatin1StringView(name);
    m_kinds.append({entity, setting, choices});
    connect(choices, &QActionGroup::triggered, this, [this, entity, setting](QAction* action) {
        const QString sentence = tr("%1: %2. This holds for what is found from now on.", "kind of thing, what holds").arg(kindTitle(entity), action->text());
        whenDone(m_context.workspace.setSetting(setting, action->data().toString()), this, [this, sentence](const Result<void>& set) {
            if (set)
                Q_EMIT changed(sentence);
            else
                Q_EMIT failed(set.error());
        });
    });
}

void ConflictPolicies::read()
{
    for (const Kind& kind : std::as_const(m_kinds)) {
        whenDone(m_context.workspace.setting(kind.setting), kind.choices, [choices = kind.choices](const Result<QString>& stored) {
            const QString value = stored && !stored->isEmpty() ? *stored : u"ask"_s;
            for (QAction* action : choices->actions())
                action->setChecked(action->data().toString() == value);
        });
    }
}

} // namespace lyceum::ui

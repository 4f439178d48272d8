// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/behindpanel.h"

#include "base/whendone.h"
#include "widgets/plainlabel.h"
#include "words/errortext.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kMemberRole = Qt::UserRole;

} // namespace

BehindPanel::BehindPanel(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    build(m_left, layout, u"leftMembers"_s);
    layout->addSpacing(space::kSmall);
    build(m_kept, layout, u"keptMembers"_s);
    layout->addStretch(0); // short lists stay at the top
    connect(&m_context.theme, &Theme::changed, this, &BehindPanel::recolour);
    recolour();
}

void BehindPanel::build(Part& part, QVBoxLayout* layout, const QString& name)
{
    part.heading = plainLabel(this);
    part.list = new QListWidget(this);
    part.list->setObjectName(name);
    part.list->setUniformItemSizes(true);
    part.list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    part.more = plainLabel(this);
    part.open = new QPushButton(tr("Open in Members"), this);
    layout->addWidget(part.heading);
    layout->addWidget(part.list, 1);
    layout->addWidget(part.more);
    layout->addWidget(part.open, 0, Qt::AlignLeft);
    connect(part.list, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        Q_EMIT memberRequested(MemberId {item->data(kMemberRole).toLongLong()});
    });
    connect(part.open, &QPushButton::clicked, this, [this, &part] {
        workspace::MemberQuery query;
        query.among = part.members;
        query.includeDeparted = true; // many of those who left are not in the store any more
        Q_EMIT membersRequested(query, part.why);
    });
}

void BehindPanel::setMembers(
    const insights::CohortCellMembers& members, const QString& leftHeading, const QString& keptHeading)
{
    ++m_asked;
    fill(m_left, members.left, leftHeading);
    fill(m_kept, members.kept, keptHeading);
}

void BehindPanel::fill(Part& part, const QList<MemberId>& members, const QString& heading)
{
    part.members = members;
    part.why = heading;
    //: Heading of a list of members and how many they are
    part.heading->setText(tr("%1: %2").arg(heading, m_context.format().count(members.size())));
    part.list->setAccessibleName(part.heading->text());
    part.list->clear();
    part.list->setVisible(!members.isEmpty());
    part.open->setVisible(!members.isEmpty());
    part.open->setAccessibleName(tr("Open in Members: %1").arg(heading));
    const bool cut = members.size() > kShown;
    part.more->setVisible(cut);
    part.more->setText(cut ? tr("The first %1 are listed.").arg(m_context.format().count(kShown)) : QString());
    if (members.isEmpty())
        return;
    whenDone(m_context.workspace.memberRows(members.first(std::min(kShown, members.size()))), this,
        [this, &part, asked = m_asked](const Result<QList<workspace::MemberRow>>& rows) {
            if (asked != m_asked)
                return;
            if (!rows) {
                part.more->setText(sentence(rows.error()));
                part.more->show();
                return;
            }
            for (const workspace::MemberRow& row : *rows)
                addRow(part, row);
            part.list->setCurrentRow(0, QItemSelectionModel::NoUpdate); // for the keyboard; nobody is chosen yet
            part.list->setMaximumHeight(int(rows->size()) * space::kCompactRow + 2 * space::kSmall);
        });
}

void BehindPanel::addRow(Part& part, const workspace::MemberRow& row)
{
    const Member& member = row.member;
    auto* item = new QListWidgetItem(member.name.isEmpty() ? member.email : member.name, part.list);
    item->setSizeHint(QSize(0, space::kCompactRow));
    item->setData(kMemberRole, qlonglong(member.id.value));
    item->setToolTip(member.name.isEmpty() ? QString() : member.email.toHtmlEscaped());
}

void BehindPanel::recolour()
{
    const Tokens& tokens = m_context.theme.tokens();
    for (const Part* part : {&m_left, &m_kept}) {
        part->heading->setFont(m_context.theme.font(FontRole::Strong));
        part->more->setFont(m_context.theme.font(FontRole::Small));
        setInk(part->more, tokens.muted);
    }
}

} // namespace lyceum::ui

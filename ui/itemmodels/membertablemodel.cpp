// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/membertablemodel.h"

#include "words/names.h"

using namespace Qt::StringLiterals;

namespace lyceum::ui {

MemberTableModel::MemberTableModel(AskRows askRows, Format format, QObject* parent)
    : PagedTableModel(ColumnCount, std::move(askRows), [](const workspace::MemberRow& row) { return row.member.id; }, std::move(format), parent)
{
}

QString MemberTableModel::titleOf(int column) const
{
    switch (Column(column)) {
    case Name: return tr("Name");
    case Email: return tr("E-mail");
    case Status: return tr("Status");
    case Tiers: return tr("Tier");
    case Labels: return tr("Labels");
    case Joined: return tr("Joined");
    case LastSeen: return tr("Last seen");
    case Source: return tr("Came from");
    case ColumnCount: break;
    }
    return {};
}

std::optional<workspace::MemberQuery::Sort> MemberTableModel::sortOf(int column)
{
    using Sort = workspace::MemberQuery::Sort;
    switch (Column(column)) {
    case Name: return Sort::Name;
    case Email: return Sort::Email;
    case Status: return Sort::Status;
    case Joined: return Sort::Joined;
    case LastSeen: return Sort::LastSeen;
    case Tiers:
    case Labels:
    case Source:
    case ColumnCount: break;
    }
    return std::nullopt;
}

QVariant MemberTableModel::cell(const workspace::MemberRow& row, int column, int role) const
{
    const Member& member = row.member;
    const bool full = role == Qt::ToolTipRole;
    switch (Column(column)) {
    case Name: return member.name.isEmpty() ? member.email : member.name;
    case Email: return member.email;
    case Status:
        if (role == RawRole)
            return int(member.status);
        return member.departedAtUtc ? tr("Left") : wordFor(member.status);
    case Tiers: return role == RawRole ? QVariant(row.tiers) : QVariant(format().names(row.tiers));
    case Labels: return role == RawRole ? QVariant(row.labels) : QVariant(format().names(row.labels));
    case Joined:
        if (role == RawRole)
            return member.joinedAtUtc.value_or(0);
        return full ? format().fullInstant(member.joinedAtUtc) : format().day(member.joinedAtUtc);
    case LastSeen:
        if (role == RawRole)
            return member.lastSeenAtUtc.value_or(0);
        return full ? format().fullInstant(member.lastSeenAtUtc) : format().day(member.lastSeenAtUtc);
    case Source: return member.source;
    case ColumnCount: break;
    }
    return {};
}

} // namespace lyceum::ui

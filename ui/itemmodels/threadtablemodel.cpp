// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/threadtablemodel.h"

#include "words/names.h"

namespace lyceum::ui {

ThreadTableModel::ThreadTableModel(AskRows askRows, Format format, QObject* parent)
    : PagedTableModel(ColumnCount, std::move(askRows), [](const workspace::ThreadRow& row) { return row.comment.id; }, std::move(format), parent)
{
}

QString ThreadTableModel::titleOf(int column) const
{
    switch (Column(column)) {
    case Text: return tr("Comment");
    case Member: return tr("Member");
    case Post: return tr("Post");
    case Written: return tr("Written");
    case Replies: return tr("Replies");
    case Likes: return tr("Likes");
    case Reports: return tr("Reports");
    case ColumnCount: break;
    }
    return {};
}

std::optional<workspace::ThreadQuery::Sort> ThreadTableModel::sortOf(int column, bool descending)
{
    using Sort = workspace::ThreadQuery::Sort;
    switch (Column(column)) {
    case Written: return descending ? Sort::Newest : Sort::Oldest;
    case Replies: return Sort::MostReplies;
    case Likes: return Sort::MostLiked;
    case Reports: return Sort::MostReported;
    case Text:
    case Member:
    case Post:
    case ColumnCount: break;
    }
    return std::nullopt;
}

QVariant ThreadTableModel::cell(const workspace::ThreadRow& row, int column, int role) const
{
    const Comment& comment = row.comment;
    const bool full = role == Qt::ToolTipRole;
    // A count of none is an empty cell: what matters stands out.
    const auto counted = [&](qint64 number) {
        return role == RawRole ? QVariant(number) : number > 0 ? QVariant(format().count(number)) : QVariant();
    };
    switch (Column(column)) {
    case Text: return full || role == RawRole ? comment.text : comment.text.simplified();
    case Member: return row.memberName.isEmpty() ? tr("A former member") : row.memberName;
    case Post: return row.postTitle;
    case Written:
        if (role == RawRole)
            return comment.createdAtUtc.value_or(0);
        return full ? format().fullInstant(comment.createdAtUtc) : format().instant(comment.createdAtUtc);
    case Replies: return counted(row.replies);
    case Likes: return counted(comment.likes);
    case Reports: return counted(row.reports);
    case ColumnCount: break;
    }
    return {};
}

bool ThreadTableModel::isNumeric(int column) const
{
    return column == Replies || column == Likes || column == Reports;
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/posttablemodel.h"

#include "words/names.h"

using namespace Qt::StringLiterals;

namespace lyceum::ui {

PostTableModel::PostTableModel(AskRows askRows, Format format, QObject* parent)
    : PagedTableModel(ColumnCount, std::move(askRows), [](const workspace::PostRow& row) { return row.post.id; }, std::move(format), parent)
{
}

QString PostTableModel::titleOf(int column) const
{
    switch (Column(column)) {
    case Title: return tr("Title");
    case Status: return tr("Status");
    case Visibility: return tr("Who may read");
    case Tags: return tr("Tags");
    case Published: return tr("Published");
    case Comments: return tr("Comments");
    case ColumnCount: break;
    }
    return {};
}

std::optional<workspace::PostQuery::Sort> PostTableModel::sortOf(int column)
{
    using Sort = workspace::PostQuery::Sort;
    switch (Column(column)) {
    case Title: return Sort::Title;
    case Published: return Sort::Published;
    case Status:
    case Visibility:
    case Tags:
    case Comments:
    case ColumnCount: break;
    }
    return std::nullopt;
}

QVariant PostTableModel::cell(const workspace::PostRow& row, int column, int role) const
{
    const Post& post = row.post;
    const bool full = role == Qt::ToolTipRole;
    switch (Column(column)) {
    case Title: return full && !post.excerpt.isEmpty() ? post.excerpt : post.title;
    case Status:
        if (role == RawRole)
            return int(post.status);
        return post.deletedAtUtc ? tr("Deleted") : wordFor(post.status);
    case Visibility:
        return full && !row.tiers.isEmpty() ? format().names(row.tiers) : wordForVisibility(post.visibility);
    case Tags: return role == RawRole ? QVariant(row.tags) : QVariant(format().names(row.tags));
    case Published:
        if (role == RawRole)
            return post.publishedAtUtc.value_or(0);
        return full ? format().fullInstant(post.publishedAtUtc) : format().day(post.publishedAtUtc);
    case Comments: return role == RawRole ? QVariant(row.comments) : QVariant(format().count(row.comments));
    case ColumnCount: break;
    }
    return {};
}

bool PostTableModel::isNumeric(int column) const
{
    return column == Comments;
}

} // namespace lyceum::ui

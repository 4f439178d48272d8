// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/conflictmodel.h"

#include "words/outboxwords.h"

#include <QHash>

#include <algorithm>

namespace lyceum::ui {
namespace {

QList<ConflictItem> grouped(const QList<workspace::OpenConflict>& conflicts)
{
    QList<ConflictItem> items;
    QHash<std::pair<int, qint64>, qsizetype> places;
    for (const workspace::OpenConflict& conflict : conflicts) {
        const std::pair<int, qint64> key {int(conflict.entity), conflict.row};
        if (!places.contains(key)) {
            places.insert(key, items.size());
            items.append({conflict.entity, conflict.row, conflict.title, {}});
        }
        items[places.value(key)].fields.append(conflict);
    }
    return items;
}

bool isSame(const ConflictItem& one, const ConflictItem& other) { return one.entity == other.entity && one.row == other.row; }

} // namespace

void ConflictModel::setConflicts(const QList<workspace::OpenConflict>& conflicts)
{
    const QList<ConflictItem> items = grouped(conflicts);
    for (qsizetype row = m_items.size() - 1; row >= 0; --row) {
        if (std::ranges::any_of(items, [&](const ConflictItem& item) { return isSame(item, m_items.at(row)); }))
            continue;
        beginRemoveRows({}, int(row), int(row));
        m_items.removeAt(row);
        endRemoveRows();
    }
    const auto stands = [&](qsizetype row) { return isSame(m_items.at(row), items.at(row)); };
    bool inOrder = m_items.size() <= items.size();
    for (qsizetype row = 0; inOrder && row < m_items.size(); ++row)
        inOrder = stands(row);
    if (!inOrder) {
        beginResetModel();
        m_items = items;
        endResetModel();
        return;
    }
    const qsizetype known = m_items.size();
    for (qsizetype row = 0; row < known; ++row)
        m_items[row] = items.at(row);
    if (known > 0)
        Q_EMIT dataChanged(index(0), index(int(known) - 1));
    if (known < items.size()) {
        beginInsertRows({}, int(known), int(items.size()) - 1);
        m_items = items;
        endInsertRows();
    }
}

int ConflictModel::rowOf(workspace::Entity entity, qint64 row) const
{
    const auto found = std::ranges::find_if(m_items, [&](const ConflictItem& item) { return item.entity == entity && item.row == row; });
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

int ConflictModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_items.size()); }

QVariant ConflictModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const ConflictItem& item = m_items.at(index.row());
    const QString title = item.title.isEmpty() ? tr("Without a name") : item.title.simplified();
    const int fields = int(item.fields.size());
    const QString second = fields == 1 ? kindTitle(item.entity) : tr("%1, %n field(s)", "kind of thing", fields).arg(kindTitle(item.entity));
    return QString(title + u'\n' + second);
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/outboxmodel.h"

#include "base/whendone.h"
#include "words/outboxwords.h"

#include <QSet>

#include <utility>

namespace lyceum::ui {
namespace {

using Key = std::pair<int, qint64>;

constexpr int kMostMoves = 200; // beyond them one reset is cheaper for a view than as many steps

Key keyOf(const workspace::OutboxItem& item) { return {int(item.entity), item.row}; }

} // namespace

OutboxModel::OutboxModel(Ask ask, Format format, QObject* parent)
    : QAbstractTableModel(parent)
    , m_ask(std::move(ask))
    , m_format(std::move(format))
{
}

void OutboxModel::setFilter(const workspace::OutboxQuery& filter)
{
    m_filter = filter;
    m_wanted = kPageRows;
    ++m_generation;
    m_asking = false;
    ask();
}

void OutboxModel::refresh()
{
    m_askAgain = m_asking;
    if (!m_asking)
        ask();
}

void OutboxModel::setFormat(Format format)
{
    m_format = std::move(format);
    if (!m_items.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void OutboxModel::clear()
{
    ++m_generation;
    m_asking = false;
    m_askAgain = false;
    m_more = false;
    m_wanted = kPageRows;
    m_filter = {};
    replaceAll({});
}

void OutboxModel::ask()
{
    m_asking = true;
    m_askAgain = false;
    workspace::OutboxQuery query = m_filter;
    query.limit = m_wanted;
    whenDone(m_ask(query), this, [this, asked = m_generation, limit = m_wanted](const Result<Items>& items) {
        if (asked != m_generation)
            return;
        m_asking = false;
        if (items) {
            m_more = items->size() >= limit;
            take(*items);
            Q_EMIT loaded();
        } else {
            m_more = false; // until it is asked again: a view would otherwise ask without end
            Q_EMIT loadFailed(items.error());
        }
        if (asked == m_generation && !m_asking && std::exchange(m_askAgain, false))
            ask();
    });
}

void OutboxModel::take(const Items& items)
{
    if (!follow(items))
        replaceAll(items);
    else if (!m_items.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool OutboxModel::follow(const Items& items)
{
    QSet<Key> wanted;
    wanted.reserve(items.size());
    for (const auto& item : items)
        wanted.insert(keyOf(item));
    QList<Key> staying;
    int moves = 0;
    for (bool gap = false; const auto& item : std::as_const(m_items)) {
        const bool stays = wanted.contains(keyOf(item));
        moves += !stays && !gap;
        gap = !stays;
        if (stays)
            staying.append(keyOf(item));
    }
    qsizetype met = 0; // of those that stay, which must come in the order they stood in
    for (bool gap = false; const auto& item : items) {
        const bool known = met < staying.size() && staying.at(met) == keyOf(item);
        met += known;
        moves += !known && !gap;
        gap = !known;
    }
    if (met != staying.size() || moves > kMostMoves)
        return false;

    removeMissing(wanted);
    for (qsizetype row = 0; row < items.size(); ++row) {
        const auto isHere = [&](qsizetype wantedRow) { return row < m_items.size() && keyOf(m_items.at(row)) == keyOf(items.at(wantedRow)); };
        if (!isHere(row)) {
            qsizetype end = row + 1;
            while (end < items.size() && !isHere(end))
                ++end;
            beginInsertRows({}, int(row), int(end) - 1);
            for (qsizetype i = row; i < end; ++i)
                m_items.insert(i, items.at(i));
            endInsertRows();
            row = end - 1;
        } else {
            m_items[row] = items.at(row);
        }
    }
    return true;
}

void OutboxModel::removeMissing(const QSet<Key>& kept)
{
    for (qsizetype last = m_items.size() - 1; last >= 0; --last) {
        if (kept.contains(keyOf(m_items.at(last))))
            continue;
        qsizetype first = last;
        while (first > 0 && !kept.contains(keyOf(m_items.at(first - 1))))
            --first;
        beginRemoveRows({}, int(first), int(last));
        m_items.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void OutboxModel::replaceAll(const Items& items)
{
    beginResetModel();
    m_items = items;
    endResetModel();
}

int OutboxModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_items.size()); }
int OutboxModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }
bool OutboxModel::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && m_more && !m_asking; }

void OutboxModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_wanted = int(m_items.size()) + kPageRows;
    ask();
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Title: return tr("What");
    case Kind: return tr("Kind");
    case Change: return tr("Change");
    case Since: return tr("Since");
    case State: return tr("State");
    case ColumnCount: break;
    }
    return {};
}

QVariant OutboxModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const workspace::OutboxItem& item = m_items.at(index.row());
    const bool full = role == Qt::ToolTipRole;
    switch (Column(index.column())) {
    case Title: return item.title.isEmpty() ? tr("Without a name") : item.title;
    case Kind: return kindTitle(item.entity);
    case Change: return changeOf(item, m_format);
    case Since: return full ? m_format.fullInstant(item.sinceUtc) : m_format.instant(item.sinceUtc);
    case State: return full ? sentenceOf(item, m_format) : item.held ? tr("Held by a conflict") : wordFor(item.state);
    case ColumnCount: break;
    }
    return {};
}

} // namespace lyceum::ui

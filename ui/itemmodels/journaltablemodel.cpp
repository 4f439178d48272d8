// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/journaltablemodel.h"

#include "base/whendone.h"
#include "words/journalwords.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lyceum::ui {

JournalTableModel::JournalTableModel(Ask ask, Format format, QObject* parent)
    : PagedTableModelBase(parent)
    , m_ask(std::move(ask))
    , m_format(std::move(format))
{
}

void JournalTableModel::setQuery(const workspace::JournalQuery& query, Format format)
{
    beginResetModel();
    ++m_generation;
    m_query = query;
    m_format = std::move(format);
    m_entries.clear();
    m_more = true;
    m_loading = false;
    m_refreshing = false;
    m_refreshAgain = false;
    endResetModel();
    Q_EMIT loadingStarted();
    fetchMore({});
}

bool JournalTableModel::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && m_more && !m_loading; }

void JournalTableModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_loading = true;
    workspace::JournalQuery query = m_query;
    query.limit = kPageEntries;
    if (!m_entries.isEmpty())
        query.before = m_entries.last().id;
    whenDone(m_ask(query), this, [this, generation = m_generation](const Result<QList<workspace::JournalEntry>>& older) {
        if (generation != m_generation)
            return;
        m_loading = false;
        if (!older) {
            m_more = false; // until it is asked anew: a view would otherwise ask without end
            Q_EMIT loadFailed(older.error());
            return;
        }
        append(*older, kPageEntries);
        if (std::exchange(m_refreshAgain, false))
            refresh();
    });
}

void JournalTableModel::append(const QList<workspace::JournalEntry>& older, int limit)
{
    m_more = older.size() == limit;
    if (!older.isEmpty()) {
        beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + older.size()) - 1);
        m_entries += older;
        endInsertRows();
    }
    Q_EMIT loadingFinished();
}

void JournalTableModel::refresh()
{
    if (m_refreshing || m_loading) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    workspace::JournalQuery query = m_query;
    query.limit = std::max(kPageEntries, int(m_entries.size()));
    whenDone(m_ask(query), this, [this, limit = query.limit, generation = m_generation](const Result<QList<workspace::JournalEntry>>& newest) {
        if (generation != m_generation)
            return;
        m_refreshing = false;
        if (newest)
            renew(*newest, limit);
        else
            Q_EMIT loadFailed(newest.error());
        if (std::exchange(m_refreshAgain, false))
            refresh();
    });
}

void JournalTableModel::renew(const QList<workspace::JournalEntry>& newest, int limit)
{
    // Entries are only ever added: what is not known yet stands before the first that is.
    const qint64 known = m_entries.isEmpty() ? 0 : m_entries.first().id;
    const auto fresh = std::ranges::find_if(newest, [&](const workspace::JournalEntry& entry) { return entry.id <= known; }) - newest.begin();
    if (fresh == limit) { // so many that those between are not known: a sync has written meanwhile
        beginResetModel();
        m_entries = newest;
        m_more = true;
        endResetModel();
    } else if (fresh > 0) {
        beginInsertRows({}, 0, int(fresh) - 1);
        m_entries = newest.mid(0, fresh) + m_entries;
        endInsertRows();
    }
    for (qsizetype row = fresh; row < std::min(newest.size(), m_entries.size()); ++row) {
        if (m_entries.at(row) == newest.at(row) || m_entries.at(row).id != newest.at(row).id)
            continue;
        m_entries[row] = newest.at(row);
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    }
    Q_EMIT loadingFinished();
}

const workspace::JournalEntry* JournalTableModel::entryAt(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries.at(row) : nullptr;
}

int JournalTableModel::rowOf(qint64 entry) const
{
    const auto found = std::ranges::find(m_entries, entry, &workspace::JournalEntry::id);
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int JournalTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_entries.size()); }
int JournalTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant JournalTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Changes)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Action: return tr("What was done");
    case When: return tr("When");
    case Author: return tr("Who");
    case From: return tr("From where");
    case Changes: return tr("Changes");
    case State: return tr("State");
    case ColumnCount: break;
    }
    return {};
}

QVariant JournalTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const workspace::JournalEntry& entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return cell(entry, Column(index.column()), role == Qt::ToolTipRole);
    case Qt::TextAlignmentRole:
        return index.column() == Changes ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case LoadedRole: return true;
    case IdRole: return entry.id;
    default: return {};
    }
}

QString JournalTableModel::cell(const workspace::JournalEntry& entry, Column column, bool full) const
{
    switch (column) {
    case Action: return actionWord(entry, m_format);
    case When: return full ? m_format.fullInstant(entry.atUtc) : m_format.instant(entry.atUtc);
    case Author: return entry.author;
    case From: return originWord(entry.origin);
    case Changes: return m_format.count(entry.changes + entry.arrivals);
    case State: return entry.undone ? tr("Undone") : QString();
    case ColumnCount: break;
    }
    return {};
}

} // namespace lyceum::ui

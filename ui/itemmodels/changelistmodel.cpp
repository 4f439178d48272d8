// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/changelistmodel.h"

#include "words/journalwords.h"

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

using Operation = workspace::JournalChange::Operation;

constexpr qsizetype kMostOfAValue = 160; ///< characters of a value that stand in one line; the tool tip has it whole

bool isBlank(const workspace::Scalar& value)
{
    const auto* text = std::get_if<QString>(&value);
    return std::holds_alternative<std::monostate>(value) || (text && text->isEmpty());
}

QString inOneLine(const QString& text)
{
    const QString line = text.left(4 * kMostOfAValue).simplified();
    return line.size() > kMostOfAValue ? line.left(kMostOfAValue) + u'…' : line;
}

} // namespace

ChangeListModel::ChangeListModel(Below below, Format format, QObject* parent)
    : QAbstractListModel(parent)
    , m_below(below)
    , m_format(std::move(format))
{
}

void ChangeListModel::setChanges(
    const QList<workspace::JournalChange>& changes, const QList<workspace::JournalEntry>& entries, Format format)
{
    beginResetModel();
    m_format = std::move(format);
    m_changes.clear();
    for (const workspace::JournalChange& change : changes) {
        if (change.operation == Operation::Update || !isBlank(change.before) || !isBlank(change.after))
            m_changes.append(change);
    }
    m_entries.clear();
    for (const workspace::JournalEntry& entry : entries)
        m_entries.insert(entry.id, entry);
    endResetModel();
}

void ChangeListModel::setNames(const RowNames& names)
{
    m_names = names;
    if (!m_changes.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_changes.size()) - 1));
}

int ChangeListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_changes.size()); }

QVariant ChangeListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const workspace::JournalChange& change = m_changes.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return sentence(change, /*whole=*/false);
    case Qt::ToolTipRole: return sentence(change, /*whole=*/true);
    case Qt::AccessibleTextRole: {
        const QString below = detail(change);
        return below.isEmpty() ? sentence(change, /*whole=*/false) : u"%1, %2"_s.arg(sentence(change, /*whole=*/false), below);
    }
    case DetailRole: return detail(change);
    case EntryRole: return change.entry;
    case RowRole: return change.row;
    case EntityRole: return int(change.entity);
    default: return {};
    }
}

QString ChangeListModel::sentence(const workspace::JournalChange& change, bool whole) const
{
    const QString field = fieldWord(change.entity, change.field);
    if (change.erased)
        return tr("%1: erased", "a field whose values are gone").arg(field);
    const auto word = [&](const workspace::Scalar& value) {
        const QString text = valueWord(change.entity, change.field, value, m_format, m_names);
        return whole ? text : inOneLine(text);
    };
    const bool came = isBlank(change.before);
    const bool went = isBlank(change.after);
    if (isSetField(change.entity, change.field) && came != went)
        return came ? tr("%1: %2 added", "set, its element").arg(field, word(change.after))
                    : tr("%1: %2 removed", "set, its element").arg(field, word(change.before));
    if (came)
        return tr("%1: %2", "field, its value").arg(field, word(change.after));
    if (went)
        return tr("%1: empty, was %2", "field, its former value").arg(field, word(change.before));
    return tr("%1: %2 → %3", "field, before, after").arg(field, word(change.before), word(change.after));
}

QString ChangeListModel::detail(const workspace::JournalChange& change) const
{
    if (m_below == Below::Row) {
        const QString name = m_names.of(change.entity, change.row);
        switch (change.operation) {
        case Operation::Insert: return tr("%1, new", "a row that was made").arg(name);
        case Operation::Delete: return tr("%1, removed", "a row that was removed").arg(name);
        case Operation::Update: return name;
        }
        return name;
    }
    const auto entry = m_entries.constFind(change.entry);
    if (entry == m_entries.constEnd())
        return {};
    //: when, by whom, what it was part of
    return tr("%1, %2: %3").arg(m_format.instant(entry->atUtc), entry->author, actionWord(*entry, m_format));
}

} // namespace lyceum::ui

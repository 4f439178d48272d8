// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/fieldwords.h"
#include "words/format.h"
#include "workspace/workspace.h"

#include <QAbstractListModel>
#include <QHash>

namespace lyceum::ui {

/// Changes field by field, in words: "Name: Ada → Ada King", and below it whose field it is, or who changed it when and why.
class ChangeListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole, ///< the second line; may be empty
        EntryRole, ///< qint64: the journal entry
        RowRole, ///< qint64: the row that was changed
        EntityRole, ///< int
    };

    /// What the second line says.
    enum class Below { Row, Entry };

    ChangeListModel(Below below, Format format, QObject* parent = nullptr);

    /// Fields that came or went empty with their row are left out. `entries` are those the changes belong to, as far as the second line
    /// needs them.
    void setChanges(const QList<workspace::JournalChange>& changes, const QList<workspace::JournalEntry>& entries, Format format);
    void setNames(const RowNames& names); ///< once they are looked up

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString sentence(const workspace::JournalChange& change, bool whole) const;
    [[nodiscard]] QString detail(const workspace::JournalChange& change) const;

    Below m_below;
    Format m_format;
    RowNames m_names;
    QList<workspace::JournalChange> m_changes;
    QHash<qint64, workspace::JournalEntry> m_entries;
};

} // namespace lyceum::ui

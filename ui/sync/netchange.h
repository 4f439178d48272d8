// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/fieldwords.h"
#include "workspace/workspace.h"

namespace lyceum::ui {

/// What became of one field, whatever happened in between.
struct NetChange {
    QByteArray field;
    workspace::Scalar before;
    workspace::Scalar after;
    // Of a set, instead:
    QList<workspace::Scalar> added;
    QList<workspace::Scalar> dropped;

    friend bool operator==(const NetChange&, const NetChange&) = default;
};

/**
 * What of an item waits, field by field, in the order of its fields.
 *
 * @param history  of the item's row, newest first, as Workspace::historyOf answers it; older than the item's first entry is passed over
 */
[[nodiscard]] QList<NetChange> netChanges(const workspace::OutboxItem& item, const QList<workspace::JournalChange>& history);

[[nodiscard]] QString wordsBefore(workspace::Entity entity, const NetChange& change, const Format& format, const RowNames& names); ///< "Ann"; what a set lost
[[nodiscard]] QString wordsAfter(workspace::Entity entity, const NetChange& change, const Format& format, const RowNames& names);

} // namespace lyceum::ui

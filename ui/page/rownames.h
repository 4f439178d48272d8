// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/fieldwords.h"
#include "workspace/workspace.h"

#include <QHash>
#include <QSet>

#include <functional>

class QObject;

namespace lyceum::ui {

/// Rows by kind.
using RowsByKind = QHash<workspace::Entity, QSet<qint64>>;

/// The rows that changes are about, and those their values refer to.
[[nodiscard]] RowsByKind rowsNamedIn(const QList<workspace::JournalChange>& changes);

/// Looks up what members, posts, labels, newsletters, tiers, offers and tags are called and hands that to `then` on the receiver's thread; other
/// kinds have no name. Rows that are gone, or cannot be read, stay without one. Up to kNamedRows of a kind.
void lookUpNames(workspace::Workspace& workspace, const RowsByKind& rows, QObject* receiver, std::function<void(const RowNames&)> then);

inline constexpr qsizetype kNamedRows = 300;

} // namespace lyceum::ui

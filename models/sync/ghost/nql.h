// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Pieces of Ghost's filter language (NQL).
namespace lyceum::sync::ghost {

/// `'text'`, escaped.
[[nodiscard]] QString quoted(const QString& text);

/// `'YYYY-MM-DD HH:MM:SS'` in UTC. The ISO form would be compared as text by SQLite and lose the rest of that day.
[[nodiscard]] QString quotedTime(qint64 utc);

/// `id:['a','b']`
[[nodiscard]] QString anyOfIds(const QStringList& ids);

/// All that are not empty, joined by "and".
[[nodiscard]] QString allOf(QStringList parts);

/// Whether it has the form of a Ghost id: 24 hexadecimal digits.
[[nodiscard]] bool isId(const QString& text);

} // namespace lyceum::sync::ghost

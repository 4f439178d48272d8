// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

struct sqlite3;

namespace lyceum::storage {

/// Makes the FTS5 tokenizer "lyceum" known to a connection. It emits every Han, kana and hangul character as a token of its own
/// and case-folded words for everything else, so that Chinese of one or two characters is found.
[[nodiscard]] bool registerTokenizer(sqlite3* handle);

/// What a person typed as an FTS5 query: words must all occur, the last one as a prefix, a run of Han characters as a phrase.
/// Empty when there is nothing to search for.
[[nodiscard]] QByteArray matchExpression(const QString& typed);

} // namespace lyceum::storage

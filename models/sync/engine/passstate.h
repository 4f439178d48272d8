// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/hostedstore.h"

#include <optional>

namespace lyceum::sync {

/// How thorough a pass is. Each finds all that the ones before it find.
enum class Depth {
    Changes, ///< what the store tells has changed, and what its counts give away
    Sweep, ///< and ids that have gone, and the counts of every comment
    Reread, ///< and every member and post
    Everything, ///< and every reaction and event
};

/**
 * How far a pass has come. Kept in the workspace under "pass" and written with every page, so that whoever comes next goes on there.
 */
struct PassState {
    Depth depth = Depth::Changes;
    qint64 startedAtUtc = 0; ///< the store's time; becomes the next pass's `sinceUtc`
    qint64 sinceUtc = 0;
    QString step; ///< the one being done; those before it are done
    std::optional<Walk::Extent> walk; ///< within the step: the walk being done
    bool walked = false; ///< ... which has come to its end
    QString cursor; ///< ... else goes on here
    qint64 rows = 0; ///< pulled by it so far
    std::optional<qint64> total; ///< of its rows, as the store said at its beginning
    qint64 kept = 0; ///< events of known members
    qint64 skipped = 0; ///< events of members nobody knows

    [[nodiscard]] QString toText() const;
    /// Nullopt for what this version cannot read: the pass then begins anew, which costs time and nothing else.
    [[nodiscard]] static std::optional<PassState> fromText(const QString& text);
    friend bool operator==(const PassState&, const PassState&) = default;
};

} // namespace lyceum::sync

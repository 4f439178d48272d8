// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/privacyreleases.h"

#include "storage/rows.h"

namespace lyceum::storage {
Result<QList<PrivacyRelease>> privacyReleases(Connection& connection)
{
    return recordsWhere<PrivacyRelease>(connection, "ORDER BY id");
}

Result<std::optional<PrivacyRelease>> privacyReleaseOf(Connection& connection, const QString& question)
{
    auto found = recordsWhere<PrivacyRelease>(connection, "WHERE question = ?", {question});
    if (!found)
        return tl::unexpected(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->takeFirst());
}

} // namespace lyceum::storage

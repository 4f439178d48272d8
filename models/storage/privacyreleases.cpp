// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/privacyreleases.h"

#include "storage/rows.h"

namespace lyceum::storage {
namespace {

Result<QList<PrivacyRelease>> releasesWhere(Connection& connection, const QByteArray& rest, const QList<Scalar>& parameters)
{
    const EntitySpec& spec = specOf(Entity::PrivacyRelease);
    QList<PrivacyRelease> releases;
    auto read = eachRow(connection, "SELECT id, " + spec.columns.join(", ") + " FROM " + spec.table + rest, parameters,
        [&](const Statement& row) { releases.append(recordFrom<PrivacyRelease>(row)); });
    if (!read)
        return tl::unexpected(read.error());
    return releases;
}

} // namespace

Result<QList<PrivacyRelease>> privacyReleases(Connection& connection)
{
    return releasesWhere(connection, " ORDER BY id", {});
}

Result<std::optional<PrivacyRelease>> privacyReleaseOf(Connection& connection, const QString& question)
{
    auto found = releasesWhere(connection, " WHERE question = ?", {question});
    if (!found)
        return tl::unexpected(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->takeFirst());
}

} // namespace lyceum::storage

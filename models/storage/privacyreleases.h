// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/privacyrelease.h"
#include "storage/connection.h"

#include <QList>

#include <optional>

namespace lyceum::storage {

/// The ledger of the privacy budget: every release, oldest first.
[[nodiscard]] Result<QList<PrivacyRelease>> privacyReleases(Connection& connection);
/// The one that answered this question; nothing when it was never asked. Ask inside the commit that would release it.
[[nodiscard]] Result<std::optional<PrivacyRelease>> privacyReleaseOf(Connection& connection, const QString& question);

} // namespace lyceum::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

namespace lyceum::storage {

/// Brings a file from `fromSchema` to WorkspaceFile::kSchema, all steps and the version number in one transaction.
/// 0 is an empty file.
[[nodiscard]] Result<void> migrate(Connection& connection, int fromSchema);

/// Copies the file to "<path>.schema<N>.backup" (VACUUM INTO, replaced if it is there from an interrupted attempt), then migrates.
[[nodiscard]] Result<void> migrateWithCopy(Connection& connection, const QString& path, int fromSchema);

} // namespace lyceum::storage

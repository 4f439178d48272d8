// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "storage/connection.h"
#include "storage/entity.h"

#include <QJsonValue>

namespace lyceum::cli {

// Kinds of rows and their values, as the journal, the outbox and conflicts name them.

[[nodiscard]] QString entityName(storage::Entity entity); ///< "member"
/// What --entity says; nothing when it was not given. Usage otherwise.
[[nodiscard]] Result<std::optional<storage::Entity>> entityGiven(const Arguments& arguments);
/// What --id says, which needs --entity; nothing when it was not given. Usage otherwise.
[[nodiscard]] Result<std::optional<qint64>> rowGiven(const Arguments& arguments);

[[nodiscard]] QJsonValue jsonScalar(const storage::Scalar& value);
[[nodiscard]] QString textScalar(const storage::Scalar& value); ///< a dash for null

} // namespace lyceum::cli

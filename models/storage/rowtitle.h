// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/entity.h"

namespace lyceum::storage {

/// By what a person knows a row: an e-mail, a name, a title, the first words of a comment; from its values in the order of
/// EntitySpec::columns. Empty without values, and for kinds that have nothing of the sort.
[[nodiscard]] QString rowTitle(Entity entity, const QList<Scalar>& values);

} // namespace lyceum::storage

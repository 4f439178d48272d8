// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lyceum::workspace {

/// Who sits here, as the system calls them: the author of what is changed. "creator" where the system does not say.
[[nodiscard]] QString personName();

} // namespace lyceum::workspace

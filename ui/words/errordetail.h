// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lyceum::ui {

/**
 * What `models` says in plain English about bad input, in the program's language: where it is ("row 12, column email") and what is wrong
 * with it ("the filter is empty"). Anything else is returned as it is: a path, an address, a sentence that was translated already.
 */
[[nodiscard]] QString errorDetail(const QString& english);

/// Whether there is a translation for it: tests hold what `models` says against this.
[[nodiscard]] bool isKnownErrorDetail(const QString& english);

} // namespace lyceum::ui

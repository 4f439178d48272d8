// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace lyceum::ui {

/// What a person reads of an error, in the program's language: what happened, and what is safe or what to do. Plain text.
struct ErrorText {
    QString what; ///< one sentence
    QString advice; ///< one or two sentences; never empty
};

[[nodiscard]] ErrorText describe(const Error& error);

/// Both in one line, for the command line and status bars.
[[nodiscard]] QString sentence(const Error& error);

} // namespace lyceum::ui

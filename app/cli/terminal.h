// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "security/secret.h"

#include <QString>

namespace lyceum::cli {

/// Whether a person sits at standard input and standard error.
[[nodiscard]] bool isInteractive();

/// The next line of standard input, without its end. On a terminal the prompt is shown and what is typed is not.
/// BadInput (the subject is "stdin") when there is no further line, or an empty one, or one of more than 64 KiB.
[[nodiscard]] Result<security::Secret> readSecretLine(const QString& prompt);

} // namespace lyceum::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace lyceum::cli {

/// Whose `tr()` every sentence of the command line goes through.
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace lyceum::cli

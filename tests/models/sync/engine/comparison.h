// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "site.h"
#include "storage/connection.h"

namespace lyceum::test {

struct Expectation {
    bool reactions = true; ///< false: counts and reactions are left out, which nothing but reading every comment can bring up to date
};

/// Reads the workspace's tables and says, one sentence a finding, where they do not hold what the site has and had. Written against
/// the schema and the site alone; knows nothing of the engine.
[[nodiscard]] QStringList differences(storage::Connection& workspace, const Site& site, const Expectation& expectation = {});

/// What is wrong with the workspace itself: journal, roll-ups, foreign keys.
[[nodiscard]] QStringList faultsOf(storage::Connection& workspace);

[[nodiscard]] qint64 numberOf(storage::Connection& workspace, const char* sql); ///< -1 on error

} // namespace lyceum::test

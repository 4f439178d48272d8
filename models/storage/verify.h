// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace lyceum::storage {

/// What one check found. The numbers are stable names for scripts; see nameOf().
struct Finding {
    enum class Check {
        Integrity, ///< SQLite's own integrity_check
        ForeignKeys,
        Search, ///< the full-text indexes hold what the rows say
        Rollups, ///< daily roll-ups equal the events
        Sequences, ///< no id was given beyond what the sequence remembers
        Journal, ///< the hash chain
    };

    Check check = Check::Integrity;
    bool ok = false;
    bool skipped = false; ///< could not be looked at: the file is read-only
    QStringList details; ///< plain English, for the log and the command line; at most kMaxDetails

    static constexpr qsizetype kMaxDetails = 100;
    friend bool operator==(const Finding&, const Finding&) = default;
};

[[nodiscard]] QString nameOf(Finding::Check check); ///< "integrity", "foreign-keys", "search", "rollups", "sequences", "journal"

/**
 * Looks at everything; reads the whole file. Every check is answered, in the order of the enumeration, even where SQLite finds damage:
 * what cannot be read is a finding, not an error. Changes nothing (the search check runs in a transaction that is rolled back).
 *
 * `progress` is called before each check; answering false cancels (Error::Kind::Cancelled).
 */
[[nodiscard]] Result<QList<Finding>> verifyWorkspace(Connection& connection, const std::function<bool(Finding::Check)>& progress = {});
[[nodiscard]] bool allWell(const QList<Finding>& findings); ///< nothing wrong; what was skipped does not count

} // namespace lyceum::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/workspacefile.h"

/// A small workspace that was in sync with a site, and what happened on both sides since.
class PendingWorkspace {
public:
    static constexpr qint64 kNow = 1'790'000'000; // 2026-09-21

    // Rows, by what waits of them.
    static constexpr lyceum::MemberId kRenamed {1}; ///< named and labelled here
    static constexpr lyceum::MemberId kRefused {2}; ///< the site says why
    static constexpr lyceum::MemberId kTorn {3}; ///< name and note changed on both sides
    static constexpr lyceum::MemberId kGone {4}; ///< changed here, deleted there
    static constexpr lyceum::MemberId kMade {5}; ///< made here
    static constexpr lyceum::MemberId kLocal {6}; ///< what the site cannot hold
    static constexpr lyceum::MemberId kQuiet {7}; ///< nothing waits
    static constexpr lyceum::TierId kFree {1};
    static constexpr lyceum::TierId kGold {2};

    static constexpr char16_t kReason[] = u"Member already exists";

    /// Writes it to `path`. With `more` members beyond, each renamed here.
    [[nodiscard]] static lyceum::Result<void> make(const QString& path, const lyceum::Clock& clock, qint64 more = 0);
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

/**
 * A file system for SQLite in which the n-th call that writes, syncs, resizes or locks fails. While it lives it is the default one,
 * so that the code under test needs to know nothing of it.
 */
class FaultyVfs {
public:
    FaultyVfs();
    ~FaultyVfs();
    FaultyVfs(const FaultyVfs&) = delete;
    FaultyVfs& operator=(const FaultyVfs&) = delete;

    /// The call after `calls` more answers `code`; afterwards all do (`forGood`) or all work again.
    void failAfter(int calls, int code, bool forGood);
    /// No more failures. Answers whether one has happened.
    bool heal();

private:
    sqlite3_vfs m_vfs;
};

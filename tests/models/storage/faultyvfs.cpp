// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyvfs.h"

#include <new>

namespace {

// SQLite's interface is one of plain functions; there is one such file system at a time.
struct Plan {
    int callsLeft = -1; ///< below zero: nothing fails
    int code = SQLITE_OK;
    bool forGood = false;
    bool happened = false;
} plan;

sqlite3_vfs* real = nullptr;

struct File {
    sqlite3_file base;
    sqlite3_file* inner; ///< follows in the same memory
};

sqlite3_file* inner(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file)->inner;
}

/// SQLITE_OK, or what this call shall fail with.
int fate()
{
    if (plan.callsLeft < 0)
        return SQLITE_OK;
    if (plan.callsLeft > 0) {
        --plan.callsLeft;
        return SQLITE_OK;
    }
    plan.happened = true;
    if (!plan.forGood)
        plan.callsLeft = -1;
    return plan.code;
}

int faultyClose(sqlite3_file* file) { return inner(file)->pMethods->xClose(inner(file)); }
int faultyRead(sqlite3_file* file, void* to, int size, sqlite3_int64 at) { return inner(file)->pMethods->xRead(inner(file), to, size, at); }
int faultyWrite(sqlite3_file* file, const void* from, int size, sqlite3_int64 at)
{
    const int failed = fate();
    return failed ? failed : inner(file)->pMethods->xWrite(inner(file), from, size, at);
}
int faultyTruncate(sqlite3_file* file, sqlite3_int64 size)
{
    const int failed = fate();
    return failed ? failed : inner(file)->pMethods->xTruncate(inner(file), size);
}
int faultySync(sqlite3_file* file, int flags)
{
    const int failed = fate();
    return failed ? failed : inner(file)->pMethods->xSync(inner(file), flags);
}
int faultySize(sqlite3_file* file, sqlite3_int64* size) { return inner(file)->pMethods->xFileSize(inner(file), size); }
int faultyLock(sqlite3_file* file, int level) { return inner(file)->pMethods->xLock(inner(file), level); }
int faultyUnlock(sqlite3_file* file, int level) { return inner(file)->pMethods->xUnlock(inner(file), level); }
int faultyReserved(sqlite3_file* file, int* held) { return inner(file)->pMethods->xCheckReservedLock(inner(file), held); }
int faultyControl(sqlite3_file* file, int what, void* argument) { return inner(file)->pMethods->xFileControl(inner(file), what, argument); }
int faultySector(sqlite3_file* file) { return inner(file)->pMethods->xSectorSize(inner(file)); }
int faultyTraits(sqlite3_file* file) { return inner(file)->pMethods->xDeviceCharacteristics(inner(file)); }
int faultyShmMap(sqlite3_file* file, int page, int size, int extend, void volatile** at)
{
    const int failed = fate();
    return failed ? failed : inner(file)->pMethods->xShmMap(inner(file), page, size, extend, at);
}
int faultyShmLock(sqlite3_file* file, int offset, int n, int flags) { return inner(file)->pMethods->xShmLock(inner(file), offset, n, flags); }
void faultyShmBarrier(sqlite3_file* file) { inner(file)->pMethods->xShmBarrier(inner(file)); }
int faultyShmUnmap(sqlite3_file* file, int remove) { return inner(file)->pMethods->xShmUnmap(inner(file), remove); }

const sqlite3_io_methods kMethods {2, faultyClose, faultyRead, faultyWrite, faultyTruncate, faultySync, faultySize, faultyLock, faultyUnlock,
    faultyReserved, faultyControl, faultySector, faultyTraits, faultyShmMap, faultyShmLock, faultyShmBarrier, faultyShmUnmap, nullptr, nullptr};

int faultyOpen(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* opened = new (file) File {{nullptr}, reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File))};
    if (flags & SQLITE_OPEN_CREATE) {
        if (const int failed = fate())
            return failed;
    }
    const int rc = real->xOpen(real, name, opened->inner, flags, outFlags);
    if (opened->inner->pMethods)
        opened->base.pMethods = &kMethods;
    return rc;
}

int faultyDelete(sqlite3_vfs*, const char* name, int syncFolder)
{
    const int failed = fate();
    return failed ? failed : real->xDelete(real, name, syncFolder);
}

} // namespace

FaultyVfs::FaultyVfs()
{
    real = sqlite3_vfs_find(nullptr);
    m_vfs = *real; // what is not replaced below asks for no state of its own
    m_vfs.pNext = nullptr;
    m_vfs.zName = "faulty";
    m_vfs.szOsFile = int(sizeof(File)) + real->szOsFile;
    m_vfs.xOpen = faultyOpen;
    m_vfs.xDelete = faultyDelete;
    plan = {};
    sqlite3_vfs_register(&m_vfs, /*makeDflt=*/1);
}

FaultyVfs::~FaultyVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(real, /*makeDflt=*/1);
}

void FaultyVfs::failAfter(int calls, int code, bool forGood)
{
    plan = {calls, code, forGood, false};
}

bool FaultyVfs::heal()
{
    const bool happened = plan.happened;
    plan = {};
    return happened;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "sample/samplestore.h"
#include "storage/workspacefile.h"
#include "sync/engine/syncreport.h"

#include <QTemporaryDir>

namespace lyceum::bench {

/// A new, empty workspace that a sample may be synced into.
[[nodiscard]] Result<std::unique_ptr<storage::WorkspaceFile>> makeEmpty(const QString& path, const Clock& clock);

/// Brings everything a store has into a workspace, as a first sync does.
[[nodiscard]] Result<sync::SyncReport> syncAll(sync::HostedStore& store, storage::WorkspaceFile& file, const Clock& clock);

/// A copy that may be changed; gone with the object.
class ScratchCopy {
public:
    explicit ScratchCopy(const QString& path);
    [[nodiscard]] bool isValid() const { return m_valid; }
    [[nodiscard]] QString path() const { return m_dir.filePath(QStringLiteral("copy.lyceum")); }

private:
    QTemporaryDir m_dir;
    bool m_valid = false;
};

} // namespace lyceum::bench

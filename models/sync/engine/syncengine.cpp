// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/syncengine.h"

#include "sync/engine/syncrun.h"

namespace lyceum::sync {

SyncEngine::SyncEngine(HostedStore& store, storage::WorkspaceFile& workspace, const Clock& clock, Options options)
    : m_store(store)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_options(options)
{
}

SyncEngine::~SyncEngine() = default;

Result<SyncReport> SyncEngine::run(Extent extent, CancelToken& cancel, const OnProgress& progress)
{
    m_report = {};
    const CancelToken::Hook hook(cancel, [this] { m_store.cancel(); });
    Run run(*this, cancel, progress);
    if (auto done = run.all(extent); !done)
        return tl::unexpected(done.error());
    return m_report;
}

const SyncReport& SyncEngine::report() const
{
    return m_report;
}

} // namespace lyceum::sync

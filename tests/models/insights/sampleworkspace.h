// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paidstory.h"
#include "sample/samplestore.h"
#include "storage/workspacefile.h"
#include "sync/engine/syncengine.h"

#include <QTemporaryDir>

namespace lyceum::insights::test {

/// A workspace filled from the sample community by the engine, days cut in Shanghai.
class SampleWorkspace {
public:
    static constexpr auto kZone = "Asia/Shanghai";

    [[nodiscard]] static sample::SampleOptions optionsUntil(qint64 endUtc, int members)
    {
        sample::SampleOptions options;
        options.members = members;
        options.endUtc = endUtc;
        options.posts = 12;
        options.comments = 60;
        options.eventsPerMember = 8;
        return options;
    }
    SampleWorkspace(qint64 endUtc, int members)
        : m_options(optionsUntil(endUtc, members))
        , m_store(m_options)
        , m_clock(endUtc)
    {
        auto made = storage::WorkspaceFile::create(m_dir.filePath(u"s.lyceum"_s), {u"Sample"_s, kZone, /*sample=*/true}, m_clock);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        m_file = *std::move(made);
        sync::SyncOptions how;
        how.origin = storage::Origin::Sample;
        sync::SyncEngine engine(m_store, *m_file, m_clock, how);
        sync::CancelToken never;
        if (const auto done = engine.run(sync::SyncEngine::Extent::Everything, never); !done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    [[nodiscard]] const sample::SampleOptions& options() const { return m_options; }
    [[nodiscard]] sample::SampleStore& store() { return m_store; }
    [[nodiscard]] storage::Connection& connection() { return m_file->connection(); }

private:
    QTemporaryDir m_dir;
    sample::SampleOptions m_options;
    sample::SampleStore m_store;
    FixedClock m_clock;
    std::unique_ptr<storage::WorkspaceFile> m_file;
};

} // namespace lyceum::insights::test

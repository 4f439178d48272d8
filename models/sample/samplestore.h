// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/person.h"
#include "sync/engine/hostedstore.h"

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace lyceum::sample {

class SampleCommunity;

/**
 * The sample community as a hosted store: a workspace of sample data is filled by the engine that also fills a real one.
 *
 * Made up entirely from SampleOptions, with no clock, locale, file or network: two stores of equal options answer equally, on any platform.
 * The community never changes, so nothing is ever new since an earlier walk. Walks go by a row's place, events by member: nothing
 * is missed or repeated at any page size. Memory: 24 bytes a member, about 50 a comment; events are made page by page.
 *
 * The first call that asks for rows makes the community up (some 20 µs a member, on the calling thread). cancel() is for good: every
 * later call answers Error::Kind::Cancelled.
 */
class SampleStore final : public sync::HostedStore {
public:
    /// @param pageRows  rows of a page, at least one; a page of events may be longer by the events of one member
    explicit SampleStore(SampleOptions options, int pageRows = 1000);
    ~SampleStore() override;

    [[nodiscard]] Result<sync::StoreInfo> identify() override;
    [[nodiscard]] Result<sync::WalkPage> pull(const sync::Walk& walk, const QString& cursor) override;
    [[nodiscard]] Result<sync::Hints> hintsSince(qint64 sinceUtc) override;
    [[nodiscard]] Result<sync::Totals> totals() override;
    [[nodiscard]] Result<qint64> eventTotal(EventKind kind) override;
    [[nodiscard]] QList<EventKind> eventKinds() const override;
    [[nodiscard]] Result<IdPage> ids(sync::Kind kind, const QString& cursor) override;
    [[nodiscard]] Result<bool> exists(sync::Kind kind, const QString& remoteId) override;
    [[nodiscard]] sync::Traffic traffic() const override { return {m_requests, 0}; }
    void cancel() override { m_cancelled = true; }

    /// The community itself, for tests that want to know the truth behind the rows.
    const SampleCommunity& community();

private:
    [[nodiscard]] Result<void> begin(); ///< counts the request; an error once cancelled
    [[nodiscard]] int rowsOf(sync::Kind kind);
    [[nodiscard]] QString idOf(sync::Kind kind, int index);
    [[nodiscard]] std::optional<int> indexOf(sync::Kind kind, const QString& remoteId);
    [[nodiscard]] bool isSince(sync::Kind kind, int index, qint64 sinceUtc);
    void append(sync::Batch& batch, sync::Kind kind, int index);
    void bringAlong(sync::Batch& batch);
    [[nodiscard]] Result<sync::WalkPage> pullRows(const sync::Walk& walk, int from);
    [[nodiscard]] Result<sync::WalkPage> pullNamed(const sync::Walk& walk);
    [[nodiscard]] Result<sync::WalkPage> pullEvents(const sync::Walk& walk, int fromMember);
    [[nodiscard]] qint64 countEvents(std::optional<EventKind> kind);

    SampleOptions m_options;
    int m_pageRows;
    std::unique_ptr<SampleCommunity> m_community;
    std::vector<qint64> m_eventTotals; ///< by number of the kind; empty until asked for
    qint64 m_requests = 0;
    std::atomic<bool> m_cancelled = false;
};

} // namespace lyceum::sample

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/applier.h"
#include "sync/engine/commitlane.h"
#include "sync/engine/passstate.h"
#include "sync/engine/syncengine.h"

#include <chrono>
#include <type_traits>

namespace lyceum::sync {

/**
 * Asks the store, and brings what it answers into the workspace page by page: while the lane commits one page the store is already
 * asked for the next. Keeps the books of a run: what came, what it did, what it cost.
 *
 * Used on the thread of the run. Everything it borrows outlives it.
 */
class Puller {
public:
    struct Parts {
        HostedStore& store;
        storage::WorkspaceFile& workspace;
        CommitLane& lane;
        CancelToken& cancel;
        SyncReport& report;
        PassState& pass;
        storage::Origin origin;
        std::function<qint64()> nowUtc; ///< by the store's clock
        std::function<void(Kind kind, qint64 rows, std::optional<qint64> total)> onPage;
    };
    explicit Puller(Parts parts)
        : m(std::move(parts))
    {
    }

    /// What the store can be told: decides what of a row made here is kept when the store's comes in.
    void setWritable(const Writable& writable) { m_writable = writable; }
    [[nodiscard]] const Writable& writable() const { return m_writable; }

    /// One question to the store: `question(store)`. Its traffic is entered under `kind`, or only in the total.
    template <class Question>
    auto ask(std::optional<Kind> kind, Question question) -> std::invoke_result_t<Question, HostedStore&>
    {
        if (m.cancel.isCancelled())
            return failure(Error::Kind::Cancelled);
        const Traffic before = m.store.traffic();
        auto answer = question(m.store);
        const Traffic after = m.store.traffic();
        KindReport& books = kind ? m.report.kinds[*kind] : m.report.total;
        books.requests += after.requests - before.requests;
        books.bytes += after.bytes - before.bytes;
        return answer;
    }

    /// One question to the workspace: `question(connection)`, asked after everything handed in before.
    template <class Question>
    auto read(Question question)
    {
        return m.lane.run([this, question = std::move(question)] { return question(m.workspace.connection()); });
    }

    /// One commit of its own: rows through the applier, marks through the change set.
    using Fill = std::function<Result<void>(Applier&, storage::ChangeSet&)>;
    [[nodiscard]] Result<void> commit(Kind kind, const QString& reason, const Fill& fill);

    struct Walked {
        QSet<QString> ids; ///< of the rows that came in this run; not of events
        bool whole = false; ///< `ids` are those of the whole walk: it was not begun by an earlier run
        std::optional<qint64> total; ///< of its rows, as the store said at the beginning
    };
    /// A walk of the pass: every page is committed with the mark where to go on, and an interrupted walk of the same extent in the
    /// same step goes on there. A walk that had come to its end is not begun again.
    [[nodiscard]] Result<Walked> walk(const Walk& walk);
    /// A walk beside the pass, without marks; an interrupted one is begun anew. Answers the ids that came.
    [[nodiscard]] Result<QSet<QString>> walkAside(const Walk& walk);
    /// Rows by name, without marks.
    [[nodiscard]] Result<QSet<QString>> named(Kind kind, const QStringList& ids);
    /// Rows by name, read but not committed, e.g. to be committed together with others.
    [[nodiscard]] Result<Batch> fetchNamed(Kind kind, const QStringList& ids);
    [[nodiscard]] Result<Batch> fetch(const Walk& walk);
    /// Brings in what a batch refers to and is not here.
    [[nodiscard]] Result<void> fetchReferences(Kind kind, const Batch& batch);

private:
    struct PageResult {
        References unknown; ///< when not empty, nothing was committed
        storage::ChangeSummary summary;
        Applied applied;
        std::optional<PassState> pass;
    };
    enum class Marks { Kept, None };

    [[nodiscard]] Result<Walked> pages(const Walk& walk, Marks marks, const QString& from);
    [[nodiscard]] Result<void> settle(Kind kind, const Batch& batch, const std::optional<PassState>& after, std::future<Result<PageResult>> first);
    [[nodiscard]] std::future<Result<PageResult>> startPage(Kind kind, const Batch& batch, const std::optional<PassState>& after);
    [[nodiscard]] Result<PageResult> commitPage(
        Kind kind, const Batch& batch, const QHash<Kind, QSet<QString>>& asked, std::optional<PassState> after, qint64 nowUtc);
    [[nodiscard]] Result<void> resolve(const References& unknown);
    void enter(Kind kind, const storage::ChangeSummary& summary, const Applied& applied);

    Parts m;
    RemoteIndex m_index; ///< the lane's
    Writable m_writable;
    QHash<Kind, QSet<QString>> m_asked; ///< by name in this run: what did not come then is not there
    QSet<Kind> m_listed; ///< catalogues read again because of an unknown reference
};

/// Adds the time its life takes to the books of a kind.
class Stopwatch {
public:
    explicit Stopwatch(double& seconds)
        : m_seconds(seconds)
    {
    }
    ~Stopwatch() { m_seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count(); }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

private:
    double& m_seconds;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

[[nodiscard]] QStringList sorted(const QSet<QString>& ids);

} // namespace lyceum::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/executor.h"
#include "workspace/answercache.h"
#include "workspace/person.h"
#include "workspace/readers.h"
#include "workspace/workspace.h"

#include <QPromise>

namespace lyceum::workspace {

template <class T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// Runs `work` on the executor and delivers what it returns.
template <class Work>
auto runOn(Executor& executor, Work work) -> QFuture<std::invoke_result_t<Work>>
{
    using T = std::invoke_result_t<Work>;
    // Shared, because a std::function must be copyable and a promise is not.
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QFuture<T> future = promise->future();
    executor.run([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

struct Workspace::Private {
    explicit Private(const Clock& theClock)
        : clock(theClock)
    {
    }

    const Clock& clock;
    WorkspaceFacts facts;
    QString path;
    bool readOnly = false;
    AnswerCache cache;
    // The file belongs to the writer thread: it is made, used and destroyed there.
    std::shared_ptr<std::unique_ptr<storage::WorkspaceFile>> file = std::make_shared<std::unique_ptr<storage::WorkspaceFile>>();
    std::unique_ptr<Readers> readers;
    Executor writer {1};

    template <class Work>
    auto ask(Work work) -> QFuture<std::invoke_result_t<Work, storage::Connection&>>
    {
        using T = std::invoke_result_t<Work, storage::Connection&>;
        if (!readers)
            return ready<T>(failure(Error::Kind::WorkspaceMissing));
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        QFuture<T> future = promise->future();
        readers->run([promise, work = std::move(work)](Result<storage::Connection*> connection) mutable {
            promise->addResult(connection ? work(**connection) : T(tl::unexpected(connection.error())));
            promise->finish();
        });
        return future;
    }

    template <class Work>
    auto write(Work work) -> QFuture<std::invoke_result_t<Work, storage::WorkspaceFile&>>
    {
        using T = std::invoke_result_t<Work, storage::WorkspaceFile&>;
        return runOn(writer, [file = file, work = std::move(work)]() mutable -> T {
            if (!*file)
                return failure(Error::Kind::WorkspaceMissing);
            return work(**file);
        });
    }

    /// One commit of the person's, built by `build` with the time it is.
    [[nodiscard]] QFuture<Result<ChangeSummary>> change(
        const QString& reason, std::function<Result<void>(storage::ChangeSet&, qint64 nowUtc)> build)
    {
        return write([reason, build = std::move(build), &clock = clock](storage::WorkspaceFile& opened) -> Result<ChangeSummary> {
            return opened.commit({personName(), storage::Origin::Person, reason},
                [&](storage::ChangeSet& changes) { return build(changes, clock.nowUtc()); });
        });
    }
};

} // namespace lyceum::workspace

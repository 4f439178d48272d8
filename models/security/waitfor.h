// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

namespace lyceum::security {

/**
 * Runs the thread's events until the answer is there.
 *
 * For the main function of a program without a window, and for tests: a window must use `whenDone()`, because a nested loop
 * lets a person start a second action inside the first. Needs a QCoreApplication. Cancelled without result: Error::Cancelled.
 */
template <class T>
[[nodiscard]] Result<T> waitFor(const QFuture<Result<T>>& future)
{
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    if (future.resultCount() == 0)
        return failure(Error::Kind::Cancelled);
    return future.result();
}

} // namespace lyceum::security

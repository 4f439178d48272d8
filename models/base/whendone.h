// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace lyceum {

/// Calls `then(value)` on `receiver`'s thread; never, if the receiver dies or the work is cancelled first.
/// Used instead of QFuture::then(context, ...), which in Qt 6.4 asserts when the context has died.
template <class T, class Function>
void whenDone(QFuture<T> future, QObject* receiver, Function then)
{
    auto* watcher = new QFutureWatcher<T>(receiver); // a child: the delivery dies with the receiver
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            then(watcher->result());
    });
    watcher->setFuture(std::move(future));
}

} // namespace lyceum

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interruption.h"

#include "cli/exitcode.h"

#include <QtGlobal>

#include <atomic>
#include <cstdlib>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <csignal>
#include <pthread.h>

#include <thread>
#endif

namespace lyceum::cli {

#ifdef Q_OS_WIN

struct Interruption::Private {
    static inline std::atomic<sync::CancelToken*> token = nullptr;

    // Windows calls it on a thread of its own, so that cancelling needs no further care.
    static BOOL WINAPI handle(DWORD)
    {
        sync::CancelToken* present = token;
        if (!present || present->isCancelled())
            return FALSE;
        present->cancel();
        return TRUE;
    }
};

Interruption::Interruption(sync::CancelToken& token)
    : d(std::make_unique<Private>())
{
    Private::token = &token;
    SetConsoleCtrlHandler(Private::handle, TRUE);
}

Interruption::~Interruption()
{
    SetConsoleCtrlHandler(Private::handle, FALSE);
    Private::token = nullptr;
}

#else

/// A signal handler may hardly do anything; a thread that waits for the signals may do everything.
struct Interruption::Private {
    explicit Private(sync::CancelToken& cancelled)
        : token(cancelled)
    {
        sigemptyset(&signals);
        sigaddset(&signals, SIGINT);
        sigaddset(&signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals, &before); // threads made from now on inherit it
        waiter = std::thread([this] { wait(); });
    }

    ~Private()
    {
        over = true;
        pthread_kill(waiter.native_handle(), SIGTERM); // only to wake it
        waiter.join();
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
    }

    void wait()
    {
        for (;;) {
            int number = 0;
            if (sigwait(&signals, &number) != 0 || over)
                return;
            if (token.isCancelled())
                std::_Exit(int(ExitCode::Failed));
            token.cancel();
        }
    }

    sync::CancelToken& token;
    sigset_t signals = {};
    sigset_t before = {};
    std::atomic<bool> over = false;
    std::thread waiter;
};

Interruption::Interruption(sync::CancelToken& token)
    : d(std::make_unique<Private>(token))
{
}

Interruption::~Interruption() = default;

#endif

} // namespace lyceum::cli

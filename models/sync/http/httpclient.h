// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "sync/http/retrypolicy.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QString>
#include <QUrl>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

class QEventLoop;
class QNetworkAccessManager;
class QNetworkRequest;

namespace lyceum::sync {

/// One exchange as a person may see it in the sync log: no query, no id, no secret, nothing personal.
struct HttpExchange {
    QByteArray method = {};
    QString path = {}; ///< ids in it are replaced by ":id"
    QString note = {}; ///< HttpRequest::note
    int attempt = 1;
    int status = 0; ///< 0: no answer
    qint64 milliseconds = 0;
    qint64 bytes = 0; ///< of the body, unpacked
};

struct HttpRequest {
    enum class Expect {
        Json, ///< a page for people (HTML) in its place is maintenance, whatever its status, and worth another try
        Csv,
        Anything, ///< hand out whatever comes
    };

    QUrl url = {};
    QString note = {}; ///< for the log: what is asked for, in words that tell nothing about anybody
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    std::function<QByteArray()> authorization = {}; ///< asked before every attempt, because what it returns grows old
    Expect expect = Expect::Json;
    /// Whether a body of status 2xx is all there. False counts as a cut answer, which is worth another try.
    std::function<bool(const QByteArray&)> whole = {};

    // For what is written
    QByteArray body = {};
    QByteArray contentType = {};
    bool repeatable = false; ///< doing it twice is as good as once: then it is retried like a question
};

/// An answer that is no sign of trouble on the way: 2xx and 4xx, but not 429.
struct HttpAnswer {
    int status = 0;
    QByteArray body = {};
    QByteArray contentType = {};
    bool html = false;
    std::optional<qint64> serverTimeUtc = {}; ///< of the `Date` header
};

/**
 * HTTP for a worker thread: calls block it (in a local event loop), never the window's thread.
 *
 * Redirects are not followed, cookies are not kept, gzip is unpacked. The object may be made anywhere, but is used and destroyed
 * on one thread, which must not be the window's; only `cancel()` may be called from any.
 */
class HttpClient {
public:
    using Log = std::function<void(const HttpExchange&)>;

    struct Options {
        int silenceMs = 30'000; ///< longest time without a byte
        int answerMs = 180'000; ///< longest time for one answer, however steadily it drips
        qint64 maxBodyBytes = 128 * 1024 * 1024; ///< unpacked
        RetryPolicy retries = {};
        QByteArray userAgent = "Lyceum";
        Log log = {}; ///< called on the using thread after every attempt
    };

    /// `clock` must outlive the client. `random` spreads the waiting times; a fixed seed makes them repeatable.
    HttpClient(const Clock& clock, Options options, QRandomGenerator random);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// Errors: Offline, Timeout, TlsFailed, Redirected (subject: where to), RateLimited, StoreUnavailable (5xx, maintenance pages,
    /// connections closed without an answer), BadAnswer (cut, too large, not HTTP), Cancelled.
    [[nodiscard]] Result<HttpAnswer> get(const HttpRequest& request) { return get(request, m_options.retries); }
    [[nodiscard]] Result<HttpAnswer> get(const HttpRequest& request, const RetryPolicy& retries);

    enum class Method { Post, Put, Delete };

    /// A request that changes something, sent once and no more, also by Qt, unless it is repeatable; a DELETE always is.
    ///
    /// Errors as of `get`. Of a request that is not repeatable, Offline, TlsFailed, Redirected, RateLimited and every answer say that the
    /// server did not do it, or tell what it did; after Timeout, StoreUnavailable, BadAnswer and Cancelled it may have been done.
    [[nodiscard]] Result<HttpAnswer> send(Method method, const HttpRequest& request);

    /// Sends a request now whose answer the next `get` of the same address will pick up, so that the server works while the caller
    /// does something else. Any other `get` drops it.
    void prefetch(const HttpRequest& request);

    /// Ends the running call and fails all later ones with Error::Kind::Cancelled: a cancelled client stays cancelled, because a
    /// call to cancel that comes between two requests must not be lost.
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

    [[nodiscard]] const RetryPolicy& retries() const { return m_options.retries; }
    [[nodiscard]] qint64 requests() const { return m_requests; } ///< sent, repeated ones included
    [[nodiscard]] qint64 bytes() const { return m_bytes; } ///< received in bodies, unpacked
    /// Server's clock minus ours, seconds, from the last `Date` header; 0 before the first.
    [[nodiscard]] qint64 serverOffset() const { return m_serverOffset; }

private:
    struct Flight;
    struct Landing;

    [[nodiscard]] QNetworkRequest wireOf(const HttpRequest& request);
    std::unique_ptr<Flight> start(const HttpRequest& request);
    std::unique_ptr<Flight> start(Method method, const HttpRequest& request);
    template <class Start>
    Result<HttpAnswer> tryUntil(const HttpRequest& request, const RetryPolicy& retries, Start start);
    Landing land(std::unique_ptr<Flight> flight, const HttpRequest& request, int attempt);
    Landing judge(Flight& flight, const HttpRequest& request);
    bool wait(QEventLoop& loop);
    bool pause(qint64 milliseconds);

    const Clock& m_clock;
    Options m_options;
    QRandomGenerator m_random;
    std::unique_ptr<QNetworkAccessManager> m_network; // made by the first request, on the thread that uses it
    std::unique_ptr<Flight> m_ahead;
    QElapsedTimer m_sinceAnswer;
    qint64 m_requests = 0;
    qint64 m_bytes = 0;
    qint64 m_serverOffset = 0;

    std::atomic<bool> m_cancelled = false;
    std::mutex m_mutex; // guards m_waiting
    QEventLoop* m_waiting = nullptr;
};

} // namespace lyceum::sync

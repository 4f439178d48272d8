// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http/httpclient.h"

#include "base/logging.h"
#include "sync/http/httpdate.h"
#include "sync/http/onceonlybody.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace lyceum::sync {

using Trouble = RetryPolicy::Trouble;

namespace {

/// Servers close a connection that was idle for some seconds (Ghost: 5). A question that meets the closing is asked again; what must
/// not be sent twice goes on a fresh connection.
constexpr qint64 kStaleAfterMs = 3'000;

/// A request without attempts after the first.
constexpr RetryPolicy kOnce {.tries = 1, .triesToConnect = 1};

QByteArray nameOf(HttpClient::Method method)
{
    switch (method) {
    case HttpClient::Method::Post: return "POST";
    case HttpClient::Method::Put: return "PUT";
    case HttpClient::Method::Delete: return "DELETE";
    }
    return {};
}

/// Of a request that must not be repeated: Offline when nothing of it was sent, and only then.
Error::Kind kindOfLoss(Error::Kind kind, bool sent)
{
    using enum Error::Kind;
    if (!sent && (kind == Timeout || kind == StoreUnavailable))
        return Offline;
    return sent && kind == Offline ? StoreUnavailable : kind;
}

QString pathForLog(const QUrl& url)
{
    static const QRegularExpression kId(u"/[0-9a-fA-F]{24}(?=/|$)"_s);
    return url.path().replace(kId, u"/:id"_s);
}

/// Where a redirect leads, without what might be private in it.
QString target(const QUrl& from, const QNetworkReply& reply)
{
    const QUrl to = from.resolved(reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
    return to.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

bool looksLikeHtml(const QByteArray& contentType, const QByteArray& body, HttpRequest::Expect expect)
{
    if (contentType.toLower().contains("html"))
        return true;
    return expect == HttpRequest::Expect::Json && body.trimmed().startsWith('<');
}

} // namespace

/// A request on its way.
struct HttpClient::Flight {
    QUrl url;
    QByteArray method = "GET";
    std::unique_ptr<OnceOnlyBody> once = {}; // outlives the reply, which reads from it
    std::unique_ptr<QNetworkReply> reply; // destroyed outside of any of its signals, hence at once
    QElapsedTimer since;
    QByteArray body;
    bool tooLarge = false;

    ~Flight()
    {
        if (reply && reply->isRunning())
            reply->abort();
    }

    void take(qint64 most)
    {
        body += reply->readAll();
        if (body.size() > most) {
            tooLarge = true;
            reply->abort();
        }
    }
};

/// How it ended: with an answer, or with trouble and what to tell about it.
struct HttpClient::Landing {
    std::optional<HttpAnswer> answer = {};
    Trouble trouble = Trouble::Final;
    std::optional<qint64> retryAfterMs = {};
    Error error = {};

    static Landing failed(Trouble trouble, Error::Kind kind, const QUrl& url, const QString& detail)
    {
        return {.trouble = trouble, .error = {kind, url.host(), detail}};
    }
};

HttpClient::HttpClient(const Clock& clock, Options options, QRandomGenerator random)
    : m_clock(clock)
    , m_options(std::move(options))
    , m_random(random)
{
}

HttpClient::~HttpClient() = default;

QNetworkRequest HttpClient::wireOf(const HttpRequest& request)
{
    if (!m_network)
        m_network = std::make_unique<QNetworkAccessManager>();
    QNetworkRequest wire(request.url);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setTransferTimeout(m_options.silenceMs);
    wire.setDecompressedSafetyCheckThreshold(m_options.maxBodyBytes);
    wire.setHeader(QNetworkRequest::UserAgentHeader, m_options.userAgent);
    wire.setRawHeader("Accept-Language", "en"); // else Qt tells the server which language the person speaks
    for (const auto& [name, value] : request.headers)
        wire.setRawHeader(name, value);
    if (request.authorization)
        wire.setRawHeader("Authorization", request.authorization());
    return wire;
}

std::unique_ptr<HttpClient::Flight> HttpClient::start(const HttpRequest& request)
{
    const QNetworkRequest wire = wireOf(request);
    auto flight = std::make_unique<Flight>();
    flight->url = request.url;
    flight->since.start();
    flight->reply.reset(m_network->get(wire));
    ++m_requests;
    return flight;
}

std::unique_ptr<HttpClient::Flight> HttpClient::start(Method method, const HttpRequest& request)
{
    QNetworkRequest wire = wireOf(request);
    auto flight = std::make_unique<Flight>();
    flight->url = request.url;
    flight->method = nameOf(method);
    flight->since.start();
    if (!request.contentType.isEmpty())
        wire.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    if (method == Method::Delete) {
        flight->reply.reset(m_network->deleteResource(wire));
    } else if (request.repeatable) {
        flight->reply.reset(method == Method::Post ? m_network->post(wire, request.body) : m_network->put(wire, request.body));
    } else {
        if (!m_sinceAnswer.isValid() || m_sinceAnswer.elapsed() > kStaleAfterMs)
            m_network->clearConnectionCache();
        // Both are needed: else Qt reads the body into a buffer of its own, which it could send again.
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        flight->once = std::make_unique<OnceOnlyBody>(request.body);
        flight->reply.reset(
            method == Method::Post ? m_network->post(wire, flight->once.get()) : m_network->put(wire, flight->once.get()));
    }
    ++m_requests;
    return flight;
}

/// False when the client was cancelled, before or meanwhile.
bool HttpClient::wait(QEventLoop& loop)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = &loop;
    }
    // cancel() sets the flag first and looks for the loop second: one of the two sides sees the other.
    if (!m_cancelled)
        loop.exec();
    const std::lock_guard lock(m_mutex);
    m_waiting = nullptr;
    return !m_cancelled;
}

bool HttpClient::pause(qint64 milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(std::chrono::milliseconds(milliseconds), &loop, &QEventLoop::quit);
    return wait(loop);
}

void HttpClient::cancel()
{
    m_cancelled = true;
    const std::lock_guard lock(m_mutex);
    if (m_waiting)
        QMetaObject::invokeMethod(m_waiting, &QEventLoop::quit, Qt::QueuedConnection);
}

void HttpClient::prefetch(const HttpRequest& request)
{
    m_ahead.reset();
    if (m_cancelled)
        return;
    m_ahead = start(request);
    // The reply posts its own start to this thread's event queue, which nobody may serve until the next get().
    QEventLoop().processEvents(QEventLoop::ExcludeUserInputEvents);
}

Result<HttpAnswer> HttpClient::get(const HttpRequest& request, const RetryPolicy& retries)
{
    std::unique_ptr<Flight> ahead = std::move(m_ahead);
    if (ahead && ahead->url != request.url)
        ahead.reset();
    return tryUntil(request, retries, [&] { return ahead ? std::move(ahead) : start(request); });
}

Result<HttpAnswer> HttpClient::send(Method method, const HttpRequest& request)
{
    m_ahead.reset(); // what it would tell may no longer be so
    const bool repeatable = request.repeatable || method == Method::Delete;
    return tryUntil(request, repeatable ? m_options.retries : kOnce, [&] { return start(method, request); });
}

template <class Start>
Result<HttpAnswer> HttpClient::tryUntil(const HttpRequest& request, const RetryPolicy& retries, Start begin)
{
    QElapsedTimer since;
    since.start();
    for (int attempt = 1;; ++attempt) {
        if (m_cancelled)
            return failure(Error::Kind::Cancelled);
        Landing landing = land(begin(), request, attempt);
        m_sinceAnswer.start();
        if (landing.answer)
            return std::move(*landing.answer);
        if (m_cancelled)
            return failure(Error::Kind::Cancelled);
        const auto delay = retries.delayMs(
            {.number = attempt, .elapsedMs = since.elapsed(), .trouble = landing.trouble, .retryAfterMs = landing.retryAfterMs}, m_random);
        if (!delay)
            return tl::unexpected(std::move(landing.error));
        qCInfo(lcSync) << "asking again in" << *delay << "ms:" << landing.error.detail;
        if (!pause(*delay))
            return failure(Error::Kind::Cancelled);
    }
}

HttpClient::Landing HttpClient::land(std::unique_ptr<Flight> flight, const HttpRequest& request, int attempt)
{
    QNetworkReply* reply = flight->reply.get();
    bool tookTooLong = false;
    if (!reply->isFinished()) {
        QEventLoop loop;
        QTimer limit;
        limit.setSingleShot(true);
        QObject::connect(&limit, &QTimer::timeout, &loop, [&] {
            tookTooLong = true;
            loop.quit();
        });
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QObject::connect(reply, &QIODevice::readyRead, &loop, [&] { flight->take(m_options.maxBodyBytes); });
        limit.start(m_options.answerMs);
        if (!wait(loop))
            return Landing::failed(Trouble::Final, Error::Kind::Cancelled, request.url, {});
    }
    if (reply->isFinished() && reply->isReadable())
        flight->take(m_options.maxBodyBytes);

    const qint64 bytes = flight->body.size();
    m_bytes += bytes;
    Landing landing = tookTooLong
        ? Landing::failed(Trouble::TimedOut, Error::Kind::Timeout, request.url, u"the answer did not end within the time allowed"_s)
        : judge(*flight, request);
    if (!landing.answer && flight->once)
        landing.error.kind = kindOfLoss(landing.error.kind, flight->once->isBegun());
    if (m_options.log) {
        m_options.log({.method = flight->method,
            .path = pathForLog(request.url),
            .note = request.note,
            .attempt = attempt,
            .status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .milliseconds = flight->since.elapsed(),
            .bytes = bytes});
    }
    return landing;
}

HttpClient::Landing HttpClient::judge(Flight& flight, const HttpRequest& request)
{
    const QNetworkReply& reply = *flight.reply;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto failed = [&](Trouble trouble, Error::Kind kind, const QString& detail) {
        return Landing::failed(trouble, kind, request.url, detail);
    };

    const auto date = parseHttpDate(reply.rawHeader("Date"));
    if (date)
        m_serverOffset = *date - m_clock.nowUtc();

    if (flight.tooLarge)
        return failed(Trouble::Final, Error::Kind::BadAnswer, u"the answer is larger than %1 bytes"_s.arg(m_options.maxBodyBytes));

    using enum QNetworkReply::NetworkError;
    const QNetworkReply::NetworkError error = reply.error();
    if (error == SslHandshakeFailedError)
        return failed(Trouble::Final, Error::Kind::TlsFailed, reply.errorString());
    if (error == OperationCanceledError || error == TimeoutError || error == ProxyTimeoutError)
        return failed(Trouble::TimedOut, Error::Kind::Timeout, u"nothing came for too long"_s);
    if (status == 0) {
        if (error == RemoteHostClosedError || error == ContentReSendError)
            return failed(Trouble::ConnectionClosed, Error::Kind::StoreUnavailable, u"the connection was closed without an answer"_s);
        if (error == ProtocolUnknownError || error == ProtocolInvalidOperationError || error == ProtocolFailure)
            return failed(Trouble::Final, Error::Kind::BadAnswer, u"what answered does not speak HTTP"_s);
        // An unknown host does not become known by asking again; a refused connection may be a server that restarts.
        return failed(error == HostNotFoundError ? Trouble::Final : Trouble::NotConnected, Error::Kind::Offline, reply.errorString());
    }
    if (status >= 300 && status < 400) {
        Landing landing = failed(Trouble::Final, Error::Kind::Redirected, u"redirected with status %1"_s.arg(status));
        landing.error.subject = target(request.url, reply);
        return landing;
    }
    if (status == 429) {
        Landing landing = failed(Trouble::RateLimited, Error::Kind::RateLimited, u"status 429"_s);
        landing.retryAfterMs = parseRetryAfter(reply.rawHeader("Retry-After"), date.value_or(m_clock.nowUtc()));
        if (landing.retryAfterMs)
            landing.error.detail += u"; the server asks for %1 s"_s.arg(*landing.retryAfterMs / 1000);
        return landing;
    }
    if (status >= 500 || status == 408) {
        const bool lasting = status == 501 || status == 505;
        Landing landing = failed(lasting ? Trouble::Final : Trouble::Unavailable, Error::Kind::StoreUnavailable, u"status %1"_s.arg(status));
        landing.retryAfterMs = parseRetryAfter(reply.rawHeader("Retry-After"), date.value_or(m_clock.nowUtc()));
        return landing;
    }

    // A status came, so any of these means that the body did not come whole. Errors of 400 and more are content, not transport.
    bool lengthKnown = false;
    const qint64 length = reply.rawHeader("Content-Length").toLongLong(&lengthKnown);
    const bool packed = reply.hasRawHeader("Content-Encoding");
    if ((error != NoError && status < 400) || error == RemoteHostClosedError || (lengthKnown && !packed && length != flight.body.size()))
        return failed(Trouble::Truncated, Error::Kind::BadAnswer, u"the answer ended early"_s);

    HttpAnswer answer{.status = status,
        .body = std::move(flight.body),
        .contentType = reply.rawHeader("Content-Type"),
        .serverTimeUtc = date};
    answer.html = looksLikeHtml(answer.contentType, answer.body, request.expect);
    if (answer.html && status < 300 && request.expect != HttpRequest::Expect::Anything)
        return failed(Trouble::Unavailable, Error::Kind::StoreUnavailable, u"a page for people, with status %1"_s.arg(status));
    if (status < 300 && request.whole && !request.whole(answer.body))
        return failed(Trouble::Truncated, Error::Kind::BadAnswer, u"the content of the answer is cut or damaged"_s);
    return {.answer = std::move(answer)};
}

} // namespace lyceum::sync

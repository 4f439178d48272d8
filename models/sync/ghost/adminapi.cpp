// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/adminapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>

using namespace Qt::StringLiterals;

namespace lyceum::sync::ghost {

namespace {

/// Ghost's error envelope: {"errors":[{"message","context","type","code", ...}]}, always one.
struct Refusal {
    int status = 0;
    QString type;
    QString code;
    QString message;
    QString context;

    /// On routes `message` is general and `context` holds the reason; elsewhere it is the other way round.
    [[nodiscard]] QString reason() const { return context.isEmpty() ? message : context; }
    [[nodiscard]] QString detail() const
    {
        return u"%1 %2: %3"_s.arg(QString::number(status), code.isEmpty() ? type : type + u'/' + code, reason());
    }

    /// Worth another token, because ours is too old by the server's clock. Everything else a token can be refused for stays.
    [[nodiscard]] bool isTooOld() const
    {
        return status == 401 && (message.contains("jwt expired"_L1) || message.contains("maxAge exceeded"_L1));
    }
};

std::optional<Refusal> refusalOf(const HttpAnswer& answer)
{
    const QJsonArray errors = QJsonDocument::fromJson(answer.body).object().value("errors"_L1).toArray();
    if (errors.isEmpty())
        return std::nullopt;
    const QJsonObject error = errors.first().toObject();
    return Refusal{.status = answer.status,
        .type = error.value("type"_L1).toString(),
        .code = error.value("code"_L1).toString(),
        .message = error.value("message"_L1).toString(),
        .context = error.value("context"_L1).toString()};
}

Error errorOf(const HttpAnswer& answer, const QUrl& url)
{
    using enum Error::Kind;
    const auto refusal = refusalOf(answer);
    if (!refusal) {
        // Ghost's own refusals have an envelope, but for a request beyond Node's limits.
        if (answer.status == 413 || answer.status == 414 || answer.status == 431)
            return {Internal, url.host(), u"the request was too large: status %1"_s.arg(answer.status)};
        return {StoreUnavailable, url.host(), u"something between here and Ghost answered with status %1"_s.arg(answer.status)};
    }
    Error error{BadAnswer, url.host(), refusal->detail()};
    const bool keyTrouble = refusal->code == "INVALID_JWT"_L1 || refusal->code == "MISSING_ADMIN_API_KID"_L1;
    if (answer.status == 401 || keyTrouble)
        error.kind = BadKey;
    else if (answer.status == 403 || answer.status == 405)
        error.kind = NotAllowed;
    else if (answer.status == 404)
        error.kind = NotFound;
    else if (answer.status == 413)
        error.kind = Internal;
    return error;
}

/// Why a change was not made.
Error refusedChange(const HttpAnswer& answer, const QUrl& url)
{
    using enum Error::Kind;
    Error error = errorOf(answer, url);
    const auto refusal = refusalOf(answer);
    if (!refusal) {
        if (answer.status == 413) { // Ghost's own limit, or that of a server in front of it
            error.kind = Refused;
            error.subject = u"The content is larger than the server accepts."_s;
        }
        return error;
    }
    if (error.kind == BadKey)
        return error;
    error.subject = refusal->reason();
    if (answer.status == 409)
        error.kind = Collision;
    else if (error.kind != NotAllowed && error.kind != NotFound)
        error.kind = Refused;
    if (answer.status == 405) // what the site has switched off, e.g. comments
        error.kind = Refused;
    return error;
}

} // namespace

AdminApi::AdminApi(const QUrl& site, AdminKey key, const Clock& clock, HttpClient::Options options, QRandomGenerator random)
    : m_root(site)
    , m_token(std::move(key))
    , m_clock(clock)
    , m_http(clock, std::move(options), random)
{
    m_root.setPath(site.path() + "/ghost/api/admin"_L1);
}

HttpRequest AdminApi::request(const QString& path, const Query& query, const QString& note)
{
    QUrl url = m_root;
    url.setPath(m_root.path() + path);
    QStringList parts;
    for (const auto& [name, value] : query)
        parts.append(name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value, "',:()")));
    if (!parts.isEmpty())
        url.setQuery(parts.join(u'&'), QUrl::StrictMode);
    return {.url = url,
        .note = note,
        .headers = {{"Accept-Version", "v6.0"}, {"Accept", "*/*"}},
        .authorization = [this] { return m_token.headerAt(serverNowUtc()); }};
}

Result<HttpAnswer> AdminApi::signedAnswer(const HttpRequest& request, const Ask& ask, Judge judge)
{
    for (bool again = false;; again = true) {
        Result<HttpAnswer> answer = ask(request);
        if (!answer || answer->status < 300)
            return answer;
        const auto refusal = refusalOf(*answer);
        if (again || !refusal || !refusal->isTooOld())
            return tl::unexpected(judge(*answer, request.url));
        m_token.drop(); // the refusal told the server's time, by which the next one is signed
    }
}

Result<HttpAnswer> AdminApi::ask(const HttpRequest& request)
{
    return signedAnswer(request, [this](const HttpRequest& wanted) { return m_http.get(wanted); }, errorOf);
}

Result<QJsonObject> AdminApi::change(const Change& change)
{
    HttpRequest wanted = request(change.path, change.query, change.note);
    wanted.repeatable = change.repeatable;
    if (change.method != HttpClient::Method::Delete) {
        wanted.body = QJsonDocument(change.body).toJson(QJsonDocument::Compact);
        wanted.contentType = "application/json";
    }
    QJsonDocument document;
    wanted.whole = [&](const QByteArray& body) {
        QJsonParseError error;
        document = QJsonDocument::fromJson(body, &error);
        return body.isEmpty() || (error.error == QJsonParseError::NoError && document.isObject());
    };
    const auto answer = signedAnswer(
        wanted, [&](const HttpRequest& once) { return m_http.send(change.method, once); }, refusedChange);
    if (!answer)
        return tl::unexpected(answer.error());
    return document.object();
}

Result<QJsonObject> AdminApi::get(const QString& path, const Query& query, const QString& note, const Plausible& plausible)
{
    HttpRequest wanted = request(path, query, note);
    QJsonDocument document;
    wanted.whole = [&](const QByteArray& body) {
        QJsonParseError error;
        document = QJsonDocument::fromJson(body, &error);
        return error.error == QJsonParseError::NoError && document.isObject() && plausible(document.object());
    };
    const auto answer = ask(wanted);
    if (!answer)
        return tl::unexpected(answer.error());
    return document.object();
}

Result<QByteArray> AdminApi::text(const QString& path, const Query& query, const QString& note)
{
    HttpRequest wanted = request(path, query, note);
    wanted.expect = HttpRequest::Expect::Csv;
    auto answer = ask(wanted);
    if (!answer)
        return tl::unexpected(answer.error());
    return std::move(answer->body);
}

Result<QJsonObject> AdminApi::site()
{
    HttpRequest wanted = request(u"/site/"_s, {}, u"the site"_s);
    wanted.authorization = {};
    wanted.expect = HttpRequest::Expect::Anything;
    const auto answer = m_http.get(wanted, m_http.retries().tries > 1 ? RetryPolicy::brief() : m_http.retries());
    if (!answer)
        return tl::unexpected(answer.error());
    const QJsonObject site = QJsonDocument::fromJson(answer->body).object().value("site"_L1).toObject();
    if (answer->status >= 300 || site.value("version"_L1).toString().isEmpty())
        return failure(Error::Kind::NotAStore, m_root.host(), u"no Ghost answered at this address, but status %1"_s.arg(answer->status));
    return site;
}

void AdminApi::prefetch(const QString& path, const Query& query, const QString& note)
{
    m_http.prefetch(request(path, query, note));
}

} // namespace lyceum::sync::ghost

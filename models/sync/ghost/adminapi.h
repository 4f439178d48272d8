// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/ghost/adminkey.h"
#include "sync/http/httpclient.h"

#include <QJsonObject>

namespace lyceum::sync::ghost {

/// Parameters of a request, not yet percent-encoded.
using Query = QList<std::pair<QString, QString>>;

/**
 * Ghost's Admin API: signs, asks, and turns refusals into errors.
 *
 * Errors beside those of HttpClient: BadKey (unknown key, wrong secret), NotAllowed (the key has no right to this), NotFound,
 * BadAnswer (no JSON, or a refusal that should not happen), Internal (a request Ghost finds too large).
 *
 * Of what writes also: Refused (Ghost says no to the values), Collision (the row was changed since it was read). Their subject, and that
 * of NotAllowed and NotFound, is Ghost's reason, for a person to read; none of the four changed anything.
 */
class AdminApi {
public:
    /// `site` as siteAddress() gives it. `clock` must outlive the object.
    AdminApi(const QUrl& site, AdminKey key, const Clock& clock, HttpClient::Options options, QRandomGenerator random);

    /// Whether an answer can be what was asked for; if not, it is asked for again as if it had been cut.
    using Plausible = std::function<bool(const QJsonObject&)>;

    /// `path` from the API's root, with slashes at both ends: "/members/". `note` says in the log what is asked for.
    [[nodiscard]] Result<QJsonObject> get(const QString& path, const Query& query, const QString& note, const Plausible& plausible);
    /// The body of an answer that is no JSON.
    [[nodiscard]] Result<QByteArray> text(const QString& path, const Query& query, const QString& note);
    /// `/site/`, which needs no key. Error::Kind::NotAStore when what answers is no Ghost. Tries for seconds only: a person waits.
    [[nodiscard]] Result<QJsonObject> site();
    /// A request that changes something. `body` is ignored for a DELETE. An answer without a body is an empty object.
    struct Change {
        HttpClient::Method method = HttpClient::Method::Put;
        QString path;
        Query query = {};
        QJsonObject body = {};
        QString note = {};
        bool repeatable = false; ///< doing it twice is as good as once

        friend bool operator==(const Change&, const Change&) = default;
    };
    [[nodiscard]] Result<QJsonObject> change(const Change& change);

    /// Sends a request whose answer the next `get` with the same path and query will pick up.
    void prefetch(const QString& path, const Query& query, const QString& note);

    void cancel() { m_http.cancel(); }
    [[nodiscard]] const HttpClient& http() const { return m_http; }
    /// The server's time, as far as its answers have told; UTC seconds.
    [[nodiscard]] qint64 serverNowUtc() const { return m_clock.nowUtc() + m_http.serverOffset(); }

private:
    [[nodiscard]] HttpRequest request(const QString& path, const Query& query, const QString& note);
    using Ask = std::function<Result<HttpAnswer>(const HttpRequest&)>;
    using Judge = Error (*)(const HttpAnswer&, const QUrl&);
    /// With a token that the server accepts; what it refuses is judged.
    [[nodiscard]] Result<HttpAnswer> signedAnswer(const HttpRequest& request, const Ask& ask, Judge judge);
    [[nodiscard]] Result<HttpAnswer> ask(const HttpRequest& request);

    QUrl m_root;
    AdminToken m_token;
    const Clock& m_clock;
    HttpClient m_http;
};

} // namespace lyceum::sync::ghost

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../http/scriptedserver.h"

#include "sync/ghost/ghoststore.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lyceum::test {

using namespace Qt::StringLiterals;

inline constexpr qint64 kNow = 1'795'161'600; // 2026-11-20T08:00:00Z, the date the server tells
inline const QString kId = u"6afffc8ec786c3374dbb3180"_s;
inline const QString kSecret = u"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"_s;

inline ScriptedAnswer json(const QJsonObject& object, int status = 200)
{
    return {.status = status, .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

/// As Ghost refuses: one error with everything in it.
inline ScriptedAnswer refusal(int status, const QString& type, const QString& code, const QString& message, const QString& context = {})
{
    const QJsonValue null(QJsonValue::Null);
    const QJsonObject error{{u"message"_s, message}, {u"context"_s, context.isEmpty() ? null : QJsonValue(context)}, {u"type"_s, type},
        {u"details"_s, null}, {u"property"_s, null}, {u"help"_s, null}, {u"code"_s, code.isEmpty() ? null : QJsonValue(code)},
        {u"id"_s, u"141b796d"_s}, {u"ghostErrorCode"_s, null}};
    return json({{u"errors"_s, QJsonArray{error}}}, status);
}

inline QJsonObject paging(qint64 total, bool more = false)
{
    return {{u"pagination"_s,
        QJsonObject{{u"page"_s, 1}, {u"limit"_s, 100}, {u"pages"_s, 1}, {u"total"_s, total}, {u"next"_s, more ? QJsonValue(2) : QJsonValue()}, {u"prev"_s, QJsonValue()}}}};
}

inline QString idOf(int number)
{
    return u"%1"_s.arg(number, 24, 16, QLatin1Char('0'));
}

inline QJsonObject memberRow(int number, const QString& changedAt = u"2026-11-01T00:00:00.000Z"_s)
{
    return {{u"id"_s, idOf(number)}, {u"uuid"_s, u"u%1"_s.arg(number)}, {u"email"_s, u"m%1@example.com"_s.arg(number)}, {u"name"_s, QJsonValue()},
        {u"note"_s, QJsonValue()}, {u"geolocation"_s, QJsonValue()}, {u"subscribed"_s, false}, {u"created_at"_s, u"2026-01-01T00:00:00.000Z"_s},
        {u"updated_at"_s, changedAt}, {u"labels"_s, QJsonArray()}, {u"newsletters"_s, QJsonArray()}, {u"tiers"_s, QJsonArray()},
        {u"subscriptions"_s, QJsonArray()}, {u"status"_s, u"free"_s}};
}

inline QJsonObject eventRow(const QString& type, int number, const QString& at, QJsonObject more = {})
{
    more.insert(u"id"_s, idOf(number));
    more.insert(u"created_at"_s, at);
    more.insert(u"member_id"_s, idOf(number + 1'000));
    return {{u"type"_s, type}, {u"data"_s, more}};
}

/// A Ghost of a few routes. A route nobody described fails the test.
class FakeGhost {
public:
    using Route = std::function<ScriptedAnswer(const ScriptedRequest&)>;

    FakeGhost()
        : server([this](const ScriptedRequest& request) {
            QString path = request.target.path();
            if (!path.startsWith(prefix)) {
                unknown.append(path);
                return ScriptedAnswer{.status = 404, .body = "<html/>", .contentType = "text/html"};
            }
            path = path.sliced(prefix.size());
            const auto route = routes.constFind(path);
            if (route == routes.cend()) {
                unknown.append(path);
                return refusal(404, u"NotFoundError"_s, {}, u"Unknown Admin API endpoint."_s);
            }
            return (*route)(request);
        })
    {
        routes[u"/site/"_s] = [](const ScriptedRequest&) {
            return json({{u"site"_s,
                QJsonObject{{u"title"_s, u"A site"_s}, {u"url"_s, u"https://example.com/blog/"_s}, {u"version"_s, u"6.65"_s},
                    {u"site_uuid"_s, u"a721d902-0793-4b01-9531-b1b2392d2714"_s}}}});
        };
        routes[u"/settings/"_s] = [](const ScriptedRequest&) {
            return json({{u"settings"_s,
                QJsonArray{QJsonObject{{u"key"_s, u"timezone"_s}, {u"value"_s, u"Europe/Berlin"_s}},
                    QJsonObject{{u"key"_s, u"paid_members_enabled"_s}, {u"value"_s, true}}}}});
        };
    }

    [[nodiscard]] sync::GhostStore::Options options(int rows = 100)
    {
        return {.http = {.silenceMs = 2'000,
                    .answerMs = 4'000,
                    .retries = {.tries = 3, .triesToConnect = 2, .firstDelayMs = 10, .longestDelayMs = 20, .totalMs = 3'000},
                    .log = [this](const sync::HttpExchange& exchange) { log.append(exchange); }},
            .rows = rows,
            .readAhead = false,
            .seed = 1};
    }

    [[nodiscard]] std::unique_ptr<sync::GhostStore> store() { return store(options()); }
    [[nodiscard]] std::unique_ptr<sync::GhostStore> store(const sync::GhostStore::Options& chosen)
    {
        return std::make_unique<sync::GhostStore>(server.url(), sync::AdminKey::parse(kId + u':' + kSecret).value(), clock, chosen);
    }

    QString prefix = u"/ghost/api/admin"_s;
    FixedClock clock{kNow};
    QHash<QString, Route> routes;
    QStringList unknown;
    QList<sync::HttpExchange> log;
    ScriptedServer server;
};

} // namespace lyceum::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../models/sync/http/scriptedserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// A Ghost site on loopback where nobody has joined yet, for how the program speaks with a site; what it makes of the rows of a real
/// one is tested against a real one. It knows the key `key()` and refuses any other; it can fall silent.
class GhostSite {
public:
    GhostSite()
        : server([this](const ScriptedRequest& request) { return answer(request); })
    {
    }

    [[nodiscard]] QString url() const { return server.url().toString(); }
    [[nodiscard]] static QByteArray key() { return "6afffc8ec786c3374dbb3180:" + secret(); }
    [[nodiscard]] static QByteArray secret() { return "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"; }
    [[nodiscard]] static QByteArray unknownKey() { return "ffffffffffffffffffffffff:" + secret(); }

    bool silentAboutMembers = false; ///< takes the question and never answers
    int askedForMembers = 0;
    ScriptedServer server;

private:
    [[nodiscard]] static ScriptedAnswer json(const QJsonObject& object, int status = 200)
    {
        return {.status = status, .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
    }

    [[nodiscard]] ScriptedAnswer answer(const ScriptedRequest& request)
    {
        using namespace Qt::StringLiterals;
        const QString path = request.target.path();
        if (path.endsWith("/site/"_L1)) {
            return json({{u"site"_s,
                QJsonObject {{u"title"_s, u"The Lab"_s}, {u"url"_s, url()}, {u"version"_s, u"6.65"_s},
                    {u"site_uuid"_s, u"a721d902-0793-4b01-9531-b1b2392d2714"_s}}}});
        }
        // The token names the key it was signed with.
        const QByteArray token = request.headers.value("authorization").mid(6);
        if (!QByteArray::fromBase64(token.split('.').value(0), QByteArray::Base64UrlEncoding).contains(key().left(24))) {
            return json({{u"errors"_s,
                             QJsonArray {QJsonObject {{u"message"_s, u"Unknown Admin API Key"_s}, {u"type"_s, u"UnauthorizedError"_s},
                                 {u"code"_s, u"UNKNOWN_ADMIN_API_KEY"_s}}}}},
                401);
        }
        if (path.endsWith("/settings/"_L1)) {
            return json({{u"settings"_s,
                QJsonArray {QJsonObject {{u"key"_s, u"timezone"_s}, {u"value"_s, u"Europe/Berlin"_s}}}}});
        }
        if (path.endsWith("/members/upload/"_L1))
            return {.body = "id\r\n", .contentType = "text/csv; charset=utf-8"};
        if (path.endsWith("/members/"_L1)) {
            ++askedForMembers;
            if (silentAboutMembers)
                return {.silent = true};
        }
        const QString kind = path.section(u'/', -2, -2);
        const QJsonObject paging {{u"page"_s, 1}, {u"limit"_s, 100}, {u"pages"_s, 1}, {u"total"_s, 0}, {u"next"_s, QJsonValue()},
            {u"prev"_s, QJsonValue()}};
        return json({{kind, QJsonArray()}, {u"meta"_s, QJsonObject {{u"pagination"_s, paging}}}});
    }
};

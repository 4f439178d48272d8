// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scriptedserver.h"

#include "sync/http/httpclient.h"

#include <algorithm>

namespace lyceum::test {

using namespace Qt::StringLiterals;

inline constexpr qint64 kNow = 1'795'161'600; // the date the ScriptedServer tells

inline ScriptedAnswer json(const QByteArray& body)
{
    return {.body = body};
}

/// A server, a client that does not wait long, and what the client logged.
struct Line {
    explicit Line(ScriptedServer::Script script)
        : server(std::move(script))
        , client(clock, quick(log), QRandomGenerator(1))
    {
    }

    static sync::HttpClient::Options quick(QList<sync::HttpExchange>& log)
    {
        return {.silenceMs = 400,
            .answerMs = 900,
            .maxBodyBytes = 100'000,
            .retries = {.tries = 3, .triesToConnect = 2, .firstDelayMs = 20, .longestDelayMs = 50, .totalMs = 5'000},
            .log = [&log](const sync::HttpExchange& exchange) { log.append(exchange); }};
    }

    Result<sync::HttpAnswer> get(const QString& path = u"/a"_s, sync::HttpRequest::Expect expect = sync::HttpRequest::Expect::Json)
    {
        return client.get({.url = server.url(path), .note = u"a test"_s, .expect = expect});
    }

    Result<sync::HttpAnswer> send(sync::HttpClient::Method method, bool repeatable = false)
    {
        return client.send(method,
            {.url = server.url(u"/a"_s),
                .note = u"a test"_s,
                .body = "{\"b\":2}",
                .contentType = "application/json",
                .repeatable = repeatable});
    }
    Result<sync::HttpAnswer> post() { return send(sync::HttpClient::Method::Post); }

    FixedClock clock{kNow};
    QList<sync::HttpExchange> log;
    ScriptedServer server;
    sync::HttpClient client;
};

/// Answers one after the other; the last one stays.
inline ScriptedServer::Script inTurn(QList<ScriptedAnswer> answers)
{
    return [answers = std::move(answers), next = qsizetype(0)](const ScriptedRequest&) mutable {
        return answers.at(std::min(next++, answers.size() - 1));
    };
}

} // namespace lyceum::test

Q_DECLARE_METATYPE(ScriptedAnswer)
Q_DECLARE_METATYPE(lyceum::Error::Kind)

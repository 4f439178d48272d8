// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

/// What a client asked of the ScriptedServer.
struct ScriptedRequest {
    QByteArray method;
    QUrl target; ///< path and query
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    int connection = 0; ///< 1 for the first accepted
    int onConnection = 0; ///< 1 for the first request of that connection

    [[nodiscard]] QString query(const QString& name) const { return QUrlQuery(target).queryItemValue(name, QUrl::FullyDecoded); }
};

/// What it is to do about it.
struct ScriptedAnswer {
    int status = 200;
    QByteArray body = {};
    QByteArray contentType = "application/json; charset=utf-8";
    QList<QByteArray> headers = {}; ///< whole lines, e.g. "Retry-After: 1"
    int delayMs = 0; ///< before the first byte
    qsizetype cutAfter = -1; ///< bytes of the body after which the connection is closed; -1: never
    bool hangUp = false; ///< close without a byte
    bool silent = false; ///< keep the connection and say nothing
    int dripMs = 0; ///< one byte of the body at a time, this far apart; 0: all at once
    bool noLength = false; ///< neither length nor chunks: the end of the connection is the end of the body
};

/**
 * An HTTP/1.1 server on loopback that does what it is told, for testing how a client bears it. It lives on the test's thread:
 * a client that waits in an event loop serves it.
 */
class ScriptedServer : public QTcpServer {
public:
    using Script = std::function<ScriptedAnswer(const ScriptedRequest&)>;

    explicit ScriptedServer(Script script)
        : m_script(std::move(script))
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen on loopback");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection())
                serve(socket);
        });
    }

    [[nodiscard]] QUrl url(const QString& pathAndQuery = QString()) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(pathAndQuery));
    }

    QList<ScriptedRequest> requests;
    QByteArray date = "Fri, 20 Nov 2026 08:00:00 GMT"; ///< sent with every answer; empty: none

private:
    void serve(QTcpSocket* socket)
    {
        const int connection = ++m_connections;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket, connection] {
            const QByteArray data = socket->peek(1 << 20);
            const qsizetype end = data.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const QList<QByteArray> lines = data.first(end).split('\n');
            const QList<QByteArray> words = lines.first().trimmed().split(' ');
            ScriptedRequest request;
            request.method = words.value(0);
            request.target = QUrl::fromEncoded(words.value(1));
            request.connection = connection;
            for (const QByteArray& line : lines.mid(1)) {
                const qsizetype colon = line.indexOf(':');
                request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
            }
            const qsizetype length = request.headers.value("content-length").toLongLong();
            if (data.size() < end + 4 + length)
                return;
            request.body = data.sliced(end + 4, length);
            request.onConnection = ++m_served[connection];
            socket->skip(end + 4 + length);
            requests.append(request);
            const ScriptedAnswer answer = m_script(request);
            QTimer::singleShot(answer.delayMs, socket, [this, socket, answer] { send(socket, answer); });
        });
    }

    void send(QTcpSocket* socket, const ScriptedAnswer& answer)
    {
        if (answer.silent)
            return;
        if (answer.hangUp) {
            socket->disconnectFromHost();
            return;
        }
        QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Because\r\n";
        if (!answer.contentType.isEmpty())
            head += "Content-Type: " + answer.contentType + "\r\n";
        head += answer.noLength ? "Connection: close\r\n" : "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
        if (!date.isEmpty())
            head += "Date: " + date + "\r\n";
        for (const QByteArray& line : answer.headers)
            head += line + "\r\n";
        socket->write(head + "\r\n");
        if (answer.dripMs > 0) {
            auto* timer = new QTimer(socket);
            connect(timer, &QTimer::timeout, socket, [socket, timer, body = answer.body, at = qsizetype(0)]() mutable {
                if (at < body.size())
                    socket->write(body.mid(at++, 1));
                else
                    timer->stop();
            });
            timer->start(answer.dripMs);
            return;
        }
        socket->write(answer.cutAfter >= 0 ? answer.body.first(answer.cutAfter) : answer.body);
        if (answer.cutAfter >= 0 || answer.noLength)
            socket->disconnectFromHost();
    }

    Script m_script;
    int m_connections = 0;
    QHash<int, int> m_served;
};

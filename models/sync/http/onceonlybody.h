// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace lyceum::sync {

/**
 * The body of a request that must not be sent twice.
 *
 * Qt's HTTP sends a request again by itself when the server closes the connection before it has answered, whatever the method. It
 * rewinds the body for that; one that cannot be rewound makes it give up instead (QNetworkReply::ContentReSendError).
 */
class OnceOnlyBody final : public QIODevice {
public:
    explicit OnceOnlyBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    /// Whether anything of it was taken to be sent. Before that the server cannot have acted on the request.
    [[nodiscard]] bool isBegun() const { return m_at > 0; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }
    [[nodiscard]] bool atEnd() const override { return m_at == m_bytes.size(); }
    bool reset() override { return !isBegun(); }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        if (m_at == m_bytes.size())
            return -1;
        const qsizetype taken = std::min(qsizetype(most), m_bytes.size() - m_at);
        std::memcpy(data, m_bytes.constData() + m_at, std::size_t(taken));
        m_at += taken;
        return taken;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

} // namespace lyceum::sync

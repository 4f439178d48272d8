// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace lyceum::sync {

/// An Admin API key as Ghost shows it: `<24 hex digits>:<64 hex digits>`. It is a secret: it is never printed and never part of
/// an Error.
struct AdminKey {
    QString id;
    QByteArray secret; ///< 32 bytes

    /// Blanks around it are forgiven, upper-case digits too. Error::Kind::BadKey otherwise; the subject is a stable word for what
    /// is wrong: "empty", "no-colon", "id" or "secret", and nothing of the key is repeated.
    [[nodiscard]] static Result<AdminKey> parse(const QString& text);

    friend bool operator==(const AdminKey&, const AdminKey&) = default;
};

/// A JSON web token (HS256) for Ghost's Admin API, good for five minutes from `issuedAtUtc`.
[[nodiscard]] QByteArray signedToken(const AdminKey& key, qint64 issuedAtUtc);

/// Keeps a token as long as it is good and signs a new one in time.
class AdminToken {
public:
    explicit AdminToken(AdminKey key)
        : m_key(std::move(key))
    {
    }

    /// Value of the Authorization header. `serverNowUtc`: Ghost measures age by its own clock and allows no tolerance.
    [[nodiscard]] QByteArray headerAt(qint64 serverNowUtc);
    /// The server called the present token too old: the next one is new.
    void drop() { m_token.clear(); }

private:
    AdminKey m_key;
    QByteArray m_token;
    qint64 m_issuedAtUtc = 0;
};

} // namespace lyceum::sync

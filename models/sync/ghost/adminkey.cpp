// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/adminkey.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::sync {

namespace {

constexpr qint64 kTokenLifeSeconds = 300; // Ghost's "maxAge 5m"
constexpr qint64 kRenewAfterSeconds = 240;

bool isHex(QStringView text, qsizetype length)
{
    return text.size() == length && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    });
}

QByteArray base64Url(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

Result<AdminKey> AdminKey::parse(const QString& text)
{
    const QString key = text.trimmed();
    if (key.isEmpty())
        return failure(Error::Kind::BadKey, u"empty"_s, u"there is no key"_s);
    const qsizetype colon = key.indexOf(u':');
    if (colon < 0)
        return failure(Error::Kind::BadKey, u"no-colon"_s, u"an Admin API key has two parts with a colon between them; a Content API key has none"_s);
    const QString id = key.first(colon);
    const QString secret = key.sliced(colon + 1);
    if (!isHex(id, 24))
        return failure(Error::Kind::BadKey, u"id"_s, u"the part before the colon must be 24 hexadecimal digits"_s);
    if (!isHex(secret, 64))
        return failure(Error::Kind::BadKey, u"secret"_s, u"the part after the colon must be 64 hexadecimal digits"_s);
    return AdminKey{.id = id.toLower(), .secret = QByteArray::fromHex(secret.toLatin1())};
}

QByteArray signedToken(const AdminKey& key, qint64 issuedAtUtc)
{
    // The id is 24 hex digits, so nothing in these texts needs escaping.
    const QByteArray header = R"({"alg":"HS256","typ":"JWT","kid":")" + key.id.toLatin1() + R"("})";
    const QByteArray payload = R"({"iat":)" + QByteArray::number(issuedAtUtc) + R"(,"exp":)" + QByteArray::number(issuedAtUtc + kTokenLifeSeconds)
        + R"(,"aud":"/admin/"})";
    const QByteArray content = base64Url(header) + '.' + base64Url(payload);
    return content + '.' + base64Url(QMessageAuthenticationCode::hash(content, key.secret, QCryptographicHash::Sha256));
}

QByteArray AdminToken::headerAt(qint64 serverNowUtc)
{
    // A clock that was set back asks for a new token as well: the old one's age can no longer be told.
    if (m_token.isEmpty() || serverNowUtc < m_issuedAtUtc || serverNowUtc - m_issuedAtUtc >= kRenewAfterSeconds) {
        m_token = signedToken(m_key, serverNowUtc);
        m_issuedAtUtc = serverNowUtc;
    }
    return "Ghost " + m_token;
}

} // namespace lyceum::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/siteaddress.h"

#include <QHostAddress>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lyceum::sync {

namespace {

bool isThisMachine(const QString& host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || QHostAddress(host).isLoopback();
}

} // namespace

Result<QUrl> siteAddress(const QString& text)
{
    const auto refused = [&](const QString& why) { return failure(Error::Kind::BadInput, text.trimmed(), why); };
    static const QRegularExpression kBlank(u"\\s"_s);
    static const QRegularExpression kScheme(u"^[a-z][a-z0-9+.-]*://"_s, QRegularExpression::CaseInsensitiveOption);
    const QString typed = text.trimmed();
    if (typed.isEmpty() || typed.contains(kBlank))
        return refused(u"an address is one word."_s);

    const bool schemeGiven = kScheme.match(typed).hasMatch();
    QUrl url(schemeGiven ? typed : "https://"_L1 + typed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return refused(u"this is not a web address."_s);
    if (!url.userInfo().isEmpty())
        return failure(Error::Kind::BadInput, url.host(), u"a user name or password does not belong into the address."_s);
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return refused(u"only http and https are web addresses."_s);

    if (isThisMachine(url.host())) {
        if (!schemeGiven)
            url.setScheme(u"http"_s);
    } else if (url.scheme() == "http"_L1) {
        url.setScheme(u"https"_s);
        if (url.port() == 80)
            url.setPort(-1);
    }

    QStringList path = url.path().split(u'/', Qt::SkipEmptyParts);
    if (const qsizetype ghost = path.indexOf(u"ghost"_s); ghost >= 0)
        path = path.first(ghost);
    url.setPath(path.isEmpty() ? QString() : u'/' + path.join(u'/'));
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

} // namespace lyceum::sync

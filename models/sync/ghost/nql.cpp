// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/nql.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::sync::ghost {

QString quoted(const QString& text)
{
    QString escaped = text;
    escaped.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1);
    return u'\'' + escaped + u'\'';
}

QString quotedTime(qint64 utc)
{
    return u'\'' + QDateTime::fromSecsSinceEpoch(utc, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s) + u'\'';
}

QString anyOfIds(const QStringList& ids)
{
    QStringList list;
    list.reserve(ids.size());
    for (const QString& id : ids)
        list.append(quoted(id));
    return "id:["_L1 + list.join(u',') + u']';
}

QString allOf(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u'+');
}

bool isId(const QString& text)
{
    return text.size() == 24 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

} // namespace lyceum::sync::ghost

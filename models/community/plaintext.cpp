// SPDX-License-Identifier: GPL-3.0-or-later
#include "community/plaintext.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace lyceum {
namespace {

/// The character an entity name ("amp", "#39", "#x27") stands for; empty when unknown.
QString character(QStringView name)
{
    static const QHash<QString, QString> kNamed{
        {u"amp"_s, u"&"_s}, {u"lt"_s, u"<"_s}, {u"gt"_s, u">"_s}, {u"quot"_s, u"\""_s}, {u"apos"_s, u"'"_s}, {u"nbsp"_s, u"\u00a0"_s}};
    if (!name.startsWith(u'#'))
        return kNamed.value(name.toString());
    bool ok = false;
    const bool hex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
    const uint code = hex ? name.sliced(2).toUInt(&ok, 16) : name.sliced(1).toUInt(&ok, 10);
    if (!ok || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return {};
    const char32_t point = code;
    return QString::fromUcs4(&point, 1);
}

bool breaksLine(QStringView tag)
{
    const auto is = [&](QLatin1StringView name) { return tag.compare(name, Qt::CaseInsensitive) == 0; };
    const bool isHeadingsEnd = tag.size() == 3 && tag.startsWith("/h"_L1, Qt::CaseInsensitive) && tag[2] >= u'1' && tag[2] <= u'6';
    return isHeadingsEnd || is("/p"_L1) || is("/blockquote"_L1) || is("/li"_L1) || is("br"_L1) || is("br/"_L1) || is("br /"_L1);
}

} // namespace

QString plainText(const QString& html)
{
    QString text;
    text.reserve(html.size());
    const QStringView source = html;
    qsizetype at = 0;
    while (at < source.size()) {
        const QChar c = source[at];
        if (c == u'<') {
            const qsizetype end = source.indexOf(u'>', at);
            if (end < 0)
                break; // a tag that never ends hides nothing a person was meant to read
            if (breaksLine(source.sliced(at + 1, end - at - 1).trimmed()))
                text += u'\n';
            at = end + 1;
            continue;
        }
        if (c == u'&') {
            const qsizetype end = source.indexOf(u';', at);
            const QString decoded = end > at && end - at <= 10 ? character(source.sliced(at + 1, end - at - 1)) : QString();
            if (!decoded.isEmpty()) {
                text += decoded;
                at = end + 1;
                continue;
            }
        }
        text += c;
        ++at;
    }
    while (text.contains("\n\n"_L1))
        text.replace("\n\n"_L1, "\n"_L1);
    return text.trimmed();
}

} // namespace lyceum

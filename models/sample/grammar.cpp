// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/grammar.h"

#include <QVarLengthArray>

namespace lyceum::sample {
namespace {

/// The end of the bracketed piece that begins at `open`, and the bars on its own level.
qsizetype scanChoice(QStringView text, qsizetype open, QVarLengthArray<qsizetype, 12>& cuts)
{
    int depth = 0;
    qsizetype at = open;
    for (; at < text.size(); ++at) {
        if (text[at] == u'[' && depth++ == 0)
            cuts.append(at);
        else if (text[at] == u']' && --depth == 0)
            break;
        else if (text[at] == u'|' && depth == 1)
            cuts.append(at);
    }
    cuts.append(at);
    return at;
}

QString wordOf(QStringView name, const Topic& topic, Random& random)
{
    if (name == u"n")
        return QString::number(random.between(3, 40));
    const QChar initial = name.front().toLower();
    QString word;
    switch (initial.unicode()) {
    case u's':
        word = topic.subject.toString();
        break;
    case u'a':
        word = topic.act.toString();
        break;
    case u'g':
        word = topic.gain.toString();
        break;
    default:
        word = (name.endsWith(u"ool") ? topic.tool : name.endsWith(u"rap") ? topic.trap : topic.thing).toString();
    }
    if (initial != name.front())
        word[0] = word[0].toUpper();
    return word;
}

void expand(QStringView text, const Topic& topic, Random& random, QString& out)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'[') {
            QVarLengthArray<qsizetype, 12> cuts;
            const qsizetype close = scanChoice(text, at, cuts);
            const qsizetype chosen = random.below(cuts.size() - 1);
            expand(text.mid(cuts[chosen] + 1, cuts[chosen + 1] - cuts[chosen] - 1), topic, random, out);
            at = close;
        } else if (text[at] == u'{') {
            const qsizetype close = text.indexOf(u'}', at);
            out += wordOf(text.mid(at + 1, close - at - 1), topic, random);
            at = close;
        } else {
            out += text[at];
        }
    }
}

} // namespace

QString expanded(QStringView text, const Topic& topic, Random& random)
{
    QString out;
    out.reserve(text.size() * 2);
    expand(text, topic, random, out);
    return out;
}

} // namespace lyceum::sample

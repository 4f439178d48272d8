// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "words/errortext.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

bool isTerminal(FILE* stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream)) != 0;
#else
    return isatty(fileno(stream)) != 0;
#endif
}

bool writeAll(FILE* stream, const QByteArray& bytes)
{
    return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream) == size_t(bytes.size()) && std::fflush(stream) == 0;
}

} // namespace

bool Output::showsProgress() const
{
    return !m_mode.quiet && (!m_mode.json || isTerminal(stderr));
}

Result<ExitCode> Output::answer(const QJsonObject& document, const QStringList& lines) const
{
    QByteArray text;
    if (m_mode.json)
        text = QJsonDocument(document).toJson(QJsonDocument::Indented);
    else if (!lines.isEmpty())
        text = lines.join(u'\n').toUtf8() + '\n';
    if (!writeAll(stdout, text))
        return failure(Error::Kind::Io, u"stdout"_s);
    return ExitCode::Ok;
}

Result<ExitCode> Output::done(const QJsonObject& document, const QStringList& lines) const
{
    return answer(document, m_mode.quiet ? QStringList() : lines);
}

ExitCode Output::failed(const Error& error) const
{
    const QString sentence = ui::sentence(error);
    QByteArray text = sentence.toUtf8();
    if (m_mode.json) {
        const QJsonObject inner {{u"kind"_s, kindName(error.kind)}, {u"message"_s, sentence}, {u"detail"_s, error.detail}};
        text = QJsonDocument(QJsonObject {{u"error"_s, inner}}).toJson(QJsonDocument::Compact);
    }
    writeAll(stderr, text + '\n'); // nobody is left to be told if that fails
    return exitCodeOf(error.kind);
}

void Output::progress(const QString& line)
{
    if (!showsProgress() || line == m_last)
        return;
    m_last = line;
    if (!isTerminal(stderr)) {
        writeAll(stderr, line.toUtf8() + '\n');
        return;
    }
    writeAll(stderr, '\r' + line.leftJustified(m_shown).toUtf8());
    m_shown = line.size();
}

void Output::endProgress()
{
    if (m_shown > 0)
        writeAll(stderr, "\n");
    m_shown = 0;
}

QJsonValue jsonTime(std::optional<qint64> utc)
{
    return utc ? QJsonValue(textTime(utc)) : QJsonValue(QJsonValue::Null);
}

QJsonValue jsonNumber(std::optional<double> number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QString textTime(std::optional<qint64> utc)
{
    return utc ? QDateTime::fromSecsSinceEpoch(*utc, Qt::UTC).toString(Qt::ISODate) : u"-"_s;
}

} // namespace lyceum::cli

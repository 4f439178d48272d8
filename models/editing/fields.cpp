// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/fields.h"

#include "editing/limits.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lyceum::editing {

tl::unexpected<Error> refused(const QString& field, const QString& why)
{
    return failure(Error::Kind::BadInput, u"field %1"_s.arg(field), why);
}

Error ofRow(Error error, const QString& kind, qint64 id)
{
    if (error.kind == Error::Kind::BadInput)
        error.subject = u"%1 %2"_s.arg(kind).arg(id) + (error.subject.isEmpty() ? QString() : u", "_s + error.subject);
    return error;
}

tl::unexpected<Error> notThere(const QString& kind, qint64 id)
{
    return failure(Error::Kind::NotFound, u"%1 %2"_s.arg(kind).arg(id));
}

Result<void> checkLength(const QString& field, const QString& text, qsizetype most)
{
    if (text.size() > most)
        return refused(field, u"it is longer than %1 characters."_s.arg(most));
    return {};
}

Result<void> checkName(const QString& field, const QString& text, qsizetype most)
{
    if (text.trimmed().isEmpty())
        return refused(field, u"it is empty."_s);
    return checkLength(field, text, most);
}

Result<void> checkEmail(const QString& field, const QString& text)
{
    static const QRegularExpression kAddress(u"\\A[^\\s@,;<>\"]+@[^\\s@,;<>\".]+(\\.[^\\s@,;<>\".]+)+\\z"_s);
    if (auto length = checkName(field, text, kMostEmail); !length)
        return length;
    if (!kAddress.match(text).hasMatch())
        return refused(field, u"this is not an e-mail address."_s);
    return {};
}

QString nameKey(const QString& name)
{
    return name.trimmed().toCaseFolded();
}

} // namespace lyceum::editing

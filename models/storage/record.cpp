// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/record.h"

#include <algorithm>

namespace lyceum::storage {
namespace {

constexpr qsizetype kPackedDigits = 24;

bool isPackable(const QString& remoteId)
{
    // Upper-case digits would come back in lower case, so they stay text.
    return remoteId.size() == kPackedDigits && std::ranges::all_of(remoteId, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

} // namespace

Scalar packedRemoteId(const QString& remoteId)
{
    if (remoteId.isEmpty())
        return {};
    if (isPackable(remoteId))
        return QByteArray::fromHex(remoteId.toLatin1());
    return remoteId;
}

QString unpackedRemoteId(const Scalar& stored)
{
    if (const auto* bytes = std::get_if<QByteArray>(&stored))
        return QString::fromLatin1(bytes->toHex());
    if (const auto* text = std::get_if<QString>(&stored))
        return *text;
    return {};
}

template <>
QList<Scalar> valuesOf<Event>(const Event& event)
{
    return {toScalar(event.kind), packedRemoteId(event.remoteId), toScalar(event.member), toScalar(event.atUtc),
        toScalar(event.post), toScalar(event.amount), toScalar(event.text)};
}

template <>
Event recordFrom<Event>(const Statement& row, int first)
{
    Event event;
    event.id.value = row.integer(first);
    fromColumn(row, first + 1, event.kind);
    event.remoteId = unpackedRemoteId(row.scalar(first + 2));
    fromColumn(row, first + 3, event.member);
    fromColumn(row, first + 4, event.atUtc);
    fromColumn(row, first + 5, event.post);
    fromColumn(row, first + 6, event.amount);
    fromColumn(row, first + 7, event.text);
    return event;
}

} // namespace lyceum::storage

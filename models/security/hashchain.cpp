// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/hashchain.h"

#include "security/digest.h"

namespace lyceum::security {

QByteArray chainStart()
{
    return QByteArray(Digest::kBytes, '\0');
}

// The first part names the use and its version, so that a hash made for one purpose never passes for another.

QByteArray commitment(QByteArrayView salt, QByteArrayView entity, qint64 rowId, QByteArrayView field,
                      QByteArrayView oldValue, QByteArrayView newValue)
{
    Digest digest;
    digest.add("lyceum journal commitment 1");
    digest.add(salt);
    digest.add(entity);
    digest.addNumber(rowId);
    digest.add(field);
    digest.add(oldValue);
    digest.add(newValue);
    return digest.finish();
}

QByteArray link(QByteArrayView previousHash, QByteArrayView entryHeader, const QList<QByteArray>& commitments)
{
    Digest digest;
    digest.add("lyceum journal link 1");
    digest.add(previousHash);
    digest.add(entryHeader);
    digest.addNumber(commitments.size());
    for (const QByteArray& one : commitments)
        digest.add(one);
    return digest.finish();
}

} // namespace lyceum::security

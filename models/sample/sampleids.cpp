// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/sampleids.h"

#include "sample/random.h"

namespace lyceum::sample {
namespace {

constexpr int kIndexBits = 58;

void appendHex(QString& text, quint64 value, int digits)
{
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        text.append(QChar(u"0123456789abcdef"[(value >> shift) & 15]));
}

} // namespace

QString SampleIds::make(IdTag tag, quint64 index, qint64 atUtc) const
{
    Q_ASSERT(index < (quint64(1) << kIndexBits));
    QString id;
    id.reserve(24);
    appendHex(id, static_cast<quint64>(atUtc), 8);
    appendHex(id, scrambled(((static_cast<quint64>(tag) << kIndexBits) | index) ^ m_seed), 16);
    return id;
}

std::optional<quint64> SampleIds::indexOf(IdTag tag, const QString& id) const
{
    if (id.size() != 24)
        return std::nullopt;
    bool isHex = false;
    const quint64 tail = QStringView(id).mid(8).toULongLong(&isHex, 16);
    const quint64 plain = unscrambled(tail) ^ m_seed;
    if (!isHex || (plain >> kIndexBits) != static_cast<quint64>(tag))
        return std::nullopt;
    return plain & ((quint64(1) << kIndexBits) - 1);
}

QString SampleIds::uuid(quint64 index) const
{
    const quint64 high = scrambled(scrambled(m_seed + 1) + 2 * index);
    const quint64 low = scrambled(scrambled(m_seed + 1) + 2 * index + 1);
    QString text;
    text.reserve(36);
    appendHex(text, high >> 32, 8);
    text.append(u'-');
    appendHex(text, high >> 16, 4);
    text.append(u"-4");
    appendHex(text, high, 3);
    text.append(u'-');
    appendHex(text, (low >> 48 & 0x3fff) | 0x8000, 4);
    text.append(u'-');
    appendHex(text, low, 12);
    return text;
}

} // namespace lyceum::sample

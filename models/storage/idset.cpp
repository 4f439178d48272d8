// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/idset.h"

#include <algorithm>
#include <bit>

namespace lyceum::storage {
namespace {

constexpr qint64 kBits = 64;

quint64 bitOf(qint64 id)
{
    return quint64(1) << (id % kBits);
}

} // namespace

void IdSet::growTo(std::size_t words)
{
    if (m_words.size() < words)
        m_words.resize(words, m_beyond);
}

void IdSet::insert(qint64 id)
{
    Q_ASSERT(id >= 0);
    const auto word = std::size_t(id / kBits);
    if (word >= m_words.size())
        growTo(std::max(word + 1, m_words.size() * 2));
    m_words[word] |= bitOf(id);
}

bool IdSet::contains(qint64 id) const
{
    if (id < 0)
        return false;
    const auto word = std::size_t(id / kBits);
    return ((word < m_words.size() ? m_words[word] : m_beyond) & bitOf(id)) != 0;
}

void IdSet::intersect(const IdSet& other)
{
    growTo(other.m_words.size());
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= i < other.m_words.size() ? other.m_words[i] : other.m_beyond;
    m_beyond &= other.m_beyond;
}

void IdSet::unite(const IdSet& other)
{
    growTo(other.m_words.size());
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] |= i < other.m_words.size() ? other.m_words[i] : other.m_beyond;
    m_beyond |= other.m_beyond;
}

void IdSet::complement()
{
    for (quint64& word : m_words)
        word = ~word;
    m_beyond = ~m_beyond;
}

IdSet IdSet::all()
{
    IdSet set;
    set.complement();
    return set;
}

qint64 IdSet::count() const
{
    Q_ASSERT(m_beyond == 0);
    qint64 bits = 0;
    for (const quint64 word : m_words)
        bits += std::popcount(word);
    return bits;
}

} // namespace lyceum::storage

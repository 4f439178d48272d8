// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace lyceum::storage {

/// A set of row ids as bits: a hundred thousand of them are 12 kB, and "and", "or", "not" cost next to nothing.
/// Ids are positive and dense (they come from a sequence).
class IdSet {
public:
    void insert(qint64 id);
    [[nodiscard]] bool contains(qint64 id) const;

    void intersect(const IdSet& other);
    void unite(const IdSet& other);
    /// Becomes the set of all ids, however large, that are not in it.
    void complement();

    [[nodiscard]] static IdSet all();
    /// How many there are; only for sets that were not made by complement() or all().
    [[nodiscard]] qint64 count() const;

private:
    void growTo(std::size_t words);

    std::vector<quint64> m_words;
    quint64 m_beyond = 0; ///< the words that are not stored: all zeros or all ones
};

} // namespace lyceum::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace lyceum::sample {

/// What an id names. The tags of events are EventRow plus the number of the event's kind.
enum class IdTag : quint64 { Tier = 1, Label, Newsletter, Offer, Tag, Member, Post, Comment, Reaction, Agreement, EventRow = 16 };

/**
 * Ids shaped like a store's, 24 hex digits of which the first eight are the seconds, and yet without a table:
 * the rest is a scrambled (tag, index), so that an id leads back to its row.
 */
class SampleIds {
public:
    explicit SampleIds(quint64 seed)
        : m_seed(seed)
    {
    }

    /// `index` below 2^58. Two ids are equal only if tag and index are.
    [[nodiscard]] QString make(IdTag tag, quint64 index, qint64 atUtc) const;
    /// The index, if the id could be one of this tag; the caller compares the whole id with that row's.
    [[nodiscard]] std::optional<quint64> indexOf(IdTag tag, const QString& id) const;
    [[nodiscard]] QString uuid(quint64 index) const; ///< version 4 in shape

private:
    quint64 m_seed;
};

} // namespace lyceum::sample

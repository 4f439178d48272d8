// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/workspacefile.h"

#include <algorithm>

/// A small made-up community, written through the commit path and kept in memory beside it, to hold answers against.
struct Community {
    struct Size {
        qint64 members = 300;
        qint64 posts = 20;
        qint64 comments = 400;
        qint64 events = 2000;
    };

    QList<lyceum::Label> labels;
    QList<lyceum::Tier> tiers;
    QList<lyceum::Newsletter> newsletters;
    QList<lyceum::Tag> tags;
    QList<lyceum::Member> members; ///< by id, as all of these
    QList<lyceum::Subscription> subscriptions;
    QList<lyceum::Payment> payments;
    QList<lyceum::Post> posts;
    QList<lyceum::Comment> comments;
    QList<lyceum::Event> events;
    QList<lyceum::SubscriptionChange> changes;

    static constexpr qint64 kStart = 1'700'000'000;
    static constexpr qint64 kNow = 1'790'000'000;

    [[nodiscard]] const lyceum::Member& member(lyceum::MemberId id) const { return members.at(id.value - 1); }
    [[nodiscard]] QList<lyceum::Comment> repliesTo(lyceum::CommentId thread) const;
    [[nodiscard]] bool isFirstOfItsAuthor(const lyceum::Comment& comment) const;

    /// Fills an empty workspace; the same seed makes the same community.
    [[nodiscard]] static lyceum::Result<Community> fill(lyceum::storage::WorkspaceFile& file, Size size, quint64 seed);
};

/// Of the old workspaces in tests/data/workspaces.
inline constexpr Community::Size kFixtureSize {25, 4, 20, 120};
inline constexpr quint64 kFixtureSeed = 1;

[[nodiscard]] inline bool isPublished(const lyceum::Comment& comment)
{
    return comment.status == lyceum::Comment::Status::Published;
}

template <class Predicate>
[[nodiscard]] qint64 count(const auto& list, Predicate predicate)
{
    return std::ranges::count_if(list, predicate);
}

/// A sequence of numbers that is the same everywhere.
class Dice {
public:
    explicit Dice(quint64 seed)
        : m_state(seed * 2 + 1)
    {
    }
    /// 0 <= answer < below
    qint64 operator()(qint64 below)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return qint64((m_state >> 33) % quint64(below));
    }
    bool chance(qint64 percent) { return (*this)(100) < percent; }
    template <class List>
    auto pick(const List& list)
    {
        return list.at((*this)(list.size()));
    }

private:
    quint64 m_state;
};

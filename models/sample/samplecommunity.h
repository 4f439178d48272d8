// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/discussion.h"
#include "sample/habits.h"
#include "sample/library.h"
#include "sample/life.h"
#include "sample/person.h"
#include "sample/sampleids.h"
#include "sync/engine/remote.h"

#include <array>
#include <map>
#include <vector>

namespace lyceum::sample {

inline constexpr int kTiers = 3; ///< free, Reader, Circle
inline constexpr int kEventKinds = kLastEventKind + 1; ///< for arrays by the number of the kind

/// One event before it is written out.
struct EventLine {
    qint64 atUtc = 0;
    quint64 ordinal = 0; ///< unique among the member's events of one kind, below 2^24
    int post = -1;
    int detail = 0; ///< turn, charge, newsletter ... by kind
};

/**
 * The whole community as functions of (options, index). Kept are 24 bytes a member, about 50 a comment and 24 a reaction;
 * everything else, events above all, is made again whenever it is asked for. Making the object costs some microseconds a member.
 */
class SampleCommunity {
public:
    explicit SampleCommunity(const SampleOptions& options);

    [[nodiscard]] const SampleOptions& options() const { return m_options; }
    [[nodiscard]] const SampleIds& ids() const { return m_ids; }
    [[nodiscard]] int members() const { return int(m_people.size()); }
    [[nodiscard]] int posts() const { return int(m_posts.size()); }
    [[nodiscard]] int comments() const { return int(m_discussion.comments.size()); }
    [[nodiscard]] int reactions() const { return int(m_discussion.reactions.size()); }
    [[nodiscard]] const Discussion& discussion() const { return m_discussion; }

    // The rows, as a store would send them.
    [[nodiscard]] Tier tier(int index) const; ///< 0 .. kTiers - 1
    [[nodiscard]] Label label(int index) const;
    [[nodiscard]] Newsletter newsletter(int index) const;
    [[nodiscard]] Tag tag(int index) const;
    [[nodiscard]] sync::RemoteOffer offer(int index) const;
    [[nodiscard]] sync::RemoteMember member(int index) const;
    [[nodiscard]] sync::RemotePost post(int index) const;
    [[nodiscard]] sync::RemoteComment comment(int index) const;
    [[nodiscard]] sync::RemoteReaction reaction(int index) const;
    [[nodiscard]] QList<sync::RemoteEvent> events(EventKind kind, int member) const; ///< all of one kind of one member

    /// Whose event the id could name.
    [[nodiscard]] std::optional<int> memberOfEvent(EventKind kind, const QString& remoteId) const;

    [[nodiscard]] QString memberId(int index) const;
    [[nodiscard]] QString postId(int index) const;
    [[nodiscard]] QString commentId(int index) const;

    /// How many events of each kind there are. One pass over everybody.
    [[nodiscard]] std::array<qint64, kEventKinds> eventTotals() const;
    [[nodiscard]] std::vector<qint64> membersOfLabels() const;
    [[nodiscard]] std::vector<qint64> membersOfNewsletters() const;

private:
    struct Someone {
        int index;
        const Person& person;
        Life life;
    };

    [[nodiscard]] Someone someone(int index) const;
    [[nodiscard]] Mailbox mailbox(const Someone& someone) const;
    [[nodiscard]] std::vector<qint64> visits(const Someone& someone) const;
    [[nodiscard]] sync::RemoteMember::Paid agreement(int member, int index, const Agreement& agreement) const;
    [[nodiscard]] QString agreementId(int member, int index, const Agreement& agreement) const;
    [[nodiscard]] QString tierId(PaidTier tier) const;
    [[nodiscard]] sync::RemoteEvent eventRow(EventKind kind, const Someone& someone, const EventLine& line) const;
    template <class Sink>
    void eachEvent(const Someone& someone, std::optional<EventKind> only, Sink sink) const;
    void settleVisits();

    SampleOptions m_options;
    SampleIds m_ids;
    qint64 m_startUtc;
    std::vector<Person> m_people;
    std::vector<PostPlan> m_posts;
    std::vector<int> m_mailed; ///< indices of the mailed posts
    Discussion m_discussion;
    std::vector<qint64> m_lastTalked; ///< by member: last comment or reaction, 0 for none
    std::map<int, int> m_muted; ///< member -> the comment it was for
    std::vector<qint64> m_redemptions; ///< by offer
    double m_visitsPerDay = 0.5;
};

} // namespace lyceum::sample

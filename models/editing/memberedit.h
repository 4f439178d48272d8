// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/member.h"
#include "storage/changeset.h"

#include <QStringList>

#include <optional>

namespace lyceum::editing {

/// Access that nobody pays for.
struct Complimentary {
    TierId tier;
    std::optional<qint64> untilUtc; ///< none: for good

    friend bool operator==(const Complimentary&, const Complimentary&) = default;
};

/// That a member may not comment.
struct CommentingBan {
    QString reason; ///< never empty: the store wants one
    std::optional<qint64> untilUtc; ///< none: until somebody lifts it

    friend bool operator==(const CommentingBan&, const CommentingBan&) = default;
};

/**
 * What is to become of a member, or of ten thousand. What is not set stays as it is.
 *
 * Labels go by name, without regard to case and to blanks around it, as the store matches them: one that nobody has heard of is made
 * when it is added.
 */
struct MemberEdit {
    std::optional<QString> email; ///< for one member only: addresses are unique
    std::optional<QString> name;
    std::optional<QString> note;
    QStringList addLabels;
    QStringList dropLabels;
    QList<NewsletterId> addNewsletters;
    QList<NewsletterId> dropNewsletters;
    std::optional<Complimentary> complimentary; ///< takes the place of an earlier one
    bool endComplimentary = false;
    std::optional<CommentingBan> disableCommenting;
    bool enableCommenting = false;
    bool depart = false; ///< goes from the store; stays here as one who left, with all history

    [[nodiscard]] bool isEmpty() const { return *this == MemberEdit(); }
    friend bool operator==(const MemberEdit&, const MemberEdit&) = default;
};

struct NewMember {
    QString email;
    QString name;
    QString note;
    QStringList labels; ///< by name, as MemberEdit::addLabels
    QList<NewsletterId> newsletters; ///< what they asked for; none unless named
    std::optional<Complimentary> complimentary;

    friend bool operator==(const NewMember&, const NewMember&) = default;
};

/// What is wrong with an edit whoever it is for, as a form says while it is typed: lengths, the shape of the address, contradictions,
/// times that are over. BadInput whose subject is the field.
[[nodiscard]] Result<void> check(const MemberEdit& edit, qint64 nowUtc);
[[nodiscard]] Result<void> check(const NewMember& member, qint64 nowUtc);

/**
 * Puts the edit of these members into a change set. What the store works out by itself (`status`) is left to it; `subscribed` follows
 * the newsletters.
 *
 * @param members  in any order; one who is named twice is edited once
 * @return BadInput as `check`, and, with the member in the subject, for one who has left the store, pays (complimentary access), or would
 *         share an address; NotFound for a member, tier, newsletter or label to drop that does not exist. Then nothing may be committed.
 *         Cost: four small reads a member.
 */
[[nodiscard]] Result<void> applyToMembers(
    storage::ChangeSet& changes, const QList<MemberId>& members, const MemberEdit& edit, qint64 nowUtc);

/// Makes a member who is yet to be made on the store. Errors as applyToMembers; joined now.
[[nodiscard]] Result<MemberId> createMember(storage::ChangeSet& changes, const NewMember& member, qint64 nowUtc);

/// What the journal says of it: "label 10000 members".
[[nodiscard]] QString reasonOf(const MemberEdit& edit, qsizetype members);
[[nodiscard]] QString reasonOf(const NewMember& member);

} // namespace lyceum::editing

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>
#include <variant>
#include <vector>

namespace lyceum {

/// What of a member a filter can ask about.
enum class MemberField {
    RemoteId, ///< `id`: the store's id
    Email,
    Name,
    Note,
    Status,
    Country,
    Source,
    Subscribed, ///< gets at least one newsletter
    Departed, ///< no longer in the store
    JoinedAt, ///< `created_at`
    LastSeenAt, ///< `last_seen_at`
    DepartedAt, ///< `departed_at`
    EmailCount, ///< `email_count`: letters sent to the member
    EmailOpenedCount, ///< `email_opened_count`
    Label, ///< slug or name of a label the member has
    Tier, ///< slug or name
    Newsletter, ///< slug or name
};

/// Which values and operators a field takes.
enum class FieldType {
    Text, ///< compared without regard to the case of ASCII letters
    Status, ///< one of the names of MemberStatus; only = and in
    Flag, ///< true or false; only =
    Number,
    Time, ///< UTC seconds, or relative to now
    Set, ///< of texts: = means that one of the elements is equal
};

[[nodiscard]] FieldType typeOf(MemberField field);
[[nodiscard]] QString nameOf(MemberField field); ///< its name in filters: "created_at"
/// Also answers to "joined", "last_seen", "labels", "tiers", "newsletters", "remote_id".
[[nodiscard]] std::optional<MemberField> memberFieldOf(const QString& name);

/// "now-30d": resolved when the filter is asked, so that a saved segment moves with the time.
struct RelativeTime {
    enum class Unit { Second, Minute, Hour, Day, Week, Month, Year };

    qint64 amount = 0; ///< negative: before now
    Unit unit = Unit::Day;

    friend bool operator==(const RelativeTime&, const RelativeTime&) = default;
    /// Months and years are those of the UTC calendar; a day that a month has not becomes its last.
    [[nodiscard]] qint64 resolve(qint64 nowUtc) const;
};

/// An instant written out: '2026-03-01' or '2026-03-01 12:30:00', both UTC, as the store reads them.
struct AbsoluteTime {
    qint64 utc = 0;
    friend bool operator==(const AbsoluteTime&, const AbsoluteTime&) = default;
};

/// Null stands for "has none": no time known, no label, an empty text.
using FilterValue = std::variant<std::monostate, bool, qint64, QString, AbsoluteTime, RelativeTime>;

/**
 * A condition on members: a comparison, or several conditions of which all or any hold.
 *
 * There is no node for "not", because every comparison has its exact opposite; see `negation()`. So a value that is missing is
 * unequal to every other, and a member who was never seen is not seen before any time.
 */
struct Filter {
    enum class Kind { All, Any, Comparison };
    enum class Operator {
        Equals, ///< with several values: equals one of them
        NotEquals,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Contains,
        NotContains,
        StartsWith,
        NotStartsWith,
        EndsWith,
        NotEndsWith,
    };

    Kind kind = Kind::All;
    std::vector<Filter> parts; ///< of All and Any. All of none is everybody, any of none is nobody
    MemberField field = MemberField::Name; ///< of Comparison, with what follows
    Operator op = Operator::Equals;
    std::vector<FilterValue> values; ///< at least one; several only with Equals and NotEquals

    friend bool operator==(const Filter&, const Filter&) = default;

    [[nodiscard]] static Filter allOf(std::vector<Filter> parts);
    [[nodiscard]] static Filter anyOf(std::vector<Filter> parts);
    [[nodiscard]] static Filter comparison(MemberField field, Operator op, FilterValue value);
    [[nodiscard]] static Filter oneOf(MemberField field, std::vector<FilterValue> values);

    /// Whether any comparison in it is about the field.
    [[nodiscard]] bool mentions(MemberField about) const;
};

/// The filter that holds exactly for those for whom the given one does not.
[[nodiscard]] Filter negation(const Filter& filter);

} // namespace lyceum

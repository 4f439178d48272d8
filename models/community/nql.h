// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "community/filter.h"

namespace lyceum {

/// What is wrong with a filter text, and where.
struct NqlProblem {
    enum class Kind {
        Empty, ///< there is no filter
        UnknownField, ///< `word` is no field
        ColonExpected, ///< after the field `word`
        ValueExpected,
        UnknownValue, ///< `word` is not a value of this field: a status, true/false, a number or a time
        OperatorNotAllowed, ///< the field does not take this operator
        UnclosedQuote,
        UnclosedGroup, ///< ( or [ without its end
        Unexpected, ///< `word` is not possible here
        TooDeep, ///< more than kMaxNqlDepth groups inside each other
    };

    Kind kind = Kind::Empty;
    qsizetype position = 0; ///< of the first character that is wrong, counted from 0
    QString word;

    friend bool operator==(const NqlProblem&, const NqlProblem&) = default;
};

inline constexpr int kMaxNqlDepth = 50;

/**
 * Reads the store's filter language (NQL): `status:paid+label:[vip,'early bird'],name:~'ada'`.
 *
 * `+` and (binds stronger), `,` or, `()` group; `field:value`, `:-` not, `:>` `:>=` `:<` `:<=`, `:~` contains, `:~^` starts,
 * `:~$` ends, `:-~` and so on not, `[a,b]` one of, `null`, `true`, `false`, `now-30d` (s m h d w M y). Texts that are more than a
 * word stand in single quotes, in which \' is a quote and \\ a backslash. Spaces around operators do not matter.
 */
[[nodiscard]] tl::expected<Filter, NqlProblem> parseNql(const QString& text);

/// The same filter as text that `parseNql` reads back to an equal one (lonely and empty groups are simplified away). Empty for the
/// filter that everybody passes.
[[nodiscard]] QString toNql(const Filter& filter);

/// The problem as an error of kind BadInput, for callers without a screen.
[[nodiscard]] Error toError(const NqlProblem& problem);

} // namespace lyceum

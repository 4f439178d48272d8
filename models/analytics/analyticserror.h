// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace lyceum::analytics {

/// Why a question could not be computed. An answer that does not exist (the median of a curve that never falls to one
/// half) is not an error: it is an empty std::optional.
struct AnalyticsError {
    enum class Kind {
        LengthsDiffer, ///< two inputs that belong together have different lengths; `index` is the shorter length
        NotFinite, ///< a time or entry is NaN or infinite
        NegativeTime, ///< a time or entry is below zero
        EntryNotBeforeExit, ///< an entry is not before its exit, or closer to it than times are told apart
        BadEvent, ///< an event flag is neither 0 nor 1
        BadGroup, ///< a group or stratum number is not below its count
        BadLevel, ///< a confidence level is not strictly between 0 and 1; `index` is 0
        BadWeight, ///< a weight exponent is negative or not finite; `index` is 0
        LeftBeforeJoined, ///< a member left in a month before the month of joining
        BadRange, ///< a number that bounds the answer is outside its domain; `index` is 0
    };

    Kind kind = Kind::NotFinite;
    std::size_t index = 0; ///< the first offending element, from 0

    friend bool operator==(const AnalyticsError&, const AnalyticsError&) = default;
};

} // namespace lyceum::analytics

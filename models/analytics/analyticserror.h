// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace lyceum::analytics {

/// Why a question could not be computed. An answer that does not exist (the median of a curve that never falls to one
/// half) is not an error: it is an empty std::optional. An answer that exists but deserves doubt carries a Warning.
struct AnalyticsError {
    enum class Kind {
        LengthsDiffer, ///< two inputs that belong together have different lengths; `index` is the shorter length
        NotFinite, ///< a time, entry or other number is NaN or infinite
        NegativeTime, ///< a time or entry is below zero
        EntryNotBeforeExit, ///< an entry is not before its exit, or closer to it than times are told apart
        BadEvent, ///< an event flag is neither 0 nor 1, or an event's cause is unknown
        BadGroup, ///< a group, stratum, state or node number is not below its count
        BadLevel, ///< a confidence level is not strictly between 0 and 1; `index` is 0
        BadWeight, ///< a weight or weight exponent is negative or not finite
        LeftBeforeJoined, ///< a member left in a month before the month of joining
        BadRange, ///< a number that bounds the answer is outside its domain; `index` is 0
        BadCount, ///< a count is negative, or more than the total it belongs to
        BadValue, ///< an observation is outside the domain of the method: a negative amount, a share above 1
        TooFew, ///< fewer observations than the method can be computed from; `index` is how many there are
        NoVariation, ///< a column, response or series is constant where the method needs it to vary; `index` is the column
        Singular, ///< columns repeat one another, so that no coefficient is determined; `index` is the column
        Separated, ///< a column tells the outcomes apart perfectly: the estimate is infinite; `index` is the column
        NotConverged, ///< the search ended without an answer worth showing; `index` is the number of steps
        TooLarge, ///< more than the method takes in memory or time; `index` is the bound
        Unreachable, ///< a state is never come to from where the question starts; `index` is that state
        NotAbsorbing, ///< no state is one that is never left; `index` is 0
        BudgetExceeded, ///< the privacy budget does not allow one more release; `index` is 0
    };

    Kind kind = Kind::NotFinite;
    std::size_t index = 0; ///< the first offending element, from 0

    friend bool operator==(const AnalyticsError&, const AnalyticsError&) = default;
};

} // namespace lyceum::analytics

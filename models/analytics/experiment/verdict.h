// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/experiment/sampleratio.h"

#include <cstdint>
#include <optional>

namespace lyceum::analytics {

/// When it was settled that the result would be read.
enum class StoppingRule {
    Fixed, ///< once, when the planned size is reached
    AlwaysValid, ///< at any time (MixtureSprt)
    GroupSequential, ///< at planned looks (GroupSequentialDesign)
};

/// What is known of a treatment, by the method that its rule calls for.
struct Evidence {
    StoppingRule rule = StoppingRule::Fixed;
    std::int64_t n = 0; ///< members of all variants so far
    std::optional<std::int64_t> plannedSize; ///< of all variants, settled before the start
    double difference = 0; ///< treatment - control
    bool isSignificant = false; ///< p or bound, with several treatments after Holm's correction
};

enum class VerdictKind {
    SampleRatioMismatch, ///< something is wrong with who was in which variant: no result is to be read
    NotPlanned, ///< neither a size nor a sequential method was settled: nothing says that this is not the luckiest of many looks
    TooEarly, ///< the planned size is not reached, and the method allows one look only
    GoOn, ///< a sequential method has not decided yet
    Higher, ///< the treatment's outcome is higher than the control's
    Lower,
    NotShown, ///< all that was planned is there, and shows no difference: which is not the same as showing that there is none
};

struct ExperimentVerdict {
    VerdictKind kind = VerdictKind::NotPlanned;
    std::int64_t missing = 0; ///< members until the planned size; 0 without one

    friend bool operator==(const ExperimentVerdict&, const ExperimentVerdict&) = default;
};

/// What may be said. Nothing about the outcome before the sample ratio has passed, nor before the planned size unless the rule allows
/// to look earlier. O(1).
[[nodiscard]] ExperimentVerdict verdictOn(const SampleRatioTest& sampleRatio, const Evidence& evidence);

} // namespace lyceum::analytics

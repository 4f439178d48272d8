// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/verdict.h"

#include <algorithm>

namespace lyceum::analytics {

ExperimentVerdict verdictOn(const SampleRatioTest& sampleRatio, const Evidence& evidence)
{
    ExperimentVerdict verdict;
    verdict.missing = std::max<std::int64_t>(evidence.plannedSize.value_or(0) - evidence.n, 0);
    const bool isFixed = evidence.rule == StoppingRule::Fixed;
    const bool isComplete = evidence.plannedSize && verdict.missing == 0;
    if (sampleRatio.isMismatch)
        verdict.kind = VerdictKind::SampleRatioMismatch;
    else if (isFixed && !evidence.plannedSize)
        verdict.kind = VerdictKind::NotPlanned;
    else if (isFixed && !isComplete)
        verdict.kind = VerdictKind::TooEarly;
    else if (evidence.isSignificant && evidence.difference != 0)
        verdict.kind = evidence.difference > 0 ? VerdictKind::Higher : VerdictKind::Lower;
    else
        verdict.kind = isComplete ? VerdictKind::NotShown : VerdictKind::GoOn;
    return verdict;
}

} // namespace lyceum::analytics

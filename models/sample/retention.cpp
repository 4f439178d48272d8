// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/retention.h"

#include "sample/sources.h"

#include <algorithm>

namespace lyceum::sample {
namespace {

double seasonOf(int month)
{
    switch (month) {
    case 2:
        return 1.15;
    case 7:
    case 8:
        return 1.30;
    case 9:
    case 10:
        return 0.85;
    default:
        return 1.0;
    }
}

double leavingFactor(int source) { return sources()[static_cast<std::size_t>(source)].leaving; }

} // namespace

double leavingChance(const Renewal& renewal)
{
    const bool reader = renewal.plan.tier == PaidTier::Reader;
    const bool monthly = renewal.plan.cadence == Cadence::Month;
    const double start = monthly ? (reader ? 0.155 : 0.085) : (reader ? 0.36 : 0.24);
    const double floor = monthly ? (reader ? 0.035 : 0.016) : (reader ? 0.20 : 0.12);
    const double hazard = floor + (start - floor) * 2 / (renewal.number + 1);
    return std::min(0.9, hazard * leavingFactor(renewal.source) * seasonOf(renewal.month));
}

double trialLoss(int source) { return std::min(0.9, 0.36 * leavingFactor(source)); }

} // namespace lyceum::sample

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/competing/competingrisks.h"

#include "analytics/competing/influence.h"
#include "analytics/proportion.h"
#include "analytics/survival/confidenceband.h"
#include "analytics/survival/moments.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

namespace lyceum::analytics {
namespace {

using Kind = AnalyticsError::Kind;

/// The subjects by moment, checked.
struct Watch {
    Moments moments;
    std::vector<std::uint32_t> byExit;
    std::vector<std::uint32_t> byEntry; ///< empty without entries
};

tl::expected<Watch, AnalyticsError> watchOf(const CompetingSample& sample)
{
    const std::size_t n = sample.times.size();
    if (sample.causeCount == 0)
        return tl::unexpected(AnalyticsError{Kind::BadCount, 0});
    if (sample.causes.size() != n)
        return tl::unexpected(AnalyticsError{Kind::LengthsDiffer, std::min(n, sample.causes.size())});
    std::vector<std::uint8_t> events;
    events.reserve(n);
    for (std::size_t i = 0; i < n; ++i) {
        if (sample.causes[i] > sample.causeCount)
            return tl::unexpected(AnalyticsError{Kind::BadEvent, i});
        events.push_back(sample.causes[i] == 0 ? 0 : 1);
    }
    auto moments = momentsOf({sample.times, events, sample.entries});
    if (!moments)
        return tl::unexpected(moments.error());
    Watch watch{*std::move(moments), {}, {}};
    watch.byExit = orderByKey(watch.moments.exits, watch.moments.times.size());
    watch.byEntry = orderByKey(watch.moments.entries, watch.moments.times.size());
    return watch;
}

/// The estimate at some time, with what the influences need.
struct Current {
    explicit Current(std::size_t causes)
        : incidence(causes)
        , spread(causes)
    {
    }

    [[nodiscard]] Influence::State state() const { return {staying, hazardSpread, incidence, spread}; }

    double staying = 1;
    double hazardSpread = 0;
    std::vector<double> incidence;
    std::vector<double> spread;
};

/// The states at which subjects entered, by moment: whoever leaves is held against them.
class Doorbook {
public:
    Doorbook(std::size_t causes, std::size_t moments)
        : m_causes(causes)
        , m_hazardSpreads(moments)
        , m_incidences(moments * causes)
        , m_spreads(moments * causes)
    {
    }

    void note(std::size_t moment, const Current& current)
    {
        const auto at = std::ptrdiff_t(moment * m_causes);
        m_hazardSpreads[moment] = current.hazardSpread;
        std::ranges::copy(current.incidence, m_incidences.begin() + at);
        std::ranges::copy(current.spread, m_spreads.begin() + at);
    }

    [[nodiscard]] Influence::State at(std::size_t moment) const
    {
        return {1, m_hazardSpreads[moment], std::span(m_incidences).subspan(moment * m_causes, m_causes),
            std::span(m_spreads).subspan(moment * m_causes, m_causes)};
    }

private:
    std::size_t m_causes;
    std::vector<double> m_hazardSpreads;
    std::vector<double> m_incidences;
    std::vector<double> m_spreads;
};

Estimate estimateOf(double share, double variance, double z, BandTransform transform)
{
    Estimate estimate;
    estimate.value = share;
    estimate.stdError = std::sqrt(std::max(variance, 0.0)); // rounding may leave less than nothing
    const auto band
        = share > 0 ? confidenceBand(share, *estimate.stdError / share, z, transform) : std::nullopt;
    if (band) {
        estimate.low = band->low;
        estimate.high = band->high;
    }
    return estimate;
}

/// What the events of one moment do: all of dF, dB and dG, then S. Once nobody stays nothing changes any more.
void advance(Current& current, const CompetingStep& step, std::int64_t leaving)
{
    if (leaving == 0 || current.staying <= 0)
        return;
    const auto n = double(step.atRisk);
    for (std::size_t k = 0; k < step.causes.size(); ++k) {
        const double rise = current.staying * (double(step.causes[k].events) / n);
        current.incidence[k] += rise;
        current.spread[k] += rise * (current.hazardSpread - 1 / n);
    }
    const std::int64_t left = step.atRisk - leaving;
    current.staying = current.staying * double(left) / n;
    if (left > 0)
        current.hazardSpread += double(leaving) / (n * double(left));
}

void estimate(CompetingRisks& risks, const CompetingSample& sample, const Watch& watch, double z)
{
    const bool hasEntries = !watch.byEntry.empty();
    const std::vector<double>& times = watch.moments.times;
    Current current(sample.causeCount);
    const Current start = current;
    Influence influence(sample.causeCount);
    Doorbook doorbook(sample.causeCount, hasEntries ? times.size() : 0);
    std::int64_t atRisk = hasEntries ? 0 : std::int64_t(sample.times.size());
    for (std::int64_t i = 0; i < atRisk; ++i)
        influence.enter(start.state());

    std::size_t begin = 0;
    std::size_t entered = 0;
    for (std::size_t moment = 0; moment < times.size(); ++moment) {
        CompetingStep step;
        step.time = times[moment];
        step.atRisk = atRisk;
        step.causes.resize(sample.causeCount);
        std::size_t end = begin;
        for (; end < watch.byExit.size() && watch.moments.exits[watch.byExit[end]] == moment; ++end) {
            const std::uint32_t cause = sample.causes[watch.byExit[end]];
            ++(cause == 0 ? step.censored : step.causes[cause - 1].events);
        }
        if (end > begin) {
            const Current before = current;
            advance(current, step, std::int64_t(end - begin) - step.censored);
            for (; begin < end; ++begin) {
                const std::uint32_t i = watch.byExit[begin];
                influence.leave(hasEntries ? doorbook.at(watch.moments.entries[i]) : start.state(), before.state(),
                    current.state(), double(step.atRisk),
                    sample.causes[i] == 0 ? Influence::kCensored : sample.causes[i] - 1);
                --atRisk;
            }
            const Influence::State now = current.state();
            step.staying = estimateOf(now.staying, influence.stayingVariance(now), z, risks.transform);
            for (std::size_t k = 0; k < step.causes.size(); ++k) {
                risks.events[k] += step.causes[k].events;
                step.causes[k].incidence
                    = estimateOf(now.incidence[k], influence.incidenceVariance(now, k), z, risks.transform);
            }
            risks.steps.push_back(std::move(step));
        }
        if (!hasEntries)
            continue;
        doorbook.note(moment, current);
        for (; entered < watch.byEntry.size() && watch.moments.entries[watch.byEntry[entered]] == moment; ++entered) {
            influence.enter(current.state());
            ++atRisk;
        }
    }
}

} // namespace

tl::expected<CompetingRisks, AnalyticsError> competingRisks(
    const CompetingSample& sample, const CompetingRisksOptions& options)
{
    const std::optional<double> z = zForLevel(options.level);
    if (!z)
        return tl::unexpected(AnalyticsError{Kind::BadLevel, 0});
    const auto watch = watchOf(sample);
    if (!watch)
        return tl::unexpected(watch.error());
    CompetingRisks risks;
    risks.events.resize(sample.causeCount);
    risks.subjects = std::int64_t(sample.times.size());
    risks.transform = options.transform;
    risks.level = options.level;
    estimate(risks, sample, *watch, *z);
    return risks;
}

const CompetingStep* stepAt(const CompetingRisks& risks, double t)
{
    const auto after = std::ranges::upper_bound(risks.steps, t, {}, &CompetingStep::time);
    return std::isnan(t) || after == risks.steps.begin() ? nullptr : &*std::prev(after);
}

} // namespace lyceum::analytics

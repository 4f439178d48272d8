// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/analyticserror.h"
#include "analytics/estimate.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lyceum::analytics {

/// How a part of an exponential smoothing model enters.
enum class EtsPart { None, Additive, Multiplicative };

/// One of the 30 innovations state space models of Hyndman et al.: error, trend, season.
struct EtsForm {
    EtsPart error = EtsPart::Additive; ///< never None
    EtsPart trend = EtsPart::None;
    bool damped = false; ///< only with a trend
    EtsPart season = EtsPart::None;

    friend bool operator==(const EtsForm&, const EtsForm&) = default;
};

/// "ETS(M,Ad,M)".
[[nodiscard]] std::string nameOf(const EtsForm& form);
/// Reads "MAdM", "ANN", "aaa" or "ETS(M,Ad,M)"; nullopt when it is none of the 30.
[[nodiscard]] std::optional<EtsForm> etsFormNamed(std::string_view name);
/// Whether every step of it is linear in the states or in their products, so that forecasts have a finite variance. The others (an
/// additive error with a multiplicative part, or M,M,A) can divide by numbers near 0; they are fitted only when asked for by name.
[[nodiscard]] bool isStable(const EtsForm& form);

/// Smoothing parameters and the state before the first observation.
struct EtsParameters {
    double alpha = 0.5; ///< of the level
    double beta = 0; ///< of the slope, as a share of the error (R's beta: alpha times the beta* of the textbooks)
    double gamma = 0; ///< of the seasons
    double phi = 1; ///< damping; 1 without
    double level = 0;
    double slope = 0; ///< a step up, or with a multiplicative trend a factor
    std::vector<double> seasons; ///< one a season; seasons[j] belongs to observation j; they sum to 0, or multiplicative to the period

    friend bool operator==(const EtsParameters&, const EtsParameters&) = default;
};

/// Where a series has come to; seasons[j] belongs to the (j + 1)-th observation from here.
struct EtsState {
    double level = 0;
    double slope = 0;
    std::vector<double> seasons;

    friend bool operator==(const EtsState&, const EtsState&) = default;
};

/// A series as one model sees it.
struct EtsFit {
    EtsForm form;
    std::size_t period = 1; ///< observations a season round; 1 without a season
    std::size_t n = 0;
    EtsParameters parameters;
    int parameterCount = 0; ///< free ones, without the variance
    EtsState last; ///< after the last observation
    double logLikelihood = 0; ///< as R: without the terms that only n decides, so comparable between models of one series only
    double aic = 0;
    double aicc = 0;
    double bic = 0;
    double sigma2 = 0; ///< of the errors (relative ones with a multiplicative error), over n - parameterCount
    std::vector<double> fitted; ///< one-step forecasts
    std::vector<double> residuals; ///< errors of the model: relative with a multiplicative error
    std::vector<Warning> warnings;
};

/**
 * Runs a model with given parameters through a series.
 *
 * @param series  finite; all above 0 where any part is multiplicative
 * @param period  2 or more with a season, at most 400; else ignored
 * @param parameters  taken as they are; seasons as many as the period (none without a season)
 * @return NotFinite (the observation), BadValue (an observation not above 0), BadRange (no such model, a period or number of seasons that
 * does not fit), TooFew (fewer observations than parameters and two more), NotConverged (a forecast on the way is not above 0
 * where it has to be). Cost: O(n).
 * @see Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, table 2.3 and section 5.1; numbers as R's
 * forecast 8.20.
 */
[[nodiscard]] tl::expected<EtsFit, AnalyticsError> etsWith(
    std::span<const double> series, std::size_t period, const EtsForm& form, const EtsParameters& parameters);

/// The recursion from the last state without further errors: the point forecasts of the linear models. O(steps).
[[nodiscard]] std::vector<double> pointForecasts(const EtsFit& fit, std::size_t steps);

/**
 * Fits one model by maximum likelihood: 0.0001 <= beta <= alpha <= 0.9999, gamma between 0.0001 and 1 - alpha, phi between 0.8 and 0.98, and
 * the model forecastable (its discount matrix has no eigenvalue outside the unit circle), as R's ets() does; the state before the
 * first observation is free.
 *
 * @return as etsWith, and NoVariation for a constant series. A season needs two rounds of observations. Warnings: NotConverged;
 * TooFew under ten observations more than parameters. Cost: some hundred runs through the series; nothing is allocated in them.
 */
[[nodiscard]] tl::expected<EtsFit, AnalyticsError> fitEts(std::span<const double> series, std::size_t period, const EtsForm& form);

struct EtsChoiceOptions {
    bool multiplicativeTrend = false; ///< also M and Md, which forecast worse on the whole
    bool season = true;
    /// Where all observations are above 0, pass over models whose own forecasts fall to 0 or below within two rounds of seasons (at least
    /// ten steps): members and money do not.
    bool keepsPositive = true;
};

/// A model as it was tried.
struct EtsTrial {
    EtsForm form;
    std::optional<double> logLikelihood; ///< missing when it could not be fitted
    std::optional<double> aicc;
    bool leavesDomain = false; ///< passed over because of keepsPositive
};

struct EtsChoice {
    EtsFit best; ///< of least AICc among those not passed over; among all where all were
    std::vector<EtsTrial> tried; ///< in the order of the table: error, trend, season
};

/**
 * Fits every stable model the series admits, and takes the one of least AICc: 15 with a season and positive numbers (19 with multiplicative
 * trends), 6 where a number is not above 0; under two seasons' rounds none with a season.
 *
 * @return as fitEts; TooFew when there are too few observations for any
 */
[[nodiscard]] tl::expected<EtsChoice, AnalyticsError> chooseEts(
    std::span<const double> series, std::size_t period, const EtsChoiceOptions& options = {});

} // namespace lyceum::analytics

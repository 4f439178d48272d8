// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/estimate.h"
#include "analytics/proportion.h"
#include "cli/command.h"

#include <QJsonArray>

#include <optional>
#include <span>

namespace lyceum::cli {

// One function a topic of `analyse`, each in a source of its own (survivaltopic.cpp).
[[nodiscard]] Command survivalTopic();
[[nodiscard]] Command customersTopic();
[[nodiscard]] Command privacyTopic();
[[nodiscard]] Command experimentTopic();
[[nodiscard]] Command cohortsTopic();
[[nodiscard]] Command activityTopic();
[[nodiscard]] Command responseTopic();
[[nodiscard]] Command revenueTopic();
[[nodiscard]] Command renewalsTopic();
[[nodiscard]] Command trialsTopic();
[[nodiscard]] Command cashTopic();
[[nodiscard]] Command profitTopic();
[[nodiscard]] Command priceTopic();
[[nodiscard]] Command channelsTopic();
[[nodiscard]] Command networkTopic();
[[nodiscard]] Command coxTopic();
[[nodiscard]] Command competingTopic();
[[nodiscard]] Command markovTopic();
[[nodiscard]] Command churnTopic();
[[nodiscard]] Command growthTopic();
[[nodiscard]] Command forecastTopic();

/// --csv FILE, which every topic takes; `what` says what a row is.
[[nodiscard]] Option csvOption(const QString& what);
/// --level LEVEL, 0.95 without it.
[[nodiscard]] Option levelOption();
/// Strictly between 0 and 1. Usage otherwise.
[[nodiscard]] Result<double> levelOf(const Arguments& arguments);
/// Any finite number in [low, high]; `fallback` when the option was not given. Usage otherwise.
[[nodiscard]] Result<double> realNumberOf(const Arguments& arguments, const QString& option, double low, double high, double fallback);

/// {"value","stdError","low","high"}; what is missing is null.
[[nodiscard]] QJsonObject estimateJson(const analytics::Estimate& estimate);
[[nodiscard]] QJsonValue estimateJson(const std::optional<analytics::Estimate>& estimate); ///< null when there is none
/// How many of n intervals held what they promised: {"value","low","high","n"}; null when there were none.
[[nodiscard]] QJsonValue coverageJson(const std::optional<analytics::Proportion>& coverage);
/// A share that was counted: {"value","low","high","kept","n"}; null when there was nobody to count.
[[nodiscard]] QJsonValue shareJson(const std::optional<analytics::Proportion>& share);
/// "0.33 (0.06 to 0.79)", or a dash.
[[nodiscard]] QString shareText(const std::optional<analytics::Proportion>& share);
/// The stable names of the warnings: ["too-few","extrapolating"].
[[nodiscard]] QJsonArray warningsJson(std::span<const analytics::Warning> warnings);
/// As text shows a number: six significant digits, or a dash.
[[nodiscard]] QString textNumber(std::optional<double> number);
/// "12.3 (10.1 to 14.8)", or without the interval where there is none.
[[nodiscard]] QString estimateText(const analytics::Estimate& estimate);
/// The warnings as sentences, one a line.
[[nodiscard]] QStringList warningLines(std::span<const analytics::Warning> warnings);

} // namespace lyceum::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/topics.h"

#include "cli/words.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::Warning;

QString nameOf(Warning warning)
{
    switch (warning) {
    case Warning::TooFew:
        return u"too-few"_s;
    case Warning::NotConverged:
        return u"not-converged"_s;
    case Warning::AtBoundary:
        return u"at-boundary"_s;
    case Warning::NotIdentified:
        return u"not-identified"_s;
    case Warning::Separated:
        return u"separated"_s;
    case Warning::Extrapolating:
        return u"extrapolating"_s;
    case Warning::Approximate:
        return u"approximate"_s;
    case Warning::AssumptionFailed:
        return u"assumption-failed"_s;
    case Warning::SampleRatioMismatch:
        return u"sample-ratio-mismatch"_s;
    case Warning::Suppressed:
        return u"suppressed"_s;
    }
    return {};
}

QString sentenceOf(Warning warning)
{
    switch (warning) {
    case Warning::TooFew:
        return Cli::tr("There are fewer observations than this method can be trusted with.");
    case Warning::NotConverged:
        return Cli::tr("The search for the best fit ended before it was sure.");
    case Warning::AtBoundary:
        return Cli::tr("The best fit lies on the edge of what is possible; its interval is not to be trusted.");
    case Warning::NotIdentified:
        return Cli::tr("These data do not determine every parameter: other values fit as well.");
    case Warning::Separated:
        return Cli::tr("One column tells the outcomes apart almost perfectly; its coefficient is not to be trusted.");
    case Warning::Extrapolating:
        return Cli::tr("The answer goes further than the data do.");
    case Warning::Approximate:
        return Cli::tr("The answer is approximate, within the stated error.");
    case Warning::AssumptionFailed:
        return Cli::tr("A check of what this method assumes was failed.");
    case Warning::SampleRatioMismatch:
        return Cli::tr("The groups are not of the sizes that were planned: find out why before reading the result.");
    case Warning::Suppressed:
        return Cli::tr("Groups that are too small were left out.");
    }
    return {};
}

} // namespace

Option csvOption(const QString& what)
{
    return {u"csv"_s, u"FILE"_s, what, {}};
}

Option levelOption()
{
    return {u"level"_s, u"LEVEL"_s, Cli::tr("The confidence level, between 0 and 1."), u"0.95"_s};
}

Result<double> levelOf(const Arguments& arguments)
{
    bool isNumber = false;
    const double level = arguments.value(u"level"_s, u"0.95"_s).toDouble(&isNumber);
    if (!isNumber || !(level > 0) || !(level < 1))
        return usage(Cli::tr("--level is between 0 and 1, as 0.95."));
    return level;
}

Result<double> realNumberOf(const Arguments& arguments, const QString& option, double low, double high, double fallback)
{
    if (!arguments.has(option))
        return fallback;
    bool isNumber = false;
    const double number = arguments.value(option).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number) || number < low || number > high)
        return usage(Cli::tr("--%1 is not a number in its range.").arg(option));
    return number;
}

QJsonObject estimateJson(const analytics::Estimate& estimate)
{
    return {{u"value"_s, jsonNumber(estimate.value)}, {u"stdError"_s, jsonNumber(estimate.stdError)}, {u"low"_s, jsonNumber(estimate.low)},
        {u"high"_s, jsonNumber(estimate.high)}};
}

QJsonValue estimateJson(const std::optional<analytics::Estimate>& estimate)
{
    return estimate ? QJsonValue(estimateJson(*estimate)) : QJsonValue(QJsonValue::Null);
}

QJsonValue coverageJson(const std::optional<analytics::Proportion>& coverage)
{
    if (!coverage)
        return QJsonValue(QJsonValue::Null);
    return QJsonObject {{u"value"_s, coverage->estimate}, {u"low"_s, coverage->low}, {u"high"_s, coverage->high}, {u"n"_s, qint64(coverage->total)}};
}

QJsonValue shareJson(const std::optional<analytics::Proportion>& share)
{
    if (!share)
        return QJsonValue(QJsonValue::Null);
    return QJsonObject {{u"value"_s, share->estimate}, {u"low"_s, share->low}, {u"high"_s, share->high}, {u"kept"_s, qint64(share->kept)},
        {u"n"_s, qint64(share->total)}};
}

QString shareText(const std::optional<analytics::Proportion>& share)
{
    return share ? estimateText({share->estimate, {}, share->low, share->high}) : u"-"_s;
}

QJsonArray warningsJson(std::span<const Warning> warnings)
{
    QJsonArray names;
    for (const Warning warning : warnings)
        names.append(nameOf(warning));
    return names;
}

QString textNumber(std::optional<double> number)
{
    return number ? QString::number(*number, 'g', 6) : u"-"_s;
}

QString estimateText(const analytics::Estimate& estimate)
{
    if (!estimate.low || !estimate.high)
        return textNumber(estimate.value);
    return Cli::tr("%1 (%2 to %3)").arg(textNumber(estimate.value), textNumber(estimate.low), textNumber(estimate.high));
}

QStringList warningLines(std::span<const Warning> warnings)
{
    QStringList lines;
    for (const Warning warning : warnings)
        lines.append(sentenceOf(warning));
    return lines;
}

} // namespace lyceum::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/experimentanswer.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::VerdictKind;

QString nameOf(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::SampleRatioMismatch:
        return u"sample-ratio-mismatch"_s;
    case VerdictKind::NotPlanned:
        return u"not-planned"_s;
    case VerdictKind::TooEarly:
        return u"too-early"_s;
    case VerdictKind::GoOn:
        return u"go-on"_s;
    case VerdictKind::Higher:
        return u"higher"_s;
    case VerdictKind::Lower:
        return u"lower"_s;
    case VerdictKind::NotShown:
        return u"not-shown"_s;
    }
    return {};
}

QString sentenceOf(const analytics::ExperimentVerdict& verdict)
{
    switch (verdict.kind) {
    case VerdictKind::SampleRatioMismatch:
        return Cli::tr("No verdict: the variants are not of the sizes that were planned.");
    case VerdictKind::NotPlanned:
        return Cli::tr("No verdict: neither a size (--size) nor a sequential method (--sequential) was planned.");
    case VerdictKind::TooEarly:
        return Cli::tr("No verdict yet: %n member(s) are missing of the planned size.", nullptr, int(std::min<std::int64_t>(verdict.missing, 1 << 30)));
    case VerdictKind::GoOn:
        return Cli::tr("Not decided: go on.");
    case VerdictKind::Higher:
        return Cli::tr("The outcome is higher than the control's.");
    case VerdictKind::Lower:
        return Cli::tr("The outcome is lower than the control's.");
    case VerdictKind::NotShown:
        return Cli::tr("No difference was shown, which does not show that there is none.");
    }
    return {};
}

QJsonValue objectOf(const std::optional<analytics::ChiSquareTest>& test)
{
    if (!test)
        return QJsonValue::Null;
    return QJsonObject {{u"chiSquare"_s, test->chiSquare}, {u"df"_s, test->df}, {u"p"_s, test->p}, {u"log10P"_s, test->log10P}};
}

QJsonValue objectOf(const std::optional<analytics::ProportionComparison>& shares)
{
    if (!shares)
        return QJsonValue::Null;
    return QJsonObject {{u"difference"_s, estimateJson(shares->difference)}, {u"riskRatio"_s, estimateJson(shares->riskRatio)},
        {u"oddsRatio"_s, estimateJson(shares->oddsRatio)}, {u"z"_s, jsonNumber(shares->z)}, {u"chiSquare"_s, objectOf(shares->chiSquare)},
        {u"corrected"_s, objectOf(shares->corrected)}, {u"likelihoodRatio"_s, objectOf(shares->g)},
        {u"leastExpected"_s, shares->leastExpected}};
}

QJsonValue objectOf(const std::optional<analytics::FisherTest>& fisher)
{
    if (!fisher)
        return QJsonValue::Null;
    return QJsonObject {{u"p"_s, fisher->p}, {u"log10P"_s, fisher->log10P}, {u"oddsRatio"_s, estimateJson(fisher->oddsRatio)}};
}

QJsonValue objectOf(const std::optional<analytics::StratifiedComparison>& strata)
{
    if (!strata)
        return QJsonValue::Null;
    return QJsonObject {{u"difference"_s, estimateJson(strata->difference)}, {u"oddsRatio"_s, estimateJson(strata->oddsRatio)},
        {u"chiSquare"_s, objectOf(std::optional(strata->chiSquare))}, {u"corrected"_s, objectOf(std::optional(strata->corrected))},
        {u"homogeneity"_s, objectOf(strata->homogeneity)}, {u"strata"_s, qint64(strata->strata)},
        {u"strataGiven"_s, qint64(strata->strataGiven)}};
}

QJsonObject objectOf(const analytics::WelchTest& welch)
{
    return {{u"difference"_s, estimateJson(welch.difference)}, {u"t"_s, jsonNumber(welch.t)}, {u"df"_s, welch.df}, {u"p"_s, welch.p}};
}

QJsonValue objectOf(const std::optional<analytics::CupedTest>& cuped)
{
    if (!cuped)
        return QJsonValue::Null;
    QJsonObject json = objectOf(cuped->adjusted);
    json[u"theta"_s] = cuped->theta;
    json[u"varianceRatio"_s] = cuped->varianceRatio;
    return json;
}

QJsonValue objectOf(const std::optional<analytics::MannWhitneyTest>& ranks)
{
    if (!ranks)
        return QJsonValue::Null;
    return QJsonObject {{u"w"_s, ranks->w}, {u"superiority"_s, ranks->superiority}, {u"p"_s, ranks->p}, {u"exact"_s, ranks->isExact},
        {u"shift"_s, estimateJson(ranks->shift)}};
}

QJsonValue objectOf(const ExperimentComparison& comparison)
{
    if (comparison.alwaysValid) {
        const analytics::AlwaysValid& test = *comparison.alwaysValid;
        return QJsonObject {{u"p"_s, test.p}, {u"low"_s, jsonNumber(test.low)}, {u"high"_s, jsonNumber(test.high)}, {u"looks"_s, qint64(test.looks)}};
    }
    if (comparison.looks.empty())
        return QJsonValue::Null;
    QJsonArray looks;
    for (const ExperimentLook& look : comparison.looks)
        looks.append(QJsonObject {{u"n"_s, qint64(look.n)}, {u"information"_s, look.information}, {u"bound"_s, look.bound},
            {u"z"_s, jsonNumber(look.z)}, {u"difference"_s, estimateJson(look.difference)}, {u"stopped"_s, look.stopped}});
    return QJsonObject {{u"looks"_s, looks}};
}

QString nameOf(ExperimentQuestion::Sequential sequential)
{
    switch (sequential) {
    case ExperimentQuestion::Sequential::None:
        return u"none"_s;
    case ExperimentQuestion::Sequential::MixtureSprt:
        return u"msprt"_s;
    case ExperimentQuestion::Sequential::OBrienFleming:
        return u"obrien-fleming"_s;
    case ExperimentQuestion::Sequential::Pocock:
        return u"pocock"_s;
    }
    return {};
}

} // namespace

QJsonObject jsonOf(const ExperimentData& data, const ExperimentQuestion& question, const ExperimentAnswer& answer)
{
    QJsonArray variants;
    for (std::size_t arm = 0; arm < answer.arms.size(); ++arm) {
        QJsonObject variant {{u"variant"_s, data.variants.at(qsizetype(arm))}, {u"n"_s, qint64(answer.counts[arm].total)},
            {u"expected"_s, answer.sampleRatio.expected[arm]}, {question.isNumeric ? u"mean"_s : u"share"_s, estimateJson(answer.arms[arm])}};
        if (!question.isNumeric) {
            variant[u"events"_s] = qint64(answer.counts[arm].events);
            variant[u"posterior"_s] = estimateJson(answer.posterior[arm].rate);
            variant[u"probabilityBest"_s] = answer.posterior[arm].probabilityBest;
            variant[u"expectedLoss"_s] = answer.posterior[arm].expectedLoss;
        }
        variants.append(variant);
    }
    QJsonArray comparisons;
    for (const ExperimentComparison& comparison : answer.comparisons) {
        QJsonObject json {{u"variant"_s, data.variants.at(qsizetype(comparison.arm))}, {u"method"_s, comparison.method},
            {u"difference"_s, estimateJson(comparison.difference)}, {u"p"_s, jsonNumber(comparison.p)},
            {u"adjustedP"_s, jsonNumber(comparison.adjustedP)}, {u"sequential"_s, objectOf(comparison)},
            {u"verdict"_s, QJsonObject {{u"kind"_s, nameOf(comparison.verdict.kind)}, {u"missing"_s, qint64(comparison.verdict.missing)}}}};
        if (question.isNumeric) {
            json[u"welch"_s] = objectOf(*comparison.welch);
            json[u"cuped"_s] = objectOf(comparison.cuped);
            json[u"mannWhitney"_s] = objectOf(comparison.ranks);
        } else {
            json[u"shares"_s] = objectOf(comparison.shares);
            json[u"fisher"_s] = objectOf(comparison.fisher);
            json[u"stratified"_s] = objectOf(comparison.strata);
        }
        comparisons.append(json);
    }
    const analytics::SampleRatioTest& ratio = answer.sampleRatio;
    return {{u"n"_s, qint64(data.arms.size())}, {u"level"_s, question.level}, {u"outcome"_s, question.isNumeric ? u"numeric"_s : u"flag"_s},
        {u"sequential"_s, nameOf(question.sequential)}, {u"control"_s, data.variants.first()},
        {u"plannedSize"_s, question.plannedSize ? QJsonValue(qint64(*question.plannedSize)) : QJsonValue(QJsonValue::Null)},
        {u"variants"_s, variants},
        {u"sampleRatio"_s,
            QJsonObject {{u"chiSquare"_s, ratio.test.chiSquare}, {u"df"_s, ratio.test.df}, {u"p"_s, ratio.test.p},
                {u"alarm"_s, analytics::kSampleRatioAlarm}, {u"mismatch"_s, ratio.isMismatch}}},
        {u"comparisons"_s, comparisons}, {u"warnings"_s, warningsJson(answer.warnings)}};
}

QStringList linesOf(const ExperimentData& data, const ExperimentAnswer& answer)
{
    QStringList lines;
    for (std::size_t arm = 0; arm < answer.arms.size(); ++arm) {
        const QString name = data.variants.at(qsizetype(arm));
        lines.append(Cli::tr("%1: %2 members, %3").arg(name).arg(answer.counts[arm].total).arg(estimateText(answer.arms[arm])));
        if (!answer.posterior.empty())
            lines.append(Cli::tr("%1 is the best with probability %2; choosing it gives away %3 on average.")
                             .arg(name, textNumber(answer.posterior[arm].probabilityBest), textNumber(answer.posterior[arm].expectedLoss)));
    }
    lines.append(Cli::tr("Sample ratio: chi-square %1 with %2 degrees of freedom, p = %3")
                     .arg(textNumber(answer.sampleRatio.test.chiSquare))
                     .arg(answer.sampleRatio.test.df)
                     .arg(textNumber(answer.sampleRatio.test.p)));
    for (const ExperimentComparison& comparison : answer.comparisons) {
        const QString name = data.variants.at(qsizetype(comparison.arm));
        const QString difference = estimateText(comparison.difference);
        lines.append(comparison.p ? Cli::tr("%1 against %2: difference %3, p = %4 (%5)")
                                        .arg(name, data.variants.first(), difference, textNumber(comparison.adjustedP), comparison.method)
                                  : Cli::tr("%1 against %2: difference %3 after %4 looks (%5)")
                                        .arg(name, data.variants.first(), difference)
                                        .arg(comparison.looks.size())
                                        .arg(comparison.method));
        lines.append(sentenceOf(comparison.verdict));
    }
    return lines + warningLines(answer.warnings);
}

} // namespace lyceum::cli

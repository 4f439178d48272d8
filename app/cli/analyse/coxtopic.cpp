// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/cox/baselinehazard.h"
#include "analytics/cox/concordance.h"
#include "analytics/cox/coxmodel.h"
#include "analytics/cox/proportionality.h"
#include "cli/analyse/coxdesign.h"
#include "cli/analyse/survivaltable.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::AnalyticsError;

struct CoxInput {
    AnalysisTable file;
    SurvivalColumns columns;
    SurvivalTable subjects;
    CoxDesign design;

    [[nodiscard]] analytics::CoxData data() const
    {
        return {subjects.sample(), design.values, design.termOf.size(), subjects.strata.codes};
    }
};

struct CoxAnswer {
    analytics::CoxModel model;
    std::optional<analytics::Concordance> concordance; ///< missing when no two subjects can be compared
    std::optional<analytics::Proportionality> proportionality; ///< missing when there is nothing to see a change by
    std::vector<double> at; ///< covariates of the curves
    std::vector<analytics::BaselineCurve> curves;
    std::vector<analytics::Warning> warnings;
};

Error errorOf(const AnalyticsError& error, const CoxInput& input)
{
    using enum AnalyticsError::Kind;
    const auto columnError = [&](const QString& sentence) {
        return Error {Error::Kind::BadInput, u"column %1"_s.arg(input.design.nameOf(error.index)), sentence};
    };
    switch (error.kind) {
    case TooFew:
        return {Error::Kind::BadInput, u"column %1"_s.arg(input.columns.event), Cli::tr("there is no event to learn from.")};
    case NoVariation:
        return columnError(Cli::tr("it is the same for all who can be compared, so that nothing can depend on it."));
    case Singular:
        return columnError(Cli::tr("the columns before it determine it; leave one of them out."));
    case Separated:
        return columnError(
            Cli::tr("it tells perfectly who had the event, so that its effect would be infinite; leave it out or merge categories."));
    case NotConverged:
        return {Error::Kind::BadInput, u"--covariates"_s, Cli::tr("the search for the best fit found no answer.")};
    case TooLarge:
        return {Error::Kind::BadInput, u"--covariates"_s, Cli::tr("these are more columns or rows than this method takes.")};
    default:
        return survivalError(error, input.file, input.subjects, input.columns);
    }
}

/// Somebody in the middle: numbers at their mean, categories at the baseline.
std::vector<double> middleOf(const CoxDesign& design, const analytics::CoxModel& model)
{
    std::vector<double> at;
    for (std::size_t j = 0; j < design.termOf.size(); ++j)
        at.push_back(design.terms.at(design.termOf[j]).categories.isEmpty() ? model.means.at(j) : 0);
    return at;
}

Result<CoxAnswer> coxOf(const CoxInput& input, const analytics::CoxOptions& options)
{
    const analytics::CoxData data = input.data();
    CoxAnswer answer;
    auto model = analytics::coxModel(data, options);
    if (!model)
        return tl::unexpected(errorOf(model.error(), input));
    answer.model = *std::move(model);
    const std::size_t n = input.subjects.times.size();
    std::vector<double> scores(n);
    for (std::size_t j = 0; j < data.columnCount; ++j) {
        for (std::size_t i = 0; i < n; ++i)
            scores[i] += answer.model.coefficients[j].logHazardRatio.value * (data.columns[j * n + i] - answer.model.means[j]);
    }
    if (auto pairs = analytics::concordance(data.sample, scores, data.strata, options.level))
        answer.concordance = *pairs;
    if (auto check = analytics::proportionality(data, answer.model, input.design.termOf))
        answer.proportionality = *std::move(check);
    answer.at = middleOf(input.design, answer.model);
    auto curves = analytics::baselineHazard(data, answer.model, answer.at);
    if (!curves)
        return tl::unexpected(errorOf(curves.error(), input));
    answer.curves = *std::move(curves);
    answer.warnings = answer.model.warnings;
    if (answer.proportionality && answer.proportionality->global.p < 1 - options.level)
        answer.warnings.push_back(analytics::Warning::AssumptionFailed);
    return answer;
}

QJsonArray coefficientsJson(const CoxInput& input, const CoxAnswer& answer)
{
    QJsonArray coefficients;
    for (std::size_t j = 0; j < answer.model.coefficients.size(); ++j) {
        const analytics::CoxCoefficient& coefficient = answer.model.coefficients[j];
        const CoxTerm& term = input.design.terms.at(input.design.termOf[j]);
        const bool isNumber = term.categories.isEmpty();
        coefficients.append(QJsonObject {{u"column"_s, term.column},
            {u"category"_s, isNumber ? QJsonValue(QJsonValue::Null) : QJsonValue(term.categories.at(input.design.categoryOf[j]))},
            {u"baseline"_s, isNumber ? QJsonValue(QJsonValue::Null) : QJsonValue(term.categories.first())},
            {u"hazardRatio"_s, estimateJson(coefficient.hazardRatio)}, {u"logHazardRatio"_s, estimateJson(coefficient.logHazardRatio)},
            {u"z"_s, coefficient.z}, {u"p"_s, coefficient.p}, {u"log10P"_s, coefficient.log10P}});
    }
    return coefficients;
}

QJsonValue proportionalityJson(const CoxInput& input, const CoxAnswer& answer)
{
    if (!answer.proportionality)
        return QJsonValue::Null;
    QJsonArray terms;
    for (std::size_t term = 0; term < input.design.terms.size(); ++term) {
        QJsonObject test = testJson(std::optional(answer.proportionality->terms.at(term))).toObject();
        test.insert(u"column"_s, input.design.terms[term].column);
        terms.append(test);
    }
    return QJsonObject {{u"terms"_s, terms}, {u"global"_s, testJson(std::optional(answer.proportionality->global))}};
}

QJsonObject curvesJson(const CoxInput& input, const CoxAnswer& answer)
{
    QJsonArray at;
    for (std::size_t j = 0; j < answer.at.size(); ++j) {
        const CoxTerm& term = input.design.terms.at(input.design.termOf[j]);
        if (term.categories.isEmpty())
            at.append(QJsonObject {{u"column"_s, term.column}, {u"value"_s, answer.at[j]}});
        else if (input.design.categoryOf[j] == 1)
            at.append(QJsonObject {{u"column"_s, term.column}, {u"value"_s, term.categories.first()}});
    }
    QJsonArray curves;
    for (const analytics::BaselineCurve& curve : answer.curves) {
        QJsonArray steps;
        for (const analytics::BaselineStep& step : curve.steps) {
            steps.append(QJsonObject {{u"time"_s, step.time}, {u"atRisk"_s, qint64(step.atRisk)}, {u"events"_s, qint64(step.events)},
                {u"hazard"_s, step.hazard}, {u"stdError"_s, step.stdError}, {u"survival"_s, step.survival}, {u"low"_s, step.low},
                {u"high"_s, step.high}});
        }
        curves.append(QJsonObject {{u"stratum"_s,
                                       input.columns.stratum.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                                       : QJsonValue(input.subjects.strata.names.at(curve.stratum))},
            {u"curve"_s, steps}});
    }
    return {{u"at"_s, at}, {u"curves"_s, curves}};
}

QJsonObject answerJson(const CoxInput& input, const CoxAnswer& answer)
{
    const analytics::CoxModel& model = answer.model;
    QJsonValue concordance(QJsonValue::Null);
    if (answer.concordance) {
        QJsonObject pairs = estimateJson(answer.concordance->share);
        pairs.insert(u"concordant"_s, qint64(answer.concordance->concordant));
        pairs.insert(u"discordant"_s, qint64(answer.concordance->discordant));
        pairs.insert(u"tied"_s, qint64(answer.concordance->tied));
        concordance = pairs;
    }
    return {{u"n"_s, qint64(model.rows)}, {u"events"_s, qint64(model.events)}, {u"strata"_s, qint64(model.strata)}, {u"method"_s, u"cox"_s},
        {u"ties"_s, model.ties == analytics::TieMethod::Efron ? u"efron"_s : u"breslow"_s}, {u"level"_s, model.level},
        {u"iterations"_s, model.iterations}, {u"coefficients"_s, coefficientsJson(input, answer)},
        {u"logLikelihood"_s, QJsonObject {{u"null"_s, model.logLikelihoodNull}, {u"model"_s, model.logLikelihood}}},
        {u"tests"_s,
            QJsonObject {{u"likelihoodRatio"_s, testJson(model.likelihoodRatio)}, {u"wald"_s, testJson(model.wald)}, {u"score"_s, testJson(model.score)}}},
        {u"concordance"_s, concordance}, {u"proportionality"_s, proportionalityJson(input, answer)},
        {u"expected"_s, curvesJson(input, answer)}, {u"warnings"_s, warningsJson(answer.warnings)}};
}

QStringList answerLines(const CoxInput& input, const CoxAnswer& answer)
{
    const analytics::CoxModel& model = answer.model;
    QStringList lines {Cli::tr("%1 rows, %2 events").arg(model.rows).arg(model.events), Cli::tr("column\thazard ratio\tlow\thigh\tp")};
    for (std::size_t j = 0; j < model.coefficients.size(); ++j) {
        const analytics::CoxCoefficient& coefficient = model.coefficients[j];
        lines.append(u"%1\t%2\t%3\t%4\t%5"_s.arg(input.design.nameOf(j), textNumber(coefficient.hazardRatio.value),
            textNumber(coefficient.hazardRatio.low), textNumber(coefficient.hazardRatio.high), textOfP(coefficient.p, coefficient.log10P)));
    }
    for (const CoxTerm& term : input.design.terms) {
        if (!term.categories.isEmpty())
            lines.append(Cli::tr("%1 is compared with %2.").arg(term.column, term.categories.first()));
    }
    if (model.likelihoodRatio)
        lines.append(Cli::tr("All columns together, likelihood ratio: %1").arg(testText(*model.likelihoodRatio)));
    if (answer.concordance)
        lines.append(Cli::tr("Concordance: %1").arg(estimateText(answer.concordance->share)));
    if (answer.proportionality)
        lines.append(Cli::tr("Do effects change with time? %1").arg(testText(answer.proportionality->global)));
    lines.append(warningLines(answer.warnings));
    return lines;
}

Result<ExitCode> runCox(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto path = arguments.required(u"csv"_s);
    const auto time = arguments.required(u"time"_s);
    const auto event = arguments.required(u"event"_s);
    const auto covariates = arguments.required(u"covariates"_s);
    const auto ties = arguments.oneOf(u"ties"_s, {u"efron"_s, u"breslow"_s});
    for (const Result<QString>* given : {&path, &time, &event, &covariates, &ties}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto level = levelOf(arguments);
    if (!level)
        return tl::unexpected(level.error());
    QStringList names;
    for (const QString& name : covariates->split(u',', Qt::SkipEmptyParts))
        names.append(name.trimmed());
    if (names.isEmpty())
        return usage(Cli::tr("--covariates names one column or more, with commas between."));
    names.removeDuplicates();

    CoxInput input;
    input.columns = {*time, *event, arguments.value(u"entry"_s), {}, arguments.value(u"strata"_s)};
    auto file = AnalysisTable::read(*path, input.columns.names() + names);
    if (!file)
        return tl::unexpected(file.error());
    input.file = *std::move(file);
    auto subjects = survivalTableOf(input.file, input.columns);
    if (!subjects)
        return tl::unexpected(subjects.error());
    input.subjects = *std::move(subjects);
    auto design = CoxDesign::of(input.file, names);
    if (!design)
        return tl::unexpected(design.error());
    input.design = *std::move(design);

    analytics::CoxOptions options;
    options.ties = *ties == "breslow"_L1 ? analytics::TieMethod::Breslow : analytics::TieMethod::Efron;
    options.level = *level;
    const auto answer = coxOf(input, options);
    if (!answer)
        return tl::unexpected(answer.error());
    return session.output.answer(answerJson(input, *answer), answerLines(input, *answer));
}

} // namespace

Command coxTopic()
{
    return {u"cox"_s, {}, Cli::tr("What makes members stay longer or leave sooner: Cox's proportional hazards."),
        {u"printf 'months,left,tier,posts\\n1,1,Reader,0\\n3,0,Reader,9\\n2,1,Circle,4\\n5,0,Circle,2\\n4,1,Reader,5\\n6,1,Circle,7\\n' > members.csv && "
         "lyceum-cli analyse cox --csv members.csv --time months --event left --covariates tier,posts --json"_s},
        {csvOption(Cli::tr("A table with a header, one subject or one stretch of a subject's time a row.")),
            {u"time"_s, u"COLUMN"_s, Cli::tr("Time until the event, or until the subject was last seen."), {}},
            {u"event"_s, u"COLUMN"_s, Cli::tr("Whether the event happened: 1 or 0, true or false, yes or no."), {}},
            {u"covariates"_s, u"COLUMN,COLUMN"_s,
                Cli::tr("What it may depend on. A column of texts is categories, compared with the first of them."), {}},
            {u"entry"_s, u"COLUMN"_s, Cli::tr("Since when the subject was watched, or when the stretch of time begins."), {}},
            {u"strata"_s, u"COLUMN"_s, Cli::tr("Each stratum has a hazard of its own; only the effects are shared."), {}},
            {u"ties"_s, u"efron|breslow"_s, Cli::tr("How events at the same time are counted."), u"efron"_s}, levelOption()},
        runCox, {}};
}

} // namespace lyceum::cli

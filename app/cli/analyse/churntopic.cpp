// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/churn/riskmodel.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/rowtimes.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::AnalyticsError;

/// More columns than a person can have reasons by; the cost grows with their square.
constexpr qsizetype kMaxRiskColumns = 200;

struct ChurnColumns {
    QString outcome;
    QStringList features;
    QString time;
    QString member;
};

struct ChurnInput {
    AnalysisTable table;
    ChurnColumns columns;
    std::vector<double> features; ///< column by column
    std::vector<std::uint8_t> outcomes;
    Levels members; ///< empty without the column
    analytics::ValidationParts parts;

    [[nodiscard]] analytics::RiskSample sample() const { return {features, std::size_t(columns.features.size()), outcomes}; }
};

/// One member as the answer shows them.
struct ChurnRow {
    std::size_t row = 0;
    double risk = 0;
    analytics::RiskReasons reasons;
};

Error churnError(const AnalyticsError& error, const ChurnInput& input)
{
    using enum AnalyticsError::Kind;
    const QString outcome = u"column %1"_s.arg(input.columns.outcome);
    const auto ofFeature = [&](const QString& sentence) {
        return Error {Error::Kind::BadInput,
            u"column %1"_s.arg(input.columns.features.value(qsizetype(error.index), input.columns.outcome)), sentence};
    };
    switch (error.kind) {
    case NoVariation:
        return {Error::Kind::BadInput, outcome,
            Cli::tr("its values are all the same, in all rows or in a part that is learned from or tested, so that there is nothing to learn.")};
    case Singular:
        return ofFeature(Cli::tr("the columns before it determine it; leave one of them out, or use --ridge."));
    case Separated:
        return ofFeature(
            Cli::tr("it tells perfectly who left, so that its coefficient would be infinite; leave it out, or use --ridge or --firth."));
    case TooFew:
        return {Error::Kind::BadInput, outcome, Cli::tr("there are too few rows to divide them into parts that are learned from and tested.")};
    default:
        return {Error::Kind::BadInput, outcome, Cli::tr("this cannot be computed with.")};
    }
}

QString nameOf(analytics::CalibrationMethod method)
{
    return method == analytics::CalibrationMethod::Platt ? u"platt"_s
        : method == analytics::CalibrationMethod::Isotonic ? u"isotonic"_s : u"none"_s;
}

Result<ChurnInput> readChurn(const QString& path, const ChurnColumns& columns)
{
    auto table = AnalysisTable::read(path, columns.features + QStringList {columns.outcome, columns.time, columns.member});
    if (!table)
        return tl::unexpected(table.error());
    ChurnInput input {*std::move(table), columns, {}, {}, {}, {}};
    auto outcomes = input.table.flags(columns.outcome);
    if (!outcomes)
        return tl::unexpected(outcomes.error());
    input.outcomes = *std::move(outcomes);
    for (const QString& feature : columns.features) {
        const auto numbers = input.table.numbers(feature);
        if (!numbers)
            return tl::unexpected(numbers.error());
        input.features.insert(input.features.end(), numbers->begin(), numbers->end());
    }
    if (!columns.member.isEmpty()) {
        auto members = input.table.levels(columns.member);
        if (!members)
            return tl::unexpected(members.error());
        input.members = *std::move(members);
    }
    return input;
}

/// By time where there is a column of it, else into folds.
Result<analytics::ValidationParts> partsOf(const ChurnInput& input, const Arguments& arguments)
{
    const auto folds = arguments.number(u"folds"_s, 2, 1000, 5);
    const auto seed = arguments.number(u"seed"_s, 0, std::numeric_limits<qint64>::max(), 1);
    const auto share = realNumberOf(arguments, u"test-share"_s, 0.01, 0.99, 0.25);
    const auto gap = realNumberOf(arguments, u"gap"_s, 0, 1e12, 0);
    if (!folds)
        return tl::unexpected(folds.error());
    if (!seed)
        return tl::unexpected(seed.error());
    if (!share)
        return tl::unexpected(share.error());
    if (!gap)
        return tl::unexpected(gap.error());
    if (input.columns.time.isEmpty()) {
        const auto parts = analytics::splitIntoFolds(input.outcomes.size(), std::uint32_t(*folds), std::uint64_t(*seed), input.members.codes);
        return parts ? Result<analytics::ValidationParts>(*parts) : tl::unexpected(churnError(parts.error(), input));
    }
    const auto times = rowTimes(input.table, input.columns.time);
    if (!times)
        return tl::unexpected(times.error());
    const auto parts = analytics::splitByTime(*times, *share, *gap);
    if (!parts)
        return failure(Error::Kind::BadInput, u"column %1"_s.arg(input.columns.time),
            Cli::tr("no time in it divides the rows into earlier ones to learn from and later ones to test."));
    return *parts;
}

/// Strength, penalty, calibration, level.
Result<analytics::RiskOptions> riskOptionsOf(const Arguments& arguments)
{
    analytics::RiskOptions options;
    const QString ridge = arguments.value(u"ridge"_s, u"auto"_s);
    if (arguments.has(u"firth"_s)) {
        if (arguments.has(u"ridge"_s))
            return usage(Cli::tr("--ridge and --firth exclude one another."));
        options.penalty = analytics::LogisticPenalty::Firth;
    } else if (ridge != "auto"_L1) {
        bool isNumber = false;
        options.strength = ridge.toDouble(&isNumber);
        if (!isNumber || !(*options.strength >= 0) || *options.strength > 1e12)
            return usage(Cli::tr("--ridge is auto, or a number from 0 on."));
    }
    const auto calibration = arguments.oneOf(u"calibration"_s, {u"platt"_s, u"isotonic"_s, u"none"_s});
    if (!calibration)
        return tl::unexpected(calibration.error());
    options.calibration = *calibration == "none"_L1 ? analytics::CalibrationMethod::None
        : *calibration == "isotonic"_L1             ? analytics::CalibrationMethod::Isotonic
                                                    : analytics::CalibrationMethod::Platt;
    const auto level = levelOf(arguments);
    if (!level)
        return tl::unexpected(level.error());
    options.level = *level;
    options.seed = std::uint64_t(arguments.value(u"seed"_s, u"1"_s).toLongLong());
    return options;
}

/// The rows of highest risk, and what each column adds to it.
std::vector<ChurnRow> riskiest(const ChurnInput& input, const analytics::RiskModel& model, std::size_t count)
{
    std::vector<ChurnRow> rows;
    const auto logOdds = analytics::logOddsOf(model.fit, input.features, input.outcomes.size());
    std::vector<std::size_t> order(input.outcomes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t row) { return (*logOdds)[row]; });
    for (const std::size_t row : order) {
        if (rows.size() == count)
            break;
        std::vector<double> values;
        for (std::size_t column = 0; column < model.fit.coefficients.size(); ++column)
            values.push_back(input.features[column * input.outcomes.size() + row]);
        const analytics::RiskReasons reasons = *analytics::reasonsOf(model.fit, values);
        rows.push_back({row, analytics::calibrated(model.calibration, reasons.logOdds), reasons});
    }
    return rows;
}

QJsonObject scoreJson(const ChurnInput& input, const analytics::RiskValidation& validation)
{
    const analytics::ProbabilityScore& score = validation.score;
    QJsonArray bins;
    for (const analytics::CalibrationBin& bin : score.bins) {
        bins.append(QJsonObject {{u"predicted"_s, bin.predicted}, {u"observed"_s, bin.observed.estimate}, {u"low"_s, bin.observed.low},
            {u"high"_s, bin.observed.high}, {u"events"_s, qint64(bin.observed.kept)}, {u"n"_s, qint64(bin.observed.total)}});
    }
    QJsonArray lift;
    for (const analytics::LiftStep& step : validation.lift)
        lift.append(QJsonObject {{u"share"_s, step.share}, {u"caught"_s, step.caught}, {u"lift"_s, step.lift}});
    QJsonArray strengths;
    for (const double strength : validation.strengths)
        strengths.append(strength);
    const qint64 learned = std::ranges::count(input.parts.parts, 0U);
    return {{u"split"_s, input.parts.isByTime ? u"time"_s : u"folds"_s},
        {u"parts"_s, input.parts.isByTime ? QJsonValue(QJsonValue::Null) : QJsonValue(qint64(input.parts.count))},
        {u"learnedFrom"_s, input.parts.isByTime ? QJsonValue(learned) : QJsonValue(QJsonValue::Null)},
        {u"leftOut"_s, input.parts.isByTime ? qint64(std::ranges::count(input.parts.parts, 2U)) : 0}, {u"n"_s, qint64(score.rows)},
        {u"events"_s, qint64(score.events)}, {u"auc"_s, estimateJson(validation.discrimination.auc)}, {u"brier"_s, estimateJson(score.brier)},
        {u"reliability"_s, score.reliability}, {u"resolution"_s, score.resolution}, {u"uncertainty"_s, score.uncertainty},
        {u"withinBins"_s, score.withinBins}, {u"skill"_s, score.skill}, {u"logLoss"_s, estimateJson(score.logLoss)}, {u"calibration"_s, bins},
        {u"lift"_s, lift}, {u"strengths"_s, strengths}};
}

QJsonObject churnJson(const ChurnInput& input, const analytics::RiskModel& model, const std::vector<ChurnRow>& rows)
{
    const analytics::LogisticFit& fit = model.fit;
    QJsonArray coefficients;
    for (std::size_t i = 0; i < fit.coefficients.size(); ++i) {
        coefficients.append(QJsonObject {{u"feature"_s, input.columns.features.at(qsizetype(i))}, {u"coefficient"_s, estimateJson(fit.coefficients[i])},
            {u"mean"_s, fit.means[i]}, {u"stdDev"_s, fit.deviations[i]}});
    }
    QJsonArray tried;
    for (std::size_t i = 0; i < model.strengths.size(); ++i)
        tried.append(QJsonObject {{u"strength"_s, model.strengths[i]}, {u"logLoss"_s, model.heldOutLogLoss[i]}});
    QJsonObject calibration {{u"method"_s, nameOf(model.method)}};
    if (const auto* platt = std::get_if<analytics::PlattCalibration>(&model.calibration)) {
        calibration.insert(u"slope"_s, platt->slope);
        calibration.insert(u"offset"_s, platt->offset);
    }
    QJsonArray risks;
    for (const ChurnRow& row : rows) {
        QJsonArray reasons;
        for (std::size_t i = 0; i < row.reasons.parts.size(); ++i)
            reasons.append(QJsonObject {{u"feature"_s, input.columns.features.at(qsizetype(i))}, {u"logOdds"_s, row.reasons.parts[i]}});
        risks.append(QJsonObject {{u"row"_s, input.table.fileRow(qsizetype(row.row))},
            {u"member"_s,
                input.members.codes.empty() ? QJsonValue(QJsonValue::Null)
                                            : QJsonValue(input.members.names.at(input.members.codes[row.row]))},
            {u"risk"_s, row.risk}, {u"logOdds"_s, row.reasons.logOdds}, {u"base"_s, row.reasons.base}, {u"reasons"_s, reasons}});
    }
    const QString penalty = fit.penalty == analytics::LogisticPenalty::Firth ? u"firth"_s
        : fit.penalty == analytics::LogisticPenalty::Ridge                   ? u"ridge"_s
                                                                             : u"none"_s;
    return {{u"n"_s, qint64(fit.rows)}, {u"events"_s, qint64(fit.events)}, {u"eventsPerColumn"_s, fit.eventsPerColumn},
        {u"method"_s, u"logistic"_s}, {u"penalty"_s, penalty}, {u"ridge"_s, fit.strength}, {u"ridgeTried"_s, tried}, {u"level"_s, fit.level},
        {u"iterations"_s, fit.iterations}, {u"logLikelihood"_s, fit.logLikelihood}, {u"nullLogLikelihood"_s, fit.nullLogLikelihood},
        {u"intercept"_s, estimateJson(fit.intercept)}, {u"coefficients"_s, coefficients}, {u"calibration"_s, calibration},
        {u"validation"_s, scoreJson(input, model.validation)}, {u"members"_s, risks}, {u"warnings"_s, warningsJson(model.warnings)}};
}

QStringList churnLines(const ChurnInput& input, const analytics::RiskModel& model, const std::vector<ChurnRow>& rows)
{
    const analytics::LogisticFit& fit = model.fit;
    const analytics::RiskValidation& validation = model.validation;
    QStringList lines {Cli::tr("%1 rows, %2 events; ridge %3").arg(fit.rows).arg(fit.events).arg(textNumber(fit.strength))};
    lines.append(Cli::tr("feature\tlog-odds per unit\tper standard deviation"));
    for (std::size_t i = 0; i < fit.coefficients.size(); ++i) {
        lines.append(QStringList {input.columns.features.at(qsizetype(i)), estimateText(fit.coefficients[i]),
            textNumber(fit.coefficients[i].value * fit.deviations[i])}.join(u'\t'));
    }
    lines.append(Cli::tr("On %1 rows it had not seen: area under the curve %2, Brier score %3 (skill %4), log loss %5")
                     .arg(validation.score.rows)
                     .arg(estimateText(validation.discrimination.auc), estimateText(validation.score.brier), textNumber(validation.score.skill),
                         estimateText(validation.score.logLoss)));
    lines.append(Cli::tr("said\thappened\trows"));
    for (const analytics::CalibrationBin& bin : validation.score.bins) {
        lines.append(QStringList {textNumber(bin.predicted), estimateText({bin.observed.estimate, {}, bin.observed.low, bin.observed.high}),
            QString::number(bin.observed.total)}.join(u'\t'));
    }
    if (!validation.lift.empty()) {
        lines.append(Cli::tr("Among the riskiest %1 of members are %2 of the events, %3 times what chance would find")
                         .arg(textNumber(validation.lift.front().share), textNumber(validation.lift.front().caught),
                             textNumber(validation.lift.front().lift)));
    }
    if (!rows.empty())
        lines.append(Cli::tr("The riskiest, and what adds most to it (log-odds):"));
    for (const ChurnRow& row : rows) {
        std::vector<std::size_t> order(row.reasons.parts.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return row.reasons.parts[i]; });
        QStringList reasons;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, order.size()); ++i)
            reasons.append(u"%1 %2"_s.arg(input.columns.features.at(qsizetype(order[i])), textNumber(row.reasons.parts[order[i]])));
        const QString who = input.members.codes.empty() ? Cli::tr("row %1").arg(input.table.fileRow(qsizetype(row.row)))
                                                        : input.members.names.at(input.members.codes[row.row]);
        lines.append(QStringList {who, textNumber(row.risk), reasons.join(u", "_s)}.join(u'\t'));
    }
    lines.append(warningLines(model.warnings));
    return lines;
}

Result<ExitCode> runChurn(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto path = arguments.required(u"csv"_s);
    const auto outcome = arguments.required(u"outcome"_s);
    const auto features = arguments.required(u"features"_s);
    for (const Result<QString>* given : {&path, &outcome, &features}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    auto options = riskOptionsOf(arguments);
    if (!options)
        return tl::unexpected(options.error());
    const auto shown = arguments.number(u"show"_s, 0, 1'000'000, 10);
    if (!shown)
        return tl::unexpected(shown.error());
    if (arguments.has(u"time"_s) && arguments.has(u"folds"_s))
        return usage(Cli::tr("--time and --folds exclude one another."));
    ChurnColumns columns {*outcome, {}, arguments.value(u"time"_s), arguments.value(u"member"_s)};
    for (const QString& name : features->split(u',', Qt::SkipEmptyParts))
        columns.features.append(name.trimmed());
    if (columns.features.isEmpty() || columns.features.size() > kMaxRiskColumns || columns.features.removeDuplicates() > 0)
        return usage(Cli::tr("--features names from one to %1 columns, each once, with commas between.").arg(kMaxRiskColumns));
    if (columns.features.contains(columns.outcome))
        return usage(Cli::tr("--features must not name the outcome itself."));

    auto input = readChurn(*path, columns);
    if (!input)
        return tl::unexpected(input.error());
    auto parts = partsOf(*input, arguments);
    if (!parts)
        return tl::unexpected(parts.error());
    input->parts = *std::move(parts);
    options->groups = input->members.codes;
    const auto model = analytics::makeRiskModel(input->sample(), input->parts, *options);
    if (!model)
        return tl::unexpected(churnError(model.error(), *input));
    const std::vector<ChurnRow> rows = riskiest(*input, *model, std::size_t(*shown));
    return session.output.answer(churnJson(*input, *model, rows), churnLines(*input, *model, rows));
}

} // namespace

Command churnTopic()
{
    return {u"churn"_s, {}, Cli::tr("Who is about to leave, and why: a calibrated risk, judged on rows it had not seen."),
        {u"(echo month,silent,failed,left; for m in 1 2 3 4; do for i in 1 2 3 4 5 6 7 8 9; do echo $m,$i,$((i*m%3)),$((i*i*m%7>3)); done; done) > periods.csv && "
         "lyceum-cli analyse churn --csv periods.csv --outcome left --features silent,failed --time month --ridge 1 --calibration none --json"_s},
        {csvOption(Cli::tr("A table with a header, one row a member, or a member in one period.")),
            {u"outcome"_s, u"COLUMN"_s, Cli::tr("Whether the member left afterwards: 1 or 0, true or false, yes or no."), {}},
            {u"features"_s, u"A,B,C"_s, Cli::tr("Columns of numbers that were known before."), {}},
            {u"time"_s, u"COLUMN"_s, Cli::tr("When the row was known, a number or a date: later rows test what earlier ones taught."), {}},
            {u"test-share"_s, u"SHARE"_s, Cli::tr("With --time: the share of rows that are tested."), u"0.25"_s},
            {u"gap"_s, u"TIME"_s,
                Cli::tr("With --time: how long after it the outcome is known; rows whose outcome came too late to learn from are left out. For dates, days."),
                u"0"_s},
            {u"folds"_s, u"N"_s, Cli::tr("Without --time: parts that are tested in turn."), u"5"_s},
            {u"member"_s, u"COLUMN"_s, Cli::tr("Whose row it is: rows of one member stay in one part."), {}},
            {u"seed"_s, u"N"_s, Cli::tr("Of the random parts."), u"1"_s},
            {u"ridge"_s, u"auto|STRENGTH"_s, Cli::tr("How strongly coefficients are held back; auto: as foretells best. 0: not at all."), u"auto"_s},
            {u"firth"_s, {}, Cli::tr("Firth's correction in place of a ridge: for few events."), {}},
            {u"calibration"_s, u"platt|isotonic|none"_s, Cli::tr("How risks are made to keep their word."), u"platt"_s},
            {u"show"_s, u"N"_s, Cli::tr("How many of the riskiest rows to show, with their reasons."), u"10"_s}, levelOption()},
        runChurn, {}};
}

} // namespace lyceum::cli

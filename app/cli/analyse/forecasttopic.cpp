// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast/backtest.h"
#include "analytics/forecast/etsforecast.h"
#include "analytics/forecast/pastprojections.h"
#include "cli/analyse/timeaxis.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::ForecastMethod;

struct NamedMethod {
    ForecastMethod method;
    const char16_t* name;
};

constexpr std::array kMethods {NamedMethod {ForecastMethod::Ets, u"ets"}, NamedMethod {ForecastMethod::Theta, u"theta"},
    NamedMethod {ForecastMethod::SeasonalNaive, u"snaive"}, NamedMethod {ForecastMethod::Drift, u"drift"}, NamedMethod {ForecastMethod::Naive, u"naive"},
    NamedMethod {ForecastMethod::Combination, u"combination"}};

QString nameOf(ForecastMethod method)
{
    const auto found = std::ranges::find(kMethods, method, &NamedMethod::method);
    return QString::fromUtf16(found->name);
}

struct ForecastQuestion {
    QString path;
    QString value;
    QString time;
    analytics::ForecastOptions options;
    std::optional<ForecastMethod> method;
    std::size_t origins = 12;
    double level = 0.95;
};

struct ForecastAnswer {
    analytics::ForecastChoice choice;
    std::optional<analytics::EtsChoice> ets; ///< where the method is ETS without a model given
    std::optional<analytics::EtsFit> fit; ///< where it is ETS
    std::optional<analytics::ProjectionReviews> past;
};

Result<ForecastQuestion> forecastQuestion(const Arguments& arguments)
{
    ForecastQuestion question;
    const auto path = arguments.required(u"csv"_s);
    const auto value = arguments.required(u"value"_s);
    const auto method = arguments.oneOf(u"method"_s, {u"auto"_s, u"ets"_s, u"theta"_s, u"snaive"_s, u"drift"_s, u"naive"_s, u"combination"_s});
    for (const Result<QString>* given : {&path, &value, &method}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto period = arguments.number(u"period"_s, 1, 400, 12);
    const auto horizon = arguments.number(u"horizon"_s, 1, qint64(analytics::kMaxHorizon), 12);
    const auto origins = arguments.number(u"backtest"_s, 0, 1'000, 12);
    const auto seed = arguments.number(u"seed"_s, 0, qint64(1) << 53U, 1);
    for (const Result<qint64>* given : {&period, &horizon, &origins, &seed}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto level = levelOf(arguments);
    if (!level)
        return tl::unexpected(level.error());
    question.path = *path;
    question.value = *value;
    question.time = arguments.value(u"time"_s);
    question.options = {std::size_t(*period), std::size_t(*horizon), std::nullopt, std::uint64_t(*seed)};
    question.origins = std::size_t(*origins);
    question.level = *level;
    for (const NamedMethod& named : kMethods) {
        if (*method == QString::fromUtf16(named.name))
            question.method = named.method;
    }
    if (arguments.has(u"model"_s)) {
        question.options.form = analytics::etsFormNamed(arguments.value(u"model"_s).toStdString());
        if (!question.options.form)
            return usage(Cli::tr("--model is an ETS model: error, trend and season, as MAdM or ANN."));
        if (!question.method)
            question.method = ForecastMethod::Ets;
    }
    return question;
}

/// Earlier projections: columns made, target, projected, and if there are any low and high.
Result<analytics::ProjectionReviews> reviewOf(const QString& path, const TimeAxis& axis, const std::vector<double>& values)
{
    const auto table = AnalysisTable::read(path);
    if (!table)
        return tl::unexpected(table.error());
    const auto projected = table->numbers(u"projected"_s);
    if (!projected)
        return tl::unexpected(projected.error());
    const bool hasInterval = table->columns().contains("low"_L1) && table->columns().contains("high"_L1);
    std::vector<std::optional<double>> low(projected->size());
    std::vector<std::optional<double>> high(projected->size());
    for (const auto& [column, ends] : {std::pair(u"low"_s, &low), std::pair(u"high"_s, &high)}) {
        if (!hasInterval)
            break;
        const auto read = table->numbersOrNone(column);
        if (!read)
            return tl::unexpected(read.error());
        *ends = *read;
    }
    std::vector<analytics::PastProjection> projections;
    for (const QString& column : {u"made"_s, u"target"_s}) {
        const auto texts = table->texts(column);
        if (!texts)
            return tl::unexpected(texts.error());
        projections.resize(projected->size());
        for (qsizetype row = 0; row < texts->size(); ++row) {
            const auto time = axis.parsed(texts->at(row));
            if (!time)
                return tl::unexpected(table->errorAt(row, column, Cli::tr("this is not written as the times of the series are.")));
            (column == "made"_L1 ? projections.at(std::size_t(row)).madeAt : projections.at(std::size_t(row)).target) = *time;
        }
    }
    for (std::size_t i = 0; i < projections.size(); ++i) {
        projections[i].projected = projected->at(i);
        projections[i].low = low[i];
        projections[i].high = high[i];
    }
    const auto reviews = analytics::reviewProjections(projections, axis.values(), values);
    if (reviews)
        return *reviews;
    const bool isInterval = reviews.error().kind == analytics::AnalyticsError::Kind::BadValue;
    return tl::unexpected(table->errorAt(qsizetype(reviews.error().index), isInterval ? u"low"_s : u"target"_s,
        isInterval ? Cli::tr("this is above the upper end.") : Cli::tr("this is not later than the projection was made.")));
}

tl::expected<ForecastAnswer, analytics::AnalyticsError> forecastOf(const std::vector<double>& values, const ForecastQuestion& question)
{
    auto choice = analytics::chooseForecast(values, question.options, question.origins, question.method);
    if (!choice)
        return tl::unexpected(choice.error());
    ForecastAnswer answer;
    answer.choice = *std::move(choice);
    if (answer.choice.method != ForecastMethod::Ets)
        return answer;
    if (question.options.form) {
        if (auto fit = analytics::fitEts(values, question.options.period, *question.options.form))
            answer.fit = *std::move(fit);
    } else if (auto ets = analytics::chooseEts(values, question.options.period)) {
        answer.fit = ets->best;
        answer.ets = *std::move(ets);
    }
    return answer;
}

QJsonObject jsonOf(const analytics::Accuracy& accuracy)
{
    if (accuracy.n == 0)
        return {{u"n"_s, 0}};
    return {{u"n"_s, qint64(accuracy.n)}, {u"meanError"_s, jsonNumber(accuracy.meanError)}, {u"mae"_s, jsonNumber(accuracy.mae)},
        {u"rmse"_s, jsonNumber(accuracy.rmse)}, {u"smape"_s, jsonNumber(accuracy.smape)}, {u"mase"_s, jsonNumber(accuracy.mase)},
        {u"crps"_s, jsonNumber(accuracy.crps)}, {u"pinball"_s, jsonNumber(accuracy.pinball)}, {u"coverage80"_s, coverageJson(accuracy.coverage80)},
        {u"coverage95"_s, coverageJson(accuracy.coverage95)}};
}

QJsonValue jsonOf(const std::optional<analytics::Backtest>& backtest)
{
    if (!backtest)
        return QJsonValue(QJsonValue::Null);
    QJsonArray methods;
    for (const analytics::BacktestRow& row : backtest->rows) {
        QJsonObject object = jsonOf(row.accuracy);
        object.insert(u"method"_s, nameOf(row.method));
        object.insert(u"failures"_s, qint64(row.failures));
        QJsonArray steps;
        for (const analytics::Accuracy& accuracy : row.bySteps)
            steps.append(QJsonObject {{u"n"_s, qint64(accuracy.n)}, {u"mae"_s, jsonNumber(accuracy.mae)}, {u"rmse"_s, jsonNumber(accuracy.rmse)}});
        object.insert(u"bySteps"_s, steps);
        methods.append(object);
    }
    QJsonArray origins;
    for (const std::size_t origin : backtest->origins)
        origins.append(qint64(origin));
    return QJsonObject {{u"origins"_s, origins}, {u"methods"_s, methods}};
}

QJsonValue etsJson(const ForecastAnswer& answer)
{
    if (!answer.fit)
        return QJsonValue(QJsonValue::Null);
    const analytics::EtsFit& fit = *answer.fit;
    const auto number = [](bool isThere, double value) { return isThere ? QJsonValue(value) : QJsonValue(QJsonValue::Null); };
    const bool hasTrend = fit.form.trend != analytics::EtsPart::None;
    QJsonArray seasons;
    for (const double season : fit.parameters.seasons)
        seasons.append(season);
    QJsonArray tried;
    if (answer.ets) {
        for (const analytics::EtsTrial& trial : answer.ets->tried)
            tried.append(QJsonObject {{u"model"_s, QString::fromStdString(analytics::nameOf(trial.form))}, {u"logLikelihood"_s, jsonNumber(trial.logLikelihood)},
                {u"aicc"_s, jsonNumber(trial.aicc)}, {u"passedOver"_s, trial.leavesDomain}});
    }
    return QJsonObject {{u"model"_s, QString::fromStdString(analytics::nameOf(fit.form))}, {u"alpha"_s, fit.parameters.alpha},
        {u"beta"_s, number(hasTrend, fit.parameters.beta)}, {u"gamma"_s, number(fit.form.season != analytics::EtsPart::None, fit.parameters.gamma)},
        {u"phi"_s, number(fit.form.damped, fit.parameters.phi)}, {u"level"_s, fit.parameters.level}, {u"slope"_s, number(hasTrend, fit.parameters.slope)},
        {u"seasons"_s, seasons}, {u"logLikelihood"_s, fit.logLikelihood}, {u"aic"_s, fit.aic}, {u"aicc"_s, fit.aicc}, {u"bic"_s, fit.bic},
        {u"sigma2"_s, fit.sigma2}, {u"tried"_s, tried}};
}

QJsonObject jsonOf(const analytics::ProjectionReview& review)
{
    return {{u"lead"_s, jsonNumber(review.lead)}, {u"n"_s, qint64(review.n)}, {u"meanError"_s, review.meanError}, {u"mae"_s, review.mae},
        {u"smape"_s, review.smape}, {u"coverage"_s, coverageJson(review.coverage)}};
}

QJsonValue jsonOf(const std::optional<analytics::ProjectionReviews>& reviews)
{
    if (!reviews)
        return QJsonValue(QJsonValue::Null);
    QJsonArray byLead;
    for (const analytics::ProjectionReview& review : reviews->byLead)
        byLead.append(jsonOf(review));
    return QJsonObject {{u"all"_s, jsonOf(reviews->all)}, {u"byLead"_s, byLead}, {u"pending"_s, qint64(reviews->pending)}};
}

QStringList linesOf(const ForecastAnswer& answer, const ForecastQuestion& question, const TimeAxis& axis)
{
    const analytics::Forecast& forecast = answer.choice.forecast;
    QStringList lines {Cli::tr("%1 from %2 observations; intervals of %3 %")
                           .arg(QString::fromStdString(forecast.method), QString::number(forecast.n), textNumber(100 * question.level))};
    for (std::size_t h = 0; h < forecast.steps.size(); ++h) {
        const analytics::ForecastStep& step = forecast.steps[h];
        const auto interval = analytics::intervalOf(step, question.level);
        lines.append(u"%1\t%2"_s.arg(axis.textOf(axis.ahead(qsizetype(h) + 1)), estimateText({step.mean, std::nullopt, interval->low, interval->high})));
    }
    if (answer.choice.backtest) {
        lines.append(Cli::tr("Looking back %1 times:").arg(answer.choice.backtest->origins.size()));
        lines.append(Cli::tr("method\tmean error\tsMAPE\tMASE\tCRPS\tinside 80 %\tinside 95 %"));
        for (const analytics::BacktestRow& row : answer.choice.backtest->rows) {
            const analytics::Accuracy& a = row.accuracy;
            const auto share = [](const std::optional<analytics::Proportion>& coverage) { return coverage ? textNumber(100 * coverage->estimate) : u"-"_s; };
            lines.append(QStringList {nameOf(row.method), textNumber(a.mae), textNumber(a.smape), textNumber(a.mase), textNumber(a.crps), share(a.coverage80), share(a.coverage95)}.join(u'\t'));
        }
    }
    if (answer.past) {
        lines.append(Cli::tr("%1 earlier projections have come due, %2 have not; wrong by %3 on average.")
                         .arg(answer.past->all.n)
                         .arg(answer.past->pending)
                         .arg(textNumber(answer.past->all.mae)));
        if (answer.past->all.coverage)
            lines.append(Cli::tr("%1 % were inside the interval they came with.").arg(textNumber(100 * answer.past->all.coverage->estimate)));
    }
    return lines + warningLines(forecast.warnings);
}

Result<ExitCode> runForecast(const Session& session)
{
    const auto question = forecastQuestion(session.arguments);
    if (!question)
        return tl::unexpected(question.error());
    const auto table = AnalysisTable::read(question->path, {question->value, question->time});
    if (!table)
        return tl::unexpected(table.error());
    const auto values = table->numbers(question->value);
    if (!values)
        return tl::unexpected(values.error());
    const auto axis = TimeAxis::read(*table, question->time);
    if (!axis)
        return tl::unexpected(axis.error());
    if (const auto uneven = axis->unevenRow())
        return tl::unexpected(table->errorAt(*uneven, question->time, Cli::tr("the time from the row before to this one is not as long as the others.")));
    auto answer = forecastOf(*values, *question);
    if (!answer)
        return tl::unexpected(seriesError(answer.error(), *table, question->path, {}, question->value));
    if (session.arguments.has(u"past"_s)) {
        const auto reviews = reviewOf(session.arguments.value(u"past"_s), *axis, *values);
        if (!reviews)
            return tl::unexpected(reviews.error());
        answer->past = *reviews;
    }

    const analytics::Forecast& forecast = answer->choice.forecast;
    QJsonArray steps;
    for (std::size_t h = 0; h < forecast.steps.size(); ++h) {
        const analytics::ForecastStep& step = forecast.steps[h];
        const auto interval = analytics::intervalOf(step, question->level);
        steps.append(QJsonObject {{u"time"_s, axis->jsonOf(axis->ahead(qsizetype(h) + 1))}, {u"value"_s, jsonNumber(step.mean)},
            {u"stdError"_s, jsonNumber(step.stdError)}, {u"low"_s, jsonNumber(interval->low)}, {u"high"_s, jsonNumber(interval->high)}});
    }
    const QJsonObject document {{u"n"_s, qint64(forecast.n)}, {u"method"_s, nameOf(answer->choice.method)}, {u"model"_s, QString::fromStdString(forecast.method)},
        {u"period"_s, qint64(question->options.period)}, {u"level"_s, question->level}, {u"steps"_s, steps}, {u"widening"_s, answer->choice.widening},
        {u"ets"_s, etsJson(*answer)}, {u"backtest"_s, jsonOf(answer->choice.backtest)}, {u"past"_s, jsonOf(answer->past)},
        {u"warnings"_s, warningsJson(forecast.warnings)}};
    return session.output.answer(document, linesOf(*answer, *question, *axis));
}

} // namespace

Command forecastTopic()
{
    return {u"forecast"_s, {}, Cli::tr("Where a series is going, how sure that is, and how wrong such forecasts used to be."),
        {u"printf 'quarter,joined\\n1,30\\n2,21\\n3,34\\n4,45\\n5,33\\n6,23\\n7,37\\n8,50\\n9,36\\n10,25\\n11,41\\n12,55\\n13,40\\n14,27\\n' > joined.csv && "
         "lyceum-cli analyse forecast --csv joined.csv --time quarter --value joined --period 4 --horizon 4 --json"_s},
        {csvOption(Cli::tr("A table with a header, one observation a row, oldest first and evenly spaced.")),
            {u"value"_s, u"COLUMN"_s, Cli::tr("What to forecast."), {}},
            {u"time"_s, u"COLUMN"_s, Cli::tr("When: a number, a month (2026-03) or a day (2026-03-01). Without it, rows are counted."), {}},
            {u"period"_s, u"N"_s, Cli::tr("Observations a round of seasons; 1 without seasons."), u"12"_s},
            {u"horizon"_s, u"STEPS"_s, Cli::tr("How far to go."), u"12"_s},
            {u"method"_s, u"auto|ets|theta|snaive|drift|naive|combination"_s, Cli::tr("auto takes the one that did best looking back."), u"auto"_s},
            {u"model"_s, u"MODEL"_s, Cli::tr("The ETS model: error, trend and season, each N, A or M, d for damped, as MAdM."), {}},
            {u"backtest"_s, u"N"_s, Cli::tr("How many times to look back."), u"12"_s},
            {u"past"_s, u"FILE"_s, Cli::tr("Earlier projections, to see what became of them: columns made, target, projected, and perhaps low and high."), {}},
            {u"seed"_s, u"N"_s, Cli::tr("Of what is simulated."), u"1"_s}, levelOption()},
        runForecast, {}};
}

} // namespace lyceum::cli

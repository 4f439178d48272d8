// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/growth/growthbacktest.h"
#include "cli/analyse/timeaxis.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::GrowthModel;
using analytics::GrowthParameterName;

constexpr std::array kModels {GrowthModel::Linear, GrowthModel::Exponential, GrowthModel::Logistic, GrowthModel::Gompertz, GrowthModel::Bass, GrowthModel::Recursive};

QString nameOf(GrowthModel model)
{
    switch (model) {
    case GrowthModel::Linear:
        return u"linear"_s;
    case GrowthModel::Exponential:
        return u"exponential"_s;
    case GrowthModel::Logistic:
        return u"logistic"_s;
    case GrowthModel::Gompertz:
        return u"gompertz"_s;
    case GrowthModel::Bass:
        return u"bass"_s;
    case GrowthModel::Recursive:
        break;
    }
    return u"recursive"_s;
}

QString nameOf(GrowthParameterName name)
{
    constexpr std::array<const char16_t*, 9> kNames {u"start", u"slope", u"rate", u"capacity", u"inflection", u"a", u"b", u"p", u"q"};
    return QString::fromUtf16(kNames.at(std::size_t(name)));
}

QJsonValue jsonOf(const analytics::GrowthBacktestRow& row, const std::vector<std::size_t>& origins)
{
    if (row.reviews.all.n == 0)
        return QJsonValue(QJsonValue::Null);
    return QJsonObject {{u"origins"_s, qint64(origins.size())}, {u"failures"_s, qint64(row.failures)}, {u"n"_s, qint64(row.reviews.all.n)},
        {u"meanError"_s, row.reviews.all.meanError}, {u"mae"_s, row.reviews.all.mae}, {u"smape"_s, row.reviews.all.smape},
        {u"coverage"_s, coverageJson(row.reviews.all.coverage)}};
}

struct GrowthAnswer {
    std::vector<tl::expected<analytics::GrowthFit, analytics::AnalyticsError>> fits; ///< one a model asked for
    analytics::GrowthBacktest backtest;
};

QJsonObject jsonOf(const analytics::GrowthFit& fit, const TimeAxis& axis)
{
    QJsonObject parameters;
    for (const analytics::GrowthParameter& parameter : fit.parameters)
        parameters.insert(nameOf(parameter.name), estimateJson(parameter.estimate));
    QJsonArray projection;
    for (const analytics::GrowthPoint& point : fit.projection)
        projection.append(QJsonObject {{u"time"_s, axis.jsonOf(point.time)}, {u"value"_s, jsonNumber(point.value)}, {u"low"_s, jsonNumber(point.low)}, {u"high"_s, jsonNumber(point.high)}});
    QJsonArray fitted;
    for (const double value : fit.fitted)
        fitted.append(value);
    return {{u"parameters"_s, parameters}, {u"sigma"_s, fit.sigma}, {u"residualSquares"_s, fit.residualSquares}, {u"degreesOfFreedom"_s, qint64(fit.degreesOfFreedom)},
        {u"fitted"_s, fitted}, {u"projection"_s, projection}, {u"warnings"_s, warningsJson(fit.warnings)}};
}

void addLines(QStringList& lines, const analytics::GrowthFit& fit, const analytics::GrowthBacktestRow& row, const TimeAxis& axis)
{
    for (const analytics::GrowthParameter& parameter : fit.parameters) {
        const analytics::Estimate& e = parameter.estimate;
        const bool isTime = parameter.name == GrowthParameterName::Inflection;
        lines.append(u"  %1\t%2"_s.arg(nameOf(parameter.name),
            isTime ? Cli::tr("%1 (%2 to %3)").arg(axis.textOf(e.value), axis.textOf(*e.low), axis.textOf(*e.high)) : estimateText(e)));
    }
    if (row.reviews.all.n > 0) {
        const QString covered = row.reviews.all.coverage ? textNumber(100 * row.reviews.all.coverage->estimate) : u"-"_s;
        lines.append(Cli::tr("  projected from earlier on: wrong by %1 on average, %2 % inside the interval").arg(textNumber(row.reviews.all.mae), covered));
    }
    for (const analytics::GrowthPoint& point : fit.projection)
        lines.append(u"  %1\t%2"_s.arg(axis.textOf(point.time), estimateText({point.value, std::nullopt, point.low, point.high})));
    for (const QString& sentence : warningLines(fit.warnings))
        lines.append(u"  "_s + sentence);
}

Result<ExitCode> runGrowth(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto path = arguments.required(u"csv"_s);
    const auto value = arguments.required(u"value"_s);
    const auto time = arguments.required(u"time"_s);
    const auto wanted = arguments.oneOf(u"model"_s, {u"all"_s, u"linear"_s, u"exponential"_s, u"logistic"_s, u"gompertz"_s, u"bass"_s, u"recursive"_s});
    for (const Result<QString>* given : {&path, &value, &time, &wanted}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto horizon = arguments.number(u"horizon"_s, 0, 10'000, 12);
    if (!horizon)
        return tl::unexpected(horizon.error());
    const auto level = levelOf(arguments);
    if (!level)
        return tl::unexpected(level.error());
    const auto table = AnalysisTable::read(*path, {*time, *value});
    if (!table)
        return tl::unexpected(table.error());
    const auto values = table->numbers(*value);
    if (!values)
        return tl::unexpected(values.error());
    const auto axis = TimeAxis::read(*table, *time);
    if (!axis)
        return tl::unexpected(axis.error());

    std::vector<GrowthModel> models;
    for (const GrowthModel model : kModels) {
        if (*wanted == "all"_L1 || *wanted == nameOf(model))
            models.push_back(model);
    }
    const analytics::GrowthOptions options {std::size_t(*horizon), *level};
    GrowthAnswer answer;
    bool isAnyFitted = false;
    for (const GrowthModel model : models) {
        answer.fits.push_back(analytics::fitGrowth(model, axis->values(), *values, options));
        isAnyFitted = isAnyFitted || answer.fits.back();
    }
    if (!isAnyFitted)
        return tl::unexpected(seriesError(answer.fits.front().error(), *table, *path, *time, *value));
    const auto tested = analytics::growthBacktest(models, axis->values(), *values, options);
    if (!tested)
        return tl::unexpected(seriesError(tested.error(), *table, *path, *time, *value));
    answer.backtest = *tested;

    QJsonArray array;
    QStringList lines {Cli::tr("%1 observations; intervals of %2 %").arg(QString::number(values->size()), textNumber(100 * *level))};
    for (std::size_t i = 0; i < models.size(); ++i) {
        const auto& fit = answer.fits[i];
        const analytics::GrowthBacktestRow& row = answer.backtest.rows[i];
        QJsonObject object = fit ? jsonOf(*fit, *axis) : QJsonObject();
        object.insert(u"model"_s, nameOf(models[i]));
        object.insert(u"error"_s, fit ? QJsonValue(QJsonValue::Null) : QJsonValue(seriesError(fit.error(), *table, *path, *time, *value).detail));
        object.insert(u"backtest"_s, jsonOf(row, answer.backtest.origins));
        array.append(object);
        lines.append(nameOf(models[i]));
        if (fit)
            addLines(lines, *fit, row, *axis);
        else
            lines.append(u"  "_s + seriesError(fit.error(), *table, *path, *time, *value).detail);
    }
    if (answer.backtest.best && models.size() > 1)
        lines.append(Cli::tr("The best record of projections has: %1").arg(nameOf(*answer.backtest.best)));
    const QJsonObject document {{u"n"_s, qint64(values->size())}, {u"method"_s, u"least-squares"_s}, {u"level"_s, *level}, {u"horizon"_s, *horizon}, {u"models"_s, array},
        {u"best"_s, answer.backtest.best ? QJsonValue(nameOf(*answer.backtest.best)) : QJsonValue(QJsonValue::Null)}};
    return session.output.answer(document, lines);
}

} // namespace

Command growthTopic()
{
    return {u"growth"_s, {}, Cli::tr("How a community grows: curves, where they lead, and what such projections were worth."),
        {u"printf 'month,members\\n2026-01,100\\n2026-02,112\\n2026-03,127\\n2026-04,139\\n2026-05,158\\n2026-06,171\\n2026-07,190\\n2026-08,214\\n' > growth.csv && "
         "lyceum-cli analyse growth --csv growth.csv --time month --value members --horizon 3 --json"_s},
        {csvOption(Cli::tr("A table with a header, one observation a row, oldest first.")),
            {u"time"_s, u"COLUMN"_s, Cli::tr("When: a number, a month (2026-03) or a day (2026-03-01)."), {}},
            {u"value"_s, u"COLUMN"_s, Cli::tr("How many."), {}},
            {u"model"_s, u"all|linear|exponential|logistic|gompertz|bass|recursive"_s, Cli::tr("The curve; recursive: N(t+1) = N(t) + a + b N(t)."), u"all"_s},
            {u"horizon"_s, u"STEPS"_s, Cli::tr("How far to project."), u"12"_s}, levelOption()},
        runGrowth, {}};
}

} // namespace lyceum::cli

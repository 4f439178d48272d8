// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analyticsbench.h"
#include "analytics/forecast/accuracy.h"
#include "analytics/forecast/etsforecast.h"
#include "analytics/forecast/simpleforecast.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

constexpr std::size_t kMonths = 18;

struct MonthlySeries {
    std::vector<double> past;
    std::vector<double> future;
};

std::vector<double> numbersIn(const QByteArray& cell)
{
    std::vector<double> numbers;
    for (const QByteArray& number : cell.split(' '))
        numbers.push_back(number.toDouble());
    return numbers;
}

Result<std::vector<MonthlySeries>> readSeries(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Io, path, file.errorString());
    std::vector<MonthlySeries> all;
    const QByteArrayList lines = file.readAll().split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArrayList cells = lines.at(i).split(';');
        if (cells.size() == 8)
            all.push_back({numbersIn(cells.at(6)), numbersIn(cells.at(7))});
    }
    return all;
}

/// The mean sMAPE of a method over all series; negative when it had no answer to one.
template <class Method>
double smapeOf(const std::vector<MonthlySeries>& all, Method method)
{
    double sum = 0;
    for (const MonthlySeries& one : all) {
        const auto forecast = method(one.past);
        if (!forecast)
            return -1;
        sum += analytics::accuracyOf(*forecast, one.future, one.past, 12).smape;
    }
    return sum / double(all.size());
}

} // namespace

Result<void> measureForecast(Bench& bench)
{
    const QString path = QStringLiteral(LYCEUM_SOURCE_DIR) + u"/tests/data/forecast/m1-monthly.csv"_s;
    const auto all = readSeries(path);
    if (!all)
        return tl::unexpected(all.error());
    const QString what = u"%1 monthly series, 18 steps"_s.arg(all->size());
    const Error noAnswer {Error::Kind::Internal, path, u"a series was not forecast"_s};

    double smape = 0;
    Contest ets {u"ETS, "_s + what, u"R ets"_s, Goal {0.2, true, Goal::Judge::Median}};
    const auto byEts = [](const std::vector<double>& past) -> tl::expected<analytics::Forecast, analytics::AnalyticsError> {
        const auto choice = analytics::chooseEts(past, 12);
        return choice ? analytics::forecastEts(choice->best, kMonths) : tl::unexpected(choice.error());
    };
    const bool isEtsDone = contend(ets, std::min(bench.options.runs, 2), {u"Rscript"_s, u"forecast.R"_s, path, u"ets"_s}, [&] {
        smape = smapeOf(*all, byEts);
        return smape >= 0;
    });
    if (!isEtsDone)
        return tl::unexpected(noAnswer);
    addContest(bench, ets);
    // The accuracy is that of the whole competition, where R has 14.97 (tests/data/growth/r-growth.json); a part of it scatters.
    constexpr double kSmapeOfR = 14.9710548398;
    const auto whole = readSeries(QStringLiteral(LYCEUM_SOURCE_DIR) + u"/tests/data/forecast/m1-monthly-all.csv"_s);
    if (!whole)
        return tl::unexpected(whole.error());
    bench.figures.add({u"analytics"_s, u"ETS, mean sMAPE (R ets: 14.97)"_s, u"%1 monthly series, 18 steps"_s.arg(whole->size()), u"%"_s,
        Goal {kSmapeOfR + 0.3, true, Goal::Judge::Median}, {smapeOf(*whole, byEts)}, {}});

    // One pass is over in a few milliseconds: the median of many.
    Contest theta {u"theta, "_s + what, u"R thetaf"_s, Goal {0.2, true, Goal::Judge::Median}};
    const bool isThetaDone = contend(theta, std::max(bench.options.runs, 9), {u"Rscript"_s, u"forecast.R"_s, path, u"theta"_s}, [&] {
        return smapeOf(*all, [](const std::vector<double>& past) { return analytics::forecastTheta(past, 12, kMonths); }) >= 0;
    });
    if (!isThetaDone)
        return tl::unexpected(noAnswer);
    addContest(bench, theta);
    return {};
}

} // namespace lyceum::bench

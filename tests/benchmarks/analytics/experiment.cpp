// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analyticsbench.h"
#include "analytics/experiment/fisherexact.h"
#include "analytics/experiment/mannwhitney.h"
#include "analytics/experiment/means.h"
#include "analytics/experiment/mixturesprt.h"
#include "analytics/random.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <array>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

constexpr std::size_t kRows = 1'000'000;

/// Two variants of about half a million members each, whose outcomes go with what was measured before.
struct Rows {
    std::vector<double> outcome;
    std::vector<double> before;
    std::vector<std::uint8_t> arms;
    std::array<std::vector<double>, 2> outcomeOf; ///< the same by variant
    std::array<std::vector<double>, 2> beforeOf;
};

Rows someRows()
{
    analytics::Random random(20260301);
    Rows rows;
    for (std::size_t i = 0; i < kRows; ++i) {
        const auto arm = std::uint8_t(random.below(2));
        const double before = random.exponential();
        const double outcome = 0.7 * before + 0.5 * random.exponential() + 0.001 * arm;
        rows.outcome.push_back(outcome);
        rows.before.push_back(before);
        rows.arms.push_back(arm);
        rows.outcomeOf.at(arm).push_back(outcome);
        rows.beforeOf.at(arm).push_back(before);
    }
    return rows;
}

/// As peers/experiment.R reads them.
Result<void> writeRows(const Rows& rows, const QString& path)
{
    QSaveFile file(path);
    const auto put = [&file](const auto& column) {
        const auto bytes = qint64(column.size() * sizeof(column.front()));
        return file.write(reinterpret_cast<const char*>(column.data()), bytes) == bytes;
    };
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || !put(rows.outcome) || !put(rows.before)
        || !put(rows.arms) || !file.commit())
        return failure(Error::Kind::Io, path, file.errorString());
    return {};
}

/// With the shift and its interval, which wilcox.test leaves out unless asked; it could not hold the differences of a million.
double ranksOf(const Rows& rows)
{
    const auto test = analytics::mannWhitney(rows.outcomeOf[0], rows.outcomeOf[1]);
    return test ? test->w : std::nan("");
}

double cupedOf(const Rows& rows)
{
    const auto test = analytics::cuped({rows.outcomeOf[0], rows.beforeOf[0]}, {rows.outcomeOf[1], rows.beforeOf[1]});
    return test ? test->adjusted.t : std::nan("");
}

/// With the odds ratio and its interval, as fisher.test.
double fisherOfTables()
{
    double sum = 0;
    for (int i = 0; i < 10; ++i) {
        const auto test = analytics::fisherExact({50'000, 1'000'000}, {50'000 + 40 * i, 1'000'000});
        sum += test ? test->p : std::nan("");
    }
    return sum;
}

/// The largest log likelihood ratio of a million looks.
double alwaysOf(const Rows& rows)
{
    auto test = analytics::TwoProportionSprt::make(0.01);
    double largest = 0;
    for (std::size_t i = 0; test && i < kRows; ++i)
        largest = std::max(largest, test->add(rows.arms[i] == 1, rows.outcome[i] > 1).likelihoodRatio);
    return std::log(largest);
}

} // namespace

Result<void> measureExperiment(Bench& bench)
{
    const Rows rows = someRows();
    const QString path = QDir(bench.options.cache).filePath(u"analytics-experiment.bin"_s);
    if (auto written = writeRows(rows, path); !written)
        return written;
    struct Task {
        QString name;
        QString peer;
        QString task;
        std::function<double()> ours;
        double tolerance; // relative
    };
    const QList<Task> tasks {
        {u"Mann-Whitney with shift and interval, 1 million members"_s, u"R wilcox.test"_s, u"ranks"_s, [&] { return ranksOf(rows); }, 1e-12},
        {u"Welch after CUPED, 1 million members"_s, u"R t.test"_s, u"cuped"_s, [&] { return cupedOf(rows); }, 1e-9},
        {u"Fisher's exact test, 10 tables of 2 million members"_s, u"R fisher.test"_s, u"fisher"_s, fisherOfTables, 1e-9},
        {u"Mixture SPRT, 1 million looks"_s, u"R cumsum"_s, u"always"_s, [&] { return alwaysOf(rows); }, 1e-9},
    };
    for (const Task& task : tasks) {
        Contest contest {task.name, task.peer, {}};
        const QStringList peer {u"Rscript"_s, u"experiment.R"_s, path, QString::number(kRows), task.task};
        double answer = 0;
        if (!contend(contest, bench.options.runs, peer, [&] {
                answer = task.ours();
                return !std::isnan(answer);
            }))
            return failure(Error::Kind::Internal, task.name, u"it has no answer"_s);
        addContest(bench, contest);
        const auto told = runPeer(peer);
        if (told && !(std::abs(told->value(u"answer"_s) - answer) <= task.tolerance * std::abs(answer)))
            return failure(Error::Kind::Internal, task.name, u"the answers differ"_s);
    }
    return {};
}

} // namespace lyceum::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analyticsbench.h"
#include "analytics/competing/competingrisks.h"
#include "analytics/cox/concordance.h"
#include "analytics/cox/coxmodel.h"
#include "analytics/random.h"
#include "analytics/survival/kaplanmeier.h"
#include "analytics/survival/logrank.h"

#include <sqlite3.h>

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

constexpr std::size_t kLives = 1'000'000;

/// Two groups whose lives are Weibull's, watched for up to 1500 days.
struct Lives {
    std::vector<double> times;
    std::vector<double> covariates; ///< the group, and two columns of noise
    std::vector<std::uint8_t> events;
    std::vector<std::uint32_t> groups;

    [[nodiscard]] analytics::SurvivalSample sample() const { return {times, events, {}}; }
};

Lives livesOf(bool inDays)
{
    analytics::Random random(20240101);
    Lives lives;
    for (std::size_t i = 0; i < kLives; ++i) {
        const auto group = std::uint32_t(random.below(2));
        const double life = (group == 1 ? 500 : 400) * std::pow(random.exponential(), 1 / 0.8);
        const double seen = 1 + 1499 * random.uniform();
        const double time = std::min(life, seen);
        lives.times.push_back(inDays ? std::max(1.0, std::ceil(time)) : time);
        lives.events.push_back(life <= seen ? 1 : 0);
        lives.groups.push_back(group);
    }
    lives.covariates.assign(lives.groups.begin(), lives.groups.end());
    for (std::size_t i = 0; i < 2 * kLives; ++i)
        lives.covariates.push_back(random.normal());
    return lives;
}

/// As peers/survival.R reads them.
Result<void> writeLives(const Lives& lives, const QString& path)
{
    const std::vector<std::uint8_t> groups(lives.groups.begin(), lives.groups.end());
    QSaveFile file(path);
    const auto put = [&file](const auto* data, std::size_t count) {
        const auto bytes = qint64(count * sizeof(*data));
        return file.write(reinterpret_cast<const char*>(data), bytes) == bytes;
    };
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || !put(lives.times.data(), kLives)
        || !put(lives.covariates.data() + kLives, 2 * kLives) || !put(lives.events.data(), kLives)
        || !put(groups.data(), kLives) || !file.commit())
        return failure(Error::Kind::Io, path, file.errorString());
    return {};
}

double lastSurvival(const analytics::SurvivalSample& sample)
{
    const auto curve = analytics::kaplanMeier(sample);
    return curve ? curve->steps.back().survival : -1;
}

double logRankOf(const Lives& lives)
{
    const auto result = analytics::logRank(lives.sample(), lives.groups, 2);
    return result && result->test ? result->test->chiSquare : -1;
}

/// With the concordance, since coxph computes it too.
double coxOf(const Lives& lives)
{
    const auto model = analytics::coxModel({lives.sample(), lives.covariates, 3, {}});
    if (!model)
        return std::nan("");
    std::vector<double> scores(kLives);
    for (std::size_t j = 0; j < 3; ++j) {
        for (std::size_t i = 0; i < kLives; ++i)
            scores[i] += model->coefficients[j].logHazardRatio.value * lives.covariates[j * kLives + i];
    }
    return analytics::concordance(lives.sample(), scores) ? model->coefficients[0].logHazardRatio.value : std::nan("");
}

double incidenceOf(const Lives& lives)
{
    std::vector<std::uint32_t> causes;
    for (std::size_t i = 0; i < kLives; ++i)
        causes.push_back(lives.events[i] == 0 ? 0 : 1 + lives.groups[i]);
    const auto risks = analytics::competingRisks({lives.times, causes, {}, 2});
    return risks ? risks->steps.back().staying.value : -1;
}

struct Closing {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Closing>;
using Query = std::unique_ptr<sqlite3_stmt, Closing>;

Query preparedLives(sqlite3* database, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    return Query(statement);
}

/// A table of a million rows in memory: what reading costs is the engine's work, not the disk's.
Database databaseOf(const Lives& lives)
{
    sqlite3* opened = nullptr;
    if (sqlite3_open(":memory:", &opened) != SQLITE_OK)
        return nullptr;
    Database database(opened);
    sqlite3_exec(opened, "CREATE TABLE life(days INTEGER, hasEnded INTEGER); BEGIN", nullptr, nullptr, nullptr);
    const Query insert = preparedLives(opened, "INSERT INTO life VALUES(?, ?)");
    for (std::size_t i = 0; i < kLives; ++i) {
        sqlite3_bind_int64(insert.get(), 1, sqlite3_int64(lives.times[i]));
        sqlite3_bind_int(insert.get(), 2, lives.events[i]);
        sqlite3_step(insert.get());
        sqlite3_reset(insert.get());
    }
    sqlite3_exec(opened, "COMMIT", nullptr, nullptr, nullptr);
    return database;
}

double lastSurvivalFrom(sqlite3* database)
{
    std::vector<double> times;
    std::vector<std::uint8_t> events;
    const Query select = preparedLives(database, "SELECT days, hasEnded FROM life");
    while (sqlite3_step(select.get()) == SQLITE_ROW) {
        times.push_back(double(sqlite3_column_int64(select.get(), 0)));
        events.push_back(std::uint8_t(sqlite3_column_int(select.get(), 1)));
    }
    return times.size() == kLives ? lastSurvival({times, events, {}}) : -1;
}

} // namespace

Result<void> measureSurvival(Bench& bench)
{
    const Lives days = livesOf(/*inDays=*/true);
    const Lives instants = livesOf(/*inDays=*/false);
    const QString daysPath = QDir(bench.options.cache).filePath(u"analytics-lives-days.bin"_s);
    const QString instantsPath = QDir(bench.options.cache).filePath(u"analytics-lives-instants.bin"_s);
    if (auto written = writeLives(days, daysPath); !written)
        return written;
    if (auto written = writeLives(instants, instantsPath); !written)
        return written;
    const Database database = databaseOf(days);
    if (!database)
        return failure(Error::Kind::Internal, u"survival"_s, u"there is no database"_s);

    struct Task {
        QString name;
        QString peer;
        QString path;
        QString task;
        std::optional<Goal> goal;
        std::function<double()> ours;
        double tolerance; // relative
    };
    const QString subjects = u", 1 million subjects"_s;
    const std::array<Task, 6> tasks {{
        {u"Kaplan-Meier in days"_s + subjects, u"R survfit"_s, daysPath, u"km"_s, Goal {0.02}, [&] { return lastSurvival(days.sample()); }, 1e-9},
        {u"Kaplan-Meier in days, read from SQLite"_s + subjects, u"R survfit"_s, daysPath, u"km"_s, Goal {0.25},
            [&] { return lastSurvivalFrom(database.get()); }, 1e-9},
        {u"Kaplan-Meier in real time"_s + subjects, u"R survfit"_s, instantsPath, u"km"_s, Goal {0.1},
            [&] { return lastSurvival(instants.sample()); }, 1e-9},
        {u"Log-rank test of two groups"_s + subjects, u"R survdiff"_s, daysPath, u"logrank"_s, Goal {0.05}, [&] { return logRankOf(days); }, 1e-9},
        {u"Cox model (Efron) of 3 columns"_s + subjects, u"R coxph"_s, daysPath, u"cox"_s, Goal {0.5}, [&] { return coxOf(days); }, 1e-6},
        {u"Competing risks, 2 causes"_s + subjects, {}, {}, {}, {}, [&] { return incidenceOf(days); }, 0},
    }};
    for (const Task& task : tasks) {
        Contest contest {task.name, task.peer, task.goal};
        double answer = 0;
        QStringList peer;
        if (!task.peer.isEmpty())
            peer << u"Rscript"_s << u"survival.R"_s << task.path << QString::number(kLives) << task.task;
        const auto ours = [&] {
            answer = task.ours();
            return answer >= 0 || task.task == "cox"_L1;
        };
        if (!contend(contest, bench.options.runs, peer, ours))
            return failure(Error::Kind::Internal, task.name, u"it has no answer"_s);
        addContest(bench, contest);
        const auto told = peer.isEmpty() ? std::nullopt : runPeer(peer);
        if (told && !(std::abs(told->value(u"answer"_s) - answer) <= task.tolerance * std::abs(answer)))
            return failure(Error::Kind::Internal, task.name, u"the answers differ"_s);
    }
    return {};
}

} // namespace lyceum::bench

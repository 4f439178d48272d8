// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analyticsbench.h"
#include "analytics/cohort/activityretention.h"
#include "analytics/random.h"
#include "analytics/revenue/mrrmovements.h"

#include <sqlite3.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

constexpr std::int64_t kFirstSecond = 1'640'995'200; // 2022-01-01

/// Events in order of time; for money each sets what the member pays a month from then on.
struct EventLog {
    std::vector<std::uint32_t> members;
    std::vector<std::int64_t> times;
    std::vector<std::int64_t> values;
    std::uint32_t memberCount = 0;
    std::vector<std::int64_t> months;

    [[nodiscard]] std::size_t size() const { return members.size(); }
};

std::vector<std::int64_t> monthStartsOf(int count)
{
    std::vector<std::int64_t> starts;
    for (int month = 0; month <= count; ++month)
        starts.push_back(QDate(2022, 1, 1).addMonths(month).startOfDay(QTimeZone::utc()).toSecsSinceEpoch());
    return starts;
}

/// Activity of members who join over two years and grow quiet, some far busier than others.
EventLog activityLog(std::size_t events)
{
    constexpr std::uint32_t kMembers = 100'000;
    constexpr double kSpan = 730.0 * 86'400;
    analytics::Random random(20240101);
    std::vector<double> joined(kMembers);
    std::vector<double> life(kMembers);
    for (std::uint32_t member = 0; member < kMembers; ++member) {
        joined[member] = random.uniform() * (kSpan - 86'400 * 20);
        life[member] = std::min(random.exponential() * 200 * 86'400, kSpan - joined[member]);
    }
    std::vector<std::pair<std::int64_t, std::uint32_t>> all;
    all.reserve(events);
    for (std::size_t i = 0; i < events; ++i) {
        const double luck = random.uniform();
        const auto member = std::uint32_t(luck * luck * luck * kMembers);
        all.emplace_back(kFirstSecond + std::int64_t(joined[member] + random.uniform() * life[member]), member);
    }
    std::ranges::sort(all);
    EventLog log;
    log.memberCount = kMembers;
    log.months = monthStartsOf(24);
    for (const auto& [time, member] : all) {
        log.members.push_back(member);
        log.times.push_back(time);
    }
    return log;
}

/// Changes of subscriptions, by member, then time.
EventLog subscriptionLog()
{
    constexpr std::size_t kChanges = 1'000'000;
    constexpr std::uint32_t kMembers = 200'000;
    constexpr std::array<std::int64_t, 5> kPrices {0, 990, 1990, 4990, 9900};
    analytics::Random random(20240102);
    std::vector<std::pair<std::uint32_t, std::int64_t>> all;
    for (std::size_t i = 0; i < kChanges; ++i)
        all.emplace_back(std::uint32_t(random.below(kMembers)), kFirstSecond + std::int64_t(random.below(1095ULL * 86'400)));
    std::ranges::sort(all);
    EventLog log;
    log.memberCount = kMembers;
    log.months = monthStartsOf(36);
    for (const auto& [member, time] : all) {
        log.members.push_back(member);
        log.times.push_back(time);
        log.values.push_back(kPrices[random.below(kPrices.size())]);
    }
    return log;
}

struct LogCloser {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using LogDatabase = std::unique_ptr<sqlite3, LogCloser>;
using LogQuery = std::unique_ptr<sqlite3_stmt, LogCloser>;

LogQuery logQuery(sqlite3* database, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    return LogQuery(statement);
}

/// A table log(member, at, value) in a file, with the index a window query wants where there are values. Null after an error.
LogDatabase storedLog(const EventLog& log, const QString& path)
{
    QFile::remove(path);
    sqlite3* opened = nullptr;
    const bool isOpen = sqlite3_open(QFile::encodeName(path).constData(), &opened) == SQLITE_OK;
    LogDatabase database(opened);
    if (!isOpen)
        return nullptr;
    sqlite3_exec(opened, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE TABLE log(member INTEGER, at INTEGER, value INTEGER); BEGIN",
        nullptr, nullptr, nullptr);
    const LogQuery insert = logQuery(opened, "INSERT INTO log VALUES(?, ?, ?)");
    for (std::size_t i = 0; i < log.size(); ++i) {
        sqlite3_bind_int64(insert.get(), 1, log.members[i]);
        sqlite3_bind_int64(insert.get(), 2, log.times[i]);
        sqlite3_bind_int64(insert.get(), 3, log.values.empty() ? 0 : log.values[i]);
        if (sqlite3_step(insert.get()) != SQLITE_DONE)
            return nullptr;
        sqlite3_reset(insert.get());
    }
    const char* const end = log.values.empty() ? "COMMIT" : "CREATE INDEX log_member_at ON log(member, at); COMMIT";
    return sqlite3_exec(opened, end, nullptr, nullptr, nullptr) == SQLITE_OK ? std::move(database) : nullptr;
}

EventLog readLog(sqlite3* database, const EventLog& like)
{
    EventLog log;
    log.memberCount = like.memberCount;
    log.months = like.months;
    const LogQuery select = logQuery(
        database, like.values.empty() ? "SELECT member, at FROM log" : "SELECT member, at, value FROM log ORDER BY member, at");
    while (sqlite3_step(select.get()) == SQLITE_ROW) {
        log.members.push_back(std::uint32_t(sqlite3_column_int64(select.get(), 0)));
        log.times.push_back(sqlite3_column_int64(select.get(), 1));
        if (!like.values.empty())
            log.values.push_back(sqlite3_column_int64(select.get(), 2));
    }
    return log;
}

/// The sum of the triangle: member-months.
double triangleOf(const EventLog& log)
{
    analytics::ActivityRetentionOptions options;
    options.cohortStarts = log.months;
    const auto table = analytics::activityRetention({log.members, log.times, {}, {}, log.memberCount}, options);
    if (!table)
        return -1;
    std::int64_t sum = 0;
    for (const analytics::ActivityCohort& cohort : table->cohorts) {
        for (const auto& cell : cohort.cells)
            sum += cell ? cell->kept : 0;
    }
    return double(sum);
}

/// All movements: their number times 10^7 and the cents of the last month's closing, which are exact, added.
double movementsOf(const EventLog& log)
{
    const auto book = analytics::mrrMovements({log.members, log.times, log.values, {}, log.memberCount}, log.months);
    if (!book)
        return -1;
    std::int64_t count = 0;
    for (const analytics::MrrPeriod& month : *book)
        count = std::accumulate(month.counts.begin(), month.counts.end(), count);
    return double(count) * 1e7 + double(book->back().closing);
}

/// As peers/cohorts.py reads it: members as 32-bit, then times as 64-bit numbers.
bool writeLog(const EventLog& log, const QString& path)
{
    QFile file(path);
    const auto put = [&file](const auto& values) {
        const auto bytes = qint64(values.size() * sizeof(values.front()));
        return file.write(reinterpret_cast<const char*>(values.data()), bytes) == bytes;
    };
    return file.open(QIODevice::WriteOnly) && put(log.members) && put(log.times);
}

/// As peers/duckdb.cjs reads it. One that is there already is of the same log: what makes it is not random.
bool writeCsv(const EventLog& log, const QString& path)
{
    if (QFile::exists(path))
        return true;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QByteArray rows("member,at,value\n");
    for (std::size_t i = 0; i < log.size(); ++i) {
        rows += QByteArray::number(log.members[i]) + ',' + QByteArray::number(qint64(log.times[i])) + ','
            + QByteArray::number(qint64(log.values.empty() ? 0 : log.values[i])) + '\n';
        if (rows.size() > (1 << 20)) {
            file.write(rows);
            rows.clear();
        }
    }
    file.write(rows);
    return file.commit();
}

} // namespace

Result<void> measureRevenue(Bench& bench)
{
    const QDir cache(bench.options.cache);
    const QString plainPath = cache.filePath(u"analytics-activity.bin"_s);
    const QString activityPath = cache.filePath(u"analytics-activity.sqlite"_s);
    const QString subscriptionPath = cache.filePath(u"analytics-subscriptions.sqlite"_s);
    const QString activityCsv = cache.filePath(u"analytics-activity.csv"_s);
    const QString subscriptionCsv = cache.filePath(u"analytics-subscriptions.csv"_s);
    const EventLog activity = activityLog(10'000'000);
    const EventLog subscriptions = subscriptionLog();
    if (!cache.mkpath(u"."_s) || !writeLog(activity, plainPath) || !writeCsv(activity, activityCsv) || !writeCsv(subscriptions, subscriptionCsv))
        return failure(Error::Kind::Io, plainPath);
    const LogDatabase activityStore = storedLog(activity, activityPath);
    const LogDatabase subscriptionStore = storedLog(subscriptions, subscriptionPath);
    if (!activityStore || !subscriptionStore)
        return failure(Error::Kind::Io, activityPath);

    struct Task {
        QString name;
        QString peer;
        QStringList command;
        std::optional<Goal> goal;
        std::function<double()> ours;
    };
    const QString triangle = u"Cohort triangle, 10 million events"_s;
    const QString movements = u"MRR movements, 1 million changes"_s;
    const QList<Task> tasks {
        {triangle, u"pandas"_s, {u"python3"_s, u"cohorts.py"_s, u"pandas"_s, plainPath}, {}, [&] { return triangleOf(activity); }},
        {triangle, u"numpy"_s, {u"python3"_s, u"cohorts.py"_s, u"numpy"_s, plainPath}, {}, [&] { return triangleOf(activity); }},
        {triangle + u", read from SQLite"_s, u"SQL"_s, {u"python3"_s, u"cohorts.py"_s, u"triangle"_s, activityPath}, Goal {0.25},
            [&] { return triangleOf(readLog(activityStore.get(), activity)); }},
        {triangle + u", read from SQLite"_s, u"DuckDB"_s, {u"node"_s, u"duckdb.cjs"_s, u"triangle"_s, activityCsv}, Goal {0.6},
            [&] { return triangleOf(readLog(activityStore.get(), activity)); }},
        {movements, u"SQL windows"_s, {u"python3"_s, u"cohorts.py"_s, u"movements"_s, subscriptionPath}, {},
            [&] { return movementsOf(subscriptions); }},
        {movements + u", read from SQLite"_s, u"SQL windows"_s, {u"python3"_s, u"cohorts.py"_s, u"movements"_s, subscriptionPath}, Goal {0.15},
            [&] { return movementsOf(readLog(subscriptionStore.get(), subscriptions)); }},
        {movements + u", read from SQLite"_s, u"DuckDB"_s, {u"node"_s, u"duckdb.cjs"_s, u"movements"_s, subscriptionCsv}, Goal {0.5},
            [&] { return movementsOf(readLog(subscriptionStore.get(), subscriptions)); }},
    };
    for (const Task& task : tasks) {
        Contest contest {task.name, task.peer, task.goal};
        double answer = 0;
        const bool isDone = contend(contest, bench.options.runs, task.command, [&] {
            answer = task.ours();
            return answer >= 0;
        });
        const auto told = runPeer(task.command);
        if (!isDone || (told && told->value(u"checksum"_s) != answer))
            return failure(Error::Kind::Internal, task.name, u"the peer's answer is another one"_s);
        addContest(bench, contest);
    }
    return {};
}

} // namespace lyceum::bench

// SPDX-License-Identifier: GPL-3.0-or-later
// Questions answered from the file, nothing kept from earlier answers, and the reports made of them.
#include "bench.h"
#include "insights/retention.h"
#include "insights/today.h"
#include "reports/retentionreport.h"
#include "reports/retentionwords.h"
#include "storage/workspacefile.h"

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

const Goal kDashboard {300, true, Goal::Judge::Median};
const Goal kReport {5000, true, Goal::Judge::Median};

insights::RetentionQuestion questionBy(insights::RetentionGrouping grouping)
{
    insights::RetentionQuestion question;
    question.grouping = grouping;
    question.asOfUtc = kNow;
    return question;
}

} // namespace

Result<void> measureAnswers(Bench& bench, const Community& community)
{
    const auto file = storage::WorkspaceFile::open(community.path, bench.clock, storage::WorkspaceFile::Access::ReadOnly);
    if (!file)
        return tl::unexpected(file.error());
    const auto facts = (*file)->facts();
    if (!facts)
        return tl::unexpected(facts.error());
    storage::Connection& connection = (*file)->connection();
    const int runs = bench.options.runs;

    Result<insights::TodayAnswer> today;
    if (!bench.figures.time({u"answers"_s, u"today"_s, community.name, {}, kDashboard, {}, {}}, runs, [&] {
            today = insights::today(connection, {}, kNow);
            return today.has_value();
        }))
        return tl::unexpected(today.error());

    using enum insights::RetentionGrouping;
    Result<insights::RetentionAnswer> answer;
    for (const auto grouping : {None, Tier, Cohort, Source, Interval}) {
        // Each answer holds the table by month of joining too.
        const QString name = u"retention curves, log-rank and cohort table by "_s + ui::nameOf(grouping);
        if (!bench.figures.time({u"answers"_s, name, community.name, {}, kDashboard, {}, {}}, runs, [&] {
                answer = insights::retention(connection, questionBy(grouping));
                return answer.has_value();
            }))
            return tl::unexpected(answer.error());
    }

    Result<QByteArray> bytes;
    for (const auto format : {ui::ReportFormat::Pdf, ui::ReportFormat::Html, ui::ReportFormat::Csv}) {
        const QString name = u"retention report, from the question to the "_s + ui::suffixOf(format).toUpper();
        if (!bench.figures.time({u"answers"_s, name, community.name, {}, kReport, {}, {}}, runs, [&] {
                answer = insights::retention(connection, questionBy(Tier));
                if (!answer)
                    bytes = tl::unexpected(answer.error());
                else
                    bytes = ui::renderRetentionReport(*answer, *facts, format, ui::Format(QLocale(), QTimeZone(facts->timeZone)));
                return bytes.has_value();
            }))
            return tl::unexpected(bytes.error());
    }
    return {};
}

} // namespace lyceum::bench

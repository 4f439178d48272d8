// SPDX-License-Identifier: GPL-3.0-or-later
#include "insights/retention.h"

#include "insights/paidspells.h"
#include "storage/memberquery.h"
#include "storage/rows.h"
#include "storage/syncruns.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::insights {
namespace {

constexpr std::int32_t kMonthsBefore1970 = 1970 * 12;

/// One first spell on the calendar of the workspace.
struct Observed {
    const PaidSpell* spell = nullptr;
    qint64 days = 0;
    bool left = false;
    std::int32_t joinedMonth = 0; ///< year * 12 + month - 1
    std::optional<std::int32_t> leftMonth;
};

std::int32_t calendarMonth(const LocalDays& days, qint64 utc)
{
    return kMonthsBefore1970 + std::int32_t(days.monthOf(utc));
}

/**
 * Looks at all first spells until the same day: the last whose leavings are final. Whoever ended later may still come back within the
 * days of grace, and to count those who have not yet done so as staying (or as gone) while counting the others by their full time
 * would bend the curve.
 */
class Observation {
public:
    Observation(const LocalDays& days, const RetentionQuestion& question)
        : m_days(days)
        , m_lastDay(days.dayOf(question.asOfUtc) - question.rules.graceDays)
    {
    }

    [[nodiscard]] Observed of(const PaidSpell& spell) const
    {
        Observed observed;
        observed.spell = &spell;
        const qint64 firstDay = m_days.dayOf(spell.startedAtUtc);
        observed.joinedMonth = calendarMonth(m_days, spell.startedAtUtc);
        observed.left = spell.endedAtUtc && m_days.dayOf(*spell.endedAtUtc) <= m_lastDay;
        observed.days = std::max<qint64>(0, (observed.left ? m_days.dayOf(*spell.endedAtUtc) : m_lastDay) - firstDay);
        if (observed.left)
            observed.leftMonth = calendarMonth(m_days, *spell.endedAtUtc);
        return observed;
    }
    [[nodiscard]] std::int32_t lastCompleteMonth() const { return calendarMonth(m_days, m_days.startOfDay(m_lastDay)) - 1; }

private:
    const LocalDays& m_days;
    qint64 m_lastDay;
};

QString groupName(const Observed& observed, const RetentionQuestion& question)
{
    switch (question.grouping) {
    case RetentionGrouping::None:
        return {};
    case RetentionGrouping::Tier:
        return observed.spell->tier;
    case RetentionGrouping::Source:
        return observed.spell->source;
    case RetentionGrouping::Interval:
        return observed.spell->interval;
    case RetentionGrouping::Cohort:
        break;
    }
    const int first = observed.joinedMonth / question.cohortMonths * question.cohortMonths;
    return u"%1-%2"_s.arg(first / 12, 4, 10, '0'_L1).arg(first % 12 + 1, 2, 10, '0'_L1);
}

struct Bucket {
    QString name;
    bool pooled = false;
    std::vector<Observed> observed;
};

/// The groups as they are shown: cohorts and intervals in their natural order, others the largest first; what is pooled comes last.
std::vector<Bucket> grouped(const std::vector<Observed>& all, const RetentionQuestion& question)
{
    QHash<QString, std::size_t> places;
    std::vector<Bucket> buckets;
    for (const Observed& observed : all) {
        const QString name = groupName(observed, question);
        const auto place = places.constFind(name);
        if (place == places.cend()) {
            places.insert(name, buckets.size());
            buckets.push_back({name, false, {observed}});
        } else {
            buckets.at(*place).observed.push_back(observed);
        }
    }
    std::ranges::sort(buckets, [](const Bucket& a, const Bucket& b) {
        return std::pair(b.observed.size(), a.name) < std::pair(a.observed.size(), b.name);
    });
    Bucket rest {{}, true, {}};
    if (buckets.size() > std::size_t(question.maxGroups)) {
        const auto firstPooled = buckets.begin() + (question.maxGroups - 1);
        for (auto bucket = firstPooled; bucket != buckets.end(); ++bucket)
            rest.observed.insert(rest.observed.end(), bucket->observed.begin(), bucket->observed.end());
        buckets.erase(firstPooled, buckets.end());
    }
    if (question.grouping == RetentionGrouping::Cohort || question.grouping == RetentionGrouping::Interval)
        std::ranges::sort(buckets, {}, &Bucket::name);
    if (!rest.observed.empty())
        buckets.push_back(std::move(rest));
    return buckets;
}

/// Times and events of some buckets, one after the other, as the mathematics wants them.
struct Sample {
    std::vector<double> times;
    std::vector<std::uint8_t> events;
    std::vector<std::uint32_t> groups;

    void append(const Bucket& bucket, std::uint32_t group)
    {
        for (const Observed& observed : bucket.observed) {
            times.push_back(double(observed.days));
            events.push_back(observed.left ? 1 : 0);
            groups.push_back(group);
        }
    }
    [[nodiscard]] analytics::SurvivalSample view() const { return {times, events, {}}; }
};

tl::unexpected<Error> badNumbers(const analytics::AnalyticsError& error)
{
    // Whole days and checked options leave the level as the only thing a caller can get wrong.
    if (error.kind == analytics::AnalyticsError::Kind::BadLevel)
        return failure(Error::Kind::Usage, u"level"_s, u"a confidence level lies strictly between 0 and 1"_s);
    return failure(Error::Kind::Internal, {}, u"retention: analytics error %1"_s.arg(int(error.kind)));
}

Result<RetentionGroup> groupOf(const Bucket& bucket, double level)
{
    Sample sample;
    sample.append(bucket, 0);
    auto curve = analytics::kaplanMeier(sample.view(), {analytics::BandTransform::LogLog, level});
    if (!curve)
        return badNumbers(curve.error());
    RetentionGroup group;
    group.name = bucket.name;
    group.pooled = bucket.pooled;
    group.curve = *std::move(curve);
    group.median = analytics::medianTime(group.curve);
    group.subjects.reserve(qsizetype(bucket.observed.size()));
    for (const Observed& observed : bucket.observed)
        group.subjects.append({observed.spell->member, observed.days, observed.left});
    std::ranges::sort(group.subjects, [](const RetentionGroup::Subject& a, const RetentionGroup::Subject& b) {
        return std::pair(a.days, a.member) < std::pair(b.days, b.member);
    });
    return group;
}

/// All groups up to the same day, or their means could not be compared.
void setRestrictedMeans(QList<RetentionGroup>& groups)
{
    if (groups.isEmpty())
        return;
    double horizon = groups.first().curve.steps.back().time;
    for (const RetentionGroup& group : std::as_const(groups))
        horizon = std::min(horizon, group.curve.steps.back().time);
    if (horizon <= 0)
        return;
    for (RetentionGroup& group : groups)
        group.restrictedMean = analytics::restrictedMean(group.curve, horizon);
}

/// The pooled rest is no group of its own kind: what is in it depends on how many curves fit the chart. So it is not compared.
Result<std::optional<analytics::LogRankResult>> compared(const std::vector<Bucket>& buckets)
{
    Sample sample;
    std::uint32_t groups = 0;
    for (const Bucket& bucket : buckets) {
        if (!bucket.pooled)
            sample.append(bucket, groups++);
    }
    if (groups < 2)
        return std::optional<analytics::LogRankResult>();
    auto result = analytics::logRank(sample.view(), sample.groups, groups);
    if (!result)
        return badNumbers(result.error());
    return std::optional(*std::move(result));
}

Result<void> fillTable(RetentionAnswer& answer, const std::vector<Observed>& all, std::int32_t lastCompleteMonth)
{
    std::vector<analytics::CohortMember> members;
    members.reserve(all.size());
    answer.tableSubjects.reserve(qsizetype(all.size()));
    for (const Observed& observed : all) {
        members.push_back({observed.joinedMonth, observed.leftMonth, {}});
        answer.tableSubjects.append({observed.spell->member, observed.joinedMonth, observed.leftMonth});
    }
    analytics::RetentionTableOptions options;
    options.lastCompleteMonth = lastCompleteMonth;
    options.level = answer.question.level;
    auto table = analytics::retentionTable(members, options);
    if (!table)
        return badNumbers(table.error());
    answer.table = *std::move(table);
    return {};
}

/// Complimentary, gift and trial-only members who never paid.
Result<qint64> countNeverPaid(storage::Connection& connection, const SpellBook& book, qint64 asOfUtc)
{
    storage::MemberQuery given;
    given.includeDeparted = true;
    given.filter = Filter::allOf({Filter::oneOf(MemberField::Status, {nameOf(MemberStatus::Comped), nameOf(MemberStatus::Gift)}),
        Filter::comparison(MemberField::JoinedAt, Filter::Operator::LessOrEqual, AbsoluteTime {asOfUtc})});
    const auto ids = storage::memberIds(connection, given, asOfUtc);
    if (!ids)
        return tl::unexpected(ids.error());
    QSet<MemberId> neverPaid(ids->cbegin(), ids->cend());
    for (const PaidSpell& spell : book.spells)
        neverPaid.remove(spell.member);
    for (const MemberId member : book.neverPaid)
        neverPaid.insert(member);
    return neverPaid.size();
}

Result<void> check(const RetentionQuestion& question)
{
    if (!(question.level > 0 && question.level < 1))
        return failure(Error::Kind::Usage, u"level"_s, u"a confidence level lies strictly between 0 and 1"_s);
    if (question.cohortMonths < 1)
        return failure(Error::Kind::Usage, u"cohortMonths"_s, u"a cohort is at least a month wide"_s);
    if (question.maxGroups < 1)
        return failure(Error::Kind::Usage, u"maxGroups"_s, u"there is at least one group"_s);
    if (question.rules.graceDays < 0)
        return failure(Error::Kind::Usage, u"graceDays"_s, u"days of grace are not negative"_s);
    return {};
}

} // namespace

Result<RetentionAnswer> retention(storage::Connection& connection, const RetentionQuestion& question)
{
    if (auto checked = check(question); !checked)
        return tl::unexpected(checked.error());
    const auto snapshot = storage::Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto days = localDaysOf(connection);
    if (!days)
        return tl::unexpected(days.error());
    const auto book = spellBook(connection, question.rules, question.asOfUtc);
    if (!book)
        return tl::unexpected(book.error());
    const auto firstSync = storage::firstSync(connection);
    if (!firstSync)
        return tl::unexpected(firstSync.error());
    const auto neverPaid = countNeverPaid(connection, *book, question.asOfUtc);
    if (!neverPaid)
        return tl::unexpected(neverPaid.error());

    RetentionAnswer answer;
    answer.question = question;
    answer.neverPaidExcluded = *neverPaid;
    answer.provenance = {question.rules, days->zone(), question.asOfUtc, {}, {}, 0, u"kaplan-meier"_s};
    if (*firstSync)
        answer.provenance.connectedAtUtc = (*firstSync)->startedAtUtc;

    const Observation observation(*days, question);
    std::vector<Observed> all;
    for (const PaidSpell& spell : book->spells) {
        if (!spell.first) {
            ++answer.reactivations;
            continue;
        }
        all.push_back(observation.of(spell));
        answer.provenance.firstDataUtc = std::min(answer.provenance.firstDataUtc.value_or(spell.startedAtUtc), spell.startedAtUtc);
    }
    answer.provenance.n = qint64(all.size());

    const std::vector<Bucket> buckets = grouped(all, question);
    for (const Bucket& bucket : buckets) {
        auto group = groupOf(bucket, question.level);
        if (!group)
            return tl::unexpected(group.error());
        answer.groups.append(*std::move(group));
    }
    setRestrictedMeans(answer.groups);
    auto logRank = compared(buckets);
    if (!logRank)
        return tl::unexpected(logRank.error());
    answer.logRank = *std::move(logRank);
    if (auto filled = fillTable(answer, all, observation.lastCompleteMonth()); !filled)
        return tl::unexpected(filled.error());
    return answer;
}

CohortCellMembers membersAtStep(const RetentionAnswer& answer, qsizetype group, qsizetype step)
{
    CohortCellMembers members;
    if (group < 0 || group >= answer.groups.size())
        return members;
    const RetentionGroup& shown = answer.groups.at(group);
    if (step < 0 || step >= qsizetype(shown.curve.steps.size()))
        return members;
    const auto day = qint64(shown.curve.steps.at(std::size_t(step)).time);
    const auto first = std::ranges::lower_bound(shown.subjects, day, {}, &RetentionGroup::Subject::days);
    for (auto subject = first; subject != shown.subjects.end(); ++subject)
        (subject->days == day && subject->left ? members.left : members.kept).append(subject->member);
    return members;
}

CohortCellMembers membersOfCell(const RetentionAnswer& answer, std::int32_t cohortMonth, std::int32_t age)
{
    CohortCellMembers members;
    const auto row = std::ranges::find(answer.table.rows, cohortMonth, &analytics::RetentionRow::cohortMonth);
    if (row == answer.table.rows.end() || age < 0 || std::size_t(age) >= row->cells.size() || !row->cells.at(std::size_t(age)))
        return members;
    for (const RetentionAnswer::TableSubject& subject : answer.tableSubjects) {
        if (subject.joinedMonth != cohortMonth)
            continue;
        const bool kept = !subject.leftMonth || *subject.leftMonth > cohortMonth + age;
        (kept ? members.kept : members.left).append(subject.member);
    }
    return members;
}

} // namespace lyceum::insights

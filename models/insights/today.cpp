// SPDX-License-Identifier: GPL-3.0-or-later
#include "insights/today.h"

#include "analytics/proportion.h"
#include "insights/paidspells.h"
#include "storage/conflicts.h"
#include "storage/counts.h"
#include "storage/outbox.h"
#include "storage/rows.h"
#include "storage/syncruns.h"
#include "storage/workspacefile.h"

#include <QMap>

#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::insights {
namespace {

constexpr qint64 kDay = 86400;
constexpr qint64 kPeriod = TodayAnswer::kPeriodDays * kDay;
constexpr qint64 kWeek = 7 * kDay;
constexpr std::size_t kTrendWeeks = 12;
constexpr qsizetype kListedMembers = 1000;

/// Takes the values out of results and remembers the first that has none, so that a page of questions reads as one.
class Answers {
public:
    template <class T>
    T of(Result<T> result)
    {
        if (result)
            return *std::move(result);
        if (!m_error)
            m_error = result.error();
        return T {};
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    std::optional<Error> m_error;
};

/// The last instants of the weeks of a trend, oldest first; the last is now.
std::array<qint64, kTrendWeeks> weekEnds(qint64 asOfUtc)
{
    std::array<qint64, kTrendWeeks> ends {};
    for (std::size_t i = 0; i < kTrendWeeks; ++i)
        ends.at(i) = asOfUtc - qint64(kTrendWeeks - 1 - i) * kWeek;
    return ends;
}

/// Those who paid when a stretch (from, until] began or left within it.
struct Leaving {
    qint64 payingAtStart = 0;
    qint64 leftOfThem = 0;
    qint64 left = 0; ///< all leavings, of those too who came within the stretch

    void add(const QList<PaidSpell>& spells, qint64 fromUtc, qint64 untilUtc)
    {
        for (const PaidSpell& spell : spells) {
            const std::optional<qint64>& end = spell.lapsedAtUtc ? spell.lapsedAtUtc : spell.endedAtUtc;
            const bool leaves = end && *end > fromUtc && *end <= untilUtc;
            const bool wasPaying = spell.startedAtUtc <= fromUtc && (!end || *end > fromUtc);
            left += leaves;
            payingAtStart += wasPaying;
            leftOfThem += wasPaying && leaves;
        }
    }
    [[nodiscard]] std::optional<double> rate() const
    {
        return payingAtStart > 0 ? std::optional(double(leftOfThem) / double(payingAtStart)) : std::nullopt;
    }
};

/// What the page counts of those who pay, gathered member by member.
class Paying {
public:
    Paying(const RuleSet& rules, qint64 asOfUtc, const LocalDays& days)
        : m_rules(rules)
        , m_asOf(asOfUtc)
        , m_days(days)
        , m_weekEnds(weekEnds(asOfUtc))
    {
    }

    void add(const PayingMember& payer);

    struct Book {
        qint64 members = 0;
        QMap<QString, qint64> revenue; ///< minor units a month by currency
    };
    Book now;
    Book before;
    std::array<Book, kTrendWeeks> weeks;
    Leaving leaving;
    Leaving leavingBefore;
    std::array<Leaving, kTrendWeeks> leavingByWeek;
    std::optional<qint64> firstPaidUtc;

private:
    void addTo(Book& book, const PayingMember& payer, qint64 utc) const;

    RuleSet m_rules;
    qint64 m_asOf;
    const LocalDays& m_days;
    std::array<qint64, kTrendWeeks> m_weekEnds;
};

void Paying::addTo(Book& book, const PayingMember& payer, qint64 utc) const
{
    bool pays = false;
    for (const PaidAgreement& agreement : payer.agreements) {
        if (!agreement.paysAt(utc, m_rules.recognition))
            continue;
        pays = true;
        book.revenue[agreement.currency] += agreement.monthlyValueAt(utc, m_rules.recognition);
    }
    book.members += pays;
}

void Paying::add(const PayingMember& payer)
{
    if (payer.agreements.empty() || payer.agreements.front().paidFromUtc > m_asOf)
        return;
    firstPaidUtc = std::min(firstPaidUtc.value_or(m_asOf), payer.agreements.front().paidFromUtc);
    addTo(now, payer, m_asOf);
    addTo(before, payer, m_asOf - kPeriod);
    const QList<PaidSpell> spells = spellsOf(payer, m_rules, m_asOf, m_days);
    leaving.add(spells, m_asOf - kPeriod, m_asOf);
    for (std::size_t i = 0; i < kTrendWeeks; ++i) {
        addTo(weeks.at(i), payer, m_weekEnds.at(i));
        leavingByWeek.at(i).add(spells, m_weekEnds.at(i) - kWeek, m_weekEnds.at(i));
    }
    // By what was known then, so that the comparison is with what this page said then.
    leavingBefore.add(spellsOf(payer, m_rules, m_asOf - kPeriod, m_days), m_asOf - 2 * kPeriod, m_asOf - kPeriod);
}

void setPoissonInterval(Figure& figure)
{
    if (const auto rate = analytics::poissonInterval(qint64(figure.value))) {
        figure.low = rate->low;
        figure.high = rate->high;
    }
}

/// Reads the figures; see TodayAnswer.
class Figures {
public:
    Figures(storage::Connection& connection, const RuleSet& rules, qint64 asOfUtc, const LocalDays& days)
        : m_connection(connection)
        , m_asOf(asOfUtc)
        , m_days(days)
        , m_weekEnds(weekEnds(asOfUtc))
        , m_paying(rules, asOfUtc, days)
    {
    }

    [[nodiscard]] Result<void> fill(TodayAnswer& answer)
    {
        fillMembers(answer);
        fillActive(answer.active);
        auto read = forEachPayer(m_connection, m_asOf, [this](const PayingMember& payer) { m_paying.add(payer); });
        if (!read)
            return read;
        if (m_answers.error())
            return tl::unexpected(*m_answers.error());
        fillPaying(answer);
        fillRevenue(answer.mrr);
        answer.provenance.firstDataUtc = m_paying.firstPaidUtc;
        answer.provenance.n = qint64(answer.members.value);
        return {};
    }

private:
    void fillMembers(TodayAnswer& answer);
    void fillActive(Figure& active);
    void fillPaying(TodayAnswer& answer) const;
    void fillRevenue(QList<MoneyFigure>& revenue) const;

    [[nodiscard]] double membersAt(qint64 utc) { return double(m_answers.of(storage::membersAt(m_connection, utc))); }
    [[nodiscard]] double joinedIn(qint64 fromUtc, qint64 untilUtc) // (from, until]
    {
        return double(m_answers.of(storage::joinedBetween(m_connection, fromUtc + 1, untilUtc + 1)));
    }

    storage::Connection& m_connection;
    qint64 m_asOf;
    const LocalDays& m_days;
    std::array<qint64, kTrendWeeks> m_weekEnds;
    Answers m_answers;
    Paying m_paying;
    bool m_knowsStart = false; ///< there was a member a period ago
    bool m_knowsPeriodBefore = false; ///< and one at the start of the period before
    std::size_t m_firstWeek = 0; ///< the first of the trend's weeks that began with somebody there
};

void Figures::fillMembers(TodayAnswer& answer)
{
    Figure& members = answer.members;
    members.value = membersAt(m_asOf);
    const double before = membersAt(m_asOf - kPeriod);
    m_knowsStart = before > 0;
    m_knowsPeriodBefore = membersAt(m_asOf - 2 * kPeriod) > 0;
    if (m_knowsStart)
        members.before = before;
    while (m_firstWeek < kTrendWeeks && membersAt(m_weekEnds.at(m_firstWeek) - kWeek) <= 0)
        ++m_firstWeek;

    Figure& joined = answer.joined;
    joined.value = joinedIn(m_asOf - kPeriod, m_asOf);
    if (m_knowsPeriodBefore)
        joined.before = joinedIn(m_asOf - 2 * kPeriod, m_asOf - kPeriod);
    setPoissonInterval(joined);
    for (std::size_t i = m_firstWeek; i < kTrendWeeks; ++i) {
        members.trend.append(membersAt(m_weekEnds.at(i)));
        joined.trend.append(joinedIn(m_weekEnds.at(i) - kWeek, m_weekEnds.at(i)));
    }
}

void Figures::fillActive(Figure& active)
{
    const auto activeUntil = [&](qint64 utc, qint64 length) { // on `length` whole days, the last that of the instant
        const qint64 last = m_days.dayOf(utc);
        return double(m_answers.of(storage::activeMembersBetween(m_connection, last - length + 1, last)));
    };
    active.value = activeUntil(m_asOf, TodayAnswer::kPeriodDays);
    if (m_knowsPeriodBefore)
        active.before = activeUntil(m_asOf - kPeriod, TodayAnswer::kPeriodDays);
    for (std::size_t i = m_firstWeek; i < kTrendWeeks; ++i)
        active.trend.append(activeUntil(m_weekEnds.at(i), 7));
}

void Figures::fillPaying(TodayAnswer& answer) const
{
    answer.paying.value = double(m_paying.now.members);
    answer.left.value = double(m_paying.leaving.left);
    if (m_knowsStart)
        answer.paying.before = double(m_paying.before.members);
    if (m_knowsPeriodBefore) {
        answer.left.before = double(m_paying.leavingBefore.left);
        answer.churn.before = m_paying.leavingBefore.rate();
    }
    setPoissonInterval(answer.left);
    answer.churn.n = m_paying.leaving.payingAtStart;
    if (const auto share = analytics::wilsonInterval(m_paying.leaving.leftOfThem, m_paying.leaving.payingAtStart)) {
        answer.churn.value = share->estimate;
        answer.churn.low = share->low;
        answer.churn.high = share->high;
    }
    for (std::size_t i = m_firstWeek; i < kTrendWeeks; ++i) {
        answer.paying.trend.append(double(m_paying.weeks.at(i).members));
        answer.left.trend.append(double(m_paying.leavingByWeek.at(i).left));
        // A week in which nobody could leave has no rate: what was before it is not joined to what comes after.
        if (const auto rate = m_paying.leavingByWeek.at(i).rate())
            answer.churn.trend.append(*rate);
        else
            answer.churn.trend.clear();
    }
}

void Figures::fillRevenue(QList<MoneyFigure>& revenue) const
{
    QMap<QString, qint64> currencies = m_paying.now.revenue; // in order of the codes
    if (m_knowsStart)
        currencies.insert(m_paying.before.revenue);
    for (const QString& currency : currencies.keys()) {
        MoneyFigure money {currency, {}};
        money.minorUnits.value = double(m_paying.now.revenue.value(currency));
        if (m_knowsStart)
            money.minorUnits.before = double(m_paying.before.revenue.value(currency));
        for (std::size_t i = m_firstWeek; i < kTrendWeeks; ++i)
            money.minorUnits.trend.append(double(m_paying.weeks.at(i).revenue.value(currency)));
        revenue.append(money);
    }
}

Result<void> fillAttention(storage::Connection& connection, TodayAnswer& answer, qint64 asOfUtc)
{
    using Need = TodayAnswer::Need;
    Answers answers;
    const auto note = [&](Need need, qint64 count, const QList<MemberId>& members = {}, const QString& detail = {}) {
        if (count > 0)
            answer.attention.append({need, count, members, detail});
    };
    const auto notePile = [&](Need need, Result<storage::MemberPile> result) {
        const storage::MemberPile pile = answers.of(std::move(result));
        note(need, pile.count, pile.members);
    };

    const QList<storage::SyncRun> runs = answers.of(storage::syncRuns(connection, 1));
    if (!runs.isEmpty()) {
        const QString& outcome = runs.first().outcome;
        const bool isProblem = outcome != "done"_L1 && outcome != "running"_L1 && outcome != "cancelled"_L1;
        note(Need::SyncProblem, isProblem ? 1 : 0, {}, outcome);
    }
    note(Need::Conflicts, answers.of(storage::openConflictCount(connection)));
    note(Need::RefusedChanges, answers.of(storage::outboxCounts(connection)).parked);
    const qint64 periodEnd = asOfUtc + kPeriod;
    notePile(Need::FailedPayments, storage::failedPayments(connection, kListedMembers));
    notePile(Need::ReportedComments, storage::reportedComments(connection, kListedMembers));
    notePile(Need::UnansweredNewcomers, storage::unansweredNewcomers(connection, asOfUtc - kPeriod, kListedMembers));
    notePile(Need::EndingSoon, storage::endingBetween(connection, asOfUtc, periodEnd, kListedMembers));
    notePile(Need::ComplimentaryEnding, storage::complimentaryEndingBetween(connection, asOfUtc, periodEnd, kListedMembers));
    note(Need::NeverSynced, answers.of(storage::settingOf(connection, u"storeKind"_s)).isEmpty() ? 1 : 0);

    if (const auto good = answers.of(storage::lastGoodSync(connection)))
        answer.lastSyncAtUtc = good->endedAtUtc ? good->endedAtUtc : good->startedAtUtc;
    if (const auto first = answers.of(storage::firstSync(connection)))
        answer.provenance.connectedAtUtc = first->startedAtUtc;
    if (answers.error())
        return tl::unexpected(*answers.error());
    return {};
}

} // namespace

Result<TodayAnswer> today(storage::Connection& connection, const RuleSet& rules, qint64 asOfUtc)
{
    const auto snapshot = storage::Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto days = localDaysOf(connection);
    if (!days)
        return tl::unexpected(days.error());
    TodayAnswer answer;
    answer.provenance = {rules, days->zone(), asOfUtc, {}, {}, 0, u"counts"_s};
    if (auto filled = Figures(connection, rules, asOfUtc, *days).fill(answer); !filled)
        return tl::unexpected(filled.error());
    if (auto filled = fillAttention(connection, answer, asOfUtc); !filled)
        return tl::unexpected(filled.error());
    return answer;
}

} // namespace lyceum::insights

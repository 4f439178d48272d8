// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/random.h"
#include "analytics/revenue/mrrrates.h"
#include "analytics/revenue/subscriptionchanges.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace lyceum::analytics;
using namespace Qt::StringLiterals;
using Kind = AnalyticsError::Kind;
using enum MrrMovement;

namespace {

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kMonth = 30 * kDay; // of the made-up calendar of these tests
constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();

std::vector<std::int64_t> months(int count)
{
    std::vector<std::int64_t> starts;
    for (int month = 0; month <= count; ++month)
        starts.push_back(month * kMonth);
    return starts;
}

MrrRules rulesNamed(const char* name)
{
    return mrrRulesNamed(name).value();
}

std::vector<MrrPeriod> movementsOf(const MrrChanges& changes, const std::vector<std::int64_t>& starts, const MrrRules& rules = {})
{
    auto periods = mrrMovements(changes, starts, rules);
    if (!periods)
        qFatal("no movements: error %d at %zu", int(periods.error().kind), periods.error().index);
    return *std::move(periods);
}

/// The book of a few subscriptions over so many months.
std::vector<MrrPeriod> bookOf(const std::vector<SubscriptionSpell>& spells, const MrrRules& rules, int count, std::int64_t asOf = kHighest / 2)
{
    const auto changes = subscriptionChanges(spells, rules, asOf);
    if (!changes)
        qFatal("no changes: error %d", int(changes.error().kind));
    return movementsOf(changes->view(100), months(count), rules);
}

SubscriptionSpell monthly(std::uint32_t member, std::int64_t start, std::int64_t amount, std::optional<std::int64_t> end = std::nullopt)
{
    SubscriptionSpell spell;
    spell.member = member;
    spell.start = start;
    spell.amount = amount;
    spell.end = end;
    return spell;
}

QJsonObject reference()
{
    QFile file(QStringLiteral(LYCEUM_TEST_DATA "/revenue/revenue.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no revenue.json");
    return QJsonDocument::fromJson(file.readAll()).object();
}

struct RawBook {
    std::vector<std::uint32_t> members;
    std::vector<std::int64_t> times;
    std::vector<std::int64_t> values;
    std::vector<CustomerState> states;

    [[nodiscard]] MrrChanges view(bool withStates = true) const
    {
        return {members, times, values, withStates ? std::span<const CustomerState>(states) : std::span<const CustomerState>(), 40};
    }
    void add(std::uint32_t member, std::int64_t at, std::int64_t value, CustomerState state)
    {
        members.push_back(member);
        times.push_back(at);
        values.push_back(value);
        states.push_back(state);
    }
};

RawBook randomBook(Random& random)
{
    RawBook book;
    for (std::uint64_t i = random.below(300); i > 0; --i) {
        const auto state = CustomerState(random.below(3));
        book.add(std::uint32_t(random.below(40)), std::int64_t(random.below(std::uint64_t(14 * kMonth))) - kMonth,
            state == CustomerState::Active ? std::int64_t(random.below(4)) * 990 : 0, state);
    }
    return book;
}

MrrRules randomRules(Random& random)
{
    MrrRules rules = mrrRulePresets()[random.below(5)];
    rules.recognition = MrrRules::Recognition(random.below(2));
    rules.discounts = MrrRules::Discounts(random.below(3));
    rules.atZero = MrrRules::AtZero(random.below(2));
    rules.pauses = MrrRules::Pauses(random.below(3));
    rules.pastDue = MrrRules::PastDue(random.below(2));
    rules.samePeriod = MrrRules::SamePeriod(random.below(3));
    rules.graceDays = std::int32_t(random.below(12)) - 1;
    rules.groupingSeconds = std::int64_t(random.below(5)) * 100'000;
    if (random.below(2) == 0)
        rules.newAgainDays = std::int32_t(random.below(60));
    rules.rounding = Rounding(random.below(3));
    return rules;
}

std::vector<SubscriptionSpell> randomSpells(Random& random, bool isSane)
{
    const auto anyTime = [&] { return std::int64_t(random.below(std::uint64_t(14 * kMonth))) - kMonth; };
    std::vector<SubscriptionSpell> spells;
    for (std::uint64_t i = random.below(60); i > 0; --i) {
        SubscriptionSpell spell = monthly(std::uint32_t(random.below(20)), anyTime(), std::int64_t(random.below(5)) * 500);
        spell.interval = {IntervalUnit(random.below(4)), std::int32_t(1 + random.below(4))};
        if (random.below(2) == 0)
            spell.end = spell.start + std::int64_t(random.below(std::uint64_t(5 * kMonth)));
        if (random.below(3) == 0)
            spell.cancelledAt = anyTime();
        if (random.below(3) == 0)
            spell.trialEnd = spell.start + std::int64_t(random.below(std::uint64_t(kMonth)));
        if (random.below(3) == 0)
            spell.discount = std::int64_t(random.below(3)) * 700;
        if (random.below(2) == 0)
            spell.discountEnd = anyTime();
        for (auto* spans : {&spell.pauses, &spell.pastDue}) {
            if (random.below(3) == 0) {
                const std::int64_t from = anyTime();
                spans->push_back({from, from + std::int64_t(random.below(std::uint64_t(kMonth)))});
            }
        }
        spell.access = SubscriptionSpell::Access(random.below(8) == 0 ? 1 + random.below(2) : 0);
        if (!isSane && random.below(6) == 0) {
            const std::int64_t wild = random.below(2) == 0 ? kLowest : kHighest;
            switch (random.below(7)) {
            case 0: spell.start = wild; break;
            case 1: spell.end = wild; break;
            case 2: spell.amount = wild; break;
            case 3: spell.discount = wild; break;
            case 4: spell.interval.count = std::int32_t(wild); break;
            case 5: spell.pauses.push_back({wild, kHighest}); break;
            default: spell.trialEnd = wild; break;
            }
        }
        spells.push_back(spell);
    }
    return spells;
}

/// What a member is worth at an instant, straight from the definitions and without grace.
std::int64_t worthAt(const std::vector<SubscriptionSpell>& spells, const MrrRules& rules, std::int64_t at)
{
    const auto covers = [at](const std::vector<TimeSpan>& spans) {
        return std::ranges::any_of(spans, [at](const TimeSpan& span) { return at >= span.from && at < span.until; });
    };
    std::int64_t worth = 0;
    for (const SubscriptionSpell& spell : spells) {
        if (spell.access != SubscriptionSpell::Access::Paid || at < spell.start || (spell.trialEnd && at < *spell.trialEnd)
            || (spell.end && at >= *spell.end))
            continue;
        if (rules.recognition == MrrRules::Recognition::Cancellation && spell.cancelledAt && at >= *spell.cancelledAt)
            continue;
        if ((rules.pauses != MrrRules::Pauses::Count && covers(spell.pauses)) || (rules.pastDue == MrrRules::PastDue::Leaves && covers(spell.pastDue)))
            continue;
        bool isOff = false;
        if (rules.discounts == MrrRules::Discounts::All)
            isOff = !spell.discountEnd || at < *spell.discountEnd;
        else if (rules.discounts == MrrRules::Discounts::ForeverOnly)
            isOff = !spell.discountEnd;
        worth += *monthlyValue(std::max<std::int64_t>(spell.amount - (isOff ? spell.discount : 0), 0), spell.interval, rules.rounding);
    }
    return worth;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b));
}

bool isSame(const std::optional<Estimate>& found, const QJsonValue& expected)
{
    return expected.isNull() ? !found : found && isNear(found->value, expected.toDouble());
}

} // namespace

class tst_Revenue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundsAsItSays()
    {
        using enum Rounding;
        QCOMPARE(*monthlyValue(9900, {IntervalUnit::Year, 1}), 825);
        QCOMPARE(*monthlyValue(10'000, {IntervalUnit::Year, 1}), 833); // 833.33
        QCOMPARE(*monthlyValue(1000, {IntervalUnit::Month, 3}), 333);
        QCOMPARE(*monthlyValue(999, {IntervalUnit::Week, 1}), 4329);
        QCOMPARE(*monthlyValue(100, {IntervalUnit::Day, 1}), 3042); // 3041.67
        QCOMPARE(*scaledAmount(5, 1, 2, HalfAwayFromZero), 3);
        QCOMPARE(*scaledAmount(-5, 1, 2, HalfAwayFromZero), -3);
        QCOMPARE(*scaledAmount(5, 1, 2, HalfToEven), 2);
        QCOMPARE(*scaledAmount(7, 1, 2, HalfToEven), 4);
        QCOMPARE(*scaledAmount(-5, 1, 2, HalfToEven), -2);
        QCOMPARE(*scaledAmount(-5, 1, 2, TowardZero), -2);
        QCOMPARE(*scaledAmount(kHighest, 1, 1), kHighest);
        QCOMPARE(*scaledAmount(kHighest, 3, 3), kHighest);
        QCOMPARE(*scaledAmount(kHighest, 0, 7), 0);
        QVERIFY(!scaledAmount(kHighest, 3, 2));
        QVERIFY(!scaledAmount(kLowest, -1, 1));
        QVERIFY(!scaledAmount(1, 1, 0) && !scaledAmount(1, 1, -1) && !scaledAmount(1, std::int64_t(1) << 31, 1));
        QVERIFY(!monthlyValue(1, {IntervalUnit::Month, 0}) && !monthlyValue(1, {IntervalUnit::Year, 1201}) && !monthlyValue(kHighest, {IntervalUnit::Day, 1}));
        Random random(2);
        for (int i = 0; i < 20'000; ++i) {
            const std::int64_t amount = std::int64_t(random.below(2'000'001)) - 1'000'000;
            const std::int64_t up = std::int64_t(random.below(2001)) - 1000;
            const std::int64_t down = 1 + std::int64_t(random.below(400));
            const std::int64_t exact = amount * up; // fits: the quotient is exact / down
            const std::int64_t cut = exact / down;
            const std::int64_t twiceRest = 2 * std::abs(exact % down);
            const std::int64_t away = exact < 0 ? -1 : 1;
            QCOMPARE(*scaledAmount(amount, up, down, TowardZero), cut);
            QCOMPARE(*scaledAmount(amount, up, down, HalfAwayFromZero), cut + (twiceRest >= down ? away : 0));
            QCOMPARE(*scaledAmount(amount, up, down, HalfToEven), cut + (twiceRest > down || (twiceRest == down && cut % 2 != 0) ? away : 0));
            // Twelve parts of a year add up, however the year divides.
            std::int64_t before = 0;
            std::int64_t sum = 0;
            for (std::int64_t part = 1; part <= 12; ++part) {
                sum += *earnedUntil(amount, part, 12) - before;
                before = *earnedUntil(amount, part, 12);
            }
            QCOMPARE(sum, amount);
        }
    }

    void agreesWithTheReferenceBook()
    {
        const QJsonObject all = reference();
        RawBook book;
        for (const QJsonValue& event : all["mrr_events"_L1].toArray()) {
            const std::int64_t cents = event["mrr_cents"_L1].toInteger();
            // Several of one month follow one another by a day.
            const auto sameMonth = std::int64_t(std::ranges::count_if(book.times, [&](std::int64_t at) { return at / kMonth == event["month"_L1].toInteger(); }));
            book.add(std::uint32_t(event["member"_L1].toString().at(0).unicode() - u'A'), event["month"_L1].toInteger() * kMonth + sameMonth * kDay, cents,
                cents > 0 ? CustomerState::Active : CustomerState::Absent);
        }
        QCOMPARE(book.members.size(), std::size_t(17));
        const auto periods = movementsOf(book.view(false), months(6));
        QVERIFY(movementsOf(book.view(), months(6)) == periods);
        const QJsonArray expected = all["mrr_movements_cents"_L1].toArray();
        QCOMPARE(periods.size(), std::size_t(expected.size()));
        for (std::size_t i = 0; i < periods.size(); ++i) {
            const MrrPeriod& period = periods[i];
            const QJsonValue month = expected[qsizetype(i)];
            QCOMPARE(period.opening, month["opening"_L1].toInteger());
            QCOMPARE(period.amount(New), month["new"_L1].toInteger());
            QCOMPARE(period.amount(Reactivation), month["reactivation"_L1].toInteger());
            QCOMPARE(period.amount(Expansion), month["expansion"_L1].toInteger());
            QCOMPARE(period.amount(Contraction), month["contraction"_L1].toInteger());
            QCOMPARE(period.amount(Churn), month["churn"_L1].toInteger());
            QCOMPARE(period.closing, month["closing"_L1].toInteger());
            QCOMPARE(period.customersOpening, month["members_open"_L1].toInteger());
            QCOMPARE(period.customersClosing, month["members_close"_L1].toInteger());
            QCOMPARE(period.count(New), month["members_new"_L1].toInteger());
            QCOMPARE(period.count(Reactivation), month["members_reactivated"_L1].toInteger());
            QCOMPARE(period.count(Churn), month["members_churned"_L1].toInteger());
            const MrrRates rates = *mrrRates(period);
            QVERIFY(isSame(rates.grossChurn, month["gross_mrr_churn_rate"_L1]));
            QVERIFY(isSame(rates.netRetention, month["net_revenue_retention"_L1]));
            QVERIFY(isSame(rates.customerChurn, month["logo_churn_rate"_L1]));
            QCOMPARE(rates.quickRatio.has_value(), month["quick_ratio"_L1].isDouble());
            QVERIFY(!rates.quickRatio || isNear(*rates.quickRatio, month["quick_ratio"_L1].toDouble()));
        }
    }

    /// What docs/rule-sets.md says of each tool, on one subscription at a time.
    void followsEachRuleSet_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("leavesWhenCancelling");
        QTest::addColumn<bool>("discountsThatEndCount");
        QTest::addColumn<bool>("staysAtZero");
        QTest::addColumn<bool>("pauseIsHold");
        QTest::addColumn<bool>("everyChange");
        QTest::newRow("lyceum") << QByteArray("lyceum") << false << true << false << true << false;
        QTest::newRow("ghost") << QByteArray("ghost") << true << false << false << false << true;
        QTest::newRow("stripe") << QByteArray("stripe") << true << false << false << true << false;
        QTest::newRow("chartmogul") << QByteArray("chartmogul") << false << true << true << false << true;
        QTest::newRow("profitwell") << QByteArray("profitwell") << false << true << false << true << true;
    }
    void followsEachRuleSet()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, leavesWhenCancelling);
        QFETCH(bool, discountsThatEndCount);
        QFETCH(bool, staysAtZero);
        QFETCH(bool, pauseIsHold);
        QFETCH(bool, everyChange);
        const MrrRules rules = rulesNamed(name.constData());
        QCOMPARE(QByteArray(rules.name.data(), qsizetype(rules.name.size())), name);

        // Cancels in month 1, paid to the middle of month 3.
        SubscriptionSpell spell = monthly(0, kDay, 1000, 3 * kMonth + 15 * kDay);
        spell.cancelledAt = kMonth + 3 * kDay;
        auto book = bookOf({spell}, rules, 5);
        QCOMPARE(book[1].amount(Churn), leavesWhenCancelling ? -1000 : 0);
        QCOMPARE(book[3].amount(Churn), leavesWhenCancelling ? 0 : -1000);
        QCOMPARE(book[4].customersClosing, 0);

        // 300 off for two months, then the list price; and 200 off forever.
        spell = monthly(0, kDay, 1000);
        spell.discount = 300;
        spell.discountEnd = 2 * kMonth + kDay;
        book = bookOf({spell}, rules, 3);
        QCOMPARE(book[0].amount(New), discountsThatEndCount ? 700 : 1000);
        QCOMPARE(book[2].amount(Expansion), discountsThatEndCount ? 300 : 0);
        spell.discount = 200;
        spell.discountEnd.reset();
        QCOMPARE(bookOf({spell}, rules, 1)[0].closing, 800);

        // A second subscription, wholly free from month 1 on: with the first at an end there is a customer at 0, or none.
        SubscriptionSpell free = monthly(0, kMonth + kDay, 500);
        free.discount = 500;
        book = bookOf({monthly(0, kDay, 1000, 2 * kMonth + kDay), free}, rules, 4);
        QCOMPARE(book[2].amount(staysAtZero ? Contraction : Churn), -1000);
        QCOMPARE(book[3].customersClosing, staysAtZero ? 1 : 0);
        // Who never paid is no customer anywhere.
        QCOMPARE(bookOf({free}, rules, 3)[2].customersClosing, 0);

        // Paused from month 1 to 3.
        spell = monthly(0, kDay, 1000);
        spell.pauses = {{kMonth + kDay, 3 * kMonth + kDay}};
        book = bookOf({spell}, rules, 4);
        QCOMPARE(book[1].amount(Paused), pauseIsHold ? -1000 : 0);
        QCOMPARE(book[1].amount(Churn), 0);
        QCOMPARE(book[2].customersClosing, 1); // not left, in any of them
        QCOMPARE(book[2].closing, pauseIsHold ? 0 : 1000);
        QCOMPARE(book[3].amount(Resumed), pauseIsHold ? 1000 : 0);

        // Leaves on the 10th of month 1, back on the 20th.
        book = bookOf({monthly(0, kDay, 1000, kMonth + 10 * kDay), monthly(0, kMonth + 20 * kDay, 1000)}, rules, 2);
        QCOMPARE(book[1].count(Churn), everyChange ? 1 : 0);
        QCOMPARE(book[1].amount(Reactivation), everyChange ? 1000 : 0);
        QCOMPARE(book[1].closing, 1000);

        // A gift, complimentary access, a trial and a free plan are worth nothing; a trial that is paid for is new at its end.
        SubscriptionSpell gift = monthly(0, kDay, 1000);
        gift.access = SubscriptionSpell::Access::Gift;
        SubscriptionSpell comp = monthly(1, kDay, 1000);
        comp.access = SubscriptionSpell::Access::Complimentary;
        SubscriptionSpell trial = monthly(2, kDay, 1000);
        trial.trialEnd = kMonth + kDay;
        book = bookOf({gift, comp, trial, monthly(3, kDay, 0)}, rules, 2);
        QCOMPARE(book[0].customersClosing, 0);
        QCOMPARE(book[1].amount(New), 1000);

        // Past due counts in all of them.
        spell = monthly(0, kDay, 1000);
        spell.pastDue = {{kMonth, 2 * kMonth}};
        QCOMPARE(bookOf({spell}, rules, 3)[1].closing, 1000);
    }

    void groupsChangesOfAnHour()
    {
        // Two plans bought half an hour apart: new for ChartMogul, new and expansion for who looks at each change.
        const std::vector<SubscriptionSpell> spells {monthly(0, kDay, 1000), monthly(0, kDay + 1800, 500)};
        const auto together = bookOf(spells, rulesNamed("chartmogul"), 1);
        QCOMPARE(together[0].amount(New), 1500);
        QCOMPARE(together[0].count(Expansion), 0);
        const auto apart = bookOf(spells, rulesNamed("ghost"), 1);
        QCOMPARE(apart[0].amount(New), 1000);
        QCOMPARE(apart[0].amount(Expansion), 500);
        // The window runs from the first change, so that a chain of small steps does not become one; nor does it cross a month's end.
        MrrRules hour = rulesNamed("chartmogul");
        RawBook steps;
        for (int i = 0; i < 4; ++i)
            steps.add(0, kDay + i * 2400, 1000 * (i + 1), CustomerState::Active);
        const auto chained = movementsOf(steps.view(), months(1), hour);
        QCOMPARE(chained[0].amount(New), 2000); // 0 and 40 minutes; 80 and 120 are the next
        QCOMPARE(chained[0].amount(Expansion), 2000);
        RawBook midnight;
        midnight.add(0, kMonth - 60, 1000, CustomerState::Active);
        midnight.add(0, kMonth + 60, 3000, CustomerState::Active);
        const auto cut = movementsOf(midnight.view(), months(2), hour);
        QCOMPARE(cut[0].closing, 1000);
        QCOMPARE(cut[1].amount(Expansion), 2000);
    }

    void passesOverGuests()
    {
        // Joins and leaves within month 1.
        const std::vector<SubscriptionSpell> guest {monthly(0, kMonth + kDay, 1000, kMonth + 5 * kDay)};
        const auto ignored = bookOf(guest, rulesNamed("profitwell"), 3);
        QCOMPARE(ignored[1].count(New) + ignored[1].count(Churn), 0);
        const auto counted = bookOf(guest, rulesNamed("ghost"), 3);
        QCOMPARE(counted[1].count(New), 1);
        QCOMPARE(counted[1].count(Churn), 1);
        QCOMPARE(counted[1].closing, 0);
        QCOMPARE(bookOf(guest, rulesNamed("lyceum"), 3)[1].count(Churn), 0);
    }

    void letsAFewDaysOfGracePass()
    {
        MrrRules rules;
        const std::int64_t end = kMonth - 3 * kDay; // by day 27 of month 0; grace reaches into month 1
        const auto back = [&](std::int64_t days) { return bookOf({monthly(0, -kDay, 1000, end), monthly(0, end + days * kDay, 1000)}, rules, 2); };
        QCOMPARE(back(7)[0].count(Churn), 0);
        QCOMPARE(back(7)[0].closing, 1000); // the value goes on
        QCOMPARE(back(8)[0].amount(Churn), -1000);
        QCOMPARE(back(8)[1].amount(Reactivation), 1000);
        // Nothing is final until the grace has run out.
        const std::vector<SubscriptionSpell> ended {monthly(0, -kDay, 1000, end)};
        QCOMPARE(subscriptionChanges(ended, rules, end + 7 * kDay)->inGrace, 1);
        QCOMPARE(subscriptionChanges(ended, rules, end + 8 * kDay)->inGrace, 0);
        QCOMPARE(bookOf(ended, rules, 2, end + 7 * kDay)[1].closing, 1000);
        QCOMPARE(bookOf(ended, rules, 2, end + 8 * kDay)[0].amount(Churn), -1000); // on the day it ended, not a week later
        // Days are local ones: by these days, cut at noon, the 7th day is over half a day earlier.
        std::vector<std::int64_t> noons;
        for (int day = -2; day < 200; ++day)
            noons.push_back(day * kDay + kDay / 2);
        const std::vector<SubscriptionSpell> late {monthly(0, kDay, 1000, end + kDay / 4), monthly(0, end + 7 * kDay + kDay * 3 / 4, 1000)};
        const auto churns = [&](std::span<const std::int64_t> days) {
            const auto changes = subscriptionChanges(late, rules, 6 * kMonth, days);
            return std::ranges::count(changes->states, CustomerState::Absent);
        };
        QCOMPARE(churns({}), 0);
        QCOMPARE(churns(noons), 1);
        QCOMPARE(subscriptionChanges(late, rules, kHighest, noons).error().kind, Kind::BadRange);
    }

    void takesALongAbsenceForANewBeginning()
    {
        MrrRules rules;
        rules.newAgainDays = 90; // Maxio's
        const auto back = [&](std::int64_t days) { return bookOf({monthly(0, kDay, 1000, 2 * kDay), monthly(0, (2 + days) * kDay, 1000)}, rules, 8); };
        QCOMPARE(back(90)[3].amount(Reactivation), 1000);
        QCOMPARE(back(91)[3].amount(New), 1000);
        rules.newAgainDays.reset();
        QCOMPARE(back(200)[6].amount(Reactivation), 1000);
    }

    /// Whatever comes in: start plus movements is end, end is the next start, and the book is what the members are worth.
    void keepsTheIdentity()
    {
        Random random(77);
        const auto starts = months(12);
        for (int round = 0; round < 120; ++round) {
            const RawBook book = randomBook(random);
            const MrrRules rules = randomRules(random);
            const auto periods = movementsOf(book.view(), starts, rules);
            for (std::size_t i = 0; i < periods.size(); ++i) {
                const MrrPeriod& period = periods[i];
                QCOMPARE(std::accumulate(period.amounts.begin(), period.amounts.end(), period.opening), period.closing);
                QVERIFY(i == 0 || period.opening == periods[i - 1].closing);
                QVERIFY(i == 0 || period.customersOpening == periods[i - 1].customersClosing);
                QVERIFY(period.amount(New) >= 0 && period.amount(Reactivation) >= 0 && period.amount(Resumed) >= 0 && period.amount(Expansion) >= 0);
                QVERIFY(period.amount(Contraction) <= 0 && period.amount(Paused) <= 0 && period.amount(Churn) <= 0);
                std::int64_t worth = 0;
                std::int64_t customers = 0;
                double squares = 0;
                for (std::uint32_t member = 0; member < 40; ++member) {
                    std::optional<std::size_t> last;
                    bool hasPaid = false;
                    std::int64_t atStart = 0;
                    std::int64_t startTime = kLowest;
                    for (std::size_t k = 0; k < book.members.size(); ++k) {
                        if (book.members[k] != member || book.times[k] >= starts[i + 1])
                            continue;
                        hasPaid = hasPaid || book.values[k] > 0;
                        if (!last || book.times[k] >= book.times[*last])
                            last = k;
                        if (book.times[k] < starts[i] && book.times[k] >= startTime) {
                            startTime = book.times[k];
                            atStart = book.values[k];
                        }
                    }
                    worth += last ? book.values[*last] : 0;
                    customers += last && hasPaid && book.states[*last] != CustomerState::Absent ? 1 : 0;
                    squares += double(atStart) * double(atStart);
                }
                QCOMPARE(period.closing, worth);
                QCOMPARE(period.customersClosing, customers);
                QVERIFY(std::abs(period.moments.startSquares - squares) <= 1e-6 * (squares + 1));
            }
            // Order means nothing where times differ; money scales.
            RawBook scaled = book;
            for (std::int64_t& value : scaled.values)
                value *= 1000;
            const auto thousandfold = movementsOf(scaled.view(), starts, rules);
            for (std::size_t i = 0; i < periods.size(); ++i) {
                for (std::size_t k = 0; k < kMrrMovements; ++k)
                    QCOMPARE(thousandfold[i].amounts[k], periods[i].amounts[k] * 1000);
                QVERIFY(thousandfold[i].counts == periods[i].counts);
            }
            // One period is the sum of the twelve, net.
            const auto year = movementsOf(book.view(), {starts.front(), starts.back()}, rules);
            QCOMPARE(year[0].opening, periods.front().opening);
            QCOMPARE(year[0].closing, periods.back().closing);
        }
    }

    void valuesSubscriptionsAsDefined()
    {
        Random random(78);
        const auto starts = months(12);
        for (int round = 0; round < 200; ++round) {
            const auto spells = randomSpells(random, /*isSane=*/true);
            MrrRules rules = randomRules(random);
            rules.graceDays = -1;
            const std::int64_t asOf = std::int64_t(random.below(std::uint64_t(13 * kMonth)));
            const auto changes = subscriptionChanges(spells, rules, asOf);
            QVERIFY(changes.has_value());
            const auto periods = movementsOf(changes->view(20), starts, rules);
            for (std::size_t i = 0; i < periods.size(); ++i)
                QCOMPARE(periods[i].closing, worthAt(spells, rules, std::min(starts[i + 1] - 1, asOf)));
            for (std::size_t i = 1; i < changes->members.size(); ++i) {
                if (changes->members[i] == changes->members[i - 1])
                    QVERIFY(changes->times[i] > changes->times[i - 1]);
            }
        }
    }

    void standsMalformedInput()
    {
        Random random(79);
        int refused = 0;
        for (int round = 0; round < 2000; ++round) {
            const auto spells = randomSpells(random, /*isSane=*/false);
            const MrrRules rules = randomRules(random);
            const std::int64_t asOf = random.below(4) == 0 ? (random.below(2) == 0 ? kLowest : kHighest) : std::int64_t(random.below(std::uint64_t(12 * kMonth)));
            const auto changes = subscriptionChanges(spells, rules, asOf);
            if (!changes) {
                ++refused;
                continue;
            }
            const auto periods = mrrMovements(changes->view(20), months(3), rules);
            QVERIFY(periods.has_value());
            for (const MrrPeriod& period : *periods)
                QVERIFY(mrrRates(period, rules).has_value());
        }
        QVERIFY(refused > 300 && refused < 1900);

        const auto errorOf = [](const SubscriptionSpell& spell) { return subscriptionChanges(std::vector {monthly(0, 0, 1), spell}, {}, kDay).error(); };
        QVERIFY(errorOf(monthly(0, 10, 5, 9)) == (AnalyticsError {Kind::BadValue, 1}));
        QVERIFY(errorOf(monthly(0, 10, -5)) == (AnalyticsError {Kind::BadValue, 1}));
        QVERIFY(errorOf(monthly(0, 10, kHighest)) == (AnalyticsError {Kind::TooLarge, 1}));

        const std::vector<std::uint32_t> members {0, 1};
        const std::vector<std::int64_t> times {0, 1};
        const std::vector<std::int64_t> negative {1, -1};
        const auto starts = months(1);
        QVERIFY(mrrMovements({members, times, negative, {}, 2}, starts).error() == (AnalyticsError {Kind::BadValue, 1}));
        QVERIFY(mrrMovements({members, times, times, {}, 1}, starts).error() == (AnalyticsError {Kind::BadGroup, 1}));
        QCOMPARE(mrrMovements({members, std::span(times).first(1), times, {}, 2}, starts).error().kind, Kind::LengthsDiffer);
        const std::vector<CustomerState> absent(2, CustomerState::Absent);
        QVERIFY(mrrMovements({members, times, times, absent, 2}, starts).error() == (AnalyticsError {Kind::BadValue, 1})); // absent and worth 1
        QCOMPARE(mrrMovements({members, times, times, {}, 2}, {}).error().kind, Kind::TooFew);
        const std::vector<std::int64_t> highest(1025, std::int64_t(1) << 53U);
        const std::vector<std::uint32_t> zeros(1025);
        QCOMPARE(mrrMovements({zeros, highest, highest, {}, 1}, starts).error().kind, Kind::TooLarge);
        QVERIFY(movementsOf({{}, {}, {}, {}, 0}, starts) == std::vector<MrrPeriod>(1));
    }

    void takesMillionsOfChanges()
    {
        constexpr std::size_t kChanges = 1'000'000;
        Random random(6);
        std::vector<std::uint32_t> members(kChanges);
        std::vector<std::int64_t> times(kChanges);
        std::vector<std::int64_t> values(kChanges);
        for (std::size_t i = 0; i < kChanges; ++i) {
            members[i] = std::uint32_t(random.below(200'000));
            times[i] = std::int64_t(random.below(std::uint64_t(36 * kMonth)));
            values[i] = std::int64_t(random.below(5)) * 990;
        }
        const auto unsorted = movementsOf({members, times, values, {}, 200'000}, months(36));
        std::vector<std::size_t> order(kChanges);
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return std::pair(members[a], times[a]) < std::pair(members[b], times[b]); });
        const auto pick = [&](const auto& from) {
            auto to = from;
            for (std::size_t i = 0; i < order.size(); ++i)
                to[i] = from[order[i]];
            return to;
        };
        QVERIFY(movementsOf({pick(members), pick(times), pick(values), {}, 200'000}, months(36)) == unsorted);
    }
};

QTEST_APPLESS_MAIN(tst_Revenue)
#include "tst_revenue.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/random.h"
#include "analytics/revenue/mrrrates.h"
#include "analytics/revenue/subscriptionchanges.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace lyceum::analytics;
using Kind = AnalyticsError::Kind;
using enum MrrMovement;

namespace {

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kMonth = 30 * kDay; // of the made-up calendar of these tests

/// What members are worth from when on: a value of 0 is leaving.
struct Changes {
    std::vector<std::uint32_t> members;
    std::vector<std::int64_t> times;
    std::vector<std::int64_t> values;

    void add(std::uint32_t member, std::int64_t at, std::int64_t value)
    {
        members.push_back(member);
        times.push_back(at);
        values.push_back(value);
    }
    [[nodiscard]] std::vector<MrrPeriod> book(int months) const
    {
        std::vector<std::int64_t> starts;
        for (int month = 0; month <= months; ++month)
            starts.push_back(month * kMonth);
        return mrrMovements({members, times, values, {}, 400}, starts).value();
    }
};

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b));
}

} // namespace

class tst_MrrRates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dividesByNothingNowhere()
    {
        const MrrRates empty = *mrrRates(MrrPeriod {});
        QVERIFY(!empty.grossChurn && !empty.netChurn && !empty.grossRetention && !empty.netRetention && !empty.customerChurn && !empty.quickRatio && !empty.arpa);
        QCOMPARE(empty.warnings, std::vector {Warning::TooFew});
        QCOMPARE(mrrRates(MrrPeriod {}, {}, 1).error().kind, Kind::BadLevel);
    }

    void namesItsDenominators()
    {
        MrrPeriod period;
        period.opening = 10'000;
        period.amounts = {5000, 1000, 0, 2000, -500, 0, -1500};
        period.counts = {5, 1, 0, 2, 1, 0, 2};
        period.closing = 16'000;
        period.customersOpening = 10;
        period.customersClosing = 14;
        MrrRules rules;
        MrrRates rates = *mrrRates(period, rules);
        QCOMPARE(rates.grossChurn->value, 0.2);
        QCOMPARE(rates.netChurn->value, 0.0);
        QCOMPARE(rates.customerChurn->value, 0.2);
        QVERIFY(rates.customerChurn->low == wilsonInterval(2, 10)->low);
        QCOMPARE(*rates.quickRatio, 4.0);
        QCOMPARE(*rates.arpa, 1143); // 16000 / 14 = 1142.86
        rules.netHasReactivation = true;
        rules.quickRatioHasReactivation = false;
        rules.churnAgainstNewToo = true;
        rates = *mrrRates(period, rules);
        QCOMPARE(rates.netChurn->value, -0.1);
        QCOMPARE(rates.netRetention->value, 1.1);
        QCOMPARE(*rates.quickRatio, 3.5);
        QCOMPARE(rates.customerChurn->value, 2.0 / 15);
        // Joined and left within the period: more may leave than were there. A rate above 1 has no interval.
        period.counts[std::size_t(Churn)] = 30;
        rates = *mrrRates(period);
        QCOMPARE(rates.customerChurn->value, 3.0);
        QVERIFY(!rates.customerChurn->low);

        MrrPeriod day;
        day.customersOpening = 10;
        day.counts[std::size_t(Churn)] = 1;
        MrrPeriod next = day;
        next.customersOpening = 20;
        const std::vector<MrrPeriod> days {MrrPeriod {}, day, next};
        QVERIFY(std::abs(*dailySummedChurn(days) - 0.15) < 1e-15);
        QVERIFY(!dailySummedChurn(std::vector<MrrPeriod>(3)));
    }

    void coversTheChurnOfMoney()
    {
        Random random(4);
        constexpr int kWorlds = 2000;
        int covered = 0;
        int netCovered = 0;
        for (int world = 0; world < kWorlds; ++world) {
            Changes book;
            for (std::uint32_t member = 0; member < 200; ++member) {
                const std::int64_t value = random.below(3) == 0 ? 2500 : 1000;
                book.add(member, -1, value);
                const double luck = random.uniform();
                if (luck < 0.10)
                    book.add(member, 5, 0);
                else if (luck < 0.25)
                    book.add(member, 5, value + 500);
            }
            const MrrRates rates = *mrrRates(book.book(1).front());
            // Of money as of members a tenth leaves; an increase of 500 by 15 of 100 is a twentieth of a mean of 1500.
            covered += *rates.grossChurn->low <= 0.1 && *rates.grossChurn->high >= 0.1 ? 1 : 0;
            netCovered += *rates.netRetention->low <= 0.95 && *rates.netRetention->high >= 0.95 ? 1 : 0;
        }
        QVERIFY2(covered >= kWorlds * 935 / 1000 && covered <= kWorlds * 965 / 1000, qPrintable(QString::number(covered)));
        QVERIFY2(netCovered >= kWorlds * 935 / 1000 && netCovered <= kWorlds * 965 / 1000, qPrintable(QString::number(netCovered)));
    }

    void isNoPointWhereNothingWasLost()
    {
        Changes book;
        for (std::uint32_t member = 0; member < 20; ++member)
            book.add(member, -1, 1000);
        const MrrRates rates = *mrrRates(book.book(1).front());
        QCOMPARE(rates.grossChurn->value, 0.0);
        QVERIFY(isNear(*rates.grossChurn->high, wilsonInterval(0, 20)->high)); // equal customers: as if they were counted
        QVERIFY(isNear(*rates.grossRetention->low, 1 - wilsonInterval(0, 20)->high));
    }

    void keepsExchangeInALineOfItsOwn()
    {
        Changes inDollars;
        inDollars.add(0, kDay, 1001);
        inDollars.add(1, kMonth + kDay, 333);
        const std::vector<MrrPeriod> dollars = inDollars.book(3);
        Changes inEuros;
        inEuros.add(2, kDay, 777);
        inEuros.add(2, kMonth + 20 * kDay, 0);
        const std::vector<MrrPeriod> euros = inEuros.book(3);
        const ExchangeRate seven {7, 1};
        const std::vector<CurrencyBook> steady {{dollars, {seven, seven, seven}}, {euros, {{15, 2}, {15, 2}, {15, 2}}}};
        const auto fixed = *convertedTotal(steady);
        for (const ConvertedPeriod& period : fixed) {
            QVERIFY(std::abs(period.exchange) <= 3); // roundings
            QCOMPARE(std::accumulate(period.amounts.begin(), period.amounts.end(), period.opening + period.exchange), period.closing);
        }
        const auto moving = *convertedTotal(std::vector<CurrencyBook> {{dollars, {seven, {8, 1}, {8, 1}}}});
        QCOMPARE(moving[1].exchange, 1001); // the book of the first month became worth one more each
        QCOMPARE(moving[2].exchange, 0);
        QCOMPARE(moving[2].opening, moving[1].closing);
        QVERIFY(convertedTotal({})->empty());
        QVERIFY(convertedTotal(std::vector<CurrencyBook> {{dollars, {seven}}}).error().kind == Kind::LengthsDiffer);
        QVERIFY(convertedTotal(std::vector<CurrencyBook> {{dollars, {seven, {0, 1}, seven}}}).error() == (AnalyticsError {Kind::BadValue, 0}));
        QVERIFY(convertedTotal(std::vector<CurrencyBook> {{dollars, {seven, {1, 0}, seven}}}).error() == (AnalyticsError {Kind::BadValue, 0}));
    }
};

QTEST_APPLESS_MAIN(tst_MrrRates)
#include "tst_mrrrates.moc"

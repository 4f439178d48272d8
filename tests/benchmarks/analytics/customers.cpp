// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analyticsbench.h"
#include "analytics/customers/customeroutlook.h"
#include "analytics/random.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

struct Customers {
    std::vector<std::int64_t> frequency;
    std::vector<double> recency;
    std::vector<double> age;
};

/// Customers of one year and a rate each, some of whom leave after a purchase. `days`: times are whole days, in weeks.
Customers customersOf(std::size_t count, bool days)
{
    analytics::Random random(20050401);
    Customers customers;
    const auto rounded = [days](double weeks) { return days ? std::ceil(weeks * 7) / 7 : weeks; };
    for (std::size_t i = 0; i < count; ++i) {
        const double age = rounded(26 + 26 * random.uniform());
        const double rate = random.exponential() / 10;
        const double leaving = 0.4 * random.uniform();
        std::int64_t x = 0;
        double last = 0;
        for (double now = random.exponential() / rate; now < age; now += random.exponential() / rate) {
            ++x;
            last = now;
            if (random.uniform() < leaving)
                break;
        }
        customers.frequency.push_back(x);
        customers.recency.push_back(x > 0 ? std::min(rounded(last), age) : 0);
        customers.age.push_back(age);
    }
    return customers;
}

bool measureFit(Bench& bench, const QString& name, analytics::BuyingKind kind, const Customers& customers, int runs)
{
    Contest contest {name, {}, {}};
    const bool isDone = contend(contest, runs, {}, [&] {
        const auto histories = analytics::groupHistories({customers.frequency, customers.recency, customers.age, {}}, false);
        const auto fit = histories ? analytics::fitBuying(kind, *histories) : tl::unexpected(histories.error());
        return fit && fit->fit.converged;
    });
    if (isDone)
        addContest(bench, contest);
    return isDone;
}

} // namespace

Result<void> measureCustomers(Bench& bench)
{
    constexpr std::size_t kCustomers = 100'000;
    const Customers byDay = customersOf(kCustomers, true);
    const Customers exact = customersOf(kCustomers, false);
    const bool isDone = measureFit(bench, u"BG/NBD, 100 000 customers, whole days"_s, analytics::BuyingKind::BgNbd, byDay, bench.options.runs)
        && measureFit(bench, u"BG/NBD, 100 000 customers, no two alike"_s, analytics::BuyingKind::BgNbd, exact, bench.options.runs);
    if (!isDone)
        return failure(Error::Kind::Internal, u"customers"_s, u"no fit"_s);
    return {};
}

} // namespace lyceum::bench

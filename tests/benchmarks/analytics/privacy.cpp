// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analyticsbench.h"
#include "analytics/privacy/discretenoise.h"
#include "analytics/random.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace lyceum::bench {

Result<void> measurePrivacy(Bench& bench)
{
    constexpr int kDraws = 1'000'000;
    // Bytes of the repeatable generator: what is measured is the sampling, not the system's entropy.
    analytics::Random random(2020);
    analytics::Entropy entropy([&random](std::span<std::uint8_t> bytes) {
        for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
            const std::uint64_t word = random();
            for (std::size_t j = 0; j < 8; ++j)
                bytes[i + j] = std::uint8_t(word >> (8 * j));
        }
    });
    struct Task {
        QString name;
        analytics::Ratio sigma2;
    };
    for (const Task& task : {Task {u"discrete Gaussian, sigma 10, 1 million draws"_s, {100, 1}},
             Task {u"discrete Gaussian, sigma 2.2, 1 million draws"_s, {1'000'000'000, 200'000'001}}}) {
        Contest contest {task.name, {}, {}};
        std::int64_t sum = 0;
        const bool isDone = contend(contest, bench.options.runs, {}, [&] {
            for (int i = 0; i < kDraws; ++i)
                sum += analytics::drawDiscreteGaussian(task.sigma2, entropy);
            return std::llabs(sum) < 100LL * kDraws;
        });
        if (!isDone)
            return failure(Error::Kind::Internal, u"privacy"_s, u"noise that is none"_s);
        addContest(bench, contest);
    }
    return {};
}

} // namespace lyceum::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/analyticsbench.h"
#include "analytics/markov/markovorder.h"
#include "analytics/random.h"

#include <QDir>
#include <QSaveFile>

#include <cmath>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

constexpr std::size_t kChainMembers = 400'000;
constexpr std::size_t kChainSteps = 25;
constexpr std::uint32_t kChainStates = 4;

/// States that are kept with 0.6, else drawn anew.
std::vector<std::uint32_t> chainStates()
{
    analytics::Random random(2);
    std::vector<std::uint32_t> states;
    states.reserve(kChainMembers * kChainSteps);
    for (std::size_t i = 0; i < kChainMembers * kChainSteps; ++i) {
        const bool isKept = i % kChainSteps != 0 && random.uniform() < 0.6;
        states.push_back(isKept ? states.back() : std::uint32_t(random.below(kChainStates)));
    }
    return states;
}

} // namespace

Result<void> measureMarkov(Bench& bench)
{
    const std::vector<std::uint32_t> states = chainStates();
    std::vector<std::size_t> ends;
    for (std::size_t end = kChainSteps; end <= states.size(); end += kChainSteps)
        ends.push_back(end);
    const QString path = QDir(bench.options.cache).filePath(u"analytics-markov.bin"_s);
    QSaveFile file(path);
    if (!QDir().mkpath(bench.options.cache) || !file.open(QIODevice::WriteOnly)
        || file.write(reinterpret_cast<const char*>(states.data()), qint64(states.size() * sizeof(std::uint32_t))) < 0 || !file.commit())
        return failure(Error::Kind::Io, path, file.errorString());

    double logLikelihood = 0;
    const QStringList command {u"python3"_s, u"markov.py"_s, path, QString::number(kChainMembers), QString::number(kChainStates)};
    Contest contest {u"Markov orders 0 to 4, 10 million steps"_s, u"numpy"_s, Goal {0.3}};
    const bool isDone = contend(contest, bench.options.runs, command, [&] {
        const auto orders = analytics::compareMarkovOrders({states, ends, kChainStates});
        logLikelihood = orders ? orders->fits.back().logLikelihood : 0;
        return orders.has_value();
    });
    if (!isDone)
        return failure(Error::Kind::Internal, path, u"the chain could not be fitted"_s);
    addContest(bench, contest);
    const auto told = runPeer(command);
    if (told && std::abs(told->value(u"logLikelihood"_s) / logLikelihood - 1) > 1e-9)
        return failure(Error::Kind::Internal, path, u"the log-likelihoods differ"_s);
    return {};
}

} // namespace lyceum::bench

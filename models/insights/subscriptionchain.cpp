// SPDX-License-Identifier: GPL-3.0-or-later
#include "insights/subscriptionchain.h"

#include <algorithm>
#include <limits>

namespace lyceum::insights {
namespace {

using storage::PayingHistory;
using Type = SubscriptionChange::Type;

/// How far the start of a row may lie from the change that tells of it and still be taken for the same.
constexpr qint64 kSameStart = 7 * 86400;

bool opens(Type type) { return type == Type::Created || type == Type::Reactivated || type == Type::Active; }

const QString& idOf(const SubscriptionChain& chain) { return chain.changes.front()->subscriptionRemoteId; }

std::vector<SubscriptionChain> chainsOfChanges(const PayingHistory& history)
{
    std::vector<SubscriptionChain> chains;
    for (const PayingHistory::Change& change : history.changes) {
        const auto known = std::find_if(chains.rbegin(), chains.rend(),
            [&](const SubscriptionChain& chain) { return idOf(chain) == change.subscriptionRemoteId; });
        const bool isKnown = known != chains.rend();
        const bool hasEnded = isKnown
            && std::ranges::any_of(known->changes, [](const PayingHistory::Change* past) { return past->type == Type::Expired; });
        if (isKnown && !(hasEnded && opens(change.type))) {
            known->changes.push_back(&change);
            continue;
        }
        SubscriptionChain chain;
        chain.changes.push_back(&change);
        chain.resumes = isKnown;
        chains.push_back(std::move(chain));
    }
    return chains;
}

/// Finds the row of each chain.
class RowMatch {
public:
    RowMatch(const PayingHistory& history, std::vector<SubscriptionChain>& chains)
        : m_history(history)
        , m_chains(chains)
        , m_isTaken(std::size_t(history.subscriptions.size()), false)
    {
    }

    void run()
    {
        for (SubscriptionChain& chain : m_chains)
            link(chain, byId(chain));
        for (SubscriptionChain& chain : m_chains) {
            if (!chain.row)
                link(chain, byStart(chain));
        }
        linkTheOnlyTwoLeft();
        shareRowsOfResumed();
    }
    [[nodiscard]] bool isTaken(qsizetype row) const { return m_isTaken.at(std::size_t(row)); }

    void link(SubscriptionChain& chain, qsizetype row)
    {
        if (row < 0)
            return;
        chain.row = &m_history.subscriptions.at(row);
        chain.rowTier = m_history.subscriptionTiers.value(row);
        m_isTaken.at(std::size_t(row)) = true;
    }

private:
    template <class Cost> // of a row, no more than the limit; negative: not this row
    [[nodiscard]] qsizetype cheapest(qint64 limit, Cost cost) const
    {
        qsizetype best = -1;
        for (qsizetype i = 0; i < m_history.subscriptions.size(); ++i) {
            const qint64 price = isTaken(i) ? -1 : cost(m_history.subscriptions.at(i));
            if (price >= 0 && price <= limit) {
                best = i;
                limit = price - 1; // of equals the first
            }
        }
        return best;
    }
    [[nodiscard]] qsizetype byId(const SubscriptionChain& chain) const
    {
        if (idOf(chain).isEmpty())
            return -1;
        return cheapest(0, [&](const Subscription& row) -> qint64 { return row.remoteId == idOf(chain) ? 0 : -1; });
    }
    [[nodiscard]] qsizetype byStart(const SubscriptionChain& chain) const
    {
        const qint64 first = chain.changes.front()->atUtc;
        if (chain.changes.front()->type == Type::Created) {
            return cheapest(kSameStart,
                [&](const Subscription& row) -> qint64 { return row.startedAtUtc ? std::abs(*row.startedAtUtc - first) : -1; });
        }
        // The beginning was not told: the latest that had begun by then.
        return cheapest(std::numeric_limits<qint64>::max(),
            [&](const Subscription& row) -> qint64 { return row.startedAtUtc ? first - *row.startedAtUtc : -1; });
    }
    void linkTheOnlyTwoLeft()
    {
        const auto lonely = [](const SubscriptionChain& chain) { return !chain.row && !chain.resumes; };
        if (std::ranges::count_if(m_chains, lonely) == 1 && std::ranges::count(m_isTaken, false) == 1)
            link(*std::ranges::find_if(m_chains, lonely), std::ranges::find(m_isTaken, false) - m_isTaken.begin());
    }
    void shareRowsOfResumed()
    {
        for (SubscriptionChain& chain : m_chains) {
            const auto earlier = std::ranges::find_if(
                m_chains, [&](const SubscriptionChain& other) { return other.row && idOf(other) == idOf(chain); });
            if (chain.resumes && !chain.row && earlier != m_chains.end()) {
                chain.row = earlier->row;
                chain.rowTier = earlier->rowTier;
            }
        }
    }

    const PayingHistory& m_history;
    std::vector<SubscriptionChain>& m_chains;
    std::vector<bool> m_isTaken;
};

qint64 beginningOf(const SubscriptionChain& chain)
{
    if (chain.row && chain.row->startedAtUtc && !chain.resumes)
        return *chain.row->startedAtUtc;
    return chain.changes.empty() ? std::numeric_limits<qint64>::min() : chain.changes.front()->atUtc;
}

} // namespace

std::vector<SubscriptionChain> subscriptionChains(const PayingHistory& history)
{
    std::vector<SubscriptionChain> chains = chainsOfChanges(history);
    RowMatch match(history, chains);
    match.run();
    std::vector<SubscriptionChain> rowsOnly;
    for (qsizetype i = 0; i < history.subscriptions.size(); ++i) {
        if (match.isTaken(i))
            continue;
        SubscriptionChain chain;
        chain.row = &history.subscriptions.at(i);
        chain.rowTier = history.subscriptionTiers.value(i);
        rowsOnly.push_back(std::move(chain));
    }
    chains.insert(chains.end(), rowsOnly.begin(), rowsOnly.end());
    std::ranges::stable_sort(chains, {}, beginningOf);
    if (!chains.empty())
        chains.back().isLatest = true;
    return chains;
}

} // namespace lyceum::insights

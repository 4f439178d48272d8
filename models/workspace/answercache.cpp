// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/answercache.h"

#include <algorithm>

namespace lyceum::workspace {
namespace {

using storage::Entity;

/// The kept future for a question; a new one where there is none, or where the kept one failed.
template <class Question, class Future>
Future answer(
    QList<std::pair<Question, Future>>& kept, const Question& question, const std::function<Future()>& compute, qsizetype limit)
{
    const auto found = std::ranges::find(kept, question, &std::pair<Question, Future>::first);
    if (found != kept.end()) {
        const bool failed = found->second.isFinished() && (found->second.resultCount() == 0 || !found->second.result());
        if (!failed)
            return found->second;
        kept.erase(found);
    }
    if (kept.size() >= limit)
        kept.removeFirst();
    kept.append({question, compute()});
    return kept.last().second;
}

} // namespace

AnswerCache::Today AnswerCache::today(const insights::RuleSet& rules, const std::function<Today()>& compute)
{
    return answer(m_today, rules, compute, kKept);
}

AnswerCache::Retention AnswerCache::retention(const insights::RetentionQuestion& question, const std::function<Retention()>& compute)
{
    return answer(m_retention, question, compute, kKept);
}

void AnswerCache::invalidate(const storage::ChangeSummary& summary)
{
    if (summary.entities.isEmpty() && !summary.outbox)
        return;
    m_today.clear(); // it looks at nearly everything
    constexpr Entity kBehindRetention[]
        = {Entity::Setting, Entity::Member, Entity::Tier, Entity::Subscription, Entity::SubscriptionChange, Entity::Payment};
    if (std::ranges::any_of(kBehindRetention, [&](Entity entity) { return summary.touches(entity); }))
        m_retention.clear();
}

void AnswerCache::clear()
{
    m_today.clear();
    m_retention.clear();
}

} // namespace lyceum::workspace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/conflictpolicy.h"

using namespace Qt::StringLiterals;

namespace lyceum::sync {

using namespace storage;

Result<void> settleByPolicy(WorkspaceFile& workspace)
{
    const auto count = openConflictCount(workspace.connection());
    if (!count || *count == 0)
        return count ? Result<void>() : tl::unexpected(count.error());
    QHash<Entity, Settlement> policies;
    for (const EntitySpec& spec : allEntities()) {
        const auto policy = settingOf(workspace.connection(), "conflictPolicy."_L1 + QString::fromLatin1(spec.name));
        if (!policy)
            return tl::unexpected(policy.error());
        const auto settlement = settlementOf(*policy);
        if (settlement == Settlement::Mine || settlement == Settlement::Theirs)
            policies.insert(spec.entity, *settlement);
    }
    if (policies.isEmpty())
        return {};
    const auto open = openConflicts(workspace.connection());
    if (!open)
        return tl::unexpected(open.error());
    for (const OpenConflict& conflict : *open) {
        const auto policy = policies.constFind(conflict.entity);
        if (policy == policies.constEnd())
            continue;
        // Each by itself: two conflicts of one row write the same row.
        const auto settled = workspace.commit({u"sync"_s, Origin::Rule, u"conflict policy"_s}, [&](ChangeSet& changes) -> Result<void> {
            return putSettlement(changes, conflict, *policy);
        });
        if (!settled)
            return tl::unexpected(settled.error());
    }
    return {};
}

} // namespace lyceum::sync

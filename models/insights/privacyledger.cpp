// SPDX-License-Identifier: GPL-3.0-or-later
#include "insights/privacyledger.h"

using namespace Qt::StringLiterals;

namespace lyceum::insights {
namespace {

using analytics::BudgetLedger;
using analytics::PrivacyBudget;

const QString kUnit = u"privacyBudgetUnit"_s;
const QString kTotal = u"privacyBudget"_s;
const QString kEpsilon = u"epsilon"_s;
const QString kRho = u"rho"_s;

} // namespace

Result<std::optional<PrivacyBudget>> privacyBudgetOf(storage::Connection& connection)
{
    const auto unit = storage::settingOf(connection, kUnit);
    const auto total = storage::settingOf(connection, kTotal);
    if (!unit || !total)
        return tl::unexpected(!unit ? unit.error() : total.error());
    bool isNumber = false;
    const qint64 number = total->toLongLong(&isNumber);
    if (!isNumber || number < 0 || (*unit != kEpsilon && *unit != kRho))
        return std::nullopt;
    return PrivacyBudget {*unit == kEpsilon ? PrivacyBudget::Unit::Epsilon : PrivacyBudget::Unit::Rho, number};
}

Result<void> setPrivacyBudget(storage::WorkspaceFile& file, const QString& author, const PrivacyBudget& budget)
{
    const auto set = file.commit({author, storage::Origin::Settings, u"privacy budget"_s}, [&](storage::ChangeSet& changes) -> Result<void> {
        if (auto put = storage::putSetting(changes, kUnit, budget.unit == PrivacyBudget::Unit::Epsilon ? kEpsilon : kRho); !put)
            return put;
        return storage::putSetting(changes, kTotal, QString::number(budget.total));
    });
    return set ? Result<void>() : tl::unexpected(set.error());
}

Result<BudgetLedger> privacyLedgerOf(storage::Connection& connection, const PrivacyBudget& budget)
{
    const auto releases = storage::privacyReleases(connection);
    if (!releases)
        return tl::unexpected(releases.error());
    std::vector<analytics::LedgerEntry> entries;
    for (const PrivacyRelease& each : *releases)
        entries.push_back({each.name.toStdString(), each.releasedAtUtc, {each.microEpsilon, each.nanoRho}});
    auto ledger = BudgetLedger::over(budget, entries);
    if (!ledger)
        return failure(Error::Kind::WorkspaceDamaged, {}, u"the ledger of the privacy budget holds what was never spent"_s);
    return *ledger;
}

Result<ReleaseAnswer> release(
    storage::WorkspaceFile& file, const QString& author, qint64 nowUtc, const ReleaseRequest& request, const std::function<Result<QString>()>& draw)
{
    ReleaseAnswer answer;
    const auto committed = file.commit({author, storage::Origin::Person, u"private release"_s}, [&](storage::ChangeSet& changes) -> Result<void> {
        storage::Connection& connection = changes.connection();
        const auto before = storage::privacyReleaseOf(connection, request.question);
        if (!before)
            return tl::unexpected(before.error());
        if (*before) {
            answer = {**before, /*isRepeated=*/true};
            return {};
        }
        const auto budget = privacyBudgetOf(connection);
        if (!budget)
            return tl::unexpected(budget.error());
        if (!*budget)
            return failure(Error::Kind::PrivacyBudgetMissing);
        const auto ledger = privacyLedgerOf(connection, **budget);
        if (!ledger)
            return tl::unexpected(ledger.error());
        if (!ledger->after(request.cost))
            return failure(Error::Kind::PrivacyBudgetSpent);
        auto figures = draw();
        if (!figures)
            return tl::unexpected(figures.error());
        const auto id = changes.nextId<PrivacyRelease>();
        if (!id)
            return tl::unexpected(id.error());
        answer.release = {*id, nowUtc, request.name, request.question, request.mechanism, request.cost.microEpsilon, request.cost.nanoRho,
            *std::move(figures)};
        changes.put(answer.release);
        return {};
    });
    if (!committed)
        return tl::unexpected(committed.error());
    return answer;
}

} // namespace lyceum::insights

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/topics.h"
#include "cli/command.h"
#include "cli/privacybudget.h"
#include "cli/words.h"
#include "insights/privacyledger.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::PrivacyBudget;

constexpr double kMostBudget = 1000;

/// What --epsilon or --rho sets; nothing when neither was given.
Result<std::optional<PrivacyBudget>> budgetOf(const Arguments& arguments)
{
    const bool isEpsilon = arguments.has(u"epsilon"_s);
    if (!isEpsilon && !arguments.has(u"rho"_s))
        return std::nullopt;
    if (isEpsilon && arguments.has(u"rho"_s))
        return usage(Cli::tr("Give one of --epsilon and --rho."));
    const auto number = realNumberOf(arguments, isEpsilon ? u"epsilon"_s : u"rho"_s, 0, kMostBudget, 0);
    if (!number)
        return tl::unexpected(number.error());
    PrivacyBudget budget {isEpsilon ? PrivacyBudget::Unit::Epsilon : PrivacyBudget::Unit::Rho, 0};
    budget.total = std::llround(*number / unitOf(budget));
    return budget;
}

Result<ExitCode> runPrivacyBudget(const Session& session)
{
    const auto wanted = budgetOf(session.arguments);
    if (!wanted)
        return tl::unexpected(wanted.error());
    const auto file = *wanted ? session.openToChange() : session.open();
    if (!file)
        return tl::unexpected(file.error());
    if (*wanted) {
        if (const auto set = insights::setPrivacyBudget(**file, Cli::tr("command line"), **wanted); !set)
            return tl::unexpected(set.error());
    }
    storage::Connection& connection = (*file)->connection();
    const auto budget = insights::privacyBudgetOf(connection);
    const auto releases = storage::privacyReleases(connection);
    if (!budget || !releases)
        return tl::unexpected(!budget ? budget.error() : releases.error());

    QJsonValue standing(QJsonValue::Null);
    QStringList lines;
    if (*budget) {
        const auto ledger = insights::privacyLedgerOf(connection, **budget);
        if (!ledger)
            return tl::unexpected(ledger.error());
        const double unit = unitOf(**budget);
        const double total = double((*budget)->total) * unit;
        const double remaining = double(ledger->remaining()) * unit;
        standing = QJsonObject {{u"unit"_s, cli::nameOf((*budget)->unit)}, {u"total"_s, total}, {u"spent"_s, double(ledger->spent()) * unit},
            {u"remaining"_s, remaining}};
        lines.append(Cli::tr("Left of the budget: %1 of %2 (%3).").arg(remaining).arg(total).arg(cli::nameOf((*budget)->unit)));
    } else {
        lines.append(Cli::tr("This workspace has no privacy budget yet: nothing may be published on it."));
    }
    QJsonArray array;
    for (const PrivacyRelease& release : *releases) {
        array.append(QJsonObject {{u"id"_s, release.id.value}, {u"at"_s, jsonTime(release.releasedAtUtc)}, {u"name"_s, release.name},
            {u"method"_s, release.mechanism}, {u"epsilon"_s, release.microEpsilon > 0 ? QJsonValue(double(release.microEpsilon) * 1e-6) : QJsonValue(QJsonValue::Null)},
            {u"rho"_s, double(release.nanoRho) * 1e-9}});
        lines.append(u"%1\t%2\t%3\trho %4"_s.arg(QString::number(release.id.value), textTime(release.releasedAtUtc), release.name,
            QString::number(double(release.nanoRho) * 1e-9)));
    }
    return session.output.answer({{u"budget"_s, standing}, {u"releases"_s, array}}, lines);
}

} // namespace

Command privacyBudgetCommand()
{
    return {u"privacy-budget"_s, {}, Cli::tr("Show or set how much may be published about the members, and what was."),
        {u"lyceum-cli demo --workspace budget.lyceum --members 50 --quiet && lyceum-cli privacy-budget --workspace budget.lyceum --rho 0.5 --json"_s},
        {workspaceOption(), {u"epsilon"_s, u"TOTAL"_s, Cli::tr("Set it, counted in epsilon: only discrete Laplace noise fits into it."), {}},
            {u"rho"_s, u"TOTAL"_s, Cli::tr("Set it, counted in rho (zero-concentrated privacy): every release fits into it."), {}}},
        runPrivacyBudget};
}

} // namespace lyceum::cli

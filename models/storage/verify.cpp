// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/verify.h"

#include "storage/committer.h"
#include "storage/journal.h"
#include "storage/rollup.h"
#include "storage/rows.h"
#include "storage/workspacefile.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

using Check = Finding::Check;

struct SearchTable {
    const char* table;
    const char* content;
};
constexpr std::array kSearchTables {
    SearchTable {"member_search", "member"},
    SearchTable {"post_search", "post"},
    SearchTable {"comment_search", "comment"},
};

/// Adds a sentence, as long as there are not too many.
void note(Finding& finding, const QString& detail)
{
    finding.ok = false;
    if (finding.details.size() < Finding::kMaxDetails)
        finding.details.append(detail);
}

Result<void> checkIntegrity(Connection& connection, Finding& finding)
{
    return eachRow(connection, "PRAGMA integrity_check(100)", {}, [&](const Statement& row) {
        if (const QString line = row.text(0); line != "ok"_L1)
            note(finding, line);
    });
}

Result<void> checkForeignKeys(Connection& connection, Finding& finding)
{
    return eachRow(connection, "PRAGMA foreign_key_check", {}, [&](const Statement& row) {
        note(finding, u"row %1 of %2 names a row of %3 that is not there"_s.arg(row.integer(1)).arg(row.text(0), row.text(2)));
    });
}

/// Without writing only the number of entries can be compared.
Result<void> countSearch(Connection& connection, Finding& finding)
{
    finding.skipped = true;
    for (const auto& [table, content] : kSearchTables) {
        const auto entries = numberOf(connection, "SELECT count(*) FROM " + QByteArray(table) + "_docsize");
        if (!entries)
            return tl::unexpected(entries.error());
        const auto rows = numberOf(connection, "SELECT count(*) FROM " + QByteArray(content));
        if (!rows)
            return tl::unexpected(rows.error());
        if (*entries != *rows)
            note(finding, u"%1 has %2 entries for %3 rows"_s.arg(QString::fromLatin1(table)).arg(*entries).arg(*rows));
    }
    return {};
}

Result<void> checkSearch(Connection& connection, Finding& finding)
{
    if (connection.isReadOnly())
        return countSearch(connection, finding);
    auto transaction = Transaction::begin(connection); // never committed
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (const auto& [table, content] : kSearchTables) {
        // 1: compare with the content table too.
        const QByteArray sql = "INSERT INTO " + QByteArray(table) + " (" + table + ", rank) VALUES ('integrity-check', 1)";
        if (const auto checked = connection.execute(sql); !checked) {
            if (checked.error().kind != Error::Kind::WorkspaceDamaged)
                return checked;
            note(finding, u"%1 does not hold what %2 says"_s.arg(QString::fromLatin1(table), QString::fromLatin1(content)));
        }
    }
    return {};
}

Result<void> checkRollups(Connection& connection, Finding& finding)
{
    const auto zone = settingOf(connection, kTimeZoneSetting.toString());
    if (!zone)
        return tl::unexpected(zone.error());
    const auto wrong = countWrongRollups(connection, LocalDays(zone->toLatin1()));
    if (!wrong)
        return tl::unexpected(wrong.error());
    if (*wrong > 0)
        note(finding, u"%1 rows of the daily roll-ups differ from the events"_s.arg(*wrong));
    return {};
}

Result<void> checkSequences(Connection& connection, Finding& finding)
{
    for (const EntitySpec& spec : allEntities()) {
        if (spec.entity == Entity::SubscriptionChange) // bears the id of its event
            continue;
        const auto highest = numberOf(connection, "SELECT max(id) FROM " + spec.table);
        if (!highest)
            return tl::unexpected(highest.error());
        const auto last = numberOf(connection, "SELECT last_id FROM sequence WHERE entity = ?", {qint64(spec.entity)});
        if (!last)
            return tl::unexpected(last.error());
        if (*highest > *last)
            note(finding, u"%1 has id %2, but ids were given only up to %3"_s.arg(QString::fromLatin1(spec.name)).arg(*highest).arg(*last));
    }
    return {};
}

Result<void> checkJournal(Connection& connection, Finding& finding)
{
    const auto problems = verifyJournal(connection);
    if (!problems)
        return tl::unexpected(problems.error());
    for (const QString& problem : *problems)
        note(finding, problem);
    return {};
}

} // namespace

QString nameOf(Finding::Check check)
{
    switch (check) {
    case Check::Integrity: return u"integrity"_s;
    case Check::ForeignKeys: return u"foreign-keys"_s;
    case Check::Search: return u"search"_s;
    case Check::Rollups: return u"rollups"_s;
    case Check::Sequences: return u"sequences"_s;
    case Check::Journal: return u"journal"_s;
    }
    return {};
}

Result<QList<Finding>> verifyWorkspace(Connection& connection, const std::function<bool(Finding::Check)>& progress)
{
    using Look = Result<void> (*)(Connection&, Finding&);
    constexpr std::array<std::pair<Check, Look>, 6> kLooks {{
        {Check::Integrity, checkIntegrity},
        {Check::ForeignKeys, checkForeignKeys},
        {Check::Search, checkSearch},
        {Check::Rollups, checkRollups},
        {Check::Sequences, checkSequences},
        {Check::Journal, checkJournal},
    }};
    QList<Finding> findings;
    for (const auto& [check, look] : kLooks) {
        if (progress && !progress(check))
            return failure(Error::Kind::Cancelled);
        Finding finding {check, true, false, {}};
        if (const auto looked = look(connection, finding); !looked) {
            switch (looked.error().kind) {
            case Error::Kind::Cancelled:
            case Error::Kind::WorkspaceLocked: return tl::unexpected(looked.error());
            default: note(finding, looked.error().detail); // what cannot be read is what was looked for
            }
        }
        findings.append(std::move(finding));
    }
    return findings;
}

bool allWell(const QList<Finding>& findings)
{
    return std::ranges::all_of(findings, &Finding::ok);
}

} // namespace lyceum::storage

// SPDX-License-Identifier: GPL-3.0-or-later
// What a list asks of the file: ids in order, rows, search, filters; on a connection of its own, without window or threads.
#include "bench.h"
#include "storage/memberquery.h"
#include "storage/timeline.h"
#include "storage/workspacefile.h"

#include <random>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

using storage::MemberQuery;

constexpr qsizetype kPageRows = 128; // of the item models
constexpr int kPages = 50;
const Goal kList {50, true, Goal::Judge::Median};

struct Asked {
    QString name;
    MemberQuery query;
};

QList<Asked> orders()
{
    using Sort = MemberQuery::Sort;
    QList<Asked> all;
    for (const auto& [name, sort] : {std::pair {u"joined"_s, Sort::Joined}, {u"name"_s, Sort::Name}, {u"e-mail"_s, Sort::Email},
             {u"last seen"_s, Sort::LastSeen}, {u"status"_s, Sort::Status}}) {
        MemberQuery query;
        query.sort = sort;
        query.descending = sort == Sort::Joined || sort == Sort::LastSeen;
        all.append({u"ids of everybody by "_s + name, query});
    }
    return all;
}

QList<Asked> searches()
{
    QList<Asked> all;
    for (const auto& word : {u"m"_s, u"ma"_s, u"mar"_s, u"marco"_s, u"marco ro"_s, u"王"_s, u"欧阳"_s, u"晓雯"_s, u"nobodyatall"_s}) {
        MemberQuery query;
        query.search = word;
        all.append({u"search “%1”"_s.arg(word), query});
    }
    return all;
}

QList<Asked> filters(const QList<Tier>& tiers, const QList<Label>& labels)
{
    const auto is = [](MemberField field, const QString& value) { return Filter::comparison(field, Filter::Operator::Equals, value); };
    const Filter paid = is(MemberField::Status, u"paid"_s);
    const Filter lately = Filter::comparison(MemberField::LastSeenAt, Filter::Operator::Greater, RelativeTime {-30, RelativeTime::Unit::Day});
    QList<Asked> all {{u"filter status paid"_s, {}}, {u"filter seen within 30 days"_s, {}}, {u"filter paid and seen within 30 days"_s, {}}};
    all[0].query.filter = paid;
    all[1].query.filter = lately;
    all[2].query.filter = Filter::allOf({paid, lately});
    if (!tiers.isEmpty()) {
        all.append({u"filter by a tier"_s, {}});
        all.last().query.filter = is(MemberField::Tier, tiers.last().slug);
    }
    if (!labels.isEmpty()) {
        all.append({u"filter by a label"_s, {}});
        all.last().query.filter = is(MemberField::Label, labels.first().slug);
        all.append({u"filter by a label, search “王”"_s, all.last().query});
        all.last().query.search = u"王"_s;
    }
    return all;
}

} // namespace

Result<void> measureLists(Bench& bench, const Community& community)
{
    const auto file = storage::WorkspaceFile::open(community.path, bench.clock, storage::WorkspaceFile::Access::ReadOnly);
    if (!file)
        return tl::unexpected(file.error());
    storage::Connection& connection = (*file)->connection();
    const auto tiers = storage::allTiers(connection);
    const auto labels = storage::allLabels(connection);
    if (!tiers || !labels)
        return tl::unexpected(tiers ? labels.error() : tiers.error());

    Result<QList<MemberId>> ids;
    const auto time = [&](const QString& name, int runs, auto work) {
        return bench.figures.time({u"lists"_s, name, community.name, {}, kList, {}, {}}, runs, work);
    };
    for (const Asked& asked : orders() + searches() + filters(*tiers, *labels)) {
        const bool well = time(asked.name, bench.options.runs, [&] {
            ids = storage::memberIds(connection, asked.query, bench.clock.nowUtc());
            return ids.has_value();
        });
        if (!well)
            return tl::unexpected(ids.error());
    }

    MemberQuery byName;
    byName.sort = MemberQuery::Sort::Name;
    byName.descending = false;
    ids = storage::memberIds(connection, byName, bench.clock.nowUtc());
    if (!ids)
        return tl::unexpected(ids.error());
    Result<QList<storage::MemberRow>> rows;
    std::minstd_rand random(1);
    const qsizetype lastStart = std::max<qsizetype>(1, ids->size() - kPageRows);
    if (!time(u"128 rows from a random place"_s, kPages, [&] {
            rows = storage::memberRows(connection, ids->mid(qsizetype(random()) % lastStart, kPageRows));
            return rows.has_value();
        }))
        return tl::unexpected(rows.error());
    Result<storage::MemberFacets> facets;
    if (!time(u"counts for the filter menus"_s, bench.options.runs, [&] {
            facets = storage::memberFacets(connection, {}, bench.clock.nowUtc());
            return facets.has_value();
        }))
        return tl::unexpected(facets.error());
    Result<storage::TimelinePage> timeline;
    if (!time(u"first 100 lines of a member's timeline"_s, kPages, [&] {
            timeline = storage::timelineOf(connection, ids->at(qsizetype(random()) % ids->size()), 100);
            return timeline.has_value();
        }))
        return tl::unexpected(timeline.error());
    return {};
}

} // namespace lyceum::bench

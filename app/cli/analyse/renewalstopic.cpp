// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/revenue/renewals.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/calendar.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::RenewalRate;

constexpr std::int64_t kTrustedTerms = 30; // that are decided

/// Terms in seconds of the wall clock, so that grace is counted in days of the calendar.
struct TermTable {
    std::vector<analytics::PrepaidTerm> terms; ///< those that have begun
    qsizetype members = 0;
    qsizetype later = 0; ///< begin after what is known
};

Result<TermTable> readTerms(const Arguments& arguments, const QTimeZone& zone, std::int64_t asOf)
{
    const QString member = arguments.value(u"member"_s);
    const QString start = arguments.value(u"start"_s);
    const QString end = arguments.value(u"end"_s);
    const auto table = AnalysisTable::read(arguments.value(u"csv"_s), {member, start, end});
    if (!table)
        return tl::unexpected(table.error());
    if (table->rows() == 0)
        return failure(Error::Kind::BadInput, arguments.value(u"csv"_s), Cli::tr("it has no rows."));
    const auto members = table->levels(member);
    const auto starts = table->instants(start, zone);
    const auto ends = table->instants(end, zone);
    if (!members)
        return tl::unexpected(members.error());
    for (const auto* times : {&starts, &ends}) {
        if (!*times)
            return tl::unexpected(times->error());
    }
    TermTable answer;
    std::vector<std::uint8_t> isMet(std::size_t(members->names.size()));
    for (std::size_t row = 0; row < starts->size(); ++row) {
        const std::uint32_t who = members->codes.at(row);
        if (members->names.at(qsizetype(who)).isEmpty())
            return tl::unexpected(table->errorAt(qsizetype(row), member, Cli::tr("this is empty.")));
        if (ends->at(row) <= starts->at(row))
            return tl::unexpected(table->errorAt(qsizetype(row), end, Cli::tr("a term must end after it begins.")));
        if (starts->at(row) > asOf) {
            ++answer.later;
            continue;
        }
        const std::int64_t from = wallSeconds(starts->at(row), zone);
        // A term within the hour that autumn repeats has no length on the wall.
        answer.terms.push_back({who, from, std::max(wallSeconds(ends->at(row), zone), from + 1)});
        isMet.at(who) = 1;
    }
    answer.members = std::ranges::count(isMet, 1);
    return answer;
}

QJsonObject jsonOf(const RenewalRate& rate)
{
    return {{u"rate"_s, shareJson(rate.rate)}, {u"inTerm"_s, qint64(rate.inTerm)}, {u"inGrace"_s, qint64(rate.inGrace)}};
}

QString lineOf(const QString& term, const RenewalRate& rate)
{
    return QStringList {term, shareText(rate.rate), QString::number(rate.rate ? rate.rate->total : 0), QString::number(rate.inTerm),
        QString::number(rate.inGrace)}
        .join(u'\t');
}

QJsonObject statesJson(const analytics::TermRenewals& renewals)
{
    using enum analytics::TermState;
    const auto count = [&renewals](analytics::TermState state) { return qint64(std::ranges::count(renewals.states, state)); };
    return {{u"inTerm"_s, count(InTerm)}, {u"inGrace"_s, count(InGrace)}, {u"renewed"_s, count(Renewed)}, {u"lapsed"_s, count(Lapsed)}};
}

Result<ExitCode> runTerms(const Session& session)
{
    const Arguments& arguments = session.arguments;
    for (const QString& option : {u"csv"_s, u"member"_s, u"start"_s, u"end"_s}) {
        if (const auto given = arguments.required(option); !given)
            return tl::unexpected(given.error());
    }
    const auto graceDays = arguments.number(u"grace-days"_s, 0, 3'650, 7);
    const auto zone = zoneOf(arguments);
    const auto level = levelOf(arguments);
    if (!graceDays)
        return tl::unexpected(graceDays.error());
    if (!zone)
        return tl::unexpected(zone.error());
    if (!level)
        return tl::unexpected(level.error());
    const auto asOf = session.asOfUtc(*zone);
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto table = readTerms(arguments, *zone, *asOf);
    if (!table)
        return tl::unexpected(table.error());
    const auto renewals = analytics::renewals(table->terms, *graceDays * kDaySeconds, wallSeconds(*asOf, *zone), *level);
    if (!renewals) // the terms, the grace and the level were checked
        return failure(Error::Kind::Internal);

    std::vector<analytics::Warning> warnings;
    if (!renewals->all.rate || renewals->all.rate->total < kTrustedTerms)
        warnings.push_back(analytics::Warning::TooFew);
    QJsonArray byTerm;
    QStringList lines {Cli::tr("%1 terms of %2 members; %3 days of grace").arg(table->terms.size()).arg(table->members).arg(*graceDays),
        Cli::tr("term\trenewed\tdecided\tin term\tin grace")};
    for (std::size_t i = 0; i < renewals->byTerm.size(); ++i) {
        QJsonObject object = jsonOf(renewals->byTerm.at(i));
        object.insert(u"term"_s, qint64(i + 1));
        byTerm.append(object);
        lines.append(lineOf(QString::number(i + 1), renewals->byTerm.at(i)));
    }
    lines.append(lineOf(Cli::tr("all"), renewals->all));
    return session.output.answer(
        {{u"n"_s, qint64(table->terms.size())}, {u"members"_s, table->members}, {u"later"_s, table->later}, {u"method"_s, u"prepaid-terms"_s},
            {u"graceDays"_s, *graceDays}, {u"zone"_s, QString::fromUtf8(zone->id())}, {u"asOf"_s, jsonTime(*asOf)}, {u"level"_s, *level},
            {u"all"_s, jsonOf(renewals->all)}, {u"byTerm"_s, byTerm}, {u"states"_s, statesJson(*renewals)},
            {u"warnings"_s, warningsJson(warnings)}},
        lines + warningLines(warnings));
}

} // namespace

Command renewalsTopic()
{
    return {u"renewals"_s, {}, Cli::tr("Terms paid in advance: how many are renewed in time, of those for which that is decided."),
        {u"printf 'member,start,end\\nAda,2025-01-01,2026-01-01\\nAda,2026-01-05,2027-01-05\\nBen,2025-02-01,2026-02-01\\nCem,2025-06-01,2026-06-01\\n' > terms.csv && "
         "lyceum-cli analyse renewals --csv terms.csv --member member --start start --end end --grace-days 14 --as-of 2026-03-31 --json"_s},
        {csvOption(Cli::tr("A table with a header, one term that was paid in advance a row.")),
            {u"member"_s, u"COLUMN"_s, Cli::tr("Whose term it is."), {}}, {u"start"_s, u"COLUMN"_s, Cli::tr("When it begins: a date, or a time."), {}},
            {u"end"_s, u"COLUMN"_s, Cli::tr("When it ends; a date is the first day that is not in it."), {}},
            {u"grace-days"_s, u"DAYS"_s, Cli::tr("How many days after its end a term is still renewed in time."), u"7"_s}, zoneOption(),
            untilOption(Cli::tr("now")), levelOption()},
        runTerms, {}};
}

} // namespace lyceum::cli

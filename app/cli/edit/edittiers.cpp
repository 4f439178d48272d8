// SPDX-License-Identifier: GPL-3.0-or-later
// `edit tier`, `edit offer`.
#include "cli/edit/edits.h"
#include "cli/words.h"
#include "editing/limits.h"
#include "editing/tieredit.h"

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

/// Puts what an option says into a field, if it can be read; the first that cannot is the error.
class Reading {
public:
    explicit Reading(const Arguments& arguments)
        : m_arguments(arguments)
    {
    }

    void number(std::optional<qint64>& field, const QString& option) { take(field, wholeNumber(m_arguments, option, 0, editing::kMostPrice)); }
    void flag(std::optional<bool>& field, const QString& option) { take(field, yesOrNo(m_arguments, option)); }
    [[nodiscard]] const Result<void>& done() const { return m_done; }

private:
    template <class T>
    void take(std::optional<T>& field, const Result<std::optional<T>>& read)
    {
        if (read)
            field = *read;
        else if (m_done)
            m_done = tl::unexpected(read.error());
    }

    const Arguments& m_arguments;
    Result<void> m_done;
};

Result<editing::TierEdit> tierEditOf(const Arguments& arguments)
{
    editing::TierEdit edit;
    edit.name = arguments.has(u"new"_s) ? arguments.optional(u"new"_s) : arguments.optional(u"name"_s);
    edit.description = arguments.optional(u"description"_s);
    edit.currency = arguments.optional(u"currency"_s);
    if (arguments.has(u"benefit"_s))
        edit.benefits = arguments.values(u"benefit"_s);
    Reading reading(arguments);
    reading.number(edit.monthlyPrice, u"monthly-price"_s);
    reading.number(edit.yearlyPrice, u"yearly-price"_s);
    reading.number(edit.trialDays, u"trial-days"_s);
    reading.flag(edit.active, u"active"_s);
    reading.flag(edit.visible, u"visible"_s);
    return reading.done() ? Result<editing::TierEdit>(edit) : tl::unexpected(reading.done().error());
}

Result<editing::OfferEdit> offerEditOf(const Arguments& arguments)
{
    editing::OfferEdit edit;
    edit.name = arguments.has(u"new"_s) ? arguments.optional(u"new"_s) : arguments.optional(u"name"_s);
    edit.code = arguments.optional(u"code"_s);
    edit.type = arguments.optional(u"type"_s);
    edit.currency = arguments.optional(u"currency"_s);
    edit.cadence = arguments.optional(u"cadence"_s);
    edit.duration = arguments.optional(u"duration"_s);
    edit.title = arguments.optional(u"title"_s);
    edit.description = arguments.optional(u"description"_s);
    Reading reading(arguments);
    reading.number(edit.amount, u"amount"_s);
    reading.number(edit.durationMonths, u"months"_s);
    reading.flag(edit.active, u"active"_s);
    return reading.done() ? Result<editing::OfferEdit>(edit) : tl::unexpected(reading.done().error());
}

Result<void> checkWhich(const Arguments& arguments, const QString& which)
{
    if (auto one = exactlyOne(arguments, {which, u"new"_s}); !one)
        return one;
    if (arguments.has(u"new"_s) && arguments.has(u"name"_s))
        return usage(Cli::tr("--new and --%1 exclude each other.").arg(u"name"_s));
    return {};
}

Result<ExitCode> runTier(const Session& session)
{
    if (const auto one = checkWhich(session.arguments, u"tier"_s); !one)
        return tl::unexpected(one.error());
    const auto edit = tierEditOf(session.arguments);
    if (!edit)
        return tl::unexpected(edit.error());
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    TierId id;
    if (const auto name = session.arguments.optional(u"tier"_s)) {
        const auto tier = tierNamed((*file)->connection(), *name);
        if (!tier)
            return tl::unexpected(tier.error());
        id = tier->id;
    }
    return commitEdit(session, **file, editing::reasonOf(id, *edit), [&](storage::ChangeSet& changes) -> Result<void> {
        const auto done = editing::applyToTier(changes, id, *edit);
        return done ? Result<void>() : tl::unexpected(done.error());
    });
}

Result<ExitCode> runOffer(const Session& session)
{
    if (const auto one = checkWhich(session.arguments, u"offer"_s); !one)
        return tl::unexpected(one.error());
    auto edit = offerEditOf(session.arguments);
    if (!edit)
        return tl::unexpected(edit.error());
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    storage::Connection& connection = (*file)->connection();
    if (const auto name = session.arguments.optional(u"tier"_s)) {
        const auto tier = tierNamed(connection, *name);
        if (!tier)
            return tl::unexpected(tier.error());
        edit->tier = tier->id;
    }
    OfferId id;
    if (const auto name = session.arguments.optional(u"offer"_s)) {
        const auto offer = offerNamed(connection, *name);
        if (!offer)
            return tl::unexpected(offer.error());
        id = offer->id;
    }
    return commitEdit(session, **file, editing::reasonOf(id, *edit), [&](storage::ChangeSet& changes) -> Result<void> {
        const auto done = editing::applyToOffer(changes, id, *edit);
        return done ? Result<void>() : tl::unexpected(done.error());
    });
}

} // namespace

Command editTierPart()
{
    return {u"tier"_s, {}, Cli::tr("Change a tier, archive it, or add one. Prices are in the smallest unit of the currency."),
        {u"lyceum-cli edit tier --workspace sample.lyceum --new Patron --currency USD --monthly-price 2500 --yearly-price 25000"_s,
            u"lyceum-cli edit tier --workspace sample.lyceum --tier Patron --benefit \"A call every month\" --trial-days 14"_s},
        {workspaceOption(), {u"tier"_s, u"TIER"_s, Cli::tr("Which: its name, or the number here."), {}},
            {u"new"_s, u"NAME"_s, Cli::tr("Add a tier of this name."), {}}, {u"name"_s, u"NAME"_s, Cli::tr("What it is called from now on."), {}},
            {u"description"_s, u"TEXT"_s, Cli::tr("What is said about it."), {}},
            {u"currency"_s, u"CODE"_s, Cli::tr("Three letters: USD."), {}},
            {u"monthly-price"_s, u"AMOUNT"_s, Cli::tr("What a month costs: 500 is 5.00 USD."), {}},
            {u"yearly-price"_s, u"AMOUNT"_s, Cli::tr("What a year costs."), {}},
            {u"trial-days"_s, u"N"_s, Cli::tr("How many days are free at first; 0: none."), {}},
            {u"benefit"_s, u"TEXT"_s, Cli::tr("One line of what it gives, in place of those there are. May be repeated."), {}, /*repeats=*/true},
            {u"visible"_s, u"yes|no"_s, Cli::tr("Whether it is offered to the public."), {}},
            {u"active"_s, u"yes|no"_s, Cli::tr("no: archived."), {}}},
        runTier};
}

Command editOfferPart()
{
    return {u"offer"_s, {}, Cli::tr("Change an offer, archive it, or add one. The terms of one that the site has are fixed."),
        {u"lyceum-cli edit offer --workspace sample.lyceum --new Spring --code spring --type percent --amount 20 --cadence year --duration once --tier Patron"_s,
            u"lyceum-cli edit offer --workspace sample.lyceum --offer spring --title \"A fifth off\""_s},
        {workspaceOption(), {u"offer"_s, u"OFFER"_s, Cli::tr("Which: its name, its code, or the number here."), {}},
            {u"new"_s, u"NAME"_s, Cli::tr("Add an offer of this name."), {}}, {u"name"_s, u"NAME"_s, Cli::tr("What it is called from now on."), {}},
            {u"code"_s, u"CODE"_s, Cli::tr("The word in its address."), {}},
            {u"type"_s, u"percent|fixed|trial"_s, Cli::tr("What it takes off: a share, an amount of money, or days that are free."), {}},
            {u"amount"_s, u"N"_s, Cli::tr("Per cent, smallest units of the currency, or days."), {}},
            {u"currency"_s, u"CODE"_s, Cli::tr("Of an amount of money."), Cli::tr("the tier's")},
            {u"cadence"_s, u"month|year"_s, Cli::tr("For whom pays by the month, or by the year."), {}},
            {u"duration"_s, u"once|forever|repeating|trial"_s, Cli::tr("For how many payments."), {}},
            {u"months"_s, u"N"_s, Cli::tr("With --duration repeating: for how many months."), {}},
            {u"tier"_s, u"TIER"_s, Cli::tr("For which tier."), {}}, {u"title"_s, u"TEXT"_s, Cli::tr("What the offer's page says above."), {}},
            {u"description"_s, u"TEXT"_s, Cli::tr("What it says below that."), {}}, {u"active"_s, u"yes|no"_s, Cli::tr("no: archived."), {}}},
        runOffer};
}

} // namespace lyceum::cli

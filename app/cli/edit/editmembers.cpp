// SPDX-License-Identifier: GPL-3.0-or-later
// `edit member`, `edit members`, `edit label`.
#include "cli/edit/edits.h"
#include "cli/words.h"
#include "community/nql.h"
#include "editing/labeledit.h"
#include "editing/memberedit.h"
#include "storage/memberquery.h"

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

Result<QList<NewsletterId>> newslettersNamed(storage::Connection& connection, const QStringList& names)
{
    QList<NewsletterId> ids;
    for (const QString& name : names) {
        const auto newsletter = newsletterNamed(connection, name);
        if (!newsletter)
            return tl::unexpected(newsletter.error());
        ids.append(newsletter->id);
    }
    return ids;
}

Result<std::optional<editing::Complimentary>> complimentaryOf(const Session& session, storage::Connection& connection, std::optional<qint64> until)
{
    const auto name = session.arguments.optional(u"complimentary"_s);
    if (!name)
        return std::optional<editing::Complimentary>();
    const auto tier = tierNamed(connection, *name);
    if (!tier)
        return tl::unexpected(tier.error());
    return std::optional(editing::Complimentary {tier->id, until});
}

/// What holds for one member and for many.
Result<editing::MemberEdit> editOf(const Session& session, storage::WorkspaceFile& file)
{
    const Arguments& arguments = session.arguments;
    if (arguments.has(u"until"_s) && !arguments.has(u"complimentary"_s) && !arguments.has(u"disable-commenting"_s))
        return usage(Cli::tr("--until goes with --complimentary or --disable-commenting."));
    const auto zone = zoneOf(file);
    if (!zone)
        return tl::unexpected(zone.error());
    const auto until = session.timeUtc(u"until"_s, *zone);
    if (!until)
        return tl::unexpected(until.error());
    editing::MemberEdit edit;
    edit.note = arguments.optional(u"note"_s);
    edit.addLabels = arguments.values(u"add-label"_s);
    edit.dropLabels = arguments.values(u"drop-label"_s);
    auto added = newslettersNamed(file.connection(), arguments.values(u"add-newsletter"_s));
    if (!added)
        return tl::unexpected(added.error());
    edit.addNewsletters = *std::move(added);
    auto dropped = newslettersNamed(file.connection(), arguments.values(u"drop-newsletter"_s));
    if (!dropped)
        return tl::unexpected(dropped.error());
    edit.dropNewsletters = *std::move(dropped);
    auto complimentary = complimentaryOf(session, file.connection(), *until);
    if (!complimentary)
        return tl::unexpected(complimentary.error());
    edit.complimentary = *complimentary;
    edit.endComplimentary = arguments.has(u"end-complimentary"_s);
    if (const auto reason = arguments.optional(u"disable-commenting"_s))
        edit.disableCommenting = editing::CommentingBan {*reason, *until};
    edit.enableCommenting = arguments.has(u"enable-commenting"_s);
    edit.depart = arguments.has(u"remove"_s);
    return edit;
}

Result<ExitCode> addMember(const Session& session, storage::WorkspaceFile& file, const editing::MemberEdit& edit)
{
    for (const QString& option : {u"email"_s, u"drop-label"_s, u"drop-newsletter"_s, u"end-complimentary"_s, u"disable-commenting"_s,
             u"enable-commenting"_s, u"remove"_s}) {
        if (session.arguments.has(option))
            return usage(Cli::tr("--new and --%1 exclude each other.").arg(option));
    }
    const editing::NewMember member {session.arguments.value(u"new"_s), session.arguments.value(u"name"_s), edit.note.value_or(QString()),
        edit.addLabels, edit.addNewsletters, edit.complimentary};
    return commitEdit(session, file, editing::reasonOf(member), [&](storage::ChangeSet& changes) -> Result<void> {
        const auto made = editing::createMember(changes, member, session.clock.nowUtc());
        return made ? Result<void>() : tl::unexpected(made.error());
    });
}

Result<ExitCode> commitMembers(
    const Session& session, storage::WorkspaceFile& file, const QList<MemberId>& members, const editing::MemberEdit& edit)
{
    return commitEdit(session, file, editing::reasonOf(edit, members.size()), [&](storage::ChangeSet& changes) {
        return editing::applyToMembers(changes, members, edit, session.clock.nowUtc());
    });
}

Result<ExitCode> runMember(const Session& session)
{
    if (const auto one = exactlyOne(session.arguments, {u"member"_s, u"new"_s}); !one)
        return tl::unexpected(one.error());
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    auto edit = editOf(session, **file);
    if (!edit)
        return tl::unexpected(edit.error());
    if (session.arguments.has(u"new"_s))
        return addMember(session, **file, *edit);
    edit->email = session.arguments.optional(u"email"_s);
    edit->name = session.arguments.optional(u"name"_s);
    const auto member = memberNamed((*file)->connection(), session.arguments.value(u"member"_s));
    if (!member)
        return tl::unexpected(member.error());
    return commitMembers(session, **file, {member->id}, *edit);
}

Result<ExitCode> runMembers(const Session& session)
{
    const auto text = session.arguments.required(u"filter"_s);
    if (!text)
        return tl::unexpected(text.error());
    const auto filter = parseNql(*text);
    if (!filter)
        return tl::unexpected(toError(filter.error()));
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    const auto edit = editOf(session, **file);
    if (!edit)
        return tl::unexpected(edit.error());
    storage::MemberQuery query;
    query.filter = *filter;
    const auto members = storage::memberIds((*file)->connection(), query, session.clock.nowUtc());
    if (!members)
        return tl::unexpected(members.error());
    return commitMembers(session, **file, *members, *edit);
}

Result<ExitCode> runLabel(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto one = arguments.has(u"new"_s) ? exactlyOne(arguments, {u"new"_s, u"label"_s, u"rename"_s, u"merge-into"_s, u"remove"_s})
                                             : exactlyOne(arguments, {u"rename"_s, u"merge-into"_s, u"remove"_s});
    if (!one)
        return tl::unexpected(one.error());
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    storage::Connection& connection = (*file)->connection();
    LabelId id;
    editing::LabelEdit edit {arguments.has(u"new"_s) ? arguments.optional(u"new"_s) : arguments.optional(u"rename"_s), {}, arguments.has(u"remove"_s)};
    if (!arguments.has(u"new"_s)) {
        const auto name = arguments.required(u"label"_s);
        const auto label = name ? labelNamed(connection, *name) : Result<Label>(tl::unexpected(name.error()));
        if (!label)
            return tl::unexpected(label.error());
        id = label->id;
    }
    if (const auto into = arguments.optional(u"merge-into"_s)) {
        const auto label = labelNamed(connection, *into);
        if (!label)
            return tl::unexpected(label.error());
        edit.mergeInto = label->id;
    }
    return commitEdit(session, **file, editing::reasonOf(id, edit), [&](storage::ChangeSet& changes) -> Result<void> {
        const auto done = editing::applyToLabel(changes, id, edit);
        return done ? Result<void>() : tl::unexpected(done.error());
    });
}

Option repeating(const QString& name, const QString& value, const QString& summary)
{
    return {name, value, summary, {}, /*repeats=*/true};
}

QList<Option> memberOptions()
{
    return {{u"note"_s, u"TEXT"_s, Cli::tr("The note about the member, which only you read."), {}},
        repeating(u"add-label"_s, u"LABEL"_s, Cli::tr("Add this label; one that does not exist is made. May be repeated.")),
        repeating(u"drop-label"_s, u"LABEL"_s, Cli::tr("Take this label away. May be repeated.")),
        repeating(u"add-newsletter"_s, u"NAME"_s, Cli::tr("Subscribe to this newsletter. May be repeated.")),
        repeating(u"drop-newsletter"_s, u"NAME"_s, Cli::tr("Unsubscribe from this newsletter. May be repeated.")),
        {u"complimentary"_s, u"TIER"_s, Cli::tr("Give access to this tier without payment."), {}},
        {u"end-complimentary"_s, {}, Cli::tr("End such access."), {}},
        {u"disable-commenting"_s, u"REASON"_s, Cli::tr("Let the member comment no longer, for this reason."), {}},
        {u"enable-commenting"_s, {}, Cli::tr("Let the member comment again."), {}},
        {u"until"_s, u"DATE"_s, Cli::tr("When the access, or the ban, ends: the end of this day (2026-03-01), or this instant (2026-03-01T12:00:00Z)."),
            Cli::tr("never")},
        {u"remove"_s, {}, Cli::tr("Remove from the site. Who left stays here, with all history."), {}}};
}

} // namespace

Command editMemberPart()
{
    return {u"member"_s, {}, Cli::tr("Change one member, or add one."),
        {u"lyceum-cli edit member --workspace sample.lyceum --new ada@example.com --name Ada --add-label VIP"_s,
            u"lyceum-cli edit member --workspace sample.lyceum --member ada@example.com --note \"Met in Berlin\" --json"_s},
        QList<Option> {workspaceOption(), {u"member"_s, u"EMAIL"_s, Cli::tr("Whom: an address, or the number here."), {}},
            {u"new"_s, u"EMAIL"_s, Cli::tr("Add a member of this address."), {}},
            {u"email"_s, u"EMAIL"_s, Cli::tr("The new address."), {}}, {u"name"_s, u"NAME"_s, Cli::tr("The name."), {}}}
            + memberOptions(),
        runMember};
}

Command editMembersPart()
{
    return {u"members"_s, {}, Cli::tr("Change all members that pass a filter, in one commit."),
        {u"lyceum-cli edit members --workspace sample.lyceum --filter \"status:free+last_seen_at:<now-90d\" --add-label \"Win back\""_s},
        QList<Option> {workspaceOption(), {u"filter"_s, u"NQL"_s, Cli::tr("Whom, in Ghost's language: status:paid+label:vip."), {}}} + memberOptions(),
        runMembers};
}

Command editLabelPart()
{
    return {u"label"_s, {}, Cli::tr("Rename a label, merge it into another, remove it, or add one."),
        {u"lyceum-cli edit label --workspace sample.lyceum --label \"Win back\" --rename \"Come back\""_s},
        {workspaceOption(), {u"label"_s, u"LABEL"_s, Cli::tr("Which: its name, or the number here."), {}},
            {u"new"_s, u"NAME"_s, Cli::tr("Add a label of this name."), {}}, {u"rename"_s, u"NAME"_s, Cli::tr("What it is called from now on."), {}},
            {u"merge-into"_s, u"LABEL"_s, Cli::tr("Who has it gets this one instead, and it goes."), {}},
            {u"remove"_s, {}, Cli::tr("Take it away from everybody."), {}}},
        runLabel};
}

} // namespace lyceum::cli

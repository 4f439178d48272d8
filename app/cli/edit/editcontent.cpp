// SPDX-License-Identifier: GPL-3.0-or-later
// `edit post`, `edit comment`.
#include "cli/edit/edits.h"
#include "cli/words.h"
#include "editing/commentedit.h"
#include "editing/postedit.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

Result<std::optional<QList<TierId>>> tiersNamed(const Arguments& arguments, storage::Connection& connection)
{
    if (!arguments.has(u"tier"_s))
        return std::optional<QList<TierId>>();
    QList<TierId> ids;
    for (const QString& name : arguments.values(u"tier"_s)) {
        const auto tier = tierNamed(connection, name);
        if (!tier)
            return tl::unexpected(tier.error());
        ids.append(tier->id);
    }
    return std::optional(ids);
}

Result<editing::PostEdit> postEditOf(const Session& session, storage::WorkspaceFile& file)
{
    const Arguments& arguments = session.arguments;
    editing::PostEdit edit;
    edit.title = arguments.has(u"new"_s) ? arguments.optional(u"new"_s) : arguments.optional(u"title"_s);
    edit.excerpt = arguments.optional(u"excerpt"_s);
    edit.visibility = arguments.optional(u"visibility"_s);
    edit.remove = arguments.has(u"remove"_s);
    if (arguments.has(u"tag"_s) || arguments.has(u"no-tags"_s))
        edit.tags = arguments.values(u"tag"_s);
    if (arguments.has(u"status"_s)) {
        const auto word = arguments.oneOf(u"status"_s, {u"draft"_s, u"scheduled"_s, u"published"_s});
        if (!word)
            return tl::unexpected(word.error());
        edit.status = postStatusOf(*word);
    }
    const auto featured = yesOrNo(arguments, u"featured"_s);
    if (!featured)
        return tl::unexpected(featured.error());
    edit.featured = *featured;
    const auto zone = zoneOf(file);
    if (!zone)
        return tl::unexpected(zone.error());
    const auto publishedAt = session.timeUtc(u"at"_s, *zone);
    if (!publishedAt)
        return tl::unexpected(publishedAt.error());
    edit.publishedAtUtc = *publishedAt;
    auto tiers = tiersNamed(arguments, file.connection());
    if (!tiers)
        return tl::unexpected(tiers.error());
    edit.tiers = *std::move(tiers);
    auto html = textOfFile(arguments, u"html-file"_s);
    if (!html)
        return tl::unexpected(html.error());
    edit.html = *std::move(html);
    return edit;
}

Result<ExitCode> runPost(const Session& session)
{
    const Arguments& arguments = session.arguments;
    if (const auto one = exactlyOne(arguments, {u"post"_s, u"new"_s}); !one)
        return tl::unexpected(one.error());
    if (arguments.has(u"new"_s) && arguments.has(u"title"_s))
        return usage(Cli::tr("--new and --%1 exclude each other.").arg(u"title"_s));
    if (arguments.has(u"tag"_s) && arguments.has(u"no-tags"_s))
        return usage(Cli::tr("--tag and --no-tags exclude each other."));
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    const auto edit = postEditOf(session, **file);
    if (!edit)
        return tl::unexpected(edit.error());
    PostId id;
    if (const auto name = arguments.optional(u"post"_s)) {
        const auto post = postNamed((*file)->connection(), *name);
        if (!post)
            return tl::unexpected(post.error());
        id = *post;
    }
    return commitEdit(session, **file, editing::reasonOf(id, *edit), [&](storage::ChangeSet& changes) -> Result<void> {
        const auto done = editing::applyToPost(changes, id, *edit, session.clock.nowUtc());
        return done ? Result<void>() : tl::unexpected(done.error());
    });
}

Result<CommentId> commentIn(const Arguments& arguments, const QString& option)
{
    if (const auto given = arguments.required(option); !given)
        return tl::unexpected(given.error());
    const auto number = arguments.number(option, 1, std::numeric_limits<qint64>::max(), 0);
    if (!number)
        return tl::unexpected(number.error());
    return CommentId {*number};
}

Result<ExitCode> runModeration(const Session& session, const editing::CommentEdit& edit)
{
    const auto id = commentIn(session.arguments, u"comment"_s);
    if (!id)
        return tl::unexpected(id.error());
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    return commitEdit(session, **file, editing::reasonOf(*id, edit),
        [&](storage::ChangeSet& changes) { return editing::applyToComment(changes, *id, edit); });
}

Result<ExitCode> runReply(const Session& session)
{
    const auto to = commentIn(session.arguments, u"to"_s);
    if (!to)
        return tl::unexpected(to.error());
    if (const auto given = session.arguments.required(u"text-file"_s); !given)
        return tl::unexpected(given.error());
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    const auto text = textOfFile(session.arguments, u"text-file"_s);
    if (!text)
        return tl::unexpected(text.error());
    editing::Reply reply {*to, text->value_or(QString()), {}};
    if (const auto name = session.arguments.optional(u"as"_s)) {
        const auto member = memberNamed((*file)->connection(), *name);
        if (!member)
            return tl::unexpected(member.error());
        reply.as = member->id;
    }
    return commitEdit(session, **file, editing::reasonOf(reply), [&](storage::ChangeSet& changes) -> Result<void> {
        const auto made = editing::createReply(changes, reply, session.clock.nowUtc());
        return made ? Result<void>() : tl::unexpected(made.error());
    });
}

Command moderation(const QString& name, const QString& summary, const editing::CommentEdit& edit)
{
    return {name, {}, summary, {u"lyceum-cli edit comment %1 --workspace sample.lyceum --comment 1"_s.arg(name)},
        {workspaceOption(), {u"comment"_s, u"N"_s, Cli::tr("Which, by the number here."), {}}},
        [edit](const Session& session) { return runModeration(session, edit); }};
}

} // namespace

Command editPostPart()
{
    return {u"post"_s, {}, Cli::tr("Change a post, publish or delete it, or write one."),
        {u"printf '<p>Every garden is a slow book.</p>' | lyceum-cli edit post --workspace sample.lyceum --new \"On gardens\" --html-file - --tag Essays"_s,
            u"lyceum-cli edit post --workspace sample.lyceum --post 1 --visibility paid --featured yes --json"_s},
        {workspaceOption(), {u"post"_s, u"POST"_s, Cli::tr("Which: the number here, or its slug."), {}},
            {u"new"_s, u"TITLE"_s, Cli::tr("Write a post of this title; a draft unless --status says otherwise."), {}},
            {u"title"_s, u"TEXT"_s, Cli::tr("The title from now on."), {}},
            {u"html-file"_s, u"FILE"_s, Cli::tr("The body as HTML; - reads it from standard input. The site keeps paragraphs, headings, lists, images and links."), {}},
            {u"excerpt"_s, u"TEXT"_s, Cli::tr("What lists say about it."), {}},
            {u"status"_s, u"draft|scheduled|published"_s, Cli::tr("Publish it, take it back, or let the site publish it at --at. Nothing is mailed."), {}},
            {u"at"_s, u"DATE"_s, Cli::tr("When it is, or was, published: the end of this day (2026-03-01), or this instant (2026-03-01T12:00:00Z)."), {}},
            {u"visibility"_s, u"WHO"_s, Cli::tr("Who may read it: public, members, paid, tiers, or a filter of members."), {}},
            {u"tier"_s, u"TIER"_s, Cli::tr("With --visibility tiers: who may read it. May be repeated."), {}, /*repeats=*/true},
            {u"tag"_s, u"TAG"_s, Cli::tr("A tag, in place of those there are; one that does not exist is made. May be repeated."), {}, /*repeats=*/true},
            {u"no-tags"_s, {}, Cli::tr("Take all tags away."), {}}, {u"featured"_s, u"yes|no"_s, Cli::tr("Whether it is featured."), {}},
            {u"remove"_s, {}, Cli::tr("Delete it on the site, comments and all. It stays here, marked so."), {}}},
        runPost};
}

Command editCommentPart()
{
    const auto status = [](Comment::Status to) { return editing::CommentEdit {to, {}}; };
    const auto pinned = [](bool yes) { return editing::CommentEdit {{}, yes}; };
    return {u"comment"_s, {}, Cli::tr("Hide, show, pin or delete a comment, or answer it."), {}, {}, {},
        {moderation(u"hide"_s, Cli::tr("Show a comment to nobody but you."), status(Comment::Status::Hidden)),
            moderation(u"show"_s, Cli::tr("Show a comment again, also one that was deleted."), status(Comment::Status::Published)),
            moderation(u"pin"_s, Cli::tr("Keep a thread above the others of its post."), pinned(true)),
            moderation(u"unpin"_s, Cli::tr("Let a thread stand among the others."), pinned(false)),
            {u"reply"_s, {}, Cli::tr("Answer a comment as a member: the one you are on the site."),
                {u"printf 'Thank you!\\n' | lyceum-cli edit comment reply --workspace sample.lyceum --to 1 --as ada@example.com --text-file -"_s},
                {workspaceOption(), {u"to"_s, u"N"_s, Cli::tr("Which comment, by the number here."), {}},
                    {u"as"_s, u"EMAIL"_s, Cli::tr("Who answers: an address, or the number here."), Cli::tr("the member that the workspace's settings name")},
                    {u"text-file"_s, u"FILE"_s, Cli::tr("The answer as plain text; - reads it from standard input. A blank line begins a paragraph."), {}}},
                runReply},
            moderation(u"delete"_s, Cli::tr("Delete a comment; it can be shown again."), status(Comment::Status::Deleted))}};
}

} // namespace lyceum::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/words.h"
#include "community/nql.h"
#include "storage/contentquery.h"
#include "storage/discussionquery.h"
#include "storage/memberquery.h"
#include "storage/rows.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

constexpr qsizetype kRowsAtOnce = 500;

/// What a question answers: rows for a script, and the same as lines of cells between tabs.
struct Table {
    QJsonArray rows;
    QStringList lines;
    qint64 total = 0; ///< without the limit
};

QString cell(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
}

void addRow(Table& table, const QJsonObject& row, const QStringList& cells)
{
    table.rows.append(row);
    QStringList clean;
    for (const QString& text : cells)
        clean.append(cell(text));
    table.lines.append(clean.join(u'\t'));
}

/// Rows of the first `limit` ids, read in portions.
template <class Id, class Rows, class Add>
Result<void> readRows(const QList<Id>& ids, qint64 limit, Rows rows, Add add)
{
    const qsizetype end = qsizetype(std::min<qint64>(ids.size(), limit));
    for (qsizetype at = 0; at < end; at += kRowsAtOnce) {
        const auto some = rows(ids.mid(at, std::min(kRowsAtOnce, end - at)));
        if (!some)
            return tl::unexpected(some.error());
        for (const auto& row : *some)
            add(row);
    }
    return {};
}

QJsonArray jsonOf(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

Result<Table> members(const Session& session, storage::WorkspaceFile& file, qint64 limit)
{
    storage::MemberQuery query;
    query.search = session.arguments.value(u"search"_s);
    if (session.arguments.has(u"filter"_s)) {
        const auto filter = parseNql(session.arguments.value(u"filter"_s));
        if (!filter)
            return tl::unexpected(toError(filter.error()));
        query.filter = *filter;
    }
    const auto facts = file.facts();
    if (!facts)
        return tl::unexpected(facts.error());
    const auto now = session.asOfUtc(QTimeZone(facts->timeZone));
    if (!now)
        return tl::unexpected(now.error());
    const auto ids = storage::memberIds(file.connection(), query, *now);
    if (!ids)
        return tl::unexpected(ids.error());
    Table table;
    table.total = ids->size();
    auto read = readRows(
        *ids, limit, [&](const QList<MemberId>& some) { return storage::memberRows(file.connection(), some); },
        [&](const storage::MemberRow& row) {
            const Member& member = row.member;
            addRow(table,
                {{u"id"_s, member.id.value}, {u"remoteId"_s, member.remoteId}, {u"name"_s, member.name}, {u"email"_s, member.email},
                    {u"status"_s, nameOf(member.status)}, {u"tiers"_s, jsonOf(row.tiers)}, {u"labels"_s, jsonOf(row.labels)},
                    {u"joinedAt"_s, jsonTime(member.joinedAtUtc)}, {u"lastSeenAt"_s, jsonTime(member.lastSeenAtUtc)},
                    {u"departedAt"_s, jsonTime(member.departedAtUtc)}},
                {QString::number(member.id.value), member.name, member.email, nameOf(member.status), row.tiers.join(u", "_s),
                    textTime(member.joinedAtUtc), textTime(member.lastSeenAtUtc)});
        });
    if (!read)
        return tl::unexpected(read.error());
    return table;
}

Result<Table> posts(const Session& session, storage::WorkspaceFile& file, qint64 limit)
{
    storage::PostQuery query;
    query.search = session.arguments.value(u"search"_s);
    const auto ids = storage::postIds(file.connection(), query);
    if (!ids)
        return tl::unexpected(ids.error());
    Table table;
    table.total = ids->size();
    auto read = readRows(
        *ids, limit, [&](const QList<PostId>& some) { return storage::postRows(file.connection(), some); },
        [&](const storage::PostRow& row) {
            const Post& post = row.post;
            addRow(table,
                {{u"id"_s, post.id.value}, {u"remoteId"_s, post.remoteId}, {u"title"_s, post.title}, {u"slug"_s, post.slug},
                    {u"status"_s, nameOf(post.status)}, {u"visibility"_s, post.visibility}, {u"authors"_s, post.authors},
                    {u"url"_s, post.url}, {u"tags"_s, jsonOf(row.tags)}, {u"tiers"_s, jsonOf(row.tiers)}, {u"comments"_s, row.comments},
                    {u"publishedAt"_s, jsonTime(post.publishedAtUtc)}, {u"changedAt"_s, jsonTime(post.changedAtUtc)}},
                {QString::number(post.id.value), post.title, nameOf(post.status), post.visibility, QString::number(row.comments),
                    textTime(post.publishedAtUtc)});
        });
    if (!read)
        return tl::unexpected(read.error());
    return table;
}

QJsonObject jsonOf(const storage::CommentRow& row)
{
    const Comment& comment = row.comment;
    return {{u"id"_s, comment.id.value}, {u"remoteId"_s, comment.remoteId},
        {u"memberId"_s, comment.member.isValid() ? QJsonValue(comment.member.value) : QJsonValue(QJsonValue::Null)},
        {u"memberName"_s, row.memberName}, {u"postId"_s, comment.post.value}, {u"postTitle"_s, row.postTitle},
        {u"status"_s, nameOf(comment.status)}, {u"text"_s, comment.text}, {u"likes"_s, comment.likes}, {u"reports"_s, comment.reports},
        {u"createdAt"_s, jsonTime(comment.createdAtUtc)}, {u"editedAt"_s, jsonTime(comment.editedAtUtc)}};
}

Result<Table> comments(const Session& session, storage::WorkspaceFile& file, qint64 limit)
{
    storage::ThreadQuery query;
    query.search = session.arguments.value(u"search"_s);
    const auto ids = storage::threadIds(file.connection(), query);
    if (!ids)
        return tl::unexpected(ids.error());
    Table table;
    table.total = ids->size();
    for (const CommentId id : ids->first(qsizetype(std::min<qint64>(ids->size(), limit)))) {
        const auto thread = storage::threadComments(file.connection(), id);
        if (!thread)
            return tl::unexpected(thread.error());
        if (thread->isEmpty()) // removed by somebody else just now
            continue;
        QJsonObject first = jsonOf(thread->first());
        QJsonArray replies;
        for (const storage::CommentRow& reply : thread->sliced(1))
            replies.append(jsonOf(reply));
        first.insert(u"replies"_s, replies);
        const Comment& comment = thread->first().comment;
        addRow(table, first,
            {QString::number(comment.id.value), thread->first().memberName, thread->first().postTitle, nameOf(comment.status),
                QString::number(thread->size() - 1), textTime(comment.createdAtUtc), comment.text});
    }
    return table;
}

Result<Table> tiers(const Session& session, storage::WorkspaceFile& file, qint64 limit)
{
    const auto all = storage::allTiers(file.connection());
    const auto facets = storage::memberFacets(file.connection(), {}, session.clock.nowUtc());
    if (!all || !facets)
        return tl::unexpected(all ? facets.error() : all.error());
    Table table;
    table.total = all->size();
    for (const Tier& tier : all->first(qsizetype(std::min<qint64>(all->size(), limit)))) {
        const qint64 count = facets->tiers.value(tier.id);
        addRow(table,
            {{u"id"_s, tier.id.value}, {u"remoteId"_s, tier.remoteId}, {u"name"_s, tier.name}, {u"slug"_s, tier.slug},
                {u"paid"_s, tier.paid}, {u"active"_s, tier.active}, {u"visible"_s, tier.visible}, {u"currency"_s, tier.currency},
                {u"monthlyPrice"_s, tier.monthlyPrice}, {u"yearlyPrice"_s, tier.yearlyPrice}, {u"trialDays"_s, tier.trialDays},
                {u"members"_s, count}},
            {QString::number(tier.id.value), tier.name, tier.currency, QString::number(tier.monthlyPrice),
                QString::number(tier.yearlyPrice), QString::number(count)});
    }
    return table;
}

Result<Table> labels(const Session& session, storage::WorkspaceFile& file, qint64 limit)
{
    const auto all = storage::allLabels(file.connection());
    const auto facets = storage::memberFacets(file.connection(), {}, session.clock.nowUtc());
    if (!all || !facets)
        return tl::unexpected(all ? facets.error() : all.error());
    Table table;
    table.total = all->size();
    for (const Label& label : all->first(qsizetype(std::min<qint64>(all->size(), limit)))) {
        const qint64 count = facets->labels.value(label.id);
        addRow(table,
            {{u"id"_s, label.id.value}, {u"remoteId"_s, label.remoteId}, {u"name"_s, label.name}, {u"slug"_s, label.slug},
                {u"members"_s, count}},
            {QString::number(label.id.value), label.name, QString::number(count)});
    }
    return table;
}

struct Topic {
    QString name;
    QStringList options; ///< beside --limit
    Result<Table> (*read)(const Session& session, storage::WorkspaceFile& file, qint64 limit);
};

const QList<Topic>& topics()
{
    static const QList<Topic> kTopics {{u"members"_s, {u"search"_s, u"filter"_s, u"as-of"_s}, members}, {u"posts"_s, {u"search"_s}, posts},
        {u"comments"_s, {u"search"_s}, comments}, {u"tiers"_s, {}, tiers}, {u"labels"_s, {}, labels}};
    return kTopics;
}

Result<ExitCode> runQuery(const Session& session)
{
    const QString name = session.arguments.positional().at(1);
    const auto topic = std::ranges::find(topics(), name, &Topic::name);
    if (topic == topics().end())
        return usage(Cli::tr("query knows nothing of %1.").arg(name));
    for (const QString& option : {u"search"_s, u"filter"_s, u"as-of"_s}) {
        if (session.arguments.has(option) && !topic->options.contains(option))
            return usage(Cli::tr("query %1 takes no --%2.").arg(name, option));
    }
    const auto limit = session.arguments.number(u"limit"_s, 0, std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max());
    if (!limit)
        return tl::unexpected(limit.error());
    const auto file = session.open();
    if (!file)
        return tl::unexpected(file.error());
    // One look at the workspace: what a sync commits meanwhile must not stand in half of the answer.
    const auto snapshot = storage::Snapshot::begin((*file)->connection());
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto table = topic->read(session, **file, *limit);
    if (!table)
        return tl::unexpected(table.error());
    return session.output.answer({{name, table->rows}, {u"total"_s, table->total}}, table->lines);
}

} // namespace

Command queryCommand()
{
    Option asOf = asOfOption();
    asOf.summary = Cli::tr("What \"now\" means in a filter of members: the end of this day (2026-03-01) or this instant (2026-03-01T12:00:00Z).");
    return {u"query"_s, u"members|posts|comments|tiers|labels"_s, Cli::tr("List members, posts, comments with their replies, tiers or labels."),
        {u"lyceum-cli query members --workspace sample.lyceum --filter \"status:paid+created_at:>now-90d\" --limit 5 --json"_s,
            u"lyceum-cli query posts --workspace sample.lyceum --search 知识"_s},
        {workspaceOption(), {u"search"_s, u"TEXT"_s, Cli::tr("Words that all occur in members, posts or comments."), {}},
            {u"filter"_s, u"NQL"_s, Cli::tr("Only members that pass a filter in Ghost's language: status:paid+label:vip."), {}},
            {u"limit"_s, u"N"_s, Cli::tr("At most so many, the newest first."), Cli::tr("all")}, asOf},
        runQuery};
}

} // namespace lyceum::cli

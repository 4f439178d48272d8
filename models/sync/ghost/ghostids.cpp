// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/ghoststore.h"

#include "sync/ghost/nql.h"
#include "sync/ghost/pagecheck.h"
#include "sync/ghost/rows.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::sync {

using namespace ghost;

namespace {

/// First fields of a CSV text after its header line; quoted fields may hold line breaks. Nullopt when the header is not the
/// export's, or the text ends within quotes.
std::optional<QStringList> firstColumn(const QByteArray& csv)
{
    QStringList ids;
    bool quotes = false;
    bool first = true; // in the first field of its line
    bool header = true;
    QByteArray field;
    const auto endLine = [&] {
        if (header && field != "id")
            return false;
        if (!header && !field.isEmpty())
            ids.append(QString::fromLatin1(field));
        header = false;
        first = true;
        field.clear();
        return true;
    };
    for (const char c : csv) {
        if (c == '"') {
            quotes = !quotes; // a doubled quote leaves and enters again
        } else if (quotes || c == '\r') {
            continue;
        } else if (c == '\n') {
            if (!endLine())
                return std::nullopt;
        } else if (c == ',') {
            first = false;
        } else if (first) {
            field += c;
        }
    }
    if (quotes || !endLine())
        return std::nullopt;
    return ids;
}

} // namespace

Result<HostedStore::IdPage> GhostStore::ids(Kind kind, const QString& cursor)
{
    if (!cursor.isEmpty() && !isId(cursor))
        return failure(Error::Kind::BadInput, u"cursor"_s, u"the cursor is not one of this walk"_s);
    if (kind == Kind::Members)
        return memberIds(cursor);
    if (kind != Kind::Posts && kind != Kind::Comments)
        return failure(Error::Kind::Internal, nameOf(kind), u"only members, posts and comments are swept"_s);

    const QString name = nameOf(kind);
    const QByteArray list = name.toLatin1();
    const PageQuestion question{.list = QLatin1StringView(list), .limit = m_options.rows, .after = Place::read(cursor, Order::ById)};
    Query query{{u"fields"_s, u"id"_s}, {u"order"_s, u"id asc"_s}, {u"limit"_s, QString::number(m_options.rows)}};
    if (question.after)
        query.append({u"filter"_s, question.after->filterBeyond(Order::ById)});
    const auto answer = m_api.get(
        u'/' + name + u'/', query, "ids of "_L1 + name, [&](const QJsonObject& page) { return isAnswerTo(question, page); });
    if (!answer)
        return tl::unexpected(answer.error());
    const auto paging = parsePaging(*answer);
    if (!paging)
        return tl::unexpected(paging.error());
    IdPage page;
    for (const QJsonValueConstRef row : answer->value(question.list).toArray())
        page.ids.append(row.toObject().value("id"_L1).toString());
    if (paging->total > page.ids.size())
        page.next = page.ids.last();
    return page;
}

Result<HostedStore::IdPage> GhostStore::memberIds(const QString& cursor)
{
    // The export takes no limit, so the slice's last id comes first: the row at that distance in id order.
    const QString after = cursor.isEmpty() ? QString() : "id:>"_L1 + quoted(cursor);
    Query query{{u"fields"_s, u"id"_s}, {u"order"_s, u"id asc"_s}, {u"limit"_s, u"1"_s}, {u"page"_s, QString::number(m_options.idRows)}};
    if (!after.isEmpty())
        query.append({u"filter"_s, after});
    const auto edge = m_api.get(u"/members/"_s, query, u"where to cut the list of members"_s,
        [&](const QJsonObject& page) { return hasPromisedRows("members"_L1, 1, m_options.idRows, page); });
    if (!edge)
        return tl::unexpected(edge.error());
    const auto paging = parsePaging(*edge);
    if (!paging)
        return tl::unexpected(paging.error());
    IdPage page;
    if (paging->total > m_options.idRows) {
        page.next = edge->value("members"_L1).toArray().first().toObject().value("id"_L1).toString();
        if (!isId(page.next))
            return failure(Error::Kind::BadAnswer, u"members[0].id"_s);
    }

    const QString filter = allOf({after, page.next.isEmpty() ? QString() : "id:<="_L1 + quoted(page.next)});
    const auto csv = m_api.text(u"/members/upload/"_s, filter.isEmpty() ? Query() : Query{{u"filter"_s, filter}}, u"ids of members"_s);
    if (!csv)
        return tl::unexpected(csv.error());
    auto ids = firstColumn(*csv);
    if (!ids || !std::all_of(ids->begin(), ids->end(), isId))
        return failure(Error::Kind::BadAnswer, u"the export of members"_s, u"the CSV text is malformed or cut"_s);
    // A stream that ends early may look whole. Fewer rows than were counted are right only if members were deleted meanwhile.
    if (ids->size() < std::min<qint64>(paging->total, m_options.idRows)) {
        const auto now = count(u"/members/"_s, filter);
        if (!now)
            return tl::unexpected(now.error());
        if (ids->size() < *now)
            return failure(Error::Kind::BadAnswer, u"the export of members"_s, u"%1 rows of %2"_s.arg(ids->size()).arg(*now));
    }
    page.ids = std::move(*ids);
    return page;
}

Result<bool> GhostStore::exists(Kind kind, const QString& remoteId)
{
    if (kind != Kind::Members && kind != Kind::Posts && kind != Kind::Comments && kind != Kind::Labels && kind != Kind::Tags)
        return failure(Error::Kind::Internal, nameOf(kind), u"rows of this kind cannot be looked up"_s);
    if (!isId(remoteId))
        return false; // no id of Ghost's making; asked for one, it would answer with a validation error
    if (kind == Kind::Comments) {
        const auto page = pull({.kind = kind, .extent = Walk::Extent::Named, .ids = {remoteId}}, {});
        if (!page)
            return tl::unexpected(page.error());
        return std::any_of(page->batch.comments.begin(), page->batch.comments.end(), [&](const RemoteComment& remote) {
            return remote.comment.remoteId == remoteId && remote.comment.status != Comment::Status::Deleted;
        });
    }
    const auto answer = m_api.get(u'/' + nameOf(kind) + u'/' + remoteId + u'/', {{u"fields"_s, u"id"_s}}, "one of "_L1 + nameOf(kind),
        [&](const QJsonObject& one) { return one.value(nameOf(kind)).isArray(); });
    if (!answer && answer.error().kind == Error::Kind::NotFound)
        return false;
    if (!answer)
        return tl::unexpected(answer.error());
    return true;
}

} // namespace lyceum::sync

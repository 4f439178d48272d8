// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/pagecheck.h"

#include "sync/ghost/jsonrow.h"
#include "sync/ghost/nql.h"
#include "sync/ghost/rows.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lyceum::sync::ghost {

namespace {

bool isBeyond(const Place& a, const Place& b, Order order)
{
    const auto key = [](const Place& place) { return std::pair(place.atUtc, QStringView(place.id)); };
    return order == Order::NewestFirst ? key(a) < key(b) : key(a) > key(b);
}

} // namespace

QString Place::text(Order order) const
{
    return order == Order::ById ? id : QString::number(atUtc) + u'|' + id;
}

std::optional<Place> Place::read(const QString& text, Order order)
{
    Place place{.id = text};
    if (order != Order::ById) {
        const qsizetype bar = text.indexOf(u'|');
        bool ok = false;
        place = {.atUtc = text.first(std::max<qsizetype>(bar, 0)).toLongLong(&ok), .id = text.sliced(bar + 1)};
        if (bar < 0 || !ok)
            return std::nullopt;
    }
    if (!isId(place.id))
        return std::nullopt;
    return place;
}

QString Place::filterBeyond(Order order) const
{
    if (order == Order::ById)
        return "id:>"_L1 + quoted(id);
    const bool down = order == Order::NewestFirst;
    return u"(%1:%2%3,%1:%3+id:%2%4)"_s.arg(
        down ? u"data.created_at"_s : u"updated_at"_s, down ? u"<"_s : u">"_s, quotedTime(atUtc), quoted(id));
}

std::optional<Place> placeOf(const QJsonObject& row, Order order)
{
    const QJsonObject data = order == Order::NewestFirst ? row.value("data"_L1).toObject() : row;
    Place place{.id = data.value("id"_L1).toString()};
    if (order != Order::ById) {
        const auto at = parseIsoTime(data.value(order == Order::NewestFirst ? "created_at"_L1 : "updated_at"_L1).toString());
        if (!at)
            return std::nullopt;
        place.atUtc = *at;
    }
    if (!isId(place.id))
        return std::nullopt;
    return place;
}

bool isAnswerTo(const PageQuestion& question, const QJsonObject& answer)
{
    if (!hasPromisedRows(question.list, question.limit, 1, answer))
        return false;
    std::optional<Place> previous = question.after;
    for (const QJsonValueConstRef row : answer.value(question.list).toArray()) {
        auto place = placeOf(row.toObject(), question.order);
        if (!place || (previous && !isBeyond(*place, *previous, question.order)))
            return false;
        previous = std::move(place);
    }
    return true;
}

bool hasPromisedRows(QLatin1StringView list, qint64 limit, qint64 page, const QJsonObject& answer)
{
    const auto paging = parsePaging(answer);
    const QJsonValue rows = answer.value(list);
    if (!paging || !rows.isArray())
        return false;
    return rows.toArray().size() == std::clamp<qint64>(paging->total - (page - 1) * limit, 0, limit);
}

} // namespace lyceum::sync::ghost

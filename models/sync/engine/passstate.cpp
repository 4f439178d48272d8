// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/passstate.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace lyceum::sync {
namespace {

constexpr std::array kDepths {std::pair(Depth::Changes, "changes"_L1), std::pair(Depth::Sweep, "sweep"_L1), std::pair(Depth::Reread, "reread"_L1),
    std::pair(Depth::Everything, "everything"_L1)};
constexpr std::array kWalks {std::pair(Walk::Extent::Everything, "everything"_L1), std::pair(Walk::Extent::Since, "since"_L1)};

template <class E, std::size_t N>
QString nameIn(const std::array<std::pair<E, QLatin1StringView>, N>& names, E value)
{
    for (const auto& [known, name] : names) {
        if (known == value)
            return name;
    }
    return {};
}

template <class E, std::size_t N>
std::optional<E> valueIn(const std::array<std::pair<E, QLatin1StringView>, N>& names, const QString& text)
{
    for (const auto& [value, name] : names) {
        if (name == text)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString PassState::toText() const
{
    QJsonObject object {{u"depth"_s, nameIn(kDepths, depth)}, {u"startedAt"_s, startedAtUtc}, {u"since"_s, sinceUtc}, {u"step"_s, step}};
    if (walk) {
        object.insert(u"walk"_s, nameIn(kWalks, *walk));
        object.insert(u"walked"_s, walked);
        object.insert(u"cursor"_s, cursor);
        object.insert(u"rows"_s, rows);
        if (total)
            object.insert(u"total"_s, *total);
        object.insert(u"kept"_s, kept);
        object.insert(u"skipped"_s, skipped);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<PassState> PassState::fromText(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto depth = valueIn(kDepths, object.value("depth"_L1).toString());
    if (!depth)
        return std::nullopt;
    PassState state;
    state.depth = *depth;
    state.startedAtUtc = object.value("startedAt"_L1).toInteger();
    state.sinceUtc = object.value("since"_L1).toInteger();
    state.step = object.value("step"_L1).toString();
    state.walk = valueIn(kWalks, object.value("walk"_L1).toString());
    state.walked = object.value("walked"_L1).toBool();
    state.cursor = object.value("cursor"_L1).toString();
    state.rows = object.value("rows"_L1).toInteger();
    if (const QJsonValue total = object.value("total"_L1); total.isDouble())
        state.total = total.toInteger();
    state.kept = object.value("kept"_L1).toInteger();
    state.skipped = object.value("skipped"_L1).toInteger();
    return state;
}

} // namespace lyceum::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

/**
 * Whether an answer can be the page that was asked for. A server that is right passes always, but for rows that go between its
 * counting and its listing; a page of another question, a page with rows missing, doubled or out of order does not.
 */
namespace lyceum::sync::ghost {

/// The order of a walk.
enum class Order {
    ById, ///< ascending
    ByChange, ///< (updated_at, id) ascending
    NewestFirst, ///< (data.created_at, data.id) descending: events
};

/// Where a walk has come to: an id, and in the orders by time also the second.
struct Place {
    qint64 atUtc = 0;
    QString id;

    /// As a cursor: "507f1f77bcf86cd799439011" or "1795161600|507f1f77bcf86cd799439011".
    [[nodiscard]] QString text(Order order) const;
    /// Nullopt for what text() did not write in that order.
    [[nodiscard]] static std::optional<Place> read(const QString& text, Order order);
    /// The filter for what is still to come.
    [[nodiscard]] QString filterBeyond(Order order) const;
};

/// Place of a row of that order; nullopt when it lacks what makes one.
[[nodiscard]] std::optional<Place> placeOf(const QJsonObject& row, Order order);

struct PageQuestion {
    QLatin1StringView list; ///< the array's name in the answer
    qint64 limit = 100; ///< rows asked for
    Order order = Order::ById;
    std::optional<Place> after = {}; ///< all rows must lie beyond it
};

/// Rows in order, beyond the place, and as many as the answer's own total promises.
[[nodiscard]] bool isAnswerTo(const PageQuestion& question, const QJsonObject& answer);

/// The same for a list in an order of the server's own: only the number of rows is looked at. `page` counts from 1.
[[nodiscard]] bool hasPromisedRows(QLatin1StringView list, qint64 limit, qint64 page, const QJsonObject& answer);

} // namespace lyceum::sync::ghost

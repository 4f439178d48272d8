// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/spells.h"

#include "storage/rows.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

/// A query ordered by its first column, the member, with the row that is next.
class Stream {
public:
    [[nodiscard]] static Result<Stream> begin(Connection& connection, const QByteArray& sql)
    {
        auto statement = connection.prepare(sql);
        if (!statement)
            return tl::unexpected(statement.error());
        Stream stream(*std::move(statement));
        if (auto advanced = stream.advance(); !advanced)
            return tl::unexpected(advanced.error());
        return stream;
    }

    [[nodiscard]] qint64 member() const { return m_member; } ///< past every id at the end
    [[nodiscard]] const Statement& row() const { return m_statement; }
    [[nodiscard]] Result<void> advance()
    {
        const auto stepped = m_statement.step();
        if (!stepped)
            return tl::unexpected(stepped.error());
        m_member = *stepped ? m_statement.integer(0) : std::numeric_limits<qint64>::max();
        return {};
    }
    /// Calls `take(row)` for the rows of one member; rows of members before are passed over.
    template <class Take>
    [[nodiscard]] Result<void> take(qint64 member, Take take)
    {
        while (m_member <= member && m_member != std::numeric_limits<qint64>::max()) {
            if (m_member == member)
                take(std::as_const(m_statement));
            if (auto advanced = advance(); !advanced)
                return advanced;
        }
        return {};
    }

private:
    explicit Stream(Statement statement)
        : m_statement(std::move(statement))
    {
    }

    Statement m_statement;
    qint64 m_member = 0;
};

void sortByStart(PayingHistory& history, const QHash<qint64, QString>& tierNames)
{
    std::ranges::sort(history.subscriptions, [](const Subscription& a, const Subscription& b) {
        return std::pair(a.startedAtUtc, a.id) < std::pair(b.startedAtUtc, b.id);
    });
    for (const Subscription& subscription : std::as_const(history.subscriptions))
        history.subscriptionTiers.append(tierNames.value(subscription.tier.value));
}

} // namespace

Result<void> forEachPayingMember(Connection& connection, const std::function<Result<void>(const PayingHistory&)>& each)
{
    const auto snapshot = Snapshot::begin(connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto tierNames = namesIn(connection, "tier");
    if (!tierNames)
        return tl::unexpected(tierNames.error());

    // Four walks side by side, each along an index in the order of the members.
    auto members = Stream::begin(connection, "SELECT id, source, joined_at, departed_at FROM member ORDER BY id");
    if (!members)
        return tl::unexpected(members.error());
    auto subscriptions
        = Stream::begin(connection, "SELECT member_id, " + columnList<Subscription>() + " FROM subscription ORDER BY member_id, id");
    if (!subscriptions)
        return tl::unexpected(subscriptions.error());
    auto changes = Stream::begin(connection,
        "SELECT e.member_id, e.at, c.type, c.subscription_remote_id, c.mrr_delta, c.currency, c.tier_name"
        " FROM event e CROSS JOIN subscription_change c ON c.id = e.id WHERE e.kind = "
            + QByteArray::number(int(EventKind::SubscriptionChange)) + " ORDER BY e.member_id, e.at, e.id");
    if (!changes)
        return tl::unexpected(changes.error());
    auto payments
        = Stream::begin(connection, "SELECT member_id, at, kind, amount FROM payment WHERE member_id IS NOT NULL ORDER BY member_id, at");
    if (!payments)
        return tl::unexpected(payments.error());

    for (;;) {
        const qint64 member = std::min({subscriptions->member(), changes->member(), payments->member()});
        if (member == std::numeric_limits<qint64>::max())
            return {};
        PayingHistory history;
        history.member = MemberId {member};
        auto read = members->take(member, [&](const Statement& row) {
            history.source = row.text(1);
            history.joinedAtUtc = row.optionalInteger(2);
            history.departedAtUtc = row.optionalInteger(3);
        });
        if (read)
            read = subscriptions->take(member, [&](const Statement& row) { history.subscriptions.append(recordFrom<Subscription>(row, 1)); });
        if (read)
            read = changes->take(member, [&](const Statement& row) {
                history.changes.append({row.integer(1), subscriptionChangeTypeOf(row.text(2)).value_or(SubscriptionChange::Type::Created),
                    row.text(3), row.integer(4), row.text(5), row.text(6)});
            });
        if (read)
            read = payments->take(member, [&](const Statement& row) {
                const QByteArrayView kind = row.textView(2);
                if ((kind != "charge" && kind != "manual") || row.integer(3) <= 0)
                    return;
                if (!history.firstPaymentAtUtc)
                    history.firstPaymentAtUtc = row.integer(1);
                history.lastPaymentAtUtc = row.integer(1);
            });
        if (!read)
            return read;
        sortByStart(history, *tierNames);
        if (auto taken = each(history); !taken)
            return taken;
    }
}

} // namespace lyceum::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/jsonrow.h"
#include "sync/ghost/rows.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace lyceum::sync::ghost {

namespace {

/// ISO 3166-1 alpha-2 from what Ghost keeps of a look-up by address: JSON inside a text. It is a guess about the member, and old
/// rows hold all kinds of things in it: what cannot be read is unknown, not an error.
QString countryOf(const QString& geolocation)
{
    if (geolocation.isEmpty())
        return {};
    const QString code = QJsonDocument::fromJson(geolocation.toUtf8()).object().value("country_code"_L1).toString().toUpper();
    const bool letters = code.size() == 2 && std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
    return letters ? code : QString();
}

/// A status that is not known here counts as never having begun: it must not make anybody a payer.
Subscription::Status statusOf(const QString& name)
{
    return subscriptionStatusOf(name).value_or(Subscription::Status::Incomplete);
}

RemoteMember::Paid subscriptionOf(const JsonRow& row)
{
    RemoteMember::Paid paid;
    Subscription& subscription = paid.subscription;
    subscription.remoteId = row.text("id"_L1);
    subscription.status = statusOf(row.text("status"_L1));
    subscription.cancelAtPeriodEnd = row.flagOr("cancel_at_period_end"_L1, false);
    subscription.cancellationReason = row.textOr("cancellation_reason"_L1);
    subscription.startedAtUtc = row.time("start_date"_L1);
    subscription.periodEndAtUtc = row.time("current_period_end"_L1);
    subscription.trialStartAtUtc = row.time("trial_start_at"_L1);
    subscription.trialEndAtUtc = row.time("trial_end_at"_L1);
    const std::optional<JsonRow> price = row.rowOr("price"_L1);
    const JsonRow money = price ? *price : row.row("plan"_L1);
    subscription.interval = money.text("interval"_L1);
    subscription.amount = money.number("amount"_L1);
    subscription.currency = money.text("currency"_L1).toUpper();
    // `tier` is missing once the member has lost it; the price still knows.
    if (const auto priced = price ? price->rowOr("tier"_L1) : std::nullopt)
        paid.tier = priced->textOr("tier_id"_L1);
    if (const auto tier = row.rowOr("tier"_L1); tier && paid.tier.isEmpty())
        paid.tier = tier->id("id"_L1);
    if (const auto offer = row.rowOr("offer"_L1))
        paid.offer = offer->id("id"_L1);
    return paid;
}

RemoteMember memberOf(const JsonRow& row, Batch& batch, QSet<QString>& labelsSeen)
{
    RemoteMember remote;
    Member& member = remote.member;
    member.remoteId = row.id("id"_L1);
    member.uuid = row.text("uuid"_L1);
    member.email = row.text("email"_L1);
    member.name = row.textOr("name"_L1);
    member.note = row.textOr("note"_L1);
    if (const auto status = memberStatusOf(row.text("status"_L1)))
        member.status = *status;
    else
        row.refuse("status"_L1);
    member.joinedAtUtc = row.time("created_at"_L1);
    member.changedAtUtc = row.time("updated_at"_L1); // null in old data
    member.lastSeenAtUtc = row.time("last_seen_at"_L1);
    member.country = countryOf(row.textOr("geolocation"_L1));
    member.subscribed = row.flag("subscribed"_L1);
    member.emailCount = row.numberOr("email_count"_L1, 0);
    member.emailOpenedCount = row.numberOr("email_opened_count"_L1, 0);
    if (const auto suppression = row.rowOr("email_suppression"_L1)) {
        member.emailSuppressed = suppression->flag("suppressed"_L1);
        if (const auto info = suppression->rowOr("info"_L1))
            member.emailSuppressedReason = info->textOr("reason"_L1);
    }
    if (const auto commenting = row.rowOr("commenting"_L1)) {
        member.commentingDisabled = commenting->flag("disabled"_L1);
        member.commentingDisabledReason = commenting->textOr("disabled_reason"_L1);
        member.commentingDisabledUntilUtc = commenting->time("disabled_until"_L1);
    }
    for (const JsonRow& label : row.rows("labels"_L1)) {
        const QString id = label.id("id"_L1);
        if (!remote.labels.contains(id)) // a bulk action can attach a label twice
            remote.labels.append(id);
        if (!labelsSeen.contains(id)) {
            labelsSeen.insert(id);
            Label known;
            known.remoteId = id;
            known.name = label.text("name"_L1);
            known.slug = label.text("slug"_L1);
            batch.labels.append(known);
        }
    }
    for (const JsonRow& newsletter : row.rows("newsletters"_L1))
        remote.newsletters.append(newsletter.id("id"_L1));
    for (const JsonRow& tier : row.rows("tiers"_L1)) {
        remote.tiers.append(tier.id("id"_L1));
        if (const auto until = tier.time("expiry_at"_L1))
            member.complimentaryUntilUtc = until;
    }
    for (const JsonRow& subscription : row.rows("subscriptions"_L1)) {
        if (!subscription.text("id"_L1).isEmpty())
            remote.subscriptions.append(subscriptionOf(subscription));
        else if (const auto until = subscription.time("current_period_end"_L1))
            member.complimentaryUntilUtc = until; // Ghost's stand-in for complimentary access
    }
    return remote;
}

} // namespace

Result<Batch> parseMembers(const QJsonObject& answer)
{
    JsonFault fault;
    Batch batch;
    QSet<QString> labelsSeen;
    const QList<JsonRow> rows = JsonRow(answer, {}, &fault).rows("members"_L1);
    batch.members.reserve(rows.size());
    for (const JsonRow& row : rows) {
        batch.members.append(memberOf(row, batch, labelsSeen));
        if (fault.any())
            return tl::unexpected(fault.error());
    }
    if (fault.any())
        return tl::unexpected(fault.error());
    return batch;
}

} // namespace lyceum::sync::ghost

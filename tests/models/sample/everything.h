// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine/hostedstore.h"

#include <QCryptographicHash>
#include <QSet>

#include <array>

namespace lyceum::sample::test {

inline constexpr std::array kAllKinds {sync::Kind::Tiers,   sync::Kind::Labels, sync::Kind::Newsletters, sync::Kind::Offers,   sync::Kind::Tags,
                                       sync::Kind::Members, sync::Kind::Posts,  sync::Kind::Comments,    sync::Kind::Reactions};

inline sync::Walk walkOf(sync::Kind kind)
{
    sync::Walk walk;
    walk.kind = kind;
    return walk;
}

inline sync::Walk walkOf(EventKind event)
{
    sync::Walk walk;
    walk.kind = sync::Kind::Events;
    walk.event = event;
    return walk;
}

/// Walks to the end; what comes along with the rows asked for is dropped.
inline sync::Batch walked(sync::HostedStore& store, const sync::Walk& walk, int* pages = nullptr)
{
    sync::Batch all;
    QString cursor;
    do {
        const Result<sync::WalkPage> page = store.pull(walk, cursor);
        if (!page)
            qFatal("pull failed: %s", qPrintable(page.error().detail));
        if (pages)
            ++*pages;
        const sync::Batch& batch = page->batch;
        using enum sync::Kind;
        if (walk.kind == Tiers)
            all.tiers += batch.tiers;
        if (walk.kind == Labels)
            all.labels += batch.labels;
        if (walk.kind == Newsletters)
            all.newsletters += batch.newsletters;
        if (walk.kind == Offers)
            all.offers += batch.offers;
        if (walk.kind == Tags)
            all.tags += batch.tags;
        if (walk.kind == Members)
            all.members += batch.members;
        if (walk.kind == Posts)
            all.posts += batch.posts;
        if (walk.kind == Comments)
            all.comments += batch.comments;
        if (walk.kind == Reactions)
            all.reactions += batch.reactions;
        if (walk.kind == Events)
            all.events += batch.events;
        cursor = page->next;
    } while (!cursor.isEmpty());
    return all;
}

/// Everything the store has, kind by kind.
inline sync::Batch everythingOf(sync::HostedStore& store)
{
    sync::Batch all;
    for (const sync::Kind kind : kAllKinds) {
        const sync::Batch part = walked(store, walkOf(kind));
        all.tiers += part.tiers;
        all.labels += part.labels;
        all.newsletters += part.newsletters;
        all.offers += part.offers;
        all.tags += part.tags;
        all.members += part.members;
        all.posts += part.posts;
        all.comments += part.comments;
        all.reactions += part.reactions;
    }
    for (const EventKind kind : store.eventKinds())
        all.events += walked(store, walkOf(kind)).events;
    return all;
}

/// A digest of what a person would see differ: ids, names, texts, times, states and amounts.
inline QByteArray digestOf(const sync::Batch& batch)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto text = [&hash](const QString& value) { hash.addData(value.toUtf8() + '\n'); };
    const auto number = [&hash](qint64 value) { hash.addData(QByteArray::number(value) + '\n'); };
    for (const sync::RemoteMember& row : batch.members) {
        text(row.member.remoteId + row.member.name + row.member.email + row.member.note + row.member.source);
        text(row.labels.join(u',') + row.newsletters.join(u',') + row.tiers.join(u','));
        number(row.member.lastSeenAtUtc.value_or(-1));
        number(row.member.emailOpenedCount);
        for (const sync::RemoteMember::Paid& paid : row.subscriptions) {
            text(paid.subscription.remoteId + nameOf(paid.subscription.status) + paid.offer);
            number(paid.subscription.periodEndAtUtc.value_or(-1));
        }
    }
    for (const sync::RemotePost& row : batch.posts)
        text(row.post.remoteId + row.post.title + row.post.html);
    for (const sync::RemoteComment& row : batch.comments)
        text(row.comment.remoteId + row.comment.text + row.member + row.parent + row.inReplyTo);
    for (const sync::RemoteReaction& row : batch.reactions)
        text(row.reaction.remoteId + row.member);
    for (const sync::RemoteEvent& row : batch.events) {
        text(row.event.remoteId + row.member + row.post + row.event.text);
        number(row.event.atUtc);
        number(row.event.amount);
    }
    return hash.result().toHex();
}

} // namespace lyceum::sample::test

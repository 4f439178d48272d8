// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/reconcile.h"

namespace lyceum::sync {

Member reconciled(const Member* local, Member remote)
{
    remote.departedAtUtc.reset();
    if (!local)
        return remote;
    remote.id = local->id;
    if (remote.source.isEmpty()) {
        remote.source = local->source;
        remote.sourceMedium = local->sourceMedium;
    }
    return remote;
}

Post reconciled(const Post* local, Post remote)
{
    remote.deletedAtUtc.reset();
    if (local)
        remote.id = local->id;
    return remote;
}

Comment reconciled(const Comment* local, Comment remote)
{
    if (!local)
        return remote;
    remote.id = local->id;
    if (!remote.member.isValid())
        remote.member = local->member;
    if (!remote.post.isValid())
        remote.post = local->post;
    if (!remote.parent.isValid())
        remote.parent = local->parent;
    if (!remote.inReplyTo.isValid())
        remote.inReplyTo = local->inReplyTo;
    if (remote.status == Comment::Status::Deleted && remote.html.isEmpty()) {
        remote.html = local->html;
        remote.text = local->text;
    }
    return remote;
}

Reaction reconciled(const Reaction* local, Reaction remote)
{
    if (!local)
        return remote;
    remote.id = local->id;
    if (!remote.member.isValid())
        remote.member = local->member;
    if (!remote.atUtc)
        remote.atUtc = local->atUtc;
    return remote;
}

Subscription ended(Subscription local, qint64 noticedAtUtc)
{
    if (local.status == Subscription::Status::Canceled)
        return local;
    local.status = Subscription::Status::Canceled;
    local.periodEndAtUtc = std::min(local.periodEndAtUtc.value_or(noticedAtUtc), noticedAtUtc);
    return local;
}

} // namespace lyceum::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/event.h"
#include "community/member.h"
#include "community/post.h"
#include "community/tier.h"

namespace lyceum::ui {

// What a person reads for an enumerator, in the program's language.

[[nodiscard]] QString wordFor(MemberStatus status);
[[nodiscard]] QString wordFor(Subscription::Status status);
[[nodiscard]] QString wordFor(Payment::Kind kind);
[[nodiscard]] QString wordFor(Post::Status status);
[[nodiscard]] QString wordFor(Comment::Status status);
[[nodiscard]] QString wordFor(Reaction::Kind kind);
[[nodiscard]] QString wordFor(EventKind kind);
[[nodiscard]] QString wordFor(SubscriptionChange::Type type);
/// "public", "members", "paid", "tiers"; a member filter is shown as it is.
[[nodiscard]] QString wordForVisibility(const QString& visibility);

} // namespace lyceum::ui

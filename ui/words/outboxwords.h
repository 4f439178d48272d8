// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/format.h"
#include "workspace/workspace.h"

namespace lyceum::ui {

// What a person reads of a change that the site has yet to learn.

[[nodiscard]] QString wordFor(workspace::OutboxState state); ///< "Waiting", "Refused"
[[nodiscard]] QString kindTitle(workspace::Entity entity); ///< entityWord() of one, as it begins a line: "Member"
/// Why it is still here, in one sentence, or two with the site's own reason.
[[nodiscard]] QString sentenceOf(const workspace::OutboxItem& item, const Format& format);
/// What is to happen on the site: "To be made there", "Name, note", "To be removed there".
[[nodiscard]] QString changeOf(const workspace::OutboxItem& item, const Format& format);
/// "12 changes wait"; empty when none does. Those that stay here for good wait for nothing.
[[nodiscard]] QString waitingOf(const workspace::OutboxCounts& counts);

} // namespace lyceum::ui

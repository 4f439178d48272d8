// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/format.h"
#include "workspace/workspace.h"

namespace lyceum::ui {

// What a person reads of the journal, in the program's language.

/// From where a change came: "You and others here", "The site". An origin this version does not know is shown as it is.
[[nodiscard]] QString originWord(const QString& origin);

/// The origins there are, as the journal names them, in the order a filter shows them.
[[nodiscard]] QStringList knownOrigins();

/// What was done, as a heading: "Label 10,000 members". A reason this version does not know is shown as the journal has it.
[[nodiscard]] QString actionWord(const workspace::JournalEntry& entry, const Format& format);

/// Whether a person can take it back: not what the site did, nor what took something back.
[[nodiscard]] bool canBeUndone(const workspace::JournalEntry& entry);
/// Whether it was taken back and can be made again.
[[nodiscard]] bool canBeRedone(const workspace::JournalEntry& entry);

} // namespace lyceum::ui

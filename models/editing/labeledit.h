// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community/member.h"
#include "storage/changeset.h"

namespace lyceum::editing {

/// What is to become of a label: one of these.
struct LabelEdit {
    std::optional<QString> name; ///< renamed; of a new label, how it is called
    LabelId mergeInto; ///< who has it gets this one instead, and it goes
    bool remove = false; ///< nobody has it any more

    friend bool operator==(const LabelEdit&, const LabelEdit&) = default;
};

/// Changes the label, or makes one where the id is invalid. BadInput for a name that is empty, too long or another label's (without regard
/// to case), and for none or several of the three; NotFound.
[[nodiscard]] Result<LabelId> applyToLabel(storage::ChangeSet& changes, LabelId id, const LabelEdit& edit);

/// What the journal says of it.
[[nodiscard]] QString reasonOf(LabelId id, const LabelEdit& edit);

} // namespace lyceum::editing

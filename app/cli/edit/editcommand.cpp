// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/edit/edits.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace lyceum::cli {

Command editCommand()
{
    return {u"edit"_s, {}, Cli::tr("Change members, labels, tiers, offers, posts or comments here; the next sync sends it to the site."), {}, {}, {},
        {editMemberPart(), editMembersPart(), editLabelPart(), editTierPart(), editOfferPart(), editPostPart(), editCommentPart()}};
}

} // namespace lyceum::cli

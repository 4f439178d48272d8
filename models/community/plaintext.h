// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lyceum {

/**
 * The text of a post's or a comment's HTML: tags go, ends of blocks and `br` become line breaks, character references become
 * characters. Anything else that looks like a tag is taken out as well, unread.
 */
[[nodiscard]] QString plainText(const QString& html);

} // namespace lyceum

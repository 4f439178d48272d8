// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lyceum::sync::ghost {

/**
 * The HTML of a post as Ghost must get it for keeping it: Ghost turns HTML into its own document and drops what that cannot hold
 * (blocks of layout, styles, classes, scripts, forms). Each block of the text that has something of that kind is put into an HTML card,
 * which Ghost keeps as it is; paragraphs, headings, lists, quotations, code, links and pictures stay what a person can edit there, and
 * so do Ghost's own cards. What is not well nested goes into one card as a whole.
 */
[[nodiscard]] QString htmlForGhost(const QString& html);

} // namespace lyceum::sync::ghost

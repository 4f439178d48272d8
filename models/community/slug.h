// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lyceum {

/**
 * The last part of a post's address, made from its title as the store would make it: Latin letters without accents, digits and hyphens,
 * in lower case, at most 185 characters. Other scripts are written in Latin letters (Chinese in pinyin without tones); a title that has nothing to write
 * gives "untitled".
 */
[[nodiscard]] QString slugOf(const QString& title);

} // namespace lyceum

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/random.h"

#include <QString>

namespace lyceum::sample {

/// What the posts and comments of a language can be about: the words that templates leave open.
struct Topic {
    int tag; ///< index of the tag posts about it carry
    QStringView subject; ///< {subject}: "reading hard books", "读难书"
    QStringView act; ///< {act}: "read a hard book"
    QStringView tool; ///< {tool}: what helps
    QStringView trap; ///< {trap}: what goes wrong
    QStringView gain; ///< {gain}: what it is good for
    QStringView thing; ///< {thing}: what one works on, "the chapter"
};

/**
 * Writes out a template: `[one|two]` is one of several (they may nest and be empty), `{subject}`, `{act}` ... a word of the topic, `{n}` a number
 * from 3 to 40, `{Subject}` ... the same with a capital. Brackets must match; other characters stand for themselves.
 */
[[nodiscard]] QString expanded(QStringView text, const Topic& topic, Random& random);

} // namespace lyceum::sample

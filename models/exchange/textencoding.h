// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

namespace lyceum::exchange {

/// How many bytes at the start of `bytes` are well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
/// A sequence cut off by the end of `bytes` is not counted. 1 GB/s and more for ASCII.
[[nodiscard]] qsizetype validUtf8(QByteArrayView bytes);

/// Whether `tail` is how a well-formed sequence of UTF-8 may begin, so that only its end is missing.
[[nodiscard]] bool isUtf8Beginning(QByteArrayView tail);

struct TextEncoding {
    QString name; ///< as ICU knows it: "UTF-8", "UTF-16LE", "GB18030", "windows-1252" ...
    qsizetype markBytes = 0; ///< length of the byte order mark in front
};

/**
 * Which encoding a text file is in, in this order: byte order mark; the pattern of zero bytes of UTF-16; strict UTF-8; statistics
 * (uchardet, first 256 kB, or the 256 kB around the first byte that is not UTF-8); GB18030 where those do not tell.
 *
 * Strict UTF-8 is asked of the whole file where the device can seek, of the first 256 kB where it cannot. Short texts in an old
 * encoding can be guessed wrong by anybody; a person may overrule.
 *
 * @param head    the first bytes, already read (at least 256 kB, or all there are)
 * @param device  stands behind `head`; read on and put back there, when it can seek
 */
[[nodiscard]] Result<TextEncoding> detectEncoding(QByteArrayView head, QIODevice& device);

} // namespace lyceum::exchange

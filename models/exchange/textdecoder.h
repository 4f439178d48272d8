// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <memory>

namespace lyceum::exchange {

/**
 * A device's bytes as well-formed UTF-8, piece by piece, whatever encoding they are in. Nothing is replaced or left out: bytes that mean nothing in
 * the encoding end the text with an error, after all that stood before them was handed out.
 */
class TextDecoder {
public:
    /// @param device    open for reading; borrowed
    /// @param head      bytes already taken from it, to be decoded first, without a byte order mark
    /// @param encoding  a name ICU knows; Error::Kind::BadInput for another
    [[nodiscard]] static Result<std::unique_ptr<TextDecoder>> open(QIODevice& device, QByteArray head, const QString& encoding);
    ~TextDecoder();

    /// Appends the text of about `bytes` more bytes to `text`. False: there is no more. BadInput: bytes that mean nothing come next;
    /// Io: the device failed.
    [[nodiscard]] Result<bool> read(QByteArray& text, qsizetype bytes);

private:
    class Converter;

    TextDecoder(QIODevice& device, QByteArray head, std::unique_ptr<Converter> converter);
    [[nodiscard]] Result<bool> take(qsizetype bytes); ///< more into m_pending; false at the end of the device

    QIODevice& m_device;
    QByteArray m_pending; ///< not yet decoded
    std::unique_ptr<Converter> m_converter; ///< null for UTF-8, which is only checked
    bool m_deviceEnded = false;
    bool m_broken = false; ///< what comes next means nothing
};

} // namespace lyceum::exchange

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/textdecoder.h"

#include "exchange/textencoding.h"

#include <unicode/ucnv.h>

using namespace Qt::StringLiterals;

namespace lyceum::exchange {

/// One of ICU's converters, stopping at what it cannot convert. Keeps a character that is split between two pieces.
class TextDecoder::Converter {
public:
    explicit Converter(const QByteArray& encoding)
    {
        UErrorCode status = U_ZERO_ERROR;
        m_converter.reset(ucnv_open(encoding.constData(), &status));
        if (U_SUCCESS(status))
            ucnv_setToUCallBack(m_converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
        if (U_FAILURE(status))
            m_converter.reset();
    }

    [[nodiscard]] bool isOpen() const { return m_converter != nullptr; }

    /// Appends all of `bytes` that converts; false when something did not.
    bool convert(QByteArrayView bytes, bool isLast, QByteArray& text)
    {
        const char* source = bytes.data();
        const char* const sourceEnd = source + bytes.size();
        QString wide;
        UErrorCode status = U_ZERO_ERROR;
        do {
            const qsizetype used = wide.size();
            wide.resize(used + 2 * (sourceEnd - source) + 32);
            auto* const begin = reinterpret_cast<UChar*>(wide.data());
            UChar* target = begin + used;
            status = U_ZERO_ERROR;
            ucnv_toUnicode(m_converter.get(), &target, begin + wide.size(), &source, sourceEnd, nullptr, isLast, &status);
            wide.truncate(target - begin);
        } while (status == U_BUFFER_OVERFLOW_ERROR);
        // A pair of surrogates always comes out of one piece, so each piece is whole UTF-16.
        text += wide.toUtf8();
        return U_SUCCESS(status);
    }

private:
    struct Close {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    std::unique_ptr<UConverter, Close> m_converter;
};

Result<std::unique_ptr<TextDecoder>> TextDecoder::open(QIODevice& device, QByteArray head, const QString& encoding)
{
    std::unique_ptr<Converter> converter;
    if (encoding.compare("UTF-8"_L1, Qt::CaseInsensitive) != 0) {
        converter = std::make_unique<Converter>(encoding.toLatin1());
        if (!converter->isOpen())
            return failure(Error::Kind::BadInput, encoding, u"there is no such encoding."_s);
    }
    return std::unique_ptr<TextDecoder>(new TextDecoder(device, std::move(head), std::move(converter)));
}

TextDecoder::TextDecoder(QIODevice& device, QByteArray head, std::unique_ptr<Converter> converter)
    : m_device(device)
    , m_pending(std::move(head))
    , m_converter(std::move(converter))
{
}

TextDecoder::~TextDecoder() = default;

Result<bool> TextDecoder::take(qsizetype bytes)
{
    if (m_deviceEnded)
        return false;
    const qsizetype before = m_pending.size();
    m_pending.resize(before + bytes);
    const qint64 got = m_device.read(m_pending.data() + before, bytes);
    m_pending.truncate(before + std::max<qint64>(got, 0));
    if (got < 0 && !m_device.atEnd())
        return failure(Error::Kind::Io, {}, m_device.errorString());
    m_deviceEnded = got <= 0;
    return got > 0;
}

Result<bool> TextDecoder::read(QByteArray& text, qsizetype bytes)
{
    const qsizetype before = text.size();
    while (text.size() == before) { // a few bytes may not make a character yet
        if (m_broken)
            return failure(Error::Kind::BadInput, {}, u"these bytes mean nothing in its encoding."_s);
        if (m_pending.isEmpty() || isUtf8Beginning(m_pending)) {
            const Result<bool> taken = take(bytes);
            if (!taken)
                return taken;
        }
        if (m_converter) {
            const bool wasLast = m_deviceEnded;
            m_broken = !m_converter->convert(m_pending, wasLast, text);
            m_pending.clear();
            if (wasLast && !m_broken && text.size() == before)
                return false;
            continue;
        }
        const qsizetype valid = validUtf8(m_pending);
        text.append(m_pending.constData(), valid);
        m_pending.remove(0, valid);
        if (m_pending.isEmpty()) {
            if (m_deviceEnded && text.size() == before)
                return false;
            continue;
        }
        m_broken = m_deviceEnded || !isUtf8Beginning(m_pending);
    }
    return true;
}

} // namespace lyceum::exchange

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/textencoding.h"

#include <unicode/ucnv.h>

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

using namespace Qt::StringLiterals;

namespace lyceum::exchange {
namespace {

constexpr qsizetype kSampleBytes = 256 * 1024;

struct Mark {
    const char* bytes;
    qsizetype length;
    const char* encoding;
};

/// Longer marks first: UTF-32LE begins like UTF-16LE.
constexpr std::array<Mark, 5> kMarks {{
    {"\xff\xfe\0\0", 4, "UTF-32LE"},
    {"\0\0\xfe\xff", 4, "UTF-32BE"},
    {"\xef\xbb\xbf", 3, "UTF-8"},
    {"\xff\xfe", 2, "UTF-16LE"},
    {"\xfe\xff", 2, "UTF-16BE"},
}};

/// UTF-16 without a mark: what parts cells and lines has a zero byte beside it, always on the same side. Zeros alone do not tell the
/// side, for common characters such as U+4E00 end in one. Empty when it does not look like UTF-16.
QString zeroPattern(QByteArrayView bytes)
{
    const auto parts = [](char c) { return c == '\n' || c == '\r' || c == ',' || c == ';' || c == '\t' || c == '"'; };
    const qsizetype pairs = bytes.size() / 2;
    qsizetype little = 0;
    qsizetype big = 0;
    for (qsizetype i = 0; i < pairs; ++i) {
        little += bytes[2 * i + 1] == 0 && parts(bytes[2 * i]);
        big += bytes[2 * i] == 0 && parts(bytes[2 * i + 1]);
    }
    const qsizetype enough = std::max<qsizetype>(1, pairs / 200);
    if (little >= enough && little > 4 * big)
        return u"UTF-16LE"_s;
    if (big >= enough && big > 4 * little)
        return u"UTF-16BE"_s;
    return {};
}

/// What statistics say of a sample that is not UTF-8; always something ICU can decode.
QString guessed(QByteArrayView sample)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    const auto length = static_cast<std::size_t>(std::min(sample.size(), kSampleBytes));
    if (uchardet_handle_data(detector.get(), sample.data(), length) == 0) {
        uchardet_data_end(detector.get());
        QByteArray name = uchardet_get_charset(detector.get());
        if (name == "UHC")
            name = "windows-949"; // ICU's name for it
        const bool isWrong = name.isEmpty() || name == "ASCII" || name.startsWith("UTF-");
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<UConverter, decltype(&ucnv_close)> known(isWrong ? nullptr : ucnv_open(name.constData(), &status), &ucnv_close);
        if (known && U_SUCCESS(status))
            return QString::fromLatin1(name);
    }
    return u"GB18030"_s;
}

int continuations(unsigned char lead)
{
    if (lead >= 0xc2 && lead <= 0xdf)
        return 1;
    if (lead >= 0xe0 && lead <= 0xef)
        return 2;
    if (lead >= 0xf0 && lead <= 0xf4)
        return 3;
    return -1;
}

/// The second byte carries the restrictions: no overlong forms, no surrogates, nothing too large.
bool isSecond(unsigned char lead, unsigned char byte)
{
    switch (lead) {
    case 0xe0:
        return byte >= 0xa0 && byte <= 0xbf;
    case 0xed:
        return byte >= 0x80 && byte <= 0x9f;
    case 0xf0:
        return byte >= 0x90 && byte <= 0xbf;
    case 0xf4:
        return byte >= 0x80 && byte <= 0x8f;
    default:
        return byte >= 0x80 && byte <= 0xbf;
    }
}

} // namespace

qsizetype validUtf8(QByteArrayView bytes)
{
    const char* const data = bytes.data();
    const qsizetype size = bytes.size();
    qsizetype at = 0;
    while (at < size) {
        quint64 block = 0;
        while (at + 8 <= size) {
            std::memcpy(&block, data + at, 8);
            if ((block & 0x8080808080808080u) != 0)
                break;
            at += 8;
        }
        if (at == size)
            break;
        const auto lead = static_cast<unsigned char>(data[at]);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        const int more = continuations(lead);
        if (more < 0 || at + more >= size || !isSecond(lead, static_cast<unsigned char>(data[at + 1])))
            return at;
        for (int i = 2; i <= more; ++i) {
            if ((static_cast<unsigned char>(data[at + i]) & 0xc0) != 0x80)
                return at;
        }
        at += more + 1;
    }
    return at;
}

bool isUtf8Beginning(QByteArrayView tail)
{
    if (tail.isEmpty())
        return false;
    const auto lead = static_cast<unsigned char>(tail[0]);
    if (continuations(lead) < tail.size())
        return false;
    for (qsizetype i = 1; i < tail.size(); ++i) {
        const auto byte = static_cast<unsigned char>(tail[i]);
        if (i == 1 ? !isSecond(lead, byte) : (byte & 0xc0) != 0x80)
            return false;
    }
    return true;
}

Result<TextEncoding> detectEncoding(QByteArrayView head, QIODevice& device)
{
    for (const Mark& mark : kMarks) {
        if (head.size() >= mark.length && std::memcmp(head.data(), mark.bytes, static_cast<std::size_t>(mark.length)) == 0)
            return TextEncoding {QString::fromLatin1(mark.encoding), mark.length};
    }
    const QString wide = zeroPattern(head.first(std::min(head.size(), kSampleBytes)));
    if (!wide.isEmpty())
        return TextEncoding {wide, 0};

    const qsizetype valid = validUtf8(head);
    QByteArray tail = head.sliced(valid).toByteArray();
    if (!tail.isEmpty() && !isUtf8Beginning(tail))
        return TextEncoding {guessed(head), 0};
    if (device.isSequential())
        return TextEncoding {u"UTF-8"_s, 0};

    const qint64 back = device.pos();
    QString encoding = u"UTF-8"_s;
    for (;;) {
        const QByteArray more = device.read(kSampleBytes);
        if (more.isEmpty())
            break;
        QByteArray block = tail + more;
        tail = block.sliced(validUtf8(block));
        if (!tail.isEmpty() && !isUtf8Beginning(tail)) {
            encoding = guessed(block);
            tail.clear();
            break;
        }
    }
    if (!tail.isEmpty()) // cut off in the middle of a character, or never UTF-8
        encoding = guessed(head);
    if (!device.seek(back))
        return failure(Error::Kind::Io, {}, device.errorString());
    return TextEncoding {encoding, 0};
}

} // namespace lyceum::exchange

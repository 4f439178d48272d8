// SPDX-License-Identifier: GPL-3.0-or-later
#include "community/slug.h"

#include <unicode/translit.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace lyceum {

QString slugOf(const QString& title)
{
    constexpr qsizetype kLongest = 185; // of a store's 191 some stay for the number that makes it unique
    icu::UnicodeString text(reinterpret_cast<const char16_t*>(title.utf16()), int32_t(title.size()));
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> latin(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    if (U_SUCCESS(status) && latin)
        latin->transliterate(text);

    QString slug;
    bool wantsHyphen = false;
    for (const char16_t unit : std::u16string_view(text.getBuffer(), std::size_t(text.length()))) {
        const bool isPlain = (unit >= u'a' && unit <= u'z') || (unit >= u'0' && unit <= u'9');
        if (isPlain) {
            if (wantsHyphen && !slug.isEmpty())
                slug += u'-';
            slug += QChar(unit);
            wantsHyphen = false;
        } else if (unit != u'\'') { // "don't" is one word
            wantsHyphen = true;
        }
    }
    slug.truncate(kLongest);
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug.isEmpty() ? u"untitled"_s : slug;
}

} // namespace lyceum

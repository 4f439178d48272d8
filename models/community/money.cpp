// SPDX-License-Identifier: GPL-3.0-or-later
#include "community/money.h"

#include <unicode/ucurr.h>

namespace lyceum {

int minorUnitDigits(const QString& currency)
{
    UErrorCode status = U_ZERO_ERROR;
    const int digits = ucurr_getDefaultFractionDigits(reinterpret_cast<const UChar*>(currency.utf16()), &status);
    return U_SUCCESS(status) ? digits : 2;
}

} // namespace lyceum

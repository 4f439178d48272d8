// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace lyceum {

/// A value, or the reason why there is none. The same shape as C++23's std::expected.
template <class T>
using Result = tl::expected<T, Error>;

/// What tl::unexpected(...) turns into any Result: `return failure(Error::Kind::NotFound, u"..."_s);`
inline tl::unexpected<Error> failure(Error::Kind kind, QString subject = {}, QString detail = {})
{
    return tl::unexpected(Error{kind, std::move(subject), std::move(detail)});
}

} // namespace lyceum

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace lyceum::sync {

/// UTC seconds of an HTTP date, e.g. "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, section 5.6.7). The two obsolete forms, which
/// servers must not send, and everything else give nullopt.
[[nodiscard]] std::optional<qint64> parseHttpDate(QByteArrayView text);

/// How long a `Retry-After` header asks to wait, in milliseconds and never negative: seconds, or an HTTP date seen from `nowUtc`,
/// which should be the server's own time. nullopt: no such header or not understood.
[[nodiscard]] std::optional<qint64> parseRetryAfter(QByteArrayView text, qint64 nowUtc);

} // namespace lyceum::sync

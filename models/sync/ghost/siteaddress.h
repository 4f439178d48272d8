// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QUrl>

namespace lyceum::sync {

/**
 * The address of a site from what a person types or pastes: "example.com", "https://example.com/ghost/#/settings",
 * "example.com/blog/". Without a trailing slash; a sub-directory is kept; "/ghost" and what follows it is cut.
 *
 * The scheme is https. Plain http is kept for the machine itself (localhost, 127.0.0.0/8, ::1) and is what it gets when nothing
 * is said; for any other host http becomes https, because the token that travels with each request is the key to the whole site.
 *
 * Error::Kind::BadInput (subject: the text) for what is no web address, and for one with a user name in it.
 */
[[nodiscard]] Result<QUrl> siteAddress(const QString& text);

} // namespace lyceum::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace lyceum {

/// Installs the translations of a language ("system", "en" or "zh_CN") into the application, Qt's own included, and makes its
/// locale the default, so that dates, numbers and money follow. To be called before the first word is shown.
void installLanguage(const QString& language);

} // namespace lyceum

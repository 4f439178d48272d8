// SPDX-License-Identifier: GPL-3.0-or-later
#include "language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace lyceum {

void installLanguage(const QString& language)
{
    const QLocale locale = language == "zh_CN"_L1 ? QLocale(QLocale::Chinese, QLocale::China)
        : language == "en"_L1                     ? QLocale(QLocale::English, QLocale::UnitedStates)
                                                  : QLocale::system();
    QLocale::setDefault(locale);
    if (locale.language() != QLocale::Chinese)
        return;
    // The application owns them; a missing file of Qt's leaves its few own words in English.
    for (const auto& [file, folder] : {std::pair(u"lyceum"_s, u":/i18n"_s),
             std::pair(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))}) {
        auto* translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(QLocale(QLocale::Chinese, QLocale::China), file, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace lyceum

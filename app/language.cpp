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
    // What is neither Chinese nor English is English, whose own file holds the plurals.
    const QString name = locale.language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
    // The application owns them; a missing file of Qt's leaves its few own words in English.
    for (const QString& file : {u":/i18n/lyceum_"_s + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_"_s + name}) {
        auto* translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(file))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace lyceum

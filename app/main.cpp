// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"
#include "language.h"
#include "page/appsettings.h"
#include "theme/icons.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QApplication::setOrganizationName(u"Lyceum"_s);
    QApplication::setApplicationName(u"Lyceum"_s);
    QApplication::setApplicationVersion(QStringLiteral(LYCEUM_VERSION));
    QApplication::setDesktopFileName(u"org.lyceum.Lyceum"_s);
    QApplication application(argc, argv);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Desktop studio for a paid knowledge community"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"workspace"_s, u"The workspace file to open; without one, the last, or a sample community."_s, u"[workspace]"_s);
    const QCommandLineOption language(u"language"_s, u"Show the program in this language: en or zh_CN."_s, u"language"_s);
    parser.addOption(language);
    parser.process(application);

    {
        const lyceum::ui::AppSettings settings;
        lyceum::installLanguage(
            parser.isSet(language) ? parser.value(language) : settings.value(lyceum::ui::AppSettings::Key::Language).toString());
    }
    QApplication::setWindowIcon(lyceum::ui::applicationIcon());

    lyceum::Application lyceum(application);
    lyceum.start(parser.positionalArguments().value(0));
    return QApplication::exec();
}

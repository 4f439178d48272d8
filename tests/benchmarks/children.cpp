// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "machine.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace lyceum::bench {

Result<Told> runChild(const QStringList& arguments)
{
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // Settings and keys of the person at this machine are neither read nor written.
    environment.insert(u"XDG_CONFIG_HOME"_s, home.filePath(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, home.filePath(u"data"_s));
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    environment.insert(u"QT_LOGGING_RULES"_s, u"lyceum.secrets=false"_s); // that there is no keychain is meant
    QProcess child;
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), arguments + QStringList {u"--since"_s, QString::number(sharedClockNs())});
    if (!child.waitForFinished(-1) || child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0)
        return failure(Error::Kind::Internal, arguments.join(u' '), u"the measured process failed"_s);
    Told told;
    const QStringList lines = QString::fromLatin1(child.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines)
        told.insert(line.section(u' ', 0, 0), line.section(u' ', 1, 1).toDouble());
    return told;
}

void tell(const char* key, double value)
{
    std::printf("%s %.3f\n", key, value);
    std::fflush(stdout);
}

} // namespace lyceum::bench

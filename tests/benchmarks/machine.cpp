// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QSysInfo>
#include <QThread>

#include <sqlite3.h>

#include <chrono>
#include <cstdlib>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

/// The value behind "name :" in one of Linux's text files; empty where there is none.
QString lineOf(const QString& path, QLatin1StringView name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString& line : lines) {
        if (line.startsWith(name))
            return line.section(u':', 1).simplified();
    }
    return {};
}

std::optional<double> statusMiB(QLatin1StringView name)
{
    const QString value = lineOf(u"/proc/self/status"_s, name); // "123456 kB"
    if (value.isEmpty())
        return std::nullopt;
    return value.section(u' ', 0, 0).toDouble() / 1024;
}

QString revision()
{
    QProcess git;
    git.start(u"git"_s, {u"-C"_s, QStringLiteral(LYCEUM_SOURCE_DIR), u"rev-parse"_s, u"--short=12"_s, u"HEAD"_s});
    if (!git.waitForFinished(5000) || git.exitCode() != 0)
        return {};
    return QString::fromLatin1(git.readAllStandardOutput()).trimmed();
}

} // namespace

QJsonObject machineFacts()
{
    QJsonObject facts {{u"processor"_s, lineOf(u"/proc/cpuinfo"_s, "model name"_L1)}, {u"architecture"_s, QSysInfo::currentCpuArchitecture()},
        {u"cores"_s, QThread::idealThreadCount()}, {u"memory"_s, lineOf(u"/proc/meminfo"_s, "MemTotal"_L1)},
        {u"system"_s, QSysInfo::prettyProductName()}, {u"kernel"_s, QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()},
        {u"qt"_s, QString::fromLatin1(qVersion())}, {u"sqlite"_s, QString::fromLatin1(sqlite3_libversion())},
        {u"compiler"_s, QStringLiteral(LYCEUM_COMPILER)}, {u"buildType"_s, QStringLiteral(LYCEUM_BUILD_TYPE)},
        {u"version"_s, QStringLiteral(LYCEUM_VERSION)}, {u"revision"_s, revision()}};
#ifdef Q_OS_UNIX
    double load[3] = {};
    if (getloadavg(load, 3) == 3)
        facts.insert(u"loadAtStart"_s, QJsonArray {load[0], load[1], load[2]});
#endif
    return facts;
}

std::optional<double> peakMemoryMiB() { return statusMiB("VmHWM"_L1); }
std::optional<double> memoryMiB() { return statusMiB("VmRSS"_L1); }

void forgetPeakMemory()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        file.write("5"); // proc(5): resets the peak of resident memory
}

qint64 sharedClockNs()
{
    // On every system we know the steady clock counts from the machine's start, not the process's.
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

bool dropFromFileCache(const QString& path)
{
#ifdef Q_OS_LINUX
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    // What is not yet on the disk cannot be forgotten.
    return fdatasync(file.handle()) == 0 && posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED) == 0;
#else
    Q_UNUSED(path)
    return false;
#endif
}

} // namespace lyceum::bench

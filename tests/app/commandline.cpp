// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 120'000; // on a busy machine; nothing here takes more than seconds

} // namespace

QJsonObject Ended::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QJsonObject Ended::error() const
{
    return QJsonDocument::fromJson(err).object()["error"_L1].toObject();
}

CommandLine::CommandLine()
{
    if (!m_folder.isValid() || !QDir(m_folder.path()).mkpath(u"home/run"_s))
        qFatal("no folder to work in");
    QFile::setPermissions(m_folder.filePath(u"home/run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QString CommandLine::program()
{
    return QStringLiteral(LYCEUM_CLI);
}

void CommandLine::start(QProcess& process, const QString& program, const QStringList& words) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"http_proxy"_s, u"https_proxy"_s, u"all_proxy"_s,
             u"HTTP_PROXY"_s, u"HTTPS_PROXY"_s, u"ALL_PROXY"_s})
        environment.remove(name);
    const QString home = m_folder.filePath(u"home"_s);
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_RUNTIME_DIR"_s, home + u"/run"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
    environment.insert(u"XDG_CACHE_HOME"_s, home + u"/cache"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    environment.insert(u"TZ"_s, u"Asia/Shanghai"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"PATH"_s, QFileInfo(CommandLine::program()).path() + QDir::listSeparator() + environment.value(u"PATH"_s));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(program, words);
}

Ended CommandLine::finish(QProcess& process)
{
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, kPatienceMs)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
        process.readAllStandardError()};
}

Ended CommandLine::run(const QStringList& words, const QByteArray& input) const
{
    QProcess process;
    start(process, program(), words);
    process.write(input);
    process.closeWriteChannel();
    return finish(process);
}

Ended CommandLine::shell(const QString& line) const
{
    QProcess process;
    start(process, u"/bin/sh"_s, {u"-c"_s, line});
    process.closeWriteChannel();
    return finish(process);
}

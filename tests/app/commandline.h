// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

/// What a run of lyceum-cli left behind.
struct Ended {
    int code = -1; ///< -1: it did not end by itself
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const; ///< of standard output; empty when that is no single JSON document
    [[nodiscard]] QJsonObject error() const; ///< the object in {"error": ...} on standard error; empty when that is not all there is
};

/**
 * The program as a shell runs it, in a folder and with a home of its own, without a display, a session bus or a terminal. The test's
 * events go on meanwhile, so that a server of the test can answer it.
 */
class CommandLine {
public:
    CommandLine();

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] Ended run(const QStringList& words, const QByteArray& input = {}) const;
    /// Runs a line of a shell in which the program can be found by its name.
    [[nodiscard]] Ended shell(const QString& line) const;
    /// For a test that does something to the program while it runs.
    void start(QProcess& process, const QString& program, const QStringList& words) const;
    /// Waits for its end, but not for ever.
    [[nodiscard]] static Ended finish(QProcess& process);

    [[nodiscard]] static QString program();

private:
    QTemporaryDir m_folder;
};

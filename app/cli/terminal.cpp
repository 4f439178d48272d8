// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <csignal>
#include <termios.h>
#include <unistd.h>

#include <array>
#endif

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

constexpr qsizetype kLongestLine = 64 * 1024;

#ifdef Q_OS_WIN

class SilentTerminal {
public:
    SilentTerminal()
        : m_input(GetStdHandle(STD_INPUT_HANDLE))
    {
        m_wasRead = GetConsoleMode(m_input, &m_before) != 0;
        if (m_wasRead)
            SetConsoleMode(m_input, m_before & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~SilentTerminal()
    {
        if (m_wasRead)
            SetConsoleMode(m_input, m_before);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
    HANDLE m_input;
    DWORD m_before = 0;
    bool m_wasRead = false;
};

int readByte(char& byte)
{
    return _read(0, &byte, 1);
}

#else

volatile std::sig_atomic_t interruptedBy = 0;

extern "C" void noteInterruption(int number)
{
    interruptedBy = number;
}

/// Echo is off while this lives. A signal that would end the program puts it back on first.
class SilentTerminal {
public:
    SilentTerminal()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        m_wasRead = true;
        interruptedBy = 0;
        struct sigaction note = {};
        note.sa_handler = noteInterruption; // without SA_RESTART: the read is to end
        for (std::size_t i = 0; i < kSignals.size(); ++i)
            sigaction(kSignals.at(i), &note, &m_actions.at(i));
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (!m_wasRead)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        for (std::size_t i = 0; i < kSignals.size(); ++i)
            sigaction(kSignals.at(i), &m_actions.at(i), nullptr);
        if (interruptedBy != 0)
            std::raise(interruptedBy);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
    static constexpr std::array kSignals {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    termios m_before = {};
    std::array<struct sigaction, kSignals.size()> m_actions = {};
    bool m_wasRead = false;
};

int readByte(char& byte)
{
    return int(::read(STDIN_FILENO, &byte, 1));
}

#endif

/// Byte by byte and unbuffered: what follows the line is left for the next reader, and no copy stays in a buffer.
Result<security::Secret> readLine()
{
    QByteArray line;
    line.reserve(kLongestLine); // it never moves, so that wiping it wipes all there is
    char byte = 0;
    while (line.size() < kLongestLine) {
        const int count = readByte(byte);
        if (count <= 0 || byte == '\n')
            break;
        line.append(byte);
    }
    byte = 0;
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty() || line.size() >= kLongestLine) {
        security::wipe(line);
        return failure(Error::Kind::BadInput, u"stdin"_s, u"a line is missing, empty or too long"_s);
    }
    return security::Secret::taking(line);
}

} // namespace

bool isInteractive()
{
#ifdef Q_OS_WIN
    return _isatty(0) != 0 && _isatty(2) != 0;
#else
    return isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0;
#endif
}

Result<security::Secret> readSecretLine(const QString& prompt)
{
    if (!isInteractive())
        return readLine();
    std::fputs(prompt.toUtf8().constData(), stderr);
    auto line = [] {
        const SilentTerminal silence;
        return readLine();
    }();
    std::fputc('\n', stderr);
    return line;
}

} // namespace lyceum::cli

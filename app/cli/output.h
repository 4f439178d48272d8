// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/exitcode.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace lyceum::cli {

/**
 * What the program says: the answer on standard output, as text or as one JSON document; errors and progress on standard error.
 * Text is UTF-8, or what the locale of a terminal takes. Numbers in JSON are the shortest text that reads back as the same double.
 */
class Output {
public:
    struct Mode {
        bool json = false;
        bool quiet = false; ///< no progress, and nothing that the exit code does not say already
    };
    explicit Output(Mode mode)
        : m_mode(mode)
    {
    }

    [[nodiscard]] bool isJson() const { return m_mode.json; }
    [[nodiscard]] bool isQuiet() const { return m_mode.quiet; }
    /// Whether somebody watches: progress is for people, and must not stand between a script and the error's JSON.
    [[nodiscard]] bool showsProgress() const;

    /// What was asked, in the form that was asked for. Io when standard output takes no more.
    [[nodiscard]] Result<ExitCode> answer(const QJsonObject& document, const QStringList& lines) const;
    /// What was done. The same, but with --quiet the text is left out: the exit code says it.
    [[nodiscard]] Result<ExitCode> done(const QJsonObject& document, const QStringList& lines) const;
    /// As one sentence, or with --json as {"error": ...}. Answers what to exit with.
    [[nodiscard]] ExitCode failed(const Error& error) const;

    void progress(const QString& line); ///< replaces the line before on a terminal
    void endProgress(); ///< so that what follows begins on a line of its own

private:
    Mode m_mode;
    qsizetype m_shown = 0; ///< characters of the line that stands on the terminal
    QString m_last;
};

/// "2026-03-01T09:30:00Z", or null.
[[nodiscard]] QJsonValue jsonTime(std::optional<qint64> utc);
/// The number, or null.
[[nodiscard]] QJsonValue jsonNumber(std::optional<double> number);
/// A time as text shows it: the same ISO 8601, or a dash.
[[nodiscard]] QString textTime(std::optional<qint64> utc);

} // namespace lyceum::cli

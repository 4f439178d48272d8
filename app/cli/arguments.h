// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

namespace lyceum::cli {

/// One `--name VALUE` or `--name` of a command.
struct Option {
    QString name; ///< without the dashes
    QString value; ///< what stands for the value in the help, "FILE"; empty: a switch
    QString summary; ///< a sentence, in the program's language
    QString fallback; ///< what holds without the option, as the help shows it; empty: nothing, or said in the summary
    bool repeats = false; ///< may be given several times
};

/**
 * The words after the program's name, sorted into options and the rest. Strict: an unknown option, a value that is missing, a value
 * for a switch and an option given twice that does not repeat are errors of kind Usage, whose subject is a sentence without the value (which might be a
 * secret typed in the wrong place).
 */
class Arguments {
public:
    /// Options may stand anywhere, also before the command's name; `--name=value` and `--name value` are the same; after `--`
    /// nothing is an option.
    [[nodiscard]] static Result<Arguments> parse(const QStringList& words, const QList<Option>& options);

    [[nodiscard]] bool has(const QString& option) const { return m_values.contains(option); }
    /// What was given, or given last.
    [[nodiscard]] QString value(const QString& option, const QString& fallback = {}) const
    {
        const QStringList given = m_values.value(option);
        return given.isEmpty() ? fallback : given.last();
    }
    [[nodiscard]] QStringList values(const QString& option) const { return m_values.value(option); } ///< in order
    /// Nothing when the option was not given.
    [[nodiscard]] std::optional<QString> optional(const QString& option) const
    {
        return has(option) ? std::optional(value(option)) : std::nullopt;
    }
    /// Usage when the option was not given, or is empty.
    [[nodiscard]] Result<QString> required(const QString& option) const;
    /// A whole number in [low, high]; `fallback` when the option was not given. Usage otherwise.
    [[nodiscard]] Result<qint64> number(const QString& option, qint64 low, qint64 high, qint64 fallback) const;
    /// One of the words; the first when the option was not given. Usage otherwise.
    [[nodiscard]] Result<QString> oneOf(const QString& option, const QStringList& words) const;
    [[nodiscard]] const QStringList& positional() const { return m_positional; }

private:
    QHash<QString, QStringList> m_values;
    QStringList m_positional;
};

/// An error of kind Usage about the option.
[[nodiscard]] tl::unexpected<Error> usage(const QString& sentence);

} // namespace lyceum::cli

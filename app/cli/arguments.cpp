// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "cli/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::cli {

tl::unexpected<Error> usage(const QString& sentence)
{
    return failure(Error::Kind::Usage, sentence);
}

Result<Arguments> Arguments::parse(const QStringList& words, const QList<Option>& options)
{
    Arguments arguments;
    bool onlyWords = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words.at(i);
        if (onlyWords || !word.startsWith(u'-') || word == "-"_L1) {
            arguments.m_positional.append(word);
            continue;
        }
        if (word == "--"_L1) {
            onlyWords = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        QString name = word.first(equals < 0 ? word.size() : equals);
        name = name == "-h"_L1 ? u"help"_s : name.startsWith("--"_L1) ? name.sliced(2) : QString();
        const auto option = std::ranges::find(options, name, &Option::name);
        if (name.isEmpty() || option == options.end())
            return usage(Cli::tr("there is no option %1.").arg(word.first(equals < 0 ? word.size() : equals)));
        if (arguments.has(name) && !option->repeats)
            return usage(Cli::tr("--%1 is given twice.").arg(name));
        if (option->value.isEmpty()) {
            if (equals >= 0)
                return usage(Cli::tr("--%1 takes no value.").arg(name));
            arguments.m_values[name].append(QString());
        } else if (equals >= 0) {
            arguments.m_values[name].append(word.sliced(equals + 1));
        } else if (i + 1 < words.size()) {
            arguments.m_values[name].append(words.at(++i));
        } else {
            return usage(Cli::tr("--%1 needs a value.").arg(name));
        }
    }
    return arguments;
}

Result<QString> Arguments::required(const QString& option) const
{
    if (value(option).isEmpty())
        return usage(Cli::tr("--%1 is missing.").arg(option));
    return value(option);
}

Result<qint64> Arguments::number(const QString& option, qint64 low, qint64 high, qint64 fallback) const
{
    if (!has(option))
        return fallback;
    bool isNumber = false;
    const qint64 number = value(option).toLongLong(&isNumber);
    if (!isNumber || number < low || number > high)
        return usage(Cli::tr("--%1 is a whole number from %2 to %3.").arg(option).arg(low).arg(high));
    return number;
}

Result<QString> Arguments::oneOf(const QString& option, const QStringList& words) const
{
    const QString word = value(option, words.first());
    if (!words.contains(word))
        return usage(Cli::tr("--%1 is one of: %2.").arg(option, words.join(u", "_s)));
    return word;
}

} // namespace lyceum::cli

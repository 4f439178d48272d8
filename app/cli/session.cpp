// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/session.h"

#include "cli/words.h"

#include <QDateTime>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace lyceum::cli {

Result<QString> Session::workspacePath() const
{
    const auto path = arguments.required(u"workspace"_s);
    if (!path)
        return path;
    return QFileInfo(*path).absoluteFilePath();
}

Result<std::unique_ptr<storage::WorkspaceFile>> Session::open() const
{
    const auto path = workspacePath();
    if (!path)
        return tl::unexpected(path.error());
    return storage::WorkspaceFile::open(*path, clock);
}

Result<std::unique_ptr<storage::WorkspaceFile>> Session::openToChange() const
{
    auto file = open();
    if (file && (*file)->isReadOnly())
        return failure(Error::Kind::WorkspaceReadOnly, (*file)->path());
    return file;
}

Result<qint64> Session::asOfUtc(const QTimeZone& zone) const
{
    const auto time = timeUtc(u"as-of"_s, zone);
    return time ? Result<qint64>(time->value_or(clock.nowUtc())) : tl::unexpected(time.error());
}

Result<std::optional<qint64>> Session::timeUtc(const QString& option, const QTimeZone& zone) const
{
    if (!arguments.has(option))
        return std::optional<qint64>();
    const QString text = arguments.value(option);
    if (const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s); date.isValid())
        return date.addDays(1).startOfDay(zone).toSecsSinceEpoch() - 1;
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid() || !text.contains(u'T'))
        return usage(Cli::tr("--%1 is a date like 2026-03-01 or a time like 2026-03-01T12:00:00Z.").arg(option));
    if (time.timeSpec() == Qt::LocalTime) // no zone was written
        time.setTimeSpec(Qt::UTC);
    return time.toSecsSinceEpoch();
}

} // namespace lyceum::cli

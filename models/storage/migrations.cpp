// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include "storage/workspacefile.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

Result<QByteArray> script(int number)
{
    const QStringList names = QDir(u":/storage/migrations"_s).entryList(QStringList(u"%1_*.sql"_s.arg(number, 4, 10, QChar(u'0'))));
    if (names.size() != 1)
        return failure(Error::Kind::Internal, {}, u"migration %1 is not built in"_s.arg(number));
    QFile file(u":/storage/migrations/"_s + names.first());
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Internal, {}, u"migration %1 cannot be read"_s.arg(number));
    return file.readAll();
}

} // namespace

Result<void> migrate(Connection& connection, int fromSchema)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (int number = fromSchema + 1; number <= WorkspaceFile::kSchema; ++number) {
        const auto sql = script(number);
        if (!sql)
            return tl::unexpected(sql.error());
        if (auto done = connection.execute(*sql); !done)
            return done;
    }
    const QByteArray marks = "PRAGMA application_id=" + QByteArray::number(WorkspaceFile::kApplicationId)
        + "; PRAGMA user_version=" + QByteArray::number(WorkspaceFile::kSchema) + ';';
    if (auto marked = connection.execute(marks); !marked)
        return marked;
    return transaction->commit();
}

Result<void> migrateWithCopy(Connection& connection, const QString& path, int fromSchema)
{
    const QString copy = u"%1.schema%2.backup"_s.arg(path).arg(fromSchema);
    QFile::remove(copy);
    auto vacuum = connection.prepare("VACUUM INTO ?");
    if (!vacuum)
        return tl::unexpected(vacuum.error());
    vacuum->bind(1, copy);
    if (auto copied = vacuum->run(); !copied)
        return copied;
    return migrate(connection, fromSchema);
}

} // namespace lyceum::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/workspacefile.h"

#include "base/logging.h"
#include "storage/committer.h"
#include "storage/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QTimeZone>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace lyceum::storage {
namespace {

tl::unexpected<Error> about(const QString& path, Error error)
{
    error.subject = path;
    return tl::unexpected(std::move(error));
}

} // namespace

Result<void> putSetting(ChangeSet& changes, const QString& name, const QString& value)
{
    auto select = changes.connection().cached("SELECT id FROM setting WHERE name = ?");
    if (!select)
        return tl::unexpected(select.error());
    (*select)->bind(1, name);
    const auto row = (*select)->step();
    if (!row)
        return tl::unexpected(row.error());
    Setting setting {{}, name, value};
    setting.id.value = *row ? (*select)->integer(0) : 0;
    (*select)->reset();
    if (!setting.id.isValid()) {
        const auto id = changes.nextId<Setting>();
        if (!id)
            return tl::unexpected(id.error());
        setting.id = *id;
    }
    changes.put(setting);
    return {};
}

Result<QString> settingOf(Connection& connection, const QString& name)
{
    auto select = connection.cached("SELECT value FROM setting WHERE name = ?");
    if (!select)
        return tl::unexpected(select.error());
    (*select)->bind(1, name);
    const auto row = (*select)->step();
    if (!row)
        return tl::unexpected(row.error());
    const QString value = *row ? (*select)->text(0) : QString();
    (*select)->reset();
    return value;
}

WorkspaceFile::WorkspaceFile(QString path, Connection connection, const Clock& clock)
    : m_path(std::move(path))
    , m_connection(std::move(connection))
    , m_clock(clock)
{
}

Result<std::unique_ptr<WorkspaceFile>> WorkspaceFile::create(const QString& path, const Creation& creation, const Clock& clock)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    // Made here and by nobody else, so that it may be removed again if it does not become a workspace.
    if (QFile made(absolute); !made.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        if (QFileInfo::exists(absolute))
            return failure(Error::Kind::WorkspaceExists, absolute);
        const QFileInfo folder(QFileInfo(absolute).absolutePath());
        const bool cannotWrite = folder.exists() && !folder.isWritable();
        return failure(cannotWrite ? Error::Kind::WorkspaceReadOnly : Error::Kind::Io, absolute, made.errorString());
    }
    const auto removeMade = [&absolute] {
        for (const auto& end : {""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1})
            QFile::remove(absolute + end);
    };
    auto connection = Connection::open(absolute, Connection::Mode::Create);
    if (!connection) {
        removeMade();
        return about(absolute, connection.error());
    }
    auto file = std::unique_ptr<WorkspaceFile>(new WorkspaceFile(absolute, *std::move(connection), clock));
    const auto fill = [&]() -> Result<void> {
        if (auto migrated = migrate(file->m_connection, 0); !migrated)
            return migrated;
        const Author author {u"lyceum"_s, Origin::Settings, u"workspace created"_s};
        const auto set = file->commit(author, [&](ChangeSet& changes) -> Result<void> {
            const QByteArray zone = creation.timeZone.isEmpty() ? QTimeZone::systemTimeZoneId() : creation.timeZone;
            for (const auto& [name, value] : {std::pair(u"title"_s, creation.title), std::pair(kTimeZoneSetting.toString(), QString::fromLatin1(zone)),
                     std::pair(u"workspaceId"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)),
                     std::pair(u"sample"_s, creation.sample ? u"1"_s : u"0"_s), std::pair(u"createdAt"_s, QString::number(clock.nowUtc()))}) {
                if (auto put = putSetting(changes, name, value); !put)
                    return put;
            }
            return {};
        });
        return set ? Result<void>() : tl::unexpected(set.error());
    };
    if (auto filled = fill(); !filled) {
        file.reset(); // closes it
        removeMade();
        return about(absolute, filled.error());
    }
    return file;
}

Result<std::unique_ptr<WorkspaceFile>> WorkspaceFile::open(const QString& path, const Clock& clock, Access access)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    auto connection = Connection::open(absolute, access == Access::ReadOnly ? Connection::Mode::ReadOnly : Connection::Mode::ReadWrite);
    const bool cannotWrite = !connection && (connection.error().kind == Error::Kind::WorkspaceReadOnly || connection.error().kind == Error::Kind::Io);
    if (cannotWrite && access == Access::ReadWrite)
        connection = Connection::open(absolute, Connection::Mode::ReadOnly);
    if (!connection)
        return about(absolute, connection.error());

    const auto applicationId = connection->integerOf("PRAGMA application_id");
    const auto schema = connection->integerOf("PRAGMA user_version");
    if (!applicationId)
        return about(absolute, applicationId.error());
    if (!schema)
        return about(absolute, schema.error());
    if (applicationId->value_or(0) != kApplicationId)
        return failure(Error::Kind::WorkspaceForeign, absolute, u"application id %1"_s.arg(applicationId->value_or(0)));
    if (schema->value_or(0) > kSchema)
        return failure(Error::Kind::WorkspaceNewer, absolute, u"schema %1, known %2"_s.arg(schema->value_or(0)).arg(kSchema));
    if (schema->value_or(0) < kSchema) {
        if (connection->isReadOnly())
            return failure(Error::Kind::WorkspaceReadOnly, absolute, u"needs migration from schema %1"_s.arg(schema->value_or(0)));
        if (auto migrated = migrateWithCopy(*connection, absolute, int(schema->value_or(0))); !migrated)
            return about(absolute, migrated.error());
    }
    if (auto adopted = connection->adopt(); !adopted)
        return about(absolute, adopted.error());
    return std::unique_ptr<WorkspaceFile>(new WorkspaceFile(absolute, *std::move(connection), clock));
}

Result<WorkspaceFacts> WorkspaceFile::facts()
{
    WorkspaceFacts facts;
    auto rows = m_connection.prepare("SELECT name, value FROM setting");
    if (!rows)
        return about(m_path, rows.error());
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return about(m_path, row.error());
        if (!*row)
            return facts;
        const QString name = rows->text(0);
        const QString value = rows->text(1);
        if (name == "title"_L1)
            facts.title = value;
        else if (name == kTimeZoneSetting)
            facts.timeZone = value.toLatin1();
        else if (name == "workspaceId"_L1)
            facts.workspaceId = value;
        else if (name == "sample"_L1)
            facts.sample = value == "1"_L1;
        else if (name == "createdAt"_L1)
            facts.createdAtUtc = value.toLongLong();
    }
}

Result<Connection> WorkspaceFile::reader() const
{
    return Connection::open(m_path, Connection::Mode::ReadOnly);
}

Result<ChangeSummary> WorkspaceFile::commit(const Author& author, const Build& build)
{
    if (isReadOnly())
        return failure(Error::Kind::WorkspaceReadOnly, m_path);
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return about(m_path, transaction.error());
    const auto zone = settingOf(m_connection, kTimeZoneSetting.toString());
    if (!zone)
        return about(m_path, zone.error());
    ChangeSet changes(m_connection);
    if (auto built = build(changes); !built)
        return tl::unexpected(built.error()); // the builder's own error keeps its subject
    Committer committer(m_connection, author, m_clock.nowUtc(), LocalDays(zone->toLatin1()));
    auto summary = committer.apply(changes);
    if (!summary)
        return about(m_path, summary.error());
    if (auto committed = transaction->commit(); !committed)
        return about(m_path, committed.error());
    if (m_listener)
        m_listener(*summary);
    return summary;
}

Result<ChangeSummary> WorkspaceFile::setSetting(const QString& name, const QString& value, const Author& author)
{
    return commit(author, [&](ChangeSet& changes) { return putSetting(changes, name, value); });
}

Result<QString> WorkspaceFile::setting(const QString& name)
{
    return settingOf(m_connection, name);
}

} // namespace lyceum::storage

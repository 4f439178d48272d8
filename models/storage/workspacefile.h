// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "storage/changeset.h"

#include <functional>
#include <memory>

namespace lyceum::storage {

/// What a workspace says about itself.
struct WorkspaceFacts {
    QString title;
    QByteArray timeZone; ///< IANA; days are cut in it
    QString workspaceId; ///< a random UUID, made with the file
    bool sample = false; ///< generated, not somebody's community
    qint64 createdAtUtc = 0;
};

/**
 * One community: one SQLite file. The writer's side; readers take connections of their own with `reader()`.
 *
 * One thread at a time, except `path()`. Other processes may use the file at the same time.
 */
class WorkspaceFile {
public:
    static constexpr int kSchema = 3;
    static constexpr qint32 kApplicationId = 0x4C796365; // "Lyce"

    struct Creation {
        QString title;
        QByteArray timeZone; ///< empty: the system's
        bool sample = false;
    };
    /// Makes a new file. Errors: WorkspaceExists, WorkspaceReadOnly, DiskFull, Io.
    [[nodiscard]] static Result<std::unique_ptr<WorkspaceFile>> create(const QString& path, const Creation& creation, const Clock& clock);

    enum class Access { ReadWrite, ReadOnly };
    /// Opens and, where the file is of an older schema, copies it aside and migrates it. `clock` must outlive the file.
    /// Errors: WorkspaceMissing, WorkspaceForeign, WorkspaceNewer, WorkspaceDamaged, WorkspaceLocked, WorkspaceReadOnly (of an older
    /// schema, so that it cannot even be read), Io. A file that cannot be written opens read-only: see `isReadOnly()`.
    [[nodiscard]] static Result<std::unique_ptr<WorkspaceFile>> open(const QString& path, const Clock& clock, Access access = Access::ReadWrite);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] bool isReadOnly() const { return m_connection.isReadOnly(); }
    [[nodiscard]] Result<WorkspaceFacts> facts();

    /// A new read-only connection, for another thread or a long read.
    [[nodiscard]] Result<Connection> reader() const;
    /// The writer's own connection, for reading between commits.
    [[nodiscard]] Connection& connection() { return m_connection; }

    using Build = std::function<Result<void>(ChangeSet&)>;
    /**
     * The one way in. Begins a transaction, lets `build` read and fill the change set, writes rows, journal, roll-ups and outbox,
     * commits, and only then announces what changed. On any error nothing is written and nobody is told.
     *
     * A change set that changes nothing writes no journal entry.
     */
    [[nodiscard]] Result<ChangeSummary> commit(const Author& author, const Build& build);

    /// Called after each commit on the committing thread.
    void setListener(std::function<void(const ChangeSummary&)> listener) { m_listener = std::move(listener); }

    /// Sets a named value of the workspace through `commit`. The names in use are listed in docs/workspace.md.
    [[nodiscard]] Result<ChangeSummary> setSetting(const QString& name, const QString& value, const Author& author);
    [[nodiscard]] Result<QString> setting(const QString& name); ///< empty when it was never set

private:
    WorkspaceFile(QString path, Connection connection, const Clock& clock);

    QString m_path;
    Connection m_connection;
    const Clock& m_clock;
    std::function<void(const ChangeSummary&)> m_listener;
};

/// Puts a named value into a change set, as WorkspaceFile::setSetting does.
[[nodiscard]] Result<void> putSetting(ChangeSet& changes, const QString& name, const QString& value);
/// A named value, read from any connection; empty when it was never set.
[[nodiscard]] Result<QString> settingOf(Connection& connection, const QString& name);

} // namespace lyceum::storage

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "community.h"
#include "storage/outbox.h"
#include "storage/pendingitem.h"
#include "storage/rows.h"

#include <QTemporaryDir>

/// A small community that came from its store, in a file of its own, and ways to edit it as a person does.
class EditedWorkspace {
public:
    explicit EditedWorkspace(Community::Size size = {20, 4, 20, 40});

    [[nodiscard]] lyceum::storage::WorkspaceFile& file() { return *m_file; }
    [[nodiscard]] lyceum::storage::Connection& connection() { return m_file->connection(); }
    [[nodiscard]] const Community& community() const { return m_community; }
    [[nodiscard]] QString path() const { return m_file->path(); }

    static const lyceum::storage::Author kPerson;
    static const lyceum::storage::Author kSync;
    /// Commits; a failure ends the test program.
    lyceum::storage::ChangeSummary change(
        const lyceum::storage::WorkspaceFile::Build& build, const lyceum::storage::Author& author = kPerson);
    void mark(const lyceum::storage::OutboxMark& mark, const lyceum::storage::Author& author = kSync);
    void noteConflict(const lyceum::storage::ChangeSet::Conflict& conflict);

    [[nodiscard]] lyceum::Member member(qint64 id); ///< with its sets
    [[nodiscard]] bool isThere(lyceum::storage::Entity entity, qint64 row);
    void edit(qint64 id, const std::function<void(lyceum::Member&)>& how, const lyceum::storage::Author& author = kPerson);
    [[nodiscard]] qint64 makeMember(const QString& email);
    [[nodiscard]] qint64 makeLabel(const QString& name);

    /// Of a row; also with nothing left to send.
    [[nodiscard]] std::optional<lyceum::storage::OutboxItem> item(lyceum::storage::Entity entity, qint64 row);
    /// Those a person sees.
    [[nodiscard]] QList<lyceum::storage::OutboxItem> items(const lyceum::storage::OutboxQuery& query = {});
    [[nodiscard]] lyceum::storage::OutboxCounts counts();
    [[nodiscard]] std::optional<lyceum::storage::PendingItem> pending(lyceum::storage::Entity entity, qint64 row);
    [[nodiscard]] qint64 number(const char* sql);
    /// Rows of the trade, the outbox and the conflicts, as lines.
    [[nodiscard]] QByteArrayList state();

    /// Steps of SQLite's machine that `work` took, in hundreds: the same on every computer.
    [[nodiscard]] qint64 hundredSteps(const std::function<void()>& work);

private:
    QTemporaryDir m_dir;
    lyceum::FixedClock m_clock {Community::kNow};
    std::unique_ptr<lyceum::storage::WorkspaceFile> m_file;
    Community m_community;
};

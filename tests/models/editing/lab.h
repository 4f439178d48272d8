// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journalquery.h"
#include "storage/memberquery.h"
#include "storage/outbox.h"
#include "storage/rows.h"

#include <QTemporaryDir>
#include <QTest>

/// A workspace of a few rows that came from a store, to be edited. Ids count from 1 in the order below.
class Lab {
public:
    static constexpr qint64 kNow = 1'790'000'000;
    static constexpr qint64 kDay = 86'400;

    // Labels VIP (1), Press (2); newsletters Weekly (1), Old letter (2, archived); tiers Free (1), Gold (2), Silver (3, archived);
    // offer Spring (1); tag Essays (1).
    static constexpr lyceum::MemberId kAda {1}; ///< VIP, Weekly
    static constexpr lyceum::MemberId kBen {2}; ///< pays for Gold; VIP and Press
    static constexpr lyceum::MemberId kCleo {3}; ///< has left
    static constexpr lyceum::PostId kGardens {1}; ///< published, Essays
    static constexpr lyceum::PostId kLetter {2}; ///< was mailed
    static constexpr lyceum::PostId kLost {3}; ///< is deleted
    static constexpr lyceum::CommentId kThread {1}; ///< of Ben on Gardens
    static constexpr lyceum::CommentId kReply {2}; ///< of Ada to it
    static constexpr lyceum::CommentId kDeleted {3}; ///< on Gardens
    static constexpr lyceum::CommentId kOrphan {4}; ///< on the deleted post

    Lab();

    [[nodiscard]] lyceum::storage::WorkspaceFile& file() { return *m_file; }
    [[nodiscard]] lyceum::storage::Connection& connection() { return m_file->connection(); }
    [[nodiscard]] QString path() const { return m_file->path(); }

    /// One commit of a person's.
    [[nodiscard]] lyceum::Result<lyceum::storage::ChangeSummary> change(const lyceum::storage::WorkspaceFile::Build& build);
    template <class T>
    [[nodiscard]] T row(qint64 id)
    {
        const auto found = lyceum::storage::recordsWhere<T>(connection(), "WHERE id = ?", {id});
        return found && found->size() == 1 ? found->first() : T();
    }
    [[nodiscard]] lyceum::Member member(lyceum::MemberId id); ///< with its sets
    /// What the store has to do about a row; nothing when it does not wait.
    [[nodiscard]] std::optional<lyceum::storage::OutboxItem::Operation> operationOn(lyceum::storage::Entity entity, qint64 row);
    /// "entity id field" of what waits, sorted.
    [[nodiscard]] QStringList waiting();

private:
    QTemporaryDir m_folder;
    lyceum::FixedClock m_clock {kNow};
    std::unique_ptr<lyceum::storage::WorkspaceFile> m_file;
};

/// That it was refused for this field and reason.
[[nodiscard]] inline bool isRefused(const auto& result, const QString& subject, const QString& detail)
{
    const bool is = !result && result.error().kind == lyceum::Error::Kind::BadInput && result.error().subject == subject
        && result.error().detail == detail;
    if (!is && !result)
        qWarning("%s / %s", qPrintable(result.error().subject), qPrintable(result.error().detail));
    return is;
}

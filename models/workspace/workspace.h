// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "insights/retention.h"
#include "insights/today.h"
#include "storage/backup.h"
#include "storage/contentquery.h"
#include "storage/counts.h"
#include "storage/discussionquery.h"
#include "storage/memberquery.h"
#include "storage/syncruns.h"
#include "storage/timeline.h"
#include "storage/verify.h"
#include "storage/workspacefile.h"
#include "workspace/storesession.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace lyceum::workspace {

// The values a screen asks with and gets back. Screens include this door and name them through it.
using storage::Backup;
using storage::ChangeSummary;
using storage::CommentRow;
using storage::Entity;
using storage::Finding;
using storage::MemberFacets;
using storage::MemberQuery;
using storage::MemberRow;
using storage::PostFacets;
using storage::PostQuery;
using storage::PostRow;
using storage::Scalar;
using storage::SyncRun;
using storage::ThreadQuery;
using storage::ThreadRow;
using storage::TimelineCursor;
using storage::TimelineEntry;
using storage::TimelineEvent;
using storage::TimelinePage;
using storage::WorkspaceCounts;
using storage::WorkspaceFacts;

/// What the filter menus of the members offer.
struct MemberChoices {
    QList<Label> labels;
    QList<Tier> tiers;
    MemberFacets facets; ///< of everybody

    friend bool operator==(const MemberChoices&, const MemberChoices&) = default;
};

/// A member's page: the row and the agreements to pay.
struct MemberPage {
    MemberRow row;
    QList<Subscription> subscriptions;
    QList<Tier> tiers; ///< all tiers, to name those of the subscriptions
};

/**
 * The one door for screens and the command line: asynchronous, values in, `QFuture<Result<Value>>` out. Lives on one thread (the
 * window's); nothing here waits. Reads run on two threads of their own, each with its own connection; changes run one after the
 * other on a writer thread. With no workspace open every question answers WorkspaceMissing.
 *
 * Take the answers with `whenDone()` from base: it forgets them when the receiver has died.
 */
class Workspace final : public QObject {
    Q_OBJECT

public:
    /// `clock` must outlive the workspace.
    explicit Workspace(const Clock& clock, QObject* parent = nullptr);
    ~Workspace() override; ///< interrupts running reads, lets a running change end

    // ---- which file

    [[nodiscard]] QFuture<Result<WorkspaceFacts>> create(const QString& path, const QString& title);
    [[nodiscard]] QFuture<Result<WorkspaceFacts>> open(const QString& path);
    /// Generates the sample community into `path`, replacing an earlier sample there (never anything else), and opens it.
    [[nodiscard]] QFuture<Result<WorkspaceFacts>> openSample(const QString& path);
    void close();

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString path() const; ///< empty when none is open
    [[nodiscard]] const WorkspaceFacts& facts() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] const Clock& clock() const;

    // ---- questions

    [[nodiscard]] QFuture<Result<QList<MemberId>>> memberIds(const MemberQuery& query);
    [[nodiscard]] QFuture<Result<QList<MemberRow>>> memberRows(const QList<MemberId>& ids);
    [[nodiscard]] QFuture<Result<MemberChoices>> memberChoices();
    [[nodiscard]] QFuture<Result<std::optional<MemberPage>>> memberPage(MemberId id);
    [[nodiscard]] QFuture<Result<TimelinePage>> timeline(MemberId id, int limit, std::optional<TimelineCursor> after = {});

    [[nodiscard]] QFuture<Result<QList<PostId>>> postIds(const PostQuery& query);
    [[nodiscard]] QFuture<Result<QList<PostRow>>> postRows(const QList<PostId>& ids);
    [[nodiscard]] QFuture<Result<std::optional<Post>>> post(PostId id);
    [[nodiscard]] QFuture<Result<PostFacets>> postFacets();
    [[nodiscard]] QFuture<Result<QList<lyceum::Tag>>> tags();

    [[nodiscard]] QFuture<Result<QList<CommentId>>> threadIds(const ThreadQuery& query);
    [[nodiscard]] QFuture<Result<QList<ThreadRow>>> threadRows(const QList<CommentId>& ids);
    [[nodiscard]] QFuture<Result<QList<CommentRow>>> threadComments(CommentId thread);
    [[nodiscard]] QFuture<Result<QList<CommentRow>>> commentsOf(MemberId member, int limit);

    [[nodiscard]] QFuture<Result<WorkspaceCounts>> counts();
    [[nodiscard]] QFuture<Result<QList<SyncRun>>> syncRuns(int limit);
    [[nodiscard]] QFuture<Result<QString>> setting(const QString& name);

    // ---- insights: answered from a cache while nothing they came from has changed

    [[nodiscard]] QFuture<Result<std::shared_ptr<const insights::TodayAnswer>>> today(const insights::RuleSet& rules);
    /// `question.asOfUtc` of 0 means now.
    [[nodiscard]] QFuture<Result<std::shared_ptr<const insights::RetentionAnswer>>> retention(insights::RetentionQuestion question);

    // ---- changes and care

    [[nodiscard]] QFuture<Result<StoreLink>> storeLink();
    [[nodiscard]] QFuture<Result<void>> linkStore(const sync::StoreInfo& store);
    [[nodiscard]] QFuture<Result<void>> unlinkStore();
    [[nodiscard]] QFuture<Result<void>> setSetting(const QString& name, const QString& value);
    [[nodiscard]] QFuture<Result<Backup>> backupNow();
    [[nodiscard]] QFuture<Result<QList<Backup>>> backups();
    [[nodiscard]] QFuture<Result<QList<Finding>>> verify();

    /// Tells that somebody else (the sync service) committed to this file.
    void noteChange(const ChangeSummary& summary);

Q_SIGNALS:
    void opened();
    void closed();
    /// After a commit, never before. Models ask again for what they show.
    void changed(const lyceum::workspace::ChangeSummary& summary);

private:
    template <class Make>
    QFuture<Result<WorkspaceFacts>> become(Make make);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lyceum::workspace

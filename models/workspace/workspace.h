// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "editing/commentedit.h"
#include "editing/labeledit.h"
#include "editing/limits.h"
#include "editing/memberedit.h"
#include "editing/postedit.h"
#include "editing/tieredit.h"
#include "insights/retention.h"
#include "insights/today.h"
#include "storage/backup.h"
#include "storage/conflicts.h"
#include "storage/contentquery.h"
#include "storage/counts.h"
#include "storage/discussionquery.h"
#include "storage/journalquery.h"
#include "storage/memberquery.h"
#include "storage/outbox.h"
#include "storage/syncruns.h"
#include "storage/timeline.h"
#include "storage/undo.h"
#include "storage/verify.h"
#include "storage/workspacefile.h"
#include "workspace/storesession.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace lyceum::workspace {

// The values a screen asks with and gets back. Screens include this door and name them through it.
using editing::CommentEdit;
using editing::CommentingBan;
using editing::Complimentary;
using editing::LabelEdit;
using editing::MemberEdit;
using editing::NewMember;
using editing::OfferEdit;
using editing::PostEdit;
using editing::Reply;
using editing::TierEdit;
using storage::Backup;
using storage::ChangeSummary;
using storage::CommentRow;
using storage::Entity;
using storage::Finding;
using storage::JournalArrival;
using storage::JournalChange;
using storage::JournalEntry;
using storage::JournalQuery;
using storage::LeftAlone;
using storage::MemberFacets;
using storage::MemberQuery;
using storage::MemberRow;
using storage::OpenConflict;
using storage::OutboxCounts;
using storage::OutboxItem;
using storage::OutboxQuery;
using storage::OutboxState;
using storage::PostFacets;
using storage::PostQuery;
using storage::PostRow;
using storage::Reversed;
using storage::Scalar;
using storage::Settlement;
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

/// What the menu of undoing says, and whether it can be chosen.
struct UndoState {
    std::optional<JournalEntry> undo;
    std::optional<JournalEntry> redo;

    friend bool operator==(const UndoState&, const UndoState&) = default;
};

/// One commit, field by field.
struct JournalPage {
    JournalEntry entry;
    QList<JournalChange> changes;
    QList<JournalArrival> arrivals; ///< rows that came in bulk

    friend bool operator==(const JournalPage&, const JournalPage&) = default;
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

    [[nodiscard]] QFuture<Result<QList<Newsletter>>> newsletters();
    [[nodiscard]] QFuture<Result<QList<Tier>>> tiers();
    [[nodiscard]] QFuture<Result<QList<Offer>>> offers();

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

    // ---- what a person changes
    //
    // One call is one commit, journalled as the person's, told to the store at the next sync, and undone as one. BadInput says in its subject
    // which row and field is meant, and then nothing was changed; an edit that changes nothing is committed nowhere (journalEntry 0).

    [[nodiscard]] QFuture<Result<ChangeSummary>> editMembers(const QList<MemberId>& members, const MemberEdit& edit);
    [[nodiscard]] QFuture<Result<MemberId>> createMember(const NewMember& member);
    // An invalid id makes a new row; the summary names it.
    [[nodiscard]] QFuture<Result<ChangeSummary>> editTier(TierId id, const TierEdit& edit);
    [[nodiscard]] QFuture<Result<ChangeSummary>> editOffer(OfferId id, const OfferEdit& edit);
    [[nodiscard]] QFuture<Result<ChangeSummary>> editLabel(LabelId id, const LabelEdit& edit);
    [[nodiscard]] QFuture<Result<ChangeSummary>> editPost(PostId id, const PostEdit& edit);
    [[nodiscard]] QFuture<Result<ChangeSummary>> editComment(CommentId id, const CommentEdit& edit);
    [[nodiscard]] QFuture<Result<ChangeSummary>> reply(const Reply& reply);

    [[nodiscard]] QFuture<Result<UndoState>> undoState();
    /// Of the action with this journal entry, or of the next. BadInput when there is none.
    [[nodiscard]] QFuture<Result<Reversed>> undo(std::optional<qint64> action = {});
    [[nodiscard]] QFuture<Result<Reversed>> redo(std::optional<qint64> action = {});

    [[nodiscard]] QFuture<Result<QList<JournalEntry>>> journal(const JournalQuery& query);
    [[nodiscard]] QFuture<Result<QList<JournalChange>>> journalChanges(qint64 entry, int limit);
    /// NotFound when there is no such entry. `limit` < 0: all of its changes.
    [[nodiscard]] QFuture<Result<JournalPage>> journalPage(qint64 entry, int limit);
    [[nodiscard]] QFuture<Result<QList<JournalChange>>> historyOf(Entity entity, qint64 row, int limit);

    // ---- what the store has yet to learn, and what is to be settled with it

    [[nodiscard]] QFuture<Result<QList<OutboxItem>>> outbox(const OutboxQuery& query);
    [[nodiscard]] QFuture<Result<OutboxCounts>> outboxCounts();
    [[nodiscard]] QFuture<Result<ChangeSummary>> pauseItem(Entity entity, qint64 row, bool paused);
    [[nodiscard]] QFuture<Result<ChangeSummary>> retryItem(Entity entity, qint64 row);
    [[nodiscard]] QFuture<Result<ChangeSummary>> discardItem(Entity entity, qint64 row);
    [[nodiscard]] QFuture<Result<QList<OpenConflict>>> openConflicts(std::optional<Entity> entity = {}, std::optional<qint64> row = {});
    /// `text` with Both: the words that hold both sides; without, theirs and then mine.
    [[nodiscard]] QFuture<Result<ChangeSummary>> settleConflict(
        qint64 conflict, Settlement settlement, const std::optional<QString>& text = {});

    // ---- the store, settings and care

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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspace.h"

#include "base/logging.h"
#include "base/whendone.h"
#include "workspace/samplefile.h"
#include "workspace/workspaceprivate.h"

using namespace Qt::StringLiterals;

namespace lyceum::workspace {
namespace {

constexpr std::size_t kReaderThreads = 2;

} // namespace

Workspace::Workspace(const Clock& clock, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock))
{
    qRegisterMetaType<ChangeSummary>();
}

Workspace::~Workspace()
{
    if (d->readers)
        d->readers->stop();
    d->writer.stop();
}

bool Workspace::isOpen() const { return d->readers != nullptr; }
QString Workspace::path() const { return d->path; }
const WorkspaceFacts& Workspace::facts() const { return d->facts; }
bool Workspace::isReadOnly() const { return d->readOnly; }
const Clock& Workspace::clock() const { return d->clock; }

/// What `make` produces becomes the open workspace; until then, and if it fails, the one that is open stays open.
template <class Make>
QFuture<Result<WorkspaceFacts>> Workspace::become(Make make)
{
    struct Opened {
        WorkspaceFacts facts;
        QString path;
        bool readOnly = false;
    };
    auto promise = std::make_shared<QPromise<Result<WorkspaceFacts>>>();
    promise->start();
    const auto opening = runOn(d->writer, [this, file = d->file, make = std::move(make)]() -> Result<Opened> {
        auto made = make();
        if (!made)
            return tl::unexpected(made.error());
        auto facts = (*made)->facts();
        if (!facts)
            return tl::unexpected(facts.error());
        // Announced on the writer thread, delivered on ours.
        (*made)->setListener([this](const ChangeSummary& summary) {
            QMetaObject::invokeMethod(this, [this, summary] { noteChange(summary); }, Qt::QueuedConnection);
        });
        *file = *std::move(made);
        return Opened {*facts, (*file)->path(), (*file)->isReadOnly()};
    });
    whenDone(opening, this, [this, promise](const Result<Opened>& done) {
        if (!done) {
            promise->addResult(tl::unexpected(done.error()));
        } else {
            if (isOpen())
                Q_EMIT closed();
            d->facts = done->facts;
            d->path = done->path;
            d->readOnly = done->readOnly;
            d->cache.clear();
            d->readers = std::make_unique<Readers>(d->path, kReaderThreads);
            promise->addResult(d->facts);
            Q_EMIT opened();
        }
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<WorkspaceFacts>> Workspace::create(const QString& path, const QString& title)
{
    return become([path, title, &clock = d->clock] { return storage::WorkspaceFile::create(path, {title, {}, false}, clock); });
}

QFuture<Result<WorkspaceFacts>> Workspace::open(const QString& path)
{
    return become([path, &clock = d->clock] { return storage::WorkspaceFile::open(path, clock); });
}

QFuture<Result<WorkspaceFacts>> Workspace::openSample(const QString& path)
{
    return become([path, &clock = d->clock]() -> Result<std::unique_ptr<storage::WorkspaceFile>> {
        if (auto made = ensureSampleFile(path, clock); !made)
            return tl::unexpected(made.error());
        return storage::WorkspaceFile::open(path, clock);
    });
}

void Workspace::close()
{
    if (!isOpen())
        return;
    d->readers.reset();
    d->path.clear();
    d->facts = {};
    d->cache.clear();
    d->writer.run([file = d->file] { file->reset(); });
    Q_EMIT closed();
}

// ---- questions

QFuture<Result<QList<MemberId>>> Workspace::memberIds(const MemberQuery& query)
{
    return d->ask([query, now = d->clock.nowUtc()](storage::Connection& c) { return storage::memberIds(c, query, now); });
}

QFuture<Result<QList<MemberRow>>> Workspace::memberRows(const QList<MemberId>& ids)
{
    return d->ask([ids](storage::Connection& c) { return storage::memberRows(c, ids); });
}

QFuture<Result<MemberChoices>> Workspace::memberChoices()
{
    return d->ask([now = d->clock.nowUtc()](storage::Connection& c) -> Result<MemberChoices> {
        auto labels = storage::allLabels(c);
        if (!labels)
            return tl::unexpected(labels.error());
        auto tiers = storage::allTiers(c);
        if (!tiers)
            return tl::unexpected(tiers.error());
        auto facets = storage::memberFacets(c, {}, now);
        if (!facets)
            return tl::unexpected(facets.error());
        return MemberChoices {*std::move(labels), *std::move(tiers), *std::move(facets)};
    });
}

QFuture<Result<std::optional<MemberPage>>> Workspace::memberPage(MemberId id)
{
    return d->ask([id](storage::Connection& c) -> Result<std::optional<MemberPage>> {
        auto rows = storage::memberRows(c, {id});
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->isEmpty())
            return std::nullopt;
        auto subscriptions = storage::subscriptionsOf(c, id);
        if (!subscriptions)
            return tl::unexpected(subscriptions.error());
        auto tiers = storage::allTiers(c);
        if (!tiers)
            return tl::unexpected(tiers.error());
        return MemberPage {rows->first(), *std::move(subscriptions), *std::move(tiers)};
    });
}

QFuture<Result<TimelinePage>> Workspace::timeline(MemberId id, int limit, std::optional<TimelineCursor> after)
{
    return d->ask([id, limit, after](storage::Connection& c) { return storage::timelineOf(c, id, limit, after); });
}

QFuture<Result<QList<Newsletter>>> Workspace::newsletters()
{
    return d->ask([](storage::Connection& c) { return storage::allNewsletters(c); });
}

QFuture<Result<QList<Tier>>> Workspace::tiers()
{
    return d->ask([](storage::Connection& c) { return storage::allTiers(c); });
}

QFuture<Result<QList<Offer>>> Workspace::offers()
{
    return d->ask([](storage::Connection& c) { return storage::allOffers(c); });
}

QFuture<Result<QList<PostId>>> Workspace::postIds(const PostQuery& query)
{
    return d->ask([query](storage::Connection& c) { return storage::postIds(c, query); });
}

QFuture<Result<QList<PostRow>>> Workspace::postRows(const QList<PostId>& ids)
{
    return d->ask([ids](storage::Connection& c) { return storage::postRows(c, ids); });
}

QFuture<Result<std::optional<Post>>> Workspace::post(PostId id)
{
    return d->ask([id](storage::Connection& c) { return storage::postById(c, id); });
}

QFuture<Result<PostFacets>> Workspace::postFacets()
{
    return d->ask([](storage::Connection& c) { return storage::postFacets(c); });
}

QFuture<Result<QList<lyceum::Tag>>> Workspace::tags()
{
    return d->ask([](storage::Connection& c) { return storage::allTags(c); });
}

QFuture<Result<QList<CommentId>>> Workspace::threadIds(const ThreadQuery& query)
{
    return d->ask([query](storage::Connection& c) { return storage::threadIds(c, query); });
}

QFuture<Result<QList<ThreadRow>>> Workspace::threadRows(const QList<CommentId>& ids)
{
    return d->ask([ids](storage::Connection& c) { return storage::threadRows(c, ids); });
}

QFuture<Result<QList<CommentRow>>> Workspace::threadComments(CommentId thread)
{
    return d->ask([thread](storage::Connection& c) { return storage::threadComments(c, thread); });
}

QFuture<Result<QList<CommentRow>>> Workspace::commentsOf(MemberId member, int limit)
{
    return d->ask([member, limit](storage::Connection& c) { return storage::commentsOf(c, member, limit); });
}

QFuture<Result<WorkspaceCounts>> Workspace::counts()
{
    return d->ask([](storage::Connection& c) { return storage::workspaceCounts(c); });
}

QFuture<Result<QList<SyncRun>>> Workspace::syncRuns(int limit)
{
    return d->ask([limit](storage::Connection& c) { return storage::syncRuns(c, limit); });
}

QFuture<Result<QString>> Workspace::setting(const QString& name)
{
    return d->ask([name](storage::Connection& c) { return storage::settingOf(c, name); });
}

// ---- insights

QFuture<Result<std::shared_ptr<const insights::TodayAnswer>>> Workspace::today(const insights::RuleSet& rules)
{
    return d->cache.today(rules, [&] {
        return d->ask([rules, now = d->clock.nowUtc()](storage::Connection& c) -> Result<std::shared_ptr<const insights::TodayAnswer>> {
            auto answer = insights::today(c, rules, now);
            if (!answer)
                return tl::unexpected(answer.error());
            return std::make_shared<const insights::TodayAnswer>(*std::move(answer));
        });
    });
}

QFuture<Result<std::shared_ptr<const insights::RetentionAnswer>>> Workspace::retention(insights::RetentionQuestion question)
{
    return d->cache.retention(question, [&] {
        return d->ask([question, now = d->clock.nowUtc()](
                          storage::Connection& c) -> Result<std::shared_ptr<const insights::RetentionAnswer>> {
            insights::RetentionQuestion asked = question;
            if (asked.asOfUtc == 0)
                asked.asOfUtc = now;
            auto answer = insights::retention(c, asked);
            if (!answer)
                return tl::unexpected(answer.error());
            return std::make_shared<const insights::RetentionAnswer>(*std::move(answer));
        });
    });
}

// ---- the store, settings and care

QFuture<Result<StoreLink>> Workspace::storeLink()
{
    return d->ask([](storage::Connection& c) { return storeLinkOf(c); });
}

QFuture<Result<void>> Workspace::linkStore(const sync::StoreInfo& store)
{
    return d->write([store](storage::WorkspaceFile& file) { return workspace::linkStore(file, store); });
}

QFuture<Result<void>> Workspace::unlinkStore()
{
    return d->write([](storage::WorkspaceFile& file) { return workspace::unlinkStore(file); });
}

QFuture<Result<void>> Workspace::setSetting(const QString& name, const QString& value)
{
    return d->write([name, value](storage::WorkspaceFile& file) -> Result<void> {
        const storage::Author author {u"creator"_s, storage::Origin::Settings, u"setting changed"_s};
        const auto set = file.setSetting(name, value, author);
        return set ? Result<void>() : tl::unexpected(set.error());
    });
}

QFuture<Result<Backup>> Workspace::backupNow()
{
    return d->ask([path = d->path, id = d->facts.workspaceId, zone = QTimeZone(d->facts.timeZone), now = d->clock.nowUtc()](storage::Connection& c) -> Result<Backup> {
        const QString folder = storage::defaultBackupFolder(path);
        auto made = storage::makeBackup(c, path, folder, now);
        if (!made)
            return made;
        if (const auto rotated = storage::rotateBackups(path, folder, id, storage::BackupRetention {}, zone); !rotated)
            qCWarning(lcWorkspace) << "old backups could not be removed:" << rotated.error().detail;
        return made;
    });
}

QFuture<Result<QList<Backup>>> Workspace::backups()
{
    return d->ask([path = d->path](storage::Connection&) { return storage::backupsOf(path, storage::defaultBackupFolder(path)); });
}

QFuture<Result<QList<Finding>>> Workspace::verify()
{
    return d->write([](storage::WorkspaceFile& file) { return storage::verifyWorkspace(file.connection()); });
}

void Workspace::noteChange(const ChangeSummary& summary)
{
    d->cache.invalidate(summary);
    Q_EMIT changed(summary);
}

} // namespace lyceum::workspace

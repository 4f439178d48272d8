// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "site.h"

#include <atomic>

namespace lyceum::test {

/// What goes wrong, in per cent of the calls or pages.
struct Faults {
    int error = 0; ///< the call fails
    int repeatedPage = 0; ///< a page comes once more before the list goes on
    int repeatedRow = 0;
    int shuffledPage = 0;
    int lostRow = 0; ///< a row moved and is on no page of a list
    int lostAnswer = 0; ///< a write has its effect, and its answer is lost
    int edits = 0; ///< the site changes between two calls
    Site::Trace trace = Site::Trace::Any; ///< of those edits
    int dieAtCall = -1; ///< this call and all later ones fail; `onDeath` is told
    int dieAfterCall = -1; ///< this call has its effect; its answer comes to nobody: `onDeath` is told
    int cancelAtCall = -1; ///< `onCancel` is called within this call
};

/**
 * A hosted store in memory. Lists by keyset, like a careful connector, or by offset, like a careless one: then rows that come and
 * go meanwhile make the walk skip some and repeat others.
 */
class MemoryStore : public sync::HostedStore {
public:
    struct Habits {
        int pageRows = 4;
        bool byOffset = false;
    };
    MemoryStore(Site& site, Habits habits, Faults faults = {}, quint64 seed = 1);

    [[nodiscard]] Result<sync::StoreInfo> identify() override;
    [[nodiscard]] Result<sync::WalkPage> pull(const sync::Walk& walk, const QString& cursor) override;
    [[nodiscard]] Result<sync::Hints> hintsSince(qint64 sinceUtc) override;
    [[nodiscard]] Result<sync::Totals> totals() override;
    [[nodiscard]] Result<qint64> eventTotal(EventKind kind) override;
    [[nodiscard]] QList<EventKind> eventKinds() const override { return Site::eventKinds(); }
    [[nodiscard]] bool outlivesMember(EventKind kind) const override { return Site::outlivesMember(kind); }
    [[nodiscard]] Result<IdPage> ids(sync::Kind kind, const QString& cursor) override;
    [[nodiscard]] Result<bool> exists(sync::Kind kind, const QString& remoteId) override;
    [[nodiscard]] Result<sync::Batch> write(const sync::RowWrite& write) override;
    [[nodiscard]] Result<void> remove(sync::Kind kind, const QString& remoteId) override;
    [[nodiscard]] Result<std::optional<sync::Batch>> findMade(const sync::RowWrite& write) override;
    [[nodiscard]] Result<void> relabel(const Label& label, const QStringList& members, bool carry) override;
    [[nodiscard]] QSet<QByteArray> writable(sync::Kind kind, bool making) const override { return Site::writable(kind, making); }
    [[nodiscard]] sync::Traffic traffic() const override { return {m_requests, m_requests * 100}; }
    void cancel() override { m_cancelled = true; }

    std::function<void()> onDeath;
    std::function<void()> onCancel;
    std::function<void(const sync::Walk&, const QString& cursor)> onPull; ///< before a page is made
    std::function<void(const sync::RowWrite&)> onWrite; ///< before it has its effect
    std::function<Result<void>(const sync::RowWrite&)> onAnswer; ///< after it had its effect; an error is what is answered
    std::function<void(const Label&, const QStringList& members, bool carry)> onRelabel;
    std::function<void(sync::Kind kind, const QString& remoteId)> onRemove;
    [[nodiscard]] int calls() const { return m_calls; }
    [[nodiscard]] bool died() const { return m_died; }

private:
    [[nodiscard]] Result<void> call(int requests = 1);
    [[nodiscard]] Result<void> answer(); ///< after an effect
    [[nodiscard]] sync::Batch rowAnswered(sync::Kind kind, const QString& remoteId);
    [[nodiscard]] sync::WalkPage page(const sync::Walk& walk, const QString& cursor);
    template <class Row>
    [[nodiscard]] sync::WalkPage listed(QList<Row> rows, const QString& cursor, QList<Row> sync::Batch::*list, bool byTime = false);
    [[nodiscard]] sync::WalkPage members(const sync::Walk& walk, const QString& cursor);
    [[nodiscard]] sync::WalkPage posts(const sync::Walk& walk, const QString& cursor);
    [[nodiscard]] sync::WalkPage comments(const sync::Walk& walk, const QString& cursor);
    [[nodiscard]] sync::WalkPage events(const sync::Walk& walk, const QString& cursor);
    void spoil(const sync::Walk& walk, sync::Batch& batch);
    template <class Row>
    void spoilRows(QList<Row>& rows, bool mayLose);

    Site& m_site;
    Habits m_habits;
    Faults m_faults;
    Dice m_dice;
    qint64 m_requests = 0;
    int m_calls = 0;
    bool m_died = false;
    std::atomic<bool> m_cancelled = false;
};

} // namespace lyceum::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"
#include "workspace/workspace.h"

#include <QWidget>

namespace lyceum::ui {

/// The pages of the window. The numbers are remembered: only append.
enum class PageKind { Today, Members, Content, Discussions, Retention, Reports, Sync, Settings, Journal, Tiers };

/**
 * One page of the window. Pages know no other page: where a person wants to go from here, a page says so, and the window takes
 * them there.
 */
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual PageKind kind() const = 0;
    [[nodiscard]] virtual QString title() const = 0; ///< also its word in the rail
    [[nodiscard]] virtual Icon icon() const = 0;
    /// The page has come to the front: ask again for what may be out of date; the old content stays until the answer is there.
    virtual void activate() = 0;
    /// The first thing on the page the keyboard should be at.
    virtual void takeFocus() { setFocus(); }

Q_SIGNALS:
    void memberRequested(lyceum::MemberId member);
    /// Shows a list of members; `why` is a short heading such as "Left within 30 days, Gold".
    void membersRequested(const lyceum::workspace::MemberQuery& query, const QString& why);
    void threadRequested(lyceum::CommentId thread);
    void threadsRequested(const lyceum::workspace::ThreadQuery& query, const QString& why);
    void postRequested(lyceum::PostId post);
    void pageRequested(lyceum::ui::PageKind page);
    /// Something was changed here: the window says what was done, in one sentence, and offers to take the journal entry back. An entry of
    /// 0 means that nothing had to be changed, and the window says that.
    void changeMade(const QString& what, qint64 entry);
    /// Something could not be changed, or not be asked: the window says why.
    void changeFailed(const lyceum::Error& error);
    void undoRequested(qint64 entry);
    void redoRequested(qint64 entry);
};

} // namespace lyceum::ui

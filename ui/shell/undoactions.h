// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"
#include "words/fieldwords.h"

#include <QObject>

#include <optional>

class QAction;

namespace lyceum::ui {

class NoticeBar;

/**
 * Undo and redo of whatever was changed in the workspace, by whichever page, also before the program was started: two actions whose texts
 * say what would be done, and the notice of what was done. A text field that has the focus keeps Ctrl+Z for itself, as Qt has it.
 */
class UndoActions final : public QObject {
    Q_OBJECT

public:
    /// `notice` outlives this.
    UndoActions(const PageContext& context, NoticeBar& notice, QObject* parent);

    [[nodiscard]] QAction* undoAction() const { return m_undo; }
    [[nodiscard]] QAction* redoAction() const { return m_redo; }

public Q_SLOTS:
    /// Says what a page has done, with a button that takes it back; an entry of 0 means that nothing had to be changed.
    void sayChange(const QString& what, qint64 entry);
    void sayFailure(const lyceum::Error& error);
    void undo(std::optional<qint64> entry = {}); ///< none: the latest
    void redo(std::optional<qint64> entry = {});

private:
    using Reversal = QFuture<Result<workspace::Reversed>>;

    void refresh();
    void show(const workspace::UndoState& state);
    /// One at a time: a key that is held down does not take back more than was seen.
    void await(const Reversal& reversal, bool restores);
    void say(const workspace::Reversed& reversed, bool restores);
    void sayWith(const workspace::Reversed& reversed, bool restores, const QString& action, const RowNames& names);

    PageContext m_context;
    NoticeBar& m_notice;
    QAction* m_undo;
    QAction* m_redo;
    bool m_busy = false;
    int m_question = 0; ///< an answer to an older one is dropped
};

} // namespace lyceum::ui

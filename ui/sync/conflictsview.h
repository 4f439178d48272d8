// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/conflictmodel.h"
#include "page/asker.h"
#include "page/pagecontext.h"
#include "words/fieldwords.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace lyceum::ui {

class BusyLine;
class ConflictCard;
class EmptyState;
class NoticeBar;

/**
 * What was changed here and on the site: the rows at the left, field by field at the right. All of it goes without the mouse: M, T and
 * B choose, Enter settles what is chosen, J and K or the arrows move.
 */
class ConflictsView final : public QWidget {
    Q_OBJECT

public:
    explicit ConflictsView(const PageContext& context, QWidget* parent = nullptr);

    void activate();
    void takeFocus();
    /// Once the conflicts are read: shows the row, if it is in one.
    void showItem(workspace::Entity entity, qint64 row);
    void forgetWorkspace();

Q_SIGNALS:
    void counted(int items); ///< rows in conflict

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    using Conflicts = QList<workspace::OpenConflict>;

    /// What is about to be settled.
    struct Decision {
        qint64 conflict = 0;
        workspace::Settlement settlement = workspace::Settlement::Mine;
        std::optional<QString> text;
    };

    [[nodiscard]] QWidget* buildSide();
    [[nodiscard]] QWidget* buildHead();
    void takeConflicts(const Result<Conflicts>& conflicts);
    void showConflicts(const Conflicts& conflicts);
    void showCurrent();
    void addCard(const workspace::OpenConflict& conflict);
    void setCurrentCard(qsizetype card);
    void moveBy(int step);
    [[nodiscard]] bool takeKey(QKeyEvent* event);
    void choose(workspace::Settlement settlement);
    void settleChosen();
    void settleAll(workspace::Settlement settlement);
    void settle(QList<Decision> decisions);
    void settleNext();
    void finishSettling();
    void takeBack(QList<qint64> entries);

    PageContext m_context;
    RowNames m_names;
    Asker<Conflicts> m_asker;
    ConflictModel* m_model;
    BusyLine* m_busy;
    NoticeBar* m_notice;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QListView* m_list;
    QLabel* m_title;
    QLabel* m_what;
    QScrollArea* m_scroll;
    QVBoxLayout* m_cardColumn;
    QPushButton* m_allMine;
    QPushButton* m_allTheirs;
    QPushButton* m_settle;
    QList<ConflictCard*> m_cards;
    qsizetype m_card = 0;
    QString m_shownTitle; ///< of the row being settled
    QList<qint64> m_shown; ///< ids of the conflicts on the cards
    QList<Decision> m_decisions; ///< yet to be committed
    QList<qint64> m_entries; ///< of the journal, made by this settling
    std::optional<std::pair<workspace::Entity, qint64>> m_wanted;
    int m_lookUp = 0; ///< the latest question for names
    bool m_settled = false; ///< somebody has settled one since the page came to the front
};

} // namespace lyceum::ui

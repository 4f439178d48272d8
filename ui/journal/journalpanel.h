// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace lyceum::ui {

class ChangeListModel;

/// One entry of the journal: who, when and from where, every field with what it was and what it became, and a button that takes it back.
class JournalPanel final : public QWidget {
    Q_OBJECT

public:
    explicit JournalPanel(const PageContext& context, QWidget* parent = nullptr);

    void showEntry(const workspace::JournalEntry& entry);
    void forget(); ///< another workspace counts its entries anew
    [[nodiscard]] qint64 entry() const { return m_entry.id; }
    [[nodiscard]] QListView* list() const { return m_list; }

Q_SIGNALS:
    void undoRequested(qint64 entry);
    void redoRequested(qint64 entry);
    void memberRequested(lyceum::MemberId member);
    void postRequested(lyceum::PostId post);

private:
    void ask();
    void showHead();
    void showPage(const workspace::JournalPage& page);
    void openRow(const QModelIndex& index);

    PageContext m_context;
    workspace::JournalEntry m_entry;
    QLabel* m_facts;
    QPushButton* m_reverse;
    QLabel* m_why;
    QListView* m_list;
    QLabel* m_more;
    ChangeListModel* m_model;
    int m_question = 0; ///< an answer to an older one is dropped
};

} // namespace lyceum::ui

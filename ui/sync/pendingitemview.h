// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"
#include "words/fieldwords.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;
class QPushButton;

namespace lyceum::ui {

/// One change that waits: why, what it was and is, who made it.
class PendingItemView final : public QScrollArea {
    Q_OBJECT

public:
    explicit PendingItemView(const PageContext& context, QWidget* parent = nullptr);

    void showItem(const workspace::OutboxItem& item);
    [[nodiscard]] const workspace::OutboxItem& item() const { return m_item; }

Q_SIGNALS:
    void conflictRequested(lyceum::workspace::Entity entity, qint64 row);
    void memberRequested(lyceum::MemberId member);
    void postRequested(lyceum::PostId post);

private:
    void askHistory();
    void showChanges(const QList<workspace::JournalChange>& history, const RowNames& names);
    void showAuthors(const QList<workspace::JournalEntry>& entries);
    void addRow(const QStringList& cells, bool isHeading);
    void recolour();

    PageContext m_context;
    workspace::OutboxItem m_item;
    QLabel* m_state;
    QLabel* m_since;
    QPushButton* m_decide;
    QPushButton* m_open;
    QGridLayout* m_changes;
    QLabel* m_changesProblem;
    QLabel* m_authors;
};

} // namespace lyceum::ui

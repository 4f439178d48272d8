// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/pagedtablemodel.h"
#include "page/pagecontext.h"
#include "tables/listview.h"
#include "theme/icons.h"

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace lyceum::ui {

class BusyLine;
class EmptyState;
class FilterBar;
class NoticeBar;
class PageHeader;
class SidePanel;

/**
 * What every list page is made of: header, filters, the table or why it is empty, and details in a panel at the right. It follows
 * its model: shows that it loads, says what failed and asks for another try.
 */
class ListFrame final : public QWidget {
    Q_OBJECT

public:
    /// An empty `searchFor`: nothing can be searched for.
    ListFrame(const PageContext& context, const QString& title, const QString& searchFor, AppSettings::Key columns, QWidget* parent = nullptr);

    /// Once, with the first column's width first. `tableName` is the table's object name, `accessibleName` what a screen reader says.
    void setModel(PagedTableModelBase* model, const QString& tableName, const QString& accessibleName, const QList<int>& widths);
    void showSort(int column, bool descending);
    /// Shows the table, or with no rows the empty state.
    void showRows(bool any);
    void setEmpty(Icon icon, const QString& what, const QString& advice, const QString& button = {});
    void say(const Error& error); ///< with a button that says retryRequested()
    void setBusy(bool busy); ///< a change is under way; loading shows itself
    /// Takes `bar` over; it stands right above the table.
    void setBar(QWidget* bar);
    /// Takes `content` over; the panel stays closed until it is opened.
    void setPanel(QWidget* content);

    [[nodiscard]] PageHeader* header() const { return m_header; }
    [[nodiscard]] FilterBar* filters() const { return m_filters; }
    [[nodiscard]] ListView* table() const { return m_table; }
    [[nodiscard]] SidePanel* panel() const { return m_panel; }

Q_SIGNALS:
    void searched(const QString& text);
    void columnClicked(int column);
    void rowOpened(int row); ///< Enter or double click; with a panel also a click
    void loaded(); ///< the order is there
    void retryRequested();
    void emptyActionTriggered();

private:
    QVBoxLayout* m_layout;
    PageHeader* m_header;
    FilterBar* m_filters;
    BusyLine* m_busy;
    NoticeBar* m_notice;
    QStackedWidget* m_content;
    ListView* m_table;
    EmptyState* m_empty;
    SidePanel* m_panel;
};

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/listview.h"

#include "tables/celldelegate.h"
#include "theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace lyceum::ui {

ListView::ListView(const Theme& theme, AppSettings& settings, AppSettings::Key columns, QWidget* parent)
    : QTableView(parent)
    , m_settings(settings)
    , m_columns(columns)
{
    setItemDelegate(new CellDelegate(theme, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table: it is one stop on the way through the page
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setSortingEnabled(false); // sorting is a question to the workspace
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &ListView::showColumnMenu);
    connect(this, &QTableView::doubleClicked, this, &ListView::rowOpened);
    connect(&m_settings, &AppSettings::changed, this, [this](AppSettings::Key key) {
        if (key == AppSettings::Key::CompactRows)
            applyRowHeight();
    });
    applyRowHeight();
}

void ListView::applyRowHeight()
{
    const int wanted = m_settings.value(AppSettings::Key::CompactRows).toBool() ? space::kCompactRow : space::kRow;
    // Large fonts need taller rows than the grid asks for.
    verticalHeader()->setDefaultSectionSize(std::max(wanted, fontMetrics().height() + space::kSmall));
}

void ListView::arrangeColumns(const QList<int>& widths)
{
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column, widths.at(column));
    const QByteArray stored = m_settings.value(m_columns).toByteArray();
    if (!stored.isEmpty())
        horizontalHeader()->restoreState(stored);
    const auto remember = [this] { m_settings.setValue(m_columns, horizontalHeader()->saveState()); };
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, remember);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, remember);
}

void ListView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowOpened(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void ListView::showColumnMenu(QPoint position)
{
    QMenu menu(this);
    for (int column = 1; column < model()->columnCount(); ++column) { // the first is what the row is about
        QAction* action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            m_settings.setValue(m_columns, horizontalHeader()->saveState());
        });
    }
    menu.exec(horizontalHeader()->mapToGlobal(position));
}

} // namespace lyceum::ui

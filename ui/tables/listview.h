// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/appsettings.h"

#include <QTableView>

namespace lyceum::ui {

class Theme;

/**
 * A table as every list of the program shows one: fixed rows, whole-row selection, header sorting by question, columns that are
 * remembered. Enter and double click open a row, arrows move, Space selects.
 */
class ListView final : public QTableView {
    Q_OBJECT

public:
    ListView(const Theme& theme, AppSettings& settings, AppSettings::Key columns, QWidget* parent = nullptr);

    /// Call once the model is set: widths by column, the first in bold; a stored header state wins over `widths`.
    void arrangeColumns(const QList<int>& widths);

Q_SIGNALS:
    void rowOpened(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void applyRowHeight();
    void showColumnMenu(QPoint position);

    AppSettings& m_settings;
    AppSettings::Key m_columns;
};

} // namespace lyceum::ui

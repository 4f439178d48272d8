// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QTreeWidget>

namespace lyceum::ui {

/// The latest syncs, newest first; below each what it did by kind.
class SyncLog final : public QTreeWidget {
    Q_OBJECT

public:
    explicit SyncLog(const PageContext& context, QWidget* parent = nullptr);

    void refresh();

private:
    void showRuns(const QList<workspace::SyncRun>& runs);

    PageContext m_context;
};

} // namespace lyceum::ui

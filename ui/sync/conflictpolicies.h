// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QMenu>

class QActionGroup;

namespace lyceum::ui {

/// Which side wins where both have changed: for each kind, the person is asked, or mine wins, or the site does.
class ConflictPolicies final : public QMenu {
    Q_OBJECT

public:
    explicit ConflictPolicies(const PageContext& context, QWidget* parent = nullptr);

Q_SIGNALS:
    void changed(const QString& sentence); ///< what holds from now on
    void failed(const lyceum::Error& error);

private:
    struct Kind {
        workspace::Entity entity;
        QString setting;
        QActionGroup* choices;
    };
    void addKind(workspace::Entity entity, const char* name);
    void read();

    PageContext m_context;
    QList<Kind> m_kinds;
};

} // namespace lyceum::ui

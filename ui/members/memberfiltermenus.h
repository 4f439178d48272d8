// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QHash>
#include <QObject>

class QMenu;
class QToolButton;

namespace lyceum::ui {

class FilterBar;

/**
 * The filter menus of the members: status, tier, label, joined, last seen. Each choice is a condition with a chip; conditions of
 * one menu are alternatives, menus narrow each other down.
 */
class MemberFilterMenus final : public QObject {
    Q_OBJECT

public:
    MemberFilterMenus(const PageContext& context, FilterBar& bar, QObject* parent);

    /// What is chosen, as a filter; nullopt when nothing is.
    [[nodiscard]] std::optional<Filter> filter() const;
    void setChoices(const workspace::MemberChoices& choices);
    void clear();

Q_SIGNALS:
    void filterChanged();

private:
    struct Condition {
        QString menu; ///< conditions of the same menu are alternatives
        Filter filter;
    };

    QMenu* addMenu(const QString& name, const QString& text);
    void addChoice(QMenu* menu, const QString& menuName, const QString& text, qint64 count, const Filter& filter);
    void fillTimes(QMenu* menu, const QString& name, MemberField field, bool offersNever);
    void take(const QString& id);

    PageContext m_context;
    FilterBar& m_bar;
    QMenu* m_status;
    QMenu* m_tier;
    QMenu* m_label;
    QMenu* m_joined;
    QMenu* m_seen;
    QHash<QString, Condition> m_conditions; ///< by the id of the chip
};

} // namespace lyceum::ui

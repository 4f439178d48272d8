// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "members/memberdialog.h"
#include "page/pagecontext.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace lyceum::ui {

/**
 * What can be done with members, with one as with ten thousand: the same actions stand in the bar above the list, in its context menu and on
 * a member's page. Each asks what it has to know in a dialog that blocks nothing, does it in one commit, and says what was done.
 */
class MemberActions final : public QObject {
    Q_OBJECT

public:
    /// `whom` says who is meant when an action is chosen. The actions' keys work while `area` or something in it has the focus.
    MemberActions(const PageContext& context, QWidget* area, std::function<QList<MemberId>()> whom);

    [[nodiscard]] QAction* labelAction() const { return m_label; }
    [[nodiscard]] QAction* unlabelAction() const { return m_unlabel; }
    [[nodiscard]] QAction* editAction() const { return m_edit; }
    [[nodiscard]] QMenu* moreMenu() const { return m_more; } ///< newsletters, access, commenting, removing
    /// Only one can be edited field by field; none, nothing.
    void setCount(qsizetype members);
    void addMember(); ///< asks who, and makes them

Q_SIGNALS:
    /// As Page has them.
    void changeMade(const QString& what, qint64 entry);
    void changeFailed(const lyceum::Error& error);
    void memberAdded(lyceum::MemberId member);
    void working(bool isWorking); ///< a change is under way; ten thousand members take a moment

private:
    using Say = std::function<QString(int members)>; ///< what was done, by how many were changed

    void buildMenu();
    void fillNewsletters(const QList<Newsletter>& newsletters);
    void allowMenu();
    void pickLabel(bool adds);
    void editOne();
    void giveAccess();
    void silence();
    void confirmRemoval();
    /// Reads what a member's fields offer; `member` invalid: somebody new.
    void readContent(MemberId member, const std::function<void(MemberDialog::Content)>& then);
    void create(MemberDialog* dialog);
    void sayCreated(MemberId member, const QString& name);
    void save(MemberDialog* dialog, MemberId member);
    void apply(const QList<MemberId>& members, const workspace::MemberEdit& edit, const Say& say);
    /// The same from a dialog, which closes when it is done and says what is wrong when it is not.
    void applyFrom(FormDialog* dialog, const QList<MemberId>& members, const workspace::MemberEdit& edit, const Say& say);

    PageContext m_context;
    QWidget* m_area;
    std::function<QList<MemberId>()> m_whom;
    QAction* m_label;
    QAction* m_unlabel;
    QAction* m_edit;
    QMenu* m_more;
    QMenu* m_subscribe;
    QMenu* m_unsubscribe;
    bool m_isAllowed = false; ///< there is somebody, and the workspace can be written to
};

} // namespace lyceum::ui

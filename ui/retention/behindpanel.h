// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insights/retention.h"
#include "page/pagecontext.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace lyceum::ui {

/// The members behind a point or a cell: who left, and who was still paying. Names of the first kShown are looked up.
class BehindPanel final : public QWidget {
    Q_OBJECT

public:
    static constexpr qsizetype kShown = 200;

    explicit BehindPanel(const PageContext& context, QWidget* parent = nullptr);

    /// The headings say what each list is, without the count: "Left on day 90, Gold".
    void setMembers(const insights::CohortCellMembers& members, const QString& leftHeading, const QString& keptHeading);
    [[nodiscard]] QListWidget* leftList() const { return m_left.list; }
    [[nodiscard]] QListWidget* keptList() const { return m_kept.list; }

Q_SIGNALS:
    void memberRequested(lyceum::MemberId member);
    void membersRequested(const lyceum::workspace::MemberQuery& query, const QString& why);

private:
    struct Part {
        QLabel* heading = nullptr;
        QLabel* more = nullptr;
        QListWidget* list = nullptr;
        QPushButton* open = nullptr;
        QList<MemberId> members;
        QString why;
    };

    void build(Part& part, QVBoxLayout* layout, const QString& name);
    void fill(Part& part, const QList<MemberId>& members, const QString& heading);
    void addRow(Part& part, const workspace::MemberRow& row);
    void recolour();

    PageContext m_context;
    int m_asked = 0; ///< answers for members no longer shown are dropped
    Part m_left;
    Part m_kept;
};

} // namespace lyceum::ui

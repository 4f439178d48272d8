// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QScrollArea>

class QGridLayout;
class QVBoxLayout;

namespace lyceum::ui {

/// What is known about a member and what they agreed to pay: the column at the left of their page.
class MemberFacts final : public QScrollArea {
    Q_OBJECT

public:
    explicit MemberFacts(const PageContext& context, QWidget* parent = nullptr);

    void showPage(const workspace::MemberPage& page, const QStringList& newsletters);

private:
    void addFact(const QString& name, const QString& value);
    void showSubscriptions(const workspace::MemberPage& page);

    PageContext m_context;
    QGridLayout* m_facts;
    QVBoxLayout* m_subscriptions;
};

/// Takes everything out of a layout and deletes it.
void clearLayout(QLayout* layout);

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QScrollArea>

class QVBoxLayout;

namespace lyceum::ui {

/// A conversation: the first comment, then the replies, oldest first, each with who wrote it and when.
class ThreadView final : public QScrollArea {
    Q_OBJECT

public:
    explicit ThreadView(const PageContext& context, QWidget* parent = nullptr);

    void showComments(const QList<workspace::CommentRow>& comments);

Q_SIGNALS:
    void memberRequested(lyceum::MemberId member);
    void postRequested(lyceum::PostId post);

private:
    void addComment(const workspace::CommentRow& row, bool isReply);
    void clear();

    PageContext m_context;
    QWidget* m_body;
    QVBoxLayout* m_layout;
    QList<workspace::CommentRow> m_rows;
};

} // namespace lyceum::ui

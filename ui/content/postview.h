// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QWidget>

class QLabel;
class QTextBrowser;

namespace lyceum::ui {

/// A post to be read: its facts and its text. Pictures and links of the text are not fetched.
class PostView final : public QWidget {
    Q_OBJECT

public:
    explicit PostView(const PageContext& context, QWidget* parent = nullptr);

    void showPost(const Post& post);

Q_SIGNALS:
    void threadsRequested(lyceum::PostId post);

private:
    PageContext m_context;
    PostId m_id;
    QLabel* m_facts;
    QTextBrowser* m_text;
};

} // namespace lyceum::ui

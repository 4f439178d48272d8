// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page/pagecontext.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace lyceum::ui {

class BusyLine;
class NoticeBar;

/**
 * Site address and Admin API key, checked against the site before anything is kept. Where the computer has no keychain that works, a
 * passphrase is asked for as well, and the key is kept in a file sealed with it.
 */
class ConnectForm final : public QWidget {
    Q_OBJECT

public:
    explicit ConnectForm(const PageContext& context, QWidget* parent = nullptr);

    void activate(); ///< finds out whether there is a keychain
    void takeFocus();

Q_SIGNALS:
    void connected(const QString& siteTitle);

private:
    void connectStore();
    void showPassphrase(bool needed);
    void setBusy(bool busy);

    PageContext m_context;
    QLineEdit* m_address;
    QLineEdit* m_key;
    QLabel* m_passphraseHint;
    QLabel* m_passphraseLabel;
    QLineEdit* m_passphrase;
    QPushButton* m_button;
    BusyLine* m_busy;
    NoticeBar* m_notice;
};

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/connectform.h"

#include "base/whendone.h"
#include "widgets/busyline.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/plainlabel.h"
#include "words/errortext.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kFormWidth = 560;

} // namespace

ConnectForm::ConnectForm(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_address(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_passphraseHint(plainLabel(this))
    , m_passphraseLabel(new QLabel(tr("Pass&phrase"), this))
    , m_passphrase(new QLineEdit(this))
    , m_button(new QPushButton(tr("Connect"), this))
    , m_busy(new BusyLine(context.theme, this))
    , m_notice(new NoticeBar(context.theme, this))
{
    setObjectName(u"connectForm"_s);
    auto* frame = new QWidget(this);
    frame->setMaximumWidth(kFormWidth);
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kMedium);
    column->addWidget(sectionLabel(context.theme, tr("Connect your Ghost site"), frame));
    QLabel* how = plainLabel(frame);
    how->setText(tr("On your site open Settings, then Integrations, add a custom integration named Lyceum, and copy its Admin API key here. "
                    "Lyceum reads your members, posts and comments; everything then works without a network."));
    column->addWidget(how);

    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setVerticalSpacing(space::kMedium);
    m_address->setObjectName(u"siteAddress"_s);
    m_address->setPlaceholderText(u"example.com"_s);
    m_key->setObjectName(u"adminKey"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_passphrase->setObjectName(u"passphrase"_s);
    m_passphrase->setEchoMode(QLineEdit::Password);
    form->addRow(tr("Site &address"), m_address);
    form->addRow(tr("Admin API &key"), m_key);
    form->addRow(m_passphraseHint);
    form->addRow(m_passphraseLabel, m_passphrase);
    m_passphraseLabel->setBuddy(m_passphrase);
    column->addLayout(form);
    m_passphraseHint->setText(tr("This computer has no keychain that works. Choose a passphrase: the key is kept in a file sealed with it, "
                                 "and you are asked for it once after each start."));
    column->addWidget(m_busy);
    column->addWidget(m_notice);
    m_button->setObjectName(u"connectButton"_s);
    m_button->setProperty("primary", true);
    m_button->setDefault(true);
    column->addWidget(m_button, 0, Qt::AlignLeft);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::kMedium, 0, 0);
    layout->addWidget(frame);
    layout->addStretch();
    connect(m_button, &QPushButton::clicked, this, &ConnectForm::connectStore);
    for (QLineEdit* field : {m_address, m_key, m_passphrase})
        connect(field, &QLineEdit::returnPressed, this, &ConnectForm::connectStore);
    showPassphrase(false);
}

void ConnectForm::activate() { showPassphrase(!m_context.sync.hasSecretStore()); }
void ConnectForm::takeFocus() { m_address->setFocus(); }

void ConnectForm::showPassphrase(bool needed)
{
    m_passphraseHint->setVisible(needed);
    m_passphraseLabel->setVisible(needed);
    m_passphrase->setVisible(needed);
}

void ConnectForm::setBusy(bool busy)
{
    m_busy->setBusy(busy);
    for (QWidget* widget : {static_cast<QWidget*>(m_address), static_cast<QWidget*>(m_key), static_cast<QWidget*>(m_passphrase),
             static_cast<QWidget*>(m_button)})
        widget->setEnabled(!busy);
}

void ConnectForm::connectStore()
{
    m_notice->dismiss();
    if (m_address->text().trimmed().isEmpty() || m_key->text().trimmed().isEmpty()) {
        m_notice->say(NoticeBar::Kind::Caution, tr("Enter the site's address and its Admin API key."));
        return;
    }
    if (!m_context.sync.hasSecretStore()) {
        if (m_passphrase->text().isEmpty()) {
            showPassphrase(true);
            m_notice->say(NoticeBar::Kind::Caution, tr("Choose a passphrase to seal the key with."));
            return;
        }
        m_context.sync.useSealedFile(m_passphrase->text());
    }
    QByteArray key = m_key->text().trimmed().toUtf8();
    setBusy(true);
    whenDone(m_context.sync.connectStore(m_address->text(), workspace::Secret::taking(key)), this, [this](const Result<workspace::StoreInfo>& store) {
        setBusy(false);
        if (!store) {
            m_notice->say(NoticeBar::Kind::Error, sentence(store.error()));
            using Kind = Error::Kind;
            // What cannot keep a key is not asked again: the sealed file takes its place.
            if (store.error().kind == Kind::KeychainMissing || store.error().kind == Kind::WrongPassphrase) {
                m_context.sync.forgetSecretStore();
                showPassphrase(true);
            }
            return;
        }
        m_key->clear();
        m_passphrase->clear();
        Q_EMIT connected(store->title);
    });
}

} // namespace lyceum::ui

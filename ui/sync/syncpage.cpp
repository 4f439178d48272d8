// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncpage.h"

#include "base/whendone.h"
#include "page/pendingcounts.h"
#include "sync/conflictsview.h"
#include "sync/connectform.h"
#include "sync/synclog.h"
#include "sync/syncwords.h"
#include "sync/waitingview.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/plainlabel.h"
#include "words/errortext.h"
#include "words/outboxwords.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kProgressSteps = 1000;

} // namespace

SyncPage::SyncPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_counts(new PendingCounts(context.workspace, this))
    , m_header(new PageHeader(context.theme, tr("Sync"), this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_form(new ConnectForm(context))
    , m_showWaiting(new QPushButton(this))
    , m_unconnected(nullptr)
    , m_work(nullptr)
    , m_site(plainLabel(this))
    , m_progressText(plainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_start(new QPushButton(tr("Sync now"), this))
    , m_full(new QPushButton(tr("Read everything again"), this))
    , m_cancel(new QPushButton(tr("Stop"), this))
    , m_connect(new QPushButton(tr("Connect a site"), this))
    , m_disconnect(new QPushButton(tr("Disconnect"), this))
    , m_tabs(new QTabWidget)
    , m_waiting(new WaitingView(context))
    , m_conflicts(new ConflictsView(context))
    , m_log(new SyncLog(context))
{
    m_unconnected = buildUnconnected();
    m_work = buildWork();
    m_stack->addWidget(m_unconnected);
    m_stack->addWidget(m_work);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kWide, space::kLarge, space::kWide, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_header);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    connectService();
    connectViews();
    showCounts();
    showState();
}

QWidget* SyncPage::buildUnconnected()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    m_showWaiting->setObjectName(u"showWaiting"_s);
    column->addWidget(m_showWaiting, 0, Qt::AlignLeft);
    column->addStretch(1);
    return page;
}

QWidget* SyncPage::buildWork()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(m_site);
    auto* buttons = new QHBoxLayout;
    m_start->setObjectName(u"syncNow"_s);
    m_start->setProperty("primary", true);
    m_cancel->setObjectName(u"syncStop"_s);
    m_full->setToolTip(tr("Walks through everything the site has, for changes that leave no trace there."));
    for (QPushButton* button : {m_start, m_cancel, m_full})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_connect);
    buttons->addWidget(m_disconnect);
    column->addLayout(buttons);
    m_progress->setRange(0, kProgressSteps);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the sync"));
    column->addWidget(m_progress);
    column->addWidget(m_progressText);
    auto* log = new QWidget;
    auto* logColumn = new QVBoxLayout(log);
    logColumn->setContentsMargins(0, space::kMedium, 0, 0);
    logColumn->addWidget(m_log);
    m_tabs->setObjectName(u"syncTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_waiting, QString());
    m_tabs->addTab(m_conflicts, QString());
    m_tabs->addTab(log, tr("&Log"));
    column->addWidget(m_tabs, 1);
    return page;
}

void SyncPage::connectService()
{
    using workspace::SyncService;
    connect(&m_context.sync, &SyncService::stateChanged, this, &SyncPage::showState);
    connect(&m_context.sync, &SyncService::linkChanged, this, &SyncPage::showState);
    connect(&m_context.sync, &SyncService::progressed, this, &SyncPage::showProgress);
    connect(&m_context.sync, &SyncService::finished, this, &SyncPage::showEnd);
    connect(&m_context.sync, &SyncService::failed, this, &SyncPage::showFailure);
    connect(m_form, &ConnectForm::connected, this, [this](const QString& title) {
        m_notice->say(NoticeBar::Kind::Good, tr("Connected with %1. The first sync has begun.").arg(title));
        // The link is read back before the state allows a start.
        connect(&m_context.sync, &SyncService::linkChanged, this, [this] { m_context.sync.start(); }, Qt::SingleShotConnection);
        m_context.sync.start();
    });
    connect(m_start, &QPushButton::clicked, this, [this] { m_context.sync.start(); });
    connect(m_full, &QPushButton::clicked, this, [this] { m_context.sync.start(/*full=*/true); });
    connect(m_cancel, &QPushButton::clicked, &m_context.sync, &SyncService::cancel);
    connect(m_disconnect, &QPushButton::clicked, this, [this] {
        whenDone(m_context.sync.disconnectStore(), this, [this](const Result<void>& done) {
            if (done)
                m_notice->say(NoticeBar::Kind::Info, tr("Disconnected. What was synced stays here; the key was forgotten."));
            else
                m_notice->say(NoticeBar::Kind::Error, sentence(done.error()));
        });
    });
}

void SyncPage::connectViews()
{
    connect(m_showWaiting, &QPushButton::clicked, this, [this] {
        m_waitingInstead = true;
        showState();
        activateTab();
    });
    connect(m_connect, &QPushButton::clicked, this, [this] {
        m_waitingInstead = false;
        showState();
        m_form->takeFocus();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &SyncPage::activateTab);
    connect(m_counts, &PendingCounts::changed, this, &SyncPage::showCounts);
    connect(m_waiting, &WaitingView::memberRequested, this, &Page::memberRequested);
    connect(m_waiting, &WaitingView::postRequested, this, &Page::postRequested);
    connect(m_waiting, &WaitingView::conflictRequested, this, [this](workspace::Entity entity, qint64 row) {
        m_conflicts->showItem(entity, row);
        m_tabs->setCurrentWidget(m_conflicts);
        m_conflicts->takeFocus();
    });
    connect(&m_context.workspace, &workspace::Workspace::opened, this, &SyncPage::forgetWorkspace);
}

void SyncPage::activate()
{
    m_form->activate();
    showState();
    activateTab();
}

void SyncPage::takeFocus()
{
    if (m_stack->currentWidget() == m_unconnected)
        m_form->takeFocus();
    else if (m_tabs->currentWidget() == m_waiting)
        m_waiting->takeFocus();
    else if (m_tabs->currentWidget() == m_conflicts)
        m_conflicts->takeFocus();
    else
        m_start->setFocus();
}

void SyncPage::activateTab()
{
    if (m_tabs->currentWidget() == m_waiting)
        m_waiting->activate();
    else if (m_tabs->currentWidget() == m_conflicts)
        m_conflicts->activate();
    else
        m_log->refresh();
}

void SyncPage::forgetWorkspace()
{
    m_waitingInstead = false;
    m_notice->dismiss();
    m_waiting->forgetWorkspace();
    m_conflicts->forgetWorkspace();
    m_log->clear();
    showState();
}

void SyncPage::showState()
{
    using State = workspace::SyncService::State;
    const workspace::StoreLink& link = m_context.sync.link();
    const State state = m_context.sync.state();
    const bool running = state == State::Syncing || state == State::Cancelling;
    const bool sample = m_context.workspace.isOpen() && m_context.workspace.facts().sample;
    m_stack->setCurrentWidget(link.isConnected() || m_waitingInstead ? m_work : m_unconnected);
    m_form->setEnabled(!sample && m_context.workspace.isOpen() && !m_context.workspace.isReadOnly());
    showSentence(running);
    m_site->setText(link.title.isEmpty() ? link.url.toString() : tr("%1, at %2", "site, address").arg(link.title, link.url.toDisplayString()));
    m_site->setVisible(link.isConnected());
    m_start->setEnabled(state == State::Idle);
    m_full->setEnabled(state == State::Idle);
    m_disconnect->setEnabled(state == State::Idle);
    m_cancel->setEnabled(state == State::Syncing);
    for (QPushButton* button : {m_start, m_full, m_cancel, m_disconnect})
        button->setVisible(link.isConnected());
    m_connect->setVisible(!link.isConnected() && !sample);
    m_progress->setVisible(running);
    m_progressText->setVisible(running);
    if (running)
        showProgress(m_context.sync.progress());
}

void SyncPage::showSentence(bool running)
{
    const workspace::StoreLink& link = m_context.sync.link();
    const workspace::OutboxCounts& counts = m_counts->counts();
    if (m_context.workspace.isOpen() && m_context.workspace.facts().sample)
        m_header->setSentence(tr("The sample community is made up and belongs to no site. Create a workspace of your own to connect one."));
    else if (!link.isConnected())
        m_header->setSentence(tr("Not connected to a site yet."));
    else if (running)
        m_header->setSentence(tr("Syncing with %1. You can go on working.").arg(link.title));
    else if (counts.held > 0)
        m_header->setSentence(tr("%n row(s) changed here and on %1 wait for your decision.", nullptr, int(counts.held)).arg(link.title));
    else if (const QString waiting = waitingOf(counts); !waiting.isEmpty())
        //: %1 is "12 changes wait", %2 the site
        m_header->setSentence(tr("%1 for %2.").arg(waiting, link.title));
    else
        m_header->setSentence(tr("In sync with %1 whenever you ask.").arg(link.title));
}

void SyncPage::showCounts()
{
    const workspace::OutboxCounts& counts = m_counts->counts();
    const Format format = m_context.format();
    m_tabs->setTabText(m_tabs->indexOf(m_waiting), counts.items > 0 ? tr("&Waiting changes (%1)").arg(format.count(counts.items)) : tr("&Waiting changes"));
    m_tabs->setTabText(m_tabs->indexOf(m_conflicts), counts.held > 0 ? tr("&Conflicts (%1)").arg(format.count(counts.held)) : tr("&Conflicts"));
    m_showWaiting->setVisible(counts.items > 0);
    m_showWaiting->setText(tr("Show the %Ln change(s) kept for a site", nullptr, int(counts.items)));
    const auto state = m_context.sync.state();
    showSentence(state == workspace::SyncService::State::Syncing || state == workspace::SyncService::State::Cancelling);
}

void SyncPage::showProgress(const workspace::SyncProgress& progress)
{
    m_progress->setValue(int(progress.fraction * kProgressSteps));
    m_progressText->setText(m_context.sync.state() == workspace::SyncService::State::Cancelling
            ? tr("Stopping. What has arrived is kept.")
            : describeProgress(progress, m_context.format()));
}

void SyncPage::showEnd(const workspace::SyncReport& report)
{
    if (report.needsDecision())
        m_notice->say(NoticeBar::Kind::Caution, tr("%n change(s) were made on both sides and wait for your decision.", nullptr, int(report.openConflicts)),
            tr("Decide"), [this] {
                m_notice->dismiss();
                m_tabs->setCurrentWidget(m_conflicts);
                m_conflicts->takeFocus();
            });
    else
        m_notice->say(report.total.parked > 0 ? NoticeBar::Kind::Caution : NoticeBar::Kind::Good, describeReport(report, m_context.format()));
    m_counts->refresh();
    activateTab();
}

void SyncPage::showFailure(const Error& error)
{
    activateTab();
    const bool needsPassphrase = error.kind == Error::Kind::KeychainMissing || error.kind == Error::Kind::WrongPassphrase;
    if (needsPassphrase) {
        askForPassphrase(error);
        return;
    }
    const bool asked = error.kind == Error::Kind::Cancelled;
    m_notice->say(asked ? NoticeBar::Kind::Info : NoticeBar::Kind::Error, sentence(error));
}

void SyncPage::askForPassphrase(const Error& error)
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Passphrase"));
    dialog->setLabelText(error.kind == Error::Kind::WrongPassphrase
            ? tr("That was not the passphrase. The key of %1 is sealed with:").arg(m_context.sync.link().title)
            : tr("The key of %1 is sealed with the passphrase you chose:").arg(m_context.sync.link().title));
    dialog->setTextEchoMode(QLineEdit::Password);
    dialog->setOkButtonText(tr("Unseal and sync"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& passphrase) {
        m_context.sync.useSealedFile(passphrase);
        m_context.sync.start();
    });
    dialog->open();
}

} // namespace lyceum::ui

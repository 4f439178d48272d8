// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncpage.h"

#include "base/whendone.h"
#include "sync/connectform.h"
#include "sync/syncwords.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/plainlabel.h"
#include "words/errortext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr int kLogRuns = 30;
constexpr int kProgressSteps = 1000;

} // namespace

SyncPage::SyncPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_header(new PageHeader(context.theme, tr("Sync"), this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_form(new ConnectForm(context, this))
    , m_connected(nullptr)
    , m_site(plainLabel(this))
    , m_progressText(plainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_start(new QPushButton(tr("Sync now"), this))
    , m_full(new QPushButton(tr("Read everything again"), this))
    , m_cancel(new QPushButton(tr("Stop"), this))
    , m_disconnect(new QPushButton(tr("Disconnect"), this))
    , m_log(new QTreeWidget(this))
{
    m_connected = buildConnected();
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_connected);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kWide, space::kLarge, space::kWide, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_header);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);

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
    showState();
}

QWidget* SyncPage::buildConnected()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::kMedium, 0, 0);
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
    buttons->addWidget(m_disconnect);
    column->addLayout(buttons);
    m_progress->setRange(0, kProgressSteps);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the sync"));
    column->addWidget(m_progress);
    column->addWidget(m_progressText);
    column->addSpacing(space::kMedium);
    column->addWidget(sectionLabel(m_context.theme, tr("What happened"), page));
    m_log->setObjectName(u"syncLog"_s);
    m_log->setAccessibleName(tr("Log of the syncs, newest first"));
    m_log->setHeaderLabels({tr("When"), tr("Outcome"), tr("Read"), tr("New"), tr("Changed"), tr("Gone"), tr("Requests"), tr("Seconds")});
    for (int figure = 2; figure <= 7; ++figure)
        m_log->headerItem()->setTextAlignment(figure, Qt::AlignRight | Qt::AlignVCenter);
    m_log->setUniformRowHeights(true);
    m_log->setAlternatingRowColors(false);
    m_log->header()->setStretchLastSection(false);
    m_log->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_log->setColumnWidth(0, 190);
    column->addWidget(m_log, 1);
    return page;
}

void SyncPage::activate()
{
    m_form->activate();
    showState();
    readLog();
}

void SyncPage::takeFocus()
{
    if (m_stack->currentWidget() == m_form)
        m_form->takeFocus();
    else
        m_start->setFocus();
}

void SyncPage::showState()
{
    using State = workspace::SyncService::State;
    const workspace::StoreLink& link = m_context.sync.link();
    const State state = m_context.sync.state();
    const bool running = state == State::Syncing || state == State::Cancelling;
    const bool sample = m_context.workspace.isOpen() && m_context.workspace.facts().sample;
    m_stack->setCurrentWidget(link.isConnected() ? m_connected : static_cast<QWidget*>(m_form));
    m_form->setEnabled(!sample && m_context.workspace.isOpen() && !m_context.workspace.isReadOnly());
    if (sample)
        m_header->setSentence(tr("The sample community is made up and belongs to no site. Create a workspace of your own to connect one."));
    else if (link.isConnected())
        m_header->setSentence(running ? tr("Reading from %1. You can go on working.").arg(link.title)
                                      : tr("In sync with %1 whenever you ask.").arg(link.title));
    else
        m_header->setSentence(tr("Not connected to a site yet."));
    m_site->setText(link.title.isEmpty() ? link.url.toString() : tr("%1, at %2", "site, address").arg(link.title, link.url.toDisplayString()));
    m_start->setEnabled(state == State::Idle);
    m_full->setEnabled(state == State::Idle);
    m_disconnect->setEnabled(state == State::Idle);
    m_cancel->setEnabled(state == State::Syncing);
    m_progress->setVisible(running);
    m_progressText->setVisible(running);
    if (running)
        showProgress(m_context.sync.progress());
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
    m_notice->say(report.needsDecision() ? NoticeBar::Kind::Caution : NoticeBar::Kind::Good,
        report.needsDecision() ? tr("%n change(s) were made on both sides and wait for your decision.", nullptr, int(report.openConflicts))
                               : describeReport(report, m_context.format()));
    readLog();
}

void SyncPage::showFailure(const Error& error)
{
    readLog();
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

void SyncPage::readLog()
{
    if (!m_context.workspace.isOpen())
        return;
    whenDone(m_context.workspace.syncRuns(kLogRuns), this, [this](const Result<QList<workspace::SyncRun>>& runs) {
        if (!runs)
            return;
        const Format format = m_context.format();
        m_log->clear();
        const auto fill = [&format](QTreeWidgetItem* item, const QList<qint64>& counts, qint64 milliseconds) {
            for (int i = 0; i < counts.size(); ++i)
                item->setText(2 + i, counts.at(i) == 0 ? QString() : format.count(counts.at(i)));
            item->setText(7, format.number(double(milliseconds) / 1000));
            for (int column = 2; column <= 7; ++column)
                item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        };
        for (const workspace::SyncRun& run : *runs) {
            auto* item = new QTreeWidgetItem(m_log, {format.instant(run.startedAtUtc), wordForOutcome(run.outcome)});
            QList<qint64> sums {0, 0, 0, 0, 0};
            qint64 milliseconds = 0;
            for (const auto& kind : run.kinds) {
                milliseconds += kind.milliseconds;
                const QList<qint64> counts {kind.pulled, kind.created, kind.updated, kind.deleted, kind.requests};
                for (int i = 0; i < sums.size(); ++i)
                    sums[i] += counts.at(i);
                if (std::ranges::all_of(counts, [](qint64 count) { return count == 0; }))
                    continue;
                fill(new QTreeWidgetItem(item, {QString(), wordForKindName(kind.kind)}), counts, kind.milliseconds);
            }
            fill(item, sums, milliseconds);
        }
    });
}

} // namespace lyceum::ui

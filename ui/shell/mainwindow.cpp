// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "base/whendone.h"
#include "page/pendingcounts.h"
#include "shell/commandpalette.h"
#include "shell/navigationrail.h"
#include "shell/undoactions.h"
#include "widgets/busyline.h"
#include "widgets/noticebar.h"
#include "words/errortext.h"
#include "words/outboxwords.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

constexpr QSize kFirstSize {1280, 800};
constexpr QSize kSmallest {1024, 640};
constexpr int kNarrowBelow = 1100;

QString fileFilter() { return MainWindow::tr("Lyceum workspaces (*.lyceum)"); }

} // namespace

QString samplePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/sample.lyceum"_L1;
}

MainWindow::MainWindow(const PageContext& context, const QList<Page*>& pages, QWidget* parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_pending(new PendingCounts(context.workspace, this))
    , m_pages(pages)
    , m_rail(new NavigationRail(context.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_workspaceButton(new QToolButton(this))
    , m_editButton(new QToolButton(this))
    , m_searchButton(new QToolButton(this))
    , m_syncButton(new QToolButton(this))
    , m_busy(new BusyLine(context.theme, this))
    , m_sampleNotice(new NoticeBar(context.theme, this))
    , m_notice(new NoticeBar(context.theme, this))
    , m_undo(new UndoActions(context, *m_notice, this))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(kSmallest);

    auto* central = new QWidget(this);
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    auto* header = new QHBoxLayout;
    header->setContentsMargins(space::kWide, space::kSmall, space::kWide, space::kSmall);
    header->addWidget(m_workspaceButton);
    header->addWidget(m_editButton);
    header->addStretch();
    header->addWidget(m_searchButton);
    header->addStretch();
    header->addWidget(m_syncButton);
    column->addLayout(header);
    column->addWidget(m_busy);
    auto* notices = new QVBoxLayout;
    notices->setContentsMargins(space::kWide, space::kTiny, space::kWide, 0);
    notices->setSpacing(space::kTiny);
    notices->addWidget(m_sampleNotice);
    notices->addWidget(m_notice);
    column->addLayout(notices);
    column->addWidget(m_stack, 1);
    setCentralWidget(central);

    for (Page* page : std::as_const(m_pages)) {
        m_stack->addWidget(page);
        m_rail->addPage(page->kind(), page->icon(), page->title());
        connectPage(page);
    }
    connect(m_rail, &NavigationRail::pageChosen, this, &MainWindow::showPage);
    buildHeader();
    buildMenus();
    buildEditMenu();

    connect(&m_context.workspace, &workspace::Workspace::opened, this, &MainWindow::showFacts);
    connect(&m_context.workspace, &workspace::Workspace::closed, this, &MainWindow::showFacts);
    connect(&m_context.sync, &workspace::SyncService::stateChanged, this, &MainWindow::showSyncState);
    connect(&m_context.sync, &workspace::SyncService::progressed, this, &MainWindow::showSyncState);
    connect(&m_context.sync, &workspace::SyncService::linkChanged, this, &MainWindow::showSyncState);
    connect(m_pending, &PendingCounts::changed, this, &MainWindow::showSyncState);
    connect(&m_context.theme, &Theme::changed, this, &MainWindow::recolour);

    resize(kFirstSize);
    const QByteArray geometry = m_context.settings.value(AppSettings::Key::WindowGeometry).toByteArray();
    // restoreGeometry() moves the window back onto a screen that is there, should the old one have gone.
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
    showPage(PageKind(m_context.settings.value(AppSettings::Key::LastPage).toInt()));
    showFacts();
    recolour();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildHeader()
{
    for (QToolButton* button : {m_workspaceButton, m_editButton, m_searchButton, m_syncButton}) {
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    m_workspaceButton->setObjectName(u"workspaceButton"_s);
    m_workspaceButton->setPopupMode(QToolButton::InstantPopup);
    m_searchButton->setObjectName(u"searchButton"_s);
    m_searchButton->setText(tr("Search or go to…  %1").arg(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText)));
    m_searchButton->setAccessibleName(tr("Search, or go to anything"));
    m_searchButton->setMinimumWidth(280);
    m_syncButton->setObjectName(u"syncButton"_s);
    connect(m_searchButton, &QToolButton::clicked, this, &MainWindow::openPalette);
    connect(m_syncButton, &QToolButton::clicked, this, [this] { showPage(PageKind::Sync); });
    auto* palette = new QShortcut(Qt::CTRL | Qt::Key_K, this);
    connect(palette, &QShortcut::activated, this, &MainWindow::openPalette);
    auto* sync = new QShortcut(Qt::Key_F5, this);
    connect(sync, &QShortcut::activated, this, [this] { m_context.sync.start(); });
    for (int number = 0; number < m_pages.size() && number < 9; ++number) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + number)), this);
        connect(shortcut, &QShortcut::activated, this, [this, kind = m_pages.at(number)->kind()] { showPage(kind); });
    }
    m_sampleNotice->setDismissible(false);
    connect(m_sampleNotice, &NoticeBar::actionTriggered, this, &MainWindow::askForWorkspaceToCreate);
}

void MainWindow::buildMenus()
{
    auto* menu = new QMenu(this);
    menu->addAction(tr("New workspace…"), this, &MainWindow::askForWorkspaceToCreate)->setShortcut(QKeySequence::New);
    menu->addAction(tr("Open workspace…"), this, &MainWindow::askForWorkspaceToOpen)->setShortcut(QKeySequence::Open);
    QMenu* recent = menu->addMenu(tr("Open recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] {
        recent->clear();
        for (const QString& path : m_context.settings.value(AppSettings::Key::RecentWorkspaces).toStringList())
            recent->addAction(QDir::toNativeSeparators(path), this, [this, path] { openWorkspace(path); });
        recent->setToolTipsVisible(true);
    });
    menu->addAction(tr("Open the sample community"), this, &MainWindow::openSample);
    menu->addSeparator();
    menu->addAction(tr("Back up now"), this, &MainWindow::backUp);
    menu->addSeparator();
    menu->addAction(tr("Quit"), this, &QWidget::close)->setShortcut(QKeySequence::Quit);
    m_workspaceButton->setMenu(menu);
    addActions(menu->actions()); // so that their shortcuts work while the menu is closed
}

void MainWindow::buildEditMenu()
{
    m_editButton->setObjectName(u"editButton"_s);
    m_editButton->setText(tr("Edit"));
    m_editButton->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(this);
    menu->addAction(m_undo->undoAction());
    menu->addAction(m_undo->redoAction());
    menu->addSeparator();
    menu->addAction(tr("Journal"), this, [this] { showPage(PageKind::Journal); })->setShortcut(Qt::CTRL | Qt::Key_J);
    m_editButton->setMenu(menu);
    addActions(menu->actions());
}

void MainWindow::connectPage(Page* page)
{
    connect(page, &Page::changeMade, m_undo, &UndoActions::sayChange);
    connect(page, &Page::changeFailed, m_undo, &UndoActions::sayFailure);
    connect(page, &Page::undoRequested, m_undo, [this](qint64 entry) { m_undo->undo(entry); });
    connect(page, &Page::redoRequested, m_undo, [this](qint64 entry) { m_undo->redo(entry); });
    connect(page, &Page::memberRequested, this, [this](MemberId member) {
        showPage(PageKind::Members);
        Q_EMIT memberRequested(member);
    });
    connect(page, &Page::membersRequested, this, [this](const workspace::MemberQuery& query, const QString& why) {
        showPage(PageKind::Members);
        Q_EMIT membersRequested(query, why);
    });
    connect(page, &Page::threadRequested, this, [this](CommentId thread) {
        showPage(PageKind::Discussions);
        Q_EMIT threadRequested(thread);
    });
    connect(page, &Page::threadsRequested, this, [this](const workspace::ThreadQuery& query, const QString& why) {
        showPage(PageKind::Discussions);
        Q_EMIT threadsRequested(query, why);
    });
    connect(page, &Page::postRequested, this, [this](PostId post) {
        showPage(PageKind::Content);
        Q_EMIT postRequested(post);
    });
    connect(page, &Page::pageRequested, this, &MainWindow::showPage);
}

void MainWindow::showPage(PageKind kind)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i)->kind() != kind)
            continue;
        m_stack->setCurrentIndex(i);
        m_rail->setCurrent(kind);
        m_context.settings.setValue(AppSettings::Key::LastPage, int(kind));
        if (m_context.workspace.isOpen() || kind == PageKind::Settings)
            m_pages.at(i)->activate();
        m_pages.at(i)->takeFocus();
        return;
    }
}

PageKind MainWindow::currentPage() const
{
    return m_pages.isEmpty() ? PageKind::Today : m_pages.at(m_stack->currentIndex())->kind();
}

void MainWindow::showOpening(const QFuture<Result<workspace::WorkspaceFacts>>& opening)
{
    m_opening = true;
    m_busy->setBusy(true);
    whenDone(opening, this, [this](const Result<workspace::WorkspaceFacts>& facts) {
        m_opening = false;
        m_busy->setBusy(false);
        if (!facts) {
            m_notice->say(NoticeBar::Kind::Error, sentence(facts.error()));
            return;
        }
        m_notice->dismiss();
        if (!facts->sample)
            m_context.settings.rememberWorkspace(m_context.workspace.path());
    });
}

void MainWindow::openWorkspace(const QString& path) { showOpening(m_context.workspace.open(path)); }

void MainWindow::createWorkspace(const QString& path)
{
    showOpening(m_context.workspace.create(path, QFileInfo(path).completeBaseName()));
}

void MainWindow::openSample()
{
    QDir().mkpath(QFileInfo(samplePath()).absolutePath());
    showOpening(m_context.workspace.openSample(samplePath()));
}

void MainWindow::askForWorkspaceToOpen()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open workspace"), QDir::homePath(), fileFilter());
    if (!path.isEmpty())
        openWorkspace(path);
}

void MainWindow::askForWorkspaceToCreate()
{
    QString path = QFileDialog::getSaveFileName(this, tr("New workspace"), QDir::home().filePath(tr("My community.lyceum")), fileFilter(),
        nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    if (!path.endsWith(".lyceum"_L1))
        path += ".lyceum"_L1;
    createWorkspace(path);
}

void MainWindow::backUp()
{
    if (!m_context.workspace.isOpen())
        return;
    m_busy->setBusy(true);
    whenDone(m_context.workspace.backupNow(), this, [this](const Result<workspace::Backup>& backup) {
        m_busy->setBusy(false);
        if (backup)
            m_notice->say(NoticeBar::Kind::Good, tr("Backed up to %1.").arg(QDir::toNativeSeparators(backup->path)));
        else
            m_notice->say(NoticeBar::Kind::Error, sentence(backup.error()));
    });
}

void MainWindow::openPalette()
{
    QList<CommandPalette::Command> commands;
    for (Page* page : std::as_const(m_pages))
        commands.append({tr("Go to %1").arg(page->title()), page->icon(), [this, kind = page->kind()] { showPage(kind); }});
    for (QAction* action : {m_undo->undoAction(), m_undo->redoAction()}) {
        if (action->isEnabled())
            commands.append({action->text(), Icon::Undo, [action] { action->trigger(); }});
    }
    commands.append({tr("Sync now"), Icon::Sync, [this] { m_context.sync.start(); }});
    commands.append({tr("Back up now"), Icon::Folder, [this] { backUp(); }});
    commands.append({tr("Open workspace…"), Icon::Folder, [this] { askForWorkspaceToOpen(); }});
    commands.append({tr("New workspace…"), Icon::Add, [this] { askForWorkspaceToCreate(); }});
    commands.append({tr("Open the sample community"), Icon::Play, [this] { openSample(); }});
    auto* palette = new CommandPalette(m_context, commands, this);
    connect(palette, &CommandPalette::memberChosen, this, [this](MemberId member) {
        showPage(PageKind::Members);
        Q_EMIT memberRequested(member);
    });
    connect(palette, &CommandPalette::postChosen, this, [this](PostId post) {
        showPage(PageKind::Content);
        Q_EMIT postRequested(post);
    });
    palette->move(geometry().center().x() - palette->width() / 2, geometry().top() + space::kHuge * 2);
    palette->open();
}

void MainWindow::showFacts()
{
    const workspace::Workspace& open = m_context.workspace;
    const QString name = open.isOpen() ? open.facts().title : tr("No workspace");
    m_workspaceButton->setText(name);
    m_workspaceButton->setAccessibleName(tr("Workspace: %1").arg(name));
    m_workspaceButton->setToolTip(QDir::toNativeSeparators(open.path()));
    setWindowTitle(open.isOpen() ? tr("%1 — Lyceum").arg(name) : tr("Lyceum"));
    if (open.isOpen() && open.facts().sample)
        m_sampleNotice->say(NoticeBar::Kind::Info,
            tr("This is a made-up sample community. Look around; to work with your own, create a workspace and connect your site."),
            tr("New workspace…"));
    else if (open.isOpen() && open.isReadOnly())
        m_sampleNotice->say(
            NoticeBar::Kind::Caution, tr("This workspace cannot be written to. You can read and report; syncing and settings need a copy you may write."));
    else
        m_sampleNotice->dismiss();
    showSyncState();
    if (open.isOpen() && !m_pages.isEmpty())
        m_pages.at(m_stack->currentIndex())->activate();
}

void MainWindow::showSyncState()
{
    using State = workspace::SyncService::State;
    const workspace::SyncService& sync = m_context.sync;
    Icon sign = Icon::Sync;
    switch (sync.state()) {
    case State::Unconnected:
        sign = Icon::Offline;
        m_syncButton->setText(m_context.workspace.isOpen() && m_context.workspace.facts().sample ? tr("Sample data") : tr("Not connected"));
        break;
    case State::Idle: sign = showIdle(); break;
    case State::Syncing:
        m_syncButton->setText(tr("Syncing… %1").arg(m_context.format().percent(sync.progress().fraction, 0)));
        break;
    case State::Cancelling: m_syncButton->setText(tr("Stopping…")); break;
    }
    m_syncButton->setIcon(icon(sign, palette()));
    m_syncButton->setAccessibleName(tr("Sync: %1").arg(m_syncButton->text()));
    const bool running = sync.state() == State::Syncing || sync.state() == State::Cancelling;
    m_busy->setBusy(running || m_opening);
    m_busy->setProgress(running ? std::optional(sync.progress().fraction) : std::nullopt);
}

Icon MainWindow::showIdle()
{
    const workspace::OutboxCounts& counts = m_pending->counts();
    const QString waiting = waitingOf(counts);
    if (m_context.sync.lastError()) {
        m_syncButton->setText(tr("Sync did not finish"));
        return Icon::Warning;
    }
    if (counts.held > 0) {
        m_syncButton->setText(tr("%Ln conflict(s)", nullptr, int(counts.held)));
        return Icon::Warning;
    }
    m_syncButton->setText(waiting.isEmpty() ? tr("Connected") : waiting);
    return waiting.isEmpty() ? Icon::Ok : Icon::Sync;
}

void MainWindow::recolour()
{
    m_searchButton->setIcon(icon(Icon::Search, palette()));
    m_workspaceButton->setIcon(icon(Icon::Folder, palette()));
    m_editButton->setIcon(icon(Icon::Undo, palette()));
    showSyncState();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_context.settings.setValue(AppSettings::Key::WindowGeometry, saveGeometry());
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    m_rail->setNarrow(event->size().width() < kNarrowBelow);
    QMainWindow::resizeEvent(event);
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include "base/clock.h"
#include "base/whendone.h"
#include "content/contentpage.h"
#include "discussions/discussionspage.h"
#include "journal/journalpage.h"
#include "members/memberspage.h"
#include "page/pagecontext.h"
#include "reports/reportspage.h"
#include "retention/retentionpage.h"
#include "security/keychainstore.h"
#include "settings/settingspage.h"
#include "shell/mainwindow.h"
#include "sync/syncpage.h"
#include "tiers/tierspage.h"
#include "today/todaypage.h"

#include <QApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace lyceum {
namespace {

ui::Theme::Mode modeOf(const QString& appearance)
{
    if (appearance == "light"_L1)
        return ui::Theme::Mode::Light;
    if (appearance == "dark"_L1)
        return ui::Theme::Mode::Dark;
    if (appearance == "high-contrast"_L1)
        return ui::Theme::Mode::HighContrast;
    return ui::Theme::Mode::System;
}

} // namespace

struct Application::Parts {
    explicit Parts(QApplication& application)
        : theme(application, modeOf(settings.value(ui::AppSettings::Key::Appearance).toString()))
        , workspace(clock)
        , sync(workspace)
        , context {workspace, sync, theme, settings}
        , today(new ui::TodayPage(context))
        , members(new ui::MembersPage(context))
        , content(new ui::ContentPage(context))
        , discussions(new ui::DiscussionsPage(context))
        , window(context,
              {today, members, new ui::TiersPage(context), content, discussions, new ui::RetentionPage(context), new ui::ReportsPage(context),
                  new ui::SyncPage(context), new ui::SettingsPage(context), new ui::JournalPage(context)})
    {
    }

    SystemClock clock;
    ui::AppSettings settings;
    ui::Theme theme;
    workspace::Workspace workspace;
    workspace::SyncService sync;
    ui::PageContext context;
    // The window owns the pages.
    ui::TodayPage* today;
    ui::MembersPage* members;
    ui::ContentPage* content;
    ui::DiscussionsPage* discussions;
    ui::MainWindow window;
};

Application::Application(QApplication& application)
    : m_parts(std::make_unique<Parts>(application))
{
    Parts& parts = *m_parts;
    parts.theme.setMotion(!parts.settings.value(ui::AppSettings::Key::ReducedMotion).toBool());
    QObject::connect(&parts.settings, &ui::AppSettings::changed, &parts.theme, [&parts](ui::AppSettings::Key key) {
        if (key == ui::AppSettings::Key::Appearance)
            parts.theme.setMode(modeOf(parts.settings.value(key).toString()));
        else if (key == ui::AppSettings::Key::ReducedMotion)
            parts.theme.setMotion(!parts.settings.value(key).toBool());
    });
    QObject::connect(&parts.window, &ui::MainWindow::memberRequested, parts.members, &ui::MembersPage::showMember);
    QObject::connect(&parts.window, &ui::MainWindow::membersRequested, parts.members, &ui::MembersPage::showMembers);
    QObject::connect(&parts.window, &ui::MainWindow::postRequested, parts.content, &ui::ContentPage::showPost);
    QObject::connect(&parts.window, &ui::MainWindow::threadRequested, parts.discussions, &ui::DiscussionsPage::showThread);
    QObject::connect(&parts.window, &ui::MainWindow::threadsRequested, parts.discussions, &ui::DiscussionsPage::showThreads);

    // The keychain, where there is one that works; else the Sync page offers a file sealed under a passphrase.
    auto keychain = std::make_shared<security::KeychainStore>();
    whenDone(keychain->probe(), &parts.sync, [&parts, keychain](const Result<void>& usable) {
        if (usable && !parts.sync.hasSecretStore())
            parts.sync.setSecretStore(keychain);
    });
}

Application::~Application() = default;

void Application::start(const QString& workspace)
{
    Parts& parts = *m_parts;
    parts.window.show();
    const QString last = parts.settings.value(ui::AppSettings::Key::LastWorkspace).toString();
    if (!workspace.isEmpty())
        parts.window.openWorkspace(workspace);
    else if (!last.isEmpty() && QFileInfo::exists(last))
        parts.window.openWorkspace(last);
    else
        parts.window.openSample();
}

} // namespace lyceum

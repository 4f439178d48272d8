// SPDX-License-Identifier: GPL-3.0-or-later
#include "window.h"

#include "bench.h"
#include "content/contentpage.h"
#include "discussions/discussionspage.h"
#include "itemmodels/pagedtablemodel.h"
#include "journal/journalpage.h"
#include "members/memberspage.h"
#include "reports/reportspage.h"
#include "retention/retentionpage.h"
#include "settings/settingspage.h"
#include "sync/syncpage.h"
#include "tiers/tierspage.h"
#include "today/todaypage.h"
#include "widgets/busyline.h"

#include <QApplication>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::bench {
namespace {

/// Whether all rows a table shows have been read.
bool isLoaded(const QTableView* table)
{
    const QAbstractItemModel* model = table->model();
    if (!model || model->rowCount() == 0)
        return true;
    const int first = std::max(0, table->rowAt(0));
    const int last = table->rowAt(table->viewport()->height() - 1);
    const auto loaded = [model](int row) {
        const QVariant answer = model->index(row, 0).data(ui::LoadedRole);
        return !answer.isValid() || answer.toBool(); // other tables do not know the question
    };
    return loaded(first) && loaded(last >= 0 ? last : model->rowCount() - 1);
}

} // namespace

Window::Window(const Clock& clock)
    : m_settings(m_dir.filePath(u"settings.ini"_s))
    , m_theme(*qApp, ui::Theme::Mode::Light)
    , m_workspace(clock)
    , m_sync(m_workspace)
    , m_context {m_workspace, m_sync, m_theme, m_settings}
    , m_pages {new ui::TodayPage(m_context), new ui::MembersPage(m_context), new ui::TiersPage(m_context), new ui::ContentPage(m_context),
          new ui::DiscussionsPage(m_context), new ui::RetentionPage(m_context), new ui::ReportsPage(m_context), new ui::SyncPage(m_context),
          new ui::SettingsPage(m_context), new ui::JournalPage(m_context)}
    , m_window(m_context, m_pages)
{
    m_theme.setMotion(false);
}

Result<void> Window::open(const QString& path)
{
    m_window.show();
    if (const auto opened = waitFor(m_workspace.open(path)); !opened)
        return tl::unexpected(opened.error());
    if (!settle())
        return failure(Error::Kind::Timeout, path, u"the window does not settle"_s);
    return {};
}

bool Window::settle()
{
    const auto settled = [this] {
        const auto lines = m_window.findChildren<ui::BusyLine*>();
        const auto tables = m_window.findChildren<QTableView*>();
        return std::ranges::none_of(lines, [](const ui::BusyLine* line) { return line->isVisible() && line->isBusy(); })
            && std::ranges::all_of(tables, [](const QTableView* table) { return !table->isVisible() || isLoaded(table); });
    };
    if (!waitUntil(settled))
        return false;
    // What the answers changed is laid out and painted by events that are waiting now.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    return waitUntil(settled);
}

bool Window::visit(ui::PageKind kind)
{
    m_window.showPage(kind);
    return settle();
}

QString Window::titleOf(ui::PageKind kind) const
{
    const auto page = std::ranges::find_if(m_pages, [kind](const ui::Page* one) { return one->kind() == kind; });
    return page == m_pages.end() ? QString() : (*page)->title();
}

} // namespace lyceum::bench

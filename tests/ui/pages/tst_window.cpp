// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a person uses it: a sample community, keys and the mouse. With LYCEUM_SCREENSHOTS set it leaves a picture of each page.
#include "base/clock.h"
#include "base/whendone.h"
#include "content/contentpage.h"
#include "discussions/discussionspage.h"
#include "journal/journalpage.h"
#include "members/memberspage.h"
#include "page/pagecontext.h"
#include "reports/reportspage.h"
#include "retention/retentionpage.h"
#include "settings/settingspage.h"
#include "shell/commandpalette.h"
#include "shell/mainwindow.h"
#include "sync/syncpage.h"
#include "tiers/tierspage.h"
#include "today/todaypage.h"
#include "widgets/searchfield.h"
#include "workspace/samplefile.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

using namespace lyceum;
using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kNow = 1'790'000'000; // 2026-09-21

/// In the order of the rail, as their keys are.
const QList<PageKind> kRail {PageKind::Today, PageKind::Members, PageKind::Tiers, PageKind::Content, PageKind::Discussions, PageKind::Retention,
    PageKind::Reports, PageKind::Sync, PageKind::Settings};

QStringList g_warnings;

void noteWarnings(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    // What a headless platform cannot do is no fault of the window.
    if (type >= QtWarningMsg && !text.contains("does not support"_L1) && !text.contains("propagateSizeHints"_L1))
        g_warnings.append(text);
}

} // namespace

class TestWindow : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    FixedClock m_clock {kNow};
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<workspace::SyncService> m_sync;
    std::unique_ptr<MainWindow> m_window;

    template <class Widget>
    Widget* child(const char* name)
    {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }
    void picture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("LYCEUM_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(m_window->grab().save(u"%1/window-%2.png"_s.arg(folder, name)));
    }
    void goTo(PageKind kind)
    {
        press(Qt::Key(Qt::Key_1 + int(kRail.indexOf(kind))), Qt::ControlModifier);
        QTRY_COMPARE(int(m_window->currentPage()), int(kind));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qInstallMessageHandler(noteWarnings);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(workspace::makeSampleFile(m_dir.filePath(u"sample.lyceum"_s), {7, 300, 12}, m_clock));
    }

    void init()
    {
        g_warnings.clear();
        m_settings = std::make_unique<AppSettings>(m_dir.filePath(u"settings.ini"_s));
        m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
        m_theme->setMotion(false);
        m_workspace = std::make_unique<workspace::Workspace>(m_clock);
        m_sync = std::make_unique<workspace::SyncService>(*m_workspace);
        const PageContext context {*m_workspace, *m_sync, *m_theme, *m_settings};
        auto* members = new MembersPage(context);
        auto* content = new ContentPage(context);
        auto* discussions = new DiscussionsPage(context);
        m_window = std::make_unique<MainWindow>(context,
            QList<Page*> {new TodayPage(context), members, new TiersPage(context), content, discussions, new RetentionPage(context), new ReportsPage(context),
                new SyncPage(context), new SettingsPage(context), new JournalPage(context)});
        connect(m_window.get(), &MainWindow::memberRequested, members, &MembersPage::showMember);
        connect(m_window.get(), &MainWindow::membersRequested, members, &MembersPage::showMembers);
        connect(m_window.get(), &MainWindow::postRequested, content, &ContentPage::showPost);
        connect(m_window.get(), &MainWindow::threadRequested, discussions, &DiscussionsPage::showThread);
        connect(m_window.get(), &MainWindow::threadsRequested, discussions, &DiscussionsPage::showThreads);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openWorkspace(m_dir.filePath(u"sample.lyceum"_s));
        QTRY_VERIFY(m_workspace->isOpen());
    }

    void cleanup()
    {
        m_window.reset();
        m_sync.reset();
        m_workspace.reset();
        QCOMPARE(g_warnings, QStringList());
    }

    void everyPageOpensByKeyAndShowsSomething()
    {
        const QStringList names {u"today"_s, u"members"_s, u"tiers"_s, u"content"_s, u"discussions"_s, u"retention"_s, u"reports"_s, u"sync"_s, u"settings"_s};
        for (int page = 0; page < names.size(); ++page) {
            goTo(kRail.at(page));
            QTest::qWait(300); // the answers of one page; only the pictures depend on it
            picture(names.at(page));
        }
        QVERIFY(m_window->findChildren<QAbstractButton*>().size() > 10);
    }

    void findsAMemberOpensTheirPageAndComesBack()
    {
        goTo(PageKind::Members);
        auto* table = child<QTableView>("memberTable");
        QVERIFY(table);
        QTRY_COMPARE(table->model()->rowCount(), 300);
        press(Qt::Key_F, Qt::ControlModifier);
        auto* field = qobject_cast<SearchField*>(QApplication::focusWidget());
        QVERIFY(field);
        // One character of Chinese is enough.
        QInputMethodEvent typed;
        typed.setCommitString(u"王"_s);
        QApplication::sendEvent(field, &typed);
        QTRY_VERIFY(table->model()->rowCount() < 300);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        QTRY_VERIFY(table->model()->index(0, 0).data().toString() != u"…"_s);
        for (int row = 0; row < table->model()->rowCount(); ++row)
            QVERIFY(table->model()->index(row, 0).data().toString().contains(u'王'));
        const QString name = table->model()->index(0, 0).data().toString();
        table->setFocus();
        press(Qt::Key_Return);
        auto* view = child<QWidget>("memberView");
        QTRY_VERIFY(view->isVisible());
        auto* timeline = child<QListView>("memberTimeline");
        QTRY_VERIFY(timeline->model()->rowCount() > 0);
        QTRY_VERIFY(std::ranges::any_of(view->findChildren<QLabel*>(), [&](const QLabel* label) { return label->text() == name; }));
        QTest::qWait(200); // labels made just now are shown with the next turn of the loop
        picture(u"member"_s);
        press(Qt::Key_Escape);
        QTRY_VERIFY(table->isVisible());
        field->clear();
        QTRY_COMPARE(table->model()->rowCount(), 300);
    }

    void goesAnywhereFromThePalette()
    {
        goTo(PageKind::Today);
        press(Qt::Key_K, Qt::ControlModifier);
        auto* palette = child<CommandPalette>("commandPalette");
        QVERIFY(palette);
        QTRY_VERIFY(palette->isVisible());
        picture(u"palette"_s);
        auto* field = palette->findChild<SearchField*>();
        QTest::keyClicks(field, u"retention"_s);
        auto* found = palette->findChild<QListWidget*>();
        QTRY_COMPARE(found->count() > 0 ? found->item(0)->text() : QString(), u"Go to Retention"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(int(m_window->currentPage()), int(PageKind::Retention));
    }

    void readsAThreadBesideTheList()
    {
        goTo(PageKind::Discussions);
        auto* table = child<QTableView>("threadTable");
        QTRY_VERIFY(table->model()->rowCount() > 0);
        table->setFocus();
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        auto* conversation = child<QWidget>("threadView");
        QTRY_VERIFY(conversation->isVisible());
        QTRY_VERIFY(!conversation->findChildren<QLabel*>().isEmpty());
        QTRY_VERIFY(table->model()->index(1, 0).data().toString() != u"…"_s);
        picture(u"thread"_s);
    }

    void staysAwakeWhileItWorks()
    {
        // The window's loop must turn all the time, whatever is asked of the workspace.
        qint64 longest = 0;
        QElapsedTimer since;
        QTimer heartbeat;
        heartbeat.setInterval(5);
        connect(&heartbeat, &QTimer::timeout, this, [&] {
            longest = std::max(longest, since.elapsed());
            since.start();
        });
        goTo(PageKind::Members);
        since.start();
        heartbeat.start();
        bool checked = false;
        whenDone(m_workspace->verify(), this, [&](const Result<QList<workspace::Finding>>& findings) { checked = findings.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(checked, 20'000);
        // Not a measurement (the benchmark does that): a second would mean that something waits on the window's thread.
        QVERIFY2(longest < 1000, qPrintable(QString::number(longest)));
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"

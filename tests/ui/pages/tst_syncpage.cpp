// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for the site and what is to be settled with it, as a person goes through it: with the keyboard.
#include "base/clock.h"
#include "page/pendingcounts.h"
#include "pendingworkspace.h"
#include "sync/conflictcard.h"
#include "sync/conflictsview.h"
#include "sync/netchange.h"
#include "sync/syncpage.h"
#include "sync/waitingview.h"
#include "widgets/emptystate.h"
#include "widgets/noticebar.h"
#include "widgets/sidepanel.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace lyceum;
using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kWait = 30'000; // a busy machine, a debug build
using Pending = PendingWorkspace;
using workspace::Entity;

} // namespace

class TestSyncPage : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;
    FixedClock m_clock {Pending::kNow};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<workspace::SyncService> m_sync;
    std::unique_ptr<SyncPage> m_page;

    template <class Widget>
    Widget* child(const char* name)
    {
        return m_page->findChild<Widget*>(QString::fromLatin1(name));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_page.get(), key, modifiers);
    }
    void open(qint64 more = 0)
    {
        const QString path = m_dir.filePath(u"pending-%1.lyceum"_s.arg(++m_files));
        const auto made = Pending::make(path, m_clock, more);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        auto opened = m_workspace->open(path);
        QTRY_VERIFY_WITH_TIMEOUT(opened.isFinished(), kWait);
        QVERIFY(opened.result());
        QTRY_VERIFY_WITH_TIMEOUT(m_sync->link().isConnected(), kWait);
        m_page->activate();
    }
    /// The answer of the workspace, waited for.
    template <class T>
    T answer(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, kWait))
            qFatal("no answer");
        return future.result().value();
    }
    QList<qint64> waitingRows() { return rowsOf(answer(m_workspace->outbox({}))); }
    static QList<qint64> rowsOf(const QList<workspace::OutboxItem>& items)
    {
        QList<qint64> rows;
        for (const auto& item : items)
            rows.append(item.row);
        return rows;
    }
    Member member(MemberId id) { return answer(m_workspace->memberPage(id))->row.member; }
    QTableView* waitingTable() { return child<QTableView>("outboxTable"); }
    /// Selects the row of a member among those that wait, with the keyboard at it.
    void select(MemberId id)
    {
        const QString email = u"member%1@example.com"_s.arg(id.value);
        QTableView* table = waitingTable();
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, OutboxModel::Title).data().toString().contains(id == Pending::kRefused ? u"member3@example.com.org"_s : email)) {
                table->setFocus();
                table->setCurrentIndex(table->model()->index(row, 0));
                return;
            }
        }
        QFAIL(qPrintable(email));
    }
    void showConflicts()
    {
        child<QTabWidget>("syncTabs")->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(child<QListView>("conflictList")->model()->rowCount() == 2, kWait);
        QTRY_VERIFY_WITH_TIMEOUT(!cards().isEmpty(), kWait);
        child<QListView>("conflictList")->setFocus();
    }
    QList<ConflictCard*> cards() { return m_page->findChildren<ConflictCard*>(); }
    NoticeBar* visibleNotice()
    {
        for (NoticeBar* bar : m_page->findChildren<NoticeBar*>()) {
            if (bar->isVisible())
                return bar;
        }
        return nullptr;
    }
    void picture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("LYCEUM_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(100); // what was laid out anew is painted with the next turn of the loop
        m_page->grab().save(u"%1/sync-%2.png"_s.arg(folder, name));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
        m_theme->setMotion(false);
    }

    void init()
    {
        QFile::remove(m_dir.filePath(u"settings.ini"_s));
        m_settings = std::make_unique<AppSettings>(m_dir.filePath(u"settings.ini"_s));
        m_workspace = std::make_unique<workspace::Workspace>(m_clock);
        m_sync = std::make_unique<workspace::SyncService>(*m_workspace);
        m_page = std::make_unique<SyncPage>(PageContext {*m_workspace, *m_sync, *m_theme, *m_settings});
        m_page->resize(1080, 720);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_sync.reset();
        m_workspace.reset();
    }

    void tellsWhatWaitsAndWhy()
    {
        open();
        QTableView* table = waitingTable();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 6, kWait);
        auto* tabs = child<QTabWidget>("syncTabs");
        QTRY_COMPARE_WITH_TIMEOUT(tabs->tabText(0), u"&Waiting changes (6)"_s, kWait);
        QCOMPARE(tabs->tabText(1), u"&Conflicts (2)"_s);
        picture(u"waiting"_s);

        select(Pending::kRefused);
        press(Qt::Key_Return);
        auto* panel = m_page->findChild<SidePanel*>();
        QTRY_VERIFY(panel->isVisible());
        auto* state = child<QLabel>("pendingState");
        QVERIFY2(state->text().contains(QString::fromUtf16(Pending::kReason)), qPrintable(state->text()));
        // The field with what it was and what it is.
        const auto shows = [&](const QString& text) {
            const auto labels = panel->findChildren<QLabel*>();
            return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text() == text; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"member2@example.com"_s), kWait);
        QVERIFY(shows(u"member3@example.com.org"_s));
        picture(u"refused"_s);

        select(Pending::kRenamed);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"Ada Lovelace"_s), kWait);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"with VIP"_s), kWait);
    }

    void discardingTakesTheChangeBackHereAndCanBeUndone()
    {
        open();
        QTRY_COMPARE_WITH_TIMEOUT(waitingTable()->model()->rowCount(), 6, kWait);
        select(Pending::kRenamed);
        press(Qt::Key_Delete);
        auto* dialog = child<QMessageBox>("discardDialog");
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        QVERIFY(dialog->informativeText().contains(u"The site is not touched."_s));
        picture(u"discard"_s);
        // Enter keeps: nothing is lost by a key pressed once too often.
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(!child<QMessageBox>("discardDialog"));
        QCOMPARE(member(Pending::kRenamed).name, u"Ada Lovelace"_s);

        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        select(Pending::kRenamed);
        press(Qt::Key_Delete);
        dialog = child<QMessageBox>("discardDialog");
        QVERIFY(dialog);
        for (QAbstractButton* button : dialog->buttons()) {
            if (dialog->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QTRY_COMPARE_WITH_TIMEOUT(waitingTable()->model()->rowCount(), 5, kWait);
        QCOMPARE(member(Pending::kRenamed).name, u"Member 1"_s);
        QVERIFY(member(Pending::kRenamed).labels.isEmpty());
        QVERIFY(!waitingRows().contains(Pending::kRenamed.value));

        QTRY_VERIFY(visibleNotice());
        visibleNotice()->findChild<QPushButton*>()->click();
        QTRY_COMPARE_WITH_TIMEOUT(waitingTable()->model()->rowCount(), 6, kWait);
        QCOMPARE(member(Pending::kRenamed).name, u"Ada Lovelace"_s);
    }

    void aRefusedChangeIsOfferedAgain()
    {
        open();
        auto* state = child<QComboBox>("outboxState");
        state->setCurrentIndex(state->findData(int(workspace::OutboxState::Parked)));
        Q_EMIT state->activated(state->currentIndex());
        QTRY_COMPARE_WITH_TIMEOUT(waitingTable()->model()->rowCount(), 1, kWait);
        select(Pending::kRefused);
        auto* retry = child<QToolButton>("outboxRetry");
        QTRY_VERIFY(retry->isEnabled());
        QVERIFY(!child<QToolButton>("outboxResume")->isEnabled());
        retry->setFocus();
        press(Qt::Key_Space);
        // It no longer is among the refused; an empty list says how to see the others.
        QTRY_COMPARE_WITH_TIMEOUT(waitingTable()->model()->rowCount(), 0, kWait);
        EmptyState* empty = nullptr;
        for (EmptyState* each : m_page->findChildren<EmptyState*>()) {
            if (each->isVisible())
                empty = each;
        }
        QVERIFY(empty);
        empty->button()->click();
        QTRY_COMPARE_WITH_TIMEOUT(waitingTable()->model()->rowCount(), 6, kWait);
        workspace::OutboxQuery query;
        query.entity = Entity::Member;
        query.row = Pending::kRefused.value;
        const auto items = answer(m_workspace->outbox(query));
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.first().state, workspace::OutboxState::Pending);
        QCOMPARE(items.first().attempts, 0);
    }

    void severalArePausedAndResumedAtOnce()
    {
        open();
        QTRY_COMPARE_WITH_TIMEOUT(waitingTable()->model()->rowCount(), 6, kWait);
        waitingTable()->setFocus();
        waitingTable()->selectAll();
        auto* pause = child<QToolButton>("outboxPause");
        QTRY_VERIFY(pause->isEnabled());
        pause->click();
        QTRY_COMPARE_WITH_TIMEOUT(answer(m_workspace->outboxCounts()).paused, 4, kWait); // neither the refused nor what stays here
        QTRY_VERIFY_WITH_TIMEOUT(child<QToolButton>("outboxResume")->isEnabled(), kWait);
        child<QToolButton>("outboxResume")->click();
        QTRY_COMPARE_WITH_TIMEOUT(answer(m_workspace->outboxCounts()).paused, 0, kWait);
    }

    void pushingIsPausedForTheWholeWorkspace()
    {
        open();
        auto* pause = child<QCheckBox>("pushPaused");
        QVERIFY(!pause->isChecked());
        pause->setFocus();
        press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(m_sync->isPushPaused(), kWait);
        QVERIFY(pause->isChecked());
        press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(!m_sync->isPushPaused(), kWait);
    }

    void conflictsAreSettledWithTheKeyboardAlone()
    {
        open();
        showConflicts();
        QCOMPARE(cards().size(), 2);
        picture(u"conflicts"_s);
        press(Qt::Key_T); // the name: the site's; then on to the note
        QCOMPARE(cards().at(0)->choice(), workspace::Settlement::Theirs);
        press(Qt::Key_B);
        QCOMPARE(cards().at(1)->choice(), workspace::Settlement::Both);
        auto* text = cards().at(1)->findChild<QPlainTextEdit*>(u"conflictText"_s);
        QVERIFY(text->isVisible());
        QCOMPARE(text->toPlainText(), u"Pays in cash.\n\nMet in May; brings cake."_s);
        text->setPlainText(u"Pays in cash; brings cake."_s);
        picture(u"conflict-both"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(child<QListView>("conflictList")->model()->rowCount(), 1, kWait);
        const Member torn = member(Pending::kTorn);
        QCOMPARE(torn.name, u"Grace Hopper"_s);
        QCOMPARE(torn.note, u"Pays in cash; brings cake."_s);

        // The next row is there at once, and the keyboard with it: deleted on the site, changed here.
        QTRY_COMPARE_WITH_TIMEOUT(cards().size(), 1, kWait);
        QVERIFY(child<QListView>("conflictList")->hasFocus());
        QVERIFY(!cards().first()->canHoldBoth());
        picture(u"conflict-gone"_s);
        press(Qt::Key_B);
        QVERIFY(!cards().first()->choice());
        press(Qt::Key_M);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(answer(m_workspace->openConflicts()).isEmpty(), kWait);
        QVERIFY(!member(Pending::kGone).departedAtUtc);
        QVERIFY(member(Pending::kGone).remoteId.isEmpty()); // to be made there again
        QTRY_VERIFY_WITH_TIMEOUT(child<QListView>("conflictList")->model()->rowCount() == 0, kWait);
        QTRY_COMPARE_WITH_TIMEOUT(child<QTabWidget>("syncTabs")->tabText(1), u"&Conflicts"_s, kWait);
        picture(u"conflicts-none"_s);
    }

    void arrowsMoveThroughFieldsAndRows()
    {
        open();
        showConflicts();
        auto* list = child<QListView>("conflictList");
        const int first = list->currentIndex().row();
        press(Qt::Key_Down); // the second field of the first row
        QCOMPARE(list->currentIndex().row(), first);
        press(Qt::Key_J);
        QTRY_COMPARE(list->currentIndex().row(), first + 1);
        press(Qt::Key_K);
        QTRY_COMPARE(list->currentIndex().row(), first);
        press(Qt::Key_M); // the last field, where one came back to
        QTRY_VERIFY(cards().last()->choice().has_value());
        QVERIFY(!cards().first()->choice());
    }

    void allMineSettlesARowAtOnce()
    {
        open();
        showConflicts();
        child<QPushButton>("conflictAllMine")->click();
        QTRY_COMPARE_WITH_TIMEOUT(answer(m_workspace->openConflicts()).size(), 1, kWait);
        QCOMPARE(member(Pending::kTorn).name, u"Grace"_s);
        QVERIFY(waitingRows().contains(Pending::kTorn.value));
    }

    void whatIsChosenStaysWhileTheWorkspaceChanges()
    {
        open();
        showConflicts();
        press(Qt::Key_T);
        workspace::MemberEdit edit;
        edit.name = u"Somebody else"_s;
        (void)answer(m_workspace->editMembers({Pending::kQuiet}, edit));
        QTRY_COMPARE_WITH_TIMEOUT(child<QTabWidget>("syncTabs")->tabText(0), u"&Waiting changes (7)"_s, kWait);
        QCOMPARE(cards().first()->choice(), workspace::Settlement::Theirs);
    }

    void theHeldChangeLeadsToItsConflict()
    {
        open();
        QTRY_COMPARE_WITH_TIMEOUT(waitingTable()->model()->rowCount(), 6, kWait);
        select(Pending::kGone);
        press(Qt::Key_Return);
        auto* decide = child<QPushButton>("pendingDecide");
        QTRY_VERIFY(decide->isVisible());
        decide->click();
        QCOMPARE(child<QTabWidget>("syncTabs")->currentIndex(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!cards().isEmpty(), kWait);
        QTRY_COMPARE(cards().first()->conflict().row, Pending::kGone.value);
    }

    void aChangeThatWasTakenBackAndForthIsNone()
    {
        workspace::OutboxItem item;
        item.firstEntry = 5;
        item.fields = {"labels", "name"};
        const auto change = [](qint64 entry, const char* field, const workspace::Scalar& before, const workspace::Scalar& after) {
            workspace::JournalChange made;
            made.entry = entry;
            made.field = field;
            made.before = before;
            made.after = after;
            return made;
        };
        // Newest first.
        const QList<workspace::JournalChange> history {change(9, "name", u"b"_s, u"c"_s), change(8, "labels", qint64(1), {}), change(7, "labels", {}, qint64(2)),
            change(6, "labels", {}, qint64(1)), change(5, "name", u"a"_s, u"b"_s), change(4, "name", u"z"_s, u"a"_s)};
        const QList<NetChange> net = netChanges(item, history);
        QCOMPARE(net.size(), 2);
        QCOMPARE(net.at(0).added, QList<workspace::Scalar>({qint64(2)}));
        QVERIFY(net.at(0).dropped.isEmpty());
        QCOMPARE(net.at(1).before, workspace::Scalar(u"a"_s));
        QCOMPARE(net.at(1).after, workspace::Scalar(u"c"_s));
    }

    void thousandsScrollToTheirEnd()
    {
        open(2'500);
        QTableView* table = waitingTable();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), OutboxModel::kPageRows, kWait);
        for (int page = 0; page < 5 && table->model()->rowCount() < 2'506; ++page) {
            const int before = table->model()->rowCount();
            table->scrollToBottom();
            QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > before, kWait);
        }
        QCOMPARE(table->model()->rowCount(), 2'506);
        QTRY_COMPARE_WITH_TIMEOUT(child<QTabWidget>("syncTabs")->tabText(0), u"&Waiting changes (2,506)"_s, kWait);
    }

    void looksRightInEveryDress()
    {
        open();
        QTRY_COMPARE_WITH_TIMEOUT(waitingTable()->model()->rowCount(), 6, kWait);
        select(Pending::kRenamed);
        press(Qt::Key_Return);
        m_theme->setMode(Theme::Mode::Dark);
        picture(u"waiting-dark"_s);
        showConflicts();
        picture(u"conflicts-dark"_s);
        m_theme->setMode(Theme::Mode::HighContrast);
        picture(u"conflicts-contrast"_s);
        m_theme->setMode(Theme::Mode::Light);
        // It never asks for more width than the smallest window leaves it.
        QVERIFY2(m_page->minimumSizeHint().width() <= 848, qPrintable(QString::number(m_page->minimumSizeHint().width())));
    }
};

QTEST_MAIN(TestSyncPage)
#include "tst_syncpage.moc"

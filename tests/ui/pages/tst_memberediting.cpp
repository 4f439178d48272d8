// SPDX-License-Identifier: GPL-3.0-or-later
// Members changed from the window, one and all of them, and taken back: by keys, as a person does it.
#include "base/clock.h"
#include "members/bulkbar.h"
#include "members/labelpicker.h"
#include "members/memberdialog.h"
#include "members/memberspage.h"
#include "page/pagecontext.h"
#include "shell/commandpalette.h"
#include "shell/mainwindow.h"
#include "tables/rowselection.h"
#include "widgets/checkedform.h"
#include "widgets/noticebar.h"
#include "widgets/searchfield.h"
#include "workspace/samplefile.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace lyceum;
using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kNow = 1'790'000'000; // 2026-09-21
constexpr int kWait = 30000; // a busy machine, a debug build
constexpr qint64 kMembers = 150;

} // namespace

class TestMemberEditing : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;
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
    QTableView* table() { return child<QTableView>("memberTable"); }
    /// A display gives the window the keys back once a dialog has closed; the platform without one does not.
    void comeBack()
    {
        if (QApplication::activeModalWidget() || m_window->isActiveWindow())
            return;
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        comeBack();
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), Qt::Key(key), modifiers);
    }
    template <class T>
    T answer(const QFuture<Result<T>>& future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, kWait))
            qFatal("no answer");
        const Result<T> result = future.result();
        if (!result)
            qFatal("%s", qPrintable(result.error().subject + result.error().detail));
        return *result;
    }
    /// What the window says, whichever of its notices says it.
    QString said()
    {
        QStringList texts;
        for (const NoticeBar* notice : m_window->findChildren<NoticeBar*>()) {
            if (notice->isVisible())
                texts.append(notice->text());
        }
        return texts.join(u'\n');
    }
    qint64 membersWith(const QString& label)
    {
        const auto choices = answer(m_workspace->memberChoices());
        const auto found = std::ranges::find(choices.labels, label, &Label::name);
        return found == choices.labels.end() ? 0 : choices.facets.labels.value(found->id);
    }
    Member memberAt(int row)
    {
        const MemberId id {table()->model()->index(row, 0).data(IdRole).toLongLong()};
        return answer(m_workspace->memberPage(id)).value().row.member;
    }
    /// What stands under "More" above the list; a member's page has the same actions once more.
    QAction* moreAction(const char* name) { return child<QToolButton>("bulkMore")->menu()->findChild<QAction*>(QString::fromLatin1(name)); }
    /// Not by QTableView::setCurrentIndex(), which heeds the keys that were held when the last event came.
    void goToRow(int row)
    {
        table()->setFocus();
        table()->selectionModel()->setCurrentIndex(table()->model()->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    /// Opens the dialog of the member in this row, by key.
    MemberDialog* editRow(int row)
    {
        comeBack();
        goToRow(row);
        QTest::keyClick(table(), Qt::Key_E);
        MemberDialog* dialog = nullptr;
        if (!QTest::qWaitFor([&] { return (dialog = child<MemberDialog>("memberDialog")) && dialog->isVisible(); }, kWait))
            return nullptr;
        return dialog;
    }
    void rename(int row, const QString& name)
    {
        MemberDialog* dialog = editRow(row);
        QVERIFY(dialog);
        auto* field = dialog->findChild<QLineEdit*>(u"name"_s);
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, name);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"Changes to %1 saved."_s.arg(name)), qPrintable(said()), kWait);
        QTRY_VERIFY(!child<MemberDialog>("memberDialog"));
        QCOMPARE(memberAt(row).name, name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        const auto made = workspace::makeSampleFile(m_dir.filePath(u"sample.lyceum"_s), {7, kMembers, 6}, m_clock);
        QVERIFY2(made, made ? "" : qPrintable(kindName(made.error().kind) + made.error().subject + made.error().detail));
    }

    void init()
    {
        const QString path = m_dir.filePath(u"%1.lyceum"_s.arg(++m_files));
        QVERIFY(QFile::copy(m_dir.filePath(u"sample.lyceum"_s), path));
        m_settings = std::make_unique<AppSettings>(m_dir.filePath(u"settings-%1.ini"_s.arg(m_files)));
        m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
        m_theme->setMotion(false);
        m_workspace = std::make_unique<workspace::Workspace>(m_clock);
        m_sync = std::make_unique<workspace::SyncService>(*m_workspace);
        const PageContext context {*m_workspace, *m_sync, *m_theme, *m_settings};
        m_window = std::make_unique<MainWindow>(context, QList<Page*> {new MembersPage(context)});
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openWorkspace(path);
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->isOpen(), kWait);
        QTRY_VERIFY_WITH_TIMEOUT(table()->model()->rowCount() > 100, kWait);
        table()->setFocus();
    }

    void cleanup()
    {
        m_window.reset();
        m_sync.reset();
        m_workspace.reset();
    }

    void labelsTheWholeListByKeyAndTakesItBack()
    {
        const int found = table()->model()->rowCount();
        press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(child<BulkBar>("bulkBar")->text(), u"All %1 selected"_s.arg(found));
        press(Qt::Key_L);
        auto* picker = child<LabelPicker>("labelPicker");
        QVERIFY(picker);
        QTRY_VERIFY(picker->isVisible());
        auto* field = picker->findChild<SearchField*>();
        auto* list = picker->findChild<QListWidget*>();
        QTRY_VERIFY_WITH_TIMEOUT(list->count() > 0, kWait); // the labels there are
        QTest::keyClicks(field, u"Reunion 2026"_s);
        QCOMPARE(list->count(), 1); // the one to be made
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"Label “Reunion 2026” added to %1 member(s)."_s.arg(found)), qPrintable(said()), kWait);
        QCOMPARE(membersWith(u"Reunion 2026"_s), qint64(found));
        // Still the same members, ready for the next step.
        QTRY_COMPARE_WITH_TIMEOUT(selectedRowCount(*table()->selectionModel()), qsizetype(found), kWait);

        table()->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(child<QAction>("undoAction")->isEnabled(), kWait);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"Undone: Label %1 members."_s.arg(found)), qPrintable(said()), kWait);
        QCOMPARE(membersWith(u"Reunion 2026"_s), qint64(0));
        QTRY_VERIFY_WITH_TIMEOUT(child<QAction>("redoAction")->isEnabled(), kWait);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains("Done again: "_L1), qPrintable(said()), kWait);
        QCOMPARE(membersWith(u"Reunion 2026"_s), qint64(found));
    }

    void theNoticeTakesBackExactlyWhatItSays()
    {
        rename(0, u"First"_s);
        NoticeBar* ofFirst = nullptr;
        for (NoticeBar* notice : m_window->findChildren<NoticeBar*>()) {
            if (notice->isVisible() && notice->text().contains("First"_L1))
                ofFirst = notice;
        }
        QVERIFY(ofFirst);
        // Something else happens before the button is pressed.
        workspace::MemberEdit edit;
        edit.name = u"Second"_s;
        const Member second = memberAt(1);
        answer(m_workspace->editMembers({second.id}, edit));
        ofFirst->findChild<QPushButton*>()->click();
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains("Undone: Edit a member."_L1), qPrintable(said()), kWait);
        QTRY_VERIFY_WITH_TIMEOUT(memberAt(0).name != u"First"_s, kWait);
        QCOMPARE(answer(m_workspace->memberPage(second.id)).value().row.member.name, u"Second"_s);
    }

    void editsTwiceAndUndoesTwiceAndRedoesOnce()
    {
        const QString before = memberAt(0).name;
        rename(0, u"Ada"_s);
        rename(0, u"Ada King"_s);
        for (const QString& name : {u"Ada"_s, before}) {
            table()->setFocus();
            QTRY_VERIFY_WITH_TIMEOUT(child<QAction>("undoAction")->isEnabled(), kWait);
            press(Qt::Key_Z, Qt::ControlModifier);
            QTRY_COMPARE_WITH_TIMEOUT(memberAt(0).name, name, kWait);
            QTRY_VERIFY2_WITH_TIMEOUT(said().contains("Undone"_L1), qPrintable(said()), kWait);
            QTest::qWait(0);
        }
        QTRY_VERIFY_WITH_TIMEOUT(child<QAction>("redoAction")->isEnabled(), kWait);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(memberAt(0).name, u"Ada"_s, kWait);
    }

    void namesWhatUndoingLeftAlone()
    {
        rename(0, u"Ada"_s);
        const qint64 entry = answer(m_workspace->undoState()).undo.value().id;
        rename(0, u"Ada King"_s);
        auto* members = m_window->findChild<MembersPage*>();
        Q_EMIT members->undoRequested(entry);
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains("Left alone, because it was changed since: Ada King (Name)."_L1), qPrintable(said()), kWait);
        QCOMPARE(memberAt(0).name, u"Ada King"_s);
    }

    void aTextFieldKeepsCtrlZForItself()
    {
        rename(0, u"Ada"_s);
        press(Qt::Key_F, Qt::ControlModifier);
        auto* field = qobject_cast<SearchField*>(QApplication::focusWidget());
        QVERIFY(field);
        QTest::keyClicks(field, u"word"_s);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(field->text() != "word"_L1);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount() > 100, true, kWait);
        QVERIFY(answer(m_workspace->undoState()).undo.has_value()); // nothing was undone here
        QVERIFY(!said().contains("Undone"_L1));
        // A letter that is a key of the list is a letter in the field.
        QTest::keyClicks(field, u"le"_s);
        QVERIFY(field->text().endsWith("le"_L1));
        QVERIFY(!child<LabelPicker>("labelPicker"));
    }

    void saysAtTheFieldWhatIsWrong()
    {
        const QString taken = memberAt(1).email;
        MemberDialog* dialog = editRow(0);
        QVERIFY(dialog);
        auto* field = dialog->findChild<QLineEdit*>(u"email"_s);
        for (const QString& address : {u"nobody"_s, taken}) {
            field->setText(address);
            QTest::keyClick(field, Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(!dialog->form()->problemOf(u"email"_s).isEmpty(), kWait);
            QVERIFY(dialog->isVisible());
            QCOMPARE(field->text(), address); // nothing that was typed is lost
        }
        field->clear();
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(dialog->form()->problemOf(u"email"_s), u"A member needs an e-mail address."_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(memberAt(0).email.contains(u'@'));
    }

    void marksOnTheMembersPageWhatTheSiteHasYetToLearn()
    {
        rename(0, u"Ada"_s);
        goToRow(0);
        press(Qt::Key_Return);
        auto* waiting = child<QAbstractButton>("memberWaiting");
        QTRY_VERIFY_WITH_TIMEOUT(waiting->isVisible(), kWait);
        QVERIFY2(waiting->text().contains("Name"_L1), qPrintable(waiting->text()));
        child<QToolButton>("showChanges")->click();
        auto* changes = child<QListView>("memberChanges");
        QTRY_VERIFY_WITH_TIMEOUT(changes->model()->rowCount() > 0, kWait);
        QVERIFY(changes->model()->index(0, 0).data().toString().endsWith("Ada"_L1));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!waiting->isVisible(), kWait);
        QTRY_COMPARE_WITH_TIMEOUT(changes->model()->rowCount(), 2, kWait); // taking it back is a change too
    }

    void makesAMemberWithLabelsAndShowsThem()
    {
        child<QPushButton>("newMember")->click();
        MemberDialog* dialog = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = child<MemberDialog>("memberDialog")) && dialog->isVisible(), kWait);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"email"_s), u"grace@example.org"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"name"_s), u"Grace"_s);
        auto* labels = dialog->findChild<QLineEdit*>(u"labelField"_s);
        QTest::keyClicks(labels, u"Guests"_s);
        QTest::keyClick(labels, Qt::Key_Return);
        QVERIFY(dialog->isVisible()); // Enter took the label, not the dialog
        dialog->findChild<QPushButton*>(u"submit"_s)->click();
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains("Grace added."_L1), qPrintable(said()), kWait);
        QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>("memberView")->isVisible(), kWait);
        QCOMPARE(membersWith(u"Guests"_s), qint64(1));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(membersWith(u"Guests"_s), qint64(0), kWait);
    }

    void removingFromTheSiteAsksFirst()
    {
        const MemberId id = memberAt(0).id;
        goToRow(0);
        moreAction("removeMembers")->trigger();
        auto* box = child<QMessageBox>("confirmRemoval");
        QVERIFY(box);
        QTest::keyClick(box, Qt::Key_Return); // the button in front does no harm
        QTRY_VERIFY(!child<QMessageBox>("confirmRemoval"));
        QVERIFY(!answer(m_workspace->memberPage(id)).value().row.member.departedAtUtc);
        moreAction("removeMembers")->trigger();
        box = child<QMessageBox>("confirmRemoval");
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains("1 member(s) removed."_L1), qPrintable(said()), kWait);
        QVERIFY(answer(m_workspace->memberPage(id)).value().row.member.departedAtUtc);
    }

    void keepsWhoIsSelectedWhenRowsComeAndGo()
    {
        QItemSelectionModel& selection = *table()->selectionModel();
        selectRows(selection, {2, 3, 7});
        QList<qint64> ids;
        for (const int row : {2, 3, 7})
            ids.append(table()->model()->index(row, 0).data(IdRole).toLongLong());
        workspace::NewMember newcomer;
        newcomer.email = u"first@example.org"_s;
        const int before = table()->model()->rowCount();
        answer(m_workspace->createMember(newcomer)); // joined now: stands in front of all
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), before + 1, kWait);
        QCOMPARE(selectedRows(selection), QList<int>({3, 4, 8}));
        for (qsizetype i = 0; i < ids.size(); ++i)
            QCOMPARE(table()->model()->index(selectedRows(selection).at(i), 0).data(IdRole).toLongLong(), ids.at(i));
        QCOMPARE(child<BulkBar>("bulkBar")->text(), u"3 of %1 selected"_s.arg(before + 1));
        child<QToolButton>("clearSelection")->click();
        QCOMPARE(selectedRowCount(selection), qsizetype(1));
        child<QToolButton>("selectAll")->click();
        QCOMPARE(selectedRowCount(selection), qsizetype(before + 1));
    }

    void thePaletteSaysWhatItWouldUndo()
    {
        rename(0, u"Ada"_s);
        QTRY_VERIFY_WITH_TIMEOUT(child<QAction>("undoAction")->text() == "Undo: Edit a member"_L1, kWait);
        press(Qt::Key_K, Qt::ControlModifier);
        auto* palette = child<CommandPalette>("commandPalette");
        QTRY_VERIFY(palette->isVisible());
        auto* field = palette->findChild<SearchField*>();
        QTest::keyClicks(field, u"undo: edit"_s);
        auto* list = palette->findChild<QListWidget*>();
        QTRY_COMPARE(list->count() > 0 ? list->item(0)->text() : QString(), u"Undo: Edit a member"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(memberAt(0).name != "Ada"_L1, kWait);
    }
};

QTEST_MAIN(TestMemberEditing)
#include "tst_memberediting.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/changelistmodel.h"
#include "itemmodels/journaltablemodel.h"
#include "journal/journalpage.h"
#include "journal/journalpanel.h"
#include "shell/mainwindow.h"
#include "widgets/chip.h"
#include "workspace/samplefile.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace lyceum;
using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kNow = 1'790'000'000; // 2026-09-21
constexpr int kWait = 60000; // a busy machine, a debug build

} // namespace

class TestJournalPage : public QObject {
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
    QList<MemberId> m_members;

    template <class Widget>
    Widget* child(const char* name)
    {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }
    QTableView* table() { return child<QTableView>("journalTable"); }
    QString cell(int row, JournalTableModel::Column column) { return table()->model()->index(row, column).data().toString(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
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
    void label(const QList<MemberId>& members, const QString& name)
    {
        workspace::MemberEdit edit;
        edit.addLabels = QStringList {name};
        (void)answer(m_workspace->editMembers(members, edit));
    }
    void rename(MemberId member, const QString& name)
    {
        workspace::MemberEdit edit;
        edit.name = name;
        (void)answer(m_workspace->editMembers({member}, edit));
    }
    QString nameOf(MemberId member) { return answer(m_workspace->memberPage(member)).value().row.member.name; }
    void filterBy(const char* action)
    {
        child<QAction>(action)->trigger();
        QTest::qWait(0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        const auto made = workspace::makeSampleFile(m_dir.filePath(u"sample.lyceum"_s), {7, 40, 6}, m_clock);
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
        m_window = std::make_unique<MainWindow>(context, QList<Page*> {new JournalPage(context)});
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openWorkspace(path);
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->isOpen(), kWait);
        m_members = answer(m_workspace->memberIds({})).mid(0, 5);
        QTRY_VERIFY_WITH_TIMEOUT(table()->model()->rowCount() > 0, kWait);
        table()->setFocus();
    }

    void cleanup()
    {
        m_window.reset();
        m_sync.reset();
        m_workspace.reset();
    }

    void whatWasJustDoneStandsOnTop()
    {
        const int before = table()->model()->rowCount();
        label(m_members, u"Reunion"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), before + 1, kWait);
        QCOMPARE(cell(0, JournalTableModel::Action), u"Label 5 members"_s);
        QCOMPARE(cell(0, JournalTableModel::From), u"A person"_s);
        QCOMPARE(cell(0, JournalTableModel::State), QString());
    }

    void filtersByOriginAndUndoesFromTheKeyboard()
    {
        const QString before = nameOf(m_members.first());
        rename(m_members.first(), u"Ada"_s);
        label(m_members, u"Reunion"_s);
        filterBy("origin-person");
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 2, kWait);
        for (int row = 0; row < 2; ++row)
            QCOMPARE(cell(row, JournalTableModel::From), u"A person"_s);
        // The older of the two, while the newer stays.
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(1, 0));
        press(Qt::Key_Return);
        auto* panel = child<JournalPanel>("journalPanel");
        QTRY_VERIFY(panel->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(panel->list()->model()->rowCount(), 1, kWait);
        QCOMPARE(panel->list()->model()->index(0, 0).data().toString(), u"Name: %1 → Ada"_s.arg(before));
        QTRY_COMPARE_WITH_TIMEOUT(panel->list()->model()->index(0, 0).data(ChangeListModel::DetailRole).toString(), u"Ada"_s, kWait);
        table()->setFocus();
        press(Qt::Key_U, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(nameOf(m_members.first()), before, kWait);
        QTRY_COMPARE_WITH_TIMEOUT(cell(1, JournalTableModel::State), u"Undone"_s, kWait);
        auto* reverse = child<QPushButton>("reverseEntry");
        QTRY_COMPARE_WITH_TIMEOUT(reverse->text(), u"Do it again"_s, kWait);
        reverse->click();
        QTRY_COMPARE_WITH_TIMEOUT(nameOf(m_members.first()), u"Ada"_s, kWait);
        QTRY_COMPARE_WITH_TIMEOUT(cell(1, JournalTableModel::State), QString(), kWait);
        QTRY_COMPARE_WITH_TIMEOUT(reverse->text(), u"Undo this"_s, kWait);
    }

    void saysWhichLabelCameToWhom()
    {
        label(m_members, u"Reunion"_s);
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, JournalTableModel::Action), u"Label 5 members"_s, kWait);
        table()->setCurrentIndex(table()->model()->index(0, 0));
        press(Qt::Key_Return);
        QAbstractItemModel* changes = child<JournalPanel>("journalPanel")->list()->model();
        const auto sentences = [&] {
            QStringList all;
            for (int row = 0; row < changes->rowCount(); ++row)
                all.append(changes->index(row, 0).data().toString());
            return all;
        };
        QTRY_COMPARE_WITH_TIMEOUT(sentences().count(u"Labels: Reunion added"_s), 5, kWait);
        QVERIFY(sentences().contains(u"Name: Reunion"_s)); // the label was made for it
    }

    void whatTheSiteDidCannotBeUndoneHere()
    {
        filterBy("origin-sample");
        QTRY_VERIFY_WITH_TIMEOUT(table()->model()->rowCount() > 0 && cell(0, JournalTableModel::From) == "The sample community"_L1, kWait);
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(0, 0));
        press(Qt::Key_Return);
        QTRY_VERIFY(child<JournalPanel>("journalPanel")->isVisible());
        QVERIFY(child<QPushButton>("reverseEntry")->isHidden());
        QTest::keyClick(child<JournalPanel>("journalPanel")->list(), Qt::Key_Escape);
        QTRY_VERIFY(!child<JournalPanel>("journalPanel")->isVisible());
    }

    void saysWhenNoEntryMatches()
    {
        filterBy("origin-import");
        QTRY_VERIFY_WITH_TIMEOUT(!table()->isVisible(), kWait);
        for (Chip* chip : m_window->findChildren<Chip*>())
            Q_EMIT chip->removeRequested();
        QTRY_VERIFY_WITH_TIMEOUT(table()->isVisible(), kWait);
    }
};

QTEST_MAIN(TestJournalPage)
#include "tst_journalpage.moc"

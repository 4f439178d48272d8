// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartframe.h"
#include "charts/curvechart.h"
#include "charts/heattable.h"
#include "reports/reportspage.h"
#include "reports/retentioncharts.h"
#include "reports/retentioncontrols.h"
#include "retention/behindpanel.h"
#include "retention/retentionpage.h"
#include "widgets/busyline.h"
#include "widgets/emptystate.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/sidepanel.h"
#include "workspace/samplefile.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lyceum;
using namespace lyceum::ui;

namespace {

constexpr qint64 kNow = 1'780'272'000; // 2026-06-01 00:00 UTC
constexpr int kWait = 60000; // a busy machine, a debug build

QSet<qint64> idsIn(const QListWidget* list)
{
    QSet<qint64> ids;
    for (int row = 0; row < list->count(); ++row)
        ids.insert(list->item(row)->data(Qt::UserRole).toLongLong());
    return ids;
}

QSet<qint64> idsOf(const QList<MemberId>& members)
{
    QSet<qint64> ids;
    for (const MemberId member : members)
        ids.insert(member.value);
    return ids;
}

} // namespace

class TestRetentionPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<MemberId>();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_theme = std::make_unique<Theme>(*qobject_cast<QApplication*>(QCoreApplication::instance()), Theme::Mode::Light);
        m_theme->setMotion(false);
        workspace::SampleSize size;
        size.members = 300;
        size.months = 18;
        const auto made = workspace::makeSampleFile(m_dir.filePath(u"sample.lyceum"_s), size, m_clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    }

    void init()
    {
        QFile::remove(m_dir.filePath(u"settings.ini"_s));
        m_settings = std::make_unique<AppSettings>(m_dir.filePath(u"settings.ini"_s));
        m_workspace = std::make_unique<workspace::Workspace>(m_clock);
        m_sync = std::make_unique<workspace::SyncService>(*m_workspace);
        m_page = std::make_unique<RetentionPage>(context());
        m_page->resize(1100, 760);
        m_page->show();
    }

    void cleanup()
    {
        m_page.reset();
        m_sync.reset();
        m_workspace.reset();
        m_settings.reset();
    }

    void aPointReachedByKeysListsExactlyItsMembers()
    {
        const auto answer = openSample();
        auto* chart = m_page->findChild<CurveChart*>();
        QCOMPARE(chart->data().groups.size(), answer->groups.size());
        m_page->takeFocus();
        QTRY_VERIFY(chart->hasFocus());
        QTest::keyClick(chart, Qt::Key_Home);
        // Step on until somebody left.
        const auto isLeaving = [chart] {
            return chart->currentGroup() >= 0 && chart->data().groups.at(chart->currentGroup()).points.at(chart->currentPoint()).events > 0;
        };
        for (int i = 0; i < 400 && !isLeaving(); ++i)
            QTest::keyClick(chart, Qt::Key_Right);
        QVERIFY(isLeaving());
        QTest::keyClick(chart, Qt::Key_Return);

        auto* panel = m_page->findChild<SidePanel*>();
        auto* behind = m_page->findChild<BehindPanel*>();
        QVERIFY(panel->isVisible());
        const auto expected = membersBehindPoint(*answer, chart->currentGroup(), chart->currentPoint());
        QVERIFY(!expected.left.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(behind->leftList()->count(), int(expected.left.size()), kWait);
        QTRY_COMPARE_WITH_TIMEOUT(behind->keptList()->count(), int(std::min(expected.kept.size(), BehindPanel::kShown)), kWait);
        QCOMPARE(idsIn(behind->leftList()), idsOf(expected.left));
        QCOMPARE(idsIn(behind->keptList()), idsOf(expected.kept.first(behind->keptList()->count())));
        keep(u"point"_s);

        QSignalSpy member(m_page.get(), &Page::memberRequested);
        QTRY_VERIFY(behind->leftList()->hasFocus());
        QTest::keyClick(behind->leftList(), Qt::Key_Return);
        QCOMPARE(member.size(), 1);
        QCOMPARE(member.first().first().value<MemberId>().value, behind->leftList()->item(0)->data(Qt::UserRole).toLongLong());

        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QVERIFY(chart->hasFocus());
    }

    void everybodyBehindAPointOpensInMembers()
    {
        const auto answer = openSample();
        auto* chart = m_page->findChild<CurveChart*>();
        Q_EMIT chart->pointActivated(0, 0);
        auto* behind = m_page->findChild<BehindPanel*>();
        QSignalSpy members(m_page.get(), &Page::membersRequested);
        for (QPushButton* button : behind->findChildren<QPushButton*>()) {
            if (button->isVisible())
                button->click();
        }
        QCOMPARE(members.size(), 1); // nobody left on day 0: one list, one button
        const auto query = members.first().first().value<workspace::MemberQuery>();
        QCOMPARE(idsOf(query.among.value()), idsOf(membersBehindPoint(*answer, 0, 0).kept));
        QVERIFY(query.includeDeparted);
        QVERIFY(!members.first().at(1).toString().isEmpty());
    }

    void aCellOfTheCohortTableListsItsMembers()
    {
        const auto answer = openSample();
        auto* table = m_page->findChild<HeatTable*>();
        QVERIFY(answer->table.ages > 2);
        Q_EMIT table->cellActivated(0, 2);
        auto* behind = m_page->findChild<BehindPanel*>();
        const auto expected = membersBehindCell(*answer, 0, 2);
        QTRY_COMPARE_WITH_TIMEOUT(idsIn(behind->keptList()), idsOf(expected.kept), kWait);
        QTRY_COMPARE_WITH_TIMEOUT(idsIn(behind->leftList()), idsOf(expected.left), kWait);
        const auto& cell = answer->table.rows.front().cells.at(2);
        QCOMPARE(expected.kept.size(), cell->kept);
        QCOMPARE(expected.kept.size() + expected.left.size(), cell->total);
    }

    void anotherGroupingAsksAgainAndIsRemembered()
    {
        (void)openSample();
        auto* chart = m_page->findChild<CurveChart*>();
        const QString before = chart->data().title;
        auto* box = m_page->findChild<RetentionControls*>()->groupingBox();
        QVERIFY(!m_page->findChild<RetentionControls*>()->cohortBox()->isVisible());
        box->setCurrentIndex(box->findData(u"cohort"_s));
        QTRY_VERIFY_WITH_TIMEOUT(chart->data().title != before, kWait);
        QVERIFY(m_page->findChild<RetentionControls*>()->cohortBox()->isVisible());
        QVERIFY2(chart->data().groups.first().name.startsWith(u'Q'), qPrintable(chart->data().groups.first().name));
        QCOMPARE(m_settings->value(AppSettings::Key::RetentionGrouping).toString(), u"cohort"_s);
        keep(u"cohorts"_s);
        box->setCurrentIndex(box->findData(u"none"_s));
        QTRY_COMPARE_WITH_TIMEOUT(chart->data().groups.size(), 1, kWait);
    }

    void onlyTheLastOfManyQuestionsIsShown()
    {
        (void)openSample();
        auto* chart = m_page->findChild<CurveChart*>();
        QSignalSpy shown(chart, &ChartWidget::dataChanged);
        auto* box = m_page->findChild<RetentionControls*>()->groupingBox();
        for (const QString& name : {u"source"_s, u"interval"_s, u"cohort"_s, u"none"_s})
            box->setCurrentIndex(box->findData(name));
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->findChild<BusyLine*>()->isBusy(), kWait);
        QCOMPARE(chart->data().groups.size(), 1);
        QCOMPARE(shown.size(), 1);
    }

    void theSummaryAndTheTableBehindTheChartShowTheSameGroups()
    {
        const auto answer = openSample();
        auto* groups = m_page->findChild<QTableWidget*>(u"retentionGroups"_s);
        QCOMPARE(groups->rowCount(), int(answer->groups.size()));
        for (int row = 0; row < groups->rowCount(); ++row)
            QCOMPARE(groups->item(row, 1)->text(), QLocale().toString(qint64(answer->groups.at(row).subjects.size())));
        auto* frame = qobject_cast<ChartFrame*>(m_page->findChild<CurveChart*>()->parentWidget()->parentWidget());
        QVERIFY(frame);
        frame->setTableShown(true);
        QVERIFY(frame->showsTable());
        frame->setExplanationShown(true);
        keep(u"table"_s);
    }

    void beforeAnySiteIsConnectedItSaysHowToBegin()
    {
        auto created = m_workspace->create(m_dir.filePath(u"empty-%1.lyceum"_s.arg(++m_files)), u"Empty"_s);
        QTRY_VERIFY_WITH_TIMEOUT(created.isFinished(), kWait);
        QVERIFY(created.result());
        m_page->activate();
        auto* empty = m_page->findChild<EmptyState*>();
        QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible(), kWait);
        QSignalSpy wish(m_page.get(), &Page::pageRequested);
        empty->button()->click();
        QCOMPARE(wish.size(), 1);
        QCOMPARE(wish.first().first().value<PageKind>(), PageKind::Sync);
        keep(u"empty"_s);
    }

    void theReportsPageSavesWhatItShows()
    {
        ReportsPage page(context());
        page.resize(1100, 760);
        page.show();
        (void)openSample();
        auto* save = page.findChild<QPushButton*>(u"saveReport"_s);
        QTRY_VERIFY_WITH_TIMEOUT(save->isEnabled(), kWait);
        keepOf(page, u"reports"_s);
        // Texts that wrap do not squeeze what stands below them; the page scrolls instead.
        QVERIFY2(save->height() >= save->sizeHint().height(), qPrintable(QString::number(save->height())));
        for (QRadioButton* format : page.findChildren<QRadioButton*>()) {
            format->setChecked(true);
            const QDir folder(qEnvironmentVariable("LYCEUM_SCREENSHOTS", m_dir.path()));
            const QString path = folder.filePath(u"retention-report."_s + suffixOf(page.chosenFormat()));
            page.saveTo(path);
            QVERIFY(QFileInfo(path).size() > 2000);
            QVERIFY(page.findChild<NoticeBar*>()->text().contains(path));
        }
        page.saveTo(m_dir.filePath(u"no/such/folder/r.pdf"_s));
        QCOMPARE(page.findChild<NoticeBar*>()->kind(), NoticeBar::Kind::Error);
    }

    void looksRightInEveryDress()
    {
        (void)openSample();
        keep(u"light"_s);
        m_theme->setMode(Theme::Mode::Dark);
        keep(u"dark"_s);
        auto* scroll = m_page->findChild<QScrollArea*>();
        scroll->ensureWidgetVisible(m_page->findChild<HeatTable*>());
        keep(u"dark-below"_s);
        m_theme->setMode(Theme::Mode::Light);
        keep(u"light-below"_s);
        // It never asks for more width than the smallest window leaves it.
        QVERIFY2(m_page->minimumSizeHint().width() <= 824, qPrintable(QString::number(m_page->minimumSizeHint().width())));
    }

private:
    PageContext context() { return {*m_workspace, *m_sync, *m_theme, *m_settings}; }

    /// Opens the sample and waits for the page's figures; the answer is the one the page has, from the cache.
    std::shared_ptr<const insights::RetentionAnswer> openSample()
    {
        auto opened = m_workspace->open(m_dir.filePath(u"sample.lyceum"_s));
        auto* chart = m_page->findChild<CurveChart*>();
        if (!QTest::qWaitFor([&] { return opened.isFinished() && !chart->data().groups.isEmpty(); }, kWait))
            qFatal("the sample did not open");
        auto answered = m_workspace->retention(m_page->findChild<RetentionControls*>()->question());
        if (!QTest::qWaitFor([&] { return answered.isFinished(); }, kWait))
            qFatal("no answer");
        return answered.result().value();
    }

    void keep(const QString& name) { keepOf(*m_page, u"retention-"_s + name); }
    static void keepOf(QWidget& widget, const QString& name)
    {
        const QString folder = qEnvironmentVariable("LYCEUM_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QCoreApplication::processEvents();
        widget.grab().save(folder + u'/' + name + u".png"_s);
    }

    QTemporaryDir m_dir;
    int m_files = 0;
    FixedClock m_clock {kNow};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<workspace::SyncService> m_sync;
    std::unique_ptr<RetentionPage> m_page;
};

QTEST_MAIN(TestRetentionPage)
#include "tst_retentionpage.moc"

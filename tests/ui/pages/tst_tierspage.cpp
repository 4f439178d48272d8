// SPDX-License-Identifier: GPL-3.0-or-later
// Tiers and offers made, changed, archived and brought back.
#include "base/clock.h"
#include "pendingworkspace.h"
#include "tables/listview.h"
#include "tiers/offerform.h"
#include "tiers/tierform.h"
#include "tiers/tierspage.h"
#include "widgets/checkedform.h"
#include "widgets/linelistedit.h"
#include "widgets/sidepanel.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace lyceum;
using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kWait = 30'000; // a busy machine, a debug build

} // namespace

class TestTiersPage : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;
    FixedClock m_clock {PendingWorkspace::kNow};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<workspace::SyncService> m_sync;
    std::unique_ptr<TiersPage> m_page;

    template <class Widget>
    Widget* in(QWidget* part, const char* name)
    {
        auto* found = part->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("%s is not there", name);
        return found;
    }
    template <class T>
    T answer(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, kWait))
            qFatal("no answer");
        return future.result().value();
    }
    TierForm* tierForm() { return m_page->findChild<TierForm*>(); }
    OfferForm* offerForm() { return m_page->findChild<OfferForm*>(); }
    QTableView* tierTable() { return in<QTableView>(m_page.get(), "tierTable"); }
    std::optional<Tier> tierCalled(const QString& name)
    {
        for (const Tier& tier : answer(m_workspace->tiers())) {
            if (tier.name == name)
                return tier;
        }
        return std::nullopt;
    }
    std::optional<Offer> offerCalled(const QString& name)
    {
        for (const Offer& offer : answer(m_workspace->offers())) {
            if (offer.name == name)
                return offer;
        }
        return std::nullopt;
    }
    static void type(QLineEdit* field, const QString& text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    int rowOf(QTableView* table, const QString& name)
    {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == name)
                return row;
        }
        return -1;
    }
    /// Opens a row with Enter, as a person does.
    void openRow(QTableView* table, const QString& name)
    {
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(table, name) >= 0, kWait);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(rowOf(table, name), 0));
        QTest::keyClick(table, Qt::Key_Return);
    }
    void picture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("LYCEUM_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(100); // what was laid out anew is painted with the next turn of the loop
        m_page->grab().save(u"%1/tiers-%2.png"_s.arg(folder, name));
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
        m_page = std::make_unique<TiersPage>(PageContext {*m_workspace, *m_sync, *m_theme, *m_settings});
        m_page->resize(1080, 720);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        const QString path = m_dir.filePath(u"tiers-%1.lyceum"_s.arg(++m_files));
        QVERIFY(PendingWorkspace::make(path, m_clock));
        auto opened = m_workspace->open(path);
        QTRY_VERIFY_WITH_TIMEOUT(opened.isFinished(), kWait);
        QVERIFY(opened.result());
        m_page->activate();
        QTRY_COMPARE_WITH_TIMEOUT(tierTable()->model()->rowCount(), 2, kWait);
    }

    void cleanup()
    {
        m_page.reset();
        m_sync.reset();
        m_workspace.reset();
    }

    void aTierIsMadeAndArchived()
    {
        QSignalSpy made(m_page.get(), &Page::changeMade);
        picture(u"list"_s);
        in<QPushButton>(m_page.get(), "newTierOrOffer")->click();
        QVERIFY(m_page->findChild<SidePanel*>()->isVisible());
        type(in<QLineEdit>(tierForm(), "name"), u"Patron"_s);
        type(in<QLineEdit>(tierForm(), "monthly_price"), u"12.50"_s);
        type(in<QLineEdit>(tierForm(), "yearly_price"), u"125"_s);
        tierForm()->findChild<LineListEdit*>()->setLines({u"A call a month"_s, u"Thanks by name"_s});
        picture(u"new"_s);
        QTest::keyClick(in<QLineEdit>(tierForm(), "yearly_price"), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), 1, kWait);
        QVERIFY(made.first().at(0).toString().contains(u"Patron"_s));
        QVERIFY(made.first().at(1).toLongLong() > 0); // what the window undoes
        const auto patron = tierCalled(u"Patron"_s);
        QVERIFY(patron);
        QVERIFY(patron->paid && patron->active && patron->remoteId.isEmpty());
        QCOMPARE(patron->monthlyPrice, 1250);
        QCOMPARE(patron->yearlyPrice, 12500);
        QCOMPARE(patron->currency, u"USD"_s);
        QCOMPARE(patron->benefits, QStringList({u"A call a month"_s, u"Thanks by name"_s}));

        openRow(tierTable(), u"Patron"_s);
        QTRY_COMPARE(tierForm()->tierId(), patron->id);
        QVERIFY(!tierForm()->isDirty());
        auto* archive = in<QPushButton>(tierForm(), "tierArchive");
        QTRY_VERIFY(archive->isVisible());
        archive->click();
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), 2, kWait);
        QVERIFY(!tierCalled(u"Patron"_s)->active);
        // The same button brings it back.
        QTRY_COMPARE_WITH_TIMEOUT(archive->text(), u"Bring back"_s, kWait);
        picture(u"archived"_s);
        archive->click();
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), 3, kWait);
        QVERIFY(tierCalled(u"Patron"_s)->active);
    }

    void whatIsWrongIsSaidBesideTheFieldAndNothingIsLost()
    {
        QSignalSpy made(m_page.get(), &Page::changeMade);
        in<QPushButton>(m_page.get(), "newTierOrOffer")->click();
        type(in<QLineEdit>(tierForm(), "name"), u"Patron"_s);
        type(in<QLineEdit>(tierForm(), "monthly_price"), u"a lot"_s);
        type(in<QLineEdit>(tierForm(), "yearly_price"), u"0"_s);
        QTest::keyClick(in<QLineEdit>(tierForm(), "yearly_price"), Qt::Key_S, Qt::ControlModifier);
        auto* form = tierForm()->findChild<CheckedForm*>();
        QCOMPARE(form->problemOf(u"name"_s), QString());
        QVERIFY(!form->problemOf(u"monthly_price"_s).isEmpty());
        QVERIFY(!form->problemOf(u"yearly_price"_s).isEmpty());
        QVERIFY(in<QLineEdit>(tierForm(), "monthly_price")->hasFocus());
        QCOMPARE(in<QLineEdit>(tierForm(), "monthly_price")->text(), u"a lot"_s);
        QCOMPARE(made.size(), 0);
        picture(u"wrong"_s);
        QVERIFY(!tierCalled(u"Patron"_s));
    }

    void whatWasBegunWaitsUntilOneComesBack()
    {
        openRow(tierTable(), u"Gold"_s);
        type(in<QLineEdit>(tierForm(), "name"), u"Gold and more"_s);
        openRow(tierTable(), u"Free"_s);
        QTRY_COMPARE(tierForm()->tierId(), PendingWorkspace::kFree);
        QVERIFY(!tierForm()->isDirty());
        QVERIFY(!in<QLineEdit>(tierForm(), "monthly_price")->isVisible()); // it has none
        QVERIFY(!in<QPushButton>(tierForm(), "tierArchive")->isVisible());
        m_page->findChild<SidePanel*>()->closePanel();
        openRow(tierTable(), u"Gold"_s);
        QCOMPARE(in<QLineEdit>(tierForm(), "name")->text(), u"Gold and more"_s);
        QVERIFY(tierForm()->isDirty());
        // A change elsewhere does not take it away either.
        workspace::TierEdit edit;
        edit.description = u"For those who like us"_s;
        (void)answer(m_workspace->editTier(PendingWorkspace::kGold, edit));
        QCoreApplication::processEvents();
        QTest::qWait(200); // nothing is to happen
        QCOMPARE(in<QLineEdit>(tierForm(), "name")->text(), u"Gold and more"_s);
        in<QPushButton>(tierForm(), "tierGiveUp")->click();
        QCOMPARE(in<QLineEdit>(tierForm(), "name")->text(), u"Gold"_s);
        QVERIFY(!tierForm()->isDirty());
    }

    void onlyWhatChangedIsChanged()
    {
        openRow(tierTable(), u"Gold"_s);
        QSignalSpy save(tierForm(), &TierForm::saveRequested);
        type(in<QLineEdit>(tierForm(), "monthly_price"), u"6"_s);
        QTest::keyClick(in<QLineEdit>(tierForm(), "monthly_price"), Qt::Key_Return);
        QCOMPARE(save.size(), 1);
        workspace::TierEdit expected;
        expected.monthlyPrice = 600;
        QVERIFY(save.first().at(1).value<workspace::TierEdit>() == expected);
        QTRY_COMPARE_WITH_TIMEOUT(tierCalled(u"Gold"_s)->monthlyPrice, 600, kWait);
    }

    void anOfferIsMadeForAPaidTier()
    {
        in<QTabWidget>(m_page.get(), "tierTabs")->setCurrentIndex(1);
        QSignalSpy made(m_page.get(), &Page::changeMade);
        in<QPushButton>(m_page.get(), "newTierOrOffer")->click();
        type(in<QLineEdit>(offerForm(), "name"), u"Summer"_s);
        type(in<QLineEdit>(offerForm(), "code"), u"summer"_s);
        auto* kind = in<QComboBox>(offerForm(), "type");
        kind->setCurrentIndex(kind->findData(u"fixed"_s));
        auto* duration = in<QComboBox>(offerForm(), "duration");
        duration->setCurrentIndex(duration->findData(u"repeating"_s));
        auto* amount = in<QLineEdit>(offerForm(), "amount");
        type(amount, u"0"_s);
        QTest::keyClick(amount, Qt::Key_Return);
        QVERIFY(!offerForm()->findChild<CheckedForm*>()->problemOf(u"amount"_s).isEmpty());
        type(amount, u"1.50"_s);
        picture(u"offer-new"_s);
        QTest::keyClick(amount, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), 1, kWait);
        const auto summer = offerCalled(u"Summer"_s);
        QVERIFY(summer);
        QCOMPARE(summer->amount, 150);
        QCOMPARE(summer->currency, u"USD"_s);
        QCOMPARE(summer->duration, u"repeating"_s);
        QCOMPARE(summer->durationMonths, 1);
        QCOMPARE(summer->tier, PendingWorkspace::kGold);
        picture(u"offers"_s);
    }

    void theTermsOfAnOfferTheSiteHasAreFixed()
    {
        in<QTabWidget>(m_page.get(), "tierTabs")->setCurrentIndex(1);
        auto* table = in<QTableView>(m_page.get(), "offerTable");
        openRow(table, u"Spring"_s);
        QVERIFY(!in<QLineEdit>(offerForm(), "amount")->isEnabled());
        QVERIFY(!offerForm()->isDirty());
        picture(u"offer-fixed"_s);
        // A code that another has is refused by the workspace, and said beside the field.
        workspace::OfferEdit other;
        other.name = u"Autumn"_s;
        other.code = u"autumn"_s;
        other.type = u"trial"_s;
        other.amount = 14;
        other.cadence = u"month"_s;
        other.duration = u"trial"_s;
        other.tier = PendingWorkspace::kGold;
        (void)answer(m_workspace->editOffer({}, other));
        type(in<QLineEdit>(offerForm(), "code"), u"autumn"_s);
        QTest::keyClick(in<QLineEdit>(offerForm(), "code"), Qt::Key_Return);
        auto* form = offerForm()->findChild<CheckedForm*>();
        QTRY_VERIFY_WITH_TIMEOUT(!form->problemOf(u"code"_s).isEmpty(), kWait);
        QCOMPARE(in<QLineEdit>(offerForm(), "code")->text(), u"autumn"_s);
        in<QPushButton>(offerForm(), "offerGiveUp")->click();
        in<QPushButton>(offerForm(), "offerArchive")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!offerCalled(u"Spring"_s)->active, kWait);
    }

    void looksRightInEveryDress()
    {
        openRow(tierTable(), u"Gold"_s);
        m_theme->setMode(Theme::Mode::Dark);
        picture(u"dark"_s);
        m_theme->setMode(Theme::Mode::HighContrast);
        picture(u"contrast"_s);
        m_theme->setMode(Theme::Mode::Light);
        QVERIFY2(m_page->minimumSizeHint().width() <= 848, qPrintable(QString::number(m_page->minimumSizeHint().width())));
    }
};

QTEST_MAIN(TestTiersPage)
#include "tst_tierspage.moc"

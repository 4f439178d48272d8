// SPDX-License-Identifier: GPL-3.0-or-later
#include "insights/privacyledger.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lyceum;
using namespace lyceum::insights;
using analytics::PrivacyBudget;
using analytics::PrivacyCost;
using namespace Qt::StringLiterals;

class TestPrivacyLedger : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    FixedClock m_clock {1'790'000'000};
    std::unique_ptr<storage::WorkspaceFile> m_file;
    int m_serial = 0;
    int m_draws = 0;

    Result<ReleaseAnswer> ask(const QString& question, PrivacyCost cost)
    {
        return release(*m_file, u"Ada"_s, m_clock.nowUtc(), {u"Members by tier"_s, question, u"discrete-gaussian"_s, cost}, [&] {
            ++m_draws;
            return Result<QString>(QString::number(m_draws));
        });
    }

private Q_SLOTS:
    void init()
    {
        auto file = storage::WorkspaceFile::create(m_dir.filePath(u"%1.lyceum"_s.arg(++m_serial)), {u"Lab"_s, "UTC"}, m_clock);
        QVERIFY(file);
        m_file = *std::move(file);
        m_draws = 0;
    }

    void publishesNothingWithoutABudget()
    {
        QCOMPARE(*privacyBudgetOf(m_file->connection()), std::nullopt);
        QCOMPARE(ask(u"tiers"_s, *PrivacyCost::zcdp(1)).error().kind, Error::Kind::PrivacyBudgetMissing);
        QCOMPARE(m_draws, 0);
    }

    void spendsTheBudgetToItsLastUnitAndNoFurther()
    {
        const PrivacyBudget budget {PrivacyBudget::Unit::Rho, 100};
        QVERIFY(setPrivacyBudget(*m_file, u"Ada"_s, budget));
        QCOMPARE(*privacyBudgetOf(m_file->connection()), std::optional(budget));
        QVERIFY(ask(u"tiers"_s, *PrivacyCost::zcdp(60)));
        QCOMPARE(ask(u"labels"_s, *PrivacyCost::zcdp(41)).error().kind, Error::Kind::PrivacyBudgetSpent);
        QCOMPARE(m_draws, 1); // nothing was drawn for what may not go
        QVERIFY(ask(u"labels"_s, *PrivacyCost::zcdp(40)));
        QCOMPARE(privacyLedgerOf(m_file->connection(), budget)->remaining(), 0);
        QCOMPARE(ask(u"months"_s, *PrivacyCost::zcdp(1)).error().kind, Error::Kind::PrivacyBudgetSpent);
    }

    void answersTheSameQuestionOnceAndForNothing()
    {
        QVERIFY(setPrivacyBudget(*m_file, u"Ada"_s, {PrivacyBudget::Unit::Rho, 100}));
        const auto first = ask(u"tiers"_s, *PrivacyCost::zcdp(100));
        const auto again = ask(u"tiers"_s, *PrivacyCost::zcdp(100));
        QVERIFY(first && again);
        QVERIFY(!first->isRepeated);
        QVERIFY(again->isRepeated);
        QCOMPARE(again->release, first->release);
        QCOMPARE(m_draws, 1);
    }

    void spendsNothingWhenDrawingFails()
    {
        QVERIFY(setPrivacyBudget(*m_file, u"Ada"_s, {PrivacyBudget::Unit::Rho, 100}));
        const auto failed = release(*m_file, u"Ada"_s, 0, {u"a"_s, u"b"_s, u"discrete-gaussian"_s, *PrivacyCost::zcdp(60)},
            [] { return Result<QString>(failure(Error::Kind::Internal)); });
        QVERIFY(!failed);
        QVERIFY(storage::privacyReleases(m_file->connection())->isEmpty());
        QVERIFY(ask(u"tiers"_s, *PrivacyCost::zcdp(100)));
    }

    void remembersAfterTheFileWasClosed()
    {
        const PrivacyBudget budget {PrivacyBudget::Unit::Epsilon, 1'000'000};
        QVERIFY(setPrivacyBudget(*m_file, u"Ada"_s, budget));
        QVERIFY(ask(u"tiers"_s, *PrivacyCost::pure(700'000)));
        const QString path = m_file->path();
        m_file.reset();
        auto again = storage::WorkspaceFile::open(path, m_clock);
        QVERIFY(again);
        m_file = *std::move(again);
        QCOMPARE(privacyLedgerOf(m_file->connection(), budget)->remaining(), 300'000);
        QCOMPARE(ask(u"labels"_s, *PrivacyCost::zcdp(1)).error().kind, Error::Kind::PrivacyBudgetSpent); // does not fit into epsilon
    }
};

QTEST_GUILESS_MAIN(TestPrivacyLedger)
#include "tst_privacyledger.moc"

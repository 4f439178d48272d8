// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/limits.h"
#include "editing/tieredit.h"
#include "lab.h"

using namespace lyceum;
using namespace lyceum::editing;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

/// What a person changes of tiers and offers, and what is refused.
class tst_TierEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lab.emplace(); }

    void aNewTierIsPaidAndWaitsToBeMade()
    {
        QVERIFY(applyTier({}, wholeTier()));
        const Tier tier = m_lab->row<Tier>(4);
        QCOMPARE(tier.name, u"Patron"_s);
        QCOMPARE(tier.currency, u"EUR"_s);
        QCOMPARE(tier.monthlyPrice, 2500);
        QCOMPARE(tier.benefits, (QStringList {u"A call"_s, u"A card"_s}));
        QVERIFY(tier.paid && tier.active && tier.visible);
        QCOMPARE(m_lab->operationOn(Entity::Tier, 4), std::optional(OutboxItem::Operation::Make));
    }

    void changesOnlyWhatIsSet()
    {
        TierEdit edit;
        edit.yearlyPrice = 4800;
        QVERIFY(applyTier(TierId {2}, edit));
        QCOMPARE(m_lab->waiting(), QStringList {u"tier 2 yearly_price"_s});
        QCOMPARE(m_lab->row<Tier>(2).monthlyPrice, 500);
    }

    void aTierIsArchivedNeverRemoved()
    {
        TierEdit edit;
        edit.active = false;
        QVERIFY(applyTier(TierId {2}, edit));
        QVERIFY(!m_lab->row<Tier>(2).active);
        QCOMPARE(reasonOf(TierId {2}, edit), u"archive a tier"_s);
    }

    void refusesATierTheStoreWouldNotTake_data()
    {
        QTest::addColumn<TierEdit>("edit");
        QTest::addColumn<qint64>("tier");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, qint64 tier, TierEdit edit, auto set, const QString& subject, const QString& detail) {
            set(edit);
            QTest::newRow(name) << edit << tier << subject << detail;
        };
        const QString price = u"a price is from 1 to 9999999999 in the smallest unit of its currency."_s;
        row("nothing", 2, {}, [](TierEdit&) {}, {}, u"there is nothing to change."_s);
        row("no name", 0, wholeTier(), [](TierEdit& e) { e.name.reset(); }, u"field name"_s, u"it is missing."_s);
        row("no currency", 0, wholeTier(), [](TierEdit& e) { e.currency.reset(); }, u"field currency"_s, u"it is missing."_s);
        row("no monthly price", 0, wholeTier(), [](TierEdit& e) { e.monthlyPrice.reset(); }, u"field monthly_price"_s, u"it is missing."_s);
        row("no yearly price", 0, wholeTier(), [](TierEdit& e) { e.yearlyPrice.reset(); }, u"field yearly_price"_s, u"it is missing."_s);
        row("an empty name", 2, {}, [](TierEdit& e) { e.name = u"  "_s; }, u"field name"_s, u"it is empty."_s);
        row("a long name", 2, {}, [](TierEdit& e) { e.name = QString(192, u'x'); }, u"field name"_s, u"it is longer than 191 characters."_s);
        row("a long description", 2, {}, [](TierEdit& e) { e.description = QString(192, u'x'); }, u"field description"_s, u"it is longer than 191 characters."_s);
        row("a free price", 2, {}, [](TierEdit& e) { e.monthlyPrice = 0; }, u"field monthly_price"_s, price);
        row("a high price", 2, {}, [](TierEdit& e) { e.yearlyPrice = kMostPrice + 1; }, u"field yearly_price"_s, price);
        row("a currency that is none", 2, {}, [](TierEdit& e) { e.currency = u"US$"_s; }, u"field currency"_s, u"a currency is three letters."_s);
        row("days below none", 2, {}, [](TierEdit& e) { e.trialDays = -1; }, u"field trial_days"_s, u"it is less than nothing."_s);
        row("a benefit of two lines", 2, {}, [](TierEdit& e) { e.benefits = {u"a\nb"_s}; }, u"field benefits"_s, u"a benefit is one line."_s);
        row("an empty benefit", 2, {}, [](TierEdit& e) { e.benefits = {QString()}; }, u"field benefits"_s, u"it is empty."_s);
        row("a price of the free tier", 1, {}, [](TierEdit& e) { e.monthlyPrice = 5; }, u"field monthly_price"_s, u"the free tier has no price."_s);
        row("the end of the free tier", 1, {}, [](TierEdit& e) { e.active = false; }, u"field active"_s, u"the free tier cannot be archived."_s);
    }
    void refusesATierTheStoreWouldNotTake()
    {
        QFETCH(const TierEdit, edit);
        QFETCH(const qint64, tier);
        QFETCH(const QString, subject);
        QFETCH(const QString, detail);
        QVERIFY(isRefused(applyTier(TierId {tier}, edit), subject, detail));
        QVERIFY(m_lab->waiting().isEmpty());
    }

    void theFreeTierMayBeDescribed()
    {
        TierEdit edit;
        edit.description = u"For everybody"_s;
        QVERIFY(applyTier(TierId {1}, edit));
    }

    void whatDoesNotExistIsNotFound()
    {
        TierEdit tier;
        tier.name = u"x"_s;
        QCOMPARE(applyTier(TierId {99}, tier).error(), (Error {Error::Kind::NotFound, u"tier 99"_s, {}}));
        OfferEdit offer;
        offer.name = u"x"_s;
        QCOMPARE(applyOffer(OfferId {99}, offer).error(), (Error {Error::Kind::NotFound, u"offer 99"_s, {}}));
        OfferEdit ofNone = wholeOffer();
        ofNone.tier = TierId {99};
        QCOMPARE(applyOffer({}, ofNone).error(), (Error {Error::Kind::NotFound, u"tier 99"_s, {}}));
    }

    void aNewOfferTakesTheCurrencyOfItsTierWhereItIsMoney()
    {
        OfferEdit edit = wholeOffer();
        QVERIFY(applyOffer({}, edit));
        QCOMPARE(m_lab->row<Offer>(2).currency, QString());
        edit.name = u"Fixed"_s;
        edit.code = u"fixed"_s;
        edit.type = u"fixed"_s;
        edit.amount = 250;
        QVERIFY(applyOffer({}, edit));
        QCOMPARE(m_lab->row<Offer>(3).currency, u"USD"_s);
        QVERIFY(m_lab->row<Offer>(3).active);
    }

    void theTermsOfAnOfferThatTheStoreHasAreFixed()
    {
        OfferEdit edit;
        edit.amount = 30;
        QVERIFY(isRefused(applyOffer(OfferId {1}, edit), u"field type"_s, u"the terms of an offer that the store has cannot be changed."_s));
        OfferEdit title;
        title.title = u"A fifth off"_s;
        title.active = false;
        QVERIFY(applyOffer(OfferId {1}, title));
        QCOMPARE(m_lab->waiting(), (QStringList {u"offer 1 active"_s, u"offer 1 title"_s}));
    }

    void theTermsOfAnOfferThatIsYetToBeMadeMayChange()
    {
        QVERIFY(applyOffer({}, wholeOffer()));
        OfferEdit edit;
        edit.amount = 30;
        QVERIFY(applyOffer(OfferId {2}, edit));
        QCOMPARE(m_lab->row<Offer>(2).amount, 30);
    }

    void refusesAnOfferTheStoreWouldNotTake_data()
    {
        QTest::addColumn<OfferEdit>("edit");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, auto set, const QString& subject, const QString& detail) {
            OfferEdit edit = wholeOffer();
            set(edit);
            QTest::newRow(name) << edit << subject << detail;
        };
        row("no code", [](OfferEdit& e) { e.code.reset(); }, u"field code"_s, u"it is missing."_s);
        row("no tier", [](OfferEdit& e) { e.tier.reset(); }, u"field tier_id"_s, u"it is missing."_s);
        row("a long name", [](OfferEdit& e) { e.name = QString(kMostOfferName + 1, u'x'); }, u"field name"_s, u"it is longer than 40 characters."_s);
        row("a taken name", [](OfferEdit& e) { e.name = u"SPRING"_s; }, u"field name"_s, u"another one is called that."_s);
        row("a taken code", [](OfferEdit& e) { e.code = u"Spring"_s; }, u"field code"_s, u"another one is called that."_s);
        row("no such type", [](OfferEdit& e) { e.type = u"gift"_s; }, u"field type"_s, u"it is one of: percent, fixed, trial."_s);
        row("no such cadence", [](OfferEdit& e) { e.cadence = u"week"_s; }, u"field cadence"_s, u"it is one of: month, year."_s);
        row("more than all", [](OfferEdit& e) { e.amount = 101; }, u"field amount"_s, u"it is from 1 to 100."_s);
        row("nothing off", [](OfferEdit& e) { e.amount = 0; }, u"field amount"_s, u"it is from 1 to 100."_s);
        row("a trial that is none", [](OfferEdit& e) { e.duration = u"trial"_s; }, u"field duration"_s, u"a trial lasts a trial, and nothing else does."_s);
        row("a year that repeats", [](OfferEdit& e) { e.cadence = u"year"_s, e.duration = u"repeating"_s, e.durationMonths = 3; }, u"field duration"_s,
            u"by the year it is once or forever."_s);
        row("months for once", [](OfferEdit& e) { e.durationMonths = 3; }, u"field duration_months"_s, u"months go with repeating, and with nothing else."_s);
        row("repeating without months", [](OfferEdit& e) { e.duration = u"repeating"_s; }, u"field duration_months"_s,
            u"months go with repeating, and with nothing else."_s);
        row("another currency", [](OfferEdit& e) { e.type = u"fixed"_s, e.currency = u"EUR"_s; }, u"field currency"_s,
            u"a fixed amount is in the currency of the tier, and nothing else has one."_s);
        row("of the free tier", [](OfferEdit& e) { e.tier = TierId {1}; }, u"field tier_id"_s, u"the free tier has no price."_s);
    }
    void refusesAnOfferTheStoreWouldNotTake()
    {
        QFETCH(const OfferEdit, edit);
        QFETCH(const QString, subject);
        QFETCH(const QString, detail);
        QVERIFY(isRefused(applyOffer({}, edit), subject, detail));
        QVERIFY(m_lab->waiting().isEmpty());
    }

private:
    static TierEdit wholeTier()
    {
        TierEdit edit;
        edit.name = u"Patron"_s;
        edit.currency = u"eur"_s;
        edit.monthlyPrice = 2500;
        edit.yearlyPrice = 25000;
        edit.benefits = {u"A call"_s, u"A card"_s};
        return edit;
    }
    static OfferEdit wholeOffer()
    {
        OfferEdit edit;
        edit.name = u"Autumn"_s;
        edit.code = u"autumn"_s;
        edit.type = u"percent"_s;
        edit.amount = 20;
        edit.cadence = u"month"_s;
        edit.duration = u"once"_s;
        edit.tier = TierId {2};
        return edit;
    }
    Result<ChangeSummary> applyTier(TierId id, const TierEdit& edit)
    {
        return m_lab->change([&](ChangeSet& changes) -> Result<void> {
            const auto done = applyToTier(changes, id, edit);
            return done ? Result<void>() : tl::unexpected(done.error());
        });
    }
    Result<ChangeSummary> applyOffer(OfferId id, const OfferEdit& edit)
    {
        return m_lab->change([&](ChangeSet& changes) -> Result<void> {
            const auto done = applyToOffer(changes, id, edit);
            return done ? Result<void>() : tl::unexpected(done.error());
        });
    }

    std::optional<Lab> m_lab;
};

Q_DECLARE_METATYPE(lyceum::editing::TierEdit)
Q_DECLARE_METATYPE(lyceum::editing::OfferEdit)

QTEST_GUILESS_MAIN(tst_TierEdit)
#include "tst_tieredit.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/fieldwords.h"

#include "storage/entity.h"

#include <QTest>

using namespace lyceum;
using namespace lyceum::ui;
using namespace Qt::StringLiterals;
using workspace::Entity;
using workspace::Scalar;

/// What the database calls a field, a person never reads.
class TestFieldWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyFieldThatAPersonCanMeetHasAWord_data()
    {
        QTest::addColumn<int>("entity");
        for (const storage::EntitySpec& spec : storage::allEntities()) {
            // Made by the site alone, never edited and never in conflict: the journal counts them in bulk.
            if (spec.entity == Entity::Event || spec.entity == Entity::SubscriptionChange || spec.entity == Entity::PrivacyRelease)
                continue;
            QTest::newRow(spec.name.constData()) << int(spec.entity);
        }
    }
    void everyFieldThatAPersonCanMeetHasAWord()
    {
        QFETCH(const int, entity);
        const storage::EntitySpec& spec = storage::specOf(Entity(entity));
        QVERIFY(!entityWord(spec.entity, 1).isEmpty());
        for (const QByteArray& column : spec.columns)
            QVERIFY2(fieldWord(spec.entity, column) != QString::fromUtf8(column), column.constData());
        for (const storage::SetSpec& set : spec.sets) {
            QVERIFY2(isSetField(spec.entity, set.field), set.field.constData());
            QCOMPARE(referredBy(spec.entity, set.field), std::optional(set.element));
        }
    }

    void everyReferenceIsNamedAsWhatItIs()
    {
        QCOMPARE(referredBy(Entity::Offer, "tier_id"), std::optional(Entity::Tier));
        QCOMPARE(referredBy(Entity::Comment, "post_id"), std::optional(Entity::Post));
        QCOMPARE(referredBy(Entity::Comment, "member_id"), std::optional(Entity::Member));
        QVERIFY(!referredBy(Entity::Member, "email"));
        QVERIFY(!isSetField(Entity::Offer, "tier_id"));
    }

    void saysValuesInWords_data()
    {
        QTest::addColumn<int>("entity");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<qint64>("number");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        const auto number = [](const char* name, Entity entity, const char* field, qint64 value, const QString& word) {
            QTest::newRow(name) << int(entity) << QByteArray(field) << value << QString() << word;
        };
        const auto text = [](const char* name, Entity entity, const char* field, const QString& value, const QString& word) {
            QTest::newRow(name) << int(entity) << QByteArray(field) << qint64(-1) << value << word;
        };
        number("yes", Entity::Member, "commenting_disabled", 1, u"Yes"_s);
        number("no", Entity::Tier, "active", 0, u"No"_s);
        number("a time", Entity::Member, "joined_at", 1'780'272'000, u"6/1/26 08:00"_s); // 2026-06-01 00:00 UTC in Shanghai
        number("a count", Entity::Comment, "likes", 12345, u"12,345"_s);
        number("a price", Entity::Tier, "monthly_price", 1250, u"12.50"_s);
        number("a label", Entity::Member, "labels", 4, u"VIP"_s);
        number("a label nobody knows", Entity::Member, "labels", 5, u"Label 5"_s);
        text("a status", Entity::Member, "status", u"comped"_s, u"Complimentary"_s);
        text("a status of a later version", Entity::Post, "status", u"sleeping"_s, u"sleeping"_s);
        text("who may read", Entity::Post, "visibility", u"paid"_s, u"Paying members"_s);
        text("an interval", Entity::Offer, "cadence", u"month"_s, u"month"_s);
        text("a text", Entity::Member, "note", u"two\nlines"_s, u"two\nlines"_s);
        text("a field of a later version", Entity::Member, "shoe_size", u"43"_s, u"43"_s);
    }
    void saysValuesInWords()
    {
        QFETCH(const int, entity);
        QFETCH(const QByteArray, field);
        QFETCH(const qint64, number);
        QFETCH(const QString, text);
        QFETCH(const QString, word);
        RowNames names;
        names.add(Entity::Label, 4, u"VIP"_s);
        const Format format(QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone("Asia/Shanghai"));
        const Scalar value = text.isNull() ? Scalar(number) : Scalar(text);
        QCOMPARE(valueWord(Entity(entity), field, value, format, names), word);
        QVERIFY(valueWord(Entity(entity), field, Scalar(), format, names).isEmpty());
    }

    void onlyTextsCanHoldBothSides()
    {
        QVERIFY(isTextField(Entity::Member, "note"));
        QVERIFY(isTextField(Entity::Post, "html"));
        QVERIFY(!isTextField(Entity::Member, "name"));
        QVERIFY(!isTextField(Entity::Member, "labels"));
    }
};

QTEST_GUILESS_MAIN(TestFieldWords)
#include "tst_fieldwords.moc"

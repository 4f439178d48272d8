// SPDX-License-Identifier: GPL-3.0-or-later
#include "community/nql.h"

#include <QTest>

using namespace lyceum;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lyceum::Filter)

namespace {

using Operator = Filter::Operator;

Filter is(MemberField field, FilterValue value) { return Filter::comparison(field, Operator::Equals, std::move(value)); }

} // namespace

class TestNql : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheLanguageOfTheStore_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Filter>("filter");
        using enum MemberField;
        QTest::newRow("one") << u"status:paid"_s << is(Status, u"paid"_s);
        QTest::newRow("and") << u"status:paid+label:vip"_s << Filter::allOf({is(Status, u"paid"_s), is(Label, u"vip"_s)});
        QTest::newRow("and binds stronger") << u"status:free,status:paid+subscribed:true"_s
            << Filter::anyOf({is(Status, u"free"_s), Filter::allOf({is(Status, u"paid"_s), is(Subscribed, true)})});
        QTest::newRow("groups") << u"(status:free,status:paid)+subscribed:false"_s
            << Filter::allOf({Filter::anyOf({is(Status, u"free"_s), is(Status, u"paid"_s)}), is(Subscribed, false)});
        QTest::newRow("spaces") << u" ( name : 'a' ) "_s << is(Name, u"a"_s);
        QTest::newRow("not") << u"label:-vip"_s << Filter::comparison(Label, Operator::NotEquals, u"vip"_s);
        QTest::newRow("in") << u"label:[vip,'early bird']"_s << Filter::oneOf(Label, {u"vip"_s, u"early bird"_s});
        Filter notIn = Filter::oneOf(Status, {u"paid"_s, u"comped"_s});
        notIn.op = Operator::NotEquals;
        QTest::newRow("not in") << u"status:-[paid,comped]"_s << notIn;
        QTest::newRow("contains") << u"name:~'ada'"_s << Filter::comparison(Name, Operator::Contains, u"ada"_s);
        QTest::newRow("starts") << u"email:~^'ada'"_s << Filter::comparison(Email, Operator::StartsWith, u"ada"_s);
        QTest::newRow("ends") << u"email:~$'.org'"_s << Filter::comparison(Email, Operator::EndsWith, u".org"_s);
        QTest::newRow("contains not") << u"note:-~'x'"_s << Filter::comparison(Note, Operator::NotContains, u"x"_s);
        QTest::newRow("an address with everything") << u"email:'o\\'brien+tag@example.com'"_s << is(Email, u"o'brien+tag@example.com"_s);
        QTest::newRow("a bare address") << u"email:ada@example.com"_s << is(Email, u"ada@example.com"_s);
        QTest::newRow("a backslash") << u"note:'a\\\\b'"_s << is(Note, u"a\\b"_s);
        QTest::newRow("Chinese") << u"name:~张三"_s << Filter::comparison(Name, Operator::Contains, u"张三"_s);
        QTest::newRow("null") << u"last_seen_at:null"_s << is(LastSeenAt, {});
        QTest::newRow("not null") << u"note:-null"_s << Filter::comparison(Note, Operator::NotEquals, {});
        QTest::newRow("the word null") << u"name:'null'"_s << is(Name, u"null"_s);
        QTest::newRow("relative") << u"created_at:>now-30d"_s
            << Filter::comparison(JoinedAt, Operator::Greater, RelativeTime {-30, RelativeTime::Unit::Day});
        QTest::newRow("in the future") << u"departed_at:<=now+2w+status:free"_s
            << Filter::allOf({Filter::comparison(DepartedAt, Operator::LessOrEqual, RelativeTime {2, RelativeTime::Unit::Week}),
                   is(Status, u"free"_s)});
        QTest::newRow("months are not minutes") << u"created_at:>=now-3M"_s
            << Filter::comparison(JoinedAt, Operator::GreaterOrEqual, RelativeTime {-3, RelativeTime::Unit::Month});
        // date -u -d '2024-02-29 12:34:56' +%s
        QTest::newRow("a time") << u"created_at:<'2024-02-29 12:34:56'"_s
            << Filter::comparison(JoinedAt, Operator::Less, AbsoluteTime {1'709'210'096});
        QTest::newRow("a day") << u"created_at:>=2024-02-29"_s
            << Filter::comparison(JoinedAt, Operator::GreaterOrEqual, AbsoluteTime {1'709'164'800});
        QTest::newRow("a number") << u"email_count:>=10"_s << Filter::comparison(EmailCount, Operator::GreaterOrEqual, qint64(10));
        QTest::newRow("another name") << u"joined:null"_s << is(JoinedAt, {});
    }
    void readsTheLanguageOfTheStore()
    {
        QFETCH(QString, text);
        QFETCH(Filter, filter);
        const auto parsed = parseNql(text);
        QVERIFY2(parsed, parsed ? "" : qPrintable(toError(parsed.error()).detail));
        QCOMPARE(*parsed, filter);
        const auto again = parseNql(toNql(filter));
        QVERIFY2(again, qPrintable(toNql(filter)));
        QCOMPARE(*again, filter);
    }

    void saysWhatIsWrongAndWhere_data()
    {
        using enum NqlProblem::Kind;
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<qsizetype>("position");
        QTest::newRow("nothing") << u"  "_s << int(Empty) << qsizetype(0);
        QTest::newRow("no such field") << u"status:paid+passwort:x"_s << int(UnknownField) << qsizetype(12);
        QTest::newRow("no colon") << u"status"_s << int(ColonExpected) << qsizetype(6);
        QTest::newRow("no value") << u"name:"_s << int(ValueExpected) << qsizetype(5);
        QTest::newRow("no second value") << u"name:[a,]"_s << int(ValueExpected) << qsizetype(8);
        QTest::newRow("no such status") << u"status:rich"_s << int(UnknownValue) << qsizetype(7);
        QTest::newRow("no such day") << u"created_at:>'2023-02-29'"_s << int(UnknownValue) << qsizetype(12);
        QTest::newRow("no such unit") << u"created_at:>now-3q"_s << int(UnknownValue) << qsizetype(12);
        QTest::newRow("absurdly long ago") << u"created_at:>now-99999999999999999999d"_s << int(UnknownValue) << qsizetype(12);
        QTest::newRow("not a flag") << u"subscribed:1"_s << int(UnknownValue) << qsizetype(11);
        QTest::newRow("no order among statuses") << u"status:>paid"_s << int(OperatorNotAllowed) << qsizetype(7);
        QTest::newRow("no part of a time") << u"created_at:~'2024'"_s << int(OperatorNotAllowed) << qsizetype(11);
        QTest::newRow("nothing is before null") << u"created_at:<null"_s << int(UnknownValue) << qsizetype(12);
        QTest::newRow("an open quote") << u"name:'ada"_s << int(UnclosedQuote) << qsizetype(5);
        QTest::newRow("an open group") << u"(status:paid"_s << int(UnclosedGroup) << qsizetype(0);
        QTest::newRow("an open list") << u"status:[paid"_s << int(UnclosedGroup) << qsizetype(7);
        QTest::newRow("a bracket too much") << u"status:paid)"_s << int(Unexpected) << qsizetype(11);
        QTest::newRow("ends in and") << u"status:paid+"_s << int(Unexpected) << qsizetype(12);
        QTest::newRow("a list cannot be contained") << u"name:~[a,b]"_s << int(OperatorNotAllowed) << qsizetype(5);
        QTest::newRow("a lonely sign") << u"departed_at:<now+status:free"_s << int(-1) << qsizetype(0);
    }
    void saysWhatIsWrongAndWhere()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(qsizetype, position);
        const auto parsed = parseNql(text);
        if (kind < 0) { // the sign of "and" right after a relative time is not part of it
            QVERIFY(parsed);
            return;
        }
        QVERIFY(!parsed);
        QCOMPARE(int(parsed.error().kind), kind);
        QCOMPARE(parsed.error().position, position);
        QCOMPARE(toError(parsed.error()).kind, Error::Kind::BadInput);
    }

    void refusesBottomlessNesting()
    {
        const auto nested = [](int depth) { return QString(depth, u'(') + u"status:paid"_s + QString(depth, u')'); };
        QVERIFY(parseNql(nested(kMaxNqlDepth)));
        QCOMPARE(parseNql(nested(100'000)).error().kind, NqlProblem::Kind::TooDeep);
    }

    void survivesWhateverIsTyped()
    {
        // Every prefix of a text with everything in it, and the same with a character replaced by each sign of the language.
        const QString whole = u"(status:-[paid,'x y'],name:-~^'a\\'b')+created_at:>=now-30d+label:null"_s;
        for (qsizetype n = 0; n <= whole.size(); ++n) {
            const auto parsed = parseNql(whole.left(n));
            QVERIFY(parsed || parsed.error().position <= n);
            for (const QChar sign : u"()[],+:<>=~-\\'\" 张"_s) {
                QString changed = whole;
                changed.replace(n, 1, sign);
                if (const auto read = parseNql(changed))
                    QCOMPARE(parseNql(toNql(*read)), read);
            }
        }
    }

    void printsWhatNeedsQuotesInQuotes()
    {
        QCOMPARE(toNql(is(MemberField::Name, u"ada"_s)), u"name:ada"_s);
        QCOMPARE(toNql(is(MemberField::Name, u"-ada"_s)), u"name:'-ada'"_s);
        QCOMPARE(toNql(is(MemberField::Name, u"now-3d"_s)), u"name:'now-3d'"_s);
        QCOMPARE(toNql(is(MemberField::Name, u""_s)), u"name:''"_s);
        QCOMPARE(toNql(is(MemberField::JoinedAt, AbsoluteTime {1'709'164'800})), u"created_at:'2024-02-29'"_s);
        QCOMPARE(toNql(Filter::allOf({})), QString());
        const auto nobody = parseNql(toNql(Filter::anyOf({})));
        QVERIFY(nobody);
    }

    void negatesExactly()
    {
        const Filter both = *parseNql(u"status:paid+name:~'x'"_s);
        QCOMPARE(negation(both), *parseNql(u"status:-paid,name:-~'x'"_s));
        // Who was never seen was not seen before the first of March either.
        QCOMPARE(negation(*parseNql(u"last_seen_at:<'2026-03-01'"_s)), *parseNql(u"last_seen_at:>='2026-03-01',last_seen_at:null"_s));
        QCOMPARE(negation(Filter::allOf({})), Filter::anyOf({}));
        QVERIFY(both.mentions(MemberField::Name));
        QVERIFY(!both.mentions(MemberField::Departed));
    }

    void resolvesRelativeTimesByTheCalendar()
    {
        // date -u -d 2024-03-31T10:00:00 +%s, and the same for 2024-02-29, 2023-03-31, 2024-03-01
        const qint64 now = 1'711'879'200;
        QCOMPARE((RelativeTime {-1, RelativeTime::Unit::Month}).resolve(now), qint64(1'709'200'800));
        QCOMPARE((RelativeTime {-1, RelativeTime::Unit::Year}).resolve(now), qint64(1'680'256'800));
        QCOMPARE((RelativeTime {-30, RelativeTime::Unit::Day}).resolve(now), qint64(1'709'287'200));
        QCOMPARE((RelativeTime {2, RelativeTime::Unit::Hour}).resolve(now), now + 7200);
    }
};

QTEST_APPLESS_MAIN(TestNql)
#include "tst_nql.moc"

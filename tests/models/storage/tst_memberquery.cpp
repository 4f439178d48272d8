// SPDX-License-Identifier: GPL-3.0-or-later
#include "community.h"
#include "community/nql.h"
#include "storage/memberquery.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lyceum;
using namespace lyceum::storage;
using namespace Qt::StringLiterals;

namespace {

QString folded(QString text)
{
    for (QChar& c : text) { // as SQLite's NOCASE does: ASCII letters only
        if (c >= u'A' && c <= u'Z')
            c = QChar(c.unicode() + 32);
    }
    return text;
}

/// A second opinion: the filter's meaning, member by member, on the values.
class Judge {
public:
    Judge(const Community& community, qint64 nowUtc)
        : m_community(community)
        , m_nowUtc(nowUtc)
    {
    }

    bool passes(const Filter& filter, const Member& member) const
    {
        const auto passesPart = [&](const Filter& part) { return passes(part, member); };
        switch (filter.kind) {
        case Filter::Kind::All: return std::ranges::all_of(filter.parts, passesPart);
        case Filter::Kind::Any: return std::ranges::any_of(filter.parts, passesPart);
        case Filter::Kind::Comparison: break;
        }
        using enum Filter::Operator;
        switch (filter.op) {
        case NotEquals: return !anyValue(filter, Equals, member);
        case NotContains: return !anyValue(filter, Contains, member);
        case NotStartsWith: return !anyValue(filter, StartsWith, member);
        case NotEndsWith: return !anyValue(filter, EndsWith, member);
        default: return anyValue(filter, filter.op, member);
        }
    }

private:
    bool anyValue(const Filter& filter, Filter::Operator op, const Member& member) const
    {
        return std::ranges::any_of(filter.values, [&](const FilterValue& value) { return holds(filter.field, op, value, member); });
    }

    static bool compares(const auto& a, Filter::Operator op, const auto& b)
    {
        switch (op) {
        case Filter::Operator::Less: return a < b;
        case Filter::Operator::LessOrEqual: return a <= b;
        case Filter::Operator::Greater: return a > b;
        case Filter::Operator::GreaterOrEqual: return a >= b;
        default: return a == b;
        }
    }
    static bool text(const QString& has, Filter::Operator op, const FilterValue& value)
    {
        if (std::holds_alternative<std::monostate>(value))
            return has.isEmpty();
        const QString wanted = folded(std::get<QString>(value));
        switch (op) {
        case Filter::Operator::Contains: return folded(has).contains(wanted);
        case Filter::Operator::StartsWith: return folded(has).startsWith(wanted);
        case Filter::Operator::EndsWith: return folded(has).endsWith(wanted);
        default: return compares(folded(has).toUtf8(), op, wanted.toUtf8());
        }
    }
    bool time(const std::optional<qint64>& has, Filter::Operator op, const FilterValue& value) const
    {
        if (std::holds_alternative<std::monostate>(value))
            return !has;
        const auto* relative = std::get_if<RelativeTime>(&value);
        return has && compares(*has, op, relative ? relative->resolve(m_nowUtc) : std::get<AbsoluteTime>(value).utc);
    }
    template <class Element, class IdType>
    static bool set(const QList<Element>& all, const QList<IdType>& has, Filter::Operator op, const FilterValue& value)
    {
        if (std::holds_alternative<std::monostate>(value))
            return has.isEmpty();
        return std::ranges::any_of(all, [&](const Element& element) {
            return has.contains(element.id) && (text(element.name, op, value) || text(element.slug, op, value));
        });
    }
    bool holds(MemberField field, Filter::Operator op, const FilterValue& value, const Member& member) const
    {
        switch (field) {
        case MemberField::RemoteId: return text(member.remoteId, op, value) && (!member.remoteId.isEmpty() || value == FilterValue());
        case MemberField::Email: return text(member.email, op, value);
        case MemberField::Name: return text(member.name, op, value);
        case MemberField::Note: return text(member.note, op, value);
        case MemberField::Country: return text(member.country, op, value);
        case MemberField::Source: return text(member.source, op, value);
        case MemberField::Status: return nameOf(member.status) == std::get<QString>(value);
        case MemberField::Subscribed: return member.subscribed == std::get<bool>(value);
        case MemberField::Departed: return member.departedAtUtc.has_value() == std::get<bool>(value);
        case MemberField::JoinedAt: return time(member.joinedAtUtc, op, value);
        case MemberField::LastSeenAt: return time(member.lastSeenAtUtc, op, value);
        case MemberField::DepartedAt: return time(member.departedAtUtc, op, value);
        case MemberField::EmailCount: return compares(member.emailCount, op, std::get<qint64>(value));
        case MemberField::EmailOpenedCount: return compares(member.emailOpenedCount, op, std::get<qint64>(value));
        case MemberField::Label: return set(m_community.labels, member.labels, op, value);
        case MemberField::Tier: return set(m_community.tiers, member.tiers, op, value);
        case MemberField::Newsletter: return set(m_community.newsletters, member.newsletters, op, value);
        }
        return false;
    }

    const Community& m_community;
    qint64 m_nowUtc;
};

} // namespace

class TestMemberQuery : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    FixedClock m_clock {Community::kNow};
    std::unique_ptr<WorkspaceFile> m_file;
    Community m_community;

    Connection& connection() { return m_file->connection(); }
    QList<MemberId> ask(const MemberQuery& query)
    {
        const auto ids = memberIds(connection(), query, Community::kNow);
        return ids ? *ids : QList<MemberId> {MemberId {-1}};
    }
    QSet<MemberId> asked(const MemberQuery& query)
    {
        const QList<MemberId> ids = ask(query);
        return {ids.cbegin(), ids.cend()};
    }
    template <class Predicate>
    QSet<MemberId> those(Predicate predicate)
    {
        QSet<MemberId> ids;
        for (const Member& member : std::as_const(m_community.members)) {
            if (predicate(member))
                ids.insert(member.id);
        }
        return ids;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto file = WorkspaceFile::create(m_dir.filePath(u"members.lyceum"_s), {u"Lab"_s, "Asia/Shanghai"}, m_clock);
        QVERIFY(file);
        m_file = *std::move(file);
        auto community = Community::fill(*m_file, {}, 7);
        QVERIFY(community);
        m_community = *std::move(community);
    }

    void filtersLikeASecondOpinion_data()
    {
        QTest::addColumn<QString>("nql");
        for (const QString& nql : {u"status:paid"_s, u"status:-paid"_s, u"status:[free,comped]"_s, u"status:-[free,comped]"_s, u"name:~ada"_s,
                 u"name:-~ada"_s, u"name:~^ADA"_s, u"name:~$lace"_s, u"name:-~$lace"_s, u"name:~王"_s, u"name:null"_s, u"name:-null"_s,
                 u"name:~'%'"_s, u"name:~'_'"_s, u"name:~'\\\\'"_s, u"name:~'o\\'b'"_s, u"name:~🦊"_s, u"name:~'É'"_s, u"name:<m"_s, u"name:>=m"_s,
                 u"email:~$'.ORG'"_s, u"email:~'r.1@'"_s, u"note:null"_s, u"note:~大会"_s, u"label:vip"_s, u"label:-vip"_s,
                 u"label:'Early bird'"_s, u"label:[vip,laoshi]"_s, u"label:null"_s, u"label:-null"_s, u"label:~i"_s, u"tier:reader"_s, u"tier:-Scholar"_s,
                 u"newsletter:每日"_s, u"subscribed:true"_s, u"subscribed:-true"_s, u"country:cn"_s, u"source:知乎"_s, u"source:-null"_s,
                 u"created_at:>now-1y"_s, u"created_at:<='2024-06-01'"_s, u"created_at:null"_s, u"created_at:-null"_s, u"last_seen_at:<now-30d"_s,
                 u"departed:true"_s, u"departed:false"_s, u"departed_at:>now-10d"_s, u"email_count:>=10"_s, u"email_opened_count:0"_s, u"id:null"_s,
                 u"id:'000000010000000000000007'"_s, u"id:-'000000010000000000000007'"_s,
                 u"(status:paid,label:vip)+subscribed:true+created_at:>now-2y,name:~张"_s, u"label:nobody"_s, u"label:-nobody"_s})
            QTest::newRow(qPrintable(nql)) << nql;
    }
    void filtersLikeASecondOpinion()
    {
        QFETCH(QString, nql);
        const auto filter = parseNql(nql);
        QVERIFY(filter);
        const Judge judge(m_community, Community::kNow);
        MemberQuery query;
        query.includeDeparted = true;
        for (const Filter& each : {*filter, negation(*filter)}) {
            query.filter = each;
            const auto expected = those([&](const Member& member) { return judge.passes(each, member); });
            QCOMPARE(asked(query), expected);
            QCOMPARE(memberCount(connection(), query, Community::kNow), Result<qint64>(expected.size()));
        }
        if (nql != "label:nobody"_L1 && nql != "label:-nobody"_L1) { // a filter that parts nobody tests nothing
            query.filter = *filter;
            const qsizetype passing = asked(query).size();
            QVERIFY(passing > 0 && passing < m_community.members.size());
        }
    }

    void parsesFiltersOfFiltersTheSame()
    {
        const Judge judge(m_community, Community::kNow);
        Dice dice(11);
        const QStringList parts {u"status:paid"_s, u"label:-vip"_s, u"name:~a"_s, u"last_seen_at:>now-1y"_s, u"note:null"_s, u"tier:reader"_s, u"departed:true"_s};
        for (int i = 0; i < 200; ++i) {
            const auto make = [&](auto& self, int depth) -> Filter {
                if (depth == 0 || dice.chance(30))
                    return *parseNql(dice.pick(parts));
                std::vector<Filter> some;
                for (qint64 n = dice(3); n >= 0; --n)
                    some.push_back(self(self, depth - 1));
                Filter filter = dice.chance(50) ? Filter::allOf(std::move(some)) : Filter::anyOf(std::move(some));
                return dice.chance(30) ? negation(filter) : filter;
            };
            MemberQuery query;
            query.includeDeparted = true;
            query.filter = make(make, 3);
            QCOMPARE(asked(query), those([&](const Member& member) { return judge.passes(*query.filter, member); }));
        }
    }

    void leavesOutTheDepartedUnlessAskedFor()
    {
        const auto here = those([](const Member& member) { return !member.departedAtUtc; });
        const auto gone = those([](const Member& member) { return member.departedAtUtc.has_value(); });
        QVERIFY(!gone.isEmpty());
        MemberQuery query;
        QCOMPARE(asked(query), here);
        query.includeDeparted = true;
        QCOMPARE(asked(query), here + gone);
        query.includeDeparted = false;
        query.filter = *parseNql(u"departed:true"_s);
        QCOMPARE(asked(query), gone);
    }

    void ordersByWhatWasAskedThenById_data()
    {
        QTest::addColumn<int>("sort");
        QTest::addColumn<bool>("descending");
        for (const auto& [name, sort] : {std::pair("joined", MemberQuery::Sort::Joined), std::pair("name", MemberQuery::Sort::Name),
                 std::pair("email", MemberQuery::Sort::Email), std::pair("last seen", MemberQuery::Sort::LastSeen),
                 std::pair("status", MemberQuery::Sort::Status)}) {
            QTest::addRow("%s, ascending", name) << int(sort) << false;
            QTest::addRow("%s, descending", name) << int(sort) << true;
        }
    }
    void ordersByWhatWasAskedThenById()
    {
        QFETCH(int, sort);
        QFETCH(bool, descending);
        const auto key = [&](const Member& member) -> std::pair<qint64, QByteArray> {
            switch (MemberQuery::Sort(sort)) {
            case MemberQuery::Sort::Joined: return {member.joinedAtUtc.value_or(-1), {}};
            case MemberQuery::Sort::LastSeen: return {member.lastSeenAtUtc.value_or(-1), {}};
            case MemberQuery::Sort::Name: return {0, folded(member.name).toUtf8()};
            case MemberQuery::Sort::Email: return {0, folded(member.email).toUtf8()};
            case MemberQuery::Sort::Status: return {0, nameOf(member.status).toUtf8()};
            }
            return {};
        };
        QList<Member> expected = m_community.members;
        std::ranges::stable_sort(expected, [&](const Member& a, const Member& b) {
            const auto [first, second] = descending ? std::pair(&b, &a) : std::pair(&a, &b);
            return std::pair(key(*first), first->id) < std::pair(key(*second), second->id);
        });
        QList<MemberId> ids;
        for (const Member& member : std::as_const(expected))
            ids.append(member.id);
        MemberQuery query;
        query.includeDeparted = true;
        query.sort = MemberQuery::Sort(sort);
        query.descending = descending;
        QCOMPARE(ask(query), ids);
    }

    void walksEachOrderAlongAnIndex_data()
    {
        QTest::addColumn<QByteArray>("order");
        for (const char* order : {"joined_at, id", "joined_at DESC, id DESC", "name COLLATE NOCASE, id", "email COLLATE NOCASE DESC, id DESC",
                 "last_seen_at DESC, id DESC", "status, id"})
            QTest::newRow(order) << QByteArray(order);
    }
    void walksEachOrderAlongAnIndex()
    {
        QFETCH(QByteArray, order);
        auto plan = connection().prepare("EXPLAIN QUERY PLAN SELECT id FROM member ORDER BY " + order);
        QVERIFY(plan);
        QVERIFY(*plan->step());
        QVERIFY2(plan->text(3).contains(u"USING COVERING INDEX"_s), qPrintable(plan->text(3)));
        QVERIFY(!*plan->step()); // and no sorting after it
    }

    void findsWordsAsTheyAreTyped()
    {
        const auto found = [&](const QString& typed) {
            MemberQuery query;
            query.search = typed;
            query.includeDeparted = true;
            return asked(query);
        };
        const auto named = [&](const QString& part) { return those([&](const Member& member) { return member.name.contains(part); }); };
        QCOMPARE(found(u"王"_s), named(u"王"_s));
        QCOMPARE(found(u"秀英"_s), named(u"秀英"_s));
        QCOMPARE(found(u"love"_s), named(u"Lovelace"_s));
        QCOMPARE(found(u"ADA love"_s), those([](const Member& member) { return member.name.compare(u"ada lovelace"_s, Qt::CaseInsensitive) == 0; }));
        QCOMPARE(found(u"scholar.12@ex"_s), those([](const Member& member) { return member.email.startsWith(u"Scholar.12@"_s); }));
        QCOMPARE(found(u"大会"_s), those([](const Member& member) { return member.note.contains(u"大会"_s); }));
        QCOMPARE(found(u"🦊"_s), named(u"🦊"_s)); // no word, and yet a name
        QCOMPARE(found(u"nobody is called this"_s), QSet<MemberId>());
        QCOMPARE(found(u"\"' OR * NEAR("_s), QSet<MemberId>()); // signs of the search language mean nothing
        QCOMPARE(found(u"   "_s).size(), m_community.members.size());
        QVERIFY(!found(u"王"_s).isEmpty() && !found(u"秀英"_s).isEmpty() && !found(u"🦊"_s).isEmpty());
    }

    void narrowsToAGivenSet()
    {
        MemberQuery query;
        query.includeDeparted = true;
        query.among = QList {MemberId {5}, MemberId {3}, MemberId {999'999}, MemberId {}, MemberId {9}};
        QCOMPARE(asked(query), (QSet {MemberId {3}, MemberId {5}, MemberId {9}}));
        query.filter = *parseNql(u"status:%1"_s.arg(nameOf(m_community.members.at(2).status)));
        QVERIFY(asked(query).contains(MemberId {3}));
        query.among = QList<MemberId>();
        QCOMPARE(ask(query), QList<MemberId>());
    }

    void readsRowsInTheOrderAsked()
    {
        const auto rows = memberRows(connection(), {MemberId {7}, MemberId {999'999}, MemberId {2}, MemberId {7}});
        QVERIFY(rows);
        QCOMPARE(rows->size(), 3);
        QCOMPARE(rows->at(0).member, m_community.members.at(6));
        QCOMPARE(rows->at(1).member, m_community.members.at(1));
        for (const MemberRow& row : *rows) {
            QStringList labels;
            for (const LabelId& id : row.member.labels)
                labels.append(m_community.labels.at(id.value - 1).name);
            QCOMPARE(row.labels, labels);
            QCOMPARE(row.tiers.size(), row.member.tiers.size());
        }
    }

    void findsOneMember()
    {
        const Member& some = m_community.members.at(20);
        QCOMPARE(memberById(connection(), some.id), Result<std::optional<Member>>(some));
        QCOMPARE(memberByEmail(connection(), some.email.toUpper()), Result<std::optional<Member>>(some));
        QCOMPARE(memberByRemoteId(connection(), some.remoteId), Result<std::optional<Member>>(some));
        QCOMPARE(memberById(connection(), MemberId {12'345}), Result<std::optional<Member>>(std::optional<Member>()));
    }

    void countsFacetsOfWhatIsFound()
    {
        MemberQuery query;
        query.filter = *parseNql(u"subscribed:true"_s);
        MemberFacets expected;
        for (const Member& member : std::as_const(m_community.members)) {
            if (member.departedAtUtc || !member.subscribed)
                continue;
            ++expected.total;
            ++expected.status[member.status];
            for (const LabelId& id : member.labels)
                ++expected.labels[id];
            for (const TierId& id : member.tiers)
                ++expected.tiers[id];
        }
        QCOMPARE(memberFacets(connection(), query, Community::kNow), Result<MemberFacets>(expected));
        const auto sources = memberSources(connection());
        QVERIFY(sources);
        QCOMPARE(sources->value(u"知乎"_s), those([](const Member& m) { return m.source == u"知乎"_s && !m.departedAtUtc; }).size());
    }

    void refusesFiltersThatCompareApplesWithPears()
    {
        MemberQuery query;
        query.filter = Filter::comparison(MemberField::JoinedAt, Filter::Operator::Less, u"yesterday"_s);
        QCOMPARE(memberIds(connection(), query, 0).error().kind, Error::Kind::BadInput);
        query.filter = Filter::comparison(MemberField::Name, Filter::Operator::Contains, QString(60'000, u'x'));
        QCOMPARE(memberIds(connection(), query, 0).error().kind, Error::Kind::BadInput);
        query.filter->values.clear();
        QCOMPARE(memberIds(connection(), query, 0).error().kind, Error::Kind::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestMemberQuery)
#include "tst_memberquery.moc"

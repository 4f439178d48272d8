// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/calendar.h"
#include "sample/grammar.h"
#include "sample/random.h"
#include "sample/sampleids.h"

#include <QDateTime>
#include <QSet>
#include <QtTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace lyceum::sample;

class TestRandom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scramblesAsSplitmixDoes()
    {
        // The published sequence of splitmix64 for the seed 1234567 (rosettacode.org, "Pseudo-random numbers/Splitmix64").
        const std::array<quint64, 5> published {6457827717110365317u, 3203168211198807973u, 9817491932198370423u,
                                                4593380528125082431u, 16408922859458223821u};
        quint64 state = 1234567;
        for (const quint64 expected : published)
            QCOMPARE(scrambled(state += 0x9e3779b97f4a7c15u), expected);
    }

    void unscramblesWhatItScrambled()
    {
        for (quint64 value = 1; value != 0; value <<= 1) {
            QCOMPARE(unscrambled(scrambled(value)), value);
            QCOMPARE(scrambled(unscrambled(~value)), ~value);
        }
    }

    void streamsDiffer()
    {
        QSet<quint64> first;
        for (quint64 seed = 0; seed < 10; ++seed) {
            for (quint64 index = 0; index < 100; ++index) {
                first.insert(Random(seed, Stream::Life, index).next());
                first.insert(Random(seed, Stream::Mail, index).next());
            }
        }
        QCOMPARE(first.size(), 2000);
    }

    void logarithmIsTheNaturalOne()
    {
        for (double x = 1e-300; x < 1e300; x *= 1.7) {
            const double expected = std::log(x);
            QVERIFY2(std::abs(naturalLog(x) - expected) <= 4e-16 * std::max(1.0, std::abs(expected)), qPrintable(QString::number(x)));
        }
        QCOMPARE(naturalLog(1), 0.0);
    }

    void numbersBelowAreEven()
    {
        Random random(3, Stream::Visits, 0);
        std::array<int, 7> counts {};
        for (int i = 0; i < 70000; ++i)
            ++counts[std::size_t(random.below(7))];
        for (const int count : counts)
            QVERIFY(std::abs(count - 10000) < 5 * 93); // five standard deviations of a binomial (70000, 1/7)
    }

    void waitingHasMeanAndVarianceOne()
    {
        Random random(4, Stream::Visits, 0);
        const int n = 100000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; ++i) {
            const double value = random.waiting();
            QVERIFY(value >= 0);
            sum += value;
            squares += value * value;
        }
        QVERIFY(std::abs(sum / n - 1) < 5 / std::sqrt(n));
        QVERIFY(std::abs(squares / n - 2) < 5 * std::sqrt(20.0 / n)); // Var X^2 = 24 - 4
    }

    void weightsAreKept()
    {
        Random random(5, Stream::Visits, 0);
        const std::array weights {1, 0, 3};
        std::array<int, 3> counts {};
        for (int i = 0; i < 40000; ++i)
            ++counts[random.weighted(weights)];
        QCOMPARE(counts[1], 0);
        QVERIFY(std::abs(counts[0] - 10000) < 5 * 87);
    }

    void quantilesAreReachedAndInterpolated()
    {
        constexpr std::array<Quantile, 3> distribution {{{0, 0}, {0.5, 1}, {1, 11}}};
        QCOMPARE(quantileAt(distribution, 0), 0.0);
        QCOMPARE(quantileAt(distribution, 0.25), 0.5);
        QCOMPARE(quantileAt(distribution, 0.5), 1.0);
        QCOMPARE(quantileAt(distribution, 0.75), 6.0);
        QCOMPARE(quantileAt(distribution, 1), 11.0);
    }

    void monthsAreAddedAsTheCalendarHasThem()
    {
        const auto at = [](const char* text) {
            return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toSecsSinceEpoch();
        };
        QCOMPARE(addMonths(at("2024-01-31T10:20:30Z"), 1), at("2024-02-29T10:20:30Z"));
        QCOMPARE(addMonths(at("2024-01-31T10:20:30Z"), 13), at("2025-02-28T10:20:30Z"));
        QCOMPARE(addMonths(at("2024-11-30T23:59:59Z"), 3), at("2025-02-28T23:59:59Z"));
        QCOMPARE(addMonths(at("2024-03-31T00:00:00Z"), -25), at("2022-02-28T00:00:00Z"));
        QCOMPARE(addMonths(at("1969-12-15T12:00:00Z"), 1), at("1970-01-15T12:00:00Z"));
        QCOMPARE(monthOf(at("2025-08-31T23:59:59Z")), 8);
    }

    void humanHoursKeepDayAndOrder()
    {
        qint64 before = atHumanHour(1700000000);
        for (qint64 at = 1700000000; at < 1700000000 + 3 * kDay; at += 601) {
            const qint64 shaped = atHumanHour(at);
            QVERIFY(shaped >= before);
            QCOMPARE((shaped + 8 * kHour) / kDay, (at + 8 * kHour) / kDay);
            before = shaped;
        }
    }

    void idsLeadBack()
    {
        const SampleIds ids(99);
        const QString id = ids.make(IdTag::Member, 123456, 1700000000);
        QCOMPARE(id.size(), 24);
        QCOMPARE(id.left(8), u"6553f100"_s);
        QCOMPARE(ids.indexOf(IdTag::Member, id), std::optional<quint64>(123456));
        QCOMPARE(ids.indexOf(IdTag::Post, id), std::nullopt);
        QCOMPARE(ids.indexOf(IdTag::Member, u"0123456789abcdef0123456z"_s), std::nullopt);
        QCOMPARE(ids.indexOf(IdTag::Member, id.chopped(1)), std::nullopt);
    }

    void templatesAreWrittenOut()
    {
        const Topic topic {0, u"rereading", u"reread", u"a pencil", u"haste", u"joy", u"the page"};
        Random random(1, Stream::Body, 0);
        QCOMPARE(expanded(u"{Subject}: {act} {thing} with {tool}, not {trap}, for {gain}.", topic, random),
                 u"Rereading: reread the page with a pencil, not haste, for joy."_s);
        QSet<QString> seen;
        for (int i = 0; i < 200; ++i)
            seen.insert(expanded(u"a[b|[c|{gain}]|]d", topic, random));
        QCOMPARE(seen, (QSet<QString> {u"abd"_s, u"acd"_s, u"ajoyd"_s, u"ad"_s}));
    }
};

QTEST_APPLESS_MAIN(TestRandom)
#include "tst_random.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/errordetail.h"

#include "community/nql.h"
#include "exchange/csvreader.h"
#include "words/errortext.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace lyceum;
using namespace Qt::StringLiterals;

namespace {

/// Translates everything by marking it, with its places in the other order.
class MarkingTranslator final : public QTranslator {
public:
    QString translate(const char* context, const char* text, const char*, int) const override
    {
        if (qstrcmp(context, "ErrorDetail") != 0)
            return {};
        return qstrcmp(text, "row %1, column %2") == 0 ? u"[%2 of %1]"_s : u'[' + QString::fromUtf8(text) + u']';
    }
    bool isEmpty() const override { return false; }
};

std::optional<Error> errorOf(const QByteArray& csv)
{
    auto reader = exchange::CsvReader::open(csv);
    if (!reader)
        return reader.error();
    for (;;) {
        const auto more = (*reader)->next();
        if (!more)
            return more.error();
        if (!*more)
            return std::nullopt;
    }
}

} // namespace

/// What `models` says in English has a translation here.
class TestErrorDetail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatFiltersAreRefusedFor_data()
    {
        QTest::addColumn<QString>("filter");
        for (const QString& filter : {u""_s, u"colour:red"_s, u"status"_s, u"status:"_s, u"status:gold"_s, u"status:>paid"_s, u"name:'Ada"_s,
                 u"(status:paid"_s, u"status:paid+"_s, u"status:paid)"_s, QString(500, u'(') + u"status:paid"_s})
            QTest::newRow(qPrintable(filter.left(20))) << filter;
    }
    void knowsWhatFiltersAreRefusedFor()
    {
        QFETCH(const QString, filter);
        const auto parsed = parseNql(filter);
        QVERIFY(!parsed);
        const Error error = toError(parsed.error());
        QVERIFY2(ui::isKnownErrorDetail(error.subject), qPrintable(error.subject));
        QVERIFY2(ui::isKnownErrorDetail(error.detail), qPrintable(error.detail));
    }

    /// Every sentence in the code that checks and takes back what a person changes.
    void knowsWhatEditsAreRefusedFor()
    {
        const QDir models(QStringLiteral(LYCEUM_TEST_DATA "/../../models"));
        QStringList sources {u"storage/undo.cpp"_s, u"storage/conflicts.cpp"_s, u"storage/outboxdecisions.cpp"_s};
        for (const QString& name : QDir(models.filePath(u"editing"_s)).entryList({u"*.cpp"_s}))
            sources.append(u"editing/"_s + name);
        static const QRegularExpression kSentence(u"u\"([^\"]+\\.)\"_s"_s);
        int sentences = 0;
        for (const QString& name : std::as_const(sources)) {
            QFile file(models.filePath(name));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
            for (auto found = kSentence.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext(); ++sentences) {
                const QString sentence = found.next().captured(1).replace(u"%1"_s, u"5"_s).replace(u"%2"_s, u"tier"_s);
                QVERIFY2(ui::isKnownErrorDetail(sentence), qPrintable(name + u": "_s + sentence));
            }
        }
        QVERIFY(sentences > 40);
    }

    void saysFieldsByTheirNames()
    {
        QCOMPARE(ui::errorDetail(u"member 12, field email"_s), u"member 12, field E-mail"_s);
        QCOMPARE(ui::errorDetail(u"field monthly_price"_s).left(6), u"field "_s);
        QVERIFY(!ui::errorDetail(u"field monthly_price"_s).contains(u'_'));
        QCOMPARE(ui::errorDetail(u"field unheard_of"_s), u"field unheard_of"_s);
    }

    void knowsWhatTablesAreRefusedFor_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("open quote") << QByteArray("id,email\n1,\"2\n");
        QTest::newRow("wide row") << QByteArray("id,email\n1,2,3\n");
        QTest::newRow("a name twice") << QByteArray("id,id\n1,2\n");
    }
    void knowsWhatTablesAreRefusedFor()
    {
        QFETCH(const QByteArray, csv);
        const auto error = errorOf(csv);
        QVERIFY(error);
        QVERIFY2(ui::isKnownErrorDetail(error->subject), qPrintable(error->subject));
        QVERIFY2(ui::isKnownErrorDetail(error->detail), qPrintable(error->detail));
    }

    void translatesBothWhereAndWhat()
    {
        MarkingTranslator translator;
        QCoreApplication::installTranslator(&translator);
        const QString said = ui::sentence({Error::Kind::BadInput, u"row 12, column a, column 100 %1"_s, u"a value is missing."_s});
        QCoreApplication::removeTranslator(&translator);
        QVERIFY2(said.contains(u"[a, column 100 %1 of 12]"_s), qPrintable(said));
        QVERIFY2(said.contains(u"[a value is missing.]"_s), qPrintable(said));
    }

    void leavesWhatItDoesNotKnow()
    {
        QCOMPARE(ui::errorDetail(u"/home/ada/row 3.csv"_s), u"/home/ada/row 3.csv"_s);
        QVERIFY(!ui::isKnownErrorDetail(u"an event is 1 or 0."_s)); // the command line has translated it already
    }
};

QTEST_GUILESS_MAIN(TestErrorDetail)
#include "tst_errordetail.moc"

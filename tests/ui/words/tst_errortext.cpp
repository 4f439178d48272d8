// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/errortext.h"

#include <QSet>
#include <QTest>

using namespace lyceum;
using namespace Qt::StringLiterals;

class TestErrorText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasASentenceOfItsOwnAndAnAdvice()
    {
        QSet<QString> sentences;
        for (int kind = 0; kind <= int(Error::Kind::NeedsDecision); ++kind) {
            const ui::ErrorText text = ui::describe({Error::Kind(kind), u"/home/ada/lab.lyceum"_s, u"detail"_s});
            QVERIFY2(!text.what.isEmpty() && !text.advice.isEmpty(), qPrintable(kindName(Error::Kind(kind))));
            QVERIFY(!sentences.contains(text.what));
            sentences.insert(text.what);
        }
    }
    void namesTheFileItIsAbout()
    {
        QVERIFY(ui::sentence({Error::Kind::WorkspaceForeign, u"/tmp/x"_s, {}}).contains(u"/tmp/x"_s));
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"

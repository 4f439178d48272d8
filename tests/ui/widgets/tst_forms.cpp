// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types into: the form that says what is wrong beside the field, the list of lines.
#include "theme/theme.h"
#include "widgets/checkedform.h"
#include "widgets/linelistedit.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

class TestForms : public QObject {
    Q_OBJECT

private:
    Theme m_theme;

    static QToolButton* buttonOf(LineListEdit& edit, const QString& text)
    {
        for (QToolButton* button : edit.findChildren<QToolButton*>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

private Q_SLOTS:
    void aProblemStandsBelowItsFieldAndTakesTheKeyboardThere()
    {
        CheckedForm form(m_theme);
        auto* name = new QLineEdit;
        auto* price = new QLineEdit;
        form.addField(u"name"_s, u"&Name"_s, name);
        form.addField(u"price"_s, u"&Price"_s, price);
        form.setHint(u"price"_s, u"In dollars."_s);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        name->setFocus();
        QCOMPARE(name->accessibleName(), u"Name"_s);
        QCOMPARE(price->accessibleDescription(), u"In dollars."_s);
        QVERIFY(!form.focusProblem());

        form.setProblem(u"price"_s, u"Enter an amount."_s);
        QVERIFY(form.hasProblem());
        QCOMPARE(price->accessibleDescription(), u"Enter an amount."_s);
        QVERIFY(form.focusProblem());
        QVERIFY(price->hasFocus());

        form.clearProblems();
        QVERIFY(!form.hasProblem());
        QCOMPARE(price->accessibleDescription(), u"In dollars."_s);
        QVERIFY(form.knows(u"name"_s));
        QVERIFY(!form.knows(u"colour"_s));
    }

    void theFirstOfSeveralProblemsComesFirst()
    {
        CheckedForm form(m_theme);
        auto* one = new QLineEdit;
        auto* two = new QLineEdit;
        form.addPair(u"one"_s, u"One"_s, one, u"two"_s, u"Two"_s, two);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        form.setProblem(u"two"_s, u"No."_s);
        form.setProblem(u"one"_s, u"No."_s);
        QVERIFY(form.focusProblem());
        QVERIFY(one->hasFocus());
    }

    void linesAreTypedMovedAndRemovedWithTheKeyboard()
    {
        LineListEdit edit(m_theme, u"Benefits"_s, u"Add"_s);
        edit.setLines({u"one"_s, u"two"_s, u"three"_s});
        edit.show();
        QVERIFY(QTest::qWaitForWindowActive(&edit));
        QSignalSpy edited(&edit, &LineListEdit::edited);
        edit.list()->setFocus();
        edit.list()->setCurrentRow(2);
        QTest::keyClick(edit.list(), Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(edit.list(), Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(edit.list(), Qt::Key_Up, Qt::AltModifier); // it is the first
        QCOMPARE(edit.lines(), QStringList({u"three"_s, u"one"_s, u"two"_s}));
        QCOMPARE(edited.size(), 2);
        QTest::keyClick(edit.list(), Qt::Key_Delete);
        QCOMPARE(edit.lines(), QStringList({u"one"_s, u"two"_s}));

        QTest::keyClick(edit.list(), Qt::Key_Return); // edits the line the keyboard is at
        auto* editor = edit.list()->findChild<QLineEdit*>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"first"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(edit.lines().first(), u"first"_s);
    }

    void aLineThatStaysEmptyIsNone()
    {
        LineListEdit edit(m_theme, u"Benefits"_s, u"Add"_s);
        edit.setLines({u"one"_s});
        edit.show();
        QVERIFY(QTest::qWaitForWindowActive(&edit));
        QSignalSpy edited(&edit, &LineListEdit::edited);
        QToolButton* add = buttonOf(edit, u"Add"_s);
        QVERIFY(add);
        add->click();
        QCOMPARE(edit.list()->count(), 2);
        QCOMPARE(edit.lines(), QStringList({u"one"_s}));
        QCOMPARE(edited.size(), 0);
        auto* editor = edit.list()->findChild<QLineEdit*>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"  two "_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(edit.lines(), QStringList({u"one"_s, u"two"_s}));
        QVERIFY(edited.size() >= 1);
    }
};

QTEST_MAIN(TestForms)
#include "tst_forms.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that tell a person something: notice bar, empty state, busy line, page header, side panel.
#include "theme/theme.h"
#include "widgets/busyline.h"
#include "widgets/emptystate.h"
#include "widgets/noticebar.h"
#include "widgets/pageheader.h"
#include "widgets/sidepanel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

class TestNotices : public QObject {
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void noticeIsHiddenUntilSomethingIsSaid()
    {
        NoticeBar bar(m_theme);
        QVERIFY(bar.isHidden());
        bar.say(NoticeBar::Kind::Error, u"The key was refused."_s, u"Enter a new key"_s);
        QVERIFY(!bar.isHidden());
        QCOMPARE(bar.accessibleName(), u"The key was refused."_s);
        QSignalSpy action(&bar, &NoticeBar::actionTriggered);
        auto* button = bar.findChild<QPushButton*>();
        QCOMPARE(button->text(), u"Enter a new key"_s);
        button->click();
        QCOMPARE(action.count(), 1);
        bar.say(NoticeBar::Kind::Info, u"Done."_s);
        QVERIFY(button->isHidden());
    }

    void buttonOfANoticeDoesWhatWasSaidLast()
    {
        NoticeBar bar(m_theme);
        QStringList done;
        bar.say(NoticeBar::Kind::Good, u"Saved as a.pdf."_s, u"Open folder"_s, [&] { done.append(u"folder"_s); });
        auto* button = bar.findChild<QPushButton*>();
        button->click();
        bar.say(NoticeBar::Kind::Error, u"The site does not answer."_s, u"Try again"_s, [&] {
            done.append(u"again"_s);
            bar.say(NoticeBar::Kind::Info, u"Trying."_s); // takes the place of what is being done
        });
        button->click();
        bar.say(NoticeBar::Kind::Info, u"Nothing more."_s, u"Well"_s);
        button->click();
        QCOMPARE(done, QStringList({u"folder"_s, u"again"_s}));
    }

    void noticeGoesWhenDismissed()
    {
        NoticeBar bar(m_theme);
        bar.say(NoticeBar::Kind::Info, u"Sample data."_s);
        QSignalSpy dismissed(&bar, &NoticeBar::dismissed);
        bar.findChild<QToolButton*>()->click();
        QVERIFY(bar.isHidden());
        bar.dismiss();
        QCOMPARE(dismissed.count(), 1);
    }

    void noticeShowsMarkupAsText()
    {
        NoticeBar bar(m_theme);
        bar.say(NoticeBar::Kind::Info, u"<b>Bob</b> & co"_s);
        QCOMPARE(bar.text(), u"<b>Bob</b> & co"_s);
        for (const QLabel* label : bar.findChildren<QLabel*>()) {
            if (!label->text().isEmpty())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }

    void emptyStateSaysWhatToDo()
    {
        EmptyState state(m_theme);
        state.setContent(Icon::Discussions, u"No comments yet"_s, u"They arrive with the next sync."_s, u"Sync now"_s);
        QCOMPARE(state.accessibleName(), u"No comments yet"_s);
        QCOMPARE(state.accessibleDescription(), u"They arrive with the next sync."_s);
        QSignalSpy action(&state, &EmptyState::actionTriggered);
        state.button()->click();
        QCOMPARE(action.count(), 1);
        state.setContent(Icon::Discussions, u"Nothing here"_s, {});
        QVERIFY(state.button()->isHidden());
    }

    void emptyStateWrapsInsteadOfClipping()
    {
        EmptyState state(m_theme);
        state.setContent(Icon::Info, u"Nothing"_s, QString(u"a few words "_s).repeated(30), {});
        state.resize(600, 500);
        state.show();
        QVERIFY(QTest::qWaitForWindowExposed(&state));
        for (const QLabel* label : state.findChildren<QLabel*>()) {
            if (label->text().startsWith(u"a few"_s))
                QVERIFY(label->height() >= label->heightForWidth(label->width()));
        }
    }

    void busyLineMovesOnlyWhenItMay()
    {
        Theme theme;
        BusyLine line(theme);
        line.show();
        QVERIFY(!line.isMoving());
        line.setBusy(true);
        QVERIFY(line.isMoving());
        line.setProgress(0.5); // a share that fills needs no motion
        QVERIFY(!line.isMoving());
        line.setProgress({});
        QVERIFY(line.isMoving());
        theme.setMotion(false);
        QVERIFY(!line.isMoving());
        theme.setMotion(true);
        line.hide(); // no timer for what nobody sees
        QVERIFY(!line.isMoving());
    }

    void busyLineKeepsItsPlaceWhenIdle()
    {
        BusyLine line(m_theme);
        const int height = line.sizeHint().height() > 0 ? line.sizeHint().height() : line.minimumHeight();
        line.setBusy(true);
        line.setBusy(false);
        QCOMPARE(line.minimumHeight(), height);
        QCOMPARE(line.maximumHeight(), height);
    }

    void busyLineFillsWithProgress()
    {
        BusyLine line(m_theme);
        line.resize(200, 2);
        line.setBusy(true);
        line.setProgress(0.25);
        const QImage image = line.grab().toImage();
        QCOMPARE(image.pixelColor(40, 0), m_theme.tokens().accent);
        QCOMPARE(image.pixelColor(60, 0), m_theme.tokens().line);
        line.setProgress(7.0);
        QCOMPARE(line.grab().toImage().pixelColor(199, 0), m_theme.tokens().accent);
    }

    void headerHidesAnEmptySentence()
    {
        PageHeader header(m_theme, u"Members"_s);
        QCOMPARE(header.title(), u"Members"_s);
        header.setSentence(u"1,204 people."_s);
        QCOMPARE(header.sentence(), u"1,204 people."_s);
        const auto labels = header.findChildren<QLabel*>();
        QVERIFY(!labels.at(1)->isHidden());
        header.setSentence({});
        QVERIFY(labels.at(1)->isHidden());
        QVERIFY(labels.at(0)->font().pointSizeF() > 1.5 * QGuiApplication::font().pointSizeF());
    }

    void panelGivesTheFocusBack()
    {
        QWidget page;
        auto* layout = new QHBoxLayout(&page);
        auto* list = new QLineEdit;
        auto* panel = new SidePanel(m_theme);
        auto* inside = new QLineEdit;
        panel->setTitle(u"Lin Mei"_s);
        panel->setContent(inside);
        layout->addWidget(list);
        layout->addWidget(panel);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        list->setFocus();
        panel->openPanel();
        QVERIFY(panel->isVisible());
        QVERIFY(list->hasFocus()); // opening does not steal it
        inside->setFocus();
        QSignalSpy closed(panel, &SidePanel::closed);
        QTest::keyClick(inside, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QCOMPARE(closed.count(), 1);
        QVERIFY(list->hasFocus());
        panel->closePanel();
        QCOMPARE(closed.count(), 1);
    }

    void panelReplacesItsContent()
    {
        SidePanel panel(m_theme);
        QPointer<QWidget> first = new QWidget;
        panel.setContent(first);
        auto* second = new QWidget;
        panel.setContent(second);
        QVERIFY(!first);
        QCOMPARE(panel.content(), second);
    }
};

QTEST_MAIN(TestNotices)
#include "tst_notices.moc"

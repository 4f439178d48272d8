// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flowlayout.h"

#include <QTest>
#include <QWidget>

using namespace lyceum::ui;

namespace {

QWidget* box(int width, int height, QWidget* parent)
{
    auto* widget = new QWidget(parent);
    widget->setFixedSize(width, height);
    return widget;
}

} // namespace

class TestFlowLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrapsWhenTheLineIsFull()
    {
        QWidget host;
        auto* layout = new FlowLayout(&host, 10);
        QList<QWidget*> boxes;
        for (int i = 0; i < 3; ++i) {
            boxes.append(box(100, 20, &host));
            layout->addWidget(boxes.last());
        }
        layout->setGeometry(QRect(0, 0, 210, 100)); // two and the gap fit exactly
        QCOMPARE(boxes[0]->geometry(), QRect(0, 0, 100, 20));
        QCOMPARE(boxes[1]->geometry(), QRect(110, 0, 100, 20));
        QCOMPARE(boxes[2]->geometry(), QRect(0, 30, 100, 20));
        QCOMPARE(layout->heightForWidth(210), 50);
        QCOMPARE(layout->heightForWidth(1000), 20);
        QCOMPARE(layout->heightForWidth(50), 80); // one a line, never none
    }

    void thingsOfOneLineStandOnACommonMiddle()
    {
        QWidget host;
        auto* layout = new FlowLayout(&host, 10);
        QWidget* tall = box(50, 40, &host);
        QWidget* small = box(50, 20, &host);
        layout->addWidget(tall);
        layout->addWidget(small);
        layout->setGeometry(QRect(0, 0, 300, 60));
        QCOMPARE(small->y(), 10);
    }

    void runsRightToLeftWhereTheLanguageDoes()
    {
        QWidget host;
        host.setLayoutDirection(Qt::RightToLeft);
        auto* layout = new FlowLayout(&host, 10);
        QWidget* first = box(100, 20, &host);
        layout->addWidget(first);
        layout->setGeometry(QRect(0, 0, 300, 60));
        QCOMPARE(first->x(), 200);
    }

    void hiddenThingsTakeNoRoom()
    {
        QWidget host;
        auto* layout = new FlowLayout(&host, 10);
        QWidget* hidden = box(100, 20, &host);
        QWidget* shown = box(100, 20, &host);
        layout->addWidget(hidden);
        layout->addWidget(shown);
        hidden->hide();
        layout->setGeometry(QRect(0, 0, 300, 60));
        QCOMPARE(shown->x(), 0);
        QCOMPARE(layout->sizeHint(), QSize(100, 20));
    }

    void insertsWhereAsked()
    {
        QWidget host;
        auto* layout = new FlowLayout(&host, 0);
        QWidget* last = box(10, 10, &host);
        QWidget* first = box(10, 10, &host);
        layout->addWidget(last);
        layout->insertWidget(0, first);
        QCOMPARE(layout->count(), 2);
        QCOMPARE(layout->itemAt(0)->widget(), first);
        QVERIFY(!layout->takeAt(5));
        delete layout->takeAt(0);
        QCOMPARE(layout->count(), 1);
    }
};

QTEST_MAIN(TestFlowLayout)
#include "tst_flowlayout.moc"

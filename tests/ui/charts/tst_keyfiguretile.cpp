// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/keyfiguretile.h"
#include "theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

KeyFigure paying()
{
    KeyFigure figure;
    figure.label = u"Paying members"_s;
    figure.value = u"1,204"_s;
    figure.change = u"▲ 12 more than 30 days ago"_s;
    figure.changeTone = Tone::Good;
    figure.interval = u"95% interval 1,190–1,219"_s;
    figure.trend = {1, 2, 3};
    return figure;
}

int inked(const QList<double>& values)
{
    QImage image(80, 30, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintSparkLine(painter, QRectF(0, 0, 80, 30), values, Qt::black);
    painter.end();
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) != QColor(Qt::white) ? 1 : 0;
    }
    return count;
}

} // namespace

class TestKeyFigureTile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysItsFigureToScreenReaders()
    {
        const Theme theme;
        KeyFigureTile tile(theme);
        tile.setFigure(paying());
        QCOMPARE(tile.accessibleName(), u"Paying members: 1,204"_s);
        QVERIFY(tile.accessibleDescription().contains(u"12 more than"_s));
        QVERIFY(tile.accessibleDescription().contains(u"95% interval"_s));
    }

    void clickSpaceAndEnterOpenIt()
    {
        const Theme theme;
        KeyFigureTile tile(theme);
        tile.setFigure(paying());
        tile.show();
        QSignalSpy opened(&tile, &KeyFigureTile::clicked);
        QTest::mouseClick(&tile, Qt::LeftButton);
        QTest::keyClick(&tile, Qt::Key_Space);
        QTest::keyClick(&tile, Qt::Key_Return);
        QCOMPARE(opened.count(), 3);
        QCOMPARE(tile.focusPolicy(), Qt::StrongFocus);
    }

    void hasRoomForItsText()
    {
        const Theme theme;
        KeyFigureTile tile(theme);
        tile.setFigure(paying());
        const QFontMetrics metrics(theme.font(FontRole::Small));
        QVERIFY(tile.sizeHint().width() >= metrics.horizontalAdvance(paying().change));
        QVERIFY(tile.minimumSizeHint().height() == tile.sizeHint().height());
    }

    void sparkLineNeedsTwoValues()
    {
        QCOMPARE(inked({}), 0);
        QCOMPARE(inked({1}), 0);
        QVERIFY(inked({1, 2}) > 20);
        QVERIFY(inked({3, 3, 3}) > 20); // flat is a line, not a division by zero
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(inked({nan, nan}), 0);
        QVERIFY(inked({1, 2, nan, 2, 1}) < inked({1, 2, 2, 2, 1})); // a gap is a gap
    }
};

QTEST_MAIN(TestKeyFigureTile)
#include "tst_keyfiguretile.moc"

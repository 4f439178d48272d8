// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"

#include <QFile>
#include <QImage>
#include <QTest>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

/// Pixels that are clearly of this colour, whatever their opacity.
int inked(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() > 200 && qAbs(pixel.red() - colour.red()) < 12 && qAbs(pixel.green() - colour.green()) < 12
                && qAbs(pixel.blue() - colour.blue()) < 12)
                ++count;
        }
    }
    return count;
}

} // namespace

class TestIcons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyIconHasADrawingOnTheGrid()
    {
        for (int i = 0; i <= int(Icon::Pin); ++i) {
            const QString name = iconName(Icon(i));
            QFile file(u":/icons/%1.svg"_s.arg(name));
            initResources();
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
            const QByteArray svg = file.readAll();
            QVERIFY2(svg.contains("viewBox=\"0 0 20 20\""), qPrintable(name));
            QVERIFY2(svg.contains("stroke-width=\"1.5\""), qPrintable(name));
            QVERIFY2(svg.contains("currentColor"), qPrintable(name));
            const QImage drawn = icon(Icon(i), QColor(Qt::red)).pixmap(40, 40).toImage();
            QVERIFY2(inked(drawn, Qt::red) > 10, qPrintable(name));
        }
    }

    void takesItsColourFromThePalette()
    {
        QPalette palette;
        palette.setColor(QPalette::Active, QPalette::WindowText, QColor(0x2F5D8C));
        palette.setColor(QPalette::Disabled, QPalette::WindowText, QColor(0x999999));
        palette.setColor(QPalette::Active, QPalette::HighlightedText, QColor(0xFFFFFF));
        const QIcon members = icon(Icon::Members, palette);
        QVERIFY(inked(members.pixmap(64, 64).toImage(), QColor(0x2F5D8C)) > 50);
        QVERIFY(inked(members.pixmap(QSize(64, 64), QIcon::Disabled).toImage(), QColor(0x999999)) > 50);
        QVERIFY(inked(members.pixmap(QSize(64, 64), QIcon::Selected).toImage(), QColor(0xFFFFFF)) > 50);
    }

    void isSharpAtEverySize()
    {
        for (const int size : {16, 20, 40, 60})
            QCOMPARE(icon(Icon::Search, QColor(Qt::black)).pixmap(QSize(size, size), 1.0).size(), QSize(size, size));
        QCOMPARE(icon(Icon::Search, QColor(Qt::black)).pixmap(QSize(20, 20), 3.0).size(), QSize(60, 60));
    }

    void applicationHasItsOwnIcon()
    {
        const QIcon own = applicationIcon();
        QVERIFY(own.availableSizes().contains(QSize(16, 16)));
        QVERIFY(own.availableSizes().contains(QSize(256, 256)));
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"

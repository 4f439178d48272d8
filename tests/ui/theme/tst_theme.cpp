// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/stylesheet.h"
#include "theme/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStyle>
#include <QTest>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dressesTheApplication()
    {
        Theme theme(*qApp, Theme::Mode::Light);
        QCOMPARE(qApp->palette().color(QPalette::Window), lightTokens().canvas);
        QVERIFY(qApp->styleSheet().contains(lightTokens().accent.name()));

        QSignalSpy changed(&theme, &Theme::changed);
        theme.setMode(Theme::Mode::Dark);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(qApp->palette().color(QPalette::Window), darkTokens().canvas);
        QVERIFY(theme.isDark());
        theme.setMode(Theme::Mode::Dark);
        QCOMPARE(changed.count(), 1);
    }

    void systemModeFollowsThePlatformsPalette_data()
    {
        QTest::addColumn<QColor>("window");
        QTest::addColumn<bool>("dark");
        QTest::newRow("pale window") << QColor(0xEFEFEF) << false;
        QTest::newRow("dark window") << QColor(0x202020) << true;
    }

    void systemModeFollowsThePlatformsPalette()
    {
        QFETCH(QColor, window);
        QFETCH(bool, dark);
        QPalette platform;
        platform.setColor(QPalette::Window, window);
        qApp->setPalette(platform);
        const Theme theme(*qApp, Theme::Mode::System);
        QCOMPARE(theme.isDark(), dark);
    }

    void highContrastKeepsThePlatformsColours()
    {
        QPalette platform;
        platform.setColor(QPalette::Window, Qt::black);
        platform.setColor(QPalette::WindowText, Qt::yellow);
        qApp->setPalette(platform);
        Theme theme(*qApp, Theme::Mode::Light);
        theme.setMode(Theme::Mode::HighContrast); // long after our own palette has been set
        QCOMPARE(qApp->palette().color(QPalette::Window), QColor(Qt::black));
        QCOMPARE(theme.tokens().text, QColor(Qt::yellow));
    }

    void everyRuleOfTheStyleSheetIsFilledIn()
    {
        for (const Tokens& tokens : {lightTokens(), darkTokens()}) {
            const QString sheet = styleSheetFrom(tokens);
            QVERIFY(!sheet.contains(u'@'));
            // A name that begins another would leave "#2f5d8cHover".
            QVERIFY(!sheet.contains(QRegularExpression(u"#[0-9a-f]{6}[A-Za-z0-9]"_s)));
        }
    }

    void placeholdersStayReadable()
    {
        const Theme theme(*qApp, Theme::Mode::Light);
        QLineEdit edit;
        edit.ensurePolished();
        const QColor placeholder = edit.palette().color(QPalette::PlaceholderText);
        QCOMPARE(placeholder.alpha(), 255);
        QVERIFY(contrastRatio(placeholder, theme.tokens().surface) >= 4.5);
    }

    void fontRolesHaveTheirSizes()
    {
        QFont base;
        base.setPointSizeF(10);
        QCOMPARE(fontFor(FontRole::PageTitle, base).pointSizeF(), 16.0);
        QCOMPARE(fontFor(FontRole::Section, base).pointSizeF(), 12.0);
        QCOMPARE(fontFor(FontRole::KeyFigure, base).pointSizeF(), 20.0);
        QVERIFY(fontFor(FontRole::Small, base).pointSizeF() <= 10.0);
        QFont pixels;
        pixels.setPixelSize(20);
        QCOMPARE(fontFor(FontRole::PageTitle, pixels).pixelSize(), 32);
    }

    void chineseFamilyIsNamedRatherThanLeftToFallback()
    {
        const QStringList families = familiesFor(QFont(u"DejaVu Sans"_s));
        QCOMPARE(families.first(), u"DejaVu Sans"_s);
        if (!QFontDatabase::families(QFontDatabase::SimplifiedChinese).contains(u"WenQuanYi Micro Hei"_s)) {
            if (qEnvironmentVariableIsSet("CI"))
                QFAIL("WenQuanYi Micro Hei must be installed: packaging/install.sh test");
            QSKIP("needs WenQuanYi Micro Hei");
        }
        QVERIFY(families.contains(u"WenQuanYi Micro Hei"_s));
        const Theme theme(*qApp, Theme::Mode::Light);
        QVERIFY(qApp->font().families().contains(u"WenQuanYi Micro Hei"_s));
        QVERIFY(theme.font(FontRole::PageTitle).families().contains(u"WenQuanYi Micro Hei"_s));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"

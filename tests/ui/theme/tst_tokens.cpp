// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/tokens.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace lyceum::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr double kText = 4.5; // WCAG 2.1, 1.4.3
constexpr double kGraphic = 3.0; // WCAG 2.1, 1.4.11

QPalette blackSystem()
{
    QPalette palette;
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button})
        palette.setColor(role, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(0x1AEBFF));
    palette.setColor(QPalette::HighlightedText, Qt::black);
    return palette;
}

double linear(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// CIE 1976 L*a*b* of an sRGB colour under D65 (CIE 15:2004).
std::array<double, 3> lab(const QColor& colour)
{
    const double r = linear(colour.redF());
    const double g = linear(colour.greenF());
    const double b = linear(colour.blueF());
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
    const double y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// Delta E 1976; about 2.3 is just noticeable.
double perceivedDistance(const QColor& one, const QColor& other)
{
    const auto a = lab(one);
    const auto b = lab(other);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

} // namespace

class TestTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastMatchesPublishedRatios_data()
    {
        QTest::addColumn<QColor>("one");
        QTest::addColumn<QColor>("other");
        QTest::addColumn<double>("ratio");
        // WebAIM's contrast checker prints these, rounded to two decimals.
        QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
        QTest::newRow("#767676 on white") << QColor(0x767676) << QColor(Qt::white) << 4.54;
        QTest::newRow("#0000FF on white") << QColor(0x0000FF) << QColor(Qt::white) << 8.59;
        QTest::newRow("itself") << QColor(0x123456) << QColor(0x123456) << 1.0;
    }

    void contrastMatchesPublishedRatios()
    {
        QFETCH(QColor, one);
        QFETCH(QColor, other);
        QFETCH(double, ratio);
        QVERIFY(std::abs(contrastRatio(one, other) - ratio) <= 0.005);
        QCOMPARE(contrastRatio(one, other), contrastRatio(other, one));
    }

    void everyModeIsReadable_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("light") << 0;
        QTest::newRow("dark") << 1;
        QTest::newRow("print") << 2;
        QTest::newRow("high contrast") << 3;
    }

    void everyModeIsReadable()
    {
        QFETCH(int, mode);
        const Tokens all[] = {lightTokens(), darkTokens(), printTokens(), highContrastTokens(blackSystem())};
        const Tokens& tokens = all[mode];

        for (const QColor& ground : {tokens.surface, tokens.canvas}) {
            for (const QColor& text : {tokens.text, tokens.muted, tokens.faint, tokens.accent, tokens.good, tokens.caution, tokens.bad})
                QVERIFY2(contrastRatio(text, ground) >= kText, qPrintable(text.name() + u" on "_s + ground.name()));
        }
        for (const QColor& text : {tokens.text, tokens.muted}) // chips and headers
            QVERIFY2(contrastRatio(text, tokens.raised) >= kText, qPrintable(text.name()));
        QVERIFY(contrastRatio(tokens.onAccent, tokens.accent) >= kText);

        for (int i = 0; i < Tokens::kSeriesCount; ++i)
            QVERIFY2(contrastRatio(seriesColour(tokens, i), tokens.surface) >= kGraphic, qPrintable(QString::number(i)));
        for (const QColor& cell : tokens.heat)
            QVERIFY2(contrastRatio(textOn(tokens, cell), cell) >= kText, qPrintable(cell.name()));
        for (const QColor& cell : tokens.diverging)
            QVERIFY2(contrastRatio(textOn(tokens, cell), cell) >= kText, qPrintable(cell.name()));
    }

    void seriesColoursThatWereClearStayTheOriginals()
    {
        // Only what needs it is changed: #0072B2 and #D55E00 already reach 3 : 1 on white, #E69F00 does not.
        const Tokens tokens = lightTokens();
        QCOMPARE(tokens.series[0], QColor(0x0072B2));
        QCOMPARE(tokens.series[1], QColor(0xD55E00));
        QVERIFY(tokens.series[4] != QColor(0xE69F00));
        QVERIFY(std::abs(tokens.series[4].hsvHue() - QColor(0xE69F00).hsvHue()) <= 2);
        QCOMPARE(seriesColour(tokens, 7), tokens.series[0]);
    }

    void seriesColoursAreApart()
    {
        for (const Tokens& tokens : {lightTokens(), darkTokens()}) {
            for (std::size_t i = 0; i < tokens.series.size(); ++i) {
                for (std::size_t j = i + 1; j < tokens.series.size(); ++j) {
                    const QColor a = tokens.series[i];
                    const QColor b = tokens.series[j];
                    QVERIFY2(perceivedDistance(a, b) >= 15.0, qPrintable(a.name() + b.name()));
                }
            }
        }
    }

    void heatRunsFromSurfaceToFull()
    {
        const Tokens tokens = lightTokens();
        QCOMPARE(heatColour(tokens, 0.0), tokens.surface);
        QCOMPARE(heatColour(tokens, 1.0), QColor(0x0072B2));
        QCOMPARE(heatColour(tokens, 7.0), QColor(0x0072B2));
        QCOMPARE(heatColour(tokens, -1.0), tokens.surface);
        QCOMPARE(heatColour(tokens, std::numeric_limits<double>::quiet_NaN()), tokens.surface);
        QCOMPARE(divergingColour(tokens, 0.0), tokens.surface);
        QCOMPARE(divergingColour(tokens, -1.0), QColor(0xD55E00));
        QCOMPARE(divergingColour(tokens, 1.0), QColor(0x0072B2));
    }

    void textStaysReadableOnAnyGround()
    {
        const Tokens tokens = lightTokens();
        for (int grey = 0; grey < 256; ++grey) {
            const QColor ground(grey, grey, grey);
            QVERIFY2(contrastRatio(textOn(tokens, ground), ground) >= kText, qPrintable(ground.name()));
        }
    }

    void highContrastDropsOurHues()
    {
        const Tokens tokens = highContrastTokens(blackSystem());
        QCOMPARE(tokens.canvas, QColor(Qt::black));
        QCOMPARE(tokens.text, QColor(Qt::white));
        QCOMPARE(tokens.bad, tokens.text);
        QCOMPARE(tokens.series[3], tokens.text);
        QVERIFY(tokens.dark);
    }
};

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"

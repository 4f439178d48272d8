// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace lyceum::ui {

namespace {

constexpr double kGraphicContrast = 3.0; // WCAG 1.4.11, lines and signs
constexpr double kTextContrast = 4.5; // WCAG 1.4.3, body text

// Okabe & Ito, "Color universal design" (2008), in the order that stays apart for the common colour deficiencies.
constexpr std::array<QRgb, Tokens::kSeriesCount> kOkabeIto{0xff0072B2, 0xffD55E00, 0xff009E73, 0xffCC79A7,
                                                           0xffE69F00, 0xff56B4E9, 0xff7A7A7A};

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

void fillScales(Tokens& tokens, const QColor& full, const QColor& opposite)
{
    for (std::size_t i = 0; i < tokens.series.size(); ++i)
        tokens.series[i] = withContrast(QColor(kOkabeIto[i]), tokens.surface, kGraphicContrast);
    constexpr int last = Tokens::kHeatSteps - 1;
    constexpr int middle = last / 2;
    for (int i = 0; i <= last; ++i) {
        const auto at = static_cast<std::size_t>(i);
        tokens.heat[at] = blend(tokens.surface, full, double(i) / last);
        tokens.diverging[at] = i < middle ? blend(tokens.surface, opposite, double(middle - i) / middle)
                                          : blend(tokens.surface, full, double(i - middle) / middle);
    }
}

QColor step(const std::array<QColor, Tokens::kHeatSteps>& scale, double share)
{
    // Nine bins of equal width, so that the first step is as likely as the others.
    const double bin = std::floor(std::clamp(share, 0.0, 1.0) * Tokens::kHeatSteps);
    return scale[static_cast<std::size_t>(std::min(bin, double(Tokens::kHeatSteps - 1)))];
}

} // namespace

Tokens lightTokens()
{
    Tokens tokens;
    tokens.canvas = QColor(0xF7F7F5);
    tokens.surface = QColor(0xFFFFFF);
    tokens.raised = QColor(0xF0F0EC);
    tokens.line = QColor(0xDEDED8);
    tokens.text = QColor(0x1D1D1B);
    tokens.muted = QColor(0x5C5C57);
    tokens.faint = QColor(0x6F6F69);
    tokens.accent = QColor(0x2F5D8C);
    tokens.onAccent = QColor(0xFFFFFF);
    tokens.good = QColor(0x1B7F5C);
    tokens.caution = QColor(0x8A5A00);
    tokens.bad = QColor(0xB3261E);
    fillScales(tokens, QColor(0x0072B2), QColor(0xD55E00));
    return tokens;
}

Tokens darkTokens()
{
    Tokens tokens;
    tokens.dark = true;
    tokens.canvas = QColor(0x17181A);
    tokens.surface = QColor(0x1F2123);
    tokens.raised = QColor(0x282A2D);
    tokens.line = QColor(0x3A3D41);
    tokens.text = QColor(0xECECEA);
    tokens.muted = QColor(0xA5A7AA);
    tokens.faint = QColor(0x8F9296);
    tokens.accent = QColor(0x7FB2E5);
    tokens.onAccent = QColor(0x10202F);
    tokens.good = QColor(0x5CC49A);
    tokens.caution = QColor(0xE0B341);
    tokens.bad = QColor(0xF28B82);
    fillScales(tokens, QColor(0x56B4E9), QColor(0xD55E00));
    return tokens;
}

Tokens highContrastTokens(const QPalette& system)
{
    Tokens tokens;
    tokens.highContrast = true;
    tokens.canvas = system.color(QPalette::Window);
    tokens.surface = system.color(QPalette::Base);
    tokens.raised = system.color(QPalette::Button);
    tokens.text = system.color(QPalette::WindowText);
    tokens.accent = system.color(QPalette::Highlight);
    tokens.onAccent = system.color(QPalette::HighlightedText);
    tokens.dark = tokens.canvas.lightness() < tokens.text.lightness();
    tokens.line = tokens.muted = tokens.faint = tokens.text;
    tokens.good = tokens.caution = tokens.bad = tokens.text;
    fillScales(tokens, tokens.accent, tokens.text);
    tokens.series.fill(tokens.text); // dash and marker tell them apart
    return tokens;
}

Tokens printTokens()
{
    Tokens tokens = lightTokens();
    tokens.canvas = tokens.surface; // paper has no second ground
    return tokens;
}

QPalette paletteFrom(const Tokens& tokens)
{
    QPalette palette;
    palette.setColor(QPalette::Window, tokens.canvas);
    palette.setColor(QPalette::WindowText, tokens.text);
    palette.setColor(QPalette::Base, tokens.surface);
    palette.setColor(QPalette::AlternateBase, tokens.canvas);
    palette.setColor(QPalette::Text, tokens.text);
    palette.setColor(QPalette::PlaceholderText, tokens.faint);
    palette.setColor(QPalette::Button, tokens.raised);
    palette.setColor(QPalette::ButtonText, tokens.text);
    palette.setColor(QPalette::BrightText, tokens.bad);
    palette.setColor(QPalette::Highlight, tokens.accent);
    palette.setColor(QPalette::HighlightedText, tokens.onAccent);
    palette.setColor(QPalette::ToolTipBase, tokens.raised);
    palette.setColor(QPalette::ToolTipText, tokens.text);
    palette.setColor(QPalette::Link, tokens.accent);
    palette.setColor(QPalette::LinkVisited, tokens.accent);
    // Fusion draws bevels and outlines with these; kept close to the line colour so that it stays flat.
    palette.setColor(QPalette::Light, tokens.dark ? blend(tokens.raised, tokens.text, 0.08) : tokens.surface);
    palette.setColor(QPalette::Midlight, blend(tokens.raised, tokens.line, 0.5));
    palette.setColor(QPalette::Mid, tokens.line);
    palette.setColor(QPalette::Dark, blend(tokens.line, tokens.text, 0.25));
    palette.setColor(QPalette::Shadow, blend(tokens.line, tokens.text, 0.5));
    const QColor disabled = blend(tokens.muted, tokens.canvas, tokens.highContrast ? 0.35 : 0.45);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tokens.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, disabled);
    return palette;
}

double contrastRatio(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor withContrast(const QColor& colour, const QColor& ground, double ratio)
{
    const bool lighten = luminance(ground) < 0.18; // below this, white is farther away than black
    QColor result = colour;
    // At most 200 steps of half a percent; the end, black or white, has the largest ratio there is.
    for (int i = 1; i <= 200 && contrastRatio(result, ground) < ratio; ++i)
        result = blend(colour, lighten ? QColor(Qt::white) : QColor(Qt::black), i / 200.0);
    return result;
}

QColor blend(const QColor& from, const QColor& to, double amount)
{
    const double share = std::clamp(amount, 0.0, 1.0);
    const auto mix = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return QColor(mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()));
}

QColor seriesColour(const Tokens& tokens, qsizetype index)
{
    return tokens.series[static_cast<std::size_t>(std::max<qsizetype>(index, 0) % Tokens::kSeriesCount)];
}

QColor heatColour(const Tokens& tokens, double share)
{
    return step(tokens.heat, std::isnan(share) ? 0.0 : share);
}

QColor divergingColour(const Tokens& tokens, double value)
{
    return step(tokens.diverging, std::isnan(value) ? 0.5 : (std::clamp(value, -1.0, 1.0) + 1.0) / 2.0);
}

QColor textOn(const Tokens& tokens, const QColor& ground)
{
    if (contrastRatio(tokens.text, ground) >= kTextContrast)
        return tokens.text;
    if (contrastRatio(tokens.surface, ground) >= kTextContrast)
        return tokens.surface;
    // Of pure black and white one always reaches 4.58 : 1 (the square root of 21).
    return contrastRatio(Qt::black, ground) >= contrastRatio(Qt::white, ground) ? QColor(Qt::black) : QColor(Qt::white);
}

QColor toneColour(const Tokens& tokens, Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return tokens.muted;
    case Tone::Accent: return tokens.accent;
    case Tone::Good: return tokens.good;
    case Tone::Caution: return tokens.caution;
    case Tone::Bad: return tokens.bad;
    }
    return tokens.muted;
}

} // namespace lyceum::ui

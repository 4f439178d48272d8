// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace lyceum::ui {

/// What a colour says. It never says it alone: a word or a sign stands beside it.
enum class Tone { Neutral, Accent, Good, Caution, Bad };

/// The one table of colours. Everything that paints takes its colours from here or from the palette made from here.
struct Tokens {
    static constexpr int kSeriesCount = 7;
    static constexpr int kHeatSteps = 9;

    bool dark = false;
    bool highContrast = false;
    QColor canvas; ///< window
    QColor surface; ///< cards, tables, charts
    QColor raised; ///< chips, headers, hovered rows
    QColor line; ///< 1 px borders and grid lines
    QColor text;
    QColor muted; ///< secondary text
    QColor faint; ///< placeholders
    QColor accent; ///< the one primary action, selection, focus ring
    QColor onAccent;
    QColor good;
    QColor caution;
    QColor bad;
    std::array<QColor, kSeriesCount> series; ///< categories, in this order; >= 3 : 1 on surface
    std::array<QColor, kHeatSteps> heat; ///< surface to full
    std::array<QColor, kHeatSteps> diverging; ///< low, surface in the middle, high
};

[[nodiscard]] Tokens lightTokens();
[[nodiscard]] Tokens darkTokens();
/// The system's own palette in our table; our hues are dropped, only text and selection colours remain.
[[nodiscard]] Tokens highContrastTokens(const QPalette& system);
/// What goes to paper and into files: light, whatever the window looks like.
[[nodiscard]] Tokens printTokens();
[[nodiscard]] QPalette paletteFrom(const Tokens& tokens);

/// WCAG 2.1 contrast ratio, 1 to 21; alpha is ignored.
[[nodiscard]] double contrastRatio(const QColor& one, const QColor& other);
/// `colour` darkened (on a light ground) or lightened (on a dark one) just until the ratio is reached; hue is kept.
[[nodiscard]] QColor withContrast(const QColor& colour, const QColor& ground, double ratio);
/// Linear blend in sRGB; 0 gives `from`, 1 gives `to`.
[[nodiscard]] QColor blend(const QColor& from, const QColor& to, double amount);

[[nodiscard]] QColor seriesColour(const Tokens& tokens, qsizetype index); ///< repeats after the seventh
/// The step for a value in [0, 1]; clamped, NaN is the first step.
[[nodiscard]] QColor heatColour(const Tokens& tokens, double share);
/// The step for a value in [-1, 1] of the diverging scale; clamped, NaN is the middle.
[[nodiscard]] QColor divergingColour(const Tokens& tokens, double value);
/// Text that stays >= 4.5 : 1 on any `ground`: the token text or its opposite, whichever is clearer.
[[nodiscard]] QColor textOn(const Tokens& tokens, const QColor& ground);
[[nodiscard]] QColor toneColour(const Tokens& tokens, Tone tone);

} // namespace lyceum::ui

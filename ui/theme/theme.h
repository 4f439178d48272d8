// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QFont>
#include <QObject>

class QApplication;
class QLocale;

namespace lyceum::ui {

/// Space on a 4 px grid, in device-independent pixels.
namespace space {
inline constexpr int kTiny = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 16;
inline constexpr int kWide = 24;
inline constexpr int kHuge = 32;
inline constexpr int kCorner = 6;
inline constexpr int kRow = 32;
inline constexpr int kCompactRow = 26;
inline constexpr int kReadingWidth = 720;
inline constexpr int kFocusRing = 2;
} // namespace space

enum class FontRole { Body, Strong, Small, Section, PageTitle, KeyFigure };

/// `base` scaled and weighted for a role: page title 1.6 x, section 1.2 x, key figure 2 x; `Small` is the system's small font.
[[nodiscard]] QFont fontFor(FontRole role, const QFont& base);

/// Families for text that may be Chinese: the base family first, then a Simplified Chinese face that is installed. Never left
/// to fallback, which picks Japanese shapes under a non-Chinese locale where Noto Sans CJK is installed.
[[nodiscard]] QStringList familiesFor(const QFont& base);

/**
 * How the program looks. One object, owned by `app` and handed to whoever paints by hand; everything else follows the
 * application's palette and style sheet, which this sets.
 */
class Theme final : public QObject {
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark, HighContrast };
    Q_ENUM(Mode)

    /// A table of colours only; the application is left alone. For pictures made from the command line, and for tests.
    explicit Theme(Mode mode = Mode::Light, QObject* parent = nullptr);
    /// Dresses `application` now and whenever the mode changes. Reads the platform's palette before replacing the style, so it
    /// must be built before anything else changes palette or style.
    Theme(QApplication& application, Mode mode, QObject* parent = nullptr);

    [[nodiscard]] Mode mode() const { return m_mode; }
    /// What `System` came to: dark, or light.
    [[nodiscard]] bool isDark() const { return m_tokens.dark; }
    [[nodiscard]] const Tokens& tokens() const { return m_tokens; }
    /// False when the system (or a test) asks for no motion.
    [[nodiscard]] bool motion() const { return m_motion; }
    /// The application's base font in a role.
    [[nodiscard]] QFont font(FontRole role) const;

public Q_SLOTS:
    void setMode(lyceum::ui::Theme::Mode mode);
    void setMotion(bool motion);

Q_SIGNALS:
    /// After palette and style sheet have been set: repaint, recolour icons.
    void changed();

private:
    void rebuild();
    void dress();

    QApplication* m_application = nullptr;
    QPalette m_system;
    QFont m_base;
    Mode m_mode;
    bool m_motion = true;
    Tokens m_tokens;
};

} // namespace lyceum::ui

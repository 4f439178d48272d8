// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include "theme/icons.h"
#include "theme/stylesheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyle>
#include <QStyleFactory>

namespace lyceum::ui {

using namespace Qt::StringLiterals;

namespace {

// Simplified Chinese faces, best first. WenQuanYi stands before Noto because text in PDF made from it can be searched and copied.
constexpr QLatin1StringView kChineseFamilies[] = {
    "PingFang SC"_L1,          "Microsoft YaHei UI"_L1, "Microsoft YaHei"_L1,     "WenQuanYi Micro Hei"_L1, "Noto Sans CJK SC"_L1,
    "Noto Sans SC"_L1,         "Source Han Sans SC"_L1, "Source Han Sans CN"_L1,  "Hiragino Sans GB"_L1,    "WenQuanYi Zen Hei"_L1,
    "Droid Sans Fallback"_L1,  "SimHei"_L1,             "SimSun"_L1,
};

QStringList installedChineseFamilies()
{
    const QStringList installed = QFontDatabase::families();
    QStringList found;
    for (const auto& family : kChineseFamilies) {
        if (installed.contains(family))
            found.append(QString(family));
    }
    return found;
}

} // namespace

QFont fontFor(FontRole role, const QFont& base)
{
    const auto scaled = [&base](double factor, QFont::Weight weight) {
        QFont font = base;
        // A font is set in points or in pixels, never both.
        if (base.pointSizeF() > 0)
            font.setPointSizeF(base.pointSizeF() * factor);
        else
            font.setPixelSize(qRound(base.pixelSize() * factor));
        font.setWeight(weight);
        return font;
    };
    switch (role) {
    case FontRole::Body: return base;
    case FontRole::Strong: return scaled(1.0, QFont::Bold);
    case FontRole::Small: {
        const double system = QFontDatabase::systemFont(QFontDatabase::SmallestReadableFont).pointSizeF();
        QFont font = scaled(0.9, QFont::Normal);
        if (base.pointSizeF() > 0 && system > 0)
            font.setPointSizeF(std::min(base.pointSizeF(), std::max(font.pointSizeF(), system)));
        return font;
    }
    case FontRole::Section: return scaled(1.2, QFont::Bold);
    case FontRole::PageTitle: return scaled(1.6, QFont::Bold);
    case FontRole::KeyFigure: return scaled(2.0, QFont::Bold);
    }
    return base;
}

QStringList familiesFor(const QFont& base)
{
    // Fonts do not come and go while the program runs; asking fontconfig for all of them does cost.
    static const QStringList chinese = installedChineseFamilies();
    // What the family stands for: "Sans Serif" is a wish, and in a list with real names Qt would pass it over.
    QStringList families{QFontInfo(base).family()};
    for (const QString& family : chinese) {
        if (!families.contains(family))
            families.append(family);
    }
    return families;
}

Theme::Theme(Mode mode, QObject* parent)
    : QObject(parent)
    , m_mode(mode)
{
    rebuild();
}

Theme::Theme(QApplication& application, Mode mode, QObject* parent)
    : QObject(parent)
    , m_application(&application)
    , m_system(application.palette())
    , m_base(application.font())
    , m_mode(mode)
{
    initResources();
    m_motion = application.isEffectEnabled(Qt::UI_General);
    m_base.setFamilies(familiesFor(m_base));
    application.setFont(m_base);
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    rebuild();
    dress();
}

QFont Theme::font(FontRole role) const
{
    return fontFor(role, m_application ? m_base : QGuiApplication::font());
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    rebuild();
    dress();
    Q_EMIT changed();
}

void Theme::setMotion(bool motion)
{
    if (motion == m_motion)
        return;
    m_motion = motion;
    Q_EMIT changed();
}

void Theme::rebuild()
{
    switch (m_mode) {
    case Mode::Light: m_tokens = lightTokens(); return;
    case Mode::Dark: m_tokens = darkTokens(); return;
    case Mode::HighContrast: m_tokens = highContrastTokens(m_system); return;
    case Mode::System: break;
    }
    const bool dark = m_system.color(QPalette::Window).lightness() < 128;
    m_tokens = dark ? darkTokens() : lightTokens();
}

void Theme::dress()
{
    if (!m_application)
        return;
    m_application->setPalette(paletteFrom(m_tokens));
    m_application->setStyleSheet(styleSheetFrom(m_tokens));
}

} // namespace lyceum::ui

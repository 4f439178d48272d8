// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"

#include "theme/tokens.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

// Q_INIT_RESOURCE declares a function of the global namespace.
static void initLyceumResources()
{
    Q_INIT_RESOURCE(lyceum);
}

namespace lyceum::ui {

using namespace Qt::StringLiterals;

namespace {

/// Draws one SVG whose strokes say `currentColor`, in a colour per mode, at exactly the pixels asked for.
class RecolouringEngine final : public QIconEngine {
public:
    struct Colours {
        QColor normal;
        QColor disabled;
        QColor selected;
    };

    RecolouringEngine(QByteArray svg, Colours colours)
        : m_svg(std::move(svg))
        , m_colours(std::move(colours))
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", colour(mode).name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new RecolouringEngine(*this); }
    bool isNull() override { return m_svg.isEmpty(); }
    QString key() const override { return u"lyceum"_s; }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode) const
    {
        switch (mode) {
        case QIcon::Disabled: return m_colours.disabled;
        case QIcon::Selected: return m_colours.selected;
        case QIcon::Normal:
        case QIcon::Active: break;
        }
        return m_colours.normal;
    }

    QByteArray m_svg;
    Colours m_colours;
};

QByteArray drawing(Icon icon)
{
    initResources();
    QFile file(u":/icons/%1.svg"_s.arg(iconName(icon)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString iconName(Icon icon)
{
    switch (icon) {
    case Icon::Today: return u"today"_s;
    case Icon::Members: return u"members"_s;
    case Icon::Tiers: return u"tiers"_s;
    case Icon::Content: return u"content"_s;
    case Icon::Discussions: return u"discussions"_s;
    case Icon::Insights: return u"insights"_s;
    case Icon::Reports: return u"reports"_s;
    case Icon::Journal: return u"journal"_s;
    case Icon::Sync: return u"sync"_s;
    case Icon::Settings: return u"settings"_s;
    case Icon::Search: return u"search"_s;
    case Icon::Filter: return u"filter"_s;
    case Icon::Close: return u"close"_s;
    case Icon::Back: return u"back"_s;
    case Icon::Copy: return u"copy"_s;
    case Icon::Export: return u"export"_s;
    case Icon::Table: return u"table"_s;
    case Icon::Chart: return u"chart"_s;
    case Icon::Warning: return u"warning"_s;
    case Icon::Ok: return u"ok"_s;
    case Icon::Info: return u"info"_s;
    case Icon::Offline: return u"offline"_s;
    case Icon::Key: return u"key"_s;
    case Icon::Play: return u"play"_s;
    case Icon::Stop: return u"stop"_s;
    case Icon::Refresh: return u"refresh"_s;
    case Icon::Light: return u"light"_s;
    case Icon::Dark: return u"dark"_s;
    case Icon::Add: return u"add"_s;
    case Icon::More: return u"more"_s;
    case Icon::Help: return u"help"_s;
    case Icon::ZoomIn: return u"zoom-in"_s;
    case Icon::ZoomOut: return u"zoom-out"_s;
    case Icon::ZoomReset: return u"zoom-reset"_s;
    case Icon::Undo: return u"undo"_s;
    case Icon::ChevronDown: return u"chevron-down"_s;
    case Icon::ChevronRight: return u"chevron-right"_s;
    case Icon::External: return u"external"_s;
    case Icon::Folder: return u"folder"_s;
    case Icon::Pin: return u"pin"_s;
    }
    return {};
}

QIcon icon(Icon which, const QPalette& palette)
{
    return QIcon(new RecolouringEngine(drawing(which), {palette.color(QPalette::Active, QPalette::WindowText),
                                                        palette.color(QPalette::Disabled, QPalette::WindowText),
                                                        palette.color(QPalette::Active, QPalette::HighlightedText)}));
}

QIcon icon(Icon which, const QColor& colour)
{
    return QIcon(new RecolouringEngine(drawing(which), {colour, colour, colour}));
}

QIcon applicationIcon()
{
    initResources();
    QIcon result;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        result.addFile(u":/app/lyceum-%1.png"_s.arg(size), QSize(size, size));
    return result;
}

void initResources()
{
    initLyceumResources();
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pagestrips.h"

#include "exchange/pagecolours.h"
#include "exchange/pagetable.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace lyceum::exchange {
namespace {

constexpr double kReadingWidth = 620; // about ninety letters of the body

QStringList paperFamilies()
{
    // Qt writes the radicals' code points for the letters of Noto CJK into a PDF, so that 门 is found as ⻔.
    static constexpr QLatin1StringView kChinese[] = {
        "WenQuanYi Micro Hei"_L1, "Droid Sans Fallback"_L1, "PingFang SC"_L1, "Microsoft YaHei"_L1, "SimHei"_L1,
    };
    const QStringList installed = QFontDatabase::families();
    QStringList families;
    const QString own = QFontInfo(QGuiApplication::font()).family();
    if (!own.contains("CJK"_L1) && !own.contains("Source Han"_L1))
        families.append(own);
    for (const QLatin1StringView family : kChinese) {
        if (installed.contains(family))
            families.append(family);
    }
    return families;
}

class StripMaker {
public:
    StripMaker(double width, double pageHeight)
        : m_width(width)
        , m_pageHeight(pageHeight)
    {
    }

    void text(const QString& words, const QFont& font, const QColor& ink, double spaceBefore, bool keepWithNext)
    {
        if (words.isEmpty())
            return;
        auto layout = std::make_shared<QTextLayout>(words, font);
        layout->beginLayout();
        for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine())
            line.setLineWidth(std::min(m_width, kReadingWidth));
        layout->endLayout();
        const double spacing = QFontMetricsF(font).height() * 1.25;
        const int lines = layout->lineCount();
        for (int i = 0; i < lines; ++i) {
            Strip strip;
            strip.height = spacing;
            strip.spaceBefore = i == 0 ? spaceBefore : 0;
            // No line of a short paragraph stands alone at the foot or the head of a page.
            strip.keepWithNext = i + 1 < lines ? i == 0 || i + 2 == lines : keepWithNext;
            strip.paint = [layout, i, ink](QPainter& painter, QPointF at) {
                painter.setPen(ink);
                const QTextLine line = layout->lineAt(i);
                line.draw(&painter, at - QPointF(0, line.y()));
            };
            m_strips.push_back(std::move(strip));
        }
    }

    void operator()(const ReportHeading& heading) { text(heading.text, paperFont(17, QFont::Bold), kPageText, 24, true); }
    void operator()(const ReportParagraph& paragraph) { text(paragraph.text, paperFont(13), kPageText, 8, false); }
    void operator()(const ReportNote& note) { text(note.text, paperFont(11), kPageMuted, 6, false); }

    void operator()(const ReportTable& table)
    {
        if (table.use != ReportTable::For::Readers || table.columns.isEmpty())
            return;
        text(table.caption, paperFont(12, QFont::Bold), kPageText, 16, true);
        std::vector<Strip> rows = tableStrips(table, m_width);
        std::move(rows.begin(), rows.end(), std::back_inserter(m_strips));
    }

    void operator()(const ReportPicture& picture)
    {
        text(picture.caption, paperFont(12, QFont::Bold), kPageText, 16, true);
        const double captionRoom = 48;
        const double scale =
            std::min({1.0, m_width / picture.size.width(), (m_pageHeight - captionRoom) / picture.size.height()});
        Strip strip;
        strip.height = picture.size.height() * scale;
        strip.spaceBefore = 8;
        strip.paint = [paint = picture.paint, size = picture.size, scale](QPainter& painter, QPointF at) {
            painter.save();
            painter.translate(at);
            painter.scale(scale, scale);
            paint(painter, QRectF(QPointF(0, 0), size));
            painter.restore();
        };
        m_strips.push_back(std::move(strip));
    }

    [[nodiscard]] std::vector<Strip> take() { return std::move(m_strips); }

private:
    double m_width;
    double m_pageHeight;
    std::vector<Strip> m_strips;
};

} // namespace

QFont paperFont(double pixels, QFont::Weight weight)
{
    static const QStringList families = paperFamilies(); // fonts do not come and go while the program runs
    QFont font = QGuiApplication::font();
    if (!families.isEmpty())
        font.setFamilies(families);
    font.setPixelSize(qRound(pixels));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting); // a printer's grid is finer than a screen's
    return font;
}

std::vector<Strip> stripsOf(const ReportDocument& document, double width, double pageHeight)
{
    StripMaker maker(width, pageHeight);
    maker.text(document.title, paperFont(24, QFont::Bold), kPageText, 0, true);
    maker.text(document.subtitle, paperFont(13), kPageMuted, 4, false);
    for (const ReportBlock& block : document.blocks)
        std::visit(maker, block);
    return maker.take();
}

std::vector<PlacedPage> placed(const std::vector<Strip>& strips, double pageHeight)
{
    std::vector<PlacedPage> pages(1);
    double y = 0;
    for (std::size_t first = 0; first < strips.size();) {
        std::size_t last = first;
        while (last + 1 < strips.size() && strips[last].keepWithNext)
            ++last;
        double height = 0;
        for (std::size_t i = first; i <= last; ++i)
            height += strips[i].height + (i == first && y == 0 ? 0 : strips[i].spaceBefore);
        if (y > 0 && y + height > pageHeight) {
            pages.emplace_back();
            y = 0;
        }
        for (std::size_t i = first; i <= last; ++i) {
            const Strip& strip = strips[i];
            if (y > 0 && y + strip.spaceBefore + strip.height > pageHeight) { // what is kept together is taller than a page
                pages.emplace_back();
                y = 0;
            }
            if (y == 0 && strip.header) {
                pages.back().push_back({strip.header.get(), 0});
                y = strip.header->height;
            } else if (y > 0) {
                y += strip.spaceBefore;
            }
            pages.back().push_back({&strip, y});
            y += strip.height;
        }
        first = last + 1;
    }
    return pages;
}

} // namespace lyceum::exchange

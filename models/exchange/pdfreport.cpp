// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pagecolours.h"
#include "exchange/pagestrips.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace lyceum::exchange {
namespace {

constexpr int kDotsPerInch = 1200; // positions in the file are whole dots
constexpr double kPixelsPerInch = 96;
constexpr double kMillimetre = kPixelsPerInch / 25.4;
constexpr double kMargin = 18 * kMillimetre;
constexpr double kFooter = 10 * kMillimetre; // above the lower margin
constexpr QSizeF kPage(210 * kMillimetre, 297 * kMillimetre);

} // namespace

Result<QByteArray> pdfReport(const ReportDocument& document)
{
    const double width = kPage.width() - 2 * kMargin;
    const double height = kPage.height() - 2 * kMargin - kFooter;
    const std::vector<Strip> strips = stripsOf(document, width, height);
    const std::vector<PlacedPage> pages = placed(strips, height);

    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kDotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(document.title);
        writer.setCreator(u"Lyceum"_s);
        QPainter painter;
        if (!painter.begin(&writer))
            return failure(Error::Kind::Internal, {}, u"the PDF writer did not begin"_s);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(kDotsPerInch / kPixelsPerInch, kDotsPerInch / kPixelsPerInch);
        for (std::size_t page = 0; page < pages.size(); ++page) {
            if (page > 0 && !writer.newPage())
                return failure(Error::Kind::Internal, {}, u"the PDF writer gave no further page"_s);
            for (const PlacedStrip& strip : pages[page])
                strip.strip->paint(painter, QPointF(kMargin, kMargin + strip.top));
            painter.setFont(paperFont(10));
            painter.setPen(kPageMuted);
            const QRectF footer(kMargin, kPage.height() - kMargin - kFooter / 2, width, kFooter / 2);
            painter.drawText(footer, Qt::AlignLeft | Qt::AlignBottom, document.title);
            painter.drawText(footer, Qt::AlignRight | Qt::AlignBottom,
                document.pageWords.arg(document.locale.toString(page + 1), document.locale.toString(pages.size())));
        }
        if (!painter.end())
            return failure(Error::Kind::Internal, {}, u"the PDF could not be finished"_s);
    }
    return buffer.data();
}

} // namespace lyceum::exchange

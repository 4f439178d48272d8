// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/report.h"

using namespace Qt::StringLiterals;

namespace lyceum::exchange {
namespace {

// Pictures keep their light ground in the dark too: their colours were chosen for it.
constexpr QStringView kStyle = uR"(
:root { color-scheme: light dark; --canvas: #F7F7F5; --surface: #FFFFFF; --line: #DEDED8; --text: #1D1D1B; --muted: #5C5C57; }
@media (prefers-color-scheme: dark) {
  :root { --canvas: #17181A; --surface: #1F2123; --line: #3A3D41; --text: #ECECEA; --muted: #A5A7AA; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--canvas); color: var(--text); line-height: 1.5;
  font-family: system-ui, "Segoe UI", "DejaVu Sans", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem 3rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.25rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; break-after: avoid; }
p { max-width: 45rem; margin: 0.5rem 0; }
.subtitle, .note, figcaption { color: var(--muted); }
.note { font-size: 0.875rem; }
figure { margin: 1rem 0; break-inside: avoid; }
figure svg { display: block; max-width: 100%; height: auto; background: #FFFFFF; border: 1px solid var(--line); border-radius: 6px; }
.scroll { overflow-x: auto; margin: 1rem 0; }
.scroll:focus-visible { outline: 2px solid #2F5D8C; }
table { border-collapse: collapse; background: var(--surface); font-variant-numeric: tabular-nums; }
caption { text-align: start; font-weight: 600; padding: 0.25rem 0; }
th, td { padding: 0.3rem 0.6rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
th.number, td.number { text-align: end; }
tbody th { white-space: nowrap; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
@media print {
  @page { size: A4; margin: 18mm; }
  :root { --canvas: #FFFFFF; --surface: #FFFFFF; --line: #DEDED8; --text: #1D1D1B; --muted: #5C5C57; }
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; }
  td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";

QString languageOf(const QLocale& locale)
{
    return locale.language() == QLocale::C ? u"en"_s : locale.name().replace(u'_', u'-');
}

/// As text or attribute. Control characters, which a name may hold, are in no XML at all.
QString escaped(QString text)
{
    text.removeIf([](QChar c) { return (c < u' ' && c != u'\n' && c != u'\t') || c == QChar(0xfffe) || c == QChar(0xffff); });
    return text.toHtmlEscaped();
}

class Writer {
public:
    explicit Writer(QString& html)
        : m_html(html)
    {
    }

    void operator()(const ReportHeading& heading) { element(u"h2", heading.text); }
    void operator()(const ReportParagraph& paragraph) { element(u"p", paragraph.text); }
    void operator()(const ReportNote& note) { element(u"p", note.text, u"note"); }

    void operator()(const ReportTable& table)
    {
        if (table.use != ReportTable::For::Readers)
            return;
        // A wide table scrolls by itself, also from the keyboard.
        m_html += u"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%1\">\n<table>\n"_s.arg(escaped(table.caption));
        element(u"caption", table.caption);
        m_html += u"<thead><tr>"_s;
        for (const ReportColumn& column : table.columns)
            m_html += u"<th scope=\"col\"%1>%2</th>"_s.arg(classOf(column), escaped(column.title));
        m_html += u"</tr></thead>\n<tbody>\n"_s;
        for (const QList<ReportCell>& row : table.rows) {
            m_html += u"<tr>"_s;
            for (qsizetype i = 0; i < row.size(); ++i)
                cell(row[i], table.columns.value(i), /*first=*/i == 0);
            m_html += u"</tr>\n"_s;
        }
        m_html += u"</tbody>\n</table>\n</div>\n"_s;
    }

    void operator()(const ReportPicture& picture)
    {
        ++m_pictures;
        QString svg = QString::fromUtf8(picture.svg);
        svg = svg.mid(svg.indexOf("<svg"_L1)).trimmed(); // without the XML declaration
        const QString open = u"<svg role=\"img\" aria-label=\"%1\" "_s.arg(escaped(picture.alternative));
        svg.replace(0, 5, open);
        m_html += u"<figure id=\"picture-%1\">\n"_s.arg(m_pictures) + svg + u'\n';
        if (!picture.caption.isEmpty())
            element(u"figcaption", picture.caption);
        m_html += u"</figure>\n"_s;
    }

private:
    static QString classOf(const ReportColumn& column) { return column.numeric ? u" class=\"number\""_s : QString(); }

    void cell(const ReportCell& cell, const ReportColumn& column, bool first)
    {
        if (first) {
            m_html += u"<th scope=\"row\"%1>%2</th>"_s.arg(classOf(column), escaped(cell.text));
            return;
        }
        QString style;
        if (cell.ground.isValid())
            style = u" style=\"background:%1;color:%2\""_s.arg(cell.ground.name(), cell.ink.name());
        m_html += u"<td%1%2>%3</td>"_s.arg(classOf(column), style, escaped(cell.text));
    }

    void element(QStringView name, const QString& text, QStringView cssClass = {})
    {
        const QString attribute = cssClass.isEmpty() ? QString() : u" class=\"%1\""_s.arg(cssClass);
        m_html += u"<%1%2>%3</%1>\n"_s.arg(name, attribute, escaped(text));
    }

    QString& m_html;
    int m_pictures = 0;
};

} // namespace

QByteArray htmlReport(const ReportDocument& document)
{
    QString html = u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"_s
                       .arg(languageOf(document.locale));
    html += u"<title>%1</title>\n<style>"_s.arg(escaped(document.title));
    html += kStyle;
    html += u"</style>\n</head>\n<body>\n<main>\n<h1>%1</h1>\n"_s.arg(escaped(document.title));
    if (!document.subtitle.isEmpty())
        html += u"<p class=\"subtitle\">%1</p>\n"_s.arg(escaped(document.subtitle));
    Writer writer(html);
    for (const ReportBlock& block : document.blocks)
        std::visit(writer, block);
    html += u"</main>\n</body>\n</html>\n"_s;
    return html.toUtf8();
}

} // namespace lyceum::exchange

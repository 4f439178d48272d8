// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/posthtml.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace lyceum::sync::ghost {

namespace {

constexpr auto kCardBegin = "<!--kg-card-begin: html-->"_L1;
constexpr auto kCardEnd = "<!--kg-card-end: html-->"_L1;

/// What Ghost's document can hold as it is. A picture, a table or a figure becomes a card of its own.
bool isPlainElement(const QString& name)
{
    static const QSet<QString> kPlain {u"p"_s, u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s, u"ul"_s, u"ol"_s, u"li"_s,
        u"blockquote"_s, u"pre"_s, u"code"_s, u"hr"_s, u"br"_s, u"a"_s, u"strong"_s, u"b"_s, u"em"_s, u"i"_s, u"u"_s, u"s"_s, u"sub"_s, u"sup"_s,
        u"mark"_s, u"img"_s, u"figure"_s, u"figcaption"_s};
    return kPlain.contains(name);
}

bool isPlainAttribute(const QString& element, const QString& attribute)
{
    if (attribute == "id"_L1)
        return element.size() == 2 && element.startsWith(u'h'); // Ghost gives headings ids of its own
    if (element == "a"_L1)
        return attribute == "href"_L1 || attribute == "title"_L1 || attribute == "rel"_L1 || attribute == "target"_L1;
    if (element == "img"_L1)
        return QSet<QString> {u"src"_s, u"alt"_s, u"title"_s, u"width"_s, u"height"_s}.contains(attribute);
    return element == "code"_L1 && attribute == "class"_L1; // the language of a listing
}

bool isVoid(const QString& name)
{
    static const QSet<QString> kVoid {u"area"_s, u"base"_s, u"br"_s, u"col"_s, u"embed"_s, u"hr"_s, u"img"_s, u"input"_s, u"link"_s, u"meta"_s,
        u"source"_s, u"track"_s, u"wbr"_s};
    return kVoid.contains(name);
}

struct Tag {
    QString name;
    QString attributes;
    bool closes = false;

    [[nodiscard]] bool isGhostCard() const
    {
        static const QRegularExpression kCard(u"\\bclass\\s*=\\s*[\"'][^\"']*\\bkg-card\\b"_s, QRegularExpression::CaseInsensitiveOption);
        return kCard.match(attributes).hasMatch();
    }
    [[nodiscard]] bool isPlain() const
    {
        static const QRegularExpression kAttribute(u"([^\\s=/\"'<>]+)(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"'>]+))?"_s);
        if (!isPlainElement(name))
            return false;
        for (auto it = kAttribute.globalMatch(attributes); it.hasNext();) {
            if (!isPlainAttribute(name, it.next().captured(1).toLower()))
                return false;
        }
        return true;
    }
};

/// Cuts a text into its outermost elements and what stands between them.
class Blocks {
public:
    explicit Blocks(const QString& html)
        : m_html(html)
    {
    }

    struct Block {
        QString html;
        bool kept = true; ///< Ghost keeps it without help
    };
    /// Nullopt when elements are not well nested.
    [[nodiscard]] std::optional<QList<Block>> cut()
    {
        static const QRegularExpression kMark(u"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"_s,
            QRegularExpression::DotMatchesEverythingOption);
        for (qsizetype at = 0;;) {
            const QRegularExpressionMatch mark = kMark.match(m_html, at);
            if (!mark.hasMatch()) {
                add(m_html.sliced(at));
                finish();
                return m_open.isEmpty() ? std::optional(m_blocks) : std::nullopt;
            }
            add(m_html.sliced(at, mark.capturedStart() - at));
            at = mark.capturedEnd();
            if (mark.captured().startsWith("<!--"_L1)) {
                at = takeComment(mark);
                continue;
            }
            const Tag tag{.name = mark.captured(2).toLower(), .attributes = mark.captured(3), .closes = !mark.captured(1).isEmpty()};
            if (!take(tag, mark.captured()))
                return std::nullopt;
            // What stands in these is no HTML.
            if (!tag.closes && (tag.name == "script"_L1 || tag.name == "style"_L1)) {
                const qsizetype end = m_html.indexOf("</"_L1 + tag.name, at, Qt::CaseInsensitive);
                if (end < 0)
                    return std::nullopt;
                add(m_html.sliced(at, end - at));
                at = end;
            }
        }
    }

private:
    void add(const QString& text) { m_block.html += text; }
    void finish()
    {
        if (!m_block.html.trimmed().isEmpty())
            m_blocks.append(m_block);
        m_block = {};
        m_inCard = false;
    }

    /// An HTML card that is one already stays it. Other comments are invisible and not worth a card.
    qsizetype takeComment(const QRegularExpressionMatch& mark)
    {
        if (!mark.captured().startsWith("<!--kg-card-begin:"_L1) || !m_open.isEmpty()) {
            add(mark.captured());
            return mark.capturedEnd();
        }
        finish();
        const qsizetype end = m_html.indexOf("<!--kg-card-end:"_L1, mark.capturedEnd());
        const qsizetype after = end < 0 ? m_html.size() : m_html.indexOf("-->"_L1, end) + 3;
        m_block.html = m_html.sliced(mark.capturedStart(), after - mark.capturedStart());
        finish();
        return after;
    }

    bool take(const Tag& tag, const QString& text)
    {
        if (tag.closes) {
            if (m_open.isEmpty() || m_open.takeLast() != tag.name)
                return false;
            add(text);
            if (m_open.isEmpty() && !m_inline)
                finish();
            return true;
        }
        static const QSet<QString> kInline {u"a"_s, u"strong"_s, u"b"_s, u"em"_s, u"i"_s, u"u"_s, u"s"_s, u"sub"_s, u"sup"_s, u"mark"_s, u"code"_s,
            u"br"_s, u"span"_s};
        if (m_open.isEmpty()) {
            m_inline = kInline.contains(tag.name);
            if (!m_inline)
                finish();
            m_inCard = tag.isGhostCard();
        }
        add(text);
        m_block.kept = m_block.kept && (m_inCard || tag.isPlain());
        if (!isVoid(tag.name))
            m_open.append(tag.name);
        else if (m_open.isEmpty() && !m_inline)
            finish();
        return true;
    }

    QString m_html;
    QList<Block> m_blocks;
    Block m_block;
    QStringList m_open; ///< elements, the innermost last
    bool m_inline = false; ///< the outermost open element is part of a line
    bool m_inCard = false; ///< within one of Ghost's own cards, which it reads back
};

QString asCard(const QString& html) { return kCardBegin + html + kCardEnd; }

} // namespace

QString htmlForGhost(const QString& html)
{
    const auto blocks = Blocks(html).cut();
    if (!blocks)
        return html.contains(kCardEnd) ? html : asCard(html); // a card within a card would end it
    if (std::all_of(blocks->begin(), blocks->end(), [](const auto& block) { return block.kept; }))
        return html;
    QString made;
    for (const auto& block : *blocks)
        made += block.kept ? block.html : asCard(block.html);
    return made;
}

} // namespace lyceum::sync::ghost

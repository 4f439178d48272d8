// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ghost/posthtml.h"

#include <QTest>

using namespace lyceum::sync::ghost;
using namespace Qt::StringLiterals;

class TestPostHtml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatGhostsDocumentCannotHoldGoesIntoACard_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("sent");
        const auto card = [](const QString& html) { return "<!--kg-card-begin: html-->"_L1 + html + "<!--kg-card-end: html-->"_L1; };
        const auto same = [](const char* name, const QString& html) { QTest::newRow(name) << html << html; };
        same("text", u"Only text"_s);
        same("paragraphs", u"<p>Hello <b>you</b> <a href=\"https://a.b/?x=1>2\" target=_blank>there</a></p>\n<p>Two<br>lines</p>"_s);
        same("headings, lists, quotations", u"<h2 id=\"x\">A</h2><ul><li>b</li></ul><blockquote>q</blockquote><hr>"_s);
        same("code", u"<pre><code class=\"language-cpp\">a &lt; b</code></pre>"_s);
        same("picture", u"<img src=\"https://a.b/c.png\" alt=\"a > b\">"_s);
        same("a card of Ghost's", u"<figure class=\"kg-card kg-image-card\"><img src=\"a.png\" class=\"kg-image\"></figure><p>x</p>"_s);
        same("an HTML card", u"<p>a</p>"_s + card(u"<div style='x'>b</div>"_s) + u"<p>c</p>"_s);
        same("a card with what is not nested", card(u"<div><p>x"_s) + u"<p>a</p>"_s);
        QTest::newRow("layout") << u"<p>a</p><div class=\"box\"><p>b</p></div><p>c</p>"_s << "<p>a</p>"_L1 + card(u"<div class=\"box\"><p>b</p></div>"_s) + "<p>c</p>"_L1;
        QTest::newRow("style") << u"<p style=\"text-align:center\">a</p><p>b</p>"_s << card(u"<p style=\"text-align:center\">a</p>"_s) + "<p>b</p>"_L1;
        QTest::newRow("within") << u"<p>a <span class=x>b</span></p>"_s << card(u"<p>a <span class=x>b</span></p>"_s);
        QTest::newRow("script") << u"<script>if (a < b) { x('<p>'); }</script><p>b</p>"_s << card(u"<script>if (a < b) { x('<p>'); }</script>"_s) + "<p>b</p>"_L1;
        QTest::newRow("frame") << u"<iframe src=\"https://a.b\"></iframe>"_s << card(u"<iframe src=\"https://a.b\"></iframe>"_s);
        QTest::newRow("table") << u"<TABLE><tr><td>x</td></tr></TABLE>"_s << card(u"<TABLE><tr><td>x</td></tr></TABLE>"_s);
        QTest::newRow("not nested") << u"<p>a<div>b</p></div>"_s << card(u"<p>a<div>b</p></div>"_s);
        QTest::newRow("not closed") << u"<p>a"_s << card(u"<p>a"_s);
    }
    void whatGhostsDocumentCannotHoldGoesIntoACard()
    {
        QFETCH(QString, html);
        QFETCH(QString, sent);
        QCOMPARE(htmlForGhost(html), sent);
        QCOMPARE(htmlForGhost(sent), sent); // what was put into a card stays in one
    }
};

QTEST_GUILESS_MAIN(TestPostHtml)
#include "tst_posthtml.moc"

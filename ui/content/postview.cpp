// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/postview.h"

#include "widgets/plainlabel.h"
#include "words/names.h"

#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

/// Shows text and nothing that would have to be fetched: a workspace is read without a network, and reading tells nobody.
class OfflineBrowser final : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int, const QUrl&) override { return {}; }
};

} // namespace

PostView::PostView(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_facts(plainLabel(this))
    , m_text(new OfflineBrowser(this))
{
    setFocusProxy(m_text);
    setInk(m_facts, context.theme.tokens().muted);
    connect(&m_context.theme, &Theme::changed, this, [this] { setInk(m_facts, m_context.theme.tokens().muted); });
    m_text->setObjectName(u"postText"_s);
    m_text->setAccessibleName(tr("Text of the post"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    auto* threads = new QPushButton(tr("Show its discussion"), this);
    connect(threads, &QPushButton::clicked, this, [this] { Q_EMIT threadsRequested(m_id); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_facts);
    layout->addWidget(m_text, 1);
    layout->addWidget(threads, 0, Qt::AlignLeft);
}

void PostView::showPost(const Post& post)
{
    m_id = post.id;
    const Format format = m_context.format();
    QStringList facts {post.deletedAtUtc ? tr("Deleted on the site") : wordFor(post.status)};
    if (post.publishedAtUtc)
        facts.append(format.instant(post.publishedAtUtc));
    facts.append(tr("For: %1").arg(wordForVisibility(post.visibility)));
    if (!post.authors.isEmpty())
        facts.append(tr("By %1").arg(post.authors));
    if (post.readingMinutes > 0)
        facts.append(tr("%n minute(s) to read", nullptr, int(post.readingMinutes)));
    m_facts->setText(facts.join(u"  ·  "_s));
    if (post.html.isEmpty())
        m_text->setPlainText(post.plainText.isEmpty() ? tr("This post has no text yet.") : post.plainText);
    else
        m_text->setHtml(post.html);
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/library.h"

#include "sample/calendar.h"
#include "sample/phrases.h"
#include "sample/random.h"

#include <QStringBuilder>
#include <QStringList>

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lyceum::sample {
namespace {

constexpr int kMostMailed = 64;
constexpr qint64 kLastMailBeforeEnd = 15 * 60;
constexpr std::array<Quantile, 5> kPull {{{0, 0.2}, {0.4, 0.6}, {0.75, 1.2}, {0.95, 3}, {1, 5}}};

const Phrases& phrasesOf(const PostPlan& plan) { return plan.chinese ? chinesePhrases() : englishPhrases(); }

const Topic& topicOf(const PostPlan& plan) { return phrasesOf(plan).topics[std::size_t(plan.topic)]; }

/// A step through 0 .. n-1 that meets every number once.
int strideFor(int n)
{
    int stride = n * 5 / 8;
    while (std::gcd(stride, n) != 1)
        ++stride;
    return stride;
}

/// Builds a post's HTML and its plain text side by side. None of the phrases contains a character that HTML would want escaped.
class Page {
public:
    void paragraph(const QString& text) { put(u"p", text); }
    void heading(const QString& text) { put(u"h2", text); }
    void list(const QStringList& items)
    {
        m_html += u"<ul>"_s;
        for (const QString& item : items) {
            m_html += u"<li>"_s + item + u"</li>"_s;
            m_text += u"- "_s + item + u'\n';
        }
        m_html += u"</ul>\n"_s;
        m_text += u'\n';
    }
    QString html() const { return m_html; }
    QString text() const { return m_text.trimmed(); }

private:
    void put(QStringView tag, const QString& text)
    {
        m_html += u'<' % tag % u'>' % text % u"</" % tag % u">\n";
        m_text += text + u"\n\n"_s;
    }

    QString m_html;
    QString m_text;
};

} // namespace

std::vector<PostPlan> planLibrary(const SampleOptions& options)
{
    const qint64 start = addMonths(options.endUtc, -options.months);
    const qint64 span = options.endUtc - start;
    const int count = options.posts;
    const int drafts = count / 20;
    const int scheduled = count / 30;
    const int out = count - drafts - scheduled; // published or sent
    const int mailEvery = std::max(1, (out + kMostMailed - 1) / kMostMailed);
    std::array<int, 2> written {};

    std::vector<PostPlan> plans;
    plans.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        Random random(options.seed, Stream::Post, quint64(i));
        PostPlan plan;
        plan.chinese = i % 2 == int(options.seed % 2) ? random.chance(0.9) : random.chance(0.15);
        const Phrases& phrases = phrasesOf(plan);
        const int pairs = int(phrases.topics.size() * phrases.titles.size());
        int& nth = written[plan.chinese ? 1 : 0];
        const int pair = int((qint64(nth) * strideFor(pairs)) % pairs);
        plan.topic = pair % int(phrases.topics.size());
        plan.title = pair / int(phrases.topics.size());
        plan.part = nth++ / pairs + 1;
        plan.audience = Audience(random.weighted(std::array {30, 22, 36, 12}));
        plan.pull = random.from(kPull);

        const double share = (std::min(i, out - 1) + 0.2 + 0.6 * random.uniform()) / out;
        qint64 at = std::min(atHumanHour(start + qint64(share * double(span))), options.endUtc - kHour);
        const qint64 work = kHour + qint64(random.uniform() * double(5 * kDay));
        const bool isLast = i == out - 1;
        if (i < out) {
            plan.mailed = isLast || (out - 1 - i) % mailEvery == 0;
            if (isLast)
                at = options.endUtc - kLastMailBeforeEnd;
            plan.publishedAtUtc = at;
            plan.createdAtUtc = at - work;
            plan.status = plan.mailed && random.chance(0.08) && !isLast ? Post::Status::Sent : Post::Status::Published;
        } else {
            plan.createdAtUtc = options.endUtc - work;
            plan.status = i < out + scheduled ? Post::Status::Scheduled : Post::Status::Draft;
            if (plan.status == Post::Status::Scheduled)
                plan.publishedAtUtc = options.endUtc + random.between(1, 20) * kDay;
        }
        plans.push_back(plan);
    }
    return plans;
}

QString titleOf(const PostPlan& plan)
{
    const Phrases& phrases = phrasesOf(plan);
    Random unused(0, Stream::Post, 0); // titles leave no choice open
    const QString title = expanded(phrases.titles[std::size_t(plan.title)], topicOf(plan), unused);
    return plan.part == 1 ? title : title + phrases.again.toString().arg(plan.part);
}

WrittenPost writePost(const SampleOptions& options, int index, const PostPlan& plan)
{
    Random random(options.seed, Stream::Body, quint64(index));
    const Phrases& phrases = phrasesOf(plan);
    const Topic& topic = topicOf(plan);
    const auto oneOf = [&](std::span<const QStringView> templates) { return expanded(random.oneOf(templates), topic, random); };
    // Walking on from a random place: nothing is said twice in one post.
    const auto from = [&](std::span<const QStringView> templates, int& position) {
        position = (position + 1) % int(templates.size());
        return expanded(templates[std::size_t(position)], topic, random);
    };
    int sentence = int(random.below(qint64(phrases.sentences.size())));
    int heading = int(random.below(qint64(phrases.headings.size())));
    const auto paragraph = [&](int sentences) {
        QStringList parts;
        for (int i = 0; i < sentences; ++i)
            parts += from(phrases.sentences, sentence);
        return parts.join(phrases.gap);
    };

    Page page;
    WrittenPost post;
    const QString opening = oneOf(phrases.openings);
    page.paragraph(opening);
    page.paragraph(paragraph(int(random.between(2, 4))));
    const int sections = int(random.between(2, 3));
    for (int section = 0; section < sections; ++section) {
        page.heading(from(phrases.headings, heading));
        page.paragraph(paragraph(int(random.between(2, 4))));
        if (section == 1) {
            QStringList items;
            int step = int(random.below(qint64(phrases.steps.size())));
            for (qint64 i = random.between(3, 5); i > 0; --i)
                items += from(phrases.steps, step);
            page.list(items);
        }
    }
    page.paragraph(oneOf(phrases.closings));

    post.title = titleOf(plan);
    post.slug = tagWords()[std::size_t(topic.tag)].slug % (plan.chinese ? u"-zh-"_s : u"-en-"_s) % QString::number(index + 1);
    post.html = page.html();
    post.plainText = page.text();
    post.excerpt = opening;
    post.readingMinutes = std::max<qint64>(1, plan.chinese ? post.plainText.size() / 300 : post.plainText.size() / 1200);
    return post;
}

} // namespace lyceum::sample

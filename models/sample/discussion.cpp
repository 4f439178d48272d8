// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/discussion.h"

#include "sample/calendar.h"
#include "sample/life.h"
#include "sample/phrases.h"
#include "sample/random.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

namespace lyceum::sample {
namespace {

using Form = CommentPlan::Form;

/// Days between a post and a comment on it: half within a day, a few months later.
constexpr std::array<Quantile, 6> kDelay {{{0, 0.01}, {0.3, 0.25}, {0.55, 1}, {0.8, 4}, {0.95, 25}, {1, 120}}};
constexpr std::array<Quantile, 5> kLikes {{{0, 0}, {0.42, 0.99}, {0.75, 2.4}, {0.95, 6.5}, {1, 16}}};
constexpr double kReplyShare = 0.46;
constexpr double kSpamShare = 0.014;
constexpr double kRudeShare = 0.008;
constexpr double kForgottenShare = 0.012;

class Talking {
public:
    Talking(const SampleOptions& options, std::span<const Person> people, std::span<const PostPlan> posts)
        : m_options(options)
        , m_people(people)
        , m_posts(posts)
        , m_random(options.seed, Stream::Discussion, 0)
    {
    }

    Discussion talk();

private:
    std::vector<std::vector<qint64>> times();
    void talkAbout(int post, const std::vector<qint64>& times);
    void react(int comment);
    int joinedBy(qint64 atUtc) const;
    bool mayRead(int member, const PostPlan& post, qint64 atUtc) const;
    std::optional<int> speaker(const PostPlan& post, qint64 atUtc);

    const SampleOptions& m_options;
    std::span<const Person> m_people;
    std::span<const PostPlan> m_posts;
    Random m_random;
    Discussion m_discussion;
};

Discussion Talking::talk()
{
    const std::vector<std::vector<qint64>> all = times();
    for (int post = 0; post < int(all.size()); ++post)
        talkAbout(post, all[std::size_t(post)]);
    for (int comment = 0; comment < int(m_discussion.comments.size()); ++comment) {
        m_discussion.comments[std::size_t(comment)].firstReaction = std::int32_t(m_discussion.reactions.size());
        react(comment);
    }
    return std::move(m_discussion);
}

/// For every post the times of its comments, ascending.
std::vector<std::vector<qint64>> Talking::times()
{
    std::vector<std::vector<qint64>> result(m_posts.size());
    std::vector<int> weights(m_posts.size());
    bool anyOpen = false;
    for (std::size_t i = 0; i < m_posts.size(); ++i) {
        const bool isOut = m_posts[i].publishedAtUtc && *m_posts[i].publishedAtUtc < m_options.endUtc - kDay;
        const bool hasReaders = isOut && joinedBy(*m_posts[i].publishedAtUtc) > 0;
        weights[i] = hasReaders ? int(m_posts[i].pull * 100) : 0;
        anyOpen = anyOpen || weights[i] > 0;
    }
    if (!anyOpen)
        return result;
    // A running sum and a search instead of Random::weighted: that would cost comments times posts.
    std::vector<qint64> sums(weights.size());
    std::partial_sum(weights.begin(), weights.end(), sums.begin(), [](qint64 a, qint64 b) { return a + b; });
    for (int i = 0; i < m_options.comments; ++i) {
        const qint64 lot = m_random.below(sums.back());
        const auto post = std::size_t(std::ranges::upper_bound(sums, lot) - sums.begin());
        const qint64 published = *m_posts[post].publishedAtUtc;
        qint64 at = published + qint64(m_random.from(kDelay) * double(kDay));
        if (at >= m_options.endUtc) // the future: some time since it came out instead
            at = published + 1 + qint64(m_random.uniform() * double(m_options.endUtc - published - 2));
        result[post].push_back(at);
    }
    for (std::vector<qint64>& ofPost : result)
        std::ranges::sort(ofPost);
    return result;
}

int Talking::joinedBy(qint64 atUtc) const
{
    return int(std::ranges::upper_bound(m_people, atUtc, {}, &Person::joinedAtUtc) - m_people.begin());
}

bool Talking::mayRead(int member, const PostPlan& post, qint64 atUtc) const
{
    if (post.audience == Audience::Everybody || post.audience == Audience::Members)
        return true;
    return lifeOf(m_options, member, m_people[std::size_t(member)]).hasAccess(atUtc);
}

std::optional<int> Talking::speaker(const PostPlan& post, qint64 atUtc)
{
    const int candidates = joinedBy(atUtc);
    if (candidates == 0)
        return std::nullopt;
    int member = 0;
    for (int attempt = 0; attempt < 400; ++attempt) {
        member = int(m_random.below(candidates));
        const Person& person = m_people[std::size_t(member)];
        const double likely = person.keenness * person.keenness * (person.chinese == post.chinese ? 1 : 0.12);
        if (m_random.chance(likely) && mayRead(member, post, atUtc))
            break;
    }
    return member;
}

void Talking::talkAbout(int post, const std::vector<qint64>& times)
{
    const PostPlan& plan = m_posts[std::size_t(post)];
    std::vector<CommentPlan>& all = m_discussion.comments;
    const auto first = std::int32_t(all.size());
    struct Thread {
        std::int32_t first;
        std::int32_t latest; ///< reply, or the first comment itself
    };
    std::vector<Thread> threads;
    for (const qint64 at : times) {
        CommentPlan comment;
        comment.atUtc = at;
        comment.post = post;
        comment.member = speaker(plan, at).value_or(-1);
        comment.chinese = comment.member >= 0 ? m_people[std::size_t(comment.member)].chinese : plan.chinese;
        if (comment.chinese != plan.chinese && m_random.chance(0.4))
            comment.chinese = plan.chinese; // writes in the language of the post
        if (!threads.empty() && m_random.chance(kReplyShare)) {
            // Newer threads get the answers.
            const qint64 back = std::min<qint64>(qint64(m_random.waiting() * 2), qint64(threads.size()) - 1);
            Thread& thread = threads[threads.size() - 1 - std::size_t(back)];
            comment.parent = thread.first;
            if (thread.latest != thread.first && m_random.chance(0.6))
                comment.inReplyTo = thread.latest;
            thread.latest = std::int32_t(all.size());
            const CommentPlan& answered = all[std::size_t(comment.inReplyTo >= 0 ? comment.inReplyTo : comment.parent)];
            comment.form = answered.form == Form::Question ? Form::Answer : Form::Reply;
        } else {
            comment.form = m_random.chance(0.24) ? Form::Question : Form::Remark;
        }
        const double lot = m_random.uniform();
        if (lot < kSpamShare)
            comment.form = Form::Spam;
        else if (lot < kSpamShare + kRudeShare)
            comment.form = Form::Rude;
        comment.hidden = comment.form == Form::Spam ? m_random.chance(0.8) : comment.form == Form::Rude && m_random.chance(0.5);
        if (m_random.chance(kForgottenShare))
            comment.member = -1;
        if (comment.parent < 0)
            threads.push_back({std::int32_t(all.size()), std::int32_t(all.size())});
        all.push_back(comment);
    }
    if (!threads.empty() && plan.pull > 2.5 && all[std::size_t(first)].form == Form::Remark)
        all[std::size_t(first)].pinned = true;
}

void Talking::react(int index)
{
    const CommentPlan& comment = m_discussion.comments[std::size_t(index)];
    const PostPlan& post = m_posts[std::size_t(comment.post)];
    Random random(m_options.seed, Stream::Reactions, quint64(index));
    const bool unwelcome = comment.form == Form::Spam || comment.form == Form::Rude;
    const auto likes = unwelcome ? 0 : qint64(random.from(kLikes) * std::min(1.6, 0.6 + 0.3 * post.pull));
    const qint64 dislikes = unwelcome ? random.between(0, 3) : (random.chance(0.05) ? 1 : 0);
    const qint64 reports = unwelcome ? random.between(1, 4) : (random.chance(0.006) ? 1 : 0);
    const std::size_t begin = m_discussion.reactions.size();
    const auto add = [&](Reaction::Kind kind, qint64 count) {
        for (; count > 0; --count) {
            const qint64 left = m_options.endUtc - comment.atUtc;
            const qint64 delay = std::min(qint64(random.from(kDelay) * 0.5 * double(kDay)), left);
            const qint64 at = comment.atUtc + delay;
            const std::optional<int> member = speaker(post, at);
            const auto mine = std::span(m_discussion.reactions).subspan(begin);
            const bool again = std::ranges::any_of(
                mine, [&](const ReactionPlan& other) { return other.member == *member && other.kind == kind; });
            if (*member != comment.member && !again)
                m_discussion.reactions.push_back({at, std::int32_t(index), std::int32_t(*member), kind});
        }
    };
    add(Reaction::Kind::Like, likes);
    add(Reaction::Kind::Dislike, dislikes);
    add(Reaction::Kind::Report, reports);
}

} // namespace

std::span<const ReactionPlan> Discussion::reactionsOf(int comment) const
{
    const auto begin = std::size_t(comments[std::size_t(comment)].firstReaction);
    const bool isLast = std::size_t(comment) + 1 == comments.size();
    const auto end = isLast ? reactions.size() : std::size_t(comments[std::size_t(comment) + 1].firstReaction);
    return std::span(reactions).subspan(begin, end - begin);
}

Discussion planDiscussion(const SampleOptions& options, std::span<const Person> people, std::span<const PostPlan> posts)
{
    return Talking(options, people, posts).talk();
}

QString writeComment(const SampleOptions& options, int index, const CommentPlan& plan, const PostPlan& post)
{
    Random random(options.seed, Stream::Comment, quint64(index));
    const Phrases& phrases = plan.chinese ? chinesePhrases() : englishPhrases();
    const Topic& topic = phrases.topics[std::size_t(post.topic)];
    const auto oneOf = [&](std::span<const QStringView> templates) { return expanded(random.oneOf(templates), topic, random); };
    const auto joined = [&](const QString& first, const QString& second) { return first + phrases.gap.toString() + second; };
    // One draw a statement: the order in which arguments are evaluated is each compiler's own.
    const auto withBefore = [&](double share, std::span<const QStringView> before, const QString& text) {
        return random.chance(share) ? joined(oneOf(before), text) : text;
    };
    switch (plan.form) {
    case Form::Remark: {
        const QString remark = withBefore(0.55, phrases.praise, oneOf(phrases.remarks));
        return random.chance(0.15) ? joined(remark, oneOf(phrases.questions)) : remark;
    }
    case Form::Question:
        return withBefore(0.4, phrases.praise, oneOf(phrases.questions));
    case Form::Reply: {
        const QString reply = oneOf(phrases.replies);
        return random.chance(0.3) ? joined(reply, oneOf(phrases.remarks)) : reply;
    }
    case Form::Answer:
        return oneOf(phrases.answers);
    case Form::Spam:
        return oneOf(phrases.spam);
    case Form::Rude:
        return oneOf(phrases.rude);
    }
    return {};
}

} // namespace lyceum::sample

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/habits.h"

#include "sample/calendar.h"
#include "sample/random.h"

#include <algorithm>

namespace lyceum::sample {
namespace {

constexpr double kPayingFactor = 1.8;
constexpr qint64 kFadeDays = 45; ///< before leaving
constexpr double kFadedTo = 0.12;

/// Days between delivery and opening.
constexpr std::array<Quantile, 6> kOpening {{{0, 0.002}, {0.35, 0.08}, {0.65, 0.5}, {0.88, 2}, {0.97, 9}, {1, 40}}};

/// 1, falling to kFadedTo in the weeks before the member leaves.
double fading(const Life& life, qint64 atUtc)
{
    const std::optional<qint64> leaving = life.nextLeaving(atUtc);
    if (!leaving)
        return 1;
    const double left = double(*leaving - atUtc) / double(kFadeDays * kDay);
    return kFadedTo + (1 - kFadedTo) * std::min(1.0, left);
}

bool reads(const Mailbox& mailbox, int newsletter, qint64 atUtc)
{
    return std::ranges::any_of(mailbox.readings, [&](const Reading& reading) {
        return reading.newsletter == newsletter && reading.fromUtc <= atUtc && (!reading.untilUtc || atUtc < *reading.untilUtc);
    });
}

std::vector<Reading> drawReadings(Random& random, const SampleOptions& options, const Person& person)
{
    std::vector<Reading> readings;
    const int own = person.chinese ? 0 : 1;
    const std::array<bool, 2> wanted {random.chance(0.9), random.chance(0.12)};
    for (int i = 0; i < 2; ++i) {
        const bool gaveUp = random.chance(0.26);
        const qint64 lasted = kDay + qint64(random.waiting() * 200 * double(kDay));
        if (!wanted[std::size_t(i)])
            continue;
        Reading reading;
        reading.newsletter = i == 0 ? own : 1 - own;
        reading.fromUtc = person.joinedAtUtc;
        if (gaveUp && person.joinedAtUtc + lasted < options.endUtc)
            reading.untilUtc = person.joinedAtUtc + lasted;
        readings.push_back(reading);
    }
    return readings;
}

/// What a member who got a letter does with it; nothing that would lie in the future.
void read(Random& random, Letter& letter, const Person& person, const Life& life, qint64 end)
{
    const double opens = (0.22 + 0.55 * person.keenness) * (0.4 + 0.6 * fading(life, letter.atUtc));
    const bool opened = random.chance(opens);
    const qint64 openedAt = letter.atUtc + qint64(random.from(kOpening) * double(kDay));
    const qint64 clicks = random.chance(0.24) ? random.between(1, 3) : 0;
    const bool hasFeedback = random.chance(0.06);
    letter.liked = random.chance(0.82);
    if (!opened || openedAt > end)
        return;
    letter.openedAtUtc = openedAt;
    qint64 at = openedAt;
    for (std::size_t i = 0; i < std::size_t(clicks); ++i) {
        at += random.between(8, 400);
        if (at <= end)
            letter.clickedAtUtc[i] = at;
    }
    at += random.between(60, 900);
    if (hasFeedback && at <= end)
        letter.feedbackAtUtc = at;
}

} // namespace

std::vector<Reading> readingsOf(const SampleOptions& options, int index, const Person& person)
{
    Random random(options.seed, Stream::Mail, quint64(index));
    return drawReadings(random, options, person);
}

Mailbox mailboxOf(const SampleOptions& options, int index, const Person& person, const Life& life, std::span<const PostPlan> posts,
                  std::span<const int> mailed)
{
    Random random(options.seed, Stream::Mail, quint64(index));
    Mailbox mailbox;
    mailbox.readings = drawReadings(random, options, person);
    if (mailbox.readings.empty())
        return mailbox;
    // A member whose address dies does so by the length of time, one who complains by the letter.
    const bool dies = random.chance(0.03);
    const qint64 diesAt = person.joinedAtUtc + qint64(random.uniform() * double(kDay * 700));
    for (const int number : mailed) {
        const PostPlan& post = posts[std::size_t(number)];
        const qint64 sentAt = *post.publishedAtUtc;
        if (sentAt < person.joinedAtUtc || !reads(mailbox, post.chinese ? 0 : 1, sentAt))
            continue;
        Letter letter;
        letter.post = number;
        letter.atUtc = sentAt + 20 + qint64(random.waiting() * 300);
        const bool complains = random.chance(0.00025);
        if (letter.atUtc > options.endUtc) {
            letter.fate = Letter::Fate::UnderWay;
            letter.atUtc = sentAt;
            mailbox.letters.push_back(letter);
            continue;
        }
        if ((dies && sentAt >= diesAt) || random.chance(0.0008)) {
            letter.fate = Letter::Fate::Failed;
            mailbox.letters.push_back(letter);
            mailbox.bounced = true;
            break;
        }
        read(random, letter, person, life, options.endUtc);
        if (complains && letter.atUtc + kHour <= options.endUtc) {
            letter.complainedAtUtc = letter.atUtc + kHour;
            mailbox.letters.push_back(letter);
            mailbox.complained = true;
            break;
        }
        mailbox.letters.push_back(letter);
    }
    return mailbox;
}

std::vector<qint64> visitsOf(const SampleOptions& options, int index, const Person& person, const Life& life, double perDay)
{
    std::vector<qint64> visits;
    const double most = perDay * kPayingFactor * person.keenness;
    if (most <= 0)
        return visits;
    Random random(options.seed, Stream::Visits, quint64(index));
    double days = 0;
    for (;;) {
        days += random.waiting() / most;
        const qint64 at = person.joinedAtUtc + 40 + qint64(days * double(kDay));
        if (at > options.endUtc)
            return visits;
        const double novelty = 0.3 + 0.7 / (1 + days / 50);
        const double share = novelty * (life.hasAccess(at) ? kPayingFactor : 1) / kPayingFactor * fading(life, at);
        if (!random.chance(share))
            continue;
        const qint64 shaped = std::clamp(atHumanHour(at), person.joinedAtUtc, options.endUtc);
        visits.push_back(visits.empty() ? shaped : std::max(shaped, visits.back()));
    }
}

} // namespace lyceum::sample

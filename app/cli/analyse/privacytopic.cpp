// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/privacy/countrelease.h"
#include "analytics/privacy/privacyaccounting.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"
#include "security/digest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

constexpr qint64 kMostBound = 10'000;
constexpr qint64 kMostThreshold = 1'000'000'000'000;

/// From the operating system and from nowhere else: there is no seed, because whoever knows it can take the noise off again.
void fillFromSystem(std::span<std::uint8_t> bytes)
{
    const QByteArray random = security::randomBytes(int(bytes.size()));
    std::copy(random.cbegin(), random.cend(), bytes.begin());
}

/// --epsilon or --rho, one of them.
Result<analytics::PrivacyCost> costOf(const Arguments& arguments)
{
    const bool isPure = arguments.has(u"epsilon"_s);
    if (isPure == arguments.has(u"rho"_s))
        return usage(Cli::tr("Give one of --epsilon and --rho."));
    const auto number = isPure ? realNumberOf(arguments, u"epsilon"_s, 1e-6, 1000, 0) : realNumberOf(arguments, u"rho"_s, 1e-9, 1000, 0);
    if (!number)
        return tl::unexpected(number.error());
    const auto cost = isPure ? analytics::PrivacyCost::pureAtMost(*number) : analytics::PrivacyCost::zcdpAtMost(*number);
    if (!cost)
        return usage(Cli::tr("That cost is too small."));
    return *cost;
}

QStringList groupsOf(const QString& list)
{
    QStringList groups;
    for (const QString& name : list.split(u',')) {
        if (!name.trimmed().isEmpty() && !groups.contains(name.trimmed()))
            groups.append(name.trimmed());
    }
    return groups;
}

QJsonObject jsonOf(const analytics::CountRelease& release, const QStringList& names, double delta)
{
    QJsonArray groups;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const analytics::ReleasedCount& one = release.groups.at(std::size_t(i));
        const auto number = [](std::optional<std::int64_t> value) { return value ? QJsonValue(qint64(*value)) : QJsonValue(QJsonValue::Null); };
        groups.append(QJsonObject {{u"group"_s, names.at(i)}, {u"count"_s, number(one.count)}, {u"low"_s, number(one.low)}, {u"high"_s, number(one.high)}});
    }
    const analytics::PrivacyCost& cost = release.cost;
    const std::optional<double> byRho = analytics::epsilonOfZcdp(cost.rho(), delta);
    return {{u"n"_s, QJsonValue::Null}, {u"method"_s, cost.isPure() ? u"discrete-laplace"_s : u"discrete-gaussian"_s}, {u"level"_s, release.level},
        {u"groups"_s, groups}, {u"bound"_s, qint64(release.bound)}, {u"noiseStdError"_s, release.noiseStdError},
        {u"halfWidth"_s, qint64(release.halfWidth)},
        {u"cost"_s,
            QJsonObject {{u"epsilon"_s, cost.isPure() ? QJsonValue(cost.epsilon()) : QJsonValue(QJsonValue::Null)}, {u"rho"_s, cost.rho()},
                {u"delta"_s, delta}, {u"epsilonAtDelta"_s, jsonNumber(cost.isPure() ? std::min(byRho, std::optional(cost.epsilon())) : byRho)}}},
        {u"warnings"_s, cli::jsonOf(std::span<const analytics::Warning>(release.warnings))}};
}

QStringList linesOf(const analytics::CountRelease& release, const QStringList& names)
{
    QStringList lines {Cli::tr("group\tcount\tlow\thigh")};
    for (qsizetype i = 0; i < names.size(); ++i) {
        const analytics::ReleasedCount& one = release.groups.at(std::size_t(i));
        const auto text = [](std::optional<std::int64_t> value) { return value ? QString::number(*value) : u"-"_s; };
        lines.append(u"%1\t%2\t%3\t%4"_s.arg(names.at(i), text(one.count), text(one.low), text(one.high)));
    }
    lines.append(release.cost.isPure() ? Cli::tr("This cost epsilon %1. Keep the answer: to ask again costs again.").arg(release.cost.epsilon())
                                       : Cli::tr("This cost rho %1. Keep the answer: to ask again costs again.").arg(release.cost.rho()));
    return lines + cli::linesOf(std::span<const analytics::Warning>(release.warnings));
}

Result<ExitCode> runPrivacy(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto path = arguments.required(u"csv"_s);
    const auto member = arguments.required(u"member"_s);
    const auto group = arguments.required(u"group"_s);
    const auto list = arguments.required(u"groups"_s);
    for (const Result<QString>* given : {&path, &member, &group, &list}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto cost = costOf(arguments);
    const auto bound = arguments.number(u"bound"_s, 1, kMostBound, 1);
    const auto threshold = arguments.number(u"threshold"_s, -kMostThreshold, kMostThreshold, 0);
    const auto delta = realNumberOf(arguments, u"delta"_s, 1e-15, 0.1, 1e-6);
    const auto level = levelOf(arguments);
    if (!cost)
        return tl::unexpected(cost.error());
    for (const Result<qint64>* given : {&bound, &threshold}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    for (const Result<double>* given : {&delta, &level}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const QStringList names = groupsOf(*list);
    if (names.isEmpty())
        return usage(Cli::tr("--groups is a list of names with commas between them."));

    const auto table = AnalysisTable::read(*path, {*member, *group});
    if (!table)
        return tl::unexpected(table.error());
    const auto members = table->levels(*member);
    const auto texts = table->texts(*group);
    if (!members)
        return tl::unexpected(members.error());
    if (!texts)
        return tl::unexpected(texts.error());
    QHash<QString, std::uint32_t> codes;
    for (qsizetype i = 0; i < names.size(); ++i)
        codes.insert(names.at(i), std::uint32_t(i));
    std::vector<std::uint32_t> groups;
    for (const QString& text : *texts)
        groups.push_back(codes.value(text, analytics::kUnlistedGroup));

    analytics::CountReleaseOptions options {*cost, *bound, std::nullopt, *level};
    if (arguments.has(u"threshold"_s))
        options.threshold = *threshold;
    analytics::Entropy entropy(fillFromSystem);
    const auto release = analytics::releaseCounts({members->codes, groups, std::uint32_t(members->names.size()), std::uint32_t(names.size())}, options, entropy);
    if (!release)
        return failure(Error::Kind::BadInput, u"--csv"_s, Cli::tr("this cannot be computed with."));
    return session.output.answer(jsonOf(*release, names, *delta), linesOf(*release, names));
}

} // namespace

Command privacyTopic()
{
    return {u"privacy"_s, {}, Cli::tr("Count members by group with noise, so that the counts may be published."),
        {u"printf 'member,tier\\n1,Reader\\n2,Reader\\n3,Circle\\n3,Reader\\n' > tiers.csv && "
         "lyceum-cli analyse privacy --csv tiers.csv --member member --group tier --groups Reader,Circle,Patron --epsilon 0.5 --json"_s},
        {csvOption(Cli::tr("A table with a header; a row says that a member belongs to a group.")),
            {u"member"_s, u"COLUMN"_s, Cli::tr("Who: whatever is the same for the same member."), {}},
            {u"group"_s, u"COLUMN"_s, Cli::tr("The group's name."), {}},
            {u"groups"_s, u"NAMES"_s, Cli::tr("All groups, with commas; a list made without looking at the file."), {}},
            {u"epsilon"_s, u"COST"_s, Cli::tr("Discrete Laplace noise of this cost in pure privacy."), {}},
            {u"rho"_s, u"COST"_s, Cli::tr("Or discrete Gaussian noise of this cost in zero-concentrated privacy."), {}},
            {u"bound"_s, u"COUNT"_s, Cli::tr("In how many groups a member counts at most; chance chooses."), u"1"_s},
            {u"threshold"_s, u"COUNT"_s, Cli::tr("Leave out noisy counts below this."), {}},
            {u"delta"_s, u"SHARE"_s, Cli::tr("With which delta to say the cost in epsilon as well."), u"1e-6"_s}, levelOption()},
        runPrivacy, {}};
}

} // namespace lyceum::cli

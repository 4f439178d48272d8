// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/privacy/countrelease.h"
#include "analytics/privacy/privacyaccounting.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/topics.h"
#include "cli/privacybudget.h"
#include "cli/words.h"
#include "insights/privacyledger.h"
#include "security/digest.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <functional>

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
        {u"warnings"_s, warningsJson(std::span<const analytics::Warning>(release.warnings))}};
}

QStringList linesOf(const QJsonObject& answer)
{
    QStringList lines {Cli::tr("group\tcount\tlow\thigh")};
    const auto text = [](const QJsonValue& value) { return value.isNull() ? u"-"_s : QString::number(value.toInteger()); };
    for (const QJsonValue& one : answer[u"groups"_s].toArray())
        lines.append(u"%1\t%2\t%3\t%4"_s.arg(one[u"group"_s].toString(), text(one[u"count"_s]), text(one[u"low"_s]), text(one[u"high"_s])));
    const QJsonObject cost = answer[u"cost"_s].toObject();
    const QJsonValue ledger = answer[u"ledger"_s];
    if (ledger[u"repeated"_s].toBool())
        lines.append(Cli::tr("This was published before: the same counts again, at no cost."));
    else
        lines.append(cost[u"epsilon"_s].isNull() ? Cli::tr("This cost rho %1. Keep the answer: to ask again costs again.").arg(cost[u"rho"_s].toDouble())
                                                 : Cli::tr("This cost epsilon %1. Keep the answer: to ask again costs again.").arg(cost[u"epsilon"_s].toDouble()));
    if (ledger.isObject())
        lines.append(Cli::tr("Left of the budget: %1 of %2 (%3).")
                         .arg(ledger[u"remaining"_s].toDouble())
                         .arg(ledger[u"budget"_s].toDouble())
                         .arg(ledger[u"unit"_s].toString()));
    if (answer[u"warnings"_s].toArray().contains(u"suppressed"_s))
        lines += warningLines(std::array {analytics::Warning::Suppressed});
    return lines;
}

/// Everything the counts depend on, so that the same again is recognised. The rows stand for themselves as a digest.
QString questionOf(const Arguments& arguments, const Levels& members, const QStringList& texts)
{
    QJsonObject question;
    for (const QString& option : {u"member"_s, u"group"_s, u"groups"_s, u"epsilon"_s, u"rho"_s, u"bound"_s, u"threshold"_s, u"level"_s})
        question.insert(option, arguments.value(option));
    security::Digest digest;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        digest.add(members.names.at(members.codes.at(std::size_t(i))).toUtf8());
        digest.add(texts.at(i).toUtf8());
    }
    question.insert(u"rows"_s, QString::fromLatin1(digest.finish().toHex()));
    return QString::fromUtf8(QJsonDocument(question).toJson(QJsonDocument::Compact));
}

using Draw = std::function<Result<QJsonObject>()>;

/// Draws on the budget of a workspace, or finds what was published before.
Result<QJsonObject> publish(const Session& session, const analytics::PrivacyCost& cost, const QString& question, const Draw& draw)
{
    const auto file = session.openToChange();
    if (!file)
        return tl::unexpected(file.error());
    const insights::ReleaseRequest request {session.arguments.value(u"name"_s, session.arguments.value(u"group"_s)), question,
        cost.isPure() ? u"discrete-laplace"_s : u"discrete-gaussian"_s, cost};
    const auto released = insights::release(**file, Cli::tr("command line"), session.clock.nowUtc(), request, [&]() -> Result<QString> {
        const auto figures = draw();
        if (!figures)
            return tl::unexpected(figures.error());
        return QString::fromUtf8(QJsonDocument(*figures).toJson(QJsonDocument::Compact));
    });
    if (!released)
        return tl::unexpected(released.error());
    const auto budget = insights::privacyBudgetOf((*file)->connection());
    if (!budget)
        return tl::unexpected(budget.error());
    QJsonObject answer = QJsonDocument::fromJson(released->release.figures.toUtf8()).object();
    QJsonObject ledger {{u"id"_s, released->release.id.value}, {u"name"_s, released->release.name}, {u"repeated"_s, released->isRepeated}};
    if (*budget) {
        const auto spent = insights::privacyLedgerOf((*file)->connection(), **budget);
        if (!spent)
            return tl::unexpected(spent.error());
        const double unit = unitOf(**budget);
        ledger.insert(u"unit"_s, cli::nameOf((*budget)->unit));
        ledger.insert(u"budget"_s, double((*budget)->total) * unit);
        ledger.insert(u"remaining"_s, double(spent->remaining()) * unit);
    }
    answer.insert(u"ledger"_s, ledger);
    return answer;
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
    const Draw draw = [&]() -> Result<QJsonObject> {
        const auto release
            = analytics::releaseCounts({members->codes, groups, std::uint32_t(members->names.size()), std::uint32_t(names.size())}, options, entropy);
        if (!release)
            return failure(Error::Kind::BadInput, u"--csv"_s, Cli::tr("this cannot be computed with."));
        return jsonOf(*release, names, *delta);
    };
    const auto answer = arguments.has(u"workspace"_s) ? publish(session, *cost, questionOf(arguments, *members, *texts), draw) : draw();
    if (!answer)
        return tl::unexpected(answer.error());
    return session.output.answer(*answer, linesOf(*answer));
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
            {u"delta"_s, u"SHARE"_s, Cli::tr("With which delta to say the cost in epsilon as well."), u"1e-6"_s}, levelOption(),
            {u"workspace"_s, u"FILE"_s, Cli::tr("Publish on the privacy budget of this workspace, and write it into its ledger."), {}},
            {u"name"_s, u"TEXT"_s, Cli::tr("With --workspace: what the ledger calls it."), {}}},
        runPrivacy, {}};
}

} // namespace lyceum::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/experiment/samplesize.h"
#include "cli/analyse/analysistable.h"
#include "cli/analyse/experimentanswer.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

constexpr qsizetype kMaxVariants = 50;
constexpr double kHugeEffect = 1e100;
constexpr double kDefaultShareEffect = 0.01; ///< one percentage point

/// "a:0.5,b:0.5": names and shares, in that order.
Result<void> readPlanned(const QString& text, ExperimentData& data)
{
    for (const QString& part : text.split(u',')) {
        const qsizetype colon = part.lastIndexOf(u':');
        bool isNumber = false;
        const double weight = part.mid(colon + 1).trimmed().toDouble(&isNumber);
        const QString name = part.left(std::max<qsizetype>(colon, 0)).trimmed();
        if (colon < 0 || name.isEmpty() || data.variants.contains(name) || !isNumber || !(weight > 0) || weight > 1e9)
            return usage(Cli::tr("--planned names each variant with its share, as a:0.5,b:0.5."));
        data.variants.append(name);
        data.weights.push_back(weight);
    }
    return {};
}

Result<ExperimentQuestion> questionOf(const Arguments& arguments)
{
    ExperimentQuestion question;
    const auto value = arguments.oneOf(u"value"_s, {u"flag"_s, u"numeric"_s});
    const QStringList methods {u"none"_s, u"msprt"_s, u"obrien-fleming"_s, u"pocock"_s};
    const auto sequential = arguments.oneOf(u"sequential"_s, methods);
    for (const Result<QString>* given : {&value, &sequential}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    question.isNumeric = *value == "numeric"_L1;
    question.sequential = ExperimentQuestion::Sequential(methods.indexOf(*sequential)); // in the enumeration's order
    const auto level = levelOf(arguments);
    const auto looks = arguments.number(u"looks"_s, 1, analytics::kMostLooks, 5);
    const auto size = arguments.number(u"size"_s, 1, std::int64_t(1) << 40U, 0);
    const auto effect = realNumberOf(arguments, u"effect"_s, 1e-12, kHugeEffect, question.isNumeric ? 0 : kDefaultShareEffect);
    if (!level)
        return tl::unexpected(level.error());
    for (const Result<qint64>* given : {&looks, &size}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    if (!effect)
        return tl::unexpected(effect.error());
    if (question.sequential == ExperimentQuestion::Sequential::MixtureSprt && *effect <= 0)
        return usage(Cli::tr("--sequential msprt needs --effect for numeric outcomes: the difference one hopes for."));
    if (question.isNumeric && arguments.has(u"stratum"_s))
        return usage(Cli::tr("--stratum goes with outcomes that are flags."));
    if (!question.isNumeric && arguments.has(u"before"_s))
        return usage(Cli::tr("--before goes with --value numeric."));
    question.level = *level;
    question.looks = int(*looks);
    question.effect = *effect;
    if (arguments.has(u"size"_s))
        question.plannedSize = *size;
    return question;
}

/// The codes of the variants' column as indexes in data.variants, to which those not planned are an error.
Result<void> readVariants(const AnalysisTable& table, const QString& column, const QString& control, ExperimentData& data)
{
    const auto levels = table.levels(column);
    if (!levels)
        return tl::unexpected(levels.error());
    const QString subject = u"column %1"_s.arg(column);
    if (data.variants.isEmpty()) {
        data.variants = levels->names;
        data.weights.assign(std::size_t(data.variants.size()), 1.0);
    }
    if (data.variants.size() < 2 || data.variants.size() > kMaxVariants)
        return failure(Error::Kind::BadInput, subject, Cli::tr("an experiment has 2 to %1 variants.").arg(kMaxVariants));
    if (!control.isEmpty()) {
        const qsizetype at = data.variants.indexOf(control);
        if (at < 0)
            return failure(Error::Kind::BadInput, subject, Cli::tr("it has no variant %1.").arg(control));
        data.variants.move(at, 0);
        std::rotate(data.weights.begin(), data.weights.begin() + at, data.weights.begin() + at + 1);
    }
    std::vector<std::uint32_t> places;
    for (const QString& name : levels->names) {
        const qsizetype at = data.variants.indexOf(name);
        if (at < 0)
            return failure(Error::Kind::BadInput, subject, Cli::tr("the variant %1 was not planned.").arg(name));
        places.push_back(std::uint32_t(at));
    }
    for (const std::uint32_t code : levels->codes)
        data.arms.push_back(places.at(code));
    if (data.arms.empty())
        return failure(Error::Kind::BadInput, subject, Cli::tr("there are no rows."));
    return {};
}

Result<ExperimentData> readExperiment(const Arguments& arguments, const QString& path, const QString& variant, const QString& outcome, bool isNumeric)
{
    ExperimentData data;
    if (arguments.has(u"planned"_s)) {
        if (const auto planned = readPlanned(arguments.value(u"planned"_s), data); !planned)
            return tl::unexpected(planned.error());
    }
    const QString before = arguments.value(u"before"_s);
    const QString stratum = arguments.value(u"stratum"_s);
    const auto table = AnalysisTable::read(path, {variant, outcome, before, stratum});
    if (!table)
        return tl::unexpected(table.error());
    if (const auto variants = readVariants(*table, variant, arguments.value(u"control"_s), data); !variants)
        return tl::unexpected(variants.error());
    const Domain domain {-1e150, 1e150, false};
    if (isNumeric) {
        auto numbers = table->numbers(outcome, domain);
        if (!numbers)
            return tl::unexpected(numbers.error());
        data.outcomes = *std::move(numbers);
    } else {
        const auto flags = table->flags(outcome);
        if (!flags)
            return tl::unexpected(flags.error());
        data.outcomes.assign(flags->begin(), flags->end());
    }
    if (!before.isEmpty()) {
        auto numbers = table->numbers(before, domain);
        if (!numbers)
            return tl::unexpected(numbers.error());
        data.before = *std::move(numbers);
    }
    if (!stratum.isEmpty()) {
        auto levels = table->levels(stratum);
        if (!levels)
            return tl::unexpected(levels.error());
        data.strata = std::move(levels->codes);
        data.stratumCount = std::size_t(levels->names.size());
    }
    return data;
}

QString sentenceOf(const analytics::AnalyticsError& error)
{
    using enum analytics::AnalyticsError::Kind;
    switch (error.kind) {
    case TooFew:
        return Cli::tr("there are too few rows to compare.");
    case NoVariation:
        return Cli::tr("all values are the same.");
    case TooLarge:
        return Cli::tr("the effect is too small: no experiment is large enough.");
    case BadRange:
        return Cli::tr("a number is outside its range.");
    default:
        return Cli::tr("this cannot be computed with.");
    }
}

Result<ExitCode> runPlan(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const bool isMean = arguments.has(u"deviation"_s);
    const auto level = levelOf(arguments);
    const auto effect = realNumberOf(arguments, u"effect"_s, -kHugeEffect, kHugeEffect, 0);
    const auto power = realNumberOf(arguments, u"power"_s, 0.01, 0.9999, 0.8);
    const auto baseline = realNumberOf(arguments, u"baseline"_s, 1e-9, 1 - 1e-9, 0);
    const auto deviation = realNumberOf(arguments, u"deviation"_s, std::numeric_limits<double>::min(), kHugeEffect, 0);
    for (const Result<double>* given : {&level, &effect, &power, &baseline, &deviation}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto looks = arguments.number(u"looks"_s, 1, analytics::kMostLooks, 5);
    const auto sequential = arguments.oneOf(u"sequential"_s, {u"none"_s, u"obrien-fleming"_s, u"pocock"_s});
    if (!looks || !sequential)
        return tl::unexpected(looks ? sequential.error() : looks.error());
    if (!arguments.has(u"effect"_s) || arguments.has(u"baseline"_s) == isMean)
        return usage(Cli::tr("--plan needs --effect, and --baseline for shares or --deviation for means."));

    double factor = 1;
    if (*sequential != "none"_L1) {
        const auto design = analytics::groupSequential(
            *sequential == "pocock"_L1 ? analytics::GroupSequentialBounds::Pocock : analytics::GroupSequentialBounds::OBrienFleming, int(*looks), 1 - *level);
        const auto inflation = design ? analytics::inflationFactor(*design, *power) : tl::unexpected(design.error());
        if (!inflation)
            return usage(sentenceOf(inflation.error()));
        factor = *inflation;
    }
    const auto size = isMean ? analytics::sampleSize(analytics::MeanPlan {*effect, *deviation, *level, *power, 1})
                             : analytics::sampleSize(analytics::ProportionPlan {*baseline, *effect, *level, *power, 1});
    if (!size)
        return usage(sentenceOf(size.error()));
    const auto perVariant = qint64(std::ceil(factor * double(size->control) - 1e-9));
    const QJsonObject json {{u"method"_s, isMean ? u"noncentral-t"_s : u"two-proportions-normal"_s}, {u"level"_s, *level}, {u"power"_s, *power},
        {u"effect"_s, *effect}, {u"baseline"_s, isMean ? QJsonValue(QJsonValue::Null) : QJsonValue(*baseline)},
        {u"deviation"_s, isMean ? QJsonValue(*deviation) : QJsonValue(QJsonValue::Null)}, {u"sequential"_s, *sequential},
        {u"looks"_s, *sequential == "none"_L1 ? 1 : *looks}, {u"inflation"_s, factor}, {u"exact"_s, size->exact * factor},
        {u"perVariant"_s, perVariant}, {u"n"_s, 2 * perVariant}, {u"warnings"_s, QJsonArray()}};
    return session.output.answer(json,
        {Cli::tr("%1 members in each of two variants, %2 in all, find a difference of %3 with probability %4 (two-sided test at level %5).")
                .arg(perVariant)
                .arg(2 * perVariant)
                .arg(textNumber(*effect), textNumber(*power), textNumber(*level))});
}

Result<ExitCode> runExperiment(const Session& session)
{
    const Arguments& arguments = session.arguments;
    if (arguments.has(u"plan"_s)) {
        for (const QString& option : {u"csv"_s, u"variant"_s, u"outcome"_s, u"value"_s, u"before"_s, u"stratum"_s, u"planned"_s, u"control"_s, u"size"_s}) {
            if (arguments.has(option))
                return usage(Cli::tr("--plan reads no data: --%1 does not go with it.").arg(option));
        }
        return runPlan(session);
    }
    for (const QString& option : {u"baseline"_s, u"power"_s, u"deviation"_s}) {
        if (arguments.has(option))
            return usage(Cli::tr("--%1 goes with --plan.").arg(option));
    }
    const auto path = arguments.required(u"csv"_s);
    const auto variant = arguments.required(u"variant"_s);
    const auto outcome = arguments.required(u"outcome"_s);
    for (const Result<QString>* given : {&path, &variant, &outcome}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto question = questionOf(arguments);
    if (!question)
        return tl::unexpected(question.error());
    const auto data = readExperiment(arguments, *path, *variant, *outcome, question->isNumeric);
    if (!data)
        return tl::unexpected(data.error());
    const auto answer = answerOf(*data, *question);
    if (!answer)
        return failure(Error::Kind::BadInput, u"column %1"_s.arg(*outcome), sentenceOf(answer.error()));
    return session.output.answer(jsonOf(*data, *question, *answer), linesOf(*data, *answer));
}

} // namespace

Command experimentTopic()
{
    return {u"experiment"_s, {}, Cli::tr("What an experiment shows, or how many members it needs: tests, intervals, and a verdict that waits its turn."),
        {u"(echo variant,joined; for i in $(seq 60); do echo a,$((i%5==0)); echo b,$((i%3==0)); done) > mails.csv && "
         "lyceum-cli analyse experiment --csv mails.csv --variant variant --outcome joined --planned a:0.5,b:0.5 --size 120 --json"_s,
            u"lyceum-cli analyse experiment --plan --baseline 0.05 --effect 0.01 --power 0.8"_s},
        {csvOption(Cli::tr("A table with a header, one member a row, in the order in which they came.")),
            {u"variant"_s, u"COLUMN"_s, Cli::tr("Which variant the member saw."), {}},
            {u"outcome"_s, u"COLUMN"_s, Cli::tr("What came of it: 1 or 0, true or false, yes or no; or a number."), {}},
            {u"value"_s, u"flag|numeric"_s, Cli::tr("What an outcome is."), u"flag"_s},
            {u"planned"_s, u"A:SHARE,B:SHARE"_s, Cli::tr("The variants and their planned shares, the control first; without it all that occur, equally."), {}},
            {u"control"_s, u"NAME"_s, Cli::tr("The variant that the others are compared with; without it the first."), {}},
            {u"size"_s, u"N"_s, Cli::tr("Members of all variants that were planned."), {}},
            {u"stratum"_s, u"COLUMN"_s, Cli::tr("Compare within the segments this column names (Mantel-Haenszel)."), {}},
            {u"before"_s, u"COLUMN"_s, Cli::tr("The outcome before the experiment, or what goes with it: taken out (CUPED)."), {}},
            {u"sequential"_s, u"none|msprt|obrien-fleming|pocock"_s, Cli::tr("How one may look before the planned size is reached."), u"none"_s},
            {u"looks"_s, u"K"_s, Cli::tr("Planned looks, equally spaced up to the size."), u"5"_s},
            {u"effect"_s, u"D"_s, Cli::tr("The difference one hopes for; msprt finds it soonest. For shares 0.01 unless said."), {}},
            {u"plan"_s, {}, Cli::tr("Tell how many members are needed, in place of reading data."), {}},
            {u"baseline"_s, u"SHARE"_s, Cli::tr("With --plan: the control's share."), {}},
            {u"deviation"_s, u"SD"_s, Cli::tr("With --plan, for means: the standard deviation within a variant."), {}},
            {u"power"_s, u"POWER"_s, Cli::tr("With --plan: the probability to find the effect."), u"0.8"_s}, levelOption()},
        runExperiment, {}};
}

} // namespace lyceum::cli

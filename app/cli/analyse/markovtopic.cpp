// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/markov/markovforecast.h"
#include "analytics/markov/markovorder.h"
#include "analytics/markov/markovpassage.h"
#include "analytics/markov/retentionbaselines.h"
#include "cli/analyse/markovsequences.h"
#include "cli/analyse/topics.h"
#include "cli/words.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

using analytics::AnalyticsError;

/// States that are told apart; their number is taken to the power of the order.
constexpr qsizetype kMaxStates = 64;
/// Contexts for which a forecast of their own is made, those with most members first.
constexpr std::size_t kMaxStarts = 64;

struct MarkovQuestion {
    QString stateColumn;
    int maxOrder = 4;
    std::optional<int> order; ///< missing: the one BIC chooses, with an absorbing state at least 1
    int steps = 12;
    std::optional<std::uint32_t> absorbing;
    std::optional<std::uint32_t> active;
    double level = 0.95;
};

/// What lies ahead of members in one context.
struct MarkovStart {
    std::size_t context = 0;
    std::int64_t members = 0;
    analytics::MarkovForecast forecast;
    std::optional<analytics::MarkovForecast> until; ///< with an absorbing state: the share of it is who was there by then
};

struct MarkovAnswer {
    analytics::MarkovOrders orders;
    analytics::MarkovChain chain; ///< of the chosen order
    analytics::MarkovChain passing; ///< the same, but at least of order 1
    std::vector<std::int64_t> now; ///< members by context of `chain`
    std::optional<analytics::MarkovForecast> community;
    std::vector<MarkovStart> starts;
    std::optional<analytics::MarkovStationary> stationary;
    std::optional<analytics::MarkovAbsorption> absorption;
    std::vector<analytics::BaselineScore> baselines;
    std::vector<analytics::Warning> warnings;
};

Error markovError(const AnalyticsError& error, const MarkovQuestion& question)
{
    using enum AnalyticsError::Kind;
    const QString column = u"column %1"_s.arg(question.stateColumn);
    if (error.kind == TooLarge)
        return {Error::Kind::BadInput, column, Cli::tr("it has too many states for this order; choose a lower --max-order.")};
    if (error.kind == Unreachable)
        return {Error::Kind::BadInput, u"--absorbing"_s, Cli::tr("no member who began elsewhere ever came to this state.")};
    return {Error::Kind::BadInput, column, Cli::tr("this cannot be computed with.")};
}

Result<MarkovAnswer> markovOf(const MarkovSequences& sequences, const MarkovQuestion& question)
{
    const auto refuse = [&](const AnalyticsError& error) { return tl::unexpected(markovError(error, question)); };
    const analytics::StateSequences view = sequences.view();
    MarkovAnswer answer;
    const auto orders = analytics::compareMarkovOrders(view, question.maxOrder);
    if (!orders)
        return refuse(orders.error());
    answer.orders = *orders;
    const int order = question.order.value_or(question.absorbing ? std::max(orders->byBic, 1) : orders->byBic);
    const auto chain = analytics::fitMarkovChain(view, {order, 0, question.level});
    if (!chain)
        return refuse(chain.error());
    answer.chain = *chain;
    answer.passing = order > 0 ? *chain : *analytics::fitMarkovChain(view, {1, 0, question.level});

    const MarkovSequences last = sequences.current();
    answer.now = *analytics::currentContexts(answer.chain, last.view());
    const std::int64_t members = std::accumulate(answer.now.begin(), answer.now.end(), std::int64_t(0));
    analytics::MarkovForecastOptions ahead;
    ahead.steps = question.steps;
    ahead.sequences = view;
    ahead.level = question.level;
    if (members > 0) {
        ahead.members = members; // of them, not of their expectation
        const std::vector<double> start(answer.now.begin(), answer.now.end());
        const auto forecast = analytics::forecastStates(answer.chain, start, ahead);
        if (!forecast)
            return refuse(forecast.error());
        answer.community = *forecast;
        ahead.members = 0;
    }
    std::vector<std::size_t> busiest(answer.now.size());
    std::iota(busiest.begin(), busiest.end(), std::size_t(0));
    std::ranges::stable_sort(busiest, std::greater<>(), [&](std::size_t context) { return answer.now[context]; });
    for (const std::size_t context : busiest) {
        if (answer.now[context] == 0 || answer.starts.size() == kMaxStarts)
            break;
        std::vector<double> start(answer.chain.contexts());
        start[context] = 1;
        ahead.absorb.reset();
        const auto forecast = analytics::forecastStates(answer.chain, start, ahead);
        if (!forecast)
            return refuse(forecast.error());
        answer.starts.push_back({context, answer.now[context], *forecast, {}});
        ahead.absorb = question.absorbing;
        if (question.absorbing && order > 0)
            answer.starts.back().until = *analytics::forecastStates(answer.chain, start, ahead);
    }

    const analytics::MarkovPassageOptions passage {view, 0, question.level};
    if (const auto stationary = analytics::stationaryShares(answer.passing, passage))
        answer.stationary = *stationary;
    const auto absorption = analytics::absorption(answer.passing,
        question.absorbing ? std::vector<std::uint32_t> {*question.absorbing} : std::vector<std::uint32_t> {}, passage);
    if (absorption)
        answer.absorption = *absorption;
    else if (question.absorbing && absorption.error().kind == AnalyticsError::Kind::Unreachable)
        return refuse(absorption.error());
    if (question.active) {
        const auto first = analytics::fitMarkovChain(view, {1, 0, question.level});
        if (const auto scores = analytics::scoreBaselines(*first, *question.active))
            answer.baselines = *scores;
    }
    answer.warnings = answer.orders.warnings;
    if (answer.community)
        answer.warnings.insert(answer.warnings.end(), answer.community->warnings.begin(), answer.community->warnings.end());
    if (answer.stationary)
        answer.warnings.insert(answer.warnings.end(), answer.stationary->warnings.begin(), answer.stationary->warnings.end());
    std::ranges::sort(answer.warnings);
    answer.warnings.erase(std::unique(answer.warnings.begin(), answer.warnings.end()), answer.warnings.end());
    return answer;
}

/// The states of a context, oldest first.
QStringList contextNames(const analytics::MarkovChain& chain, std::size_t context, const QStringList& names)
{
    QStringList words;
    for (int i = 0; i < chain.order; ++i, context /= chain.stateCount)
        words.prepend(names.at(qsizetype(context % chain.stateCount)));
    return words;
}

QJsonObject ordersJson(const analytics::MarkovOrders& orders)
{
    QJsonArray fits;
    for (const analytics::MarkovOrderFit& fit : orders.fits) {
        QJsonValue test(QJsonValue::Null);
        if (fit.againstLower) {
            test = QJsonObject {{u"chiSquare"_s, fit.againstLower->chiSquare}, {u"df"_s, fit.againstLower->df}, {u"p"_s, fit.againstLower->p},
                {u"log10P"_s, fit.againstLower->log10P}};
        }
        fits.append(QJsonObject {{u"order"_s, fit.order}, {u"logLikelihood"_s, fit.logLikelihood}, {u"parameters"_s, qint64(fit.parameters)},
            {u"aic"_s, fit.aic}, {u"bic"_s, fit.bic}, {u"againstLower"_s, test}});
    }
    return {{u"n"_s, qint64(orders.transitions)}, {u"sequences"_s, qint64(orders.members)}, {u"tooShort"_s, qint64(orders.membersTooShort)},
        {u"fits"_s, fits}, {u"byAic"_s, orders.byAic}, {u"byBic"_s, orders.byBic}};
}

QJsonObject chainJson(const analytics::MarkovChain& chain, const QStringList& names)
{
    QJsonArray rows;
    for (std::size_t context = 0; context < chain.contexts(); ++context) {
        if (!chain.wasSeen(context))
            continue;
        QJsonArray cells;
        for (std::size_t state = 0; state < chain.stateCount; ++state) {
            const analytics::Proportion cell = *chain.cell(context, state);
            cells.append(QJsonObject {{u"state"_s, names.at(qsizetype(state))}, {u"count"_s, qint64(cell.kept)}, {u"value"_s, cell.estimate},
                {u"low"_s, cell.low}, {u"high"_s, cell.high}});
        }
        rows.append(QJsonObject {{u"from"_s, QJsonArray::fromStringList(contextNames(chain, context, names))},
            {u"n"_s, qint64(chain.totals[context])}, {u"to"_s, cells}});
    }
    return {{u"order"_s, chain.order}, {u"n"_s, qint64(chain.transitions)}, {u"sequences"_s, qint64(chain.members)},
        {u"tooShort"_s, qint64(chain.membersTooShort)}, {u"rows"_s, rows}};
}

QJsonArray stepsJson(const analytics::MarkovForecast& forecast, const QStringList& names)
{
    QJsonArray steps;
    for (int step = 1; step <= int(forecast.shares.size() / forecast.stateCount); ++step) {
        QJsonArray shares;
        for (std::size_t state = 0; state < forecast.stateCount; ++state)
            shares.append(QJsonObject {{u"state"_s, names.at(qsizetype(state))}, {u"share"_s, estimateJson(forecast.at(step, state))}});
        steps.append(QJsonObject {{u"step"_s, step}, {u"shares"_s, shares}});
    }
    return steps;
}

QJsonValue stationaryJson(const MarkovAnswer& answer, const QStringList& names)
{
    if (!answer.stationary)
        return QJsonValue(QJsonValue::Null);
    QJsonArray states;
    for (std::size_t state = 0; state < answer.stationary->shares.size(); ++state) {
        const auto& steps = answer.stationary->returnSteps[state];
        states.append(QJsonObject {{u"state"_s, names.at(qsizetype(state))}, {u"share"_s, estimateJson(answer.stationary->shares[state])},
            {u"returnSteps"_s, estimateJson(steps)}});
    }
    return QJsonObject {{u"order"_s, answer.passing.order}, {u"period"_s, qint64(answer.stationary->period)}, {u"states"_s, states}};
}

QJsonValue absorptionJson(const MarkovAnswer& answer, const QStringList& names)
{
    if (!answer.absorption)
        return QJsonValue(QJsonValue::Null);
    const analytics::MarkovAbsorption& absorption = *answer.absorption;
    QJsonArray absorbing;
    for (const std::uint32_t state : absorption.absorbing)
        absorbing.append(names.at(qsizetype(state)));
    QJsonArray from;
    for (const std::size_t context : absorption.transient) {
        if (!answer.passing.wasSeen(context))
            continue;
        const analytics::MarkovAbsorptionFrom& one = absorption.from[context];
        QJsonArray ends;
        for (std::size_t i = 0; i < one.endsIn.size(); ++i)
            ends.append(QJsonObject {{u"state"_s, absorbing.at(qsizetype(i))}, {u"probability"_s, estimateJson(one.endsIn[i])}});
        from.append(QJsonObject {{u"from"_s, QJsonArray::fromStringList(contextNames(answer.passing, context, names))},
            {u"steps"_s, estimateJson(one.steps)},
            {u"stepsStdDev"_s, jsonNumber(one.stepsStdDev)}, {u"endsIn"_s, ends}});
    }
    return QJsonObject {{u"order"_s, answer.passing.order}, {u"states"_s, absorbing}, {u"from"_s, from}};
}

QJsonObject markovJson(const MarkovSequences& sequences, const MarkovQuestion& question, const MarkovAnswer& answer)
{
    QJsonArray starts;
    for (const MarkovStart& start : answer.starts) {
        QJsonValue by(QJsonValue::Null);
        if (start.until) {
            QJsonArray shares;
            for (int step = 1; step <= question.steps; ++step)
                shares.append(QJsonObject {{u"step"_s, step}, {u"share"_s, estimateJson(start.until->at(step, *question.absorbing))}});
            by = shares;
        }
        starts.append(QJsonObject {{u"from"_s, QJsonArray::fromStringList(contextNames(answer.chain, start.context, sequences.names))},
            {u"members"_s, qint64(start.members)}, {u"steps"_s, stepsJson(start.forecast, sequences.names)}, {u"absorbedBy"_s, by}});
    }
    QJsonArray baselines;
    for (const analytics::BaselineScore& score : answer.baselines) {
        baselines.append(QJsonObject {{u"name"_s, QString::fromLatin1(score.name.data(), qsizetype(score.name.size()))},
            {u"afterActive"_s, score.afterActive}, {u"afterOther"_s, score.afterOther}, {u"brier"_s, score.brier},
            {u"logLoss"_s, jsonNumber(score.logLoss)}});
    }
    const qint64 members = std::accumulate(answer.now.begin(), answer.now.end(), qint64(0));
    return {{u"n"_s, qint64(answer.chain.transitions)}, {u"members"_s, sequences.members}, {u"gaps"_s, sequences.gaps},
        {u"step"_s, sequences.step}, {u"states"_s, QJsonArray::fromStringList(sequences.names)}, {u"method"_s, u"maximum-likelihood"_s},
        {u"intervals"_s, u"members"_s}, {u"level"_s, question.level}, {u"orders"_s, ordersJson(answer.orders)},
        {u"chain"_s, chainJson(answer.chain, sequences.names)},
        {u"forecast"_s,
            QJsonObject {{u"members"_s, members},
                {u"community"_s,
                    answer.community ? QJsonValue(stepsJson(*answer.community, sequences.names)) : QJsonValue(QJsonValue::Null)},
                {u"from"_s, starts}}},
        {u"stationary"_s, stationaryJson(answer, sequences.names)}, {u"absorption"_s, absorptionJson(answer, sequences.names)},
        {u"baselines"_s, baselines}, {u"warnings"_s, warningsJson(answer.warnings)}};
}

QStringList markovLines(const MarkovSequences& sequences, const MarkovQuestion& question, const MarkovAnswer& answer)
{
    QStringList lines {Cli::tr("%1 members, %2 steps from state to state").arg(sequences.members).arg(answer.chain.transitions)};
    lines.append(QStringList {Cli::tr("order"), Cli::tr("parameters"), u"AIC"_s, u"BIC"_s, Cli::tr("p against the order below")}.join(u'\t'));
    for (const analytics::MarkovOrderFit& fit : answer.orders.fits) {
        lines.append(QStringList {QString::number(fit.order), QString::number(fit.parameters), textNumber(fit.aic), textNumber(fit.bic),
            textNumber(fit.againstLower ? std::optional(fit.againstLower->p) : std::nullopt)}.join(u'\t'));
    }
    lines.append(Cli::tr("Order %1 was taken; the next step depends on:").arg(answer.chain.order));
    lines.append(QStringList {Cli::tr("from"), Cli::tr("steps")}.join(u'\t') + u'\t' + sequences.names.join(u'\t'));
    for (std::size_t context = 0; context < answer.chain.contexts(); ++context) {
        if (!answer.chain.wasSeen(context))
            continue;
        QStringList cells {contextNames(answer.chain, context, sequences.names).join(u" > "_s), QString::number(answer.chain.totals[context])};
        for (std::size_t state = 0; state < answer.chain.stateCount; ++state) {
            const analytics::Proportion cell = *answer.chain.cell(context, state);
            cells.append(estimateText({cell.estimate, {}, cell.low, cell.high}));
        }
        lines.append(cells.join(u'\t'));
    }
    if (answer.community) {
        lines.append(Cli::tr("Expected shares of the members there are now:"));
        lines.append(Cli::tr("steps ahead") + u'\t' + sequences.names.join(u'\t'));
        for (int step = 1; step <= question.steps; ++step) {
            QStringList cells {QString::number(step)};
            for (std::size_t state = 0; state < answer.chain.stateCount; ++state)
                cells.append(estimateText(answer.community->at(step, state)));
            lines.append(cells.join(u'\t'));
        }
    }
    for (std::size_t state = 0; answer.stationary && state < answer.stationary->shares.size(); ++state) {
        const auto& steps = answer.stationary->returnSteps[state];
        lines.append(Cli::tr("In the long run %1: %2 of members; from one time there to the next %3 steps")
                         .arg(sequences.names.at(qsizetype(state)), estimateText(answer.stationary->shares[state]), steps ? estimateText(*steps) : u"-"_s));
    }
    for (std::size_t i = 0; answer.absorption && i < answer.absorption->transient.size(); ++i) {
        const std::size_t context = answer.absorption->transient[i];
        const analytics::MarkovAbsorptionFrom& one = answer.absorption->from[context];
        for (std::size_t goal = 0; answer.passing.wasSeen(context) && goal < one.endsIn.size(); ++goal) {
            lines.append(Cli::tr("From %1 to %2: ever with probability %3, after %4 steps")
                             .arg(contextNames(answer.passing, context, sequences.names).join(u" > "_s),
                                 sequences.names.at(qsizetype(answer.absorption->absorbing[goal])), estimateText(one.endsIn[goal]),
                                 one.steps ? estimateText(*one.steps) : u"-"_s));
        }
    }
    for (const analytics::BaselineScore& score : answer.baselines) {
        lines.append(Cli::tr("%1: active next with %2 if active, with %3 if not; Brier score %4")
                         .arg(QString::fromLatin1(score.name.data(), qsizetype(score.name.size())), textNumber(score.afterActive),
                             textNumber(score.afterOther), textNumber(score.brier)));
    }
    lines.append(warningLines(answer.warnings));
    return lines;
}

Result<ExitCode> runMarkov(const Session& session)
{
    const Arguments& arguments = session.arguments;
    const auto path = arguments.required(u"csv"_s);
    const auto member = arguments.required(u"member"_s);
    const auto time = arguments.required(u"time"_s);
    const auto state = arguments.required(u"state"_s);
    for (const Result<QString>* given : {&path, &member, &time, &state}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto maxOrder = arguments.number(u"max-order"_s, 0, analytics::kMaxMarkovOrder, analytics::kMaxMarkovOrder);
    const auto order = arguments.number(u"order"_s, 0, analytics::kMaxMarkovOrder, -1);
    const auto steps = arguments.number(u"steps"_s, 1, analytics::kMaxForecastSteps, 12);
    for (const Result<qint64>* given : {&maxOrder, &order, &steps}) {
        if (!*given)
            return tl::unexpected(given->error());
    }
    const auto level = levelOf(arguments);
    if (!level)
        return tl::unexpected(level.error());

    const auto table = AnalysisTable::read(*path, {*member, *time, *state});
    if (!table)
        return tl::unexpected(table.error());
    const auto sequences = markovSequences(*table, *member, *time, *state);
    if (!sequences)
        return tl::unexpected(sequences.error());
    const QString subject = u"column %1"_s.arg(*state);
    if (sequences->names.isEmpty())
        return failure(Error::Kind::BadInput, subject, Cli::tr("there are no rows."));
    if (sequences->names.size() > kMaxStates)
        return failure(Error::Kind::BadInput, subject, Cli::tr("it has more than %1 states.").arg(kMaxStates));
    MarkovQuestion question {*state, int(*maxOrder), {}, int(*steps), {}, {}, *level};
    if (*order >= 0)
        question.order = int(*order);
    for (const auto& [option, code] : {std::pair(u"absorbing"_s, &question.absorbing), std::pair(u"active"_s, &question.active)}) {
        if (!arguments.has(option))
            continue;
        const qsizetype found = sequences->names.indexOf(arguments.value(option));
        if (found < 0)
            return failure(Error::Kind::BadInput, subject, Cli::tr("no row has the state that --%1 names.").arg(option));
        *code = std::uint32_t(found);
    }
    const auto answer = markovOf(*sequences, question);
    if (!answer)
        return tl::unexpected(answer.error());
    return session.output.answer(markovJson(*sequences, question, *answer), markovLines(*sequences, question, *answer));
}

} // namespace

Command markovTopic()
{
    return {u"markov"_s, {}, Cli::tr("How members go from state to state: how many steps back matter, where they lead, when they come back."),
        {u"printf 'who,week,state\\nann,1,active\\nann,2,quiet\\nann,3,active\\nben,1,active\\nben,2,active\\nben,3,quiet\\n' > weeks.csv && "
         "lyceum-cli analyse markov --csv weeks.csv --member who --time week --state state --steps 4 --absorbing active --json"_s},
        {csvOption(Cli::tr("A table with a header, one row a member and step.")),
            {u"member"_s, u"COLUMN"_s, Cli::tr("Whose row it is."), {}},
            {u"time"_s, u"COLUMN"_s, Cli::tr("When: a number (of the week), or a date. A missing step ends a sequence."), {}},
            {u"state"_s, u"COLUMN"_s, Cli::tr("The state of the member then."), {}},
            {u"max-order"_s, u"N"_s, Cli::tr("How many steps back the longest memory reaches that is tried, 0 to 4."), u"4"_s},
            {u"order"_s, u"N"_s, Cli::tr("The memory that is used; without it the one with the least BIC."), {}},
            {u"steps"_s, u"N"_s, Cli::tr("How many steps to look ahead, up to 240."), u"12"_s},
            {u"absorbing"_s, u"STATE"_s,
                Cli::tr("How long until this state is come to; without it, until one that was never left, if there is one."), {}},
            {u"active"_s, u"STATE"_s, Cli::tr("Score the closed forms of retention beside the chain, this state being active."), {}}, levelOption()},
        runMarkov, {}};
}

} // namespace lyceum::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "today/todaywords.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

struct TodayWords {
    Q_DECLARE_TR_FUNCTIONS(TodayWords)
};

enum class Wish { More, Fewer, Neither }; // which way a figure should go

Tone toneOf(double change, Wish wish)
{
    if (change == 0 || wish == Wish::Neither)
        return Tone::Neutral;
    return (change > 0) == (wish == Wish::More) ? Tone::Good : Tone::Bad;
}

/// "▲ 12 more than 30 days ago": a sign and words, never colour alone.
QString changeText(double change, const QString& amount)
{
    if (change > 0)
        return TodayWords::tr("▲ %1 more than %n day(s) ago", nullptr, insights::TodayAnswer::kPeriodDays).arg(amount);
    if (change < 0)
        return TodayWords::tr("▼ %1 fewer than %n day(s) ago", nullptr, insights::TodayAnswer::kPeriodDays).arg(amount);
    return TodayWords::tr("Same as %n day(s) ago", nullptr, insights::TodayAnswer::kPeriodDays);
}

QString periodChangeText(double change, const QString& amount)
{
    if (change > 0)
        return TodayWords::tr("▲ %1 vs the %n day(s) before", nullptr, insights::TodayAnswer::kPeriodDays).arg(amount);
    if (change < 0)
        return TodayWords::tr("▼ %1 vs the %n day(s) before", nullptr, insights::TodayAnswer::kPeriodDays).arg(amount);
    return TodayWords::tr("Same as the %n day(s) before", nullptr, insights::TodayAnswer::kPeriodDays);
}

struct Style {
    QString label;
    QString how; ///< how it is counted
    Wish wish = Wish::More;
    bool ofPeriod = false; ///< counted over a period, not at an instant
};

KeyFigure counted(const insights::Figure& figure, const Style& style, const Format& format)
{
    KeyFigure tile;
    tile.label = style.label;
    tile.value = format.count(qint64(std::llround(figure.value)));
    tile.toolTip = style.how;
    tile.trend = figure.trend;
    if (figure.low && figure.high)
        tile.interval = TodayWords::tr("95% interval %1 to %2").arg(format.number(*figure.low, 0), format.number(*figure.high, 0));
    if (figure.before) {
        const double change = figure.value - *figure.before;
        const QString amount = format.count(qint64(std::llround(std::abs(change))));
        tile.change = style.ofPeriod ? periodChangeText(change, amount) : changeText(change, amount);
        tile.changeTone = toneOf(change, style.wish);
    }
    return tile;
}

KeyFigure share(const insights::Figure& figure, const Style& style, const Format& format)
{
    KeyFigure tile;
    tile.label = style.label;
    tile.toolTip = style.how;
    tile.trend = figure.trend;
    if (figure.n == 0) { // a rate of nobody is no rate
        tile.value = TodayWords::tr("none yet");
        return tile;
    }
    tile.value = format.percent(figure.value);
    if (figure.low && figure.high)
        tile.interval = TodayWords::tr("95% interval %1 to %2, n = %3")
                            .arg(format.percent(*figure.low), format.percent(*figure.high), format.count(figure.n));
    if (figure.before) {
        const double change = figure.value - *figure.before;
        //: a difference between two percentages
        tile.change = periodChangeText(std::abs(change) < 0.0005 ? 0 : change,
            TodayWords::tr("%1 points").arg(format.number(std::abs(change) * 100)));
        tile.changeTone = toneOf(change, style.wish);
    }
    return tile;
}

KeyFigure money(const insights::MoneyFigure& figure, const Format& format)
{
    KeyFigure tile;
    tile.label = TodayWords::tr("Monthly recurring revenue (MRR)");
    tile.value = format.money({qint64(std::llround(figure.minorUnits.value)), figure.currency});
    tile.toolTip = TodayWords::tr("What paying members pay a month; a yearly price counts a twelfth. Each currency stands by itself.");
    tile.trend = figure.minorUnits.trend;
    if (figure.minorUnits.before) {
        const double change = figure.minorUnits.value - *figure.minorUnits.before;
        tile.change = changeText(change, format.money({qint64(std::llround(std::abs(change))), figure.currency}));
        tile.changeTone = toneOf(change, Wish::More);
    }
    return tile;
}

} // namespace

QList<KeyFigure> keyFiguresOf(const insights::TodayAnswer& answer, const Format& format)
{
    const int days = insights::TodayAnswer::kPeriodDays;
    QList<KeyFigure> tiles;
    tiles.append(counted(answer.paying,
        {TodayWords::tr("Paying members"), TodayWords::tr("Members with paid access now. Trials, gifts and complimentary access are not counted.")},
        format));
    for (const insights::MoneyFigure& figure : answer.mrr)
        tiles.append(money(figure, format));
    tiles.append(share(answer.churn,
        {TodayWords::tr("Left of those who paid, in %n day(s)", nullptr, days),
            TodayWords::tr("Paying members whose access ended in the period, as a share of those who paid when it began."), Wish::Fewer, true},
        format));
    tiles.append(counted(answer.members, {TodayWords::tr("Members"), TodayWords::tr("Everybody the site has now, paying or not.")}, format));
    tiles.append(counted(answer.joined,
        {TodayWords::tr("Joined in %n day(s)", nullptr, days), TodayWords::tr("Everybody who joined, paying or not. The interval shows how much chance alone would move it."),
            Wish::More, true},
        format));
    tiles.append(counted(answer.left,
        {TodayWords::tr("Stopped paying in %n day(s)", nullptr, days), TodayWords::tr("Paying members whose access ended."), Wish::Fewer, true}, format));
    tiles.append(counted(answer.active,
        {TodayWords::tr("Active in %n day(s)", nullptr, days), TodayWords::tr("Members who signed in, read, clicked, commented or reacted."), Wish::More, true},
        format));
    return tiles;
}

QString sentenceOf(const insights::TodayAnswer& answer, const Format& format)
{
    if (answer.members.value == 0)
        return TodayWords::tr("Nothing is here yet. Connect your site, and this page fills.");
    const QString paying = format.count(qint64(std::llround(answer.paying.value)));
    const auto left = int(std::llround(answer.left.value));
    if (answer.attention.isEmpty())
        return TodayWords::tr("%1 members pay; %n left in the last 30 days. Nothing waits for you.", nullptr, left).arg(paying);
    return TodayWords::tr("%1 members pay; %n left in the last 30 days. See below what waits for you.", nullptr, left).arg(paying);
}

AttentionWords wordsFor(const insights::TodayAnswer::Attention& attention)
{
    using Need = insights::TodayAnswer::Need;
    const int count = int(attention.count);
    switch (attention.need) {
    case Need::ReportedComments:
        return {TodayWords::tr("%n comment(s) were reported by members.", nullptr, count), TodayWords::tr("Look at them")};
    case Need::UnansweredNewcomers:
        return {TodayWords::tr("%n newcomer(s) wrote their first comment and nobody has answered.", nullptr, count), TodayWords::tr("Read them")};
    case Need::FailedPayments:
        return {TodayWords::tr("The payment of %n member(s) failed or is overdue.", nullptr, count), TodayWords::tr("Show them")};
    case Need::EndingSoon:
        return {TodayWords::tr("%n member(s) have cancelled; their access ends within 30 days.", nullptr, count), TodayWords::tr("Show them")};
    case Need::ComplimentaryEnding:
        return {TodayWords::tr("The complimentary access of %n member(s) ends within 30 days.", nullptr, count), TodayWords::tr("Show them")};
    case Need::Conflicts:
        return {TodayWords::tr("%n change(s) were made both here and on the site and wait for your decision.", nullptr, count), TodayWords::tr("Decide")};
    case Need::RefusedChanges:
        return {TodayWords::tr("The site refused %n change(s) of yours and says why.", nullptr, count), TodayWords::tr("Show them")};
    case Need::SyncProblem:
        return {TodayWords::tr("The last sync did not finish. What had arrived is kept."), TodayWords::tr("Open Sync")};
    case Need::NeverSynced:
        return {TodayWords::tr("This workspace is not connected to a site yet."), TodayWords::tr("Connect a site")};
    }
    return {};
}

} // namespace lyceum::ui

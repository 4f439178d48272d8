// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace lyceum::insights {

/// When a paying member counts as having left.
enum class Recognition {
    AccessEnds, ///< on the day the paid access ends; cancelled but paid to the end still counts as staying
    Cancellation, ///< as soon as they cancel, as Ghost's own dashboard does
};

/**
 * The choices behind every figure about paying members. No two tools agree on them, so each figure carries its rule set's name.
 * Trials, gifts and complimentary access are never paid; a pause is a state of its own, not leaving.
 */
struct RuleSet {
    QString name = QStringLiteral("lyceum"); ///< "lyceum", "ghost", "stripe", "chartmogul", "profitwell"
    Recognition recognition = Recognition::AccessEnds;
    /// Who comes back within this many local days never left (a failed payment retried, a renewal a day late). 0: only a return on the
    /// day of leaving is none.
    int graceDays = 7;

    friend bool operator==(const RuleSet&, const RuleSet&) = default;
};

/// Preset by name; nullopt when there is none of that name.
[[nodiscard]] std::optional<RuleSet> ruleSetNamed(const QString& name);
[[nodiscard]] QStringList ruleSetNames();

/// What every answer carries so that no figure stands without its origin.
struct Provenance {
    RuleSet rules;
    QByteArray timeZone;
    qint64 asOfUtc = 0; ///< nothing after this instant was looked at
    std::optional<qint64> firstDataUtc; ///< the earliest fact used
    std::optional<qint64> connectedAtUtc; ///< when this workspace first met its store: who was deleted there before is not known here
    qint64 n = 0; ///< members looked at
    QString method; ///< stable name: "kaplan-meier"
};

} // namespace lyceum::insights

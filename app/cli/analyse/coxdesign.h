// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/analyse/analysistable.h"

#include <vector>

namespace lyceum::cli {

/// A column of the file as the model sees it: a number, or which of several categories.
struct CoxTerm {
    QString column;
    QStringList categories; ///< the first is the baseline, the others have a dummy column each; empty: numbers
};

/// The covariates of a model, one dummy column (0 or 1) for every category but the first.
struct CoxDesign {
    /// A column of numbers stays one, anything else is categories, by code point. Errors of AnalysisTable; an empty cell, and a
    /// column of one category, or of more than kMaxGroups.
    [[nodiscard]] static Result<CoxDesign> of(const AnalysisTable& table, const QStringList& names);

    [[nodiscard]] QString nameOf(std::size_t column) const; ///< "age", "tier = Circle"

    std::vector<CoxTerm> terms;
    std::vector<std::uint32_t> termOf; ///< of each design column
    std::vector<qsizetype> categoryOf; ///< of each design column: index in its term's categories, 0 for a number
    std::vector<double> values; ///< column by column
};

} // namespace lyceum::cli

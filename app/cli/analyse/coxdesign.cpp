// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/analyse/coxdesign.h"

#include "cli/analyse/survivaltable.h"
#include "cli/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lyceum::cli {
namespace {

Result<void> addCategories(CoxDesign& design, const AnalysisTable& table, const QString& name)
{
    const auto levels = table.levels(name);
    if (!levels)
        return tl::unexpected(levels.error());
    const QString subject = u"column %1"_s.arg(name);
    if (levels->names.size() > kMaxGroups)
        return failure(Error::Kind::BadInput, subject, Cli::tr("it has more than %1 categories.").arg(kMaxGroups));
    if (levels->names.size() < 2)
        return failure(Error::Kind::BadInput, subject, Cli::tr("it is the same in every row, so that nothing can depend on it."));
    for (std::size_t row = 0; row < levels->codes.size(); ++row) {
        if (levels->names.at(levels->codes[row]).isEmpty())
            return tl::unexpected(table.errorAt(qsizetype(row), name, Cli::tr("this is empty.")));
    }
    for (qsizetype category = 1; category < levels->names.size(); ++category) {
        design.termOf.push_back(std::uint32_t(design.terms.size()));
        design.categoryOf.push_back(category);
        for (const std::uint32_t code : levels->codes)
            design.values.push_back(qsizetype(code) == category ? 1 : 0);
    }
    design.terms.push_back({name, levels->names});
    return {};
}

} // namespace

Result<CoxDesign> CoxDesign::of(const AnalysisTable& table, const QStringList& names)
{
    CoxDesign design;
    for (const QString& name : names) {
        const auto texts = table.texts(name);
        if (!texts)
            return tl::unexpected(texts.error());
        const bool hasText = std::ranges::any_of(*texts, [](const QString& text) {
            bool isNumber = false;
            (void)text.toDouble(&isNumber);
            return !isNumber && !text.isEmpty();
        });
        if (hasText) {
            if (auto added = addCategories(design, table, name); !added)
                return tl::unexpected(added.error());
            continue;
        }
        const auto numbers = table.numbers(name);
        if (!numbers)
            return tl::unexpected(numbers.error());
        design.termOf.push_back(std::uint32_t(design.terms.size()));
        design.categoryOf.push_back(0);
        design.values.insert(design.values.end(), numbers->begin(), numbers->end());
        design.terms.push_back({name, {}});
    }
    return design;
}

QString CoxDesign::nameOf(std::size_t column) const
{
    const CoxTerm& term = terms.at(termOf.at(column));
    return term.categories.isEmpty() ? term.column : u"%1 = %2"_s.arg(term.column, term.categories.at(categoryOf.at(column)));
}

} // namespace lyceum::cli

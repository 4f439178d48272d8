// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insights/retention.h"
#include "insights/today.h"
#include "storage/changeset.h"

#include <QFuture>

#include <functional>
#include <memory>

namespace lyceum::workspace {

/**
 * Answers of insights, kept by their question until something they came from changes. The futures themselves are kept, so that
 * two screens asking the same at once cost one computation. Lives on one thread.
 */
class AnswerCache {
public:
    using Today = QFuture<Result<std::shared_ptr<const insights::TodayAnswer>>>;
    using Retention = QFuture<Result<std::shared_ptr<const insights::RetentionAnswer>>>;

    [[nodiscard]] Today today(const insights::RuleSet& rules, const std::function<Today()>& compute);
    [[nodiscard]] Retention retention(const insights::RetentionQuestion& question, const std::function<Retention()>& compute);

    void invalidate(const storage::ChangeSummary& summary);
    void clear();

private:
    static constexpr qsizetype kKept = 16; // questions of one kind; the oldest goes first

    QList<std::pair<insights::RuleSet, Today>> m_today;
    QList<std::pair<insights::RetentionQuestion, Retention>> m_retention;
};

} // namespace lyceum::workspace

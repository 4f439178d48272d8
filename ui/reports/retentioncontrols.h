// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insights/retention.h"
#include "page/appsettings.h"

#include <QWidget>

class QComboBox;

namespace lyceum::ui {

/// How retention is asked for: grouping, width of the join cohorts, rule set. Grouping and rule set are remembered, and follow when
/// they are changed elsewhere.
class RetentionControls final : public QWidget {
    Q_OBJECT

public:
    explicit RetentionControls(AppSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] insights::RetentionQuestion question() const;
    [[nodiscard]] QComboBox* groupingBox() const { return m_grouping; }
    [[nodiscard]] QComboBox* ruleSetBox() const { return m_rules; }
    [[nodiscard]] QComboBox* cohortBox() const { return m_cohort; }

Q_SIGNALS:
    void questionChanged();

private:
    void follow();

    AppSettings& m_settings;
    QComboBox* m_grouping;
    QComboBox* m_rules;
    QComboBox* m_cohort;
    QWidget* m_cohortPart; ///< with its label; shown for join cohorts only
};

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/retentioncontrols.h"

#include "reports/retentionwords.h"
#include "theme/theme.h"
#include "widgets/flowlayout.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <tuple>

using namespace Qt::StringLiterals;

namespace lyceum::ui {
namespace {

using insights::RetentionGrouping;

constexpr int kQuarter = 3;

void select(QComboBox* box, const QVariant& data)
{
    const QSignalBlocker quiet(box);
    const int found = box->findData(data);
    box->setCurrentIndex(found < 0 ? 0 : found);
}

} // namespace

RetentionControls::RetentionControls(AppSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
{
    auto* layout = new FlowLayout(this, space::kSmall);
    const auto addBox = [this, layout](const QString& text, const QString& name) {
        auto* pair = new QWidget(this);
        auto* row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, space::kSmall, 0);
        row->setSpacing(space::kSmall);
        auto* box = new QComboBox(pair);
        box->setObjectName(name);
        box->setAccessibleName(text);
        auto* label = new QLabel(text, pair);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
        layout->addWidget(pair);
        return std::pair(box, pair);
    };
    m_grouping = addBox(tr("Compare by"), u"grouping"_s).first;
    for (const RetentionGrouping grouping : {RetentionGrouping::Tier, RetentionGrouping::Cohort, RetentionGrouping::Source,
             RetentionGrouping::Interval, RetentionGrouping::None})
        m_grouping->addItem(wordFor(grouping), nameOf(grouping));
    std::tie(m_cohort, m_cohortPart) = addBox(tr("Joined in the same"), u"cohortWidth"_s);
    m_cohort->addItem(tr("Month"), 1);
    m_cohort->addItem(tr("Quarter"), kQuarter);
    m_cohort->addItem(tr("Year"), 12);
    select(m_cohort, kQuarter);
    m_rules = addBox(tr("Rules"), u"ruleSet"_s).first;
    for (const QString& name : insights::ruleSetNames())
        m_rules->addItem(ruleSetTitle(name), name);
    m_rules->setToolTip(tr("No two tools agree on who counts as paying and as gone. The figures follow the rules chosen here."));

    follow();
    connect(m_grouping, &QComboBox::currentIndexChanged, this,
        [this] { m_settings.setValue(AppSettings::Key::RetentionGrouping, m_grouping->currentData()); });
    connect(m_rules, &QComboBox::currentIndexChanged, this,
        [this] { m_settings.setValue(AppSettings::Key::RuleSet, m_rules->currentData()); });
    connect(m_cohort, &QComboBox::currentIndexChanged, this, &RetentionControls::questionChanged);
    connect(&settings, &AppSettings::changed, this, [this](AppSettings::Key key) {
        if (key != AppSettings::Key::RetentionGrouping && key != AppSettings::Key::RuleSet)
            return;
        follow();
        Q_EMIT questionChanged();
    });
}

void RetentionControls::follow()
{
    select(m_grouping, m_settings.value(AppSettings::Key::RetentionGrouping));
    select(m_rules, m_settings.value(AppSettings::Key::RuleSet));
    m_cohortPart->setVisible(question().grouping == RetentionGrouping::Cohort);
}

insights::RetentionQuestion RetentionControls::question() const
{
    insights::RetentionQuestion question;
    question.grouping = retentionGroupingNamed(m_grouping->currentData().toString()).value_or(RetentionGrouping::Tier);
    question.rules = insights::ruleSetNamed(m_rules->currentData().toString()).value_or(insights::RuleSet());
    question.cohortMonths = m_cohort->currentData().toInt();
    return question;
}

} // namespace lyceum::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/optionalday.h"

#include "theme/theme.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>

namespace lyceum::ui {

OptionalDay::OptionalDay(const QString& text, const QTimeZone& zone, qint64 proposedUtc, QWidget* parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_box(new QCheckBox(text, this))
    , m_day(new QDateEdit(QDateTime::fromSecsSinceEpoch(proposedUtc, zone).date(), this))
{
    m_day->setCalendarPopup(true);
    m_day->setAccessibleName(QString(text).remove(u'&'));
    m_day->setEnabled(false);
    setFocusProxy(m_box);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_box);
    layout->addWidget(m_day);
    layout->addStretch();
    connect(m_box, &QCheckBox::toggled, m_day, &QWidget::setEnabled);
    connect(m_box, &QCheckBox::toggled, this, &OptionalDay::edited);
    connect(m_day, &QDateEdit::dateChanged, this, [this] {
        m_given.reset();
        Q_EMIT edited();
    });
}

void OptionalDay::setUtc(std::optional<qint64> utc)
{
    m_box->setChecked(utc.has_value());
    if (utc)
        m_day->setDate(QDateTime::fromSecsSinceEpoch(*utc, m_zone).date());
    m_given = utc;
}

std::optional<qint64> OptionalDay::utc() const
{
    if (!m_box->isChecked())
        return std::nullopt;
    return m_given ? *m_given : m_day->date().endOfDay(m_zone).toSecsSinceEpoch();
}

} // namespace lyceum::ui

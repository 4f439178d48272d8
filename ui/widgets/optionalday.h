// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>
#include <QWidget>

#include <optional>

class QCheckBox;
class QDateEdit;

namespace lyceum::ui {

/// A last day, or none: a box to tick and, once it is ticked, a date. The day counts whole: it ends with its last second in the zone.
class OptionalDay final : public QWidget {
    Q_OBJECT
public:
    /// `text` stands beside the box: "Ends on". `proposedUtc` is the day shown when the box is ticked first.
    OptionalDay(const QString& text, const QTimeZone& zone, qint64 proposedUtc, QWidget* parent = nullptr);

    void setUtc(std::optional<qint64> utc);
    [[nodiscard]] std::optional<qint64> utc() const;

Q_SIGNALS:
    void edited();

private:
    QTimeZone m_zone;
    std::optional<qint64> m_given; ///< kept to the second while nobody touches it
    QCheckBox* m_box;
    QDateEdit* m_day;
};

} // namespace lyceum::ui

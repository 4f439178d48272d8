// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartwidget.h"

#include <optional>

namespace lyceum::ui {

struct HeatCell {
    double value = 0.0; ///< decides the colour; a share for `Percent`
    QString text; ///< what is written; empty: the value in the data's style
    QString toolTip;
};

struct HeatRow {
    QString header; ///< "2024-03"
    QString size; ///< how many the row began with: "120"
    QList<std::optional<HeatCell>> cells; ///< no value: not old enough yet, drawn blank; may be shorter than the columns
};

/// A cohort triangle, or any table whose cells are coloured by their value.
struct HeatData {
    QString title;
    QString rowTitle; ///< "Joined"
    QString sizeTitle; ///< "Members"; empty: no such column
    QString columnTitle; ///< "Months since joining"
    QStringList columns;
    QList<HeatRow> rows;
    NumberStyle style = NumberStyle::Percent;
    double low = 0.0; ///< value at the pale end
    double high = 1.0; ///< value at the full end
    bool diverging = false; ///< colour by sign around the middle of low and high
    QString tooFew;
    QStringList footnotes;
};

[[nodiscard]] ChartTable tableOf(const HeatData& data);
[[nodiscard]] QString describe(const HeatData& data);
/// The whole table, scaled down if `rect` is too small for it.
void paintHeat(QPainter& painter, const QRectF& rect, const HeatData& data, const Tokens& tokens);
[[nodiscard]] QByteArray renderHeatSvg(const HeatData& data, QSize size, const Tokens& tokens);

} // namespace lyceum::ui

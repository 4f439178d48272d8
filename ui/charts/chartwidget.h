// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QWidget>

class QPainter;

namespace lyceum::ui {

class Theme;

/// How numbers on an axis are written. `Percent` values are shares: 0.62 is shown as 62 %.
enum class NumberStyle { Number, Percent };

/// A chart as rows, for screen readers, the table view and CSV. Cells are numbers where they are numbers, else strings;
/// an invalid variant is an empty cell.
struct ChartTable {
    QStringList headers;
    QList<QVariantList> rows;
};

/// RFC 4180, UTF-8 without BOM, CRLF; numbers with a full stop and as many digits as they have. Text that a spreadsheet would
/// run as a formula is preceded by an apostrophe.
[[nodiscard]] QByteArray toCsv(const ChartTable& table);

/**
 * What all charts can do. A chart paints itself the same way on screen, into PNG, SVG and PDF and from the command line, whether
 * it has been shown or not; see docs/decisions/charts.md.
 */
class ChartWidget : public QWidget {
    Q_OBJECT
public:
    explicit ChartWidget(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] virtual QString title() const = 0;
    /// Two or three sentences that say what a seeing person sees. Also the accessible description.
    [[nodiscard]] virtual QString description() const = 0;
    [[nodiscard]] virtual ChartTable asTable() const = 0;
    /// Paints the whole chart, title and footnotes included, without hover marks and focus.
    virtual void paintChart(QPainter& painter, const QRectF& rect, const Tokens& tokens) const = 0;

    /// In print colours unless told otherwise. `size` in device-independent pixels; `scale` 2 gives twice the pixels.
    [[nodiscard]] QByteArray toPng(QSize size, double scale = 2.0) const;
    [[nodiscard]] QByteArray toSvg(QSize size) const;
    [[nodiscard]] QByteArray toCsv() const;
    /// Picture and table together: a text program pastes rows, a document pastes the picture.
    void copyToClipboard() const;

Q_SIGNALS:
    /// The data has been replaced.
    void dataChanged();

protected:
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    /// Call after new data: accessible name and description, repaint, dataChanged().
    void announceData();

private:
    const Theme& m_theme;
};

} // namespace lyceum::ui

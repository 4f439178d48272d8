// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QAbstractButton>
#include <QList>
#include <QString>

namespace lyceum::ui {

class Theme;

/// A small trend without axes. NaN is a gap. The last point is marked.
void paintSparkLine(QPainter& painter, const QRectF& rect, const QList<double>& values, const QColor& colour);

/// One number a person looks at every week, in words ready to be shown.
struct KeyFigure {
    QString label; ///< "Paying members"
    QString value; ///< "1,204"
    QString change; ///< "▲ 12 more than 30 days ago": sign and words, never colour alone; may be empty
    Tone changeTone = Tone::Neutral;
    QString interval; ///< "95 % interval 58–66 %"; may be empty
    QString toolTip; ///< how it is counted, and as of when
    QList<double> trend;
};

/// Click, Space or Enter says clicked(); what opens is the page's business.
class KeyFigureTile final : public QAbstractButton {
    Q_OBJECT
public:
    explicit KeyFigureTile(const Theme& theme, QWidget* parent = nullptr);

    void setFigure(KeyFigure figure);
    [[nodiscard]] const KeyFigure& figure() const { return m_figure; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    const Theme& m_theme;
    KeyFigure m_figure;
};

} // namespace lyceum::ui

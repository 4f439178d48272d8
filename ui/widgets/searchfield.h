// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace lyceum::ui {

class Theme;

/// Says `searched` once typing pauses, at once on Enter or when cleared. Escape clears. The same text is not said twice.
class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    /// `placeholder` is the accessible name too.
    SearchField(const Theme& theme, const QString& placeholder, QWidget* parent = nullptr);

    void setDelay(int milliseconds); ///< 120 unless told
    void setPlaceholder(const QString& placeholder);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void searched(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void sayNow();
    void recolour();

    const Theme& m_theme;
    QTimer m_pause;
    QString m_said;
    QAction* m_glass;
};

} // namespace lyceum::ui

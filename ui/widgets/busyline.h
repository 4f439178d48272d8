// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

#include <optional>

namespace lyceum::ui {

class Theme;

/// Two pixels that say something is under way. Keeps its place when idle, so that nothing jumps. Stands still when motion is
/// unwanted. With a progress it fills instead of moving.
class BusyLine final : public QWidget {
    Q_OBJECT
public:
    explicit BusyLine(const Theme& theme, QWidget* parent = nullptr);

    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// In [0, 1]; nullopt when how far is not known.
    void setProgress(std::optional<double> progress);
    [[nodiscard]] bool isMoving() const { return m_timer.isActive(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void updateTimer();

    const Theme& m_theme;
    bool m_busy = false;
    std::optional<double> m_progress;
    QBasicTimer m_timer;
    QElapsedTimer m_since;
};

} // namespace lyceum::ui
